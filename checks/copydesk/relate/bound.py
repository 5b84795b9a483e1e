"""A limit or bound, and a figure that the text puts on one side of it: "over 18 tonnes must not cross … 26 tonnes, well above the limit"."""

from collections.abc import Iterator

from copydesk.amounts import Unit, written
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Repair, Span
from copydesk.relate.limits.bounded import bounded
from copydesk.relate.limits.extremes import extremes
from copydesk.relate.limits.ruled import ruled
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import comparable, content, head, one_noun, plain
from copydesk.ties import amended, bare, single

KINDS = ("count", "quantity", "money", "percent")
LIMITS = ("limit", "maximum", "minimum", "threshold", "ceiling", "cap", "target", "requirement")
LIMIT = rf"(?:{'|'.join(LIMITS)})"
THE_LIMIT = pattern(
    rf"[^.;]{{0,50}}?\b(?:(?P<above>above|over|exceed(?:s|ed|ing)?)|below|under|within)\s+(?:the|that|its|this|an?)\s+(?:\w+\s+){{0,2}}{LIMIT}\s+of\s*"
)
MEMBER = pattern(
    r"\b(?:includ(?:e|es|ed|ing)|among\s+them|the\s+(?:youngest|oldest|eldest)\b[^.;]{0,20}|one\s+of\s+(?:them|whom)\b[^.;]{0,20})\s+(?:an?\s+)?$"
)
IN_ALL = pattern(r"\b(?:in\s+all|a\s+total\s+of|altogether|in\s+total|overall)\b")
IN_ALL_BEFORE = pattern(r"(?:^|[.;\n]\s*)(?:in\s+all|altogether|in\s+total),?\s+$", words="all altogether total")
# What makes a figure the whole of what was told before.
ALL = pattern(r"\b(?:all|all\s+of\s+the|all\s+the|each\s+of\s+the|the\s+(?:whole|entire|full)|none\s+of\s+the|the)\s+$")
UPDATED = pattern(
    r"\b(?:risen|rose|grew|grown|increased|fell|fallen|dropped|now|later|since|by\s+then|another|more(?!\s+than)|other|last\s+year|(?:19|20)\d\d|ago|earlier|previous\w*|first|remaining|expected|planned|needed|initial\w*)\b"
)
OF_THEM = late(r"\s+of\s+(?:them|these|those)\b")
THOSE_WHO = pattern(r"(?:\s+[\w-]+)?\s+(?:who|that|which|from|in|on|at|with)\b")
COUNTED = pattern(
    r"\bthe\s+(?:exact|precise|true|actual|official|real)\s+(?:number|figure|total|count|toll|sum|amount)\s+(?:was|is|came\s+to|proved\s+to\s+be)\s+$|\b(?:counted|identified|tallied|logged|recorded\s+a\s+total\s+of|(?:count|census|survey|tally|list|register|roll)\b(?:(?!\b(?:of|as|for)\b)[^.;:\d]){0,40}\b(?:found|showed|shows|gave|gives|has|holds|names|had|put\s+(?:it|the\s+\w+)\s+at|puts\s+(?:it|the\s+\w+)\s+at))\s+(?:only\s+|just\s+|exactly\s+)?$",
    words="exact precise true actual official real count recorded identified tallied logged census survey tally list register roll",
)
ANOTHER_TIME = pattern(r"\W?(?:by|on|at|in|after|during|later)\s")
# 400 a day and 1,900 in all are not of one measure.
TIMES = frozenset("second minute hour day week month year".split())
# "Fewer than 50 tickets were sold, 56 in all"; "at least 200 were entered, the final tally being 185".
COME_TO = pattern(
    r"[^.;:]{0,60},\s+(?:(?:and\s+)?the\s+(?:final|exact|actual|precise|total)\s+(?:tally|number|count|figure|total)\s+(?:being|was|is)\s+)?$"
)
ALL_TOLD = pattern(r"\s+(?:in\s+all|altogether|in\s+total|all\s+told|to\s+be\s+exact|exactly)\b")
FEWEST, NEXT, MOST = 10, 4, 3
FAR, NEAR = 3000, 400


