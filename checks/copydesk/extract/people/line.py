"""A sentence as a line of units, one letter each, with its people as phrases: what the patterns of `victims` are written on.

The letters: M a phrase for people (a figure, "a man", "his wife", a name, "they") · V G E J d N role words (see
lexicon.roles) · b be and get · h auxiliaries · a adverbs · r who, which · f of · i other prepositions and conjunctions ·
& and, or · , comma, bracket, dash · ; what ends a clause · v other verbs · # a figure that counts no people · T dates, times ·
x I, it · g, q ages (34; 6-year-old) · A D H articles, the, his · o other, another · m including, among · w C other words, names.
"""

import re

from copydesk.cardinals import STARTERS
from copydesk.extract.people.letters import LETTER_OF, letter, letter_at, letter_of_fact
from copydesk.extract.people.phrase import AGED, PEOPLE, phrase
from copydesk.extract.people.units import Line, Unit
from copydesk.late import late
from copydesk.lexicon import roles
from copydesk.model import Fact, Span
from copydesk.tokens import Page

FIRSTS = frozenset(pair[0] for pair in roles.PAIRS) | roles.TO_DEATH | {"as"}
# What leads to a figure.
LEADING = frozenset("at about some nearly almost over more up roughly around another as".split())
SPECIAL = FIRSTS | {"one", "self", "left", "-"} | frozenset("\"'“”‘’«»*")

# The phrases for people, and in a text in capitals also the names that are known by an age.
SAID, SHOUTED = late(PEOPLE), late(f"{PEOPLE}|{AGED}")
# "CAIRO, May 3 (AP) —"; no words in small letters: "LAPD officer shot two - police".
DATELINE = late(r"[A-Z][A-Z.,'-]{2,}(?: [A-Z0-9(/][^\s—–:;]*){0,8}? ?(?:—|–|--|- )\s*(?=\S)")


def line(page: Page, sentence: Span, facts: dict[int, Fact]) -> Line:
    """The line of a sentence. `facts` are the page's facts by the token that they begin at."""
    first, last = page.index_at(_behind_dateline(page.text, sentence)), page.index_at(sentence.end - 1)
    shouted = _shouted(page.words[first : last + 1])
    units = _units(page, first, last, facts, shouted)
    capitals = shouted and page.text[sentence.start : sentence.end].isupper()
    letters = "".join([unit.letter for unit in units])
    while (joined := letters.find("a&a")) >= 0:  # "was brutally and openly murdered"
        units[joined + 1] = units[joined + 1]._replace(letter="a")
        letters = f"{letters[:joined]}aaa{letters[joined + 3 :]}"
    phrased: list[Unit] = []
    at = 0
    for found in (SHOUTED if capitals else SAID).finditer(letters):
        people = phrase(page, units[found.start() : found.end()], found.lastgroup or "")
        if people is None:
            continue
        phrased += units[at : found.start()]
        phrased.append(Unit("M", people.first, people.last, units[found.end() - 1].word, people))
        at = found.end()
    phrased += units[at:]
    return Line(phrased, "".join([unit.letter for unit in phrased]), sentence, capitals)


def _behind_dateline(text: str, sentence: Span) -> int:
    """Where a sentence begins once "CAIRO (AP) —" is read over."""
    found = DATELINE.match(text, sentence.start, sentence.end)
    if found and text[sentence.start : sentence.end].isupper() and not re.search(r"\d|\)", found[0]):
        return sentence.start  # in capitals throughout, anything looks like the name of a place
    return found.end() if found else sentence.start


def _units(page: Page, first: int, last: int, facts: dict[int, Fact], shouted: bool) -> list[Unit]:
    lower, words, known = page.lower, page.words, LETTER_OF.get
    units: list[Unit] = []
    following = first  # the token behind the last unit
    for i in range(first, last + 1):
        if i < following:
            continue
        word = lower[i]
        if i in facts:
            units.append(_unit_of_fact(page, facts[i], units, i, last, shouted))
        elif word not in SPECIAL:
            plain = known(word) if word == words[i] else None
            units.append(Unit(plain or letter(word, not shouted and words[i][0].isupper(), i == first), i, i, word))
        elif unit := _special(page, i, first, last, shouted):
            units.append(unit)
        else:
            continue
        following = units[-1].last + 1
    return units


def _unit_of_fact(page: Page, fact: Fact, units: list[Unit], i: int, last: int, shouted: bool) -> Unit:
    end = max(i, min(last, page.index_at(fact.span.end - 1)))
    return Unit(letter_of_fact(page, fact, units, end, last, shouted), i, end, page.lower[end], None, fact)


def _special(page: Page, i: int, first: int, last: int, shouted: bool) -> Unit | None:
    """The unit at a word that may be one with the words behind it, "one", or a mark; None for a mark to read over."""
    word = page.lower[i]
    if word in FIRSTS:
        capital = not shouted and page.words[i][0].isupper()
        return _several(page.lower, i, last) or Unit(letter(word, capital, i == first), i, i, word)
    if word == "one":
        return Unit("A" if letter_at(page, i + 1, last, shouted) in "wC" else "n", i, i, word)
    if word == "left":  # "killed two and left their driver in a coma"
        acts = i > first and page.lower[i - 1] == "and" and _leaves_somebody(page, i + 1, last, shouted)
        return Unit("v" if acts else letter(word, False, False), i, i, word)
    if word == "self":
        return Unit("w" if page.joined(i) else "y", i, i, word)
    if word == "-" and i > first:
        doubled = page.joined(i - 1) and page.lower[i - 1] == "-"  # "six nuns -- five of them Poles --"
        if doubled or not (page.joined(i) or page.joined(i - 1)):
            return Unit(",", i, i, word)
    return None


def _leaves_somebody(page: Page, i: int, last: int, shouted: bool) -> bool:
    """Does an article, a figure or its hedge stand at token i: "killed three and left at least 25 with injuries"?"""
    return letter_at(page, i, last, shouted) in "DHA" or page.lower[min(i, last)] in STARTERS | LEADING


def _several(lower: list[str], i: int, last: int) -> Unit | None:
    """Two or three words that are one unit: laid off, shot to death, as well as."""
    if lower[i : i + 3] == ["as", "well", "as"] and i + 2 <= last:
        return Unit("&", i, i + 2, "and")
    if lower[i + 1 : i + 3] == ["to", "death"] and lower[i] in roles.TO_DEATH and i + 2 <= last:
        return Unit("G", i, i + 2, "killing") if lower[i].endswith("ing") else Unit("V", i, i + 2, "killed")
    pair = roles.PAIRS.get((lower[i], lower[i + 1])) if i < last else None
    return Unit(LETTER_OF[pair], i, i + 1, pair) if pair else None


def _shouted(words: list[str]) -> bool:
    """Does a headline or a telex capitalise (nearly) every word, so that capitals mark no names?"""
    capital = [word[0].isupper() for word in words if len(word) > 3]
    return len(capital) > 1 and sum(capital) > 0.7 * len(capital)
