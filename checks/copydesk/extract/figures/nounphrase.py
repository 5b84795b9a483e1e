"""What a number counts: the noun phrase behind it, lemmatised, its head last. No tagger: plurals, endings and lists
of words decide."""

from copydesk.extract.figures.mention import behind
from copydesk.lexicon.nouns import (
    ADJECTIVES,
    ATTRIBUTIVE,
    PARTICIPLES,
    PASSED,
    STOPS,
    VERBS,
    VERBS_TOO,
    lemma,
    singular,
)
from copydesk.lexicon.numbers import DASHES, SCALES, SMALL, TENS
from copydesk.lexicon.unitwords import unit_at
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# A noun phrase is looked for within so many tokens.
REACH = 9
# "12 of the 30 pupils": between "of" and the noun.
DETERMINERS = frozenset("the most its their his her our your my those these them all about".split())
NUMBERS = frozenset({*SCALES, *SMALL, *TENS, "-", "dozen", "hundred"})
NO_NOUNS = (
    VERBS
    | PARTICIPLES
    | frozenset("last next previous late early strong overall total each apiece respectively so straight or".split())
)
# "An hour or two", "another pick or two".
FEW = 3
ONE_BEFORE = frozenset({"a", "an", "another"})
NOT_ENDINGS = ("ly", "ed", "ing")
# Two of 'six "ghost" ships'; they are read over.
QUOTES = frozenset("\" “ ” ‘ ` '".split())


def counted(page: Page, numeral: Numeral) -> tuple[tuple[str, ...], int]:
    """What the number counts, lemmatised with the head last, and the token of the head."""
    at = behind(page, numeral)
    if at < 0:
        return (), -1
    lower, n = page.lower, len(page)
    if at == numeral.last + 2 and lower[at - 1] in DASHES:
        return _compound(page, at)
    if lower[at - 1] == "of":
        at -= 1
    if lower[at] == "of" and at + 1 < n and (is_whole(lower[at + 1]) or _is_part(numeral)):
        at += 1
        while at < n and is_whole(lower[at]) and _measure(page, at) == at:
            at += 1
        parts = _phrase(page, at, one=False)
        return parts if parts[0] or numeral.high >= 1 else _mass(page, at)
    phrase = _phrase(page, at, one=numeral.low == numeral.high == 1)
    return phrase if phrase[0] else (_before_or(page, numeral), -1)


def is_whole(word: str) -> bool:
    """May it stand between "of" and what so many are of: "12 of the 30 pupils", "four of nine judges"?"""
    return word in DETERMINERS or word[0].isdecimal() or word in NUMBERS


def _is_part(numeral: Numeral) -> bool:
    """ "Dozens of", "a third of": with a noun right behind."""
    return numeral.form == "vague" or numeral.low != int(numeral.low)


def _mass(page: Page, at: int) -> tuple[tuple[str, ...], int]:
    """ "A third of the population": what is divided need be no plural."""
    phrase, last = _phrase(page, at, one=True) if at < len(page) else ((), -1)
    named = phrase and len(phrase[-1]) > 2 and phrase[-1] not in ADJECTIVES.values()
    return (phrase, last) if named else ((), -1)


def _before_or(page: Page, numeral: Numeral) -> tuple[str, ...]:
    """ "A chance or two": the noun before them."""
    at = numeral.first - 2
    if numeral.high > FEW or at < 1 or page.lower[at + 1] != "or" or page.lower[at - 1] not in ONE_BEFORE:
        return ()
    return (lemma(page.lower[at]),) if page.lower[at].isalpha() else ()


def _compound(page: Page, at: int) -> tuple[tuple[str, ...], int]:
    """ "six-story", "three-judge panel": the noun behind the hyphen; "25,000-strong workforce": who are so many."""
    word = page.lower[at]
    if word == "strong":
        return _phrase(page, at + 1, one=True) if at + 1 < len(page) else ((), -1)
    if not word.isalpha() or word in STOPS:
        return (), -1
    return (lemma(word),), at


def _acronyms(word: str) -> str | None:
    """The singular of "MPs", "TDs"; None for any other word."""
    return word[:-1].lower() if len(word) > 2 and word[-1] == "s" and word[:-1].isupper() and word.isalpha() else None


