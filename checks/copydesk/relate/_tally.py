"""How many people one sentence says were killed, injured or shot."""

from collections import defaultdict

from copydesk.extract.people.victim import INHERITED, REFLEXIVE, Victim
from copydesk.named import NamedTuple

# Nouns that tell nobody apart.
ANYBODY = frozenset(("", "victim", "person", "suspect", "people"))


class Tally(NamedTuple):
    """What one sentence says of one role.

    number   the people it adds up            more   those it sets apart from others: "another man"
    also     those it adds to what was said: "was also killed"
    counted  a figure counts them             open   groups that nothing counts: "a man and his children"
    himself  somebody did it to himself too   who    who they are, where they are not just pronouns
    rank     3 where "a third victim" is told of
    others   those counted besides people told of before: "two others"
    among    those who are some of people told of before: "one of them died", "five hurt, one fatally"
    """

    number: int = 0
    more: int = 0
    also: int = 0
    counted: bool = False
    open: int = 0
    himself: bool = False
    who: frozenset[str] = frozenset()
    rank: int = 0
    others: int = 0
    among: int = 0

    @property
    def said(self) -> int:
        return self.number + self.more + self.also


def count_up(told: list[Victim], role: str) -> Tally:
    """Adds up what one sentence joins under one verb, and single people named one by one; the larger of the two."""
    by_verb: dict[int, int] = defaultdict(int)
    more = also = singles = uncounted = rank = others = among = 0
    counted = himself = False
    who: set[str] = set()
    for victim in told:
        people = victim.people
        if victim.role != role or victim.verb == INHERITED:
            continue
        if not people.number:
            uncounted += people.number is None and people.sort != "pronoun" and not victim.part
            continue
        himself |= people.word in REFLEXIVE and victim.verb not in by_verb
        rank = max(rank, people.rank)
        if people.sort == "part" or (victim.part and role == "killed"):
            among += people.number
        if people.fact is not None and people.others and not victim.part:
            others += people.number
        if victim.also:
            also += people.number
            continue
        counted |= people.fact is not None and not victim.part and not victim.weak
        if not (victim.part or victim.weak) and people.sort not in ("pronoun", "part"):
            told_by = people.noun or people.name.rpartition(" ")[2]
            who.add(role if told_by in ANYBODY and people.sort != "whole" else told_by)
        if people.fact is None and (people.sort == "another" or (people.sort == "indefinite" and people.others)):
            more += 1
            continue
        if people.others and people.fact is not None and by_verb and victim.verb not in by_verb:
            more += people.number  # "ten were killed here and another eight there"
            continue
        by_verb[victim.verb] += people.number
        singles += people.number == 1 and people.sort in ("indefinite", "figure") and not victim.part
    return Tally(
        max([singles, *by_verb.values()]),
        more,
        also,
        counted,
        uncounted,
        himself,
        frozenset(who - ANYBODY),
        rank,
        others,
        among,
    )
