"""Slips in dates and clock times: a day or an hour off, the wrong weekday or month, a.m. for p.m., days swapped round."""

import re
from collections.abc import Iterator, Mapping, Sequence

from copydesk.late import late
from copydesk.lexicon.calendar import MONTHS as MONTH_NAMES
from copydesk.lexicon.mistaken import DAYS, MONTHS, NUMBERS, UNITS, WEEKDAYS
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.slips import digits
from copydesk.slips._slip import Slip, SlipKind, looked_up, put, tokens

WORDS: Mapping[SlipKind, Mapping[str, str]] = {
    "weekday": WEEKDAYS, "month": MONTHS, "day": DAYS, "word": NUMBERS, "unit": UNITS,
}  # fmt: skip
CLOCK = late(r"(\d{1,2})[:.](\d\d)(?::\d\d)?")
HALF_DAY = late(r"([ap])(.*)", re.IGNORECASE | re.DOTALL)


def slips(fact: Fact) -> Iterator[Slip]:
    found = tokens(fact)
    for i, token in enumerate(found):
        if token.group()[0].isdigit():
            yield from in_digits(fact, found, i)
        elif half := _half_day(token):
            yield put("half-day", token, half)
        else:
            yield from looked_up(token, WORDS)


def in_digits(fact: Fact, found: Sequence["re.Match[str]"], i: int) -> Iterator[Slip]:
    """What a number of a date or time is, shows in its form and its neighbours."""
    token, number = found[i], found[i].group()
    clock = CLOCK.fullmatch(number)
    if not number.isascii():
        return
    if clock and _is_clock(fact):
        yield from _in_clock(token, clock)
    elif number.isdecimal() and len(number) == 4:
        yield put("year", token, str(int(number) - 1))
    elif number.isdecimal() and len(number) <= 2:
        if _half_day(found[i + 1]) if i + 1 < len(found) else False:
            yield from (put("hour", token, str(hour)) for hour in digits.around(number, 1, 12))
        elif _is_iso_month(fact, token):
            yield from (put("month", token, f"{month:02d}") for month in digits.around(number, 1, 12))
        else:
            yield from _in_day(fact, token, number)


def _in_clock(token: "re.Match[str]", clock: "re.Match[str]") -> Iterator[Slip]:
    number, hour, minute = clock.group(), clock[1], clock[2]
    most = 12 if int(hour) <= 12 else 23
    for other in digits.around(hour, 1, most):
        yield put("hour", token, f"{other:0{len(hour)}d}{number[len(hour) :]}")
    start = len(hour) + 1
    if minute[0] != minute[1] and minute[1] < "6":
        yield put("swap", token, f"{number[:start]}{minute[::-1]}{number[start + 2 :]}")
    ten = int(minute[0])
    yield put("digit", token, f"{number[:start]}{ten + 1 if ten < 5 else ten - 1}{number[start + 1 :]}")


def _in_day(fact: Fact, token: "re.Match[str]", number: str) -> Iterator[Slip]:
    """A day of the month, or how many days ago: one off, and its digits changed round where the calendar still has such a day."""
    day = int(number)
    off = day + 1 if day < 28 else day - 1
    yield put("day", token, f"{off:0{len(number)}d}")
    turned = number[::-1]
    if len(number) == 2 and turned != number and 0 < int(turned) <= 31 and turned[0] != "0":
        yield put("swap", token, turned)
    elif _has_month(fact) and day <= 18:
        yield put("digit", token, str(day + 10))


def _is_iso_month(fact: Fact, token: "re.Match[str]") -> bool:
    """The second number of 2025-06-01."""
    text = fact.document.text
    return text[token.start() - 1 : token.start()] == "-" == text[token.end() : token.end() + 1]


def _has_month(fact: Fact) -> bool:
    return any(token.group().lower() in MONTH_NAMES for token in tokens(fact))


def _is_clock(fact: Fact) -> bool:
    return isinstance(fact.value, Moment) and fact.value.has_clock


def _half_day(token: "re.Match[str]") -> str:
    """p.m. for a.m., and the other way round; empty for other words."""
    word = token.group()
    if word.lower().replace(".", "").replace(" ", "") not in ("am", "pm"):
        return ""
    found = HALF_DAY.fullmatch(word)
    other = {"a": "p", "p": "a", "A": "P", "P": "A"}
    return other[found[1]] + found[2] if found else ""
