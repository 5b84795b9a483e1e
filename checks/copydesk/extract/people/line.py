"""A sentence as a line of units, one letter each, with its people as phrases: what the patterns of `victims` are written on.

The letters: M a phrase for people (a figure, "a man", "his wife", a name, "they") · V G E J d N role words (see
lexicon.people) · b be and get · h auxiliaries · a adverbs · r who, which · f of · i other prepositions and conjunctions ·
& and, or · , comma, bracket, dash · ; what ends a clause · v other verbs · # a figure that counts no people · T dates, times ·
x I, it · g, q ages (34; 6-year-old) · A D H articles, the, his · o other, another · m including, among · w C other words, names.
"""

import re
from typing import NamedTuple

from copydesk.late import late
from copydesk.lexicon import people as lexicon
from copydesk.lexicon import persons
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact, Span
from copydesk.tokens import Page

ROLE_OF: dict[str, tuple[str, str]] = {
    word: (letter, role)
    for role, classes in lexicon.ROLE_WORDS.items()
    for letter, words in classes.items()
    for word in words.split()
}
LETTER_OF: dict[str, str] = {
    **dict.fromkeys(lexicon.VERBS, "v"),
    **dict.fromkeys(lexicon.PREPOSITIONS, "i"),
    **dict.fromkeys(lexicon.ADVERBS, "a"),
    **dict.fromkeys(lexicon.BE, "b"),
    **dict.fromkeys(lexicon.HAVE, "h"),
    **dict.fromkeys(lexicon.RELATIVES, "r"),
    **dict.fromkeys(lexicon.OTHERS, "o"),
    **dict.fromkeys(lexicon.DEFINITE, "D"),
    **dict.fromkeys(lexicon.POSSESSIVE, "H"),
    **dict.fromkeys(lexicon.SINGULAR_PRONOUNS, "y"),
    **dict.fromkeys(lexicon.PLURAL_PRONOUNS, "t"),
    **dict.fromkeys(lexicon.NOBODY, "0"),
    **dict.fromkeys(persons.PLURALS, "P"),
    **dict.fromkeys(persons.PERSONS, "p"),
    **dict.fromkeys(persons.GROUPS, "2"),
    **{word: letter for word, (letter, _) in ROLE_OF.items()},
    **dict.fromkeys(("a", "an"), "A"),
    **dict.fromkeys(("and", "or", "&", "plus", "along-with"), "&"),
    **dict.fromkeys(("including", "included", "includes", "include"), "m"),
    **dict.fromkeys((",", "(", ")", "[", "]", "–", "—"), ","),
    **dict.fromkeys((";", ":", "!", "?"), ";"),
    **dict.fromkeys(lexicon.OPENINGS, "w"),
    **dict.fromkeys(("i", "we", "us", "you", "it", "me"), "x"),
    **dict.fromkeys("monday tuesday wednesday thursday friday saturday sunday".split(), "T"),
    "|": ";", "of": "f", "no": "0", "but": "i", "by": "i", ".": ".", "/": "&",
}  # fmt: skip
FIGURES = ("count", "number")
TIMES = ("date", "time", "duration", "set")
FIRSTS = frozenset(pair[0] for pair in lexicon.PAIRS) | lexicon.TO_DEATH | {"as"}
SPECIAL = FIRSTS | {"one", "self", "-"} | frozenset("\"'“”‘’«»*")

# Compiled when first used, as a cold run may not need it. A phrase for people, on letters: figure or article, what stands between, the noun; or a name, or a pronoun.
PEOPLE = (
    r"(?=[nADH0owCpP2gqytJ])(?:(?P<family>(?:[ADH][owCJ]{0,4})?pfn(?![wCpP]))"
    r"|(?P<part>n(?:f(?=r)|f[tMr]|f[DH](?:(?:[wCgqoJVpH]|G(?=[pP])){0,5}[pP]|n[wJV]{0,3}[pP]?|[JV])?))"
    r"|(?P<figure>n[o]?(?:(?:[wCgqoJp2]|G(?=[pP])|(?<=[noJ])V){0,5}[pP2])?)"
    r"|(?P<none>0(?:o|f)?(?:[wCVJ]?[pP]|o(?=b))|0(?=f[DHt])|0(?=[bdVJ]))"
    r"|(?P<indefinite>A(?:[owCgqJp#]|G(?=p)|(?<=[AoJ])V|(?<=[gq]),){0,6}(?:p(?![wC]{0,2}[pP])|2)|A[owC]{0,2}q)"
    r"|(?P<whole>[DH](?:[owCgqJpnH]|G(?=[pP])|(?<=[DHnoJ])V){0,5}(?:P|p(?![wC]{0,2}[pP])|2)|[DH][owC]?q)"
    r"|(?P<another>o(?:[wCgqJp]{0,3}[pP]|(?=[^wC]|$)))"
    r"|(?P<plural>[wCJp]{0,3}P(?!C)|2)"
    r"|(?P<single>[gq]?[wpC]{0,3}p(?!C)|q(?![wCpP]))"
    r"|(?P<named>(?<![DihC.])(?<![^N]f)(?:[gq]?C|[pP](?=C))(?:[C.]|[gq](?=C)|p(?=C)){0,6}(?:,g(?=,))?)"
    r"|(?P<pronoun>[yt]|H(?=[^wCpPgqonJV#]|$)))"
)
DATELINE = late(r"[A-Z][A-Z.' ]{2,}[^—–]{0,50}?(?:—|–|--| - )\s*(?=\S)")


