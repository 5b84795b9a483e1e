"""A whole shared out among parts within three neighbouring sentences: "52 of them women, 21 men and 14 children"; "410 in Poland and
the other 230 abroad"; "48 seats, the Greens 31 … The chamber has 100". What ties them is the structure, not the verb: figures of one class,
coordinated, and a word or a form that says that nothing is left out."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, groupby

from copydesk.amounts import Amount
from copydesk.model import Fact, Span
from copydesk.relate.wholes import words as wording
from copydesk.relate.wholes.pairs import added, kin, like, mixed, nameless, one_key
from copydesk.relate.wholes.ties import Tie, Window, set_apart, tied
from copydesk.story import Story
from copydesk.support import head, is_bare, of_people
from copydesk.ties import digits, last_place, single, slip, swapped

Share = tuple[Fact, tuple[Fact, ...]]
KINDS = ("count", "number", "money", "quantity")
SORTED = frozenset().union(*wording.EVERYBODY)
PLAYED_OR_ENDED = wording.PLAYED.union(*wording.RESULTS)
MOST_PARTS = 8
# A whole in hundreds may leave some out.
ROUND = 100
# Neighbouring sentences of a paragraph are no further apart.
NEXT = 4
REACH = 3
BACK = 500
A_FEW = 5
FEW_LEFT = 10
SMALL = 20
# A sum further from the whole than this share of it is a sum of something else.
# "About 200" may be half so much of it off.
ABOUT, COUNTED = Decimal("0.3"), 4
MOST_APART, FURTHEST = Decimal("0.34"), Decimal("0.5")


def partitions(story: Story) -> Iterator[Share]:
    """Wholes with their parts: those that fit, and those that should and don't, the largest whole of a part first."""
    told = [
        (share, added(share[1]) == share[0].amount.low) for group in _groups(story) for share in _shared(story, group)
    ]
    settled = {id(fact) for (whole, parts), fits in told if fits for fact in (whole, *parts)}
    done: set[int] = set()
    for (whole, parts), fits in sorted(told, key=lambda each: (not each[1], -each[0][0].amount.low)):
        own = {id(fact) for fact in (whole, *parts)}
        if not fits and (set_apart(story, whole, parts) or _spread(whole, parts) and not one_key(slip, whole, parts)):
            continue
        if id(whole) not in done and (fits or not own & (settled | done)):
            done |= {id(whole)} if fits else own
            yield whole, parts


