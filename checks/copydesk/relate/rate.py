"""A price or rate, how many times it was paid, and what it comes to: "all 4,250 tickets, at $35 apiece … brought in $148,750"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount, Interval
from copydesk.late import pattern
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact, Relation, Repair
from copydesk.relate.products.flows import flows
from copydesk.relate.products.multiplied import DIGITS, counts_its_own, is_priced, multiplied
from copydesk.relate.products.plain import Product, exact_enough, products
from copydesk.relate.products.words import PER_TIME
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head
from copydesk.ties import amended, bare, computed, digits, half_place, last_place, rounded, single, slip

# "At $35 apiece": what makes a sum the price of one.
EACH = pattern(
    r"^\s*(?:apiece|each|a\s+head|per\s+head|per\s+person|a\s+piece)\b", words="apiece each head person piece"
)
# "Each pump moves 500 litres a second", "every one of the cottages sleeps six".
EACH_ONE = pattern(
    r"\b(?:each|every)\s+(?P<noun>(?:(?:one\s+)?of\s+(?:the|its|their|these|those)\s+)?(?:[\w-]+\s+){1,3})(?:[^.;:,]{0,60}\s)?[$£€]?$",
    words="each every",
)
# "Sleeps six, so there is room for 90": it is what comes of it.
SO = pattern(
    r",\s+(?:so|thus|making|giving|which\s+(?:makes|gives|means))\b[^.;:,]{0,40}$", words="so thus making giving which"
)
TOGETHER = pattern(
    r"\W?(?:(?:al)?together|between\s+them|combined),?\s+they\s+(?:[\w’'-]+\s+){1,3}", words="together between combined"
)
IN_ONE = pattern(r"\b(?:in|over|within|every)\s+$", words="in over every")
# What says that a figure is that of all of them.
OF_ALL = pattern(
    r"\b(?:all|altogether|together|(?:an?|the|in)\s+total|totall\w+|combined|between\s+them|full|flat\s+out|capacity|maximum|at\s+most|so|bill|would|overall|entire|whole|sum|comes?\s+to|came\s+to|makes?|that\s+(?:is|was))\b"
)
PER = pattern(r"^\s*(?:a|an|per|every|each|for\s+each|for\s+every|the)\s+(?:single\s+)?([a-z]{2,})")
ALL = pattern(r"\ball\s+$")
NOT_WHOLE = pattern(r"\b(?:plus|including|after|before\s+fees|los[et]\b|part\s+of|deposit|first\s+instalment)\b")
REACH = 900
# What a total may be off without being wrong.
SLACK = Decimal("0.003")


def relate(story: Story) -> Iterator[Relation]:
    """Each rate with the quantities and totals that fit its units. One product that fits is enough; where none does, one figure of the
    nearest must be a slip of the keys, or the sentence itself say what comes to what."""
    rates = [
        (fact, per)
        for fact in story.kinds("money", "quantity")
        if _single(fact) and (per := _per(story, fact)) is not None
    ]
    settled: set[int] = set()
    for told_product in products(story):
        settled |= {id(told_product.each), id(told_product.total)}
        yield _by_form(told_product)
    for flow in flows(story):
        if not {id(flow.each), id(flow.total)} & settled:
            settled |= {id(flow.each), id(flow.total)}
            yield _by_form(flow)
    for apart in multiplied(story, settled):
        settled |= {id(apart.each), id(apart.total)}
        yield _by_form(apart)
    if story.mentions("each ", "every "):
        rates += _of_each_one(story)
    if not rates:
        return
    choices = [
        (_in_unit_of(each, total), per, number, total)
        for each, per in rates
        for number, total in _pairs(story, each, per)
        if not (id(each) in settled and id(total) in settled)
    ]
    fitting = [choice for choice in choices if _fits(*choice)]
    explained = settled | {id(fact) for each, _, _, total in fitting for fact in (each, total)}
    clashing = [
        choice
        for choice in choices
        if id(choice[0]) not in explained
        and id(choice[3]) not in explained
        and _tied(story, *choice)
        and not counts_its_own(choice[0], choice[2], story.kinds("count"))
        and not is_priced((choice[0], *choice[2:]), [each for each, _ in rates], story.kinds("count", "quantity"))
    ]
    for choice in fitting + clashing[:1]:
        each, per, number, total = choice
        hedged = choice in fitting and total.amount.bound == "~"  # of 731,000, "almost 750,000" is right
        parts: Parts = {
            "each": each,
            "number": number,
            "total": total,
            "bare": total.amount if hedged else bare(total),
            "expected": _expected(each, per, number, total),
        }
        yield Relation("rate", parts, total.sentence, _repairs(each, per, number, total))


def _by_form(told: Product) -> Relation:
    """A product that the form of the sentence tells."""
    times = told.number if isinstance(told.number, Decimal) else told.number.amount.low
    exact = told.each.amount.low * times
    by = max(exact * SLACK, exact_enough(exact, told.total), half_place(told.each.amount) * times * _worked_out(told))
    if isinstance(told.number, Fact):  # 3.2 million of them
        number_off = told.number.amount.core
        by += (number_off.high - number_off.low) / 2 * told.each.amount.low if single(told.number) else 0
    core = Interval(exact - by, exact + by)
    unit = told.total.amount.unit
    expected = computed(core, said=Amount(exact, exact, "=", core, core, unit))
    number = computed(Interval(times, times)) if isinstance(told.number, Decimal) else told.number
    parts: Parts = {
        "each": told.each,
        "number": number,
        "total": told.total,
        "bare": bare(told.total),
        "expected": expected,
    }
    one, all_of_them = told.scales
    repairs = [amended(told.total, exact * all_of_them), amended(told.each, told.total.amount.low / times * one)]
    if isinstance(number, Fact):
        repairs.append(amended(number, told.total.amount.low / told.each.amount.low))
    return Relation("rate", parts, told.total.sentence, tuple(repairs))


def _worked_out(told: Product) -> bool:
    """Is what one comes to worked out from the total, and so rounded?"""
    return told.each.span.start > told.total.span.start


def _single(fact: Fact) -> bool:
    return fact.amount.low == fact.amount.high and fact.amount.bound == "=" and fact.amount.low > 0


def _pairs(story: Story, each: Fact, per: str) -> Iterator[tuple[Fact, Fact]]:
    """The numbers and totals within reach of a rate that it may tie."""
    near = _near(story, each)
    numbers = [
        fact
        for fact in near
        if _counts(fact, per)
        or (per == "" and fact.kind in ("count", "number") and not fact.of and ALL.search(story.before(fact, 6)))
    ]
    totals = [fact for fact in near if _is_total(story, each, fact)]
    yield from (
        (number, total)
        for number in numbers
        for total in totals
        if not total.amount.is_bound
        and (number.amount.low > 1 or (_times(per, number) > 1 and IN_ONE.search(story.before(number, 8))))
    )


def _repairs(each: Fact, per: str, number: Fact, total: Fact) -> tuple[Repair, ...]:
    times = _times(per, number)
    product = each.amount.low * number.amount.low * times
    others = (
        amended(each, total.amount.low / (number.amount.low * times)),
        amended(number, total.amount.low / (each.amount.low * times)),
    )
    return (amended(total, product), *others)


def _near(story: Story, each: Fact) -> list[Fact]:
    return [
        fact
        for fact in story.kinds("count", "number", "money", "quantity", "duration")
        if fact is not each
        and not fact.other
        and abs(fact.span.start - each.span.start) < REACH
        and isinstance(fact.value, Amount)
        and fact.amount.low > 0
    ]


def _of_each_one(story: Story) -> Iterator[tuple[Fact, str]]:
    """What each of something is told to have, with its noun, if so many of that are counted."""
    counted = {fact.of[-1] for fact in story.kinds("count") if fact.of and single(fact)}
    for fact in story.kinds("money", "quantity", "count", "number"):
        found = EACH_ONE.search(story.before(fact, 100)) if fact.amount.low > 1 and _single(fact) else None
        words = found["noun"].lower().split() if found else ()
        nouns = [noun for word in words if (noun := singular(word) or word) in counted]
        if nouns and nouns[-1] != head(fact):
            yield fact, nouns[-1]


def _in_unit_of(each: Fact, total: Fact) -> Fact:
    """Kilowatts as megawatts, where the total is told in these."""
    if each.kind != "quantity" or not each.amount.unit.dimension or not each.amount.unit.fits(total.amount.unit):
        return each
    return each._replace(value=each.amount.to(total.amount.unit))


def _per(story: Story, each: Fact) -> str | None:
    """What it is the price or rate of: a noun, "" for one of whatever is counted, or None if it is no rate."""
    unit = each.amount.unit.name
    if " per " in unit:
        return unit.partition(" per ")[2]
    after = story.after(each)
    if each.kind == "money" and EACH.match(after):
        return ""
    found = (
        PER.match(after)
        if each.kind == "money"
        else re.match(r"\s*of\s+\w+\s+(?:a|per|every|each)\s+(second|minute|hour|day|week)\b", after)
    )
    return (singular(found[1].lower()) or found[1].lower()) if found else None


def _counts(fact: Fact, per: str) -> bool:
    """Is it a number of what the rate is of?"""
    if fact.kind == "duration":
        return per in PER_TIME or fact.amount.unit.name == per
    if fact.kind == "quantity":
        return fact.amount.unit.name in (per, per + "s")
    return fact.kind == "count" and bool(fact.of) and (per in ("", "piece", "head", "person") or fact.of[-1] == per)


def _is_total(story: Story, each: Fact, fact: Fact) -> bool:
    if each.kind in ("count", "number"):
        return fact.kind == "count" and fact.amount.low >= each.amount.low * 2 and head(each) in ("", head(fact))
    if fact.kind != each.kind or _in_unit_of(each, fact).amount.low * 2 > fact.amount.low:
        return False
    if each.amount.unit.dimension and each.amount.unit.fits(fact.amount.unit):
        return True
    return _per(story, fact) is None and fact.amount.unit.name == each.amount.unit.name.partition(" per ")[0]


def _product(each: Fact, per: str, number: Fact) -> Interval:
    exact = each.amount.low * number.amount.low * _times(per, number)
    core = (
        rounded(number.amount).scaled(each.amount.low * _times(per, number))
        if last_place(number.amount) > 1
        else Interval(exact, exact)
    )
    return core.widened(exact * SLACK)


def _expected(each: Fact, per: str, number: Fact, total: Fact) -> Amount:
    """The product, within the rounding of number and total."""
    exact = each.amount.low * number.amount.low * _times(per, number)
    core = _product(each, per, number)
    by = half_place(total.amount)
    return computed(core.widened(by), said=Amount(exact, exact, "=", core, core, total.amount.unit))


def _fits(each: Fact, per: str, number: Fact, total: Fact) -> bool:
    return _product(each, per, number).meets(rounded(total.amount))


def _times(per: str, number: Fact) -> Decimal:
    """How many of the rate's units one of the number's is."""
    if number.kind != "duration":
        return Decimal(1)
    return number.amount.unit.factor / PER_TIME[per] if per in PER_TIME else Decimal(1)


def _tied(story: Story, each: Fact, per: str, number: Fact, total: Fact) -> bool:
    """Does the text tie the three, or a slip of one of them explain why they don't fit?"""
    if (
        number.amount.is_bound
        or number.amount.low != number.amount.high
        or NOT_WHOLE.search(story.words(total.sentence))
    ):
        return False
    if number.kind == "duration" and number.sentence not in (each.sentence, total.sentence):
        return False  # somebody else's
    of_each = _per(story, each) != per
    if of_each and each.sentence == total.sentence and SO.search(story.before(total)):
        return True
    if of_each and TOGETHER.fullmatch(story.text, total.sentence.start, total.span.start):
        return True
    return (not of_each or bool(OF_ALL.search(story.words(total.sentence)))) and _slipped(each, per, number, total)


def _slipped(each: Fact, per: str, number: Fact, total: Fact) -> bool:
    """Does one wrong digit, or two swapped, in one of the three keep them from fitting?"""
    product = each.amount.low * number.amount.low * _times(per, number)
    if each.kind == "money" and digits(each.amount.low) + digits(number.amount.low) < DIGITS:  # chance makes such
        return False
    if slip(total.amount.low, product):
        return True
    wanted = total.amount.low / (number.amount.low * _times(per, number))
    return slip(each.amount.low, wanted) and wanted == wanted.quantize(each.amount.low)


RELATION = RelationKind(
    about="A price or rate, the number it is taken times, and the total; bare is the total without its hedge, expected the product.",
    parts={"each": "figure", "number": "figure", "total": "figure", "bare": "figure", "expected": "figure"},
    relate=relate,
    loose=True,
)
