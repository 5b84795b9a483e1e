"""Which day comes first, and how many days later the next: the days of a story, in the order of the calendar."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from copydesk.late import late
from copydesk.lexicon.calendar import DAYS_FROM_NOW, MONTHS, WEEKDAYS
from copydesk.model import Fact
from copydesk.propose._case import Case, Keys
from copydesk.propose._draft import Draft
from copydesk.propose._pick import single_out
from copydesk.propose._say import called, named
from copydesk.propose._words import slug
from copydesk.support import content

# So many days apart an editor still counts them.
COUNTED = 92
DAY_WORDS = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(DAYS_FROM_NOW)
DAY_WORD = late(r"[^\W\d_]+")
# Two sentences that share so many words speak of one matter.
SHARED = 2
# So many other mentions are tried for one.
CLOSEST = 2

Named = tuple[Fact, Keys]


def propose(case: Case) -> Iterator[Draft]:
    """The first mention of each day against the first of the next day; then every further mention against the closest one of another day."""
    days = _days(case)
    for (_, earlier), (_, later) in pairwise(sorted(days.items())):
        yield from _draft(earlier[0], later[0])
    for day, mentions in sorted(days.items()):
        for mention in mentions[1:]:
            yield from _same_day(mentions[0], mention)
        others = [other for rest, found in days.items() if rest != day for other in found]
        for mention in mentions[1:]:
            for other in sorted(others, key=lambda other: abs(other[0].span.start - mention[0].span.start))[:CLOSEST]:
                for draft in _draft(*sorted((mention, other), key=lambda named: named[0].moment.start)):
                    yield draft._replace(settles=(mention[0],))


def _days(case: Case) -> dict[date, list[Named]]:
    """The facts of each day that a rule can tell from all others."""
    found: dict[date, list[Named]] = defaultdict(list)
    for fact in case.moments():
        keys = single_out(case, [fact]) if _names_day(fact) else None
        if keys and fact.moment.year_known:
            found[fact.moment.start.date()].append((fact, keys))
    return found


def _same_day(first: Named, again: Named) -> Iterator[Draft]:
    """A day given again, in a sentence that speaks of the same matter."""
    if len(_matter(first[0]) & _matter(again[0])) < SHARED or first[0].sentence == again[0].sentence:
        return
    start = named(first[1], ())
    end = named(again[1], (start,))
    yield Draft(
        id=f"{slug(end)}-on-the-day-of-{slug(start)}",
        why="The same day",
        say=f"The day given with {called(again[1])} is the one given with {called(first[1])}.",
        find={start: first[1], end: again[1]},
        expect=(f"{end} is on {start}",),
        means={start: (first[0],), end: (again[0],)},
        settles=(again[0],),
    )


def _matter(fact: Fact) -> frozenset[str]:
    """What its sentence is about, its own words left out."""
    return content(fact.document.text[slice(*fact.sentence)]) - content(fact.text)


def _names_day(fact: Fact) -> bool:
    """Does it say its day, not a clock time alone?"""
    return fact.kind == "date" or any(word in DAY_WORDS for word in DAY_WORD.findall(fact.text.lower()))


def _draft(earlier: Named, later: Named) -> Iterator[Draft]:
    """That one day is before the other; how many days, where they are so few, or where no slip would turn the order round."""
    (first, before), (second, after) = earlier, later
    if first.moment.has_clock and second.moment.has_clock:
        return  # an interval
    start = named(before, ())
    end = named(after, (start,))
    days = (second.moment.start.date() - first.moment.start.date()).days
    counted = f"{days} day{'' if days == 1 else 's'}"
    for apart in [counted] if days <= COUNTED else ["", counted]:
        yield Draft(
            id=f"{slug(start)}-before-{slug(end)}",
            why="Two days in order",
            say=f"The day given with {called(before)} is {f'{apart} ' if apart else ''}before the one with {called(after)}.",
            find={start: before, end: after},
            expect=(f"{start} is before {end}", *([f"{end} is {apart} after {start}"] if apart else [])),
            means={start: (first,), end: (second,)},
        )
