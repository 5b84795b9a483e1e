"""The words before a time that belong to it, and say which part of it is meant: "early May", "the end of 1990", "the
week of March 6"."""

from collections.abc import Mapping

from copydesk.extract.times.reading import Block, Fixed, Found, Period, Stamp, Whole
from copydesk.lexicon.calendar import FEASTS

PREFIXES: frozenset[tuple[str, ...]] = frozenset(
    tuple(phrase.split())
    for phrase in (
        "early|late|mid|mid -|late -|early -|earlier|later|sometime|early in|late in|later in|earlier in|very early in"
        "|early on|late on"
        "|the end of|end of|the very end of|the beginning of|beginning of|the start of|start of|the middle of|middle of"
        "|the close of|the turn of"
        "|the latter part of|the later part of|the early part of|a good part of|the first half of|the second half of"
        "|midway through"
        "|the early|the late|the mid|the mid -|the early -|the late -|the early days of|the dawn of"
        "|the first week of|first week of|the second week of|second week of|the third week of|third week of|the fourth week of"
        "|the last week of|last week of|the final week of|the first weekend of|first weekend of|the last weekend of|last weekend of"
        "|the night of|the day of|the weekend of|the week of|the month of"
    ).split("|")
)
# Before a plain year: "the year 2000", "Ramadan 2024".
BEFORE_YEAR = FEASTS | {("the", "year")}
LAST_OF_PREFIX = frozenset(words[-1] for words in PREFIXES | FEASTS)
WHOLE: Mapping[tuple[str, ...], Whole] = {("the", "week", "of"): "week", ("the", "weekend", "of"): "weekend"}
FIRST_OF_WHOLE = frozenset(words[0] for words in WHOLE)


def prefixed(block: Block, found: Found) -> Found:
    """With the words before it that belong to it: "early", "the end of", "mid-", "the year"."""
    if found.kind == "duration" or found.kind == "set":
        return found
    lower, first = block.lower, found.first
    if lower[first - 1] not in LAST_OF_PREFIX and lower[first] not in FIRST_OF_WHOLE:
        return found
    for _ in range(2):
        if lower[first - 1] not in LAST_OF_PREFIX or first == 0:
            break
        year = isinstance(found.when, Fixed) and found.when.timex.isdecimal()
        for size in (4, 3, 2, 1):
            words = tuple(lower[first - size : first]) if first >= size else ()
            if words[-1:] == ("in",) and lower[first] == "the" and lower[first + 1] == "day":
                continue
            if words in PREFIXES or year and words in BEFORE_YEAR:
                first -= size
                break
        else:
            break
    whole = WHOLE.get(tuple(lower[first : first + 3]))
    if whole and isinstance(found.when, Stamp) and found.when.day is not None:
        return found._replace(first=first, when=found.when._replace(whole=whole))
    if first != found.first and isinstance(found.when, Fixed):
        return found._replace(first=first, when=_halved_year(found.when, lower, first))
    return found._replace(first=first)


def _halved_year(year: Fixed, lower: list[str], first: int) -> Fixed | Period:
    """The first or second half of a year."""
    half = {"first": 1, "second": 2}.get(lower[first + 1]) if lower[first + 2] == "half" else None
    return Period(f"H{half}", int(year.timex)) if half and len(year.timex) == 4 and year.timex.isdecimal() else year
