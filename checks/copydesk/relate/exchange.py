"""Sums of money given in two currencies, and the rate that the article's other such pairs imply: "€90m ($98m)"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Context, Decimal

from copydesk.amounts import Interval, Unit, dimension, written
from copydesk.late import late
from copydesk.lexicon.currencies import COINS
from copydesk.lexicon.units import SHARED_NAMES
from copydesk.model import Fact, Relation
from copydesk.named import NamedTuple
from copydesk.relate.calendar.days import issued
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head
from copydesk.ties import amended, bare, computed, digits, half_place, keys, rounded, swapped

OPENING = late(
    r"(?:\s+of\s+(?:it|that|this|them))?\s*(?:[(\[]|,?\s*or\b|,?\s*(?:the )?equivalent (?:to|of)\b|,?\s*worth\b|,?\s*(?:which|that)\s+(?:is|was|would\s+(?:be|have\s+been))\b|\s+/\s*|,|:|\s[—–-]\s)\s*(?:about|roughly|around|some|nearly|almost|more than)?\s*",
    re.IGNORECASE,
)
# "90 million dollars at the rate of the day": of another time than the others.
DATED = late(
    r"\W*(?:at|in|under)\s+(?:the\s+(?:time|rate|exchange)|(?:current|today|present|then|that)\b|(?:19|20)\d\d)|\W*(?:then|now|today)\b",
    re.IGNORECASE,
)
CLOSED = late(r"\s*(?:[),.;—–\]]|(?:a|an|per)\b|$)")
LOOSE = late(r"[,:—–-]")
YEAR = late(r"\b(?:19|20)\d\d\b")
POUND = Unit("pound sterling", dimension({"pound sterling": 1}))
# Sums of so many digits are rounded.
ROUGH = 2
# Rates move, and the day of a deal isn't the day of the article: this much is granted on top of the rounding.
# What comes out is shown to so many digits.
SHORT = Context(prec=3)
MOVES, NEAR = Decimal("0.06"), Decimal("0.01")


class Pair(NamedTuple):
    """A sum and what it was converted to; `dated` where that was done at the rate of another day."""

    stated: Fact
    converted: Fact
    dated: bool


def relate(story: Story) -> Iterator[Relation]:
    """Each pair whose rate no other pair of the same two currencies shares, against the rate of the others."""
    names = {fact.amount.unit.name.partition(" per ")[0] for fact in story.kinds("money")}
    by_currencies: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    last: Fact | None = None
    for told in story.pairs("money", "quantity", "count", "number"):
        converted = _money(told[1], None)
        if converted.kind != "money" or not OPENING.fullmatch(story.between(*told)):
            continue
        stated = _money(told[0], last if story.before(told[0], 1).isspace() else None)  # "#557 million" is in something
        (first, _, per), (second, _, _) = (each.amount.unit.name.partition(" per ") for each in (stated, converted))
        first, second = (_full_name(name, names) for name in (first, second))
        if stated.kind != "money" or not stated.amount.low or stated.amount.unit.fits(converted.amount.unit):
            continue
        if first == second or per == "share" or second in COINS:
            continue
        if not LOOSE.search(story.between(*told)) or CLOSED.match(story.after(converted)):
            pair = Pair(stated, converted, _of_its_day(story, converted))
            if (second, first) in by_currencies:  # "9 billion shillings ($70 million) … $25 million, or 3.2 billion"
                by_currencies[second, first].append(Pair(converted, stated, pair.dated))
            else:
                by_currencies[first, second].append(pair)
            last = stated
    for pairs in by_currencies.values():
        if len(pairs) > 1:
            yield from _against_the_others(pairs)


def _full_name(name: str, names: set[str]) -> str:
    """The shillings of a story that has told of Kenyan shillings, and of no others, are these. A plain dollar or pound is one by itself."""
    full = [other for other in names if other.endswith(f" {name}")]
    return full[0] if len(full) == 1 and name not in ("dollar", "pound", "cent") else name


def _of_its_day(story: Story, converted: Fact) -> bool:
    """Is it reckoned at the rate of a time of its own, or told of another year than the story's ("In 2015 he paid …")?"""
    if DATED.match(story.after(converted, 40)):
        return True
    issue = issued(story.document)
    told = YEAR.findall(story.text, converted.sentence.start, converted.span.start)
    return any(not issue or year != str(issue.year) for year in told)


def _money(fact: Fact, last: Fact | None) -> Fact:
    """ "The estimate of 800,000 pounds ($1 million)" is no weight, and the 3,000 of "1,000 crowns (90 euros) … 3,000 (270 euros)" crowns."""
    name = head(fact) if fact.kind == "count" else ""
    if fact.amount.unit.name == "pound-mass" or name in SHARED_NAMES:
        unit = Unit(name, dimension({name: 1})) if name else POUND
    elif fact.kind == "number" and last is not None:
        unit = last.amount.unit
    else:
        return fact
    return fact._replace(kind="money", value=fact.amount._replace(unit=unit))


def _against_the_others(pairs: list[Pair]) -> Iterator[Relation]:
    exact = [pair.converted.amount.low / pair.stated.amount.low for pair in pairs]
    rates = [_rate(pair.stated, pair.converted) for pair in pairs]
    agreeing = [
        0 if pair.dated else sum(_near(rate, other) for other in rates) for pair, rate in zip(pairs, rates, strict=True)
    ]
    most = max(1, *agreeing)
    for i, (stated, converted, dated) in enumerate(pairs):
        others = [(rate, exact[k]) for k, rate in enumerate(rates) if k != i and rate and agreeing[k] == most]
        if not others or rates[i] is None or (len(pairs) == 2 and i == 0):
            continue
        if dated and not swapped(exact[i] * stated.amount.low, others[0][1] * stated.amount.low):
            continue
        rate = min((rate for rate, _ in others), key=lambda rate: rate.high - rate.low)
        for _, other in others:
            rate = rate.hull(Interval(other, other))
        said = Interval(stated.amount.low, stated.amount.high)
        core = _meant(stated, converted).times(rate).widened(half_place(converted.amount))
        middle = said.times(Interval((rate.low + rate.high) / 2, (rate.low + rate.high) / 2))
        wide = core.widened(abs(middle.high) * MOVES)
        meant = stated.amount.low * others[-1][1]
        if _is_slip(converted, meant):
            core = wide = Interval(meant * (1 - MOVES), meant * (1 + MOVES))
        shown = written(SHORT.plus(core.low), SHORT.plus(core.high), unit=converted.amount.unit)
        expected = computed(core, wide, said=shown)
        also = tuple(fact for k, pair in enumerate(pairs) if k != i and agreeing[k] == most for fact in pair[:2])
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


def _is_slip(converted: Fact, wanted: Decimal) -> bool:
    """Is it one wrong key, and no rounding or another day's rate, that parts it from what the others make it?"""
    said, off = converted.amount.low, half_place(converted.amount) + wanted * NEAR
    return abs(said - wanted) > wanted * MOVES and any(abs(key - wanted) <= off for key in keys(said))


def _meant(stated: Fact, converted: Fact) -> Interval:
    """The sum that was converted: as it was written, where what came of it has more digits."""
    first, second = (digits(fact.amount.low) for fact in (stated, converted))
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
