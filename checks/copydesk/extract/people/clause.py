"""What a verb's subject and objects are, on a line of letters: the nearest people before it in its clause, those right behind it."""

import re
from itertools import pairwise

from copydesk.extract.people.units import Line, People
from copydesk.late import late
from copydesk.lexicon import people as lexicon

# Patterns compiled when first used. People joined in a list: "the mayor of Tavira, 61, and two guards". In capitals, two to five unknown words are a name.
OF_PLACE = r"(?:(?:(?:f[DHA]?[wC]{1,3}){1,2}|i(?:D#w|[DHA]?[wC]{1,2})(?=,?&))(?![wC]))?"
AGES = r"(?:,?g(?:[,&]{0,2}g)*)?"
ASIDE = r",M(?:rb[aDwCM]{1,3}|M),(?=&)"  # "six monks, five of whom were Poles, and …"
LIST = late(rf"[aT]*(M{OF_PLACE}(?:{ASIDE})?(?:{AGES},?M{OF_PLACE})*(?:{AGES},?&f?[aT]*M)?)")
NAME = rf"(?P<people>M)(?:w{{1,5}}|{OF_PLACE})|w{{2,5}}"
OFFICE = rf"{ASIDE}|,[Mw](?:f[DHA]?M?w{{1,8}}){{1,2}}(?:,w)?,{{1,2}}(?=&)"  # "Ana Ruiz, leader of the Party of the Left (PL), and …"
SHOUTED = rf"(?:[aT]*(?:{NAME.replace('?P<people>', '?:')})(?:,g(?=,))?(?:{OFFICE})?)"
SHOUTED_LIST = late(rf"(?:iT,)?({SHOUTED}(?:,{SHOUTED})*(?:,?&f?{SHOUTED}){{0,3}})")
SHOUTED_BEFORE = rf"(?<![wbhvV])((?:{SHOUTED},)*{SHOUTED},?&{SHOUTED})[abhT]*$"
JOINED = late(r"M([,&gT]+)$")
APPOSITIONS = ({"whole", "named"}, {"indefinite", "named"})
# "Was bitten and hurt", "was hit by a car and killed".
JOINED_PASSIVE = r"b[aT]*[wv](?:i[DAHwCMG#]{1,5})?,?&[aT]*$"
# "The victim, identified as Ana Ruiz, 33, was hurt".
NAMED_ASIDE = late(r"M,v[^;vVdEbr]*,$")
# The object of a relative clause: "a man who stabbed three people".
OF_RELATIVE = late(r"M,?r[ahT]*[VvGE][aT]*M$")
REACH = 16  # units between a verb and its subject
MODALS = frozenset("may might could would should must will to can't couldn't".split())
TEMPORAL = frozenset("after before since until".split())
CLAUSE_STARTS = frozenset("when while after before as where because since until but".split())


def before(line: Line, i: int, skipped: str) -> tuple[str, int]:
    """The nearest letter before unit i that isn't skipped, and its index; a space at the beginning of the line."""
    j = i - 1
    while j >= 0 and line.letters[j] in skipped:
        j -= 1
    return (line.letters[j], j) if j >= 0 else (" ", -1)


def is_passive(line: Line, i: int) -> bool:
    """Does "be" stand before the verb at i, or before one that *and* joins to it?"""
    ahead, _ = before(line, i, "aT")
    return ahead == "b" or (ahead == "&" and bool(re.search(JOINED_PASSIVE, line.letters[:i])))


def subjects(line: Line, i: int) -> list[People]:
    """The people that the verb at i has for its subject: the nearest before it in its clause, not behind a preposition if it
    can be helped, with those joined to it."""
    letters, units = line.letters, line.units
    _, j = before(line, i, "bhaT")
    if (at := _set_off(line, j)) >= 0:
        return _joined_before(line, at)
    if j >= 0 and letters[j] == "&":
        return _first_subject(line, j)
    spare, aside = -1, False
    while j >= max(0, i - REACH):
        letter = letters[j]
        if letter == "M":
            beside = letters[i] in "VvJ" and all(
                unit.letter == "a" or unit.word == "being" for unit in units[j + 1 : i]
            )
            whom = OF_RELATIVE.search(letters, 0, j + 1) if letters[i - 1] in "ab" else None
            if whom and _agrees(line, whom.start(), i):
                return _joined_before(line, whom.start())
            if (j and letters[j - 1] in "fi" and units[j - 1].word not in CLAUSE_STARTS and not beside) or not _agrees(
                line, j, i
            ):  # not "with 12 people injured"
                spare = j if spare < 0 else spare
                j -= 1
            else:
                return _joined_before(line, j)
        elif letter in "Vv" and j and letters[j - 1] == "M":
            return _joined_before(line, j - 1) if _agrees(line, j - 1, i) else []
        elif letter == "G" and letters[j + 1] not in "MDHAn#x":
            pass  # "after a shooting", not somebody shooting others
        elif letter in "vVGEd" and (relative := letters.rfind("r", max(0, j - REACH), j)) > 0:
            if letters[relative - 1] not in "M,":
                break
            j = relative
        elif letter == "r" and line.capitals and letters[j - 1] == "v":
            break  # "said that …"
        elif letter == "i" and spare < 0 and (units[j].word in TEMPORAL or _is_meanwhile(line, j)):
            aside = True  # "after a shooting", "after being hit": no clause with a subject of its own
        elif aside and letter in "vVGEd":
            return subjects(line, j)
        elif letter in "vVGEd;" or (letter == "i" and units[j].word in CLAUSE_STARTS):
            break
        j -= 1
    return _joined_before(line, spare) if spare >= 0 else []


