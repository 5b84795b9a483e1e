"""A part, its whole and the percentage that it is: "84 of the 240 cases, or 35 percent"."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import PERCENT, Amount, Interval
from copydesk.late import late, pattern
from copydesk.lexicon.persons import PERSON_OF
from copydesk.model import Fact, Relation
from copydesk.relate.portions.beside import Portion, in_percent, is_fraction, portions
from copydesk.relate.portions.measured import measured
from copydesk.relate.portions.polled import polled
from copydesk.relate.portions.rated import rated
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head
from copydesk.ties import amended, bare, last_place, rounded, single

# Between part and percentage: nothing but the nouns, and "or".
SAME = pattern(
    r"[\s\w'’-]{0,40},?\s*(?:\(|,?\s*or\s+|—\s*|,\s*(?:a\s+)?(?:\w+\s+){0,3}(?:rate|share|proportion)\s+of\s+|,\s*or\s+)\s*(?:about|roughly|nearly|almost|some|around|just\s+(?:over|under))?\s*"
)
THOSE = pattern(
    r"^\s*(?:of\s+(?:those|all|them|the|its|their|that\s+total)\b[^.;]{0,30}|\)|,|\.|;|$|of\s+(?:them|it)\b)"
)
OF_THOSE = pattern(r"\s*of\s+(?:those|them|all|everyone|everybody)\b")
OF_THE = late(r"\s+of\s+(?:the|its|their|those|these)\s+[a-z]")
# A fraction in words is this many percentage points off at most.
# Nobody rounds counts below this.
SMALL = 100
ROUNDED, THOUSAND = Decimal("0.05"), 1000
FRACTION_OFF, FRACTION_SHARE = Decimal(2), Decimal("0.12")


def relate(story: Story) -> Iterator[Relation]:
    """Percentages beside the part and the whole that they are worked out from, or far from the only ones that they can be of."""
    told: set[int] = set()
    for portion in (*portions(story), *measured(story)):
        if id(portion.percent) in told:
            continue
        told.add(id(portion.percent))
        in_words = is_fraction(portion.percent)
        yield _left_over(portion) if portion.rest else _of_words(portion) if in_words else _relation(*portion[:3])
    percents = [fact for fact in story.kinds("percent") if fact.amount.unit == PERCENT and not fact.amount.is_bound]
    if not percents:
        return
    for percent in percents:
        found = None if id(percent) in told else _elsewhere_counted(story, percent)
        if found is not None:
            told.add(id(percent))
            yield _relation(percent, *found)
    for percent, part, whole in polled(story, [fact for fact in percents if id(fact) not in told]):
        told.add(id(percent))
        yield _relation(percent, part, whole)
    for percent, pair in rated(story, percents, told):
        yield _relation(percent, *pair)


def _of_words(told: Portion) -> Relation:
    """A fraction in words is a rounding: a few percentage points are granted."""
    exact = told.part.amount.low / told.whole.amount.low * 100
    wanted = round(told.whole.amount.low * in_percent(told.percent) / 100)
    parts: Parts = {"percent": told.percent, "part": told.part, "whole": told.whole, "expected": _roughly(exact)}
    return Relation("share", parts, told.percent.sentence, (amended(told.part, Decimal(wanted)),))


def _roughly(exact: Decimal) -> Amount:
    off = min(FRACTION_OFF, exact * FRACTION_SHARE)
    near = Interval(exact - off, exact + off)
    said = Decimal(round(exact))
    return Amount(said, said, "=", near, near.widened(off / 2), PERCENT)


def _left_over(told: Portion) -> Relation:
    """What a percentage or fraction leaves."""
    exact = told.part.amount.low / told.whole.amount.low * 100
    left = 100 - in_percent(told.percent)
    expected = _roughly(exact)
    percent = Amount(
        Decimal(round(left)), Decimal(round(left)), "=", Interval(left, left), Interval(left, left), PERCENT
    )
    parts: Parts = {
        "percent": percent,
        "part": told.part,
        "whole": told.whole,
        "expected": expected,
        "taken": told.percent,
    }
    wanted = round(told.whole.amount.low * left / 100)
    return Relation("share", parts, told.part.sentence, (amended(told.part, Decimal(wanted)),))


def _relation(percent: Fact, part: Fact, whole: Fact) -> Relation:
    expected = _expected(percent, part, whole)
    if percent.amount.bound == "~":  # what it grants is in what is expected
        percent = percent._replace(value=bare(percent))
    parts: Parts = {"percent": percent, "part": part, "whole": whole, "expected": expected}
    said, exact = percent.amount.low / 100, part.amount.low / whole.amount.low * 100
    repairs = [amended(percent, round(exact, 1))]
    if said:
        repairs += [amended(part, whole.amount.low * said), amended(whole, part.amount.low / said)]
    return Relation("share", parts, percent.sentence, tuple(repairs))


def _expected(percent: Fact, part: Fact, whole: Fact) -> Amount:
    """What percentage the part is of the whole, within the rounding of all three."""
    exact = part.amount.low / whole.amount.low * 100
    low, high = exact, exact
    if not _counted(part) or not _counted(whole):
        over = _meant(whole).inverse()
        if over is not None:
            ratio = _meant(part).times(over)
            low, high = min(low, ratio.low * 100), max(high, ratio.high * 100)
    by = last_place(percent.amount) * (1 if percent.amount.bound == "=" else 5)
    core = Interval(low - by, high + by)
    return Amount(
        exact.quantize(last_place(percent.amount)),
        exact.quantize(last_place(percent.amount)),
        "=",
        core,
        core.widened(by / 2),
        PERCENT,
    )


def _meant(fact: Fact) -> Interval:
    """What it may be a rounding of, by no more than a share of it; of a small number even less."""
    amount = fact.amount
    off = amount.low * (ROUNDED if amount.low >= THOUSAND else ROUNDED / 2)
    near = Interval(amount.low - off, amount.low + off)
    whole = rounded(amount)
    return Interval(max(whole.low, near.low), min(whole.high, near.high)) if single(fact) else whole


def _counted(fact: Fact) -> bool:
    """A number that looks counted one by one, rather than rounded to tens or thousands."""
    return single(fact) and (last_place(fact.amount) == 1 or fact.amount.low < SMALL)


def _elsewhere_counted(story: Story, percent: Fact) -> tuple[Fact, Fact] | None:
    """ "Nine crew members, or 13 percent of those aboard": the whole is the crew counted elsewhere. Any such count that fits will do."""
    sentence = [
        fact
        for fact in story.kinds("count")
        if fact.sentence == percent.sentence and fact.span.end <= percent.span.start
    ]
    if not sentence:
        return None
    part = sentence[-1]
    between = story.between(part, percent)
    if not part.of or not single(part) or not SAME.fullmatch(between) or not THOSE.match(story.after(percent)):
        return None
    larger = [f for f in story.kinds("count") if f.amount.low > part.amount.low and f.block != "headline"]
    if OF_THOSE.match(story.after(percent)):
        wholes = [fact for fact in larger if _kin(part, fact)]
    elif OF_THE.match(story.after(part)):  # "seven of the kitchen taps, or 15 percent", of 46 kitchen taps told before
        wholes = [fact for fact in larger if fact.of == part.of and fact.span < part.span and not fact.part]
        wholes = wholes if len({fact.amount.low for fact in wholes}) == 1 else []
    else:
        return None
    people = [fact for fact in story.kinds("count", "number") if fact.amount.low > part.amount.low]
    if not wholes or any(_fits(percent, part, fact) for fact in people if fact not in wholes):
        return None
    return part, next((fact for fact in wholes if _fits(percent, part, fact)), wholes[0])


def _kin(part: Fact, whole: Fact) -> bool:
    """One noun, or the last noun of one among the other's ("crew members" and "crew")."""
    return head(part) == head(whole) or bool(set(part.of) & set(whole.of) - set(PERSON_OF))


def _fits(percent: Fact, part: Fact, whole: Fact) -> bool:
    return _expected(percent, part, whole).core.meets(percent.amount.core)


RELATION = RelationKind(
    about="A part, its whole, and the percentage; expected is the part by the whole.",
    parts={"percent": "figure", "part": "figure", "whole": "figure", "expected": "figure"},
    relate=relate,
    loose=True,
)
