"""Scores, votes and records: 3-2, 21-14, 5-4, 10-5-2. Each number is a fact of its own; the dash ties them."""

from copydesk.amounts import written
from copydesk.extract.figures.mention import Mention
from copydesk.lexicon.labels import ALWAYS, SCORING
from copydesk.lexicon.nouns import STOPS
from copydesk.lexicon.numbers import DASHES
from copydesk.numerals import Numeral
from copydesk.tokens import Page

HIGHEST = 199
NEAR = 8


def read(page: Page, numeral: Numeral) -> list[Mention]:
    """The score that a numeral is, or begins or ends; nothing for other numbers."""
    words = page.words
    first, last = numeral.first, numeral.last
    if _to_par(page, last):
        return [Mention("score", first, last, written(numeral.low))]
    if numeral.form != "digits" or numeral.low > HIGHEST or not words[first].isdecimal() or not words[last].isdecimal():
        return []
    if first != last and numeral.low == numeral.high:  # 3 1/2
        return []
    chain = _chain(page, first, last)
    if len(chain) < 2 or len(chain) > 3 or any(len(words[i]) > 3 or int(words[i]) > HIGHEST for i in chain):
        return []
    before = words[chain[0] - 1 : chain[0]] if words[chain[0] - 1] != "." else words[chain[0] - 2 : chain[0] - 1]
    if chain[0] and before and before[0].lower() in ALWAYS:  # Sec. 24-9
        return []
    if chain[0] and page.joined(chain[0] - 1) and words[chain[0] - 1] in "/:.":  # 5/24-9
        return []
    if numeral.low == numeral.high:
        return [Mention("score", first, last, written(numeral.low))]
    if last - first != 2 or words[first + 1] not in DASHES or not _near(page, first, last):
        return []
    return [Mention("score", i, i, written(words[i])) for i in (first, last)]


def _to_par(page: Page, last: int) -> bool:
    """ "5-under 67", "finished two-over"; not "a 50-over match"."""
    if page.lower[last + 1 : last + 2] != ["-"] or page.lower[last + 2 : last + 3] not in (["under"], ["over"]):
        return False
    behind = page.lower[last + 3] if last + 3 < len(page) else "."
    return _tied(page, last + 1) and (behind == "par" or not behind[0].isalpha() or behind in STOPS)


def _chain(page: Page, first: int, last: int) -> list[int]:
    """The numbers that dashes tie to tokens first..last without spaces, these among them."""
    words, chain = page.words, [first] if first == last else [first, last]
    while (
        chain[0] > 1 and words[chain[0] - 1] in DASHES and words[chain[0] - 2].isdecimal() and _tied(page, chain[0] - 1)
    ):
        chain.insert(0, chain[0] - 2)
    while (
        chain[-1] + 2 < len(words)
        and words[chain[-1] + 1] in DASHES
        and words[chain[-1] + 2].isdecimal()
        and _tied(page, chain[-1] + 1)
    ):
        chain.append(chain[-1] + 2)
    return chain


def _tied(page: Page, dash: int) -> bool:
    return page.joined(dash - 1) and page.joined(dash)


def _near(page: Page, first: int, last: int) -> bool:
    return not SCORING.isdisjoint(page.lower[max(0, first - NEAR) : first]) or not SCORING.isdisjoint(
        page.lower[last + 1 : last + 4]
    )
