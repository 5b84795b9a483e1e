"""The year of a part of a year, said before or behind it: "the first quarter of fiscal 1990", "last year's third
quarter", "the year-earlier quarter", "the second quarter a year ago"."""

from collections.abc import Mapping

from copydesk.extract.times.reading import Block, Pick, bare
from copydesk.extract.times.years import century_of, year_at
from copydesk.named import NamedTuple

DETERMINERS = frozenset({"the", "its", "their"})
PICKED: Mapping[str, int] = {"last": -1, "this": 0, "next": 1}
# These are of the year before the one told.
BEFORE_IT = frozenset({"previous", "prior", "preceding"})
A_YEAR_AGO = frozenset((a, "year", ago) for a in ("a", "one") for ago in ("ago", "earlier", "before"))


class Round(NamedTuple):
    """The year, or how many years it is from the one that `pick` tells, and the first and last token with it."""

    year: int | None
    shift: int | None
    pick: Pick
    first: int
    last: int


def year_round(block: Block, first: int, last: int) -> Round:
    """What is said of the year of the part of a year from token `first` to `last`."""
    the = block.lower[first - 1] in DETERMINERS
    found = _behind(block, first - the, last) or _before(block, first, last)
    return found or Round(None, None, "", first - the, last)


def _behind(block: Block, first: int, last: int) -> Round | None:
    lower = block.lower
    at = last + 1 + (lower[last + 1] in ("of", "in", ","))
    at += lower[at] in ("fy", "fiscal")
    year = year_at(block, at)
    if year is None and lower[at - 1] == "fy" and len(lower[at]) == 2 and lower[at].isdecimal():
        year = century_of(int(lower[at])), at
    if year is not None:
        return Round(year[0], None, "", first, year[1])
    if lower[at] in PICKED and bare(lower[at + 1]) == "year":
        return Round(None, PICKED[lower[at]], "this", first, at + 1)
    if lower[at] in ("that", "the") and lower[at + 1] in ("same", "year") and lower[last + 1] == "of":
        pick: Pick = "this" if lower[at] == "the" else "same"
        return Round(None, 0, pick, first, at + 1 + (lower[at + 1] == "same"))
    if tuple(lower[last + 1 : last + 4]) in A_YEAR_AGO:
        return Round(None, -1, "same", first, last + 3)
    return None


def _before(block: Block, first: int, last: int) -> Round | None:
    lower = block.lower
    before, other = lower[first - 1], lower[first - 2]
    if before in ("year's", "year’s") and other in PICKED:
        return Round(None, PICKED[other], "this", first - 2, last)
    if before in ("year's", "year’s") and other in BEFORE_IT:
        return Round(None, -1, "same", first - 2 - (lower[first - 3] in DETERMINERS), last)
    at = first - 3 if before == "s" and other in ("'", "’") else first - 1  # 1988's second quarter
    if len(lower[at]) == 4 and lower[at].isdecimal() and at >= 0:
        year, at = int(lower[at]), at - (lower[at - 1] == "fiscal")
        return Round(year, None, "", at - (lower[at - 1] in DETERMINERS), last)
    ago = before in ("earlier", "ago") and lower[first - 3] == "year"
    if other == "-" and (ago or before == "year" and lower[first - 3] in BEFORE_IT):
        return Round(None, -1, "same", first - 3 - (lower[first - 4] in DETERMINERS | {"a"}), last)
    return None
