"""Bounds that hold for all of a thing, and one of it told elsewhere: "never rose above 20 seconds … the gap standing at 17"; "all between 55 and 70
… the oldest of them was 69"; "more than 300 have signed … 327, by the union's list".

The words only say that a bound holds throughout, that a figure is a count of the same or its extreme. A figure on the wrong side is held against
the bound where it is near, and where one wrong key, or a sign, would explain it.
"""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount, written
from copydesk.late import pattern
from copydesk.model import Fact, Span
from copydesk.story import Story
from copydesk.support import content, head, plain
from copydesk.ties import single, swapped

KINDS = ("count", "quantity", "money", "percent", "duration")
# Before a bound: that it holds at no time, or for none.
NEVER = pattern(
    r"\b(?:never|at\s+no\s+(?:time|point|stage|moment)|on\s+none\s+of|none\s+of\s+(?:the|them|these|those)|not\s+once|nowhere)\b[^.;:]{0,60}$"
)
NOT_ONCE = ("never", "at no ", "none of", "not once", "nowhere")
# Before a figure: that it is the extreme of those told of, not of some of their own.
EXTREME = pattern(
    r"\bthe\s+(?:oldest|eldest|youngest|longest|shortest|tallest|smallest|largest|biggest|heaviest|lightest|dearest|cheapest|widest|narrowest|deepest|most\s+expensive|least\s+expensive)"
    r"(?:\s+(?:of\s+(?:them|these|those|all|the\s+[a-z]+)|among\s+them|one))?"
    r"(?:,\s+[^.;:\d]{2,70}?,|,)?\s+(?:(?:is|was|were|at|weighs|measures|costs|weighed|measured|cost|has|had)\s+)?(?:just\s+|only\s+|aged\s+)?$"
)
EXTREMES = ("the oldest", "the eldest", "the young", "the long", "the short", "the tall", "the small", "the larg", "the bigg", "the heav", "the light", "the dear", "the cheap", "the wid", "the narrow", "the deep", "expensive")  # fmt: skip
OF_AGE = pattern(r"\b(?:oldest|eldest|youngest)\b", words="oldest eldest youngest")
# The same counted again, of all of them and by now.
COUNTED = pattern(
    r"\b(?:by|as\s+of)\s+(?:(?:\w+day|midnight|noon|dusk|dawn|nightfall|yesterday|today)\b|the\s+end\b|late\b|last\s+night\b)"
    r"|\b(?:count|tally|list|register|census|survey|figures?|ledger|logs?|records?)\b|\b(?:in\s+all|altogether|in\s+the\s+end)\b"
)
# What a rule lets in.
RULE = pattern(
    r"\b(?:allows?|allowed|lets?\s+in|admits?|admitted|limit\w*|cap(?:s|ped)?|permit\w*|may|can|holds?|room|quota|open\s+to|must)\b"
)
# Of another time, of others or of some; or said to be beyond it.
APART = pattern(
    r"\b(?:(?:in|since|from|until|to)\s+(?:19|20)\d\d|(?:19|20)\d\d|(?:last|previous|next|this)\s+(?:year|week|month|season|century)|ago|(?<!shortly\s)(?:before|after)|earlier|later|once|previous\w*|until|originally|initially|expected|predicted"
    r"|another|others?|elsewhere|more|fewer|only|just|some|half|home|alone|every|per|average|unless|except|despite|although|wants?|would|could|should|including|may|might|will|beyond|breach\w*|broke\w*|too)\b"
    r"|\b(?:at|in)\s+(?:one|a|an)\b"
)
THEN = pattern(
    r"\b(?:(?:19|20)\d\d|(?:last|previous)\s+(?:year|week|month|season|century)|before|after|until|since|once|except)\b"
)
FREEZING = pattern(
    r"\b(?:never|at\s+no\s+(?:time|point)|on\s+none\s+of|none\s+of|not\s+once)\b[^.;:]{0,60}\b(?P<side>(?:(?P<above>above)|below)\s+(?:freezing|zero))\b(?!\s+(?:in|on|at)\b)",
    words="freezing zero",
)
NEAR, FAR, CLOSE, TEN = Decimal("1.3"), Decimal("1.5"), Decimal("0.9"), Decimal(10)

# The smaller and the larger figure, and the one that the text puts on a side of the other.
Found = tuple[Fact, Fact, Fact]


def bounded(story: Story) -> Iterator[Found]:
    for bound in _freezing(story):
        yield from _throughout(story, bound)
    for bound in story.kinds(*KINDS, "age"):
        if not isinstance(bound.value, Amount) or bound.other:
            continue
        if bound.amount.low < bound.amount.high:
            yield from _extremes(story, bound)
        elif bound.amount.is_bound and bound.kind != "age":
            yield from _throughout(story, bound)
            yield from _again(story, bound)


