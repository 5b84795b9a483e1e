"""The order of two times: a stretch that ends before it begins ("from 10 to 1 January"), and what "happened" on a day still to come."""

from collections.abc import Iterator
from datetime import datetime

from copydesk.late import late
from copydesk.lexicon.calendar import MONTHS
from copydesk.model import Fact, Relation, Span
from copydesk.moments import Moment
from copydesk.relate.calendar.days import TIMEX_DAY, Day, day_of, days
from copydesk.relate.calendar.lengths import DAYS, HOUR, told
from copydesk.relate.calendar.stretches import ends, is_year
from copydesk.relate.offsets.plain_order import plain_order, seconds_on
from copydesk.relate.offsets.stages import stages
from copydesk.story import Parts, RelationKind, Story
from copydesk.ties import turned_round

DOORS = late(r"\b[Dd]oors\s+(?:will\s+)?open(?:ed|s|ing)?\s+at\s+$")
BEGINS = late(
    r"\b(?:concert|show|gig|performance|play|film|screening|match|game|event|ceremony|lecture|talk|reading|debate|music|curtain)\b[^.;]{0,24}\b(?:starts|begins|is|up|started|began|kicks off|rises)\s+at\s+$"
)
# Two sentences stand side by side if no more than this many characters lie between them.
NEXT = 4
# "January 10 – 1, 2016": the day behind the dash is no date by itself.
DAY_AND_YEAR = late(r"(?:,?\s*(\d{1,2}))?\s*[-–—]\s*(\d{1,2}),?\s+(\d{4})\b")
# Verbs of what is over. Reports of plans ("said on") name days to come as often as days gone.
PAST = r"(?:(?:was|were|had(?: \w+ly| already| just)?|ha(?:s|ve)(?: \w+ly| already| just)?)\s+[a-z]+(?:ed|en|wn|ne|ught|ld|de|nt|ut|id)\b|(?:visited|arrived|happened|occurred|died|killed|arrested|collapsed|exploded|crashed|attacked|met|sank|left|began|opened|closed|signed|won|lost|struck|hit|fell|took place|went|came|found|discovered|ended|finished|launched|elected|convicted|sentenced|born)\b)"
BEFORE_DATE = late(rf"\b{PAST}(?:\s+[^\s,.;:“”\"]+){{0,4}}\s+(?:on\s+)?$")
BEHIND_DATE = late(
    rf"\s*,\s+(?:I|we|he|she|they|it|(?:the|an?)\s+[a-z]+(?:\s+[a-z]+)?|[A-Z][\w’']+)\s+{PAST}", words=","
)
# Words of plans, wishes and forecasts: their days may lie ahead whatever the verb.
AHEAD = late(
    r"\b(?:novel|film|fiction|will|would|shall|should|could|may|might|must|can|to be|going to|plan|plans|planned|scheduled|due|set|expect\w*|expire\w*|mature\w*|matur\w*|extend\w*|until|by|if|for|from|payable|effective|record|postponed|delayed|moved|deadline|forecast|predict\w*|agreed|promised|pledged|vowed|valid|extended|ends|runs|falls|ending|begin\w*|start\w*|through)\b"
)
# "The deadline was brought forward from 11 May to 4 May": then the later day is told first; of what was moved either may be.
FORWARD = late(r"\b(?:brought|bring|pulled|moved)\s+forward\b[^.;:]{0,40}$", words="forward")
MOVED = late(
    r"\b(?:moved|brought|pulled|changed|switched|shifted|rescheduled|advanced|corrected|amended|revised)\b[^.;:]{0,40}$"
)
# A stretch of days without years that would have to run over all the year but so many days is one told the wrong way round.
MOST_DAYS_BACK = 60
# A report may be dated by another zone's day, and pages are stamped when they are first put up.
GRACE_DAYS = 2


def relate(story: Story) -> Iterator[Relation]:
    """Two times and which comes first as told; `ahead` is the time from the earlier-told to the later, which must not be negative."""
    yield from _stretches(story)
    yield from _still_to_come(story)
    if story.mentions("doors"):
        yield from _doors(story)


def _stretches(story: Story) -> Iterator[Relation]:
    for a, b in ends(story):
        before = story.before(a)
        if FORWARD.search(before):
            a, b = b, a
        elif MOVED.search(before):
            continue
        if _comparable(a, b):
            yield _relation(a, b)
    known = {(a.span, b.span) for a, b in ends(story)}
    for a, b in stages(story):
        if (a.span, b.span) not in known and _comparable(a, b):
            yield _relation(a, b)
    for a, b in plain_order(story):
        seconds = seconds_on(a, b)
        if seconds is not None:
            repairs = (turned_round(a, b),)
            yield Relation(
                "order", {"earlier": a, "later": b, "ahead": told(seconds, seconds, HOUR)}, a.sentence, repairs
            )
        elif (a.span, b.span) not in known and a.moment.grain == b.moment.grain and _comparable(a, b):
            yield _relation(a, b)
    for fact in story.kinds("date"):
        yield from _days_of_month(story, fact)


