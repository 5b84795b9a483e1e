"""The frozen values that flow: an article becomes a Document, its statements Facts, their ties Relations; a Rule over them
gives Results. Everything knows its place; how things look is the reports' business."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO, TYPE_CHECKING, Literal, NamedTuple

from copydesk.amounts import Amount, Outcome
from copydesk.errors import Mistake
from copydesk.moments import Moment
from copydesk.printed import Box, Row, boxes

if TYPE_CHECKING:  # rules alone need these, and they take long to load
    from copydesk.expressions import Sentence
    from copydesk.patterns import Piece

BlockKind = Literal["headline", "lede", "paragraph", "caption", "list item", "table cell"]
Level = Literal["error", "warning", "note"]
FailOn = Literal["error", "warning", "unsure", "skipped", "never"]
FactKind = Literal[
    "count", "quantity", "money", "percent", "ordinal", "age", "number", "score", "date", "time", "duration", "set"
]  # fmt: skip

# The publication date of an example that has none: a Wednesday, so that every weekday of that week is near.
EXAMPLE_DATE = date(2025, 6, 4)


class Span(NamedTuple):
    """A place in a document's text: code points, end exclusive."""

    start: int
    end: int


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


@dataclass(frozen=True, slots=True)
class Document:
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
    lines: Mapping[str, int] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    markup: bool = False
    headings: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    language: str = ""
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

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
        for block in self.blocks:
            if block.start <= offset < block.end:
                return block.kind
        return "paragraph"


@dataclass(frozen=True, slots=True)
class Fact:
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
    """

    kind: FactKind
    span: Span
    document: Document = field(repr=False, compare=False)
    value: Amount | Moment | None = None
    timex: str | None = None
    of: tuple[str, ...] = ()
    role: str | None = None
    speaker: str | None = None
    block: BlockKind = "paragraph"
    sentence: Span = Span(0, 0)
    quoted: bool = False
    part: bool = False
    other: bool = False

    def __post_init__(self) -> None:
        (start, end), text = self.span, self.document.text
        if not 0 <= start < end <= len(text) or text[start].isspace() or text[end - 1].isspace():
            words = text[start:end]
            raise ValueError(f"{self.document.id}: a {self.kind} at {self.span} does not stand on its text: {words!r}")

    @property
    def text(self) -> str:
        return self.document.text[self.span.start : self.span.end]

    @property
    def amount(self) -> Amount:
        """The value of a figure. Raises TypeError for a date or time."""
        if not isinstance(self.value, Amount):
            raise TypeError(f"{self.text!r} is a {self.kind}, not a figure")
        return self.value

    @property
    def moment(self) -> Moment:
        """The value of a date or time. Raises TypeError for a figure."""
        if not isinstance(self.value, Moment):
            raise TypeError(f"{self.text!r} is a {self.kind}, not a time")
        return self.value


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie that the text itself makes between facts, with named parts: conversion(stated, converted), span(start, end, length).

    A part is a Fact, several Facts, or a value computed from them (an Amount or Moment, standing nowhere).

    repairs   each change that would put it in order if it is not ("65 miles → 56"); none is chosen
    """

    kind: str
    parts: Mapping[str, "Fact | tuple[Fact, ...] | Amount | Moment"]
    sentence: Span
    repairs: tuple[str, ...] = ()

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


# ---------------------------------------------------------------- rules


class Term(NamedTuple):
    """One thing that `of` may name. `phrases` are noun phrases, lemmatised, head last; `roles` are roles of people."""

    phrases: frozenset[tuple[str, ...]] = frozenset()
    roles: frozenset[str] = frozenset()


