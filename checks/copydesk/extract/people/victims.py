"""Who suffers what: the people that a sentence's role words are about, whichever way English says it."""

from copydesk.extract.people.letters import ROLE_OF
from copydesk.extract.people.line import line
from copydesk.extract.people.parts import with_parts
from copydesk.extract.people.phrases import by_itself, none_of, of_phrase, with_wounds
from copydesk.extract.people.rolewords import of_role_word
from copydesk.extract.people.setting import elsewhere, told_on
from copydesk.extract.people.units import Line
from copydesk.extract.people.victim import INHERITED, Victim
from copydesk.lexicon import people as lexicon
from copydesk.model import Fact, Span
from copydesk.tokens import Page


def victims(page: Page, facts: list[Fact]) -> list[Victim]:
    """All people in a role, in the order of the text, looked for only in sentences with a word that may tell of one."""
    places = [i for i in page.places(lexicon.TRIGGERS) if _accompanied(page.lower, i)]
    if not places:
        return []
    wanted = {page.sentence_index(page.starts[i]) for i in places}
    at = {page.index_at(fact.span.start): fact for fact in facts}
    dated: dict[Span, list[Fact]] = {}
    for fact in facts:
        if fact.kind == "date":
            dated.setdefault(fact.sentence, []).append(fact)
    found: list[Victim] = []
    today = told_on(page, facts)
    before = -2  # the last sentence of another event
    for index in sorted(wanted):
        sentence = page.sentences[index]
        if told := _in_line(line(page, sentence, at)):
            dates = dated.get(sentence, [])
            spans = elsewhere(page, sentence, dates, today)
            if index == before + 1 and not dates and all(victim.people.others for victim in told):
                spans = [sentence]  # "In 2012 he killed three men. Two other people were wounded."
            told = [_set(page, victim, spans) for victim in told] if spans else told
            before = index if all(victim.other for victim in told) else before
            found += told
    return found


def _set(page: Page, victim: Victim, elsewhere: list[Span]) -> Victim:
    """The victim, another event's where it stands in one of these stretches."""
    at = page.starts[victim.people.first]
    return victim._replace(other=True) if any(span.start <= at < span.end for span in elsewhere) else victim


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
        elif letter == "i" and units[i].word == "with":
            found += with_wounds(line, i)
        elif letter == "0":
            found += none_of(line, i)
    return [_spared(line, victim) for victim in with_parts(line, _once(line, found))] if found else []


def _spared(line: Line, victim: Victim) -> Victim:
    """ "All but one of the 12 passengers died": the others of the 12, whom no figure counts."""
    people = victim.people
    at = next((i for i, unit in enumerate(line.units) if unit.people is people), 0)
    if [unit.word for unit in line.units[max(0, at - 2) : at]] not in (["all", "but"], ["all", "except"]):
        return victim
    whole = people.whole.number if people.whole else None
    others = whole - people.number if whole and people.number else None
    spoken_of = people._replace(sort="whole", number=others, first=people.first - 1, fact=None)
    return victim._replace(people=spoken_of, part=False)


def _negated(line: Line, i: int) -> bool:
    """Is the verb at i denied or only thought of: was not hurt, could have been killed, neither of them was hurt?"""
    planned = line.letters[i] in "VGEJ" and ROLE_OF[line.units[i].word][1] in lexicon.PLANNED
    clause = line.units[line.letters.rfind(";", 0, i) + 1 : i]
    if any(unit.word == "neither" for unit in clause):
        return True
    while i > 0 and line.letters[i - 1] in "abhwT":
        i -= 1
        if line.units[i].word in lexicon.NEGATIONS or (line.units[i].word in lexicon.MODALS and not planned):
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
    order = (
        "trapped",
        "laid off",
        "rescued",
        "arrested",
        "stabbed",
        "shot",
        "hospitalised",
        "injured",
        "killed",
        "killed+injured",
    )
    return (order.index(victim.role) if victim.role in order else 3) * 2 - victim.weak
