"""One number as written, digits or words, from the token where it starts: its value, its last token, how precisely it was put."""

import re
from decimal import Decimal, InvalidOperation
from typing import Literal, NamedTuple

from copydesk.amounts import ONE, ZERO
from copydesk.lexicon.numbers import (
    CURRENCY_SIGNS,
    DASHES,
    DENOMINATORS,
    FRACTION_SIGNS,
    HUNDRED,
    MINUS,
    MULTIPLES,
    MULTIPLIERS,
    ORDINAL_ENDINGS,
    ORDINAL_SCALES,
    ORDINALS,
    PLAIN_SUFFIXES,
    SCALES,
    SMALL,
    SOME,
    SPELLED_SCALES,
    STROKE_DENOMINATORS,
    SUFFIXES,
    SUPERSCRIPTS,
    TENS,
    TIMES,
    VAGUE,
)
from copydesk.lexicon.spelled import spelled
from copydesk.tokens import Page

Form = Literal["digits", "words", "mixed", "vague"]

THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}$|\d{1,3}(?:\.\d{3}){2,}$")
PLAIN = re.compile(r"\d+(?:\.\d+)?$")
DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}$|0,\d+$")
SPACES = frozenset("\u00a0\u2009\u202f")

STARTERS = frozenset(
    {
        *SMALL,
        *TENS,
        *MULTIPLES,
        *ORDINALS,
        *ORDINAL_SCALES,
        *VAGUE,
        *FRACTION_SIGNS,
        *MULTIPLIERS,
        "half",
        "quarter",
        "quarters",
    }
)
CARDINALS = SMALL | TENS
SCALES_BEHIND = {**MULTIPLES, **{word: n for word, n in VAGUE.items() if n and n >= 1000}}
# What may follow digits and belong to the number.
BEHIND_DIGITS = frozenset(
    {*SCALES_BEHIND, *SUFFIXES, *ORDINAL_ENDINGS, *FRACTION_SIGNS, *TIMES, "/", "⁄", "-", "and", "e", "^"}
)
# "1.2m people" are millions, "400m hurdles" and "1.2m tall" metres.
METRE_WORDS = frozenset(
    "tall long wide high deep away apart thick sprint relay dash race hurdles final freestyle butterfly backstroke breaststroke medley from"
    " above below x by north south east west sq square run runner race event individual swim track pool".split()
)
AFTER_FRACTION = frozenset(
    "of more less fewer higher lower from to in , . ; were are was is said say have had since compared off on and by or ) over".split()
)
HALVED = frozenset("of the their its his her our your my that those these all as".split())
MULTIPLIED = frozenset("the what".split())
# "To double the number" is a deed, not a figure.
VERBAL = frozenset("to will would could can may might must should not and they we you it".split())
AFTER_SCORES = frozenset("of were more are have killed injured dead wounded others missing".split())


