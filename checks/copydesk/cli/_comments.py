"""Comments in a Word document: each on the very words that it is about, whose run is split where it must be. The one door to python-docx."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path

from copydesk.errors import UsageError
from copydesk.named import NamedTuple
from copydesk.read._word import APART, CHARACTERS
from copydesk.typed import Any

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
AUTHOR, INITIALS = "copydesk", "cd"


class Comment(NamedTuple):
    """What to say of the characters `start` to `end` of a paragraph or footnote; both count from 0."""

    field: str
    paragraph: int
    start: int
    end: int
    text: str


class Atom(NamedTuple):
    """An element of a run, and which characters of the paragraph it is."""

    element: Any
    start: int
    end: int


def full(name: str) -> str:
    prefix, _, bare = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{bare}"


LEFT_OUT = frozenset(map(full, APART))
ONE_CHARACTER = frozenset(map(full, CHARACTERS))
TEXT, RUN, PARAGRAPH, PROPERTIES = full("w:t"), full("w:r"), full("w:p"), full("w:rPr")
# The elements of notes, and of what refers to them.
NOTES = {name: (full(f"w:{name[:-1]}"), full(f"w:{name[:-1]}Reference")) for name in ("footnotes", "endnotes")}
ID = full("w:id")


def write(source: Path, target: Path, comments: Sequence[Comment]) -> None:
    """A copy of a document with comments. Raises UsageError without python-docx, or where it can't do with the document."""
    try:
        from docx import Document
    except ImportError as error:
        raise UsageError("Comments in Word documents need python-docx: pip install 'copydesk[docx]'.") from error
    try:
        document = Document(str(source))
        paragraphs = list(document.element.body.iter(PARAGRAPH))
        for comment in comments:
            add(document, runs(document, paragraphs, comment), comment.text)
        document.save(str(target))
    except OSError as error:
        raise UsageError(f"I can't write to {target}: {error.strerror or error}.") from error
    except Exception as error:  # whatever a library says of a document that Word itself may open
        raise UsageError(f"python-docx can't put comments into {source}: {type(error).__name__}: {error}.") from error


def add(document: Any, elements: list[Any], text: str) -> None:
    from docx.text.run import Run

    if elements:
        first, last = (Run(element, document) for element in (elements[0], elements[-1]))
        comment = document.add_comment([first, last], text, AUTHOR, INITIALS)
        comment._comment_elm.attrib.pop(full("w:date"), None)  # the same story gives the same copy, whatever the time


def runs(document: Any, paragraphs: list[Any], comment: Comment) -> list[Any]:
    """The runs that hold the words of a comment, split at its ends; of a note the run that refers to it."""
    if comment.field != "text":
        return reference(document, comment.field, comment.paragraph)
    paragraph = paragraphs[comment.paragraph]
    split(paragraph, comment.start)
    split(paragraph, comment.end)
    return [atom.element.getparent() for atom in atoms(paragraph) if comment.start <= atom.start < comment.end]


def reference(document: Any, field: str, number: int) -> list[Any]:
    """The run that refers to a note, by its number among the notes."""
    from docx.oxml import parse_xml

    note, reference = NOTES[field]
    part = next(part for part in document.part.package.iter_parts() if str(part.partname) == f"/word/{field}.xml")
    notes = [one for one in parse_xml(part.blob).iter(note) if one.get(full("w:type"), "normal") == "normal"]
    wanted = notes[number].get(ID)
    return [found.getparent() for found in document.element.body.iter(reference) if found.get(ID) == wanted][:1]


def atoms(paragraph: Any) -> Iterator[Atom]:
    """The elements that hold the words of a paragraph, in order, as the reader of documents counts them."""
    at = 0
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in ONE_CHARACTER or element.tag == TEXT:
            length = len(element.text or "") if element.tag == TEXT else 1
            yield Atom(element, at, at + length)
            at += length
        elif element.tag not in LEFT_OUT:
            stack += reversed(element)


def split(paragraph: Any, offset: int) -> None:
    """Let a run begin at this character."""
    atom = next((atom for atom in atoms(paragraph) if atom.start <= offset < atom.end), None)
    if atom is None or atom.element.getparent().tag != RUN:
        return
    run, cut = atom.element.getparent(), offset - atom.start
    index = run.index(atom.element)
    if not cut and not any(child.tag != PROPERTIES for child in run[:index]):
        return
    twin = deepcopy(run)
    for child in twin[:index]:
        if child.tag != PROPERTIES:
            twin.remove(child)
    for child in run[index + bool(cut) :]:
        run.remove(child)
    if cut:
        copy = next(child for child in twin if child.tag == TEXT)
        text = atom.element.text
        for element, part in ((atom.element, text[:cut]), (copy, text[cut:])):
            element.text = part
            element.set(SPACE, "preserve")
    run.addnext(twin)
