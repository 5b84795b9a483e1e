"""Money: by sign or code before the number, by name or sign behind it."""

from itertools import takewhile

from copydesk.amounts import Unit
from copydesk.extract.figures.mention import Mention, Unitary
from copydesk.lexicon.currencies import SIGNS
from copydesk.lexicon.numbers import DASHES
from copydesk.lexicon.units import SHARED_NAMES, is_money, unit
from copydesk.lexicon.unitwords import rate_at
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# What may stand before a dollar sign, and which dollar it makes.
DOLLARS = {
    "us": "US$", "u.s.": "US$", "a": "A$", "au": "A$", "aus": "A$", "c": "C$", "ca": "C$", "can": "C$", "cdn": "C$", "nz": "NZ$", "hk": "HK$", "s": "S$",
    "nt": "NT$", "r": "R$", "z": "Z$", "j": "J$", "mx": "MX$", "mex": "MX$", "aud": "A$", "usd": "US$", "cad": "C$", "nzd": "NZ$", "hkd": "HK$", "sgd": "S$",
}  # fmt: skip
# The same behind the sign: "$US55m".
AFTER_DOLLAR = {"US": "US$", "A": "A$", "AU": "A$", "NZ": "NZ$", "HK": "HK$", "C": "C$", "CAN": "C$", "S": "S$"}
# Nothing but these leads to a currency before a number.
LEADING = frozenset({*SIGNS, *AFTER_DOLLAR, *DASHES, "."})
# Codes of one or two letters are read only where they touch the number.
SHORT_CODES = frozenset({"R", "DM", "PS", "Tk", "Dh", "Rp"})
# "$5 Canadian": the nation behind the number.
NATIONS = {"canadian": "canadian dollar", "australian": "australian dollar", "u.s": "united states dollar", "us": "united states dollar", "u.s.": "united states dollar",
           "american": "united states dollar", "nz": "new zealand dollar", "cdn": "canadian dollar"}  # fmt: skip
SIGNS_BEHIND = frozenset("€ £ ¥ ₹ $ ¢ 元 円 ₽ ₩ ₪ ₺ ₴ ₦ ₱ ฿ ₫ ₸".split())
PAID = frozenset(
    "pay pays paid paying owe owes owed cost costs costing price prices priced fine fines fined spend spends spent worth"
    " salary wage wages earn earns earned debt debts loan loans lend lent borrow borrowed fee fees bill bills bonus reward"
    " raise raises raised raising revenue turnover fare fares rent rents grant grants costly prize cash compensation damages budget grant fund funds funding invest invested donate donated tax taxes deposit"
    " bet bail ransom stolen sterling pence saved savings auction sale sold buy bought note notes".split()
)
TRADED = frozenset("change changed changing changes".split())
# "660 million crowns" of whichever of these nations the story tells; few crowns of others are gold or teeth.
CROWN, CROWNS = Unit("crown", (("crown", 1),)), frozenset({"crown", "crowns"})
WITH_CROWNS = frozenset(
    "norway norwegian oslo sweden swedish stockholm denmark danish copenhagen czech prague slovak iceland icelandic estonian".split()
)
FAR, MANY = 99, 10**4
# Signs that are labels before a small number.
OF_LARGE = frozenset({"N", "P"})
STERLING = frozenset("£ sterling pence british britain uk u.k. london gbp".split())
DOLLARS_TOLD = frozenset("$ dollar dollars u.s. u.s american".split())
EUROS_TOLD = frozenset("€ euro euros eur".split())
MASSES = frozenset(
    "thrust cargo payload haul load loads pressure weigh weighs weighed weighing weight lb lbs ounce ounces kilograms kilogram kg kilos heavy heavier lose lost gained cocaine fish beef meat".split()
)


def read(page: Page, numeral: Numeral, after: Unitary) -> Mention | None:
    before = _before(page, numeral.first)
    if before is not None and page.words[before[1]] in OF_LARGE and not _is_large(page, numeral):
        return None  # "N95 masks", "the P5 road"
    if before is not None:
        currency, first = before
        last = numeral.last
        named = _behind(page, numeral, after)
        if named is not None and is_money(named[0]):
            currency, last = (named[0] if currency.name == "dollar" or " per " in named[0].name else currency), named[1]
        else:
            currency, last = _national(page, currency, last)
            currency, last = rate_at(page, currency, last)
        return Mention(
            "money", min(first, numeral.outer_first), max(last, numeral.outer_last), numeral.amount(currency)
        )
    if after.at < 0:
        return None
    named = _behind(page, numeral, after)
    if named is None or not is_money(named[0]):
        return None
    return Mention("money", numeral.outer_first, max(named[1], numeral.outer_last), numeral.amount(named[0]))


def _is_large(page: Page, numeral: Numeral) -> bool:
    """Told in thousands or more: "P1,250", "N6 billion"?"""
    return "," in page.text[page.starts[numeral.first] : page.ends[numeral.last]] or numeral.low >= MANY


