"""What ties two figures, and how far apart rounding may drive them: shared by the relations.

A writer rounds a figure to the last digit that is not a zero; a converted figure may have been rounded before or after.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from operator import ne

from copydesk.amounts import INFINITY, ONE, ZERO, Amount, Interval, Unit
from copydesk.late import late
from copydesk.lexicon.calendar import SMALL
from copydesk.model import Fact, Repair

# However many zeros a figure ends in, its rounding is no coarser than this share of it.
COARSEST = Decimal("0.1")
DIGITS = late(r"\d[\d,]*(?:\.\d+)?|\.\d+")
# What a figure may be times the digits that it is written with: cents, thousands, crores.
SCALES = frozenset(Decimal(1).scaleb(power) for power in (-2, 0, 2, 3, 5, 6, 7, 9, 12))
# What its digits may come to when it is put right, and the numbers that are spelled out.
LEAST, MOST = Decimal("0.1"), Decimal(100_000_000)
SPELLED = {word: number for word, number in SMALL.items() if number <= 12}


def last_place(amount: Amount) -> Decimal:
    """The place value of the last digit that a figure was written with: 10 for 9,450, 100000 for 1.2 million, 1 for 0. Nobody rounds
    a percentage to tens."""
    width = amount.core.high - amount.core.low
    if amount.bound == "=" and amount.core.high_open and ZERO < width < INFINITY and amount.low == amount.high:
        return width
    places = [_place(value) for value in (amount.low, amount.high) if value]
    place = min(places, default=ONE)
    return min(place, ONE) if amount.unit.name.startswith("percentage") else place


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


def bare(fact: Fact) -> Amount:
    """A figure without its hedge or bound: the number itself, which may run from the low end of a range to the high one."""
    amount = fact.amount
    said = Interval(amount.low, amount.high)
    return Amount(amount.low, amount.high, "=", said, said, amount.unit)


def single(fact: Fact) -> bool:
    """One figure, neither a range nor a bound nor hedged."""
    amount = fact.amount
    return amount.low == amount.high and amount.bound == "="


def slip(a: Decimal, b: Decimal) -> bool:
    """Could one be typed for the other: two digits changed round, or one digit wrong, in numbers of the same length? Zeros that both end in
    are no evidence."""
    return _mistyped(*_digits(a, b))


def one_slip(a: int, b: int) -> bool:
    """The same of two numbers as they are written, or one has a digit too few: 33 and 43, 34 and 43, 40 and 50, 4 and 14."""
    first, second = sorted((str(a), str(b)), key=len)
    lost = len(second) == len(first) + 1 and any(second[:i] + second[i + 1 :] == first for i in range(len(second)))
    return lost or _mistyped(first, second)


def swapped(a: Decimal, b: Decimal) -> bool:
    """Are two digits of one changed round in the other?"""
    return _changed_round(*_digits(a, b))


def jumbled(a: Decimal, b: Decimal) -> bool:
    """Are three digits or more of one in another order in the other? 374 and 437."""
    first, second = _digits(a, b)
    return first != second and len(first) == len(second) and sorted(first) == sorted(second) and len(set(first)) > 2


def _mistyped(first: str, second: str) -> bool:
    off = sum(map(ne, first, second))
    return len(first) == len(second) > 1 and (off == 1 or (off == 2 and _changed_round(first, second)))


def _changed_round(first: str, second: str) -> bool:
    off = [(x, y) for x, y in zip(first, second, strict=False) if x != y]
    return len(first) == len(second) and len(off) == 2 and off[0] == off[1][::-1]


def one_key(total: Decimal, parts: Iterable[Decimal], wrong: Callable[[Decimal, Decimal], bool] = slip) -> bool:
    """Would the total or one part, with one wrong key put right, make it the sum of its parts?"""
    parts = tuple(parts)
    return wrong(total, sum(parts, ZERO)) or one_part(parts, sum(parts, ZERO) - total, wrong)


def digits(value: Decimal) -> int:
    """How many digits a number has without the zeros at its end: 2 for 1,200, 3 for 35.6."""
    return len(value.normalize().as_tuple().digits)


def one_part(parts: Iterable[Decimal], excess: Decimal, wrong: Callable[[Decimal, Decimal], bool] = slip) -> bool:
    """Is the sum of some parts off by so much for one wrong key in one of them?"""
    return any(part > excess and wrong(part, part - excess) for part in parts)


def keys(value: Decimal) -> Iterator[Decimal]:
    """The numbers that it may have been typed for: with another digit, or two changed round. One zero at the end is a digit as any other:
    120 is 102 changed round, 60 is 50 with a digit wrong."""
    _, digits, exponent = value.normalize().as_tuple()
    if not isinstance(exponent, int):
        return
    last = len(digits)
    if exponent > 0:
        digits, exponent = (*digits, 0), exponent - 1
    if len(digits) < 2:
        return
    for i, digit in enumerate(digits):
        others = range(not i, 10) if i < last else ()
        yield from (_number((*digits[:i], key, *digits[i + 1 :]), exponent) for key in others if key != digit)
        for j in range(i + 1, len(digits)):
            if digits[j] != digit and (i or digits[j]):
                yield _number((*digits[:i], digits[j], *digits[i + 1 : j], digit, *digits[j + 1 :]), exponent)


def _number(digits: tuple[int, ...], exponent: int) -> Decimal:
    return Decimal((0, digits, exponent))


def _digits(a: Decimal, b: Decimal) -> tuple[str, str]:
    """The digits of two numbers, over one power of ten; nothing, where one has more than the other."""
    if a.adjusted() != b.adjusted():
        return "", "0"
    first, second = str(a), str(b)
    if first.isdigit() and second.isdigit():  # most, and quicker so
        told = max(len(first.rstrip("0")), len(second.rstrip("0")))
        return first[:told], second[:told]
    exponents = [value.normalize().as_tuple().exponent for value in (a, b)]
    scale = -min(exponent for exponent in exponents if isinstance(exponent, int)) if a and b else 0
    return str(int(abs(a.scaleb(scale)))), str(int(abs(b.scaleb(scale))))


def amended(fact: Fact, value: Decimal) -> Repair:
    """What would put a figure right, in its own words: "65 miles → 56 miles", "€90m → €97.5m", "six → eight"."""
    if fact.kind == "count" and value >= 1 and fact.amount.low == int(fact.amount.low):  # nobody counts 163.3
        value = Decimal(round(value))
    return Repair(fact.text, _in_its_place(fact, value) or _bare(value))


def _in_its_place(fact: Fact, value: Decimal) -> str:
    """The words of a figure with another value; nothing where they have no one number, or would need more decimals than anybody reads."""
    if fact.text in SPELLED:
        return next((word for word, number in SPELLED.items() if number == value), "")
    found = DIGITS.findall(fact.text)
    told = Decimal(found[0].replace(",", "")) if len(found) == 1 else ZERO
    scale = fact.amount.low / told if told else ZERO
    if scale not in SCALES or not LEAST <= (number := value / scale) < MOST:
        return ""
    places = -int(told.as_tuple().exponent)
    precise = places > 2 and number < 10  # as exactly as it is told: "€1.678 million → €1.768 million"
    written = (
        f"{number:,.2f}"
        if _in_cents(fact, number, scale)
        else f"{number:.{places}f}"
        if precise
        else written_short(number)
    )
    return fact.text.replace(found[0], written if "," in found[0] or len(found[0]) < 4 else written.replace(",", ""))


def _in_cents(fact: Fact, number: Decimal, scale: Decimal) -> bool:
    return fact.kind == "money" and scale == ONE and number < 1000 and number != int(number)


def _bare(value: Decimal) -> str:
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if abs(value) >= scale:
            return f"{written_short(value / scale)} {name}"
    return written_short(value)


def each_way(a: Fact, b: Fact) -> tuple[Repair, Repair]:
    """Of two figures that must be the same: either as the other."""
    return amended(a, b.amount.low), amended(b, a.amount.low)


def turned_round(a: Fact, b: Fact) -> Repair:
    """Of two figures that stand the wrong way round."""
    return Repair(f"{a.text} … {b.text}", f"{b.text} … {a.text}")


def written_short(value: Decimal) -> str:
    """A number with as many decimals as an editor wants to see."""
    places = 0 if value == int(value) or abs(value) >= 1000 else 1 if abs(value) >= 10 else 2
    digits = f"{round(value, places):,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
