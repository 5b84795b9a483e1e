"""What a date says by itself, before any year is filled in: shared by the relations of the calendar."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from copydesk.amounts import Unit
from copydesk.late import late
from copydesk.model import Document, Fact, Span
from copydesk.named import NamedTuple
from copydesk.story import Story
from copydesk.ties import one_slip

# A day of the week as a figure, 1 for Monday to 7 for Sunday, so that rules can compare two of them.
WEEKDAY = Unit("weekday", (("weekday", 1),))
TIMEX_DAY = late(r"(\d{4}|XXXX)-(\d\d)-(\d\d)")
DAY_NAME = late(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I, words="day")
DAY_ALONE = late(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]s|\s+(?:morning|afternoon|evening|night))?",
    re.I,
    words="friday monday saturday sunday thursday tuesday wednesday",
)
DIGIT, END_OF_MONTH = late(r"\d"), late(r"the\s+(?:first|last|final)\s+day\s+of\b", re.I, words="day")
MONTH_NAME = late(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.I,
    words="jan feb mar apr may jun jul aug sep oct nov dec",
)
NUMERIC = late(r"\b(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{4}[/-]\d{1,2}[/-]\d{1,2})\b(?!\s*[ap]\.?m\b)", re.I)
# "18.58" is a time of day, too.
CLOCK = late(r"\d{1,2}[.]\d\d")
# Beyond this a day without a year is more likely the same day a year on than the one meant.
NEAR_DAYS = 240
# So far off even the nearest year is a guess, and those on either side of it may be meant.
FAR_DAYS, ANY_DAYS = 90, 366


class Day(NamedTuple):
    """A day as written. `year` is None where the words have none; `swapped` where 9/10 may also be 10/9."""

    fact: Fact
    year: int | None
    month: int
    day: int
    swapped: bool

    def on(self, year: int) -> date | None:
        """The day in a year; None if that year lacks it."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def day_of(fact: Fact) -> Day | None:
    """The day that a date or time names by month and day; None for "Friday", "yesterday", "two days later"."""
    found = TIMEX_DAY.match(fact.timex or "")
    if found is None:
        return None
    words = fact.text
    if DIGIT.search(words) is None and END_OF_MONTH.match(words) is None:
        return None
    numeric = None if CLOCK.fullmatch(words) and "T" in str(fact.timex) else NUMERIC.search(words)
    if numeric is None and MONTH_NAME.search(words) is None:
        return None
    year, month, day = found.groups()
    stated = year in words or (numeric is not None and numeric.group().count(numeric.group()[-3]) == 2)
    told = int(year) if stated and year != "XXXX" else None
    swapped = numeric is not None and int(day) <= 12 and words[:4] != year
    return Day(fact, told, int(month), int(day), swapped)


def named_days(story: Story) -> dict[Span, Day]:
    """All days that the story names by month and day, by their place, in text order. Ask for it with `story.once`."""
    found = {}
    for fact in story.kinds("date", "time"):
        if fact.timex and (day := day_of(fact)):
            found[fact.span] = day
    return found


def days(story: Story) -> Iterable[Day]:
    """All days that the story names by month and day, in text order."""
    return story.once(named_days).values()


def issued(document: Document) -> date | None:
    """The day of publication."""
    given = document.date
    return given.date() if isinstance(given, datetime) else given


def years_near(day: Day, issue: date) -> list[int]:
    """The years in which a day without one may lie, the nearest to the day of publication first."""
    found = [
        (abs((there - issue).days), year)
        for year in (issue.year, issue.year - 1, issue.year + 1)
        if (there := day.on(year))
    ]
    reach = ANY_DAYS if found and min(found)[0] > FAR_DAYS else NEAR_DAYS
    return [year for distance, year in sorted(found) if distance <= reach]


def years_told(story: Story, before: int | None = None) -> list[int]:
    """The years that the story names, up to an offset of its text, without doubles, in text order."""
    found: dict[int, None] = {}
    for fact in story.kinds("date", "time"):
        if before is not None and fact.span.start >= before:
            break
        timex = fact.timex or ""
        if timex[:4].isdecimal() and timex[:4] in fact.text:
            found[int(timex[:4])] = None
    return list(found)


def misdated(start: Fact, end: Fact) -> Iterator[int]:
    """How many days two named days would lie apart, were one of them of a month near by or its number one key off. A day of the week beside
    it vouches for a date."""
    first, last = start.moment.start.date(), end.moment.start.date()
    yield from ((last - other).days for other in _meant(start))
    yield from ((other - first).days for other in _meant(end))


def _meant(fact: Fact) -> Iterator[date]:
    day = day_of(fact)
    if day is None or DAY_NAME.search(fact.text):
        return
    year, months = fact.moment.start.year, (day.month + by for by in (-2, -1, 1, 2))
    near = [(month, day.day) for month in months] + [
        (day.month, other) for other in range(1, 32) if one_slip(day.day, other)
    ]
    for month, number in near:
        if found := day._replace(month=(month - 1) % 12 + 1, day=number).on(year + (month - 1) // 12):
            yield found
