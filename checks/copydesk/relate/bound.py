"""A limit or bound, and a figure that the text puts on one side of it: "over 18 tonnes must not cross … 26 tonnes, well above the limit"."""

from collections.abc import Iterator

from copydesk.late import late, pattern
from copydesk.lexicon.nouns import lemma
from copydesk.model import Fact, Relation
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import comparable, content, head, one_noun, plain
from copydesk.ties import amended, bare

KINDS = ("count", "quantity", "money", "percent")
LIMITS = ("limit", "maximum", "minimum", "threshold", "ceiling", "cap", "target", "requirement")
LIMIT = rf"(?:{'|'.join(LIMITS)})"
ABOVE = pattern(
    rf"\b(?:above|over|exceed(?:s|ed|ing)?|more\s+than|in\s+excess\s+of|beyond|breach(?:es|ed|ing)?)\s+(?:the|that|its|this)\s+(?:\w+\s+){{0,2}}{LIMIT}\b",
    words="cap ceiling limit maximum minimum requirement target threshold",
)
BELOW = pattern(
    rf"\b(?:below|under|less\s+than|short\s+of|within|inside)\s+(?:the|that|its|this)\s+(?:\w+\s+){{0,2}}{LIMIT}\b",
    words="cap ceiling limit maximum minimum requirement target threshold",
)
ALLOWED = pattern(
    r"\b(?P<more>more|heavier|longer|higher|faster|over)?(?P<less>less|fewer|under)?\s*(?:than|what)\s+(?:(?:is|was|it\s+was|were|the\s+(?:law|rules?|licen[cs]e|permit)|it)\s+)?(?:allowed|permitted|licen[cs]ed|allows?|permits?)\b"
)
# "It", behind a sentence whose subject is the limit.
ABOVE_IT = pattern(
    r"[^.;]{0,30}?\b(?:above|over|exceed(?:s|ed|ing)?|more\s+than|beyond|broke|breached)\s+(?:it|that|this)\b(?!\s+\w+\s+(?:limit|of))"
)
BELOW_IT = pattern(r"[^.;]{0,30}?\b(?:below|under|within|less\s+than)\s+(?:it|that|this)\b(?!\s+\w+\s+(?:limit|of))")
IS_LIMIT = pattern(
    rf"^\W?(?:The|Its|A|That|Their)\s+(?:[\w-]+\s+){{0,3}}?{LIMIT}\b[^.;]{{0,60}}?\b(?:is|was|stands|stood|lies)\s+(?:at\s+)?$"
)
THE_LIMIT = pattern(
    rf"[^.;]{{0,50}}?\b(?:above|over|exceed(?:s|ed|ing)?|below|under|within)\s+(?:the|that|its|this|an?)\s+(?:\w+\s+){{0,2}}{LIMIT}\s+of\s*"
)
SETS_LIMIT = pattern(
    rf"\b(?:{LIMIT}|must\s+not|not\s+allowed|banned|prohibited|no\s+more\s+than|not\s+(?:to\s+)?exceed|at\s+least|at\s+most|up\s+to|permitted|allowed|licen[cs]ed)\b"
)
IN_ALL = pattern(r"\b(?:in\s+all|a\s+total\s+of|altogether|in\s+total|overall)\b")
# What makes a figure the whole of what was told before.
ALL = pattern(r"\b(?:all|all\s+of\s+the|all\s+the|each\s+of\s+the|the\s+(?:whole|entire|full)|none\s+of\s+the|the)\s+$")
UPDATED = pattern(
    r"\b(?:risen|rose|grew|grown|increased|fell|fallen|dropped|now|later|since|by\s+then|another|more|other|last\s+year|(?:19|20)\d\d|ago|earlier|previous\w*|first|remaining|expected|planned|needed|initial\w*)\b"
)
OF_THEM = late(r"\s+of\s+(?:them|these|those)\b")
THOSE_WHO = pattern(r"(?:\s+[\w-]+)?\s+(?:who|that|which|from|in|on|at|with)\b")
# Words right behind a count, no place and no comma: its noun is among them, or something else is told.
NEXT_WORDS = late(
    r"(?:\s+(?!(?:on|in|at|inside|aboard|well|far|just|is|was|were|and|or|above|over|more|below|under)\b)[\w-]+){1,3}"
)
FEWEST, NEXT = 10, 4
REACH, FAR, NEAR = 1500, 3000, 400


def relate(story: Story) -> Iterator[Relation]:
    yield from _of_a_limit(story)
    yield from _of_a_count(story)


