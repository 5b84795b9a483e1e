"""Figures that count only some of those that the article counts elsewhere: no mentions of all in the role.

"Four soldiers and two civilians were killed" gives no figure for the killed, but two for some of them; "a boy died", "two
nurses died", "20 bodies were found" and "nine were badly hurt" tell of some where a larger figure tells of all; "no
officers were hurt" tells of nobody else.
"""

from collections import Counter, defaultdict

from copydesk.extract.people.victim import Victim

# Nouns for everybody whom something befell; any other is narrower.
ANYBODY = frozenset(("", "person", "people", "victim", "death", "life", "fatality", "casualty", "injury", "arrest"))
FEW = 10  # "the two men" may be two of four; "the 134 students" are all
MANY = 3  # beside so many, a single one is told for himself


def within(found: list[Victim]) -> list[Victim]:
    """The same victims, with `some` on those who are only some of the article's own in their role."""
    joined = Counter(
        (victim.sentence, victim.verb, victim.role) for victim in found if victim.verb >= 0 and not victim.part
    )
    known = [
        victim._replace(some=True)
        if joined[victim.sentence, victim.verb, victim.role] > 1 and not victim.part
        else victim
        for victim in found
    ]
    largest: dict[tuple[str, bool], int] = defaultdict(int)  # by role, of all figures (False) and of those for anybody
    for victim in known:
        if not (victim.part or victim.some or victim.other or _is_narrow(victim)):
            for anybody in {False, _noun(victim) in ANYBODY}:
                largest[victim.role, anybody] = max(largest[victim.role, anybody], victim.people.number or 0)
    return [victim._replace(some=True) if _is_some(victim, largest) else victim for victim in known]


def _is_some(victim: Victim, largest: dict[tuple[str, bool], int]) -> bool:
    number, of_any, of_anybody = victim.people.number, largest[victim.role, False], largest[victim.role, True]
    if victim.part or victim.some or victim.other or number is None:
        return False
    noun = _noun(victim)
    if number == 0:
        return victim.people.others or (noun not in ANYBODY and of_any > 0)
    if noun not in ANYBODY and number < of_anybody:
        return True
    return number < of_any and (_is_narrow(victim) or (number == 1 and of_any >= MANY))


def _is_narrow(victim: Victim) -> bool:
    """Does a figure of any noun tell of some rather than all: "a boy", "the two men", "nine badly", "20 bodies"?"""
    people = victim.people
    few = people.sort == "whole" and (
        people.others or ((people.number or 0) < FEW and _noun(victim) not in ANYBODY)  # "the seven people" are all
    )
    return people.fact is None or few or victim.grave or victim.weak or _noun(victim) == "body"


def _noun(victim: Victim) -> str:
    """The noun that a figure counts, in the singular."""
    fact = victim.people.fact
    return fact.of[-1] if fact is not None and fact.of else victim.people.noun
