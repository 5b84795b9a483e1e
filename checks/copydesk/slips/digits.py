"""Slips in a number written in digits, its separators kept: 388 → 398, 838, 3,880."""

from collections.abc import Iterator
from itertools import pairwise


def other_digit(number: str) -> str:
    """The second digit one higher, or the only one; a nine becomes an eight: 388 → 398, 2,670 → 2,770, 9 → 8."""
    places = _places(number)
    at = places[min(1, len(places) - 1)]
    digit = int(number[at])
    return _with(number, at, str(digit + 1 if digit < 9 else 8))


def swapped(number: str) -> str | None:
    """The first two digits side by side that differ changed round: 388 → 838. None for one digit, or where a zero would come first."""
    places = _places(number)
    for a, b in pairwise(places) if number[0] != "0" else ():
        if number[a] != number[b] and not (a == places[0] and number[b] == "0"):
            return _with(_with(number, a, number[b]), b, number[a])
    return None


def tenfold(number: str) -> str:
    """Ten times as much: 388 → 3,880, 1.2 → 12."""
    whole, point, rest = number.partition(".")
    if point:
        digits, rest = (whole + rest[:1]).lstrip("0") or "0", rest[1:]
        return f"{digits}.{rest}" if rest else digits
    digits = whole.replace(",", "") + "0"
    return f"{int(digits):,}" if "," in whole or len(digits) > 4 else digits.lstrip("0") or "0"


def around(number: str, low: int, high: int) -> Iterator[int]:
    """The number one higher, or lower where that is out of bounds."""
    value = int(number)
    if value < high:
        yield value + 1
    elif value > low:
        yield value - 1


def _places(number: str) -> list[int]:
    return [i for i, char in enumerate(number) if char.isdigit()]


def _with(number: str, at: int, digit: str) -> str:
    return number[:at] + digit + number[at + 1 :]
