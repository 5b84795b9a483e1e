"""The story itself with what was found as footnotes: a reference behind each clashing statement."""

from collections.abc import Iterator

from copydesk.model import Block, Checked, Look, Place, Result
from copydesk.report._prose import SPECIAL, STARTS, about_rule, at, literal, message, shown, started

OPENERS = {"headline": "# ", "list item": "- ", "caption": "*"}
CLOSERS = {"caption": "*"}


def story(item: Checked, look: Look) -> Iterator[str]:
    """Its blocks as Markdown, then the footnotes in the order of their first place."""
    document = item.document
    results = sorted(shown(item, look), key=first_place)
    marks: dict[int, list[int]] = {}
    for number, result in enumerate(results, 1):
        for end in sorted({place.span.end for place in result.places if place.document is document}):
            marks.setdefault(end, []).append(number)
    before = ""
    for block in document.blocks:
        if before:
            yield "\n" if before == block.kind == "list item" else "\n\n"
        yield f"{OPENERS.get(block.kind, '')}{marked(document.text, block, marks)}{CLOSERS.get(block.kind, '')}"
        before = block.kind
    yield "\n\n"
    yield from (f"[^{number}]: {footnote(result)}\n" for number, result in enumerate(results, 1))


def first_place(result: Result) -> tuple[int, int]:
    return min(((place.span.start, place.span.end) for place in result.places), default=(1 << 60, 0))


def marked(text: str, block: Block, marks: dict[int, list[int]]) -> str:
    """A block's words with the references put in."""
    pieces, behind = [], block.start
    for end in [*sorted(end for end in marks if block.start < end <= block.end), block.end]:
        pieces.append(SPECIAL.sub(lambda found: f"\\{found.group()}", flat(text[behind:end])))
        pieces += [f"[^{number}]" for number in marks.get(end, ())] if behind < end else []
        behind = end
    words = "".join(pieces).strip()
    return STARTS.sub(started, words)


def flat(words: str) -> str:
    return "".join(" " if letter in "\r\n\t" else letter if letter.isprintable() else "\ufffd" for letter in words)


def footnote(result: Result) -> str:
    """The message, the statements with what was understood, and the rule."""
    said = [f"“{literal(words(place))}” in {at(place)}{meaning(place.understood)}" for place in result.places]
    parts = [message(result), f"{'; '.join(said)}." if said else "", *map(literal, result.repairs), about_rule(result)]
    return " ".join(filter(None, parts))


def words(place: Place) -> str:
    return place.document.text[place.span.start : place.span.end]


def meaning(understood: str) -> str:
    return f" ({literal(understood)})" if understood else ""
