"""So many at so much each, wherever the story tells the three: "Each of them will be charged £68 a year … 1,500 households … £102,000 a year";
"at sea for 56 days … 2,800 miles in all … her average, 50 miles a day".

By their units: what the first is told for one of is what the second counts, and the third is in what the first is in. Of 4,000 stories one had
such three figures that one wrong key parts; so none but these are accused, where no others make the product.
"""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import ONE, Amount, Interval
from copydesk.late import pattern
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate._product_words import SHORT
from copydesk.relate._products import Product, exact_enough
from copydesk.story import Story
from copydesk.support import head, one_noun
from copydesk.ties import bare, jumbled, keys, rounded, single, swapped

KINDS = ("money", "quantity", "count", "number", "duration")
# "£68 each", "€2,400 for each of the 38 days", "$35 a ticket".
BEHIND = pattern(
    r"\s*(?:[a-z]+\s+){0,2}?(?:(?:apiece|a\s+head|per\s+head|per\s+person)\b|(?:for\s+|to\s+)?(?:each|every)\s+(?:single\s+|one\s+)?(?:of\s+(?:the|its|their|those|these)\s+)?(?:\d[\d,]*\s+)?(?P<each>[a-z]+(?:\s+[a-z]+)?)\b|each\b|(?:an?|per)\s+(?P<unit>[a-z]+)\b)",
    words="apiece head person each every a per",
)
# "Each of them will be charged £68", "each seedling costs 30 cents", "a seedling costs 30 cents", "a daily fine of €400".
SELLS = r"(?:(?:will|would|now|can)\s+)*(?:costs?|fetch\w*|sells?|sold|brings?|earns?|goes|(?:is|was|are|were)\s+(?:worth|priced|sold))"
AHEAD = pattern(
    r"\b(?:(?:each|every)\b(?:\s+(?:one\s+)?of\s+(?:the|its|their|these|those|his|her))?(?:\s+\d[\d,]*)?(?P<each>(?:\s+[a-z-]+){1,3})[^.;]{0,50}?"
    rf"|(?:an?|one|per)\s+(?:[a-z]+\s+)?(?P<unit>[a-z]+)\s+(?:(?:in|at|on|with|of|from)\s+(?:[\w’-]+\s+){{1,4}}?)?{SELLS}\b[^.;]{{0,30}}"
    r"|(?P<sort>[a-z]+s)\s+(?:for\s+[^.;]{1,30}\s)?(?:(?:are|were|will\s+be)\s+(?:(?:priced|sold|offered|on\s+sale)\s+at\s+)?|costs?\s+|sell\s+(?:for|at)\s+)"
    r"|\bat\s+(?:an?\s+)?(?:[a-z]+\s+)?(?P<fee>fee|price|rate|charge)\s+of\s+"
    r"|(?P<time>daily|weekly|monthly|hourly|nightly|annual|yearly)\s+[a-z]+\b[^.;]{0,30})$",
    words="fee price rate charge each every cost fetch sell sold bring earn goes worth priced offered sale are were daily weekly monthly hourly nightly annual yearly",
)
TIMELY = {"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour", "nightly": "night", "annual": "year", "yearly": "year"}  # fmt: skip
LONG = frozenset({"year", "month", "week", "day"})
# What nobody counts: "two cents for every dollar".
UNCOUNTED = LONG | {"dollar", "euro", "pound"}
KNOWN = pattern(
    r"\b(?:the|all|entire|these|those|its|their)\s+(?:\w+\s+)?$", words="the all entire these those its their"
)
# A total that is more, or less, than the product.
PARTLY = pattern(
    r"\b(?:plus|including|excluding|profits?|loss|half\s+price|deposit|instal\w+|discount\w*|bonus\w*|tips|overtime|another|others?|expect\w*|forecast\w*|up\s+to|last\s+year)\b"
)
SLACK, FEWEST, MOST, DIGITS = Decimal("0.003"), 3, 60, 3
# "Tickets are $18": what so many are sold for.
DEAR = 10_000


class Rate(NamedTuple):
    """A figure for one of something: of a noun or unit, or of whatever is counted ("")."""

    each: Fact
    per: str


def multiplied(story: Story, settled: set[int]) -> Iterator[Product]:
    """Each three figures that make a product by their units, or the only ones that would but for one wrong key."""
    told = [fact for fact in story.kinds(*KINDS) if _is_told(fact)]
    if not FEWEST <= len(told) <= MOST:
        return
    if not any(fact.kind in ("count", "duration") for fact in told):
        return
    priced = [fact for fact in told if fact.kind in KINDS[:2]]
    if not any(_in_one(total, each) for each in priced for total in told if total is not each):
        return
    rates = [rate for fact in priced for rate in _rates(story, fact)]
    of_one = {id(rate.each) for rate in rates if rate.per not in LONG}
    totals = [fact for fact in told if id(fact) not in of_one]
    found = [
        Product(each, number, total, (ONE, ONE))
        for each, per in rates
        for number in told
        if number is not each and _counts(story, number, each, per)
        for total in totals
        if total is not each and total is not number and _in_one(total, each)
    ]
    made = [product for product in found if _may_fit(product)]
    yield from (product for product in made if _fits(product))
    taken = settled | {id(fact) for product in made for fact in (product.each, product.total)}
    slipped = [p for p in found if not {id(p.each), id(p.total)} & taken and _one_key(p) and not _is_partly(story, p)]
    yield from sorted(slipped, key=_apart)[:1]


