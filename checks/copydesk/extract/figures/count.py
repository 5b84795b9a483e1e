"""Counts: a number and the noun that it counts; and bare numbers."""

from copydesk.extract.figures.mention import Mention, behind
from copydesk.lexicon.nouns import ATTRIBUTIVE, PASSED, PRONOUN_ONE_BEFORE, STOPS, VERBS, lemma, singular
from copydesk.lexicon.numbers import DASHES, SCALES
from copydesk.lexicon.units import is_time_rate, noun_unit, rate_at, unit
from copydesk.model import FactKind
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# A noun phrase is looked for within so many tokens.
REACH = 7
RATES = frozenset("per a an each every".split())
# "12 of the 30 pupils": between "of" and the noun.
DETERMINERS = frozenset("the most its their his her our your my those these them all about".split())
PEOPLE_VERBS = VERBS | frozenset("others more people of who".split())


def read(page: Page, numeral: Numeral) -> Mention | None:
    """The count or bare number that a numeral is; None for the pronoun *one*."""
    of, head = counted(page, numeral)
    if numeral.low == numeral.high == 1 and numeral.form == "words" and _is_pronoun(page, numeral, of):
        return None
    rate = _rate(page, numeral, of, head)
    if rate is not None:
        return rate
    following = page.lower[numeral.last + 1] if numeral.last + 1 < len(page) else ""
    kind: FactKind = "count" if of or following in PEOPLE_VERBS else "number"
    return Mention(
        kind,
        numeral.outer_first,
        max(numeral.last, numeral.outer_last),
        numeral.amount(),
        of,
        part=following == "of" and _is_part(page, numeral),
    )


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
        while at < n and (lower[at] in DETERMINERS or lower[at][0].isdecimal() or lower[at] in SCALES):
            at += 1
        return _phrase(page, at, one=False)
    return _phrase(page, at, one=numeral.low == numeral.high == 1)


def _is_part(page: Page, numeral: Numeral) -> bool:
    """ "three of them", "one of the houses"; not "dozens of houses"."""
    return page.lower[numeral.last + 2 : numeral.last + 3] != [] and page.lower[numeral.last + 2] in DETERMINERS


def _compound(page: Page, at: int) -> tuple[tuple[str, ...], int]:
    """ "six-story", "three-judge panel": the noun behind the hyphen."""
    word = page.lower[at]
    if not word.isalpha() or word in STOPS:
        return (), -1
    return (lemma(word),), at


def _phrase(page: Page, at: int, one: bool) -> tuple[tuple[str, ...], int]:
    """The noun phrase at token `at`, up to its first plural (its last word before a stop, for one thing)."""
    lower, words, n = page.lower, page.words, len(page)
    phrase: list[str] = []
    i = at
    while i < min(n, at + REACH):
        word = lower[i]
        if word == "-" and phrase and i + 1 < n and page.joined(i - 1) and page.joined(i) and lower[i + 1][0].isalpha():
            phrase[-1] += "-" + lower[i + 1]  # gas-only
            i += 2
            continue
        if word in PASSED and not phrase:
            i += 1
            continue
        if not word[0].isalpha() or word in STOPS and word != "and" or (word in VERBS and not phrase):
            break
        if word == "and":
            if not phrase or not words[i - 1][0].isupper() or i + 1 >= n or not words[i + 1][0].isupper():
                break
            i += 1
            continue
        name = singular(word)
        if name is not None and not one and not (word in ATTRIBUTIVE and i + 1 < n and singular(lower[i + 1])):
            return (*phrase, name), i
        phrase.append(word.removesuffix("'s").removesuffix("’s"))
        i += 1
    if not phrase:
        return (), -1
    if one:
        return tuple(phrase[: _singular_end(phrase)]), i - 1
    return (
        ((phrase[0],), at)
        if words[at][0].islower() and phrase[0] not in VERBS and not phrase[0].endswith(("ly", "ed", "ing"))
        else ((), -1)
    )


def _singular_end(phrase: list[str]) -> int:
    """Where "one solution that" or "one man died" ends: before a word that looks like a verb."""
    for i, word in enumerate(phrase[1:], 1):
        if word in VERBS or word.endswith(("ed", "ing", "ly")):
            return i
    return len(phrase)


def _is_pronoun(page: Page, numeral: Numeral, of: tuple[str, ...]) -> bool:
    """ "no one", "one of the", "one is", "one another"."""
    if page.lower[numeral.first] != "one" or numeral.first != numeral.last:
        return False
    before = page.lower[numeral.first - 1] if numeral.first else ""
    after = page.lower[numeral.last + 1] if numeral.last + 1 < len(page) else ""
    if after == "of":
        return not of
    return before in PRONOUN_ONE_BEFORE or after in ("another", "'", "’", "day") or not of
