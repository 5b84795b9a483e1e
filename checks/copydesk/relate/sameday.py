"""One day by its name and by its date: "Memorial Day, May 27", "the second Tuesday in April … the polls open on April 9"."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import partial

from copydesk.extract.times.almanac import holiday_date, nth_weekday
from copydesk.late import late, pattern
from copydesk.lexicon.calendar import EASTER_HOLIDAYS, MONTHS, MOVING_HOLIDAYS, ORDINALS, WEEKDAYS
from copydesk.model import Fact, Relation, Repair
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar.days import Day, days, issued, years_near
from copydesk.relate.calendar.lengths import DAYS, told
from copydesk.relate.events.alike import stems
from copydesk.story import Parts, RelationKind, Story

NTH = pattern(
    r"(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<weekday>mon|tues|wednes|thurs|fri|satur|sun)day\s+(?:in|of)\s+(?:(?:the|each|every)\s+month|(?P<month>[a-z]+)\b)",
    words="first second third fourth last",
)
# Between a name and its date, or a date and its name.
APPOSED = pattern(
    r"\s*(?:,\s+(?:which\s+)?(?:is\s+|was\s+)?|[-–—]\s*|\()\s*(?:on\s+)?|,?\s+(?:which\s+)?(?:falls?|fell|will\s+fall)\s+on\s+"
)
THE_NTH = late(r",\s+the\s+(\d{1,2})(?:st|nd|rd|th)\b(?=\s*[,.;)])")
CLOSED = pattern(r"\s*(?:[.,;:)—–]|this\s+year\b|$)(?!\s*(?:and|or|to|until|through)\b)")
# "On Christmas Day, Memorial Day, May 30 and …" are many days.
LISTED = pattern(r"(?:\b(?:and|or|between|from)\s+|\d,\s+|day,\s+)$")
# A rule says on which day a thing is done.
RULED = pattern(
    r"\b(?:law|rules?|statute|charter|constitution|always|traditionally|custom|every|each|by\s+tradition|sets?\s+aside|reserves?|fix(?:es|ed)|"
    r"(?:meets?|votes?|takes?\s+place|opens?|falls?|begins?|starts?|(?:is|are|be|been)\s+(?:held|due|paid|run|rowed|voted|fixed|set|kept))\s+(?:[a-z]+\s+)?on)\b"
)
HELD = pattern(
    r"\b(?:opens?|opened|held|polls?|polling|vot(?:es?|ing)|takes?\s+place|sworn|oath|falls?|the\s+one|this\s+year|voters?)\b"
)
# Counted from the day, or put off from it.
COUNTED = pattern(
    r"\b(?:later|earlier|last\s+year|previous|another|instead|postponed|moved|delayed|exception|brought\s+forward|put\s+(?:off|back))\b"
)
UP_TO = pattern(r"\b(?:by|until|till|from|since|before|after)\b[^.;,]*$")
REACH, MOST_APART = 1200, 28
# Feasts that move; those of other churches fall on other days.
FEASTS = MOVING_HOLIDAYS.keys() | EASTER_HOLIDAYS.keys()
OTHER_CHURCHES = ("orthodox", "coptic", "julian")


class Appointed(NamedTuple):
    """A day that a name or a rule gives to each year; `weekday` where it is one of a month's weekdays, of any month if `month` is 0."""

    fact: Fact
    on: Callable[[date], date]
    weekday: int = 0
    month: int = 0


def relate(story: Story) -> Iterator[Relation]:
    """Days told by name and by date: `apart` is how far the date lies from the day of that name, in the likeliest year."""
    dated = list(days(story))
    for appointed in _appointed(story):
        beside = [day for day in dated if day.fact is appointed.fact or _apposed(story, appointed.fact, day.fact)]
        beside += _of_that_month(story, appointed)
        for day in beside or _elsewhere(story, appointed, dated):
            yield from _relation(story, appointed, day, bool(beside))


