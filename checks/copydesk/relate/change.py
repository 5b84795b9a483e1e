"""A figure before and after, and by how much it changed: "fell 12% to 88 million from 100 million", "tripled from 40 to 120"."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import PERCENT, Amount, Interval
from copydesk.model import Fact, Relation
from copydesk.story import Parts, RelationKind, Story
from copydesk.ties import last_place, pattern, rounded

VALUES = ("count", "number", "money", "quantity", "percent")
UP = r"(?:rose|risen|rise|rises|rising|grew|grown|growth|grows|growing|increase\w*|increasing|up|jump\w*|climb\w*|gain\w*|soar\w*|surg\w+|advanc\w+|higher|leap\w*|more|widen\w+)"
DOWN = r"(?:fell|fallen|fall|falls|falling|drop\w*|decreas\w+|declin\w+|down|slip\w*|slid|slump\w*|plung\w+|tumbl\w+|shrank|shrunk|contract\w+|lower|less|fewer|cut|narrow\w+|reduc\w+|eas\w+|sank|dip\w*)"
RISING, FALLING = pattern(rf"\b{UP}\b"), pattern(rf"\b{DOWN}\b")
# "Rose 8% to 432 million from 400 million", "8% to 432 million, from 400 million", and the like; @ is a figure, % the percentage.
SHAPES = tuple(
    pattern(shape)
    for shape in (
        r"(?P<by>@)\s*,?\s+to\s+(?P<after>@)(?:\s+[\w-]+){0,3}?,?\s+from\s+(?P<before>@)",
        r"(?P<by>@),?\s+from\s+(?P<before>@)(?:\s+[\w-]+){0,3}?,?\s+to\s+(?P<after>@)",
        r"from\s+(?P<before>@)(?:\s+[\w-]+){0,3}?\s+to\s+(?P<after>@)(?:\s+[\w-]+){0,3}?,?\s+(?:or|an?|up|down|a\s+\w+\s+of)\s+(?P<by>@)",
        r"(?P<after>@)(?:\s+[\w-]+){0,3}?,?\s+(?:up|down)\s+(?P<by>@)\s+from\s+(?P<before>@)",
    )
)
TAKES_OUT = pattern(
    r"\b(?:constant\s+currenc\w+|inflation|adjusted|excluding|stripping|like-for-like|per\s+share|a\s+share|annuali[sz]ed|rate\s+of)\b"
)
# Words for a multiple, and what it is.
MULTIPLES = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "halved": Decimal("0.5")}
MULTIPLE = pattern(
    r"\b(?P<hedge>more\s+than|almost|nearly|about|roughly|virtually|over)?\s*\b(?P<word>doubled|tripled|trebled|quadrupled|halved)\b"
)
# What tells the earlier of two figures.
PAST = pattern(
    r"\b(?:a\s+year\s+(?:ago|earlier|before)|last\s+year|years?\s+(?:ago|earlier|before)|in\s+(?:late\s+|early\s+)?(?:19|20)\d\d|quarter\s+of\s+(?:19|20)\d\d|at\s+the\s+end\s+of|had\s+(?:\w+\s+)?(?:cost|been|earned|made|stood|reached|had)|at\s+(?:its|their)\s+(?:peak|worst|height|best|low)|when\s+the\s+first|previous(?:ly)?|peak)\b"
)
MEASURES = (
    frozenset("profit earn income net earnings".split()),
    frozenset("price cost sold worth".split()),
    frozenset("unemployment jobless".split()),
    frozenset("revenue sales turnover".split()),
)
DISTANT = 3000


def relate(story: Story) -> Iterator[Relation]:
    for by, before, after in _told_at_once(story):
        expected = _by(by, before, after, story.words(by.sentence))
        if expected is not None:
            parts: Parts = {"by": by, "before": before, "after": after, "expected": expected}
            yield Relation("change", parts, by.sentence)


def _told_at_once(story: Story) -> Iterator[tuple[Fact, Fact, Fact]]:
    """The three in one of the shapes that leave no doubt."""
    for sentence, facts in story.sentences():
        figures = [fact for fact in facts if fact.kind in VALUES and isinstance(fact.value, Amount)]
        if (
            len(figures) < 3
            or not any(fact.kind == "percent" for fact in figures)
            or TAKES_OUT.search(story.words(sentence))
        ):
            continue
        words, places = _outline(story, sentence.start, sentence.end, figures)
        for shape in SHAPES:
            for found in shape.finditer(words):
                by, before, after = (places[found.start(name)] for name in ("by", "before", "after"))
                if (
                    by.kind == "percent"
                    and before.kind == after.kind
                    and before.amount.unit.name == after.amount.unit.name
                ):
                    yield by, before, after


def _outline(story: Story, start: int, end: int, figures: list[Fact]) -> tuple[str, dict[int, Fact]]:
    """The sentence with each figure as one @, and which figure stands at which of them."""
    words, places, at = "", {}, start
    for fact in figures:
        if fact.span.start < at:
            continue
        words += story.text[at : fact.span.start]
        places[len(words)] = fact
        words += "@"
        at = fact.span.end
    return words + story.text[at:end], places


def _by(by: Fact, before: Fact, after: Fact, words: str) -> Amount | None:
    """What percentage the change is, or how many points if the two are percentages; unsigned."""
    if (
        not all(fact.amount.low == fact.amount.high and not fact.amount.is_bound for fact in (before, after))
        or not before.amount.low
    ):
        return None
    points = by.amount.unit.name != PERCENT.name
    if points != (before.kind == "percent"):
        return None
    low, high = _difference(before, after, points)
    exact = abs(after.amount.low - before.amount.low) / (1 if points else before.amount.low / 100)
    by_rounding = last_place(by.amount) / 2
    core = Interval(low - by_rounding, high + by_rounding)
    shown = exact.quantize(last_place(by.amount)) if last_place(by.amount) <= 1 else exact
    return Amount(shown, shown, "=", core, core.widened(max(by_rounding, exact / 20)), by.amount.unit)


def _difference(before: Fact, after: Fact, points: bool) -> tuple[Decimal, Decimal]:
    old, new = rounded(before.amount), rounded(after.amount)
    if points:
        ends = [abs(n - o) for n in (new.low, new.high) for o in (old.low, old.high)]
    else:
        ends = [abs(n - o) / o * 100 for n in (new.low, new.high) for o in (old.low, old.high) if o]
    return min(ends), max(ends)


RELATION = RelationKind(
    about="A figure before and after a change, and by how many percent or points it changed; expected is what the two make.",
    parts={"by": "figure", "before": "figure", "after": "figure", "expected": "figure"},
    relate=relate,
)
