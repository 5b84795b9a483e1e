"""Money and other figures reckoned in words: "£400 plus £80 tax, making £480"; "borrowed £5,000, has repaid £1,800 and still owes £3,200". The
words of a construction state an equation; `_reckoned_sums` and `_reckoned_shares` have them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise, product

from copydesk.amounts import ONE, ZERO, Amount, Interval
from copydesk.late import late
from copydesk.model import Fact, Relation, Span
from copydesk.named import NamedTuple
from copydesk.relate.portions.beside import in_percent, is_fraction
from copydesk.relate.reckonings.constructions import MONEY, OTHER, SHARE, SIGNS, Shape, shapes_of
from copydesk.relate.reckonings.shares import SHARES
from copydesk.relate.reckonings.sums import SUMS
from copydesk.relate.reckonings.words import Reckoning
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head
from copydesk.ties import amended, bare, computed, half_place, last_place

Sentence = tuple[Span, list[Fact]]
Found = dict[str, tuple[Fact, ...]]
# What leaves out of a sum some of what belongs to it, or brings in another.
UNTIL = late(
    r"\b(?:includ\w+|exclud\w+|except|apart from|besides|before tax\w*|pre-?tax|after tax\w*|net|gross|operating|another|also|further|additional|last year|"
    r"a year (?:earlier|ago|before)|previous\w*|compared|so far|at least|up to|would have)\b"
)
LEFT = late(r"\b(?:remaining|other|rest|remainder)(?:\s+of)?\s+$", words="remaining other rest remainder")
# "Against a ten-year average of 36": of other figures than those told, with a sign in place of a length.
LONG_AVERAGE = late(
    r"(?:@|\b[\w-]*(?:year|month|week|season|term)|\b(?:usual|national|seasonal|normal))\s+average\b", words="average"
)
AVERAGE = late(r"\ban\s+average(?:\s+of)?\s+$", words="average")
EACH = late(r"\s+(?:each|apiece|per\b|a\s+(?:head|person|piece|day|week|month|year)\b)")
# "A failure rate of 35 percent is higher than in 2017, when nine of 45 …": a share of then and one of now.
ELSEWHEN = late(r"\b(?:than|when|last|previous\w*|earlier|(?:19|20)\d\d)\b")
KINDS = ("money", "count", "number", "quantity", "percent", "duration", "age")
# Sentences that one reckoning may run over, and figures that it takes.
OVER, FEWEST, NEXT = 3, 3, 3
# A figure that is written out below this is told to the unit.
ROUNDED_FROM = Decimal(100_000)
TWO, SMALL, HUNDREDTH = Decimal(2), Decimal(100), Decimal("0.01")
# Of fewer nobody says what share they are.
LEAST = Decimal(10)
# An average so many times off is one of something else.
FAR = Decimal(3)
# A fraction in words is this much off at most.
FRACTION_OFF, FRACTION_SHARE = Decimal(2), Decimal("0.12")


class Sought(NamedTuple):
    """A reckoning, the signs that it can't do without, and its words."""

    reckoning: Reckoning
    signs: set[str]
    words: tuple[str, ...]


def relate(story: Story) -> Iterator[Relation]:
    told = [(span, facts) for span, each in story.sentences() if (facts := _figures(each))]
    has = {sign for _, facts in told for sign in _signs(facts)}
    sought = [each for each in _every() if each.signs <= has and story.mentions(*each.words)]
    settled: set[Span] = set()
    for i in range(len(told) if sought else 0):
        near = _neighbours(story, told[i : i + OVER])
        facts = [fact for _, figures in near for fact in figures]
        asked = _asked(story, near, "".join(_signs(facts)), sought)
        words, places = _outline(story, Span(near[0][0].start, near[-1][0].end), facts) if asked else ("", {})
        for reckoning, shapes in asked:
            found = _found(reckoning, shapes, words, places, near[0][0].end - near[0][0].start)
            made = _relation(reckoning, found) if found and found[reckoning.result][0].span not in settled else None
            if made is not None and not _lacks_one_told(story, made):
                settled.add(found[reckoning.result][0].span)
                yield made


