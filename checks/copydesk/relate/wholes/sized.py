"""Wholes that their own words size, with all their parts beside them: "the 54-seat council has 28 Labour members, 17 Tories and nine others",
"120 jobs are split 70 in Leeds, 30 in Hull and 20 in York", "12mm on Friday, 30mm on Saturday and 8mm on Sunday, 50mm in three days".

Parts that come to less may leave some out; those that come to more can't.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.relate.wholes.pairs import added, one_key
from copydesk.story import Story
from copydesk.support import head
from copydesk.ties import one_slip, single, slip

KINDS = ("count", "number", "money", "quantity")
SIZE = r"(?:seat|strong|member|person|man|woman|piece|bed|room|place|pupil|player|question|nation|country|state|county|vessel|ship|car|storey|story)"
ITEM = r"@[^@.;:()]{1,45}?"
PARTS = rf"(?P<parts>{ITEM}(?:,\s+{ITEM})*,?\s+and\s+@[^@.;:()]{{1,40}}?)"
SPLIT = r"(?:split|divided|shared)(?:\s+(?:up|out))?"
SHAPES = tuple(
    pattern(shape, words=words)
    for shape, words in (
        # "The 54-seat council has 28 Labour members, 17 Tories and nine others"
        (rf"(?P<whole>@)-(?P<size>{SIZE})\b[^@.;:]{{0,40}}?\b(?:has|have|had|with|comprises?|contains?)\s+{PARTS}(?=[.;]|$)", "-"),
        # "The seats split 28 to Labour, 17 to the Tories and 9 to others in the 54-seat chamber"
        (rf"\b{SPLIT}:?\s+{PARTS}\s+in\s+the\s+(?P<whole>@)-{SIZE}\b", "split divided shared"),
        # "120 jobs are split 70 in Leeds, 30 in Hull and 20 in York"
        (rf"(?P<whole>@)\s[^@.;:]{{1,40}}?\b(?:are|were|is|was|be|been)\s+{SPLIT}:?\s+{PARTS}(?=[.;]|$)", "split divided shared"),
        # "The estate, 1,200 acres, was split in two: 700 acres went to the son and 500 to the trust"
        (rf"(?P<whole>@)[^@.;:]{{1,40}}?\b(?:are|were|is|was|be|been)\s+{SPLIT}\s+in(?:to)?\s+(?P<times>@|(?:two|three|four|five|six|seven)\b)(?:\s+[a-z]+)?:\s+{PARTS}(?=[.;]|$)", "split divided shared"),
        # "12mm on Friday, 30mm on Saturday and 8mm on Sunday, 50mm in three days"
        (rf"{PARTS},\s+(?:or\s+)?(?P<whole>@)[^@.;:,]{{0,12}}\s(?:in|over)\s+(?:the\s+|all\s+|those\s+)?(?P<times>@|two|three|four|five|six|seven)\s*(?:days|nights|weeks|weekends|months|years|games|matches|rounds|quarters)\b", "in over"),
    )
)  # fmt: skip
# Nobody is of both; with the others nobody is left out. Lawyers may be parents.
SEXES = frozenset("woman man girl boy female male".split())
OTHERS = pattern(r"@\s+(?:others?|independents?)\b", words="other independent")
TIMES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
HEDGED = pattern(
    r"\b(?:including|such\s+as|among|at\s+least|more\s+than|up\s+to|both|average|each|of\s+(?:them|whom|which))\b"
)


def sized(story: Story) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """Each such whole with its parts, where they make it or but one slip keeps them from it."""
    for sentence, facts in story.sentences(3):
        told = [fact for fact in facts if fact.kind in KINDS and single(fact)]
        if len(told) < 3 or facts[0].block == "headline":
            continue
        words, places = story.outline(sentence, told)
        for shape in SHAPES:
            for found in shape.finditer(words):
                whole = places.get(found.start("whole"))
                parts = tuple(places[at] for at in range(*found.span("parts")) if at in places)
                if whole and len(parts) > 1 and not HEDGED.search(found.group()) and _are_all(found, places, parts):
                    if _comes_to(whole, parts, found):
                        yield whole, parts


def _are_all(found: "re.Match[str]", places: dict[int, Fact], parts: tuple[Fact, ...]) -> bool:
    """Do the words leave it open whether some are counted twice, or days left out? Seats are of one party each."""
    groups = found.groupdict()
    if "times" in groups:
        times = places.get(found.start("times"))
        return len(parts) == (times.amount.low if times else TIMES.get(groups["times"].lower()))
    if groups.get("size") and groups["size"].lower() != "seat":
        return {head(fact) for fact in parts} <= SEXES or OTHERS.search(groups["parts"]) is not None
    return True


def _comes_to(whole: Fact, parts: tuple[Fact, ...], found: "re.Match[str]") -> bool:
    if len({fact.amount.unit.name for fact in (whole, *parts)} - {""}) > 1:
        return False
    off = added(parts) - whole.amount.low
    numbered = "times" in found.groupdict()
    all_of_them = (
        numbered
        or {head(fact) for fact in parts} <= SEXES
        or OTHERS.search(found["parts"])
        or whole.span > parts[-1].span
    )
    return not off or bool(off > 0 or all_of_them) and one_key(_mistyped, whole, parts)


def _mistyped(a: Decimal, b: Decimal) -> bool:
    return slip(a, b) or (a == int(a) and b == int(b) and one_slip(int(a), int(b)))
