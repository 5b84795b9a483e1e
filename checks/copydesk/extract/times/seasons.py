"""The year of a quarter, a half, a season or a holiday."""

from datetime import date

from copydesk.extract.times.almanac import (
    cost,
    holiday_date,
    iso_of,
    last_over,
    leaning,
    nearest_year,
    quarter_moved,
    week_of,
    year_of_part,
    year_text,
)
from copydesk.extract.times.reading import Holiday, Period, Turn
from copydesk.extract.times.shifts import quarter_turn
from copydesk.extract.times.tense import Tense
from copydesk.extract.times.told import Told
from copydesk.lexicon.calendar import FIXED_HOLIDAYS, SEASON_MONTH, SINGULAR

AUTUMN = 9
# What the tense weighs, in days, against the nearer of two: of what "will go by Christmas", said in spring, none was last year's.
AGAINST_HOLIDAY = 365


def period_of(told: Told, period: Period, tense: Tense) -> str:
    if period.code in ("Q", "P"):
        return _same_period(told, period)
    if period.pick == "over" and told.results.quarter:
        return told.results.quarter
    year = period.year
    if period.pick in ("behind", "before") and period.code in SEASON_MONTH:
        beside = told.year_beside(SEASON_MONTH[period.code], period.pick, tense)
        return f"{year_text(beside)}-{period.code}" if beside is not None else f"XXXX-{period.code}"
    if year is None and (period.pick == "this" or period.pick == "same"):
        base = told.year if period.pick == "same" and told.year else told.issue.year if told.issue else None
        year = base + period.shift if base is not None else None
    if year is None and told.narrative and told.year is not None:
        month = told.month or 0
        over = period.pick == "next" and month >= SEASON_MONTH.get(period.code, 0)
        over |= (
            period.code == "WI" and not period.pick and month >= AUTUMN
        )  # the winter that comes is that of the next year
        year = told.year + over - (period.pick == "last")
    if year is None and told.issue is not None:
        if period.code[0] in "QH" and period.pick not in ("last", "next"):
            year = year_of_part(period.code, told.issue, tense, results=period.pick == "before")
            text = f"{year:04}-{period.code}"
            return quarter_moved(text, -4) if period.pick == "over" and text > last_over(told.issue) else text
        month = SEASON_MONTH.get(period.code) or (
            int(period.code[1:]) * (3 if period.code[0] == "Q" else 6) - (2 if period.code[0] == "Q" else 5)
        )
        year = nearest_year(
            told.issue, month, None, leaning(period.pick, tense), strict=period.pick in ("last", "next")
        )
        if (
            period.pick == "last"
            and period.code in SEASON_MONTH
            and year == told.issue.year
            and month + 3 > told.issue.month
        ):
            year -= 1
        if period.pick == "last":
            year += period.shift  # the summer before last
        if period.code == "WI" and told.issue.month < 3 and period.pick not in ("last", "next"):
            year = told.issue.year
    return f"{year_text(year)}-{period.code}" if year is not None else f"XXXX-{period.code}"


def _same_period(told: Told, period: Period) -> str:
    """The quarter told, in another year or its own; where none was told, the one before the issue. A *period* may also
    be the month told."""
    results = told.results
    if period.code == "P" and (same := results.period(period.year, period.shift)):
        return same
    if period.code == "P" and period.shift and results.longer and not results.by_quarter and told.issue:
        # "The six months to September … the same period a year earlier": of that year.
        return f"{(told.year or told.issue.year) + period.shift:04}"
    if period.year is not None:
        by_quarter = results.quarter and (results.by_quarter or period.pick == "same")
        return f"{period.year:04}-{results.quarter[5:]}" if by_quarter else f"{period.year:04}"
    last = quarter_turn(told, Turn(SINGULAR["quarter"], 0, "told"))
    if told.issue is not None and not told.narrative:
        last = min(last, last_over(told.issue))  # results are told of a quarter that is over
    return quarter_moved(last, 4 * period.shift) if last[:4].isdecimal() else last


def holiday_of(told: Told, holiday: Holiday, tense: Tense) -> str:
    day = _day_of(told, holiday, tense)
    if len(day) < len("2000-12-25") or not day[:4].isdecimal() or not holiday.around:
        return day
    if holiday.around == "month":
        return day[:7]
    if holiday.around == "week":
        return week_of(day)
    # The weekend of a Monday is the one before it.
    return week_of(iso_of(date.fromisoformat(day), -1)) + "-WE"


def _day_of(told: Told, holiday: Holiday, tense: Tense) -> str:
    if holiday.year is not None:
        return (
            holiday_date(holiday.words, holiday.year).isoformat()
            if 1000 <= holiday.year <= 4000
            else year_text(holiday.year)
        )
    if told.narrative and told.year is not None:
        return holiday_date(holiday.words, told.year).isoformat()
    if told.issue is None:
        fixed = FIXED_HOLIDAYS.get(holiday.words)
        return f"XXXX-{fixed[0]:02}-{fixed[1]:02}" if fixed else "XXXX-XX-XX"
    if holiday.years is not None:
        return holiday_date(holiday.words, told.issue.year + holiday.years).isoformat()
    day = told.issue.date()
    days = [holiday_date(holiday.words, year) for year in (day.year - 1, day.year, day.year + 1)]
    if holiday.shift < 0:
        return max(d for d in days if d < day).isoformat()
    if holiday.shift > 0:
        return min(d for d in days if d > day).isoformat()
    return min(days, key=lambda d: cost((d - day).days, tense, AGAINST_HOLIDAY)).isoformat()
