"""The two figures that a change is of, wherever the story tells them: "Loans have halved in ten years … lent 320,000 books in 2024 … Back in
2014 loans stood at 640,000".

The words only narrow them down: one noun or unit, two times, two sentences that tell no other change. What binds them is that they make the
change, or would but for one wrong key, as no other two figures do.
"""

from decimal import Decimal
from itertools import permutations

from copydesk.amounts import Amount
from copydesk.lexicon.things import MEASURES
from copydesk.lexicon.unitwords import TIME_NAMES
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.relate.calendar.days import issued
from copydesk.relate.calendar.lengths import read
from copydesk.relate.turns import then_words as wording
from copydesk.relate.turns.turn_words import BY_BEHIND, FALLS, RISES
from copydesk.relate.turns.two_times import (
    FEWEST,
    KINDS,
    Two,
    alike,
    any_count,
    at_two_times,
    of_one,
    told_at_all,
    with_nameless,
)
from copydesk.relate.turns.when import figures, pairs
from copydesk.story import SPAN, Story
from copydesk.support import content, head, is_bare, plain
from copydesk.ties import digits, half_place, keys, last_place, swapped

# A fraction in words is so far off at most, and a small one by so much of itself.
FRACTION_OFF, OF_FRACTION = Decimal("0.03"), Decimal("0.12")
# How far around a claim the words of it stand.
NEAR = 80
# A slip of one digit in a short figure is weak; in a long one, or with two digits changed round, it is surer; and with both it is surest.
WEAK, SURER, DIGITS = 1, 2, 3
# Figures before and after in one change are seldom more times apart.
APART = 4
# "Close to $1.8m … $1.792m": nothing that is said to have changed by a tenth.
SAME, YEAR_LONG = Decimal("0.01"), 365.25 * 86400
# A claim so near to the top is what the story is of.
TOP = 500


class Made(NamedTuple):
    """The figure before and the one after; `slipped` where one wrong key parts them from the change."""

    before: Fact
    after: Fact
    slipped: bool


class Change(NamedTuple):
    """Where a change is told, and what the figure after comes to by the one before; in words ("halved") it is a rounding."""

    said: Fact
    sentence: Span
    low: Decimal
    high: Decimal
    in_words: bool = False


def change_by(story: Story, by: Fact) -> Change | None:
    """What a percentage or a fraction says, if one way is told that it goes."""
    rises, falls = _which_way(story, by)
    share = by.amount.low / (100 if by.kind == "percent" else 1)
    if rises == falls or wording.OF.match(story.after(by)):
        return None
    off = last_place(by.amount) / 200 if by.kind == "percent" else min(FRACTION_OFF, share * OF_FRACTION)
    ratio = 1 + share if rises > falls else 1 - share
    return Change(by, by.sentence, ratio - off, ratio + off, by.kind != "percent") if ratio > off else None


def _which_way(story: Story, by: Fact) -> tuple[int, int]:
    """Where the last words for up and for down stand, of those behind a figure ("17% fewer") or else before it."""
    behind = BY_BEHIND.match(story.after(by, 30))
    words = behind[0] if behind else wording.BUT.split(story.before(by, 60))[-1]
    if wording.LEVEL.search(words):
        return 0, 0
    rises, falls = (max((found.end() for found in way.finditer(words)), default=0) for way in (RISES, FALLS))
    return rises, falls


def made_by(story: Story, change: Change) -> Made | None:
    """What it was and what it is: the two that make the change, or those that would but for one wrong key, as no others would so surely; or
    that are of the year that it is told to go from."""
    if wording.NOT_SO.search(_clause(story, change.said)) or wording.OF_SHARES.search(_around(story, change)):
        return None
    led = _led_to(story, change)
    told = [pair for pair in (*story.once(at_two_times), *led) if _may_be_of(story, change, *pair)]
    made = next((pair for pair in told if _makes(change, *pair)), None)
    if made is not None:
        return Made(*made, slipped=False)
    of_top = change.sentence.start < TOP
    sure = [pair for pair in told if pair in led or (pair in story.once(of_one) and _is_sure_of(story, change, *pair))]
    slipped = [pair for pair in sure if _since_then(story, change, *pair)]
    slipped = slipped or _surest([(_proof(change, *pair), pair) for pair in (told if of_top else sure)], sure)
    if not slipped and of_top:
        told = [pair for pair in story.once(with_nameless) if _may_be_of(story, change, *pair)]
        if not any(_makes(change, *pair) for pair in told):
            slipped = _surest([(_proof(change, *pair), pair) for pair in told], [])
    values = {(was.amount.low, now.amount.low) for was, now in slipped}
    return (
        Made(*slipped[0], slipped=True) if len(values) == 1 and not _made_by_others(story, change, slipped[0]) else None
    )


