"""Days and years as points that offsets lead to and from."""

from datetime import date, timedelta

from copydesk.late import late
from copydesk.model import Fact, Span
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar.days import TIMEX_DAY, day_of, named_days
from copydesk.relate.calendar.lengths import Length, read
from copydesk.story import Story

DAY = 86400
TIMEX_MONTH = late(r"(\d{4})-(\d\d)")
MONTH_SLACK = 31 * DAY
YEAR_DAYS = 365
COUNTED = late(r"(?P<length>[\w-]+ (?:days?|weeks?)) (?P<side>after|before) (?=\d|[A-Z])")
# What a year leaves open: its events may lie anywhere in it.
YEAR_SLACK = 366 * DAY
OFFSETS = ("later", "earlier", "before", "after", "ago", "following day", "next day", "previous day")


class Point(NamedTuple):
    """A day, its year only where the words have it; or, without month and day, a year. `named` by itself, rather than "on Tuesday"."""

    fact: Fact
    year: int | None
    month: int | None = None
    day: int | None = None
    named: bool = True

    def days_to(self, other: "Point") -> int | None:
        """Days from this point to another; where a year is unknown, the nearest way round. Years count as so many days. None where
        a day can't be had in its year, or a day is set against a year that it does not have."""
        if self.month is None or other.month is None:
            return (other.year - self.year) * YEAR_DAYS if self.year and other.year else None
        base = self.year or self._resolved(other)
        years = [other.year] if other.year else [base, base - 1, base + 1]
        starts = [base] if self.year or not other.year else [other.year, other.year - 1, other.year + 1]
        try:
            days = [(_date(other, year) - _date(self, start)).days for year in years for start in starts]
        except ValueError:
            return None
        return min(days, key=abs)

    def _resolved(self, other: "Point") -> int:
        """The year that stands in where the words have none."""
        if other.year:
            return other.year
        return self.fact.moment.start.year if isinstance(self.fact.value, Moment) else 2023

    def fits(self, other: "Point", length: Length, sign: int) -> bool:
        """Does the other come so long after this one (before it, for sign -1), as far as the words go?"""
        days = self.days_to(other)
        if days is None:
            return False
        slack = length.seconds // 4 if length.hedged else 0
        slack += length.slack + (YEAR_SLACK if self.month is None or other.month is None else 0)
        slack += MONTH_SLACK if None in (self.day, other.day) and self.month and other.month else 0
        return abs(days * DAY - sign * length.seconds) <= slack


def _date(point: Point, year: int) -> date:
    return date(year, point.month or 1, point.day or 1)


def points(story: Story) -> list[Point]:
    """The days that the story names or that the calendar settles, and the years, in text order; computed ones ("two days later") left out."""
    found, days = [], story.once(named_days)
    for told in story.kinds("date", "time"):
        fact = _counted_from(told)
        timex = TIMEX_DAY.match(fact.timex or "")
        if timex and not is_offset(fact):
            named = days.get(fact.span) or (day_of(fact) if fact is not told else None)
            found.append(Point(fact, named.year if named else None, int(timex[2]), int(timex[3]), named is not None))
        elif fact.span.end - fact.span.start == 4 and fact.timex == fact.text:
            found.append(Point(fact, int(fact.text)))
        elif (month := TIMEX_MONTH.fullmatch(fact.timex or "")) and month[1] in fact.text and not is_offset(fact):
            found.append(Point(fact, int(month[1]), int(month[2])))
    return found


def _counted_from(fact: Fact) -> Fact:
    """The day that "two days after 5 May" counts from; else the time itself."""
    found = COUNTED.match(fact.text) if isinstance(fact.value, Moment) and fact.moment.grain == "day" else None
    length = read(found["length"]) if found else None
    if found is None or length is None or length.hedged or length.unit not in ("day", "week"):
        return fact
    back = timedelta(seconds=-length.seconds if found["side"] == "after" else length.seconds)
    moment = fact.moment._replace(start=fact.moment.start + back, end=fact.moment.end + back)
    timex = moment.start.date().isoformat()
    span = Span(fact.span.start + found.end(), fact.span.end)
    return fact._replace(span=span, timex=timex, value=moment._replace(timex=timex))


def is_offset(fact: Fact) -> bool:
    """Is the time told by its distance from another?"""
    return fact.text.lower().endswith(OFFSETS)
