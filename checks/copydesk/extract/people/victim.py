"""People in a role, the finding that all the ways of telling it give."""

from collections.abc import Iterator

from copydesk.extract.people.units import Line, People
from copydesk.lexicon import people as lexicon
from copydesk.model import Span
from copydesk.named import NamedTuple

REFLEXIVE = frozenset(("himself", "herself", "self", "themselves"))
INHERITED = -2  # the verb of a part that has its role from the whole before it


class Victim(NamedTuple):
    """People in a role. `part`: they are a part of another figure of the sentence; `weak`: only their treatment tells (in hospital)."""

    role: str
    people: People
    sentence: Span
    part: bool = False
    weak: bool = False
    verb: int = -1  # the unit of the role word
    also: bool = False  # "was also killed": besides others
    told: bool = False  # by a toll: "the death toll rose to 14", "12 deaths"
    active: bool = False  # somebody did it to them: "killed his wife"; not "were killed"
    grave: bool = False  # badly hurt, perhaps some of the hurt only
    some: bool = False  # only some of those in the role: joined with others, or fewer than another figure says
    other: bool = False  # another event's than the article's own


def in_role(line: Line, i: int, members: list[People], role: str, weak: bool = False) -> Iterator[Victim]:
    for people in members:
        active = line.letters[i] in "VGE" and line.letters[i + 1 : i + 2] != "f" and people.first > line.units[i].last
        done = active and people.word not in REFLEXIVE
        yield Victim(
            role,
            people,
            line.sentence,
            people.sort == "part",
            weak,
            verb=i,
            also=_also(line, i),
            active=done,
            grave=_grave(line, i),
        )


def _grave(line: Line, i: int) -> bool:
    """ "Were seriously hurt", "in critical condition"."""
    words = [unit.word for unit in line.units[max(0, i - 1) : i + 2]]
    return not lexicon.GRAVELY.isdisjoint(words) or words[-1] == "condition"


def _also(line: Line, i: int) -> bool:
    while i > 0 and line.letters[i - 1] in "abhT":
        i -= 1
        if line.units[i].word == "also":
            return True
    return False
