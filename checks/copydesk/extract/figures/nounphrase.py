"""What a number counts: the noun phrase behind it, lemmatised, its head last. No tagger: plurals, endings and lists
of words decide."""

from copydesk.extract.figures.mention import behind
from copydesk.lexicon.nouns import ADJECTIVES, ATTRIBUTIVE, PASSED, STOPS, VERBS, VERBS_TOO, lemma, singular
from copydesk.lexicon.numbers import DASHES, SCALES, SMALL, TENS
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# A noun phrase is looked for within so many tokens.
REACH = 7
# "12 of the 30 pupils": between "of" and the noun.
DETERMINERS = frozenset("the most its their his her our your my those these them all about".split())
NUMBERS = frozenset({*SCALES, *SMALL, *TENS, "-", "dozen", "hundred"})
NO_NOUNS = VERBS | frozenset(
    "last next previous late early strong overall total each apiece respectively so straight or".split()
)
# "An hour or two", "another pick or two".
FEW = 3
ONE_BEFORE = frozenset({"a", "an", "another"})
NOT_ENDINGS = ("ly", "ed", "ing")


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
    if (
        lower[at] == "of"
        and at + 1 < n
        and (lower[at + 1] in DETERMINERS or numeral.form == "vague" or numeral.low != int(numeral.low))
    ):
        at += 1
        while at < n and (lower[at] in DETERMINERS or lower[at][0].isdecimal() or lower[at] in NUMBERS):
            at += 1
        return _phrase(page, at, one=False)
    phrase = _phrase(page, at, one=numeral.low == numeral.high == 1)
    return phrase if phrase[0] else (_before_or(page, numeral), -1)


def _before_or(page: Page, numeral: Numeral) -> tuple[str, ...]:
    """ "A chance or two": the noun before them."""
    at = numeral.first - 2
    if numeral.high > FEW or at < 1 or page.lower[at + 1] != "or" or page.lower[at - 1] not in ONE_BEFORE:
        return ()
    return (lemma(page.lower[at]),) if page.lower[at].isalpha() else ()


def _compound(page: Page, at: int) -> tuple[tuple[str, ...], int]:
    """ "six-story", "three-judge panel": the noun behind the hyphen."""
    word = page.lower[at]
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
        if (word in PASSED and not phrase) or word.endswith(("ly", "'s", "’s")):
            phrase = phrase if word.endswith("ly") else []
            i += 1
            continue
        if phrase and _links(page, i):
            if word == "-":
                phrase[-1] += "-" + lower[i + 1]  # gas-only
            i += 2 if word == "-" else 1
            continue
        if not word[0].isalpha() or word in STOPS or (word in VERBS and not phrase) or (word in VERBS_TOO and phrase):
            break
        name = singular(word) or _acronyms(words[i])
        if name is not None and name != word and one and phrase and word not in ATTRIBUTIVE:
            break
        if name is not None and not one and not (word in ATTRIBUTIVE and i + 1 < len(lower) and singular(lower[i + 1])):
            return (*phrase, name), i
        phrase.append(ADJECTIVES.get(word) or word)
        i += 1
    if not phrase:
        return (), -1
    if one:
        return tuple(phrase[: _singular_end(phrase)]), i - 1
    plain = words[at][0].islower() and phrase[0] not in NO_NOUNS and not phrase[0].endswith(NOT_ENDINGS)
    return ((phrase[0],), at) if plain else ((), -1)


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