class Cardinal(NamedTuple):
    """A number without hedges or unit. `scale` is what its last scale word multiplies by, 1 without one."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    step: Decimal | None
    form: Form
    ordinal: bool = False
    scale: Decimal = ONE


def starts(page: Page) -> list[int]:
    """The tokens where a number may start or stand."""
    return [i for i, word in enumerate(page.lower) if "0" <= word < ":" or word in STARTERS]


def cardinal(page: Page, i: int, floor: int) -> Cardinal | None:
    """The number at token i; words before it ("half a", "several", "minus") may belong to it, but none before `floor`."""
    word = page.lower[i]
    if "0" <= word < ":":
        return _signed(page, _digits(page, i), floor)
    if word in CARDINALS:
        return _signed(page, _words(page, i), floor)
    if word in ORDINALS and not _is_fraction(page, i, floor):
        return _ordinal(i, i, ORDINALS[word]) if word != "zeroth" else None
    if word in VAGUE:
        return _vague(page, i, floor)
    if word in MULTIPLES:
        return _multiple(page, i, floor)
    if word in FRACTION_SIGNS:
        return _fraction(i, i, _ratio(FRACTION_SIGNS[word]))
    if word in DENOMINATORS:
        return _part(page, i, floor)
    return _multiplier(page, i) if word in MULTIPLIERS else None


def _multiplier(page: Page, i: int) -> Cardinal | None:
    """ "twice as many", "triple the number"."""
    following = page.lower[i + 1] if i + 1 < len(page.lower) else ""
    twice = page.lower[i] == "twice"
    if not twice and i and page.lower[i - 1] in VERBAL:
        return None
    wanted = MULTIPLIED | {"as", "a", "another", "that"} if twice else MULTIPLIED
    return _fraction(i, i, Decimal(MULTIPLIERS[page.lower[i]])) if following in wanted else None


def _ordinal(first: int, last: int, value: int) -> Cardinal:
    return Cardinal(first, last, Decimal(value), Decimal(value), None, "words", True)


def _fraction(first: int, last: int, value: Decimal) -> Cardinal:
    return Cardinal(first, last, value, value, None, "words")


def _ratio(text: str) -> Decimal:
    above, _, below = text.partition("/")
    return Decimal(above) / Decimal(below)


def _signed(page: Page, number: Cardinal | None, floor: int) -> Cardinal | None:
    """With a minus that stands before it and behind no word ("-5", "minus 5", but not "Covid-19" or "3 - 5")."""
    if number is None or number.first - 1 < floor or page.lower[number.first - 1] not in MINUS:
        return number
    i = number.first - 1
    sign = page.lower[i]
    if sign in DASHES:
        text, at = page.text, page.starts[i]
        before = text[at - 1] if at else " "
        if (
            not page.joined(i)
            or not (before.isspace() or before in "([$€£~<>=")
            or (before.isspace() and i and _is_number(page, i - 1))
        ):
            return number
    elif i and _is_number(page, i - 1):
        return number
    return number._replace(first=i, low=-number.high, high=-number.low)


def _is_number(page: Page, i: int) -> bool:
    return page.lower[i][0].isdecimal() or page.lower[i] in CARDINALS


# ---------------------------------------------------------------- digits


def digit_value(word: str) -> tuple[Decimal, Decimal | None] | None:
    """Value and place value of the last decimal of a digit group ("1,200", "3.4", "1.200,50"); None for "1,2,3" or "1.5.2"."""
    if word.isdecimal():
        return Decimal(word), None
    if THOUSANDS.match(word) or LAKHS.match(word):
        word = word.replace(",", "")
    elif CONTINENTAL.match(word):
        word = word.replace(".", "").replace(",", ".")
    elif DECIMAL_COMMA.match(word):
        word = word.replace(",", ".")
    elif not PLAIN.match(word):
        return None
    value = Decimal(word)
    decimals = -int(value.as_tuple().exponent)
    return value, Decimal(1).scaleb(-decimals) if decimals > 0 else None


def _digits(page: Page, i: int) -> Cardinal | None:
    read = digit_value(page.words[i])
    if read is None:
        return None
    value, step = read
    first = i
    if _bare_point(page, i):
        step = Decimal(1).scaleb(-len(page.words[i]))
        value *= step
        first = i - 1
    lower, n = page.lower, len(page.lower)
    if i + 1 >= n:
        return Cardinal(first, i, value, value, step, "digits")
    last = _thousands_by_space(page, i)
    if last != i:
        value = Decimal("".join(page.words[i : last + 1]))
        step = _decimals(value)
    following = lower[last + 1] if last + 1 < n else ""
    if following not in BEHIND_DIGITS and not (following.isdecimal() and lower[last + 2 : last + 3] in (["/"], ["⁄"])):
        return Cardinal(first, last, value, value, step, "digits")
    if following in ORDINAL_ENDINGS and page.joined(last):
        return Cardinal(first, last + 1, value, value, None, "digits", True)
    value, step, last = _fraction_behind(page, last, value, step)
    value, step, last = _power_of_ten(page, last, value, step)
    scale, last, mixed = _scales(page, first, last)
    if scale != ONE:
        step = scale * (step or ONE) if scale not in {100, 12} else None
        value *= scale
    return Cardinal(first, last, value, value, step, "mixed" if mixed else "digits", False, scale)


def _bare_point(page: Page, i: int) -> bool:
    """Is there a decimal point right before token i, and nothing before that (".500")?"""
    if not i or page.words[i - 1] != "." or not page.joined(i - 1) or not page.words[i].isdecimal():
        return False
    at = page.starts[i - 1]
    return at == 0 or page.text[at - 1].isspace() or page.text[at - 1] in "($£€~-"


def _decimals(value: Decimal) -> Decimal | None:
    decimals = -int(value.as_tuple().exponent)
    return Decimal(1).scaleb(-decimals) if decimals > 0 else None


def _thousands_by_space(page: Page, i: int) -> int:
    """The last token of "1 200 000"; an ordinary space counts only where no label stands before."""
    words, last = page.words, i
    if len(words[i]) > 3 or not words[i].isdecimal() or words[i][0] == "0":
        return i
    while last + 1 < len(words) and page.starts[last + 1] - page.ends[last] == 1:
        group = words[last + 1].partition(".")[0]
        space = page.text[page.ends[last]]
        if (
            len(group) != 3
            or not group.isdecimal()
            or not (space in SPACES or space == " ")
            or last
            and words[last].find(".") >= 0
        ):
            break
        if space == " " and i and (page.words[i - 1][0].isupper() or page.words[i - 1][0].isdecimal()):
            break
        last += 1
    return last


def _fraction_behind(
    page: Page, last: int, value: Decimal, step: Decimal | None
) -> tuple[Decimal, Decimal | None, int]:
    """ "1½", "1 1/2", "3/4", "2 and a half"."""
    lower, n, at = page.lower, len(page.lower), last + 1
    if at < n and lower[at] in FRACTION_SIGNS:
        return value + _ratio(FRACTION_SIGNS[lower[at]]), Decimal("0.25"), at
    if at + 2 < n and lower[at].isdecimal():  # 3 1/2
        part = _fraction_behind(page, at, Decimal(lower[at]), None)
        return (value + part[0], Decimal("0.25"), part[2]) if part[2] == at + 2 and part[0] < 1 else (value, step, last)
    if at + 1 < n and lower[at] in ("/", "⁄") and (page.joined(last) == page.joined(at)):
        below = lower[at + 1]
        plain = below.isdecimal() and int(below) in STROKE_DENOMINATORS and value < int(below) and value == int(value)
        if plain and not (at + 2 < n and lower[at + 2] == "/") and not (last and lower[last - 1] == "/"):
            return value / Decimal(below), None, at + 1
    extra = _and_a_half(page, last)
    if extra:
        return value + extra[0], Decimal("0.5"), extra[1]
    return value, step, last


def _and_a_half(page: Page, last: int) -> tuple[Decimal, int] | None:
    """ "and a half", "and a quarter", "and three quarters" behind a number."""
    words = page.lower[last + 1 : last + 4]
    if len(words) < 3 or words[0] != "and":
        return None
    above = {"a": 1, "one": 1, "two": 2, "three": 3}.get(words[1])
    below = DENOMINATORS.get(words[2])
    if above is None or below is None or below > 4:
        return None
    return Decimal(above) / below, last + 3


def _power_of_ten(page: Page, last: int, value: Decimal, step: Decimal | None) -> tuple[Decimal, Decimal | None, int]:
    """ "1.99×10^30", "3 x 10−5", "10⁶", "1e6"."""
    lower, at = page.lower, last + 1
    if at >= len(lower):
        return value, step, last
    base = ONE
    if lower[at] in TIMES and at + 1 < len(lower) and lower[at + 1] == "10":
        base, at = value, at + 2
    elif lower[at] == "e" and page.joined(last) and page.joined(at):
        base, at = value, at + 1
    elif value != 10 or lower[at] != "^":
        return value, step, last
    exponent, end = _exponent(page, at)
    if exponent is None or abs(exponent) > 300:
        return value, step, last
    factor = Decimal(10) ** exponent
    return base * factor, (step or ONE) * factor if base != ONE else None, end


def _exponent(page: Page, at: int) -> tuple[int | None, int]:
    lower, n = page.lower, len(page.lower)
    while at < n and lower[at] in ("^", "{", "("):
        at += 1
    sign = 1
    if at < n and lower[at] in ("-", "−", "–", "+"):
        sign, at = -1 if lower[at] != "+" else 1, at + 1
    if at < n:
        digits = lower[at].translate(SUPERSCRIPTS)
        if digits.isdecimal() and len(digits) < 4:
            return sign * int(digits), at
    return None, at


def _scales(page: Page, first: int, last: int) -> tuple[Decimal, int, bool]:
    """The scale words and suffixes behind the number that ends at `last`: their product, their last token, was there one?"""
    scale, lower, n = ONE, page.lower, len(page.lower)
    while last + 1 < n:
        at = last + 1
        if lower[at] == "-" and page.joined(last) and page.joined(at) and at + 1 < n and lower[at + 1] in MULTIPLES:
            at += 1
        word = lower[at]
        if word in SUFFIXES and scale == ONE:
            if not _suffix_counts(page, first, last, at):
                break
            return Decimal(SUFFIXES[word]), at, True
        if (
            word not in SCALES_BEHIND
            or (word == "hundred" and scale != ONE)
            or (word == "dozen" and page.lower[at - 1] == "a")
        ):
            break
        scale, last = scale * SCALES_BEHIND[word], at
    return scale, last, scale != ONE


def _suffix_counts(page: Page, first: int, last: int, at: int) -> bool:
    """Is the letter behind the digits a scale, and not a unit?"""
    word, lower = page.lower[at], page.lower
    if word in PLAIN_SUFFIXES:
        return True
    joined, money = page.joined(last), _after_currency(page, first)
    if money:
        return word in ("m", "b", "k", "t", "mil", "mm", "cr") and (joined or word not in ("k", "t"))
    if word == "cr":
        return money
    following = lower[at + 1] if at + 1 < len(lower) else ""
    if not joined:
        return word == "b" and page.words[at] == "B" and following.isalpha()
    if word == "k":
        return following not in ("race", "run", "walk", "resolution") and not (
            at + 1 < len(lower) and page.joined(at) and following not in ".,;:)-+\"'’”"
        )
    if word in ("m", "b", "mil"):
        people = (
            following.isalpha()
            and following not in METRE_WORDS
            and (following.endswith("s") or following in ("people", "of"))
        )
        return people or page.words[at] in ("M", "B") and word != "mil"
    return False


def _after_currency(page: Page, first: int) -> bool:
    """Does a currency sign or code stand before token `first`?"""
    i = first - 1
    if i >= 0 and page.lower[i] in DASHES and page.joined(i):
        i -= 1
    if i < 0:
        return False
    word = page.words[i]
    return word in CURRENCY_SIGNS or (word in CURRENCY_CODES)


CURRENCY_CODES = frozenset(
    "USD EUR GBP JPY CNY INR CHF CAD AUD NZD HKD SGD RMB Rs RM US PS HK NT NZ Rp SEK NOK DKK ZAR BRL R rs".split()
)


# ---------------------------------------------------------------- words


def _words(page: Page, i: int) -> Cardinal | None:
    value, last, plain = _group(page, i)
    lower, n = page.lower, len(page.lower)
    if last + 1 < n:
        ended = _ordinal_end(page, i, last, value)
        if ended:
            return ended
        parts = _parts(page, i, last, value)
        if parts:
            return parts
    half = _and_a_half(page, last)
    number, step = Decimal(value), None
    if half:
        number, step, last = number + half[0], Decimal("0.5"), half[1]
    decimals = _point(page, last) if not half else None
    if decimals:
        digits, last = decimals
        number, step = number + Decimal(f"0.{digits}"), Decimal(1).scaleb(-len(digits))
    scale, last, scaled = _scales(page, i, last)
    if scaled and not half and not decimals:
        last, more = _more_groups(page, last, scale, plain)
        if more:
            whole = spelled(tuple(word for word in lower[i : last + 1] if word not in DASHES and word != ","))
            return (
                Cardinal(i, last, Decimal(whole), Decimal(whole), None, "words", _ends_ordinal(page, last))
                if whole is not None
                else None
            )
    if scaled:
        number *= scale
        step = step * scale if step else scale if scale >= 10**6 else None
    return Cardinal(i, last, number, number, step, "words", False, scale)


def _ends_ordinal(page: Page, last: int) -> bool:
    return page.lower[last] in ORDINALS


def _next_word(page: Page, last: int) -> int:
    """The token of the next word, over one joined hyphen; -1 at the end."""
    at = last + 1
    if at < len(page.lower) and page.lower[at] in ("-", "‐", "‑") and page.joined(last) and page.joined(at):
        at += 1
    return at if at < len(page.lower) else -1


def _group(page: Page, i: int) -> tuple[int, int, bool]:
    """A number below a hundred at i, or a year said in two halves: its value, last token, and whether it is below twenty or round."""
    lower = page.lower
    value, last = CARDINALS[lower[i]], i
    at = _next_word(page, i)
    if at < 0:
        return value, last, True
    if value >= 20 and lower[at] in SMALL and 0 < SMALL[lower[at]] < 10:
        return value + SMALL[lower[at]], at, True
    if 10 < value <= 20 and lower[at] in TENS:  # nineteen ninety-five
        rest, last, _ = _group(page, at)
        return value * 100 + rest, last, False
    return value, last, True


def _more_groups(page: Page, last: int, scale: Decimal, plain: bool) -> tuple[int, bool]:
    """The last token of further groups: "two hundred [and] six", "three thousand four hundred"."""
    lower, n, more, bound = page.lower, len(page.lower), False, scale
    while plain and last + 1 < n:
        at = _next_word(page, last)
        linked = 0 <= at < n - 1 and lower[at] == "and"
        if linked or 0 <= at < n - 1 and lower[at] == "," and lower[at + 1] in CARDINALS and bound >= 1000:
            at += 1
        if at < 0 or lower[at] not in CARDINALS:
            ordinal = (
                at > 0 and lower[at] in ORDINALS and lower[at] != "second" and (linked or lower[last] in MULTIPLES)
            )
            return (at, True) if ordinal else (last, more)
        _, end, _ = _group(page, at)
        size = Decimal(99)
        behind = end
        while (after := _next_word(page, behind)) > 0 and lower[after] in MULTIPLES and lower[after] != "dozen":
            size = size * MULTIPLES[lower[after]] if size != 99 else Decimal(MULTIPLES[lower[after]])
            behind = after
        if size >= bound:
            return last, more
        last, more = behind, True
        bound = min(bound, size) if behind != end else Decimal(1)
        if bound == 1:
            break
    return last, more


def _ordinal_end(page: Page, i: int, last: int, value: int) -> Cardinal | None:
    """ "twenty-first", "one hundredth"."""
    at = _next_word(page, last)
    if (
        at > 0
        and value >= 20
        and value % 10 == 0
        and value < 100
        and page.lower[at] in ORDINALS
        and ORDINALS[page.lower[at]] < 10
    ):
        return _ordinal(i, at, value + ORDINALS[page.lower[at]])
    return None


def _parts(page: Page, i: int, last: int, value: int) -> Cardinal | None:
    """ "two-thirds", "one fifth", "three quarters"."""
    at = _next_word(page, last)
    below = DENOMINATORS.get(page.lower[at]) if at > 0 else None
    if below is None or value >= below or not value:
        return None
    plural = page.lower[at].endswith("s")
    if plural != (value > 1) or (below == 4 and value == 2):
        return None
    return _fraction(i, at, Decimal(value) / below)


def _point(page: Page, last: int) -> tuple[str, int] | None:
    """ "point five six" behind a number."""
    lower, n, at, digits = page.lower, len(page.lower), last + 2, ""
    if last + 2 >= n or lower[last + 1] != "point":
        return None
    while at < n and lower[at] in SMALL:
        digits, at = digits + str(SMALL[lower[at]]), at + 1
    return (digits, at - 1) if digits else None


# ---------------------------------------------------------------- dozen, hundreds, half, a third


def _multiple(page: Page, i: int, floor: int) -> Cardinal | None:
    """ "a dozen", "half a million", "several hundred", "a few thousand": the scale stands at i, its factor before it."""
    lower, before = page.lower, i - 1
    scale, last = Decimal(MULTIPLES[lower[i]]), i
    more, end, _ = _scales(page, i, i)
    scale, last = scale * more, end
    step = scale if scale >= 10**6 else None
    if before >= floor and lower[before] in DASHES and page.joined(before):
        before -= 1
    word = lower[before] if before >= floor else ""
    if word in ("a", "an"):
        if before - 1 >= floor and lower[before - 1] == "half":
            return Cardinal(before - 1, last, scale / 2, scale / 2, None, "words")
        return _hundred_and(page, before, last, scale, step)
    if word == "half":
        first = before - 1 if before - 1 >= floor and lower[before - 1] == "a" else before
        return Cardinal(first, last, scale / 2, scale / 2, None, "words")
    if word == "of" and before - 1 >= floor and lower[before - 1] == "couple":
        before, word = before - 1, "couple"
    if word in SOME:
        first = before - 1 if word != "several" and before - 1 >= floor and lower[before - 1] == "a" else before
        low, high = SOME[word]
        return Cardinal(first, last, scale * low, scale * high, None, "vague")
    return Cardinal(i, last, scale, scale, None, "words") if lower[i] == "dozen" and not word.endswith("s") else None


def _hundred_and(page: Page, first: int, last: int, scale: Decimal, step: Decimal | None) -> Cardinal:
    """ "a hundred and one": number_parser reads it as "one hundred and one"."""
    if page.lower[last] in HUNDRED or page.lower[last] in SPELLED_SCALES:
        end, more = _more_groups(page, last, scale, plain=True)
        words = ("one", *(word for word in page.lower[first + 1 : end + 1] if word not in DASHES))
        whole = spelled(words) if more else None
        if whole is not None:
            return Cardinal(first, end, Decimal(whole), Decimal(whole), None, "words")
    return Cardinal(first, last, scale, scale, step, "words", False, scale)


def _vague(page: Page, i: int, floor: int) -> Cardinal | None:
    """ "dozens", "tens of thousands": from one of them to ten."""
    lower, n, last = page.lower, len(page.lower), i
    word = lower[i]
    base = VAGUE[word]
    following = lower[i + 1] if i + 1 < n else ""
    if base is None or word == "tens" and following != "of":
        return None
    if word == "scores" and (following not in AFTER_SCORES or i + 2 < n and _is_number(page, i + 2)):
        return None
    value = Decimal(base)
    while (
        last + 2 < n and lower[last + 1] == "of" and (more := VAGUE.get(lower[last + 2]) or SCALES.get(lower[last + 2]))
    ):
        value, last = value * more, last + 2
    if word == "tens" and last == i:
        return None
    return Cardinal(i, last, value, value * 10, None, "vague")


def _is_fraction(page: Page, i: int, floor: int) -> bool:
    """Is the ordinal at i the denominator of "a third of"?"""
    lower = page.lower
    if i - 1 < floor or lower[i - 1] != "a" or lower[i] not in DENOMINATORS:
        return False
    following = lower[i + 1] if i + 1 < len(lower) else "."
    return following in AFTER_FRACTION


def _part(page: Page, i: int, floor: int) -> Cardinal | None:
    """ "half of", "half a mile", "a quarter of"."""
    lower = page.lower
    word, following = lower[i], lower[i + 1] if i + 1 < len(lower) else "."
    if word == "half":
        return _half(page, i, floor, following)
    if i - 1 >= floor and lower[i - 1] == "a" and not word.endswith("s") and following in AFTER_FRACTION:
        return _fraction(i - 1, i, ONE / DENOMINATORS[word])
    return None


def _half(page: Page, i: int, floor: int, following: str) -> Cardinal | None:
    lower = page.lower
    before = lower[i - 1] if i - 1 >= floor else ""
    if following in ("a", "an") and i + 2 < len(lower):
        if lower[i + 2] in MULTIPLES:
            return None  # the scale's own reading takes it in
        return _fraction(i, i + 1, Decimal("0.5"))
    if before in ("first", "second", "other", "better", "in") or following == "-" or following == "past":
        return None
    if before == "a" and following in AFTER_FRACTION:
        return _fraction(i - 1, i, Decimal("0.5"))
    return (
        _fraction(i, i, Decimal("0.5"))
        if following in HALVED or before in ("by", "than", "about", "nearly", "almost")
        else None
    )


def quotient(above: Decimal, below: Decimal) -> Decimal | None:
    """above ÷ below, None where that is no number."""
    try:
        return above / below if below != ZERO else None
    except InvalidOperation:
        return None
