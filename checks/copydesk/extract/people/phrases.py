"""What phrases tell without a role word: "12 deaths", "no injuries", "lost their lives", "taken to hospital", "the toll rose to"."""

from collections.abc import Iterator

from copydesk.extract.people.clause import before, objects, subjects
from copydesk.extract.people.line import ROLE_OF, Line, People
from copydesk.extract.people.victim import INHERITED, REFLEXIVE, Victim, in_role
from copydesk.lexicon import people as lexicon

TOLL_REACH = 9  # units between "death toll" and its figure


def by_itself(line: Line, i: int) -> Iterator[Victim]:
    """A phrase that says its role: "12 deaths", "the six murdered priests", "one fatally"."""
    people = line.units[i].people
    assert people is not None
    fact = people.fact
    if fact is not None and fact.of and (role := lexicon.COUNTED_ROLES.get(fact.of[-1])):
        yield Victim(role, people, line.sentence, told=True)
    elif people.role is not None:
        yield Victim(people.role, people, line.sentence, verb=i)
    elif i + 1 < len(line.units) and line.letters[i + 2 : i + 3] not in ("V", "b"):
        if line.units[i + 1].word == "fatally":
            yield Victim("killed", people, line.sentence, part=True, verb=i + 1)
        elif line.units[i + 1].word in lexicon.GRAVELY and fact is not None:
            yield Victim("injured", people, line.sentence, part=True, verb=INHERITED)


def none_of(line: Line, i: int) -> Iterator[Victim]:
    """ "No injuries", "no serious casualties"."""
    for unit in line.units[i + 1 : i + 4]:
        if unit.word in lexicon.NO_HARM:
            people = People("none", 0, line.units[i].first, unit.last)
            yield Victim(lexicon.NO_HARM[unit.word], people, line.sentence, told=True)
            return


def of_phrase(line: Line, i: int, word: str) -> Iterator[Victim]:
    units = line.units
    following = [unit.word for unit in units[i + 1 : i + 12]]
    if word == "lost" and lexicon.LOST_LIFE.intersection(following[:3]):
        yield from in_role(line, i, subjects(line, i), "killed")
    elif word in lexicon.TAKES_LIVES and "own" in following[:2] and lexicon.LOST_LIFE.intersection(following[:3]):
        yield Victim("killed", _himself(line, i), line.sentence, verb=i)
    elif (
        word in lexicon.TURNED and lexicon.WEAPONS.intersection(following[:4]) and REFLEXIVE.intersection(following[:6])
    ):
        yield Victim("killed", _himself(line, i), line.sentence, verb=i)
    elif word in lexicon.TAKES_LIVES and lexicon.LOST_LIFE.intersection(following[:3]):
        members = objects(line, i + 1 + following.index("of")) if "of" in following[:4] else objects(line, i)
        yield from in_role(line, i, members, "killed")
    elif word in lexicon.SUFFERED and lexicon.HARM.intersection(following):
        yield from in_role(line, i, subjects(line, i), "injured")
    elif word in lexicon.STRUCK:
        yield from _struck(line, i, following)
    elif word in lexicon.TAKEN and lexicon.HOSPITAL.intersection(following) and before(line, i, "a")[0] in "bM":
        yield from in_role(line, i, subjects(line, i), "injured", weak=True)
    elif word in lexicon.SENT and lexicon.HOSPITAL.intersection(following):
        yield from in_role(line, i, objects(line, i), "injured", weak=True)
    elif word in lexicon.CONDITIONS and following[:1] == ["condition"]:
        yield from in_role(line, i, subjects(line, i), "injured", weak=True)
    elif word == "toll" or (word == "number" and following[:1] == ["of"]):
        yield from _toll(line, i, following)


def _himself(line: Line, i: int) -> People:
    """Who "took his own life", "turned the gun on himself"."""
    return People("pronoun", 1, line.units[i].first, line.units[i].last, word="himself")


def _struck(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "The bullet hit a boy in the leg", "she was struck by gunfire"."""
    words = {*following, *(unit.word for unit in line.units[max(0, i - 6) : i])}
    if lexicon.BODY_PARTS.isdisjoint(following) and lexicon.MISSILES.isdisjoint(words):
        return
    passive = before(line, i, "a")[0] == "b"
    yield from in_role(line, i, subjects(line, i) if passive else objects(line, i), "shot")


def _toll(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "The death toll rose to 14", "a toll of 14", "the number of injured stands at 30": the figure reached, not the one before."""
    role = "killed"
    if line.units[i].word == "number":
        nouns = [lexicon.TOLL_NOUNS[word] for word in following[1:4] if word in lexicon.TOLL_NOUNS]
        if not nouns:
            return
        role = nouns[0]
    for j in range(i + 1, min(len(line.units), i + TOLL_REACH)):
        people = line.units[j].people
        if people is not None and people.fact is not None and line.units[j - 1].word != "from":
            after = line.units[j + 1].word if j + 1 < len(line.units) else ""
            yield Victim(ROLE_OF.get(after, ("", role))[1], people, line.sentence, told=True)  # "a toll of 9 injured"
            return
