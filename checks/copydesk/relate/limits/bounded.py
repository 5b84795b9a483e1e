"""Bounds that hold for all of a thing, and one of it told elsewhere: "never rose above 20 seconds … the gap standing at 17"; "all between 55 and 70
… the oldest of them was 69"; "more than 300 have signed … 327, by the union's list".

The words only say that a bound holds throughout, that a figure is a count of the same or its extreme. A figure on the wrong side is held against
the bound where it is near, and where one wrong key, or a sign, would explain it.
"""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Amount, written
from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.relate.limits.extremes import LEFT_OUT
from copydesk.story import Story
from copydesk.support import content, head, plain
from copydesk.ties import keys, single, swapped

KINDS = ("count", "quantity", "money", "percent", "duration")
# Before a bound: that it holds at no time, or for none.
NEVER = pattern(
    r"\b(?:never|at\s+no\s+(?:time|point|stage|moment)|on\s+none\s+of|none\s+of\s+(?:the|them|these|those)|not\s+one|not\s+once|nowhere)\b[^.;:]{0,60}$"
)
ALL = pattern(r"\b(?:all|each)\b[^.;:\d]{0,50}$", words="all each")
NOT_ONCE = ("never", "at no ", "none of", "not one", "not once", "nowhere")
# Before a figure: that it is the extreme of those told of, not of some of their own.
EXTREME = pattern(
    r"\bthe\s+(?:oldest|eldest|youngest|longest|shortest|tallest|smallest|largest|biggest|heaviest|lightest|dearest|cheapest|widest|narrowest|deepest|most\s+expensive|least\s+expensive)"
    r"\b(?!\s+(?:part|period|time|serving|running|standing|ever|in\s+the|on\s+record)\b)(?:(?!\b(?:whose|his|her|their|said|says|than|after|until|when)\b)[^.;:\d]){0,90}$"
)
EXTREMES = ("the oldest", "the eldest", "the young", "the long", "the short", "the tall", "the small", "the larg", "the bigg", "the heav", "the light", "the dear", "the cheap", "the wid", "the narrow", "the deep", "expensive")  # fmt: skip
OF_AGE = pattern(r"\b(?:oldest|eldest|youngest)\b", words="oldest eldest youngest")
OF_PRICE = pattern(r"\b(?:dearest|cheapest|expensive)\b", words="dearest cheapest expensive")
# The same counted again, of all of them and by now.
COUNTED = pattern(
    r"\b(?:by|as\s+of)\s+(?:(?:\w+day|midnight|noon|dusk|dawn|nightfall|yesterday|today)\b|the\s+end\b|late\b|last\s+night\b)"
    r"|\b(?:count|tally|list|register|census|survey|figures?|ledger|logs?|records?)\b|\b(?:in\s+all|altogether|in\s+the\s+end)\b"
)
# What was measured roughly, measured: "2,140 kilograms of the drug", "the load came to 2,140 kilograms".
OF, OF_THE = late(r"\s+of\s+(?!the\b)[a-z]"), late(r"\s+of\s+(?:it\b|(?:the|this)\s+[a-z]+)")
CAME_TO = pattern(
    r"\b(?:the|this)\s+[a-z]+\s+(?:came\s+to|totall?ed|amounted\s+to|added\s+up\s+to|weighed\s+in\s+at|proved\s+to\s+be)\s+(?:exactly\s+|precisely\s+|just\s+)?$",
    words="came total amounted added weighed proved",
)
ROUGHLY = pattern(r"(?:more|fewer|less)\s+than|over|under|below")
TALLIED = pattern(
    r"\b(?:counted|identified|tallied|logged)\s+(?:only\s+|just\s+|exactly\s+)?$",
    words="counted identified tallied logged",
)
# Of some place among others.
SOMEWHERE = late(r"^\W?(?:In|At|On|By|From|For|Under)\s|\b(?:in|at|from|near)\s+(?:the\s+)?[A-Z]")
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
NEAR, FAR, TWICE, CLOSE, TEN = Decimal("1.3"), Decimal("1.5"), Decimal(2), Decimal("0.9"), Decimal(10)

# The smaller and the larger figure, and the one that the text puts on a side of the other.
Found = tuple[Fact, Fact, Fact]


def bounded(story: Story) -> Iterator[Found]:
    for bound in _freezing(story):
        yield from _throughout(story, bound)
    for bound in story.kinds(*KINDS, "age", "number"):
        if not isinstance(bound.value, Amount) or bound.other:
            continue
        if bound.amount.low < bound.amount.high:
            yield from _extremes(story, bound)
        elif bound.amount.is_bound:
            yield from _counted_out(story, bound)
            if bound.kind == "number":
                continue
            yield from _throughout(story, bound)
            yield from _again(story, bound)
            yield from _of_the_lede(story, bound)


