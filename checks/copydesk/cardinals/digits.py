"""Numbers in digits: 1,200; 1 200; .500; 1½; 3 1/2; 1.99×10^30; 3.4 million; 21st."""

from decimal import Decimal

from copydesk.amounts import ONE, ZERO
from copydesk.cardinals.scales import SCALES_BEHIND, scales
from copydesk.cardinals.shape import Cardinal, and_a_part, ordinal
from copydesk.late import late
from copydesk.lexicon.numbers import (
    FRACTION_SIGNS,
    ORDINAL_ENDINGS,
    ORDINAL_SCALES,
    STROKE_DENOMINATORS,
    SUFFIXES,
    SUPERSCRIPTS,
    TIMES,
)
from copydesk.tokens import Page

THOUSANDS = late(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
LAKHS = late(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
CONTINENTAL = late(r"\d{1,3}(?:\.\d{3})+,\d{1,2}$|\d{1,3}(?:\.\d{3}){2,}$")
PLAIN = late(r"\d+(?:\.\d+)?$")
DECIMAL_COMMA = late(r"\d+,\d{1,2}$|0,\d+$")
SPACES = frozenset("\u00a0\u2009\u202f")
# What may follow digits and belong to the number.
BEHIND_DIGITS = frozenset(
    {
        *SCALES_BEHIND,
        *SUFFIXES,
        *ORDINAL_ENDINGS,
        *ORDINAL_SCALES,
        *FRACTION_SIGNS,
        *TIMES,
        "/",
        "⁄",
        "-",
        "and",
        "e",
        "^",
    }
)


def digit_value(word: str) -> tuple[Decimal, Decimal | None] | None:
    """Value and place value of the last decimal of a digit group ("1,200", "3.4", "1.200,50"); None for "1,2,3" or
    "1.5.2"."""
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


def read(page: Page, i: int) -> Cardinal | None:
    """The number whose first digits are token i; None for "1,2,3" or "1.5.2"."""
    word, lower = page.words[i], page.lower
    after = lower[i + 1] if i + 1 < len(lower) else ""
    if word.isdecimal() and after not in BEHIND_DIGITS and not after[:1].isdecimal() and (not i or lower[i - 1] != "."):
        value = Decimal(word)
        return Cardinal(i, i, value, value, None, "digits")
    found = digit_value(word)
    if found is None:
        return None
    value, step = found
    first = i
    if _bare_point(page, i):
        step = Decimal(1).scaleb(-len(page.words[i]))
        value *= step
        first = i - 1
    n = len(lower)
    if i + 1 >= n:
        return Cardinal(first, i, value, value, step, "digits")
    last = _thousands_by_space(page, i)
    if last != i:
        value = Decimal("".join(page.words[i : last + 1]))
        step = _decimals(value)
    following = lower[last + 1] if last + 1 < n else ""
    if following not in BEHIND_DIGITS and not (following.isdecimal() and lower[last + 2 : last + 3] in (["/"], ["⁄"])):
        return Cardinal(first, last, value, value, step, "digits")
    if following in ORDINAL_ENDINGS and page.joined(last) and _fits_ending(page.words[last], following):
        return Cardinal(first, last + 1, value, value, None, "digits", True)
    if following in ORDINAL_SCALES and step is None and lower[last + 2 : last + 3] != ["of"]:
        return ordinal(first, last + 1, int(value) * ORDINAL_SCALES[following])
    value, step, last = _fraction_behind(page, last, value, step)
    value, step, last = _power_of_ten(page, last, value, step)
    scale, last, mixed = scales(page, first, last)
    if scale != ONE:
        step = scale * (step or ONE) if scale not in {100, 12} else None
        value *= scale
        value, last = _more(page, last, value, scale)
    return Cardinal(first, last, value, value, step, "mixed" if mixed else "digits", False, scale)


def _fits_ending(digits: str, ending: str) -> bool:
    """21st, 12th, 3rd; "16st" is a weight."""
    if digits[-2:-1] == "1" or digits[-1] not in "123":
        return ending == "th"
    return ending in ("th", ("st", "nd", "rd")[int(digits[-1]) - 1])


def _more(page: Page, last: int, value: Decimal, scale: Decimal) -> tuple[Decimal, int]:
    """ "3 million and a half"; "4 thousand 3 hundred and 21"."""
    part = and_a_part(page, last)
    if part:
        return value + part[0] * scale, part[1]
    lower, at = page.lower, last + 1
    while scale <= 1000 and at < len(lower) and lower[last] in SCALES_BEHIND:
        linked = lower[at] == "and"
        at += linked
        if at >= len(lower) or not lower[at].isdecimal() or Decimal(lower[at]) >= scale:
            break
        smaller = Decimal(SCALES_BEHIND.get(lower[at + 1], 1)) if at + 1 < len(lower) else ONE
        if int(lower[at]) * smaller >= scale or (smaller == 1 and not linked):
            break
        value, scale, last = value + int(lower[at]) * smaller, smaller, at + (smaller != 1)
        at = last + 1
    return value, last


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
    """ "1½", "1 1/2", "3/4", "2 and a half"; behind decimals, as grain is quoted ("$6.43 3/4"), parts of the last of them."""
    lower, n, at = page.lower, len(page.lower), last + 1
    grain = step if step is not None and step < ONE else ONE
    if at < n and lower[at] in FRACTION_SIGNS:
        return value + ratio(FRACTION_SIGNS[lower[at]]) * grain, Decimal("0.25") * grain, at
    if (
        at + 3 < n and lower[at] == "-" and lower[at + 2] == "/" and page.joined(last) and lower[at + 1].isdecimal()
    ):  # 7-3/8
        part = _fraction_behind(page, at + 1, Decimal(lower[at + 1]), None)
        return (
            (value + part[0], Decimal("0.125"), part[2]) if part[2] == at + 3 and part[0] < 1 else (value, step, last)
        )
    if at + 2 < n and lower[at].isdecimal():  # 3 1/2
        part = _fraction_behind(page, at, Decimal(lower[at]), None)
        if part[2] == at + 2 and part[0] < 1:
            return value + part[0] * grain, Decimal("0.25") * grain, part[2]
        return value, step, last
    if at + 1 < n and lower[at] in ("/", "⁄") and (page.joined(last) == page.joined(at)):
        below = Decimal(lower[at + 1]) if lower[at + 1].isdecimal() else ZERO
        plain = value < below and value == int(value)
        plain = plain and (below in STROKE_DENOMINATORS or (value == 1 and below > 31))
        if plain and not (at + 2 < n and lower[at + 2] == "/") and not (last and lower[last - 1] == "/"):
            return value / below, None, at + 1
    extra = and_a_part(page, last)
    if extra:
        return value + extra[0], Decimal("0.5"), extra[1]
    return value, step, last


def _power_of_ten(page: Page, last: int, value: Decimal, step: Decimal | None) -> tuple[Decimal, Decimal | None, int]:
    """ "1.99×10^30", "3 x 10−5", "10⁶", "1e6"."""
    lower, at = page.lower, last + 1
    if at >= len(lower):
        return value, step, last
    base = ONE
    if lower[at] in TIMES and at + 1 < len(lower) and lower[at + 1] == "10":
        base, at = value, at + 2
    elif lower[at] == "e" and page.joined(last) and page.joined(at) and not _is_name(page, at):
        base, at = value, at + 1
    elif value != 10 or lower[at] != "^":
        return value, step, last
    exponent, end = _exponent(page, at)
    if exponent is None or abs(exponent) > 300:
        return value, step, last
    factor = Decimal(10) ** exponent
    return base * factor, (step or ONE) * factor if base != ONE else None, end


def _is_name(page: Page, e: int) -> bool:
    """The aircraft "7E7", with one digit on either side."""
    return (
        page.words[e] == "E" and len(page.words[e - 1]) == len(page.words[e + 1]) == 1 and page.lower[e + 1].isdecimal()
    )


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


def ratio(text: str) -> Decimal:
    above, _, below = text.partition("/")
    return Decimal(above) / Decimal(below)
