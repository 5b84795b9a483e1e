"""Sums of money given in two currencies, and the rate that the article's other such pairs imply: "€90m ($98m)"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Interval, Unit, dimension
from copydesk.late import late
from copydesk.model import Fact, Relation
from copydesk.story import Parts, RelationKind, Story
from copydesk.ties import amended, bare, computed, rounded

OPENING = late(
    r"\s*(?:[(\[]|,?\s*or\b|,?\s*(?:the )?equivalent (?:to|of)\b|,?\s*worth\b|\s+/\s*)\s*(?:about|roughly|around|some|nearly|almost|more than)?\s*",
    re.IGNORECASE,
)
POUND = Unit("pound sterling", dimension({"pound sterling": 1}))
# Sums of so many digits are rounded.
ROUGH = 2
# Rates move, and the day of a deal isn't the day of the article: this much is granted on top of the rounding.
MOVES = Decimal("0.06")


def relate(story: Story) -> Iterator[Relation]:
    """Each pair whose rate no other pair of the same two currencies shares, against the rate of the others."""
    by_currencies: dict[tuple[str, str], list[tuple[Fact, Fact]]] = defaultdict(list)
    for told in story.pairs("money", "quantity"):
        stated, converted = map(_money, told)
        if not stated.kind == converted.kind == "money":
            continue
        names = stated.amount.unit.name, converted.amount.unit.name
        if (
            not stated.amount.unit.fits(converted.amount.unit)
            and "per" not in " ".join(names).split()
            and OPENING.fullmatch(story.between(stated, converted))
        ):
            by_currencies[names].append((stated, converted))
    for pairs in by_currencies.values():
        if len(pairs) > 1:
            yield from _against_the_others(pairs)


def _money(fact: Fact) -> Fact:
    """ "The estimate of 800,000 pounds ($1 million)" is no weight."""
    if fact.amount.unit.name != "pound-mass":
        return fact
    return fact._replace(kind="money", value=fact.amount._replace(unit=POUND))


def _against_the_others(pairs: list[tuple[Fact, Fact]]) -> Iterator[Relation]:
    rates = [_rate(stated, converted) for stated, converted in pairs]
    agreeing = [sum(_near(rate, other) for other in rates) for rate in rates]
    most = max(agreeing)
    for i, (stated, converted) in enumerate(pairs):
        others = [rate for k, rate in enumerate(rates) if k != i and rate and agreeing[k] == most]
        if not others or rates[i] is None or (len(pairs) == 2 and i == 0):
            continue
        rate = others[0]
        for other in others[1:]:
            rate = rate.hull(other)
        said = Interval(stated.amount.low, stated.amount.high)
        core = _meant(stated, converted).times(rate)
        middle = said.times(Interval((rate.low + rate.high) / 2, (rate.low + rate.high) / 2))
        wide = core.widened(abs(middle.high) * MOVES)
        expected = computed(core, wide, converted.amount.unit)
        also = tuple(fact for k, pair in enumerate(pairs) if k != i and agreeing[k] == most for fact in pair)
        parts: Parts = {
            "stated": stated,
            "converted": converted,
            "bare": bare(converted),
            "expected": expected,
            "others": also,
        }
        turned = stated.amount.low * converted.amount.low / middle.low
        repairs = (amended(converted, middle.low), amended(stated, turned))
        yield Relation("exchange", parts, stated.sentence, repairs)


def _meant(stated: Fact, converted: Fact) -> Interval:
    """The sum that was converted: as it was written, where what came of it has more digits."""
    first, second = (len(fact.amount.low.normalize().as_tuple().digits) for fact in (stated, converted))
    exact = Interval(stated.amount.low, stated.amount.high)
    return exact if second > max(first, ROUGH) else rounded(stated.amount)


def _rate(stated: Fact, converted: Fact) -> Interval | None:
    below = _meant(stated, converted).inverse()
    if below is None or stated.amount.is_bound or converted.amount.is_bound:
        return None
    return rounded(converted.amount).times(below)


def _near(a: Interval | None, b: Interval | None) -> bool:
    return a is not None and b is not None and a.widened(abs(a.high) * MOVES / 2).meets(b)


RELATION = RelationKind(
    about="A sum of money in two currencies; expected is the first at the rate of the article's other pairs.",
    parts={"stated": "figure", "converted": "figure", "bare": "figure", "expected": "figure", "others": "figure"},
    relate=relate,
)
