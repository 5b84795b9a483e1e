"""A day by its date, and by how far it lies from the day of the paper: "on March 14, a week ago"; "polling day, May 2, is six weeks away"."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from copydesk.amounts import Unit
from copydesk.late import pattern
from copydesk.model import Fact, Relation, Repair
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.days import day_of, issued
from copydesk.relate.calendar.lengths import DAYS, UNITS, Length
from copydesk.relate.calendar.mended import lasting
from copydesk.story import Parts, Story
from copydesk.ties import one_slip

# The last words of a length that is counted on from today.
AHEAD = frozenset("away off hence now today time".split())
TAIL = pattern(r"\s*(?P<ahead>away|off|hence|to\s+go|from\s+(?:now|today))\b|\s*(?P<ago>ago)\b")
# Of another time than today, or of a Thursday: "a week ago Thursday", "six weeks off work", "two days to go to the vote".
NOT_TODAY = pattern(
    r"\s+(?:\w+day\b|today\b|this\b|last\b|next\b|work\b|sick\b|the\b|his\b|her\b|their\b|to\b|from\b|of\b|in\b|at\b|before\b|after\b|until\b)"
)
JUST = r"(?:just|only|exactly|precisely|still|now|a\s+mere|barely|in)?\s*"
DATE_FIRST = pattern(rf",\s+(?:(?:which|that)\s+(?:is|was)\s+)?{JUST}|,?\s+(?:is|was)\s+{JUST}|\s*[(–—]\s*{JUST}")
LENGTH_FIRST = pattern(r",?\s+(?:on\s+)|,\s+|\s*[(–—]\s*(?:on\s+)?")
# "The trial opened on March 4 in Leeds, and on March 14, a week ago": a list of days is of other things.
LISTED = pattern(r"\b(?:and|or|between|from|since|until)\s+(?:on\s+)?$")
DAY, WEEKS = timedelta(days=1), Unit("week", (("time", 1),), Decimal(7 * 86400))
# Of so many days or weeks one number is taken for another.
FEW = 20
# The paper may be printed a day after it was written.
PRINTED = 86400
TO_A_DAY = ("day", "night", "week", "fortnight", "month", "year")


class Away(NamedTuple):
    """A length with its way: `sign` 1 ahead of today, -1 before it; the offset behind its words."""

    fact: Fact
    length: Length
    sign: int
    end: int


def from_today(story: Story) -> Iterator[Relation]:
    """Each as a span from today to the day, or from the day to today."""
    issue = issued(story.document)
    if issue is None or not story.mentions("ago", "away", " off", "hence", "from now", "from today", "to go", "time"):
        return
    now = datetime(issue.year, issue.month, issue.day)
    today = Moment(now, now + DAY, "day", issue.isoformat())
    for a, b in pairwise(story.kinds("date", "time", "duration")):
        if a.sentence != b.sentence or a.quoted != b.quoted:
            continue
        if (away := _away(story, b)) and _is_day(a) and DATE_FIRST.fullmatch(story.between(a, b)):
            yield from _held_against(story, today, a, away)
        elif (away := _away(story, a)) and _is_day(b) and LENGTH_FIRST.fullmatch(story.text, away.end, b.span.start):
            yield from _held_against(story, today, b, away)


def _is_day(fact: Fact) -> bool:
    known = isinstance(fact.value, Moment) and fact.moment.year_known and fact.moment.day_known
    return known and fact.moment.grain == "day" and not fact.moment.about and day_of(fact) is not None


def _away(story: Story, fact: Fact) -> Away | None:
    """A fact that is a length from today, or of which the words behind it make one."""
    length = _lengths.find(fact.text)
    if length is None or length.hedged or length.unit not in TO_A_DAY:
        return None
    last = fact.text.lower().split()[-1]
    if fact.kind == "date":
        sign, end = -1 if last == "ago" else 1 if last in AHEAD else 0, fact.span.end
    else:
        tail = TAIL.match(story.text, fact.span.end, fact.sentence.end)
        sign, end = (1 if tail["ahead"] else -1, tail.end()) if tail else (0, fact.span.end)
    return Away(fact, length, sign, end) if sign and not NOT_TODAY.match(story.text, end) else None


def _held_against(story: Story, today: Moment, day: Fact, away: Away) -> Iterator[Relation]:
    if LISTED.search(story.before(day, 20)):
        return
    apart = away.sign * (day.moment.start - today.start).days
    seconds, slack = away.length.seconds, away.length.slack + PRINTED
    if apart <= 0 or not _may_be_meant(apart, away.length):
        return
    took = _lengths.told(apart * 86400, apart * 86400, DAYS)
    start, end = (today, day) if away.sign > 0 else (day, today)
    due = today.start + timedelta(seconds=away.sign * seconds)
    parts: Parts = {
        "start": start,
        "end": end,
        "length": _lengths.told(seconds - slack, seconds + slack, DAYS, seconds),
        "took": took,
        "said": away.fact,
    }
    repairs = (Repair(away.fact.text, _in_words(apart, away.length)), Repair(day.text, f"{due.day} {due:%B}"))
    yield Relation("span", parts, day.sentence, repairs)


def _may_be_meant(days: int, length: Length) -> bool:
    """Is it so long, or might a slip have made it so: another small number, or one wrong key?"""
    number = round(days * 86400 / UNITS[length.unit][0])
    slipped = number <= FEW if length.unit not in ("month", "year") else number <= 2 * length.number
    return slipped or one_slip(number, int(length.number))


def _in_words(days: int, length: Length) -> str:
    """So many days, in weeks where the length is told in them and they are whole ones."""
    unit = WEEKS if length.unit in ("week", "fortnight") and not days % 7 else DAYS
    return lasting(_lengths.told(days * 86400, days * 86400, unit))
