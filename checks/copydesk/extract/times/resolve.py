"""A place on the calendar for what was read: against the day of publication, or the time last told."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from copydesk.extract.times.almanac import (
    holiday_date,
    is_day,
    iso_of,
    leaning,
    months_on,
    moved,
    nearest_year,
    nth_weekday,
    quarter_moved,
    weekday_and_day,
    year_of_part,
)
from copydesk.extract.times.reading import Apart, Clock, Fixed, Found, Holiday, Offset, Period, Stamp, Turn, When
from copydesk.extract.times.stretch import stretch
from copydesk.extract.times.tense import Tense
from copydesk.lexicon.calendar import (
    FIXED_HOLIDAYS,
    SEASON_MONTH,
    SINGULAR,
)  # fmt: skip

# In a narrative, a month this much earlier than the one last told belongs to the next year.
BACKWARDS = 10
# "Two weeks ago" is the day; from so many on, it is that week.
WEEKS_TO_THE_DAY = 3


class Resolver:
    """What has been told so far in one document, and what that makes of the next expression.

    issue      when the document was published, if known
    narrative  a text about the past: months and days without a year follow the date last told
    """

    def __init__(self, issue: datetime | None, narrative: bool) -> None:
        self.issue, self.narrative = issue, narrative
        self.year: int | None = None
        self.month: int | None = None
        self.day: date | None = None
        self.moment: datetime | None = None
        self.moment_about = False
        self.quarter = ""
        self.by_quarter = False

    def timex(self, found: Found, tense: Tense) -> str:
        """The TIMEX3 value of an expression, which from then on has been told."""
        value = self._date(found, tense)
        self._compare(found)
        if found.clock is not None:
            value = self._clocked(found, found.clock, value)
        if found.kind in ("date", "time") and value:
            told = isinstance(found.when, Period) and found.when.shift == 0 and found.when.year is None
            if not (self.narrative and found.aside):
                self._tell(value, told, found.about or self.leans(found))
        return value

    def leans(self, found: Found) -> bool:
        """Is it counted from a clock time that was itself said with *about*?"""
        return (
            isinstance(found.when, Offset)
            and found.when.span.is_clock
            and found.when.anchor == "told"
            and self.moment_about
        )

    def _compare(self, found: Found) -> None:
        """Results are compared by the quarter until they are told for longer: "the nine months", "the year"."""
        match found.when:
            case Period(code=code) if code[0] == "Q":
                self.by_quarter = True
            case Turn(span=span) if span.letter in "QY":
                self.by_quarter = span.letter == "Q"
            case Fixed(timex=timex) if found.kind == "duration" and timex.endswith("M") and timex[1:2].isdecimal():
                self.by_quarter = False

    # ------------------------------------------------------------ the day

    def _date(self, found: Found, tense: Tense) -> str:
        match found.when:
            case Fixed(timex=timex):
                return timex
            case Stamp() as stamp:
                return self._stamp(stamp, tense)
            case Turn() as turn:
                return self._turn(turn)
            case Offset() as offset:
                return self._offset(offset)
            case Period() as period:
                return self._period(period, tense)
            case Holiday() as holiday:
                return self._holiday(holiday, tense)
            case Apart(offset=offset, base=base):
                return self._apart(offset, base, tense)
            case None:
                day = self._told_day()
                return day.isoformat() if day else ""

    def _apart(self, offset: Offset, base: When, tense: Tense) -> str:
        """Two days after Christmas: the base first, then the distance; to the day where the base is one."""
        there = stretch(self._date(Found(0, 0, "date", base), tense))
        if there is None or there.grain != "day":
            return ""
        day = Resolver(there.start, False)._offset(offset._replace(anchor="issue", exact=True))
        return day if there.year_known or not day[:4].isdecimal() else f"XXXX{day[4:]}"

    def _told_day(self) -> date | None:
        """The day that a clock time without its own belongs to: the one last told, else that of publication."""
        return self.day or (self.issue.date() if self.issue and not self.narrative else None)

    def _stamp(self, stamp: Stamp, tense: Tense) -> str:
        if stamp.month is None:
            return self._weekday(stamp, tense) if stamp.weekday else self._day_of_month(stamp)
        year = stamp.year if stamp.year is not None else self._year_for(stamp, tense)
        if stamp.nth and stamp.weekday and year is not None:
            return nth_weekday(year, stamp.month, stamp.weekday, stamp.nth).isoformat() if 0 < year < 9999 else ""
        text = f"{year:04}-{stamp.month:02}" if year is not None else f"XXXX-{stamp.month:02}"
        return f"{text}-{stamp.day:02}" if stamp.day is not None else text

    def _year_for(self, stamp: Stamp, tense: Tense) -> int | None:
        """The year of a month or a day without one."""
        assert stamp.month is not None
        if stamp.pick == "same":
            return (
                self.year + stamp.shift
                if self.year is not None
                else self.issue.year + stamp.shift
                if self.issue
                else None
            )
        if self.narrative and self.year is not None and stamp.shift == 0:
            if (
                stamp.pick == "next"
                or not stamp.pick
                and self.month is not None
                and self.month - stamp.month >= BACKWARDS
            ):
                return self.year + 1
            return self.year - (stamp.pick == "last" and self.month is not None and stamp.month >= self.month)
        if self.issue is None:
            return None
        if stamp.pick == "this":
            return self.issue.year + stamp.shift
        return nearest_year(
            self.issue,
            stamp.month,
            stamp.day,
            leaning(stamp.pick, tense),
            strict=bool(stamp.pick) and stamp.day is None,
        )

    def _day_of_month(self, stamp: Stamp) -> str:
        """The 20th: of the month last told."""
        base = self.day or (self.issue.date() if self.issue else None)
        if self.month is not None and self.year is not None and (base is None or self.narrative):
            return f"{self.year:04}-{self.month:02}-{stamp.day:02}"
        return f"{base.year:04}-{base.month:02}-{stamp.day:02}" if base else f"XXXX-XX-{stamp.day:02}"

    def _weekday(self, stamp: Stamp, tense: Tense) -> str:
        base = self.day if self.narrative or self.issue is None else self.issue.date()
        assert stamp.weekday is not None
        if base is None:
            return f"XXXX-WXX-{stamp.weekday}"
        if stamp.day is not None:
            return weekday_and_day(base, stamp.weekday, stamp.day, tense)
        if stamp.week is not None:
            return iso_of(base, stamp.weekday - base.isoweekday() + 7 * stamp.week)
        back = (base.isoweekday() - stamp.weekday) % 7
        if stamp.pick == "last":
            return iso_of(base, -(back or 7))
        if stamp.pick == "next":
            return iso_of(base, 7 - back)
        if stamp.pick in ("before", "behind"):
            told = self.day or base
            gone = (told.isoweekday() - stamp.weekday) % 7
            return iso_of(told, -(gone or 7) if stamp.pick == "before" else 7 - gone)
        if stamp.pick == "same" and self.day is not None:
            back = (self.day.isoweekday() - stamp.weekday) % 7
            return iso_of(self.day, -back)
        if tense == "future" or stamp.pick == "this" and tense != "past" or self.narrative:
            return iso_of(base, (7 - back) % 7)
        return iso_of(base, -back)

    # ------------------------------------------------------------ from an anchor

    def _base(self, turn: Turn) -> date | None:
        issue = self.issue.date() if self.issue else None
        if turn.anchor == "told" or self.narrative:
            return self.day or self._month_told() or issue
        return issue

    def _month_told(self) -> date | None:
        if not self.narrative or self.year is None:
            return None
        return date(self.year, self.month or 1, 1)

    def _turn(self, turn: Turn) -> str:
        base, by, letter = self._base(turn), turn.by, turn.span.letter
        if letter == "Q":
            return self._quarter_turn(turn)
        if letter == "Y" and turn.span.times == 1 and turn.anchor == "told" and self.year is not None:
            return f"{self.year + by:04}"
        if base is None:
            return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}.get(letter, "XXXX")
        if letter == "M" and turn.anchor == "told" and self.month is not None and self.year is not None:
            base = date(self.year, self.month, 1)
        if letter == "D" and turn.span.times == 2:
            year, week, weekday = (base + timedelta(weeks=by)).isocalendar()
            if by == 0 and weekday <= 2 and turn.recent:
                year, week, _ = (base - timedelta(weeks=1)).isocalendar()
            return f"{year:04}-W{week:02}-WE"
        if letter == "D":
            return iso_of(base, by)
        if letter == "W":
            year, week, _ = moved(base, by * 7 * turn.span.times).isocalendar()
            return f"{year:04}-W{week:02}"
        if letter == "M":
            year, month = divmod(base.year * 12 + base.month - 1 + by, 12)
            return f"{year:04}-{month + 1:02}"
        if turn.span.times in (10, 100):
            digits = 3 if turn.span.times == 10 else 2
            return f"{base.year // turn.span.times + by:0{digits}}"
        return f"{base.year + by:04}" + ("-12-31" if turn.recent else "")

    def _quarter_turn(self, turn: Turn) -> str:
        if turn.anchor == "told" and self.quarter:
            return quarter_moved(self.quarter, turn.by)
        if self.issue is None:
            return "XXXX-QX"
        current = f"{self.issue.year:04}-Q{(self.issue.month + 2) // 3}"
        # "The quarter" of a report is the one that has just ended.
        return quarter_moved(current, turn.by if turn.anchor == "issue" else turn.by - 1)

    def _offset(self, offset: Offset) -> str:
        if offset.number is None:
            return "PAST_REF" if offset.sign < 0 else "FUTURE_REF"
        count = offset.number * offset.span.times * offset.sign
        if offset.span.is_clock:
            return self._clock_offset(offset, count)
        letter = offset.span.letter
        if letter == "Y" and count == -1 and self.quarter and self.by_quarter and not self.narrative:
            return quarter_moved(self.quarter, -4)
        base = self._base(Turn(offset.span, 0, offset.anchor))
        if base is None or abs(count) > 9000:
            return {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(letter, "XXXX")
        if offset.exact and letter in "YM":
            months = int(count * (12 if letter == "Y" else 1))
            return months_on(base, months) if abs(months) < 12000 else "XXXX"
        if letter == "D":
            return iso_of(base, int(count))
        if letter == "W" and offset.anchor == "issue" and abs(count) >= WEEKS_TO_THE_DAY:
            return self._turn(Turn(offset.span, int(offset.number) * offset.sign, offset.anchor))
        if letter == "W":
            return iso_of(base, int(count * 7))
        if letter == "M" or letter == "Q" or count % 1:
            months = int(count * {"M": 1, "Q": 3, "Y": 12}[letter])
            year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
            return f"{year:04}-{month + 1:02}" if 0 < year < 10000 else "XXXX-XX"
        year = (self.year if offset.anchor == "told" and self.narrative and self.year else base.year) + int(count)
        return f"{year:04}" if 0 < year < 10000 else "XXXX"

    def _clock_offset(self, offset: Offset, count: Decimal) -> str:
        """Four hours later than a clock time is one too; later than a mere day, it is some hour of it."""
        base = self.moment if offset.anchor == "told" else None
        if base is None and offset.anchor == "issue" and self.issue and (self.issue.hour or self.issue.minute):
            base = self.issue
        if base is None:
            day = self.day if offset.anchor == "told" else self.issue
            return f"{day:%Y-%m-%d}TXX" if day and day.year >= 1000 else "PAST_REF" if offset.sign < 0 else "FUTURE_REF"
        try:
            moved = base + timedelta(seconds=float(count * offset.span.unit.factor / offset.span.times))
        except OverflowError:
            return "XXXX"
        text = moved.strftime("%m-%dT%H:%M" if offset.span.letter != "S" else "%m-%dT%H:%M:%S")
        return f"{moved.year:04}-{text}" if moved.year >= 1000 else f"XXXX-{text}"

    # ------------------------------------------------------------ parts of years

    def _period(self, period: Period, tense: Tense) -> str:
        if period.code == "Q":
            return self._same_period(period)
        year = period.year
        if year is None and (period.pick == "this" or period.pick == "same"):
            base = self.year if period.pick == "same" and self.year else self.issue.year if self.issue else None
            year = base + period.shift if base is not None else None
        if year is None and self.narrative and self.year is not None and period.pick != "next":
            year = self.year - (period.pick == "last")
        if year is None and self.issue is not None:
            if period.code[0] in "QH" and period.pick not in ("last", "next"):
                return f"{year_of_part(period.code, self.issue, tense):04}-{period.code}"
            month = SEASON_MONTH.get(period.code) or (
                int(period.code[1:]) * (3 if period.code[0] == "Q" else 6) - (2 if period.code[0] == "Q" else 5)
            )
            year = nearest_year(
                self.issue, month, None, leaning(period.pick, tense), strict=period.pick in ("last", "next")
            )
            if (
                period.pick == "last"
                and period.code in SEASON_MONTH
                and year == self.issue.year
                and month + 3 > self.issue.month
            ):
                year -= 1
            if period.code == "WI" and self.issue.month < 3 and period.pick not in ("last", "next"):
                year = self.issue.year
        return f"{year:04}-{period.code}" if year is not None else f"XXXX-{period.code}"

    def _same_period(self, period: Period) -> str:
        """The quarter told, in another year or its own; where none was told, the one before the issue."""
        if period.year is not None:
            return f"{period.year:04}-{self.quarter[5:]}" if self.quarter else f"{period.year:04}"
        told = self._quarter_turn(Turn(SINGULAR["quarter"], 0, "told"))
        if self.issue is not None and not self.narrative:
            # Results are told of a quarter that is over.
            over = quarter_moved(f"{self.issue.year:04}-Q{(self.issue.month + 2) // 3}", -1)
            told = min(told, over)
        return quarter_moved(told, 4 * period.shift) if told[:4].isdecimal() else told

    def _holiday(self, holiday: Holiday, tense: Tense) -> str:
        if holiday.year is not None:
            return (
                holiday_date(holiday.words, holiday.year).isoformat()
                if 1000 <= holiday.year <= 4000
                else f"{holiday.year:04}"
            )
        if self.narrative and self.year is not None:
            return holiday_date(holiday.words, self.year).isoformat()
        if self.issue is None:
            fixed = FIXED_HOLIDAYS.get(holiday.words)
            return f"XXXX-{fixed[0]:02}-{fixed[1]:02}" if fixed else "XXXX-XX-XX"
        day = self.issue.date()
        days = [holiday_date(holiday.words, year) for year in (day.year - 1, day.year, day.year + 1)]
        past, coming = [d for d in days if d <= day], [d for d in days if d >= day]
        if holiday.shift < 0:
            return max(d for d in days if d < day).isoformat()
        if holiday.shift > 0:
            return min(d for d in days if d > day).isoformat()
        if tense == "past":
            return past[-1].isoformat()
        if tense == "future":
            return coming[0].isoformat()
        return min(days, key=lambda d: abs((d - day).days)).isoformat()

    # ------------------------------------------------------------ clock, memory

    def _clocked(self, found: Found, clock: Clock, day: str) -> str:
        if not is_day(day):
            day = day if not day or day.startswith("XXXX") else ""
        if clock.hour is None:
            part = clock.part
            if (
                found.when is not None
                and isinstance(found.when, Turn)
                and found.when.by == -1
                and part == "NI"
                and not day
            ):
                return "TNI"
            return f"{day}T{part}" if part else day
        text = f"{day}T{clock.hour:02}:{clock.minute or 0:02}"
        return text + f":{clock.second:02}" if clock.second is not None else text

    def _tell(self, value: str, quarter: bool, about: bool) -> None:
        day, mark, _ = value.partition("T")
        found = stretch(day) if day else None
        if found is not None and found.year_known and found.grain in ("day", "month", "year", "season", "quarter"):
            self.year = found.start.year if found.grain != "season" else int(day[:4])
            self.month = found.start.month if found.grain in ("day", "month") else SEASON_MONTH.get(day[5:])
            if found.grain == "day" or self.narrative:
                self.day = found.start.date() if found.grain == "day" else None
            if found.grain == "quarter" and quarter:
                self.quarter = day
        whole = stretch(value) if mark else None
        if whole is not None and whole.grain in ("second", "minute", "hour") and whole.day_known:
            self.moment, self.moment_about = whole.start, about


# ---------------------------------------------------------------- the calendar
