"""Counts of years up to publication, in a story that looks back, held against every year that it tells: "Eighty years on, the museum …", "its 50th
birthday", "to mark ten years since the ferry sank", "for the first time in 30 years", and paragraphs on "opened the doors in 1954".

A count that any year of the story explains is sound. One that none explains is a slip where a single year would do but for the digit of its decade
(but for any one key, where the words tie the two), or falls on the very day of the year.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from copydesk.amounts import Amount
from copydesk.late import late, pattern
from copydesk.lexicon.persons import PERSON_OF
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.days import day_of, issued, years_told
from copydesk.relate.events.alike import stems
from copydesk.relate.offsets.anniversary_words import ANNIVERSARY, ANOTHER, ITS
from copydesk.relate.offsets.years_on import NOW, PAST, PRESENT, TURNS, begins
from copydesk.story import Story
from copydesk.ties import one_slip

ENDS_AGO = late(r"\bago(?: this (?:week|month)| today| to the day)?$")
ON = late(
    r"\s+on(?=[,;]|\s+from\b)|\s+(?:(?:has|have)\s+)?(?:now\s+)?(?:passed\s+|gone\s+by\s+|elapsed\s+)?since\b(?!\s+(?:19|20)\d\d)"
)
AFTER_EVENT = late(
    r"\s+(?:after|on from|since)\s+(?:(?:the|his|her|its|it|they|he|she|that|a)\b|[A-Z][a-z]+\s+(?:[A-Z][a-z]+\s+)?[a-z]+ed\b)"
)
# "In 1999, 35 years after": until then, not until now.
IN_A_YEAR = late(r"\d{4},\s+$")
# Of the time before, or of another: "In 1984 a stone had been put up"; "Its ground was opened in 1994".
EARLIER = pattern(
    r"\b(?:had(?!\s+(?:to|no|an?|the)\b|\b[^.;]*\bsince\b)|born|previous(?:ly)?|earlier|first\s+(?:time|of\s+all))\b"
)
OF_IT = late(
    r"\W*(?:Its|Their|His|Her)\s+(?!history|story|origins|founder|first|maiden|earliest|inaugural)|\W*A\s+(?:similar|rival|second|new)\b"
)
THE_HOUSE = late(r"The\s+(?!first\b)([a-z]+)\b")
# "For 40 years the boat has plied the river", and when that began; "for the first time in 30 years", and when it last was.
FRONTED = late(r"\W*For\s+(?:the\s+(?:past|last)\s+)?$")
HAS = late(r"\s+(?:[A-Za-z’'-]+\s+){0,4}?([A-Za-z’'-]+)\s+(?:has|have)\b(?!\s+been\s+(?:closed|shut|dead|gone|empty))")
# "The observatory is 150 years old this month", and no person.
IS_OLD = late(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]his|[Tt]hat)\s+(?:[A-Z][\w-]+\s+)*([A-Z]?[a-z]+)\s+(?:is|are|turns)\s+(?:now\s+)?$"
)
NOW_OLD = pattern(r"\bthis\s+(?:week|month|year|spring|summer|autumn|fall|winter|season)\b", words="this")
PAST_FORM = late(
    r"\b(?:[a-z]{3,}ed|came|went|stood|met|sat|took|gave|held|began|won|fell|rose|found|kept|left|lost|made|ran|saw|said|sold|told|wrote|got|put|led|grew|built|became)\b"
)
BEGAN = pattern(
    r"\b(?:launched|introduced|unveiled|opened|founded|first|maiden|beg[au]n|start\w*|took\s+(?:over|office)|came|joined|moved|arrived)\b"
)
FIRST_DAY = pattern(
    r"\b(?:first|maiden|inaugural|opening)\s+[a-z]+\b|\bit\s+(?:first\s+|all\s+)?(?:beg[au]n|started|opened|ran)\b"
)
# "The screen first lit up on June 11".
FIRST_DID = pattern(
    r"\bfirst\s+(?:lit|opened|ran|rang|rolled|sailed|played|met|appeared|flew|went|served|sold|raised|published|printed|broadcast|performed|poured|turned|swung|struck|threw|welcomed)\b",
    words="first",
)
PRONOUN = late(r"\W*(?:When\s+it|It|Its|They|Their|He|His|She|Her)\b")
HAS_TURNED = late(r"\b(?:which|[Ii]t|[Tt]he\s+([a-z]+))\s+(?:(?:has\s+)?(?:just\s+|now\s+)?turned|turns|is)\s+$")
THIS_WEEK = pattern(r"\s+(?:this\s+(?:week|month|year)|today|on\s+[a-z]+day)\b", words="this today on")
FIRST_IN = late(
    r"\b(?:[Ff]irst|[Nn]o|[Nn]ot|[Nn]obody|[Nn]ever|has\s?n[’']t|have\s?n[’']t)\b[^.;,\d]{0,50}\s(?:in|for)\s+(?:more than\s+)?$",
    words="first no not never n’t n't First No Not Never",
)
LAST_TIME = pattern(
    r"\b(?:had|was|were|it|they|we|he|she)\s+last\s+[a-z]|\b(?:last|only\s+other|previous)\s+(?:time|one|occasion)\b"
    r"|\b(?:the|its|their|his|her)\s+(?:last|previous)(?=,|\s+(?:was|were|had|did|came|took|opened|stood)\b)|\bnot\b[^.;,\"“”]*\bsince\b",
    words="last previous only not",
)
TURNED, NEAR_VERB = ("number", "age"), 40
SLACK, FEWEST, DECADE, LONG_AGO, MOST, ROUND, DAYS_ROUND, WORD_OFF = 1, 10, 10, 20, 200, 5, 3, 2


class Count(NamedTuple):
    """A count of years: `plain` where the sentence counts them up to now, `own` where they are somebody's birthday, `anew` where they are from
    the last time to this one; `began` where the year must be told with a word for a beginning, `what` they count from where its words must stand right before the year; `of` whom they are told, where that must be the same."""

    said: Fact
    years: int
    plain: bool
    own: bool = False
    anew: bool = False
    began: bool = False
    what: str = ""
    of: str = ""


class Slip(NamedTuple):
    """A count, the event that it was meant to count from, and the years from there to publication."""

    counted: Count
    event: Fact
    due: int


def looking_back(story: Story, events: Sequence[Fact]) -> Iterator[Slip]:
    """The counts that one event of these explains but for a slip; and those that one explains to the day."""
    issue = issued(story.document)
    past = [e for e in events if issue is not None and issue.year - e.moment.start.year > SLACK]
    counts = list(_counts(story)) if past else []
    if issue is None or not counts:
        return
    for count in counts:
        others = [e for e in past if not (count.said.span.start < e.span.end and e.span.start < count.said.span.end)]
        if count.plain and count.years >= FEWEST:
            yield from _wrong_decade(story, count, others, issue.year)
    for event in past:
        if issue.year - event.moment.start.year >= ROUND and _is_today(event, issue):
            yield from _to_the_day(story, counts, event, past, issue.year)


def _wrong_decade(story: Story, count: Count, past: list[Fact], year: int) -> Iterator[Slip]:
    """None of these is so many years back, and one is but for the digit of its decade, or for any key."""
    if count.years > MOST or any(abs(year - e.moment.start.year - count.years) <= SLACK for e in past):
        return
    off = [e for e in past if _is_off(story, count, e, year - e.moment.start.year) and not e.quoted]
    if len({e.moment.start.year for e in off}) == 1:
        yield Slip(count, off[0], year - off[0].moment.start.year)


def _is_off(story: Story, count: Count, event: Fact, due: int) -> bool:
    """Is it so many years back but for a slip? It is told of no other time, nor of a part or a rival of what the count is of."""
    lead = story.text[event.sentence.start : event.span.start]
    feast = story.before(count.said, 8) + story.after(count.said, 30)
    founded = begins(story, event, feast) and of_one(story, event, count.said)
    if count.anew or count.of:
        year = event.moment.start.year
        tied = LAST_TIME.search(lead) if count.anew else PRONOUN.match(lead) or count.of in lead
        began = count.anew or founded or BEGAN.search(lead)
        return bool(tied and began) and (one_slip(year, year + due - count.years) or one_slip(due, count.years))
    turned = count.what and _is_turned(event.moment.start.year, due - count.years)
    if _is_rival(story, event) or EARLIER.search(story.words(event.sentence)):
        return False
    if turned:
        return bool(stems(count.what) & stems(lead))
    if abs(due - count.years) != DECADE:
        return False
    if count.what:
        begun = " first " in count.what and FIRST_DAY.search(lead) is not None
        return begun or bool(stems(count.what) & stems(story.before(event, NEAR_VERB)))
    if count.began:
        return FIRST_DAY.search(lead) is not None
    return founded or not count.own or FIRST_DID.search(lead) is not None


def _is_turned(year: int, off: int) -> bool:
    """Is it so many years off with its last two digits changed round: 1989 for 1998?"""
    tens, ones = divmod(year % 100, 10)
    return off != 0 and 10 * ones + tens - year % 100 == off


def _is_rival(story: Story, event: Fact) -> bool:
    before = story.text[event.sentence.start : event.span.start]
    return OF_IT.match(before) is not None or ANOTHER.search(before) is not None


def of_one(story: Story, event: Fact, number: Fact) -> bool:
    """Not "The shop opened in 2014. The chain celebrates its 20th birthday"."""
    subjects = [found[1] for each in (event, number) if (found := THE_HOUSE.match(story.words(each.sentence)))]
    return len(set(subjects)) <= 1


def _is_today(event: Fact, issue: date) -> bool:
    day = day_of(event)
    there = day.on(issue.year) if day is not None and day.year is not None else None
    return there is not None and abs((there - issue).days) <= DAYS_ROUND


def _to_the_day(story: Story, counts: list[Count], event: Fact, past: Sequence[Fact], year: int) -> Iterator[Slip]:
    """A story on the very day of the year of an event: "20 years after the water came" counts to its publication."""
    due = year - event.moment.start.year
    if any(count.years == due for count in counts):
        yield from (Slip(count, event, due) for count in counts if count.years == due)
        return
    known = {year - e.moment.start.year for e in past if e is not event}
    for count in counts:
        near = one_slip(count.years, due) or count.said.kind not in TURNED and count.years % ROUND == due % ROUND == 0
        near = near or count.plain and abs(count.years - due) <= WORD_OFF
        if near and count.years not in known and not _is_rival(story, event):
            yield Slip(count, event, due)


def _counts(story: Story) -> Iterator[Count]:
    told = {str(year) for year in years_told(story)}
    for fact in story.kinds("date", "duration"):
        length = _lengths.find(fact.text)
        if length is None or length.unit != "year" or length.hedged or length.number < ROUND or fact.quoted:
            continue
        years, first = int(length.number), fact.span.start - fact.sentence.start <= 1
        after = story.after(fact, 40)
        if ENDS_AGO.search(fact.text):
            yield Count(fact, years, first or years >= LONG_AGO)
        elif fact.text.lower().endswith("later"):
            yield Count(fact, years, first)
        elif fact.text.lower().endswith("earlier") and not any(year in story.text[: fact.span.start] for year in told):
            yield Count(fact, years, False)  # counted from now: no year stands before it
        elif fact.kind == "duration" and ON.match(after):
            yield Count(fact, years, not IN_A_YEAR.search(story.before(fact, 8)))
        elif fact.kind == "duration" and FIRST_IN.search(story.before(fact, 60)):
            yield Count(fact, years, True, anew=True)
        elif fact.kind == "duration" and FRONTED.match(story.text, fact.sentence.start, fact.span.start):
            if has := HAS.match(story.after(fact, 60)):
                yield Count(fact, years, True, of=has[1])
        elif fact.kind == "duration" and TURNS.search(story.before(fact, 30)):
            yield Count(fact, years, True, fact.block != "headline")
        elif fact.kind == "duration" and AFTER_EVENT.match(after) and not IN_A_YEAR.search(story.before(fact, 8)):
            before = story.text[fact.sentence.start : fact.span.start]
            rest = story.text[fact.span.end : fact.sentence.end]
            told_now = PRESENT.search(rest) or NOW.search(rest) or _is_present(rest) if first else _is_now(before)
            what = rest.partition(",")[0] if first and not PRESENT.search(rest) else ""
            yield Count(fact, years, bool(told_now), began=not first, what=what)
    for fact in story.kinds(*TURNED) if story.mentions("turned", "turns", " is ") else ():
        turned = HAS_TURNED.search(story.before(fact, 40))
        if turned and turned[0].endswith("is ") and not THIS_WEEK.match(story.after(fact, 24)):
            continue  # "which is 40"
        if turned and turned[1] not in PERSON_OF and isinstance(fact.value, Amount) and fact.amount.low >= ROUND:
            yield Count(fact, int(fact.amount.low), True, own=True)
    for fact in story.kinds("age") if story.mentions("years old") else ():
        thing = IS_OLD.search(story.before(fact, 60))
        if thing and thing[1].lower() not in PERSON_OF and NOW_OLD.search(story.words(fact.sentence)):
            yield Count(fact, int(fact.amount.low), True)
            yield Count(fact, int(fact.amount.low), True, of=thing[1])
    for fact in story.kinds("ordinal"):
        if ANNIVERSARY.match(story.after(fact, 30)):
            yield Count(fact, int(fact.amount.low), ITS.search(story.before(fact, 30)) is not None, True)


def _is_present(rest: str) -> bool:
    """ "…, his granddaughter presides over 62 workers": is no verb of the main clause in the past?"""
    main = rest.partition(",")[2]
    return main != "" and PAST.search(main) is None and PAST_FORM.search(main) is None


def _is_now(lead: str) -> bool:
    """Is a clause told in the present, or of the days around publication?"""
    return PAST.search(lead) is None and PRESENT.search(lead) is not None or NOW.search(lead) is not None


def years_ago(fact: Fact) -> int:
    """How many years ago a date is told to be; 0 where it is told otherwise, or only about."""
    length = _lengths.find(fact.text) if ENDS_AGO.search(fact.text) else None
    exact = length is not None and not length.hedged and length.unit == "year"
    return int(length.number) if exact and length and isinstance(fact.value, Moment) and not fact.moment.about else 0
