"""Two figures of rivals: the sides of a vote, or what two who are told one after the other have of one thing ("on 47 points … second with 44")."""

from collections.abc import Iterator
from itertools import pairwise

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.story import Story
from copydesk.support import head
from copydesk.ties import one_slip, single

Pair = tuple[Fact, Fact]

# Between two sides of a vote.
VERSUS = pattern(
    r"(?:\s+votes?)?\s*,?\s*(?:to|against|versus|v|vs|compared\s+(?:with|to)|while|over|and\s+(?:(?:the|his|her|its)\s+)?\w+)\b[^.;]{0,60}"
)
VOTES = pattern(
    r"\b(?:votes?|voted|ballots?|approved|passed|rejected|backed|carried|elected)\b",
    words="approved backed ballot carried elected passed rejected vote",
)
VOTED = pattern(
    r"\b(?:voted|(?:approved|passed|rejected|backed|carried|adopted|defeated|thrown\s+out)[^.;]{0,40}\bby)\s+(?:by\s+)?$"
)
AND_NAME = late(
    r",?\s+(?:and|to|against|while|with)\s+(?:[A-Z][\w.’'-]*\s+){1,3}(?:had\s+|got\s+|won\s+|took\s+|on\s+|at\s+)?"
)
# "123 were for it, 134 against", "151 in favour and 163 opposed"
FOR_IT = pattern(r"\s+(?:\w+\s+){0,2}(?:for|in\s+favou?r|yes|aye)\b[^.;\d]{0,40}")
AGAINST = pattern(r"\s+(?:\w+\s+)?(?:against|opposed|noes|no)\b", words="against opposed no")
ALL = 100
# What is won in numbers, by the nouns that figures have for it.
STAKES = {"vote": "vote", "ballot": "vote", "seat": "seat", "point": "point", "goal": "goal", "stroke": "stroke"}
# Before a figure that leaves its noun out, and behind one.
HAS = pattern(
    r"\b(?:with|on|has|had|have|to|and|got|polled|won|took|taken|received|secured|by|for|against|hold|holds|held|’s|'s|[a-z]+’|[a-z]+'|,)\s+(?:just\s+|only\s+)?$"
    r"|(?-i:[A-Z])[\w’'-]+,?\s+$"
)
NOTHING = pattern(r"\s*(?:[.,;:)—–]|and\b|for\b|to\b|in\s+favou?r\b|opposed\b|against\b|who\b|while\b|$)")
# Figures that are no two sides: of the whole, of another time, of what was wanted.
NO_RIVAL = pattern(
    r"\b(?:needed|need|needs|required|requires?|threshold|turnout|registered|eligible|cast|out\s+of|\d\s+(?:\w+\s+)?of\s+(?:the|its|their)|available|invalid|spoil\w+|last\s+(?:year|season|time|week)|years?\s+(?:ago|earlier)|previous\w*|in\s+(?:19|20)\d\d|average|per|record|remaining|first\s+(?:round|half|leg)|up\s+from|dropped|lost|gained|scored|added|rose|fell|more\s+games)\b"
)
# A majority of seats is over all others, not over the next.
MAJORITY = pattern(r"\bmajority\b", words="majority")
OPPOSITION = pattern(r"\b(?:opposition|together|combined|all\s+(?:the\s+)?other|between\s+them)\b")
NAMES = late(
    r"\b(?!(?:The|It|That|This|Their|His|Her|Its|They|He|She|With|After|In|But|And|A|An|Victory|Defeat|Mr|Mrs|Ms|Dr|Sir)\b)[A-Z][\w]+"
)
KNOWN, REACH, A_FEW, LENGTH = 700, 320, 3, (("length", 1),)


