"""Who suffers what: the people that a sentence's role words are about, whichever way English says it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.extract.people.line import ROLE_OF, Line, People, line
from copydesk.lexicon import people as lexicon
from copydesk.model import Fact, Span
from copydesk.tokens import Page

# People joined in a list; in capitals, names stand as unknown words behind their titles.
LIST = re.compile(r"[aT]*(M(?:,?g?,?M)*(?:,?g?,?&f?[aT]*M)?)")
SHOUTED_LIST = re.compile(r"[aT]*(Mw{0,4}(?:,?g?,?Mw{0,4})*(?:,?g?,?&f?[aT]*M)?)")
HOSPITAL = frozenset("hospital hospitals hospitalised hospitalized clinic center centre".split())
TAKEN = frozenset("taken rushed airlifted transported flown sent admitted brought transferred driven carried".split())
SENT = frozenset("sent sends sending put puts putting landed hospitalizing".split())
SUFFERED = frozenset("suffered sustained received suffering sustaining receiving suffers sustains".split())
HARM = frozenset("injuries injury wounds wound burns trauma".split())
CONDITIONS = frozenset("critical stable serious fair guarded good grave".split())
LOST_LIFE = frozenset("life lives".split())
TAKES_LIVES = frozenset("claimed claims claiming took takes taking cost costs costing".split())
TOLL_REACH = 9  # units between "death toll" and its figure
REACH = 16  # units between a verb and its subject
CLAUSE_STARTS = frozenset("when while after before as where because since until but".split())
INHERITED = -2
NOT_NAMES = frozenset("it nothing everything attack bomb vehicle car plan crime all some many several".split())
UNREAL = frozenset("to would could might may will can attempted threatened threatening".split())
TRIGGERS = (
    frozenset(ROLE_OF)
    | frozenset(lexicon.TOLL_NOUNS)
    | frozenset(word for pair in lexicon.PAIRS for word in pair if word not in ("no", "one", "off", "away"))
    | lexicon.TO_DEATH
    | LOST_LIFE
    | HARM
    | HOSPITAL
    | frozenset("toll casualties casualty fatality fatalities fatally condition arrests infections layoffs evacuees refugees".split())
)


class Victim(NamedTuple):
    """People in a role. `part`: they are a part of another figure of the sentence; `weak`: only their treatment tells (in hospital)."""

    role: str
    people: People
    sentence: Span
    part: bool = False
    weak: bool = False
    verb: int = -1  # the unit of the role word
    also: bool = False  # "was also killed": besides others
    told: bool = False  # by a toll: "the death toll rose to 14", "12 deaths"


def victims(page: Page, facts: list[Fact]) -> list[Victim]:
    """All people in a role, in the order of the text, looked for only in sentences with a role word."""
    lower, starts = page.lower, page.starts
    wanted = {page.sentence_index(starts[i]) for i, word in enumerate(lower) if word in TRIGGERS}
    if not wanted:
        return []
    at = {page.index_at(fact.span.start): fact for fact in facts}
    found: list[Victim] = []
    for index in sorted(wanted):
        found += _in_line(line(page, page.sentences[index], at))
    return found


def _in_line(line: Line) -> list[Victim]:
    letters, units = line.letters, line.units
    found: list[Victim] = []
    if "M" not in letters:
        return found
    for i, letter in enumerate(letters):
        if letter in "VGEJdN":
            if not _negated(line, i):
                found += _of_role_word(line, i)
        elif letter == "M":
            found += _by_itself(line, i)
        elif letter in "wvCa":
            found += _of_phrase(line, i, units[i].word)
    return _with_parts(line, _once(line, found))


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
        before = [victim for victim in result if victim.people.first < people.first]
        wholes = [victim for victim in before if not victim.part]
        separators = re.search(r"M([,&]+)$", line.letters[:i])
        joined = separators and before and before[-1].verb == INHERITED and before[-1].people.first == _at(line, separators)
        listed = i > 0 and (line.letters[i - 1] == "m" or joined)
        if before and (listed or people.sort == "part"):
            whole = (wholes or before)[-1]
            result.append(whole._replace(people=people, part=True, told=False, verb=INHERITED))
            result.sort(key=lambda victim: victim.people.first)
    return result


def _at(line: Line, found: re.Match[str]) -> int:
    return line.units[found.start()].first


# ---------------------------------------------------------------- role words


def _of_role_word(line: Line, i: int) -> Iterator[Victim]:
    letter, word = line.letters[i], line.units[i].word
    role = ROLE_OF[word][1]
    if letter == "V":
        yield from _of_participle(line, i, role)
    elif letter in "GE":
        if i and line.units[i - 1].word in UNREAL:
            return
        members = [people for people in _objects(line, i) if people.sort != "single" or people.noun not in lexicon.SUFFERERS]
        if not members and line.letters[i + 1 : i + 2] == "f":
            members = _objects(line, i + 1, noun=True)
        yield from _victims(line, i, members, _joined_role(line, i, role))
    elif letter == "J":
        if _before(line, i, "a")[0] in "bM" or (i and line.units[i - 1].word == "went"):
            yield from _victims(line, i, _subjects(line, i), role)
    elif letter == "d":
        members = _subjects(line, i)
        if not (i and line.units[i - 1].word in UNREAL) and not (word == "die" and any(m.count == 1 for m in members)):
            yield from _victims(line, i, members, role)
    elif not (i and line.units[i - 1].word in UNREAL):
        yield from _victims(line, i, _of_noun(line, i), role)


def _of_noun(line: Line, i: int) -> list[People]:
    """Whose death a noun tells: the death of a woman, her death, Smith's death, the two priests' murder."""
    units = line.units
    if line.letters[i + 1 : i + 2] == "f":
        return _objects(line, i + 1, noun=True) or _unnamed(line, i + 2)
    if i == 0:
        return []
    before = units[i - 1]
    if before.people is not None and units[i].first - before.last == 2:
        return [before.people]
    if units[i].word in ("body", "bodies", "remains"):
        return []
    if line.letters[i - 1] == "H" and before.word not in ("its", "their", "our", "my", "your"):
        return [People("pronoun", 1, before.first, before.last)]
    return []


def _unnamed(line: Line, i: int) -> list[People]:
    """In a text in capitals: the person whom an unknown word stands for, where only a person can."""
    if not line.shouted or line.letters[i : i + 1] != "w" or line.units[i].word in NOT_NAMES:
        return []
    return [People("unknown", 1, line.units[i].first, line.units[i].last)]


def _of_participle(line: Line, i: int, role: str) -> Iterator[Victim]:
    """A participle is passive behind "be" ("were killed"), active before people ("killed three"), else it stands to the people
    before it ("three killed in crash"). Several in a row share their people ("was shot and killed")."""
    first = i
    while chained := re.search(r"V[aT]*[,&]*[&]?[aT]*$", line.letters[:first]):
        first = chained.start()
    last = i
    while following := re.match(r"[aT]*[,&]*[aT]*V", line.letters[last + 1 :]):
        last += following.end()
    before, _ = _before(line, first, "aT")
    joined = _joined_role(line, i, role)
    if before == "b":
        members = _subjects(line, first)
        if len(members) > 1 and line.units[_before(line, first, "aT")[1]].word == "was":
            members = [_merged(members)]  # "the senator and presidential candidate was killed"
        if line.letters[last + 1 : last + 3] == "&M" and line.units[last + 1].word == "along-with":
            members = members + _objects(line, last + 1)
        yield from _victims(line, i, members or _unnamed_subject(line, first), joined)
    elif objects := _objects(line, last):
        yield from _victims(line, i, objects, joined)
    elif re.search(r"M[,gTa]*$", line.letters[:first]):
        members = [people for people in _subjects(line, first) if people.sort != "pronoun"]
        yield from _victims(line, i, members, joined)


def _unnamed_subject(line: Line, i: int) -> list[People]:
    """In a text in capitals: somebody who "was killed"."""
    at = i - 1
    while at >= 0 and line.letters[at] in "abhT":
        at -= 1
    singular = any(unit.word in ("was", "is", "has") for unit in line.units[at + 1 : i])
    return _unnamed(line, at) if singular and at >= 0 else []


def _joined_role(line: Line, i: int, role: str) -> str:
    """The role of verbs that share their people: killed and injured is one figure for both; shot and killed is killed."""
    roles = {role}
    before = re.search(r"([VGE])[aT]*[&,]+[aT]*$", line.letters[:i])
    if before:
        roles.add(ROLE_OF[line.units[before.start()].word][1])
    after = re.match(r"[aT]*[&]+[aT]*([VGE])", line.letters[i + 1 :])
    if after:
        roles.add(ROLE_OF[line.units[i + 1 + after.start(1)].word][1])
    if roles >= {"killed", "injured"}:
        return "killed+injured"
    for strongest in ("killed", "injured", "shot"):
        if strongest in roles:
            return strongest
    return role


def _victims(line: Line, i: int, members: list[People], role: str, weak: bool = False) -> Iterator[Victim]:
    for people in members:
        yield Victim(role, people, line.sentence, people.sort == "part", weak, verb=i, also=_also(line, i))


def _also(line: Line, i: int) -> bool:
    while i > 0 and line.letters[i - 1] in "abhT":
        i -= 1
        if line.units[i].word == "also":
            return True
    return False


# ---------------------------------------------------------------- people that a phrase is about


def _by_itself(line: Line, i: int) -> Iterator[Victim]:
    """A phrase that says its role: "12 deaths", "the six murdered priests", "one fatally"."""
    people = line.units[i].people
    assert people is not None
    fact = people.fact
    if fact is not None and fact.of and (role := lexicon.COUNTED_ROLES.get(fact.of[-1])):
        yield Victim(role, people, line.sentence, told=True)
    elif people.role is not None:
        yield Victim(people.role, people, line.sentence, verb=i)
    elif i + 1 < len(line.units) and line.units[i + 1].word == "fatally" and line.letters[i + 2 : i + 3] != "V":
        yield Victim("killed", people, line.sentence, part=True, verb=i + 1)


def _of_phrase(line: Line, i: int, word: str) -> Iterator[Victim]:
    units = line.units
    following = [unit.word for unit in units[i + 1 : i + 12]]
    if word == "lost" and LOST_LIFE.intersection(following[:3]):
        yield from _victims(line, i, _subjects(line, i), "killed")
    elif word in TAKES_LIVES and LOST_LIFE.intersection(following[:3]):
        objects = _objects(line, i + 1 + following.index("of")) if "of" in following[:4] else _objects(line, i)
        yield from _victims(line, i, objects, "killed")
    elif word in SUFFERED and HARM.intersection(following):
        yield from _victims(line, i, _subjects(line, i), "injured")
    elif word in TAKEN and HOSPITAL.intersection(following) and _before(line, i, "a")[0] in "bM":
        yield from _victims(line, i, _subjects(line, i), "injured", weak=True)
    elif word in SENT and HOSPITAL.intersection(following):
        yield from _victims(line, i, _objects(line, i), "injured", weak=True)
    elif word in CONDITIONS and following[:1] == ["condition"]:
        yield from _victims(line, i, _subjects(line, i), "injured", weak=True)
    elif word == "toll" or (word == "number" and following[:1] == ["of"]):
        yield from _toll(line, i, following)


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
            yield Victim(role, people, line.sentence, told=True)
            return


# ---------------------------------------------------------------- subjects and objects


def _before(line: Line, i: int, skipped: str) -> tuple[str, int]:
    """The nearest letter before unit i that isn't skipped, and its index; a space at the beginning of the line."""
    j = i - 1
    while j >= 0 and line.letters[j] in skipped:
        j -= 1
    return (line.letters[j], j) if j >= 0 else (" ", -1)


