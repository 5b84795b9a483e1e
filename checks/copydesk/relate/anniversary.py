"""An anniversary and the event: "celebrating its 125th anniversary … founded in 1899", "ten years ago, in 2015"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount, Interval
from copydesk.late import late
from copydesk.model import Fact, Relation, Repair, Span
from copydesk.moments import YEAR, Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.days import issued
from copydesk.relate.offsets.anniversary_words import (
    ANNIVERSARY,
    ANOTHER,
    CENTURIES,
    ITS,
    NOW_MARKS,
    OF_EVENT,
    OF_YEAR,
    RECENT,
)
from copydesk.relate.offsets.looking_back import looking_back, of_one, years_ago
from copydesk.relate.offsets.plain_years import plain_years
from copydesk.relate.offsets.years_on import BORN, begins, years_on
from copydesk.story import Parts, RelationKind, Story

FEAST_IN = late(r"\s+[a-z]+,\s+in\s+")
FOR_NTH = late(r"\b(?:for|on|at|by|(?:by\s+)?the time of|to mark|marking|to celebrate)\s+(?:the|its|their|a)\s+$", re.I)
CENTENARY = late(rf"\b(?:its|their|the|her|his)\s+({'|'.join(CENTURIES)})\b", re.I)
CENTURY_WORDS = tuple({words.split()[-1] for words in CENTURIES})
IN, MARKS = late(r"\s+(?:in|on)\s+"), late(r"\b(?:mark|marks|marking|celebrat\w+|kept|toast\w*|this year)\b")
OF_OTHERS = late(r"\s+of\s+(?:his|her|their|the)\b(?!\s+(?:founding|opening|foundation|birth))")
IN_YEAR = late(r"\b[Ii]n\s+$")
TURNS = late(r"\bturns\s+$")
AGO = late(r"\b(?:ago|years? on)\b", re.I)
WHOSE = late(r"\s+[^.;,\d]{3,40},\s+whose\s+")
# "in 1999, 35 years after": until then, not until now.
IN_A_YEAR = late(r"\d{4},\s+$")
SET_OFF = late(r"(?:\s+this (?:week|month|year))?\s*(?:,\s*(?:in|on)\s+|\s*\(|\s+in\s+|,\s*)", re.I)
# "Its ground was opened in 1994": a part of it.
OF_IT = late(r"\W*(?:Its|Their|His|Her)\s+(?!history|story|origins)")
# "Almost 40 years ago" may be two years short of it.
ALMOST, ALMOST_YEARS = late(r"(?:almost|nearly)\s+(.*)\sago$", re.I), 2
# Round numbers are told as such within a year.
SLACK_YEARS = 1
ROUND = 5
YEARS_FROM = late(r"\byears?\s+(?:after|before)\s+$")
IN_SEASON = late(r"\s+(?:year|season)\b")
TO_COME = late(
    r"\b(?:will|would|shall|should|could|may|might|to be|to mark|plan\w*|prepar\w*|due|next|coming|upcoming|ahead of|before|until|by|until|if|expect\w*|ready|approach\w*|look\w* forward)\b"
)


class Event(NamedTuple):
    """A date in the past with its year, as told."""

    fact: Fact
    year: int


def relate(story: Story) -> Iterator[Relation]:
    """Anniversaries and the events that they count from: `years` as said, `due` from the event to the day of it."""
    events = [Event(f, f.moment.start.year) for f in story.kinds("date", "time") if _dated(f)]
    if not events:
        return
    yield from _own(story, events)
    yield from _in_year(story, events)
    yield from _centenary(story, events)
    yield from _of_year(story, events)
    dated = [e.fact for e in events]
    for on in years_on(story, dated):
        if not _told_between(events, on.said, on.years):
            yield _relation(on.said, on.event, None, on.due, SLACK_YEARS, on.years)
    yield from _ago(story, events)
    for each in plain_years(story):
        yield _relation(each.said, each.start, each.on, each.due, each.slack, each.years)
    for count, event, due in looking_back(story, dated):
        if not _told_between(events, count.said, count.years):
            yield _relation(count.said, event, None, due, 0, count.years)


def _told_between(events: list[Event], said: Fact, years: int) -> bool:
    """ "Free since 1974, it kept 40 years of it in 2014": do two years of the sentence lie so far apart?"""
    here = {e.year for e in events if e.fact.sentence == said.sentence}
    return any(b - a == years for a in here for b in here)


def _dated(fact: Fact) -> bool:
    fits = (
        isinstance(fact.value, Moment)
        and fact.moment.year_known
        and fact.moment.grain not in ("decade", "century", "era")
    )
    return fits and str(fact.timex)[:4] in fact.text


def _ordinals(story: Story) -> Iterator[Fact]:
    """The figures of anniversaries: "125th anniversary"; what happened in "its first year" did so then."""
    for fact in story.kinds("ordinal"):
        after = story.after(fact, 30)
        if ANNIVERSARY.match(after) and (fact.amount.low >= ROUND or not IN_SEASON.match(after)):
            yield fact


def _issue_year(story: Story) -> int | None:
    issue = issued(story.document)
    return issue.year if issue else None


def _own(story: Story, events: list[Event]) -> Iterator[Relation]:
    """ "celebrating its 125th anniversary" on the day of publication, and the year that it was founded in."""
    year = _issue_year(story)
    if year is None:
        return
    for number in _ordinals(story):
        here = [e for e in events if e.fact.sentence == number.sentence]
        own = [e for e in here if begins(story, e.fact, _feast(story, number))]  # "his band, founded in 1969"
        others = [e for e in here if e not in own]
        of_it = OF_IT.match(story.words(number.sentence))
        if not ITS.search(story.before(number, 30)) or len(others) > 1:
            continue
        if of_it and number.span.start - number.sentence.start > of_it.end():
            continue  # "Its choir keeps its 75th birthday"
        founded = own or [
            e for e in events if _founding(story, e, _feast(story, number)) and of_one(story, e.fact, number)
        ]
        until = others[0].year if others else year
        if founded:  # another event that lies so far back is meant
            founded = [e for e in events if abs(until - e.year - number.amount.low) <= SLACK_YEARS][:1] or founded
        due = {until - e.year for e in founded}
        if len(due) == 1 and min(due) >= 0:
            yield _relation(number, founded[0].fact, others[0].fact if others else None, due.pop(), SLACK_YEARS)
    for number in story.kinds("age", "number", "count") if story.mentions("turns") else ():
        if not (TURNS.search(story.before(number, 8)) and RECENT.match(story.after(number, 14).lstrip(" ,"))):
            continue
        founded = [e for e in events if e.fact.sentence == number.sentence and _founding(story, e)]
        if len(founded) == 1 and isinstance(number.value, Amount):
            yield _relation(number, founded[0].fact, None, year - founded[0].year, SLACK_YEARS)


def _feast(story: Story, number: Fact) -> str:
    return story.before(number, 8) + story.after(number, 30)


def _founding(story: Story, event: Event, feast: str = "") -> bool:
    """Is it told when that began which the feast is kept of: the one that the story is about?"""
    before = story.text[event.fact.sentence.start : event.fact.span.start]
    return begins(story, event.fact, feast) and ANOTHER.search(before) is None and OF_IT.match(before) is None


def _centenary(story: Story, events: list[Event]) -> Iterator[Relation]:
    """ "founded in 1921 … marked its centenary in 2021"."""
    if not story.mentions(*CENTURY_WORDS):
        return
    issue = _issue_year(story)
    for found in CENTENARY.finditer(story.text):
        sentence = next((f.sentence for f in story.facts if f.sentence.start <= found.start() < f.sentence.end), None)
        feast = found[0].lower()
        here = [e for e in events if e.fact.sentence == sentence and begins(story, e.fact, feast)]
        founded = here or [e for e in events if _founding(story, e, feast)]
        if sentence is None or len({e.year for e in founded}) != 1 or OF_OTHERS.match(story.text, found.end()):
            continue
        on = next((e for e in events if _is_on(story, e, sentence, found) and e not in founded), None)
        year = on.year if on else issue
        if (
            year is None
            or year <= founded[0].year
            or not on
            and not MARKS.search(story.text, sentence.start, found.start())
        ):
            continue
        word = Fact("ordinal", Span(*found.span(1)), story.document, sentence=sentence)
        if not of_one(story, founded[0].fact, word):
            continue
        due = year - founded[0].year
        yield _relation(word, founded[0].fact, on.fact if on else None, due, SLACK_YEARS, CENTURIES[found[1].lower()])


def _is_on(story: Story, event: Event, sentence: Span, feast: "re.Match[str]") -> bool:
    """Is the feast kept in that year: "its centenary in 2021", "in 2021 it marked its centenary"?"""
    here = event.fact.sentence == sentence and event.fact.span.end <= feast.start()
    here = (
        here
        and not BORN.search(story.before(event.fact, 80))
        and not YEARS_FROM.search(story.text, event.fact.span.end, feast.start())
    )
    return bool(
        IN.fullmatch(story.text, feast.end(), event.fact.span.start)
        or here
        and IN_YEAR.search(story.before(event.fact, 4))
    )


def _of_year(story: Story, events: list[Event]) -> Iterator[Relation]:
    """ "On the 20th anniversary of the 1985 flood, bells rang on Tuesday": counted to a day near that of publication."""
    issue = issued(story.document)
    for number in _ordinals(story) if issue is not None else ():
        inside = [e for e in events if e.fact.sentence == number.sentence]
        of = [
            e
            for e in inside
            if OF_YEAR.fullmatch(story.text, number.span.end, e.fact.span.start)
            or len(inside) == 1
            and OF_EVENT.fullmatch(story.text, number.span.end, e.fact.span.start)
            or WHOSE.fullmatch(story.text, e.fact.span.end, number.span.start)
        ]
        on = [e for e in inside if e not in of]
        if len(of) != 1 or len(on) > 1:
            continue
        if on:
            yield _relation(number, of[0].fact, on[0].fact, on[0].year - of[0].year, SLACK_YEARS)
        elif issue is not None and (
            RECENT.search(story.words(number.sentence)) or NOW_MARKS.search(story.before(number, 60))
        ):
            yield _relation(number, of[0].fact, None, issue.year - of[0].year, SLACK_YEARS)
        elif issue is not None and not TO_COME.search(story.words(number.sentence)):
            due = issue.year - of[0].year  # whatever day it was, it has come
            if number.amount.low > due:
                yield _relation(number, of[0].fact, None, due, SLACK_YEARS)


def _in_year(story: Story, events: list[Event]) -> Iterator[Relation]:
    """ "one put up in 1985 for the tenth anniversary", where the story knows one event that has anniversaries."""
    numbers = list(_ordinals(story))
    issue = _issue_year(story)
    main = _remembered(story, events) if numbers else None
    for number in numbers:
        if not FOR_NTH.search(story.before(number, 30)):
            continue
        on = [
            e
            for e in events
            if e.fact.sentence == number.sentence
            and not _founding(story, e)
            and (
                e.fact.span.end <= number.span.start
                and number.span.start - e.fact.span.end < 40
                or FEAST_IN.fullmatch(story.text, number.span.end, e.fact.span.start)
            )
        ]
        if len(on) == 1 and main is not None and on[0].year != issue and on[0].year > main.year:
            stated = {e.year for e in events} - {on[0].year}
            if on[0].year - int(number.amount.low) not in stated or on[0].year - int(number.amount.low) == main.year:
                yield _relation(number, main.fact, on[0].fact, on[0].year - main.year, 0)


def _remembered(story: Story, events: list[Event]) -> Event | None:
    """The event that the story looks back on: so many round years before its publication, as it says."""
    year = _issue_year(story)
    if year is None:
        return None
    counts = {
        int(length.number)
        for f in story.kinds("date", "duration")
        if AGO.search(f.text + story.after(f, 8)) and (length := _lengths.find(f.text)) and length.unit == "year"
    }
    counts |= {int(f.amount.low) for f in _ordinals(story)}
    main = [e for e in events if year - e.year in counts and year - e.year >= ROUND]
    return main[0] if len({e.year for e in main}) == 1 else None


def _ago(story: Story, events: list[Event]) -> Iterator[Relation]:
    """ "ten years ago, in 2015": the year set off behind the count."""
    issue = _issue_year(story)
    for fact in story.kinds("date") if issue is not None else ():
        count, slack = years_ago(fact), SLACK_YEARS
        if not count and (hedged := ALMOST.match(fact.text)):
            length = _lengths.read(hedged[1])
            count, slack = (int(length.number), ALMOST_YEARS) if length and length.unit == "year" else (0, 0)
        for event in events if count else ():
            start, end = fact.span.end, event.fact.span.start
            behind = event.fact.span.end <= fact.span.start and story.between(event.fact, fact) in (", ", ", exactly ")
            if issue is not None and (behind or start <= end and SET_OFF.fullmatch(story.text, start, end)):
                yield _relation(fact, event.fact, None, issue - event.year, slack, count)


def _relation(number: Fact, event: Fact, on: Fact | None, due: int, slack: int, count: int | None = None) -> Relation:
    said = Decimal(count if count is not None else int(number.amount.low))
    exact, reach = Interval(said, said), Interval(Decimal(due - slack), Decimal(due + slack))
    parts: Parts = {
        "said": number, "event": event, "years": Amount(said, said, "=", exact, exact, YEAR), "due": Amount(Decimal(due), Decimal(due), "=", Interval(Decimal(due), Decimal(due)), reach, YEAR),
    }  # fmt: skip
    if on is not None:
        parts["on"] = on
    repairs = (
        Repair(number.text, str(due)),
        Repair(event.text, str((on.moment.start.year if on else event.moment.start.year + due) - int(said))),
    )
    return Relation("anniversary", parts, number.sentence, repairs)


RELATION = RelationKind(
    about="An anniversary or a count of years, and the event that it counts from.",
    parts={"said": "any", "event": "moment", "on": "moment", "years": "duration", "due": "duration"},
    relate=relate,
    loose=True,
)