def _throughout(story: Story, bound: Fact) -> Iterator[Found]:
    """ "Her lead never rose above 20 seconds … with the gap standing at 17": the one figure in this unit that is beyond. What holds for all of
    them ("all under 25") is held against their extreme ("the oldest, at 24")."""
    of_age, never = bound.kind == "age", NEVER.search(story.before(bound, 90)) if story.mentions(*NOT_ONCE) else None
    if bound.kind == "count" or not (never or ALL.search(story.before(bound, 90))):
        return
    if THEN.search(story.words(bound.sentence)):
        return
    at_most = (bound.amount.bound in (">", ">=")) == bool(never)
    told = [
        fact
        for fact in story.kinds(*(("age", "number") if of_age else (bound.kind,)))
        if fact.sentence != bound.sentence and _plain(fact) and (of_age or _in_unit(bound, fact))
        if _is_extreme(story, fact, bound.kind)
        or (
            never
            and fact.amount.unit.name == bound.amount.unit.name
            and not (of_age or _is_apart(story, fact) or _value(fact, bound) > bound.amount.low * TWICE)
        )
    ]
    beyond = [fact for fact in told if _is_beyond(_value(fact, bound), bound.amount.low, at_most)]
    for fact in told:
        if fact not in beyond or beyond == [fact] and _slipped(_value(fact, bound), bound.amount.low):
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
        if fact.span.start < bounds.span.end or not _plain(fact) or not _is_extreme(story, fact, bounds.kind):
            continue
        if LEFT_OUT.search(story.words(fact.sentence)):
            continue
        value = _value(fact, bounds)
        if fact.kind == bounds.kind and not _in_unit(bounds, fact) or fact.kind == "number" and bounds.kind != "age":
            continue
        end, at_most = (most, True) if value * 2 > least.amount.low + most.amount.low else (least, False)
        if (
            not _is_beyond(value, end.amount.low, at_most)
            or swapped(value, end.amount.low)
            or _slipped(value, end.amount.low, NEAR)
        ):
            yield (fact, end, fact) if at_most else (end, fact, fact)


def _is_extreme(story: Story, fact: Fact, kind: str) -> bool:
    """Is it the extreme of those told of: by age, by price, or by size?"""
    said = EXTREME.search(story.before(fact, 120)) if story.mentions(*EXTREMES) else None
    if said is None or THEN.search(story.before(fact, 90)):
        return False
    return kind == ("age" if OF_AGE.search(said[0]) else "money" if OF_PRICE.search(said[0]) else "quantity")


def _of_the_lede(story: Story, bound: Fact) -> Iterator[Found]:
    """ "Found more than two tonnes of cocaine … There were 2,140 kilograms of the drug": what the story opens with, weighed or measured."""
    if bound.kind != "quantity" or bound.amount.bound not in (">", ">=") or not _opens(story, bound):
        return
    for fact in story.kinds("quantity"):
        if fact.span.start < bound.sentence.end or not _plain(fact) or not single(fact) or not _in_unit(bound, fact):
            continue
        taken_up = (
            OF_THE.match(story.after(fact)) and OF.match(story.after(bound)) or CAME_TO.search(story.before(fact))
        )
        value, limit = _value(fact, bound), bound.amount.low
        if THEN.search(story.words(bound.sentence)):
            return
        if taken_up and not _is_apart(story, fact) and limit <= value * FAR and value <= limit * FAR:
            yield bound, fact, fact


def _counted_out(story: Story, bound: Fact) -> Iterator[Found]:
    """ "Fewer than 200 homes were finished … The county completed 183 of the homes": the only other count of what the story opens with, where
    it is taken up or somebody counted. One beyond is held against it if one wrong key explains it."""
    at_most = bound.amount.bound in ("<", "<=")
    if bound.kind not in ("count", "number") or bound.part or bound.amount.low < TEN or not ROUGHLY.match(bound.text):
        return
    if not _opens(story, bound):
        return
    limit = bound.amount.low
    near = [
        fact
        for fact in story.kinds("count")
        if fact.span.start > bound.sentence.end and single(fact) and not fact.other
        if limit <= fact.amount.low * FAR <= limit * FAR * FAR and head(bound) in ("", head(fact))
    ]
    taken_up = [
        fact
        for fact in near
        if TALLIED.search(story.before(fact)) or head(bound) and at_most and OF_THE.match(story.after(fact))
    ]
    if len(taken_up) != 1 or head(bound) and len(near) != 1 or _is_apart(story, taken_up[0]):
        return
    fact, beyond = taken_up[0], _is_beyond(taken_up[0].amount.low, limit, at_most)
    low, high = (limit * CLOSE, limit) if at_most else (limit, limit / CLOSE)
    if SOMEWHERE.search(story.text[fact.sentence.start : fact.span.end] + story.after(fact, 30)):
        return
    if not beyond or any(low <= value <= high for value in keys(fact.amount.low)):
        yield (fact, bound, fact) if at_most else (bound, fact, fact)


def _opens(story: Story, fact: Fact) -> bool:
    """Does it stand in the first sentence of the story?"""
    body = next((block.start for block in story.document.blocks if block.kind != "headline"), 0)
    return fact.sentence.start <= body


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
        limit, value = bound.amount.low, _value(fact, bound)
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
    return APART.search(story.before(fact, 90) + fact.text + story.after(fact, 30).partition(",")[0]) is not None


def _plain(fact: Fact) -> bool:
    if not isinstance(fact.value, Amount) or fact.part or fact.other:
        return False
    return plain(fact) or (single(fact) and "Celsius" in fact.amount.unit.name)


def _in_unit(a: Fact, b: Fact) -> bool:
    first, second = a.amount.unit, b.amount.unit
    return first.name == second.name or bool(first.dimension and first.fits(second) and first.offset == second.offset)


def _value(fact: Fact, bound: Fact) -> Decimal:
    """Its value in the unit of the bound."""
    if fact.amount.unit.name == bound.amount.unit.name or not _in_unit(fact, bound):
        return fact.amount.low
    return fact.amount.low * fact.amount.unit.factor / bound.amount.unit.factor


def _is_beyond(value: Decimal, limit: Decimal, at_most: bool) -> bool:
    return value > limit if at_most else value < limit


def _slipped(value: Decimal, limit: Decimal, times: Decimal = FAR) -> bool:
    """Is it beyond by no more than one wrong digit or a sign makes: about as large, or small and of the other sign?"""
    if not limit:
        return abs(value) < TEN
    return value * limit > 0 and max(value, limit) <= min(value, limit) * times
