"""Who won, against the figures: "passed by 52 votes to 55", "beat the Blues 2-3", "a 3-2 draw", "won with 4,120 votes, ahead of Jones on 4,310"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount, Interval, written
from copydesk.model import Fact, Relation, Span
from copydesk.relate.results import outcome_words as wording
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head
from copydesk.ties import computed, single, turned_round

KINDS = ("count", "number", "score", "quantity", "duration", "percent")
MORE, EVEN = computed(Interval(Decimal("0.001"), Decimal(10) ** 12)), written(0)


def relate(story: Story) -> Iterator[Relation]:
    for sentence, facts in story.sentences(2):
        figures = [fact for fact in facts if fact.kind in KINDS and isinstance(fact.value, Amount)]
        if len(figures) < 2 or figures[0].block == "headline":
            continue
        words, places = story.outline(sentence, figures)
        told = [found for shape in wording.SHAPES if (found := shape.search(words))]
        in_sets = wording.BEAT_IN_SETS.search(words)
        if (told or in_sets) and not wording.NOT_SO.search(story.words(sentence)):
            for found in told:
                yield from _told(found, places)
            if in_sets:
                yield from _in_sets(in_sets, places)


def _told(found: "re.Match[str]", places: dict[int, Fact]) -> Iterator[Relation]:
    how = next(name for name in ("more", "fewer", "even") if name in found.groupdict())
    winner, other = places[found.start(how)], places[found.start("other")]
    if _comparable(winner, other):
        lead = winner.amount.low - other.amount.low if how != "fewer" else other.amount.low - winner.amount.low
        yield _relation(_said(found, places), winner, other, lead, EVEN if how == "even" else MORE)


def _in_sets(found: "re.Match[str]", places: dict[int, Fact]) -> Iterator[Relation]:
    """Sets or frames, the winner's games first: of more of them than the other has won."""
    sets = re.finditer(wording.SET, found.string[: found.end("sets")])
    told = [places[at] for one in sets if one.start() >= found.start("sets") for at in (one.start(), one.end() - 1)]
    ahead = [a.amount.low - b.amount.low for a, b in zip(told[::2], told[1::2], strict=True)]
    won = sum(each > 0 for each in ahead) - sum(each < 0 for each in ahead)
    if all(ahead):
        yield _relation(_said(found, places), told[0], told[-1], Decimal(won), MORE)


def _said(found: "re.Match[str]", places: dict[int, Fact]) -> Fact:
    """The words that say who won, as a statement of their own."""
    beside = next(iter(places.values()))
    longer = sum(len(fact.text) - 1 for at, fact in places.items() if at < found.start("said"))  # than their signs
    start = beside.sentence.start + found.start("said") + longer
    span = Span(start, start + len(found["said"]))
    return Fact("number", span, beside.document, block=beside.block, sentence=beside.sentence)


def _comparable(a: Fact, b: Fact) -> bool:
    """Two plain figures in one unit, and of one noun if both have one."""
    if not (single(a) and single(b)) or a.amount.unit.name != b.amount.unit.name or a.part or b.part:
        return False
    return not (head(a) and head(b)) or head(a) == head(b)


def _relation(said: Fact, winner: Fact, loser: Fact, lead: Decimal, expected: Amount) -> Relation:
    parts: Parts = {"said": said, "winner": winner, "loser": loser, "lead": written(lead), "expected": expected}
    turned = turned_round(winner, loser)
    return Relation("outcome", parts, said.sentence, (turned,))


RELATION = RelationKind(
    about="Who is said to have won, or that nobody did, and the figures of the two sides; lead is the winner's over the other's.",
    parts={"said": "any", "winner": "figure", "loser": "figure", "lead": "figure", "expected": "figure"},
    relate=relate,
)
