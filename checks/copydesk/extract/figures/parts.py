"""Bare figures that are parts of a whole told before them, or go on from it, and leave out its noun: "40,000 homes: 22,000 in the north",
"of 480 hives, 120 were empty", "seven were convicted and four acquitted", "half of the 40 shops, 20 in all"."""

from copydesk.extract.figures.mention import Mention
from copydesk.lexicon.nouns import PAST, VERBS
from copydesk.lexicon.numbers import SCALES
from copydesk.tokens import Page

LINKS = frozenset({",", ";", "and", "but", "while", "or", "—", "–"})
PLACED = frozenset("in at from for on of under near against with to".split())
# What is said of so many, right behind them: "four were", "four acquitted", "four still in hospital".
SAID = VERBS | PAST | frozenset("did could will would still also later already".split())
LEADING = frozenset("of among".split())
SMALL = frozenset("the its their all some about these those his her".split())
TOGETHER = (["in", "all"], ["in", "total"], ["all", "told"], ["altogether"])
# A whole is looked for so many mentions back, and in the sentence before.
BACK = 3


def named(page: Page, before: list[Mention], bare: Mention) -> Mention:
    """A bare figure with the noun of an earlier one that it goes with; itself where there is none."""
    found = _of_a_sum(page, before, bare) or _beside(page, before, bare)
    if found is None:
        return bare
    whole, part = found
    said = bare.amount._replace(unit=whole.amount.unit)
    return bare._replace(kind=whole.kind, of=whole.of, amount=said, part=part)


def _of_a_sum(page: Page, before: list[Mention], bare: Mention) -> tuple[Mention, bool] | None:
    """ "48 million euros, of which the state paid 30 million and the county 18 million"."""
    if page.lower[bare.last] not in SCALES or "which" not in page.vocabulary:
        return None
    start = page.sentence_at(page.starts[bare.first]).start
    for whole in reversed(before[-BACK:]):
        if whole.kind == "money" and not whole.part:
            between = page.lower[whole.last + 1 : bare.first]
            found = page.starts[whole.first] >= start and ["of", "which"] in (between[:2], between[1:3])
            return (whole, True) if found else None
    return None


def _beside(page: Page, before: list[Mention], bare: Mention) -> tuple[Mention, bool] | None:
    """The earlier figure, and whether the bare one is certainly a part of it."""
    lead, behind = page.lower[bare.first - 1], page.lower[bare.last + 1 : bare.last + 3]
    start = page.sentence_at(page.starts[bare.first]).start
    counts = [m for m in before[-BACK:] if m.kind == "count" and m.of and page.starts[m.first] >= start]
    if not counts:
        whole = _told_before(page, before, bare) if _is_subject(behind) else None
        return (whole, False) if whole else None
    larger = [m for m in counts if m.amount.high > bare.amount.high]
    if lead == "leaving" or (lead == ":" and PLACED.intersection(behind[:1])):
        return (larger[-1], True) if larger else None
    if lead not in LINKS:
        return None
    if behind in TOGETHER or behind[:1] in TOGETHER:
        return (counts[-1], True) if any(m.part for m in counts[-2:]) else None
    if not _is_subject(behind):
        return None
    if larger and _opens_with_whole(page, larger[0]):
        return larger[0], True
    return (counts[-1], counts[-1].part) if _is_subject(_behind(page, counts[-1])) else None


def _is_subject(behind: list[str]) -> bool:
    """Does a verb stand right behind?"""
    return bool(behind) and (behind[0] in SAID or (behind[0].endswith("ed") and len(behind[0]) > 4))


def _behind(page: Page, mention: Mention) -> list[str]:
    at = mention.last + 1
    while at < len(page) and page.lower[at].removesuffix("s") in mention.of or page.lower[at] == "people":
        at += 1
    return page.lower[at : at + 1]


def _opens_with_whole(page: Page, whole: Mention) -> bool:
    """ "Of 480 hives", "among the 12 guests": at the beginning of its sentence."""
    at, start = whole.first - 1, page.index_at(page.sentence_at(page.starts[whole.first]).start)
    while at > start and page.lower[at] in SMALL:
        at -= 1
    return at == start and page.lower[at] in LEADING


def _told_before(page: Page, before: list[Mention], bare: Mention) -> Mention | None:
    """At the beginning of a sentence: the one count of the sentence before that is more."""
    here = page.sentence_index(page.starts[bare.first])
    if page.starts[bare.first] != page.sentences[here].start or not here:
        return None
    start = page.sentences[here - 1].start
    there = [m for m in before[-BACK:] if page.starts[m.first] >= start and m.kind == "count" and m.of]
    return there[0] if len(there) == 1 and there[0].amount.low >= bare.amount.high else None