def _is_meanwhile(line: Line, j: int) -> bool:
    """ "While sitting on her porch": a clause without a subject of its own."""
    return line.units[j].word in ("while", "when") and line.units[j + 1].word.endswith("ing")


def _agrees(line: Line, j: int, i: int) -> bool:
    """May the people at unit j be the subject of the verb at i by their number: no single person, not joined to others, *were* hurt?"""
    people = line.units[j].people
    if people is None or people.number != 1 or people.fact is not None or line.letters[j - 1 : j] in ("&", ","):
        return True
    at = before(line, i, "aT")[1]
    if line.units[at].word == "been":
        at = before(line, at, "aT")[1]
        if line.units[at].word == "have":  # "may have been hurt" is of one as well
            return line.units[at - 1].word in MODALS
    return line.units[at].word not in ("were", "are")


def _set_off(line: Line, j: int) -> int:
    """The people whom a relative clause or an aside that ends at unit j sets off from their verb; -1 where there is none."""
    letters = line.letters
    if j < 1 or letters[j] not in ",r":
        return -1
    if letters[j] == ",":
        named = NAMED_ASIDE.search(letters, 0, j + 1)
        if named and line.units[named.start() + 2].word in lexicon.NAMED_AS:
            return named.start()  # "the victim, identified as Ana Ruiz, 33, was hurt"
        opening = letters.rfind(",", 0, j)
        if opening <= 0 or letters[opening - 1] != "M" or letters[opening + 1] in "&r,":
            return -1
        whom = re.search(r"MrVM$", letters[:opening])  # "a boy who shot four, two of them nurses, was hurt"
        return whom.start() if whom else opening - 1  # "thirty people, most of them women, were killed"
    if letters[j - 1] == "M":
        return j - 1 if letters[max(0, j - 2)] != "f" else -1  # "among four people who were shot"
    if whose := re.search(r"fMw{0,4}(?:,g)?,r$" if line.capitals else r"fM(?:,g)?,r$", letters[: j + 1]):
        return whose.start() + 1  # "the car of the judge, who died"
    if letters[j - 1] == "," and (whole := re.search(r"M,MM?$", letters[: j - 1])):
        those = line.units[whole.start() + 2].people
        if those is not None and those.sort == "part":
            return whole.start()  # "six priests, five of them Poles, who were killed"
    return -1


def _first_subject(line: Line, i: int) -> list[People]:
    """The subject of a verb joined by "and" at i to verbs before it: the first people of the clause."""
    earlier = before(line, i, "wCaT,")[1]
    if line.letters[earlier] == "V" and before(line, earlier, "a")[0] == "b":
        return subjects(line, earlier)  # "four men came, and one was shot and died"
    begin = i
    while begin > 0 and line.letters[begin - 1] not in ";r" and not _starts_clause(line, begin - 1):
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


def _starts_clause(line: Line, i: int) -> bool:
    """Does a clause of its own begin at unit i? Not with the *as* of "identified as"."""
    return line.units[i].word in CLAUSE_STARTS and not (i and line.units[i - 1].word in lexicon.NAMED_AS)


def _joined_before(line: Line, at: int) -> list[People]:
    """The phrase at a unit with those before it: "a man and his two daughters"; in apposition ("John Smith, a farmer,") one."""
    last = line.units[at].people
    if last is not None and last.sort == "part" and line.letters[at + 1 : at + 2] == "r":
        return [last]  # "80 people, 22 of whom drowned"
    members = [at]
    separators = ""
    while found := JOINED.search(line.letters[: members[0]]):
        if line.units[found.start()].word in ("him", "them"):
            break  # "tried to revive him and he was taken to hospital"
        separators += found[1]
        members.insert(0, found.start())
    if len(members) > 1 and "&" in line.letters[members[-2] : at] and _are_objects(line, members[0]):
        members = [at]  # "a fire killed two men, and a woman was hurt"
    if line.letters[: members[0]].endswith(("Mm", "M,m")):  # "four people including a child were hurt"
        return _joined_before(line, line.letters.rindex("M", 0, members[0]))
    return _told_apart(_renamed(line, members), "&" in separators)