def _surest(proofs: list[tuple[int, Two]], sure: list[Two]) -> list[Two]:
    """Those with the surest proof of a slip; a weak one will do only for those that the change is surely of."""
    ranked = [(proof, pair in sure, pair) for proof, pair in proofs if proof >= (WEAK if pair in sure else SURER)]
    best = max((rank[:2] for rank in ranked), default=None)
    return [pair for *rank, pair in ranked if (*rank,) == best]


def _is_sure_of(story: Story, change: Change, before: Fact, after: Fact) -> bool:
    """Are they the only two of one thing that the story puts at two times, or those that the change names?"""
    if len(story.once(of_one)) == 1 and (
        change.sentence.start < TOP
        or not _names_another(story, change, before, after)
        or _proof(change, before, after) > WEAK
    ):
        return True
    if _is_of_that_measure(story, change, before, after):
        return True
    named = before.kind == "count" and content(head(before)) & content(_around(story, change))
    return bool(named) or wording.SINCE.search(story.words(change.sentence)) is not None


def _is_of_that_measure(story: Story, change: Change, before: Fact, after: Fact) -> bool:
    """ "A 35 per cent jump in net profit … the bottom line stood at 540, compared with 400": set against each other, of what the claim names."""
    if before.sentence != after.sentence or not wording.AGAINST.search(story.before(before)):
        return False
    told, around = content(story.words(after.sentence)), content(_around(story, change))
    return any(words & told and words & around for words in MEASURES)


def may_be_slip(change: Change, before: Fact, after: Fact) -> bool:
    """Do the two make the change, or would they but for one wrong key? Of one digit any other may be wrong."""
    meant = before.amount.low * (change.low + change.high) / 2
    return _makes(change, before, after) or meant < FEWEST or _proof(change, before, after) > 0


def _led_to(story: Story, change: Change) -> list[Two]:
    """ "Admissions climbed 15% to 9.2 million": the figure it led to, with each of its sort that is told at an earlier time elsewhere."""
    own = figures([fact for fact in story.kinds(*KINDS) if fact.sentence == change.sentence])
    after = [fact for fact in own if fact.span.start > change.said.span.end]
    if not after or not plain(after[0]) or not wording.TO.fullmatch(story.between(change.said, after[0])):
        return []
    now = after[0]
    in_money = not is_bare(now) or wording.IN_MONEY.search(_around(story, change))
    told = [
        fact for fact in story.once(told_at_all) if fact.sentence != now.sentence and (in_money or fact.kind != "money")
    ]
    told = [fact for fact in told if now.amount.low / APART < fact.amount.low < now.amount.low * APART]
    found = [pair for fact in told for pair in pairs(story, sorted((any_count(fact), now), key=SPAN))]
    return [(was, after) for was, after, _ in found if after.span == now.span]