# The smaller and the larger figure, and the one that the text puts on a side of the other.
Found = tuple[Fact, Fact, Fact]


def relate(story: Story) -> Iterator[Relation]:
    told: set[tuple[Span, ...]] = set()
    for low, high, fact in (
        *_of_the_limit(story),
        *_of_a_rule(story),
        *_of_a_count(story),
        *_aged(story),
        *extremes(story),
    ):
        rates = [fact.amount.unit.name.partition(" per ")[2] in TIMES for fact in (low, high)]
        if rates[0] == rates[1] and (pair := (low.span, high.span)) not in told:
            told.add(pair)
            yield _relation(low, high, fact)
    yield from (_relation(*found) for found in bounded(story) if (found[0].span, found[1].span) not in told)


def _of_a_rule(story: Story) -> Iterator[Found]:
    """ "No more than 80 may enter … let in 95, breaking their own rule"."""
    for limit, told, below in ruled(story):
        few = limit.kind == "count" and limit.amount.low < FEWEST and limit.amount.low == int(limit.amount.low)
        if few and head(limit) != head(told):  # "at least one partner"
            continue
        yield *((told, limit) if below else (limit, told)), told


def _aged(story: Story) -> Iterator[Found]:
    """ "The suspects, aged between 24 and 41, include a 31-year-old": each of them is of an age in between."""
    for ages, one in story.pairs("age"):
        if (
            ages.amount.low < ages.amount.high
            and one.amount.low == one.amount.high
            and MEMBER.search(story.between(ages, one))
        ):
            least, most = (
                ages._replace(value=written(age, unit=ages.amount.unit)) for age in (ages.amount.low, ages.amount.high)
            )
            yield (one, most, one) if one.amount.low > ages.amount.low else (least, one, one)


def _of_the_limit(story: Story) -> Iterator[Found]:
    """ "62 mph, well above the limit of 70 mph": the limit given in the same breath."""
    for fact, limit in story.pairs(*KINDS, "number") if story.mentions(*LIMITS) else ():
        said = THE_LIMIT.fullmatch(story.between(fact, limit))
        if said and comparable(fact, limit):
            yield *((limit, fact) if said["above"] else (fact, limit)), fact


def _of_a_count(story: Story) -> Iterator[Found]:
    """A figure given as more or fewer than so many, and the exact one of the same: "fewer than 300 people … all 350 employees"; "detained more
    than 500 … in all, 512 were detained"."""
    for bound, exact in story.pairs("count", "number"):
        between = story.between(bound, exact)
        summed = COME_TO.fullmatch(between) and (
            between.endswith(("being ", "was ", "is ")) or ALL_TOLD.match(story.after(exact))
        )
        if summed and bound.amount.is_bound and single(exact) and head(exact) in ("", head(bound)):
            yield *((bound, exact) if bound.amount.bound in (">", ">=") else (exact, bound)), exact
    bounds = [
        fact for fact in story.kinds(*KINDS) if fact.amount.is_bound and fact.amount.low >= FEWEST and not fact.other
    ]
    for bound in bounds:
        for exact in story.kinds(*(("count", "number") if bound.kind == "count" else (bound.kind,))):
            apart = exact.span.start - bound.span.end
            if apart > FAR:
                break
            if apart <= 0 or not plain(exact) or exact.other:
                continue
            if (_same(bound, exact) and _is_all(story, bound, exact)) or _recounted(story, bound, exact):
                low, high = (bound, exact) if bound.amount.bound in (">", ">=") else (exact, bound)
                yield low, high, exact
                break


