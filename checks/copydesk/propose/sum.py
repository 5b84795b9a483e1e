"""Parts and their total, given in one passage: the killed and the injured make the casualties, two sums of money the third."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from copydesk.amounts import CannotCompare, equal
from copydesk.late import late
from copydesk.model import Fact
from copydesk.propose._case import Case, Keys
from copydesk.propose._draft import Draft
from copydesk.propose._pick import single_out
from copydesk.propose._say import capital, named, words

KINDS = ("count", "money", "quantity", "number")
# Smaller totals come out by chance, and so do sums of figures far apart.
SMALLEST, WIDEST = 10, 600
TOTAL = late(r"\b(?:total\w*|altogether|in\s+all|combined|together|overall|casualt\w+|sum|both|all)\b", 2)
PARTS_AT_MOST = 12


def propose(case: Case) -> Iterator[Draft]:
    figures = [fact for fact in case.figures(*KINDS) if _is_plain(fact)]
    for total in figures:
        if total.amount.low < SMALLEST or not (_sums_up(case, total) or total.role and "+" in total.role):
            continue
        near = [fact for fact in figures if fact is not total and abs(fact.span.start - total.span.start) <= WIDEST]
        parts = [fact for fact in near if fact.kind == total.kind and fact.amount.low < total.amount.low]
        closest = sorted(combinations(parts[:PARTS_AT_MOST], 2), key=lambda pair: _apart((*pair, total)))
        yield from (draft for a, b in closest if _make(a, b, total) for draft in _draft(case, (a, b), total))


def _is_plain(fact: Fact) -> bool:
    return fact.amount.low == fact.amount.high and not fact.amount.is_bound


def _sums_up(case: Case, fact: Fact) -> bool:
    """Do the words of its sentence say that it is a total?"""
    return TOTAL.search(case.document.text, *fact.sentence) is not None


def _apart(facts: Sequence[Fact]) -> int:
    return max(fact.span.end for fact in facts) - min(fact.span.start for fact in facts)


def _make(a: Fact, b: Fact, total: Fact) -> bool:
    try:
        return (
            a.amount.low + b.amount.to(a.amount.unit).low == total.amount.to(a.amount.unit).low
            and equal(a.amount + b.amount, total.amount) == "pass"
        )
    except CannotCompare:
        return False


def _draft(case: Case, parts: Sequence[Fact], total: Fact) -> Iterator[Draft]:
    keys = [single_out(case, [fact]) for fact in (*parts, total)]
    found: list[Keys] = [each for each in keys if each is not None]
    if len(found) < 3:
        return
    names: list[str] = []
    for fact, each in zip((*parts, total), found, strict=True):
        names.append(_name(fact, each, names))
    yield Draft(
        id=f"{names[0]}-and-{names[1]}-add-up",
        why="Two figures make a third",
        say=capital(f"{words(parts[0])} and {words(parts[1])} make {words(total)}."),
        find=dict(zip(names, found, strict=True)),
        expect=(f"{names[0]} + {names[1]} = {names[2]}",),
        means={name: (fact,) for name, fact in zip(names, (*parts, total), strict=True)},
        settles=(total,),
    )


def _name(fact: Fact, keys: Keys, taken: Sequence[str]) -> str:
    """What is counted, where that tells the figures apart; both roles of a total are casualties."""
    if fact.role and "+" in fact.role:
        return "casualties" if "casualties" not in taken else "total"
    return named(keys, taken)
