"""Several articles on one event: what each of them says of one thing, by time and source. Nobody is accused: the later one may know more,
and sources differ."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from copydesk.amounts import Amount, CannotCompare, Outcome, equal, worst
from copydesk.model import Document, Fact
from copydesk.moments import Moment, NotComparable, same
from copydesk.named import NamedTuple
from copydesk.support import about, comparable, head, of_people, one_noun

FIGURES = ("count", "number", "money", "quantity", "percent")
TIMES = ("date", "time")
# So many words around two figures must be the same for them to be of one thing: few where one noun is counted or a time is told, else more.
SHARED_COUNT, SHARED_TIME, SHARED = 1, 2, 3
REACH = 10
# Figures further apart than this are of two things.
FACTOR = 10


class Account(NamedTuple):
    """One article, and what it states."""

    document: Document
    facts: tuple[Fact, ...]


class Row(NamedTuple):
    """One thing, and what the articles say of it: a statement an article, in the order of their time."""

    about: str
    told: tuple[Fact, ...]
    agree: bool


def rows(accounts: Sequence[Account]) -> list[Row]:
    """What at least two of the articles speak of, in the order in which the first of them does; of one day's articles the first given first."""
    threads: list[list[Fact]] = []
    for account in in_order(accounts):
        for fact in _telling(account.facts):
            fitting = [thread for thread in threads if _goes_on(thread, fact)]
            if fitting:
                max(fitting, key=lambda thread: _likeness(thread, fact)).append(fact)
            else:
                threads.append([fact])
    return [Row(_name(thread), tuple(thread), _agree(thread)) for thread in threads if len(thread) > 1]


def in_order(accounts: Iterable[Account]) -> list[Account]:
    """By time of publication; those without any last."""
    return sorted(accounts, key=lambda account: _published(account.document.date))


def _published(day: date | datetime | None) -> str:
    return day.isoformat() if day else "~"


def _telling(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The statements of an article that others may make too: of the event itself and of the whole, one for each thing, the body's before
    the headline's, which names no source."""
    seen: list[Fact] = []
    facts = list(facts)
    past = {fact.sentence for fact in facts if _in_another_year(fact)}
    for fact in sorted(facts, key=lambda fact: fact.block == "headline"):
        if fact.value is None or fact.part or fact.other or fact.sentence in past or not _has_value(fact):
            continue
        if not any(_one_thing(fact, other) for other in seen):
            seen.append(fact)
            yield fact


def _in_another_year(fact: Fact) -> bool:
    """A year that is named and not that of publication puts its sentence into another story."""
    day = fact.document.date
    if fact.kind not in TIMES or not isinstance(fact.value, Moment) or day is None:
        return False
    year = str(fact.moment.start.year)
    return fact.moment.year_known and year in fact.text and year != str(day.year)


def _has_value(fact: Fact) -> bool:
    if fact.kind in TIMES:
        return isinstance(fact.value, Moment)
    return fact.kind in FIGURES and isinstance(fact.value, Amount) and (fact.amount.low > 1 or fact.kind == "percent")


def _goes_on(thread: list[Fact], fact: Fact) -> bool:
    """Does another article speak of the same, and this one not yet?"""
    return all(other.document is not fact.document for other in thread) and any(
        _one_thing(fact, other) for other in thread
    )


def _one_thing(fact: Fact, other: Fact) -> bool:
    if fact.kind in TIMES or other.kind in TIMES:
        return fact.kind == other.kind and len(about(fact, REACH) & about(other, REACH)) >= SHARED_TIME
    if not comparable(fact, other) or not _in_scale(fact.amount, other.amount):
        return False
    if fact.role or other.role:
        return fact.role == other.role and _people(fact) and _people(other)
    shared = len(about(fact, REACH) & about(other, REACH))
    if fact.kind == "count" and other.kind == "count":
        return one_noun(head(fact), head(other)) and shared >= SHARED_COUNT
    return shared >= SHARED


def _people(fact: Fact) -> bool:
    """People of any sort, not only the soldiers among them."""
    return not fact.of or head(fact) in ("person", "people", "body", "victim", "casualty") or of_people(head(fact))


def _in_scale(a: Amount, b: Amount) -> bool:
    low, high = sorted((abs(a.low), abs(b.low)))
    return high <= low * FACTOR


def _likeness(thread: list[Fact], fact: Fact) -> int:
    return max(len(about(fact, REACH) & about(other, REACH)) for other in thread)


def _agree(thread: list[Fact]) -> bool:
    """Do all say the same, as far as rounding and *about* go? "At least four" and seven may both be true, and are a difference."""
    return worst([_said_alike(a, b) for i, a in enumerate(thread) for b in thread[:i]]) == "pass"


def _said_alike(a: Fact, b: Fact) -> Outcome:
    try:
        if isinstance(a.value, Moment) and isinstance(b.value, Moment):
            return same(a.value, b.value)
        return equal(a.amount, b.amount)
    except (CannotCompare, NotComparable):
        return "skip"


def _name(thread: list[Fact]) -> str:
    """What the statements are of: a role, a noun, or the words that stand around them all."""
    first = thread[0]
    if first.role:
        return first.role.replace("+", " and ")
    if first.kind == "count" and first.of:
        return " ".join(first.of)
    common = frozenset.intersection(*(about(fact, REACH) for fact in thread))
    text = first.document.text
    words = [
        word
        for word in text[first.sentence.start : first.sentence.end].split()
        if any(word.lower().startswith(stem) for stem in common)
    ]
    return " ".join(dict.fromkeys(word.strip(".,;:()“”\"'").lower() for word in words[:4])) or first.kind