class People(NamedTuple):
    """A phrase for people. `number` is None where it is not told ("the children"); `fact` its figure, if it holds one."""

    sort: str  # the name of the group of PEOPLE that it fits
    number: int | None
    first: int
    last: int
    fact: Fact | None = None
    noun: str = ""
    name: str = ""
    age: str = ""
    role: str | None = None  # "six murdered priests", "12 deaths": the phrase says its role by itself
    others: bool = False
    word: str = ""  # its last word


class Unit(NamedTuple):
    letter: str
    first: int
    last: int
    word: str = ""
    people: People | None = None
    fact: Fact | None = None


class Line(NamedTuple):
    """A sentence: its units, and their letters as a string of the same length."""

    units: list[Unit]
    letters: str
    sentence: Span
    capitals: bool  # in capitals throughout, so that names can't be told from other words


def line(page: Page, sentence: Span, facts: dict[int, Fact]) -> Line:
    """The line of a sentence. `facts` are the page's facts by the token that they begin at."""
    first, last = page.index_at(_behind_dateline(page.text, sentence)), page.index_at(sentence.end - 1)
    shouted = _shouted(page.words[first : last + 1])
    units = _units(page, first, last, facts, shouted)
    capitals = shouted and page.text[sentence.start : sentence.end].isupper()
    letters = "".join([unit.letter for unit in units])
    phrased: list[Unit] = []
    at = 0
    for found in re.compile(PEOPLE).finditer(letters):
        people = _people(page, units[found.start() : found.end()], found.lastgroup or "")
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
            units.append(Unit(plain or _letter(word, not shouted and words[i][0].isupper(), i == first), i, i, word))
        elif unit := _special(page, i, first, last, shouted):
            units.append(unit)
        else:
            continue
        following = units[-1].last + 1
    return units


def _unit_of_fact(page: Page, fact: Fact, units: list[Unit], i: int, last: int, shouted: bool) -> Unit:
    end = max(i, min(last, page.index_at(fact.span.end - 1)))
    return Unit(_letter_of_fact(page, fact, units, end, last, shouted), i, end, page.lower[end], None, fact)


def _special(page: Page, i: int, first: int, last: int, shouted: bool) -> Unit | None:
    """The unit at a word that may be one with the words behind it, "one", or a mark; None for a mark to read over."""
    word = page.lower[i]
    if word in FIRSTS:
        capital = not shouted and page.words[i][0].isupper()
        return _several(page.lower, i, last) or Unit(_letter(word, capital, i == first), i, i, word)
    if word == "one":
        return Unit("A" if _letter_at(page, i + 1, last, shouted) in "wC" else "n", i, i, word)
    if word == "self":
        return Unit("w" if page.joined(i) else "y", i, i, word)
    if word == "-" and i > first and not page.joined(i) and not page.joined(i - 1):
        return Unit(",", i, i, word)
    return None


def _several(lower: list[str], i: int, last: int) -> Unit | None:
    """Two or three words that are one unit: laid off, shot to death, as well as."""
    if lower[i : i + 3] == ["as", "well", "as"] and i + 2 <= last:
        return Unit("&", i, i + 2, "and")
    if lower[i + 1 : i + 3] == ["to", "death"] and lower[i] in lexicon.TO_DEATH and i + 2 <= last:
        return Unit("G", i, i + 2, "killing") if lower[i].endswith("ing") else Unit("V", i, i + 2, "killed")
    pair = lexicon.PAIRS.get((lower[i], lower[i + 1])) if i < last else None
    return Unit(LETTER_OF[pair], i, i + 1, pair) if pair else None


def _shouted(words: list[str]) -> bool:
    """Does a headline or a telex capitalise (nearly) every word, so that capitals mark no names?"""
    capital = [word[0].isupper() for word in words if len(word) > 3]
    return len(capital) > 1 and sum(capital) > 0.7 * len(capital)