def _phrase(page: Page, at: int, one: bool) -> tuple[tuple[str, ...], int]:
    """The noun phrase at token `at`, up to its first plural (its last word before a stop, for one thing)."""
    lower, words = page.lower, page.words
    end = min(len(lower), at + REACH)
    phrase: list[str] = []
    i = at
    while i < end:
        word = lower[i]
        if i > at and page.text[page.ends[i - 1]] in "\n\r":
            break
        if word == "so" and lower[i + 1 : i + 3] == ["-", "called"]:
            i += 3
            continue
        if (word in PASSED and not phrase) or word.endswith(("ly", "'s", "’s")):
            phrase = phrase if word.endswith("ly") else []
            i += 1
            continue
        if (passed := i + _is_quote(page, i) if phrase else max(_measure(page, i), i + _is_quote(page, i))) > i:
            i = passed
            continue
        if phrase and _links(page, i):
            if word == "-":
                phrase[-1] += "-" + lower[i + 1]  # gas-only
            i += 2 if word == "-" else 1
            continue
        if (
            not word[0].isalpha()
            or word in STOPS
            or word.endswith(("n't", "n’t"))
            or (word in VERBS and not phrase)
            or (word in VERBS_TOO and phrase)
        ):
            break
        name = singular(word) or _acronyms(words[i])
        if name is not None and name != word and one and phrase and word not in ATTRIBUTIVE:
            break
        if name is not None and not one and not _is_attribute(lower, i, name):
            return (*phrase, name), i
        phrase.append(ADJECTIVES.get(word) or word)
        i += 1
    if not phrase:
        return (), -1
    if one:
        return (
            ((), -1)
            if len(phrase) == 1 and _is_verb(phrase[0], lower[i] if i < end else "")
            else (tuple(phrase[: _singular_end(phrase)]), i - 1)
        )
    plain = (
        words[at][0].islower()
        and lower[at] not in ADJECTIVES
        and phrase[0] not in NO_NOUNS
        and not phrase[0].endswith(NOT_ENDINGS)
    )
    return ((phrase[0],), at) if plain else ((), -1)


def _measure(page: Page, at: int) -> int:
    """Where "50-gallon" of "ten 50-gallon drums", or "9 liter" of "two 9 liter cases", ends; `at` where there is none."""
    if not page.lower[at][0].isdecimal():
        return at
    unit = at + 1 + (page.lower[at + 1 : at + 2] == ["-"] and page.joined(at) and page.joined(at + 1))
    found = unit_at(page, unit, joined=False) if unit + 1 < len(page) else None
    if found is not None:
        return found[1] + 1 + (page.lower[found[1] + 1 : found[1] + 2] == ["-"])
    return unit + 1 if unit == at + 2 and unit < len(page) and page.lower[unit].isalpha() else at


def _is_quote(page: Page, i: int) -> bool:
    """A quotation mark, which is no genitive's."""
    return page.lower[i] in QUOTES and not (page.joined(i - 1) and page.lower[i + 1 : i + 2] == ["s"])


def _is_verb(word: str, following: str) -> bool:
    """ "One closed higher", "one earning 6 percent"; not "one building", "one seed"."""
    return (word.endswith("ed") and not word.endswith("eed") and len(word) > 4) or (
        word.endswith("ing") and following[:1].isdecimal()
    )


def _is_attribute(lower: list[str], i: int, name: str) -> bool:
    """Does a plural stand before the noun, as in "sports events" and "police officers"?"""
    if i + 1 >= len(lower) or (lower[i] not in ATTRIBUTIVE and name != lower[i]):
        return False
    return singular(lower[i + 1]) is not None and lower[i + 1] not in VERBS_TOO


def _links(page: Page, i: int) -> bool:
    """Does a hyphen, or the "and" between two names, hold a phrase together at token i?"""
    lower, words = page.lower, page.words
    if i + 1 >= len(lower):
        return False
    if lower[i] == "-":
        return page.joined(i - 1) and page.joined(i) and lower[i + 1][0].isalpha()
    return lower[i] == "and" and words[i - 1][0].isupper() and words[i + 1][0].isupper()


def _singular_end(phrase: list[str]) -> int:
    """Where "one solution that" or "one man died" ends: before a word that looks like a verb."""
    for i, word in enumerate(phrase[1:], 1):
        if word in VERBS or word.endswith(NOT_ENDINGS):
            return i
    return len(phrase)
