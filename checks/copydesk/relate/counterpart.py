"""This article's figures and dates, and what the text that it is checked against has of them.

A headline or summary says again, in fewer words, what its source says; a figure or date that the source neither states nor lets one
work out was made up or mistyped.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount, Interval
from copydesk.extract import read_facts
from copydesk.late import late
from copydesk.model import Fact, Relation, Repair, Span
from copydesk.moments import Moment
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import (
    Source,
    about,
    derived,
    head,
    is_summary,
    moment_stated,
    next_word,
    of_one_sort,
    of_people,
    shared,
    summed,
)
from copydesk.ties import computed

# "A man", "no one": nobody looks for the figure of these; "one" and "some" are said of nearly anything.
# Of "the past …" only a number is counted: neither "the past week" nor "the past 12 months", which is a year.
UNCOUNTED = late(
    r"(?:an?|the(?!\s(?:past|last|next|coming)\s(?!(?:day|week|month|year|hour|minute|season|time)s?\b|12\smonths)\w)|more(?! than)|another"
    r"|no|none|zero|nobody|no one|one|some|half|1)\b(?![.,]\d|-)",
    re.IGNORECASE,
)
# Machine-made sentences set hyphens apart ("a two - year deal").
APART = late(r"\s?-\s?(year|month|week|day|hour|minute|time)\b", re.IGNORECASE)
AGED = late(r"\s?-\s?year\s?-\s?old\b", re.IGNORECASE)
SIDE_BEHIND, SIDE_BEFORE = late(r"\s?[-–]\s?(\d{1,3})\b"), late(r"\b(\d{1,3})\s?[-–]\s?$")
PHRASE = late(
    r"\b(?:(?:end|rest|remainder) of the season|season-long|(?:first|second|third) time|(?:hours|days|weeks|months|years) (?:before|after|later)|decades"
    r"|doubled|tripled|trebled|quadrupled|halved|twice)\b",
    re.IGNORECASE,
)
# What a text tells happened in the year up to it, whether it says so or not.
THIS_YEAR = late(r"(?:(?:earlier|later|in)\s)?(?:this|the past)\s+year|the past 12 months", re.IGNORECASE)
# "The past 50 years" end today; the years between two dates of the source don't.
UNTIL_NOW = late(r"\b(?:past|last|next|coming)\b", re.IGNORECASE)
# The second year of a season ("2010-11"), and the cars of a crash ("a two-car crash"), told by what stands around.
SEASON, CARS = late(r"\b(?:19|20)\d\d\s?[-–/]\s?$"), late(r"\s?-\s?(?:car|vehicle)\b", re.IGNORECASE)
# "Talks in '87".
SHORT_YEAR = late(r"['‘’]\d\d$")
# "Five others" bear out no five of whom the text tells.
OTHERS = late(r"\s+(?:more\s+|further\s+)?others?\b", re.IGNORECASE)
LATER = late(r"\b(?:later|ago|on)\b", re.IGNORECASE)
A_SENTENCE = (".", "!", "?", '"', "”")
# So many words must the surroundings of a number share with those in the source for a number said of many things.
SHARED = 4
SMALL = 20
# So many people a reader counts, where the source names them one by one.
A_FEW = 4
# Up to here an ordinal in a headline stands for "another one".
ORDINALS_IN_HEADLINES = 3
# A figure of the source that is more times as large is not the one that was meant.
MEANT_AT_MOST = 3
# So many years may be worked out from two dates; fewer lie between any two by chance.
LONG = 5


def relate(story: Story) -> Iterator[Relation]:
    """One relation a figure or date, with the source's nearest figures and how many places of it bear this one out."""
    against = story.document.counterpart
    if against is None:
        return
    if not is_summary(len(story.text.split()), len(against.text.split())):
        return
    source = Source(read_facts(against), against.text)
    for fact in story.facts:
        stating: list[Fact] = []
        if _shorthand(fact):
            continue
        if isinstance(fact.value, Amount) and fact.kind != "set":
            if UNCOUNTED.match(fact.text):
                continue
            stating = _stating(fact, source)
            borne = len(stating) or int(_follows(story, fact, source))
        elif fact.kind in ("date", "time"):
            borne = int(
                moment_stated(fact, source)
                or _from_and_to(fact, source)
                or bool(THIS_YEAR.fullmatch(fact.text))
                or (not _tells(fact) and bool(LATER.search(fact.text)))
            )
        else:
            continue
        there: tuple[Fact, ...] = tuple(stating or (source.alike(fact)[:3] if isinstance(fact.value, Amount) else ()))
        parts: Parts = {"here": fact, "there": there, "borne": _count(borne)}
        meant = () if borne else (Repair(fact.text, other.text) for other in there if _may_be_meant(fact, other))
        yield Relation("counterpart", parts, fact.sentence, tuple(dict.fromkeys(meant)))
    yield from _phrases(story, source)


def _from_and_to(fact: Fact, source: Source) -> bool:
    """Does the source tell where the time begins and where it ends: the first quarter, "from January to March"?"""
    if not isinstance(fact.value, Moment):
        return False
    starts, ends = ({getattr(moment, side) for moment in source.moments} for side in ("start", "end"))
    return fact.moment.start in starts and fact.moment.end in ends


def _may_be_meant(claim: Fact, stated: Fact) -> bool:
    """Is what the source has of one sort with the claim, and about as large?"""
    low, high = sorted((claim.amount.low, stated.amount.low))
    return of_one_sort(claim, stated) and low > 0 and high <= low * MEANT_AT_MOST


