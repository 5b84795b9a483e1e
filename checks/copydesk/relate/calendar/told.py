"""Lengths of time that a story tells exactly."""

from collections.abc import Iterator

from copydesk.amounts import Amount, Unit
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation
from copydesk.named import NamedTuple
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.lengths import UNITS, Length
from copydesk.relate.calendar.mended import mended
from copydesk.story import Parts, Story

AND = late(r"[\s-]*(?:and|,)[\s-]*")
AFTER, AND_THEN = pattern(r"\bafter\s+(?:only\s+|just\s+)?$"), pattern(r"\b(?:and|but|before|when|while|until|then)\b")


class Told(NamedTuple):
    """A length in words: one or two facts ("four hours and 35 minutes")."""

    facts: tuple[Fact, ...]
    length: Length

    @property
    def hyphened(self) -> bool:
        """Does it stand before its noun: "the two-hour delay"?"""
        return self.facts[0].text.lower().removesuffix("-long").rpartition("-")[2] in UNITS


def told_lengths(story: Story) -> Iterator[Told]:
    """The lengths that the story tells without hedges and bounds, in text order."""
    facts = iter(story.kinds("duration"))
    fact = next(facts, None)
    while fact is not None:
        length, following = _exact(fact), next(facts, None)
        rest = _exact(following) if following is not None and _goes_on(story, fact, following) else None
        if length is not None and rest is not None and following is not None and UNITS[rest.unit] < UNITS[length.unit]:
            yield Told((fact, following), rest._replace(seconds=length.seconds + rest.seconds))
            following = next(facts, None)
        elif length is not None:
            yield Told((fact,), length)
        fact = following


def _goes_on(story: Story, fact: Fact, following: Fact) -> bool:
    return AND.fullmatch(story.text, fact.span.end, following.span.start) is not None


def _exact(fact: Fact) -> Length | None:
    """The length of a duration without hedges and bounds."""
    length = _lengths.find(fact.text)
    bounded = isinstance(fact.value, Amount) and fact.amount.bound != "="
    return None if length is None or length.hedged or bounded else length


def overtaken(story: Story, told: Told, end: Fact) -> bool:
    """ "Was voted out after four years, and came back in 2019": does something else come after a length, and before the end?"""
    behind = told.facts[-1].span.end
    return (
        behind < end.span.start
        and AFTER.search(story.before(told.facts[0], 20)) is not None
        and AND_THEN.search(story.text, behind, end.span.start) is not None
    )


def span_of(start: Fact, end: Fact, told: Told, took: Amount, unit: Unit, slack: float) -> Relation:
    """A stretch from start to end that `took` so long, beside the length that is said of it, give or take `slack` seconds."""
    seconds = told.length.seconds
    parts: Parts = {
        "start": start,
        "end": end,
        "length": _lengths.told(seconds - slack, seconds + slack, unit, seconds),
        "took": took,
        "said": told.facts if len(told.facts) > 1 else told.facts[0],
    }
    repairs = mended(start, end, _lengths.told(seconds, seconds, unit), took, told.facts[0])
    return Relation("span", parts, start.sentence, repairs)
