"""A figure before and after, and by how much it changed: "fell 12% to 88 million from 100 million", "tripled from 40 to 120"."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from copydesk.amounts import PERCENT, Amount, Interval, equal
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Repair, Span
from copydesk.relate.turns.by_words import Turn, is_share, turns
from copydesk.relate.turns.spelled_turns import spelled
from copydesk.relate.turns.steps import Step, steps
from copydesk.relate.turns.then_and_now import Made, change_by, made_by
from copydesk.relate.turns.turn_words import BY_BEHIND, FALL, FALLS, FOOTING, HELD_AGAINST, RISE, RISES, THE_CHANGE
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import content, head, plain
from copydesk.ties import amended, computed, half_place, keys, last_place, single, slip, swapped, written_short

# A claim of change whose figures stand elsewhere: "profit rose 40%", "the decline over the year was 6%", "come down by 3.5 points".
CLAIMED = pattern(rf"\b(?:{RISE}|{FALL})\b(?:(?!\s(?:to|at)\s)[^.;:,]){{0,40}}(?<!\bto\s)(?<!\bat\s)$")
FROM_WORST = pattern(r"^\s*(?:points?\s+)?from\s+(?:its|their|the)\s+(?:worst|peak|highest|best|lowest|record)\b")
WORST = pattern(r"\b(?:peak|worst|height|highest|best|lowest|low|record)\b")
# A fraction in words is this many percentage points off at most.
FRACTION_OFF, OF_FRACTION = Decimal(3), Decimal(12)
DISTANT = 2500
# A difference so many times off is of something else.
FAR = 5
VALUES, SMALL = ("count", "number", "money", "quantity", "percent"), range(1, 10)
# How near a change stands to one of its figures; and a sum that is of something sold or owed.
BESIDE, AND = 40, pattern(r"\b(?:and|of\s+the\s+total|or)\b|;")
SALE = pattern(r"\s+(?:sale|deal|contract|charge|grant|loan|investment|order|purchase|payment|fund|project|scheme)\b")
IT = late(r"\W?(?:It|They|He|She|The\s+(?:company|firm|group|bank|club|school|council|charity|chain))\s")
# Basis points in a percentage point.
BASIS = Decimal(100)
# Where more pairs than this could be meant, none is accused.
MOST_TIED = 8


def relate(story: Story) -> Iterator[Relation]:
    plain_spoken = {turn.by.span: turn for turn in spelled(story)}
    by_roles = {turn.by.span: turn for turn in turns(story) if turn.by.span not in plain_spoken}
    told = {*plain_spoken, *by_roles}
    for step in steps(story):
        if step.percent.span not in told:
            told.add(step.percent.span)
            yield _step(step)
    all_told = (*plain_spoken.values(), *by_roles.values())
    made = {(turn.before.span, turn.after.span) for turn in all_told if _comes_out(turn)}
    for by, before, after, wrong_way in all_told:
        exact = _by(by, before, after)
        ahead = by.sentence.end <= min(before.sentence.start, after.sentence.start)
        if ahead and exact is not None and (before.span, after.span) in made and equal(by.amount, exact) == "fail":
            told.discard(by.span)
            continue  # their own sentence tells another change of the two, which comes out
        expected = -exact if exact is not None and wrong_way else exact
        spelled_out = by.span in plain_spoken
        if expected is not None and not is_share(by) and by.amount.low * FAR < abs(expected.low):
            continue  # "lost 57.5 million on 1.26 billion in sales"
        if expected is not None and spelled_out and before.kind != "time" and equal(by.amount, expected) == "fail":
            spelled_out = not _made_in_its_sentence(
                story, by, before, after
            )  # "to 1.80 from 2.40, a cut of 25 per cent, and a pass to …"
        if expected is not None and (spelled_out or not _is_of_others(story, by, before, after, expected)):
            yield _change(by, before, after, expected)
    yield from _told_apart(story, told)


def _comes_out(turn: Turn) -> bool:
    exact = _by(turn.by, turn.before, turn.after)
    return exact is not None and not turn.wrong_way and equal(turn.by.amount, exact) == "pass"


def _is_of_others(story: Story, by: Fact, before: Fact, after: Fact, expected: Amount) -> bool:
    """Where the two do not make it: is one of them only what the other is held against, is it a difference of something else, or do two
    others of the sentence make it?"""
    if equal(by.amount, expected) != "fail":
        return False
    if not (_is_beside(story, by, before, after) or _is_slip(by, before, after, expected)):
        return True
    held = any(HELD_AGAINST.search(story.before(fact, 90)) for fact in (before, after))
    other = not is_share(by) and _is_of_something_else(story, by, before, after, expected)
    return held or other or _made_in_its_sentence(story, by, before, after)


def _is_beside(story: Story, by: Fact, before: Fact, after: Fact) -> bool:
    """Does the change stand right beside one of its figures: "up 40 percent from 50 million", "to 18 euros, a rise of 20 percent"?"""
    alone = not [f for f in story.kinds(*VALUES) if f.sentence == by.sentence and f.span != by.span]
    if alone and before.sentence == after.sentence and _goes_on(story, by, before):
        return True  # "fell by a fifth. Last season 15,000 came … this season it is 12,000"
    for fact in (before, after):
        first, last = sorted((by, fact), key=lambda one: one.span)
        between = story.text[first.span.end : last.span.start]
        if len(between) < BESIDE and not AND.search(between) and by.sentence == fact.sentence:
            return True
    return THE_CHANGE.search(story.before(by, 50)) is not None


def _goes_on(story: Story, by: Fact, told: Fact) -> bool:
    """Is it told in the paragraph of its figures, or in words that stand with them, too?"""
    first, second = sorted((by.sentence, told.sentence))
    beside = "\n" not in story.text[first.start : second.end] or IT.match(story.words(second)) is not None
    return beside or not content(story.words(first)).isdisjoint(content(story.words(second)))


def _is_slip(by: Fact, before: Fact, after: Fact, expected: Amount) -> bool:
    """Would one wrong key in the change make it, or two digits changed round in one of the figures?"""
    exact = abs(expected.low)
    mistyped = slip(by.amount.low, exact) or slip(by.amount.low, Decimal(round(exact)))
    return mistyped or _made_by_turning(by, before, after)


def _made_by_turning(by: Fact, before: Fact, after: Fact) -> bool:
    if by.amount.bound != "=":  # "about 44 percent" is any of many
        return False
    others = [(_with(before, key), after) for key in _turned(before)]
    others += [(before, _with(after, key)) for key in _turned(after)]
    made = (_by(by, a, b) for a, b in others if a.amount.low and b.amount.low)
    return any(exact is not None and equal(by.amount, exact) == "pass" for exact in made)


def _turned(fact: Fact) -> list[Decimal]:
    """The figure with two of its digits changed round."""
    return [key for key in keys(fact.amount.low) if swapped(fact.amount.low, key)]


def _with(fact: Fact, value: Decimal) -> Fact:
    return fact._replace(
        value=fact.amount._replace(low=value, high=value, core=Interval(value, value), wide=Interval(value, value))
    )


def _is_of_something_else(story: Story, by: Fact, before: Fact, after: Fact, expected: Amount) -> bool:
    """Is it a count with a noun beside two without, what was sold or owed, or a difference told elsewhere, no slip of theirs?"""
    counted = before.kind == "number" and by.kind == "count" and bool(head(by)) and not (head(before) or head(after))
    behind = story.text[max(before.span.end, after.span.end) : by.span.start]
    apart = by.sentence not in (before.sentence, after.sentence) or ";" in behind
    tied = THE_CHANGE.search(story.before(by, 50)) or slip(by.amount.low, abs(expected.low))
    return counted or bool(SALE.match(story.after(by, 20))) or (apart and not tied)


def _made_in_its_sentence(story: Story, by: Fact, before: Fact, after: Fact) -> bool:
    told = [f for f in story.kinds(before.kind) if f.sentence == by.sentence and f.span != by.span and single(f)]
    others = (pair for pair in permutations(told, 2) if {fact.span for fact in pair} != {before.span, after.span})
    made = (_by(by, a, b) for a, b in others if a.amount.unit.name == b.amount.unit.name)
    return any(exact is not None and equal(by.amount, exact) == "pass" for exact in made)


def _change(by: Fact, before: Fact, after: Fact, expected: Amount) -> Relation:
    parts: Parts = {"by": by, "before": before, "after": after, "expected": expected}
    return Relation("change", parts, by.sentence, _repairs(by, before, after, abs(expected.low)))


def _repairs(by: Fact, before: Fact, after: Fact, exact: Decimal) -> tuple[Repair, ...]:
    """Each of the three as it would have to be if the other two are right; the way it went is that of its sentence, else that of the two figures."""
    if before.kind == "time":
        return (amended(by, exact * before.amount.unit.factor / by.amount.unit.factor),)
    up = _way(by) or (1 if after.amount.low >= before.amount.low else -1)
    said = by.amount.low * up
    if not is_share(by) or before.kind == "percent":
        basis = BASIS if by.amount.low and exact > BASIS / 10 and "basis" in by.text else Decimal(1)
        then, now = after.amount.low - said / basis, before.amount.low + said / basis
    else:
        factor = 1 + (said / 100 if by.kind == "percent" else said)
        then, now = after.amount.low / factor if factor > 0 else Decimal(0), before.amount.low * factor
    others = [amended(fact, value) for fact, value in ((before, then), (after, now)) if value > 0]
    change = (
        Repair(by.text, f"{written_short(exact)}%") if is_share(by) and by.kind != "percent" else amended(by, exact)
    )
    return change, *others


def _way(by: Fact) -> int:
    """Whether its sentence says that something rose (1) or fell (-1); 0 where it says both, or neither."""
    words = by.document.text[by.sentence.start : by.sentence.end]
    return (RISES.search(words) is not None) - (FALLS.search(words) is not None)


def _step(step: Step) -> Relation:
    """A change given in points and in percent, and the figure that it led to: the one before is worked out."""
    by, after = step.by.amount, step.after.amount
    low = after.low - by.low if step.rises else after.low + by.low
    before = computed(Interval(low, low), unit=after.unit)
    exact = by.low / low * 100
    off = half_place(by) / low * 100 + last_place(step.percent.amount) / 2
    core = Interval(exact - off, exact + off)
    shown = round(exact, 1 if last_place(step.percent.amount) < 1 else 0)
    expected = Amount(shown, shown, "=", core, core.widened(max(off, exact / 20)), PERCENT)
    parts: Parts = {"by": step.percent, "before": before, "after": step.after, "expected": expected, "points": step.by}
    return Relation("change", parts, step.by.sentence, (amended(step.percent, expected.low),))


def _told_apart(story: Story, told: set[Span]) -> Iterator[Relation]:
    """Claims whose two figures stand in other sentences; accused where one wrong key parts them."""
    for by in story.kinds("percent", "count", "number"):
        if by.span in told or not single(by) or not is_share(by) or not _is_claimed(story, by):
            continue
        if by.kind == "percent" and by.amount.unit.name != PERCENT.name:
            pair = _in_points(story, by)
            made = Made(*pair, slipped=True) if pair else None
        else:
            change = change_by(story, by)
            made = made_by(story, change) if change else None
        small = by.kind == "percent" and by.amount.low in SMALL  # any of these is one key from any other
        if made and made.slipped and small and not _made_by_turning(by, made.before, made.after):
            continue
        expected = _by(by, made.before, made.after) if made else None
        if made and expected and (made.slipped or equal(by.amount, expected) != "fail"):
            if made.slipped:  # far beyond rounding
                expected = expected._replace(wide=expected.core)
            yield _change(by, made.before, made.after, expected)


def _is_claimed(story: Story, by: Fact) -> bool:
    if FOOTING.search(f"{story.before(by)} {story.after(by, 40)}"):
        return False
    if by.kind == "percent" and by.amount.unit.name != PERCENT.name:
        return bool(CLAIMED.search(story.before(by, 60)) and FROM_WORST.match(story.after(by)))
    return bool(CLAIMED.search(story.before(by, 60)) or BY_BEHIND.match(story.after(by, 30)))


def _in_points(story: Story, by: Fact) -> tuple[Fact, Fact] | None:
    """ "Down 3.5 points from its peak": two percentages of the story, the first of which is called the worst or best, if no two fit and a
    slip of the keys explains it."""
    near = [
        fact
        for fact in story.kinds("percent")
        if abs(fact.span.start - by.span.start) < DISTANT
        and fact is not by
        and plain(fact)
        and fact.amount.unit == PERCENT
        and last_place(fact.amount) <= last_place(by.amount)
    ]
    tied = [(a, b) for a in near for b in near if a is not b and _off_the_worst(story, a, b)]
    clash = [(a, b) for a, b in tied if slip(abs(a.amount.low - b.amount.low), by.amount.low)]
    if not clash or len(tied) > MOST_TIED or any(_fits(by, a, b) for a in near for b in near if a is not b):
        return None
    return clash[0]


def _fits(by: Fact, before: Fact, after: Fact) -> bool:
    expected = _by(by, before, after)
    return expected is not None and expected.core.meets(by.amount.core)


def _off_the_worst(story: Story, before: Fact, after: Fact) -> bool:
    """Is the first the worst or best that there was, and the second what it is now?"""
    return bool(WORST.search(story.words(before.sentence))) and not WORST.search(story.before(after, 80))


def _by(by: Fact, before: Fact, after: Fact) -> Amount | None:
    """What percentage the change is, or how many points if the two are percentages; unsigned."""
    if (
        not all(fact.amount.low == fact.amount.high and not fact.amount.is_bound for fact in (before, after))
        or not before.amount.low
    ):
        return None
    if by.amount.is_bound or by.amount.low != by.amount.high:
        return None
    if not is_share(by) and before.kind != "percent":
        return _difference_in_units(by, before, after)
    fraction = by.kind != "percent"
    points = before.kind == "percent"
    if points and by.amount.unit.name == PERCENT.name and by.kind == "percent":
        return None
    if not points and by.amount.unit.name.startswith("percentage") and by.amount.unit.name != PERCENT.name:
        return None
    low, high = _difference(before, after, points)
    exact = abs(after.amount.low - before.amount.low) / (1 if points else before.amount.low / 100)
    if points:
        return _points(by, exact, half_place(before.amount) + half_place(after.amount))
    by_rounding = min(FRACTION_OFF, by.amount.low * OF_FRACTION) if fraction else last_place(by.amount) / 2
    core = Interval(low - by_rounding, high + by_rounding)
    shown = round(exact, 1 if last_place(by.amount) < 1 else 0)
    wide = core.widened(max(by_rounding, exact / 20))
    return Amount(shown, shown, "=", core, wide, PERCENT if fraction else by.amount.unit)


def _points(by: Fact, exact: Decimal, rounding: Decimal) -> Amount:
    """How many points lie between two percentages, within the last digit of the claim, or within what rounding of all three makes it."""
    scale = BASIS if "basis" in by.amount.unit.name or "basis" in by.of or "basis" in by.text else Decimal(1)
    off = (
        min(last_place(by.amount), half_place(by.amount) + rounding)
        if scale == 1
        else min(last_place(by.amount), scale) / BASIS
    )
    core = Interval(exact * scale - off, exact * scale + off)
    return computed(core, said=Amount(exact * scale, exact * scale, "=", core, core, by.amount.unit))


def _difference_in_units(by: Fact, before: Fact, after: Fact) -> Amount | None:
    """How far apart the two are, in the unit of the difference ("50 cents")."""
    unit = by.amount.unit if before.amount.unit.name.startswith(f"{by.amount.unit.name} per ") else before.amount.unit
    if not (unit.fits(by.amount.unit) or "number" in (before.kind, by.kind)):
        return None
    exact = abs(after.amount.low - before.amount.low)
    off = max(half_place(fact.amount) for fact in (by, before, after))
    off = min(off, exact / 20)
    core = Interval(exact - off, exact + off)
    return computed(core, said=Amount(exact, exact, "=", core, core, unit))


def _half(amount: Amount) -> Decimal:
    """How far a figure may be rounded; a whole number written out is seldom rounded by more than a hundredth."""
    half = half_place(amount)
    return min(half, amount.low / 100) if amount.core.low == amount.core.high and half > 1 else half


def _difference(before: Fact, after: Fact, points: bool) -> tuple[Decimal, Decimal]:
    # Who writes one of them to the thousand writes both so; "1.1 million" beside it is rounded as it says.
    least = min(_half(before.amount), _half(after.amount))
    halves = [_half(fact.amount) if fact.amount.core.low < fact.amount.core.high else least for fact in (before, after)]
    old, new = (
        Interval(fact.amount.low - half, fact.amount.low + half)
        for fact, half in zip((before, after), halves, strict=True)
    )
    if points:
        ends = [abs(n - o) for n in (new.low, new.high) for o in (old.low, old.high)]
    else:
        ends = [abs(n - o) / o * 100 for n in (new.low, new.high) for o in (old.low, old.high) if o]
    return min(ends), max(ends)


RELATION = RelationKind(
    about="A figure before and after a change, and by how much it changed, in percent, points or its unit; expected is what the two make.",
    parts={"by": "figure", "before": "figure", "after": "figure", "expected": "figure"},
    relate=relate,
    loose=True,
)
