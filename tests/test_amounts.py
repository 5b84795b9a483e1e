"""Numbers as written: what they allow, whether they agree, and arithmetic on them."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from copydesk.amounts import (
    PERCENT,
    Amount,
    CannotCompare,
    Interval,
    Unit,
    between,
    equal,
    less,
    worst,
    written,
)

CASES = yaml.safe_load(Path(__file__).with_name("amounts.yml").read_text(encoding="utf-8"))
METRE = Unit("metre", (("length", 1),))
KILOMETRE = Unit("kilometre", (("length", 1),), Decimal(1000))
MILE = Unit("mile", (("length", 1),), Decimal("1609.344"))
CELSIUS = Unit("degree celsius", (("temperature", 1),), Decimal(1), Decimal("273.15"))
FAHRENHEIT = Unit("degree fahrenheit", (("temperature", 1),), Decimal(5) / 9, Decimal("459.67") * 5 / 9)
DOLLAR = Unit("dollar", (("USD", 1),))
EURO = Unit("euro", (("EUR", 1),))


def amount(said: float, bound: str = "=", step: float | None = None, high: float | None = None) -> Amount:
    return written(
        str(said), None if high is None else str(high), bound=bound, step=None if step is None else str(step)
    )  # type: ignore[arg-type]


@pytest.mark.parametrize("case", CASES["agree"], ids=str)
def test_agreement_either_way_round(case: dict) -> None:
    """Overlap of what the words allow passes, of what a reader allows is unsure, none fails."""
    a, b = amount(*case["a"]), amount(*case["b"])
    assert equal(a, b) == case["is"]
    assert equal(b, a) == case["is"]


@pytest.mark.parametrize("case", CASES["less"], ids=str)
def test_order_of_figures(case: dict) -> None:
    """True throughout passes, true nowhere fails, the rest is unsure."""
    assert less(amount(*case["a"]), amount(*case["b"])) == case["is"]


def test_between_holds_both_ends() -> None:
    """Both ends are in."""
    assert [between(amount(n), amount(5), amount(7)) for n in (4, 5, 6, 7, 8)] == [
        "fail",
        "pass",
        "pass",
        "pass",
        "fail",
    ]


def test_units_of_one_dimension_convert() -> None:
    """90 km are 56 miles, once rounded; kilometres and dollars can't be compared."""
    assert equal(written(90, unit=KILOMETRE).widened(written(1, unit=PERCENT)), written(56, unit=MILE)) == "pass"
    assert equal(written(90, unit=KILOMETRE), written(65, unit=MILE)) == "fail"
    with pytest.raises(CannotCompare):
        equal(written(1, unit=KILOMETRE), written(1, unit=DOLLAR))
    with pytest.raises(CannotCompare):
        equal(written(1, unit=EURO), written(1, unit=DOLLAR))


def test_temperatures_have_a_zero_point_and_their_differences_none() -> None:
    """100 °C is 212 °F, but 10 degrees more are 18 more."""
    assert written(100, unit=CELSIUS).to(FAHRENHEIT).low.quantize(Decimal("0.001")) == 212
    assert written(10, unit=CELSIUS).to(FAHRENHEIT, difference=True).low.quantize(Decimal("0.001")) == 18


def test_units_multiply_and_divide() -> None:
    """A count times dollars is dollars; dollars by dollars is a plain number; kilometres by kilometres too."""
    assert (written(3) * written(2, unit=DOLLAR)).unit == DOLLAR
    assert (written(6, unit=DOLLAR) / written(2, unit=DOLLAR)).unit.dimension == ()
    share = (written(6, unit=KILOMETRE) / written(2000, unit=METRE)).to(Unit(""))
    assert share.low == 3


def test_dividing_by_what_may_be_zero() -> None:
    """Nothing is known of a quotient by a figure that may be zero."""
    with pytest.raises(ZeroDivisionError):
        written(1) / written(0)


def test_worst() -> None:
    """A fail outweighs all, a skip hides nothing, and nothing is a skip."""
    assert worst(["skip", "pass", "unsure"]) == "unsure"
    assert worst(["unsure", "fail", "skip"]) == "fail"
    assert worst(["skip"]) == worst([]) == "skip"


numbers = st.decimals(min_value=-(10**6), max_value=10**6, places=2)
bounds = st.sampled_from(["=", "<", "<=", ">", ">=", "~"])
amounts = st.builds(lambda n, b: written(n, bound=b), numbers, bounds)


@given(amounts, amounts)
def test_agreement_is_symmetric(a: Amount, b: Amount) -> None:
    """Which statement comes first makes no difference."""
    assert equal(a, b) == equal(b, a)


@given(amounts)
def test_a_figure_agrees_with_itself(a: Amount) -> None:
    """Saying it twice never alarms, and what the words allow is allowed to a lenient reader."""
    assert equal(a, a) == "pass"
    assert a.core.within(a.wide)


@given(numbers, numbers, numbers, numbers)
def test_sums_hold_the_sum_of_any_two_values(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> None:
    """Interval arithmetic encloses: x in [a,b] and y in [c,d] give x + y, x - y and x × y inside."""
    first, second = written(a, b), written(c, d)
    for x in (a, b):
        for y in (c, d):
            assert Interval(x + y, x + y).within((first + second).core)
            assert Interval(x - y, x - y).within((first - second).core)
            assert Interval(x * y, x * y).within((first * second).core)
            if not first.core.low <= 0 <= first.core.high:
                quotient = (second / first).core
                assert quotient.low - Decimal("1e-15") <= y / x <= quotient.high + Decimal("1e-15")
