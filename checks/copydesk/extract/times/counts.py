"""How many of a unit of time, and how TIMEX3 writes so many: P2Y, PT30M, PXW."""

from decimal import Decimal

from copydesk.extract.times.reading import Block
from copydesk.lexicon.calendar import MONTHS, SHORT, SINGULAR, SMALL, Span
from copydesk.named import NamedTuple
from copydesk.numerals import Numeral

# What may stand between a number and its unit: "two more weeks", "six straight days".
BETWEEN = frozenset(
    "more straight consecutive full trading additional business working calendar long short whole entire extra"
    " further successive previous solid other difficult"
    " turbulent brutal school academic non-consecutive bloody".split()
)


VAGUE = frozenset({"several", "few", "many", "some", "numerous", "various"})


# "In some years", "the third in as many weeks".
NO_COUNT = frozenset({("in", "some"), ("at", "some"), ("as", "many")})
ONE = frozenset({"a", "an", "one", "another", "per"})


# "The next three quarters" are nine months, "three quarters" a fraction.
BESIDE_QUARTERS = frozenset({"next", "last", "past", "first", "previous", "final", "coming"})
DASHES = frozenset({"-", "‑", "–"})


class Count(NamedTuple):
    """How many: its first token, the figure(s) (None for a vague one), and the numeral that states them, if one
    does."""

    first: int
    low: Decimal | None
    high: Decimal | None
    step: Decimal | None = None
    number: Numeral | None = None


HALF, QUARTER = Decimal("0.5"), Decimal("0.25")


def count_before(block: Block, i: int, word: str) -> Count | None:
    """How many of the unit `word` at token i are said before it."""
    lower = block.lower
    at = i - 1
    if word in SHORT:
        number = block.number_before(at - (lower[at] == "-"))
        year = word == "qtr" and number is not None and number.high >= 1000  # "the 1986 qtr"
        return None if number is None or number.ordinal or year else _of_numeral(block, number)
    if lower[at] in DASHES and block.joined(at):
        at -= 1
    elif lower[at] in BETWEEN and lower[at - 1] not in ("the", "its") and at > 0:
        at -= 1 + (lower[at - 1] == "-")
    if (whole := _and_a_half(block, at)) is not None:
        return whole
    if lower[at] in ONE and (at == i - 1 or lower[i - 1] in BETWEEN or lower[i - 1] == "-"):
        return _one(block, at, word)
    if word == "quarters" and lower[at] in SMALL and lower[at - 1] in BESIDE_QUARTERS:
        return Count(at, Decimal(SMALL[lower[at]]), Decimal(SMALL[lower[at]]))
    number = block.number_before(at)
    if number is not None and not number.ordinal and number.form != "vague":
        if word in SINGULAR and lower[i - 1] not in DASHES and not _spoken_singular(block, number, word):
            return None
        return _of_numeral(block, number)
    if (found := _in_words(block, i, at, word)) is not None or number is None or number.form != "vague":
        return found
    first = number.first - block.base
    return Count(first - (lower[first - 1] == "a" and first > 0), None, None)


def _of_numeral(block: Block, number: Numeral) -> Count:
    return Count(number.first - block.base, number.low, number.high, number.step, number)


def _and_a_half(block: Block, at: int) -> Count | None:
    """two-and-a-half-year: token `at` is the half."""
    if block.lower[at] != "half" or at < 6 or block.lower[at - 5 : at] != ["-", "and", "-", "a", "-"]:
        return None
    whole = block.number_before(at - 6)
    if whole is None or whole.low != whole.high:
        return None
    return Count(whole.first - block.base, whole.low + HALF, whole.high + HALF, None, whole)


def _one(block: Block, at: int, word: str) -> Count | None:
    """a year, another week, half an hour, a quarter of an hour: token `at` is the article."""
    lower = block.lower
    before = lower[at]
    if before == "per" or before == "one" and lower[at - 1] in ("this", "that"):
        return None
    if before in ("a", "an"):
        if lower[at - 1] == "half":
            return Count(at - 1, HALF, HALF)
        if lower[at - 1] == "of" and lower[at - 2] in ("half", "quarter") and lower[at - 3] == "a":
            part = HALF if lower[at - 2] == "half" else QUARTER
            return _mixed(block, at - 2) or Count(at - 3, part, part)
        if lower[at - 1] == "of" and (part_of := _mixed(block, at - 2)):
            return part_of
    number = block.number_before(at) if before == "one" else None
    return Count(at, Decimal(1), Decimal(1), None, number) if word in SINGULAR else None


def _mixed(block: Block, last: int) -> Count | None:
    """Three quarters of an hour, two and a quarter of an hour: the figure that ends at token `last`, if it is no whole one."""
    number = block.number_before(last)
    return _of_numeral(block, number) if number is not None and number.low % 1 else None


def _in_words(block: Block, i: int, at: int, word: str) -> Count | None:
    """several years, a few days, a couple of weeks, the last couple months, half-hour: token `at` is the telling
    word."""
    lower = block.lower
    before = lower[at]
    if before in VAGUE and (word not in SINGULAR or lower[i - 1] == "-"):
        if (lower[at - 1], before) in NO_COUNT:
            return None
        return Count(at - (before == "few" and lower[at - 1] == "a"), None, None)
    if before == "couple" and lower[at - 1] in ("a", "last", "past", "next"):
        return Count(at - (lower[at - 1] == "a"), Decimal(2), Decimal(2))
    if before == "half" and word in SINGULAR and word != "second":
        return Count(at - (lower[at - 1] == "a" and at == i - 1), HALF, HALF)
    if before == "quarter" and word == "century":
        return Count(at - (lower[at - 1] == "a"), QUARTER, QUARTER)
    if before == "of" and lower[at - 1] == "couple":
        return Count(at - 1 - (lower[at - 2] == "a"), Decimal(2), Decimal(2))
    return None


def _spoken_singular(block: Block, number: Numeral, word: str) -> bool:
    """Is it "one year", or the "five year" of speech rather than "$14 million this year" or "the 1988 quarter"?"""
    if number.high <= 1:
        return True
    if number.high >= 100 or block.lower[number.first - block.base - 1] in MONTHS:
        return False
    return number.form == "words" or word in ("minute", "hour", "week", "month", "year", "day", "second")


def said(count: Count, span: Span) -> str:
    """The TIMEX3 value of a length: P2Y, or P2Y/P3Y where a range is said."""
    low = length(count.low, span)
    return low if count.low == count.high else f"{low}/{length(count.high, span)}"


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
        parts = round(total * finer[1], 9) if finer is not None else total
        if finer is not None and finer[1] and not parts % 1:
            whole, rest = divmod(int(parts), finer[1])
            mark = "T" if span.letter == "D" else ""
            return (
                head
                + (f"{whole}{span.letter}" if whole else "")
                + (f"{mark}{rest}{finer[0]}" if not (mark and not whole) else f"T{rest}{finer[0]}")
            )
        return f"{head}{total.normalize():f}{span.letter}"
    return f"{head}{int(total)}{span.letter}"
