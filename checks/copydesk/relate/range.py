""" "Between 17 and 19": the two ends of a range."""

import re
from collections.abc import Iterator

from copydesk.model import Fact, Relation
from copydesk.story import RelationKind, Story

BETWEEN = re.compile(r"\bbetween\s+(?:[A-Z]{0,2}[$£€]\s*)?$", re.IGNORECASE)
AND = re.compile(r"[\s\w]{0,20}\s+and\s+(?:[A-Z]{0,2}[$£€]\s*)?", re.IGNORECASE)


def relate(story: Story) -> Iterator[Relation]:
    """The two figures of "between … and …" where they weren't read as one, since the first is the larger."""
    for low, high in story.pairs("count", "number", "quantity", "money", "percent"):
        if BETWEEN.search(story.before(low)) and AND.fullmatch(story.between(low, high)) and _alike(low, high):
            yield Relation("range", {"low": low, "high": high}, low.sentence)


def _alike(a: Fact, b: Fact) -> bool:
    first, second = a.amount, b.amount
    if b.kind == "number" or (a.kind != "number" and a.kind != b.kind):
        return False
    return (
        (a.kind == "number" or first.unit.fits(second.unit))
        and first.low > 0
        and second.low > 0
        and first.low == first.high
    )


RELATION = RelationKind(
    about="The two ends of *between … and …*, where the first is given as the larger.",
    parts={"low": "figure", "high": "figure"},
    relate=relate,
)
