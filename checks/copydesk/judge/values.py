"""The figures of a sentence, for one choice of mentions: from names, figures and arithmetic to amounts and moments, and the
comparison of two. Units and calendars are minded here."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from copydesk.amounts import (
    DAY,
    PERCENT,
    PLAIN,
    SECOND,
    ZERO,
    Amount,
    CannotCompare,
    Interval,
    Outcome,
    Unit,
    between,
    equal,
    less,
    opposite,
    worst,
    written,
)
from copydesk.expressions import Arithmetic, Expression, Figure, Is, Name, NumberOf, Sign, SourceValue, SumOf, show
from copydesk.model import Fact
from copydesk.moments import MONTH, YEAR, Moment, NotComparable, elapsed, order, same, shifted

# Dimensions of physics; what else a figure may be *per* is a thing that can be counted.
PHYSICAL = frozenset("length mass time temperature current amount_of_substance luminous_intensity data_storage".split())
Operand = Fact | Amount | Moment
Value = Amount | Moment


class Skip(Exception):
    """A sentence that can't be judged on this article, and why."""


class Values:
    """Evaluates expressions. `pools` has all mentions of each name, `choice` the one in hand."""

    def __init__(self, pools: Mapping[str, Sequence[Operand]], strict: bool) -> None:
        self.pools, self.strict = pools, strict

    def of(self, node: Expression, choice: Mapping[str, Operand]) -> Value:
        """The value of an expression. Raises Skip, CannotCompare, NotComparable, ZeroDivisionError."""
        match node:
            case Name():
                return self.operand(choice[str(node)])
            case Figure(_, amount):
                return amount
            case SumOf(of):
                return self.total(self.pools[str(of)])
            case NumberOf(of):
                return written(len(self.pools[str(of)]))
            case Arithmetic(left, operator, right):
                return _calculated(self.of(left, choice), operator, self.of(right, choice))
            case SourceValue():
                return self.operand(self.pools[show(node)][0])
        raise Skip("This can't be judged.")

    def operand(self, operand: Operand) -> Value:
        """The value of a mention, bare of the article's hedges where the rule is strict."""
        value = operand.value if isinstance(operand, Fact) else operand
        if value is None:
            raise Skip("Its value is unknown.")
        return value.strict() if self.strict else value

    def total(self, operands: Sequence[Operand]) -> Amount:
        """All of them added. Raises CannotCompare for different units, Skip for none."""
        if not operands:
            raise Skip("There is nothing to add up.")
        amounts = [amount(self.operand(each)) for each in operands]
        total = amounts[0]
        for each in amounts[1:]:
            total += each
        return total

    def limit(self, node: Expression | None, choice: Mapping[str, Operand]) -> Amount | None:
        """The allowance after `within`."""
        return amount(self.of(node, choice)) if node is not None else None


def amount(value: Value) -> Amount:
    if isinstance(value, Moment):
        raise CannotCompare("a date or time and a figure")
    return value


def _calculated(left: Value, operator: str, right: Value) -> Value:
    if isinstance(left, Moment) and isinstance(right, Moment) and operator == "-":
        return gap(right, left)
    a, b = amount(left), amount(right)
    if operator in "+-":
        a, b = footing(a, b)
        return a + b if operator == "+" else a - b
    a, b = _share(a, b), _share(b, a)
    return _by_the_piece(a, b) * _by_the_piece(b, a) if operator == "*" else a / b


def _share(a: Amount, b: Amount) -> Amount:
    """A percentage as a plain number where it is taken of something else: 15% of £800 is in pounds."""
    return a.to(PLAIN) if a.unit == PERCENT and b.unit != PERCENT else a


def _by_the_piece(rate: Amount, number: Amount) -> Amount:
    """A price or rate for each of something, where it is taken so many times: $12 per share, times 4 million shares, is in dollars."""
    things = [base for base, power in rate.unit.dimension if power == -1 and base not in PHYSICAL]
    if len(things) != 1 or number.unit.dimension or number.unit == PERCENT:
        return rate
    dimension = tuple(each for each in rate.unit.dimension if each[0] != things[0])
    return rate._replace(unit=rate.unit._replace(name=rate.unit.name.partition(" per ")[0], dimension=dimension))


def footing(a: Amount, b: Amount) -> tuple[Amount, Amount]:
    """An age beside a bare number: the number is years."""
    if not a.unit.dimension and b.unit.dimension == YEAR.dimension and not a.unit.name:
        return a._replace(unit=YEAR), b
    if not b.unit.dimension and a.unit.dimension == YEAR.dimension and not b.unit.name:
        return a, b._replace(unit=YEAR)
    return a, b


# ---------------------------------------------------------------- comparing


