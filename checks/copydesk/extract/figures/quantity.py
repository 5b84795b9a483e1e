"""Measured amounts with a physical unit; and lengths of time, where the reader of times has not taken them."""

from decimal import Decimal

from copydesk.amounts import Amount, written
from copydesk.extract.figures.mention import Mention, Unitary
from copydesk.lexicon.units import is_money, is_time, unit
from copydesk.lexicon.unitwords import unit_at
from copydesk.model import FactKind
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# "five times" is counted, "78,000 times a minute" measured.
COUNTED = "count"
# "In her 30s", "the mid-70s", "in the low 30s": years and degrees, not seconds.
DECADE_OF = frozenset("his her their my your our its the - mid early late low high lower upper".split())

ARTICLES = frozenset({"a", "an"})
# Feet and inches: 5'11".
PRIMES, INCHES = frozenset("'’′"), frozenset({'"', "”", "″", "''"})
# "66 Ma", "1 Ga": a short unit may begin with a capital.
ABBREVIATED = 3


def read(page: Page, numeral: Numeral, after: Unitary) -> Mention | None:
    at, value, last = after
    if value is None:
        return _height(page, numeral, at) if at > 0 and page.words[at] in PRIMES else _and_a_half(page, numeral)
    if value.name == COUNTED or is_money(value):
        return None
    if is_time(value) and page.words[at].istitle() and len(page.words[at]) > ABBREVIATED:
        return None  # the programme "60 Minutes", which the reader of times has left
    amount = numeral.amount(value)
    if page.lower[last + 1 : last + 3] == ["below", "zero"] and value.offset + (value.name == "degree angle"):
        amount, last = -amount, last + 2
    if len(page.words[at]) == 1 and page.words[at].isalpha() and last == at and not _letter_fits(page, numeral, at):
        return None
    if value.name == "foot":
        amount, last = _with_inches(page, amount, last)
    kind: FactKind = "duration" if is_time(value) else "quantity"
    return Mention(kind, numeral.outer_first, max(last, numeral.outer_last), amount)


def _and_a_half(page: Page, numeral: Numeral) -> Mention | None:
    """ "A mile and a half"."""
    first = numeral.first - 3
    if first < 0 or not 0 < numeral.low == numeral.high < 1 or page.lower[first + 2] != "and":
        return None
    found = unit_at(page, first + 1, joined=False) if page.lower[first] in ARTICLES else None
    if found is None or found[1] != first + 1 or is_money(found[0]) or found[0].name == COUNTED:
        return None
    return Mention("quantity", first, numeral.last, written(1 + numeral.low, unit=found[0]))


def _height(page: Page, numeral: Numeral, at: int) -> Mention | None:
    """The 5'11" of a man: in inches."""
    inches, mark = page.words[at + 1] if at + 1 < len(page) else "", page.words[at + 2 : at + 3]
    marked = mark != [] and mark[0] in INCHES and page.joined(at + 1)
    if not (marked or page.joined(at)) or not inches.isdecimal() or Decimal(inches) > 11 or not 1 < numeral.low < 9:
        return None
    amount = numeral.amount(unit("foot")).to(unit("inch")) + written(inches, unit=unit("inch"))
    return Mention("quantity", numeral.outer_first, at + 1 + marked, amount)


def _with_inches(page: Page, amount: Amount, last: int) -> tuple[Amount, int]:
    """ "6-foot-7": in inches, where inches follow."""
    word = page.lower[last + 2] if last + 2 < len(page) else ""
    if (
        page.lower[last + 1 : last + 2] != ["-"]
        or not (page.joined(last) and page.joined(last + 1))
        or not word.isdecimal()
        or Decimal(word) > 11
    ):
        return amount, last
    return amount.to(unit("inch")) + written(word, unit=unit("inch")), last + 2


def _letter_fits(page: Page, numeral: Numeral, at: int) -> bool:
    """Is a single letter behind digits a unit, and not the start of a word or a label ("5 C", "3 m-high" but not "3
    A's")?"""
    before = page.words[numeral.first - 1] if numeral.first else ""
    if len(before) == 1 and before.isupper() and before not in ("A", "I"):  # Y 2 K
        return False
    if page.words[at] == "s" and _is_plural(page, numeral):
        return False
    if page.words[at] == "A" and at + 1 < len(page) and page.words[at + 1].isalpha():  # a 12A rating
        return False
    if at + 1 < len(page) and page.joined(at) and page.words[at + 1][0].isalnum():  # 24703L202
        return False
    return numeral.form != "words" and not (at + 1 < len(page) and page.joined(at) and page.words[at + 1][0] in "'’&")


def _is_plural(page: Page, numeral: Numeral) -> bool:
    """Is the s behind digits a plural: 2018s, fifty 787s, in his 30s?"""
    digits, before = page.words[numeral.last], page.lower[numeral.first - 1] if numeral.first else ""
    if not digits.isdecimal():
        return False
    if len(digits) == 2:
        return digits[-1] == "0" and before in DECADE_OF
    return len(digits) == 4 or len(digits) == 3 and digits[-1] != "0"
