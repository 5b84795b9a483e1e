"""How many times as much: "has tripled in a decade", with what it was and what it is."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from copydesk.amounts import Amount, Interval, Unit
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Span
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head, is_earlier, one_measure, plain
from copydesk.ties import amended, bare, slip, swapped

TIMES = {
    "doubled": Decimal(2),
    "tripled": Decimal(3),
    "trebled": Decimal(3),
    "quadrupled": Decimal(4),
    "halved": Decimal("0.5"),
    "twofold": Decimal(2),
    "threefold": Decimal(3),
    "fourfold": Decimal(4),
    "fivefold": Decimal(5),
    "tenfold": Decimal(10),
}
WORD = late(rf"\b(?P<word>{'|'.join(TIMES)})\b", re.IGNORECASE)
# "From 40 to 120", "to 120 from 40", right behind the word; @ is a figure.
FROM_TO = pattern(
    r"^[^@.;]{0,60}?,?\s(?:from\s+(?P<b1>@)[^@.;]{0,40}?\s+to\s+(?P<a1>@)|to\s+(?P<a2>@)[^@.;]{0,40}?\s+from\s+(?P<b2>@))"
)
# A clause of what was before, and of what is.
THEN = pattern(
    r"\b(?:(?:a|one|two|three|five|ten|\d+)\s+(?:years?|months?|decades?|weeks?)\s+(?:ago|earlier|before)|in\s+(?:19|20)\d\d|last\s+(?:year|month)|then|previously|before\s+that|back\s+then)"
    r",?\s+(?:(?:it|they|there|the\s+\w+|he|she|its?\s+\w+)\s+)?(?:was|were|stood\s+at|had|cost|earned|made|sold|numbered|paid|reported)\s+(?:only\s+|just\s+|about\s+|at\s+)?$"
)
NOW = pattern(r"\b(?:now|today|currently|this\s+year)\b[^.;]{0,40}$")
# "It was 40,000 in 1990 and stands at 160,000 today."
THEN_BEHIND = pattern(
    r"\s*(?:[\w-]+\s+)?(?:in\s+(?:19|20)\d\d|(?:a|one|two|three|five|ten|twenty|\d+)\s+(?:years?|decades?|months?)\s+(?:ago|earlier|before)|last\s+year|then\b)"
)
NOW_BEHIND = pattern(r"\s*(?:[\w-]+\s+)?(?:now|today|currently|this\s+year|at\s+present)\b")
IT = pattern(r"\W?(?:It|They|There|These|That|The\s+(?:number|figure|total|population|price|count))\b")
MOST_BESIDE = 3
KINDS = ("count", "number", "money", "quantity")
# A multiple said in a word is a rounding: this much off on either side is granted, and twice as much by a lenient reader.
OFF = Decimal("0.1")
DISTANT = 3000


def relate(story: Story) -> Iterator[Relation]:
    if not story.mentions(*TIMES):
        return
    for found in WORD.finditer(story.text):
        sentence, facts = _sentence(story, found.start())
        times = TIMES[found["word"].lower()]
        pair = (
            _from_to(story, sentence, facts, found.end())
            or _told_beside(story, sentence)
            or _told_apart(story, found.start(), times)
        )
        if pair is None:
            continue
        before, after = pair
        told = Fact(
            "number", Span(found.start("word"), found.end("word")), story.document, _about(times), sentence=sentence
        )
        ratio = _bare(after) / _bare(before)
        parts: Parts = {"times": told, "before": before, "after": after, "ratio": ratio}
        yield Relation(
            "multiple",
            parts,
            sentence,
            (amended(before, after.amount.low / times), amended(after, before.amount.low * times)),
        )


def _bare(fact: Fact) -> Amount:
    """The number alone: of two figures of one measure the second may leave its unit out."""
    return bare(fact)._replace(unit=Unit(""))


def _about(times: Decimal) -> Amount:
    core, wide = (Interval(times * (1 - off), times * (1 + off)) for off in (OFF, OFF * 3 / 2))
    return Amount(times, times, "~", core, wide)


def _sentence(story: Story, offset: int) -> tuple[Span, list[Fact]]:
    """The sentence of an offset and its facts; of one that states nothing, from stop to stop."""
    for sentence, facts in story.sentences():
        if sentence.start <= offset < sentence.end:
            return sentence, facts
    begin = max(story.text.rfind(". ", 0, offset) + 2, story.text.rfind("\n", 0, offset) + 1)
    ends = [at for mark in (". ", "\n") if (at := story.text.find(mark, offset)) >= 0]
    return Span(begin, min(ends, default=len(story.text) - 1) + 1), []


def _from_to(story: Story, sentence: Span, facts: list[Fact], end: int) -> tuple[Fact, Fact] | None:
    figures = [fact for fact in facts if fact.kind in (*KINDS, "percent") and fact.span.start >= end and plain(fact)]
    words, places = story.outline(Span(end, sentence.end), figures)
    shape = FROM_TO.search(words)
    if shape is None:
        return None
    before, after = (places[shape.start(a) if shape[a] else shape.start(b)] for a, b in (("b1", "b2"), ("a1", "a2")))
    return (before, after) if before.amount.unit == after.amount.unit else None


def _told_beside(story: Story, sentence: Span) -> tuple[Fact, Fact] | None:
    """ "Doubled to 640. A year earlier it was 320": the only two figures of one sort in the sentence and the next, one of them told of the past."""
    near = [
        fact
        for fact in story.kinds(*KINDS, "percent")
        if sentence.start <= fact.span.start
        and 0 <= fact.sentence.start - sentence.start <= sentence.end + 2 - sentence.start
    ]
    pairs = [(a, b) for a, b in combinations(near, 2) if _base(a) == _base(b) and _one_sort(a, b)]
    if len(near) > MOST_BESIDE or len(pairs) != 1 or not all(map(plain, pairs[0])):
        return None
    first, second = pairs[0]
    if THEN.search(story.before(second, 60)) and not THEN.search(story.before(first, 60)):
        return second, first
    if THEN.search(story.before(first, 60)) and NOW.search(story.before(second, 60)):
        return first, second
    if (
        THEN_BEHIND.match(story.after(first))
        and NOW_BEHIND.match(story.after(second))
        and _spoken_of(story, first, sentence)
    ):
        return first, second
    return None


def _spoken_of(story: Story, fact: Fact, sentence: Span) -> bool:
    """Does the sentence of the figures go on with what has doubled, or is it the same one?"""
    return fact.sentence == sentence or bool(IT.match(story.text, fact.sentence.start))


def _base(fact: Fact) -> str:
    return fact.amount.unit.name.partition(" per ")[0]


def _one_sort(a: Fact, b: Fact) -> bool:
    return a.kind == b.kind and head(a) == head(b)


def _told_apart(story: Story, offset: int, times: Decimal) -> tuple[Fact, Fact] | None:
    """What it was and what it is, of one noun or measure, where no two figures of the article fit and a slip of the keys explains it."""
    values = [fact for fact in story.kinds(*KINDS) if plain(fact) and abs(fact.span.start - offset) < DISTANT]
    pairs = [
        (a, b) for a in values for b in values if a is not b and a.kind == b.kind and a.amount.unit == b.amount.unit
    ]
    if any(_about(times).core.meets((b.amount / a.amount).core) for a, b in pairs if head(a) == head(b)):
        return None
    for a, b in pairs:
        if head(a) and is_earlier(story, a) and not is_earlier(story, b) and one_measure(story, a, b):
            wanted = b.amount.low / times
            if (
                wanted == int(wanted)
                and slip(wanted, a.amount.low)
                and (a.amount.low >= 10 or swapped(wanted, a.amount.low))
            ):
                return a, b
    return None


RELATION = RelationKind(
    about="A word for a multiple (*doubled*, *halved*), what it was and what it is; ratio is the second by the first.",
    parts={"times": "figure", "before": "figure", "after": "figure", "ratio": "figure"},
    relate=relate,
)
