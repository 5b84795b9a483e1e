"""A figure and the same in another unit beside it: "90 kilometers (56 miles)", "31,000 feet, or 9,450 metres"."""

import re
from collections.abc import Iterator

from copydesk.model import Fact, Relation
from copydesk.story import RelationKind, Story

# What may stand between a figure and its conversion: an opening bracket, or "or", with a hedge.
OPENING = re.compile(r"\s*(?:[(\[]|,?\s*or\b|,?\s*equivalent to\b|\s+/\s*)\s*(?:about|roughly|around|some|nearly|almost|just (?:over|under))?\s*", re.I)
# After "or" the conversion must be set off, since "10 miles or 20 kilometers" may be two choices.
SET_OFF = re.compile(r"\s*(?:[),.;—–]|$)")
# Units that are compared as the same thing although the words differ; degrees of arc are no temperature.
MEASURES = ("quantity",)


def relate(story: Story) -> Iterator[Relation]:
    """Pairs of quantities of one dimension in two units, the second set off by brackets or *or*."""
    for stated, converted in story.pairs(*MEASURES):
        opening = OPENING.fullmatch(story.between(stated, converted))
        if opening and _in_two_units(stated, converted) and SET_OFF.match(story.after(converted)):
            yield Relation("conversion", {"stated": stated, "converted": converted}, stated.sentence)


def _in_two_units(a: Fact, b: Fact) -> bool:
    return a.amount.unit.fits(b.amount.unit) and a.amount.unit.name != b.amount.unit.name and bool(a.amount.unit.dimension)


RELATION = RelationKind(
    about="A figure and the same figure in another unit, in brackets or after *or*.",
    parts={"stated": "figure", "converted": "figure"},
    relate=relate,
)
