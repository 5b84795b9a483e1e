"""Numbers that are no figures: years, clock digits, labels, model and phone numbers, addresses, names, list numbers."""

from copydesk.extract.figures.chain import behind_stem, cited, dialled, glued
from copydesk.lexicon.calendar import WEEKDAYS
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
from copydesk.lexicon.roles import TRANSITIVE
from copydesk.numerals import Numeral
from copydesk.tokens import Page

OPENING = frozenset("( [ \" “ ‘ ' — – : ; . ! ? …".split())
EMERGENCY = "911"
# The words of an address behind its number, one more than there may be.
ADDRESS = 5
YEARS = range(1000, 2200)
QUOTES = frozenset("\" “ ” ‘ ’ '".split())
# A title in quotation marks has at most so many tokens.
TITLE = 6
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
    if _titled(page, numeral):
        return True
    if numeral.form != "digits":
        return _named_in_words(page, numeral) or after_label(page, numeral) or behind_stem(page, numeral.first)
    return (
        glued(page, numeral)
        or _is_year(page, numeral)
        or cited(page, numeral)
        or after_label(page, numeral)
        or _after_name(page, numeral)
        or _list_number(page, numeral)
        or dialled(page, numeral)
        or address(page, numeral)
        or _is_model(page, numeral)
        or page.words[numeral.first] == EMERGENCY
        or _tally(page, numeral)
        or _youth_team(page, numeral)
        or page.lower[numeral.last + 1 : numeral.last + 3] == ["block", "of"]
    )


def _titled(page: Page, numeral: Numeral) -> bool:
    """ "30 Rock", "12 Angry Men", "Ocean's Eleven": a title in quotation marks, each longer word with a capital."""
    words, first, last = page.words, numeral.first, numeral.last
    if page.vocabulary.isdisjoint(QUOTES):
        return False
    start = next((i for i in range(first - 1, max(-1, first - TITLE), -1) if words[i] in QUOTES), -1)
    end = next((i for i in range(last + 1, min(len(words), last + TITLE)) if words[i] in QUOTES), -1)
    if start < 0 or end < 0 or not page.joined(start) or end - start - 1 > TITLE:
        return False
    title = [word for word in words[start + 1 : end] if word[0].isalpha()]
    if any(word in ".,!?" for word in words[start + 1 : end]) or len(title) < 1 + (numeral.form == "words"):
        return False
    return all(word[0].isupper() or len(word) < 4 for word in title) and title[-1][0].isupper()


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
    if i < 0 or numeral.outer_first != numeral.first:
        return False
    digits = numeral.form == "digits" or (numeral.form == "mixed" and len(page.words[numeral.last]) == 1)  # Room 12B
    head = i
    while digits and head > 1 and lower[head] in LISTED and lower[head - 1].isdecimal():
        head -= 2  # rooms 5, 6 and 7; part 2 of 3
    if head < i:
        word = lemma(lower[head]) if head >= 0 else ""
        return (word != lower[head] or lower[i] == "of") and (word in ALWAYS or word in CAPITALISED or word in STUDIED)
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
    if page.words[i][0].isupper() and (digits or page.words[numeral.first][0].isupper()):
        return True
    at = numeral.last + 1
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


def _after_name(page: Page, numeral: Numeral) -> bool:
    """ "Airbus 320", "Windows 10", "Super Bowl 50": digits right behind a name, and nothing that they could count
    behind them."""
    i = numeral.first - 1
    if i < 0 or numeral.outer_first != numeral.first or numeral.first != numeral.last:
        return False
    word = page.words[i]
    if word.isupper() and not _all_capitals(page, i):
        return False  # where all is in capitals they mark no names
    quoted = i > 0 and page.words[i - 1] in '"“' and page.words[numeral.last + 1 : numeral.last + 2] in (['"'], ["”"])
    if quoted and word[0].isupper():
        return True
    if not word[0].isupper() or not word[0].isalpha() or not page.words[numeral.first].isdecimal():
        return word == "#"
    if page.lower[i] in WEEKDAYS or page.lower[i] in TRANSITIVE:  # "on Saturday 110 were waiting", "Crash Kills 13"
        return False
    if _sentence_start(page, i):  # "News 12 is told"
        return numeral.low > 1 and page.lower[numeral.last + 1 : numeral.last + 2] in (["is"], ["was"], ["has"])
    at = numeral.last + 1
    if at >= len(page):
        return True
    following = page.lower[at]
    if page.words[at][0].isupper():
        return True
    return singular(following) is None and not (
        at + 1 < len(page) and singular(page.lower[at + 1]) and following.isalpha()
    )


def _sentence_start(page: Page, i: int) -> bool:
    return i == 0 or page.words[i - 1] in OPENING or "\n" in page.text[page.ends[i - 1] : page.starts[i]]


def _list_number(page: Page, numeral: Numeral) -> bool:
    """ "1." or "2)" at the head of a line."""
    first, last = numeral.first, numeral.last
    if first != last or last + 1 >= len(page) or not page.words[first].isdecimal() or len(page.words[first]) > 2:
        return False
    before = page.text[: page.starts[first]].rstrip(" ")[-1:] if first else "\n"
    if page.words[last + 1] in (".", ")") and before in ("\n", "") and last + 2 < len(page):
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


def _named_in_words(page: Page, numeral: Numeral) -> bool:
    """ "Big Ten", "Three Mile Island": a capital in mid-sentence."""
    i, n = numeral.first, len(page)
    word = page.words[i]
    if not word[0].isupper() or i == 0 or word.isupper():
        return False
    before = page.words[i - 1]
    if _sentence_start(page, i) or before in (",", "-", "”", "’") or before.lower() in TRANSITIVE:
        return False
    following = page.words[numeral.last + 1] if numeral.last + 1 < n else "."
    if before[0].isupper():
        return not following[0].isupper() and singular(following.lower()) is None or _all_capitals(page, i)
    return following[0].isupper()


def _all_capitals(page: Page, i: int) -> bool:
    """A name in running text: words in lower case stand around it (in a headline all have capitals)."""
    around = [word for word in page.words[max(0, i - 12) : i + 12] if word.isalpha() and len(word) > 3]
    return sum(word[0].islower() for word in around) >= 2
