"""Before, after and by how much, told apart by the words in front of them rather than by their order: "lost 20 percent of its value, falling
from $50 to $40"; "84, which is 16 fewer than the 100 of 2022"; "fell 166 points, or 1.4 percent, to 11,824"."""

from collections.abc import Iterator
from typing import NamedTuple

from copydesk.amounts import PERCENT, Amount, written
from copydesk.late import pattern
from copydesk.model import Fact, Span
from copydesk.story import Story
from copydesk.support import head
from copydesk.ties import single

VALUES = ("count", "number", "money", "quantity", "percent")
RISE = (
    r"(?:rose|risen|rises?|rising|raised?|grew|grown|growth|grows|growing|increas\w+|up|jump\w*|climb\w*|gain\w*|soar\w*|surg\w+|advanc\w+|higher|leap\w*|more|widen\w+|add\w*"
    r"|lift\w*|expand\w+|swell\w*|swelled|improv\w+|put\s+up|pushed)"
)
FALL = (
    r"(?:fell|fallen|falls?|falling|drop\w*|decreas\w+|declin\w+|down|slip\w*|slid|slump\w*|plung\w+|tumbl\w+|shrank|shrunk|shrink\w*|contract\w+|lower\w*|less|fewer|cut|cuts"
    r"|cutting|narrow\w+|reduc\w+|eas\w+|sank|dip\w*|lost|los\w+|shed|shav\w+|slash\w+|trimm\w+)"
)
# The words right before each of the three.
FROM = pattern(
    r"\b(?:from|compared\s+(?:with|to)|against|versus|than|than\s+the|than\s+last\s+year’?'?s)\s+(?:the\s+|a\s+|an\s+|just\s+|only\s+|about\s+|its\s+|revised\s+|record\s+|previous\s+|original\s+|current\s+|[a-z]+(?:’s|'s)\s+)*$"
)
TO = pattern(
    r"\b(?:to|at|is|are|was|were|reached|totall?ed|hit|now|be|costs?|stands|with|has|have|had|of)\s+(?:about\s+|just\s+|only\s+|a\s+|an\s+|the\s+|record\s+|close\s+at\s+|finish\s+at\s+|end\s+at\s+|now\s+|expected\s+to\s+reach\s+)*$"
)
BY = pattern(
    rf"\b(?:by|{RISE}|{FALL})\b(?:\s+(?:by|another|a|an|further|about|nearly|some|just|only|full|more\s+than|the|his|its|their|or))*\s*$"
)
BY_NOUN = pattern(
    rf"(?:\b(?:or|an?|the)\s+(?:[\w-]+\s+){{0,3}}?)?\b(?:{RISE}|{FALL}|rise|fall|drop|change|loss|jump|cut)\s+of\s+(?:about\s+|nearly\s+|some\s+|just\s+)?$|,\s+(?:or\s+)?an?\s+$|\bor\s+$"
)
BY_BEHIND = pattern(rf"\s*(?:[\w-]+\s+)?(?:{RISE}|{FALL}|increase|decrease|rise|fall|drop|decline|jump|cut|gain)\b")
# Another footing than that of the two figures.
FOOTING = pattern(
    r"\b(?:constant\s+currenc\w+|(?:after|for|of|excluding|above|below)\s+inflation|inflation-|adjusted|excluding|stripping|like-for-like|per\s+share|a\s+share|annuali[sz]ed|rate\s+of|annual\s+rate|real\s+terms|organic|on\s+average|same-store|about\s+the\s+same|comparable)\b"
)
AGO = pattern(r"\b(?:against|compared|versus)\b[^.;]*\b(?:year|month|week)s?\s+(?:ago|earlier|before)\b")
CLAIM = pattern(rf"\b(?:by|{RISE}|{FALL})\b")
# "Fell 166 points, or 1.4 percent, to 11,824".
INDEX = pattern(
    rf"(?P<verb>{RISE}|{FALL})\s+(?:by\s+|about\s+|a\s+further\s+|another\s+)?(?P<by>@)(?:\s+\w+)?\s*(?:,\s+or\s+|\s+\(|,\s+)(?P<percent>@)\)?\s*,?\s+(?:to|at|closing\s+at|ending\s+at)\s+(?:[a-z]+\s+){{0,3}}(?P<after>@)"
)
# "Fell to 5.4 percent from 5.6, while youth unemployment rose two points": the change of something else.
ANOTHERS = pattern(rf"\b(?:while|whereas|but|although|though|even\s+as)\b[^.;]*\b(?:{RISE}|{FALL})\b")
RISES, FALLS = pattern(rf"\b{RISE}\b"), pattern(rf"\b{FALL}\b")


class Turn(NamedTuple):
    """A change: `by` is a percentage, a fraction, points, or a difference in the unit of the two."""

    by: Fact
    before: Fact
    after: Fact
    wrong_way: bool = False


