"""Reckoning on the calendar: moving along it, the nearest year of a month, weekdays of a month, and the holidays."""

from datetime import date, datetime, timedelta

from copydesk.extract.times.tense import Tense
from copydesk.lexicon.calendar import (
    BLACK_FRIDAY,
    CYBER_MONDAY,
    EASTER_HOLIDAYS,
    ELECTION_DAY,
    FIXED_HOLIDAYS,
    MOVING_HOLIDAYS,
)  # fmt: skip

# A quarter that ended no more than so many days ago is the one whose results are still expected.
JUST_ENDED = 100
# Without a verb news looks back rather than ahead, by so many days; to a month without its day still more.
UNSAID_DAY, UNSAID_MONTH = 45, 190
# What the tense of the verb beside it weighs, in days, against the nearer of two years; what "runs from 2 March" may have begun.
AGAINST_DAY, AGAINST_MONTH, AGAINST_PAST_DAY = 90, 250, 180


def is_day(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-" or text.startswith("XXXX-WXX-")


def iso_of(base: date, days: int) -> str:
    return moved(base, days).isoformat()


def year_text(year: int) -> str:
    """TIMEX3 for a year; those before Christ are negative here ("-218" is 218 BC: BC0218)."""
    return f"{year:04}" if year > 0 else f"BC{-year:04}"


def week_of(day: str, weekend: bool = False) -> str:
    """The week of a day, or its end; the day itself where the calendar does not have it."""
    try:
        year, week, _ = date.fromisoformat(day).isocalendar()
    except ValueError:
        return day
    return f"{year:04}-W{week:02}" + "-WE" * weekend


def moved(base: date, days: int) -> date:
    try:
        return base + timedelta(days=days)
    except OverflowError:
        return base


def month_on(base: date, months: int) -> tuple[int, int]:
    """The year and the month so many months on."""
    year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    return year, month + 1


def months_on(base: date, months: int) -> str:
    """The same day so many months on; the last of the month where that has no such day."""
    year, month = month_on(base, months)
    for day in range(base.day, 27, -1):
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            continue
    return date(min(max(year, 1), 9999), month, min(base.day, 28)).isoformat()


def quarter_moved(quarter: str, by: int) -> str:
    """The quarter so many on; of a year that is not known, if its own is not."""
    if not quarter[-1].isdecimal():
        return quarter
    known = quarter[:4].isdecimal()
    year, number = divmod((int(quarter[:4]) if known else 0) * 4 + int(quarter[-1]) - 1 + by, 4)
    return f"{year:04}-Q{number + 1}" if known else f"XXXX-Q{number + 1}"


def last_over(issue: datetime) -> str:
    """The last quarter that was over on a day."""
    return quarter_moved(f"{issue.year:04}-Q{(issue.month + 2) // 3}", -1)


def last_of_month(month: str) -> str:
    """The last day of a month ("2024-02") of our era."""
    from calendar import monthrange  # loads slowly, and few stories ask

    year, number = (int(part) for part in month.split("-")) if month[:4].isdecimal() else (0, 0)
    return f"{month}-{monthrange(year, number)[1]:02}" if year else month


def leaning(pick: str, tense: Tense) -> Tense:
    return "past" if pick == "last" else "future" if pick == "next" else tense


def nearest_year(issue: datetime, month: int, day: int | None, tense: Tense, strict: bool) -> int:
    """The year in which a month (or a day of it) falls nearest the issue, where the side that the tense speaks against
    counts as further off. `strict` ("last June", said in June): only that side, and not the issue's own month."""
    here = (issue.month, issue.day) if day is not None else (issue.month, 0)
    there = (month, day or 0)
    if strict:
        return issue.year - (there >= here) if tense == "past" else issue.year + (there <= here)
    apart = (month - issue.month) * 30 + ((day - issue.day) if day is not None else 0)
    against, unsaid = (AGAINST_DAY, UNSAID_DAY) if day is not None else (AGAINST_MONTH, UNSAID_MONTH)
    if day is not None and tense == "past":
        against = AGAINST_PAST_DAY
    years = (issue.year, issue.year - 1, issue.year + 1)
    return min(years, key=lambda year: cost(apart + 360 * (year - issue.year), tense, against, unsaid))


def cost(days: int, tense: Tense, against: int = AGAINST_DAY, unsaid: int = 0) -> int:
    """How far off a time is that lies so many `days` ahead, where the tense speaks `against` one side."""
    if not tense and days > 0:
        return days + unsaid
    return abs(days) + (against if days > 0 and tense == "past" or days < 0 and tense == "future" else 0)


def year_of_part(code: str, issue: datetime, tense: Tense, results: bool = False) -> int:
    """The year of a quarter or half: the last one begun; with a future the one to come, unless it has only just ended
    (its results are awaited); where the words are of `results`, be that last year."""
    size = 3 if code[0] == "Q" else 6
    begins = (int(code[1:]) - 1) * size + 1
    since = (issue.month - begins - size) * 30 + issue.day
    if results and 0 < since + 360 <= JUST_ENDED:
        return issue.year - 1
    if tense == "future":
        return issue.year + (since > JUST_ENDED)
    return issue.year - (begins > issue.month)


def weekday_and_day(base: date, weekday: int, day: int, tense: Tense) -> str:
    """Friday the 13th: the nearest month in which that day is that weekday, else the month at hand."""
    months = (0, -1, 1, -2, 2) if tense != "future" else (0, 1, 2, -1, -2)
    for by in months:
        try:
            candidate = date(*month_on(base, by), day)
        except ValueError:
            continue
        if candidate.isoweekday() == weekday:
            return candidate.isoformat()
    return f"{base.year:04}-{base.month:02}-{day:02}"


def holiday_date(words: tuple[str, ...], year: int) -> date:
    if words in FIXED_HOLIDAYS:
        return date(year, *FIXED_HOLIDAYS[words])
    if words in EASTER_HOLIDAYS:
        return easter(year) + timedelta(days=EASTER_HOLIDAYS[words])
    if words[0] == "orthodox":
        return orthodox_easter(year) + timedelta(days=EASTER_HOLIDAYS[words[1:]])
    if words == ELECTION_DAY:
        return nth_weekday(year, 11, 1, 1) + timedelta(days=1)
    if words in (BLACK_FRIDAY, CYBER_MONDAY):
        return nth_weekday(year, 11, 4, 4) + timedelta(days=1 if words == BLACK_FRIDAY else 4)
    return nth_weekday(year, *MOVING_HOLIDAYS[words])


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm; Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a day of ours (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    month, day = divmod(moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
