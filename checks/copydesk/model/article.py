"""An article as the desk sees it: a Document, the Facts it states and the Relations that tie them."""

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, datetime

from copydesk.amounts import Amount
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.printed import Box, Row, boxes
from copydesk.typed import Final, Literal
from copydesk.values import Value

BlockKind = Literal["headline", "lede", "paragraph", "caption", "list item", "table cell"]
FactKind = Literal[
    "count", "quantity", "money", "percent", "ordinal", "age", "number", "score", "date", "time", "duration", "set"
]  # fmt: skip


class Span(NamedTuple):
    """A place in a document's text: code points, end exclusive."""

    start: int
    end: int


# The sentence of a fact that was made without one.
UNTOLD = Span(0, 0)


class Block(NamedTuple):
    """A headline, a paragraph, a caption, …: the pieces of an article."""

    kind: BlockKind
    start: int
    end: int


class Segment(NamedTuple):
    """A stretch of a document's text that stands, character for character, in a field of its source.

    `start`, `end` are offsets into Document.text; `at` is the offset of its first character in the source field.
    Where it stands there in another form (an entity), `until` is the end of that form; otherwise -1.
    """

    start: int
    end: int
    field: str
    at: int
    until: int = -1


class Location(NamedTuple):
    """A place as people and other tools name it: line and column count from 1, in code points, in the field of the source."""

    path: str
    field: str
    offset: int
    line: int
    column: int


