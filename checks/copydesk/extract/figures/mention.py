"""A figure found on a page, before it becomes a fact."""

from copydesk.amounts import Amount, Unit
from copydesk.extract.figures import label
from copydesk.lexicon.numbers import HEDGES_AFTER
from copydesk.lexicon.unitwords import unit_at
from copydesk.model import FactKind, Span
from copydesk.named import NamedTuple
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# Between a number and its unit.
QUALIFYING = frozenset(
    "rushing passing receiving additional extra further other net gross total combined full whole straight consecutive"
    " continuous linear horizontal vertical us u.s. imperial".split()
)
BRACKETS = {"(": ")", "[": "]", "<": ">", "{": "}"}


class Mention(NamedTuple):
    """first, last: its tokens, hedge and unit included. of: what is counted. part: "three of them". other: an earlier
    figure, with which the story's own is compared."""

    kind: FactKind
    first: int
    last: int
    amount: Amount
    of: tuple[str, ...] = ()
    timex: str | None = None
    part: bool = False
    other: bool = False

    def span(self, page: Page) -> Span:
        return page.span(self.first, self.last)


class Unitary(NamedTuple):
    """What stands behind a numeral: the token there (-1 at the end of the text), and the unit that it begins, with
    its last token."""

    at: int
    unit: Unit | None
    last: int


def unit_behind(page: Page, numeral: Numeral) -> Unitary:
    """The unit behind a numeral, looked up once for all readers of figures."""
    at = behind(page, numeral)
    if at < 0:
        return Unitary(-1, None, -1)
    found = unit_at(page, at, page.joined(numeral.last))
    if found is None:
        found = _qualified(page, at) or _bracketed(page, at)
    if found is not None and len(page.words[at]) == 1 and page.words[at].isalpha():
        labelled = page.joined(numeral.last) and label.after_label(page, numeral)  # runway 27L, Figure 3c
        if labelled or label.address(page, numeral):
            found = None
    return Unitary(at, found[0], found[1]) if found is not None else Unitary(at, None, at)


def _qualified(page: Page, at: int) -> tuple[Unit, int] | None:
    """ "517 rushing yards", "12 extra miles": the unit behind the word that says what sort."""
    return unit_at(page, at + 1, joined=False) if page.lower[at] in QUALIFYING and at + 1 < len(page) else None


def _bracketed(page: Page, at: int) -> tuple[Unit, int] | None:
    """ "20 (kg)", "20 [kg]"."""
    if page.words[at] not in BRACKETS or at + 2 >= len(page) or page.words[at + 2] != BRACKETS[page.words[at]]:
        return None
    found = unit_at(page, at + 1, joined=False) if len(page.words[at + 1]) > 1 else None
    return (found[0], at + 2) if found is not None and found[1] == at + 1 else None


def behind(page: Page, numeral: Numeral) -> int:
    """The token behind a number, over one hyphen ("10-mile"), a hedge ("10 or more miles"), or what leads to the
    unit ("three quarters of a mile", "tens of miles"); -1 at the end of the text."""
    last, lower = numeral.last, page.lower
    if numeral.outer_last > last and lower[last + 1] in HEDGES_AFTER:
        last = numeral.outer_last
    at = last + 1
    if page.ends[last] < len(page.text) and page.text[page.ends[last]] in "\n\r":
        return -1
    if at + 1 < len(lower) and lower[at] in ("-", "‐", "‑", "–") and page.joined(last) and page.joined(at):
        at += 1
    # Of "the 200 of a year ago" no year is divided.
    if at < len(lower) and lower[at] == "of" and (numeral.form == "vague" or numeral.low % 1 or numeral.high == 1):
        at += 1
        at += lower[at : at + 1] in (["a"], ["an"])
    return at if at < len(lower) else -1
