"""What role words tell: killed, wounding, died, the death of; each with its own grammar."""

from collections.abc import Iterator

from copydesk.extract.people.clause import before, is_passive, merged, objects, shouted_subjects, subjects
from copydesk.extract.people.letters import ROLE_OF
from copydesk.extract.people.units import Line, People
from copydesk.extract.people.victim import INHERITED, Victim, in_role
from copydesk.late import late
from copydesk.lexicon import people as lexicon
from copydesk.lexicon import persons
from copydesk.lexicon.nouns import PRESENT, VERBS, singular
from copydesk.lexicon.roles import NOT_TO_DEATH, TO_DEATH_ACTIVE

# "The murder in Lima on Friday of …"
OF_WHOM = late(r"(?:(?:i[DAH]?[wC#T]{1,3}|T){1,2})?f")

# "Also killed in the crash were …"
INVERTED = late(r"(?:i[DAH]?[wCGNT#]{1,3}|T)*b(?=[Mw])")
# "The 12 dead batteries were".
ADJECTIVE = late(r"w{1,2}[bhv]")
# "The 31" of "the 31 killed".
GROUP = late(r"D?M?$")
# Participles in a row, before and behind one: "shot and killed".
CHAINED_BEFORE, CHAINED_BEHIND = late(r"V[aT]*[,&]*[&]?[aT]*$"), late(r"[aT]*[,&]*[aT]*V")
# Things, behind a participle that then is no passive: "killed the bill".
HEARD = frozenset("heard hears hear hearing fired fires fire firing took takes take taking".split())
THINGS = late(r"a*[DHA#]")
# "A man who police fatally shot"; "four shot outside club".
WHOM, BESIDE = late(r"M,?r(?:M|w{1,2}|C{1,3})[ahT]*$"), late(r"M[,gTa]*$")
# Another verb of the same people, before and behind.
JOINED_BEFORE, JOINED_BEHIND = late(r"([VGEJ])[aT]*(,?&|,)[aT]*$"), late(r"[aT]*[&]+[aT]*([VGEJ])")


# Nouns that are verbs between those who do it and a figure: "police arrest three".
VERBS_TOO = frozenset({"arrest", "murder", "rescue", "massacre"})


def of_role_word(line: Line, i: int) -> Iterator[Victim]:
    letter, word = line.letters[i], line.units[i].word
    role = ROLE_OF[word][1]
    if letter == "N" and word in VERBS_TOO and _is_done(line, i):
        letter = "E"
    if letter in "VJ" and line.letters[i - 1 : i] in ("D", "M"):
        yield from _of_group(line, i, role)
    if letter in "VJ" and line.letters[i - 1 : i] == "D":
        return
    if letter == "V":
        yield from _of_participle(line, i, role)
    elif letter in "GE":
        if _is_unreal(line, i) and role not in lexicon.PLANNED:
            return
        members = [
            people
            for people in objects(line, i)
            if not (people.sort == "single" and people.noun in persons.SUFFERERS)
            and not (people.sort == "unknown" and role == "shot")
        ]
        if not members and line.letters[i + 1 : i + 2] == "f":
            members = objects(line, i + 1, noun=True) or (_unnamed(line, i + 2) if role == "killed" else [])
        yield from in_role(line, i, members, _joined_role(line, i, role))
    elif letter == "J":
        if ADJECTIVE.match(line.letters, i + 1) or _are_things(line, i):
            return  # "the 12 dead batteries were replaced", "counted 40 dead birds"
        if before(line, i, "aT")[0] in "bM" or (i and line.units[i - 1].word == "went"):
            yield from in_role(line, i, subjects(line, i), _joined_role(line, i, role))
    elif letter == "d":
        members = subjects(line, i)
        if not _is_unreal(line, i) and not (word == "die" and any(m.number == 1 for m in members)):
            yield from in_role(line, i, members, role)
    elif i > 2 and line.letters[i - 2] == "M" and line.units[i - 1].word == "to":
        doing = line.units[i - 3].word  # "beat a man to death", "crushing two people to death"
        people = line.units[i - 2].people if doing in TO_DEATH_ACTIVE or _does(doing) else None
        yield from in_role(line, i, [people] if people else [], role)
    elif not _is_unreal(line, i):
        yield from in_role(line, i, _of_noun(line, i), role)


