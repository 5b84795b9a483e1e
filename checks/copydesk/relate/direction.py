"""Which way a figure went, against the two figures: "rose to 40 from 50"; and a profit that is a loss elsewhere."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from copydesk.amounts import written
from copydesk.late import pattern
from copydesk.model import Fact, Relation, Repair, Span
from copydesk.relate.results.sets import turned
from copydesk.relate.turns import way_words as wording
from copydesk.relate.turns.compared import compared
from copydesk.relate.turns.spelled import figures, in_one_unit
from copydesk.relate.turns.when import pairs
from copydesk.story import SPAN, Parts, RelationKind, Story
from copydesk.support import is_bare
from copydesk.ties import bare, digits, single, turned_round

UP_TO, MOVED = (
    "up to ",
    pattern(r"\b(?:edg\w+|inch\w+|crept|tick\w+|went|go(?:es)?|gone|mov\w+|shot|push\w+|put|c[ao]me)\s+$"),
)
# Figures further apart than this are not in one scale ("from 1.5 to 1.2 million").
SCALE = 5
ROUNDED = Decimal("1.02")
# What a sum of money is: made or lost, too much or too little.
Signs = tuple[re.Pattern[str], re.Pattern[str]]
SIGNS: tuple[Signs, ...] = tuple(
    (pattern(rf"\b(?:{made})\s+(?:of|was|were|came\s+to|totall?ed|reached)\s+(?:about\s+)?$"), pattern(rf"\b(?:{lost})\s+(?:of|was|were|came\s+to|totall?ed|reached)\s+(?:about\s+)?$"))
    for made, lost in ((r"profits?", r"loss(?:es)?"), (r"surplus(?:es)?", r"deficits?"))
)  # fmt: skip
# Another period, another firm, or a turn from the one to the other.
ANOTHER = pattern(
    r"\b(?:compared|against|from|after|versus|swung|swing|turn(?:ed|ing)?|rather|instead|not|forecast|expected|predicted|(?:year|quarter|month)s?\s+(?:ago|earlier|before)|(?:last|previous|next|prior)\s+\w+|in\s+(?:19|20)\d\d|first|second|third|fourth|unit|subsidiary|division)\b"
)
DIGITS = 2


def relate(story: Story) -> Iterator[Relation]:
    if story.mentions(*wording.VERBS):
        yield from _ways(story)
    for pair in compared(story):
        yield from _way(story, *pair)
    if story.mentions("profit", "surplus") and story.mentions("loss", "deficit"):
        yield from _signs(story)
    if story.kinds("score"):
        yield from _sets(story)


def _sets(story: Story) -> Iterator[Relation]:
    """ "Beat Okada in straight sets", and a set that went to Okada."""
    for said, winner, loser in turned(story):
        parts: Parts = {
            "said": _words(story, winner, *said),
            "against": _words(story, winner, winner.span.start, loser.span.end),
            "before": winner,
            "after": loser,
            "lower": loser,
            "higher": winner,
        }
        yield Relation("direction", parts, winner.sentence)


def _ways(story: Story) -> Iterator[Relation]:
    """A verb that says up or down, with the figure before and the one after."""
    for sentence, facts in story.sentences():
        told = story.words(sentence)
        if not ("from " in told or " to " in told):
            continue
        found = [_moved(story, fact) for fact in figures(facts)]
        if len(found) < 2:
            continue
        words, places = story.outline(sentence, found)
        if wording.TURNED.search(words):
            continue
        for before, after, way in _by_form(story, words, places) if "from " in told else _by_time(story, found):
            if not (is_bare(before) and is_bare(after) and wording.RANKED.search(words)):
                yield from _way(story, before, after, way, bool(wording.IS_UP.fullmatch(way)))


def _by_form(story: Story, words: str, places: dict[int, Fact]) -> Iterator[tuple[Fact, Fact, str]]:
    for shape in wording.SHAPES:
        for found in shape.finditer(words):
            before, after = places[found.start("before")], places[found.start("after")]
            of_time = "duration" in (before.kind, after.kind) and wording.PACE.fullmatch(found["way"])
            if not of_time and not wording.PART_OF.search(story.before(after, 30)):
                yield before, after, found["way"]


def _by_time(story: Story, told: list[Fact]) -> Iterator[tuple[Fact, Fact, str]]:
    """ "Exports, worth 88 billion in 2022, climbed to 96 billion in 2023": which of the two was first is told by their times."""
    if len(told) != 2:
        return
    for before, after, tied in pairs(story, told):
        found = wording.TO_IT.search(story.before(after, 60))
        if found and tied:
            yield before, after, found["way"]


def _moved(story: Story, fact: Fact) -> Fact:
    """ "Edged up to 5.6 percent" is no bound."""
    if not (fact.amount.is_bound and fact.text.lower().startswith(UP_TO) and MOVED.search(story.before(fact, 14))):
        return fact
    span = Span(fact.span.start + len(UP_TO), fact.span.end)
    return fact._replace(span=span, value=written(fact.amount.low, unit=fact.amount.unit))


def _way(story: Story, before: Fact, after: Fact, way: str, rises: bool) -> Iterator[Relation]:
    """One relation, if the two are plain figures of one unit and in one scale."""
    now = in_one_unit(after, before)
    was = before if now else in_one_unit(before, after)
    now = now or after
    if was is None or was is now or not min(was.amount.low, now.amount.low) > 0:
        return
    lower, higher = (was, now) if rises else (now, was)
    if max(was.amount.low, now.amount.low) >= SCALE * min(was.amount.low, now.amount.low):
        return
    first, last = sorted((was, now), key=SPAN)
    at = story.text.rfind(way, first.sentence.start, first.span.start)
    at = at if at >= 0 else story.text.index(way, first.span.end)
    near = lower.amount.low <= higher.amount.low * ROUNDED  # so little may be the rounding of one of them
    parts: Parts = {
        "said": _words(story, first, at, at + len(way)),
        "against": _words(story, first, first.span.start, last.span.end),
        "before": before,
        "after": after,
        "lower": lower.amount if near else bare(lower),
        "higher": higher.amount if near else bare(higher),
    }
    turned = turned_round(first, last)
    opposites = wording.OPPOSITES
    repairs = (turned, Repair(way, opposites[way])) if way in opposites else (turned,)
    yield Relation("direction", parts, first.sentence, repairs)


def _words(story: Story, beside: Fact, start: int, end: int) -> Fact:
    """A stretch of the text as a statement of its own, without a value."""
    return Fact("number", Span(start, end), story.document, block=beside.block, sentence=beside.sentence)


def _signs(story: Story) -> Iterator[Relation]:
    """One sum of money that is a profit here and a loss there."""
    sums = [fact for fact in story.kinds("money") if single(fact) and _telling(fact)]
    for a, b in combinations(sums, 2):
        if a.amount.low != b.amount.low or a.amount.unit.name != b.amount.unit.name:
            continue
        for signs in SIGNS:
            here, there = (_signed(story, fact, signs) for fact in (a, b))
            if here and there:
                yield _sign(story, here, there)


def _signed(story: Story, fact: Fact, signs: "Signs") -> "tuple[Fact, int, int] | None":
    """The sum, 1 or -1 for made or lost, and where the word for it begins."""
    if ANOTHER.search(story.words(fact.sentence)):
        return None
    for sign, said in zip((1, -1), signs, strict=True):
        if found := said.search(story.text, max(fact.sentence.start, fact.span.start - 40), fact.span.start):
            return fact, sign, found.start()
    return None


def _sign(story: Story, here: "tuple[Fact, int, int]", there: "tuple[Fact, int, int]") -> Relation:
    (a, sign, start), (b, other, at) = here, there
    lower, higher = (bare(a), bare(b)) if sign == other else (bare(a), -bare(b))
    parts: Parts = {
        "said": _words(story, b, at, b.span.end),
        "against": _words(story, a, start, a.span.end),
        "before": a,
        "after": b,
        "lower": lower,
        "higher": higher,
    }
    return Relation("direction", parts, b.sentence)


def _telling(fact: Fact) -> bool:
    """Has the sum digits enough not to be two sums by chance?"""
    return digits(fact.amount.low) >= DIGITS


RELATION = RelationKind(
    about="Which way a figure is said to have gone, and the figures before and after; lower and higher are as the words have it.",
    parts={
        "said": "any",
        "against": "any",
        "before": "figure",
        "after": "figure",
        "lower": "figure",
        "higher": "figure",
    },
    relate=relate,
)
