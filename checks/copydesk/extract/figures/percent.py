"""Percentages, percentage points and basis points."""

from copydesk.extract.figures.mention import Mention, Unitary
from copydesk.numerals import Numeral

NAMES = frozenset({"percentage", "percentage point", "basis point", "per mille"})


def read(numeral: Numeral, after: Unitary) -> Mention | None:
    if after.unit is None or after.unit.name.partition(" per ")[0] not in NAMES:
        return None
    return Mention("percent", numeral.outer_first, max(after.last, numeral.outer_last), numeral.amount(after.unit))