def sides(story: Story) -> Iterator[Pair]:
    """Scores, and figures of votes that "to" or "against" ties."""
    for a, b in story.pairs("percent"):
        if single(a) and single(b) and a.amount.unit == b.amount.unit and VOTES.search(story.words(a.sentence)):
            between = story.between(a, b)
            if abs(a.amount.low + b.amount.low - ALL) < 1 or AND_NAME.fullmatch(between):
                yield a, b
    for a, b in pairwise(story.kinds("score", "count", "number")):
        if a.sentence != b.sentence or not single(a) or not single(b):
            continue
        between = story.between(a, b)
        if a.kind == b.kind == "score":
            if len(between) == 1:
                yield a, b
        elif VOTES.search(story.words(a.sentence)) and _versus(story, a, b) or _for_and_against(story, a, b):
            yield a, b


def _for_and_against(story: Story, a: Fact, b: Fact) -> bool:
    """ "123 were for it, 134 against" """
    return bool(FOR_IT.fullmatch(story.between(a, b)) and AGAINST.match(story.text, b.span.end))


def _versus(story: Story, a: Fact, b: Fact) -> bool:
    """Are they the two sides of a vote: "213 votes to 198"?"""
    between = story.between(a, b)
    if any(fact.amount.low % 1 for fact in (a, b)):
        return False  # "52.4 per cent, 9,824 votes, to 47.6": of shares
    return bool(VERSUS.fullmatch(between)) and (
        _votes(a, b) or VOTED.search(story.text, a.sentence.start, a.span.start) is not None
    )


def _votes(a: Fact, b: Fact) -> bool:
    return all(not fact.of or fact.of[-1] in ("vote", "ballot", "seat") for fact in (a, b)) and (
        bool(a.of or b.of) or a.amount.low >= 1000
    )


def rivals(story: Story, by: Fact) -> Pair | None:
    """The only two figures told beside a margin of what it is in; one that a slip would not make of theirs is another margin."""
    start = max(story.text.rfind("\n", 0, by.span.start), by.span.start - REACH, 0)
    near = [
        fact
        for fact in story.kinds("count", "number", "quantity")
        if start <= fact.span.start < by.sentence.end and fact is not by and single(fact)
    ]
    told = [fact for fact in near if stake(fact)]
    if not told or (not stake(by) and told[0].kind == "quantity"):
        return None
    what = stake(by) or stake(told[0])
    told = [fact for fact in told if stake(fact) == what]
    told += [
        fact
        for fact in near
        if told and fact.kind == "number" and fact.span.start > told[0].span.start and _stands_for(story, fact)
    ]
    if len(told) != 2 or not near_miss(by, (told[0], told[1])) or NO_RIVAL.search(story.text, start, by.sentence.end):
        return None
    if (
        what == "seat"
        and MAJORITY.search(story.before(by))
        and not OPPOSITION.search(story.text, start, by.sentence.end)
    ):
        return None
    a, b = told
    return None if by.sentence not in (a.sentence, b.sentence) and newcomer(story, by, a) else (a, b)


def near_miss(by: Fact, pair: Pair) -> bool:
    """Are two figures as far apart as a margin says, or as a slip would make of it?"""
    gap, said = int(abs(pair[0].amount.low - pair[1].amount.low)), int(by.amount.low)
    return gap > 0 and (abs(said - gap) <= A_FEW or one_slip(said, gap))


def stake(fact: Fact) -> str:
    """What a figure is a number of, where it is something won in numbers or thrown or jumped."""
    if fact.kind == "quantity":
        return fact.amount.unit.name if fact.amount.unit.dimension == LENGTH else ""
    return STAKES.get(head(fact), "")


def _stands_for(story: Story, fact: Fact) -> bool:
    """A figure that leaves its noun to the one before: "who had 9,205"."""
    return bool(HAS.search(story.before(fact)) and NOTHING.match(story.after(fact)))


def newcomer(story: Story, fact: Fact, told: Fact) -> bool:
    """Does the sentence of a figure name somebody before it who was not named by the time of what was told?"""
    known = story.text[max(0, min(told.sentence.start, fact.sentence.start) - KNOWN) : fact.sentence.start]
    return any(name not in known for name in NAMES.findall(story.text, fact.sentence.start, fact.span.start))