def _letter(word: str, capital: bool, begins: bool) -> str:
    known = LETTER_OF.get(word)
    if known and not (capital and not begins and known in "wvGN"):
        return known
    if word.endswith(("'s", "’s")):
        return "H"
    if capital:
        return "C"
    if word.endswith("ly"):
        return "a"
    if word.endswith("ed"):
        return "v" if len(word) > 4 else "w"
    return "p" if word.endswith(persons.ENDINGS) else "P" if word.endswith(persons.PLURAL_ENDINGS) else "w"


def _is_age(units: list[Unit], fact: Fact, following: str) -> bool:
    """Ages that stand as bare figures: "Mary Jones, 41, was", "ages 54, 33 and 26"."""
    if fact.kind not in FIGURES or not fact.text.isdigit() or fact.amount.high > 110 or not units:
        return False
    if units[-1].word in ("age", "ages", "aged"):
        return True
    before = "".join(unit.letter for unit in units[-3:])
    if re.search(r"g,?&?$", before):
        return "&" in before[-2:] or following in ",&"
    named = re.search(r"[Cp]\.?,$", before) and following in ",.;hbVad"
    return bool(named or (re.search(r"w,$", before) and following in ",.;"))


def _letter_at(page: Page, i: int, last: int, shouted: bool) -> str:
    """The letter of token i on its own; a full stop behind the last one."""
    return _letter(page.lower[i], not shouted and page.words[i][0].isupper(), False) if i <= last else "."


def _letter_of_fact(page: Page, fact: Fact, units: list[Unit], end: int, last: int, shouted: bool) -> str:
    """n for a figure that counts people, or whose noun is left out ("seven were killed"): then what follows is no noun."""
    if fact.kind in TIMES:
        return "T"
    if fact.kind == "age":
        return "q" if fact.text.lower().endswith("old") else "g"
    if fact.kind not in FIGURES or fact.amount.low != int(fact.amount.low):
        return "#"
    following = _letter_at(page, end + 1, last, shouted)
    if _is_age(units, fact, following):
        return "g"
    if fact.of and is_person(fact.of[-1]):
        return "n"
    # A verb taken for the noun: "four shot outside club".
    misread = (
        bool(fact.of) and end <= last and fact.of[-1][:4] in (page.lower[end][:4], page.lower[min(last, end + 1)][:4])
    )
    return "n" if (misread or not fact.of) and following not in "wCH#" else "#"


PERSONLIKE = (
    persons.PERSONS
    | persons.PEOPLES
    | frozenset(lexicon.COUNTED_ROLES)
    | frozenset(persons.IRREGULAR.values())
    | {"other", "victim", "life", "people"}
)


def is_person(noun: str) -> bool:
    """Does a noun, in the singular, stand for people, or for what befalls them (a death)?"""
    return noun in PERSONLIKE or noun.endswith(persons.ENDINGS)


def _people(page: Page, units: list[Unit], sort: str) -> People | None:
    """The phrase that these units are, or None where they are none after all."""
    first, last = units[0].first, units[-1].last
    if sort == "pronoun" and units[0].letter == "H" and units[0].word != "her":
        return None
    noun = _noun(units[-1])
    fact, age, name, role, others = None, "", "", None, False
    for unit in units:
        letter = unit.letter
        if letter == "n":
            fact = fact or unit.fact
        elif letter in "gq":
            age = age or page.words[unit.first]
        elif letter == "C":
            name = unit.word
        elif letter == "o" or (letter == "#" and unit.word in lexicon.OTHERS):
            others = True
        elif unit is not units[-1] and (letter in "VJ" or (letter == "G" and noun in persons.SUFFERERS)):
            role = role or ROLE_OF[unit.word][1]
    if sort not in ("named", "single"):
        name = ""
    elif sort == "named" and name in lexicon.NOT_PEOPLE:
        return None
    if sort == "family" and persons.PERSON_OF.get(units[-3].word) not in persons.COLLECTIVES:
        return People(sort, 1, first, last, None, "", "", age)  # "a father of four"
    number = _number(units, sort, fact, noun)
    return People(sort, number, first, last, fact, noun, name, age, role, others, units[-1].word)


def _noun(unit: Unit) -> str:
    """The noun of a unit in the singular, if it is one for people."""
    noun = persons.PERSON_OF.get(unit.word) or persons.PLURALS.get(unit.word)
    return noun or (unit.word if unit.letter == "p" else singular(unit.word) or "" if unit.letter == "P" else "")


def _number(units: list[Unit], sort: str, fact: Fact | None, noun: str) -> int | None:
    if fact is not None:
        return int(fact.amount.low) if fact.amount.low.is_finite() else None
    if sort == "none":
        return 0
    if units[0].letter == "n":
        return 1  # "one man", no figure of its own
    groups = [persons.GROUPS[unit.word] for unit in units if unit.letter == "2"]
    if groups:
        return groups[0]
    word = units[-1].word
    plural = units[-1].letter in "Pt" or noun in persons.COLLECTIVES or (units[-1].letter == "o" and word == "others")
    return None if plural else 1
