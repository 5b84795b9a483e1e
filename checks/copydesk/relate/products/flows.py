"""So much, at so much a time, for so long: "27 miles in 18 minutes, an average of 90 mph"; "clears 1,500 litres a minute. To empty the 90,000-litre
tank it ran for an hour".

As in physics, a rate times a length of time is an amount, in whatever units the three are told. Speeds and flows vary: only an average, or what
fills and empties, must come out.
"""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount
from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.relate.products.plain import Product
from copydesk.relate.products.words import PER_TIME
from copydesk.story import Story
from copydesk.ties import single

SECOND = (("time", 1),)
STEADY = pattern(
    r"\b(?:average[sd]?|averaging|steady|constant|mean\s+speed|fill(?:s|ed|ing)?|empt(?:y|ies|ied|ying)|drain(?:s|ed|ing)?|pump(?:s|ed|ing)?|leak(?:s|ed|ing)?)\b",
    words="averag steady constant mean fill empt drain pump leak",
)
# What is left open, is only some of it, or is told of another time.
OPEN = pattern(
    r"\b(?:would|could|might|up\s+to|at\s+least|more|less|than|half|rest|stops?|stopped|breaks?|record|top\s+speed|maximum|limit|instead|previous\w*|last\s+(?:year|week|month)|another|other|second|third|first)\b"
)
# Rates and lengths of time are rounded: a product this far off is no rounding; one much further off is of something else.
EXACT, ROUNDED, FAR = Decimal("0.003"), Decimal("0.12"), Decimal(4)
NEXT = 4


def flows(story: Story) -> Iterator[Product]:
    """Each rate with the only length of time and the only amount that stand beside it."""
    told = story.sentences()
    for i, (span, facts) in enumerate(told):
        beside = told[i + 1][1] if i + 1 < len(told) and told[i + 1][0].start - span.end < NEXT else []
        for near in (facts, facts + beside):
            three = _three(near)
            if three and any(fact in facts for fact in three):
                words = story.text[near[0].sentence.start : near[-1].sentence.end]
                found = _product(*three) if STEADY.search(words) and not OPEN.search(words) else None
                if found is not None:
                    yield found
                break


def _three(facts: list[Fact]) -> tuple[Fact, Fact, Fact] | None:
    """The rate, the length of time and the amount, if there is one of each."""
    measured = [fact for fact in facts if fact.kind in ("quantity", "duration") and isinstance(fact.value, Amount)]
    rates = [fact for fact in measured if fact.amount.unit.name.partition(" per ")[2] in PER_TIME]
    lasting = [fact for fact in measured if fact.kind == "duration"]
    amounts = [fact for fact in measured if fact.kind == "quantity" and fact not in rates]
    if not len(rates) == len(lasting) == len(amounts) == 1 or rates[0].block == "headline":
        return None
    return (rates[0], lasting[0], amounts[0]) if all(map(single, measured)) else None


def _product(rate: Fact, lasting: Fact, amount: Fact) -> Product | None:
    """The rate times as many of its units of time as there are, if it is told in what the amount is: exact, or off by more than rounding."""
    unit, length = rate.amount.unit, lasting.amount.unit
    if length.dimension != SECOND or not amount.amount.unit.dimension or not amount.amount.low:
        return None
    if tuple(sorted((*amount.amount.unit.dimension, ("time", -1)))) != tuple(sorted(unit.dimension)):
        return None
    seconds = lasting.amount.low * length.factor
    number = seconds * unit.factor / amount.amount.unit.factor
    off = rate.amount.low * number / amount.amount.low
    if abs(off - 1) <= EXACT or abs(off - 1) > ROUNDED and 1 / FAR < off < FAR:
        return Product(rate, number, amount)
    return None
