"""Phrases for people on a line of letters: "12 passengers", "a 6-year-old boy", "two of the six dead", names, pronouns."""

from copydesk.extract.people.letters import ROLE_OF
from copydesk.extract.people.units import People, Unit
from copydesk.lexicon import people as lexicon
from copydesk.lexicon import persons
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact
from copydesk.tokens import Page

# Compiled when first used, as a cold run may not need it. A phrase for people, on letters: figure or article, what stands between, the noun; or a name, or a pronoun.
PEOPLE = (
    r"(?=[nADH0owCpP2gqytJ#])(?:(?P<family>(?:[ADH][owCJ]{0,4})?pfn(?![wCpP]))"
    r"|(?P<part>n(?:f(?=r)|f[tMr]|fn[wJV]{0,3}[pP]|f[DH](?:(?:[wCgqoJVpH]|G(?=[pP])){0,5}[pP]|n[wJVp]{0,3}[pP]?|[JV])?))"
    r"|(?P<figure>o?n[o]?(?:(?:[wCgqoJp2]|G(?=[pP])|(?<=[noJ])V){0,5}[pP2])?)"
    r"|(?P<none>0(?:o|f)?(?:[wCVJ]{0,3}[pP]|o(?=b))|0(?=f[DHt])|0(?=[bdVJ]))"
    r"|(?P<indefinite>Aa?(?:[owCgqJp#]|G(?=p)|(?<=[AoJa])V|(?<=[gq]),){0,6}(?:p(?![wC]{0,2}[pP])|2)|A[owC]{0,2}q)"
    r"|(?P<whole>[DH]a?(?:[owCgqJpnH]|G(?=[pP])|(?<=[DHnoJa])V){0,5}(?:P|p(?![wC]{0,2}[pP])|2)|[DH](?:no|on)(?![wCpP])|[DH][owC]?q)"
    r"|(?P<another>o(?:[wCgqJp]{0,3}[pP]|(?=[^wC#]|$))|#p(?!C)|A?[#o](?=[aVbdhJ]|[,.]))"
    r"|(?P<plural>[wCJp]{0,3}P(?!C)|2)"
    r"|(?P<single>[gq]?[wpC]{0,3}p(?!C)|q(?![wCpP]))"
    r"|(?P<named>(?<![DihC.])(?<![^N]f)(?:[gq]?C|[pP](?=C))(?:[C.]|[gq](?=C)|p(?=C)){0,6}(?:,g(?=,))?)"
    r"|(?P<pronoun>[yt]|H(?=[^wCpPgqonJV#]|$)))"
)
# In a text in capitals: "Ana Ruiz, 72, who".
AGED = r"(?P<unknown>w{2,4}(?=,g,))"


def phrase(page: Page, units: list[Unit], sort: str) -> People | None:
    """The phrase that these units are, or None where they are none after all."""
    first, last = units[0].first, units[-1].last
    if sort == "pronoun" and units[0].letter == "H" and units[0].word != "her":
        return None
    people = _said(page, units, sort)
    if sort == "none" and page.lower[last + 1 : last + 2] == ["of"]:  # "none of the officers"
        ahead = page.lower[last + 2 : last + 5]
        people = people._replace(noun=next((persons.PLURALS[word] for word in ahead if word in persons.PLURALS), ""))
    if sort == "another" and units[0].letter == "#" and not people.rank:
        return None
    if sort == "another" and units[-1].letter == "#" and not (people.rank and _is_one(page, first, last)):
        return None  # "a third of them", "a third were hurt"
    if sort == "named" and people.name in lexicon.NOT_PEOPLE and not people.age:
        return None
    if sort == "family" and persons.PERSON_OF.get(units[-3].word) not in persons.COLLECTIVES:
        return People(sort, 1, first, last, None, _noun(units[-3]), "", people.age)  # "a father of four"
    return people


def _said(page: Page, units: list[Unit], sort: str) -> People:
    """What each of the units says of the people."""
    noun = _noun(units[-1])
    fact, age, name, role, others, rank, whole = None, "", "", None, False, 0, None
    for unit in units:
        letter = unit.letter
        if letter == "n":
            if unit is not units[0] and sort == "part" and unit.fact is not None:
                whole = People("figure", _number([unit], sort, unit.fact, ""), unit.first, unit.last, unit.fact)
            else:
                fact = fact or unit.fact
        elif letter in "gq":
            age = age or page.words[unit.first]
        elif (letter == "C" and sort == "named") or (letter == "w" and sort == "unknown"):
            name = unit.word
        elif letter == "o" or (letter == "#" and unit.word in lexicon.OTHERS):
            others, rank = True, lexicon.RANKS.get(unit.word, rank)
        elif letter == "#" and unit.fact and unit.fact.kind == "ordinal":
            others, rank = True, int(unit.fact.amount.low)  # "6th person dead"
        elif (unit is not units[-1] or sort == "part") and (
            letter in "VJ" or (letter == "G" and noun in persons.SUFFERERS)
        ):
            role = role or ROLE_OF[unit.word][1]
    rank = rank if noun in lexicon.RANKED else 0  # not "the third district judge"
    number = _number(units, sort, fact, noun)
    first, last = units[0].first, units[-1].last
    return People(sort, number, first, last, fact, noun, name, age, role, others, units[-1].word, rank, whole)


def _is_one(page: Page, first: int, last: int) -> bool:
    """Is "a third" a person, and no part of many?"""
    return page.lower[first] == "a" and page.lower[last + 1 : last + 2] not in (["were"], ["are"], ["have"])


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