def _subjects(line: Line, i: int) -> list[People]:
    """The people that the verb at i has for its subject: the nearest before it in its clause, not behind a preposition if it
    can be helped, with those joined to it."""
    letters, units = line.letters, line.units
    _, j = _before(line, i, "bhaT")
    if j >= 0 and letters[j] == "&":
        return _first_subject(line, j)
    spare = -1
    while j >= max(0, i - REACH):
        letter = letters[j]
        if letter == "M":
            beside = j == i - 1 and letters[j - 1 : i] == "iM"  # "with 12 people injured"
            if j and letters[j - 1] in "fi" and units[j - 1].word not in CLAUSE_STARTS and not beside:
                spare = j if spare < 0 else spare
                j -= 1
            else:
                return _joined_before(line, j)
        elif letter == "V" and j and letters[j - 1] == "M":
            return _joined_before(line, j - 1)
        elif letter in "vVGEd" and (relative := letters.rfind("r", max(0, j - REACH), j)) > 0:
            if letters[relative - 1] not in "M,":
                break
            j = relative
        elif letter in "vVGEd;" or (letter == "i" and units[j].word in CLAUSE_STARTS):
            break
        j -= 1
    return _joined_before(line, spare) if spare >= 0 else []


def _first_subject(line: Line, i: int) -> list[People]:
    """The subject of a verb joined by "and" at i to verbs before it: the first people of the clause."""
    begin = i
    while begin > 0 and line.letters[begin - 1] not in ";r" and line.units[begin - 1].word not in CLAUSE_STARTS:
        begin -= 1
    if begin and line.letters[begin - 1] == "r" and line.letters[begin - 2 : begin - 1] in ("M", ","):
        begin = max(0, line.letters.rfind("M", 0, begin))
    for j in range(begin, i):
        if line.letters[j] == "M" and not (j > begin and line.letters[j - 1] in "fi"):
            following = j
            while found := re.match(r"M[,gT]*&[aT]*(?=M)", line.letters[following:i]):
                following += found.end()
            return _joined_before(line, following)
    return []


