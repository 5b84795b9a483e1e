"""A measure or a sum that is said to be a percentage or fraction of another of its unit: "holds 4.2 billion gallons when it is full, contained 2.1
billion, or half of its capacity"; "costs $80 million, of which $40 million, or half, …".

The words name the whole (a capacity, *of which*, *of the total*); it is the only larger one of its unit there.
"""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import PERCENT, Amount
from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.relate.portions.beside import HEDGE, Portion, is_fraction
from copydesk.story import Story
from copydesk.support import is_bare
from copydesk.ties import single

KINDS = ("quantity", "money", "number")
# Between the part and its share.
OR = pattern(
    rf"(?:\s+(?:[a-z]+\s+){{0,2}}(?:on|in|at|by)\s+[\w ]{{2,20}})?(?:,\s+(?:or\s+|which\s+is\s+|that\s+is,?\s+)|\s+\((?:or\s+)?){HEDGE}"
)
CAPACITY = pattern(
    r"\s+(?:of\s+)?(?:its|their|the|that)\s+(?:[a-z]+[’']s\s+)?(?:(?:full|total|maximum)\s+)?capacity\b|\s+of\s+what\s+(?:it|they)\s+(?:can\s+)?holds?\b|\s+full\b",
    words="capacity holds hold full",
)
HOLDS = pattern(
    r"\b(?:can\s+hold|holds?|capacity\s+(?:of|is|was)|takes|can\s+store|stores)\s+(?:up\s+to\s+|about\s+|some\s+)?$"
)
TOTAL = pattern(
    r"\s+of\s+(?:the\s+(?:total|whole|sum|amount|cost|bill|budget|price|money)|it|that)\s*(?:[,.;)]|$)", words="of"
)
OF_WHICH = pattern(r"(?:[^.;:]{0,40},)?\s+of\s+which\s+(?:about\s+|some\s+|only\s+|just\s+)?", words="which")
APART = pattern(
    r"\b(?:rose|fell|up|down|more|less|than|increase|decrease|higher|lower|last\s+year|years?\s+ago|compared)\b"
)
FAR, MOST_TIMES = 500, 10**5


def measured(story: Story) -> Iterator[Portion]:
    """Each such share with its part, in the unit of the whole, and the whole."""
    for share in story.kinds("percent", "count", "number") if story.mentions(" or ", "(") else ():
        if not (is_fraction(share) or share.kind == "percent" and share.amount.unit == PERCENT and single(share)):
            continue
        part = _before(story, share)
        whole = _whole(story, part, share) if part else None
        if part and whole:
            yield Portion(share, _in_unit(part, whole), whole)


def _before(story: Story, share: Fact) -> Fact | None:
    """The figure that the share stands in apposition to."""
    ahead = [
        f
        for f in story.kinds(*KINDS)
        if f.sentence == share.sentence and f.span.end <= share.span.start and f is not share
    ]
    told = ahead[-1] if ahead else None
    if told is None or not isinstance(told.value, Amount) or not single(told) or told.block == "headline":
        return None
    return told if OR.fullmatch(story.between(told, share)) else None


def _whole(story: Story, part: Fact, share: Fact) -> Fact | None:
    """The only larger figure of its unit that the words make the whole."""
    told = [
        f
        for f in story.kinds("quantity", "money")
        if f.span.end <= part.span.start and part.span.start - f.span.end < FAR and single(f) and f.block != "headline"
        if (is_bare(part) or f.amount.unit.fits(part.amount.unit)) and " per " not in f.amount.unit.name
    ]
    after = story.after(share, 60)
    if CAPACITY.match(after):
        told = [f for f in told if HOLDS.search(story.before(f, 30))]
    elif told and OF_WHICH.fullmatch(story.between(told[-1], part)):
        told = told[-1:]
    elif TOTAL.match(after) and not APART.search(story.words(share.sentence)):
        told = [f for f in told if f.sentence == share.sentence]
    else:
        return None
    return (
        told[0]
        if len(told) == 1 and _value(part, told[0]) < told[0].amount.low < _value(part, told[0]) * MOST_TIMES
        else None
    )


def _value(part: Fact, whole: Fact) -> Decimal:
    """The part in the unit of the whole."""
    if is_bare(part) or part.amount.unit.name == whole.amount.unit.name:
        return part.amount.low
    return part.amount.low * part.amount.unit.factor / whole.amount.unit.factor


def _in_unit(part: Fact, whole: Fact) -> Fact:
    times = _value(part, whole) / part.amount.low if part.amount.low else Decimal(1)
    return (
        part
        if times == 1
        else part._replace(value=part.amount._replace(low=part.amount.low * times, high=part.amount.high * times))
    )