def compare(a: Value, sign: Sign, b: Value, within: Amount | None = None) -> Outcome:
    """Is `a sign b` so? `~` is *is about*; `within` replaces its width. Raises CannotCompare, NotComparable."""
    if isinstance(a, Moment) and isinstance(b, Moment):
        return _compare_moments(a, sign, b, within)
    left, right = footing(amount(a), amount(b))
    if within is not None:
        right = right.widened(within)
    if sign in ("=", "!=", "~"):
        outcome = _same_figure(left, loosened(right) if sign == "~" and within is None else right)
        return opposite(outcome) if sign == "!=" else outcome
    if sign in ("<", "<="):
        return less(left, right, or_equal=sign == "<=")
    return less(right, left, or_equal=sign == ">=")


def _same_figure(a: Amount, b: Amount) -> Outcome:
    """`equal`, but "more than 90 km" and "more than 56 miles" pass: two bounds of one direction on what is the same figure."""
    outcome = equal(a, b)
    if outcome == "unsure" and a.is_bound and a.bound == b.bound:
        slack = abs((b.core.low if b.core.low.is_finite() else b.core.high) - b.low)
        near = Interval(b.low - slack, b.high + slack)
        said = bare(a).to(b.unit).core
        return "pass" if near.meets(said) else "unsure"
    return outcome


def bare(figure: Amount) -> Amount:
    """The figures said, without any hedge."""
    said = Interval(figure.low, figure.high)
    return Amount(figure.low, figure.high, "=", said, said, figure.unit)


def loosened(figure: Amount) -> Amount:
    """As if hedged with *about*, beside the hedge that it has."""
    if figure.is_bound:
        return figure
    about = figure.about()
    return figure._replace(bound="~", core=figure.core.hull(about.core), wide=figure.wide.hull(about.wide))


def _compare_moments(a: Moment, sign: Sign, b: Moment, within: Amount | None) -> Outcome:
    if within is not None:
        return equal(gap(b, a), written(ZERO, unit=SECOND).widened(within))
    if sign in ("=", "!=", "~"):
        outcome = same(a, b._replace(about=True) if sign == "~" else b)
        return opposite(outcome) if sign == "!=" else outcome
    if sign in ("<", ">="):
        return before(a, b) if sign == "<" else opposite(before(a, b))
    return before(b, a) if sign == ">" else opposite(before(b, a))


def before(a: Moment, b: Moment) -> Outcome:
    """Is a before b? Of two clock times without a day nobody knows for certain that it isn't."""
    outcome = order(a, b)
    return "unsure" if outcome == "fail" and not (a.day_known or b.day_known) else outcome


def on_same_day(a: Moment, b: Moment) -> Outcome:
    if not (a.day_known and b.day_known):
        raise NotComparable("a clock time without a day is on no known day")
    return same(a.day(), b.day())


def lies_between(value: Value, low: Value, high: Value) -> Outcome:
    """Is it from low to high, both included?"""
    if isinstance(value, Moment) and isinstance(low, Moment) and isinstance(high, Moment):
        return worst([opposite(before(value, low)), opposite(before(high, value))])
    figure, lowest = footing(amount(value), amount(low))
    return between(figure, lowest, footing(amount(high), figure)[0])


# ---------------------------------------------------------------- how far apart


def gap(earlier: Moment, later: Moment, unit: Unit | None = None) -> Amount:
    """The time from one to the other. Measured in days or longer it counts calendar days; two clock times without days are
    taken in the order said, so 11 p.m. to 3 a.m. is four hours."""
    if unit is not None and unit.factor >= DAY.factor:
        if not (earlier.day_known and later.day_known):
            raise NotComparable("a clock time without a day is no number of days from another")
        earlier, later = earlier.day(), later.day()
    found = elapsed(earlier, later)
    if not (earlier.day_known or later.day_known) and found.high < 0:
        found += written(1, unit=DAY)
    return found


def calendar_length(length: Amount, start: Moment, backwards: bool = False) -> Amount:
    """Months and years as the calendar has them from a day on: one month after 31 January is 28 days; other lengths as they are."""
    months = round(length.unit.factor / MONTH.factor) if length.unit.factor >= MONTH.factor * Decimal("0.9") else 0
    count = length.low
    if not months or not count or count != int(count):
        return length
    by = int(count) * months * (-1 if backwards else 1)
    try:
        days = abs(elapsed(start.day(), shifted(start.day(), months=by)).low)
    except (ValueError, OverflowError):
        return length
    return length._replace(unit=length.unit._replace(factor=days / count * DAY.factor))


def offset(sentence: Is, choice: Mapping[str, Operand], values: Values) -> tuple[Amount, Amount]:
    """Of `x is about 4 hours after y`: the time between, and the length that it should have."""
    assert sentence.anchor is not None
    x, y = as_moment(values.of(sentence.subject, choice)), as_moment(values.of(sentence.anchor, choice))
    wanted = values.of(sentence.value, choice)
    if isinstance(wanted, Moment):
        raise CannotCompare("a time and a duration")
    backwards = sentence.side == "before"
    apart = gap(x, y, wanted.unit) if backwards else gap(y, x, wanted.unit)
    return apart, calendar_length(wanted, y, backwards)


def as_moment(value: Value) -> Moment:
    if not isinstance(value, Moment):
        raise NotComparable("a figure is no time")
    return value
