"""So many at so much each, wherever the story tells the three: "Each of them will be charged £68 a year … 1,500 households … £102,000 a year";
"at sea for 56 days … 2,800 miles in all … her average, 50 miles a day".

By their units: what the first is told for one of is what the second counts, and the third is in what the first is in. Of 4,000 stories one had
such three figures that one wrong key parts; so none but these are accused, where no others make the product.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Context, Decimal

from copydesk.amounts import ONE, Amount, Interval, Unit
from copydesk.late import late, pattern
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.products.plain import Product, exact_enough
from copydesk.relate.products.words import SHORT
from copydesk.story import Story
from copydesk.support import head, one_noun
from copydesk.ties import bare, digits, jumbled, keys, rounded, single, swapped

KINDS = ("money", "quantity", "count", "number", "duration")
# "£68 each", "€2,400 for each of the 38 days", "$35 a ticket".
BEHIND = pattern(
    r"\s*(?:[a-z]+\s+){0,2}?(?:(?:apiece|a\s+head|per\s+head|per\s+person)\b|(?:for\s+|to\s+)?(?:each|every)\s+(?:single\s+|one\s+)?(?:of\s+(?:the|its|their|those|these)\s+)?(?:\d[\d,]*\s+)?(?P<each>[a-z]+(?:\s+[a-z]+)?)\b|each\b|(?<!with\s)(?<!by\s)(?<!from\s)(?<!to\s)(?<!as\s)(?<!of\s)(?<!and\s)(?<!at\s)(?:an?|per)\s+(?P<unit>[a-z]+)\b)",
    words="apiece head person each every a per",
)
# "Each of them will be charged £68", "each seedling costs 30 cents", "a seedling costs 30 cents", "a daily fine of €400".
SELLS = r"(?:(?:will|would|now|can)\s+)*(?:costs?|fetch\w*|sells?|sold|brings?|earns?|goes|(?:is|was|are|were)\s+(?:worth|priced|sold))"
AHEAD = pattern(
    r"\b(?:(?:each|every)\b(?:\s+(?:one\s+)?of\s+(?:the|its|their|these|those|his|her))?(?:\s+\d[\d,]*)?(?P<each>(?:\s+[a-z-]+){1,3})[^.;]{0,50}?"
    rf"|(?:an?|one|per)\s+(?:[a-z]+\s+)?(?P<unit>[a-z]+)\s+(?:(?:in|at|on|with|of|from)\s+(?:[\w’-]+\s+){{1,4}}?)?{SELLS}\b[^.;]{{0,30}}"
    r"|(?P<sort>[a-z]+s)\s+(?:for\s+[^.;]{1,30}\s)?(?:(?:are|were|will\s+be)\s+(?:(?:priced|sold|offered|on\s+sale)\s+at\s+)?|costs?\s+|sell\s+(?:for|at)\s+)"
    r"|\b(?P<fee>fee|price|rate|charge|fare|toll|admission)\s+(?:of|is|was|stands\s+at)\s+(?:an?\s+)?(?:(?:flat|fixed|single|standard)\s+)?"
    r"|(?P<time>daily|weekly|monthly|hourly|nightly|annual|yearly)\s+[a-z]+\b[^.;]{0,30})$",
    words="fee price rate charge fare toll admission each every cost fetch sell sold bring earn goes worth priced offered sale are were daily weekly monthly hourly nightly annual yearly",
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
    r"\b(?:plus|including|excluding|profits?|loss|half\s+price|deposit|instal+ments?|discount\w*|bonus\w*|tips|overtime|another|others?|expect\w*|forecast\w*|up\s+to|last\s+year)\b"
)
# "$2,900 an ounce, up from $2,640": the price of another time.
HELD_AGAINST = pattern(
    r"\b(?:(?:up|down)\s+from|against|compared\s+(?:with|to)|than|from)\s+(?:about\s+|just\s+|only\s+)?$",
    words="from against compared than",
)
# "The 5-euro ticket".
TICKET = pattern(
    r"\s+(?:[a-z]+\s+)?(?:tickets?|fees?|charges?|fines?|lev(?:y|ies)|tolls?|fares?|admission|deposits?|bonus|stamps?|pass|passes|vouchers?)\b",
    words="ticket fee charge fine lev toll fare admission deposit bonus stamp pass voucher",
)
# "Each household gets $12,500. There are 316 of them".
THERE_ARE, OF_THEM = late(r"\b[Tt]here\s+(?:are|were)\s+$"), late(r"\s+of\s+them\b")
NEXT = 4
CLAUSE = late(r",\s+and\s+(?:the|its|his|her|it|he|she|they)\b|[;:—]")
SCALED = pattern(r"illion|\d\s?(?:bn|m|tn)\b|crore|lakh")
SLACK, FEWEST, MOST, DIGITS = Decimal("0.003"), 3, 60, 3
ROUNDED = Decimal("0.025")
# Lengths of time that hold a whole number of another, whoever works how many days of the week.
IN_A = {("second", "minute"), ("second", "hour"), ("minute", "hour"), ("month", "year")}
# Tonnes in a ton, by their sizes.
TONNE = Decimal(1000) / Decimal("907.18474")
TWELVE = Context(prec=12)
# "Tickets are $18": what so many are sold for.
DEAR = 10_000


class Rate(NamedTuple):
    """A figure for one of something: of a noun or unit, or of whatever is counted ("")."""

    each: Fact
    per: str


class Three(NamedTuple):
    """What may be the price of one, the number and the total, with how many of the total's units one is by the units of the first two."""

    each: Fact
    number: Fact
    total: Fact
    factor: Decimal


