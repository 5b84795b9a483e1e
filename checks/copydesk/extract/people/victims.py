"""Who suffers what: the people that a sentence's role words are about, whichever way English says it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.extract.people.clause import before, merged, objects, subjects
from copydesk.extract.people.line import ROLE_OF, Line, People, line
from copydesk.lexicon import people as lexicon
from copydesk.model import Fact, Span
from copydesk.tokens import Page

HOSPITAL = frozenset("hospital hospitals hospitalised hospitalized clinic center centre".split())
TAKEN = frozenset("taken rushed airlifted transported flown sent admitted brought transferred driven carried".split())
SENT = frozenset("sent sends sending put puts putting landed hospitalizing".split())
SUFFERED = frozenset("suffered sustained received suffering sustaining receiving suffers sustains".split())
HARM = frozenset("injuries injury wounds wound burns trauma".split())
CONDITIONS = frozenset("critical stable serious fair guarded good grave".split())
LOST_LIFE = frozenset("life lives".split())
TAKES_LIVES = frozenset("claimed claims claiming took takes taking cost costs costing".split())
TOLL_REACH = 9  # units between "death toll" and its figure
NO_HARM = {
    "injuries": "injured",
    "injury": "injured",
    "deaths": "killed",
    "fatalities": "killed",
    "arrests": "arrested",
} | {"casualties": "killed+injured"}
GRAVELY = frozenset("critically seriously badly gravely severely slightly".split())
INHERITED = -2  # a part that has its role from the whole before it
NOT_NAMES = frozenset("it nothing everything attack bomb vehicle car plan crime all some many several".split())
UNREAL = frozenset("to would could might may will can attempted threatened threatening".split())
# Words of which a sentence needs one before it is worth a look.
TRIGGERS = (
    frozenset(ROLE_OF)
    | frozenset(lexicon.TOLL_NOUNS)
    | lexicon.TO_DEATH
    | HARM
    | frozenset(
        "fatally toll casualties casualty fatality fatalities hospital condition lives arrests infections layoffs refugees".split()
    )
    | frozenset("laid laying passed deaths evacuees killings homicides".split())
)
# The same for a whole article, as pieces of words, for those killed and hurt alone.
HARM_STEMS = (
    "kill murder slain slay assassinat massacr execut slaughter behead dead decease died dies dying perish succumb drown death body bodies"
    " injur wound hurt maim hospital graze shot shoot stab gunned riddled fatal toll casualt trauma burn condition lives beat passed"
).split()
HARM_TRIGGERS = frozenset(
    word for word in TRIGGERS if word not in ROLE_OF or ROLE_OF[word][1] in ("killed", "injured", "shot")
) - frozenset("missing arrests infections layoffs refugees evacuees laid laying".split())
PHRASE_WORDS = TAKES_LIVES | SUFFERED | TAKEN | SENT | CONDITIONS | {"lost", "toll", "number"}


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


def victims(page: Page, facts: list[Fact], triggers: frozenset[str] = TRIGGERS) -> list[Victim]:
    """All people in a role, in the order of the text, looked for only in sentences with a word of `triggers`."""
    starts = page.starts
    wanted = {page.sentence_index(starts[i]) for i, word in enumerate(page.lower) if word in triggers}
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
    for i, letter in enumerate(letters):
        if letter in "VGEJdN":
            if not _negated(line, i):
                found += _of_role_word(line, i)
        elif letter == "M":
            found += _by_itself(line, i)
        elif letter in "wvCa" and units[i].word in PHRASE_WORDS:
            found += _of_phrase(line, i, units[i].word)
        elif letter == "i" and units[i].word == "with" and letters[i - 1 : i] == "M":
            if HARM.intersection(unit.word for unit in units[i + 1 : i + 6]):  # "a man with gunshot wounds"
                found += _victims(line, i, subjects(line, i), "injured", weak=True)
        elif letter == "0":
            found += _none_of(line, i)
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


# ---------------------------------------------------------------- role words


def _of_role_word(line: Line, i: int) -> Iterator[Victim]:
    letter, word = line.letters[i], line.units[i].word
    role = ROLE_OF[word][1]
    if letter in "VJ" and line.letters[i - 1 : i] == "D":
        yield from _of_group(line, i, role)
    elif letter == "V":
        yield from _of_participle(line, i, role)
    elif letter in "GE":
        if i and line.units[i - 1].word in UNREAL:
            return
        members = [
            people for people in objects(line, i) if people.sort != "single" or people.noun not in lexicon.SUFFERERS
        ]
        if not members and line.letters[i + 1 : i + 2] == "f":
            members = objects(line, i + 1, noun=True) or (_unnamed(line, i + 2) if role == "killed" else [])
        yield from _victims(line, i, members, _joined_role(line, i, role))
    elif letter == "J":
        if re.match(r"w{1,2}[bhv]", line.letters[i + 1 :]):
            return  # "the 12 dead batteries were replaced"
        if before(line, i, "a")[0] in "bM" or (i and line.units[i - 1].word == "went"):
            yield from _victims(line, i, subjects(line, i), role)
    elif letter == "d":
        members = subjects(line, i)
        if not (i and line.units[i - 1].word in UNREAL) and not (word == "die" and any(m.number == 1 for m in members)):
            yield from _victims(line, i, members, role)
    elif not (i and line.units[i - 1].word in UNREAL):
        yield from _victims(line, i, _of_noun(line, i), role)


def _of_group(line: Line, i: int, role: str) -> Iterator[Victim]:
    """Some of "the dead", "the injured": who they include, who is among them."""
    among = i > 1 and line.units[i - 2].word == "among"
    if line.letters[i + 1 : i + 2] == "m" or (among and line.letters[i + 1 : i + 2] == "b"):
        members = objects(line, i + 1)
    elif among:
        members = subjects(line, i - 2)
    else:
        return
    for victim in _victims(line, i, members, role):
        yield victim._replace(part=True, verb=INHERITED)


def _of_noun(line: Line, i: int) -> list[People]:
    """Whose death a noun tells: the death of a woman, her death, Smith's death, the two priests' murder."""
    units = line.units
    if line.letters[i + 1 : i + 2] == "f":
        return objects(line, i + 1, noun=True) or _unnamed(line, i + 2)
    if i == 0:
        return []
    owner = units[i - 1]
    if owner.people is not None and units[i].first - owner.last == 2:
        return [owner.people]
    if units[i].word in ("body", "bodies", "remains"):
        return []
    if line.letters[i - 1] == "H" and owner.word not in ("its", "their", "our", "my", "your"):
        return [People("pronoun", 1, owner.first, owner.last)]
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
    ahead, _ = before(line, first, "aT")
    joined = _joined_role(line, i, role)
    if ahead == "b":
        members = subjects(line, first)
        if len(members) > 1 and line.units[before(line, first, "aT")[1]].word == "was":
            members = [merged(members)]  # "the senator and presidential candidate was killed"
        if line.letters[last + 1 : last + 3] == "&M" and line.units[last + 1].word == "along-with":
            members = members + objects(line, last + 1)
        yield from _victims(line, i, members or _unnamed_subject(line, first), joined)
    elif members := objects(line, last):
        yield from _victims(
            line, i, [m for m in members if joined != "shot" or m.noun or m.name or m.sort == "pronoun"], joined
        )
    elif re.match(r"a*[DHA#]", line.letters[last + 1 :]):
        return  # "the senators killed the bill"
    elif re.search(r"M[,gTa]*$", line.letters[:first]):
        members = [people for people in subjects(line, first) if people.sort != "pronoun"]
        yield from _victims(
            line, i, [m for m in members if joined != "shot" or m.noun or m.name or m.sort == "pronoun"], joined
        )


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
    elif i + 1 < len(line.units) and line.letters[i + 2 : i + 3] not in ("V", "b"):
        if line.units[i + 1].word == "fatally":
            yield Victim("killed", people, line.sentence, part=True, verb=i + 1)
        elif line.units[i + 1].word in GRAVELY and fact is not None:
            yield Victim("injured", people, line.sentence, part=True, verb=INHERITED)


def _none_of(line: Line, i: int) -> Iterator[Victim]:
    """ "No injuries", "no serious casualties"."""
    for unit in line.units[i + 1 : i + 4]:
        if unit.word in NO_HARM:
            people = People("none", 0, line.units[i].first, unit.last)
            yield Victim(NO_HARM[unit.word], people, line.sentence, told=True)
            return


def _of_phrase(line: Line, i: int, word: str) -> Iterator[Victim]:
    units = line.units
    following = [unit.word for unit in units[i + 1 : i + 12]]
    if word == "lost" and LOST_LIFE.intersection(following[:3]):
        yield from _victims(line, i, subjects(line, i), "killed")
    elif word in TAKES_LIVES and LOST_LIFE.intersection(following[:3]):
        members = objects(line, i + 1 + following.index("of")) if "of" in following[:4] else objects(line, i)
        yield from _victims(line, i, members, "killed")
    elif word in SUFFERED and HARM.intersection(following):
        yield from _victims(line, i, subjects(line, i), "injured")
    elif word in TAKEN and HOSPITAL.intersection(following) and before(line, i, "a")[0] in "bM":
        yield from _victims(line, i, subjects(line, i), "injured", weak=True)
    elif word in SENT and HOSPITAL.intersection(following):
        yield from _victims(line, i, objects(line, i), "injured", weak=True)
    elif word in CONDITIONS and following[:1] == ["condition"]:
        yield from _victims(line, i, subjects(line, i), "injured", weak=True)
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
