"""An article's blocks as HTML: every fact a link to its row of the table, every statement that clashes marked with the numbers of its findings."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby, pairwise

from copydesk.model import Block, Checked, Document, Fact, Result, Span
from copydesk.named import NamedTuple
from copydesk.report._finding import UNSAFE
from copydesk.report._remarks import at_level

# Worst first; a place of several findings has the colour of the worst.
RANK = ("error", "warning", "unsure", "note", "pass", "skip")
# More cells than this on one line are a table written without line ends.
WIDEST = 12
ELEMENTS = {
    "headline": ('<h3 class="headline">', "</h3>"),
    "lede": ('<p class="lede">', "</p>"),
    "caption": ('<p class="caption">', "</p>"),
    "list item": ("<li>", "</li>"),
}


class Marks(NamedTuple):
    """What to mark in one article: its facts by number, and for each place the findings, by number, that stand on it."""

    article: str
    facts: Sequence[tuple[int, Fact]]
    places: Mapping[Span, tuple[int, ...]]
    tones: Mapping[int, str]


def html(words: str) -> str:
    """Text as HTML, without characters that turn the direction of writing or can't be shown."""
    return escape(UNSAFE.sub(lambda found: " " if found.group() in "\n\r\t" else "\ufffd", words))


def marks(item: Checked, results: Sequence[Result], article: str) -> Marks:
    """Of facts that overlap the first and longest is marked; the others are left to the table."""
    facts, behind = [], 0
    for number, fact in sorted(enumerate(item.facts, 1), key=lambda one: (one[1].span.start, -one[1].span.end)):
        if fact.span.start >= behind:
            facts.append((number, fact))
            behind = fact.span.end
    places: dict[Span, tuple[int, ...]] = {}
    for number, result in enumerate(results, 1):
        for place in result.places:
            if place.document is item.document and number not in places.get(place.span, ()):
                places[place.span] = (*places.get(place.span, ()), number)
    return Marks(article, facts, places, {number: at_level(result) for number, result in enumerate(results, 1)})


def story(item: Checked, found: Marks) -> Iterator[str]:
    """All blocks; list items that follow one another are one list, and cells one table."""
    document = item.document
    for kind, group in groupby(document.blocks, key=lambda block: block.kind):
        if kind == "table cell":
            yield from table(document, list(group), found)
            continue
        start, end = ELEMENTS.get(kind, ("<p>", "</p>"))
        yield "<ul>\n" if kind == "list item" else ""
        yield from (f"{start}{''.join(words(document.text, block, found))}{end}\n" for block in group)
        yield "</ul>\n" if kind == "list item" else ""


def table(document: Document, cells: Sequence[Block], found: Marks) -> Iterator[str]:
    """Cells of one line of the source are a row. Formats that have no lines, or all of a table on one, have a row a cell."""
    places = {cell: document.locate(cell.start) for cell in cells}
    rows = [list(row) for _, row in groupby(cells, key=lambda cell: (places[cell].field, places[cell].line))]
    if max(map(len, rows)) > WIDEST:
        rows = [[cell] for cell in cells]
    yield '<div class="scroll"><table class="cells">\n'
    for row in rows:
        inner = "".join(f"<td>{''.join(words(document.text, cell, found))}</td>" for cell in row)
        yield f"<tr>{inner}</tr>\n"
    yield "</table></div>\n"


def words(text: str, block: Block, found: Marks) -> Iterator[str]:
    """The words of a block, fact by fact, with references behind them to what was found."""
    behind = block.start
    for number, fact in found.facts:
        start, end = fact.span
        if start < block.start or end > block.end:
            continue
        yield from outside(text, behind, start, found)
        inner = "".join(marked for marked, _ in pieces(text, start, end, found))
        name = f"{found.article}-f{number}"
        yield f'<a class="fact" id="{name}-words" href="#{name}">{inner}</a>'
        yield references(found, [one for _, ended in pieces(text, start, end, found) for one in ended])
        behind = end
    yield from outside(text, behind, block.end, found)


def outside(text: str, start: int, end: int, found: Marks) -> Iterator[str]:
    """Words between facts: references stand right behind what they are for, which a link can't hold."""
    for marked, ended in pieces(text, start, end, found):
        yield marked + references(found, ended)


def pieces(text: str, start: int, end: int, found: Marks) -> Iterator[tuple[str, list[int]]]:
    """A stretch of text, cut where places begin and end, and the findings whose places end with each piece."""
    here = [(span, numbers) for span, numbers in found.places.items() if span.start < end and span.end > start]
    cuts = sorted({start, end, *(at for span, _ in here for at in span if start < at < end)})
    for left, right in pairwise(cuts):
        over = sorted({one for span, numbers in here if span.start <= left and right <= span.end for one in numbers})
        ended = sorted({one for span, numbers in here if span.end == right for one in numbers})
        words = html(text[left:right])
        if over:
            tone = min((found.tones[number] for number in over), key=RANK.index)
            words = f'<span class="place {tone}" data-n="{" ".join(map(str, over))}">{words}</span>'
        yield words, ended


def references(found: Marks, numbers: Sequence[int]) -> str:
    """Links to these findings."""
    links = [
        f'<a class="{found.tones[number]}" href="#{found.article}-n{number}" aria-label="finding {number}">{number}</a>'
        for number in dict.fromkeys(numbers)
    ]
    return f'<sup class="refs">{"".join(links)}</sup>' if links else ""
