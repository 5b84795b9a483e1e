"""Digits that are a link of something longer: G7, F-16, 10:50, [13], (800) 222-0199."""

from copydesk.lexicon.labels import PREFIXES
from copydesk.lexicon.numbers import DASHES
from copydesk.numerals import Numeral
from copydesk.tokens import Page

# How many digits a telephone number has, in how many groups at most, and how an American one is grouped.
DIALLED, GROUPS, AMERICAN = range(9, 14), 5, [3, 3, 4]


def follows_letters(page: Page, numeral: Numeral) -> bool:
    """Do letters stand right before the digits ("CD40L", "4Q and 4R" behind "Fig")? Then a letter behind is no unit."""
    first = numeral.first
    if not first or not page.joined(first - 1) or numeral.form not in ("digits", "mixed"):
        return False
    if page.words[first - 1] in DASHES and first > 1 and page.joined(first - 2):
        return _is_stem(page.words[first - 2])
    return page.words[first - 1][0].isalpha()


def _is_stem(word: str) -> bool:
    """May digits behind its hyphen go with it: F-16, A-1; not sub-300, a-10?"""
    return word[0].isalpha() and (word == "A" or word.lower() not in PREFIXES)


def cited(page: Page, numeral: Numeral) -> bool:
    """ "[13]", "[5, 6]": a reference."""
    first, last, words = numeral.first, numeral.last, page.words
    for _ in range(6):
        if first < 2 or words[first - 1] not in (",", "-", "–") or not words[first - 2][0].isdecimal():
            break
        first -= 2
    for _ in range(6):
        if last + 2 >= len(words) or words[last + 1] not in (",", "-", "–") or not words[last + 2][0].isdecimal():
            break
        last += 2
    return first > 0 and words[first - 1] == "[" and last + 1 < len(words) and words[last + 1] == "]"


def glued(page: Page, numeral: Numeral) -> bool:
    """Part of a longer chain of letters, digits and signs: G7, F-16, 10:50, 9/11, 555-0199, 3D, 5G."""
    words, first, last, n = page.words, numeral.first, numeral.last, len(page)
    if first and page.joined(first - 1):
        before = words[first - 1]
        if before[0].isalpha() or before in "#_@§:/\\.":
            return True
        if behind_stem(page, first) or (
            first > 1 and before in DASHES and page.joined(first - 2) and words[first - 2][0].isdecimal()
        ):
            return True
    if last + 1 < n and page.joined(last) and numeral.outer_last == last:
        after = words[last + 1]
        if after in "'’" and words[last + 2 : last + 3] == ["s"] and words[last].endswith("0"):  # in his 20's
            return True
        if after[0].isalpha():
            return True
        if after in ":/\\_@" and last + 2 < n and page.joined(last + 1) and words[last + 2][0].isalnum():
            return True
        if after in DASHES and last + 2 < n and page.joined(last + 1) and words[last + 2][0].isdecimal():
            return True
    return False


def behind_stem(page: Page, first: int) -> bool:
    """Does a hyphen join the number to a word before it: F-16, catch-twenty-two, but not sub-300?"""
    if first < 2 or page.words[first - 1] not in DASHES or not (page.joined(first - 1) and page.joined(first - 2)):
        return False
    return _is_stem(page.words[first - 2])


def dialled(page: Page, numeral: Numeral) -> bool:
    """ "(800) 222-0199", "222-TIPS (8477)": part of a telephone number in brackets; "0845 9 606 606": of one in groups."""
    words, first, last = page.words, numeral.first, numeral.last
    if _in_groups(page, first):
        return True
    if not first or words[first - 1] != "(" or words[last + 1 : last + 2] != [")"] or not words[first].isdecimal():
        return False
    behind, before = words[last + 2 : last + 4], words[first - 2] if first > 1 else ""
    called = len(words[first]) == 3 and len(behind) == 2 and len(behind[0]) == 3 and behind[1] in DASHES
    return called or (before.isalpha() and before.isupper() and len(before) == len(words[first]) > 3)


def _in_groups(page: Page, at: int) -> bool:
    """Is the token a group of digits among others, side by side, the first of which begins with a zero or a plus, or that are as long
    as an American number's?"""
    first = last = at
    while first and at - first < GROUPS and _beside(page, first - 1):
        first -= 1
    while last - at < GROUPS and _beside(page, last):
        last += 1
    groups = page.words[first : last + 1]
    if len(groups) == 1 or not all(group.isdecimal() for group in groups):
        return False
    international = page.words[first - 1 : first] == ["+"] and page.joined(first - 1)
    return ((groups[0][0] == "0" or international) and len(groups[0]) > 1 and sum(map(len, groups)) in DIALLED) or [
        len(group) for group in groups
    ] == AMERICAN


def _beside(page: Page, at: int) -> bool:
    """Are this token and the next digits with a space between them?"""
    pair = page.words[at : at + 2]
    return len(pair) == 2 and all(word.isdecimal() for word in pair) and not page.joined(at)