def _does(word: str) -> bool:
    return word.endswith(("ed", "ing")) and word not in NOT_TO_DEATH


def _are_things(line: Line, i: int) -> bool:
    """Is what the figure before counts named behind the adjective, in the plural?"""
    behind = line.units[i + 1] if line.letters[i + 1 : i + 2] == "w" else None
    noun = singular(behind.word) if behind else None
    return noun is not None and noun not in PRESENT and noun not in VERBS and line.letters[i - 1 : i] == "M"


def _is_done(line: Line, i: int) -> bool:
    """ "Police arrest three after raid": by more than one, to so many."""
    doing = line.units[i - 1] if i else None
    people = line.units[i + 1].people if i + 1 < len(line.units) else None
    if doing is None or people is None or people.fact is None:
        return False
    return singular(doing.word) is not None or doing.word in persons.GROUPS or doing.word == "police"


def _is_unreal(line: Line, i: int) -> bool:
    """ "To kill", "threatened to harm or kill"; but not "what moved him to kill"."""
    at = i - 2 if line.letters[max(0, i - 1) : i] == "&" else i
    if at <= 0 or line.units[at - 1].word not in lexicon.UNREAL:
        return False
    return lexicon.BROUGHT_TO.isdisjoint(unit.word for unit in line.units[max(0, at - 7) : at - 1])


def _of_group(line: Line, i: int, role: str) -> Iterator[Victim]:
    """Some of "the dead", "the 31 killed": who they include, who is among them."""
    first = i - len(GROUP.search(line.letters[:i])[0])  # type: ignore[index]
    among = first > 0 and line.units[first - 1].word == "among"
    following = line.letters[i + 1 : i + 2]
    if following == "b" and (among or line.letters[i - 1] == "D") or following == "m" and line.letters[i - 1] == "D":
        members = objects(line, i + 1)
    elif among:
        members = [people for people in subjects(line, first - 1) if people.sort != "pronoun"]
    else:
        return
    for victim in in_role(line, i, members, role):
        yield victim._replace(part=True, verb=INHERITED)


def _of_noun(line: Line, i: int) -> list[People]:
    """Whose death a noun tells: the death of a woman, her death, Smith's death, the two priests' murder."""
    units = line.units
    if line.letters[i - 1 : i] == "H" and i > 2 and units[i - 2].word == "to":
        return subjects(line, i - 3)  # "were swept to their deaths"
    if whose := OF_WHOM.match(line.letters, i + 1):
        at = whose.end() - 1
        return objects(line, at, noun=True) or _unnamed(line, at + 1)
    if i == 0 or units[min(i + 1, len(units) - 1)].word in lexicon.NOT_DONE:
        return []
    owner = units[i - 1]
    if owner.people is not None and units[i].first - owner.last == 2:
        return [owner.people]
    if units[i].word in lexicon.BODIES:
        return _of_body(line, i)
    if line.letters[i - 1] == "H" and owner.word not in ("its", "their", "our", "my", "your"):
        return [People("pronoun", 1, owner.first, owner.last)]
    return []


def _of_body(line: Line, i: int) -> list[People]:
    """Whose body it is: a hiker's; hers, if it was found."""
    owner = line.units[i - 1]
    if owner.word in ("his", "her"):
        found = line.units[i + 2].word in lexicon.FOUND if i + 2 < len(line.units) else False
        return [People("pronoun", 1, owner.first, owner.last)] if found else []
    noun = persons.PERSON_OF.get(owner.word[:-2], "") if owner.word.endswith(("'s", "’s")) else ""
    return [People("single", 1, owner.first, owner.last, noun=noun)] if noun else []


def _unnamed(line: Line, i: int) -> list[People]:
    """In a text in capitals: the person whom an unknown word stands for, where only a person can."""
    if not line.capitals or line.letters[i : i + 1] != "w" or line.units[i].word in lexicon.NOT_NAMES:
        return []
    return [People("unknown", 1, line.units[i].first, line.units[i].last)]


