"""The two figures that a change is of, wherever the story tells them: "Loans have halved in ten years … lent 320,000 books in 2024 … Back in
2014 loans stood at 640,000".

The words only narrow them down: one noun or unit, two times, two sentences that tell no other change. What binds them is that they make the
change, or would but for one wrong key, as no other two figures do.
"""

from decimal import Decimal
from itertools import combinations, permutations

from copydesk.amounts import Amount
from copydesk.lexicon.things import MEASURES
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.relate import _then_words as wording
from copydesk.relate._turn_words import BY_BEHIND, FALLS, RISES
from copydesk.relate._twins import FOR_PEOPLE
from copydesk.relate._when import figures, pairs
from copydesk.story import Story
from copydesk.support import content, head, is_bare, of_people, plain
from copydesk.ties import bare, half_place, keys, last_place, swapped

KINDS = ("count", "number", "money", "quantity")
# A fraction in words is so far off at most, and a small one by so much of itself.
FRACTION_OFF, OF_FRACTION = Decimal("0.03"), Decimal("0.12")
FEWEST, MOST_ALIKE, MOST, NEAR, NEXT = 10, 8, 60, 80, 4
# A slip of one digit in a short figure is weak; in a long one, or with two digits changed round, it is surer; and with both it is surest.
WEAK, SURER, DIGITS = 1, 2, 3
# Figures before and after in one change are seldom more times apart.
APART = 4
# A claim so near to the top is what the story is of.
TOP = 500


Two = tuple[Fact, Fact]


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
    words = behind[0] if behind else wording.PERCENT.split(story.before(by, 60))[-1]
    rises, falls = (max((found.end() for found in way.finditer(words)), default=0) for way in (RISES, FALLS))
    return rises, falls


def made_by(story: Story, change: Change) -> Made | None:
    """What it was and what it is: the two that make the change, or those that would but for one wrong key, as no others would so surely; or
    that are of the year that it is told to go from."""
    if wording.NOT_SO.search(_around(story, change)) or wording.THAT_WAS.match(story.words(change.sentence)):
        return None
    led = _led_to(story, change)
    told = [pair for pair in (*story.once(_at_two_times), *led) if _may_be_of(story, change, *pair)]
    made = next((pair for pair in told if _makes(change, *pair)), None)
    if made is not None:
        return Made(*made, slipped=False)
    of_top = change.sentence.start < TOP
    sure = [pair for pair in told if pair in led or (pair in story.once(_of_one) and _is_sure_of(story, change, *pair))]
    slipped = [pair for pair in sure if _since_then(story, change, *pair)]
    slipped = slipped or _surest([(_proof(change, *pair), pair) for pair in (told if of_top else sure)], sure)
    if not slipped and of_top:
        told = [pair for pair in story.once(_with_nameless) if _may_be_of(story, change, *pair)]
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
    if len(story.once(_of_one)) == 1:
        return True
    named = before.kind == "count" and content(head(before)) & content(_around(story, change))
    return bool(named) or wording.SINCE.search(story.words(change.sentence)) is not None


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
    told = [fact for fact in story.once(_told) if fact.sentence != now.sentence and (in_money or fact.kind != "money")]
    told = [fact for fact in told if now.amount.low / APART < fact.amount.low < now.amount.low * APART]
    found = [pair for fact in told for pair in pairs(story, sorted((_any(fact), now), key=_start))]
    return [(was, after) for was, after, _ in found if after.span == now.span]


