"""Dates and clock times as written: stretches of the calendar, as long as the words leave open.

`June 1, 2025` is that day, `2022` that year, `10:50 p.m. on May 31` that minute; *about* widens it. The written form of a
moment is its TIMEX3 value (ISO-TimeML). Parts that the words leave unknown stay unknown: a moment without a known
year or day still has a stretch, on a stand-in calendar, and may only be compared with moments that share what it lacks.
"""

from datetime import datetime, timedelta, timezone
from decimal import Decimal

from copydesk.amounts import DAY, INFINITY, SECOND, Amount, Interval, Outcome, Unit
from copydesk.typed import Final, Literal
from copydesk.values import Value

Grain = Literal[
    "second",
    "minute",
    "hour",
    "part",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "era",
]
CLOCK_GRAINS = ("second", "minute", "hour", "part")
DAY_OR_FINER = (*CLOCK_GRAINS, "day")

# "At about 10:50" may be this much off; a coarser moment said with *about* may be off by its own length.
ABOUT_CLOCK = timedelta(minutes=15)
# "At 8 a.m." says the stroke of the hour, but a lenient reader allows this much more or less.
ROUND_CLOCK = timedelta(minutes=15)
MINUTE = timedelta(minutes=1)
# What stands in for a year that nobody stated: a leap year, so that 29 February exists.
UNKNOWN_YEAR = 4
# What stands in for a day that nobody stated.
UNKNOWN_DAY = datetime(2, 1, 1)

MONTH = Unit("month", (("time", 1),), Decimal(2629746))
YEAR = Unit("year", (("time", 1),), Decimal(31556952))


class NotComparable(ValueError):
    """Two moments that don't share what is known of them: a bare clock time beside a date, an unknown year beside a known one."""


class Moment(Value):
    """A stretch of the calendar, from `start` up to, not including, `end`, in local time.

    grain        how precisely it was said
    timex        its TIMEX3 value
    year_known   False: start and end stand in the year UNKNOWN_YEAR
    day_known    False: a bare clock time on UNKNOWN_DAY
    about        said with a hedge ("at about 10:50 p.m.", "around Easter")
    bound        "<" for "before June 1", "<=" for "by", ">=" for "since", ">" for "after", else "="
    zone         offset from UTC, where the text gives one
    """

    __slots__ = ("start", "end", "grain", "timex", "year_known", "day_known", "about", "bound", "zone")

    def __init__(
        self,
        start: datetime,
        end: datetime,
        grain: Grain,
        timex: str,
        year_known: bool = True,
        day_known: bool = True,
        about: bool = False,
        bound: Literal["=", "<", "<=", ">", ">="] = "=",
        zone: timedelta | None = None,
    ) -> None:
        self.start: Final = start
        self.end: Final = end
        self.grain: Final = grain
        self.timex: Final = timex
        self.year_known: Final = year_known
        self.day_known: Final = day_known
        self.about: Final = about
        self.bound: Final = bound
        self.zone: Final = zone

    @property
    def has_clock(self) -> bool:
        return self.grain in CLOCK_GRAINS

    def strict(self) -> "Moment":
        """Without the article's hedge."""
        return self._replace(about=False)

    def stretch(self) -> tuple[datetime, datetime]:
        """Start and end with the hedge taken in, in UTC where a zone is known. An hour is its stroke: 8 a.m. is 8:00."""
        start, end = self.start, self.end
        if self.grain == "hour":
            end = min(end, _shift(start, MINUTE))
        if self.about:
            by = ABOUT_CLOCK if self.has_clock else end - start
            start, end = _shift(start, -by), _shift(end, by)
        if self.zone is not None and self.day_known:
            start, end = _shift(start, -self.zone), _shift(end, -self.zone)
        return start, end

    def day(self) -> "Moment":
        """The calendar day(s) that it falls on."""
        if not self.has_clock:
            return self
        start = datetime(self.start.year, self.start.month, self.start.day)
        last = _shift(self.end, -timedelta(microseconds=1))
        end = _shift(datetime(last.year, last.month, last.day), timedelta(days=1))
        return self._replace(
            start=start, end=end, grain="day", timex=self.timex.partition("T")[0], zone=None, about=False
        )


def _shift(moment: datetime, by: timedelta) -> datetime:
    """Never beyond the calendar's ends."""
    try:
        return moment + by
    except OverflowError:
        return datetime.max if by > timedelta(0) else datetime.min


def alike(a: Moment, b: Moment) -> tuple[Moment, Moment]:
    """The two made comparable: on one footing of what is known, at the coarser grain of clock and day.
    Raises NotComparable."""
    if a.day_known != b.day_known:
        raise NotComparable("one is a clock time without a day")
    if a.year_known != b.year_known:
        known, vague = (a, b) if a.year_known else (b, a)
        vague = _in_year(vague, known.start.year)
        a, b = (known, vague) if a.year_known else (vague, known)
    if a.has_clock != b.has_clock:
        a, b = a.day(), b.day()
    if (a.zone is None) != (b.zone is None):
        # One zone told and one not: the story's own clock is taken for both.
        a, b = a._replace(zone=None), b._replace(zone=None)
    return a, b


