"""What ties two figures, and how far apart rounding may drive them: shared by the relations.

A writer rounds a figure to the last digit that is not a zero; a converted figure may have been rounded before or after.
"""

import re
from decimal import Decimal

from copydesk.amounts import INFINITY, ONE, ZERO, Amount, Interval, Unit
from copydesk.model import Fact

# However many zeros a figure ends in, its rounding is no coarser than this share of it.
COARSEST = Decimal("0.1")


def last_place(amount: Amount) -> Decimal:
    """The place value of the last digit that a figure was written with: 10 for 9,450, 100000 for 1.2 million, 1 for 0."""
    width = amount.core.high - amount.core.low
    if amount.bound == "=" and amount.core.high_open and ZERO < width < INFINITY and amount.low == amount.high:
        return width
    places = [_place(value) for value in (amount.low, amount.high) if value]
    return min(places, default=ONE)


def _place(value: Decimal) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else ONE


def half_place(amount: Amount) -> Decimal:
    """How far off the true figure may be if this one was rounded to its last written digit, zeros at its end left out."""
    place = last_place(amount)
    if place <= ONE:
        return place / 2
    return min(place / 2, max(abs(amount.low), abs(amount.high)) * COARSEST)


def rounded(amount: Amount) -> Interval:
    """The values that a figure may be a rounding of; open to one side where a bound says so."""
    half = half_place(amount)
    interval = Interval(amount.low - half, amount.high + half)
    if amount.bound == "~" or amount.is_bound:
        return amount.core.hull(interval)
    return interval


def computed(
    core: Interval, wide: Interval | None = None, unit: Unit | None = None, said: Amount | None = None
) -> Amount:
    """A figure that stands nowhere: what a sum must come to. `said` gives its low and high where they are known better."""
    wide = core if wide is None else wide.hull(core)
    low, high = (said.low, said.high) if said else (core.low, core.high)
    return Amount(low, high, "=", core, wide, unit or (said.unit if said else Unit("")))


def same_unit(a: Fact, b: Fact) -> bool:
    """Are two figures of one kind and in one unit?"""
    return a.kind == b.kind and a.amount.unit.name == b.amount.unit.name


def single(fact: Fact) -> bool:
    """One figure, neither a range nor a bound nor hedged."""
    amount = fact.amount
    return amount.low == amount.high and amount.bound == "="


def slip(a: Decimal, b: Decimal) -> bool:
    """Could one be typed for the other: two digits swapped, or one digit wrong, in numbers of the same length?"""
    first, second = (format(value.normalize(), "f") for value in (a, b))
    if len(first) != len(second) or len(first) < 2:
        return False
    differing = [i for i, (x, y) in enumerate(zip(first, second, strict=True)) if x != y]
    if len(differing) == 1:
        return True
    return len(differing) == 2 and all(first[i] == second[j] for i, j in (differing, differing[::-1]))


def pattern(text: str) -> "re.Pattern[str]":
    """A pattern written over several lines, any capitals."""
    return re.compile(text, re.IGNORECASE | re.VERBOSE)
