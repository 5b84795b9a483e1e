"""A rule as proposed, before and after it was proved on its article."""

from collections.abc import Mapping

from copydesk.amounts import Outcome
from copydesk.model import Fact, Relation, Rule
from copydesk.named import NamedTuple
from copydesk.propose._case import Keys, in_order


class Draft(NamedTuple):
    """A rule that may hold.

    why      what in the article speaks for it: "Said twice"
    find     the keys of each name
    means    the facts that each name must stand for, no more and no fewer
    tie      the relation that the one name must stand for, where it is one
    message  what is said where it fails, if not the usual
    settles  the facts that need no further rule of this sort once this one is proved; all of them, if none are given
    """

    id: str
    why: str
    say: str
    find: Mapping[str, Keys]
    expect: tuple[str, ...]
    means: Mapping[str, tuple[Fact, ...]]
    tie: Relation | None = None
    settles: tuple[Fact, ...] = ()
    message: str = ""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """All facts that it looks at, in text order."""
        tied = self.tie.facts() if self.tie else ()
        return in_order([*tied, *(fact for facts in self.means.values() for fact in facts)])


class Shown(NamedTuple):
    """An example, made of the article's own words."""

    outcome: Outcome
    text: str
    title: str = ""
    dated: str = ""


class Proposal(NamedTuple):
    """A rule that was proved: its article passes, and each of its examples comes out as it says.

    lines    where its facts stand in the file of the article
    written  the rule as YAML, without examples' or file's head: an entry of `rules`
    """

    id: str
    why: str
    lines: tuple[int, ...]
    facts: tuple[Fact, ...]
    rule: Rule
    written: str
