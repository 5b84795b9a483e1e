"""Who suffers what: the people that a sentence's role words are about, whichever way English says it."""

import re

from copydesk.extract.people.clause import subjects
from copydesk.extract.people.line import Line, line
from copydesk.extract.people.phrases import by_itself, none_of, of_phrase
from copydesk.extract.people.rolewords import of_role_word
from copydesk.extract.people.setting import elsewhere
from copydesk.extract.people.victim import INHERITED, Victim, in_role
from copydesk.lexicon import people as lexicon
from copydesk.model import Fact
from copydesk.tokens import Page


def victims(page: Page, facts: list[Fact]) -> list[Victim]:
    """All people in a role, in the order of the text, looked for only in sentences with a word that may tell of one."""
    triggers = page.vocabulary & lexicon.TRIGGERS
    if not triggers:
        return []
    places = [i for i in page.places(triggers) if _accompanied(page.lower, i)]
    wanted = {page.sentence_index(page.starts[i]) for i in places}
    at = {page.index_at(fact.span.start): fact for fact in facts}
    found: list[Victim] = []
    for index in sorted(wanted):
        sentence = page.sentences[index]
        if told := _in_line(line(page, sentence, at)):
            dates = [fact for fact in facts if fact.kind == "date" and fact.sentence == sentence]
            other = elsewhere(page, sentence, dates)
            found += [victim._replace(other=True) for victim in told] if other else told
    return found


def _accompanied(lower: list[str], i: int) -> bool:
    """Does the word at i stand near the company that it needs, if it needs any?"""
    companions = lexicon.COMPANIONS.get(lower[i])
    return companions is None or not companions.isdisjoint(lower[max(0, i - 8) : i + 13])


def _in_line(line: Line) -> list[Victim]:
    letters, units = line.letters, line.units
    found: list[Victim] = []
    for i, letter in enumerate(letters):
        if letter in "VGEJdN":
            if not _negated(line, i):
                found += of_role_word(line, i)
        elif letter == "M":
            found += by_itself(line, i)
        elif letter in "wvCa" and units[i].word in lexicon.PHRASE_WORDS:
            found += of_phrase(line, i, units[i].word)
        elif letter == "i" and units[i].word == "with" and letters[i - 1 : i] == "M":
            if lexicon.HARM.intersection(unit.word for unit in units[i + 1 : i + 6]):  # "a man with gunshot wounds"
                found += in_role(line, i, subjects(line, i), "injured", weak=True)
        elif letter == "0":
            found += none_of(line, i)
    return _with_parts(line, _once(line, found)) if found else []


def _negated(line: Line, i: int) -> bool:
    """Is the verb at i denied or only thought of: was not hurt, could have been killed?"""
    while i > 0 and line.letters[i - 1] in "abhwT":
        i -= 1
        if line.units[i].word in lexicon.NEGATIONS or line.units[i].word in lexicon.MODALS:
            return True
        if line.letters[i] == "w":
            return False
    return False


def _once(line: Line, found: list[Victim]) -> list[Victim]:
    """One victim for each people and role; killed swallows shot and the weaker signs."""
    by_people: dict[int, Victim] = {}
    including = {line.units[i + 1].first for i, letter in enumerate(line.letters[:-1]) if letter == "m"}
    for victim in found:
        if victim.people.first in including:
            victim = victim._replace(part=True, verb=INHERITED)
        earlier = by_people.get(victim.people.first)
        if earlier is None or _rank(victim) > _rank(earlier):
            by_people[victim.people.first] = victim
    return sorted(by_people.values(), key=lambda victim: victim.people.first)


def _rank(victim: Victim) -> int:
    order = ("laid off", "rescued", "arrested", "shot", "injured", "killed", "killed+injured")
    return (order.index(victim.role) if victim.role in order else 2) * 2 - victim.weak


def _with_parts(line: Line, found: list[Victim]) -> list[Victim]:
    """Adds the people of "including two children", "three of them children" in the role of those before them."""
    known = {victim.people.first for victim in found}
    result = list(found)
    for i, letter in enumerate(line.letters):
        people = line.units[i].people
        if letter != "M" or people is None or people.first in known:
            continue
        earlier = [victim for victim in result if victim.people.first < people.first]
        wholes = [victim for victim in earlier if not victim.part]
        separators = re.search(r"M([,&]+)$", line.letters[:i])
        last = earlier[-1] if earlier else None
        joined = separators and last and last.verb == INHERITED and last.people.first == _at(line, separators)
        among = line.letters[i - 2 : i] == "iM" and line.units[i - 2].word == "among"  # "among them two nurses"
        listed = i > 0 and (line.letters[i - 1] == "m" or among or joined)
        if earlier and (listed or people.sort == "part"):
            whole = (wholes or earlier)[-1]
            result.append(whole._replace(people=people, part=True, told=False, verb=INHERITED))
            result.sort(key=lambda victim: victim.people.first)
    return result


def _at(line: Line, found: re.Match[str]) -> int:
    return line.units[found.start()].first
