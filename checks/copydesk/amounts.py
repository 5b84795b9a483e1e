"""Numbers as written: what a figure in print allows, and arithmetic and agreement on that.

A figure is three things at once: the number said (`low`, `high`), the values that its words allow (`core`) and the values
that a lenient reader still allows (`wide`). `388` is 388; `1.2 million` is [1.15, 1.25) million; `at least 7` is [7, ∞);
`400` is 400, but may be a rounding of 388. Two figures agree if the cores meet, may agree if only the wides do.

Judging recomputed figures by overlap of the intervals they were rounded from is statcheck's method (Nuijten et al. 2016).
"""

from collections.abc import Mapping
from decimal import Context, Decimal

from copydesk.named import NamedTuple
from copydesk.typed import Final, Literal
from copydesk.values import Value

Outcome = Literal["pass", "fail", "unsure", "skip"]
Bound = Literal["=", "<", "<=", ">", ">=", "~"]

INFINITY = Decimal("Infinity")
ZERO, ONE = Decimal(0), Decimal(1)

# A longer number is read over: what Decimal counts with holds the product of any two.
LONGEST = Decimal(10) ** 32
ROOM = Context(prec=64)

# "About 4 hours" covers this share of the figure on either side, and a lenient reader grants the second.
ABOUT = Decimal("0.1")
ABOUT_AT_MOST = Decimal("0.25")
# From here on a whole number with zeros at its end may be a rounding (400 of 388); below it is taken as counted.
ROUND_FROM, ROUND_TO = Decimal(100), Decimal(10) ** 24
TEN, HALF = Decimal(10), Decimal("0.5")


class CannotCompare(ValueError):
    """Two figures of different dimensions (a length and a mass, dollars and euros)."""


class Interval(NamedTuple):
    """The numbers from low to high, each end in (closed) or out (open). Ends may be infinite."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: "Interval") -> bool:
        """Is there a number in both?"""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        ends = (low == self.low and self.low_open, low == other.low and other.low_open)
        starts = (high == self.high and self.high_open, high == other.high and other.high_open)
        return not any(ends + starts)

    def within(self, other: "Interval") -> bool:
        """Is every number of this one in the other?"""
        low = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        high = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return low and high

    def below(self, other: "Interval") -> bool:
        """Is every number of this one less than every number of the other?"""
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def not_above(self, other: "Interval") -> bool:
        return self.high <= other.low

    def hull(self, other: "Interval") -> "Interval":
        low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high_open = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low_open[0], high_open[0], low_open[1], not high_open[1])

    def widened(self, by: Decimal) -> "Interval":
        return Interval(self.low - by, self.high + by, self.low_open, self.high_open) if by else self

    def scaled(self, factor: Decimal, offset: Decimal = ZERO) -> "Interval":
        """Each number times the factor, plus the offset. A negative factor turns the ends round."""
        if factor == ONE and not offset:
            return self
        low, high = _times(self.low, factor) + offset, _times(self.high, factor) + offset
        if factor < 0:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)

    def plus(self, other: "Interval") -> "Interval":
        low_open, high_open = self.low_open or other.low_open, self.high_open or other.high_open
        return Interval(self.low + other.low, self.high + other.high, low_open, high_open)

    def times(self, other: "Interval") -> "Interval":
        ends = [
            (_times(a, b), a_open or b_open)
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((other.low, other.low_open), (other.high, other.high_open))
        ]
        low, high = min(ends), max((value, not is_open) for value, is_open in ends)
        return Interval(low[0], high[0], low[1], not high[1])

    def inverse(self) -> "Interval | None":
        """1 divided by it; None where it holds zero, since then nothing is known."""
        if self.low < ZERO < self.high or (self.low == self.high == ZERO):
            return None
        low = ONE / self.high if self.high else -INFINITY
        high = ONE / self.low if self.low else INFINITY
        return Interval(low, high, self.high_open, self.low_open)


def _times(a: Decimal, b: Decimal) -> Decimal:
    """Product in which nothing times infinity is nothing."""
    return ZERO if not a or not b else a * b


class Unit(NamedTuple):
    """A unit by its quantulum3 name. `dimension` maps base dimensions to powers ({"length": 1, "time": -1}); one of it is
    `factor` base units, and zero of it lies at `offset` base units (temperatures). Each currency is a dimension of its own."""

    name: str
    dimension: tuple[tuple[str, int], ...] = ()
    factor: Decimal = ONE
    offset: Decimal = ZERO

    def __hash__(self) -> int:
        return hash(self.name)

    def fits(self, other: "Unit") -> bool:
        return self.dimension == other.dimension


PLAIN = Unit("")
PERCENT = Unit("percentage", (), Decimal("0.01"))
SECOND = Unit("second", (("time", 1),))
DAY = Unit("day", (("time", 1),), Decimal(86400))


def dimension(powers: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The canonical form of a dimension: sorted, without zeros."""
    return tuple(sorted((name, power) for name, power in powers.items() if power))


