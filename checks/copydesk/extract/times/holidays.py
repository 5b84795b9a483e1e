"""Days that recur, and what is named after them: "Thanksgiving Day", "last Christmas", "Easter 2013", "Labor Day
weekend"."""

from collections.abc import Mapping

from copydesk.extract.times.periods import SEASONAL
from copydesk.extract.times.reading import Around, Block, Found, Holiday, bare
from copydesk.extract.times.years import year_at
from copydesk.lexicon.calendar import (
    BLACK_FRIDAY,
    CYBER_MONDAY,
    EASTER_HOLIDAYS,
    ELECTION_DAY,
    FIXED_HOLIDAYS,
    MOVING_HOLIDAYS,
    ORTHODOX,
)  # fmt: skip

SHIFTS: Mapping[str, int] = {"last": -1, "next": 1, "this": 0}
# What is not of the day but of its season: the Christmas tree, the Easter holidays.
NOT_OF_THE_DAY = frozenset(
    "tree trees card cards carol carols shopping sales season gift gifts period break holidays rush lights market"
    " markets egg eggs island rising bunny".split()
)
LASTING: Mapping[str, Around] = {"week": "week", "weekend": "weekend"}


def _straight(word: str) -> str:
    return word.replace("’", "'")


def _plain(word: str) -> str:
    """A word without its apostrophes, which not everybody writes: "Mothers Day"."""
    return _straight(word).replace("'", "")


def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    """The names of the days by their first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    others = (BLACK_FRIDAY, CYBER_MONDAY, ELECTION_DAY, *(("orthodox", *words) for words in ORTHODOX))
    for words in (*FIXED_HOLIDAYS, *MOVING_HOLIDAYS, *EASTER_HOLIDAYS, *others):
        for first in {words[0], words[0].replace("'", "’"), _plain(words[0])}:
            table.setdefault(first, []).append(words)
    return {first: sorted(names, key=len, reverse=True) for first, names in table.items()}


HOLIDAYS = _by_first_word()


def holiday(block: Block, i: int) -> Found | None:
    """Thanksgiving Day, last Christmas, Easter 2013, Easter week: token i is the first word."""
    lower = block.lower
    words, last = next(((words, end) for words in HOLIDAYS[lower[i]] if (end := _end(lower, i, words)) >= i), ((), i))
    if not words:
        return None
    around: Around = LASTING.get(bare(lower[last + 1]), "")
    last += around != ""
    cut = len(lower[last]) - len(bare(lower[last])) if _straight(lower[last]) != words[-1] else 0
    if not around and len(words) == 1 and lower[last + 1] in NOT_OF_THE_DAY:
        return None
    if lower[last + 1] in SEASONAL:
        around = "month"
    at = last + 1 + (lower[last + 1] in (",", "of", "in"))
    year = year_at(block, at)
    if year is not None:
        return Found(i, year[1], "date", Holiday(words, year[0], around=around))
    if lower[at] in SHIFTS and lower[at + 1] == "year":
        return Found(i, at + 1, "date", Holiday(words, None, around=around, years=SHIFTS[lower[at]]))
    shift = SHIFTS.get(lower[i - 1])
    return Found(i - (shift is not None), last, "date", Holiday(words, None, shift or 0, around), cut=cut)


def _end(lower: list[str], i: int, words: tuple[str, ...]) -> int:
    """The last token of a name that begins at token i, perhaps with a genitive's 's; -1 where something else stands."""
    at = i
    for word in words[:-1]:
        if lower[at] != word and (lower[at][:1] != word[0] or _plain(lower[at]) != _plain(word)):
            return -1
        at += 1 + (lower[at + 1] in ("'", "’"))  # "Presidents' Day"
    said, word = lower[at], words[-1]
    return at if said == word or said[:1] == word[0] and word in (_straight(said), bare(said)) else -1