def multiplied(story: Story, settled: set[int]) -> Iterator[Product]:
    """Each three figures that make a product by their units, or the only ones that would but for one wrong key."""
    told = [fact for fact in story.kinds(*KINDS) if _is_told(fact)]
    if not FEWEST <= len(told) <= MOST:
        return
    if not any(fact.kind in ("count", "duration") for fact in told):
        return
    rates = [rate for fact in told if any(_in_kind(fact, one) for one in told) for rate in _rates(story, fact)]
    of_one = {id(rate.each) for rate in rates if rate.per not in LONG}
    totals = [fact for fact in told if id(fact) not in of_one]
    found = [
        Three(each, number, total, factor)
        for each, per in rates
        for number in told
        if number is not each and (_counts(story, number, each, per) or _measures(number, each))
        for total in totals
        if total is not each and total is not number and (factor := _in_one(total, each, number))
    ]
    made = [
        three
        for three in found
        if _fits(three) or (_may_fit(three) and not swapped(_product(three), three.total.amount.low))
    ]
    yield from (_as_product(three) for three in made if _fits(three))
    taken = settled | {id(three.total) for three in made} | {id(three.each) for three in made if _is_exact(three.total)}
    prices = [rate.each for rate in rates]
    others = [rate.each for rate in rates if rate.per != "share"]  # "will pay 4 cents a share" prices no gold
    slipped = [
        three
        for three in found
        if not {id(three.each), id(three.total)} & taken
        and _one_key(three)
        and not (
            _is_beside(story, three, told)
            or counts_its_own(three.each, three.number, told)
            or (_is_partly(story, three) and not _out_of_scale(three, _product(three)))
            or is_priced(three[:3], prices if head(three.number) == "share" else others, told)
        )
    ]
    yield from map(_as_product, sorted(slipped, key=_apart)[:1])


