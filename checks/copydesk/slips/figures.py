"""Slips in figures: digits, number words, million for billion, another unit or currency."""

import re
from collections.abc import Iterator, Mapping

from copydesk.late import late
from copydesk.lexicon.mistaken import CURRENCIES, NUMBERS, ORDINALS, SCALES, TEENS, UNITS
from copydesk.model import Fact
from copydesk.slips import digits
from copydesk.slips._slip import Slip, SlipKind, looked_up, put, tokens

WORDS: Mapping[SlipKind, Mapping[str, str]] = {"word": NUMBERS, "swap": TEENS, "scale": SCALES}
# What else a word of this kind of fact may be taken for.
MORE: Mapping[str, Mapping[SlipKind, Mapping[str, str]]] = {
    "quantity": {"unit": UNITS},
    "duration": {"unit": UNITS},
    "money": {"currency": CURRENCIES},
    "ordinal": {"word": ORDINALS},
}
# Of these nobody is off by a factor of ten without seeing it.
NEVER_TENFOLD = frozenset({"age", "score", "ordinal"})
NUMBER = late(r"\d+(?:,\d{3})*(?:\.\d+)?")


def slips(fact: Fact) -> Iterator[Slip]:
    tables = {**WORDS, **MORE.get(fact.kind, {})}
    for token in tokens(fact):
        if token.group()[0].isdigit():
            yield from in_digits(fact, token)
        elif fact.kind != "ordinal" or token.group().lower() in ORDINALS:
            yield from (slip for slip in looked_up(token, tables) if slip.kind != "swap" or not _goes_on(fact, token))


def _goes_on(fact: Fact, token: "re.Match[str]") -> bool:
    """Is it the tens of a number of two words ("forty-two")?"""
    return fact.document.text[token.end() : token.end() + 1] == "-"


def in_digits(fact: Fact, token: "re.Match[str]") -> Iterator[Slip]:
    number = token.group()
    if not NUMBER.fullmatch(number) or not number.isascii():
        return
    yield put("digit", token, digits.other_digit(number))
    swapped = digits.swapped(number)
    if swapped:
        yield put("swap", token, swapped)
    if fact.kind not in NEVER_TENFOLD:
        yield put("tenfold", token, digits.tenfold(number))
