"""Numbers as they stand in a text: ranges put together, hedges told apart. What a number is of, others decide."""

from decimal import Decimal
from functools import lru_cache

from copydesk.amounts import LONGEST, ONE, PLAIN, Amount, Bound, Unit, written
from copydesk.cardinals import Cardinal, Form, cardinal, hedges, quotient, starts
from copydesk.lexicon.nouns import STOPS, singular
from copydesk.lexicon.numbers import CHANGES, CURRENCY_SIGNS, CURRENCY_WORDS, DASHES
from copydesk.named import NamedTuple
from copydesk.tokens import Page

# "Between the ages of 5 and 11", "between ages 5 and 11".
AGES = frozenset({"ages", "age"})
ABOUT = frozenset("about roughly around some approximately ~ nearly almost perhaps possibly maybe".split())
# "Starting from 5 up to 10", "from as few as 5 to 10": where a range begins, no bound of it.
BEGINNING = frozenset("starting starts start little few low".split())
TIME_UNITS = frozenset(
    "second seconds minute minutes hour hours day days week weeks month months year years game games match matches innings".split()
)
# What may stand between the ends of a range, and the parts of a fraction in words.
LINKS = DASHES | {"to", "and", "or", "through", "until"}
IN = frozenset({"in", "of", "every", "over"})
# "Nine out of ten" is a share of any number of things; "nine out of 13" are nine of thirteen.
SHARED_BY = frozenset({*range(2, 11), 100, 1000, 10_000, 100_000, 10**6})
# Behind "one ballot in 20".
SHARED_THEN = frozenset("was is were are has had , . ; )".split())
# How far back the verb of a change may stand from its "from".
REACH = 7
# "Losses ranging from 5 to 90" change nothing.
RANGING = frozenset("range ranges ranged ranging vary varies varied varying anywhere".split())
YEAR_FROM, YEAR_TO = 1500, 2200
# "Rise by 5 to 7" is a range, "rose by 5 to 90" a change.
RANGE_RATIO = 3
# "Half to two percent" is a range.
SMALL_RANGE = 10