def _in_year(moment: Moment, year: int) -> Moment:
    """A moment of an unknown year put into a year. 29 February outside a leap year: NotComparable."""
    shift = year - moment.start.year
    try:
        start, end = (m.replace(year=m.year + shift) for m in (moment.start, moment.end))
    except ValueError as error:
        raise NotComparable(f"there is no 29 February in {year}") from error
    return moment._replace(start=start, end=end, year_known=True)


def order(a: Moment, b: Moment) -> Outcome:
    """Is a before b? True throughout passes, true nowhere fails; a tie at the coarser grain is unsure. Raises NotComparable."""
    mixed = a.has_clock != b.has_clock
    a, b = alike(a, b)
    (a_start, a_end), (b_start, b_end) = a.stretch(), b.stretch()
    if a_end <= b_start:
        return "fail" if a.bound in (">", ">=") else "pass" if b.bound not in ("<", "<=") else "unsure"
    if not a.year_known and abs(a_start - b_start) > timedelta(days=183):
        return "unsure"  # 30 December and 2 January, in whichever years
    if b_end <= a_start:
        return "unsure" if a.bound in ("<", "<=") or b.bound in (">", ">=") else "fail"
    same = (a_start, a_end) == (b_start, b_end)
    return "fail" if same and a.grain in ("second", "minute", "day") and not (a.about or b.about or mixed) else "unsure"


def same(a: Moment, b: Moment) -> Outcome:
    """Are a and b the same time, as far as the words go? One inside the other passes; a mere overlap is unsure.
    Raises NotComparable."""
    a, b = alike(a, b)
    (a_start, a_end), (b_start, b_end) = a.stretch(), b.stretch()
    if a_end <= b_start or b_end <= a_start:
        return "unsure" if a.bound != "=" or b.bound != "=" else "fail"
    inside = (a_start <= b_start and b_end <= a_end) or (b_start <= a_start and a_end <= b_end)
    return "pass" if inside else "unsure"


def elapsed(earlier: Moment, later: Moment) -> Amount:
    """The time from one moment to the other: days between days, seconds between clock times; negative where the order is
    turned. Raises NotComparable."""
    a, b = alike(earlier, later)
    (a_start, a_end), (b_start, b_end) = a.stretch(), b.stretch()
    if a.grain == b.grain == "day" and not (a.about or b.about):
        days = Decimal((b_start - a_start).days)
        slack = Decimal((b_end - b_start).days - 1) + Decimal((a_end - a_start).days - 1)
        reach = Interval(days - slack, days + slack)
        return Amount(days, days, "=", reach, reach, DAY)
    unit = SECOND if a.has_clock else DAY
    said = _count(b_start - a_start, unit)
    reach = Interval(_count(b_start - a_end, unit), _count(b_end - a_start, unit), low_open=True, high_open=True)
    if a.bound != "=" or b.bound != "=":
        reach = Interval(-INFINITY if a.bound in (">", ">=") or b.bound in ("<", "<=") else reach.low,
                         INFINITY if a.bound in ("<", "<=") or b.bound in (">", ">=") else reach.high, True, True)  # fmt: skip
    wide = reach.widened(_count(ROUND_CLOCK, unit)) if "hour" in (a.grain, b.grain) else reach
    return Amount(said, said, "~" if a.about or b.about else "=", reach, wide, unit)


def _count(delta: timedelta, unit: Unit) -> Decimal:
    seconds = Decimal(delta.days * 86400 + delta.seconds) + Decimal(delta.microseconds) / 1000000
    return seconds / unit.factor


def shifted(moment: Moment, years: int = 0, months: int = 0, days: int = 0, seconds: int = 0) -> Moment:
    """The moment moved along the calendar; a day that the month lacks becomes its last. The TIMEX3 value is made anew
    for grains of day and finer, month and year; otherwise it is dropped."""
    start = _calendar_shift(moment.start, 12 * years + months) + timedelta(days=days, seconds=seconds)
    end = _calendar_shift(moment.end, 12 * years + months) + timedelta(days=days, seconds=seconds)
    return moment._replace(start=start, end=end, timex=timex_of(start, moment.grain))


def _calendar_shift(moment: datetime, months: int) -> datetime:
    if not months:
        return moment
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    for day in range(moment.day, 27, -1):
        try:
            return moment.replace(year=year, month=month + 1, day=day)
        except ValueError:
            continue
    return moment.replace(year=year, month=month + 1)


def timex_of(start: datetime, grain: Grain) -> str:
    """The TIMEX3 value of a stretch that begins here."""
    shapes: dict[Grain, str] = {
        "year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d", "hour": "%Y-%m-%dT%H", "minute": "%Y-%m-%dT%H:%M", "second": "%Y-%m-%dT%H:%M:%S",
    }  # fmt: skip
    shape = shapes.get(grain)
    return start.strftime(shape.replace("%Y", f"{start.year:04}")) if shape else ""


def utc_offset(hours: int, minutes: int = 0) -> timedelta:
    """The offset of a zone, checked to be one that clocks use."""
    return timezone(timedelta(hours=hours, minutes=minutes)).utcoffset(None)
