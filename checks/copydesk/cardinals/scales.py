"""What multiplies a number: the scale word behind it (million, lakh, dozen) or the letter that the press joins to
digits (1.2m, 8bn, 300k)."""

from decimal import Decimal

from copydesk.amounts import ONE
from copydesk.lexicon.currencies import SIGNS
from copydesk.lexicon.nouns import singular
from copydesk.lexicon.numbers import CURRENCY_SIGNS, DASHES, MULTIPLES, PLAIN_SUFFIXES, SUFFIXES, VAGUE
from copydesk.tokens import Page

SCALES_BEHIND = {**MULTIPLES, **{word: n for word, n in VAGUE.items() if n and word not in ("tens", "scores")}}
# "1.2m people" are millions, "400m hurdles" and "1.2m tall" metres.
METRE_WORDS = frozenset(
    "tall long wide high deep away apart thick sprint relay dash race hurdles final freestyle butterfly backstroke breaststroke medley from"
    " above below x by north south east west sq square run runner race event individual swim track pool".split()
)
COMPARING = frozenset("from to against versus than with".split())
COMPARED = frozenset("short more fewer less up down lower higher".split())
SIBLING = 16
CURRENCY_CODES = frozenset({*SIGNS, "US", "HK", "NT", "NZ"})


def scales(page: Page, first: int, last: int) -> tuple[Decimal, int, bool]:
    """The scale words and suffixes behind the number that ends at `last`: their product, their last token, was there
    one?"""
    scale, lower, n = ONE, page.lower, len(page.lower)
    while last + 1 < n:
        at = last + 1
        if lower[at] == "-" and page.joined(last) and page.joined(at) and at + 1 < n and lower[at + 1] in MULTIPLES:
            at += 1
        word = lower[at]
        if word in SUFFIXES and scale == ONE:
            if not _suffix_counts(page, first, last, at):
                break
            return Decimal(SUFFIXES[word]), at, True
        if (
            word not in SCALES_BEHIND
            or (word == "hundred" and scale != ONE)
            or (word == "dozen" and page.lower[at - 1] == "a")
        ):
            break
        scale, last = scale * SCALES_BEHIND[word], at
    return scale, last, scale != ONE


# "1.9m standard containers": what is said of things that are counted, and of no lengths.
OF_MANY = frozenset(
    "standard new extra additional active regular paying registered annual international foreign domestic overseas".split()
)


def _suffix_counts(page: Page, first: int, last: int, at: int) -> bool:
    """Is the letter behind the digits a scale, and not a unit?"""
    word, lower = page.lower[at], page.lower
    if word in PLAIN_SUFFIXES:
        return True
    if (
        first
        and page.joined(first - 1)
        and page.words[first - 1].isalpha()
        and page.words[first - 1] not in CURRENCY_CODES
    ):
        return False  # HD20945b
    joined, money = page.joined(last), _after_currency(page, first)
    if money:
        return word in ("m", "b", "k", "t", "mil", "mm", "cr") and (joined or word not in ("k", "t"))
    if word == "cr":
        return money
    following = lower[at + 1] if at + 1 < len(lower) else ""
    if not joined:
        return word == "b" and page.words[at] == "B" and following.isalpha()
    if word == "k":
        return following not in ("race", "run", "walk", "resolution") and not (
            at + 1 < len(lower) and page.joined(at) and following not in ".,;:)-+\"'’”$€£%"
        )
    if word in ("b", "mil") and page.words[at].islower():
        return following not in ("/", "per")
    if word in ("m", "b", "mil"):
        behind = lower[at + 2] if following in OF_MANY and at + 2 < len(lower) else following
        people = following not in METRE_WORDS and (
            singular(behind) is not None or following == "of" and not _is_measured(lower, first)
        )
        return people or page.words[at] in ("M", "B") and word != "mil" or _like_its_sibling(page, first, at)
    return False


def _is_measured(lower: list[str], first: int) -> bool:
    """ "Within 5m of the edge", "the fastest 100m of the year"."""
    return first > 0 and (lower[first - 1] == "within" or lower[first - 1].endswith("est"))


def _like_its_sibling(page: Page, first: int, at: int) -> bool:
    """ "18m tonnes, from 26m", "21m passengers, 4m short of its record": the figure that it is compared with is in millions."""
    lower = page.lower
    led = lower[first - 1 - (lower[first - 1] == "the")] if first > 1 else ""  # "fewer than the 2m"
    if led not in COMPARING and COMPARED.isdisjoint(lower[at + 1 : at + 2]):
        return False
    near = (
        i for i in range(max(1, first - SIBLING), min(len(lower), at + SIBLING)) if i != at and lower[i] == lower[at]
    )
    return any(
        lower[i - 1][0].isdecimal()
        and page.joined(i - 1)
        and (_after_currency(page, i - 1) or any(singular(word) for word in lower[i + 1 : i + 3] if word.isalpha()))
        for i in near
    )


def _after_currency(page: Page, first: int) -> bool:
    """Does a currency sign or code stand before token `first`?"""
    i = first - 1
    if i >= 0 and page.lower[i] in DASHES and page.joined(i):
        i -= 1
    if i < 0:
        return False
    word = page.words[i]
    return word in CURRENCY_SIGNS or (word in CURRENCY_CODES)
