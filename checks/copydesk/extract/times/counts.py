"""How many of a unit of time, and how TIMEX3 writes so many: P2Y, PT30M, PXW."""

from decimal import Decimal
from typing import NamedTuple

from copydesk.extract.times.reading import (
    Block,
)
from copydesk.lexicon.calendar import SHORT, SINGULAR, Span
from copydesk.numerals import Numeral

# What may stand between a number and its unit: "two more weeks", "six straight days".
BETWEEN = frozenset(
    "more straight consecutive full trading additional business working calendar long short whole entire extra further successive previous solid other difficult"
    " turbulent brutal school academic non-consecutive bloody".split()
)


VAGUE = frozenset({"several", "few", "many", "some", "numerous", "various"})


ONE = frozenset({"a", "an", "one", "another", "per"})


class Count(NamedTuple):
    """How many: its first token, the figure(s) (None for a vague one), and the hedge."""

    first: int
    low: Decimal | None
    high: Decimal | None
    step: Decimal | None = None
    half: bool = False


def count_before(block: Block, i: int, word: str) -> Count | None:
    lower = block.lower
    at = i - 1
    if word in SHORT:
        number = block.number_before(at - (lower[at] == "-"))
        return (
            None
            if number is None or number.ordinal
            else Count(number.first - block.base, number.low, number.high, number.step)
        )
    if lower[at] in ("-", "‑", "–") and block.joined(at):
        at -= 1
    elif lower[at] in BETWEEN and lower[at - 1] not in ("the", "its") and at > 0:
        at -= 1
        if lower[at] == "-":
            at -= 1
    number = block.number_before(at)
    before = lower[at]
    if before == "half" and lower[at - 6 : at] == [lower[at - 6], "-", "and", "-", "a", "-"] and at >= 6:
        whole = block.number_before(at - 6)
        if whole is not None and whole.low == whole.high:
            return Count(whole.first - block.base, whole.low + Decimal("0.5"), whole.high + Decimal("0.5"))
    if before in ONE and (at == i - 1 or lower[i - 1] in BETWEEN or lower[i - 1] == "-"):
        if before == "one" and lower[at - 1] in ("this", "that") or before == "per":
            return None
        if lower[at - 1] == "half" and before in ("a", "an"):
            return Count(at - 1, Decimal("0.5"), Decimal("0.5"))
        if (
            before in ("a", "an")
            and lower[at - 1] == "of"
            and lower[at - 2] in ("half", "quarter")
            and lower[at - 3] == "a"
        ):
            part = Decimal("0.5") if lower[at - 2] == "half" else Decimal("0.25")
            return Count(at - 3, part, part)
        return Count(at, Decimal(1), Decimal(1)) if word in SINGULAR else None
    if number is not None and not number.ordinal and number.form != "vague":
        if word in SINGULAR and lower[i - 1] not in ("-", "‑", "–") and not _spoken_singular(number, word):
            return None
        return Count(number.first - block.base, number.low, number.high, number.step)
    if before in VAGUE and word not in SINGULAR or before in VAGUE and lower[i - 1] == "-":
        first = at - (before == "few" and lower[at - 1] == "a")
        return None if before == "some" and lower[at - 1] in ("in", "at") else Count(first, None, None)
    if before == "couple" and lower[at - 1] in ("a", "last", "past", "next"):
        return Count(at - (lower[at - 1] == "a"), Decimal(2), Decimal(2))
    if before == "half" and word in SINGULAR and word != "second":
        return Count(at - (lower[at - 1] == "a" and at == i - 1), Decimal("0.5"), Decimal("0.5"))
    if before == "of" and lower[at - 1] == "couple":
        return Count(at - 1 - (lower[at - 2] == "a"), Decimal(2), Decimal(2))
    if number is not None and number.form == "vague":
        first = number.first - block.base
        return Count(first - (lower[first - 1] == "a" and first > 0), None, None)
    return None


def _spoken_singular(number: Numeral, word: str) -> bool:
    """Is it "one year", or the "five year" of speech rather than "$14 million this year" or "the 1988 quarter"?"""
    return (
        number.high <= 1
        or number.high < 100
        and (number.form == "words" or word in ("minute", "hour", "week", "month"))
    )


def length(count: Decimal | None, span: Span) -> str:
    """The TIMEX3 value of so many units: P2Y, PT30M, P1Y6M, PXW."""
    if count is None:
        letter = "S" if span.letter == "S" else span.letter
        return f"P{'T' if span.is_clock else ''}X{letter}"
    total = count * span.times
    head = "PT" if span.is_clock else "P"
    if total % 1:
        finer = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60) if span.is_clock else ("D", 0), "D": ("H", 24)}.get(
            span.letter
        )
        if finer is not None and finer[1] and not (total * finer[1]) % 1:
            whole, rest = int(total), int(total % 1 * finer[1])
            mark = "T" if span.letter == "D" else ""
            return (
                head
                + (f"{whole}{span.letter}" if whole else "")
                + (f"{mark}{rest}{finer[0]}" if not (mark and not whole) else f"T{rest}{finer[0]}")
            )
        return f"{head}{total.normalize():f}{span.letter}"
    return f"{head}{int(total)}{span.letter}"
