"""Measured amounts with a physical unit; and lengths of time, where the reader of times has not taken them."""

from copydesk.extract.figures.mention import Mention, behind
from copydesk.lexicon.units import is_money, is_time, unit_at
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# "five times" is counted, "78,000 times a minute" measured.
COUNTED = "count"


def read(page: Page, numeral: Numeral) -> Mention | None:
    at = behind(page, numeral.last)
    if at < 0:
        return None
    found = unit_at(page, at, page.joined(numeral.last))
    if found is None or is_money(found[0]) or found[0].name == COUNTED:
        return None
    value, last = found
    amount = numeral.amount(value)
    if page.lower[last + 1 : last + 3] == ["below", "zero"] and value.offset + (value.name == "degree angle"):
        amount, last = -amount, last + 2
    if len(page.words[at]) == 1 and page.words[at].isalpha() and last == at and not _letter_fits(page, numeral, at):
        return None
    kind = "duration" if is_time(value) else "quantity"
    return Mention(kind, numeral.outer_first, max(last, numeral.outer_last), amount)  # type: ignore[arg-type]


def _letter_fits(page: Page, numeral: Numeral, at: int) -> bool:
    """Is a single letter behind digits a unit, and not the start of a word or a label ("5 C", "3 m-high" but not "3 A's")?"""
    before = page.words[numeral.first - 1] if numeral.first else ""
    if len(before) == 1 and before.isupper() and before not in ("A", "I"):  # Y 2 K
        return False
    if page.words[at] == "s" and len(page.words[numeral.first]) == 4 and page.words[numeral.first].isdecimal():  # 2018s
        return False
    if at + 1 < len(page) and page.joined(at) and page.words[at + 1][0].isalnum():  # 24703L202
        return False
    return numeral.form != "words" and not (at + 1 < len(page) and page.joined(at) and page.words[at + 1][0] in "'’&")
