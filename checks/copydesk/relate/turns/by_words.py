"""Before, after and by how much, told apart by the words in front of them rather than by their order: "lost 20 percent of its value, falling
from $50 to $40"; "84, which is 16 fewer than the 100 of 2022"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from copydesk.amounts import written
from copydesk.lexicon.calendar import MONTHS
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.relate.turns import turn_words as wording
from copydesk.relate.turns.footing import is_of_another, on_another_footing
from copydesk.relate.turns.when import is_difference, is_only_compared, is_value, of_one_thing, one_unit, pairs, unbound
from copydesk.story import SPAN, Story
from copydesk.support import head, one_measure
from copydesk.ties import keys, single

# A change told in the sentence behind its figures; and what else may not stand there.
NEXT, MOST, SCALE, MOST_OFF, BREATH = 4, 4, 4, 2, 30
NEARLY = Decimal("0.02")


class Turn(NamedTuple):
    """A change: `by` is a percentage, a fraction, points, or a difference in the unit of the two."""

    by: Fact
    before: Fact
    after: Fact
    wrong_way: bool = False


def turns(story: Story) -> Iterator[Turn]:
    """A figure before, one after, and the change, in one sentence or two."""
    for turn in (*_in_sentences(story), *_across(story)):
        if not _one_on_the_other(story, turn.before, turn.after):
            yield turn


def _in_sentences(story: Story) -> Iterator[Turn]:
    """Sentences whose three figures are these."""
    for sentence, facts in story.sentences(3):
        words = story.words(sentence)
        if facts[0].block == "headline" or not wording.CLAIM.search(words):
            continue
        told = [part for fact in facts if is_value(fact) for part in ends([fact]) or [unbound(fact)]]
        figures = _of_one_kind(told)
        if len(figures) < 3:
            continue
        three = len(figures) == 3
        found = [_roles(story, figures) or _in_time(story, figures)] if three else _in_one_breath(story, figures)
        yield from (turn for turn in found if turn is not None and not on_another_footing(story, *turn[:3]))


def _one_on_the_other(story: Story, a: Fact, b: Fact) -> bool:
    """ "Lost 71 million on 204 million": a result and its sales, not two times of one thing."""
    first, second = sorted((a, b), key=SPAN)
    return first.sentence == second.sentence and bool(wording.RESULT_ON_SALES.search(story.between(first, second)))


def _of_one_kind(figures: list[Fact]) -> list[Fact]:
    """Without the one of four figures that is of something else: "had 14 punctures and lost 9 kilos, down from 88 to 79"."""
    if len(figures) != 4:
        return figures
    alike = [
        fact
        for fact in figures
        if is_share(fact) or any(of_one_thing(fact, other) for other in figures if other is not fact)
    ]
    return alike if len(alike) == 3 else figures


def _in_one_breath(story: Story, figures: list[Fact]) -> Iterator[Turn]:
    """ "Fell 9 percent to 30 euros from 33", whatever else its sentence tells."""
    for three in zip(figures, figures[1:], figures[2:], strict=False):
        gaps = [story.between(a, b) for a, b in pairwise(three)]  # with a name, they are another's
        turn = _roles(story, [*three]) if all(len(gap) < BREATH and _names_nobody(gap) for gap in gaps) else None
        if turn is not None and is_share(turn.by):
            yield turn


def _names_nobody(words: str) -> bool:
    return not any(word[0].isupper() and word.lower() not in MONTHS for word in words.split())


def _across(story: Story) -> Iterator[Turn]:
    """The change in one sentence, and a figure or both in the sentence before: "sales reached 2.4 billion. That was 20 percent more than the
    2.0 billion of last year"; "from 45 to 60 cents. The increase of 15 cents …"; "fell by a fifth. Last season … this season …"."""
    told = [
        (span, [unbound(f) for f in facts if is_value(f) and (is_share(f) or not is_difference(f))])
        for span, facts in story.sentences()
    ]
    for (span, before), (here, figures) in pairwise(told):
        if here.start - span.end > NEXT or not figures or not before or before[0].block == "headline":
            continue
        if len(figures) + len(before) > MOST:
            continue
        for by in (*figures, *before):
            others = [fact for fact in (before if by in before else figures) if fact is not by]
            turn = (_the_change(story, by, before) if by in figures else None) or _beside(
                story, by, others, figures if by in before else before
            )
            if turn is not None and not wording.FOOTING.search(story.words(by.sentence)):
                yield turn


def _the_change(story: Story, by: Fact, before: list[Fact]) -> Turn | None:
    """ "The increase of 15 cents", right behind the two figures; whatever else its sentence tells."""
    pair = ends(before)
    if (
        not wording.THE_CHANGE.search(story.before(by, 50))
        or not single(by)
        or not pair
        or not _may_be_change(by, pair)
    ):
        return None
    early = [bool(wording.FROM.search(story.before(fact, 40))) for fact in pair]
    was, now = pair if early[0] else pair[::-1]
    return Turn(by, was, now) if sum(early) == 1 and not wording.SINCE_THEN.match(story.after(by, 60)) else None


