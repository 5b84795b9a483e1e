"""A rate or a percentage that is spoken of as known, and the part and whole that it is of, sentences before or behind: "sampled 1,840 taps … In
276 of them … a failure rate of 15 percent", "Sunday's 40 percent".

Which pair is meant nothing says but that it stands near and has no percentage of its own; so the percentage is accused only if one wrong key
parts it from that pair, and no other pair makes it.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from itertools import combinations, permutations

from copydesk.amounts import written
from copydesk.late import late, pattern
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact, Span
from copydesk.relate.portions.beside import is_fraction, of_one_thing, of_one_time
from copydesk.relate.turns.turn_words import FALL, RISE
from copydesk.relate.wholes.pairs import counts, may_be_part, pairs
from copydesk.story import Story
from copydesk.support import content, head, of_people
from copydesk.ties import keys, last_place, single, slip, swapped

Two = tuple[Fact, Fact]
RATE = r"(?:rates?|share|proportion|percentage|turnout|ratio|figure|level|uptake|take-up|coverage|incidence|prevalence|compliance)"
A_RATE = pattern(rf"\b{RATE}\b[^.;,]{{0,70}}(?:,\s+(?:at\s+|of\s+)?)?$|\breturns,\s+$")
OF_RATE = pattern(
    r"[\s-]+(?:[a-z]+[\s-]+){0,2}(?:rate|turnout|figure|support|backing|approval|response|success|failure|uptake|take-up|occupancy|attendance)\b",
    words="rate turnout figure support backing approval response success failure uptake take occupancy attendance",
)
KNOWN = pattern(
    r"(?:\b(?:the|that|this|those|its|their|his|her)|[\w][’']s?)\s+$", words="the that this those its their his her ’ '"
)
# "The 30 percent of firms", "its 61.5 percent subsidiary": of another whole.
OF_ANOTHER = pattern(
    r"\s+of\s+(?!(?:them|those|these|whom|all)\b)|[-\s]+(?!(?:who|that|which|was|were|is|are|had|have|did|would|could|should|might|may|can|will|must)\b)[a-z]+"
)
# Of another time, or a rate of something that nobody counts.
ANOTHER_TIME = pattern(
    r"\b(?:before\s+the|(?:year|month|season|week|time)\s+before|elsewhere|compared|previous\w*|last\s+(?:year|season|month|time)|years?\s+(?:ago|before)|earlier|(?:in|since|from|to|by|of)\s+(?:19|20)\d\d|reduction|increase|decline|up|down|rose|risen|fell|fallen|increased?|higher|national\w*|average|target|aim|annual|per\s+year|next\s+door|neighbou?r\w*|rivals?|placebo|control\s+group|recommend\w*"
    r"|interest|growth|inflation|unemployment|jobless|tax|margin|market|mortgage|lending|bank|exchange)\b"
)
CHANGE = pattern(rf"\b(?:{RISE}|{FALL}|stake|interest|owns?|owned|tax|duty)\b")
WHO = pattern(r"\s*(?:that|who|which)\b", words="that who which")
DID = pattern(r"\s*(?:that|who)\s+(?:\w+ly\s+|indeed\s+)?(?:did|do|does)\b", words="did do does")
OF_THE_COUNTED = late(r"\s+of\s+(?:the|its|their|those|these|all(?:\s+the)?)\s+((?:[A-Za-z-]+ ?){1,3})")
OF_TOTAL = late(
    r"\bOf\s+(?:the\s+total|these|those|them|that\s+number|that\s+total),?\s+(?:only\s+|just\s+)?$", words="Of"
)
OF_THOSE = late(r"\s+of\s+(?:those|these)\b")
OF_THEM = late(r"\s+of\s+them\b")
OF_THE, PEOPLE = late(r"\s+of\s+the\b"), late(r"\s+(?:\w+\s+)?(?:people|persons?)\b")
# "274 votes to 198".
AGAINST = pattern(r"\b(?:to|against|versus)\s+$", words="to against versus")
# "21,306 votes … three others got 4,120": of the same whole as it, and no part of it.
RIVALS = pattern(r"\b(?:others?|rivals?|against|second|ahead|behind|runner-up|opponents?|between\s+them)\b")
# How often something was done of those that were counted: "350 calls … on 147 occasions".
TIMES = frozenset({"occasion", "time", "case", "instance"})
OPENING = pattern(
    r"\W?(?:the\s+(?:year|month|season|week|time)|in|last|before|at|by|for|during|until|a|on|elsewhere|nation\w+|abroad|worldwide|globally)\b[^,]{0,60}"
)
PLACE = late(
    r"\b[Ii]n\s+(?:the\s+)?([A-Z][a-z]+)|^\W?(?:In|Among|For)\s+(?:the\s+)?(?!fact\b|total\b|addition\b|effect\b)([a-z]{4,})"
)
COMMA = late(r"[,;:—–(]")
# What it is compared with is another's, and what it would have been, or had not been, is of no time.
ENDS = late(
    r"[,;:—–(]|\b(?:compare[ds]?|against|versus|(?:up|down)\s+from|would|could|might|ought|ha(?:s|ve|d)\s+(?:not|never|hardly|barely|scarcely))\b"
)
# A smaller whole is told of anything; what is told further off is of something else.
LARGE, HUNDRED, FEWEST, WINDOW, REACH = 20, 100, 3, 220, 2500


def rated(story: Story, percents: list[Fact], told: set[int]) -> Iterator[tuple[Fact, Two]]:
    """Each such percentage with the part and whole that make it, or that would but for one wrong key."""
    asked = [p for p in percents if id(p) not in told and single(p) and p.block != "headline" and _is_asked(story, p)]
    if not asked:
        return
    found = _parts(story)
    rates = [*percents, *(fact for fact in story.kinds("number") if fact.amount.low % 1 and single(fact))]
    free = [two for two in found if not any(_makes(rate, two) for rate in rates)]
    fractions = [fact for fact in story.kinds("count", "number") if is_fraction(fact)]
    for percent in asked:
        known = _is_known(story, percent)
        made = [two for two in found if _makes(percent, two)]
        if made and known:
            yield percent, min(made, key=partial(_away, percent))
        elif not (made or _is_of_others(story, percent)):
            of = _named(story, percent)
            near = sorted(
                (
                    two
                    for two in free
                    if _may_be_of(story, percent, two)
                    and (head(two[1]) in of if of else _is_plain(story, two[0]) or of_one_thing(story, percent, *two))
                ),
                key=partial(_away, percent),
            )
            slipped = [two for two in near if _mistyped(percent, two, _turned)]
            if not slipped and known and not of:
                slipped = [two for two in near if _mistyped(percent, two)] or [
                    two for two in near if _one_off(percent, two)
                ]
            if len(slipped) > 1:  # what a fraction tells needs no percentage beside it
                slipped = [two for two in slipped if not any(_makes(fraction, two) for fraction in fractions)]
            if len(slipped) > 1:  # "of the 2,400 outlets 312 had gone"
                slipped = [two for two in slipped if two[0].sentence == two[1].sentence] or slipped
            if len(slipped) == 1:
                yield percent, slipped[0]


def _is_asked(story: Story, percent: Fact) -> bool:
    """May it be of a part and a whole: is it spoken of as known, or at least no change, and of nothing that is named and not counted?"""
    if _is_known(story, percent):
        return True
    of_another = OF_ANOTHER.match(story.after(percent, 40)) and not _named(story, percent)
    return not (of_another or CHANGE.search(story.before(percent, 40)))


def _named(story: Story, percent: Fact) -> frozenset[str]:
    """The counted nouns that it is said to be of: "65 percent of the frogs that …"."""
    found = OF_THE_COUNTED.match(story.after(percent))
    words = found[1].lower().split() if found else []
    nouns = {singular(word) or "" for word in words}
    return frozenset(nouns & {head(fact) for fact in story.kinds("count")} - {""})


def _may_be_of(story: Story, percent: Fact, two: Two) -> bool:
    """Is the pair near, of that time, and of what the percentage is said to do? "The 35 percent that have newts" are not those on farmland."""
    part, after = two[0], story.after(percent)
    if _away(percent, two) >= REACH or not of_one_time(story, part.sentence, percent.sentence):
        return False
    if any(words not in story.words(part.sentence) for words in _set_apart(story, percent)):
        return False
    said = content(story.text[percent.span.end : percent.sentence.end])
    return not WHO.match(after) or DID.match(after) is not None or bool(said & content(story.words(part.sentence)))


def _is_known(story: Story, percent: Fact) -> bool:
    before, after = story.before(percent, 90), story.after(percent, 40)
    if before.endswith("from "):  # what it was
        return False
    if A_RATE.search(before) or OF_RATE.match(after):
        return True
    return KNOWN.search(before) is not None and not OF_ANOTHER.match(after)


def _parts(story: Story) -> list[Two]:
    """The parts and wholes that a sentence tells, or one and the next with counts. A bare number behind a count may be a part of it."""
    told = [counted for _, facts in story.sentences() if (counted := list(filter(_is_counted, counts(facts))))]
    named = [fact for counted in told for fact in counted if head(fact)]
    two = [(fact, whole) for fact in named if fact.part and (whole := _only_whole(fact, named))]
    two += [(fact, whole) for fact in _of_all(story, told) for whole in _before(fact, named)[-1:]]
    two += [(fact, whole) for counted in told for fact in counted if (whole := _whole_of_them(story, fact, named))]
    two += [(fact, whole) for fact in named if OF_THOSE.match(story.after(fact)) for whole in _before(fact, named)]
    for here, there in zip(told, [*told[1:], []], strict=False):
        both = here + there
        two += [(pair.part, pair.whole) for pair in pairs(story, both)]
        two += [(b, a) for a, b in combinations(both, 2) if _is_left_out(story, a, b) and may_be_part(b, a)]
    found = {(part.amount.low, whole.amount.low): (part, whole) for part, whole in two if whole.amount.low >= LARGE}
    return _together(story, list(found.values()))


def _is_plain(story: Story, part: Fact) -> bool:
    """Is it said to be a part of what was counted, "78 of them", "of the total, 48"?"""
    return bool(OF_THEM.match(story.after(part)) or OF_TOTAL.search(story.before(part, 24)))


def _whole_of_them(story: Story, part: Fact, named: list[Fact]) -> Fact | None:
    """ "On every school kitchen … problems in 78 of them … The 325 kitchens": the one number of what its sentence names."""
    if not OF_THEM.match(part.document.text, part.span.end):
        return None
    words = content(story.words(part.sentence))
    wholes = [fact for fact in named if content(head(fact)) & words and fact.amount.low > part.amount.low]
    return wholes[0] if len({fact.amount.low for fact in wholes}) == 1 else None


def _of_all(story: Story, told: list[list[Fact]]) -> list[Fact]:
    """ "Of the total, 48": the figures that are told of all that were counted before."""
    return [fact for counted in told for fact in counted if OF_TOTAL.search(story.before(fact, 24))]


def _only_whole(part: Fact, named: list[Fact]) -> Fact | None:
    """ "448 of the homes", wherever 640 of them were told: no other number of homes is larger. Of what has no number it is the last before."""
    wholes = [fact for fact in named if head(fact) == head(part) and fact.amount.low > part.amount.low]
    if not wholes and OF_THE.match(part.document.text, part.span.end):
        wholes = [
            fact for fact in named if 0 < part.span.start - fact.span.end < WINDOW and fact.amount.low > part.amount.low
        ][-1:]
    alone = len({fact.amount.low for fact in wholes}) == 1 and not (wholes[0].part or wholes[0].other)
    return wholes[0] if alone else None


def _before(part: Fact, named: list[Fact]) -> list[Fact]:
    """ "1,104 of those cases": of which of the larger counts before, their number must tell."""
    return [
        fact
        for fact in named
        if 0 < part.span.start - fact.span.end < 2 * WINDOW and fact.amount.low > part.amount.low and not fact.part
    ]


def _together(story: Story, two: list[Two]) -> list[Two]:
    """ "84 of the 240 boys and 66 of the 260 girls": where the story has counted both wholes together, their parts are, too."""
    for (a, first), (b, second) in combinations(sorted(two, key=lambda pair: pair[0].span), 2):
        both = first.amount.low + second.amount.low
        whole = next((fact for fact in story.kinds("count") if fact.amount.low == both and single(fact)), None)
        if whole and a.sentence == b.sentence and a.span < first.span < b.span < second.span:
            part = a._replace(value=written(a.amount.low + b.amount.low), span=Span(a.span.start, b.span.end))
            return [pair for pair in two if pair not in ((a, first), (b, second))] + [(part, whole)]
    return two


def _is_counted(fact: Fact) -> bool:
    exact = single(fact) or (fact.amount.bound == "~" and fact.text.startswith(("Some", "some")))  # "nearly 90" is none
    return (
        exact
        and fact.of != ("point",)
        and fact.amount.low >= FEWEST
        and fact.kind != "money"
        and fact.block != "headline"
    )


def _is_left_out(story: Story, whole: Fact, part: Fact) -> bool:
    """ "2,400 homes were asked to and 1,680 did": a number near behind it that names nothing of its own."""
    near = (
        whole.of and 0 < part.span.start - whole.span.start < WINDOW and not AGAINST.search(story.between(whole, part))
    )
    if RIVALS.search(story.between(whole, part)):
        return False
    unnamed = (
        head(part) in TIMES
        or head(part) == "person"
        and (of_people(head(whole)) or not PEOPLE.match(story.after(part)))
    )
    own = unnamed or (part.sentence == whole.sentence and head(part) == head(whole))
    return bool(near) and (not part.of or own)


def _set_apart(story: Story, percent: Fact) -> list[str]:
    """What in its clause, or in what the sentence opens with, puts it elsewhere: another time, another group, a place or group not told of before."""
    opening = OPENING.match(story.words(percent.sentence))
    clause = COMMA.split(story.before(percent, 200))[-1] + "@" + ENDS.split(story.after(percent))[0]
    told = story.text[: percent.sentence.start]
    places = [place for found in PLACE.findall(clause) for place in found if place not in told]
    return places + [
        found[0] for words in (clause, opening[0] if opening else "") if (found := ANOTHER_TIME.search(words))
    ]


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


def _turned(a: Decimal, b: Decimal) -> bool:
    """Are two digits side by side changed round?"""
    first, second = (f"{value.normalize():f}".replace(".", "") for value in (a, b))
    at = [i for i, (x, y) in enumerate(zip(first, second, strict=False)) if x != y]
    return swapped(a, b) and at[1:] == [at[0] + 1]


def _one_off(percent: Fact, two: Two) -> bool:
    """Is one key of the part or of the whole wrong, so that the other makes the percentage exactly? Of small ones that may be chance."""
    part, whole = (fact.amount.low for fact in two)
    ways = [(key, whole) for key in keys(part)] + [(part, key) for key in keys(whole)]
    return whole >= HUNDRED and any(key * 100 == percent.amount.low * of for key, of in ways if of)


def _is_share(percent: Fact, share: Decimal, part: Decimal, whole: Decimal) -> bool:
    """Is it so many percent, to the last digit that the percentage is told with? A fraction is told to the percent."""
    exact = part / whole
    return (
        abs(exact - share) * 100 <= 1
        if is_fraction(percent)
        else abs(exact * 100 - share) <= last_place(percent.amount) / 2
    )