class Amount(Value):
    """A figure as written, in its unit. Make one with `written` or by arithmetic.

    low, high   the number(s) said: equal for a single figure, both ends for a range
    bound       how it was said: =, <, <=, >, >=, ~ (about)
    core        the values that the words allow
    wide        the values that a lenient reader allows; holds `core`
    """

    __slots__ = ("low", "high", "bound", "core", "wide", "unit")

    def __init__(
        self, low: Decimal, high: Decimal, bound: Bound, core: Interval, wide: Interval, unit: Unit = PLAIN
    ) -> None:
        self.low: Final = low
        self.high: Final = high
        self.bound: Final = bound
        self.core: Final = core
        self.wide: Final = wide
        self.unit: Final = unit

    @property
    def is_bound(self) -> bool:
        """One end is left open: at least, up to, more than, …"""
        return self.bound in ("<", "<=", ">", ">=")

    def strict(self) -> "Amount":
        """The bare figures, without the article's hedges and rounding."""
        if self.is_bound:
            return self
        exact = Interval(self.low, self.high)
        return self._replace(bound="=", core=exact, wide=exact)

    def about(self) -> "Amount":
        """The same figure as if hedged with *about*."""
        return written(self.low, self.high, bound="~", unit=self.unit)

    def widened(self, by: "Amount") -> "Amount":
        """With an allowance on both sides: an amount of the same dimension, or a percentage of the figure itself."""
        if by.unit == PERCENT and self.unit != PERCENT:
            margin = max(abs(self.low), abs(self.high)) * abs(by.high) * PERCENT.factor
        else:
            margin = abs(by.to(self.unit, difference=True).high)
        return self._replace(core=self.core.widened(margin), wide=self.wide.widened(margin))

    def to(self, unit: Unit, difference: bool = False) -> "Amount":
        """In another unit of the same dimension. `difference`: a temperature *difference* has no zero point.
        Raises CannotCompare."""
        if unit == self.unit:
            return self
        if not unit.fits(self.unit):
            raise CannotCompare(f"{self.unit.name or 'a plain number'} and {unit.name or 'a plain number'}")
        factor = self.unit.factor / unit.factor
        offset = ZERO if difference else (self.unit.offset - unit.offset) / unit.factor
        low, high = sorted((self.low * factor + offset, self.high * factor + offset))
        core, wide = self.core.scaled(factor, offset), self.wide.scaled(factor, offset)
        return Amount(low, high, self.bound, core, wide, unit)

    def __neg__(self) -> "Amount":
        turned: dict[Bound, Bound] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
        core, wide = self.core.scaled(-ONE), self.wide.scaled(-ONE)
        return Amount(-self.high, -self.low, turned.get(self.bound, self.bound), core, wide, self.unit)

    def __add__(self, other: "Amount") -> "Amount":
        other = other.to(self.unit, difference=True)
        low, high = self.low + other.low, self.high + other.high
        core, wide = self.core.plus(other.core), self.wide.plus(other.wide)
        return Amount(low, high, _joint(self, other), core, wide, self.unit)

    def __sub__(self, other: "Amount") -> "Amount":
        return self + -other

    def __mul__(self, other: "Amount") -> "Amount":
        low, high, *_ = Interval(self.low, self.high).times(Interval(other.low, other.high))
        core, wide = self.core.times(other.core), self.wide.times(other.wide)
        return Amount(low, high, _joint(self, other), core, wide, _product(self.unit, other.unit, 1))

    def __truediv__(self, other: "Amount") -> "Amount":
        """Raises ZeroDivisionError where the divisor may be zero."""
        said, core, wide = (i.inverse() for i in (Interval(other.low, other.high), other.core, other.wide))
        if said is None or core is None:
            raise ZeroDivisionError
        upside = Amount(said.low, said.high, _turned(other.bound), core, wide or Interval(-INFINITY, INFINITY))
        result = self * upside
        return result._replace(unit=_product(self.unit, other.unit, -1))


def _turned(bound: Bound) -> Bound:
    turned: dict[Bound, Bound] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
    return turned.get(bound, bound)


def _joint(a: Amount, b: Amount) -> Bound:
    """How a computed figure was said: as its least certain part."""
    if a.is_bound:
        return a.bound
    return b.bound if b.is_bound or b.bound == "~" else a.bound


