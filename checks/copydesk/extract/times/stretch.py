"""From a TIMEX3 value to the stretch of the calendar that it stands for."""

from datetime import datetime, timedelta
from functools import lru_cache

from copydesk.late import late
from copydesk.lexicon.calendar import PART_HOURS, SEASON_MONTH
from copydesk.moments import UNKNOWN_DAY, UNKNOWN_YEAR, Grain
from copydesk.named import NamedTuple

CLOCK = late(r"T(\d\d)(?::(\d\d)(?::(\d\d))?)?$")
YEARS = late(r"(BC)?(\d{4}|\d{2,3}|XXXX)$")


class Stretch(NamedTuple):
    start: datetime
    end: datetime
    grain: Grain
    year_known: bool = True
    day_known: bool = True


@lru_cache(maxsize=4096)
def stretch(timex: str) -> Stretch | None:
    """The stretch of a date or time; None for a reference, a vague value, or one that the calendar does not have."""
    day, mark, clock = timex.partition("T")
    try:
        if not mark:
            return _date(day)
        base = Stretch(UNKNOWN_DAY, UNKNOWN_DAY + timedelta(days=1), "day", True, False) if not day else _date(day)
        return _clock(base, clock) if base is not None and base.grain == "day" else None
    except (ValueError, OverflowError):
        return None


def _clock(base: Stretch, clock: str) -> Stretch | None:
    if hours := PART_HOURS.get(clock):
        return base._replace(
            start=base.start + timedelta(hours=hours[0]), end=base.start + timedelta(hours=hours[1]), grain="part"
        )
    found = CLOCK.match("T" + clock)
    if found is None:
        return None
    hour, minute, second = (int(part) if part else None for part in found.groups())
    if hour is None or hour > 24 or (minute or 0) > 59 or (second or 0) > 59 or hour == 24 and (minute or second):
        return None
    start = base.start + timedelta(hours=hour, minutes=minute or 0, seconds=second or 0)
    grain: Grain = "hour" if minute is None else "minute" if second is None else "second"
    length = {"hour": timedelta(hours=1), "minute": timedelta(minutes=1), "second": timedelta(seconds=1)}[grain]
    return base._replace(start=start, end=start + length, grain=grain)


def _date(text: str) -> Stretch | None:
    year_text, _, rest = text.partition("-")
    if not rest:
        return _years(text)
    known = year_text != "XXXX"
    if not (year_text.isdecimal() or not known) or len(year_text) != 4:
        return None
    year = int(year_text) if known else UNKNOWN_YEAR
    if rest[0] == "W" and rest[1:2].isdecimal():
        week, _, tail = rest[1:].partition("-")
        start = datetime.fromisocalendar(year, int(week), 1)
        if tail == "WE":
            return Stretch(start + timedelta(days=5), start + timedelta(days=7), "weekend", known)
        return Stretch(start, start + timedelta(days=7), "week", known) if not tail else None
    if rest[0] in "QH" and rest[1:].isdecimal():
        size = 3 if rest[0] == "Q" else 6
        month = (int(rest[1:]) - 1) * size + 1
        return Stretch(
            datetime(year, month, 1), _month_on(year, month, size), "quarter" if size == 3 else "half", known
        )
    if rest in SEASON_MONTH:
        month = SEASON_MONTH[rest]
        # A season is taken wide: writers differ on where it begins, and winter may be that of either turn of the year.
        start = datetime(year, 1, 1) if rest == "WI" else _month_on(year, month, -1)
        return Stretch(start, _month_on(year, month, 4), "season", known)
    month_text, _, day_text = rest.partition("-")
    if not month_text.isdecimal():
        return None
    month = int(month_text)
    if not day_text or day_text == "XX":
        return Stretch(datetime(year, month, 1), _month_on(year, month, 1), "month", known)
    if not day_text.isdecimal():
        return None
    start = datetime(year, month, int(day_text))
    return Stretch(start, start + timedelta(days=1), "day", known)


def _month_on(year: int, month: int, by: int) -> datetime:
    carry, index = divmod(month - 1 + by, 12)
    return datetime(year + carry, index + 1, 1)


def _years(text: str) -> Stretch | None:
    """A year, a decade (198) or a century (19)."""
    found = YEARS.match(text)
    if found is None or found[1] or found[2] == "XXXX":
        return None
    size = 10 ** (4 - len(found[2]))
    first = int(found[2]) * size
    if not 1 <= first <= 9999 - size:
        return None
    grain: Grain = "year" if size == 1 else "decade" if size == 10 else "century"
    return Stretch(datetime(first, 1, 1), datetime(first + size, 1, 1), grain)