class Selector(NamedTuple):
    """One entry of `find`: what a name stands for. The keys are those of RULES.md, words in lower case.

    kind       a kind of fact, or of relation where `relation` says so
    dimension  of a physical quantity ("length", "speed"), else None
    of         any of these; each is one term, or several that a figure must stand for together ("killed or hurt")
    near       all of these, each any of several phrases
    pattern    words and figures in their order; its captures are parts, like those of a relation
    """

    name: str
    kind: str
    relation: bool = False
    dimension: tuple[tuple[str, int], ...] | None = None
    of: tuple[tuple[Term, ...], ...] = ()
    near: tuple[tuple[str, ...], ...] = ()
    not_near: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    together: Literal["", "sentence", "paragraph"] = ""
    at_least: int = 1
    take: Literal["all", "first", "last"] = "all"
    text: str = ""
    pattern: "tuple[Piece, ...]" = ()


class Example(NamedTuple):
    """A short article and what the rule must say of it; `source` is the text that it is checked against, `given` what its sources give."""

    outcome: Outcome
    text: str
    title: str = ""
    dated: date = EXAMPLE_DATE
    line: int = 0
    source: str = ""
    given: tuple[tuple[str, str], ...] = ()


NOWHERE = Mistake("", 1, 1, "")
SourceKind = Literal["csv", "json", "parquet", "sql", "article", "given"]


class DataSource(NamedTuple):
    """A table, a database or another text that gives one figure or day to check against.

    at        the file, whole path; of `sql` the statement; of `article` a file, or "previous"; of what is given in an example, that
    column    the column, or key, whose value is meant
    where     columns and what must stand in them; of `sql` the parameters. `article.date` and the like are the article's own
    inside    of `json`: the keys that lead to the rows
    db        of `sql`: a SQLite file, or `env:NAME` for the variable that holds the address
    unit      what the figure is in, where the table has bare numbers
    selector  of `article`: which figure of it
    mistake   where it is declared: what a mistake in it says is filled in
    """

    name: str
    kind: SourceKind
    at: str
    column: str = ""
    where: tuple[tuple[str, str], ...] = ()
    inside: tuple[str, ...] = ()
    db: str = ""
    unit: str = ""
    selector: Selector | None = None
    mistake: Mistake = NOWHERE


class Expectation(NamedTuple):
    """One sentence of `expect`: as written, and as read.

    needs    names that it can't do without, and "source x" for a source
    chooses  names that stand for one mention at a time
    parts    parts of relations among them: the relation's name, the part, and both
    """

    text: str
    sentence: "Sentence"
    needs: tuple[str, ...] = ()
    chooses: tuple[str, ...] = ()
    parts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, ready to judge.

    pack      the name of its file, without ".facts.yml"
    missing   what a fact that is not found means
    strict    no allowance for the article's hedges and rounding
    only_for   globs of the article paths that it is for; none means all
    only_tags  tags of which an article must have one; none means all
    language   language that an article must be in, if it gives any
    """

    id: str
    pack: str
    say: str
    find: tuple[Selector, ...]
    expect: tuple[Expectation, ...]
    level: Level = "error"
    missing: Literal["skip", "warn", "fail"] = "skip"
    strict: bool = False
    message: str = ""
    why: str = ""
    link: str = ""
    tags: tuple[str, ...] = ()
    only_for: tuple[str, ...] = ()
    only_tags: tuple[str, ...] = ()
    language: str = ""
    off: bool = False
    examples: tuple[Example, ...] = ()
    sources: tuple[DataSource, ...] = ()
    path: str = ""
    line: int = 0

    @property
    def name(self) -> str:
        """`pack/id`, its name in results."""
        return f"{self.pack}/{self.id}"

    @property
    def looks_beside(self) -> bool:
        """Does it look at more than the article: at a source, or through a function of the rule writer's?"""
        return bool(self.sources) or any(each.text.startswith("python ") for each in self.expect)

    @property
    def relations(self) -> frozenset[str]:
        """The kinds of relation that it looks at."""
        return frozenset(selector.kind for selector in self.find if selector.relation and not selector.pattern)


class Place(NamedTuple):
    """One of the clashing statements: where it stands, and what was understood ("Sat 31 May 22:44")."""

    span: Span
    understood: str
    document: Document


