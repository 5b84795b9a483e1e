"""Numbers spelled out: seven, twenty-one, two hundred and six, one and a half million, three point five, two-thirds,
twenty-first.

Where a number begins and ends we find; one of several groups is then handed to number_parser.
"""

from decimal import Decimal

from copydesk.amounts import ONE
from copydesk.cardinals.scales import SCALES_BEHIND, scales
from copydesk.cardinals.shape import CARDINALS, Cardinal, and_a_part, fraction, next_word, ordinal
from copydesk.lexicon.nouns import singular
from copydesk.lexicon.numbers import DASHES, DENOMINATORS, ORDINAL_SCALES, ORDINALS, SMALL, SUFFIXES, TENS
from copydesk.lexicon.spelled import spelled
from copydesk.tokens import Page

# "Five million two years ago" is no 5,000,002.
TIME = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years decades times".split()
)
LARGE = 10**6
# "By point five percent", but "one point five" and "the point ten men made".
BEFORE_POINT = frozenset({"", "by", "of", "up", "down", "about", "only"})
SPOKEN_DIGITS = SMALL | {"o": 0, "oh": 0}
# Only before these does a number of one word go on.
GOES_ON = frozenset(
    {*CARDINALS, *SCALES_BEHIND, *SUFFIXES, *DENOMINATORS, *ORDINALS, *ORDINAL_SCALES, *DASHES, "and", "point"}
)


def read(page: Page, i: int) -> Cardinal | None:
    """The number whose first word is token i."""
    lower = page.lower
    after = lower[i + 1] if i + 1 < len(lower) else ""
    if after not in GOES_ON or (after == "-" and i + 2 < len(lower) and lower[i + 2] not in GOES_ON):
        plain = Decimal(CARDINALS[lower[i]])
        return Cardinal(i, i, plain, plain, None, "words")
    value, last, scale, groups = whole(page, i)
    number, step = Decimal(value), None
    if groups > 1:
        exact = spelled(tuple(word for word in page.lower[i : last + 1] if word not in DASHES and word != ","))
        number = Decimal(exact if exact is not None else value)
    ended = ordinal_end(page, i, last, value) or _parts(page, i, last, number)
    if ended:
        return ended
    part = and_a_part(page, last)
    decimals = _point(page, last)
    if part:
        number, last = number + part[0] * (scale if scale >= LARGE else 1), part[1]
        step = Decimal("0.5") if scale == ONE else scale / 2
    elif decimals:
        number, step, last = number + decimals[0], decimals[1], decimals[2]
    more, last, _ = scales(page, i, last) if part or decimals else (ONE, last, False)
    number *= more
    step = step * more if step else scale if scale >= LARGE and groups == 1 else None
    return Cardinal(i, last, number, number, step, "words", False, max(scale, more))


def whole(page: Page, i: int, first: tuple[int, int] | None = None) -> tuple[int, int, Decimal, int]:
    """The cardinal at token i: its value, last token, the scale that ends its last group, and how many groups it has.

    first   value and last token of the first group, where it is not spelled at i ("a" hundred and one)
    """
    total, bound, at, last, groups, ending = 0, 0, i, i, 0, ONE
    while True:
        value, end = first if first and not groups else _below_thousand(page, at)
        scale, end, scaled = scales(page, at, end)
        size = value * int(scale)
        if groups and not _fits(page, last, at, end, size, value, scaled, bound):
            break
        total, last, groups, ending, bound = total + size, end, groups + 1, scale, int(scale)
        if bound < 100 or (groups == 1 and value >= 100 and not scaled):
            break
        at = next_word(page, last)
        if at > 0 and page.lower[at] in ("and", ",") and at + 1 < len(page.lower):
            at += 1
        if at < 0 or page.lower[at] not in CARDINALS:
            break
    return total, last, ending, groups


def _fits(page: Page, last: int, at: int, end: int, size: int, value: int, scaled: bool, bound: int) -> bool:
    """May the group at `at` go on with the number that ends at `last`?"""
    lower = page.lower
    if size >= bound or not value:
        return False
    link = lower[at - 1]
    if link == ",":
        return scaled and bound >= 1000
    if not scaled and bound >= LARGE and value < 100 and link != "and":
        return lower[end + 1 : end + 2] == [] or lower[end + 1] not in TIME
    return True


def _below_thousand(page: Page, i: int) -> tuple[int, int]:
    """A number below a thousand at i ("six", "twenty-one", "two hundred and six"), or a year said in two halves; and
    its last token."""
    lower = page.lower
    value, last = _below_hundred(page, i)
    at = next_word(page, last)
    if at < 0:
        return value, last
    if lower[at] == "hundred":
        return hundreds(page, at, value * 100)
    if 10 < value <= 20 and lower[at] in TENS:  # nineteen ninety-five
        rest, last = _below_hundred(page, at)
        return value * 100 + rest, last
    return value, last


