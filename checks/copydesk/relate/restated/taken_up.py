"""A figure taken up at once: "Four horses bolted. All five horses were caught"; "a tunnel 7.2 km long. The 7.9 km tunnel"; "30 passengers …; all
32 survived".

That the very next figure is called *the*, *all* or *her* so many of the same noun says that it is the one just told; no slip of the keys need
explain what it has become. Where it may be some of them, or of others, nothing is said.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from copydesk.amounts import Amount
from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.relate.restated.groups import groups
from copydesk.relate.restated.twins import two_sorts
from copydesk.relate.spans.words import CALLED
from copydesk.story import SENTENCE, SPAN, Story
from copydesk.support import content, head, of_people, one_noun
from copydesk.ties import single, slip

COUNTS = ("count", "number")
KINDS = ("count", "number", "money", "quantity", "duration")
THE = pattern(r"(?:^|[\s“\"])(?:the|these|those|its|his|her|their|our)\s+(?:same\s+)?$")
ALL = pattern(
    r"\b(?:all|none|each|every\s+one|the\s+(?:last|first|whole)|both)(?:\s+of)?(?:\s+(?:the|its|his|her|their|these|those|our))?\s+$"
)
# Said of those that are not all of them, or of another time.
OTHERS = pattern(
    r"\b(?:another|others?|more|fewer|further|remaining|rest|second|third|fourth|fifth|sixth|seventh|eighth|besides|also|too|next|elsewhere|earlier|previous\w*|half|total|nationwide|worldwide|average|per|only)\b"
)
# Between the two: the one told last is of another time.
ELSEWHEN = pattern(r"\b(?:(?:19|20)\d\d|later|since|join\w+|now|then|already|after(?!\s+an?\b)|before)\b")
# "Below the 130 kph limit", "than the £40 fee": what the one before is held against.
HELD_AGAINST = pattern(r"\b(?:than|below|above|over|under|beyond|within|from|against|near|to)\s+(?:[a-z]+\s+)?$")
# Behind the noun: which of them; what goes on with a verb, or ends, is told of all of them.
NARROWED = late(
    r"\s+(?:who|that|which|whom|whose|where|in|at|on|from|of(?!\s+(?:them|us)\b)|with|under|over|for|beside|aged|it|he|she|they|we|[a-z]{2,}ing)\b"
)
OF_THEM_ALL = late(
    r"\s*(?:[.,;:!?—–]|$)|\s+(?:will|would|was|were|is|are|had|have|has|did|do|can|could|may|might|must|should|said|[a-z]+(?:ed|s))\b"
)
NOUN, WORD = late(r"[\s-]([a-z]{3,}?)(?:s\b|\b)"), late(r"[a-z]{3,}")
NAMES = late(r"(?<!\son\s)(?<!\sin\s)(?<!\sat\s)(?<!\sof\s)(?<!\sthe\s)(?<!\sfrom\s)\b[A-Z][a-z]+\s+[A-Z][\w’'-]+")
SO_FAR = late(r"(?:\s+bodies)?\s+(?:found|recovered|seen|identified|so\s+far)\b")
CLAUSE = late(r"[.,;:—–]")
NEXT, BESIDE, MOST, FEWEST = 4, 24, Decimal("1.6"), 2


def taken_up(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """Each such figure with the one that it takes up."""
    told = _told(story)
    for i, (span, facts) in enumerate(told):
        near = i and span.start - told[i - 1][0].end < NEXT
        for at, fact in enumerate(facts):
            before = _of_class(fact, facts[:at]) or (_of_class(fact, told[i - 1][1]) if near else [])
            if len(before) == 1 and single(fact) and _takes_up(story, fact, before[0]):
                yield fact, before[0]


def _told(story: Story) -> list[tuple[Span, list[Fact]]]:
    """The figures of each sentence, twins and quartets among them."""
    figures = [fact for _, facts in story.sentences() for fact in facts if _is_figure(fact)]
    figures = sorted([*figures, *story.once(groups)], key=SPAN)
    return [(span, list(facts)) for span, facts in groupby(figures, key=SENTENCE)]


def _of_class(fact: Fact, others: list[Fact]) -> list[Fact]:
    """Those that it could be held against at all: counts of counts, one unit of one unit."""
    if fact.kind in COUNTS:
        return [other for other in others if other.kind in COUNTS]
    return [other for other in others if other.kind == fact.kind and other.amount.unit.name == fact.amount.unit.name]


def _is_figure(fact: Fact) -> bool:
    plain = fact.kind in KINDS and isinstance(fact.value, Amount) and fact.block != "headline"
    return plain and not (fact.kind in COUNTS and fact.amount.low < FEWEST)  # "every one of the five"


def _takes_up(story: Story, fact: Fact, other: Fact) -> bool:
    if not single(other) or other.part or other.other or fact.other or min(fact.amount.low, other.amount.low) < FEWEST:
        return False
    before = story.before(fact, 40)
    of_all = ALL.search(before) is not None
    if not (of_all or THE.search(before)) or not _of_one_thing(story, fact, other, of_all):
        return False
    behind = story.text[other.span.end : fact.sentence.end]
    if (
        OTHERS.search(behind)
        or OTHERS.search(story.words(other.sentence))
        or ELSEWHEN.search(_lead(story, fact, other))
    ):
        return False
    if any(each.amount.low == fact.amount.low for each in story.kinds(*KINDS) if each is not fact and _is_figure(each)):
        return False
    names = NAMES.findall(story.text, other.span.end, fact.span.start)
    if any(name not in story.text[: other.span.end] for name in names):  # somebody else's
        return False
    low, high = sorted((fact.amount.low, other.amount.low))
    if high > low * MOST and not slip(low, high) and high - low > 1:
        return False
    fewer = fact.amount.low < other.amount.low and fact.kind == "count" and not of_all
    if fewer and not (high - low == 1 or slip(low, high)):  # some of them
        return False
    return not _is_narrowed(story, fact, other, fewer)


def _lead(story: Story, fact: Fact, other: Fact) -> str:
    """What stands before it in its sentence, behind the other."""
    return story.text[max(other.span.end, fact.sentence.start) : fact.span.start]


def _of_one_thing(story: Story, fact: Fact, other: Fact, of_all: bool) -> bool:
    """One noun counted, or none behind *all*; or a measure or sum in front of what the sentence before has named."""
    if fact.kind in COUNTS:
        if other.kind != "count" or not head(other):
            return False
        if of_all and head(fact) == "body" and of_people(head(other)) and not SO_FAR.match(story.after(fact)):
            return True
        if _is_deed(story, head(fact), other):
            return True
        if set(fact.of[:-1]) - set(other.of):  # "the three losing bids"
            return False
        here, there = head(fact), head(other)
        same = one_noun(here, there) and (not two_sorts(fact, other) or there.endswith(here))
        return same if head(fact) else of_all
    if fact.sentence == other.sentence or HELD_AGAINST.search(story.before(fact)):
        return False
    behind = NOUN.match(story.text, fact.span.end, fact.sentence.end)
    return behind is not None and any(word.startswith(behind[1]) for word in WORD.findall(story.words(other.sentence)))


def _is_deed(story: Story, noun: str, other: Fact) -> bool:
    """ "Shut 17 footbridges … The 17 closures": is it named for what was done to the others?"""
    verbs = [verb for called, verbs in CALLED.items() if noun in called.split() for verb in verbs.split()]
    words = story.text[max(other.sentence.start, other.span.start - BESIDE) : other.span.start].lower()
    return any(verb in words for verb in verbs)


def _is_narrowed(story: Story, fact: Fact, other: Fact, fewer: bool) -> bool:
    """Is it said which of them are meant, in words that were not said of those before?"""
    behind = story.text[fact.span.end : fact.sentence.end]
    noun = head(fact)
    at = behind.lower().find(noun[:-1]) if noun and fact.kind == "count" else -1
    behind = behind[at + len(noun) - 1 :].lstrip("abcdefghijklmnopqrstuvwxyz") if at >= 0 else behind
    if not NARROWED.match(behind):
        return fewer and not OF_THEM_ALL.match(behind)
    said = content(CLAUSE.split(behind)[0])
    return not said & content(story.words(other.sentence))
