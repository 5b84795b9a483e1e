"""Figures of one thing at two times, wherever the story tells them: "lent 320,000 books in 2024 … Back in 2014 loans stood at 640,000"."""

from itertools import combinations

from copydesk.lexicon.things import MEASURES
from copydesk.model import Fact
from copydesk.relate.restated.twins import FOR_PEOPLE
from copydesk.relate.turns import then_words as wording
from copydesk.relate.turns.turn_words import FALLS, RISES
from copydesk.relate.turns.when import figures, of_one_thing, pairs
from copydesk.story import SPAN, Story
from copydesk.support import content, head, is_bare, of_people, plain
from copydesk.ties import bare

Two = tuple[Fact, Fact]
KINDS = ("count", "number", "money", "quantity")
# The least figure of a noun, and how many of one sort, and of all, a story may tell that is no table of them.
FEWEST, MOST_ALIKE, MOST, MOST_SET, NEXT = 10, 12, 60, 2, 4


def at_two_times(story: Story) -> list[Two]:
    """Each two figures of one noun or unit that are told at two times."""
    found = [pair for group in story.once(alike) for pair in pairs(story, group)]
    found = [pair for pair in found if pair.before.amount.low != pair.after.amount.low]
    return [(was, now) for was, now, _ in found if was.sentence != now.sentence or _is_set_against(story, was, now)]


def with_nameless(story: Story) -> list[Two]:
    """Counts at two times of which one at least leaves its noun untold: "the count for 2023 was 264"."""
    told = [fact for fact in story.once(told_at_all) if fact.kind in KINDS[:2]]
    told = [fact for fact in told if fact.amount.low >= (FEWEST * FEWEST if is_bare(fact) else FEWEST)]
    two = combinations(told, 2) if any(map(is_bare, told)) and len(told) <= MOST_ALIKE else ()
    loose = [(any_count(a), any_count(b)) for a, b in two if is_bare(a) or is_bare(b)]
    return [pair[:2] for both in loose if both[0].sentence != both[1].sentence for pair in pairs(story, [*both])]


def any_count(fact: Fact) -> Fact:
    """Of whatever it is a count."""
    return fact._replace(of=(), role=None)


def _is_set_against(story: Story, was: Fact, now: Fact) -> bool:
    """ "It was 750 euros in May 2023 and is 840 today": the only two figures of their sort in a sentence that tells no change itself."""
    words = story.words(was.sentence)
    told = [fact for fact in story.once(told_at_all) if fact.sentence == was.sentence and of_one_thing(fact, was)]
    return len(told) == MOST_SET and not (RISES.search(words) or FALLS.search(words))


def of_one(story: Story) -> list[Two]:
    """Those that are counts of one noun, the only two of a unit, or sums of one measure."""
    told = story.once(at_two_times)
    of_two = [group for group in story.once(alike) if len(group) == 2]
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


def told_at_all(story: Story) -> list[Fact]:
    """The figures that may be one of then or now, if the story is no table of them."""
    told = [f for f in figures(story.kinds(*KINDS)) if plain(f) and f.block != "headline" and _is_sure(story, f)]
    return told if len(told) <= MOST else []


def alike(story: Story) -> list[list[Fact]]:
    """The figures of the story by noun or unit. A bare number is of a noun that stands before it ("loans stood at 640,000"), or of a figure of
    its sentence or the one before."""
    told = story.once(told_at_all)
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
    return [sorted(group, key=SPAN) for group in groups.values() if 1 < len(group) <= MOST_ALIKE]


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
    """Is it neither hoped for, nor of a third time, nor a part?"""
    before = story.before(fact)
    after = story.after(fact)
    return not (
        (fact.part and not wording.OF_THEM.match(after))
        or wording.HOPED_BEHIND.match(after)
        or wording.OF_A_THIRD.search(before)
        or wording.HOPED.search(before)
    )
