"""Where a pattern stands in an article: sentence by sentence, its words and figures in their order."""

import re
from collections.abc import Iterator, Sequence

from copydesk.amounts import Amount, written
from copydesk.late import late
from copydesk.model import Fact, Relation, Selector, Span
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.patterns import Capture, Either, Gap, Piece, Word

# `...` steps over so many words at most.
GAP = 8
TOKEN = late(r"[^\W_]+(?:['’-][^\W_]+)*|\S")
# Between the two ends of a range.
ENDS = late(r"\s+(?:to|and)\s+|(?<=[^\W_])\s*[–—-]\s*(?=[^\W_])", re.IGNORECASE)
# The end of what has been matched, and the figures captured on the way.
State = tuple[int, dict[str, Fact]]


def matches(selector: Selector, lower: str, facts: Sequence[Fact]) -> list[Relation]:
    """All places of a pattern, from left to right, none overlapping. `lower` is the article's text in lower case."""
    found = []
    for line in _lines(lower, facts):
        start, end = line.sentence
        if all(word in lower[start:end] for word in _certain(selector.pattern)):
            found += [Relation("pattern", parts, line.sentence) for parts in line.all(selector.pattern)]
    return found


class Nearly(NamedTuple):
    """A place where a pattern begins to stand, how far it goes on, and the piece that is lacking there, or within a few words."""

    span: Span
    wanted: Piece
    soon: bool


def nearly(selector: Selector, lower: str, facts: Sequence[Fact]) -> list[Nearly]:
    """Of each sentence with figures in which a pattern stands nowhere, the place where the most of it does."""
    found = []
    for line in _lines(lower, facts):
        if next(line.all(selector.pattern), None) is None and (best := line.longest(selector.pattern)):
            found.append(best)
    return found


def _lines(lower: str, facts: Sequence[Fact]) -> Iterator["_Line"]:
    by_sentence: dict[Span, dict[int, list[Fact]]] = {}
    for fact in facts:
        for each in (fact, *_ends(fact)):
            by_sentence.setdefault(each.sentence, {}).setdefault(each.span.start, []).append(each)
    for sentence, starts in sorted(by_sentence.items()):
        yield _Line(lower, sentence, starts)


def _ends(fact: Fact) -> tuple[Fact, ...]:
    """The two ends of a range: a pattern may say that "from £800 to £900" is none."""
    value, between = fact.value, ENDS.search(fact.text)
    if not isinstance(value, Amount) or value.low == value.high or between is None:
        return ()
    start, end = fact.span
    low, high = Span(start, start + between.start()), Span(start + between.end(), end)
    return (
        fact._replace(span=low, value=written(value.low, unit=value.unit)),
        fact._replace(span=high, value=written(value.high, unit=value.unit)),
    )


def _certain(pieces: Sequence[Piece]) -> list[str]:
    """The words without which there is no match."""
    return [piece.text for piece in pieces if isinstance(piece, Word)]


class _Line:
    """One sentence: its text, and the facts by where they begin."""

    def __init__(self, lower: str, sentence: Span, starts: dict[int, list[Fact]]) -> None:
        self.lower, self.sentence, self.starts = lower, sentence, starts

    def all(self, pieces: tuple[Piece, ...]) -> Iterator[dict[str, Fact]]:
        at = self.sentence.start
        while at < self.sentence.end:
            match = next(self.match(pieces, at), None)
            if match and match[0] > at:
                yield match[1]
                at = match[0]
            else:
                token = TOKEN.search(self.lower, at, self.sentence.end)
                at = token.end() if token else self.sentence.end

    def longest(self, pieces: tuple[Piece, ...]) -> Nearly | None:
        """The longest beginning of a pattern that stands in the sentence, if it has a word or figure at its head."""
        starts = [token.start() for token in TOKEN.finditer(self.lower, *self.sentence)]
        for count in range(len(pieces) - 1, 0, -1):
            if isinstance(pieces[count - 1], Gap):
                continue  # it would end in any words at all
            for start in starts:
                match = next((found for found in self.match(pieces[:count], start) if found[0] > start), None)
                if match:
                    wanted = next(piece for piece in pieces[count:] if not isinstance(piece, Gap))
                    return Nearly(Span(start, match[0]), wanted, isinstance(pieces[count], Gap))
        return None

    def match(self, pieces: tuple[Piece, ...], at: int) -> Iterator[State]:
        """The ways in which these pieces stand from here on, the likeliest first. Of several that end at one place only the first goes
        on, since what follows can't tell them apart: else a pattern of many gaps would take a time that doubles with each."""
        ways: dict[int, dict[str, Fact]] = {at: {}}
        for piece in pieces:
            further: dict[int, dict[str, Fact]] = {}
            for end, named in ways.items():
                for last, more in self.one(piece, end):
                    further.setdefault(last, {**named, **more})
            ways = further
        yield from ways.items()

    def one(self, piece: Piece, at: int) -> Iterator[State]:
        start = self._next(at)
        match piece:
            case Word(text):
                token = TOKEN.match(self.lower, start, self.sentence.end)
                if token and token.group() == text:
                    yield token.end(), {}
            case Capture():
                facts = sorted(self.starts.get(start, ()), key=lambda fact: -fact.span.end)
                yield from ((fact.span.end, {piece.name: fact}) for fact in facts if _is(fact, piece))
            case Gap():
                yield at, {}
                for _ in range(GAP):
                    token = TOKEN.search(self.lower, at, self.sentence.end)
                    if token is None:
                        return
                    at = token.end()
                    yield at, {}
            case Either(ways):
                for way in ways:
                    yield from self.match(way, at)

    def _next(self, at: int) -> int:
        while at < self.sentence.end and self.lower[at].isspace():
            at += 1
        return at


def _is(fact: Fact, capture: Capture) -> bool:
    """Is a fact what the capture asks for?"""
    value = fact.value
    if capture.unit is not None or capture.dimension is not None:
        if not isinstance(value, Amount) or fact.kind == "age":
            return False
        return value.unit == capture.unit if capture.unit is not None else value.unit.dimension == capture.dimension
    if capture.kind == "moment":
        return isinstance(value, Moment)
    if capture.kind == "date":
        return isinstance(value, Moment) and value.grain == "day"
    return capture.kind in ("any", fact.kind) or (capture.kind == "number" and fact.kind in ("count", "score"))