def _of_participle(line: Line, i: int, role: str) -> Iterator[Victim]:
    """A participle is passive behind "be" ("were killed"), active before people ("killed three"), else it stands to the people
    before it ("three killed in crash"). Several in a row share their people ("was shot and killed")."""
    first = i
    while chained := CHAINED_BEFORE.search(line.letters[:first]):
        first = chained.start()
    last = i
    while following := CHAINED_BEHIND.match(line.letters, last + 1):
        last = following.end() - 1
    ahead, _ = before(line, first, "aT")
    joined = _joined_role(line, i, role)
    if ahead in " ;" and (whom := INVERTED.match(line.letters, last + 1)):
        for victim in in_role(line, i, objects(line, whom.end() - 1), joined):
            yield victim._replace(active=False)
    elif ahead == "b" or (is_passive(line, first) and not objects(line, last)):
        members = (shouted_subjects(line, first) if line.capitals else []) or subjects(line, first)
        if len(members) > 1 and line.units[before(line, first, "aT")[1]].word == "was":
            members = [merged(members)]  # "the senator and presidential candidate was killed"
        members = _with_unnamed(line, first, members)
        company = next((at for at in range(last + 1, len(line.units)) if line.units[at].word == "along-with"), 0)
        if company and not set(line.letters[last + 1 : company]) & set("VGEdvbr;"):
            members = members + objects(line, company)
        yield from in_role(line, i, members or _unnamed_subject(line, first), joined)
    elif members := objects(line, last):
        yield from in_role(line, i, members if joined != "shot" or any(map(_somebody, members)) else [], joined)
    elif THINGS.match(line.letters, last + 1) or (role == "shot" and line.letters[last + 1 : last + 2] in ("b", "v")):
        return  # "the senators killed the bill", "one shot was fired"
    elif role == "shot" and first > 1 and line.units[first - 2].word in HEARD:
        return  # "he heard one shot"
    elif whom := WHOM.search(line.letters[:first]):
        people = line.units[whom.start()].people  # "a man who police fatally shot"
        yield from in_role(line, i, [people] if people else [], joined)
    elif BESIDE.search(line.letters[:first]):
        members = [people for people in subjects(line, first) if people.sort != "pronoun"]
        beside = line.units[first - 1].people  # "four shot outside club"
        if beside is not None and beside.whole is not None:  # "one of four people killed"
            members = [beside.whole if member is beside else member for member in members]
            yield from (part._replace(part=True, verb=INHERITED) for part in in_role(line, i, [beside], joined))
        yield from in_role(line, i, [m for m in members if joined != "shot" or m is beside or _somebody(m)], joined)


def _somebody(people: People) -> bool:
    """Do the words tell people from other things shot: photographs, a score?"""
    return people.sort != "unknown" and bool(people.noun or people.name or people.age or people.sort == "pronoun")


def _with_unnamed(line: Line, i: int, members: list[People]) -> list[People]:
    """In a text in capitals: with the person whose name is not seen, where "and his brother were killed" tells of two."""
    verb = line.units[before(line, i, "aT")[1]].word
    if not line.capitals or verb != "were" or [member.number for member in members] != [1]:
        return members
    at = next(index for index, unit in enumerate(line.units) if unit.people is members[0])
    joined = line.units[at - 1]
    return [People("unknown", 1, joined.first, joined.last), *members] if joined.letter == "&" else members


def _unnamed_subject(line: Line, i: int) -> list[People]:
    """In a text in capitals: somebody who "was killed"."""
    at = i - 1
    while at >= 0 and line.letters[at] in "abhT":
        at -= 1
    singular = any(unit.word in ("was", "is", "has") for unit in line.units[at + 1 : i])
    return _unnamed(line, at) if singular and at >= 0 else []


def _acts(line: Line, i: int, joined: int) -> bool:
    """ "Left three dead and injured four": an adjective has no part in what the verb joined to it does to others."""
    return line.letters[i] == "J" and bool(objects(line, joined))


def _joined_role(line: Line, i: int, role: str) -> str:
    """The role of verbs that share their people: killed and injured is one figure for both; shot and killed is killed."""
    roles = {role}
    before = JOINED_BEFORE.search(line.letters[:i])
    if before and not _acts(line, before.start(), i) and (before[2] != "," or line.letters[i] == "V"):
        roles.add(ROLE_OF[line.units[before.start()].word][1])  # not "three dead, injures 12"
    after = JOINED_BEHIND.match(line.letters, i + 1)
    if after and not _acts(line, i, after.start(1)):
        roles.add(ROLE_OF[line.units[after.start(1)].word][1])
    if roles >= {"killed", "injured"}:
        return "killed+injured"
    for strongest in ("killed", "injured", "shot", "stabbed"):
        if strongest in roles:
            return strongest
    return role
