"""What a number counts: the noun phrase behind it, lemmatised, its head last. No tagger: plurals, endings and lists
of words decide."""

from copydesk.extract.figures.mention import behind
from copydesk.lexicon.nouns import (
    ADJECTIVES,
    ATTRIBUTIVE,
    NOUNS_TOO,
    PARTICIPLES,
    PASSED,
    PAST,
    PRESENT,
    STOPS,
    VERBS,
    VERBS_TOO,
    lemma,
    singular,
)
from copydesk.lexicon.numbers import DASHES, MULTIPLIERS, SCALES, SMALL, TENS
from copydesk.lexicon.unitwords import unit_at
from copydesk.numerals import TIME_UNITS, Numeral
from copydesk.tokens import Page

# A noun phrase is looked for within so many tokens.
REACH = 9
# "Half the pupils", "12 of the 30 pupils": before the noun.
HALVED = frozenset("the its their his her our your my those these all".split())
DETERMINERS = HALVED | frozenset(
    "several dozens hundreds thousands many few most them about last past first next previous".split()
)
# "200,000 confirmed deaths": part of what is counted. "Nine injured people", "nine of the dead": a role, which stands apart.
SUFFERED = frozenset("dead confirmed convicted dismissed suspected".split())
BEFALLEN = frozenset("injured wounded missing displaced detained infected homeless rescued".split())
SUFFERERS = frozenset("dead injured wounded missing homeless displaced detained arrested".split())
PERIODS = frozenset("last next past previous this".split())
NUMBERS = frozenset({*SCALES, *SMALL, *TENS, "-", "dozen", "hundred"})
MANNERS = frozenset(
    "last next previous late early strong overall elsewhere abroad overseas citywide countywide nationwide statewide countrywide worldwide altogether total each apiece respectively so straight or nil worth".split()
)
NO_NOUNS = VERBS | PARTICIPLES | MANNERS
PLAIN_ADJECTIVES = frozenset(ADJECTIVES.values())
# "An hour or two", "another pick or two".
FEW = 3
OFFICES = frozenset("department force service federation union academy".split())
# So many words name the maker and the model.
NAME = 3
ONE_BEFORE = frozenset({"a", "an", "another"})
# "One of the big four banks": no next figure.
LEADERS = frozenset({"big", "top"})
NOT_ENDINGS = ("ly", "ed", "ing")
# "Nine out of 13 jurors", "17 more of the schools", "the ten most popular names", "five much-needed beds".
BEFORE_OF = frozenset({"out", "more", "others"})
DEGREES = frozenset({"most", "least"})
# Two of 'six "ghost" ships'; they are read over.
QUOTES = frozenset("\" “ ” ‘ ` '".split())


def counted(page: Page, numeral: Numeral) -> tuple[tuple[str, ...], int]:
    """What the number counts, lemmatised with the head last, and the token of the head."""
    at = behind(page, numeral)
    if at < 0:
        return (), -1
    lower, n = page.lower, len(page)
    if numeral.last - numeral.first == 3 and lower[numeral.first + 2] == "in":  # one job in ten
        return (lemma(lower[numeral.first + 1]),), -1
    if at == numeral.last + 2 and lower[at - 1] in DASHES:
        return _compound(page, at)
    if lower[at - 1] == "of":
        at -= 1
    elif lower[at] in BEFORE_OF and lower[at + 1 : at + 2] == ["of"]:
        at += 1
    if lower[at] in HALVED and (numeral.high < 1 or lower[numeral.last] in MULTIPLIERS):  # half the delegates
        at -= 1
    elif lower[at] != "of" or at + 1 == n or not (is_whole(lower[at + 1]) or _is_part(numeral) or numeral.high == 1):
        phrase = _phrase(page, at, one=numeral.low == numeral.high == 1)
        return phrase if phrase[0] else (_before_or(page, numeral), -1)
    return _divided(page, numeral, at + 1)


def _divided(page: Page, numeral: Numeral, at: int) -> tuple[tuple[str, ...], int]:
    """What so many are of, from the token behind "of": "12 of the 30 pupils", "a third of the vote", "nine of the dead"."""
    lower, n = page.lower, len(page)
    start = at + (lower[at] == "the")
    period = lower[start : start + 2]
    if period and period[0] in PERIODS and period[-1] in TIME_UNITS and singular(period[-1]) is None:
        return (), -1  # "more than the 900 of last year"
    while at < n and _measure(page, at) == at and (is_whole(lower[at]) or _owns_many(page, at)):
        at += 1
    if at < n and lower[at] in SUFFERERS and lower[at - 1] == "the":
        return ("person",), at
    parts = _phrase(page, at, one=False)
    plural = parts[0] and singular(lower[parts[1]]) is not None
    return parts if plural or numeral.high >= 1 else _mass(page, at)


def is_whole(word: str) -> bool:
    """May it stand between "of" and what so many are of: "12 of the 30 pupils", "four of nine judges"?"""
    return word in DETERMINERS or word[0].isdecimal() or word in NUMBERS