def hundreds(page: Page, at: int, value: int) -> tuple[int, int]:
    """So many hundred, said at token `at`, with what follows: "hundred and six"."""
    lower, tail = page.lower, next_word(page, at)
    if tail > 0 and lower[tail] == "and" and tail + 1 < len(lower):
        tail += 1
    if tail > 0 and CARDINALS.get(lower[tail]):
        rest, end = _below_hundred(page, tail)
        after = next_word(page, end)
        parts = (
            after > 0 and rest < 10 and lower[after].endswith("s") and lower[after] in DENOMINATORS
        )  # and three quarters
        if after < 0 or (lower[after] != "hundred" and not parts):
            return value + rest, end
    return value, at


def _below_hundred(page: Page, i: int) -> tuple[int, int]:
    value, at = CARDINALS[page.lower[i]], next_word(page, i)
    if value >= 20 and i + 2 < len(page.lower) and page.lower[i + 1] == "-":  # also "twenty - five"
        at = i + 2
    if value >= 20 and at > 0 and 0 < SMALL.get(page.lower[at], 0) < 10:
        return value + SMALL[page.lower[at]], at
    return value, i


def ordinal_end(page: Page, i: int, last: int, value: int) -> Cardinal | None:
    """ "twenty-first", "one hundred and fourth", "two thousandth"."""
    lower, at = page.lower, next_word(page, last)
    if at > 0 and lower[at] == "and" and value % 100 == 0 and at + 1 < len(lower):
        at += 1
    word = lower[at] if at > 0 else ""
    if word in ORDINAL_SCALES and (value > 1 or lower[at + 1 : at + 2] != ["of"]):
        last_group = value % 1000 or value  # "one million two hundred thousandth"
        return ordinal(i, at, value - last_group + last_group * ORDINAL_SCALES[word])
    if word not in ORDINALS or (word == "second" and lower[at - 1] != "-"):
        return None
    if value % 100 == 0 and lower[at - 1] != "and" and singular("".join(lower[at + 1 : at + 2])):
        return None  # "two hundred first responders"
    rest, tens = ORDINALS[word], value % 100
    if (tens >= 20 and tens % 10 == 0 and rest < 10) or (value and tens == 0 and rest):
        return ordinal(i, at, value + rest)
    return None


def _parts(page: Page, i: int, last: int, value: Decimal) -> Cardinal | None:
    """ "two-thirds", "one fifth", "three quarters"; "thirty fifths"."""
    at = next_word(page, last)
    tens = TENS.get(page.lower[at], 0) if at > 0 else 0
    at = next_word(page, at) if tens else at
    word = page.lower[at] if at > 0 else ""
    below = DENOMINATORS.get(word)
    if tens and below is not None:  # three twenty-fifths
        below = below + tens if 2 < below < 10 and value < tens else None
    elif tens and word == "firsts":
        below = tens + 1
    if below is None or not value:
        return None
    several = word.endswith("s")
    if several != (value > 1) or (below == 4 and value == 2 and page.lower[at + 1 : at + 2] != ["of"]):
        return None
    more, end, _ = scales(page, i, at)
    return fraction(i, end, value / below * more)


def decimal(page: Page, i: int, floor: int) -> Cardinal | None:
    """ "Up point five percent": the decimals alone, their "point" at token i, where no noun can stand."""
    before = page.lower[i - 1] if i > floor else ""
    found = _point(page, i - 1) if before in BEFORE_POINT or not before[:1].isalnum() else None
    return Cardinal(i, found[2], found[0], found[0], found[1], "words") if found is not None else None


def _point(page: Page, last: int) -> tuple[Decimal, Decimal, int] | None:
    """ "point five six", "point o five", "point ninety-nine" behind a number: the decimals, their place value, their last
    token."""
    lower, n, at, digits = page.lower, len(page.lower), last + 2, ""
    if at >= n or lower[last + 1] != "point":
        return None
    if lower[at].isdecimal() and len(lower[at]) < 4:  # point 77
        return Decimal(f"0.{lower[at]}"), Decimal(1).scaleb(-len(lower[at])), at
    while at < n and lower[at] in SPOKEN_DIGITS:
        digits, at = digits + str(SPOKEN_DIGITS[lower[at]]), at + 1
    while digits and lower[at - 1] not in SMALL:  # "one point five o'clock"
        digits, at = digits[:-1], at - 1
    if not digits:
        if lower[at] not in TENS:
            return None
        value, end = _below_hundred(page, at)
        digits, at = str(value), end + 1
    return Decimal(f"0.{digits}"), Decimal(1).scaleb(-len(digits)), at - 1
