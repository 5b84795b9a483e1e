"""Markdown: what a reader of the page would see, with each character's place in the source.

Front matter gives title and date; the first `# heading` is a headline. Code, comments, struck-out words, link targets and bare addresses are no
text. A soft line break is a space. A body without markup takes a short cut to the same outcome, which spares importing marko.
"""

import re
from collections.abc import Iterator

from copydesk.late import late
from copydesk.model import BlockKind, Document, Reader, Span, Unread
from copydesk.named import NamedTuple
from copydesk.read import _frontmatter
from copydesk.read._draft import Line, decode, lines, publication_date
from copydesk.read._sheet import Piece, Sheet
from copydesk.typed import IO, Any

# What may be markup, wherever it stands; at the start of a line; at its end.
MARKUP = late(
    r"[*_`\[\]<>|\\~&@\x00-\x09\x0b-\x1f]|://|www\.|^(?:[^\S\n]|[-+=:]|#(?! \w.*[^#\s]$)|\d{1,9}[.)](?:\s|\Z))|[^\S\n]$",
    re.M | re.I,
)
# These two are compiled when a page first has need of them.
ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
HTML = r"(?si)<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^>]*>"
# Inline elements whose words are not the article's.
NOT_TEXT = frozenset(("CodeSpan", "InlineHTML", "AutoLink", "Url", "Strikethrough"))


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    original = decode(stream.read(), path)
    if isinstance(original, Unread):
        yield original
        return
    source = original.replace("\r\n", "\n").replace("\r", "\n")
    front = _frontmatter.split(source)
    try:
        dated = publication_date(front.date) if front.date else None
    except ValueError as error:
        yield Unread(path, path, f"{error} It stands in the front matter.")
        return
    sheet = Sheet(source, original)
    sheet.add("headline", front.title)
    heads = {} if plain(sheet, front.end) else marked(sheet, front.end)
    if not sheet.blocks:
        yield Unread(path, path, "There is no article in it: code, comments and addresses are no text.")
        return
    segments = tuple(sheet.segments)
    yield Document(
        path,
        sheet.text,
        tuple(sheet.blocks),
        segments,
        {"text": original},
        path,
        date=dated,
        headings=heads,
        tags=front.tags,
        language=front.language,
    )


# ---------------------------------------------------------------- without markup


def plain(sheet: Sheet, start: int) -> bool:
    """The short cut: headings of one # and paragraphs. False, and nothing done, where there may be more."""
    body = sheet.source[start:]
    if MARKUP.search(body):
        return False
    paragraph: list[Line] = []
    for line in lines(body):
        heading = body[line.start] == "#"
        if paragraph and (heading or line.apart):
            end_paragraph(sheet, start, paragraph)
        if heading:
            sheet.add(heading_kind(sheet, 1), [Span(start + line.start + 2, start + line.end)])
        else:
            paragraph.append(line)
    end_paragraph(sheet, start, paragraph)
    return True


def end_paragraph(sheet: Sheet, start: int, paragraph: list[Line]) -> None:
    if paragraph:
        sheet.add(paragraph_kind(sheet), [Span(start + paragraph[0].start, start + paragraph[-1].end)])
        paragraph.clear()


def heading_kind(sheet: Sheet, level: int) -> BlockKind:
    """The first heading of the first level is a headline, and so is whichever heading begins the page; the others stand in the body."""
    first = not any(block.kind != "headline" for block in sheet.blocks)
    seen = sum(block.kind == "headline" for block in sheet.blocks)
    return "headline" if first and (level == 1 or not seen) else "paragraph"


def paragraph_kind(sheet: Sheet) -> BlockKind:
    return "paragraph" if any(block.kind == "lede" for block in sheet.blocks) else "lede"


# ---------------------------------------------------------------- with markup

# A table of the page, a row and a column of it.
Cell = tuple[int, int, int]


class Found(NamedTuple):
    """A block to be: its kind, the level of a heading or 0, its pieces, and where it stands in a table."""

    kind: BlockKind
    level: int
    pieces: list[Piece]
    cell: Cell | None = None


