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
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.products.each import KINDS, LONG, NEXT, Rate, counts, measures, rates_of
from copydesk.relate.products.plain import Product, exact_enough
from copydesk.story import Story
from copydesk.support import head, of_people
from copydesk.ties import bare, digits, jumbled, keys, rounded, single, swapped

# A total that is more, or less, than the product.
PARTLY = pattern(
    r"\b(?:plus|including|excluding|profits?|loss|half\s+price|deposit|instal+ments?|discount\w*|bonus\w*|tips|overtime|another|others?|expect\w*|forecast\w*|up\s+to|last\s+year)\b"
)
# "$2,900 an ounce, up from $2,640": the price of another time.
HELD_AGAINST = pattern(
    r"\b(?:(?:up|down)\s+from|against|compared\s+(?:with|to)|than|from)\s+(?:about\s+|just\s+|only\s+)?$",
    words="from against compared than",
)
CLAUSE = late(r",\s+and\s+(?:the|its|his|her|it|he|she|they)\b|[;:—]")
SCALED = pattern(r"illion|\d\s?(?:bn|m|tn)\b|crore|lakh")
SLACK, FEWEST, MOST, DIGITS = Decimal("0.003"), 3, 60, 3
ROUNDED = Decimal("0.025")
BOUGHT = pattern(
    r"\b(?:sold|sells?|selling|sales?|bought|buys?|buying|paid|pays?|paying|charg\w+|order\w*|raised|rais(?:es|ing)|t[ao]kes?\s+in|took\s+in|brought\s+in|earn\w*|fetch\w*|cost\w*|spen[dt]\w*"
    r"|tickets?|seats?|visit\w*|attend\w*|came|turned\s+up|handed\s+(?:in|out|over)|issued|fined|rent\w*|leas\w*|hired?|receiv\w*|gets?|got|give[ns]?|gave|made|makes?|produc\w*|deliver\w*|harvest\w*|donat\w*|books?|booked)\b"
)
# Tonnes in a ton, by their sizes.
TONNE = Decimal(1000) / Decimal("907.18474")
TWELVE = Context(prec=12)


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
    rates = [rate for fact in told if any(_in_kind(fact, one) for one in told) for rate in rates_of(story, fact)]
    of_one = {id(rate.each) for rate in rates if rate.per not in LONG}
    totals = [fact for fact in told if id(fact) not in of_one]
    found = [
        Three(each, number, total, factor)
        for each, per in rates
        for number in told
        if number is not each and (counts(story, number, each, per) or measures(number, each))
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
        and (_is_of_that(story, three, rates) or _is_bought(story, three))
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
    own = [fact for fact in told if fact.sentence == each.sentence != number.sentence and fact.span < each.span]
    if number.kind == "quantity":
        return any(fact.kind == "quantity" and fact.amount.unit.name == number.amount.unit.name for fact in own)
    return any(fact.kind == "count" and head(number) in ("", head(fact)) for fact in own)


def _is_told(fact: Fact) -> bool:
    amount = fact.value
    return (
        isinstance(amount, Amount)
        and amount.low == amount.high > 0
        and not amount.is_bound
        and fact.block != "headline"
        and (amount.low >= 1 or any(map(str.isdigit, fact.text)))  # "a third of what the city uses"
    )


def _is_of_that(story: Story, three: Three, rates: list[Rate]) -> bool:
    """Does the price say that it is of what the number counts, and not only of one of whatever it is?"""
    each, number = three.each, three.number
    named = [per for rate, per in rates if rate is each and per]
    return any(counts(story, number, each, per) for per in named) or measures(number, each)


def _is_bought(story: Story, three: Three) -> bool:
    """Is it a number of people, or of what is sold or paid for; or told in the sentence of its price or beside that?"""
    per, other = (fact.amount.unit.name.partition(" per ")[2] for fact in (three.each, three.total))
    if other not in ("", per) and not three.number.amount.unit.name.endswith(f" per {other}"):
        return False  # "$45 a unit … two inspectors … $150 a week"
    number, (first, second) = three.number, sorted((three.each.sentence, three.number.sentence))
    beside = (
        first == second or 0 <= second.start - first.end < NEXT and "\n" not in story.text[first.end : second.start]
    )
    if of_people(head(number)) or number.kind != "count" or beside:
        return True
    return BOUGHT.search(story.words(number.sentence)) is not None


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
    if unit == base and not measures(number, each):
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
