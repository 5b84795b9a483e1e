"""Numbers that are no figures: years, clock digits, labels, model and phone numbers, addresses, list numbers."""

from copydesk.extract.figures.chain import behind_stem, cited, dialled, glued
from copydesk.lexicon.labels import (
    ALWAYS,
    CAPITALISED,
    MODELS,
    NUMBERED,
    SERIES,
    STATES,
    STREETS,
    STUDIED,
)
from copydesk.lexicon.nouns import STOPS, lemma, singular
from copydesk.numerals import Numeral
from copydesk.tokens import Page

EMERGENCY = "911"
# The words of an address behind its number, one more than there may be.
ADDRESS = 5
YEARS = range(1000, 2200)
# What goes on behind a label in lower case.
LISTED = frozenset({"and", "or", ",", "to", "of"})
GOES_ON = frozenset("of in on at and to for when was is has".split())
TEAMS = frozenset(
    "side team squad international internationals game match cup championship championships final".split()
)


def is_label(page: Page, numeral: Numeral) -> bool:
    """Is it no figure at all? Asked when no unit or currency sign stands with it."""
    if numeral.form == "vague":
        return False
    if numeral.form != "digits":
        return after_label(page, numeral) or behind_stem(page, numeral.first)
    return (
        glued(page, numeral)
        or _is_year(page, numeral)
        or cited(page, numeral)
        or after_label(page, numeral)
        or _list_number(page, numeral)
        or dialled(page, numeral)
        or address(page, numeral)
        or _is_model(page, numeral)
        or page.words[numeral.first] == EMERGENCY
        or _tally(page, numeral)
        or _youth_team(page, numeral)
        or page.lower[numeral.last + 1 : numeral.last + 3] == ["block", "of"]
    )


def _youth_team(page: Page, numeral: Numeral) -> bool:
    """ "The under-21 side"."""
    if numeral.first < 2 or page.lower[numeral.first - 1] != "-" or page.lower[numeral.first - 2] != "under":
        return False
    return not TEAMS.isdisjoint(page.lower[numeral.last + 1 : numeral.last + 2])


def _is_model(page: Page, numeral: Numeral) -> bool:
    """ "A 787", "its own 787 Dreamliner", "the 8088 chip"."""
    at, digits = numeral.last + 1, page.words[numeral.first]
    following = page.words[at] if at < len(page) else "."
    if digits in MODELS:
        return following[0].isupper() or page.lower[numeral.first - 1] in ("a", "the")
    return following in NUMBERED and digits.isdecimal() and len(digits) > 2 and not _counts_plural(page, at)


def _counts_plural(page: Page, at: int) -> bool:
    """ "300 engine parts"."""
    return at + 1 < len(page) and singular(page.lower[at + 1]) is not None


def _tally(page: Page, numeral: Numeral) -> bool:
    """ "Lions: 1, Tigers: 0"."""
    i, at = numeral.first - 1, numeral.last + 1
    after = page.words[at] if at < len(page) else "."
    return i > 0 and page.words[i] == ":" and page.words[i - 1][0].isupper() and after in (",", ".", ";")


def _is_year(page: Page, numeral: Numeral) -> bool:
    word = page.words[numeral.first]
    if numeral.first != numeral.last and numeral.low == numeral.high:
        return False
    if len(word) != 4 or not word.isdecimal() or int(word) not in YEARS or numeral.bound != "=":
        return False
    at = numeral.last + 1
    if int(word) < 1700 or int(word) > 2035:
        if page.lower[at : at + 1] == ["to"] and at + 2 < len(page) and page.words[at + 1][0].isdecimal():
            return singular(page.lower[at + 2]) is None  # from 1000 to 2000 hires
        return at >= len(page) or not page.words[at][0].isalpha() or page.lower[at] in STOPS
    following = page.lower[at] if at < len(page) else "."
    return singular(following) is None or page.words[at][0].isupper()


