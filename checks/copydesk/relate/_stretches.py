"""Two times that are the start and the end of one stretch: "from 9 to 5", "1990-2002", "began on 2 May and ended on 16 May"."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from copydesk.late import late
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.story import Story

FROM = late(r"\b(?:from|between)\s+(?:about\s+|around\s+|the\s+)?(?:year\s+)?$", re.I)
TO = late(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:about\s+|around\s+|the\s+)?", re.I)
# "From November 4, 1979, to January 20, 1981"
COMMA_TO = (", to ", ", until ", ", through ")
# What goes on to speak of the thing before: "It ended on …", "The 12-day strike ended on …".
GOES_ON = late(
    r"(?:It|They|He|She)\s+(?!was (?:born|founded))|(?:The|This|That|His|Her|Its|Their)\s+[\w½]+(?:-[\w-]+)+\s+[a-z]+\s+[a-z]+\b"
)
NEXT = 4
# A start and its end stand no farther apart than this many characters.
FAR = 90
OPEN_ENDED = ("-", "–", "—", "until", "till")
# "First elected in 1994, he remained in office until 2011"
IN = late(r"\b(?:in|from|since)\s*$", re.I)
REMAINED = late(
    r"\b(?:remain|stay|serve|continue|held|hold|kept|rule|reign|led|ran|until)\w*\b.{0,40}\buntil\s*$", re.I | re.S
)
BEGAN = late(
    r"\b(?:since|beg[ai]ns?|beginning|start(?:s|ed|ing)?|open(?:s|ed|ing)?|staged|performed|left|leaves|leaving|took off|taking off|depart(?:s|ed|ing)|set (?:out|off)"
    r"|kicked off|sailed|founded|established|elected|appointed|born|join(?:s|ed|ing)?|took (?:over|office|power|charge|up)|became|enter(?:s|ed)|launched|seized|kidnapped|abducted|captured|jailed|imprisoned|arrested|detained|admitted|grounded|imposed|declared|introduced|hired|signed|commissioned|surrounded|walked out|moved|went (?:missing|off)|disappeared|vanished|married|stop(?:s|ped)|halted|suspended|clos(?:es?|ed)|shuts?|went out|was cut|failed)\b[^.;]{0,40}$",
    re.I,
)
ENDED = late(
    r"\b(?:end(?:s|ed|ing)?|finish(?:es|ed|ing)?|clos(?:es?|ed|ing)|shut|reach(?:es|ed|ing)|arriv(?:es|ed|ing)|land(?:s|ed|ing)|return(?:s|ed|ing)"
    r"|stopped|lost|toppled|ousted|overthrown|deposed|defeated|voted out|(?:was|were|is|are) back|(?:lasted|lasts|continued|went on|dragged on|ran|stayed|remained) until|left|leaving|leaves|quit|freed|released|rescued|found|discharged|sold|divorced|demolished|expir(?:es?|ed)|abolished|recalled|repealed|completed|sacked|fired|vacated|docked|recaptured|resum(?:es?|ed)|reopen(?:s|ed)?|came back|broke (?:up|down)|wound up|conclud(?:es|ed|ing)|surrendered|gave (?:up|himself up|herself up)|came to an end|came to a close|(?:was|were) (?:lifted|restored|called off|removed|withdrawn)|stepped down|resigned|retired|dissolved|died|was over)\b[^.;]{0,40}$",
    re.I,
)
# "which began on July 14 and broke on July 24"
WHICH_BEGAN = late(r"\b(?:which|that|who) (?:began|started|opened)\b", re.I)
AND_DID = late(r"\s+and\s+(?:\w+\s+){1,3}(?:on|at|in)\s+", re.I)
# "The first began on 2 May, the second on 5 May and ended on 9 May": another thing's end.
ANOTHER = late(r"\b(?:after (?:the|a|his|her|its)|last|previous|earlier|second|other|another|next|new)\b", re.I)

# "The Second began in 1939; the First ended in 1918."
ANOTHER_CLAUSE = late(r";\s+(?!(?:it|they|he|she)\b)", re.I)


def ends(story: Story) -> list[tuple[Fact, Fact]]:
    """Starts and ends that stand in one sentence, nothing told between them; neither is hedged."""
    return story.once(_ends)


def _ends(story: Story) -> list[tuple[Fact, Fact]]:
    found = []
    for a, b in story.pairs("date", "time"):
        if not (isinstance(a.value, Moment) and isinstance(b.value, Moment)) or a.moment.about or b.moment.about:
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
        if len(facts := list(group)) == 1 and isinstance(facts[0].value, Moment) and not facts[0].moment.about
    ]
    for a, b in pairwise(alone):
        if not 0 <= b.sentence.start - a.sentence.end <= NEXT or a.moment.grain != b.moment.grain:
            continue
        begins = story.text[b.sentence.start : b.span.start]
        goes_on = GOES_ON.match(begins) and ENDED.search(begins) and not ANOTHER.search(begins)
        if goes_on and BEGAN.search(story.before(a, 60)):
            yield a, b


def _starts(story: Story, a: Fact, b: Fact) -> bool:
    """Do the words around two times say that the first is the start and the second the end of one stretch?"""
    between, before = story.between(a, b), story.before(a, 60)
    if between in COMMA_TO and FROM.search(before[-24:]):
        return True
    if TO.fullmatch(between):
        bare = between.strip() in OPEN_ENDED or between.strip() == "to" and _clocks(a, b)
        return bare or FROM.search(before[-24:]) is not None
    if is_year(a) and is_year(b) and IN.search(before) and REMAINED.search(between):
        return True
    if len(between) > FAR or not BEGAN.search(before) or ANOTHER.search(between) or ANOTHER_CLAUSE.search(between):
        return False
    return bool(ENDED.search(between) or AND_DID.fullmatch(between) and WHICH_BEGAN.search(before))


def is_year(fact: Fact) -> bool:
    return len(fact.text) == 4 and fact.text.isdecimal() and fact.value is not None and fact.moment.grain == "year"


def _clocks(a: Fact, b: Fact) -> bool:
    return a.moment.grain in ("minute", "hour") and b.moment.grain in ("minute", "hour")