@cache
def _every() -> list[Sought]:
    return [Sought(each, _needed(each), tuple(each.words.split())) for each in (*SUMS, *SHARES)]


def _needed(reckoning: Reckoning) -> set[str]:
    """The signs of the kinds of figure that all of its constructions have: sums of money, shares."""
    return {SIGNS[sign] for sign in "$%" if all(sign in way for way in reckoning.ways)}


def _neighbours(story: Story, told: list[Sentence]) -> list[Sentence]:
    """Those of some sentences that follow one another in a paragraph."""
    for i, (before, after) in enumerate(pairwise(told), 1):
        if after[0].start - before[0].end >= NEXT or "\n" in story.text[before[0].end : after[0].start]:
            return told[:i]
    return told


def _figures(facts: list[Fact]) -> list[Fact]:
    """Those that may be reckoned with, side by side: not one that stands inside another."""
    told: list[Fact] = []
    for fact in filter(_is_figure, facts):
        if not told or told[-1].span.end <= fact.span.start:
            told.append(fact)
    return told


def _is_figure(fact: Fact) -> bool:
    if fact.kind not in KINDS or not isinstance(fact.value, Amount) or fact.block == "headline":
        return False
    return not (fact.kind == "duration" and fact.text.lower().startswith(("a ", "an ")))  # "a week"


def _signs(facts: list[Fact]) -> list[str]:
    """A sign for each figure that says its kind."""
    paid = any(fact.kind == "money" for fact in facts)
    return [
        SHARE
        if fact.kind == "percent" or is_fraction(fact)
        else MONEY
        if fact.kind == "money" or (paid and _is_elided(fact))
        else OTHER
        for fact in facts
    ]


def _outline(story: Story, span: Span, facts: list[Fact]) -> tuple[str, dict[int, Fact]]:
    """The words of neighbouring sentences in small letters, with the signs of their figures."""
    words, places = story.outline(span, facts)
    letters = list(words.lower() if len(words.lower()) == len(words) else words)
    for at, sign in zip(places, _signs(list(places.values())), strict=True):
        letters[at] = sign
    return "".join(letters), places


def _is_elided(fact: Fact) -> bool:
    """ "Owes 30 billion euros and has paid back 12 billion"."""
    return fact.kind in ("number", "count") and fact.text.endswith(("illion", "bn"))


def _asked(story: Story, near: list[Sentence], signs: str, sought: list[Sought]) -> list[tuple[Reckoning, list[Shape]]]:
    """The reckonings of which a word stands there, with their constructions whose figures stand so, side by side."""
    if len(signs) < FEWEST:
        return []
    text = story.text[near[0][0].start : near[-1][0].end].lower()
    told = [each.reckoning for each in sought if any(map(text.__contains__, each.words))]
    found = [(reckoning, shapes_of(reckoning.ways, signs, len(near[0][1]))) for reckoning in told]
    return [(reckoning, shapes) for reckoning, shapes in found if shapes]


def _found(reckoning: Reckoning, shapes: list[Shape], words: str, places: Mapping[int, Fact], first: int) -> Found:
    """The figures of the first construction that the words have, by name; it begins in the first sentence."""
    for shape in shapes:
        match = shape.find(words, list(places))
        if match is None or match.start() >= first or UNTIL.search(words, match.start(), match.end()):
            continue
        if LONG_AVERAGE.search(words, match.start(), match.end()):
            continue
        if reckoning.local and ELSEWHEN.search(words, match.start(), match.end()):
            continue
        spans = {name: match.span(name) for name, sign in match.groupdict().items() if sign}
        found = {name: tuple(places[at] for at in range(*span) if at in places) for name, span in spans.items()}
        if _holds_together(reckoning, found, list(places.values())):
            return found
    return {}