def after_label(page: Page, numeral: Numeral) -> bool:
    i, lower = numeral.first - 1, page.lower
    if i < 0 or numeral.outer_first != numeral.first or _opens_line(page, numeral.first):
        return False
    digits = numeral.form == "digits" or (numeral.form == "mixed" and len(page.words[numeral.last]) == 1)  # Room 12B
    head = i
    while digits and head > 1 and lower[head] in LISTED and lower[head - 1].isdecimal():
        head -= 2  # rooms 5, 6 and 7; part 2 of 3
    if head < i:
        word = lemma(lower[head]) if head >= 0 else ""
        return (word != lower[head] or lower[i] == "of") and (word in ALWAYS or word in CAPITALISED or word in STUDIED)
    if lower[i - 2 : i + 1] == ["the", "group", "of"] and page.words[i - 1] == "Group":  # the Group of Seven
        return digits or page.words[numeral.first][0].isupper()
    while i > 0 and lower[i] in (".", "-", "#", "("):
        i -= 1
    word = lower[i] if lower[i] in ALWAYS else lemma(lower[i])
    if word in ALWAYS and word != "no":
        return numeral.form == "digits" or page.words[i][0].isupper() or word == "number"
    if word == "no":
        return i < numeral.first - 1 or page.words[i] == "No"
    if word == "#":
        return True
    if word in STUDIED and i == numeral.first - 1:
        return digits and _is_one(page, numeral, plural=word != lower[i])
    if word not in CAPITALISED or i != numeral.first - 1:
        return False
    at = numeral.last + 1
    if page.words[i][0].isupper() and (digits or page.words[numeral.first][0].isupper()):
        verb = word != lower[i] and at < len(page) and (singular(lower[at]) or _counts_plural(page, at))
        return not verb  # "City Plans 300 New Homes"
    at += at < len(page) and len(page.words[at]) == 1 and page.words[at].isupper() and page.joined(numeral.last)  # 12B
    if (
        lemma(lower[i]) != lower[i]
        and numeral.form == "digits"
        and lower[at : at + 1] in (["and"], ["to"], ["or"], [","])
    ):
        return True
    ends = at >= len(page) or not page.words[at][0].isalpha() or lower[at] in GOES_ON
    is_plain = numeral.form == "digits" and "," not in page.words[numeral.first]  # a hall seats 36,000
    return is_plain and ends and word in SERIES


def _is_one(page: Page, numeral: Numeral, plural: bool) -> bool:
    """ "Sample 12 was lost", "samples 12 and 13"; not "they sample 12 wines", "patients 12 and older", "samples 6 × 4 mm"."""
    following = page.lower[numeral.last + 1 : numeral.last + 3]
    if plural:
        return following[:1] in (["and"], [","]) and following[-1].isdecimal()
    return page.words[numeral.last].isdecimal() and not (following and singular(following[0]))


def _opens_line(page: Page, i: int) -> bool:
    """Does nothing stand before it but what closes another line, as a headline?"""
    broken = "\n" in page.text[page.ends[i - 1] : page.starts[i]]
    return broken and page.sentence_index(page.starts[i - 1]) != page.sentence_index(page.starts[i])


def _list_number(page: Page, numeral: Numeral) -> bool:
    """ "1." or "2)" at the head of a line."""
    first, last = numeral.first, numeral.last
    if first != last or last + 1 >= len(page) or not page.words[first].isdecimal() or len(page.words[first]) > 2:
        return False
    gap = page.text[page.ends[first - 1] : page.starts[first]].rstrip(" ") if first else "\n"
    if page.words[last + 1] in (".", ")") and gap.endswith("\n") and last + 2 < len(page):
        return page.words[last + 2][0].isupper()
    return (
        first > 0
        and page.words[first - 1] == "("
        and page.words[last + 1] == ")"
        and page.lower[first - 2 : first - 1] != ["-"]
    )


def address(page: Page, numeral: Numeral) -> bool:
    """ "1600 Pennsylvania Avenue", "Washington, DC 20500"."""
    words, last = page.words, numeral.last
    if (
        numeral.first
        and words[numeral.first - 1].lower() in STATES
        and words[numeral.first - 1].isupper()
        and len(words[last]) == 5
    ):
        return True
    if last + 1 >= len(words) or not words[last + 1][0].isupper():
        return False
    end = last + ADDRESS + 2 * (words[last + 2 : last + 3] == ["."])  # 3901 N. Main Street
    named = range(last + 1, min(end, len(words)))
    return any(words[i].lower().rstrip(".") in STREETS and words[i][0].isupper() for i in named)
