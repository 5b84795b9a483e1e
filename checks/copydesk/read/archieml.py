"""ArchieML, the notation of graphics desks (archieml.org): headline, date, paragraphs and captions by their keys, everything else left out.

All keys of a file count, whatever object or array they stand in; in a freeform array each line is a paragraph.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime

from copydesk.late import late
from copydesk.model import BlockKind, Document, Reader, Unread
from copydesk.named import NamedTuple
from copydesk.read._draft import decode, publication_date
from copydesk.read._galley import Galley
from copydesk.read._nested import add_plain
from copydesk.read._tree import Words
from copydesk.typed import IO

KEY = late(r"[ \t]*([\w.-]+)[ \t]*:[ \t]*(.*?)[ \t\r]*$")
SCOPE = late(r"[ \t]*(?:\[[ \t]*([+.]*)([\w.-]*)[ \t]*\]|\{[ \t]*([+.]*)([\w.-]*)[ \t]*\})[ \t\r]*$")
ITEM = late(r"[ \t]*\*[ \t]*(.*?)[ \t\r]*$")
COMMAND = late(r"[ \t]*:(skip|endskip|ignore|end)\b", re.IGNORECASE)
HEADLINES = frozenset("headline title hed head".split())
DATES = frozenset("date pubdate published publication_date publish_date".split())
BODIES = frozenset("text body story copy content p paragraph paragraphs".split())
KINDS: dict[str, BlockKind] = dict.fromkeys(
    "dek deck lede lead intro summary standfirst subhead subhed chatter".split(), "paragraph"
)
KINDS |= dict.fromkeys("caption cutline".split(), "caption")
KINDS |= dict.fromkeys("quote pullquote".split(), "paragraph")


class Line(NamedTuple):
    text: str
    at: int


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    source = decode(stream.read(), path)
    if isinstance(source, Unread):
        yield source
        return
    try:
        yield Script(source).document(path)
    except ValueError as error:
        yield Unread(path, path, str(error))


class Script:
    """One file, line by line."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = list(lines(source))
        self.galley = Galley()
        self.dated: date | datetime | None = None
        self.freeform = self.skipping = False
        self.array = ""  # the array of strings that we stand in

    def document(self, path: str) -> Document | Unread:
        """Raises ValueError for a date that can't be read."""
        i = 0
        while i < len(self.lines):
            i = self.line(i)
            if i < 0:
                break
        return self.galley.document(path, {"text": self.source}, self.dated)

    def line(self, i: int) -> int:
        """What one line says; the next one to read, or -1 at the end."""
        text, at = self.lines[i]
        command = COMMAND.match(text)
        if command:
            word = command[1].lower()
            self.skipping = word == "skip" or (self.skipping and word != "endskip")
            return -1 if word == "ignore" and not self.skipping else i + 1
        if self.skipping or not text.strip():
            return i + 1
        scope, key, item = SCOPE.match(text), KEY.match(text), ITEM.match(text)
        if scope:
            # An object inside of an array does not end the freeform text around it.
            if scope[2] is not None:
                self.freeform, self.array = "+" in scope[1], scope[2].lower().rpartition(".")[2]
        elif key:
            return self.key(i, key)
        elif item and self.array and not self.freeform:
            if self.array in BODIES or self.array in KINDS:
                self.galley.add("paragraph", [Words(item[1], at + item.start(1))])
        elif self.freeform:
            self.galley.add("paragraph", [Words(text, at)])
        return i + 1

    def key(self, i: int, key: re.Match[str]) -> int:
        """A key with its value: the rest of its line, and, if `:end` stands behind them, the lines up to there."""
        at = self.lines[i].at
        name, end = key[1].lower().rpartition(".")[2], self.end(i)
        words = [Words(key[2], at + key.start(2))]
        for line in self.lines[i + 1 : end]:
            cut = len(line.text) - len(line.text.removeprefix("\\"))
            words += [Words("\n", -1), Words(line.text[cut:], line.at + cut)]
        if name in HEADLINES and not self.galley.blocks:
            self.galley.add("headline", words)
        elif name in DATES and self.dated is None and key[2]:
            self.dated = publication_date(key[2])
        elif name in BODIES:
            add_plain(self.galley, words)
        elif name in KINDS:
            self.galley.add(KINDS[name], words)
        return end + 1 if end > i else i + 1

    def end(self, i: int) -> int:
        """The line of the `:end` that closes a value; the value's own line where there is none. In freeform text a value is one line."""
        for j in range(i + 1, len(self.lines)):
            text = self.lines[j].text
            command = COMMAND.match(text)
            if command:
                return j if command[1].lower() == "end" else i
            if KEY.match(text) or SCOPE.match(text) or (ITEM.match(text) and self.array):
                return i
            if self.freeform and text.strip():
                return i
        return i


def lines(source: str) -> Iterator[Line]:
    at = 0
    for text in source.split("\n"):
        yield Line(text, at)
        at += len(text) + 1


READER = Reader("ArchieML, one article a file", (".aml", ".archieml"), read)