def _owns_many(page: Page, at: int) -> bool:
    """ "Three of the nation's 47 prefectures"."""
    owner = page.lower[at].endswith(("'s", "’s"))
    return owner and at + 1 < len(page) and is_whole(page.lower[at + 1])


def _is_part(numeral: Numeral) -> bool:
    """ "Dozens of", "a third of": with a noun right behind."""
    return numeral.form == "vague" or numeral.low != int(numeral.low)


def _mass(page: Page, at: int) -> tuple[tuple[str, ...], int]:
    """ "A third of the population": what is divided need be no plural."""
    phrase, last = _phrase(page, at, one=True) if at < len(page) else ((), -1)
    named = phrase and len(phrase[-1]) > 2 and phrase[-1] not in PLAIN_ADJECTIVES
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
    if at + 1 < len(lower) and lower[at] in SMALL and lower[at + 1] in TIME_UNITS:
        return (), -1  # "47 minutes, compared with 29 two years ago"
    if lower[at : at + 1] == ["s"] and at and lower[at - 1][0].isdecimal() and page.joined(at - 1):
        return (), -1  # "a third of 18-24s"
    if names_many(page, at) and lower[at][0].isdecimal():
        return (f"{lower[at]}-{lemma(lower[at + 2])}",), at + 2
    end = min(len(lower), at + REACH)
    phrase: list[str] = []
    i = at
    while i < end and not (i > at and page.text[page.ends[i - 1]] in "\n\r"):
        word, passed = lower[i], _passed(page, i, phrase, one)
        if passed > i:
            i = passed
            continue
        if phrase and word == "-" and _links(page, i):
            i += 1
            word = f"{phrase.pop()}-{lower[i]}"  # gas-only, tractor-trailers
        elif (phrase and word in SMALL and phrase[-1] not in LEADERS and lower[i + 1 : i + 2] != ["-"]) or not (
            _goes_on(word, phrase)
            or (word in SUFFERED and _before_plural(lower, i))
            or (word in STOPS and _begins_compound(page, i))
            or (words[i] == "US" and i + 1 < end and lower[i + 1] not in STOPS)
        ):
            break
        name = singular(word) or _acronyms(words[i])
        if name is not None and name != word and one and phrase and word not in ATTRIBUTIVE:
            break
        if name is not None and not one and not _is_attribute(lower, i, name):
            return (*phrase, name), i
        phrase.append(ADJECTIVES.get(word) or word)
        i += 1
    if one:
        verb = len(phrase) == 1 and _is_verb(phrase[0], lower[i] if i < end else "")
        return ((), -1) if verb or not phrase else (tuple(phrase[: _singular_end(phrase)]), i - 1)
    if phrase and (shared := _shared(page, i)):
        return (*phrase, shared), -1
    plain = phrase and words[at][0].islower() and _may_be_noun(phrase[0])
    return ((phrase[0],), at) if plain else ((), -1)


def names_many(page: Page, at: int) -> bool:
    """ "3-pointers", "20-somethings": a plural that a hyphen joins to the digits at `at` is named by them, not counted."""
    if page.words[at + 1 : at + 2] != ["-"] or not page.joined(at) or not _links(page, at + 1):
        return False
    word = page.words[at + 2]
    return word.islower() and singular(word) is not None and unit_at(page, at + 2, joined=False) is None


def _shared(page: Page, at: int) -> str:
    """The noun of "14 active and three dormant volcanoes", from the token behind *active*; empty where nothing is shared."""
    lower = page.lower
    if lower[at : at + 1] not in (["and"], ["or"], ["but"]) or at + 2 >= len(lower):
        return ""
    if not (lower[at + 1][0].isdecimal() or lower[at + 1] in SMALL) or lower[at + 2] in STOPS:
        return ""
    phrase, last = _phrase(page, at + 2, one=False)
    return phrase[-1] if len(phrase) > 1 and last > at + 2 else ""


def _begins_compound(page: Page, i: int) -> bool:
    """ "Off-duty", "much-needed": a small word that a hyphen joins to the next one."""
    return page.lower[i + 1 : i + 2] == ["-"] and page.joined(i) and _links(page, i + 1)


def _passed(page: Page, i: int, phrase: list[str], one: bool) -> int:
    """The token behind what is read over at token i: adverbs, owners (with whom the phrase begins anew), quotation marks, measures,
    what links modifiers; i itself where there is nothing of the kind."""
    word = page.lower[i]
    if word.endswith(("'s", "’s")):
        phrase.clear()
        return i + 1
    if word.endswith("ly") or (word in PASSED and not phrase) or _is_quote(page, i):
        return i + 1
    if word in DEGREES and not phrase and _before_plural(page.lower, i + 1):
        return i + 1
    if word in BEFALLEN and not phrase and not one and _before_plural(page.lower, i):
        return i + 1
    if word == "so" and page.lower[i + 1 : i + 3] == ["-", "called"]:
        return i + 3
    if not phrase:
        measured = _measure(page, i)
        return measured if measured > i else _model(page, i)
    linked = (word == "and" and _links(page, i)) or (not one and _coordinates(page, i))
    return i + linked


