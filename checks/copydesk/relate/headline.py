"""The headline's figures, and what the body has of them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.late import late
from copydesk.model import Fact, Relation
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import Source, about, comparable, content, contradicts, head, matches, of_people, one_noun, summed
from copydesk.ties import each_way, last_place, slip, swapped

UNCOUNTED = late(
    r"(?:an?|the|more(?! than)|another|no|none|nobody|no one|one|some|half|1)\b(?![.,]\d|-)", re.IGNORECASE
)
KINDS = ("count", "number", "money", "percent", "quantity", "age")
# What a headline tells stands in the first sentences of the story.
FIRST_SENTENCES = 4
# So many people a headline may count that the story names one by one.
A_FEW = 10
# A figure that is no slip of the other must at least be about as large to be the same thing.
FACTOR = 2
# Unless so many words around it are those of the headline, in the story's first sentence.
ALIKE = 3


def relate(story: Story) -> Iterator[Relation]:
    """Each figure of the headline with the one in the first sentences that says the same, or else says it of the same thing."""
    headline = [fact for fact in story.kinds(*KINDS) if fact.block == "headline"]
    if not headline:
        return
    body = [fact for fact in story.facts if fact.block != "headline"]
    if not body:
        return
    source = Source(body, story.text)
    for fact in headline:
        if UNCOUNTED.match(fact.text):
            continue
        there = _there(story, fact, headline, source)
        if there is not None:
            parts: Parts = {"here": fact, "there": there}
            yield Relation("headline", parts, fact.sentence, each_way(fact, there))


def _there(story: Story, fact: Fact, headline: list[Fact], source: Source) -> Fact | None:
    repeating = source.repeating(fact)
    if repeating:
        return next((other for other in repeating if not contradicts(fact.amount, other.amount)), None)
    if source.has(fact) or summed(fact, source.alike(fact)) or fact.amount.is_bound:
        return None
    opening = {sentence for sentence, _ in _opening(story)}
    rivals = [other for other in source.alike(fact) if other.sentence in opening and _same_thing(fact, other)]
    rivals = [other for other in rivals if other.amount.low not in _sums(headline, fact)]
    if fact.amount.low <= A_FEW and _told_singly(story, fact, opening):
        return None
    return max(
        rivals, key=lambda other: (slip(fact.amount.low, other.amount.low), len(_shared(fact, other))), default=None
    )


def _told_singly(story: Story, fact: Fact, opening: set[object]) -> bool:
    """Does the story tell of single people ("a man of 48"), whom the headline may have counted?"""
    people = bool(fact.role) or of_people(head(fact)) or not fact.of
    return people and any(
        other.sentence in opening and (other.kind == "age" or (other.kind == "count" and UNCOUNTED.match(other.text)))
        for other in story.kinds("age", "count")
    )


def _sums(headline: list[Fact], fact: Fact) -> set[Decimal]:
    """What the figure and others of the headline make together ("2 adults, 2 teens")."""
    others = [other.amount.low for other in headline if other is not fact and comparable(fact, other)]
    return {fact.amount.low + other for other in others} | {fact.amount.low + sum(others)}


def _opening(story: Story) -> list[tuple[object, object]]:
    found = [(span, facts) for span, facts in story.sentences() if facts[0].block != "headline"]
    return list(found[:FIRST_SENTENCES])


def _same_thing(fact: Fact, other: Fact) -> bool:
    """Is the other figure said of the same thing: one role, one noun, or one measure amid the same words?"""
    if (
        other.part
        or other.other
        or (other.amount.is_bound and not swapped(fact.amount.low, other.amount.low))
        or not comparable(fact, other)
        or not fact.amount.low
        or not other.amount.low
    ):
        return False
    if swapped(fact.amount.low, other.amount.low) and fact.role == other.role and len(_shared(fact, other)) > 1:
        return True
    if fact.kind == "count" or other.kind == "count":
        if fact.role and other.role:
            if fact.role != other.role:
                return False
        elif not _same_noun(fact, other):
            return False
    if abs(fact.amount.low - other.amount.low) < max(last_place(fact.amount), last_place(other.amount)):
        return False
    if swapped(fact.amount.low, other.amount.low) and fact.kind == other.kind:
        return True
    if slip(fact.amount.low, other.amount.low):
        return bool(_shared(fact, other))
    if (
        fact.kind == other.kind == "count"
        and _first(other)
        and head(fact)
        and head(fact) == head(other)
        and not matches(fact.amount, other.amount)
    ):
        if len(_shared(fact, other)) >= ALIKE:
            return True
    ratio = max(fact.amount.low, other.amount.low) / min(fact.amount.low, other.amount.low)
    return ratio <= FACTOR and len(_shared(fact, other)) > 1 and not matches(fact.amount, other.amount)


def _first(fact: Fact) -> bool:
    """Does it stand in the first sentence of the story?"""
    body = next((block.start for block in fact.document.blocks if block.kind != "headline"), 0)
    return fact.sentence.start <= body


def _same_noun(a: Fact, b: Fact) -> bool:
    first, second = head(a), head(b)
    if first and second:
        return one_noun(first, second)
    return bool(_shared(a, b))


def _shared(a: Fact, b: Fact) -> frozenset[str]:
    """The content words around the one that stand around the other too."""
    text = a.document.text
    return content(text[a.sentence.start : a.sentence.end]) & about(b, 10)


RELATION = RelationKind(
    about="A figure of the headline, and the figure of the story's first sentences that is said of the same thing.",
    parts={"here": "figure", "there": "figure"},
    relate=relate,
)
