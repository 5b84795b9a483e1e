"""So many at so much each, and what it comes to, told by the form of one sentence or two: "30 cows at 900 euros apiece, spending 27,000 euros";
"200 trees a hectare on 15 hectares, 3,000 in all"; "six teams of eight runners, 48 in all"; "$650 a month, or $7,800 a year"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from copydesk.amounts import Amount
from copydesk.late import pattern
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.story import Story
from copydesk.support import head
from copydesk.ties import last_place, single

KINDS = ("count", "number", "money", "quantity", "duration")
EACH = pattern(
    r"\s*(?:[\w-]+\s+)?(?:apiece|each|a\s+head|per\s+head|a\s+piece|every\s+one|per\s+person)\b",
    words="apiece each every head person piece",
)
A_UNIT = pattern(r"\s*(?:[\w-]+\s+)?(?:a|an|per|every|for\s+each|for\s+every)\s+(?:single\s+)?(?P<unit>[a-z]+)\b")
EACH_BEFORE = pattern(
    r"\beach\b(?!\s+of\b)[^,.;\d]{0,50}$|\beach\s+of\b[^,.;]{0,60}$|\bevery\s+[a-z]+\s[^,.;\d]{0,40}$",
    words="each every",
)
# What ties the total: in front of it, or behind.
TOTAL = pattern(
    r"(?:[,—–(:;]|\band\b)\s*(?:or|so|thus|and|for|a|in|which|that|to|it|he|she|they|the\s+\w+)?\s*(?:(?:a|the)\s+)?(?:[\w’'-]+\s+){0,5}$|\b(?:total|worth|cost|comes\s+to|came\s+to|took|raised|made|raising|making|raise|raises|bring\s+in|brings\s+in|brought\s+in|yields?|fetch(?:ed)?|earns?|earned|costs?|makes?)\b[^.;]{0,30}$"
)
# What a total comes to for one: "worth 4.6 million euros, an average of 20,000 each".
APPOSED = pattern(
    r"[^@.;:\d]{0,50}(?:,\s+|\s\(|\s[—–-]\s)(?:(?:or|that\s+is|making\s+it|which\s+is|on\s+average)\s+)?(?:about\s+|some\s+|roughly\s+)?(?:an\s+average\s+of\s+)?(?:about\s+|some\s+)?[$£€]?"
)
AVERAGE = pattern(r"\ban\s+average\s+(?:of\s+)?$", words="average")
KNOWN = pattern(r"\b(?:the|all)\s+$")
IN_ALL = pattern(r"[^@.;]{0,30}?\b(?:in\s+all|altogether|in\s+total|all\s+told|overall|combined)\b")
# The sum is not all that there is.
PARTLY = pattern(
    r"\b(?:plus|including|before|after\s+\w+|part\s+of|deposit|instal\w+|up\s+to|at\s+least|minimum|profit|loss|tax(?:es)?|fees?|discount|extra|more\s+than|less|compared|rose|fell|from|last\s+year|another|other|except|only|average|fine|interest)\b"
)
GROUPS = pattern(
    r"(?P<number>@)(?:\s+[\w-]+){1,3}\s+(?:of|with|each\s+with|each\s+of)\s+(?P<each>@)(?:\s+[\w’'-]+){1,4}?(?:\s+each)?,\s+(?:or\s+|making\s+|for\s+)?(?:a\s+total\s+of\s+)?(?P<total>@)(?:\s+[\w’'-]+){0,2}\s+(?:in\s+all|altogether|in\s+total|all\s+told)\b",
    words="all altogether total",
)
# How many of the one are in the other, as far as everybody counts so.
IN_A = {
    ("month", "year"): (12,),
    ("quarter", "year"): (4,),
    ("week", "year"): (52,),
    ("day", "week"): (5, 6, 7),
    ("hour", "day"): (24, 8),
    ("day", "year"): (365,),
    ("minute", "hour"): (60,),
    ("second", "minute"): (60,),
}
# A slip of the scale: thousand, million.
SCALES = frozenset(Decimal(scale) for scale in ("0.001", "0.01", "0.1", "10", "100", "1000"))
COMES_TO = pattern(r"\b(?:\w+ing|or|worth|total|to|of|raise|cost|made|earned|yield)\s+(?:about\s+)?[$£€]?$")
A_COSTS = pattern(
    r"\b(?:an?|one|each|every)\s+(?P<unit>[a-z]+)\s+(?:costs?|sold\s+for|sells\s+for|fetch\w+|(?:is|was)\s+worth|goes\s+for|went\s+for)\s+(?:about\s+)?[$£€]?$",
    words="cost fetch goes sells sold went worth",
)
TIMES = ("hour", "day", "week", "month", "quarter", "year")
OR_RATE = pattern(
    r"[^@.;]{0,40}?(?:,\s+|\s+\(|\s+(?=or\b))(?:or|equal\s+to|equivalent\s+to|that\s+is|making)?\s*(?:about\s+|some\s+|nearly\s+)?"
)
# A total further from the product than this is one of something else.
LEAST, MOST = Decimal("0.5"), Decimal(2)
# So many times as much, or as little, may still be meant where one stands for the other.
FAR = Decimal(4)


class Product(NamedTuple):
    """number times each makes total; `times` where the number is none of the facts (the months of a year)."""

    each: Fact
    number: Fact | Decimal
    total: Fact


def products(story: Story) -> Iterator[Product]:
    """The products that a sentence tells, or one and the next."""
    told = story.sentences()
    for i, (span, facts) in enumerate(told):
        figures = _figures(facts)
        if not figures or figures[0].block == "headline":
            continue
        yield from _rates(story, figures)
        if len(figures) == 3:
            yield from _grouped(story, span, figures) or _told(story, figures)
        elif len(figures) < 3 and i + 1 < len(told) and told[i + 1][0].start - span.end < 3:
            if len(figures) + len(following := _figures(told[i + 1][1])) == 3 and following:
                yield from _told(story, [*figures, *following])


def _figures(facts: list[Fact]) -> list[Fact]:
    return [
        fact
        for fact in facts
        if fact.kind in KINDS
        and isinstance(fact.value, Amount)
        and fact.value.low == fact.value.high >= 1
        and not (fact.kind == "duration" and fact.text.lower().startswith(("a ", "an ")))  # "a year", of a rate
    ]


def _grouped(story: Story, span: object, figures: list[Fact]) -> list[Product]:
    """ "Six teams of eight runners, 48 in all"."""
    words, places = story.outline(figures[0].sentence, figures)
    found = GROUPS.search(words)
    if found is None:
        return []
    each, number, total = (places[found.start(name)] for name in ("each", "number", "total"))
    return [Product(each, number, total)] if all(map(single, (each, number, total))) else []


def _rates(story: Story, figures: list[Fact]) -> Iterator[Product]:
    """ "$650 a month, or $7,800 a year", "14,000 patients a year, roughly 270 a week": one rate by two lengths of time."""
    for first, second in pairwise(figures):
        base, _, one = first.amount.unit.name.partition(" per ")
        other, _, two = second.amount.unit.name.partition(" per ")
        each, total = (second, first) if (two, one) in IN_A else (first, second)
        short, long = (two, one) if each is second else (one, two)
        tied = OR_RATE.fullmatch(story.between(first, second))
        if other in (base, "count") and (short, long) in IN_A and tied:
            exact = total.amount.low / each.amount.low
            if single(first) and _is_rough(second) and _may_be(exact, Decimal(IN_A[short, long][0])):
                yield Product(each, min(map(Decimal, IN_A[short, long]), key=lambda times: abs(times - exact)), total)


def _may_be(ratio: Decimal, wanted: Decimal) -> bool:
    """Is it near enough to be meant, or a wrong zero off?"""
    return wanted / FAR < ratio < wanted * FAR or ratio / wanted in SCALES


def _is_rough(fact: Fact) -> bool:
    """Plainly told, or about so many."""
    return single(fact) or fact.amount.bound == "~"


def _told(story: Story, figures: list[Fact]) -> Iterator[Product]:
    """Which of three figures is the price of one, which the number, which the total?"""
    for each in figures:
        unit = _unit(story, each)
        if unit is None:
            continue
        if unit in TIMES and (EACH.match(story.after(each, 40)) or any(_same_rate(each, fact) for fact in figures)):
            unit = ""
        numbers = [fact for fact in figures if fact is not each and _counts(fact, unit, each)]
        if not numbers:  # "a ticket costs 14 euros; the 3,000 that were sold"
            numbers = [
                fact for fact in figures if fact is not each and not fact.of and KNOWN.search(story.before(fact, 8))
            ]
        totals = [
            fact
            for fact in figures
            if fact is not each and _in_one(each, fact) and (_unit(story, fact) is None or _same_rate(each, fact))
        ]
        if not numbers and unit and unit not in TIMES:  # "30 jets worth 3.3 billion, or 110 million a plane"
            numbers = [
                fact for fact in figures if fact.kind == "count" and any(_apposed(story, t, each) for t in totals)
            ]
        pairs = [
            (n, t)
            for n in numbers
            for t in totals
            if n is not t and t.amount.low > each.amount.low and t.amount.low > n.amount.low
        ]
        if len(pairs) != 1:
            continue
        number, total = pairs[0]
        product = each.amount.low * number.amount.low
        near = LEAST * product < total.amount.low < MOST * product or _out_of_scale(story, total, product)
        near = near or (_apposed(story, total, each) and _may_be(total.amount.low, product))
        if near and _tied(story, figures, each, number, total, product):
            yield Product(each, number, total)
        return


def _apposed(story: Story, total: Fact, each: Fact) -> bool:
    """ "Worth 4.6 million euros, an average of 20,000 each": what one comes to, right behind the total."""
    return total.span.start < each.span.start and APPOSED.fullmatch(story.between(total, each)) is not None


def _out_of_scale(story: Story, total: Fact, product: Decimal) -> bool:
    """The same digits, with a wrong "million"; and said to be what it comes to."""
    return total.amount.low / product in SCALES and bool(COMES_TO.search(story.before(total)))


def _same_rate(each: Fact, total: Fact) -> bool:
    """ "3,000 members who pay $20 a month, bringing in $60,000 a month"."""
    name = each.amount.unit.name
    return (
        total is not each and " per " in name and total.amount.unit.name == name and total.amount.low > each.amount.low
    )


def _tied(story: Story, figures: list[Fact], each: Fact, number: Fact, total: Fact, product: Decimal) -> bool:
    said = TOTAL.search(story.before(total)) or IN_ALL.match(story.after(total))
    if not said and not _apposed(story, total, each):
        return False
    words = story.text[figures[0].sentence.start : figures[-1].sentence.end]
    if average := AVERAGE.search(story.before(each)):
        words = words.replace(average[0], "")
    apart = total.span.start < each.span.start and not _apposed(story, total, each)
    return product == total.amount.low or not (apart or PARTLY.search(words) or not all(map(single, figures)))


def _unit(story: Story, fact: Fact) -> str | None:
    """What it is told for one of: a noun, "" for one of whatever is counted; None if it is no price or rate."""
    name = fact.amount.unit.name
    if " per " in name:
        return name.partition(" per ")[2]
    after = story.after(fact, 40)
    if EACH.match(after):
        return ""
    if found := A_UNIT.match(after):
        return singular(found["unit"].lower()) or found["unit"].lower()
    if found := A_COSTS.search(story.before(fact, 60)):
        return singular(found["unit"].lower()) or found["unit"].lower()
    return "" if EACH_BEFORE.search(story.before(fact, 100)) else None


def _counts(fact: Fact, unit: str, each: Fact) -> bool:
    """Is it a number of what the price is of?"""
    if fact.kind == "duration":
        return fact.amount.unit.name == unit
    if fact.kind == "quantity":
        return bool(unit) and fact.amount.unit.name in (unit, unit + "s")
    if fact.kind not in ("count", "number"):
        return False
    return head(fact) == unit if unit else fact.kind == "count" or each.kind != "count"


def _in_one(each: Fact, total: Fact) -> bool:
    """Are they of one thing: sums of one currency, one unit, one noun or none?"""
    if each.kind == "money" or total.kind == "money" or "quantity" in (each.kind, total.kind):
        base = each.amount.unit.name.partition(" per ")[0]
        return (
            each.kind == total.kind
            and base == total.amount.unit.name.partition(" per ")[0]
            or (
                each.kind == "quantity"
                and total.kind in ("count", "number")
                and (not base or head(total) in ("", base))
            )
        )
    if each.kind == total.kind == "duration":
        return each.amount.unit == total.amount.unit
    return total.kind in ("count", "number") and head(total) in ("", head(each))


def exact_enough(product: Decimal, total: Fact) -> Decimal:
    """How far off the total may be by its rounding."""
    place = last_place(total.amount)
    return min(place / 2, product * Decimal("0.05")) if re.search(r"illion|\d{4}|bn|m\b", total.text) else place / 2
