"""Ordinals: sixth, 21st."""

from copydesk.extract.figures.mention import Mention
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# What these make with a first is one word: "first responders", "the first lady".
COMPOUNDS = frozenset("responder responders aid aider aiders lady ladies".split())
# "a second", "30 seconds", "per second" are time.
BEFORE_SECOND = frozenset("a per one every each split / half".split())


def read(page: Page, numeral: Numeral) -> Mention | None:
    if page.lower[numeral.last] == "second" and numeral.first and page.lower[numeral.first - 1] in BEFORE_SECOND:
        return None
    if page.lower[numeral.last] == "first" and not COMPOUNDS.isdisjoint(
        page.lower[numeral.last + 1 : numeral.last + 2]
    ):
        return None
    if _is_name(page, numeral):
        return None
    return Mention("ordinal", numeral.first, numeral.last, numeral.amount())


def _is_name(page: Page, numeral: Numeral) -> bool:
    """ "Third World", "First American": a capital in mid-sentence, and another behind."""
    i, last, words = numeral.first, numeral.last, page.words
    if not words[i][0].isupper() or i == 0 or last + 1 >= len(words) or not words[last + 1][0].isupper():
        return False
    return words[i - 1][0].islower()