def _appointed(story: Story) -> Iterator[Appointed]:
    for fact in story.kinds("date", "time"):
        words = tuple(fact.text.lower().replace("’", "'").split())
        if words in FEASTS and not story.mentions(*OTHER_CHURCHES):
            yield Appointed(fact, partial(_feast, words))
        elif found := NTH.search(fact.text):
            month = MONTHS.get((found["month"] or "").lower(), 0)
            weekday, nth = WEEKDAYS[f"{found['weekday'].lower()}day"], ORDINALS.get(found["nth"].lower(), -1)
            if month or not found["month"]:
                yield Appointed(fact, partial(_nth, weekday, nth, month), weekday, month)


def _feast(words: tuple[str, ...], day: date) -> date:
    return holiday_date(words, day.year)


def _nth(weekday: int, nth: int, month: int, day: date) -> date:
    return nth_weekday(day.year, month or day.month, weekday, nth)


def _apposed(story: Story, a: Fact, b: Fact) -> bool:
    """Is one put beside the other to say the same, and neither one of a list?"""
    first, second = sorted((a, b), key=lambda fact: fact.span)
    return (
        second.span.start - first.span.end < 24
        and APPOSED.fullmatch(story.between(first, second)) is not None
        and CLOSED.match(story.after(second, 14)) is not None
        and LISTED.search(story.before(first, 12)) is None
    )


def _of_that_month(story: Story, rule: Appointed) -> list[Day]:
    """ "The first Sunday in March, the 6th,": the day of the month alone."""
    found = THE_NTH.match(story.text, rule.fact.span.end) if rule.month else None
    at = found.start(1) if found else -1
    told = [fact for fact in story.kinds("ordinal", "number") if fact.span.start == at]
    return [Day(told[0], None, rule.month, int(found[1]), False)] if found and told else []


def _elsewhere(story: Story, rule: Appointed, dated: Iterable[Day]) -> list[Day]:
    """The only day of its month that the story names, on the right weekday, behind a rule that names the weekday."""
    words = story.words(rule.fact.sentence)
    if not rule.weekday or not RULED.search(words):
        return []
    found = [
        day
        for day in dated
        if (day.month == rule.month or not rule.month) and rule.fact.span.start < day.fact.span.start
    ]
    if len(found) != 1 or found[0].fact.span.start - rule.fact.span.end > REACH:
        return []
    told = story.words(found[0].fact.sentence)
    same = HELD.search(told) if rule.month else stems(words) & stems(told)
    if not same or COUNTED.search(told) or COUNTED.search(words) or UP_TO.search(story.before(found[0].fact, 20)):
        return []
    return found


def _relation(story: Story, appointed: Appointed, day: Day, beside: bool) -> Iterator[Relation]:
    issue = issued(story.document)
    years = [day.year] if day.year else years_near(day, issue) if issue else []
    if issue and not day.year and "year" in story.words(day.fact.sentence):
        years += [issue.year - 1, issue.year + 1]  # "next year's is on September 24, the last Sunday"
    dates = [there for year in years if (there := day.on(year))]
    apart = [(there, (there - appointed.on(there)).days) for there in dates]
    if not apart or not beside and dates[0].isoweekday() != appointed.weekday:
        return
    there, by = next((each for each in apart if not each[1]), apart[0])
    if abs(by) > MOST_APART:
        return  # a day of some other feast
    due = appointed.on(there)
    start = datetime(due.year, due.month, due.day)
    moment = Moment(start, start + timedelta(days=1), "day", due.isoformat())
    parts: Parts = {
        "name": appointed.fact,
        "date": day.fact,
        "due": moment,
        "apart": told(by * 86400, by * 86400, DAYS),
    }
    yield Relation("sameday", parts, day.fact.sentence, (Repair(day.fact.text, f"{due.day} {due:%B}"),))


RELATION = RelationKind(
    about="A day told by its name, as a feast or as the second Tuesday in April, and by its date; `due` is the day that the name gives.",
    parts={"name": "moment", "date": "moment", "due": "moment", "apart": "duration"},
    relate=relate,
)
