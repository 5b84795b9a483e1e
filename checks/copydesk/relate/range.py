""" "Between 17 and 19", "ranging from $60 to $75", "aged 5 to 11", "10 to 12 metres": the two ends of a range."""

import re
from collections.abc import Iterator

from copydesk.amounts import Amount
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head
from copydesk.ties import bare, each_way

KINDS = ("count", "number", "quantity", "money", "percent", "age", "duration")
SIGN = r"(?:[A-Z]{0,2}[$£€]\s*)?"
BETWEEN = late(rf"\bbetween\s+(?:the\s+ages\s+of\s+)?{SIGN}$", re.IGNORECASE, words="between")
AND = late(rf"[\s\w]{{0,20}}\s+and\s+{SIGN}", re.IGNORECASE, words="and")
TO = late(rf"(?:\s+(?:to|through)\s+|[-–]){SIGN}", re.IGNORECASE)
# In front of a range whose ends "to" joins.
RANGES = pattern(
    rf"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|spann?(?:s|ed|ing)?|go|goes|run|runs|ran|running|extend(?:s|ed|ing)?|anywhere|anything|priced|costs?|costing|aged?|ages)"
    rf"\s+(?:anywhere\s+)?(?:in\s+(?:age|size|price|value|length|height|weight)\s+)?(?:from\s+|at\s+)?(?:about\s+|the\s+)?{SIGN}$"
)
# In front of figures that are no range: a change, a result, odds.
CHANGE = pattern(
    rf"\b(?:from|by|rose|fell|cut|raised|lowered|won|lost|beat|lead|leads|led|voted?|vote|defeat|down|up|odds|outnumber\w*)\s+(?:of\s+)?(?:about\s+)?{SIGN}$"
)
AGAINST = frozenset(
    {
        "vote",
        "goal",
        "point",
        "seat",
        "run",
        "game",
        "set",
        "try",
        "majority",
        "margin",
        "odds",
        "win",
        "victory",
        "lead",
        "one",
    }
)
MOVED = pattern(r"\b(?:rose|risen|rais\w+|increas\w+|doubl\w+|went|gone|chang\w+|moved?|by)\b")
FALLING = pattern(r"\b(?:fell|fall\w*|drop\w*|cut|slash\w*|reduc\w*|lower\w*|declin\w*|down|reverse\w*|count\w*)\b")


def relate(story: Story) -> Iterator[Relation]:
    """The two figures of a range where they weren't read as one, since the first is the larger."""
    for low, high in story.pairs(*KINDS):
        between = story.between(low, high)
        if len(between) > 30 or not _alike(low, high):
            continue
        before = story.before(low)
        if (AND.fullmatch(between) and BETWEEN.search(before)) or (
            TO.fullmatch(between) and low.amount.low > high.amount.low and _is_range(story, low, high, before)
        ):
            first = low
            if low.amount.unit != high.amount.unit:  # told with the second alone
                first = low._replace(kind=high.kind, value=low.amount._replace(unit=high.amount.unit))
            parts: Parts = {"low": first, "high": high, "least": _plainly(first), "most": _plainly(high)}
            yield Relation("range", parts, low.sentence, each_way(low, high))


def _plainly(fact: Fact) -> Amount:
    """As written: of the two ends of a range neither is rounded past the other."""
    return bare(fact) if fact.amount.bound == "=" else fact.amount


def _is_range(story: Story, low: Fact, high: Fact, before: str) -> bool:
    """Does a word say so, or the one unit that both share ("10 to 12 metres")?"""
    if FALLING.search(story.words(low.sentence)):
        return False
    if RANGES.search(before):
        return True
    if " per " in high.amount.unit.name and low.kind == "money" and not MOVED.search(story.words(low.sentence)):
        return True
    if low.kind == high.kind == "percent":  # "won by 70.4% to 29.6%"
        return False
    one_unit = " " not in low.text and high.kind in ("quantity", "percent") and not high.text[-1].isdigit()
    return one_unit and not CHANGE.search(before) and head(high) not in AGAINST and "to" in story.between(low, high)


def _alike(a: Fact, b: Fact) -> bool:
    if not (isinstance(a.value, Amount) and isinstance(b.value, Amount)):
        return False
    first, second = a.value, b.value
    if not (first.low > 0 and second.low > 0 and first.low == first.high):
        return False
    if b.kind in ("age", "duration") and a.kind != "number" and first.unit != second.unit:
        return False  # "13 years to 7 months"
    if "age" in (a.kind, b.kind):  # "between 11 and 5" of children; "between 18 and 12 degrees"
        return a.kind in ("age", "number") and second.low == second.high and second.low < first.low
    if (b.kind == "number" and a.kind != "number") or (a.kind != "number" and a.kind != b.kind):
        return False
    per = a.kind == "money" and second.unit.name.startswith(f"{first.unit.name} per ")
    return a.kind == "number" or first.unit.fits(second.unit) or per


RELATION = RelationKind(
    about="The two ends of a range (*between … and …*, *from … to …*), where the first is given as the larger.",
    parts={"low": "figure", "high": "figure", "least": "figure", "most": "figure"},
    relate=relate,
)