def _recounted(story: Story, bound: Fact, exact: Fact) -> bool:
    """ "Fewer than 40 came. A reporter counted 63": somebody counted the same, in the next sentence."""
    same = exact.sentence == bound.sentence and ";" in story.between(bound, exact)
    if bound.kind != "count" or not (same or 0 <= exact.sentence.start - bound.sentence.end < NEXT):
        return False
    if not same and ANOTHER_TIME.match(story.words(exact.sentence)):
        return False
    alike = not head(exact) or head(exact) == head(bound)
    said = story.text[max(bound.span.end, exact.sentence.start) : exact.sentence.end]
    counted = COUNTED.search(story.before(exact, 60)) and not UPDATED.search(said)
    return bool(alike and counted) and exact.amount.low < bound.amount.low * MOST


def _is_all(story: Story, bound: Fact, exact: Fact) -> bool:
    """Is the exact figure said to be the whole ("all 350"), or what a count found, with no change in between?"""
    if UPDATED.search(story.words(exact.sentence)) or _is_known_part(story, exact):
        return False
    if bound.kind == "count" and IN_ALL_BEFORE.search(story.before(exact, 20)):
        return True
    if not exact.part and IN_ALL.search(story.words(exact.sentence)) and bound.kind == "count":
        return True
    near = exact.span.start - bound.span.end < NEAR
    if bound.kind != "count" and not _measured_alike(story, bound, exact):
        return False
    before = story.before(exact, 30)
    if (
        bound.kind == "count"
        and THOSE_WHO.match(story.after(exact))
        and not before.lower().endswith(("all ", "all of the ", "all the "))
    ):
        return False
    if (
        bound.kind != "count"
        and before.strip().lower() == "the"
        and exact.span.start - exact.sentence.start > len("The ")
    ):
        return False
    return near and bool(ALL.search(before)) and (bound.kind == "count" or before.strip().lower()[-4:] != " the")


def _is_known_part(story: Story, exact: Fact) -> bool:
    """ "At least 18 people, including 14 foreigners … the 14 foreigners": told as a part before."""
    return any(
        fact.part and fact.amount.low == exact.amount.low and head(fact) == head(exact)
        for fact in story.kinds(exact.kind)
        if fact.span.end < exact.span.start
    )


def _measured_alike(story: Story, bound: Fact, exact: Fact) -> bool:
    """Are two measures or percentages of one thing: a word in common besides the unit?"""
    return bool(
        content(story.words(bound.sentence)) & content(story.after(exact, 40)) - content(bound.text + " " + exact.text)
    )


def _same(bound: Fact, exact: Fact) -> bool:
    """Are both said of one sort of people or things, of about one size?"""
    if bound.role and exact.role and bound.role != exact.role:
        return False
    if not comparable(bound, exact):
        return False
    text = exact.document.text
    in_all = IN_ALL_BEFORE.search(text[max(0, exact.span.start - 20) : exact.span.start])
    of_them = not head(exact) and (in_all or OF_THEM.match(text, exact.span.end))
    if bound.kind == "count" and not of_them and (not head(bound) or not one_noun(head(bound), head(exact))):
        return False
    return bound.amount.low / 2 <= exact.amount.low <= bound.amount.low * 2


def _relation(low: Fact, high: Fact, told: Fact) -> Relation:
    least, most = bare(low), bare(high)
    if least.unit.name != most.unit.name and not (least.unit.dimension and least.unit.fits(most.unit)):
        # "0.5 milligrams a kilo … at 0.9 milligrams"
        least, most = least._replace(unit=Unit("")), most._replace(unit=Unit(""))
    parts: Parts = {"low": low, "high": high, "least": least, "most": most}
    repairs = (_limited(low, high, "at most"), _limited(high, low, "at least"))
    return Relation("bound", parts, told.sentence, repairs)


def _limited(fact: Fact, other: Fact, bound: str) -> Repair:
    """A figure as the other, at most or at least, unless its own words say so."""
    repair = amended(fact, other.amount.low)
    return Repair(repair.said, f"{bound} {repair.instead}") if fact.amount.bound == "=" else repair


RELATION = RelationKind(
    about="A figure and the bound that the text sets it against, the smaller first; least and most are the bare numbers.",
    parts={"low": "figure", "high": "figure", "least": "figure", "most": "figure"},
    relate=relate,
)