class Waiver(NamedTuple):
    """A finding that somebody looked at and lets stand.

    rule     id or name of the rule that it is for
    because  the reason; without one a waiver hides nothing
    until    the last day that it is good for; `unread` is what stands there instead of a date
    article  path of the article, with `#id` behind it for one of many in a file; empty for a comment in the article itself
    facts    the texts of the facts of the finding; None for every finding of that rule
    path, line  where it stands
    field, at   of a comment: the field of the source, and the offset in it
    """

    rule: str
    because: str = ""
    by: str = ""
    until: date | None = None
    unread: str = ""
    article: str = ""
    facts: tuple[str, ...] | None = None
    path: str = ""
    line: int = 0
    field: str = ""
    at: int = 0


class Result(NamedTuple):
    """What one rule says of one article. One that is `waived` stands as it was found, and fails no run."""

    rule: str
    outcome: Outcome
    level: Level
    message: str
    places: tuple[Place, ...] = ()
    fingerprint: str = ""
    say: str = ""
    expected: str = ""
    rule_path: str = ""
    rule_line: int = 0
    repairs: tuple[str, ...] = ()
    link: str = ""
    waived: Waiver | None = None

    @property
    def told(self) -> bool:
        """Is it a finding for an editor to look at: a failure, or unsure, that nobody let stand?"""
        return self.outcome in ("fail", "unsure") and self.waived is None

    def fails(self, fail_on: FailOn = "error") -> bool:
        """Does it fail a run? A note never does; `unsure` and `skipped` ask for all that is above them too."""
        if fail_on == "never" or self.level == "note" or self.waived:
            return False
        if self.outcome == "fail":
            return self.level == "error" or fail_on != "error"
        also = {"unsure": ("unsure",), "skipped": ("unsure", "skip")}
        return self.outcome in also.get(fail_on, ())


# ---------------------------------------------------------------- a run


class Checked(NamedTuple):
    """One article after the whole flow."""

    document: Document
    facts: tuple[Fact, ...] = ()
    results: tuple[Result, ...] = ()
    toll: Mapping[str, int] | None = None


class Unread(NamedTuple):
    """An article that could not be read: it keeps its place in every report."""

    id: str
    path: str
    error: str
    line: int = 1


# ---------------------------------------------------------------- the plugs: each file of a folder ends in one such value


class Reader(NamedTuple):
    """One input format. `read` gets a file opened for bytes and its path, and yields one item an article, as it goes; it never raises on
    any bytes.

    knows   tells its files, by all their bytes, from those of other formats with the same suffix; None where the suffix says it all
    select  the same as `read`, of those parts only that a CSS selector names
    """

    about: str
    suffixes: tuple[str, ...]
    read: Callable[[IO[bytes], str], Iterator[Document | Unread]]
    knows: Callable[[bytes], bool] | None = None
    select: Callable[[IO[bytes], str, str], Iterator[Document | Unread]] | None = None


class Look(NamedTuple):
    """How a report is to look.

    colour   with the colours of a terminal
    every    passes and skips too, not only what an editor must see
    fail_on  from which result on a run fails
    rules    the rules of the run, for formats that describe them
    inline   the story itself, with what was found beside its words
    width    how many characters of a line of the article are shown
    """

    colour: bool = False
    every: bool = False
    fail_on: FailOn = "error"
    rules: tuple[Rule, ...] = ()
    inline: bool = False
    width: int = 100


class Report(NamedTuple):
    """One output format. Both turn the articles of a run, in order, into pieces of text, as they come; neither prints.

    results  what the rules say of each article; a piece at least, if an empty one, for each
    facts    what each article states; None where the format has no shape for it
    broken   that the rules are broken and nothing was checked; None where the format has no shape for it
    """

    about: str
    results: Callable[[Iterable[Checked | Unread], Look], Iterator[str]]
    facts: Callable[[Iterable[Checked | Unread], Look], Iterator[str]] | None = None
    broken: Callable[[Sequence[Mistake]], Iterator[str]] | None = None
