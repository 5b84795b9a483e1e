"""One number as written, digits or words, from the token where it starts: its value, its last token, how precisely
it was put."""

from decimal import Decimal, InvalidOperation

from copydesk.amounts import ZERO
from copydesk.cardinals import digits, parts, words
from copydesk.cardinals.shape import CARDINALS, Cardinal, Form, fraction, is_number, ordinal
from copydesk.lexicon.numbers import (
    DASHES,
    DENOMINATORS,
    FRACTION_SIGNS,
    MINUS,
    MULTIPLES,
    MULTIPLIERS,
    ORDINAL_SCALES,
    ORDINALS,
    VAGUE,
)
from copydesk.tokens import Page

__all__ = ["Cardinal", "Form", "cardinal", "quotient", "starts"]

STARTERS = frozenset(
    {
        *CARDINALS,
        *MULTIPLES,
        *ORDINALS,
        *ORDINAL_SCALES,
        *VAGUE,
        *FRACTION_SIGNS,
        *MULTIPLIERS,
        "half",
        "quarter",
        "quarters",
        "point",
        *parts.FEW,
    }
)

# "A thousandth of a second", "to the nearest hundredth" are parts.
BEFORE_PART = frozenset({"a", "nearest"})


def starts(page: Page) -> list[int]:
    """The tokens where a number may start or stand."""
    return page.places_with_figures(STARTERS)


def cardinal(page: Page, i: int, floor: int) -> Cardinal | None:
    """The number at token i; words before it ("half a", "several", "minus") may belong to it, but none before
    `floor`."""
    word = page.lower[i]
    if "0" <= word < ":":
        return _signed(page, digits.read(page, i), floor)
    if word in CARDINALS:
        return _signed(page, words.read(page, i), floor)
    if word in ORDINALS and not parts.is_fraction(page, i, floor):
        return ordinal(i, i, ORDINALS[word]) if word != "zeroth" else None
    if word in VAGUE:
        return parts.vague(page, i, floor)
    if word in MULTIPLES:
        return parts.multiple(page, i, floor)
    if word in FRACTION_SIGNS:
        return fraction(i, i, digits.ratio(FRACTION_SIGNS[word]))
    if word in ORDINAL_SCALES and (i == floor or page.lower[i - 1] not in BEFORE_PART):
        return ordinal(i, i, ORDINAL_SCALES[word])
    if word in DENOMINATORS:
        return parts.part(page, i, floor)
    if word in parts.FEW:
        return parts.few(page, i, floor)
    if word == "point":
        return words.decimal(page, i, floor)
    return parts.multiplier(page, i) if word in MULTIPLIERS else None


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
            or (before.isspace() and i and is_number(page, i - 1))
        ):
            return number
    elif i and (is_number(page, i - 1) or page.lower[i - 1] == "or"):  # plus or minus 3
        return number
    return number._replace(first=i, low=-number.high, high=-number.low)


def quotient(above: Decimal, below: Decimal) -> Decimal | None:
    """above ÷ below, None where that is no number."""
    try:
        return above / below if below != ZERO else None
    except InvalidOperation:
        return None