def counts_its_own(each: Fact, number: Fact, told: Sequence[Fact]) -> bool:
    """ "212 people get $140,000 apiece … For the remaining 600": does its own sentence count those that the price is for?"""
    own = [fact for fact in told if fact.kind == "count" and fact.sentence == each.sentence != number.sentence]
    return any(fact.span < each.span and head(number) in ("", head(fact)) for fact in own)


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
    if fact.kind == "money" and "-" in fact.text and TICKET.match(story.after(fact, 30)):
        nouns.add("")
    behind, ahead = BEHIND.match(story.after(fact, 70)), AHEAD.search(story.before(fact, 90))
    if fact.kind not in KINDS[:2]:  # "six hours each"
        behind, ahead = behind if behind and not behind["unit"] else None, None
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
    if not noun and per not in LONG and _takes_up(story, number, each):
        return True
    if not per:
        return number.kind == "count" and noun != ""
    if number.kind == "duration":
        return noun == ("day" if per == "night" else per)
    return noun.startswith(per) or one_noun(noun, per) if noun else known


def _takes_up(story: Story, number: Fact, each: Fact) -> bool:
    """ "Each household gets $12,500. There are 316 of them": said of them in the next sentence?"""
    beside = 0 <= number.sentence.start - each.sentence.end < NEXT
    return (
        beside and THERE_ARE.search(story.before(number)) is not None and OF_THEM.match(story.after(number)) is not None
    )


def _measures(number: Fact, each: Fact) -> bool:
    """Is it so much of what the rate is of, in another unit: 86 tonnes at so much a kilo, two hours at so many litres a minute?"""
    unit, per = number.amount.unit, each.amount.unit.name.partition(" per ")[2]
    if number.kind == "duration":
        return (per, unit.name) in IN_A
    power = dict(each.amount.unit.dimension)
    return number.kind == "quantity" and bool(per) and all(power.get(name) == -times for name, times in unit.dimension)


def _in_kind(each: Fact, total: Fact) -> bool:
    kinds = {each.kind, total.kind}
    return each is not total and (len(kinds) == 1 or kinds == {"quantity", "count"})  # 85 oaks an hour, 1,020 oaks


def _in_one(total: Fact, each: Fact, number: Fact) -> Decimal | None:
    """How many times the price of one by the number is the total, which is one where their units are the same; none if the total is in
    something else. Of cents euros are made, and of an hour's litres a day's."""
    base, _, per = each.amount.unit.name.partition(" per ")
    unit, _, other = total.amount.unit.name.partition(" per ")
    unit = head(total) if total.kind == "count" else unit
    if not _in_kind(each, total) or (unit != base and not total.amount.unit.dimension):
        return None
    if number.kind == "duration" and per and other not in ("", per):  # £14 an hour, and £523 a month for a flat
        return None
    if unit == base and not _measures(number, each):
        return ONE if total.amount.low > each.amount.low * 2 else None
    units = each.amount.unit, number.amount.unit, total.amount.unit
    left: Counter[str] = Counter()
    for each_unit, sign in zip(units, (1, 1, -1), strict=True):
        left.update({name: power * sign for name, power in each_unit.dimension if name not in (per, unit)})
    if other or any(left.values()):
        return None
    price, times, whole = map(_size, units)
    factor = TWELVE.divide(price * times, whole)
    return factor if total.amount.low > each.amount.low * factor * 2 else None


def _size(unit: Unit) -> Decimal:
    """How many of the smallest it is. A ton is told for a tonne."""
    base, _, per = unit.name.partition(" per ")
    return unit.factor * (TONNE if base == "ton" else ONE) / (TONNE if per == "ton" else ONE)


def _as_product(three: Three) -> Product:
    each, factor = three.each, three.factor
    if factor != 1:
        each = each._replace(value=each.amount._replace(low=each.amount.low * factor, high=each.amount.high * factor))
    return Product(each, three.number, three.total, (1 / factor, ONE))


def _product(three: Three) -> Decimal:
    return TWELVE.multiply(three.each.amount.low * three.number.amount.low, three.factor)


def _fits(three: Three) -> bool:
    exact, total = _product(three), three.total
    return abs(exact - total.amount.low) <= max(exact * SLACK, exact_enough(exact, total))