class Numeral(NamedTuple):
    """One number expression on a page, hedges told apart, no unit.

    first, last              tokens of the number itself ("1.2 million", "two and a half", the 10 and the 20 of "between 10 and 20")
    low, high                equal for a single number; both ends of a range
    step                     place value of the last digit where written rounded (see amounts.written)
    form                     vague: dozens, several hundred
    ordinal                  sixth, 6th
    bound, nearly            from the hedge
    outer_first, outer_last  with the words of the hedge ("at least seven", "seven or more")
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    step: Decimal | None
    form: Form
    ordinal: bool
    bound: Bound
    nearly: bool
    outer_first: int
    outer_last: int

    def amount(self, unit: Unit = PLAIN) -> Amount:
        return _amount(str(self.low), str(self.high), self.bound, self.step, unit, self.nearly)


@lru_cache(maxsize=4096)
def _amount(low: str, high: str, bound: Bound, step: Decimal | None, unit: Unit, nearly: bool) -> Amount:
    """Stories repeat their figures; amounts are frozen, so they may be shared. Kept by their digits: as Decimals, 212.0 and 212 would
    be one, and a figure would look as it did in the story read before."""
    return written(low, high, bound=bound, step=step, unit=unit, nearly=nearly)


def read(page: Page) -> list[Numeral]:
    """All number expressions of a page in text order, not overlapping; years and clock digits among them."""
    found: list[Cardinal] = []
    free = 0
    for i in starts(page):
        if i < free:
            continue
        number = cardinal(page, i, free)
        if number is not None:
            if abs(number.high) < LONGEST:
                found.append(number)
            free = number.last + 1
    hedged: list[Numeral] = []
    floor = 0
    for number in _joined(page, found):
        numeral = _hedged(page, number, floor)
        if hedged and _closes(page, hedged[-1], numeral):
            numeral = _closed(hedged.pop(), numeral)
        hedged.append(numeral)
        floor = number.last + 1
    return hedged


# ---------------------------------------------------------------- ranges


def _joined(page: Page, numbers: list[Cardinal]) -> list[Cardinal]:
    """With "10 to 20", "between 5 and 6" and "one in six" made one."""
    out: list[Cardinal] = []
    i, n = 0, len(numbers)
    while i < n:
        number = numbers[i]
        if i + 1 < n and numbers[i + 1].first - number.last <= 7 and not number.ordinal and not numbers[i + 1].ordinal:
            following = numbers[i + 1]
            pair = (
                _range(page, number, following)
                or _one_in(page, number, following)
                or _of_scale(page, number, following)
            )
            if pair is not None:
                out.append(pair)
                i += 2
                continue
        out.append(number)
        i += 1
    return out


def _range(page: Page, a: Cardinal, b: Cardinal) -> Cardinal | None:
    lower = page.lower
    gap = lower[a.last + 1 : b.first]
    if LINKS.isdisjoint(gap):
        return None
    while gap and (gap[-1] in CURRENCY_SIGNS or gap[-1] in CURRENCY_WORDS or gap[-1] in ABOUT):
        gap.pop()
    if gap[-1:] == ["as"] and gap[-3:-2] == ["as"] and len(gap) > 3:  # "5 to as many as 10"
        del gap[-3:]
    if not gap:
        return None
    link, unit = gap[-1], gap[:-1]
    if unit and unit[-1] == "-":  # 5-to-10
        unit = unit[:-1]
    elif link == "-" and unit[-1:] == ["to"] and len(gap) > 1:
        link, unit = "to", unit[:-1]
        unit = unit[:-1] if unit[-1:] == ["-"] else unit
    elif unit[-1:] == ["up"] and link == "to":
        unit = unit[:-1]
    if unit and unit != lower[b.last + 1 : b.last + 1 + len(unit)]:
        return None
    if not _links(page, a, b, link):
        return None
    low = a.low
    if a.scale == ONE and b.scale != ONE and a.low * b.scale <= b.low and a.low < 1000:
        low = a.low * b.scale
    if low < 0 and b.high < low and link not in DASHES:  # from -18 to -34
        return Cardinal(a.first, b.last, b.low, low, max(filter(None, (a.step, b.step)), default=None), b.form)
    if low >= b.high or a.form == "vague" or b.form == "vague":
        return None
    step = max(filter(None, (a.step, b.step)), default=None)
    return Cardinal(a.first, b.last, low, b.high, step, b.form, False, b.scale)


def _links(page: Page, a: Cardinal, b: Cardinal, link: str) -> bool:
    """Does the word between two numbers make a range of them?"""
    if link in DASHES:
        return link != "—" and _dash_links(page, a, b)
    before = _before(page, a.first)
    word = page.lower[before] if before >= 0 else ""
    if link == "and":
        told = page.lower[max(0, before - 3) : before + 1] if word in AGES or word == "of" else ()
        return word == "between" or ("between" in told and not AGES.isdisjoint(told))
    if a.form == "words" and a.low < 1 and b.low >= SMALL_RANGE:
        return False  # "rose by more than half to 1.1 million", "by a fifth, to 1,640"
    if link == "or":
        return a.form == b.form and a.low + 1 >= b.low / 2 and b.low <= 20 and b.first - a.last == 2
    return link in ("to", "through", "until") and not _tells_change(page, before, word, a, b)


def _dash_links(page: Page, a: Cardinal, b: Cardinal) -> bool:
    lower, n = page.lower, len(page.lower)
    left, right = a.first - 1, b.last + 1
    chained = (left >= 0 and lower[left] in DASHES and page.joined(left)) or (
        right + 1 < n
        and lower[right] in DASHES
        and page.joined(b.last)
        and page.joined(right)
        and lower[right + 1][0].isdecimal()
    )
    first, second = page.words[a.first], page.words[b.first]
    bare = right >= n or not lower[right][0].isalpha() or (left >= 0 and lower[left] == ")")
    bare = bare or (lower[right] in STOPS and not second.endswith("00"))
    phone = bare and len(first) == 3 and len(second) == 4 and page.joined(a.last) and second.isdecimal()
    padded = second[0] == "0" and len(second) > 1 and second.isdecimal()
    even = page.joined(a.last) == page.joined(b.first - 1) or (not page.joined(a.last) and a.form == b.form == "digits")
    return even and not chained and not padded and not phone


def _before(page: Page, first: int) -> int:
    """The token before a number, its currency and its hedge."""
    i = first - 1
    while i >= 0 and (page.lower[i] in CURRENCY_SIGNS or page.lower[i] in CURRENCY_WORDS):
        i -= 1
    while i >= 0 and (page.lower[i] in ("an", "estimated") or page.lower[i] in ABOUT):
        i -= 1
    return i


def _tells_change(page: Page, before: int, word: str, a: Cardinal, b: Cardinal) -> bool:
    """Is "5 to 7" the old and the new figure, rather than a range?"""
    if word == "from":
        said = page.lower[max(0, before - REACH) : before]
        return not CHANGES.isdisjoint(said) and RANGING.isdisjoint(said)
    if word in ("in", "since") and _looks_like_year(page, a) and not _looks_like_year(page, b):
        return True  # "from 18,000 in 1990 to 13,500"
    if word != "by" and word not in CHANGES:
        return False
    shared = b.scale if a.scale == ONE and a.low < 1000 else ONE
    return b.low > a.low * shared * RANGE_RATIO


def _looks_like_year(page: Page, number: Cardinal) -> bool:
    return page.words[number.first].isdecimal() and YEAR_FROM <= number.low < YEAR_TO


def _one_in(page: Page, a: Cardinal, b: Cardinal) -> Cardinal | None:
    """ "one in six", "two out of five", "one of every 10": a fraction."""
    if page.lower[b.first - 1] not in IN:
        return None
    if a.first > 1 and page.words[a.first - 1] in DASHES and page.words[a.first - 2].isdecimal():  # "6-1 in two sets"
        return None
    gap = page.lower[a.last + 1 : b.first]
    if gap == ["over"]:
        return _one_over(page, a, b)
    after = page.lower[b.last + 1] if b.last + 1 < len(page.lower) else ""
    if len(gap) == 2 and gap[1] == "in" and a.low == 1 and a.form == "words" and gap[0].isalpha():
        shared = b.low in SHARED_BY and singular(after) is None or after in SHARED_THEN
        gap = ["in"] if shared else gap  # one job in ten
    if gap not in (["in"], ["out", "of"], ["of", "every"], ["in", "every"], ["out", "of", "every"]):
        return None
    whole = a.low == int(a.low) and b.low == int(b.low)
    if (
        not whole
        or not 0 < a.low < b.low
        or a.low >= 100
        or after in TIME_UNITS
        or 1900 <= b.low <= 2100
        and b.form == "digits"
    ):
        return None
    alike = a.form == b.form == "words" or (a.low == 1 and b.low > 2) or b.low in SHARED_BY
    if gap == ["in"] and not (a.low < 10 and alike):
        return None
    if gap == ["out", "of"] and b.low not in SHARED_BY:  # "72 out of 120": both were counted
        return None
    value = quotient(a.low, b.low)
    return Cardinal(a.first, b.last, value, value, None, a.form) if value is not None else None


def _of_scale(page: Page, a: Cardinal, b: Cardinal) -> Cardinal | None:
    """ "A quarter of a million", "two thirds of a billion": so many of the scale."""
    if not 0 < a.low < 1 or b.low < 1000 or page.lower[a.last + 1 : b.first + 1] != ["of", "a"]:
        return None
    return Cardinal(a.first, b.last, a.low * b.low, a.high * b.high, None, a.form)


def _one_over(page: Page, a: Cardinal, b: Cardinal) -> Cardinal | None:
    """ "One over three" and nothing behind it: a fraction."""
    behind = page.lower[b.last + 1] if b.last + 1 < len(page.lower) else "."
    if abs(a.low) != 1 or b.low < 2 or b.low != int(b.low) or behind[0].isalnum():
        return None
    value = quotient(a.low, b.low)
    return Cardinal(a.first, b.last, value, value, None, a.form) if value is not None else None


# ---------------------------------------------------------------- hedges


def _hedged(page: Page, number: Cardinal, floor: int) -> Numeral:
    """The number with its hedge; words before token `floor` belong to another one."""
    first, last, low, high, step, form, ordinal, _ = number
    lower = page.lower
    bound: Bound = "="
    nearly, outer_first, outer_last = False, first, last
    if first > floor and lower[first - 1] in hedges.BEFORE:
        bound, nearly, outer_first = hedges.before(page, first, floor)
    if bound == "=" and (after := hedges.behind(page, last)) is not None:
        bound, outer_last = after
    if low != high and bound == ">=" and not BEGINNING.isdisjoint(lower[outer_first:first]):
        bound = "="
    told = low != high and outer_first == first > floor and form != "vague"
    if told and lower[first - 1] in ("between", "from"):
        outer_first -= 1
    return Numeral(first, last, low, high, step, form, ordinal, bound, nearly, outer_first, outer_last)


def _closes(page: Page, a: Numeral, b: Numeral) -> bool:
    """ "At least 10 and fewer than 20": two bounds of one figure."""
    if a.bound not in (">", ">=") or b.bound not in ("<", "<=") or a.high >= b.low:
        return False
    gap = page.lower[a.outer_last + 1 : b.outer_first]
    if gap[-1:] not in (["and"], ["but"]) or b.outer_first == b.first:
        return False
    return not gap[:-1] or gap[:-1] == page.lower[b.last + 1 : b.last + 2]


def _closed(a: Numeral, b: Numeral) -> Numeral:
    return b._replace(first=a.first, low=a.low, bound="=", outer_first=a.outer_first)
