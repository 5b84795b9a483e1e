"""OpenDocument texts (.odt, of LibreOffice and others): paragraphs in order, those of tables and notes too."""

from collections.abc import Iterator
from datetime import date, datetime

from copydesk.model import BlockKind, Document, Reader, Unread
from copydesk.read._draft import publication_date
from copydesk.read._paper import DATES, UNITS, Paper
from copydesk.read._tree import Element, Words
from copydesk.read._xml import BrokenXml, parse
from copydesk.read._zip import Archive, BrokenZip
from copydesk.typed import IO

PARAGRAPHS = ("text:p", "text:h")
# What was deleted, remarks of others, and drawings' own descriptions are no text.
NOT_TEXT = frozenset(
    ("text:tracked-changes", "office:annotation", "svg:title", "svg:desc", "office:forms", "text:table-of-content")
)
CHARACTERS = {"text:tab": "\t", "text:line-break": "\v", "text:soft-page-break": ""}
# Paragraphs inside of others: their words are not those of the outer one.
APART = frozenset(("text:note", "draw:text-box", *PARAGRAPHS))


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    try:
        yield document(Archive(stream, "OpenDocument text"), path)
    except (BrokenZip, BrokenXml) as error:
        yield Unread(path, path, str(error))


def document(archive: Archive, path: str) -> Document | Unread:
    data = archive.part("content.xml")
    if data is None:
        raise BrokenZip("This is no OpenDocument text: it has no part content.xml. Save it as .odt.")
    root = parse(data, prefixed=True).root
    body = root.first("office:text")
    if body is None:
        raise BrokenZip("This OpenDocument file is no text. Save it as .odt.")
    parents = {
        style.attributes.get("style:name", ""): style.attributes.get("style:parent-style-name", "")
        for style in root.elements("style:style")
    }
    paper, set_so_far = Paper(), list[tuple[BlockKind, Words]]()
    for paragraph, above in paragraphs(body):
        first = not any(words.text.strip() for _, words in set_so_far)
        set_so_far.append((kind(paragraph, above, parents, first), paper.line(said(paragraph))))
    paper.set(set_so_far)
    return paper.galley.document(path, paper.sources(), dated(archive.part("meta.xml")), units=UNITS)


def paragraphs(body: Element) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """All paragraphs and headings in order, with the names of the elements above each."""
    stack: list[tuple[Element, tuple[str, ...]]] = [(body, ())]
    while stack:
        element, above = stack.pop()
        if element.name in NOT_TEXT:
            continue
        if element.name in PARAGRAPHS:
            yield element, above
        below = (*above, element.name)
        stack += [(child, below) for child in reversed(element.children) if isinstance(child, Element)]


def said(paragraph: Element) -> str:
    """The words of one paragraph; white space as the format has it: any run is one, more are elements."""
    parts: list[str] = []
    stack: list[Element | Words] = list(reversed(paragraph.children))
    while stack:
        item = stack.pop()
        if isinstance(item, Words):
            parts.append(item.text)
        elif item.name == "text:s":
            parts.append(" ")
        elif item.name in CHARACTERS:
            parts.append(CHARACTERS[item.name])
        elif item.name not in APART and item.name not in NOT_TEXT:
            stack += reversed(item.children)
    return "".join(parts)


def kind(paragraph: Element, above: tuple[str, ...], parents: dict[str, str], first: bool) -> BlockKind:
    """By its style, or the one that its own is made from, and by where it stands."""
    own = paragraph.attributes.get("text:style-name", "")
    names = {own, parents.get(own, "")}
    if "table:table-cell" in above:
        return "table cell"
    if "Title" in names or (first and paragraph.name == "text:h"):
        return "headline"
    if names & {"Caption", "Illustration", "Figure", "Drawing", "Table"}:
        return "caption"
    return "list item" if "text:list-item" in above else "paragraph"


def dated(data: bytes | None) -> date | datetime | None:
    """The day of publication, if a field of the user's own says it. When the file was made tells nothing of it."""
    for field in parse(data, prefixed=True).root.elements("meta:user-defined") if data else ():
        if field.attributes.get("meta:name", "").lower() in DATES:
            try:
                return publication_date(field.said())
            except ValueError:
                continue
    return None


READER = Reader("OpenDocument texts", (".odt",), read)
