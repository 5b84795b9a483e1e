"""Times that a story ties together, and whether they can all be true: a simple temporal network.

A node is a point in time, a statement bounds how far two nodes are apart. The bounds are difference constraints, a graph whose shortest paths are
the tightest bounds; they contradict one another if and only if the graph has a negative cycle, and the cycle's statements are the ones that can't
all be true (Dechter, Meiri and Pearl, Temporal constraint networks, Artificial Intelligence 49, 1991).
"""

from collections.abc import Iterable

from copydesk.model import Fact
from copydesk.named import NamedTuple

# Seconds in the graph are whole; "before" is by at least one of them.
MOMENT = 1
# The one point that all dates are measured from.
CALENDAR = "the calendar"


class Bound(NamedTuple):
    """`later` comes at most `seconds` after `earlier` (before it, if negative), by what these facts say."""

    earlier: str
    later: str
    seconds: int
    said: tuple[Fact, ...]


class Clash(NamedTuple):
    """Statements that can't all be true, in text order, and by how many seconds they miss one another."""

    said: tuple[Fact, ...]
    short: int


class Network:
    """Points in time and the bounds between them."""

    def __init__(self) -> None:
        self.bounds: list[Bound] = []
        self.points: dict[str, None] = {CALENDAR: None}

    def between(self, earlier: str, later: str, least: int, most: int, said: Iterable[Fact]) -> None:
        """The later point comes from `least` to `most` seconds after the earlier one."""
        facts = tuple(said)
        self.points.update({earlier: None, later: None})
        self.bounds += [Bound(earlier, later, most, facts), Bound(later, earlier, -least, facts)]

    def not_after(self, earlier: str, later: str, said: Iterable[Fact], by: int = 0) -> None:
        """The earlier point comes at least `by` seconds before the later one."""
        self.points.update({earlier: None, later: None})
        self.bounds.append(Bound(later, earlier, -by, tuple(said)))

    def clash(self) -> Clash | None:
        """Statements that can't all be true, fewest first; None if they can. O(points · steps · bounds), for the dozens that a story has."""
        best: Clash | None = None
        for start in self.points:
            found = self._cycle(start)
            if found is not None and (best is None or (len(found.said), -found.short) < (len(best.said), -best.short)):
                best = found
        return best

    def _cycle(self, start: str) -> Clash | None:
        """The negative closed walk from a point that takes the fewest steps."""
        reached: dict[str, tuple[int, tuple[Bound, ...]]] = {start: (0, ())}
        for _ in range(len(self.points)):
            following: dict[str, tuple[int, tuple[Bound, ...]]] = {}
            for bound in self.bounds:
                if bound.earlier not in reached:
                    continue
                length, path = reached[bound.earlier]
                known = following.get(bound.later)
                if known is None or length + bound.seconds < known[0]:
                    following[bound.later] = (length + bound.seconds, (*path, bound))
            if start in following and following[start][0] < 0:
                short, path = following[start]
                said = {fact.span: fact for bound in path for fact in bound.said}
                return Clash(tuple(said[span] for span in sorted(said)), -short)
            reached = following
        return None