class Document(NamedTuple):
    """An article: one text (headline first, then the body), its blocks, and the way back to the source.

    id        its name in reports: a path, or the contract's id
    text      headline and body; blocks tell which is which
    date      publication date, or None
    segments  in text order; text between segments (a blank line put in) has no source
    sources   the fields of the source, whole, by name: {"text": …} for a file, {"title": …, "text": …} for the contract
    path      file that it came from, "-" for standard input
    headings  of table cells, by where their block starts: the spans of the cells that head their row and column
    tags      words that its source files it under
    language  as its source gives it ("en-GB"); empty where it gives none
    line      line of the file at which the source begins (JSON Lines: one article a line)
    lines     of fields that begin elsewhere in the file: on which line (a string of a JSON file, where a field is a JSON pointer)
    units     of fields whose lines are no lines of a file: what each is ("paragraph", "footnote")
    rows      of fields that are printed pages: where their lines stand on paper
    markup    marks stand between the words of the source: people are better shown the text
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    sources: Mapping[str, str]
    path: str = "-"
    line: int = 1
    date: date | datetime | None = None
    counterpart: "Document | None" = None
    lines: Mapping[str, int] = {}
    units: Mapping[str, str] = {}
    markup: bool = False
    headings: Mapping[int, tuple[Span, ...]] = {}
    tags: tuple[str, ...] = ()
    language: str = ""
    rows: Mapping[str, tuple[Row, ...]] = {}

    def place(self, offset: int) -> tuple[str, int]:
        """The field and the offset in it of an offset into `text`."""
        if not self.segments:
            return "text", 0
        i = bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1
        if i < 0:
            return self.segments[0].field, self.segments[0].at
        segment = self.segments[i]
        if segment.until >= 0:
            return segment.field, segment.at if offset < segment.end else segment.until
        return segment.field, segment.at + min(offset, segment.end) - segment.start

    def locate(self, offset: int) -> Location:
        """Line and column of an offset into `text`, in the source field where it stands."""
        name, at = self.place(offset)
        source = self.sources[name]
        line_start = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
        breaks = source.count("\n", 0, at) + source.count("\r", 0, at) - source.count("\r\n", 0, at)
        return Location(self.path, name, at, breaks + 1, at - line_start + 1)

    def source_span(self, span: Span) -> tuple[str, int, int]:
        """Field, start and end in the source of a span of `text`; the end is that of its last character."""
        name, start = self.place(span.start)
        last_name, last = self.place(span.end - 1)
        if last_name != name:
            return name, start, start + 1
        i = bisect_right(self.segments, span.end - 1, key=lambda segment: segment.start) - 1
        form = self.segments[i] if i >= 0 else None
        return name, start, form.until if form and form.until >= 0 and span.end <= form.end else last + 1

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """Where a span stands on printed pages, a box a line; empty for an article that is not on paper."""
        name, start, end = self.source_span(span)
        return tuple(boxes(self.rows[name], start, end)) if name in self.rows else ()

    def file_line(self, offset: int) -> int:
        """The line of the file on which an offset into `text` stands, for tools that point into files; the paragraph, where a format
        has no lines; of an article among many in a file, the line on which it begins."""
        found = self.locate(offset)
        return self.lines.get(found.field, found.line if self.id == self.path else self.line)

    def block_at(self, offset: int) -> BlockKind:
        """The kind of block that an offset stands in."""
        i = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[i].kind if i >= 0 and offset < self.blocks[i].end else "paragraph"


class _Read(Value):
    """What the value of a fact is: the amount of a figure, the moment of a date or time. Asking for the other one raises AttributeError."""

    __slots__ = ("amount", "moment")
    amount: Amount
    moment: Moment


class Fact(_Read, beside=("document",)):
    """One statement of a figure or a time, where it stands. Its words are read off the document, so they can't disagree with it.

    value     an Amount (figures, durations) or a Moment (dates, times); None for a vague one ("recently")
    timex     TIMEX3 value of a date, time, duration, set or age
    of        what is counted, or whose age: the noun phrase, lemmatised, head last ("highway", "bridge")
    role      of people: killed, injured, missing, …; several are joined with "+" ("killed+injured" is one figure for both)
    speaker   who says so, in the article's words; None for the reporter
    sentence  span of the sentence it stands in
    quoted    inside quotation marks
    part      a part of another figure ("three of them", "including two", "another five"): never a mention of the whole
    other     belongs to another event than the article's own (an earlier one, a year's total, a war's)
    some      of the people in its role it counts only some ("two nurses died" where twelve people did): no mention of all in the role
    """

    __slots__ = (
        "kind", "span", "document", "value", "timex", "of", "role", "speaker", "block", "sentence", "quoted", "part", "other", "some"
    )  # fmt: skip

    def __init__(
        self,
        kind: FactKind,
        span: Span,
        document: Document,
        value: Amount | Moment | None = None,
        timex: str | None = None,
        of: tuple[str, ...] = (),
        role: str | None = None,
        speaker: str | None = None,
        block: BlockKind = "paragraph",
        sentence: Span = UNTOLD,
        quoted: bool = False,
        part: bool = False,
        other: bool = False,
        some: bool = False,
    ) -> None:
        self.kind: Final = kind
        self.span: Final = span
        self.document: Final = document
        self.value: Final = value
        if isinstance(value, Amount):
            self.amount = value
        elif isinstance(value, Moment):
            self.moment = value
        self.timex: Final = timex
        self.of: Final = of
        self.role: Final = role
        self.speaker: Final = speaker
        self.block: Final = block
        self.sentence: Final = sentence
        self.quoted: Final = quoted
        self.part: Final = part
        self.other: Final = other
        self.some: Final = some
        (start, end), text = span, document.text
        if not 0 <= start < end <= len(text) or text[start].isspace() or text[end - 1].isspace():
            words = text[start:end]
            raise ValueError(f"{document.id}: a {kind} at {span} does not stand on its text: {words!r}")

    @property
    def text(self) -> str:
        return self.document.text[self.span.start : self.span.end]


class Repair(NamedTuple):
    """A change that would put something in order: what is said, and what would stand instead."""

    said: str
    instead: str

    def __str__(self) -> str:
        return f"{self.said} → {self.instead}"


class Relation(NamedTuple):
    """A tie that the text itself makes between facts, with named parts: conversion(stated, converted), span(start, end, length).

    A part is a Fact, several Facts, or a value computed from them (an Amount or Moment, standing nowhere).

    repairs   each change that would put it in order if it is not; none is chosen
    """

    kind: str
    parts: Mapping[str, "Fact | tuple[Fact, ...] | Amount | Moment"]
    sentence: Span
    repairs: tuple[Repair, ...] = ()

    def facts(self) -> tuple[Fact, ...]:
        """All facts of all parts, in the order of the parts."""
        found: list[Fact] = []
        for part in self.parts.values():
            found += (
                [part]
                if isinstance(part, Fact)
                else [f for f in part if isinstance(f, Fact)]
                if isinstance(part, tuple)
                else []
            )
        return tuple(found)
