"""A whole and its parts, each of another sort: "74 weapons … 38 rifles … in the boot 29 pistols … and seven grenades".

Wherever the parts stand, their nouns say what they are parts of. They may not be all of it; so they are held against the whole only if they
make it, or would but for one wrong key.
"""

from bisect import bisect_left
from collections.abc import Iterator

from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.relate.wholes.pairs import added, one_key
from copydesk.relate.wholes.words import AND_ONE
from copydesk.story import Story
from copydesk.support import head, is_sort
from copydesk.ties import slip

FEWEST, SMALLEST, REACH = 3, 10, 2500
# "Among the haul were": not all of it.
SOME = pattern(
    r"\b(?:among|includ\w+|such\s+as|at\s+least|mostly|mainly)\b", words="among includ such least mostly mainly"
)


def by_sort(story: Story) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """Each whole with the first figure of each of its sorts, if they make it, or would but for one wrong key."""
    told = [fact for fact in story.kinds("count") if fact.of and _figure(fact)]
    for at, whole in enumerate(told if len(told) > FEWEST else ()):
        near = told[at + 1 : bisect_left(told, whole.span.start + REACH, key=lambda fact: fact.span.start)]
        parts = [fact for fact in near if fact.amount.low < whole.amount.low and _is_of_a_sort(fact, whole)]
        run = tuple({_sort(fact, whole): fact for fact in reversed(parts)}.values())[::-1]
        if len(run) >= FEWEST and whole.amount.low >= SMALLEST:
            alone = len(run) == len(parts) and not SOME.search(story.words(run[0].sentence))
            alone = alone and not AND_ONE.search(story.text, run[-1].span.end, run[-1].sentence.end)
            if added(run) == whole.amount.low or (alone and one_key(slip, whole, run)):
                yield whole, run


def _is_of_a_sort(fact: Fact, whole: Fact) -> bool:
    """Turboprops of aircraft, and wide-body aircraft too."""
    return is_sort(head(fact), head(whole)) if head(fact) != head(whole) else bool(set(fact.of) - set(whole.of))


def _sort(fact: Fact, whole: Fact) -> str:
    return head(fact) if head(fact) != head(whole) else " ".join(fact.of)


def _figure(fact: Fact) -> bool:
    return fact.amount.low == fact.amount.high > 1 and fact.amount.bound in ("=", "~")