def _phrases(story: Story, source: Source) -> Iterator[Relation]:
    """Times and multiples told in words, which no fact with a value stands for: in a whole sentence the source must have
    the words."""
    for found in PHRASE.finditer(story.text):
        words = Span(*found.span())
        block = next((block for block in story.document.blocks if block.start <= words.start < block.end), None)
        if block is None or any(
            fact.span.start < words.end and words.start < fact.span.end
            for fact in story.facts
            if fact.kind != "ordinal" and not (fact.kind == "duration" and fact.value is None)
        ):
            continue
        told = Fact("duration", words, story.document, block=block.kind, sentence=Span(block.start, block.end))
        if _tells(told):
            parts: Parts = {"here": told, "there": (), "borne": _count(source.words.count(found.group().lower()))}
            yield Relation("counterpart", parts, told.sentence)


def _shorthand(fact: Fact) -> bool:
    """A number that says nothing of its own: a season's second year, the cars of a crash; in a headline, "2nd man" for another man."""
    text = fact.document.text
    if SEASON.search(text, max(0, fact.span.start - 8), fact.span.start) or CARS.match(text, fact.span.end):
        return True
    return fact.kind == "ordinal" and fact.amount.low <= ORDINALS_IN_HEADLINES and not _tells(fact)


def _stating(fact: Fact, source: Source) -> list[Fact]:
    """The figures of the source that say what this one says, of the same thing as far as can be told."""
    scored = _score(fact)
    if scored is not None:
        return (
            [other for other in source.figures if other.amount.low in (fact.amount.low,)]
            if scored.search(source.text)
            else []
        )
    if APART.match(fact.document.text, fact.span.end):
        kinds = ("duration", "age", "number") if AGED.match(fact.document.text, fact.span.end) else ("duration", "age")
        lasting = [other for other in source.figures if other.kind in kinds]
        return [other for other in lasting if other.amount.low == fact.amount.low]
    exact = _tells(fact) and fact.amount.low == fact.amount.high
    saying = source.repeating(fact) if exact else source.stating(fact)
    return [other for other in saying if not _of_another(fact, other, source)]


def _score(fact: Fact) -> "re.Pattern[str] | None":
    """What a score that the figure is a side of looks like in the source, either side first."""
    text = fact.document.text
    right = SIDE_BEHIND.match(text, fact.span.end)
    left = SIDE_BEFORE.search(text, max(0, fact.span.start - 8), fact.span.start)
    if fact.kind not in ("score", "count", "number") or not (right or left) or APART.match(text, fact.span.end):
        return None
    other = (right or left)[1]  # type: ignore[index]
    sides = re.escape(str(fact.amount.low)), re.escape(other)
    return re.compile(rf"\b(?:{sides[0]}\s?[-–]\s?{sides[1]}|{sides[1]}\s?[-–]\s?{sides[0]})\b")


def _follows(story: Story, fact: Fact, source: Source) -> bool:
    """Can it be worked out from the source, or does its number at least stand there? A headline's shorthand is given more room."""
    if fact.kind == "duration" and fact.amount.unit.name in ("day", "night") and fact.amount.low in source.days_apart():
        return True
    years = fact.kind == "duration" and fact.amount.unit.name == "year" and fact.amount.low >= LONG
    if (
        years
        and not UNTIL_NOW.search(fact.text)
        and any(abs(gap - fact.amount.low) <= 1 for gap in source.years_apart())
    ):
        return True
    if APART.match(fact.document.text, fact.span.end):
        return False
    if shared(fact, source):
        return True
    alike = source.alike(fact)
    if SHORT_YEAR.search(fact.document.text, max(0, fact.span.start - 1), fact.span.end):
        return any(moment.start.year % 100 == fact.amount.low for moment in source.moments if moment.year_known)
    few = fact.kind == "count" and 1 < fact.amount.high <= A_FEW
    if few and not _tells(fact) and not any(head(other) == head(fact) for other in alike):
        return True
    if few and of_people(head(fact)):
        return True
    if fact.kind == "ordinal" and fact.amount.low > SMALL and source.has(fact):
        return True
    if _tells(fact):
        loose = fact.kind == "number"
        return summed(fact, alike) or (
            _aged(fact, source) if fact.kind == "age" else loose and source.has(fact) and _score(fact) is None
        )
    return derived(fact, alike) or (source.has(fact) and not fact.role and fact.kind != "score")


def _aged(fact: Fact, source: Source) -> bool:
    """Does the source give the age, or a bare number that may be one ("Per Dahl, 24")?"""
    return any(
        other.amount.low == fact.amount.low for other in source.figures if other.kind in ("age", "number", "duration")
    )


def _tells(fact: Fact) -> bool:
    """Does it stand in a whole sentence, not in a headline's shorthand?"""
    return fact.document.text[fact.sentence.end - 1] in A_SENTENCE


def _of_another(claim: Fact, stated: Fact, source: Source) -> bool:
    """Is the same number in the source a number of something else? Small numbers and ordinals stand in most texts."""
    if claim.kind == "age" and stated.amount.is_bound and not claim.amount.is_bound:
        return True
    if claim.kind not in ("count", "ordinal") or not _tells(claim):
        return False
    if claim.kind == "count" and bool(OTHERS.match(claim.document.text, claim.span.end)) < bool(
        OTHERS.match(source.text, stated.span.end)
    ):
        return True
    if claim.amount.low > SMALL:
        return False
    if next_word(claim) == next_word(stated) or (claim.of and stated.of and claim.of[-1] == stated.of[-1]):
        return False
    words = about(claim)
    return len(words & source.content(stated.sentence)) < min(SHARED, (len(words) + 1) // 2)


def _count(number: int) -> Amount:
    return computed(Interval(Decimal(number), Decimal(number)))


RELATION = RelationKind(
    about="A figure or date here, those there that say it (or else the nearest), and how many places there bear it out.",
    parts={"here": "any", "there": "any", "borne": "figure"},
    relate=relate,
)
