"""A thing of so long that is spoken of again in another unit: "The ban lasted 72 hours. … the three-day ban"."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount
from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.story import Story
from copydesk.support import content
from copydesk.ties import single

KNOWN = pattern(r"\b(?:the|that|this|his|her|their|its)\s+$")
NAMED = late(r"[\s-]+((?:[a-z]+\s+)?[a-z]{3,})\b(?!\s+(?:of|to|from|back|home|in|at|for|by|with|on|between)\b)")
# "The runway is 2,400 metres long. At 7,900 feet it is too short".
AT, IT_IS = (
    late(r"\W?At\s+(?:just\s+(?:over\s+|under\s+)?|about\s+|some\s+|nearly\s+)?"),
    late(r",?\s+it(?:\s+(?:is|was|would|will|has)\b|[’']s\b)"),
)
SIZE = pattern(r"\b(?:long|high|tall|deep|wide|across|runs?|measures?|stretch\w*|weighs?|weighed|tall|covers?)\b")
SPREAD = pattern(
    r"\b(?:spread|area|extent|expanse|length|height|covers?|covering|measures?|measuring|stretch\w*)\s+(?:of\s+|for\s+)?(?:about\s+|some\s+)?$"
)
ALL, OF_IT = pattern(r"\b(?:all|the)\s+$", words="all the"), late(r"\s+of\s+it\b")
# How near to a length the thing is named that it is of, and how far on it is spoken of again.
NEAR, FAR_ON, NEXT = 50, 400, 4
# So many times off it is another one.
APART = Decimal(4)
# Those who are sentenced get a sentence.
SAME = (content("jailed imprisoned sentenced prison jail"), content("sentence term"))
# Whoever works how many hours of a week; and what is made longer or shorter, or comes again.
NO_THING = frozenset(
    {
        "week",
        "day",
        "month",
        "year",
        "shift",
        "period",
        "old",
        "limit",
        "back",
        "home",
        "there",
        "notice",
        "stage",
        "leg",
    }
)
CHANGED = pattern(
    r"\b(?:extend\w*|lengthen\w*|shorten\w*|cut|reduc\w*|rais\w*|increas\w*|doubl\w*|halv\w*|another|further|extra|additional|second|third|previous\w*|earlier|original\w*|initial\w*|remaining|instead|rather|than|could|would|(?-i:may)|might|must|law|sought|demanded|asked|possible|minimum|maximum|up\s+to|at\s+least|most|per|every|each|first|last|final)\b"
)


def again(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """Each length with the one in another unit that its thing is called by later."""
    for kind in ("duration", "quantity"):
        told = [
            fact for fact in story.kinds(kind) if isinstance(fact.value, Amount) and single(fact) and fact.value.low > 0
        ]
        for at, fact in enumerate(told):
            if (
                "-" in fact.text
                and KNOWN.search(story.before(fact, 12))
                and (noun := NAMED.match(story.after(fact, 40)))
            ):
                yield from _first(story, fact, noun[1].split(), told[:at])
            elif AT.fullmatch(story.text, fact.sentence.start, fact.span.start) and IT_IS.match(story.after(fact)):
                yield from _of_it(story, fact, told[:at])
            elif ALL.search(story.before(fact, 12)) and OF_IT.match(story.after(fact)):
                alike = [other for other in told[:at] if other.amount.unit.fits(fact.amount.unit)]
                if len(alike) == 1 and _is_near(alike[0], fact):  # "climbed all 4,409 feet of it"
                    yield alike[0], fact


def _of_it(story: Story, later: Fact, told: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The only size of the sentence before; or of the story, if it is told as the size of something."""
    alike = [fact for fact in told if fact.amount.unit.fits(later.amount.unit)]
    before = [fact for fact in alike if 0 <= later.sentence.start - fact.sentence.end <= NEXT]
    if len(before) == 1 and SIZE.search(story.words(before[0].sentence)) and _is_near(before[0], later):
        yield before[0], later
    elif not before and len(alike) == 1 and SPREAD.search(story.before(alike[0])) and _is_near(alike[0], later):
        yield alike[0], later


def _is_near(first: Fact, later: Fact) -> bool:
    """In another unit, and not so far off that it is another one."""
    off = first.amount.to(later.amount.unit).low / later.amount.low
    return first.amount.unit.name != later.amount.unit.name and 1 / APART <= off <= APART


def _first(story: Story, later: Fact, named: list[str], told: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """The length of that thing as it was told first, if it has but one."""
    nouns = content(" ".join(word for word in named if word not in NO_THING))
    if named[-1] in NO_THING or named[0] in NO_THING or not nouns:
        return
    words = nouns | (SAME[0] if nouns & SAME[1] else frozenset())
    own = [
        fact for fact in told if later.span.start - fact.span.end < FAR_ON and fact.amount.unit.fits(later.amount.unit)
    ]
    own = [fact for fact in own if fact.sentence != later.sentence and words & content(_around(story, fact))]
    if len(own) == 1 and _is_near(own[0], later):
        if not CHANGED.search(story.text, own[0].sentence.start, later.sentence.end):
            yield own[0], later


def _around(story: Story, fact: Fact) -> str:
    return story.before(fact, NEAR) + " " + story.after(fact, NEAR // 2)