def _around(story: Story, change: Change) -> str:
    """The words of a claim near to it."""
    said, sentence = change.said.span, change.sentence
    return story.text[max(sentence.start, said.start - NEAR) : min(sentence.end, said.end + NEAR // 2)]


def _clause(story: Story, said: Fact) -> str:
    """The words of the clause that tells a change."""
    return wording.CLAUSE.split(story.before(said, 2 * NEAR))[-1] + "@" + wording.CLAUSE.split(story.after(said))[0]


def _may_be_of(story: Story, change: Change, before: Fact, after: Fact) -> bool:
    """Nothing but the change itself is told of them, and it is of them or of the whole story; the other way than it went only what that is of."""
    rises, top = change.low + change.high > 2, change.sentence.start < TOP
    if rises != (after.amount.low > before.amount.low) and not top:
        return False
    own = (before.sentence, after.sentence)
    if any(fact is not change.said and fact.sentence in own for fact in story.kinds("percent")):
        return False
    if change.sentence not in own and any(_beside(change, fact) for fact in story.kinds(*KINDS)):
        return False
    if any(_is_beyond_another(story, change, fact, (before, after)) for fact in (before, after)):
        return False
    around = _around(story, change)
    if (wording.NUMBER_OF if before.kind == "money" else wording.IN_MONEY).search(around):
        return False
    was, now = before.amount.low, after.amount.low
    if _of_what(before) != _of_what(after):
        return False  # "At $3.44 a pound … a cup costs $3.95"
    if abs(was - now) <= max(was, now) * SAME and before.amount.unit.name == after.amount.unit.name:
        return False  # one figure, told again
    only = len(story.once(of_one)) == 1
    named = not _names_another(story, change, before, after) or _lies_between(story, change, before, after)
    return named or top and (only or before.kind not in ("count", "number"))


def _lies_between(story: Story, change: Change, before: Fact, after: Fact) -> bool:
    """ "Throughput has dropped by 35 per cent in six years … last year 31,200 … In 2017 it had been 48,000": are they just so many years apart?"""
    said = wording.IN_YEARS.search(story.words(change.sentence))
    issue = issued(story.document)
    length = read(said["length"]) if said and issue else None
    then = wording.YEAR.findall(story.words(before.sentence))
    if length is None or issue is None or length.unit not in ("year", "decade") or len(then) != 1:
        return False
    here = wording.YEAR.findall(story.words(after.sentence))
    now = int(here[0]) if here else issue.year - (wording.LAST_YEAR.search(story.words(after.sentence)) is not None)
    return now - int(then[0]) == round(length.seconds / YEAR_LONG)


def _of_what(fact: Fact) -> str:
    """What a price is for, as its unit says: "pound" of $3.44 a pound; nothing of what is paid a month."""
    per = fact.amount.unit.name.partition(" per ")[2] if fact.kind == "money" else ""
    return per if per not in TIME_NAMES else ""


def _names_another(story: Story, change: Change, before: Fact, after: Fact) -> bool:
    """Does the claim say what changed, and the sentences of the two tell of something else?"""
    said = content(_clause(story, change.said)) - wording.ANY
    told = content(story.words(before.sentence)) | content(story.words(after.sentence))
    around = content(_around(story, change)) - wording.ANY
    one_measure = any(words & around and words & told for words in MEASURES)  # the net profit, and the bottom line
    return bool(said) and not (around & told or one_measure)


def _beside(change: Change, fact: Fact) -> bool:
    """Is a figure told beside the change, which is then of that one?"""
    said = change.said.span
    near = fact.sentence == change.sentence and said.start - NEAR < fact.span.start < said.end + NEAR // 2
    return near and fact is not change.said and isinstance(fact.value, Amount) and fact.amount.low >= FEWEST


def _is_beyond_another(story: Story, change: Change, fact: Fact, pair: Two) -> bool:
    """ "22% higher than in the first quarter, when 50,200 got theirs, and nearly double the 31,500 of 2022": is one of its sort told nearer?"""
    ahead = [
        f for f in story.kinds(fact.kind) if change.said.span < f.span < fact.span and f.sentence == change.sentence
    ]
    told = [f for f in ahead if f not in pair and isinstance(f.value, Amount) and f.amount.low >= FEWEST]
    return fact.sentence == change.sentence and bool(told)


def _makes(change: Change, before: Fact, after: Fact) -> bool:
    """Does the one come to the other by the change, as both may be rounded?"""
    first, second = half_place(before.amount), half_place(after.amount)
    low = (after.amount.low - second) / (before.amount.low + first)
    high = (after.amount.low + second) / (before.amount.low - first) if before.amount.low > first else change.low
    return low <= change.high and change.low <= high


def _proof(change: Change, before: Fact, after: Fact) -> int:
    """How surely one wrong key parts the two from the change: two digits changed round in a figure of three or more are seldom so by chance."""
    was, now = before.amount.low, after.amount.low
    in_by = (change.high - change.low) / 3 if change.in_words and change.high.is_finite() else 0  # "more than doubled"
    low, high = change.low + in_by, change.high - in_by
    meant = [(now, key) for key in keys(now) if low <= key / was <= high]
    meant += [(was, key) for key in keys(was) if low <= now / key <= high]
    return max((_sureness(*pair) for pair in meant), default=0)


def _sureness(typed: Decimal, meant: Decimal) -> int:
    return WEAK + swapped(typed, meant) + (digits(typed) >= DIGITS)


def _since_then(story: Story, change: Change, before: Fact, after: Fact) -> bool:
    """ "Up by a quarter since 2019 … in 2019 the same flat cost 960": is the year that the claim starts from that of the figure before, and
    is it told of the typical thing? Of all of them a change may be told, and of one the figures."""
    year, was, now = (
        wording.SINCE.search(story.words(change.sentence)),
        story.words(before.sentence),
        story.words(after.sentence),
    )
    return (
        year is not None
        and year[1] in was
        and year[1] not in now
        and bool(wording.TYPICAL.search(was) or wording.TYPICAL.search(now))
    )


def _made_by_others(story: Story, change: Change, pair: tuple[Fact, Fact]) -> bool:
    """Do any two figures of that noun or unit make it, whatever their times; or do these two make another change that is told?"""
    if _is_of_that_measure(story, change, *pair):
        return False
    groups = [group for group in story.once(alike) if any(fact.span == pair[0].span for fact in group)]
    told = (change_by(story, by) for by in story.kinds("percent") if by is not change.said and plain(by))
    return any(_makes(change, *two) for group in groups for two in permutations(group, 2)) or any(
        _makes(other, *pair) for other in told if other
    )