def _of_a_limit(story: Story) -> Iterator[Relation]:
    """Figures said to be above or below *the limit*, with the last limit of their unit before them."""
    if not story.mentions(*LIMITS, "mark of", "level of", "allow", "permit", "licen"):
        return
    for fact in story.kinds(*KINDS, "number"):
        if fact.amount.low != fact.amount.high:
            continue
        behind = story.after(fact, 70)
        allowed = ALLOWED.search(behind)
        above = ABOVE.search(behind) or (allowed and allowed["more"])
        below = BELOW.search(behind) or (allowed and allowed["less"])
        if not above and not below:
            yield from _of_it(story, fact, behind)
            continue
        if fact.kind in ("count", "number") and not _reaches(fact, behind):
            continue
        kinds = ("count", "number") if fact.kind in ("count", "number") else (fact.kind,)
        told = [other for other in story.kinds(*kinds) if _is_the(story, fact, other) and comparable(fact, other)]
        limits = told or [
            other
            for other in story.kinds(*kinds)
            if 0 < fact.span.start - other.span.end < REACH
            and comparable(fact, other)
            and (not head(fact) or head(fact) == head(other))
            and SETS_LIMIT.search(story.words(other.sentence))
        ]
        if limits:
            low, high = (limits[-1], fact) if above else (fact, limits[-1])
            yield _relation(low, high, fact)


def _reaches(fact: Fact, behind: str) -> bool:
    """Is it the count that is above or below? In "13 contained lead above the limit" it is the lead: a verb stands where the noun
    or a place should."""
    words = NEXT_WORDS.match(behind)
    return words is None or any(one_noun(head(fact), lemma(word)) for word in words.group().lower().split())


def _of_it(story: Story, fact: Fact, behind: str) -> Iterator[Relation]:
    """ "The limit for mercury is 0.5 milligrams. The sample, at 0.9 milligrams, exceeded it"."""
    above, below = ABOVE_IT.match(behind), BELOW_IT.match(behind)
    if not above and not below:
        return
    limits = [
        other
        for other in story.kinds(fact.kind)
        if 0 <= fact.sentence.start - other.sentence.end < NEXT
        and comparable(fact, other)
        and IS_LIMIT.search(story.text[other.sentence.start : other.span.start])
    ]
    if len(limits) == 1:
        low, high = (limits[0], fact) if above else (fact, limits[0])
        yield _relation(low, high, fact)


def _is_the(story: Story, fact: Fact, limit: Fact) -> bool:
    """ "Well above the limit of 70 mph": is the limit given in the same breath?"""
    return limit.sentence == fact.sentence and bool(THE_LIMIT.fullmatch(story.between(fact, limit)))


def _of_a_count(story: Story) -> Iterator[Relation]:
    """A figure given as more or fewer than so many, and the exact one of the same: "fewer than 300 people … all 350 employees"; "detained more
    than 500 … in all, 512 were detained"."""
    bounds = [
        fact for fact in story.kinds(*KINDS) if fact.amount.is_bound and fact.amount.low >= FEWEST and not fact.other
    ]
    for bound in bounds:
        for exact in story.kinds(bound.kind):
            apart = exact.span.start - bound.span.end
            if apart > FAR:
                break
            if apart > 0 and plain(exact) and not exact.other and _same(bound, exact) and _is_all(story, bound, exact):
                low, high = (bound, exact) if bound.amount.bound in (">", ">=") else (exact, bound)
                yield _relation(low, high, exact)
                break


def _is_all(story: Story, bound: Fact, exact: Fact) -> bool:
    """Is the exact figure said to be the whole ("all 350"), or what a count found, with no change in between?"""
    if UPDATED.search(story.words(exact.sentence)):
        return False
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
    of_them = not head(exact) and OF_THEM.match(exact.document.text, exact.span.end)
    if bound.kind == "count" and not of_them and (not head(bound) or not one_noun(head(bound), head(exact))):
        return False
    return bound.amount.low / 2 <= exact.amount.low <= bound.amount.low * 2


def _relation(low: Fact, high: Fact, told: Fact) -> Relation:
    parts: Parts = {"low": low, "high": high, "least": bare(low), "most": bare(high)}
    repairs = (
        amended(low, high.amount.low).replace("→", "→ at most"),
        amended(high, low.amount.low).replace("→", "→ at least"),
    )
    return Relation("bound", parts, told.sentence, repairs)


RELATION = RelationKind(
    about="A figure and the bound that the text sets it against, the smaller first; least and most are the bare numbers.",
    parts={"low": "figure", "high": "figure", "least": "figure", "most": "figure"},
    relate=relate,
)