def _holds_together(reckoning: Reckoning, found: Found, told: list[Fact]) -> bool:
    """Are the figures plain and of one unit where they must be, and all of their unit that is told up to there?"""
    facts = [fact for each in found.values() for fact in each]
    if any(fact.amount.low != fact.amount.high or fact.amount.is_bound for fact in facts):
        return False
    (result,) = found[reckoning.result]
    if any(_is_left(fact) or _is_average(fact) for fact in facts if fact is not result):
        return False
    alike = [fact for name, each in found.items() if name in reckoning.alike.split() for fact in each]
    others = [fact for fact in facts if fact not in alike]
    if not _of_one_unit(alike) or (reckoning.near and len({head(fact) for fact in alike} - {"", "count"}) > 1):
        return False
    if not others and any(
        map(_is_each, facts)
    ):  # "5,000 each to the dead and 500 each to the hurt": so many times both
        return False
    if alike and any(fact.kind == "money" and _unit(fact) == _unit(alike[0]) for fact in others):
        return False
    if reckoning.local and not max(result.amount.low, LEAST) <= found["whole"][0].amount.low:
        return False
    if any(fact.sentence == result.sentence and fact.span > result.span and _is_left(fact) for fact in told):
        return False  # the rest is still to come
    first, last = min(fact.sentence for fact in facts), max(fact.span for fact in facts)
    beside = (fact for fact in told if first.start <= fact.span.start < last.start and fact not in facts)
    return reckoning.local or not any(_may_be_of_unit(fact, result) for fact in beside)


def _may_be_of_unit(fact: Fact, result: Fact) -> bool:
    """Is it of the same unit, which either may leave out ("40 million euros … 30 million")?"""
    elided = {fact.kind, result.kind} != {"money"} and any(map(_is_elided, (fact, result)))
    return _unit(fact) == _unit(result) or elided and "money" in (fact.kind, result.kind)


def _is_left(fact: Fact) -> bool:
    """ "The remaining £322m" is no whole or price."""
    return LEFT.search(fact.document.text, fact.sentence.start, fact.span.start) is not None


def _is_average(fact: Fact) -> bool:
    """What averages make is not the average of what each makes."""
    return AVERAGE.search(fact.document.text, fact.sentence.start, fact.span.start) is not None


def _is_each(fact: Fact) -> bool:
    return EACH.match(fact.document.text, fact.span.end) is not None


def _of_one_unit(alike: list[Fact]) -> bool:
    """Is it one unit, which some may leave out ("12, 14 and 16 minutes"), and one time that it is told for ("£4,000 a week … £3,200")?"""
    named = [fact for fact in alike if _unit(fact)]
    bare_too = _is_elided if any(fact.kind == "money" for fact in named) else _is_number
    if named and not all(bare_too(fact) for fact in alike if fact not in named):
        return False
    units = [_unit(fact).partition(" per ") for fact in named]
    return len({base for base, *_ in units}) < 2 and len({per for *_, per in units} - {""}) < 2


def _is_number(fact: Fact) -> bool:
    return fact.kind == "number"


def _unit(fact: Fact) -> str:
    counted = fact.kind in ("count", "number") or fact.amount.unit.name.startswith("count per")
    return "" if counted else fact.amount.unit.name