def marked(sheet: Sheet, start: int) -> dict[int, tuple[Span, ...]]:
    """The body as marko reads it; as plain paragraphs where its nesting is too deep for that. Gives the headings of table cells."""
    from marko import Markdown

    # Blank lines in place of the front matter: all spans then lead into the source itself.
    body = re.sub(r"[^\n]", " ", sheet.source[:start]) + sheet.source[start:]
    try:
        page = Markdown(extensions=["gfm"]).parse(body)
        found = list(blocks(page.children))
    except (RecursionError, AttributeError, IndexError, TypeError, ValueError, AssertionError):
        found = [Found("paragraph", 0, [Span(line.start, line.end)]) for line in lines(body)]
    cells: dict[Cell, Span] = {}
    for kind, level, pieces, cell in found:
        before = len(sheet.blocks)
        if level:
            sheet.add(heading_kind(sheet, level), pieces)
        else:
            sheet.add(paragraph_kind(sheet) if kind == "paragraph" else kind, pieces)
        if cell and len(sheet.blocks) > before:
            cells[cell] = Span(*sheet.blocks[-1][1:])
    return headings(cells)


def headings(cells: dict[Cell, Span]) -> dict[int, tuple[Span, ...]]:
    """Of each cell the one on top of its column and the first of its row."""
    found = {}
    for (table, row, column), span in cells.items():
        above, beside = cells.get((table, 0, column)), cells.get((table, row, 0))
        found[span.start] = tuple(each for each in (above, beside) if each is not None and each != span)
    return found


def blocks(elements: Any, inside: BlockKind = "paragraph") -> Iterator[Found]:
    for element in elements:
        name = type(element).__name__
        if name in ("Heading", "SetextHeading"):
            yield Found("paragraph", element.level, list(inline(element.children)))
        elif name == "Table":
            for row, line in enumerate(element.children):
                for column, cell in enumerate(line.children):
                    yield Found("table cell", 0, list(inline(cell.children)), (id(element), row, column))
                    yield from captions(cell.children)
        elif name == "Paragraph":
            yield Found(inside, 0, list(inline(element.children)))
            yield from captions(element.children)
        elif name == "HTMLBlock":
            yield from html(element)
        elif name not in ("CodeBlock", "FencedCode") and not isinstance(getattr(element, "children", ""), str):
            yield from blocks(element.children, "list item" if name == "ListItem" else inside)


def captions(elements: Any) -> Iterator[Found]:
    """The words that stand for pictures."""
    for element in elements:
        if type(element).__name__ == "Image":
            yield Found("caption", 0, list(inline(element.children)))
        elif not isinstance(element.children, str):
            yield from captions(element.children)


def inline(elements: Any) -> Iterator[Piece]:
    """The pieces of a paragraph, as far as they are the article's words."""
    for element in elements:
        name = type(element).__name__
        if name in NOT_TEXT or name == "Image":
            continue
        if name == "LineBreak":
            yield " " if element.soft else "\n"
        elif name == "Literal":
            yield Span(element.source_span[1] - 1, element.source_span[1])
        elif isinstance(element.children, str):
            yield from words(element.children, element.source_span)
        else:
            yield from inline(element.children)


def words(text: str, span: tuple[int, int] | None) -> Iterator[Piece]:
    """A run of words, its entities read. Words that stand otherwise in the source are given without a place."""
    if "&" not in text:
        yield Span(*span) if span and span[1] - span[0] == len(text) else text
        return
    from html import unescape

    behind = 0
    for entity in re.finditer(ENTITY, text):
        yield from words_between(text, span, behind, entity.start())
        yield unescape(entity.group())
        behind = entity.end()
    yield from words_between(text, span, behind, len(text))


def words_between(text: str, span: tuple[int, int] | None, start: int, end: int) -> Iterator[Piece]:
    if start < end:
        exact = span and span[1] - span[0] == len(text)
        yield Span(span[0] + start, span[0] + end) if span and exact else text[start:end]


def html(element: Any) -> Iterator[Found]:
    """The words between the tags of a block of HTML."""
    start, end = element.source_span
    body = element.body
    if end - start < len(body.rstrip("\n")):
        return
    kind: BlockKind = "caption" if "<figcaption" in body.lower() else "paragraph"
    pieces: list[Piece] = []
    behind = 0
    for tag in re.finditer(HTML, body):
        pieces += words_between(body, (start, start + len(body)), behind, tag.start())
        pieces.append(" ")
        behind = tag.end()
    pieces += words_between(body, (start, start + len(body)), behind, len(body))
    yield Found(kind, 0, pieces)


READER = Reader("Markdown, one article a file", (".md", ".markdown"), read)
