"""Ordinals: sixth, 21st."""

from copydesk.extract.figures.mention import Mention
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# "a second", "30 seconds", "per second" are time.
BEFORE_SECOND = frozenset("a per one every each split / half".split())


def read(page: Page, numeral: Numeral) -> Mention | None:
    if page.lower[numeral.last] == "second" and numeral.first and page.lower[numeral.first - 1] in BEFORE_SECOND:
        return None
    return Mention("ordinal", numeral.first, numeral.last, numeral.amount())
