"""A place on the calendar for what was read: against the day of publication, or the time last told."""

from datetime import date, timedelta

from copydesk.extract.times.almanac import (
    is_day,
    iso_of,
    last_of_month,
    leaning,
    month_on,
    nearest_year,
    nth_weekday,
    week_of,
    weekday_and_day,
    year_text,
)
from copydesk.extract.times.reading import (
    Apart,
    Beside,
    Clock,
    Fixed,
    Found,
    Holiday,
    Offset,
    Period,
    Stamp,
    Turn,
    When,
)
from copydesk.extract.times.seasons import holiday_of, period_of
from copydesk.extract.times.shifts import offset_of, turn_of
from copydesk.extract.times.stretch import stretch
from copydesk.extract.times.tense import Tense
from copydesk.extract.times.told import Told

# In a narrative, a month this much earlier than the one last told belongs to the next year.
BACKWARDS = 8
# So many months from the issue, a month is rather the one that was named with its year.
FAR_MONTHS = 3
# From when on, and until when, a story that goes on is in one night.
NIGHTFALL, DAYBREAK = 20, 6
# Where the third Tuesday of a month roughly is.
MID_MONTH = 15


def timex(told: Told, found: Found, tense: Tense) -> str:
    """The TIMEX3 value of an expression, which from then on has been told."""
    if told.results.span:
        told.results.come_to(found.first)
    value = _date(told, found, tense)
    told.results.compare(found)
    if isinstance(found.when, Stamp) and found.when.year is not None and found.when.month is not None:
        told.months[found.when.month] = found.when.year
    if found.clock is not None:
        value = _clocked(told, found, found.clock, value)
    if found.kind in ("date", "time") and value:
        if told.narrative and found.aside:
            told.name(value)
        else:
            told.tell(value, found.about or told.leans(found))
            told.results.tell(found, value)
            told.day_said = told.day_said or found.when is not None
    return value


def _date(told: Told, found: Found, tense: Tense) -> str:
    match found.when:
        case Fixed(timex=timex):
            return timex
        case Stamp() as stamp:
            return _stamp(told, stamp, tense)
        case Turn() as turn:
            return turn_of(told, turn, tense)
        case Offset() as offset:
            return offset_of(told, offset)
        case Period() as period:
            return period_of(told, period, tense)
        case Holiday() as holiday:
            return holiday_of(told, holiday, tense)
        case Apart(offset=offset, base=base):
            return _apart(told, offset, base, tense)
        case Beside() as beside:
            return _beside(told, beside, tense)
        case None:
            day = told.told_day()
            return iso_of(day, _past_midnight(told, day, found.clock)) if day else ""


def _past_midnight(told: Told, day: date, clock: Clock | None) -> bool:
    """Has the night begun that a time without its day is in: "called at 11:30 p.m. on Friday. At 1:15 a.m. they left"?"""
    last = told.moment
    if last is None or last.date() != day or last.hour < NIGHTFALL or not told.day_said:
        return False
    if clock is None or clock.hour is None:
        return False
    return clock.half and clock.hour < DAYBREAK


def _apart(told: Told, offset: Offset, base: When, tense: Tense) -> str:
    """Two days after Christmas: the base first, then the distance; to the day where the base is one."""
    there = stretch(_date(told, Found(0, 0, "date", base), tense))
    if there is None or there.grain != "day":
        return ""
    day = offset_of(Told(there.start, False), offset._replace(anchor="issue", exact=True))
    return day if there.year_known or not day[:4].isdecimal() else f"XXXX{day[4:]}"


def _beside(told: Told, beside: Beside, tense: Tense) -> str:
    there = stretch(_date(told, Found(0, 0, "date", beside.base), tense))
    if there is None or there.grain != "day" or not there.year_known:
        return f"XXXX-WXX-{beside.weekday}"
    gone = beside.sign * (beside.weekday - there.start.isoweekday()) % 7
    return iso_of(there.start.date(), beside.sign * (gone or 7))


def _stamp(told: Told, stamp: Stamp, tense: Tense) -> str:
    if stamp.month is None:
        day = _weekday(told, stamp, tense) if stamp.weekday else _day_of_month(told, stamp, tense)
        return week_of(day) if stamp.whole else day
    year = stamp.year if stamp.year is not None else _year_for(told, stamp, tense)
    if stamp.nth and stamp.weekday and year is not None:
        return nth_weekday(year, stamp.month, stamp.weekday, stamp.nth).isoformat() if 0 < year < 9999 else ""
    text = f"{year_text(year)}-{stamp.month:02}" if year is not None else f"XXXX-{stamp.month:02}"
    if stamp.day is None:
        return text
    if stamp.day < 0:
        return last_of_month(text) if year is not None else text
    text = f"{text}-{stamp.day:02}"
    return week_of(text, stamp.whole == "weekend") if stamp.whole else text


