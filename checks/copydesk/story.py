"""The facts of one article in their setting: by kind, by sentence, with the words around and between them.

Every relation looks for the same things (two figures in a sentence, the words between them); this is where they are found once.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, groupby, pairwise
from operator import attrgetter

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.model import Document, Fact, Relation, Span
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.typed import TypeVar, cast

# The named parts of a relation, as its maker fills them in.
Parts = dict[str, Fact | tuple[Fact, ...] | Amount | Moment]

Made = TypeVar("Made")
# What ends a clause; a comma in a number doesn't.
BREAK = late(r"[,;:]\s|\s?[—–]\s?|\s-\s")
OPENING = 30
SPAN, SENTENCE = attrgetter("span"), attrgetter("sentence")


class Story:
    """A document and its facts, in text order.

    facts      all of them, by start, but for what stands inside a date (the "four hours" of "four hours later")
    """

    __slots__ = ("_by_kind", "_lower", "_made", "_merged", "_pairs", "_sentences", "document", "facts", "text")

    def __init__(self, document: Document, facts: tuple[Fact, ...]) -> None:
        self.document = document
        self.text = document.text
        self.facts = _told_alone(sorted(facts, key=lambda fact: (fact.span.start, -fact.span.end)))
        self._by_kind: dict[str, list[Fact]] = {}
        for fact in self.facts:
            self._by_kind.setdefault(fact.kind, []).append(fact)
        self._merged: dict[tuple[str, ...], list[Fact]] = {}
        self._pairs: dict[tuple[str, ...], list[tuple[Fact, Fact]]] = {}
        self._made: dict[Callable[[Story], object], object] = {}
        self._lower = ""
        self._sentences: dict[int, list[tuple[Span, list[Fact]]]] = {}

    def kinds(self, *kinds: str) -> list[Fact]:
        """The facts of these kinds, in text order."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], [])
        merged = self._merged.get(kinds)
        if merged is None:
            found = chain.from_iterable([self._by_kind[kind] for kind in kinds if kind in self._by_kind])
            merged = self._merged[kinds] = sorted(found, key=SPAN)
        return merged

    def sentences(self, fewest: int = 1) -> list[tuple[Span, list[Fact]]]:
        """The sentences that hold facts, as many as `fewest`, in text order."""
        if not self._sentences:
            self._sentences[1] = [(sentence, list(facts)) for sentence, facts in groupby(self.facts, key=SENTENCE)]
        if fewest not in self._sentences:
            self._sentences[fewest] = [one for one in self._sentences[1] if len(one[1]) >= fewest]
        return self._sentences[fewest]

    def pairs(self, *kinds: str) -> list[tuple[Fact, Fact]]:
        """Each two facts of these kinds that follow one another in a sentence."""
        found = self._pairs.get(kinds)
        if found is None:
            following = pairwise(self.kinds(*kinds))
            found = [(a, b) for a, b in following if a.span.end <= b.span.start and a.sentence == b.sentence]
            self._pairs[kinds] = found
        return found

    def mentions(self, *words: str) -> bool:
        """Does any of these words (in small letters) stand in the text, in any capitals? Far cheaper than a pattern that looks for them."""
        if not self._lower:
            self._lower = self.text.lower()
        return any(map(self._lower.__contains__, words))

    def words(self, sentence: Span) -> str:
        """The words of a sentence."""
        return self.text[sentence.start : sentence.end]

    def between(self, a: Fact, b: Fact) -> str:
        """The words between two facts; empty if they overlap."""
        return self.text[a.span.end : b.span.start]

    def before(self, fact: Fact, width: int = 60) -> str:
        """Up to `width` characters before a fact, in its sentence."""
        return self.text[max(fact.sentence.start, fact.span.start - width) : fact.span.start]

    def after(self, fact: Fact, width: int = 60) -> str:
        """Up to `width` characters behind a fact, in its sentence."""
        return self.text[fact.span.end : min(fact.sentence.end, fact.span.end + width)]

    def clause(self, fact: Fact) -> tuple[str, str, str]:
        """What its sentence opens with ("In 2016"), and the words before and behind a fact up to the next comma, colon or dash."""
        opening = BREAK.split(self.words(fact.sentence))[0][:OPENING]
        before = self.text[fact.sentence.start : fact.span.start]
        after = self.text[fact.span.end : fact.sentence.end]
        return opening, BREAK.split(before)[-1], BREAK.split(after)[0]

    def once(self, make: Callable[["Story"], Made]) -> Made:
        """What this makes of the story, made once for all relations that ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    def outline(self, sentence: Span, facts: list[Fact]) -> tuple[str, dict[int, Fact]]:
        """The words of a sentence with one @ for each of these facts, and which fact stands at which of them: for patterns over facts."""
        words, at = "", sentence.start
        places: dict[int, Fact] = {}
        for fact in facts:
            if fact.span.start < at:
                continue
            words += self.text[at : fact.span.start]
            places[len(words)] = fact
            words += "@"
            at = fact.span.end
        return words + self.text[at : sentence.end], places


class RelationKind(NamedTuple):
    """One kind of tie between facts, the plug of relate/.

    parts    its parts' names, each with what it is: "figure", "moment", "duration", or "any"
    relate   finds them in one article
    loose    ties what stands sentences apart by more than a name or a date that both tell
    """

    about: str
    parts: Mapping[str, str]
    relate: Callable[[Story], Iterator[Relation]]
    loose: bool = False


def _told_alone(facts: list[Fact]) -> tuple[Fact, ...]:
    """Without what stands inside a date or time: the "two years" of "two years ago", the "June 1" of "two days after June 1"."""
    kept: list[Fact] = []
    end = -1
    for fact in facts:
        if fact.kind in ("duration", "date") and fact.span.end <= end:
            continue
        kept.append(fact)
        if fact.kind in ("date", "time"):
            end = fact.span.end
    return tuple(kept)