def _product(a: Unit, b: Unit, power: int) -> Unit:
    """The unit of a product (power 1) or quotient (-1): a count times dollars is dollars, dollars by dollars a plain number."""
    if not b.dimension and b.factor == ONE:
        return a
    if power == 1 and not a.dimension and a.factor == ONE:
        return b
    powers = dict(a.dimension)
    for name, p in b.dimension:
        powers[name] = powers.get(name, 0) + power * p
    factor = a.factor * b.factor if power == 1 else a.factor / b.factor
    name = " ".join(filter(None, (a.name, "per" if power < 0 else "times", b.name)))
    combined = dimension(powers)
    return Unit(name if combined or factor != ONE else "", combined, factor)


# ---------------------------------------------------------------- from words to intervals


def written(
    low: Decimal | int | str,
    high: Decimal | int | str | None = None,
    *,
    bound: Bound = "=",
    step: Decimal | int | str | None = None,
    unit: Unit = PLAIN,
    nearly: bool = False,
) -> Amount:
    """The amount that a figure in print stands for.

    step    the place value of its last written digit, where it was written rounded: `1.2 million` has 100000, `12.5` has 0.1;
            None for a whole number written out, which is taken as counted
    nearly  "nearly 400", "almost 400": from a tenth below up to, not including, the figure
    """
    low = low if isinstance(low, Decimal) else Decimal(low)
    if high is None or high is low:
        high = low
    else:
        low, high = sorted((low, Decimal(high)))
    core = wide = Interval(low, high)
    if step is not None:
        step = Decimal(step)
        half = step * HALF
        core = Interval(low - half, high + half, False, True)
        wide = Interval(low - step, high + step, True, True)
    elif low == high and (zeros := _rounding_step(low)):
        wide = Interval(low - zeros / 2, low + zeros / 2)
    if bound == "=" and not nearly:
        return Amount(low, high, bound, core, wide, unit)
    if nearly:
        core = Interval(low - abs(low) * ABOUT, high, high_open=True)
        wide = Interval(low - abs(low) * ABOUT_AT_MOST, high)
    elif bound == "~":
        core = core.hull(Interval(low - abs(low) * ABOUT, high + abs(high) * ABOUT))
        wide = wide.hull(Interval(low - abs(low) * ABOUT_AT_MOST, high + abs(high) * ABOUT_AT_MOST))
    elif bound in (">", ">="):
        core = Interval(core.low if step is not None else low, INFINITY, bound == ">", high_open=True)
        wide = Interval(wide.low, INFINITY, high_open=True)
    elif bound in ("<", "<="):
        core = Interval(-INFINITY, high, low_open=True, high_open=bound == "<")
        wide = Interval(-INFINITY, wide.high, low_open=True)
    return Amount(low, high, bound, core, wide, unit)


def _rounding_step(value: Decimal) -> Decimal | None:
    """100 for 400, 3500; None for a number that nobody would have rounded to."""
    if not ROUND_FROM <= abs(value) < ROUND_TO or value % TEN:
        return None
    step = TEN
    while not value % (step * TEN):
        step *= TEN
    return step


# ---------------------------------------------------------------- judging two amounts


def equal(a: Amount, b: Amount) -> Outcome:
    """Do two figures say the same? Identical figures pass, and so does overlap through rounding or *about*; overlap through
    *at least* or *up to*, or only for a lenient reader, is unsure. Raises CannotCompare."""
    b = b.to(a.unit)
    opposed = a.is_bound and b.is_bound and a.bound != b.bound
    if (a.low, a.high) == (b.low, b.high) and not opposed:
        return "pass"
    if a.core.meets(b.core):
        return "unsure" if a.is_bound or b.is_bound else "pass"
    return "unsure" if a.wide.meets(b.wide) else "fail"


def less(a: Amount, b: Amount, or_equal: bool = False) -> Outcome:
    """Is a < b (or ≤)? True throughout passes, true nowhere fails. Raises CannotCompare."""
    b = b.to(a.unit)
    if a.core.not_above(b.core) if or_equal else a.core.below(b.core):
        return "pass"
    never = b.wide.below(a.wide) if or_equal else b.wide.not_above(a.wide)
    return "fail" if never else "unsure"


def between(a: Amount, low: Amount, high: Amount) -> Outcome:
    """Is low ≤ a ≤ high?"""
    return worst([less(low, a, or_equal=True), less(a, high, or_equal=True)])


def opposite(outcome: Outcome) -> Outcome:
    flipped: dict[Outcome, Outcome] = {"pass": "fail", "fail": "pass"}
    return flipped.get(outcome, outcome)


def worst(outcomes: list[Outcome]) -> Outcome:
    """fail > unsure > pass; a skip never hides anything. Nothing at all is a skip."""
    for outcome in ("fail", "unsure", "pass"):
        if outcome in outcomes:
            return outcome
    return "skip"
