"""Clock times on a weekday, in a story of no date: "Friday at 1400 GMT" is in some week, but on the clock and beside other such times it has its place."""

from datetime import datetime, timedelta

from copydesk.late import late
from copydesk.lexicon.calendar import ZONES
from copydesk.model import Fact
from copydesk.moments import Moment

BY_WEEKDAY = late(r"XXXX-WXX-([1-7])T([01]\d|2[0-3]):(\d\d)")
ABBREVIATED = late(r"\b[A-Z]{2,4}\b(?! ?[+-]\d)")
YEAR, MONTH = 2001, 1  # which begins on a Monday


def in_some_week(fact: Fact) -> Fact:
    """The same, put into a week that stands for any; other facts as they are."""
    found = BY_WEEKDAY.fullmatch(fact.timex or "") if fact.value is None else None
    if found is None:
        return fact
    start = datetime(YEAR, MONTH, int(found[1]), int(found[2]), int(found[3]))
    moment = Moment(start, start + timedelta(minutes=1), "minute", fact.timex or "", zone=_zone(fact.text))
    return fact._replace(value=moment)


def _zone(words: str) -> timedelta | None:
    hours = next((ZONES[name.lower()] for name in ABBREVIATED.findall(words) if name.lower() in ZONES), None)
    return None if hours is None else timedelta(hours=hours)
