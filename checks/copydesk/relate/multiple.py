"""How many times as much: "has tripled in a decade", "half as many as the 40 of last year", with what it was and what it is."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from copydesk.amounts import INFINITY, Amount, Bound, Interval, Unit
from copydesk.late import late, pattern
from copydesk.lexicon.nouns import lemma
from copydesk.model import Fact, Relation, Span
from copydesk.named import NamedTuple
from copydesk.relate.turns.spelled import figures as spelled_figures
from copydesk.relate.turns.spelled import in_one_unit
from copydesk.relate.turns.then_and_now import Change, made_by, may_be_slip
from copydesk.relate.turns.when import Pair, figures, of_one_thing, pairs
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head, one_noun, plain
from copydesk.ties import amended, bare, single

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
# "Half as many as", "three times the".
AS_MANY = {
    "half": Decimal("0.5"),
    "a third": Decimal(1) / 3,
    "a quarter": Decimal("0.25"),
    "two thirds": Decimal(2) / 3,
    "three quarters": Decimal("0.75"),
    "twice": Decimal(2),
    "double": Decimal(2),
    "triple": Decimal(3),
    **{f"{word} times": Decimal(n) for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)},
}
HEDGE = r"(?P<hedge>(?:well\s+)?(?:more\s+than|over|at\s+least)\s+|(?:less\s+than|under|not\s+even|barely)\s+|(?:nearly|almost|close\s+to)\s+)?"
WORD = late(rf"\b{HEDGE}(?P<word>{'|'.join(TIMES)})\b", re.IGNORECASE)
COMPARED = late(
    rf"\b{HEDGE}(?P<word>{'|'.join(word.replace(' ', r'[ -]') for word in AS_MANY)})\s+(?:as\s+\w+\b(?!\s+again)|what\s+(?:it|they|he|she)\b|(?:the|its|their|his|her|last\s+[a-z]+[’']s)\s+(?!(?:19|20)\d\d\s+[a-z])(?=(?:(?:previous|original|usual|asking|guide|pre-sale)\s+)?(?:(?:number|amount|figure|total|price|rate|size|level|estimate|cost|value|target|budget|limit)\s+(?:of\s+)?|about\s+|some\s+)?[$£€]?\d))",
    re.IGNORECASE,
)
COMPARISONS = ("half as", "half what", "times what", "double what", "triple what", "third as", "quarter as", "thirds as", "quarters as", "times as", "times the", "times its", "times last", "twice", "double the", "double its", "double last", "triple the", "triple its", "half the", "half its", "half last")  # fmt: skip
# "A quarter below the 2,380 of last winter and less than half the 3,850": what one is held against is not the one.
HELD_AGAINST = pattern(r"\b(?:below|above|than|under|over|beneath|beyond|against)\s+(?:the|its|their|that|an?)\s+$")
# From the comparison to what it is compared with; @ is a figure.
BASE = pattern(
    r"[^@.;:,]{0,40}?(?:\b(?:as|the|of|its|their|his|her|(?:next|nearest|second|runner-up|following),?\s+(?:at|of|on|with))|[’']s)\s+(?:the\s+|some\s+|about\s+|just\s+|only\s+)*[$£€]?@"
)
# "From 40 to 120", "to 120 from 40", right behind the word.
FROM_TO = pattern(
    r"^(?:[^@.;]|\b(?:in|over|within)\s+(?:[a-z]+\s+){0,3}@){0,60}?,?\s(?:from\s+(?P<b1>@)[^@.;]{0,40}?\s+to\s+(?P<a1>@)|to\s+(?P<a2>@)[^@.;]{0,40}?\s+from\s+(?P<b2>@))"
)
FOLD = pattern(
    r"\bfrom\s+(?P<b1>@)[^@.;]{0,40}?\s+to\s+(?P<a1>@)[^@.;]{0,30}?[,–—-]\s+(?:(?:nearly|almost)\s+)?an?\s+$"
)
FROM = late(r"\bfrom\s+[$£€]?$")
MANY = late(r"\s+as\s+many\s+((?!as\b)[a-z]+s|people|men|women|children)\b")
THAT_IS = pattern(r"\W?(?:that|this|it|which)(?:[’']s|\s+(?:is|was|would\s+be))\s")
INSTANCE = late(
    r"\W?(?:The|Its|One)\s+[\w-]+(?:\s+[\w-]+)?\s+(?:in|at|of|near|on|from|called)\s+[A-Z]|\W?[A-Z][\w’'-]+[’']s?\s"
)
# More figures than this beside a claim are of several things.
MOST_BESIDE, NEXT = 3, 4
KINDS = ("count", "number", "money", "quantity")
# So many times off it is a figure of something else.
FAR_OFF, APART = Decimal(20), Decimal(4)
# A multiple said in a word is a rounding: this much off on either side is granted, and twice as much by a lenient reader.
OFF = Decimal("0.1")


class Claim(NamedTuple):
    """A multiple, where it is said, and in which sentence."""

    times: Decimal
    said: Fact
    sentence: Span
    facts: list[Fact]


def relate(story: Story) -> Iterator[Relation]:
    if story.mentions(*TIMES):
        for claim in _claims(story, WORD, TIMES):
            spelled = _from_to(story, claim) or _fold(story, claim)
            pair = spelled or _then_and_now(story, claim) or _told_apart(story, claim)
            if pair and not (_far_apart(claim, *pair) or _made_by_others(claim, pair)):
                yield _relation(_counted(claim, *pair) if spelled else claim, *pair)
    if story.mentions(*COMPARISONS):
        for told_claim in _claims(story, COMPARED, AS_MANY):
            told = [fact for fact in told_claim.facts if not FROM.search(story.before(fact, 12))]  # without what it was
            claim = told_claim._replace(facts=told)
            pair = _compared(story, claim) or (None if _has_base(story, claim) else _then_and_now(story, claim))
            if pair and not (_of_others(story, claim, pair) or _made_by_others(claim, pair)):
                yield _relation(claim, *pair)


def _claims(story: Story, shape: "re.Pattern[str]", values: dict[str, Decimal]) -> Iterator[Claim]:
    for found in shape.finditer(story.text):
        sentence, facts = _sentence(story, found.start("word"))
        times = values[found["word"].lower().replace("-", " ")]
        span = Span(found.start("word"), found.end("word"))
        said = Fact("number", span, story.document, _about(times, (found["hedge"] or "").split()), sentence=sentence)
        beside = [fact for fact in facts if fact.span.end <= span.start or fact.span.start >= span.end]
        yield Claim(times, said, sentence, figures(beside))


def _of_others(story: Story, claim: Claim, pair: tuple[Fact, Fact]) -> bool:
    """ "Twice as many people died as in 2022, when there were 14 crashes": do the two count something else than the claim?"""
    named = MANY.match(story.text, claim.said.span.end)
    noun = lemma(named[1].lower()) if named else ""
    heads = {head(fact) for fact in pair} - {""}
    return bool(noun and heads) and not any(one_noun(noun, each) for each in heads)


def _made_by_others(claim: Claim, pair: tuple[Fact, Fact]) -> bool:
    """Where the pair is no such multiple: do two other figures of the sentence make it?"""
    made = [(a, b) for a, b in permutations(claim.facts, 2) if a.amount.low and b.amount.low]
    near = [two for two in made if abs(two[1].amount.low / two[0].amount.low / claim.times - 1) < OFF]
    return bool(near) and pair not in near


def _far_apart(claim: Claim, before: Fact, after: Fact) -> bool:
    """Told in two sentences, and several times off the multiple: figures of two things."""
    off = after.amount.low / before.amount.low / claim.times
    return before.sentence != after.sentence and not 1 / APART <= off <= APART


def _relation(claim: Claim, before: Fact, after: Fact) -> Relation:
    ratio = _ratio(before, after)
    parts: Parts = {"times": claim.said, "before": before, "after": after, "ratio": ratio}
    repairs = (amended(before, after.amount.low / claim.times), amended(after, before.amount.low * claim.times))
    return Relation("multiple", parts, claim.sentence, repairs)


def _ratio(before: Fact, after: Fact) -> Amount:
    """By the numbers alone: of two figures of one measure the second may leave its unit out."""
    first, second = (bare(fact)._replace(unit=Unit("")) for fact in (before, after))
    return second / first


def _about(times: Decimal, hedge: list[str]) -> Amount:
    """More than doubled, or nearly: to one side of it anything may be meant, or more than by the word alone."""
    core, wide = (Interval(times * (1 - off), times * (1 + off)) for off in (OFF, OFF * 3 / 2))
    bound: Bound = "~"
    if {"more", "over", "least"} & set(hedge):
        bound, core, wide = ">", Interval(core.low, INFINITY), Interval(wide.low, INFINITY)
    elif {"less", "under", "even", "barely"} & set(hedge):
        bound, core, wide = "<", Interval(Decimal(0), core.high), Interval(Decimal(0), wide.high)
    elif hedge:
        core, wide = Interval(times * (1 - 2 * OFF), core.high), Interval(times * (1 - 3 * OFF), wide.high)
    return Amount(times, times, bound, core, wide)


def _sentence(story: Story, offset: int) -> tuple[Span, list[Fact]]:
    """The sentence of an offset and its facts; of one that states nothing, from stop to stop."""
    for sentence, facts in story.sentences():
        if sentence.start <= offset < sentence.end:
            return sentence, facts
    begin = max((at + len(mark) for mark in (". ", "\n") if (at := story.text.rfind(mark, 0, offset)) >= 0), default=0)
    ends = [at for mark in (". ", "\n") if (at := story.text.find(mark, offset)) >= 0]
    return Span(begin, min(ends, default=len(story.text) - 1) + 1), []


def _counted(claim: Claim, before: Fact, after: Fact) -> Claim:
    """ "Doubled from 45 to 80": of what is counted right behind the word, a lenient reader grants no more."""
    counts = {before.kind, after.kind} <= {"count", "number"} and single(before) and single(after)
    amount = claim.said.amount
    return claim._replace(said=claim.said._replace(value=amount._replace(wide=amount.core))) if counts else claim


def _from_to(story: Story, claim: Claim) -> tuple[Fact, Fact] | None:
    end = claim.said.span.end
    told = [fact for fact in spelled_figures(_facts(story, claim)) if fact.span.start >= end and plain(fact)]
    words, places = story.outline(Span(end, claim.sentence.end), told)
    shape = FROM_TO.search(words)
    if shape is None:
        return None
    before, after = (places[shape.start(a) if shape[a] else shape.start(b)] for a, b in (("b1", "b2"), ("a1", "a2")))
    now = in_one_unit(after, before)
    return (before, now) if now else None


def _fold(story: Story, claim: Claim) -> tuple[Fact, Fact] | None:
    """ "From 40 hectares to 120, a threefold increase"."""
    told = [
        fact for fact in spelled_figures(_facts(story, claim)) if fact.span.end < claim.said.span.start and plain(fact)
    ]
    words, places = story.outline(Span(claim.sentence.start, claim.said.span.start), told)
    shape = FOLD.search(words) if len(told) > 1 else None
    if shape is None:
        return None
    before, now = places[shape.start("b1")], in_one_unit(places[shape.start("a1")], places[shape.start("b1")])
    return (before, now) if now else None


def _facts(story: Story, claim: Claim) -> list[Fact]:
    return [fact for fact in story.facts if fact.sentence == claim.sentence]


def _compared(story: Story, claim: Claim) -> tuple[Fact, Fact] | None:
    """ "36,000 tickets, half as many as the 72,000 …": the figure right behind, and the last one of its sort before."""
    end = claim.said.span.end
    words, places = story.outline(Span(end, claim.sentence.end), claim.facts)
    base = BASE.match(words)
    if base is None:
        return None
    than = places[base.end() - 1]
    told = [fact for fact in claim.facts if fact.span.end <= claim.said.span.start and of_one_thing(fact, than)]
    than_what = [fact for fact in told if not HELD_AGAINST.search(story.before(fact, 20))]
    if not than_what or not plain(than) or not plain(than_what[-1]):
        return None
    off = than_what[-1].amount.low / than.amount.low / claim.times if than.amount.low else FAR_OFF
    return (than, than_what[-1]) if 1 / FAR_OFF < off < FAR_OFF else None  # "four times as fast as the 386"


def _has_base(story: Story, claim: Claim) -> bool:
    """Does its sentence say what it is a multiple of, and have figures before it: "a quarter below the 2,380 … and less than half the 3,850"?"""
    words, _ = story.outline(Span(claim.said.span.end, claim.sentence.end), claim.facts)
    return BASE.match(words) is not None and claim.facts[0].span < claim.said.span


def _beside(story: Story, claim: Claim, step: int) -> list[Fact]:
    """The figures of the sentence before (-1) or behind (1)."""
    for sentence, facts in story.sentences():
        gap = claim.sentence.start - sentence.end if step < 0 else sentence.start - claim.sentence.end
        if 0 <= gap < NEXT and facts[0].block != "headline":
            return figures(facts)
    return []


def _then_and_now(story: Story, claim: Claim) -> tuple[Fact, Fact] | None:
    """The only two figures of one thing and of two times in the sentence, or in it and the next, or it and the one before."""
    before = _beside(story, claim, -1) if claim.facts or THAT_IS.match(story.words(claim.sentence)) else []
    for told in (claim.facts, claim.facts + _beside(story, claim, 1), before + claim.facts):
        if 2 <= len(told) <= MOST_BESIDE and all(map(plain, told)):
            found = list(pairs(story, told))
            if found:
                sure = len(found) == 1 and found[0].tied and not _is_instance(story, claim, found[0])
                return found[0][:2] if sure and may_be_slip(_change(claim), *found[0][:2]) else None
    return None


def _is_instance(story: Story, claim: Claim, pair: Pair) -> bool:
    """ "Membership has tripled. The club in Rye had 40 …": one of many, in a sentence of its own."""
    elsewhere = claim.sentence not in (pair.before.sentence, pair.after.sentence)
    return elsewhere and INSTANCE.match(story.words(pair.before.sentence)) is not None


def _change(claim: Claim) -> Change:
    core = claim.said.amount.core
    return Change(claim.said, claim.sentence, core.low, core.high, in_words=True)


def _told_apart(story: Story, claim: Claim) -> tuple[Fact, Fact] | None:
    """What it was and what it is, told in other sentences."""
    made = made_by(story, _change(claim))
    if made is None or not (made.slipped or claim.said.amount.wide.meets(_ratio(made.before, made.after).core)):
        return None  # rounded figures may make anything
    return made.before, made.after


RELATION = RelationKind(
    about="A word for a multiple (*doubled*, *half as many as*), what it was and what it is; ratio is the second by the first.",
    parts={"times": "figure", "before": "figure", "after": "figure", "ratio": "figure"},
    relate=relate,
    loose=True,
)