def _relation(reckoning: Reckoning, found: Found) -> Relation | None:
    (result,) = found[reckoning.result]
    given = {name: facts for name, facts in found.items() if name != reckoning.result}
    exact = _worked_out(reckoning, {name: tuple(map(_value, facts)) for name, facts in given.items()})
    places = [last_place(fact.amount) for name in reckoning.alike.split() for fact in found.get(name, ())]
    place = min(places, default=last_place(result.amount))
    ends = [[_meant(fact, place)[:2] for fact in facts] for facts in given.values()]
    corners = [
        _worked_out(reckoning, dict(zip(given, corner, strict=True)))
        for corner in product(*(list(product(*each)) for each in ends))
    ]
    known = [corner for corner in corners if corner is not None]
    if exact is None or not known or (reckoning.near and not exact / FAR < result.amount.low < exact * FAR):
        return None
    off = half_place(result.amount) if reckoning.rounded and result.amount.low >= SMALL else _off(result, place)
    core = Interval(min(known), max(known)).widened(off)
    expected = computed(core, said=Amount(exact, exact, "=", core, core, result.amount.unit))
    parts: Parts = {
        "given": tuple(fact for facts in given.values() for fact in facts),
        "result": result,
        "bare": result.amount if result.amount.bound == "~" else bare(result),
        "expected": expected,
    }
    repairs = [amended(result, exact)]
    for name, facts in given.items():
        if len(facts) == 1 and (value := _solved(reckoning, given, name, result)) is not None:
            repairs.append(amended(facts[0], value))
    return Relation("reckoning", parts, result.sentence, tuple(repairs))


def _lacks_one_told(story: Story, made: Relation) -> bool:
    """Is what the result is off another figure of the story, which it holds as well: a fine, and then costs?"""
    result, expected = made.parts["result"], made.parts["expected"]
    if not (isinstance(result, Fact) and isinstance(expected, Amount)):
        return False
    off = abs(result.amount.low - expected.low)
    return any(fact.amount.low == off > 0 for fact in story.kinds(result.kind) if fact not in made.facts())


def _worked_out(reckoning: Reckoning, values: dict[str, tuple[Decimal, ...]]) -> Decimal | None:
    """What the equation makes of these; nothing where that can't be."""
    named = {name: value[0] if len(value) == 1 else value for name, value in values.items()}
    try:
        return reckoning.equation(**named)
    except ZeroDivisionError:
        return None


def _solved(reckoning: Reckoning, given: Found, name: str, result: Fact) -> Decimal | None:
    """What one of the figures would have to be: the equations are straight in each of them, or in what it divides by."""
    values = {each: tuple(map(_value, facts)) for each, facts in given.items()}
    fact, wanted = given[name][0], _value(result)
    one, two = (_worked_out(reckoning, {**values, name: (values[name][0] * times,)}) for times in (ONE, TWO))
    if one is None or two is None or one == two:
        return None
    value = values[name][0] * (1 + (wanted - one) / (two - one))
    if _worked_out(reckoning, {**values, name: (value,)}) != wanted:
        value = values[name][0] * one / wanted if wanted else value
    return None if value <= 0 else value * (100 if fact.kind == "percent" else 1)


def _value(fact: Fact) -> Decimal:
    return in_percent(fact) / 100 if fact.kind == "percent" else fact.amount.low


def _off(fact: Fact, place: Decimal) -> Decimal:
    """How far off a figure may be by its rounding, which is no coarser than the finest `place` told: one that is written out below so much
    is told to the unit."""
    amount = fact.amount
    exact = amount.low < ROUNDED_FROM and amount.core.low == amount.core.high
    return min(half_place(amount), min(place, ONE) / 2 if exact else place / 2)


def _meant(fact: Fact, place: Decimal) -> Interval:
    """What a given figure may be. A fraction in words is a rounding."""
    value = _value(fact)
    if is_fraction(fact):
        return Interval(value, value).widened(min(FRACTION_OFF / 100, value * FRACTION_SHARE))
    if fact.kind == "percent":
        said = Interval(value, value).widened(last_place(fact.amount) / 200)
        return said.hull(fact.amount.core.scaled(HUNDREDTH))  # "nearly 60 percent"
    if fact.amount.bound == "~":
        return fact.amount.core
    exact = value < ROUNDED_FROM and fact.amount.core.low == fact.amount.core.high
    return Interval(value, value).widened(ZERO if exact else _off(fact, place))


RELATION = RelationKind(
    about="Figures of which words say how the result is reckoned from those given; bare is it without its rounding, expected is what it comes to.",
    parts={"given": "figure", "result": "figure", "bare": "figure", "expected": "figure"},
    relate=relate,
    loose=True,
)
