"""What the story states twice: the passengers here and the passengers there."""

from collections import defaultdict
from collections.abc import Iterator

from copydesk.model import Fact
from copydesk.propose._case import Case, Keys, agree
from copydesk.propose._draft import Draft
from copydesk.propose._pick import single_out, things
from copydesk.propose._say import called, kind_said, named, words
from copydesk.propose._words import slug

FIGURES = ("count", "money", "percent", "quantity", "age", "number", "duration")
# Smaller numbers are the same by chance.
TELLING = 13


def propose(case: Case) -> Iterator[Draft]:
    said: set[Fact] = set()
    for keys, facts in by_thing(case):
        said.update(facts)
        yield _agree(keys, facts, f"The {'age' if keys['a'] == 'age' else 'number'} of {keys['of']}")
    for facts in by_value(case, said):
        found = single_out(case, facts)
        if found:
            yield _agree(found, facts, f"The {kind_said(found)} given with {called(found)}")


def by_thing(case: Case) -> Iterator[tuple[dict[str, str], tuple[Fact, ...]]]:
    """Counts of the same thing that agree wherever they stand; people in roles are another file's."""
    seen: set[tuple[Fact, ...]] = set()
    for fact in case.figures("count", "age"):
        for of in () if fact.role else things(fact):
            keys = {"a": fact.kind, "of": of}
            facts = case.find(keys) if of else ()
            if len(facts) > 1 and facts not in seen and agree(facts):
                seen.add(facts)
                yield keys, facts


def by_value(case: Case, said: set[Fact]) -> Iterator[tuple[Fact, ...]]:
    """Figures that stand in several places as the same figure of the same unit."""
    groups: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in case.figures(*FIGURES):
        amount = fact.amount
        if fact.role or fact in said or (not amount.unit.name and amount.low < TELLING):
            continue
        groups[fact.kind, amount.low, amount.high, amount.bound, amount.unit.name].append(fact)
    yield from (tuple(facts) for facts in groups.values() if len(facts) > 1)


def _agree(keys: Keys, facts: tuple[Fact, ...], what: str) -> Draft:
    name = named(keys, ())
    times = "twice" if len(facts) == 2 else f"{len(facts)} times"
    return Draft(
        id=f"{slug(name)}-agree",
        why=f"{words(facts[0])} is said {times}",
        say=f"{what} is the same wherever it is given.",
        find={name: {**keys, "at least": "2"}},
        expect=(f"{name} agree",),
        means={name: facts},
    )
