"""Stretches of time with the length that they have by the calendar and the clock."""

import re
from collections.abc import Iterator
from functools import lru_cache

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.moments import MONTH, YEAR
from copydesk.named import NamedTuple
from copydesk.relate.calendar.days import TIMEX_DAY, Day, day_of
from copydesk.relate.calendar.stretches import ends, is_year
from copydesk.story import Story

WEEKDAY = late(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
TWO_CLOCKS = pattern(r"\blocal\s+time\b|\bclocks?\b|\bhours?\s+(?:ahead\s+of|behind)\b")
# Told of the whole story: "the trick is a 16-hour time difference".
FAR_PLACES = pattern(r"\btime\s+(?:zones?|difference)\b|\bdate\s+line\b", words="zone difference line")
SAME_DAY = late(r"\bsame day\b", re.I)
NEXT_DAY = late(r"\b(?:next|following)\s+(?:day|morning|afternoon|evening|night)\b|\bday after$", re.I)
NEAR_ISSUE = late(r"\b(?:yesterday|today|tonight|tomorrow|last night|this (?:morning|afternoon|evening))\b", re.I)
HALF = late(r"(?<![a-z])[ap]\.?m\b|noon|night|morning|evening", re.I)
DAY = 86400
NOON = 12 * 3600
# "Shortly after two" may be so many seconds off.
HEDGED = 1800
MARCH, OCTOBER = 3, 10


class Stretch(NamedTuple):
    """From one time to another: its lengths in seconds that the words allow, the likeliest first; `unit` it is told in."""

    start: Fact
    end: Fact
    lengths: tuple[int, ...]
    slack: int
    sort: str


def stretches(story: Story) -> Iterator[Stretch]:
    for a, b in ends(story):
        if found := stretch(a, b):
            yield found


def stretch(a: Fact, b: Fact) -> Stretch | None:
    if is_year(a) and is_year(b):
        years = b.moment.start.year - a.moment.start.year
        return Stretch(a, b, (years * int(YEAR.factor),), int(YEAR.factor), "year") if years > 0 else None
    if a.moment.grain in ("minute", "hour") and b.moment.grain in ("minute", "hour"):
        return _clock_stretch(a, b)
    if _is_month(a) and _is_month(b):
        begin, end = a.moment.start, b.moment.start
        months = (end.year - begin.year) * 12 + end.month - begin.month
        return Stretch(a, b, (months * int(MONTH.factor),), int(MONTH.factor), "month") if months > 0 else None
    here, there = _day(a), _day(b)
    if here is None and there is None and WEEKDAY.fullmatch(a.text) and WEEKDAY.fullmatch(b.text):
        nights = (b.moment.start - a.moment.start).days % 7
        return Stretch(a, b, (nights * DAY, (nights + 1) * DAY), 0, "day") if nights else None
    if here is None or there is None or a.kind == "time" or b.kind == "time":
        return None
    year = here.year or there.year or 2023
    first, last = here.on(here.year or year), there.on(there.year or year)
    if last is not None and first is not None and not (here.year or there.year) and last < first:
        last = there.on(year + 1) if here.month >= OCTOBER and there.month <= MARCH else None  # over New Year
    if first is None or last is None:
        return None
    days = (last - first).days
    return Stretch(a, b, (days * DAY, (days + 1) * DAY), 0, "day") if days > 0 else None


def _day(fact: Fact) -> Day | None:
    """The day that it names; "from 4 to 11 May" names two of one month."""
    found = TIMEX_DAY.match(fact.timex or "") if fact.text.isdecimal() and len(fact.text) < 3 else None
    return Day(fact, None, int(found[2]), int(found[3]), False) if found else day_of(fact)


def _is_month(fact: Fact) -> bool:
    """A month with its year: "April 2017"."""
    return fact.moment.grain == "month" and fact.moment.year_known and str(fact.moment.start.year) in fact.text


def _clock_stretch(a: Fact, b: Fact) -> Stretch | None:
    """Of two clock times alone the length is known but for whole days, and for half days where neither says which half it is in."""
    first, last = a.moment.start, b.moment.start
    dated = on_a_day(a) and on_a_day(b)
    if dated:
        seconds = int((last - first).total_seconds()) % (7 * DAY if not (day_of(a) and day_of(b)) else 10**10)
    else:
        seconds = (last.hour - first.hour) * 3600 + (last.minute - first.minute) * 60
        seconds = seconds + DAY if NEXT_DAY.search(b.text) else seconds % DAY
    if SAME_DAY.search(b.text) and last.time() < first.time() or two_clocks(a, b):
        return None  # by the clocks of two places
    lengths = [seconds] if seconds > 0 else []
    if not dated and not (half_said(a) and half_said(b)):
        lengths.append((seconds + NOON) % DAY)
    slack = HEDGED * (a.moment.about + b.moment.about)
    return Stretch(a, b, tuple(lengths), slack, "clock") if lengths else None


def by_weekday(fact: Fact) -> bool:
    """Is it a clock time of a day of the week, of whatever week?"""
    return fact.moment.has_clock and WEEKDAY.search(fact.text) is not None and day_of(fact) is None


def two_clocks(a: Fact, b: Fact) -> bool:
    """Are they told by the clocks of two places, as far as the words from the one to the other tell, or those of the story?"""
    text = a.document.text
    return TWO_CLOCKS.search(text, a.sentence.start, b.sentence.end) is not None or _tells_of_zones(text)


@lru_cache(1)
def _tells_of_zones(text: str) -> bool:
    return FAR_PLACES.search(text) is not None


def on_a_day(fact: Fact) -> bool:
    """Do its words name the day: "8 a.m. on Monday", "3 May at 9 a.m."?"""
    named = day_of(fact) is not None or WEEKDAY.search(fact.text) or NEAR_ISSUE.search(fact.text)
    return fact.moment.day_known and named is not None


def half_said(fact: Fact) -> bool:
    words = fact.text
    return (
        fact.moment.start.hour > 12
        or HALF.search(words) is not None
        or words[:1] == "0"
        or ":" in words
        and len(words.partition(":")[0]) == 2
    )
