"""Dates in digits: "2025-06-01", "31.12.2017", "10/31/74", "31-Oct-74"."""

from copydesk.extract.times.reading import Block, Found, Order, Stamp
from copydesk.extract.times.yearlike import is_double
from copydesk.extract.times.years import century_of
from copydesk.lexicon.calendar import MONTHS, WEEKDAYS

# Before these two numbers with a stroke are a day: "on 6/8", and "Monday, 31/10".
BEFORE_DAY = frozenset({"on", "by", "since", "until", "from", "of", "dated", "date"})
# And before these a fraction, where they may be one: "a rise of 3/4", "by 1/8".
BEFORE_SHARE = frozenset({"of", "by"})
CLOSING = frozenset(".,;:!?)]\"”'’")


def iso(block: Block, i: int) -> Found | None:
    """2025-06-01, 2025/06/01, 2025-Jun-01, 2014/10, 2025-06-01T18:30: the year is token i."""
    lower = block.lower
    mark = lower[i + 1]
    if (
        mark not in ("-", "/", "–")
        or not (block.joined(i) and block.joined(i + 1))
        or not (lower[i + 2].isdecimal() and len(lower[i + 2]) <= 2 or lower[i + 2] in MONTHS)
    ):
        return None
    number, month = int(lower[i]), MONTHS.get(lower[i + 2]) or int(lower[i + 2])
    if lower[i + 3] == mark and block.joined(i + 2) and lower[i + 4].isdecimal() and len(lower[i + 4]) <= 2:
        return Found(i, i + 4, "date", Stamp(number, month, int(lower[i + 4]))) if 1000 <= number < 2200 else None
    if (
        len(lower[i + 2]) == 2
        and 1 <= month <= 12
        and (mark == "/" or month < 10)
        and not is_double(block, i)
        and not (mark == "-" and lower[i - 1] in ("in", "the"))
        and not block.joined(i + 2)
    ):
        return Found(i, i + 2, "date", Stamp(number, month))
    return None


def numeric(block: Block, i: int, day_first: bool) -> Found | None:
    """10/31/1974, 31.12.2017, 12-03-2007, 31-Oct-74, on 6/8: token i is the first digits. `day_first` settles
    6/8/2020."""
    lower, word = block.lower, block.lower[i]
    if "." in word:
        return _dotted(i, word) or _dotted_day(block, i, word)
    mark = lower[i + 1]
    if (
        mark not in ("/", "-")
        or not (block.joined(i) and block.joined(i + 1))
        or len(word) > 2
        or block.joined(i - 1)
        and lower[i - 1] in ("/", "-", ".", "$")
    ):
        return None
    if lower[i + 2] in MONTHS and lower[i + 3] == mark and lower[i + 4].isdecimal() and len(lower[i + 4]) in (2, 4):
        full = int(lower[i + 4]) if len(lower[i + 4]) == 4 else century_of(int(lower[i + 4]))
        return Found(i, i + 4, "date", Stamp(full, MONTHS[lower[i + 2]], int(word)))
    if not lower[i + 2].isdecimal() or len(lower[i + 2]) > 2:
        return None
    a, b = int(word), int(lower[i + 2])
    if lower[i + 3] == mark and block.joined(i + 2) and lower[i + 4].isdecimal() and len(lower[i + 4]) in (2, 4):
        full = int(lower[i + 4]) if len(lower[i + 4]) == 4 else century_of(int(lower[i + 4]))
        month, day, order = _ordered(a, b, day_first)
        return (
            Found(i, i + 4, "date", Stamp(full, month, day, order=order))
            if month < 32 and day < 40 and 1000 <= full < 2200
            else None
        )
    if mark != "/" or not _stands_alone(block, i + 2):
        return None
    if (a, b) == (9, 11):
        return Found(i, i + 2, "date", Stamp(2001, 9, 11))
    padded = (word[0] == "0" or lower[i + 2][0] == "0") and max(a, b) > 12  # "28/08", but the season "07/08"
    if (
        padded
        or _after_weekday(block, i)
        or lower[i - 1] in BEFORE_DAY
        and (lower[i - 1] not in BEFORE_SHARE or max(a, b) > 12)
    ):
        month, day, order = _ordered(a, b, day_first)
        return (
            Found(i, i + 2, "date", Stamp(None, month, day, order=order))
            if 1 <= month <= 12 and 1 <= day <= 31
            else None
        )
    return None


def _after_weekday(block: Block, i: int) -> bool:
    return block.lower[i - 1] in WEEKDAYS or block.lower[i - 1] == "," and block.lower[i - 2] in WEEKDAYS


def _stands_alone(block: Block, last: int) -> bool:
    """Does nothing follow that would make something else of the figures: 9/11/5, 6/8ths, 1/4%?"""
    return not block.joined(last) or block.lower[last + 1] in CLOSING


def _ordered(a: int, b: int, day_first: bool) -> tuple[int, int, Order]:
    """Month, day, and their order: the one above 12 is the day."""
    if a > 12 >= b:
        return b, a, "day"
    if b > 12 or a == b:
        return a, b, "month" if b > 12 else ""
    return (b, a, "day") if day_first else (a, b, "?")


def _dotted(i: int, word: str) -> Found | None:
    """31.12.2017, 19.02.10: day, month, year."""
    parts = word.split(".")
    if (
        len(parts) != 3
        or not all(part.isdecimal() and part.isascii() for part in parts)
        or len(parts[2]) not in (2, 4)
        or len(parts[0]) > 2
        or len(parts[1]) > 2
    ):
        return None
    full = int(parts[2]) if len(parts[2]) == 4 else century_of(int(parts[2]))
    day, month = int(parts[0]), int(parts[1])
    if month > 12 >= day:
        day, month = month, day
    return (
        Found(i, i, "date", Stamp(full, month, day))
        if 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= full < 2200
        else None
    )


def _dotted_day(block: Block, i: int, word: str) -> Found | None:
    """26.9. and 23.08., as day and month are written on the continent: with a stop that ends no sentence, or with more
    behind a weekday than an hour can be."""
    day, _, month = word.partition(".")
    short = day.isdecimal() and month.isdecimal() and len(day) < 3 and len(month) < 3
    if not (short and 1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    follows = block.word(i + 2)
    stopped = block.lower[i + 1] == "." and block.joined(i) and not block.joined(i + 1)
    stopped = stopped and (follows[:1].islower() or follows.lower() in WEEKDAYS or block.lower[i + 3] == ":")
    if not stopped and not (_after_weekday(block, i) and int(day) > 24):
        return None
    return Found(i, i + stopped, "date", Stamp(None, int(month), int(day), order="day"))
