"""A figure and the same in another unit beside it: "90 kilometers (56 miles)", "31,000 feet, or 9,450 metres"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from copydesk.amounts import ONE, PERCENT, Amount, Interval
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Repair
from copydesk.relate.spans.again_in import again
from copydesk.story import Parts, RelationKind, Story
from copydesk.ties import amended, bare, computed, digits, half_place, last_place, single, swapped

# What may stand between a figure and its conversion: an opening bracket, or "or", with a hedge.
HEDGE = r"(?:about|roughly|around|some|nearly|almost|approximately|just (?:over|under)|exactly|precisely|more than|less than|over|under|up to|at least)"
SIZED = r"(?:\s+(?:long|high|wide|deep|tall|thick|square|across|away|off|above sea level|(?:to the )?(?:north|south|east|west)\w*|in (?:size|length|height|width|depth|weight|area|all)))?"
IT_IS = r"(?:(?:that|which) (?:is|was|equals|makes)(?: to say)?|i\.\s?e\.|namely|in other words|the (?:length|equivalent|same) (?:of|as)|equal to)"
OPENING = late(
    rf"{SIZED}\s*(?:[(\[]\s*(?:or\s+|{IT_IS},?\s+)?|,?\s*or\b|,?\s*(?:the )?equivalent (?:to|of)\b|\s+/\s*|(?:,|\s[–—-]\s?|[–—])\s*(?:{IT_IS},?)?)\s*{HEDGE}?\s*",
    re.IGNORECASE,
)
# Of lengths of time, "ten days or two weeks" are two; and what is said of what may be, too.
SAME_TIME = late(rf"\s*(?:[(\[]\s*(?:or\s+|{IT_IS},?\s+)?|,\s*or\b|,?\s*{IT_IS},?)\s*{HEDGE}?\s*", re.IGNORECASE)
WHOLE = late(r"\s*,\s*")
FULL = pattern(r"\b(?:exactly|precisely|full|whole)\b")
EITHER = pattern(
    r"\b(?:may|can|could|might|either|depend\w*|if|whether|unless|whichever|between|working|business|school)\b"
)
# "The wave was 30 metres high. That is nearly 100 feet."
THAT_IS = late(rf"{SIZED}\.\s+(?:That|This|It)(?:'s|’s| is| was)\s+{HEDGE}?\s*")
# A figure set off by no more than a comma is another one if it is so many times off.
LOOSE = late(r"[^(\[]*?[,–—-]\s*(?!\s*(?:(?:or|the|equivalent|that is|which is|namely|equal)\b|i\.\s?e\.|in other))")
FAR, TWICE = Decimal(3), Decimal(2)
# Unless it is so nearly ten or a hundred times off that its unit was slipped.
TENFOLD = Decimal("0.05")
# Between a fraction and its percentage.
OF_IT = late(rf"(?:\s+of\s+[\w\s'’-]{{1,40}}?)?\s*(?:[(\[]|,\s+or|[—–]\s*(?:or)?)\s*{HEDGE}?\s*", re.IGNORECASE)
# After "or" the conversion must be set off, since "10 miles or 20 kilometers" may be two choices.
SET_OFF = late(r"\s*(?:[),.;—–\]]|-\s|$)")
# A lenient reader grants this much more; several things go by the same name of these units (a ton is short, long or metric).
LENIENT, LENIENT_ALIKE = Decimal("0.03"), Decimal("0.3")
ALIKE = ("ton", "gallon", "pint", "quart", "ounce", "mile", "cup", "barrel", "calorie")
# Where the second figure was the first there was, the first may be its rounding, by no more than this share of it.
BACK = Decimal("0.03")
FIVE = Decimal(5)
DEGREES = Decimal(1)
# "Fell to 3 C"; but warming is held to 1.5 C, and days may be 3 C above the average.
LEVEL = pattern(
    r"\b(?:(?:fell|falls|falling|dropped|drops|plunged|sank|rose|climbed|soared|cooled|heated)\s+to|reached|reaching|hit|at|low\s+as|high\s+as)\s+(?:just\s+|about\s+|a\s+[a-z]+\s+)?$",
    words="to reach hit at as",
)
AGAINST = pattern(
    r"\b(?:above|below|warmer|hotter|colder|cooler|higher|lower|warming|than|by|rises?|increases?|more|less)\b"
)
# So many percentage points a fraction in words may be off.
ROUGHLY, HEDGED = Decimal(3), Decimal(10)  # "almost half" may be 42
# Figures of so many digits are no rounding of each other.
EXACT = 3
# Figures below this were often rounded before, in a third unit (knots): they may be one off.
SMALL, MUCH = Decimal(10), Decimal("0.6")
TIME = (("time", 1),)


def relate(story: Story) -> Iterator[Relation]:
    """Pairs of quantities of one dimension in two units, the second set off by brackets or *or*; so are a fraction and its percentage."""
    yield from _fractions(story)
    rates = (pair for pair in story.pairs("money") if all(" per " in fact.amount.unit.name for fact in pair))
    quantities = pairwise(story.kinds("quantity"))
    beside = [pair for pair in (*quantities, *rates) if _in_two_units(*pair) and _set_beside(story, *pair)]
    lengths = [fact for fact in story.kinds("duration") if isinstance(fact.value, Amount)]
    beside += [pair for pair in pairwise(lengths) if _is_one_length(story, *pair)]
    for stated, converted in (*beside, *again(story)):
        if stated.amount.low:
            parts: Parts = {
                "stated": stated,
                "converted": converted,
                "bare": bare(converted),
                "expected": _expected(stated.amount, converted.amount, _is_level(story, stated)),
            }
            yield Relation("conversion", parts, stated.sentence, _repairs(stated, converted))


def _fractions(story: Story) -> Iterator[Relation]:
    """ "Two fifths of its income, or 40 percent,": a fraction in words is a rounding."""
    if not story.kinds("percent"):
        return
    for a, b in story.pairs("count", "number", "percent"):
        fraction, percent = (a, b) if b.kind == "percent" else (b, a)
        if percent.kind != "percent" or not (
            0 < fraction.amount.low < 1 and fraction.amount.low == fraction.amount.high
        ):
            continue
        if (
            not OF_IT.fullmatch(story.between(a, b))
            or not SET_OFF.match(story.after(b))
            or percent.amount.unit != PERCENT
        ):
            continue
        exact = fraction.amount.low * 100
        off = ROUGHLY if single(fraction) else HEDGED
        near = Interval(exact - off, exact + off)
        expected = Amount(exact, exact, "=", near, near.widened(off / 2), PERCENT)
        parts: Parts = {"stated": fraction, "converted": percent, "bare": bare(percent), "expected": expected}
        yield Relation("conversion", parts, a.sentence, (amended(percent, Decimal(round(exact))),))


def _set_beside(story: Story, stated: Fact, converted: Fact) -> bool:
    """Is the second in apposition to the first, or what the next sentence calls it?"""
    between = story.between(stated, converted)
    opening = OPENING if stated.sentence == converted.sentence else THAT_IS
    if not opening.fullmatch(between) or not SET_OFF.match(story.after(converted)):
        return False
    exact = stated.amount.to(converted.amount.unit).low
    if LOOSE.match(between) is None or exact / FAR < converted.amount.low < exact * FAR:
        return True
    times = exact / converted.amount.low if converted.amount.low else ONE
    return any(abs(times.scaleb(-power) - 1) < TENFOLD for power in (-3, -2, -1, 1, 2, 3))


def _is_one_length(story: Story, stated: Fact, converted: Fact) -> bool:
    """ "36 hours, or a day and a half,": a length of time, said to be another."""
    if stated.sentence != converted.sentence or not (single(stated) and single(converted)):
        return False
    between = story.between(stated, converted)
    exact = stated.amount.to(converted.amount.unit).low
    if converted.text.startswith(("a ", "an ")) and not exact / TWICE < converted.amount.low < exact * TWICE:
        return False  # "it will save you 20 minutes, or an hour"
    said = SAME_TIME.fullmatch(between) or (WHOLE.fullmatch(between) and FULL.search(converted.text))
    set_off = SET_OFF.match(story.after(converted)) and not EITHER.search(story.words(stated.sentence))
    return bool(said and set_off) and _in_two_units(stated, converted)


def _in_two_units(a: Fact, b: Fact) -> bool:
    first, second = a.amount.unit, b.amount.unit
    return first.fits(second) and first.name != second.name and bool(first.dimension)


def _expected(stated: Amount, converted: Amount, level: bool = False) -> Amount:
    """The stated figure in the other unit, as far off as rounding of either allows. `level`: a temperature that is surely no difference."""
    exact = stated.to(converted.unit)
    if stated.unit.offset != converted.unit.offset and not level and _is_difference(stated, converted):
        exact = stated.to(converted.unit, difference=True)
    back = min(
        half_place(stated),
        max(abs(stated.low), abs(stated.high)) * BACK if stated.high >= SMALL else half_place(stated),
    )
    by = max(back * stated.unit.factor / converted.unit.factor, half_place(converted), _fives(stated, converted))
    core = Interval(exact.low - by, exact.high + by)
    if converted.unit.offset or stated.unit.offset:
        return computed(core, core.widened(DEGREES), said=exact)
    if _digits_turned(stated, converted):
        return computed(core, said=exact)
    alike = any(name in unit.name.split() for unit in (stated.unit, converted.unit) for name in ALIKE)
    share = LENIENT_ALIKE if alike and not _short_lengths(stated, converted) else LENIENT
    lenient = max(abs(exact.low), abs(exact.high)) * share
    if converted.high < SMALL and stated.unit.dimension != TIME:
        lenient = max(lenient, min(ONE, last_place(converted), abs(exact.high) * MUCH))
    return computed(core, core.widened(lenient), said=exact)


def _repairs(stated: Fact, converted: Fact) -> tuple[Repair, Repair]:
    there, back = stated.amount.to(converted.amount.unit), converted.amount.to(stated.amount.unit)
    return amended(converted, there.low), amended(stated, back.low)


def _fives(stated: Amount, converted: Amount) -> Decimal:
    """Weather services give both figures to the nearest five: how far off that may be."""
    both = all(figure.low % FIVE == 0 and figure.low >= 4 * FIVE for figure in (stated, converted))
    return FIVE / 2 if both else Decimal(0)


def _digits_turned(stated: Amount, converted: Amount) -> bool:
    """ "356kg (805lb)": would the one be the other to its last digit, were two of its digits changed round?"""
    if any(amount.is_bound or amount.bound == "~" or digits(amount.low) < EXACT for amount in (stated, converted)):
        return False
    there, back = stated.to(converted.unit).low, converted.to(stated.unit).low
    return any(
        swapped(amount.low, meant.quantize(last_place(amount)))
        for amount, meant in ((converted, there), (stated, back))
    )


def _is_difference(stated: Amount, converted: Amount) -> bool:
    """A rise of 2 C is one of 3.6 F: two temperatures that agree only as differences are such."""
    said = stated.to(converted.unit, difference=True)  # of "above 85C" the figure itself
    off = half_place(converted)
    return Interval(said.low, said.high).meets(Interval(converted.low - off, converted.high + off).widened(DEGREES))


def _is_level(story: Story, stated: Fact) -> bool:
    """ "It fell to 3 C (37 F)", "minus 40 C": a temperature, unless the words hold it against another."""
    told = stated.amount.low < 0 or LEVEL.search(story.before(stated)) is not None
    return told and AGAINST.search(story.words(stated.sentence)) is None


def _short_lengths(stated: Amount, converted: Amount) -> bool:
    """A plain mile is a statute mile: only where one unit is nautical may they be mixed up."""
    names = (stated.unit.name, converted.unit.name)
    return "mile" in " ".join(names) and "nautical" not in " ".join(names)


RELATION = RelationKind(
    about="A figure and the same figure in another unit, in brackets, after *or* or *that is*, or where its thing is spoken of again; bare is the second without its hedge, expected the first in its unit.",
    parts={"stated": "figure", "converted": "figure", "bare": "figure", "expected": "figure"},
    relate=relate,
)
