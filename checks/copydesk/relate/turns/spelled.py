"""The figures of a sentence that spells out how they are tied: of any measure, a range taken apart, with the unit that one of them leaves out."""

from copydesk.amounts import Amount
from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.relate.turns.by_words import ends
from copydesk.relate.turns.when import is_value, unbound
from copydesk.support import head, is_bare
from copydesk.ties import single

LENGTHS = ("duration", "age", "time")
# A difference in degrees is one of whichever degrees the temperatures are told in.
DEGREES = "degree"

WITHIN = pattern(r"\b(?:in|over|during|for|within)\s+$")
# "The 45,000 of the year before" counts no years.
NO_NOUN = frozenset({"", "year", "season", "month", "week"})


def figures(facts: list[Fact]) -> list[Fact]:
    """All that measure or count something."""
    told = [fact for fact in facts if is_value(fact) or (fact.kind in LENGTHS[:2] and isinstance(fact.value, Amount))]
    told = [fact for fact in told if fact.kind != "duration" or not _is_period(fact)]
    return [part for fact in told for part in ends([fact]) or [unbound(fact)]]


def _is_period(fact: Fact) -> bool:
    """ "6 percent less than in the previous 12 months": what is told of those, not how long they were."""
    before = fact.document.text[max(fact.sentence.start, fact.span.start - 10) : fact.span.start]
    return fact.text.lower().startswith("the ") and WITHIN.search(before) is not None


def in_one_unit(figure: Fact, like: Fact) -> Fact | None:
    """A plain figure in the unit of another: one that it may be told in, or the other's where it leaves its own out."""
    if not (single(figure) and single(like)) or (figure.kind != like.kind and "percent" in (figure.kind, like.kind)):
        return None
    unit, other = like.amount.unit, figure.amount.unit
    if {figure.kind, like.kind} <= {"count", "number"}:
        return figure if len({head(figure), head(like)} - NO_NOUN) < 2 else None
    if is_bare(figure) or (other.name.startswith(DEGREES) and unit.name.startswith(DEGREES) and not other.offset):
        return figure._replace(kind=like.kind, value=figure.amount._replace(unit=unit))
    if unit.name.partition(" per ")[0] == other.name.partition(" per ")[0]:
        return figure._replace(value=figure.amount._replace(unit=unit))
    if figure.kind in (like.kind, *LENGTHS) and unit.dimension and unit.fits(other) and unit.offset == other.offset:
        return figure._replace(value=figure.amount.to(unit))
    return None
