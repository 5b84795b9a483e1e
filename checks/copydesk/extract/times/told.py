"""What has been told so far in one document: what the next expression is counted from."""

from datetime import date, datetime

from copydesk.extract.times.reading import Found, Offset, Pick
from copydesk.extract.times.results import Results
from copydesk.extract.times.stretch import stretch
from copydesk.extract.times.tense import Tense
from copydesk.lexicon.calendar import SEASON_MONTH

TELLING = frozenset({"day", "month", "year", "season", "quarter", "half"})


class Told:
    """The dates told so far.

    issue      when the document was published, if known
    narrative  a text about the past: months and days without a year follow the date last told
    year, month, day    of the date last told, as far as it was said
    named               the year last named, be it in passing: "that year"
    decade     the decade last named, or that of the year: 196
    months     the years of the months that were named with one
    week       the Monday of the week last told, if no other time was told since
    day_said   the day is not merely that of publication
    moment     the clock time last told, and whether it was said with *about*
    results    the quarter, half or month that results are told of
    """

    def __init__(self, issue: datetime | None, narrative: bool) -> None:
        self.issue, self.narrative = issue, narrative
        self.year: int | None = None
        self.named: int | None = None
        self.decade = ""
        self.month: int | None = None
        self.day: date | None = None
        self.week: date | None = None
        self.day_said = False
        self.moment: datetime | None = None
        self.moment_about = False
        self.months: dict[int, int] = {}
        self.results = Results()

    def leans(self, found: Found) -> bool:
        """Is it counted from a clock time that was itself said with *about*?"""
        return (
            isinstance(found.when, Offset)
            and found.when.span.is_clock
            and found.when.anchor == "told"
            and self.moment_about
        )

    def told_day(self) -> date | None:
        """The day that a clock time without its own belongs to: the one last told, else that of publication."""
        return self.day or (self.issue.date() if self.issue and not self.narrative else None)

    def day_stands(self) -> bool:
        """Is the day last told still that which the text is at, and no month or year elsewhere told since?"""
        day = self.day
        return day is not None and (self.narrative or day.year == self.year and self.month in (None, day.month))

    def month_told(self) -> date | None:
        if not self.narrative or self.year is None or self.year < 0:
            return None
        return date(self.year, self.month or 1, 1)

    def year_beside(self, month: int, pick: Pick, tense: Tense) -> int | None:
        """The year of the next (*behind*) or the previous such month, counted from the time told, else from the issue;
        None where it would be one to come that is told of as past."""
        at = self.month if self.year == self.named else None
        year = self.named
        if year is None and self.issue is not None:
            year, at = self.issue.year, self.issue.month
        if year is None:
            return None
        year += at is None or month <= at if pick == "behind" else -(at is None or month >= at)
        ahead = self.issue is not None and (year, month) > (self.issue.year, self.issue.month)
        return None if ahead and tense == "past" else year

    def name(self, value: str) -> None:
        """A year named in passing, which only "that year" can go on from."""
        if (year := _before_christ(value)) is not None:
            self.named = year
        elif value[:4].isdecimal() and len(value) >= 4:
            self.named = int(value[:4])

    def tell(self, value: str, about: bool) -> None:
        if (year := _before_christ(value)) is not None:
            self.year = self.named = year
            self.month, self.day = SEASON_MONTH.get(value[7:]), None
            return
        if value[:3].isdecimal():
            self.decade = value[:3]
        day, mark, _ = value.partition("T")
        found = stretch(day) if day else None
        self.week = found.start.date() if found is not None and found.grain == "week" and found.year_known else None
        if found is not None and found.year_known and found.grain in TELLING:
            self.year = self.named = found.start.year if found.grain != "season" else int(day[:4])
            self.month = found.start.month if found.grain in ("day", "month") else SEASON_MONTH.get(day[5:])
            if found.grain == "day" or self.narrative:
                self.day = found.start.date() if found.grain == "day" else None
        whole = stretch(value) if mark else None
        if whole is not None and whole.grain in ("second", "minute", "hour") and whole.day_known:
            self.moment, self.moment_about = whole.start, about


def _before_christ(value: str) -> int | None:
    """-218 for BC0218 and the seasons of that year; None for anything else."""
    return -int(value[2:6]) if value[:2] == "BC" and len(value) >= 6 and value[2:6].isdecimal() else None