def _before(page: Page, first: int) -> tuple[Unit, int] | None:
    """The currency written before a number, and its first token."""
    i = first - 1
    words = page.words
    if i < 0 or words[i] not in LEADING:
        return None
    if words[i] in DASHES and page.joined(i):
        i -= 1
    if i >= 0 and words[i] == "." and page.joined(i - 1) and words[i - 1] in ("Rs", "Fr"):
        return unit("indian rupee" if words[i - 1] == "Rs" else "swiss franc"), i - 1
    if i > 0 and words[i] in AFTER_DOLLAR and words[i - 1] == "$" and page.joined(i - 1) and page.joined(i):
        return unit(SIGNS[AFTER_DOLLAR[words[i]]]), i - 1
    if i < 0 or words[i] not in SIGNS:
        return None
    sign = words[i]
    if sign == "$":
        prefix = DOLLARS.get(words[i - 1].lower()) if i else None
        if prefix and words[i - 1][0].isupper() and (page.joined(i - 1) or prefix == "US$"):
            return unit(SIGNS[prefix]), i - 1
        return unit("dollar"), i
    if sign.isalpha() and i and page.words[i - 1][0].isdecimal():  # "3 GBP 50 pence"
        return None
    if sign.isalpha() and (sign in SHORT_CODES or len(sign) == 1) and not page.joined(i):
        return None
    return unit(SIGNS[sign]), i


def _national(page: Page, currency: Unit, last: int) -> tuple[Unit, int]:
    if (
        currency.name == "dollar"
        and last + 1 < len(page)
        and page.lower[last + 1] in NATIONS
        and page.words[last + 1][0].isupper()
    ):
        return unit(NATIONS[page.lower[last + 1]]), last + 1
    return currency, last


def _behind(page: Page, numeral: Numeral, after: Unitary) -> tuple[Unit, int] | None:
    at, found, last = after
    if at < 0:
        return None
    word = page.words[at]
    if word in SIGNS and (len(word) > 1 or word in SIGNS_BEHIND):
        if word == "$" and page.joined(at):  # the next figure's
            return None
        return rate_at(page, unit(SIGNS[word]), at)
    if found is None:
        return rate_at(page, CROWN, at) if _are_crowns(page, numeral, at) else _foreign(page, at)
    if page.lower[at] in ("pound", "pounds") and _is_sterling(page, numeral, last):
        return rate_at(page, unit("pound sterling"), at)
    if found.name.partition(" ")[0] == "cent" and _tells_euros(page):
        return unit(f"euro {found.name}"), last
    return found, last


def _tells_euros(page: Page) -> bool:
    """A cent is the euro's where the story's money is, and a dollar's elsewhere."""
    return not EUROS_TOLD.isdisjoint(page.vocabulary) and DOLLARS_TOLD.isdisjoint(page.vocabulary)


def _are_crowns(page: Page, numeral: Numeral, at: int) -> bool:
    priced = page.lower[at + 1 : at + 2] in (["a"], ["per"], ["apiece"], ["each"])
    known = numeral.low >= MANY or priced or not WITH_CROWNS.isdisjoint(page.vocabulary)
    return known and page.lower[at] in CROWNS


def _foreign(page: Page, at: int) -> tuple[Unit, int] | None:
    """ "500 Fijian dollars": a nation and the name that many currencies share."""
    if at + 1 >= len(page) or not page.words[at][0].isupper():
        return None
    name = page.lower[at + 1].removesuffix("s")
    return (unit_named(page.lower[at], name), at + 1) if name in SHARED_NAMES else None


def unit_named(nation: str, name: str) -> Unit:
    return Unit(f"{nation} {name}", ((f"{nation} {name}", 1),))


def _is_sterling(page: Page, numeral: Numeral, last: int) -> bool:
    """Pounds are money in a British story, and where somebody pays; unless something is weighed. What stands nearest tells."""
    lower = page.lower
    if "hands" in lower[max(0, numeral.first - 3) : numeral.first] and not TRADED.isdisjoint(
        lower[max(0, numeral.first - 4) : numeral.first]
    ):
        return True  # "changed hands for 65,000 pounds"
    weighed, paid = (_away(lower, numeral.first, last, words) for words in (MASSES, PAID))
    if weighed != paid:
        return paid < weighed
    if page.joined(numeral.last) and lower[numeral.last + 1] in DASHES:  # "a 600-pound alligator"
        return numeral.low >= 10**4
    if numeral.low >= 10**6 or not STERLING.isdisjoint(page.vocabulary):
        return True
    of = lower[last + 1 : last + 2] == ["of"]  # "32,000 pounds of whatever"; elsewhere they pay in dollars
    return (
        numeral.low >= MANY
        and not of
        and DOLLARS_TOLD.isdisjoint(page.vocabulary)
        and MASSES.isdisjoint(page.vocabulary)
    )


def _away(lower: list[str], first: int, last: int, words: frozenset[str]) -> int:
    """How many tokens away from first..last the nearest of some words stands; FAR where there is none near."""
    before = takewhile(lambda i: lower[i] != ".", range(first - 1, max(-1, first - 12), -1))
    behind = takewhile(lambda i: lower[i] != ".", range(last + 1, min(len(lower), last + 8)))
    return min(
        next((first - i for i in before if lower[i] in words), FAR),
        next((i - last + 2 for i in behind if lower[i] in words), FAR),
    )