def _spread(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Over three sentences there is room for other figures: there only one wrong key tells a slip."""
    return whole.sentence != parts[0].sentence != parts[-1].sentence


def _groups(story: Story) -> Iterator[list[Fact]]:
    """The figures of each sentence, and of each two or three neighbouring ones."""
    told = [(span, facts, _figures(story, facts)) for span, facts in story.sentences()]
    for i, (span, _, figures) in enumerate(told):
        if len(figures) > 2:
            yield _once(story, figures)
        if not figures:
            continue
        end, group = span.end, figures
        for following, _, more in told[i + 1 : i + REACH]:
            if following.start - end >= NEXT or not more:
                break
            end, group = following.end, group + more
            if 2 < len(group) <= MOST_PARTS + A_FEW:
                yield _once(story, group)


def _once(story: Story, figures: list[Fact]) -> list[Fact]:
    """Without those that take up one told before ("half of the 1,900")."""
    told = {fact.amount.low: fact for fact in reversed(figures)}
    return [
        fact for fact in figures if told[fact.amount.low] is fact or not wording.KNOWN.search(story.before(fact, 8))
    ]


def _figures(story: Story, facts: list[Fact]) -> list[Fact]:
    """The figures of a sentence that may be parts or wholes."""
    figures = [
        fact
        for fact in facts
        if fact.kind in KINDS
        and fact.amount.low == fact.amount.high
        and fact.amount.low >= 1
        and not wording.AWAY.match(story.after(fact, 40))
        and not wording.AWAY_BY.search(story.before(fact, 20))
        and not wording.AS_THE_OTHERS.search(story.before(fact, 30))
    ]
    if not figures or figures[0].block == "headline":
        return []
    if len(figures) > 3:  # "26 in the first of the two boats": a few things that the reader knows are no part
        figures = [
            fact
            for fact in figures
            if not (fact.amount.low <= A_FEW and fact.of and wording.KNOWN.search(story.before(fact, 8)))
        ]
    return figures


def _classes(figures: list[Fact]) -> Iterator[list[Fact]]:
    """Counts together; sums of money and quantities by their unit."""
    ordered = sorted(figures, key=_class)
    elided = [fact for fact in figures if is_bare(fact) and _scaled(fact) == any(map(_scaled, figures))]
    elided = [fact for fact in elided if not fact.text.lower().endswith("dozen")]  # "a dozen were $1.49 then"
    for name, members in groupby(ordered, key=_class):
        found = sorted([*members, *(elided if name else ())], key=lambda fact: fact.span)
        if 3 <= len(found) <= MOST_PARTS + 1:
            yield found


def _record(figures: list[Fact]) -> Iterator[list[Fact]]:
    """ "22 points from nine matches, with seven wins, one draw and one defeat": matches and how they ended, whatever else is told."""
    found = [fact for fact in figures if head(fact) in PLAYED_OR_ENDED] if len(figures) > 4 else []
    if len(found) == 4 and sum(head(fact) in wording.PLAYED for fact in found) == 1:
        yield found


def _by_sorts(figures: list[Fact]) -> Iterator[list[Fact]]:
    """ "42 pupils, 23 boys and 19 girls, and three teachers": people and the sorts that they all are of, whatever else is counted."""
    if len(SORTED.intersection(map(head, figures))) < 2:
        return
    for sorts in wording.EVERYBODY:
        found = [fact for fact in figures if head(fact) in sorts]
        ahead = [fact for fact in figures if found and fact.span < found[0].span and of_people(head(fact))]
        if ahead and len(found) == len({head(fact) for fact in found}) > 1 and len(found) + 1 < len(figures):
            yield [ahead[-1], *found]


def _scaled(fact: Fact) -> bool:
    """Is it told in millions: what leaves its unit out beside such is told so, too."""
    return "illion" in fact.text


def _class(fact: Fact) -> str:
    return "" if fact.kind in ("count", "number") else fact.amount.unit.name


def _shared(story: Story, figures: list[Fact]) -> Iterator[Share]:
    for group in (*_classes(figures), *_record(figures), *_by_sorts(figures)):
        whole = max(group, key=lambda fact: fact.amount.low)
        if any(
            fact is not whole and wording.OF_WHOLE.search(story.before(fact)) for fact in group
        ):  # "of the two, one is 34"
            continue
        parts = _without_strangers(story, whole, tuple(fact for fact in group if fact is not whole))
        if set(map(head, parts)) in wording.RESULTS and head(whole) not in wording.PLAYED:
            continue  # "17 wins, seven draws and four defeats … 38 points"
        apart = abs(added(parts) - whole.amount.low) / whole.amount.low
        alike = like(whole, parts)
        if not (alike or nameless(whole, parts)) or (apart > FURTHEST and not one_key(swapped, whole, parts)):
            continue
        window = _window(story, sorted((whole, *parts), key=lambda fact: fact.span))
        if apart > MOST_APART and not wording.THEM_OR_REST.search(window.words) and not one_key(swapped, whole, parts):
            continue
        fits = not apart
        tie = tied(window, whole, parts)
        if tie != "strong" and (not alike or mixed(whole, parts)):
            continue
        if tie != "none" and (fits or _surely(story, window, whole, parts, tie)):
            yield whole, parts


def _without_strangers(story: Story, whole: Fact, parts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Without what else is counted in passing ("in 12 villages"), and a few things where two other parts at least are of the whole's noun or
    of none."""
    placed = [
        fact
        for fact in parts
        if fact.of and not kin(head(whole), head(fact)) and wording.IN.search(story.before(fact, 9))
    ]
    parts = tuple(fact for fact in parts if fact not in placed) if len(placed) < len(parts) - 1 else parts
    own = tuple(fact for fact in parts if not fact.of or fact.kind != "count" or kin(head(whole), head(fact)))
    few = all(fact.amount.low <= A_FEW for fact in parts if fact not in own)
    return own if len(own) > 1 and head(whole) and few else parts


def _window(story: Story, group: list[Fact]) -> Window:
    """What other figures say of themselves ("more than five years") is none of theirs."""
    span = Span(group[0].sentence.start, group[-1].sentence.end)
    own = {fact.span for fact in group}
    others = [f for f in story.kinds("duration", *KINDS) if span.start <= f.span.start < span.end and f.span not in own]
    words, at = story.outline(span, sorted([*group, *others], key=lambda fact: fact.span))
    places = {place: fact for place, fact in at.items() if fact.span in own}
    blank = list(words)
    for place in at.keys() - places.keys():
        blank[place] = "#"
    return Window("".join(blank), places, tuple(group))


def _surely(story: Story, window: Window, whole: Fact, parts: tuple[Fact, ...], tie: Tie) -> bool:
    """Is it certain that the parts should make the whole: all said plainly, and nothing else comes out?"""
    loose = wording.HEDGED if tie == "strong" else wording.PARTIAL
    if whole.kind == "money" and _within_larger(story, whole) and not one_key(swapped, whole, parts):
        return False
    if tie == "weak":  # "of the 40 pupils 25 speak French and 22 German": some both
        return False
    if not all(map(_exact, window.figures)) or loose.search(window.words) or wording.MORE.search(window.words):
        return False
    if abs(added(parts) - whole.amount.low) <= _rounding(window.figures) or wording.EACH.search(window.words):
        return False
    if tie != "strong" and wording.COMPARED.search(window.words, _start(window, whole, parts[0])):
        return False
    if added(parts) > whole.amount.low and any(_does_its_own(story, fact) for fact in parts):
        return False
    if added(parts) < whole.amount.low and (
        (tie == "form" and not _short_by_a_slip(window, whole, parts))
        or wording.UNCOUNTED.search(window.words)
        or (added(parts) + 1 == whole.amount.low and wording.AND_ONE.search(window.words))
        or any(fact.text.lower().startswith(("a ", "an ", "another ")) for fact in parts)
    ):
        return False  # two parts of it may leave a third untold, and so may people whom no figure counts
    return not (_untold(story, whole, parts) or _nested(whole, parts, tie) or _elsewhere(story, window.figures))


def _does_its_own(story: Story, fact: Fact) -> bool:
    """ "23 ships were diverted, 14 of them to Ghent, and a further 11 waited at anchor": are these others?"""
    return (
        wording.FURTHER.search(story.before(fact, 24)) is not None
        and wording.OWN_VERB.match(story.after(fact, 30)) is not None
    )


def _short_by_a_slip(window: Window, whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Would they be all of it but for one wrong key? Two may leave a third untold; not "1,400 teachers, 900 for the towns and 500 for the
    villages", and seldom where two digits changed round explain it and the whole is none in hundreds."""
    if len(parts) > 2 or whole.amount.low >= SMALL and wording.IN_APPOSITION.search(window.words):
        return one_key(slip, whole, parts)
    return bool(whole.amount.low % ROUND) and one_key(swapped, whole, parts)


def _untold(story: Story, whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Does somebody stand between the parts and the whole whom no figure counts ("while a 15-year-old girl …"), or does a further part
    follow ("the remaining 200 …")?"""
    start, end = parts[-1].span.end, whole.span.start
    further = [fact for fact in story.kinds(*KINDS) if 0 <= fact.sentence.start - parts[-1].sentence.end < NEXT]
    return any(fact.of and start < fact.span.start < end for fact in story.kinds("age")) or any(
        wording.REST.search(story.before(fact)) for fact in further
    )


def _within_larger(story: Story, whole: Fact) -> bool:
    """Is a larger sum told before it, of which the parts may be?"""
    told = [fact for fact in story.kinds("money") if fact.span < whole.span and fact.amount.unit == whole.amount.unit]
    return any(fact.amount.low > whole.amount.low for fact in told)


def _start(window: Window, whole: Fact, part: Fact) -> int:
    """Where the words of the parts begin: with their sentence, or behind the whole that stands in it."""
    places = {id(fact): at for at, fact in window.at.items()}
    if whole.sentence == part.sentence:
        return places[id(part)]
    return max(0, places[id(part)] - (part.span.start - part.sentence.start))


def _exact(fact: Fact) -> bool:
    """Told to the last digit; "some 26" is, and "some 29,000" as far as its zeros go."""
    hedged = fact.amount.bound == "~" and fact.amount.low == fact.amount.high
    return single(fact) or hedged or fact.text.lower().startswith("some ")


def _rounding(figures: tuple[Fact, ...]) -> Decimal:
    """How far off a sum may be by the figures that "some" rounds."""
    loose = [fact.amount for fact in figures if not single(fact)]
    return sum((max(last_place(amount), amount.low * _vague(amount)) for amount in loose), Decimal(0)) / 2


def _vague(amount: Amount) -> Decimal:
    """Who writes "some 31,450" has counted."""
    return ABOUT if digits(amount.low) < COUNTED else Decimal(0)


def _nested(whole: Fact, parts: tuple[Fact, ...], tie: Tie) -> bool:
    """Do some of the parts make the whole by themselves; or, where little ties them, does any other sum come out?"""
    if {head(fact) for fact in parts} in wording.RESULTS:  # there are no more ends than these
        return False
    values = [fact.amount.low for fact in parts]
    if any(
        sum(run) == values[i]
        for i in range(len(values))
        for size in (2, 3)
        for run in combinations(values[i + 1 :], size)
    ):
        return True  # a part with parts of its own behind it
    if any(sum(run) == whole.amount.low for size in range(2, len(values)) for run in combinations(values, size)):
        return True
    if tie == "strong" or (tie == "form" and len(parts) > 2):
        return False
    values.append(whole.amount.low)
    for total in values:
        others = list(values)
        others.remove(total)
        for size in range(2, len(others) + 1):
            if any(sum(run) == total for run in combinations(others, size)):
                return True
    return False


def _elsewhere(story: Story, group: tuple[Fact, ...]) -> bool:
    """Is the last figure what is left of two others a little further up? Small ones are so by chance."""
    last = group[-1]
    if last.amount.low < FEW_LEFT:
        return False
    near = [
        fact
        for fact in story.kinds(last.kind, "count", "number")
        if 0 < last.span.start - fact.span.end < BACK and fact.kind in KINDS and fact.block != "headline"
    ]
    if any(fact.amount.low == sum(part.amount.low for part in group) for fact in near):
        return True
    pairs = ((a, b) for a, b in combinations(near, 2) if a not in group or b not in group)
    return any(abs(a.amount.low - b.amount.low) == last.amount.low for a, b in pairs)
