"""XML read without its dangers: no entity is ever defined, expanded or fetched, no DTD is loaded, size and depth are bounded.

expat says at which byte of its input each event stands; the input is the decoded text in UTF-8, so that every byte leads to a character.
"""

import re
from html.entities import html5

from copydesk.late import late
from copydesk.named import NamedTuple
from copydesk.read._draft import BYTE_ORDER_MARKS, LARGEST, TOO_LARGE
from copydesk.read._tree import DEEPEST, Element, Words

DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z][\w.:-]{0,40})[\"']")
# What stands before the first element: the declaration, comments, instructions and a document type.
PROLOG = late(r"(?:\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL)


# A file of more elements, or of more stretches of text between them, is no article; each costs memory.
MOST, MOST_STRETCHES = 250_000, 500_000


class BrokenXml(ValueError):
    """What is wrong with a file, and what to do."""


class Parsed(NamedTuple):
    """The decoded file, and what is in it."""

    source: str
    root: Element


def root_name(data: bytes) -> str:
    """The name of the first element, without its prefix; empty if there is none. Nothing is parsed."""
    head = data[:65536]
    wide = next((name for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8")
    found = PROLOG.match(head.decode(wide, "replace").lstrip("\ufeff"))
    return found[1] if found else ""


def decoded(data: bytes) -> str:
    """Raises BrokenXml where the bytes are not in the encoding that the file declares (UTF-8 if it declares none)."""
    if len(data) > LARGEST:
        raise BrokenXml(TOO_LARGE)
    declared = DECLARED.match(data.lstrip()[:300])
    name = declared[1].decode() if declared else "utf-8"
    for mark, wide in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            data, name = data[len(mark) :], wide
    try:
        text = data.decode(name)
    except LookupError as error:
        raise BrokenXml(f"It declares an encoding that I don't know, {name!r}. Save it as UTF-8.") from error
    except (UnicodeDecodeError, ValueError) as error:
        at = f" (byte {error.start})" if isinstance(error, UnicodeDecodeError) else ""
        raise BrokenXml(f"Its bytes are not {name}, as it declares{at}. Save it as UTF-8.") from error
    if not text.strip():
        raise BrokenXml("This is empty: there is no article in it.")
    return text


def parse(data: bytes, prefixed: bool = False) -> Parsed:
    """Raises BrokenXml for what is no XML, or XML that I won't read.

    prefixed   names are kept with their namespace prefix
    """
    source = decoded(data)
    return Parsed(source, Builder(source, prefixed).parse())


class Builder:
    """Puts expat's events together. Positions only ever grow, so bytes are counted into characters once."""

    def __init__(self, source: str, prefixed: bool) -> None:
        self.source, self.prefixed = source, prefixed
        self.data = source.encode("utf-8", "surrogatepass")
        self.ascii = len(self.data) == len(source)
        self.root = Element("", {})
        self.stack = [self.root]
        self.byte = self.character = self.count = self.stretches = 0

    def parse(self) -> Element:
        from xml.parsers import expat

        parser = self.parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.words
        parser.SkippedEntityHandler = self.skipped
        parser.EntityDeclHandler = self.refuse
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as error:
            said = expat.ErrorString(error.code)
            raise BrokenXml(f"This is no XML: {said}, line {error.lineno}, column {error.offset + 1}.") from error
        return self.root

    def place(self) -> int:
        """Where the event stands, in characters."""
        at: int = self.parser.CurrentByteIndex
        if self.ascii:
            return at
        self.character += len(self.data[self.byte : at].decode("utf-8", "replace"))
        self.byte = at
        return self.character

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MOST:
            raise BrokenXml(f"It has more than {MOST:,} elements: that is no article.")
        if len(self.stack) > DEEPEST:
            raise BrokenXml(f"It is nested more than {DEEPEST} deep: that is no article.")
        at = self.place()
        if not self.prefixed:
            name = name.rpartition(":")[2]
            attributes = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        element = Element(name, attributes, at, self.source.find(">", at) + 1)
        self.stack[-1].children.append(element)
        self.stack.append(element)

    def end(self, _: str) -> None:
        self.stack.pop()

    def words(self, text: str) -> None:
        at = self.place()
        self.stretches += 1
        if self.stretches > MOST_STRETCHES:
            raise BrokenXml(f"Its text is in more than {MOST_STRETCHES:,} pieces: that is no article.")
        if text == "&" and (named := re.compile(r"&\w+;|&#\w+;").match(self.source, at)):
            found = Words(text, at, named.end())
        elif self.source.startswith(text, at):
            found = Words(text, at)
        elif text == "\n":
            found = Words(text, at, at + (2 if self.source.startswith("\r\n", at) else 1))
        else:
            found = Words(text, at, self.source.find(";", at) + 1)
        self.stack[-1].children.append(found)

    def skipped(self, name: str, is_parameter: bool) -> None:
        """An entity that only a DTD defines, which nobody fetches: those of HTML are known without it."""
        if not is_parameter:
            at = self.place()
            text = html5.get(f"{name};", "\ufffd")
            self.stack[-1].children.append(Words(text, at, at + len(name) + 2))

    def refuse(self, *_: object) -> None:
        raise BrokenXml("It defines entities of its own, which I never expand. Save it without them.")
