"""The same figure said again: "carrying 164 people … all 164 people", "put it at €640 million … the €640 million backlog"."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from copydesk.late import late, pattern
from copydesk.lexicon.things import GENERIC
from copydesk.model import Fact, Relation
from copydesk.relate.restated.taken_up import taken_up
from copydesk.relate.restated.twins import befell_others, led_elsewhere, twins, two_sorts
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import Source, comparable, head, is_bare, of_people, one_noun, repeats, summed
from copydesk.ties import bare, digits, each_way, single, slip, swapped

KINDS = ("count", "number", "money", "quantity")
# What makes a figure one that the reader already knows.
KNOWN = pattern(
    r"(?:\b(?:the|these|those|that|(?<!\bin\s)all|all\s+of\s+the|of\s+the|its|their|his|her)\s+(?:combined\s+|total\s+|same\s+|estimated\s+)?)$"
)
# A sentence that sums up what befell people gives their figures anew.
SUMMING = pattern(
    r"^\W?with\s+(?:(?:at\s+least\s+)?[\w,]+\s+(?:people\s+)?(?:dead|killed|injured|hurt|wounded|missing)\s+and\s+)?$",
    words="with",
)
OF_ALL = pattern(
    r"\b(?:all|none|each|any|every\s+one|the\s+(?:last|first)(?:\s+\w+)?|the\s+families|the\s+names|most|half)\s+of\s+the\s+$|\ball\s+(?:the\s+)?$"
)
OF_THEM = pattern(r"\s+of\s+(?:them|us|you)\b")
# Behind a number that leaves its noun to an earlier one ("none of the 52 has"); "the 52 in the tower" are others.
UNNAMED = pattern(
    r"\s*(?:[.,;:!?)”\"’—–]|$)|\s+(?:had|has|have|was|were|is|are|will|would|did|do|does|could|can|may|might|must|should|of\s+(?:us|them|you)|and|but|still|also|now|never|came|went|won|lost|got|made|took|fell|goes|knew|gave|needed)\b"
)
NARROWED = late(r"\s+(?:in|at|on|from|who|that|which|it|he|she|they|we|you|I)\b")
# Another figure of the same thing, and said to be.
REVISED = pattern(
    r"\b(?:originally|initially|earlier|previous(?:ly)?|revised|(?:raised|lowered)\s+(?:it|the\s+(?:\w+\s+)?(?:toll|figure|number|estimate|total|forecast|count)|its\s+\w+|from|to)|compared|instead\s+of|up\s+from|down\s+from|estimates?\s+range)\b"
)
ELSEWHEN = pattern(
    r"^(?:(?!\b(?:is|are|was|were|will|has|have|had)\b)[^.;,]){0,40}?\b(?:in\s+(?:19|20)\d\d|last\s+year|years?\s+ago|a\s+year\s+earlier)\b",
    words="19 20 ago earlier last",
)
# What follows "the": not a figure known before but one of its own ("the 12 months to June", "the 10 best", "the 50 states").
FIRST_SAID = pattern(
    r"^\W?(?:months?|weeks?|days?|years?|hours?|minutes?|seconds?|best|largest|biggest|most|top|states|countries|nations|members?|block|flight|m\b)\b"
)
# A newspaper's own corrections tell the wrong figure beside the right one.
CORRECTED = pattern(
    r"\b(?:corrections?|corrected|in\s+fact|wrong(?:ly)?|mistake\w*|mistaken\w*|in\s+error|erroneous\w*|misstated|misread|misreported|should\s+have|(?:larger|smaller|higher|lower|wrong|right|correct)\s+figure)\b"
)
CONTRAST = pattern(r"\b(?:compared|against|versus|from|while|whereas|to)\s+[$£€]?$")
CURRENCY_ENDS = ("$", "£", "€", "¥", "s", ".")
CURRENCY = late(r"(?:US|A|C|NZ|HK)?[$£€¥]\s*$|Rs\.?\s*$")
# In front of a figure for the same at another time: no other thing is named, and any verb is the one from before.
FORECAST = pattern(
    r"^\W?(?:(?:in|for|by|last|this|next|at)\s+[^,.;@]{1,25}?,?\s+)?(?:it|they|he|she|analysts|officials|economists|the\s+(?:company|firm|group|ministry|bank|government|club|airline|agency|maker|chain))\s+"
    r"(?:now\s+|had\s+|has\s+|have\s+|also\s+)*(?:forecast|predicted|projected|estimated|budgeted\s+for|budgeted|expect(?:s|ed)?|planned\s+for|aims?\s+for|hope[ds]?\s+for|(?:expect(?:s|ed)?|hop(?:es?|ed)|plan(?:s|ned)?|aim(?:s|ed)?|wants|intends)\s+(?:sales\s+|it\s+)?to\s+(?P<verb>[a-z]+)|(?P<again>[a-z]{3,})(?:\s+(?:them|it|him|her|us|aside))?)\s+(?:about\s+|some\s+|beyond\s+|just\s+)?[$£€]?$"
)
# One that goes on with its subject leaves out the noun of the figure before it, whatever the verb, if it is none of money.
AGAIN = pattern(
    r"^\W?(?:(?:in|for|by|last|this|next)\s+[^,.;@]{1,25}?,?\s+)?(?:it|they|he|she)\s+(?![^.]*\b(?:sp[ae]n[dt]|paid|pays?|costs?|earn|owe|len[dt]|borrow|invest|rais|budget|sav|los[et]))[^,.;:]{2,45}$"
)
ALONE = pattern(r"\s*(?:[.,;]|$|(?:this|next|last|too|again|by|a\s+year|for\s+(?:the|this|next)|in\s+(?:19|20))\b)")
SAID_OF = {
    "": ("",), "sell": ("sold", "sell", "sales"), "make": ("made", "make", "built"), "build": ("built", "made", "build"), "spend": ("spent", "spend", "cost"), "earn": ("earned", "earn", "made"),
    "carry": ("carried", "carry", "flew"), "raise": ("raised", "raise"), "produce": ("produced", "produce", "made"), "export": ("exported", "export"), "reach": ("",), "be": ("",), "rise": ("",), "go": ("",), "grow": ("",), "pump": ("pumped", "pump"), "ship": ("shipped", "ship"),
    "lose": ("lost", "loss"), "plant": ("planted", "plant"), "pay": ("paid", "pay"), "invest": ("invested", "invest"), "set": ("set",), "take": ("took", "takes"), "serve": ("served", "serves"),
}  # fmt: skip
AGAINST = pattern(r"^[^@;:]{0,60}?,?\s+(?:against|compared\s+with|compared\s+to|(?:up|down)\s+from)\s+[$£€]?$")
YEAR_AGO = pattern(r"\s*(?:\w+\s+)?(?:a\s+year|the\s+year|last\s+year|one\s+year|twelve\s+months|in\s+the\s+same)\b")
GIVE, NEXT, NEAR = Decimal(2), 4, 500
# A metric ton is a ton when it is told again.
TONS = {"ton", "tonne"}
MILLION, LEAST = 10**6, 1000
# A slip of a short number is likelier to be another number.
SMALLEST = Decimal(10)
STEM, SHORTEST, MOST_ADDED = 5, 3, 4


def relate(story: Story) -> Iterator[Relation]:
    """Each figure that is spoken of as known, with the one before it that says the same, or else one that a slip of the keys, or a
    wrong "million" or "billion", makes of it."""
    earlier = [fact for fact in story.kinds(*KINDS) if _plain(fact)]
    source: Source | None = None
    for fact in story.kinds(*KINDS):
        if fact.amount.low >= MILLION and fact.block != "headline" and (other := _forecast(story, fact, earlier)):
            yield _relation(fact._replace(value=bare(fact)), other)
    yield from _set_against(story)
    told: set[int] = set()
    for i, fact in enumerate(earlier):
        if not i or not single(fact) or fact.block == "headline":
            continue
        if not _known(story, fact) or FIRST_SAID.match(story.after(fact)):
            scaled = _other_scale(story, fact, earlier[:i])
            if scaled is not None and not _said_twice(fact, source := source or Source(story.facts, story.text)):
                yield _relation(fact, scaled)
            continue
        if source is None:
            source = Source(story.facts, story.text)
        exact = [other for other in source.figures if _says_again(fact, other)]
        rival = None if exact else _rival(fact, earlier[:i], source)
        if rival is not None and (summed(fact, source.alike(fact)) or _reckoned(fact, rival, source)):
            continue
        if rival is not None and swapped(fact.amount.low, rival.amount.low) and led_elsewhere(story, fact):
            continue
        there = rival or next(iter(exact), None)
        if there is None:
            continue
        if rival is not None and there.amount.bound == "~":  # two digits changed round are no rounding
            there = there._replace(value=bare(there))
        told.add(id(fact))
        yield _relation(fact, there)
    for fact, other in taken_up(story):
        source = source or Source(story.facts, story.text)
        if id(fact) not in told and not _reckoned(fact, other, source):
            told.add(id(fact))
            yield _relation(fact, other)
    for fact, other in twins(story):
        if id(fact) in told:
            continue
        source = source or Source(story.facts, story.text)
        if swapped(fact.amount.low, other.amount.low) or not summed(
            fact, source.alike(fact)
        ):  # small ones make any sum
            if not _reckoned(fact, other, source):
                yield _relation(fact, other)


def _relation(fact: Fact, there: Fact) -> Relation:
    if is_bare(fact) and there.kind in ("money", "quantity"):  # "of the 2.4 million"
        fact = fact._replace(value=fact.amount._replace(unit=there.amount.unit))
    parts: Parts = {"mentions": (there, fact), "here": fact, "there": there}
    return Relation("restatement", parts, fact.sentence, each_way(fact, there))


def _other_scale(story: Story, fact: Fact, earlier: list[Fact]) -> Fact | None:
    """The same digits of the same unit before it, a thousand or a million times as much: nobody has two such sums by chance."""
    if fact.amount.low < MILLION:
        return None
    for other in reversed(earlier):
        if other.block == "headline":
            return None
        if other.amount.low < MILLION or not _thousands(fact, other):
            continue
        if _one_unit(fact, other) and _wrong_scale(fact, other) and not _two_nouns(fact, other):
            told = story.text[other.sentence.start : fact.sentence.end + NEAR // 2]
            revised = CONTRAST.search(story.between(other, fact)) or REVISED.search(_words(fact))
            return None if revised or CORRECTED.search(told) else other
    return None


def _forecast(story: Story, fact: Fact, earlier: list[Fact]) -> Fact | None:
    """ "Sold 1.6 million cars … It hopes to sell 1.8 billion": what was, is or will be of the same, about a thousand times as much."""
    lead = story.text[fact.sentence.start : fact.span.start]
    told, goes_on = FORECAST.search(lead), is_bare(fact) and AGAIN.match(lead)
    if not (told or goes_on) or fact.amount.low != fact.amount.high or not ALONE.match(story.after(fact)):
        return None
    near = [o for o in earlier if 0 <= fact.sentence.start - o.sentence.end < NEXT and o.amount.low >= MILLION]
    alike = [other for other in near if _one_unit(fact, other) and not _two_nouns(fact, other)]
    if len(alike) != 1 or not _about_thousands(fact, alike[0]):
        return None
    verb = (told["verb"] or told["again"] or "").lower() if told else None
    before = story.words(alike[0].sentence).lower()
    same = verb is not None and any(word in before for word in SAID_OF.get(verb, (verb,)))
    same = same or bool(goes_on and alike[0].kind != "money")
    return alike[0] if same and not REVISED.search(_words(fact)) else None


def _set_against(story: Story) -> Iterator[Relation]:
    """ "5.2 billion yen, against 4.8 million a year earlier": one thing at two times, about a thousand times as much."""
    for a, b in story.pairs(*KINDS):
        if min(a.amount.low, b.amount.low) < MILLION or not (single(a) and single(b) and _one_unit(b, a)):
            continue
        said = AGAINST.search(story.between(a, b)) and YEAR_AGO.match(story.after(b))
        if said and _about_thousands(a, b) and not _two_nouns(a, b):
            yield _relation(b, a)


def _about_thousands(a: Fact, b: Fact) -> bool:
    """A thousand or a million times as much, give or take the half."""
    ratio = max(a.amount.low, b.amount.low) / min(a.amount.low, b.amount.low)
    return any(scale / GIVE < ratio < scale * GIVE for scale in (10**3, 10**6))


def _two_nouns(a: Fact, b: Fact) -> bool:
    """Users and advertisers may well be a thousand times as many."""
    return bool(head(a) and head(b)) and not one_noun(head(a), head(b))


def _thousands(a: Fact, b: Fact) -> bool:
    ratio = max(a.amount.low, b.amount.low) / min(a.amount.low, b.amount.low)
    return ratio in (10**3, 10**6)


def _plain(fact: Fact) -> bool:
    """One figure, perhaps an estimate, large enough that a slip of it is told from another number."""
    amount = fact.amount
    return (
        amount.low == amount.high
        and not amount.is_bound
        and amount.low >= SMALLEST
        and (not fact.part or OF_THEM.match(fact.document.text, fact.span.end) is not None)
    )


def _known(story: Story, fact: Fact) -> bool:
    if KNOWN.search(_lead(story, fact)):
        narrowed = fact.of and not fact.role and NARROWED.match(story.after(fact))
        return not (fact.other or narrowed or ELSEWHEN.match(story.after(fact)))
    return bool(fact.role) and bool(SUMMING.match(story.text[fact.sentence.start : fact.span.start]))


def _lead(story: Story, fact: Fact) -> str:
    """What stands before the number itself, its currency sign left out."""
    before = story.before(fact, 40)
    return CURRENCY.sub("", before) if before.rstrip().endswith(CURRENCY_ENDS) else before


def _rival(fact: Fact, earlier: list[Fact], source: Source) -> Fact | None:
    """The figure before it that it was meant to repeat. Figures that are said more than once are established."""
    for other in reversed(earlier):
        if other.other or not _one_unit(fact, other):
            continue
        if (_wrong_scale(fact, other) or _slipped(fact, other)) and not _said_twice(fact, source):
            return other
    return None


def _says_again(fact: Fact, other: Fact) -> bool:
    if fact.amount.low != other.amount.low or fact is other:
        return False
    return comparable(fact, other) and repeats(fact.amount, other.amount)


def _one_unit(a: Fact, b: Fact) -> bool:
    """One unit, by whatever length of time; of a sum named again the currency may be left out, of millions of tonnes the tonnes."""
    first, second = (fact.amount.unit.name.partition(" per ")[0] for fact in (a, b))
    large = a.amount.low >= MILLION
    return (
        first == second
        or {first, second} == TONS
        or (is_bare(a) and (b.kind == "money" or (b.kind == "quantity" and large)))
    )


def _said_twice(fact: Fact, source: Source) -> bool:
    return sum(fact.amount.low == other.amount.low for other in source.figures) > 1


def _wrong_scale(a: Fact, b: Fact) -> bool:
    """The same digits, a power of ten apart: 2.4 million and 2.4 billion. One digit alone proves nothing."""
    first, second = a.amount.low.normalize().as_tuple(), b.amount.low.normalize().as_tuple()
    if max(a.amount.low, b.amount.low) < MILLION or min(a.amount.low, b.amount.low) < LEAST:
        return False
    named = any(word in (a.text + b.text) for word in ("illion", "m", "bn", "rore"))
    return (
        named
        and first.digits == second.digits
        and first.exponent != second.exponent
        and len(first.digits) > 1
        and (a.kind == b.kind or is_bare(a) or is_bare(b))
    )


def _slipped(a: Fact, b: Fact) -> bool:
    """May one be a slip of the other, and are both said of one thing? The less likely the slip by chance, the less it takes to be one."""
    first, second = a.amount.low, b.amount.low
    if not slip(first, second) or (a.role and b.role and a.role != b.role) or befell_others(a, b):
        return False
    if two_sorts(a, b) and not swapped(first, second):
        return False
    if REVISED.search(_words(a)) or REVISED.search(_words(b)):
        return False
    long, unnamed = first >= 1000 and digits(first) > 2, _unnamed(a) and bool(b.of)
    if swapped(first, second):
        return long or unnamed or _one_noun(a, b) or _named_after(a, b)
    of_all = _of_all(a) and bool(first % 10)  # ten fingers are had by anybody
    return (_one_noun(a, b) and (long or a.role is not None or of_all)) or (unnamed and of_all)


def _unnamed(fact: Fact) -> bool:
    """ "None of the 52 has been paid": one that leaves its noun to what it takes up."""
    return not fact.of and bool(UNNAMED.match(fact.document.text, fact.span.end))


def _reckoned(fact: Fact, rival: Fact, source: Source) -> bool:
    """Is it what neighbours make ("38 men and 45 women … of the 83"), or the rival without one told beside it ("the 172 passengers and six crew")?"""
    told = [f for f in source.figures if f.kind == fact.kind or f.kind in ("count", "number")]
    told = [f for f in told if not (f.part and f.amount.low == 1)]  # "one of the five"
    near = [f for f in told if abs(f.span.start - fact.span.start) < NEAR and f is not fact and f.amount.bound != "~"]
    sums = [list(accumulate(one.amount.low for one in near[i : i + MOST_ADDED])) for i in range(len(near))]
    made = {total for run in sums for total in run[1:]}
    beside = {f.amount.low for f in near if f.sentence == fact.sentence}
    return fact.amount.low in made or abs(rival.amount.low - fact.amount.low) in beside


def _named_after(a: Fact, b: Fact) -> bool:
    """ "Cancelled 318 operations … the 318 cancellations": a noun made of a word beside the first figure."""
    noun, before = head(a), a.document.text[b.sentence.start : min(b.sentence.end, a.span.start)]
    return len(noun) > STEM and noun[:STEM] in {word[:STEM] for word in before.lower().split()}


def _of_all(fact: Fact) -> bool:
    """ "The last of the 19 miners": said of all that there are."""
    start = max(fact.sentence.start, fact.span.start - 40)
    return bool(OF_ALL.search(fact.document.text, start, fact.span.start))


def _one_noun(a: Fact, b: Fact) -> bool:
    """Is one noun counted, or people both times?"""
    first, second = head(a), head(b)
    if OF_THEM.match(a.document.text, a.span.end) or set(a.of) & set(b.of):
        return True
    near = a.span.start - b.span.end < NEAR or swapped(a.amount.low, b.amount.low)
    if first in GENERIC and near and not of_people(second):
        return bool(second)
    return bool(first and second) and (one_noun(first, second) or _short_for(first, second))


def _short_for(noun: str, whole: str) -> bool:
    """ "Gravestones … the stones"."""
    return len(noun) > SHORTEST and whole.endswith(noun)


def _words(fact: Fact) -> str:
    return fact.document.text[fact.sentence.start : fact.sentence.end]


RELATION = RelationKind(
    about="A figure, and a later one that is spoken of as the same (*the 388 passengers*).",
    parts={"mentions": "figure", "here": "figure", "there": "figure"},
    relate=relate,
)
