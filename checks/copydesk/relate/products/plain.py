"""So many at so much each, and what it comes to, told by the form of one sentence or two: "30 cows at 900 euros apiece, spending 27,000 euros";
"200 trees a hectare on 15 hectares, 3,000 in all"; "six teams of eight runners, 48 in all"; "$650 a month, or $7,800 a year". As in physics, what
the first is told for one of is what the second counts; what is left is what the third is in."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise, permutations
from math import inf, log10

from copydesk.amounts import ONE, Amount
from copydesk.late import late
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.relate.products import words as wording
from copydesk.story import Story
from copydesk.support import head
from copydesk.ties import last_place, single

KINDS = ("count", "number", "money", "quantity", "duration")
# A slip of the scale: thousand, million.
SCALES = frozenset(Decimal(scale) for scale in ("0.001", "0.01", "0.1", "10", "100", "1000"))
# A total further from the product than this is one of something else; unless words say that it is what comes of it.
LEAST, MOST = Decimal("0.5"), Decimal(2)
SAID_TO = Decimal("1.7")
# So many times as much, or as little, may still be meant where one stands for the other.
FAR = Decimal(4)
NEXT, MOST_FIGURES = 3, 4
# How many powers of ten a total may be off, at most and with the same digits.
ABOUT, MOST_ZEROS, SAME = 0.65, 3.1, 0.004

# "A third of what the city uses" is of it, and no price.
OF = late(r"\s+of\b")


class Product(NamedTuple):
    """number times each makes total; `number` is a plain number where none of the facts gives it (the months of a year). What was told in
    another unit than it is reckoned in (kilos in grams) has its scale, the price first."""

    each: Fact
    number: Fact | Decimal
    total: Fact
    scales: tuple[Decimal, Decimal] = (ONE, ONE)


class Reading(NamedTuple):
    """A figure, what it is in (a unit, a noun, or "" if left out), for one of what it is told ("" for whatever is counted, None if for
    nothing), and in what time."""

    fact: Fact
    base: str
    per: str | None
    time: str
    scale: Decimal = ONE


def products(story: Story) -> Iterator[Product]:
    """The products that a sentence tells, or one and the next."""
    told = [(span, _figures(facts)) for span, facts in story.sentences()]
    for i, (span, figures) in enumerate(told):
        if not figures or figures[0].block == "headline":
            continue
        found = []
        if len(figures) > 1 and _of_two_times(story.words(span).lower()):
            yield from _rates(story, _readings(story, figures))
        if 3 <= len(figures) <= MOST_FIGURES and _may_multiply(figures):
            found = _grouped(story, figures) or _told(story, _readings(story, figures))
        beside = i + 1 < len(told) and told[i + 1][0].start - span.end < NEXT
        if not found and beside and not (figures[0].kind == "count" and _in_next_paragraph(story, told, i)):
            both = figures + told[i + 1][1]
            if len(both) == 3 and len(figures) < 3 and _may_multiply(both):
                found = _told(story, _readings(story, figures) + _readings(story, told[i + 1][1]))
        yield from found


def _in_next_paragraph(story: Story, told: list[tuple[Span, list[Fact]]], i: int) -> bool:
    """Is the sentence behind one of another paragraph, which begins with *each*: each of whom?"""
    following = told[i + 1][0]
    return "\n" in story.text[told[i][0].end : following.start] and story.words(following).startswith("Each ")


def _of_two_times(words: str) -> bool:
    return sum(time in words for time in wording.TIMES) > 1


def _may_multiply(figures: list[Fact]) -> bool:
    """Is any of them about the product of two others, in its unit or in the smallest, or the same digits? Most sentences are done with here."""
    sizes = [{float(f.amount.low), float(f.amount.low * f.amount.unit.factor)} for f in figures]
    return any(
        _about(one * other, whole) for a, b, c in permutations(sizes, 3) for one in a for other in b for whole in c
    )


def _about(product: float, whole: float) -> bool:
    if not 0 < product < inf or not 0 < whole < inf:
        return False
    off = abs(log10(product / whole))
    return off < ABOUT or (off < MOST_ZEROS and abs(off - round(off)) < SAME)


def _figures(facts: list[Fact]) -> list[Fact]:
    return [
        fact
        for fact in facts
        if fact.kind in KINDS
        and isinstance(fact.value, Amount)
        and fact.value.low == fact.value.high > 0
        and (fact.value.low >= 1 or any(map(str.isdigit, fact.text)) or not OF.match(fact.document.text, fact.span.end))
        and not (fact.kind == "duration" and fact.text.lower().startswith(("a ", "an ", "per ", "each ", "every ")))
    ]


def _readings(story: Story, figures: list[Fact]) -> list[Reading]:
    """The figures of one sentence. An *each* behind one of them is no *each* in front of another."""
    if not figures:
        return []
    words, places = story.outline(figures[0].sentence, figures)
    behind = any(wording.EACH.match(story.after(fact, 40)) for fact in figures)
    return [
        _reading(fact, words[:at], words[at + 1 : at + 51].partition("@")[0], behind) for at, fact in places.items()
    ]


def _reading(fact: Fact, before: str, after: str, behind: bool) -> Reading:
    base, _, per = fact.amount.unit.name.partition(" per ")
    base = head(fact) if fact.kind in ("count", "number") or fact.of else base
    base = "" if base == "altogether" else base
    found = wording.A_TIME.match(after) if fact.kind in ("count", "number", "duration") else None
    time = per if per in wording.TIMES else found["unit"].lower() if found else ""
    if wording.EACH.match(after) or (fact.kind == "money" and not per and wording.AT.search(before)):
        return Reading(fact, base, "", time)
    if per and per not in wording.TIMES:
        return Reading(fact, base, "" if per in wording.ANYBODY else per, "")
    if wording.EACH_BEFORE.search(before) and not behind and not wording.EACH_OF.search(before):
        return Reading(fact, base, "", time)
    if time:
        return Reading(fact, base, time, time)
    unit = (
        wording.A_UNIT.match(after)
        or wording.A_COSTS.search(before[-60:])
        or (wording.HOLDS.search(before) if base else None)
    )
    word = singular(unit["unit"].lower()) or unit["unit"].lower() if unit else None
    word = wording.SHORT.get(word or "", word)
    return Reading(fact, base, word, word if word in wording.TIMES else "")


def _grouped(story: Story, figures: list[Fact]) -> list[Product]:
    """ "Six teams of eight runners, 48 in all"."""
    words, places = story.outline(figures[0].sentence, figures)
    found = wording.GROUPS.search(words)
    if found is None:
        return []
    each, number, total = (places[found.start(name)] for name in ("each", "number", "total"))
    return [Product(each, number, total)] if all(map(single, (each, number, total))) else []


def _rates(story: Story, readings: list[Reading]) -> Iterator[Product]:
    """ "$650 a month, or $7,800 a year", "14,000 patients a year, roughly 270 a week": one rate by two lengths of time."""
    for first, second in pairwise(readings):
        each, total = (second, first) if (second.time, first.time) in wording.IN_A else (first, second)
        lengths = wording.IN_A.get((each.time, total.time), ())
        one_base = first.base == second.base or (second.base in ("", "count") and first.fact.kind != "money")
        if not lengths or not one_base or not wording.OR_RATE.fullmatch(story.between(first.fact, second.fact)):
            continue
        exact = total.fact.amount.low / each.fact.amount.low
        if single(first.fact) and _is_rough(second.fact) and _may_be(exact, Decimal(lengths[0])):
            yield Product(each.fact, min(map(Decimal, lengths), key=lambda times: abs(times - exact)), total.fact)


def _may_be(ratio: Decimal, wanted: Decimal) -> bool:
    """Is it near enough to be meant, or a wrong zero off?"""
    return wanted / FAR < ratio < wanted * FAR or ratio / wanted in SCALES


def _is_rough(fact: Fact) -> bool:
    """Plainly told, or about so many."""
    return single(fact) or fact.amount.bound == "~"


def _told(story: Story, readings: list[Reading]) -> list[Product]:
    """Which figure is the price of one, which the number, which the total?"""
    readings = _in_small(readings)
    told = [
        (each, number, total)
        for each, number, total in permutations(readings, 3)
        if each.per is not None and _in_one(total, each, number)
    ]
    found = [three for three in told if _counts(three[1], three[0], three[2])]
    found = found or [three for three in told if _known(story, three[1], three[0], three[2])]
    if len(found) != 1:
        return []
    each, number, total = (reading.fact for reading in found[0])
    scales = found[0][0].scale, found[0][2].scale
    product = each.amount.low * number.amount.low
    slack = SAID_TO if wording.COMES_TO.search(story.before(total)) else Decimal(1)
    near = LEAST / slack * product < total.amount.low < MOST * slack * product or _out_of_scale(story, total, product)
    near = near or (_apposed(story, total, each) and _may_be(total.amount.low, product))
    figures = [reading.fact for reading in readings]
    return [Product(each, number, total, scales)] if near and _tied(story, figures, each, total, product) else []


def _known(story: Story, number: Reading, each: Reading, total: Reading) -> bool:
    """ "A ticket costs 14 euros; the 3,000 that were sold"; "30 jets worth 3.3 billion, or 110 million a plane"."""
    if number.fact.kind != "count" or each.per in wording.TIMES or number.fact.amount.low <= 1:
        return False
    return bool(not number.base and wording.KNOWN.search(story.before(number.fact, 8))) or _apposed(
        story, total.fact, each.fact
    )


def _apposed(story: Story, total: Fact, each: Fact) -> bool:
    """ "Worth 4.6 million euros, an average of 20,000 each": what one comes to, right behind the total."""
    return total.span.start < each.span.start and wording.APPOSED.fullmatch(story.between(total, each)) is not None


def _out_of_scale(story: Story, total: Fact, product: Decimal) -> bool:
    """The same digits, with a wrong "million"; and said to be what it comes to."""
    return total.amount.low / product in SCALES and bool(wording.COMES_TO.search(story.before(total)))


def _tied(story: Story, figures: list[Fact], each: Fact, total: Fact, product: Decimal) -> bool:
    comes_to = wording.TOTAL if total.sentence == each.sentence else wording.EARNED
    if total.sentence != each.sentence and wording.A_AT.search(
        story.before(each)
    ):  # "a ticket at 9.50 is cheap": not all are
        return False
    apposed = _apposed(story, total, each)
    if not comes_to.search(story.before(total)) and not wording.IN_ALL.match(story.after(total)) and not apposed:
        return False
    opening = story.text[figures[0].sentence.start : figures[0].span.start]
    words = (
        opening.replace(" from ", " ") + story.text[figures[0].span.start : figures[-1].sentence.end]
    )  # "a taxi from the airport, 30 miles away"
    if average := wording.AVERAGE.search(story.before(each)):
        words = words.replace(average[0], "")
    words = words.replace(" on average", "")
    apart = total.span.start < each.span.start and not apposed
    return product == total.amount.low or not (
        apart
        or wording.PARTLY.search(words)
        or not all(single(fact) or (apposed and fact is each and _is_rough(fact)) for fact in figures)
    )


def _counts(number: Reading, each: Reading, total: Reading) -> bool:
    """Is it a number of what the price is of? Of "$30 a month … $60,000 a month" it may be of anything."""
    if number.fact.kind == "money" or number.fact.amount.low <= 1:
        return False
    if number.fact.kind == "duration":
        return number.base == ("day" if each.per == "night" else each.per)
    if each.per and not (each.per == each.time == total.time):
        own = number.base in (each.per, each.per + "s") or number.base[:-2] == each.per  # visitors, a visit
        return own or (not number.base and each.fact.kind == "money")
    if number.fact.kind == "quantity":
        return bool(number.time)
    return number.fact.kind == "count" or each.fact.kind != "count"


def _in_one(total: Reading, each: Reading, number: Reading) -> bool:
    """Is it in what the price is in, and in its time or the number's; and larger than either?"""
    if total.fact.amount.low <= max(each.fact.amount.low, number.fact.amount.low if each.fact.amount.low > 1 else 0):
        return False
    if total.per not in (None, total.time, "") or total.time not in ("", number.time, each.time):
        return False
    if total.time and total.per == total.time == each.per and number.fact.kind == "duration":
        return False
    kinds = {each.fact.kind, total.fact.kind}
    if "money" in kinds or "duration" in kinds:
        elided = total.fact.kind == "number" and "illion" in total.fact.text and _costs(total.fact)
        return (len(kinds) == 1 and each.base == total.base) or (elided and each.fact.kind == "money")
    return total.base in ("", "count", each.base) or (not each.base and each.per not in (None, "", *wording.TIMES))


def _in_small(readings: list[Reading]) -> list[Reading]:
    """Kilos and grams all as grams."""
    measured = [each.fact.amount.unit for each in readings if each.fact.kind == "quantity" and not each.per]
    if len(set(measured)) < 2 or not all(unit.fits(measured[0]) and not unit.offset for unit in measured):
        return readings
    small = min(measured, key=lambda unit: unit.factor)
    return [
        each._replace(
            fact=each.fact._replace(value=each.fact.amount.to(small)),
            base=small.name,
            scale=small.factor / each.fact.amount.unit.factor,
        )
        if each.fact.amount.unit in measured
        else each
        for each in readings
    ]


def _costs(fact: Fact) -> bool:
    """ "The 14 kilometres will cost 126 million": money, though it does not say so."""
    return wording.COST.search(fact.document.text, fact.sentence.start, fact.span.start) is not None


def exact_enough(product: Decimal, total: Fact) -> Decimal:
    """How far off the total may be by its rounding."""
    return min(last_place(total.amount) / 2, product * Decimal("0.05"))
