"""This article's figures and dates, and what the text that it is checked against has of them.

A headline or summary says again, in fewer words, what its source says; a figure or date that the source neither states nor lets one
work out was made up or mistyped.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount, Interval
from copydesk.extract import read_facts
from copydesk.model import Fact, Relation
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import Source, about, derived, moment_stated, next_word
from copydesk.ties import computed

# "A man", "no one": nobody looks for the figure of these; "one" and "some" are said of nearly anything.
UNCOUNTED = re.compile(r"(?:an?|the|more|another|no|none|nobody|no one|one|some|half|1)\b(?![.,]\d)", re.IGNORECASE)
# Machine-made sentences set hyphens apart ("a two - year deal").
APART = re.compile(r"\s?-\s?(year|month|week|day|hour|minute|time)\b", re.IGNORECASE)
A_SENTENCE = (".", "!", "?", '"', "”")
# A longer text is no summary: it may say what the source doesn't.
SUMMARY_AT_MOST = 160
# So many words must the surroundings of a number share with those in the source for a number said of many things.
SHARED = 3
SMALL = 20


def relate(story: Story) -> Iterator[Relation]:
    """One relation a figure or date, with the source's nearest figures and how many places of it bear this one out."""
    against = story.document.counterpart
    if against is None or len(story.text.split()) > SUMMARY_AT_MOST:
        return
    source = Source(read_facts(against), against.text)
    years = None
    for fact in story.facts:
        if isinstance(fact.value, Amount) and fact.kind != "set":
            if UNCOUNTED.match(fact.text):
                continue
            stating = [other for other in source.stating(fact) if not _of_another(fact, other, source)]
            borne = len(stating) or int(_derivable(story, fact, source))
            if not borne and fact.kind == "duration" and fact.amount.unit.name == "year":
                years = source.years_apart() if years is None else years
                borne = int(_near(years, fact.amount.low))
            there = tuple(stating or source.alike(fact)[:3])
        elif fact.kind in ("date", "time"):
            borne, there = int(moment_stated(fact, source)), ()
        else:
            continue
        parts: Parts = {"here": fact, "there": there, "borne": _count(borne)}
        yield Relation("counterpart", parts, fact.sentence)


def _derivable(story: Story, fact: Fact, source: Source) -> bool:
    """Can it be worked out from the source, or does its number at least stand there?"""
    if derived(fact, source.alike(fact)):
        return True
    if fact.kind in ("count", "ordinal") and _tells(story, fact):
        return False
    return source.has(fact) and fact.kind not in ("score",)


def _tells(story: Story, fact: Fact) -> bool:
    """Does it stand in a whole sentence, not in a headline's shorthand?"""
    return story.words(fact.sentence).rstrip().endswith(A_SENTENCE)


def _of_another(claim: Fact, stated: Fact, source: Source) -> bool:
    """Is the same number in the source a number of something else? Small numbers and ordinals stand in most texts."""
    if claim.kind not in ("count", "ordinal") or claim.amount.low > SMALL or claim.document.text[claim.sentence.end - 1] not in A_SENTENCE:
        return False
    if next_word(claim) == next_word(stated) or (claim.of and stated.of and claim.of[-1] == stated.of[-1]):
        return False
    return len(about(claim) & source.content(stated.sentence)) < SHARED


def _near(years: set[int], count: Decimal) -> bool:
    return any(abs(gap - count) <= 1 for gap in years)


def _count(number: int) -> Amount:
    return computed(Interval(Decimal(number), Decimal(number)))


RELATION = RelationKind(
    about="A figure or date here, those there that say it (or else the nearest), and how many places there bear it out.",
    parts={"here": "any", "there": "any", "borne": "figure"},
    relate=relate,
)