def _joined_before(line: Line, at: int) -> list[People]:
    """The phrase at a unit with those before it: "a man and his two daughters"; in apposition ("John Smith, a farmer,") one."""
    members = [at]
    separators = ""
    while found := re.search(r"M([,&gT]+)$", line.letters[: members[0]]):
        separators += found[1]
        members.insert(0, found.start())
    people = [member for index in members if (member := line.units[index].people)]
    return _told_apart(people, "&" in separators)


def _objects(line: Line, i: int, noun: bool = False) -> list[People]:
    """The people that come right behind the verb at i, with those joined to them."""
    letters = line.letters
    found = (SHOUTED_LIST if line.shouted else LIST).match(letters, i + 1)
    if not found:
        return []
    members = [index for index in range(found.start(1), found.end(1)) if letters[index] == "M"]
    if len(members) > 1 and not noun and re.match(r"[aT]*(?:h?b|V|d|J|h|v)", letters[members[-1] + 1 :]):
        members.pop()
    people = [member for index in members if (member := line.units[index].people)]
    return _told_apart(people, "&" in letters[members[0] : members[-1]])


def _told_apart(people: list[People], joined: bool) -> list[People]:
    """The people of a list; only the first where the rest spell it out ("two others, a man and a woman, …") or rename it ("John
    Smith, a farmer, …"). Headlines leave out the "and" ("mother, two sons killed")."""
    if len(people) < 2:
        return people
    if len(people) > 2 and people[0].count == sum(member.count or 0 for member in people[1:]):
        return people[:1]
    headline = all(member.sort in ("single", "figure") and not member.name for member in people)
    return people if joined or headline else [_merged(people)]


def _merged(people: list[People]) -> People:
    """One person or group named in several ways."""
    first = next((member for member in people if member.fact), people[0])
    name = next((member.name for member in people if member.name), "")
    age = next((member.age for member in people if member.age), "")
    noun = next((member.noun for member in people if member.noun), "")
    return first._replace(name=name, age=age, noun=noun)
