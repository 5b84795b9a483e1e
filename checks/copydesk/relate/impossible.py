"""Days and clock times that no calendar or clock has: "June 31", "29 February 2023", "17:82", "25:10"."""

import re
from collections.abc import Iterator

from copydesk.amounts import Amount, Interval, written
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation
from copydesk.relate.calendar.days import Day, days, issued, years_told
from copydesk.story import Parts, RelationKind, Story

CLOCK = late(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?")
# "13.40am"; "13.40pm" says the same twice.
MORNING = late(r"(1[3-9]|2\d)[:.]\d\d\s?a\.?m\b", re.I, words="am a.m")
# "2. 30 pm", "8:42 p.m.": the rest of a time that was cut in two.
CUT = late(r"\d\s*[:.]\s*$")
# The first day of a month that some month lacks.
DOUBTFUL_DAY = 29
# The months of thirty days.
THIRTY = (4, 6, 9, 11)
LAST_HOUR, LAST_MINUTE, NOON = 24, 59, 12
# Prices and measures look like times with a point ("at 89.87"): only these are clock times for certain.
SURE_CLOCK = late(r"\d:\d\d|\d\s?[AaPp]\.?[Mm]\b|\bhours\b|\d\s(?:UTC|[A-Z]{1,3}T)\b")
# So are those that somebody travels at: "the last train leaves at 24.47".
TRAVELS = pattern(
    r"\b(?:leaves?|leaving|left|departs?|departed|arrives?|arrived|gets\s+in|got\s+in|due|sails?|sailed|lands?|landed|trains?|bus|buses|ferry|flights?)\b[^.;:\d]{0,30}\bat\s+$",
    words="lea left depart arriv gets got due sail land train bus ferry flight",
)
PRICES = pattern(r"\b(?:shares?|stocks?|index|price[sd]?|points|pence|cents|[a-z]+ yields?)\b|[$£€]")


def relate(story: Story) -> Iterator[Relation]:
    """Days late in a month, and clock times out of range: `number` is what was said, `most` what there is."""
    for day in days(story):
        if day.day >= DOUBTFUL_DAY and 1 <= day.month <= 12:
            yield _relation(day.fact, day.day, _last_day(story, day))
    for fact in story.kinds("time"):
        if fact.value is not None and (late_hour := MORNING.match(fact.text)):
            yield _relation(fact, int(late_hour[1]), written(NOON))
        clock = CLOCK.search(fact.timex or "") if fact.value is None else None
        if (
            clock is None
            or not (SURE_CLOCK.search(fact.text) or _is_departure(story, fact))
            or CUT.search(story.text[max(0, fact.span.start - 6) : fact.span.start])
        ):
            continue
        hour, minute, second = (int(each or 0) for each in clock.groups())
        if hour > LAST_HOUR or (hour == LAST_HOUR and minute):
            yield _relation(fact, hour, written(LAST_HOUR if not minute else LAST_HOUR - 1))
        elif max(minute, second) > LAST_MINUTE:
            yield _relation(fact, max(minute, second), written(LAST_MINUTE))


def _is_departure(story: Story, fact: Fact) -> bool:
    return TRAVELS.search(story.before(fact, 60)) is not None and PRICES.search(story.words(fact.sentence)) is None


def _last_day(story: Story, day: Day) -> Amount:
    """How many days the month has; of a February without a year as many as it may have."""
    if day.month != 2:
        return written(30 if day.month in THIRTY else 31)
    from calendar import isleap  # loads slowly, and few stories ask

    if day.year is not None:
        return written(29 if isleap(day.year) else 28)
    issue = issued(story.document)
    if issue is None or isleap(issue.year) or any(isleap(year) for year in years_told(story)):
        return written(29)
    usual = written(28)
    near = isleap(issue.year - 1) or isleap(issue.year + 1)
    return usual._replace(wide=Interval(usual.low, usual.low + 1)) if near else usual


def _relation(fact: Fact, number: int, most: Amount) -> Relation:
    parts: Parts = {"said": fact, "number": written(number), "most": most}
    return Relation("impossible", parts, fact.sentence)


RELATION = RelationKind(
    about="A day late in its month, or a clock time out of range, and the highest that the calendar or the clock has.",
    parts={"said": "moment", "number": "figure", "most": "figure"},
    relate=relate,
)
