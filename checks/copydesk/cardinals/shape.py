"""A cardinal as read, and the small steps that readers of digits and of words share."""

from decimal import Decimal

from copydesk.amounts import ONE
from copydesk.lexicon.numbers import DENOMINATORS, ORDINALS, SMALL, TENS
from copydesk.named import NamedTuple
from copydesk.tokens import Page
from copydesk.typed import Literal

Form = Literal["digits", "words", "mixed", "vague"]
CARDINALS = SMALL | TENS
# How many parts "and a half", "and three quarters" may have.
# Behind "and a fourth": that it is one more of them, no part.
ONE_MORE = frozenset(
    "due is was has had will would who whose that which may could died on at from were by when while".split()
)
PARTS = {"a": 1} | {word: n for word, n in SMALL.items() if 0 < n < 10}


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


def ordinal(first: int, last: int, value: int) -> Cardinal:
    return Cardinal(first, last, Decimal(value), Decimal(value), None, "words", True)


def fraction(first: int, last: int, value: Decimal) -> Cardinal:
    return Cardinal(first, last, value, value, None, "words")


def is_number(page: Page, i: int) -> bool:
    return page.lower[i][0].isdecimal() or page.lower[i] in CARDINALS


def next_word(page: Page, last: int) -> int:
    """The token of the next word, over one joined hyphen; -1 at the end."""
    at = last + 1
    if at < len(page.lower) and page.lower[at] in ("-", "‐", "‑") and page.joined(last) and page.joined(at):
        at += 1
    return at if at < len(page.lower) else -1


def and_a_part(page: Page, last: int) -> tuple[Decimal, int] | None:
    """ "and a half", "and three quarters", "and two fifths" behind a number: the fraction and its last token."""
    lower = page.lower
    if lower[last + 1 : last + 7] == ["-", "and", "-", "a", "-", "half"]:
        return Decimal("0.5"), last + 6
    if last + 2 >= len(lower) or lower[last + 1] != "and":
        return None
    if lower[last + 2] in ("half", "quarter") and lower[last + 3 : last + 4] != ["of"]:
        return Decimal(1) / DENOMINATORS[lower[last + 2]], last + 2
    above, at = PARTS.get(lower[last + 2]), next_word(page, last + 2)
    below = DENOMINATORS.get(lower[at]) if at > 0 else None
    if at > 0 and lower[at] in ORDINALS and not ONE_MORE.isdisjoint(lower[at + 1 : at + 2]):
        return None  # "three under five and a fourth due in July"
    if above is None or below is None or (lower[at].endswith("s") or lower[at] == "halves") != (above > 1):
        return None
    return Decimal(above) / below, at
