"""How many people were killed, injured, are missing, …: the figures that matter most, together in one rule."""

from collections.abc import Iterator, Sequence

from copydesk.model import Fact
from copydesk.propose._case import Case, agree
from copydesk.propose._draft import Draft
from copydesk.propose._say import capital, pinned, words

ROLES = ("killed", "injured", "missing", "arrested", "rescued", "evacuated")
CASUALTIES = ("killed", "injured", "missing")

Tolls = dict[str, tuple[Fact, ...]]


def propose(case: Case) -> Iterator[Draft]:
    """One rule for all casualties; where that can't be proved, and for people in other roles, one a role."""
    found = {role: case.find({"a": "count", "of": role}) for role in ROLES}
    tolls: Tolls = {role: facts for role, facts in found.items() if facts and agree(facts)}
    together = {role: facts for role, facts in tolls.items() if role in CASUALTIES}
    if len(together) > 1:
        yield _draft("casualties", together)
    yield from (_draft(role, {role: facts}) for role, facts in tolls.items())


def _draft(name: str, tolls: Tolls) -> Draft:
    twice = any(len(facts) > 1 for facts in tolls.values())
    return Draft(
        id=f"{name}-agree" if twice else name,
        why="The toll stands in several places" if twice else "The toll",
        say=f"{_told(tolls)}{', wherever the toll is given' if twice else ''}.",
        find={role: {"a": "count", "of": role} for role in tolls},
        expect=tuple(sentence for role, facts in tolls.items() for sentence in _expected(role, facts)),
        means=tolls,
    )


def _told(tolls: Tolls) -> str:
    """At least seven killed, 69 injured."""
    return capital(", ".join(f"{words(facts[0])} {role}" for role, facts in tolls.items()))


def _expected(role: str, facts: Sequence[Fact]) -> Iterator[str]:
    if len(facts) > 1:
        yield f"{role} agree"
    else:
        sentence = pinned(role, facts[0])
        if sentence:
            yield sentence