def _throughout(story: Story, bound: Fact) -> Iterator[Found]:
    """ "Her lead never rose above 20 seconds … with the gap standing at 17": the one figure in this unit that is beyond."""
    if (
        bound.kind == "count"
        or not story.mentions(*NOT_ONCE)
        or not NEVER.search(story.before(bound, 90))
        or THEN.search(story.words(bound.sentence))
    ):
        return
    at_most = bound.amount.bound in (">", ">=")  # never above
    told = [
        fact
        for fact in story.kinds(bound.kind)
        if fact.sentence != bound.sentence and _plain(fact) and _in_unit(bound, fact) and not _is_apart(story, fact)
    ]
    beyond = [fact for fact in told if _is_beyond(fact.amount.low, bound.amount.low, at_most)]
    for fact in told:
        if fact not in beyond or beyond == [fact] and _slipped(fact.amount.low, bound.amount.low):
            yield (fact, bound, fact) if at_most else (bound, fact, fact)


def _freezing(story: Story) -> Iterator[Fact]:
    """ "On none of the nights did it fall below zero", as a figure that is a bound."""
    for sentence, _ in story.sentences() if story.mentions("freezing", " zero") else ():
        found = FREEZING.search(story.text, sentence.start, sentence.end)
        unit = next((fact.amount.unit for fact in story.kinds("quantity") if "Celsius" in fact.amount.unit.name), None)
        if found and unit:
            value = written(0, bound=">" if found["above"] else "<", unit=unit)
            yield Fact("quantity", Span(*found.span("side")), story.document, value, sentence=sentence)


def _extremes(story: Story, bounds: Fact) -> Iterator[Found]:
    """ "All between the ages of 55 and 70 … the oldest of them was 69": where the story has one such range."""
    if (
        bounds.kind not in ("age", "quantity", "money")
        or not story.mentions(*EXTREMES)
        or any(
            other is not bounds and isinstance(other.value, Amount) and other.amount.low < other.amount.high
            for other in story.kinds(bounds.kind)
        )
    ):
        return
    least, most = (
        bounds._replace(value=written(end, unit=bounds.amount.unit)) for end in (bounds.amount.low, bounds.amount.high)
    )
    for fact in story.kinds(bounds.kind, "number"):
        said = EXTREME.search(story.before(fact, 120)) if fact.span.start > bounds.span.end and _plain(fact) else None
        if said is None or (OF_AGE.search(said[0]) is not None) != (bounds.kind == "age"):
            continue
        value = fact.amount.low
        if fact.kind == bounds.kind and not _in_unit(bounds, fact) or fact.kind == "number" and bounds.kind != "age":
            continue
        end, at_most = (most, True) if value * 2 > least.amount.low + most.amount.low else (least, False)
        if (
            not _is_beyond(value, end.amount.low, at_most)
            or swapped(value, end.amount.low)
            or _slipped(value, end.amount.low, NEAR)
        ):
            yield (fact, end, fact) if at_most else (end, fact, fact)


def _again(story: Story, bound: Fact) -> Iterator[Found]:
    """ "More than 300 nurses have signed … 327 nurses, by the union's list"; "lets in no more than 60 a day … On Tuesday 57 came"."""
    if bound.amount.low < TEN or bound.part or bound.kind not in ("count", "quantity"):
        return
    told = [
        fact
        for fact in story.kinds("count", "quantity")
        if fact.span.start > bound.sentence.end and _plain(fact) and _alike(story, bound, fact)
    ]
    if not told or APART.search(story.words(bound.sentence).replace(bound.text, "")):
        return
    at_most = bound.amount.bound in ("<", "<=")
    rule = at_most and RULE.search(story.words(bound.sentence))
    for fact in told:
        counted = rule or COUNTED.search(story.words(fact.sentence))
        if not counted or _is_apart(story, fact):
            continue
        limit, value = bound.amount.low, fact.amount.low
        if at_most and limit <= value * 2 <= limit * 2 * FAR or not at_most and limit * CLOSE <= value <= limit * NEAR:
            yield (fact, bound, fact) if at_most else (bound, fact, fact)


def _alike(story: Story, bound: Fact, fact: Fact) -> bool:
    """Of one noun, or in one unit and of a thing named beside both."""
    if head(bound) or head(fact) and fact.kind == "count":
        return head(fact) == head(bound)
    beside = story.text[max(bound.sentence.start, bound.span.start - 30) : bound.span.start]
    near = story.before(fact, 60) + " " + story.after(fact, 30)
    return (
        bound.kind == fact.kind == "quantity"
        and _in_unit(bound, fact)
        and not content(beside).isdisjoint(content(near))
    )


def _is_apart(story: Story, fact: Fact) -> bool:
    return APART.search(story.before(fact, 90) + fact.text + story.after(fact, 30)) is not None


def _plain(fact: Fact) -> bool:
    if not isinstance(fact.value, Amount) or fact.part or fact.other:
        return False
    return plain(fact) or (single(fact) and "Celsius" in fact.amount.unit.name)


def _in_unit(a: Fact, b: Fact) -> bool:
    return a.amount.unit.name == b.amount.unit.name


def _is_beyond(value: Decimal, limit: Decimal, at_most: bool) -> bool:
    return value > limit if at_most else value < limit


def _slipped(value: Decimal, limit: Decimal, times: Decimal = FAR) -> bool:
    """Is it beyond by no more than one wrong digit or a sign makes: about as large, or small and of the other sign?"""
    if not limit:
        return abs(value) < TEN
    return value * limit > 0 and max(value, limit) <= min(value, limit) * times
