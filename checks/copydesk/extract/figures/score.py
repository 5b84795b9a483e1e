"""Scores, votes and records: 3-2, 21-14, 5-4, 10-5-2. Each number is a fact of its own; the dash ties them."""

from copydesk.amounts import written
from copydesk.extract.figures.mention import Mention
from copydesk.lexicon.labels import SCORING
from copydesk.lexicon.numbers import DASHES
from copydesk.numerals import Numeral
from copydesk.tokens import Page

HIGHEST = 199
NEAR = 8


def read(page: Page, numeral: Numeral) -> list[Mention]:
    """The score that a numeral is, or begins or ends; nothing for other numbers."""
    words = page.words
    first, last = numeral.first, numeral.last
    if numeral.form != "digits" or numeral.low > HIGHEST or not words[first].isdecimal() or not words[last].isdecimal():
        return []
    if numeral.low != numeral.high:
        if last - first != 2 or words[first + 1] not in DASHES or not _near(page, first, last):
            return []
        return [Mention("score", i, i, written(words[i])) for i in (first, last)]
    right = _linked(page, last + 1, last + 2)
    left = first > 1 and _linked(page, first - 1, first - 2)
    if not right and not left or not _fits(page, first, last):
        return []
    return [Mention("score", first, last, written(numeral.low))]


def _linked(page: Page, dash: int, other: int) -> bool:
    """Does a dash tie the number to another one, without spaces?"""
    words = page.words
    if (
        other >= len(words)
        or other < 0
        or words[dash] not in DASHES
        or not words[other].isdecimal()
        or len(words[other]) > 3
    ):
        return False
    return page.joined(dash - 1) and page.joined(dash)


def _fits(page: Page, first: int, last: int) -> bool:
    return all(len(page.words[i]) <= 3 for i in (first, last))


def _near(page: Page, first: int, last: int) -> bool:
    return not SCORING.isdisjoint(page.lower[max(0, first - NEAR) : first]) or not SCORING.isdisjoint(
        page.lower[last + 1 : last + 4]
    )
