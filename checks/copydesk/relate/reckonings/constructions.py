"""Constructions of words that state an equation ("$a ~ plus ~ $b ~ making ~ $total"), as expressions over words in which each figure is one
sign that says its kind. `_reckoning_words` tells how they are written."""

import re
from functools import cache, lru_cache

from copydesk.late import late
from copydesk.named import NamedTuple

MONEY, SHARE, OTHER = "¤‰@"
ANY, GAP = f"[{MONEY}{OTHER}]", rf"[^.;:{MONEY}{SHARE}{OTHER}]{{0,30}}?"
SIGNS = {"$": MONEY, "%": SHARE, "#": OTHER, "&": ANY, "*": rf"{ANY}(?:{GAP}(?:,|\band\b){GAP}{ANY}){{1,6}}"}
ROWS = {"*": f"{ANY}{{2,}}"}
NAMED = late(r"([$%#&*])([a-z]+)\b")
FEW, SOME = rf"[^.;:{MONEY}{SHARE}{OTHER}]{{0,45}}?", rf"[^{MONEY}{SHARE}{OTHER}]{{0,100}}?"
EDGE = r"(?:(?<!\w)|(?!\w))"


class Shape(NamedTuple):
    """The words of a construction and, if it begins with a figure, which of the figures it may begin with."""

    words: "re.Pattern[str]"
    starts: tuple[int, ...]

    def find(self, words: str, places: list[int]) -> "re.Match[str] | None":
        """Where it stands first, among figures at these places."""
        if not self.starts:
            return self.words.search(words)
        return next(filter(None, (self.words.match(words, places[i]) for i in self.starts)), None)


@lru_cache(5000)
def shapes_of(ways: tuple[str, ...], signs: str, first: int) -> list[Shape]:
    """The constructions whose figures stand so, from one of the first few on."""
    placed = ((way, tuple(i for i in range(first) if _order(way).match(signs, i))) for way in ways)
    return [Shape(_words(way), starts if way[0] in SIGNS else ()) for way, starts in placed if starts]


@cache
def _words(way: str) -> "re.Pattern[str]":
    return late(_expression(way))


@cache
def _order(way: str) -> "re.Pattern[str]":
    """The signs of its figures."""
    return late("".join(ROWS.get(sign, SIGNS[sign]) for sign, _ in NAMED.findall(way)))


def _expression(way: str) -> str:
    """The expression that a construction stands for."""
    named = NAMED.sub(lambda found: rf"(?P<{found[2]}>{SIGNS[found[1]]})", way)
    for sign, gap in (("~", FEW), ("¬", FEW.replace("^", "^,")), ("…", SOME)):
        named = named.replace(f" {sign} ", rf"{EDGE}{gap}{EDGE}")
    return ("" if way[0] in SIGNS else r"(?<!\w)") + named.replace(" ", r"\s+") + EDGE
