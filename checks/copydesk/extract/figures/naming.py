"""Numbers in names: "Airbus 320", "Super Bowl 50", "Big Ten", "12 Angry Men". In a headline, where all words have
capitals, these tell nothing."""

from copydesk.extract.figures.nounphrase import counted, names_many
from copydesk.lexicon.calendar import WEEKDAYS
from copydesk.lexicon.nouns import STOPS, singular
from copydesk.lexicon.roles import TRANSITIVE
from copydesk.numerals import Numeral
from copydesk.tokens import Page

OPENING = frozenset("( [ \" “ ‘ ' — – : ; . ! ? …".split())
QUOTES = frozenset("\" “ ” ‘ ’ '".split())
# A title in quotation marks has at most so many tokens.
TITLE = 6
# How far off a name of a headline is looked for in running text, either way.
ELSEWHERE = 60_000


def in_name(page: Page, numeral: Numeral) -> bool:
    """Is it a piece of a name? Asked when no unit or currency sign stands with it."""
    if numeral.form == "vague":
        return False
    named = _after_name if numeral.form == "digits" else _named_in_words
    return named(page, numeral) or _in_title(page, numeral) or names_many(page, numeral.last)


def _in_title(page: Page, numeral: Numeral) -> bool:
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


def _after_name(page: Page, numeral: Numeral) -> bool:
    """ "Airbus 320", "Windows 10", "Super Bowl 50": digits right behind a name, and nothing that they could count
    behind them."""
    i, at = numeral.first - 1, numeral.last + 1
    if i < 0 or numeral.outer_first != numeral.first or numeral.first != numeral.last:
        return False
    word = page.words[i]
    if not word[0].isupper() or not word[0].isalpha():
        return word == "#"
    if i > 0 and page.words[i - 1] in '"“' and page.words[at : at + 1] in (['"'], ["”"]):
        return True
    if not page.words[numeral.first].isdecimal():
        return False
    if page.lower[i] in WEEKDAYS or page.lower[i] in TRANSITIVE:  # "on Saturday 110 were waiting", "Crash Kills 13"
        return False
    in_headline = not _tells_names(page, i)
    if in_headline and _named_elsewhere(page, i, numeral.last):
        return True
    if _sentence_start(page, i):  # "News 12 is told"
        return numeral.low > 1 and page.lower[at : at + 1] in (["is"], ["was"], ["has"])
    if in_headline:
        return _opens_name(page, numeral)
    if at >= len(page) or page.words[at][0].isupper():
        return True
    if singular(page.lower[at]) is not None:
        return False
    return not (page.lower[at].isalpha() and at + 1 < len(page) and singular(page.lower[at + 1]))


def _opens_name(page: Page, numeral: Numeral) -> bool:
    """ "New Windows 10 Update Fails", "Submit a Tip to WQX 2", in a headline: a word with a capital behind it or letters
    before it, and nothing that it counts."""
    at = numeral.last + 1
    behind = at < len(page) and page.words[at].istitle() and page.lower[at] not in STOPS
    start, end = page.sentence_at(page.starts[numeral.first])
    before = page.words[numeral.first - 1].isupper() and not page.text[start:end].isupper()
    return (behind or before) and not counted(page, numeral)[0]


def _named_in_words(page: Page, numeral: Numeral) -> bool:
    """ "Big Ten", "Three Mile Island": a capital in mid-sentence."""
    i, at = numeral.first, numeral.last + 1
    word = page.words[i]
    if not word[0].isupper() or i == 0 or word.isupper():
        return False
    before = page.words[i - 1]
    if _sentence_start(page, i) or before in (",", "-", "”", "’") or before.lower() in TRANSITIVE:
        return False
    behind = at < len(page) and page.words[at][0].isupper()
    if not _tells_names(page, i):
        return _named_elsewhere(page, i - 1, at - 1) or (behind and _named_elsewhere(page, i, at))
    return before[0].isupper() or behind


def named_with_unit(page: Page, numeral: Numeral, last: int) -> bool:
    """ "Three Mile Island", whose unit ends at token `last`: the number, the unit and the word behind have capitals."""
    capitals = all(page.words[at : at + 1] and page.words[at].istitle() for at in (last, last + 1))
    return capitals and numeral.form == "words" and page.lower[last + 1] not in STOPS and _named_in_words(page, numeral)


def _tells_names(page: Page, i: int) -> bool:
    """Does a capital make a name of token i? Not in a headline, where all words have one."""
    start, end = page.sentence_at(page.starts[i])
    words = page.words[page.index_at(start) : page.index_at(end - 1) + 1]
    return any(word[0].islower() and word.isalpha() and len(word) > 2 and word not in STOPS for word in words)


def _named_elsewhere(page: Page, first: int, last: int) -> bool:
    """Do these words of a headline stand with the same capitals in running text?"""
    start, end = page.starts[first], page.ends[last]
    name, until = page.text[start:end], end + ELSEWHERE
    at = page.text.find(name, max(0, start - ELSEWHERE), until)
    while at >= 0 and not _tells_names(page, page.index_at(at)):
        at = page.text.find(name, at + 1, until)
    return at >= 0


def _sentence_start(page: Page, i: int) -> bool:
    return i == 0 or page.words[i - 1] in OPENING or "\n" in page.text[page.ends[i - 1] : page.starts[i]]