def turns(story: Story) -> Iterator[Turn]:
    """Sentences whose three figures are a figure before, one after, and the change."""
    for sentence, facts in story.sentences(3):
        figures = [
            fact for fact in facts if fact.kind in VALUES and isinstance(fact.value, Amount) and not _is_year(fact)
        ]
        if len(figures) != 3 or figures[0].block == "headline":
            continue
        figures = [_compared(fact) for fact in figures]
        words = story.words(sentence)
        if not CLAIM.search(words) or FOOTING.search(words):
            continue
        turn = _roles(story, figures)
        if turn is not None:
            yield turn


def _compared(fact: Fact) -> Fact:
    """ "16 fewer than the 120": no bound, but the figure itself."""
    if fact.amount.is_bound and " than the " in fact.text:
        value = written(fact.amount.low, unit=fact.amount.unit)
        start = fact.span.end - len(fact.text.partition(" than the ")[2])
        return fact._replace(span=Span(start, fact.span.end), value=value)
    return fact


def _is_year(fact: Fact) -> bool:
    return fact.kind == "number" and fact.text.isdigit() and 1900 < fact.amount.low < 2100


def _roles(story: Story, figures: list[Fact]) -> Turn | None:
    before = [fact for fact in figures if FROM.search(story.before(fact, 40)) and fact.amount.low >= 0]
    if len(before) != 1:
        return None
    others = [fact for fact in figures if fact is not before[0]]
    claims = [fact for fact in others if _may_be_by(story, fact, before[0])]
    if len(claims) == 2:
        claims = [fact for fact in claims if not TO.search(story.before(fact, 30))]
    if len(claims) != 1:
        return None
    after = others[0] if others[1] is claims[0] else others[1]
    if claims[0] is figures[-1] and ANOTHERS.search(story.between(figures[1], claims[0])):
        return None
    if not _one_unit(before[0], after) or not _same_noun(before[0], after):
        return None
    if not is_share(claims[0]) and not _difference(story, claims[0], before[0], after):
        return None
    return Turn(claims[0], before[0], after, _wrong_way(story, claims[0], before[0], after))


def _wrong_way(story: Story, by: Fact, before: Fact, after: Fact) -> bool:
    """Does the sentence say that it fell, and the figures that it rose, or the reverse?"""
    words = story.words(by.sentence)
    rises, falls = bool(RISES.search(words)), bool(FALLS.search(words))
    if rises == falls or not (single(before) and single(after)):
        return False
    return after.amount.low < before.amount.low if rises else after.amount.low > before.amount.low


def _difference(story: Story, by: Fact, before: Fact, after: Fact) -> bool:
    """Is the change told in the unit of the two, or in points; and are these of the same two times?"""
    if not (single(by) and AGO.search(story.words(by.sentence)) is None):
        return False
    return (
        by.kind == before.kind or before.kind == "percent" or {by.kind, before.kind, after.kind} <= {"count", "number"}
    )


def _may_be_by(story: Story, fact: Fact, before: Fact) -> bool:
    """A percentage or fraction, points of percentages, or a difference; and said to be a change."""
    words = story.before(fact, 50)
    said = BY.search(words) or BY_NOUN.search(words) or BY_BEHIND.match(story.after(fact, 30))
    if not said:
        return False
    return (
        is_share(fact)
        or (fact.kind == "count" and head(fact) == "point")
        or _one_unit(fact, before)
        or "cent" in fact.amount.unit.name
    )


def is_share(fact: Fact) -> bool:
    """A percentage, or a fraction in words."""
    return fact.kind == "percent" or (
        fact.kind in ("count", "number") and 0 < fact.amount.low == fact.amount.high < 1 and head(fact) != "point"
    )


def _same_noun(before: Fact, after: Fact) -> bool:
    return not (head(before) and head(after)) or head(before) == head(after)


def _one_unit(a: Fact, b: Fact) -> bool:
    """The second figure of two may leave its unit out."""
    if a.kind == b.kind or {a.kind, b.kind} == {"count", "number"}:
        return a.amount.unit.name.partition(" per ")[0] == b.amount.unit.name.partition(" per ")[0]
    return "number" in (a.kind, b.kind) and PERCENT.name not in (a.amount.unit.name, b.amount.unit.name)


class Step(NamedTuple):
    """So many points, or so many percent, to a figure."""

    by: Fact
    percent: Fact
    after: Fact
    rises: bool


def steps(story: Story) -> Iterator[Step]:
    """ "Fell 166 points, or 1.4 percent, to 11,824"."""
    if not story.mentions("percent", "per cent", "%", "pct"):
        return
    for sentence, facts in story.sentences(3):
        figures = [fact for fact in facts if fact.kind in VALUES and isinstance(fact.value, Amount)]
        if len(figures) < 3 or not any(fact.kind == "percent" for fact in figures):
            continue
        words, places = story.outline(sentence, figures)
        for found in INDEX.finditer(words):
            by, percent, after = (places[found.start(name)] for name in ("by", "percent", "after"))
            plain = all(
                fact.amount.low == fact.amount.high and not fact.amount.is_bound for fact in (by, percent, after)
            )
            if (
                plain
                and percent.amount.unit == PERCENT
                and by.kind != "percent" != after.kind
                and after.amount.low > by.amount.low
            ):
                yield Step(by, percent, after, bool(RISES.fullmatch(found["verb"])))