def _are_objects(line: Line, i: int) -> bool:
    """Does what befalls the people at unit i stand before them, as of those that somebody killed?"""
    doing, verb = before(line, i, "aT")
    return doing in "VGE" and not is_passive(line, verb)


def objects(line: Line, i: int, noun: bool = False) -> list[People]:
    """The people that come right behind the verb at i, with those joined to them."""
    letters = line.letters
    found = (SHOUTED_LIST if line.capitals else LIST).match(letters, i + 1)
    if not found:
        return []
    end = found.end(1)
    members = [index for index in range(found.start(1), end) if letters[index] == "M"]
    if len(members) > 1 and (aside := re.compile(ASIDE).search(letters, *found.span(1))):
        members = [index for index in members if not aside.start() < index < aside.end()]
    if len(members) > 1 and not noun and re.match(r"w*[aT]*(?:h?b|V|d|J|h(?![DHAM])|v)", letters[members[-1] + 1 :]):
        end = members.pop()
    if line.capitals:
        return _shouted(line, found.start(1), end)
    return _told_apart(_renamed(line, members), "&" in letters[members[0] : members[-1]])


def shouted_subjects(line: Line, i: int) -> list[People]:
    """In a text in capitals: the people joined by "and" before the verb at i, names among them."""
    found = re.compile(SHOUTED_BEFORE).search(line.letters, 0, i)
    return _shouted(line, *found.span(1)) if found else []


def _shouted(line: Line, begin: int, end: int) -> list[People]:
    people: list[People] = []
    bare = False  # a title without a name yet: "senator and candidate Ana Ruiz" is one person
    for found in re.compile(rf"{OFFICE}|(?P<one>{NAME})").finditer(line.letters, begin, end):
        if found["one"] is None:
            continue
        first, last = line.units[found.start()], line.units[found.end() - 1]
        member = first.people
        if member is None:
            if first.word not in lexicon.NOT_NAMES and (not people or people[0].name):
                people.append(People("unknown", 1, first.first, last.last, name=last.word))
            continue
        title = member.sort == "single"
        named = line.letters[found.start() + 1 : found.start() + 2] == "w"
        if member.sort in ("single", "indefinite") and not named and people and people[-1].name:
            continue  # "Ana Ruiz, leader of …", "Ana Ruiz, a nurse, and …"
        if bare and title and named:
            people.pop()
        bare = title and not named
        if member.number is None and named and found.end() < end:
            member = member._replace(number=1)  # "Nuns Ana Ruiz and Eva Soler"
        people.append(member._replace(name=last.word) if named else member)
    return _told_apart(people, "&" in line.letters[begin:end])


def _renamed(line: Line, members: list[int]) -> list[People]:
    """The people of a list, one where a comma only adds the name or the trade: "her father, Ivo Matos, and …"."""
    people: list[People] = []
    before = -1
    for index in members:
        member = line.units[index].people
        if member is None:
            continue
        last = people[-1] if people else None
        comma = "&" not in line.letters[before + 1 : index]
        if last and comma and last.number == member.number == 1 and {last.sort, member.sort} in APPOSITIONS:
            people[-1] = merged([last, member])
        else:
            people.append(member)
        before = index
    return people


def _told_apart(people: list[People], joined: bool) -> list[People]:
    """The people of a list; only the first where the rest spell it out ("two others, a man and a woman, …") or rename it ("John
    Smith, a farmer, …"). Headlines leave out the "and" ("mother, two sons killed")."""
    if len(people) < 2:
        return people
    if len(people) > 2 and people[0].number == sum(member.number or 0 for member in people[1:]):
        return people[:1]
    headline = all(member.sort in ("single", "figure") and member.noun and not member.name for member in people)
    more = all(0 < (a.number or 0) < (b.number or 0) and a.noun and b.noun for a, b in pairwise(people))
    return people if joined or headline or more else [merged(people)]  # "killed his landlord, two tenants and fled"


def merged(people: list[People]) -> People:
    """One person or group named in several ways."""
    first = next((member for member in people if member.fact), people[0])
    name = next((member.name for member in people if member.name), "")
    age = next((member.age for member in people if member.age), "")
    noun = next((member.noun for member in people if member.noun), "")
    return first._replace(name=name, age=age, noun=noun)