def _may_fit(three: Three) -> bool:
    """Does it fit as far as all three may be rounded? A total that is told without a hedge is not rounded by much."""
    number, whole = (_rounded(fact) for fact in (three.number, three.total))
    total = three.total.amount
    if _is_exact(three.total):
        off = min(total.low - whole.low, total.low * ROUNDED)
        whole = Interval(total.low - off, total.low + off)
    return number.scaled(three.each.amount.low * three.factor).widened(whole.high * SLACK).meets(whole)


def _rounded(fact: Fact) -> Interval:
    return rounded(bare(fact) if _is_exact(fact) else fact.amount)


def _one_key(three: Three) -> bool:
    """Would one of the three, with one key changed, make it right to the unit? Of figures of one digit that may be chance."""
    facts = three.each, three.number, three.total
    each, number, total = (fact.amount.low for fact in facts)
    if not all(map(_is_exact, facts)) or (each <= 1 and three.factor == 1) or digits(each) + digits(number) < DIGITS:
        return False
    exact = _product(three)
    if _out_of_scale(three, exact) or _key_more(exact, total):
        return True
    if not total / 10 < exact < total * 10:
        return False
    return (
        (exact in set(keys(total)) and (digits(exact) >= DIGITS or swapped(exact, total)))
        or jumbled(exact, total)
        or total in {TWELVE.multiply(key * number, three.factor) for key in keys(each)}
        or total in {TWELVE.multiply(key * each, three.factor) for key in keys(number)}
    )


def _out_of_scale(three: Three, exact: Decimal) -> bool:
    """The same digits, and a thousand times too much or too little by a wrong "million"."""
    total = three.total
    return SCALED.search(total.text) is not None and total.amount.low in (exact * 1000, exact / 1000)


def _key_more(exact: Decimal, total: Decimal) -> bool:
    """A key too many, or one lost, in front of all others: 190,000 for 90,000."""
    first, second = sorted((f"{exact.normalize():f}", f"{total.normalize():f}"), key=len)
    return len(first) > DIGITS and len(second) == len(first) + 1 and second[1:] == first


def _is_exact(fact: Fact) -> bool:
    """Told as it is; "some 40,850" is so as well."""
    return single(fact) or (fact.amount.bound == "~" and digits(fact.amount.low) >= DIGITS)


def _is_partly(story: Story, three: Three) -> bool:
    total = three.total  # "came to $130 million, and the board, which skipped the dividend last year, …"
    behind = CLAUSE.split(story.text[total.span.end : total.sentence.end])[0]
    return PARTLY.search(story.text[total.sentence.start : total.span.start] + behind) is not None


def _apart(three: Three) -> int:
    starts = [fact.span.start for fact in (three.each, three.number, three.total)]
    return max(starts) - min(starts)


def is_priced(three: tuple[Fact, Fact, Fact], prices: Iterable[Fact], told: Iterable[Fact]) -> bool:
    """Has the number, where it is told, or the total a price of its own in its sentence: "22 million shares for $125 apiece", "$10 a share,
    or $540 million"?"""
    each, number, total = three
    own = {price.sentence for price in prices if price.span not in (each.span, total.span)}
    again = {fact.sentence for fact in told if fact.amount.low == number.amount.low and fact.kind == number.kind}
    return each.sentence not in own and not own.isdisjoint({total.sentence, *again})


def _is_beside(story: Story, three: Three, told: list[Fact]) -> bool:
    """Is another price told beside it, so that not all were paid the one: "£12 each, £6 for children"?"""
    each, total = three.each, three.total
    beside = (
        f
        for f in told
        if f.sentence == each.sentence
        and f.kind == each.kind
        and f not in (each, total)
        and not HELD_AGAINST.search(story.before(f, 30))
    )
    return any(each.kind == "money" or fact.amount.unit.fits(each.amount.unit) for fact in beside)