def _year_for(told: Told, stamp: Stamp, tense: Tense) -> int | None:
    """The year of a month or a day without one."""
    assert stamp.month is not None
    if stamp.pick in ("behind", "before"):
        return told.year_beside(stamp.month, stamp.pick, tense)
    if stamp.pick == "same":
        if told.named is None and told.issue is not None:
            ahead = tense == "past" and stamp.month > told.issue.month  # in a year that was not told
            return None if ahead else told.issue.year + stamp.shift
        return told.named + stamp.shift if told.named is not None else None
    pick = stamp.pick
    if pick == "end":
        if told.issue is not None and not told.narrative and told.year is not None and told.month is not None:
            return told.year + (stamp.month < told.month)
        pick = ""
    if told.narrative and told.year is not None and stamp.shift == 0:
        if pick == "next" or not pick and told.month is not None and told.month - stamp.month >= BACKWARDS:
            return told.year + 1
        return told.year - (pick == "last" and told.month is not None and stamp.month >= told.month)
    if told.issue is None:
        return None
    if pick == "this" or stamp.shift:
        return told.issue.year + stamp.shift
    if pick == "over" and not stamp.shift:
        return told.issue.year - ((stamp.month, stamp.day or 0) > (told.issue.month, told.issue.day))
    year = nearest_year(
        told.issue,
        stamp.month,
        MID_MONTH if stamp.nth else stamp.day,
        leaning(pick, tense),
        strict=bool(pick) and stamp.day is None,
    )
    apart = (year - told.issue.year) * 12 + stamp.month - told.issue.month
    if not pick and abs(apart) >= FAR_MONTHS:
        # "Shot in December 2014 … the Dec. 6 shooting", told the summer after next.
        return told.months.get(stamp.month, year)
    return year


def _day_of_month(told: Told, stamp: Stamp, tense: Tense) -> str:
    """The 20th: of the month last told; else of that of the issue, or the one before or behind that the verb asks for."""
    base = told.day
    if stamp.months is not None and told.issue is not None and not told.narrative:
        year, month = month_on(told.issue.date(), stamp.months)
        return f"{year:04}-{month:02}-{stamp.day:02}"
    if base is None and told.issue is not None:
        base, day = told.issue.date(), stamp.day or 0
        turn = (tense == "future" and day < base.day) - (tense == "past" and day > base.day)
        base = (base.replace(day=15) + timedelta(days=30 * turn)) if turn else base
    if told.month is not None and told.year is not None and (base is None or told.narrative):
        return f"{year_text(told.year)}-{told.month:02}-{stamp.day:02}"
    return f"{base.year:04}-{base.month:02}-{stamp.day:02}" if base else f"XXXX-XX-{stamp.day:02}"


def _weekday(told: Told, stamp: Stamp, tense: Tense) -> str:
    base = told.day if told.narrative or told.issue is None else told.issue.date()
    assert stamp.weekday is not None
    if base is None:
        return f"XXXX-WXX-{stamp.weekday}"
    if stamp.day is not None:
        return weekday_and_day(base, stamp.weekday, stamp.day, tense)
    if stamp.months is not None:
        return nth_weekday(*month_on(base, stamp.months), stamp.weekday, stamp.nth).isoformat()
    if stamp.week is not None:
        base = told.day if stamp.pick == "same" and told.day is not None else base
        return iso_of(base, stamp.weekday - base.isoweekday() + 7 * stamp.week)
    if stamp.pick == "apart":
        return f"XXXX-WXX-{stamp.weekday}"
    back = (base.isoweekday() - stamp.weekday) % 7
    if stamp.pick == "last":
        return iso_of(base, -(back or 7) - 7 * max(stamp.nth - 1, 0))
    if stamp.pick == "next":
        return iso_of(base, 7 - back + 7 * max(stamp.nth - 1, 0))
    if stamp.pick in ("before", "behind"):
        last = told.day or base
        gone = (last.isoweekday() - stamp.weekday) % 7
        return iso_of(last, -(gone or 7) if stamp.pick == "before" else 7 - gone)
    if stamp.pick == "same" and told.day is None:
        return f"XXXX-WXX-{stamp.weekday}"  # "that Saturday" of something told without its day
    if stamp.pick == "same" and told.day is not None:
        back = (told.day.isoweekday() - stamp.weekday) % 7
        return iso_of(told.day, -back)
    ahead = tense == "future" and stamp.pick != "over" or stamp.pick == "this" and tense != "past"
    if ahead or told.narrative:
        return iso_of(base, (7 - back) % 7)
    return iso_of(base, -back)


def _clocked(told: Told, found: Found, clock: Clock, day: str) -> str:
    if not is_day(day):
        day = day if not day or day.startswith("XXXX") else ""
    if clock.hour is None:
        part = clock.part
        if found.when is not None and isinstance(found.when, Turn) and found.when.by == -1 and part == "NI" and not day:
            return "TNI"
        return f"{day}T{part}" if part else day
    text = f"{day}T{clock.hour:02}:{clock.minute or 0:02}"
    return text + f":{clock.second:02}" if clock.second is not None else text
