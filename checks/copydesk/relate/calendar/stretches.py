"""Two times that are the start and the end of one stretch: "from 9 to 5", "1990-2002", "began on 2 May and ended on 16 May"."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from copydesk.late import late
from copydesk.model import Fact
from copydesk.moments import CLOCK_GRAINS, Moment
from copydesk.relate.calendar.phase_words import BEGAN, ENDED
from copydesk.relate.calendar.points import is_offset
from copydesk.story import Story

FROM = late(r"\b(?:from|between)\s+(?:about\s+|around\s+|the\s+)?(?:year\s+)?$", re.I)
TO = late(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:about\s+|around\s+|the\s+)?", re.I)
# "From November 4, 1979, to January 20, 1981"
COMMA_TO = (", to ", ", until ", ", through ")
# What goes on to speak of the thing before: "It ended on …", "The 12-day strike ended on …".
GOES_ON = late(
    r"(?:It|They|He|She)\s+(?!was (?:born|founded))|(?:The|This|That)\s+[\w½]+(?:-[\w-]+)+\s+[a-z]+\s+[a-z]+\b"
)
THE_NOUN = late(r"The\s+([a-z]{3,})\s+(?!of\b)[a-z]+\b")
NEXT = 4
# A start and its end stand no farther apart than this many characters.
FAR = 90
OPEN_ENDED = ("-", "–", "—", "until", "till")
# "First elected in 1994, he remained in office until 2011"
IN = late(r"\b(?:in|from|since)\s*$", re.I)
REMAINED = late(
    r"\b(?:remain|stay|serve|continue|held|hold|kept|rule|reign|led|ran|last|until)\w*\b.{0,40}\buntil\s*$", re.I | re.S
)
# "which began on July 14 and broke on July 24"
WHICH_BEGAN = late(r"\b(?:which|that|who) (?:began|started|opened)\b", re.I)
AND_DID = late(r"\s+and\s+(?:\w+\s+){1,3}(?:on|at|in)\s+", re.I)
# "The first began on 2 May, the second on 5 May and ended on 9 May": another thing's end.
ANOTHER = late(
    r"\b(?:after (?:the|a|his|her|its|he|she|it|they)|had|last|previous|earlier|second|other|another|next|new|having)\b",
    re.I,
)

# "The Second began in 1939; the First ended in 1918."
ANOTHER_CLAUSE = late(r";\s+(?!(?:it|they|he|she)\b)", re.I)


def ends(story: Story) -> list[tuple[Fact, Fact]]:
    """Starts and ends that stand in one sentence or the next, nothing told between them; only clock times may be hedged."""
    return story.once(_ends)


def _ends(story: Story) -> list[tuple[Fact, Fact]]:
    found = []
    for a, b in story.pairs("date", "time"):
        if not (isinstance(a.value, Moment) and isinstance(b.value, Moment)) or _vague(a) or _vague(b) or is_offset(a):
            continue
        if _starts(story, a, b):
            found.append((a, b))
    found += _across(story)
    return found


def _across(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "The strike began on 2 May. It ended on 9 May": in two sentences of one thing, each with one time."""
    alone = [
        facts[0]
        for _, group in groupby(story.kinds("date", "time"), key=lambda fact: fact.sentence)
        if len(facts := list(group)) == 1 and isinstance(facts[0].value, Moment) and not _vague(facts[0])
    ]
    for a, b in pairwise(alone):
        if not 0 <= b.sentence.start - a.sentence.end <= NEXT or not (
            _clocks(a, b) or a.moment.grain == b.moment.grain
        ):
            continue
        begins = story.text[b.sentence.start : b.span.start]
        goes_on = _same_subject(story, a, begins) and ENDED.search(begins) and not ANOTHER.search(begins)
        if goes_on and BEGAN.search(story.before(a, 60)):
            yield a, b


def _same_subject(story: Story, a: Fact, begins: str) -> bool:
    """Does the next sentence begin with "it", or with a noun that stands in this one?"""
    noun = THE_NOUN.match(begins)
    return GOES_ON.match(begins) is not None or noun is not None and noun[1].lower() in story.words(a.sentence).lower()


def _starts(story: Story, a: Fact, b: Fact) -> bool:
    """Do the words around two times say that the first is the start and the second the end of one stretch?"""
    between, before = story.between(a, b), story.before(a, 60)
    if between in COMMA_TO and FROM.search(before[-24:]):
        return True
    if TO.fullmatch(between):
        bare = between.strip() in OPEN_ENDED or between.strip() == "to" and _clocks(a, b)
        return bare or FROM.search(before[-24:]) is not None
    if (is_year(a) and is_year(b) and IN.search(before) or _clocks(a, b)) and REMAINED.search(between):
        return True
    if len(between) > FAR or not BEGAN.search(before) or ANOTHER.search(between) or ANOTHER_CLAUSE.search(between):
        return False
    return bool(ENDED.search(between) or AND_DID.fullmatch(between) and WHICH_BEGAN.search(before))


def _vague(fact: Fact) -> bool:
    """Said with a hedge; of a clock time it is known how far that may be off."""
    return fact.moment.about and fact.moment.grain not in CLOCK_GRAINS


def is_year(fact: Fact) -> bool:
    return len(fact.text) == 4 and fact.text.isdecimal() and fact.value is not None and fact.moment.grain == "year"


def _clocks(a: Fact, b: Fact) -> bool:
    return a.moment.grain in ("minute", "hour") and b.moment.grain in ("minute", "hour")