def _goes_on(word: str, phrase: list[str]) -> bool:
    """May a noun phrase go on with this word?"""
    if not word[0].isalpha() or word in STOPS or word.endswith(("n't", "n’t")):
        return False
    return word not in VERBS_TOO if phrase else word not in VERBS


def _before_plural(lower: list[str], i: int) -> bool:
    """ "200,000 confirmed deaths", "two convicted bank robbers": does a plural stand behind the participle?"""
    return any(singular(word) for word in lower[i + 1 : i + 3])


def _may_be_noun(word: str) -> bool:
    """May a word that is no plural be what is counted ("two offspring")?"""
    no_noun = word in ADJECTIVES or word in PLAIN_ADJECTIVES or word in NO_NOUNS or word in PRESENT
    return not (no_noun or word.endswith(NOT_ENDINGS))


def _measure(page: Page, at: int) -> int:
    """Where "50-gallon" of "ten 50-gallon drums", or "9 liter" of "two 9 liter cases", ends; `at` where there is none."""
    if not page.lower[at][0].isdecimal():
        return at
    unit = at + 1 + (page.lower[at + 1 : at + 2] == ["-"] and page.joined(at) and page.joined(at + 1))
    found = unit_at(page, unit, joined=False) if unit + 1 < len(page) else None
    if found is not None:
        end = found[1] + 1 + (page.lower[found[1] + 1 : found[1] + 2] == ["-"])
        return end + (page.lower[end : end + 1] == ["old"])
    return unit + 1 if unit == at + 2 and unit < len(page) and page.lower[unit].isalpha() else at


def _model(page: Page, i: int) -> int:
    """Where the name of "30 A320 jets", "12 Boeing 737 planes", "six F-16 fighters" ends; `i` where there is none."""
    words, at = page.words, i
    while at < len(page) and at < i + NAME and words[at][0].isupper() and words[at].isalpha():
        at += 1
    at += at > i and words[at : at + 1] == ["-"]
    if at == i or at + 1 >= len(page) or not words[at].isdecimal():
        return i
    return at + 1 if singular(page.lower[at + 1]) is not None else i


def _is_quote(page: Page, i: int) -> bool:
    """A quotation mark, which is no genitive's."""
    return page.lower[i] in QUOTES and not (page.joined(i - 1) and page.lower[i + 1 : i + 2] == ["s"])


def _is_verb(word: str, following: str) -> bool:
    """ "One closed higher", "one earning 6 percent", "one built in 1936"; not "one building", "one seed"."""
    irregular = word in (PAST | PARTICIPLES) and word not in NOUNS_TOO
    return (
        irregular
        or (word.endswith("ed") and not word.endswith("eed") and len(word) > 4)
        or (word.endswith("ing") and following[:1].isdecimal())
    )


def _is_attribute(lower: list[str], i: int, name: str) -> bool:
    """Does a plural stand before the noun, as in "sports events" and "police officers"?"""
    if i + 1 >= len(lower) or (lower[i] not in ATTRIBUTIVE and name != lower[i]):
        return False
    if lower[i + 1] in OFFICES:  # police department officers
        return i + 2 < len(lower) and singular(lower[i + 2]) is not None
    return singular(lower[i + 1]) is not None and lower[i + 1] not in VERBS_TOO


def _links(page: Page, i: int) -> bool:
    """Does a hyphen, or the "and" between two names, hold a phrase together at token i?"""
    lower, words = page.lower, page.words
    if i + 1 >= len(lower):
        return False
    if lower[i] == "-":
        return page.joined(i - 1) and page.joined(i) and lower[i + 1][0].isalpha()
    return lower[i] == "and" and words[i - 1][0].isupper() and words[i + 1][0].isupper()


def _coordinates(page: Page, i: int) -> bool:
    """Does the "and", the "or" or the comma at token i stand between two modifiers of one plural: "male and female baboons", "young,
    farmed crocodiles"?"""
    lower = page.lower
    if lower[i] not in ("and", "or", ",") or i + 2 >= len(lower) or not lower[i + 1].isalpha() or lower[i + 1] in STOPS:
        return False
    modifier = singular(lower[i + 1]) is None and (lower[i] == "or" or lower[i + 1] not in NO_NOUNS)
    return modifier and singular(lower[i + 2]) is not None


def _singular_end(phrase: list[str]) -> int:
    """Where "one solution that" or "one man died" ends: before a word that looks like a verb."""
    for i, word in enumerate(phrase[1:], 1):
        if word in VERBS or word in PAST or word.endswith(NOT_ENDINGS):
            return i
    return len(phrase)