def _may_be_change(by: Fact, pair: list[Fact]) -> bool:
    """Two plain figures that differ, in one scale, and a share or a difference in their unit."""
    plain = all(map(single, pair)) and pair[0].amount.low != pair[1].amount.low
    return plain and _in_scale(*pair) and (is_share(by) or (of_one_thing(by, pair[0])))


def _beside(story: Story, by: Fact, others: list[Fact], near: list[Fact]) -> Turn | None:
    """The change `by`, and the only two figures of one thing and two times in its sentence and its neighbour."""
    before, after = story.before(by, 50), story.after(by, 60)
    if not single(by) or not (is_share(by) or wording.A_DIFFERENCE.search(before)) or not _is_said(story, by):
        return None
    if any(wording.FOR_ALL.search(story.words(fact.sentence)) for fact in (by, *others, *near)):
        return None
    if wording.AS_MUCH.match(after):  # a multiple, and no change by so much
        return None
    told = sorted([*others, *near, by], key=SPAN)  # "40 per cent more than before the war" is not when the others were
    found = [pair for pair in pairs(story, told) if by not in pair[:2]]
    if len(found) != 1 or len(others) > 1 or not _may_be_change(by, [*found[0][:2]]):
        return None
    was, now, tied = found[0]
    if by.sentence not in (was.sentence, now.sentence) and wording.INSTANCE.search(
        story.words(min(was, now, key=SPAN).sentence)
    ):
        return None
    if not _may_be_so(by, was, now) or (by.sentence != was.sentence and is_only_compared(story, was)):
        return None
    if was.sentence == now.sentence and (
        others or not tied or by.span.start > now.span.start or not wording.BY.search(before)
    ):
        return None
    if was.sentence == by.sentence and wording.LEVEL_AND_WAY.search(story.text[was.span.end : by.span.start]):
        return None
    if others and by.span.end <= others[0].span.start and wording.AWAY.search(story.between(by, others[0])):
        return None
    if (
        wording.SINCE_THEN.match(after)
        or wording.FOR_OTHERS.match(after)
        or not ((tied and is_share(by)) or _spoken_of(story, [was, now]))
    ):
        return None
    return Turn(by, was, now)


def _may_be_so(by: Fact, before: Fact, after: Fact) -> bool:
    """Is a share no further off than a slip makes it? What is twice or half of what it should be is another thing's figure."""
    ratios = _ratios(by, before, after)
    was, now = abs(before.amount.low), abs(after.amount.low)
    return not ratios or any(was * ratio / MOST_OFF < now < was * ratio * MOST_OFF for ratio in ratios)


def _one_key(by: Fact, before: Fact, after: Fact) -> bool:
    """Would one wrong key in either figure make it so, however far off it is?"""
    was, now = abs(before.amount.low), abs(after.amount.low)
    meant = [*((was, key) for key in keys(now)), *((key, now) for key in keys(was))]
    ratios = _ratios(by, before, after)
    return any(abs(there - here * ratio) <= there * NEARLY for here, there in meant for ratio in ratios)


def _ratios(by: Fact, before: Fact, after: Fact) -> list[Decimal]:
    """What the figure before is to be multiplied with, whichever way it went; none where the change is no share of it."""
    if not is_share(by) or not before.amount.low or "percent" in (before.kind, after.kind):
        return []
    share = by.amount.low / (100 if by.kind == "percent" else 1)
    return [1 + way * share for way in (1, -1) if 1 + way * share > 0]


def _in_scale(a: Fact, b: Fact) -> bool:
    low, high = sorted((abs(a.amount.low), abs(b.amount.low)))
    return high <= low * SCALE


def _spoken_of(story: Story, pair: list[Fact]) -> bool:
    """Does the sentence go on with the same thing: "That was …", or a word in common?"""
    later = max(pair, key=lambda fact: fact.span.start)
    words = story.words(later.sentence)
    return bool(wording.SO.search(words)) or one_measure(story, *pair)


def ends(figures: list[Fact]) -> list[Fact]:
    """Two figures of one unit; or a range from one to the other, taken apart."""
    if len(figures) == 2 and of_one_thing(*figures):
        return figures
    if len(figures) != 1 or not (parted := wording.FROM_TO.fullmatch(figures[0].text)):
        return []
    whole, start = figures[0], figures[0].span.start
    spans = [Span(start + parted.start(i), start + parted.end(i)) for i in (1, 2)]
    rising = whole.amount.low if _first_lower(parted) else whole.amount.high
    values = (rising, whole.amount.low + whole.amount.high - rising)
    return [
        whole._replace(span=span, value=written(value, unit=whole.amount.unit))
        for span, value in zip(spans, values, strict=True)
    ]