def _doors(story: Story) -> Iterator[Relation]:
    """ "Doors open at 6:45 p.m. The concert starts at 7:30 p.m.": nobody is let in when it has begun."""
    clocks = [f for f in story.kinds("time") if isinstance(f.value, Moment) and f.moment.grain in ("minute", "hour")]
    for doors in clocks if len(clocks) == 2 else ():
        other = clocks[doors is clocks[0]]
        same_day = doors.moment.start.date() == other.moment.start.date()
        apart = (
            other.sentence.start - doors.sentence.end
            if doors is clocks[0]
            else doors.sentence.start - other.sentence.end
        )
        if (
            same_day
            and apart <= NEXT
            and DOORS.search(story.before(doors, 30))
            and BEGINS.search(story.before(other, 40))
        ):
            seconds = int((other.moment.start - doors.moment.start).total_seconds())
            yield Relation(
                "order", {"earlier": doors, "later": other, "ahead": told(seconds, seconds, DAYS)}, doors.sentence
            )


def _days_of_month(story: Story, fact: Fact) -> Iterator[Relation]:
    """ "January 10 – 1, 2016": both days belong to the month before them."""
    following = DAY_AND_YEAR.match(story.text, fact.span.end)
    words = fact.text.replace(",", " ").replace(".", " ").split()
    if following is None or words[0].lower() not in MONTHS or len(words) != (1 if following[1] else 2):
        return
    day = following[1] or words[-1]
    if not day.isdecimal():
        return
    first, last = int(day), int(following[2])
    if 0 < first <= 31 and 0 < last <= 31:
        end = Fact(
            "number",
            Span(following.start(2), following.end(2)),
            fact.document,
            None,
            sentence=fact.sentence,
            block=fact.block,
        )
        seconds = (last - first) * 86400
        yield Relation("order", {"earlier": fact, "later": end, "ahead": told(seconds, seconds, DAYS)}, fact.sentence)


def _day(fact: Fact) -> Day | None:
    """The day that it names; "from 4 to 11 May" names two of one month."""
    found = TIMEX_DAY.match(fact.timex or "")
    if found and fact.text.isdecimal():
        return Day(fact, None, int(found[2]), int(found[3]), False)
    return day_of(fact)


def _comparable(a: Fact, b: Fact) -> bool:
    """Both years, or both days with years, or days without them that no turn of the year sets right."""
    if is_year(a) and is_year(b) or _is_month(a) and _is_month(b):
        return True
    here, there = _day(a), _day(b)
    if here is None or there is None or a.kind == "time" or b.kind == "time" or here.swapped or there.swapped:
        return False
    if here.year is not None and there.year is not None:
        return True
    if here.year is not None or there.year is not None and not a.text.isdecimal():
        return False
    # "from 28 December to 4 January" turns the year, and so may "from 14 September to 3 May"; "from 12 to 3 May" does not.
    back = (here.month - there.month) * 31 + here.day - there.day
    return back <= MOST_DAYS_BACK or here.month > 9 and there.month < 4


def _is_month(fact: Fact) -> bool:
    """A month with its year: "April 2017"."""
    fits = isinstance(fact.value, Moment) and fact.moment.grain == "month" and fact.moment.year_known
    return fits and str(fact.moment.start.year) in fact.text


def _relation(a: Fact, b: Fact) -> Relation:
    first, last = _start(a, b), _start(b, a)
    seconds = int((last - first).total_seconds())
    parts: Parts = {"earlier": a, "later": b, "ahead": told(seconds, seconds, DAYS)}
    return Relation("order", parts, a.sentence, (turned_round(a, b),))


def _start(fact: Fact, other: Fact) -> datetime:
    """When it begins; of days of which one has no year both are put into one."""
    day, beside = _day(fact), _day(other)
    if day is None or beside is None:
        return fact.moment.start
    turned = day.year is None and beside.year is None and day.month < 4 and beside.month > 9
    return datetime((day.year or beside.year or 2024) + turned, day.month, day.day)


def _still_to_come(story: Story) -> Iterator[Relation]:
    """What is told as over, on a day with its year that lies behind the day of publication."""
    given = story.document.date
    if given is None:
        return
    issue = datetime(given.year, given.month, given.day)
    for day in days(story):
        fact = day.fact
        if day.year is None or not isinstance(fact.value, Moment) or fact.quoted:
            continue
        ahead = (fact.moment.start - issue).days
        if 0 < ahead <= GRACE_DAYS or ahead > 0 and AHEAD.search(story.words(fact.sentence)):
            continue
        if BEFORE_DATE.search(story.before(fact, 80)) or (
            fact.span.start - fact.sentence.start < 6 and BEHIND_DATE.match(story.after(fact, 80))
        ):
            parts: Parts = {"earlier": fact, "ahead": told(-ahead * 86400, -ahead * 86400, DAYS)}
            yield Relation("order", parts, fact.sentence)


RELATION = RelationKind(
    about="Two times, of which the text says or implies which comes first; without `later`, the later one is the day of publication.",
    parts={"earlier": "moment", "later": "moment", "ahead": "duration"},
    relate=relate,
)
