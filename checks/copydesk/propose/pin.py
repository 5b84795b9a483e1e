"""Single figures held to what they are now, and where a rule can't write that ("at least seven", "in 2022"), to their words: for a line that is
asked about, and for a fact that no other rule guards."""

from collections.abc import Iterator

from copydesk.model import Fact
from copydesk.propose._case import Case, Keys
from copydesk.propose._draft import Draft
from copydesk.propose._pick import single_out
from copydesk.propose._say import called, kind_said, named, pinned, words
from copydesk.propose._words import slug

FIGURES = ("count", "money", "percent", "quantity", "age", "number", "ordinal", "duration")


def propose(case: Case) -> Iterator[Draft]:
    for fact in case.facts:
        keys = single_out(case, [fact]) if case.wants([fact]) else None
        if keys is None:
            continue
        name = named(keys, ())
        sentence = pinned(name, fact) if fact.kind in FIGURES else ""
        if sentence:
            yield _draft(fact, name, keys, sentence)
        yield _draft(fact, name, {**keys, "text": words(fact)}, f"number of {name} = 1")


def _draft(fact: Fact, name: str, keys: Keys, sentence: str) -> Draft:
    return Draft(
        id=slug(name),
        why="Stands alone",
        say=f"The {_what(fact, keys)} is {words(fact).removesuffix('.')}.",
        find={name: keys},
        expect=(sentence,),
        means={name: (fact,)},
    )


def _what(fact: Fact, keys: Keys) -> str:
    """The number of regions; the length near 'front'."""
    if "of" in keys and fact.kind == "count":
        return f"number of {keys['of']}"
    return f"{kind_said(keys)} given with {called(keys)}"
