"""How long after one another things happen: two clock times that follow one another in the story."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from copydesk.model import Fact
from copydesk.propose._case import Case
from copydesk.propose._draft import Draft
from copydesk.propose._pick import single_out
from copydesk.propose._say import called, length, named
from copydesk.propose._words import slug

# Clock times further apart are of different matters.
FARTHEST = timedelta(hours=48)


def propose(case: Case) -> Iterator[Draft]:
    clocks = [fact for fact in case.moments() if fact.moment.has_clock]
    for a, b in pairwise(clocks):
        if timedelta() < abs(b.moment.start - a.moment.start) <= FARTHEST:
            first, second = (a, b) if a.moment.start <= b.moment.start else (b, a)
            yield from _draft(case, first, second)


def _draft(case: Case, first: Fact, second: Fact) -> Iterator[Draft]:
    before, after = single_out(case, [first]), single_out(case, [second])
    if before is None or after is None or called(before) == called(after):
        return
    start = named(before, ())
    end = named(after, (start,))
    about = "about " if first.moment.about or second.moment.about else ""
    apart = f"{about}{length(second.moment.start - first.moment.start)}"
    yield Draft(
        id=f"{slug(end)}-after-{slug(start)}",
        why="Two clock times",
        say=f"The time given with {called(after)} is {apart} after the one with {called(before)}.",
        find={start: before, end: after},
        expect=(f"{end} is {apart} after {start}",),
        means={start: (first,), end: (second,)},
    )
