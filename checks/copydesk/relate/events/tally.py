"""How many people one sentence says were killed, injured or shot."""

from collections import defaultdict
from collections.abc import Iterable

from copydesk.extract.people.victim import INHERITED, REFLEXIVE, Victim
from copydesk.lexicon.roles import COUNTED_ROLES
from copydesk.named import NamedTuple

# Nouns that may be of the same people as those of what they do: the nurses may be the women.
BY_SEX_OR_AGE = frozenset("man woman boy girl child adult teenager teen male female baby infant toddler".split())
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
    victims = [victim for victim in told if victim.role == role and victim.verb != INHERITED]
    known = [victim for victim in victims if victim.people.number]
    added = [victim for victim in known if victim.also]
    rest = [victim for victim in known if not victim.also]
    figures = [victim for victim in known if victim.people.fact is not None]
    by_verb, more = _by_verb(rest)
    if any(_is_toll(victim) for victim in figures):
        more = 0  # "the toll rose to 31 when another man died"
    return Tally(
        number=max([_singles(rest), _told_apart(rest), *by_verb.values()]),
        more=more,
        also=_sum(added),
        counted=any(not (victim.also or victim.part or victim.weak) for victim in figures),
        open=sum(
            victim.people.number is None and victim.people.sort != "pronoun" and not victim.part for victim in victims
        ),
        himself=any(victim.people.word in REFLEXIVE and by_verb.get(victim.verb) == 1 for victim in rest),
        who=frozenset(_told_by(victim) for victim in rest if not (victim.part or victim.weak)) - ANYBODY,
        rank=max([0, *(victim.people.rank for victim in known)]),
        others=_sum(victim for victim in figures if victim.people.others and not victim.part),
        among=_sum(victim for victim in known if victim.people.sort == "part" or (victim.part and role == "killed")),
    )


def _is_toll(victim: Victim) -> bool:
    """Does "the toll" tell of it, and so of all: no "12 deaths"?"""
    fact = victim.people.fact
    return victim.told and fact is not None and not (fact.of and fact.of[-1] in COUNTED_ROLES)


def _sum(victims: Iterable[Victim]) -> int:
    return sum(victim.people.number or 0 for victim in victims)


def _by_verb(victims: list[Victim]) -> tuple[dict[int, int], int]:
    """How many each verb joins, and how many are set apart: "another man", "ten were killed here and another eight there"."""
    joined: dict[int, int] = defaultdict(int)
    more = 0
    for victim in victims:
        people, number = victim.people, victim.people.number or 0
        apart = people.others and bool(joined) and victim.verb not in joined
        if apart if people.fact is not None else _is_another(victim):
            more += number
        else:
            joined[victim.verb] += number
    return joined, more


def _told_apart(victims: list[Victim]) -> int:
    """Those of several verbs together, where their nouns tell them apart: "two privates died, and seven rebels were killed"."""
    whole = [
        victim for victim in victims if victim.people.fact is not None and not (victim.part or victim.people.others)
    ]
    nouns = [victim.people.noun for victim in whole]
    alike = set(nouns) <= BY_SEX_OR_AGE or not set(nouns) & BY_SEX_OR_AGE
    if len({victim.verb for victim in whole}) < 2 or len(set(nouns)) < len(nouns) or not alike or set(nouns) & ANYBODY:
        return 0
    return _sum(victims)


def _singles(victims: list[Victim]) -> int:
    """Single people, named one by one."""
    ones = (victim for victim in victims if victim.people.number == 1 and not victim.part)
    return sum(victim.people.sort in ("indefinite", "figure") and not _is_another(victim) for victim in ones)


def _is_another(victim: Victim) -> bool:
    people = victim.people
    return people.fact is None and (people.sort == "another" or (people.sort == "indefinite" and people.others))


def _told_by(victim: Victim) -> str:
    """The word that tells who it is, or the role for anybody; nothing for a pronoun."""
    people = victim.people
    if people.sort in ("pronoun", "part"):
        return ""
    word = people.noun or people.name
    return victim.role if word in ANYBODY and people.sort != "whole" else word
