"""Moments as stretches of the calendar: order, sameness, time elapsed."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.amounts import equal, written
from copydesk.moments import UNKNOWN_YEAR, Grain, Moment, NotComparable, elapsed, order, same, shifted

LENGTHS: dict[Grain, timedelta] = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}


def at(text: str, grain: Grain = "day", **more: object) -> Moment:
    """A moment from an ISO date or time; without a year as --05-31."""
    known = not text.startswith("--")
    start = datetime.fromisoformat(text if known else f"{UNKNOWN_YEAR:04}-{text[2:]}")
    return Moment(start, start + LENGTHS[grain], grain, text, year_known=known, **more)  # type: ignore[arg-type]


BRYANSK = at("2025-05-31T22:50", "minute", about=True)
KURSK = at("2025-06-01T02:50", "minute")
STRIKE, TALKS = at("2025-06-01"), at("2025-06-02")


def test_order() -> None:
    """True throughout passes, true nowhere fails; the same day twice is not before itself."""
    assert order(STRIKE, TALKS) == "pass"
    assert order(TALKS, STRIKE) == "fail"
    assert order(STRIKE, STRIKE) == "fail"


def test_a_day_against_a_clock_time_compares_by_the_day() -> None:
    """A tie at the coarser grain makes before and after unsure."""
    assert order(BRYANSK, STRIKE) == "pass"
    assert order(KURSK, STRIKE) == "unsure"
    assert same(KURSK, STRIKE) == "pass"
    assert same(BRYANSK, STRIKE) == "fail"


def test_without_a_year() -> None:
    """Dates of an unknown year are ordered within one year; around New Year nobody knows."""
    assert order(at("--05-31"), at("--06-02")) == "pass"
    assert order(at("--05-31"), at("2025-06-02")) == "pass"
    assert order(at("--12-30"), at("--01-02")) == "unsure"
    with pytest.raises(NotComparable):
        same(at("--02-29"), at("2025-03-01"))


def test_a_bare_clock_time_is_not_compared_with_a_date() -> None:
    """Nothing says which day it is on."""
    with pytest.raises(NotComparable):
        order(at("0002-01-01T10:00", "minute", day_known=False), TALKS)


def test_elapsed() -> None:
    """Four hours between the bridges, give or take the hedge; one day between the strike and the talks."""
    four_hours = written(14400, unit=elapsed(BRYANSK, KURSK).unit)
    assert equal(elapsed(BRYANSK, KURSK), four_hours) == "pass"
    assert elapsed(STRIKE, TALKS).low == 1
    assert elapsed(TALKS, STRIKE).low == -1


def test_an_hour_is_its_stroke() -> None:
    """From 8 a.m. to 9:35 is an hour and a half, not half an hour; ten minutes either way are a lenient reader's."""
    apart = elapsed(at("2025-06-02T08:00", "hour"), at("2025-06-02T09:35", "minute"))
    minutes = {n: equal(apart, written(60 * n, unit=apart.unit)) for n in (40, 85, 95)}
    assert minutes == {40: "fail", 85: "unsure", 95: "pass"}


def test_bounds() -> None:
    """ "Before June 2" may be any earlier day."""
    assert order(at("2025-06-02", bound="<"), at("2025-06-01")) == "unsure"
    assert order(at("2025-06-02", bound="<"), at("2025-06-03")) == "pass"


def test_shifting_along_the_calendar() -> None:
    """A month after 31 January is the last of February; the TIMEX3 value follows."""
    assert shifted(at("2025-01-31"), months=1).timex == "2025-02-28"
    assert shifted(at("2024-02-29"), years=1).timex == "2025-02-28"
    assert shifted(STRIKE, days=-1).timex == "2025-05-31"


days = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(lambda d: at(d.date().isoformat()))


@given(days, days)
def test_order_is_one_way(a: Moment, b: Moment) -> None:
    """Two days are in one order only, and the days elapsed have its sign."""
    if a.start != b.start:
        assert sorted([order(a, b), order(b, a)]) == ["fail", "pass"]
        assert (elapsed(a, b).low > 0) == (order(a, b) == "pass")
    assert same(a, b) == ("pass" if a.start == b.start else "fail")
