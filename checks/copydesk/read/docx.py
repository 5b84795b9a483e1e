"""Word documents (.docx): paragraphs in order, those of tables and notes too; a place is a paragraph and a character in it.

The document's XML is read directly: python-docx passes over inserted text and content controls, and unpacks every picture.
"""

from collections.abc import Iterator
from datetime import date, datetime

from copydesk.model import BlockKind, Document, Reader, Unread
from copydesk.read._draft import publication_date
from copydesk.read._paper import DATES, UNITS, Paper
from copydesk.read._tree import Element, Words
from copydesk.read._word import APART, CHARACTERS
from copydesk.read._xml import BrokenXml, parse
from copydesk.read._zip import Archive, BrokenZip
from copydesk.typed import IO


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    try:
        yield document(Archive(stream, "Word document"), path)
    except (BrokenZip, BrokenXml) as error:
        yield Unread(path, path, str(error))


def document(archive: Archive, path: str) -> Document | Unread:
    data = archive.part("word/document.xml")
    if data is None:
        raise BrokenZip("This is no Word document: it has no part word/document.xml. Save it as .docx.")
    story = Story(styles(archive.part("word/styles.xml")))
    story.body(parse(data, prefixed=True).root)
    for field in ("footnotes", "endnotes"):
        notes = archive.part(f"word/{field}.xml")
        if notes:
            story.notes(parse(notes, prefixed=True).root, field)
    paper = story.paper
    return paper.galley.document(path, paper.sources(), dated(archive.part("docProps/custom.xml")), units=UNITS)


class Story:
    """The paragraphs, one a line of the source, and the blocks that they make."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.styles = styles
        self.paper = Paper()

    def body(self, root: Element) -> None:
        paper = self.paper
        paper.set([(self.kind(p, above), self.words(p, above)) for p, above in paragraphs(root)])

    def words(self, paragraph: Element, above: tuple[str, ...]) -> Words:
        """Those of a fallback stand in the document twice: they are counted, for older programs, but not read again."""
        return self.paper.line("" if "mc:Fallback" in above else said(paragraph))

    def notes(self, root: Element, field: str) -> None:
        """A note a line; the two that hold only the line above the notes are none."""
        for note in root.elements("w:footnote", "w:endnote"):
            if note.attributes.get("w:type", "normal") != "normal":
                continue
            text = " ".join(said(p) for p, _ in paragraphs(note))
            self.paper.galley.add("paragraph", [self.paper.line(text, field)], field)

    def kind(self, paragraph: Element, above: tuple[str, ...]) -> BlockKind:
        """By its style's name, which Word keeps in English whatever it shows, and by where it stands."""
        properties = next(
            (e for e in paragraph.children if isinstance(e, Element) and e.name == "w:pPr"), Element("", {})
        )
        style = properties.first("w:pStyle")
        named = style.attributes.get("w:val", "") if style else ""
        name = self.styles.get(named, named).lower()
        if "w:tc" in above:
            return "table cell"
        if name == "title" or (name == "heading 1" and not any(line.strip() for line in self.paper.lines["text"])):
            return "headline"
        if name == "caption":
            return "caption"
        return "list item" if name.startswith("list") or properties.first("w:numPr") else "paragraph"


def paragraphs(root: Element) -> Iterator[tuple[Element, tuple[str, ...]]]:
    """All paragraphs in document order, those inside others too, with the names of the elements above each."""
    stack: list[tuple[Element, tuple[str, ...]]] = [(root, ())]
    while stack:
        element, above = stack.pop()
        if element.name == "w:p":
            yield element, above
        below = (*above, element.name)
        stack += [(child, below) for child in reversed(element.children) if isinstance(child, Element)]


def said(paragraph: Element) -> str:
    """The words of one paragraph."""
    parts: list[str] = []
    stack: list[Element] = [child for child in reversed(paragraph.children) if isinstance(child, Element)]
    while stack:
        element = stack.pop()
        if element.name == "w:t":
            parts += (child.text for child in element.children if isinstance(child, Words))
        elif element.name in CHARACTERS:
            parts.append(CHARACTERS[element.name])
        elif element.name not in APART:
            stack += [child for child in reversed(element.children) if isinstance(child, Element)]
    return "".join(parts)


def styles(data: bytes | None) -> dict[str, str]:
    """Names of styles by their ids."""
    found: dict[str, str] = {}
    for style in parse(data, prefixed=True).root.elements("w:style") if data else ():
        name = style.first("w:name")
        if name:
            found[style.attributes.get("w:styleId", "")] = name.attributes.get("w:val", "")
    return found


def dated(data: bytes | None) -> date | datetime | None:
    """The day of publication, if a custom property of the document says it. When the file was made tells nothing of it."""
    for item in parse(data).root.elements("property") if data else ():
        if item.attributes.get("name", "").lower() in DATES:
            try:
                return publication_date(item.said())
            except ValueError:
                continue
    return None


READER = Reader("Word documents", (".docx",), read)
