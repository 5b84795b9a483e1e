"""A rate or a percentage that is spoken of as known, and the part and whole that it is of, sentences before or behind: "sampled 1,840 taps … In
276 of them … a failure rate of 15 percent", "Sunday's 40 percent".

Which pair is meant nothing says but that it stands near and has no percentage of its own; so the percentage is accused only if one wrong key
parts it from that pair, and no other pair makes it.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import combinations, permutations

from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.relate._portions import of_one_time
from copydesk.relate._turn_words import FALL, RISE
from copydesk.relate._wholes import counts, may_be_part, pairs
from copydesk.story import Story
from copydesk.support import content, head
from copydesk.ties import keys, last_place, single, slip, swapped

Two = tuple[Fact, Fact]
RATE = r"(?:rates?|share|proportion|percentage|turnout|ratio)"
A_RATE = pattern(
    rf"\b{RATE}\b[^.;,]{{0,25}}(?:,\s+(?:at\s+|of\s+)?)?$|\breturns,\s+$",
    words="rate share proportion percentage turnout ratio returns",
)
OF_RATE = pattern(r"[\s-]+(?:[a-z]+[\s-]+){0,2}(?:rate|turnout|figure)\b", words="rate turnout figure")
KNOWN = pattern(
    r"(?:\b(?:the|that|this|those|its|their|his|her)|[\w][’']s?)\s+$", words="the that this those its their his her ’ '"
)
# "The 30 percent of firms", "its 61.5 percent subsidiary": of another whole.
OF_ANOTHER = pattern(
    r"\s+of\s+(?!(?:them|those|these|whom|all)\b)|[-\s]+(?!(?:who|that|which|was|were|is|are|had|have|did|would|could)\b)[a-z]+"
)
# Of another time, or a rate of something that nobody counts.
ANOTHER_TIME = pattern(
    r"\b(?:before\s+the|(?:year|month|season|week|time)\s+before|elsewhere|compared|previous\w*|last\s+(?:year|season|month|time)|years?\s+(?:ago|before)|earlier|(?:in|since|from|to|by|of)\s+(?:19|20)\d\d|reduction|increase|decline|up|down|rose|risen|fell|fallen|increased?|higher|national\w*|average|target|aim|annual|per\s+year"
    r"|interest|growth|inflation|unemployment|jobless|tax|margin|market|mortgage|lending|bank|exchange)\b"
)
CHANGE = pattern(rf"\b(?:{RISE}|{FALL}|stake|interest|owns?|owned|tax|duty)\b")
WHO = pattern(r"\s*(?:that|who|which)\b", words="that who which")
DID = pattern(r"\s*(?:that|who)\s+(?:\w+ly\s+|indeed\s+)?(?:did|do|does)\b", words="did do does")
# "274 votes to 198".
AGAINST = pattern(r"\b(?:to|against|versus)\s+$", words="to against versus")
OPENING = pattern(
    r"\W?(?:the\s+(?:year|month|season|week|time)|in|last|before|at|by|for|during|until|a|on|elsewhere|nation\w+|abroad|worldwide|globally)\b[^,]{0,60}"
)
COMMA = late(r"[,;:—–(]")
# What it is compared with is another's.
ENDS = late(r"[,;:—–(]|\b(?:compared|against|versus|(?:up|down)\s+from)\b")
# A smaller whole is told of anything; what is told further off is of something else.
LARGE, FEWEST, WINDOW, NEAR, REACH = 20, 3, 220, 400, 2500


def rated(story: Story, percents: list[Fact], told: set[int]) -> Iterator[tuple[Fact, Two]]:
    """Each such percentage with the part and whole that make it, or that would but for one wrong key."""
    asked = [p for p in percents if id(p) not in told and single(p) and p.block != "headline" and _is_asked(story, p)]
    if not asked:
        return
    found = _parts(story)
    free = [two for two in found if not any(_makes(percent, two) for percent in percents)]
    for percent in asked:
        known = _is_known(story, percent)
        made = [two for two in found if _makes(percent, two)]
        if made and known:
            yield percent, min(made, key=partial(_away, percent))
        elif not (made or _of_another_time(story, percent) or _is_of_others(story, percent)):
            near = sorted((two for two in free if _may_be_of(story, percent, two)), key=partial(_away, percent))
            slipped = [two for two in near if _mistyped(percent, two, swapped)]
            if not slipped and known:
                slipped = [two for two in near if _mistyped(percent, two)] or [
                    two for two in near[:1] if _away(percent, two) < NEAR and _one_off(percent, two)
                ]
            if len(slipped) == 1 and (len(near) == 1 or _mistyped(percent, slipped[0])):
                yield percent, slipped[0]


def _is_asked(story: Story, percent: Fact) -> bool:
    """May it be of a part and a whole: is it spoken of as known, or at least no change, and of nothing that is named?"""
    return _is_known(story, percent) or not (
        OF_ANOTHER.match(story.after(percent, 40)) or CHANGE.search(story.before(percent, 40))
    )


def _may_be_of(story: Story, percent: Fact, two: Two) -> bool:
    """Is the pair near, of that time, and of what the percentage is said to do? "The 35 percent that have newts" are not those on farmland."""
    part, after = two[0], story.after(percent)
    if _away(percent, two) >= REACH or not of_one_time(story, part.sentence, percent.sentence):
        return False
    said = content(story.text[percent.span.end : percent.sentence.end])
    return not WHO.match(after) or DID.match(after) is not None or bool(said & content(story.words(part.sentence)))


def _is_known(story: Story, percent: Fact) -> bool:
    before, after = story.before(percent, 40), story.after(percent, 40)
    if A_RATE.search(before) or OF_RATE.match(after):
        return True
    return KNOWN.search(before) is not None and not OF_ANOTHER.match(after)


def _parts(story: Story) -> list[Two]:
    """The parts and wholes that a sentence tells, or one and the next with figures. A bare number behind a count may be a part of it."""
    told = [[fact for fact in counts(facts) if _is_counted(fact)] for _, facts in story.sentences()]
    found: dict[tuple[Span, Span], Two] = {}
    for here, there in zip(told, [*told[1:], []], strict=True):
        both = here + there
        two = [(pair.part, pair.whole) for pair in pairs(story, both)]
        two += [(b, a) for a, b in combinations(both, 2) if _is_left_out(story, a, b) and may_be_part(b, a)]
        found.update({(part.span, whole.span): (part, whole) for part, whole in two if whole.amount.low >= LARGE})
    return list(found.values())


def _is_counted(fact: Fact) -> bool:
    told = fact.amount.low == fact.amount.high >= FEWEST and not fact.amount.is_bound
    return told and fact.kind != "money" and fact.block != "headline"


def _is_left_out(story: Story, whole: Fact, part: Fact) -> bool:
    """ "2,400 homes were asked to and 1,680 did": a number near behind it that names nothing of its own."""
    near = (
        whole.of and 0 < part.span.start - whole.span.start < WINDOW and not AGAINST.search(story.between(whole, part))
    )
    return bool(near) and (not part.of or (part.sentence == whole.sentence and head(part) == head(whole)))


def _of_another_time(story: Story, percent: Fact) -> bool:
    """Does its clause, or what the sentence opens with, put it elsewhere?"""
    opening = OPENING.match(story.words(percent.sentence))
    clause = COMMA.split(story.before(percent, 200))[-1] + "@" + ENDS.split(story.after(percent))[0]
    return ANOTHER_TIME.search(clause) is not None or (
        opening is not None and ANOTHER_TIME.search(opening[0]) is not None
    )


def _is_of_others(story: Story, percent: Fact) -> bool:
    """Does its own sentence count two things; or do two counts of one noun make it, wherever they stand?"""
    counted = [fact for fact in story.kinds("count", "number") if _is_counted(fact)]
    if sum(fact.sentence == percent.sentence for fact in counted) > 1:
        return True
    named = [fact for fact in counted if head(fact)]
    return any(may_be_part(part, whole) and _makes(percent, (part, whole)) for part, whole in permutations(named, 2))


def _away(percent: Fact, two: Two) -> int:
    return min(abs(percent.span.start - fact.span.start) for fact in two)


def _makes(percent: Fact, two: Two) -> bool:
    return _is_share(percent, percent.amount.low, *(fact.amount.low for fact in two))


def _mistyped(percent: Fact, two: Two, wrong: Callable[[Decimal, Decimal], bool] = slip) -> bool:
    """Is one key of the percentage wrong; or are two of its digits changed round, which is by far the rarer by chance?"""
    said, (part, whole) = percent.amount.low, (fact.amount.low for fact in two)
    return any(_is_share(percent, key, part, whole) for key in keys(said) if wrong(said, key))


def _one_off(percent: Fact, two: Two) -> bool:
    """Is one key of the part or of the whole wrong?"""
    part, whole = (fact.amount.low for fact in two)
    share = percent.amount.low
    return any(_is_share(percent, share, key, whole) for key in keys(part)) or any(
        _is_share(percent, share, part, key) for key in keys(whole)
    )


def _is_share(percent: Fact, share: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Is it so many percent, to the last digit that the percentage is told with?"""
    return abs(part / whole * 100 - share) <= last_place(percent.amount) / 2
