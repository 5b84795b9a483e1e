"""Percentages, percentage points and basis points."""

from copydesk.extract.figures.mention import Mention, behind
from copydesk.lexicon.units import unit_at
from copydesk.numerals import Numeral
from copydesk.tokens import Page

NAMES = frozenset({"percentage", "percentage point", "basis point", "per mille"})


def read(page: Page, numeral: Numeral) -> Mention | None:
    at = behind(page, numeral.last)
    if at < 0:
        return None
    word = page.lower[at]
    if word != "%" and not word.startswith(("p", "b", "‰")):
        return None
    found = unit_at(page, at, page.joined(numeral.last))
    if found is None or found[0].name.partition(" per ")[0] not in NAMES:
        return None
    return Mention("percent", numeral.outer_first, max(found[1], numeral.outer_last), numeral.amount(found[0]))
