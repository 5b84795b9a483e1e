"""People who are part of others, and have their role from them: "including two children", "three of them nurses"."""

from copydesk.extract.people.units import Line, People
from copydesk.extract.people.victim import INHERITED, Victim
from copydesk.late import late
from copydesk.lexicon import people as lexicon

# "Of the 22 dead," before "nine were children"; and what stands before and behind "nine" in "22 died; nine were children".
OF_THEM_ALL = late(r"(?:^|[;,&])fD?M[JVGwNP]{0,2},$")
WERE_CHILDREN = late(r"bM(?!V)")
# What spells out the people before it: "five people: three men and two women".
SPELLED_OUT = late(r"(?:[aTV]|iD?[wC]{1,2})*[,;]\w?(M(?:,?[,&]M)+)")
JOINED = late(r"M([,&]+)$")
IN_THE_ARM = late(r"i[DH]w?w")
HIT = frozenset({"shot", "stabbed", "injured"})


def with_parts(line: Line, found: list[Victim]) -> list[Victim]:
    """The same people, and those that are a part of them, in the order of the text."""
    found = _spelled_out(line, found)
    known = {victim.people.first for victim in found}
    for i, letter in enumerate(line.letters):
        people = line.units[i].people
        if letter != "M" or people is None or people.first in known:
            continue
        earlier = [victim for victim in found if victim.people.first < people.first]
        if earlier and people.number and earlier[-1].role in HIT and _hit_too(line, earlier[-1].verb, i):
            found.append(earlier[-1]._replace(people=people))
            found.sort(key=lambda victim: victim.people.first)
        elif earlier and (people.sort == "part" or _is_listed(line, i, earlier[-1]) or _told_of(line, i, people)):
            whole = next((victim for victim in reversed(earlier) if not victim.part), earlier[-1])
            found.append(whole._replace(people=people, part=True, told=False, verb=INHERITED))
            found.sort(key=lambda victim: victim.people.first)
    return found


def _is_listed(line: Line, i: int, last: Victim) -> bool:
    """ "Including two children", "among them two nurses", and those joined to them."""
    if line.letters[i - 1 : i] == "m" or (line.letters[i - 2 : i] == "iM" and line.units[i - 2].word == "among"):
        return i > 0
    joined = JOINED.search(line.letters[:i])
    return bool(joined and last.verb == INHERITED and last.people.first == line.units[joined.start()].first)


def _hit_too(line: Line, verb: int, i: int) -> bool:
    """ "A man was shot in the leg and another in the back": the verb is left out, not the part of the body. Not another wound."""
    if not IN_THE_ARM.match(line.letters, i + 1) or line.letters[i - 1] not in "&,":
        return False
    words = {unit.word for unit in line.units[verb + 1 : i]}
    if line.units[i + 1].word != "in" or words & (lexicon.HARM | lexicon.MISSILES):
        return False
    return not lexicon.BODY_PARTS.isdisjoint(unit.word for unit in line.units[i + 3 : i + 5])


def _told_of(line: Line, i: int, people: People) -> bool:
    """Are the people at i some of those before: "of the 22 dead, nine", "22 died; nine were children"?"""
    if people.fact is None:
        return False
    if OF_THEM_ALL.search(line.letters[:i]):
        return True
    behind = line.units[i + 2].people if WERE_CHILDREN.match(line.letters, i + 1) else None
    return line.letters[i - 1 : i] in (",", ";", "&") and behind is not None and behind.sort == "plural"


def _spelled_out(line: Line, found: list[Victim]) -> list[Victim]:
    """With the people behind a comma or colon that spell out those before it: parts that add up to them, or, where no figure
    tells of these ("the victims, three men and two women"), the figures themselves."""
    known = {victim.people.first for victim in found}
    added: list[Victim] = []
    for i, unit in enumerate(line.units):
        victim = next((victim for victim in found if unit.people is not None and victim.people == unit.people), None)
        listed = SPELLED_OUT.match(line.letters, i + 1) if victim else None
        if victim is None or listed is None:
            continue
        members = [line.units[at].people for at in range(*listed.span(1)) if line.letters[at] == "M"]
        whole = victim.people.number
        total = sum((people.number or 0) for people in members if people)
        if whole == total or (
            whole is None and victim.people.sort == "whole" and line.letters[listed.end() : listed.end() + 1] == ","
        ):
            added += [
                victim._replace(
                    people=people, part=whole is not None, told=False, verb=INHERITED if whole else victim.verb
                )
                for people in members
                if people is not None and people.first not in known
            ]
    return sorted(found + added, key=lambda victim: victim.people.first)
