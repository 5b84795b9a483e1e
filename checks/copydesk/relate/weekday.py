"""A weekday beside a date: "Friday, 18 July 2014", "2016-12-29 (Thu)", "June 1, a Sunday"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from copydesk.amounts import Amount, Interval, written
from copydesk.late import late
from copydesk.lexicon.calendar import FIXED_HOLIDAYS
from copydesk.model import Relation, Repair
from copydesk.named import NamedTuple
from copydesk.relate.calendar.days import WEEKDAY, Day, days, issued, years_near, years_told
from copydesk.story import Parts, RelationKind, Story

NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAME = r"(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
INSIDE = late(rf"\b{NAME}\b", re.I, words="mon tue wed thu fri sat sun")
# Two-letter names count only where a list of dates sets them off: "Mo, 7 October".
BEFORE = late(
    rf"(?:\b{NAME}\b\.?,?|\b(mo|tu|we|th|fr|sa|su)\.?,)\s*\(?(?:the\s+)?$|\ban? {NAME}, on\s+(?:the\s+)?$",
    re.I,
    words="fr, fr., fri mo, mo., mon sa, sa., sat su, su., sun th, th., thu tu, tu., tue we, we., wed",
)
AFTER = late(
    rf"\s*(?:\(\s*(?:an?\s+)?{NAME}\.?\s*\)|,\s+(?:which\s+(?:is|was)\s+)?an?\s+(?:[a-z]+\s+(?=\w+[.,;)]))?{NAME}\b(?!\s+\w*(?:night|morning|evening|afternoon))"
    # "the 9 December concert, a Friday,"; "4 July, falls on a Sunday this year"
    rf"|\s+[-–—]\s+an?\s+{NAME}\s+[-–—]"
    rf"|(?:\s+(?!and\b|or\b|but\b)[a-z]+){{1,2}},\s+an?\s+{NAME}\b(?=[,.;)])|,?\s+(?:which\s+)?(?:falls|fell|will fall)\s+on\s+an?\s+{NAME}\b"
    # "4 July 1954 was a Sunday"
    rf"|,?\s+(?:was|is)\s+an?\s+{NAME}\b(?=\s*(?:[.,;]|and\b|when\b)))",
    re.I,
    words="mon tue wed thu fri sat sun",
)
FALLS = late(r",?\s+(?:falls|fell|will fall)\s+on\b|\s+(?:was|is)\s+an?\b", re.I)
# "Every Thursday in June: on 6, 13 and 20 June", "on 5 and 12 June, both Wednesdays".
DAY = r"(mon|tues|wednes|thurs|fri|satur|sun)day"
LISTED = late(
    rf"\b(?:(?:every|each)\s+{DAY}|{DAY}s)(?:\s+(?:in|of)\s+[a-z]+)?(?::\s+(?:on\s+)?(?:\d{{1,2}}(?:,|,?\s+and)\s+)*|,?\s+on\s+(?:\d{{1,2}}(?:,|,?\s+and)\s+)+)$",
    re.I,
    words="every each days",
)
BOTH = late(rf"(?:(?:,|,?\s+and)\s+\d{{1,2}}(?:\s+[A-Z][a-z]+)?)*,\s+(?:both|all)\s+{DAY}s\b", re.I, words="both all")
# "Saturday and Sunday, July 26 and 27": the first weekday is the first date's.
FIRST_OF_TWO, AND_ANOTHER = (
    late(rf"\b{NAME}\s+(?:and|&)\s+{NAME},?\s+", re.I),
    late(r"\s*(?:and|&)\s*\d{1,2}\b(?!\s*[ap:.]\w)"),
)
# The year beside a date that has none.
YEAR_BEHIND = late(r"\d(?:st|nd|rd|th)?(?:\s+[A-Z][a-z]+)?,?\s+(next|last)\s+year\b", re.I, words="next last")
YEAR_AHEAD = late(
    r"\b(next|last)\s+year,?\s+when\b[^.;]*$"
    r"|^\W*(next|last)\s+year['’]s\s+[^.;]{1,40}\s(?:is|are|was|were|will|falls?|fell|begins?|began|starts?|opens?|takes?|took)\b[^.;]*$",
    re.I,
    words="year",
)
# "said Thursday the July 15 death": the date belongs to the noun behind it. "… on Friday. June 2 is …": to the next sentence.
NO_PAIR = late(rf"\b{NAME}\s+the\s+[a-z]{{3,}}\.?\s+\d|day\.\s", re.I, words="mon tue wed thu fri sat sun day.")
# A stamp of a page may be years younger than its story: "Updated on …", "This article was first published on …".
STAMP = late(
    r"\W*(?:this\s+(?:article|story|report|page|post|piece)\s+(?:was|has\s+been)\s+)?(?:first\s+|last\s+|originally\s+)?"
    r"(?:update[ds]?|posted|published|revised|corrected)\b",
    re.I,
    words="corrected posted published revised update",
)
# What "will" be on a day, or "closes" on it, is still to come.
WILL = late(r"\b(?:will|shall)\b(?:(?!\b(?:was|were|had|said|died)\b)[^.;“”])*$", words="will shall")
COMES = late(
    r"\b(?:opens?|clos(?:es?)|begins?|starts?|ends?|runs?|returns?|meets?|goes?(?:\s+on\s+sale)?|takes?\s+place|(?:is|are)\s+(?:due|held|planned|scheduled))\s+(?:again\s+)?(?:on|until|from)\s+$"
)
# "Saturday the 16th".
THE_NTH = late(rf"{NAME},?\s+the\s+(\d{{1,2}})(?:st|nd|rd|th)", re.I, words="th nd st rd")
REACH, LONGEST = 2000, 31
# Before this the calendar that a country kept is not certain.
FIRST_SURE_YEAR = 1920
FIRST_YEAR = 1800
# A date so few days from one whose weekday is right is of the same year.
NEAR = 31
ANY_WEEKDAY = Interval(Decimal(1), Decimal(7))


class Reading(NamedTuple):
    """A day that may be meant; not `sure` where only its distance to publication speaks for its year, and another is nearer."""

    day: date
    sure: bool


def relate(story: Story) -> Iterator[Relation]:
    """Dates with a weekday. Where the words have no year, `likely` takes the place of `actual`: the weekday in the years that may be meant,
    and `beside` is a date near it whose weekday is right."""
    told = [(day, named) for day in (*days(story), *_feasts(story)) if (named := _named(story, day)) is not None]
    read = [(day, named, readings) for day, named in told if (readings := _readings(story, day))]
    rights = [(day.fact, there[0].day) for day, named, there in read if named == there[0].day.isoweekday()]
    another_year = not rights and _of_another_year([each for each in read if each[0].year is None])
    for day, named, readings in read:
        near = [fact for fact, there in rights if abs((readings[0].day - there).days) < NEAR and fact is not day.fact]
        if near:
            readings = [each for each in readings if each.sure or each.day.year == readings[0].day.year]
        if day.swapped and named not in (reading.day.isoweekday() for reading in readings):
            continue  # 9/10/11 has more readings than two
        part = "actual" if day.year is not None and day.year >= FIRST_SURE_YEAR else "likely"
        parts: Parts = {
            "date": day.fact,
            "named": _figure(named),
            part: _falls(readings, named, another_year and day.year is None),
        }
        beside = [fact for fact, _ in rights if fact.span < day.fact.span][-1:] or near[:1]
        if beside and day.year is None:
            parts["beside"] = beside[0]
        yield Relation("weekday", parts, day.fact.sentence, _repairs(day, readings[0].day, named))
    yield from _of_that_month(story, told)


def _of_that_month(story: Story, told: list[tuple[Day, int]]) -> Iterator[Relation]:
    """ "From Monday, March 4 … until Saturday the 16th": of the month of the last day that is told with its weekday, whatever the year."""
    for fact in story.kinds("date") if told else ():
        found = THE_NTH.fullmatch(fact.text)
        before = [(day, named) for day, named in told if 0 < fact.span.start - day.fact.span.end < REACH]
        if found is None or not before or not before[-1][0].day <= int(found[2]) <= LONGEST:
            continue
        day, on = before[-1]
        months = {f.timex[5:7] for f in story.kinds("date") if day.fact.span < f.span < fact.span and f.timex}
        if {month for month in months if month.isdecimal()} - {f"{day.month:02}"} or found[
            0
        ].lower() == "friday the 13th":
            continue
        named = next(i for i, name in enumerate(NAMES, 1) if name.startswith(found[1].lower()[:2]))
        due = (on - 1 + int(found[2]) - day.day) % 7 + 1
        parts: Parts = {"date": fact, "named": _figure(named), "likely": _figure(due), "beside": day.fact}
        yield Relation(
            "weekday", parts, fact.sentence, (Repair(NAMES[named - 1].capitalize(), NAMES[due - 1].capitalize()),)
        )


def _feasts(story: Story) -> Iterator[Day]:
    """Days that have a name and a fixed place in the year, told with their weekday: "Christmas Day falls on a Wednesday this year"."""
    for fact in story.kinds("date"):
        *name, last = fact.text.lower().replace("’", "'").split()
        year = int(last) if last.isdecimal() else None
        month_and_day = FIXED_HOLIDAYS.get(tuple(name) if year else (*name, last))
        if month_and_day is not None and FALLS.match(story.after(fact, 30)):
            yield Day(fact, year, *month_and_day, False)


def _repairs(day: Day, falls: date, named: int) -> tuple[Repair, Repair]:
    """The weekday that the date falls on, and the nearest date that falls on the weekday."""
    ahead = (named - falls.isoweekday() + 3) % 7 - 3
    nearest = falls + timedelta(days=ahead)
    weekday, month = NAMES[falls.isoweekday() - 1].capitalize(), nearest.strftime("%B")
    return Repair(NAMES[named - 1].capitalize(), weekday), Repair(day.fact.text, f"{nearest.day} {month}")


def _of_another_year(read: list[tuple[Day, int, list[Reading]]]) -> bool:
    """Are two days or more off by as much, all that there are? No one slip makes that: the story is of another year than it is dated."""
    off = {(named - readings[0].day.isoweekday()) % 7 for _, named, readings in read}
    return len(off) == 1 and len({readings[0].day for _, _, readings in read}) > 1


def _falls(readings: list[Reading], named: int, another_year: bool) -> Amount:
    """The weekday that the date falls on; the one named, if it does so in a year that the story tells of."""
    sure = [reading.day.isoweekday() for reading in readings if reading.sure]
    first = _figure(named if named in sure else readings[0].day.isoweekday())
    doubtful = another_year or any(reading.day.isoweekday() == named for reading in readings)
    return first._replace(wide=ANY_WEEKDAY) if doubtful else first


def _named(story: Story, day: Day) -> int | None:
    """The weekday said beside a date, 1 for Monday."""
    if NO_PAIR.search(story.text, max(0, day.fact.span.start - 16), day.fact.span.end):
        return None
    if day.year is None and STAMP.match(story.text, day.fact.sentence.start, day.fact.span.start):
        return None
    lead = story.before(day.fact, 30) + day.fact.text
    before, after = story.before(day.fact, 60), story.after(day.fact, 60)
    found = (
        (FIRST_OF_TWO.search(lead) if AND_ANOTHER.match(after) else None)
        or INSIDE.search(day.fact.text)
        or BEFORE.search(before[-16:])
        or AFTER.match(after[:40])
        or LISTED.search(before)
        or BOTH.match(after)
    )
    if found is None:
        return None
    word = next(group for group in found.groups() if group).lower()[:2]
    return next(i for i, name in enumerate(NAMES, 1) if name.startswith(word))


def _readings(story: Story, day: Day) -> list[Reading]:
    """The days that may be meant, the likeliest first; none where nothing tells the year."""
    years: list[tuple[int, bool]] = []
    if day.year is None and (year := _year_beside(story, day)):
        years = [(year, True)]
    elif day.year is not None:
        years = [(day.year, True)] if day.year >= FIRST_YEAR else []
    elif (issue := issued(story.document)) and (near := years_near(day, issue)):
        told = [year for year in years_told(story, day.fact.sentence.end) if FIRST_YEAR <= year <= near[0]]
        here, lead = story.words(day.fact.sentence), story.text[day.fact.sentence.start : day.fact.span.start]
        if will := WILL.search(lead):
            near = [year for year in near if (there := day.on(year)) and there >= issue] or near
        if will or COMES.search(lead):
            told = [year for year in told if year >= near[0] or day.fact.quoted or str(year) in here]
        years = [(year, year == near[0] or year in told) for year in near] + [(year, True) for year in told]
    orders = [day, day._replace(month=day.day, day=day.month)] if day.swapped else [day]
    return [Reading(found, sure) for order in orders for year, sure in years if (found := order.on(year))]


def _year_beside(story: Story, day: Day) -> int | None:
    """ "On Sunday 16 February last year", "next year, when it will run from … to Sunday 9 August", "next year's race is on Sunday 20 September"."""
    issue, ahead = issued(story.document), story.text[day.fact.sentence.start : day.fact.span.start]
    found = YEAR_BEHIND.search(day.fact.text + story.after(day.fact, 14)) or YEAR_AHEAD.search(ahead)
    if found is None or issue is None:
        return None
    return issue.year + (1 if "next" in map(str.lower, filter(None, found.groups())) else -1)


def _figure(number: int) -> Amount:
    return written(number, unit=WEEKDAY)


RELATION = RelationKind(
    about="A date and the weekday said beside it; `actual` where the words have the year, `likely` where they have none.",
    parts={"date": "moment", "named": "figure", "actual": "figure", "likely": "figure", "beside": "moment"},
    relate=relate,
)