def _first_lower(parted: "re.Match[str]") -> bool:
    first, second = (
        float("".join(c for c in group if c.isdigit() or c == ".").strip(".") or 0) for group in parted.groups()
    )
    return first <= second


def _roles(story: Story, figures: list[Fact]) -> Turn | None:
    before = [fact for fact in figures if wording.FROM.search(story.before(fact, 40)) and fact.amount.low >= 0]
    if len(before) != 1:
        return None
    others = [fact for fact in figures if fact is not before[0]]
    claims = [fact for fact in others if _may_be_by(story, fact, before[0])]
    if len(claims) == 2 and (told := [fact for fact in claims if is_difference(fact)]):
        claims = told  # "raised 32,400 euros, 8,100 more than the 24,300"
    if len(claims) != 1:
        return None
    after = others[0] if others[1] is claims[0] else others[1]
    if (
        claims[0] is figures[0]
        and wording.OWN_WAY.search(story.before(before[0], 20))
        and wording.ON.search(story.between(*figures[:2]))
    ):
        return None
    if claims[0] is figures[-1] and wording.ANOTHERS.search(story.between(figures[1], claims[0])):
        return None
    if wording.WHEN_IT_WAS.search(story.before(after)) or wording.SINCE_GONE_ON.search(story.between(after, claims[0])):
        return None  # of the figure that it is now nothing is told
    if claims[0].span < before[0].span and wording.BUT.search(story.between(claims[0], before[0])):
        return None  # "11 cents lower than in July but well above the $4.05 of August"
    if not of_one_thing(before[0], after):
        return None
    if not is_share(claims[0]) and not _difference(story, claims[0], before[0], after):
        return None
    in_one_breath = claims[0] is figures[0] and all(len(story.between(a, b)) < BREATH for a, b in pairwise(figures))
    if not _may_be_so(claims[0], before[0], after) and not (in_one_breath and _one_key(claims[0], before[0], after)):
        return None
    return Turn(claims[0], before[0], after, _wrong_way(story, claims[0], before[0], after))


def _in_time(story: Story, figures: list[Fact]) -> Turn | None:
    """ "80 dollars a year ago, is now 60, a quarter less": which of the two was first is told by their times."""
    claims = [fact for fact in figures if is_share(fact) and single(fact) and _is_said(story, fact)]
    if len(claims) != 1 or claims[0] is not figures[-1] or wording.AS_MUCH.match(story.after(claims[0], 20)):
        return None
    if not wording.CLOSE.fullmatch(story.between(figures[1], claims[0])):
        return None
    found = list(pairs(story, [fact for fact in figures if fact is not claims[0]]))
    if len(found) != 1 or not found[0].tied or wording.SINCE_THEN.match(story.after(claims[0], 60)):
        return None
    was, now, _ = found[0]
    return (
        Turn(claims[0], was, now) if _may_be_change(claims[0], [was, now]) and _may_be_so(claims[0], was, now) else None
    )


def _wrong_way(story: Story, by: Fact, before: Fact, after: Fact) -> bool:
    """Does the sentence say that it fell, and the figures that it rose, or the reverse?"""
    words = story.words(by.sentence)
    rises, falls = bool(wording.RISES.search(words)), bool(wording.FALLS.search(words))
    if rises == falls or not (single(before) and single(after)):
        return False
    return after.amount.low < before.amount.low if rises else after.amount.low > before.amount.low


def _difference(story: Story, by: Fact, before: Fact, after: Fact) -> bool:
    """Is the change told in the unit of the two, or in points; and are these of the same two times?"""
    words = story.words(by.sentence)
    if (
        not single(by)
        or is_of_another(story, by, before, after)
        or wording.AGO.search(words)
        or not (wording.RISES.search(words) or wording.FALLS.search(words) or wording.BELOW.search(words))
    ):
        return False
    return (
        by.kind == before.kind or before.kind == "percent" or {by.kind, before.kind, after.kind} <= {"count", "number"}
    )


def _may_be_by(story: Story, fact: Fact, before: Fact) -> bool:
    """A percentage or fraction, points of percentages, or a difference; and said to be a change."""
    if not _is_said(story, fact):
        return False
    return (
        is_share(fact)
        or (fact.kind == "count" and head(fact) == "point")
        or one_unit(fact, before)
        or "cent" in fact.amount.unit.name
    )


def _is_said(story: Story, fact: Fact) -> bool:
    """Is it said to be a change?"""
    words = story.before(fact, 50)
    return bool(
        wording.BY.search(words) or wording.BY_NOUN.search(words) or wording.BY_BEHIND.match(story.after(fact, 30))
    )


def is_share(fact: Fact) -> bool:
    """A percentage, or a fraction in words; not the eighths of a share price."""
    return fact.kind == "percent" or (
        fact.kind in ("count", "number")
        and 0 < fact.amount.low == fact.amount.high < 1
        and head(fact) != "point"
        and "/" not in fact.text
    )
