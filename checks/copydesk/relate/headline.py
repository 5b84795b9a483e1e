"""The headline's figures, and what the body has of them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.lexicon.persons import FEMALE, MALE, PERSONS
from copydesk.model import Fact, Relation
from copydesk.relate.events.alike import stems
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import Source, about, comparable, content, contradicts, head, matches, of_people, one_noun, summed
from copydesk.ties import bare, each_way, last_place, single, slip, swapped

UNCOUNTED = late(
    r"(?:an?|the|more(?! than)|another|no|none|nobody|no one|one|some|half|1)\b(?![.,]\d|-)", re.IGNORECASE
)
KINDS = ("count", "number", "money", "percent", "quantity", "age", "duration", "ordinal")
# What a headline tells stands in the first sentences of the story.
FIRST_SENTENCES = 4
# So many people a headline may count that the story names one by one.
A_FEW = 10
# A figure that is no slip of the other, and does not stand in the first sentence, must at least be about as large to be the same thing.
FACTOR = 2
# So many characters before and behind an age its noun stands.
BESIDE = 18
# From here on a bare number may be one of money.
LARGE = 1000
# "A third body" is one more than two; "the third body" may have been told of before.
INDEFINITE = late(r"\b(?:an?|their|its|his|her)\s$|['’]s?\s$", re.IGNORECASE)
# "Wins fourth title … won the title for the fifth time".
FOR_THE, TIME = late(r"\bfor\s(?:the|an?)\s$", re.IGNORECASE), late(r"\s(?:[a-z]+\s)?time\b")
# "Two children and a nurse" are three.
AND_ONE = late(r"(?:\s+[a-z-]+){1,3}(?:,|\s+and)\s+(?:an?|one|his|her|their|its)\s")
JAILED = late(
    r"\b(?:[Jj]ail(?:ed|s)?|prison|imprisoned|sentenced|[Bb]anned|suspended|behind\s+bars|jail\s+term)\b[^.;:,\d]{0,25}\s$",
    words="ail prison sentenced anned suspended bars term",
)
IN_JAIL = late(
    r"(?:['’]|-)?\s?(?:in\s+(?:jail|prison|custody)|behind\s+bars|jail|prison|sentence|ban\b)",
    words="jail prison custody bars sentence ban",
)
DECIDED_LATER = late(r"\b(?:penalt\w+|shoot-?out|extra\s+time|overtime|aggregate|half-time|first\s+leg)\b")
# "The Courier at 150": years that something has been there.
AT, ENDS = late(r"\bat\s+$"), late(r"\s*(?:[:;,–—]|$)")
PEOPLE, MORE = late(r"\s+(?:people|persons)\b"), late(r"\s+(?:more|others?|further)\b")
# A length of time to come, and one that is over: "to quit within five years", "after three years of losses".
TO_COME, OVER = late(r"\b(?:within|in|next|coming)\s+$"), late(r"\b(?:after|past|last)\s+$")
PERCENTS = late(r"%|\bper\s?cent\b|\bpercent\b")
# Nobody rounds these.
EXACT = ("ordinal", "age")


def relate(story: Story) -> Iterator[Relation]:
    """Each figure of the headline with the one in the first sentences that says the same, or else says it of the same thing."""
    headline = [fact for fact in story.kinds(*KINDS) if fact.block == "headline" and isinstance(fact.value, Amount)]
    if not headline and not any(fact.block == "headline" for fact in story.kinds("score")):
        return
    body = [fact for fact in story.facts if fact.block != "headline"]
    if not body:
        return
    yield from _scores(story)
    source = Source(body, story.text)
    for fact in headline:
        if UNCOUNTED.match(fact.text) or _is_jubilee(story, fact):
            continue
        there = _there(story, fact, headline, source)
        if there is not None:
            here = fact
            if swapped(fact.amount.low, there.amount.low) or _other_digit(
                fact, there
            ):  # no rounding, no bound excuses it
                here, there = (each._replace(value=bare(each)) for each in (fact, there))
            parts: Parts = {"here": here, "there": there}
            yield Relation("headline", parts, fact.sentence, each_way(fact, there))


def _is_jubilee(story: Story, fact: Fact) -> bool:
    return fact.kind == "number" and bool(AT.search(story.before(fact)) and ENDS.match(story.after(fact)))


def _scores(story: Story) -> Iterator[Relation]:
    """The score of the headline, and the only one of the first sentence, if the story has none like it."""
    pairs = [(a, b) for a, b in story.pairs("score") if len(story.between(a, b)) == 1]
    above, below = ([pair for pair in pairs if (pair[0].block == "headline") == there] for there in (True, False))
    first = [pair for pair in below if _first(pair[0]) and not DECIDED_LATER.search(story.words(pair[0].sentence))]
    if len(above) != 1 or len(first) != 1:
        return
    here, there = (tuple(fact.amount.low for fact in pair) for pair in (above[0], first[0]))
    if sorted(here) in [sorted(fact.amount.low for fact in pair) for pair in below] or not set(here) & set(there):
        return
    for fact, other in zip(above[0], first[0], strict=True):
        if fact.amount.low != other.amount.low:
            yield Relation("headline", {"here": fact, "there": other}, fact.sentence, each_way(fact, other))


def _there(story: Story, fact: Fact, headline: list[Fact], source: Source) -> Fact | None:
    repeating = [other for other in source.repeating(fact) if not _other_digit(fact, other)]
    if repeating:
        return next((other for other in repeating if not contradicts(fact.amount, other.amount)), None)
    alike = source.alike(fact)
    if turned := _turned(story, fact, alike):
        return turned
    if len(headline) == 1 and (total := _of_all(fact, alike)):
        return total
    if (
        source.has(fact)
        or summed(*_summands(fact, source))
        or summed(fact._replace(role=None), alike)  # four trapped and three missing
        or summed(fact._replace(of=()), alike)  # "52 drown" of 40 men and 12 boys
        or fact.amount.is_bound
        or any(_cut_short(fact, each) for each in alike)
    ):
        return None
    opening = {sentence for sentence, _ in _opening(story)}
    if fact.kind == "duration" and _is_term(fact):
        terms = [each for each in alike if each.sentence in opening and _may_be_one(fact, each) and _is_term(each)]
        if terms:
            return terms[0] if len(terms) == 1 else None
    if fact.kind == "duration" and _years_from(story, fact, source):
        return None
    rivals = [other for other in alike if other.sentence in opening and _same_thing(fact, other)]
    if fact.kind == "duration":
        rivals = [each for each in rivals if not _turns_round(story, fact, each)]
    taken = _sums(headline, fact) | {
        other.amount.low for other in headline if other is not fact
    }  # "to close 60 of 410 beds"
    rivals = [each for each in rivals if each.amount.low not in taken and not _with_another(fact, each, alike)]
    if fact.kind in ("count", "number") and fact.amount.low <= A_FEW and _told_singly(story, fact, opening):
        rivals = [each for each in rivals if fact.role and each.role == fact.role and _first(each)]
    return max(
        rivals, key=lambda other: (slip(fact.amount.low, other.amount.low), len(_shared(fact, other))), default=None
    )


def _turned(story: Story, fact: Fact, alike: list[Fact]) -> Fact | None:
    """The one figure of the first sentence with two digits of this one changed round, of the same fate or noun: some figures of the story
    would add up to nearly any other."""
    first = next(iter(_opening(story)), (None, None))[0]
    told = [other for other in alike if other.sentence == first and swapped(fact.amount.low, other.amount.low)]
    if len(told) != 1 or any(other.amount.low == fact.amount.low for other in alike):
        return None
    other = told[0]
    alike_told = (fact.role and fact.role == other.role) or _same_noun(fact, other) or fact.kind == "money"
    return other if alike_told and _may_be_one(fact, other) and not _with_another(fact, other, alike) else None


def _of_all(fact: Fact, alike: list[Fact]) -> Fact | None:
    """ "Killing eight people" in the first sentence: all that there are, whatever others add up to."""
    told = [each for each in alike if fact.role and each.role == fact.role and _first(each)]
    if len(told) != 1 or not (single(fact) and single(told[0])) or told[0].part or told[0].other:
        return None
    others = [each for each in alike if not each.part or MORE.match(each.document.text, each.span.end)]
    if any(each.amount.low + told[0].amount.low == fact.amount.low for each in others):  # "… and two more died"
        return None
    return told[0] if PEOPLE.match(told[0].document.text, told[0].span.end) else None


def _summands(fact: Fact, source: Source) -> tuple[Fact, list[Fact]]:
    """The figure, and those that it may be the sum of; of sums of money the unit may be left out, here and there."""
    if fact.kind not in ("number", "money") or fact.amount.low < LARGE:
        return fact, source.alike(fact)
    sums = [each for each in source.figures if each.kind == "money" or (each.kind == "number" and not each.of)]
    return fact._replace(value=bare(fact)), [each._replace(value=bare(each)) for each in sums]


def _other_digit(fact: Fact, other: Fact) -> bool:
    """Two figures written to the same place are no rounding of each other: "two million", "three million"."""
    if not (single(fact) and single(other)) or fact.amount.unit != other.amount.unit:
        return False
    return fact.amount.low != other.amount.low and last_place(fact.amount) == last_place(other.amount)


def _with_another(fact: Fact, other: Fact, alike: list[Fact]) -> bool:
    """ "72 dead or missing" of at least 27 who died and 45 more: the other figure with one beside it."""
    gap = fact.amount.low - other.amount.low
    beside = [each for each in alike if each is not other and each.sentence == other.sentence]
    return gap > 0 and any(each.amount.low == gap and (not each.of or _same_noun(each, other)) for each in beside)


def _cut_short(fact: Fact, other: Fact) -> bool:
    """ "$14B" of 14.83 billion: headlines leave digits out."""
    place = last_place(fact.amount)
    return fact.amount.low <= other.amount.low < fact.amount.low + place and fact.amount.unit == other.amount.unit


def _is_term(fact: Fact) -> bool:
    """Is a length one that somebody is jailed or banned for?"""
    text, start, end = fact.document.text, fact.sentence.start, fact.sentence.end
    before, after = max(start, fact.span.start - 30), min(end, fact.span.end + 15)
    return bool(JAILED.search(text, before, fact.span.start) or IN_JAIL.match(text, fact.span.end, after))


def _turns_round(story: Story, fact: Fact, other: Fact) -> bool:
    """Is one to come and the other over?"""
    both = [story.before(each) for each in (fact, other)]
    return any(TO_COME.search(one) and OVER.search(two) for one, two in (both, reversed(both)))


def _years_from(story: Story, fact: Fact, source: Source) -> bool:
    """Do two years that are told lie so far apart, or one of them and publication?"""
    years = {moment.start.year for moment in source.moments if moment.year_known}
    issue = story.document.date
    gaps = source.years_apart() | {issue.year - year for year in years if issue is not None}
    return any(abs(gap - fact.amount.low) <= 1 for gap in gaps)


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
    if not _may_be_one(fact, other):
        return False
    low, high = sorted((fact.amount.low, other.amount.low))
    common, turned = len(_shared(fact, other)), swapped(low, high)
    one_fate = fact.role == other.role or not (fact.role and other.role)  # "23 drown" may have none
    of_it = _first(other) or bool(head(fact)) and not content(head(fact)).isdisjoint(_shared(fact, other))
    if turned and one_fate and common > (not of_it) and not _two_things(fact, other):
        return True
    if (
        not _of_one(fact, other)
        or fact.kind not in EXACT
        and high - low < max(last_place(fact.amount), last_place(other.amount))
    ):
        return False
    if turned and fact.kind == other.kind:
        return True
    if matches(fact.amount, other.amount) and not _other_digit(fact, other):
        return False
    one_head = fact.kind == other.kind == "count" and bool(head(fact)) and head(fact) == head(other)
    one_head = one_head or fact.kind in ("duration", "ordinal") or _only_percents(fact, other)
    return common > (not (one_head and _first(other))) and (_first(other) or high <= low * FACTOR)


def _only_percents(fact: Fact, other: Fact) -> bool:
    """ "Nurses to get 6% rise", and the first sentence tells no other percentage."""
    text = other.document.text[other.sentence.start : other.sentence.end]
    return fact.kind == other.kind == "percent" and len(PERCENTS.findall(text)) == 1


def _may_be_one(fact: Fact, other: Fact) -> bool:
    """Can the other figure be what the headline means, as far as kind, unit and gender go?"""
    if other.part and not swapped(fact.amount.low, other.amount.low):
        return False  # but "84 shops" are "48 of its shops" by a slip
    if other.other or not comparable(fact, other) or not fact.amount.low or not other.amount.low:
        return False
    if (fact.amount.low < 1) != (other.amount.low < 1):  # a count and a fraction
        return False
    beyond = other.amount.bound in ("<", "<=") and fact.amount.low > other.amount.high
    if other.amount.is_bound and not beyond and not swapped(fact.amount.low, other.amount.low):
        return False
    if fact.amount.low <= A_FEW and AND_ONE.match(other.document.text, other.span.end):
        return False
    if fact.kind == "age" and not _one_person(fact, other):
        return False
    if fact.kind == "ordinal":
        return _one_place(fact, other)
    return fact.kind != "duration" or fact.amount.unit == other.amount.unit


def _one_place(fact: Fact, other: Fact) -> bool:
    """ "Its third victim … a fourth victim", "fourth title … won the title for the fifth time"."""
    text, start, end = other.document.text, max(0, other.span.start - 10), other.span.end
    if FOR_THE.search(text, start, other.span.start) and TIME.match(text, end):
        what, before = text[fact.span.end : fact.sentence.end], text[max(other.sentence.start, start - 40) : start]
        return _first(other) and not stems(what).isdisjoint(stems(before))
    return INDEFINITE.search(text, start, other.span.start) is not None and _one_body(_behind(fact), _behind(other))


def _one_person(fact: Fact, other: Fact) -> bool:
    """May two ages be of one person, by the nouns that stand with them?"""
    here, there = _persons(fact), _persons(other)
    return not here or not there or not here.isdisjoint(there) or not (here | there) & (MALE | FEMALE)


def _persons(fact: Fact) -> frozenset[str]:
    """The nouns of people within a few words of an age."""
    start, end = max(fact.sentence.start, fact.span.start - BESIDE), min(fact.sentence.end, fact.span.end + BESIDE)
    return PERSONS & {word.strip(",.") for word in fact.document.text[start:end].lower().split()}


def _of_one(fact: Fact, other: Fact) -> bool:
    """Of people who were counted: in one role, or else under one noun."""
    if "count" not in (fact.kind, other.kind):
        return True
    return fact.role == other.role if fact.role and other.role else _same_noun(fact, other)


def _behind(fact: Fact) -> str:
    """The word behind a figure."""
    return fact.document.text[fact.span.end : fact.sentence.end].partition(" ")[2].partition(" ")[0].lower().strip(",.")


def _one_body(a: str, b: str) -> bool:
    """One noun, or a body and somebody who may be dead."""
    return one_noun(a, b) or "body" in (a, b) and (of_people(a) or of_people(b))


def _first(fact: Fact) -> bool:
    """Does it stand in the first sentence of the story?"""
    body = next((block.start for block in fact.document.blocks if block.kind != "headline"), 0)
    return fact.sentence.start <= body


def _same_noun(a: Fact, b: Fact) -> bool:
    first, second = head(a), head(b)
    if first and second:
        return one_noun(first, second)
    return bool(_shared(a, b))


def _two_things(a: Fact, b: Fact) -> bool:
    """Jobs and branches are; of "23 drown" the noun is a verb that stands with the other figure."""
    nouns = (head(a), head(b))
    return all(nouns) and not one_noun(*nouns) and not content(head(a)) & _shared(a, b)


def _shared(a: Fact, b: Fact) -> frozenset[str]:
    """The content words around the one that stand around the other too."""
    text = a.document.text
    return content(text[a.sentence.start : a.sentence.end]) & about(b, 10)


RELATION = RelationKind(
    about="A figure of the headline, and the figure of the story's first sentences that is said of the same thing.",
    parts={"here": "figure", "there": "figure"},
    relate=relate,
    loose=True,
)