def _is_told(fact: Fact) -> bool:
    amount = fact.value
    return (
        isinstance(amount, Amount)
        and amount.low == amount.high > 0
        and not amount.is_bound
        and fact.block != "headline"
    )


def _rates(story: Story, fact: Fact) -> Iterator[Rate]:
    """What a figure is told for one of; "£68 a year each" is for one of two things."""
    unit = fact.amount.unit.name.partition(" per ")[2]
    nouns = {unit} if unit else set()
    if (
        fact.kind == "money" and unit != "share" and (unit, -1) in fact.amount.unit.dimension
    ):  # "$35 a ticket … 4,250 seats"
        nouns.add("")
    behind, ahead = BEHIND.match(story.after(fact, 70)), AHEAD.search(story.before(fact, 90))
    if behind and not (unit and behind["unit"]):
        words = (behind["each"] or behind["unit"] or "").split() or [""]
        nouns |= {"" if unit and word in LONG else _noun(word) for word in words}
        if words[0] not in UNCOUNTED and (behind["each"] or (fact.kind == "money" and fact.amount.low < DEAR)):
            nouns.add("")  # of whatever is counted: "€7 for a swim … 1,240 people"
    if ahead and (not (ahead["sort"] or ahead["fee"]) or (fact.kind == "money" and fact.amount.low < DEAR)):
        each = (ahead["each"] or "").lower().split()
        words = each or [ahead["unit"] or ahead["sort"] or ahead["fee"] or TIMELY[ahead["time"].lower()]]
        nouns |= {_noun(word) for word in (words[:1] if words[0] in LONG else words)}
        if (
            (each and words[0] not in UNCOUNTED) or ahead["sort"] or ahead["fee"]
        ):  # of whatever is counted: "each load … 68 drops"
            nouns.add("")
    yield from (Rate(fact, noun) for noun in sorted(nouns))


def _noun(word: str) -> str:
    word = word.lower()
    return SHORT.get(word, singular(word) or word)


def _counts(story: Story, number: Fact, each: Fact, per: str) -> bool:
    """Is it a number of what the rate is of? "The 3,000" without a noun is so of a price."""
    if number.kind == "money" or number.amount.low < 2:
        return False
    known = each.kind == "money" and per not in LONG and KNOWN.search(story.before(number, 16)) is not None
    if number.kind == "number":
        return known
    noun = head(number) if number.kind == "count" else number.amount.unit.name
    if not per:
        return number.kind == "count" and noun != ""
    if number.kind == "duration":
        return noun == ("day" if per == "night" else per)
    return noun.startswith(per) or one_noun(noun, per) if noun else known


def _in_one(total: Fact, each: Fact) -> bool:
    """Is it in what the price of one is in, and larger?"""
    unit = each.amount.unit.name.partition(" per ")[0]
    own = head(total) if total.kind == "count" else total.amount.unit.name.partition(" per ")[0]
    kinds = each.kind == total.kind or {each.kind, total.kind} == {"quantity", "count"}  # 85 oaks an hour, 1,020 oaks
    return kinds and unit == own and total.amount.low > each.amount.low * 2


def _product(product: Product) -> Decimal:
    return product.each.amount.low * _number(product).amount.low


def _number(product: Product) -> Fact:
    assert isinstance(product.number, Fact)
    return product.number


def _facts(product: Product) -> tuple[Fact, Fact, Fact]:
    return product.each, _number(product), product.total


def _fits(product: Product) -> bool:
    exact, total = _product(product), product.total
    return abs(exact - total.amount.low) <= max(exact * SLACK, exact_enough(exact, total))


def _may_fit(product: Product) -> bool:
    """Does it fit as far as all three may be rounded?"""
    number, total = (_rounded(fact) for fact in (_number(product), product.total))
    return number.scaled(product.each.amount.low).widened(total.high * SLACK).meets(total)


def _rounded(fact: Fact) -> Interval:
    return rounded(bare(fact) if _is_exact(fact) else fact.amount)


def _one_key(product: Product) -> bool:
    """Would one of the three, with one key changed, make it right to the unit? Of figures of one digit that may be chance."""
    facts = _facts(product)
    each, number, total = (fact.amount.low for fact in facts)
    if not all(map(_is_exact, facts)) or each <= 1 or _digits(each) + _digits(number) < DIGITS:
        return False
    if not total / 10 < each * number < total * 10:
        return False
    return (
        (each * number in set(keys(total)) and (_digits(each * number) >= DIGITS or swapped(each * number, total)))
        or jumbled(each * number, total)
        or total in {key * number for key in keys(each)}
        or total in {key * each for key in keys(number)}
    )


def _is_exact(fact: Fact) -> bool:
    """Told as it is; "some 40,850" is so as well."""
    return single(fact) or (fact.amount.bound == "~" and _digits(fact.amount.low) >= DIGITS)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _is_partly(story: Story, product: Product) -> bool:
    return any(PARTLY.search(story.words(fact.sentence)) for fact in _facts(product))


def _apart(product: Product) -> int:
    starts = [fact.span.start for fact in _facts(product)]
    return max(starts) - min(starts)
