"""How what is reckoned in words is written down, and the words and equations that reckonings of all sorts share. Data only.

In a construction `$name` is a sum of money, `%name` a percentage or fraction, `#name` any other figure, `&name` a figure that is no share, and
`*name` a list of such; `~` is a few words of one clause, `¬` such without a comma, `…` words that may run into the next sentence. No other figure stands in between.
"""

from collections.abc import Callable
from decimal import Decimal

from copydesk.named import NamedTuple


class Reckoning(NamedTuple):
    """One equation that words state.

    result    the figure that it works out from the others
    alike     the figures that are in one unit
    words     it can't do without one of these
    ways      its constructions
    rounded   may the result be a rounding: of a share, a quotient?
    near      are its figures of one thing, so that a result far off is one of something else?
    local     are its figures tied so closely that others may stand beside them?
    """

    result: str
    alike: str
    equation: Callable[..., Decimal]
    words: str
    ways: tuple[str, ...]
    rounded: bool = False
    near: bool = False
    local: bool = False


COMES_TO = r"(?:makes?|making|made|comes?\s+to|came\s+to|total(?:l?ed|l?ing|s)?|adds?\s+up\s+to|added\s+up\s+to|adding\s+up\s+to|amount(?:s|ed)\s+to|br(?:ings?|inging|ought)\s+(?:the|her|his|its|their)\s+(?:bill|cost|price|outlay|charge|fee|sum)\s+to)"
IN_ALL = r"(?:in\s+all|altogether|in\s+total|all\s+told|between\s+them)"
IS = r"(?:is|are|was|were|be|works\s+out\s+at|worked\s+out\s+at|stands\s+at|stood\s+at|equals)"
OR = r"(?:,|\(|—|–|:)\s*(?:(?:or|that\s+is|i\.e\.|which\s+(?:is|was|makes|made|comes\s+to|came\s+to)|making|equal\s+to|equivalent\s+to|namely),?\s+)?(?:(?:about|some|just)\s+)?"


def total(a: Decimal, b: Decimal, c: Decimal = Decimal(0)) -> Decimal:
    return a + b + c


def apart(a: Decimal, b: Decimal) -> Decimal:
    return abs(a - b)


def portion(whole: Decimal, share: Decimal, years: Decimal = Decimal(1)) -> Decimal:
    return whole * share * years


def product(number: Decimal, each: Decimal) -> Decimal:
    return number * each


def quotient(amount: Decimal, number: Decimal) -> Decimal:
    return amount / number


def mean(several: tuple[Decimal, ...], over: Decimal = Decimal(1)) -> Decimal:
    return sum(several, Decimal(0)) / len(several)
