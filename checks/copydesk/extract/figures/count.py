"""Counts: a number and the noun that it counts; and bare numbers."""

from copydesk.extract.figures.mention import Mention
from copydesk.extract.figures.nounphrase import BEFORE_OF, counted, is_whole
from copydesk.lexicon.nouns import GROUPS, PARENTS, PRONOUN_ONE_BEFORE, VERBS, lemma, singular
from copydesk.lexicon.units import is_time_rate, noun_unit, unit
from copydesk.lexicon.unitwords import currency_named, rate_at
from copydesk.model import FactKind
from copydesk.numerals import Numeral
from copydesk.tokens import Page

RATES = frozenset("per a an each every".split())
# Sides left in a cup.
KNOCKOUT = frozenset({4, 8, 16, 32, 64})
PEOPLE_VERBS = VERBS | frozenset("others more people of who".split())


def read(page: Page, numeral: Numeral) -> Mention | None:
    """The count or bare number that a numeral is; None for the pronoun *one*."""
    of, head = counted(page, numeral)
    if of and numeral.high < 1 and of[-1] in ("full", "empty"):  # "a third full"
        of, head = (), -1
    of = of or _of_group(page, numeral)
    if numeral.low == numeral.high == 1 and numeral.form == "words" and _is_pronoun(page, numeral, of):
        return None
    if numeral.low in KNOCKOUT and page.lower[numeral.first - 1 : numeral.first] == ["last"]:
        if not of or singular(page.lower[head]) is None:
            return None  # reached the last 16 of the cup
    rate = _rate(page, numeral, of, head)
    if rate is not None:
        return rate
    following = page.lower[numeral.last + 1] if numeral.last + 1 < len(page) else ""
    if (
        following == "of" and len(of) == 1 and (currency := currency_named(of[0]))
    ):  # 30 million of the 120 million euros
        last = max(numeral.last, numeral.outer_last)
        return Mention("money", numeral.outer_first, last, numeral.amount(currency), part=True)
    kind: FactKind = "count" if of or following in PEOPLE_VERBS else "number"
    return Mention(
        kind,
        numeral.outer_first,
        max(numeral.last, numeral.outer_last),
        numeral.amount(),
        of,
        part=_is_part(page, numeral),
    )


def _of_group(page: Page, numeral: Numeral) -> tuple[str, ...]:
    """ "A family of five", "a mother of four": people, and children. Of a town's people nothing happened to anybody."""
    at = numeral.outer_first - 2 if numeral.outer_first > 1 and page.lower[numeral.outer_first - 1] == "of" else -1
    word = lemma(page.lower[at]) if at >= 0 else ""
    if word in PARENTS:
        return ("grandchild",) if word.startswith("grand") else ("child",)
    return ("person",) if word in GROUPS and page.words[at][0].islower() else ()


def _rate(page: Page, numeral: Numeral, of: tuple[str, ...], head: int) -> Mention | None:
    """ "3,000 tests per day", "20 a week": so many in a time, which is no count of them."""
    end = head if of else numeral.last
    if end + 2 >= len(page) or page.lower[end + 1] not in RATES:
        return None
    noun = noun_unit(" ".join(of)) if of else unit("count")
    value, last = rate_at(page, noun, end)
    if last == end or not is_time_rate(value):
        return None
    return Mention("quantity", numeral.outer_first, max(numeral.last, numeral.outer_last), numeral.amount(value), of)


def _is_part(page: Page, numeral: Numeral) -> bool:
    """ "three of them", "one of the houses", "four out of 13"; not "dozens of houses", "the 540 of 2017"."""
    at = numeral.last + 1
    at += at < len(page) and page.lower[at] in BEFORE_OF
    if page.lower[at : at + 1] != ["of"] or at + 1 == len(page):
        return False
    whole = page.lower[at + 1]
    told = numeral.first > 0 and page.lower[numeral.first - 1] == "the" and whole != "them"
    return not told and is_whole(whole)


def _is_pronoun(page: Page, numeral: Numeral, of: tuple[str, ...]) -> bool:
    """ "no one", "one of the", "one is", "one another"."""
    if page.lower[numeral.first] != "one" or numeral.first != numeral.last:
        return False
    before = page.lower[numeral.first - 1] if numeral.first else ""
    after = page.lower[numeral.last + 1] if numeral.last + 1 < len(page) else ""
    if after == "of":
        return not of
    if before in ("including", "within"):  # "three bombs, including one near the school"; "they pulled within one"
        return False
    once = before == "at" and after in ("point", "time", "stage")
    return once or before in PRONOUN_ONE_BEFORE or after in ("another", "'", "’", "day") or not of