def _around(story: Story, change: Change) -> str:
    """The words of a claim near to it."""
    said, sentence = change.said.span, change.sentence
    return story.text[max(sentence.start, said.start - NEAR) : min(sentence.end, said.end + NEAR // 2)]


def _at_two_times(story: Story) -> list[Two]:
    """Each two figures of one noun or unit that are told at two times."""
    found = [pair for group in story.once(_alike) for pair in pairs(story, group)]
    found = [pair for pair in found if pair.before.amount.low != pair.after.amount.low]
    return [(was, now) for was, now, _ in found if was.sentence != now.sentence or _is_set_against(story, was, now)]


def _with_nameless(story: Story) -> list[Two]:
    """Counts at two times of which one at least leaves its noun untold: "the count for 2023 was 264"."""
    told = [fact for fact in story.once(_told) if fact.kind in KINDS[:2] and fact.amount.low >= FEWEST * FEWEST]
    two = combinations(told, 2) if any(map(is_bare, told)) and len(told) <= MOST_ALIKE else ()
    loose = [(_any(a), _any(b)) for a, b in two if is_bare(a) or is_bare(b)]
    return [pair[:2] for both in loose if both[0].sentence != both[1].sentence for pair in pairs(story, [*both])]


def _any(fact: Fact) -> Fact:
    """Of whatever it is a count."""
    return fact._replace(of=(), role=None)


def _is_set_against(story: Story, was: Fact, now: Fact) -> bool:
    """ "Last year 1.6 million came, compared with 2 million in 2019": two figures of one sentence that tells no change itself."""
    words = story.words(was.sentence)
    return (
        bool(wording.AGAINST.search(story.before(was)))
        and now.span < was.span
        and not (RISES.search(words) or FALLS.search(words))
    )


def _of_one(story: Story) -> list[Two]:
    """Those that are counts of one noun, the only two of a unit, or sums of one measure."""
    told = story.once(_at_two_times)
    of_two = [group for group in story.once(_alike) if len(group) == 2]
    return [
        (was, now)
        for was, now in told
        if was.kind in ("count", "number") or any(was in group for group in of_two) or _of_one_measure(story, was, now)
    ]


def _of_one_measure(story: Story, a: Fact, b: Fact) -> bool:
    """Sums of money told of with two words in common, or a word each for one measure."""
    first, second = (
        content(story.words(fact.sentence)) - wording.ANY - content(fact.amount.unit.name) for fact in (a, b)
    )
    return len(first & second) > 1 or any(first & words and second & words for words in MEASURES)


def _told(story: Story) -> list[Fact]:
    """The figures that may be one of then or now, if the story is no table of them."""
    told = [f for f in figures(story.kinds(*KINDS)) if plain(f) and f.block != "headline" and _is_sure(story, f)]
    return told if len(told) <= MOST else []


def _alike(story: Story) -> list[list[Fact]]:
    """The figures of the story by noun or unit. A bare number is of a noun that stands before it ("loans stood at 640,000"), or of a figure of
    its sentence or the one before."""
    told = story.once(_told)
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in told:
        noun, unit = _sort(fact)
        if unit or (noun and fact.amount.low >= FEWEST):
            fact = fact._replace(value=bare(fact)) if fact.amount.bound == "~" else fact
            groups.setdefault((noun, unit), []).append(fact._replace(of=(noun,)) if noun else fact)
    nameless = _nameless(told)
    for (noun, _), group in groups.items():
        if noun and nameless:
            stem = content(noun)
            group += [
                f for f in nameless if stem & content(story.before(f, 40)) or any(_goes_on(story, f, o) for o in group)
            ]
    return [sorted(group, key=_start) for group in groups.values() if 1 < len(group) <= MOST_ALIKE]


def _nameless(told: list[Fact]) -> list[Fact]:
    return [fact for fact in told if is_bare(fact) and fact.amount.low >= FEWEST * FEWEST]


def _goes_on(story: Story, fact: Fact, told: Fact) -> bool:
    """ "There were 240 bison. Rangers counted 360 of them", "1.6 million people came, compared with 2 million in 2019"."""
    if not (wording.OF_THEM.match(story.after(fact)) or wording.AGAINST.search(story.before(fact))):
        return False
    return fact.sentence == told.sentence or 0 <= fact.sentence.start - told.sentence.end < NEXT


def _sort(fact: Fact) -> tuple[str, str]:
    """The noun and unit of a figure: one noun for all people, and for what is told of them."""
    unit = fact.amount.unit.name.partition(" per ")[0] if fact.kind in ("money", "quantity") else ""
    noun = head(fact) if fact.kind == "count" else ""
    noun = wording.SAME.get(noun, noun)
    return "person" if of_people(noun) or noun in FOR_PEOPLE else noun, unit


def _is_sure(story: Story, fact: Fact) -> bool:
    """Is it neither hoped for, nor of a third time, nor a part, nor of those who were asked?"""
    before = story.before(fact)
    after = story.after(fact)
    off = (
        (fact.part and not wording.OF_THEM.match(after))
        or wording.HOPED_BEHIND.match(after)
        or wording.OF_A_THIRD.search(before)
        or wording.HOPED.search(before)
    )
    return not off and not wording.ASKED.search(story.words(fact.sentence))


def _start(fact: Fact) -> int:
    return fact.span.start


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
    around = _around(story, change)
    if (wording.NUMBER_OF if before.kind == "money" else wording.IN_MONEY).search(around):
        return False
    shared = content(around) & (content(story.words(own[0])) | content(story.words(own[1])))
    return bool(shared - wording.ANY) or top or len(story.once(_of_one)) == 1


def _beside(change: Change, fact: Fact) -> bool:
    """Is a figure told beside the change, which is then of that one?"""
    said = change.said.span
    near = fact.sentence == change.sentence and said.start - NEAR < fact.span.start < said.end + NEAR // 2
    return near and fact is not change.said and isinstance(fact.value, Amount) and fact.amount.low >= FEWEST


def _makes(change: Change, before: Fact, after: Fact) -> bool:
    """Does the one come to the other by the change, as both may be rounded?"""
    first, second = half_place(before.amount), half_place(after.amount)
    low = (after.amount.low - second) / (before.amount.low + first)
    high = (after.amount.low + second) / (before.amount.low - first) if before.amount.low > first else change.low
    return low <= change.high and change.low <= high


def _proof(change: Change, before: Fact, after: Fact) -> int:
    """How surely one wrong key parts the two from the change: two digits changed round in a figure of three or more are seldom so by chance."""
    was, now = before.amount.low, after.amount.low
    in_by = (change.high - change.low) / 3 if change.in_words else 0
    low, high = change.low + in_by, change.high - in_by
    meant = [(now, key) for key in keys(now) if low <= key / was <= high]
    meant += [(was, key) for key in keys(was) if low <= now / key <= high]
    return max((_sureness(*pair) for pair in meant), default=0)


def _sureness(typed: Decimal, meant: Decimal) -> int:
    return WEAK + swapped(typed, meant) + (len(typed.normalize().as_tuple().digits) >= DIGITS)


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
    groups = [group for group in story.once(_alike) if any(fact.span == pair[0].span for fact in group)]
    told = (change_by(story, by) for by in story.kinds("percent") if by is not change.said and plain(by))
    return any(_makes(change, *two) for group in groups for two in permutations(group, 2)) or any(
        _makes(other, *pair) for other in told if other
    )
