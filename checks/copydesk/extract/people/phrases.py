"""What phrases tell without a role word: "12 deaths", "no injuries", "lost their lives", "taken to hospital", "the toll rose to"."""

from collections.abc import Callable, Iterator

from copydesk.extract.people.clause import before, is_passive, objects, subjects
from copydesk.extract.people.letters import ROLE_OF
from copydesk.extract.people.units import Line, People
from copydesk.extract.people.victim import INHERITED, REFLEXIVE, Victim, in_role
from copydesk.lexicon import people as lexicon
from copydesk.lexicon import roles

TOLL_REACH = 12  # units between "death toll" and its figure
STRUCK_REACH = 8  # units between what flies and whom it struck
OPENED_FIRE = {"opened", "fire"}


def by_itself(line: Line, i: int) -> Iterator[Victim]:
    """A phrase that says its role: "12 deaths", "the six murdered priests", "one fatally"."""
    people = line.units[i].people
    assert people is not None
    fact = people.fact
    if people.word in lexicon.KILLERS and line.letters[i + 1 : i + 2] == "f":
        yield from in_role(line, i, objects(line, i + 1, noun=True), "killed")  # "the killers of the mayor"
    if people.whole is not None and people.role:  # "two of the six dead"
        yield Victim(people.role, people.whole, line.sentence, verb=i)
    verb = line.units[i + 1].word if i + 1 < len(line.units) else ""
    named = fact is not None and fact.of and verb not in lexicon.ELLIPTIC  # not "four suffered minor injuries"
    around = {unit.word for unit in line.units[max(0, i - 2) : i + 6]}
    if not lexicon.PREVENTED.isdisjoint(around):
        return
    living = fact is not None and not roles.LIVING_BODIES.isdisjoint(fact.of)
    if fact is not None and named and not living and (role := roles.COUNTED_ROLES.get(fact.of[-1])):
        yield Victim(role, people, line.sentence, verb=i, told=True)
    elif people.role is not None:
        part = people.sort == "part"
        yield Victim(people.role, people, line.sentence, part, verb=INHERITED if part else i)
    elif i + 1 < len(line.units) and line.letters[i + 2 : i + 3] not in ("V", "b"):
        if line.units[i + 1].word == "fatally":
            yield Victim("killed", people, line.sentence, part=True, verb=i + 1)
        elif line.units[i + 1].word in lexicon.GRAVELY and fact is not None:
            yield Victim("injured", people, line.sentence, part=True, verb=INHERITED)


def none_of(line: Line, i: int) -> Iterator[Victim]:
    """ "No injuries", "no deaths or injuries"."""
    units = line.units
    for j in range(i + 1, min(i + 4, len(units))):
        role = lexicon.NO_HARM.get(units[j].word)
        if role is None:
            continue
        if (
            line.letters[j + 1 : j + 2] == "&"
            and lexicon.NO_HARM.get(units[min(j + 2, len(units) - 1)].word, role) != role
        ):
            role, j = "killed+injured", j + 2
        others = "o" in line.letters[i + 1 : j]
        yield Victim(role, People("none", 0, units[i].first, units[j].last, others=others), line.sentence, told=True)
        return


def with_wounds(line: Line, i: int) -> Iterator[Victim]:
    """ "A man with gunshot wounds", "three men walked into a clinic with burns", "was left with serious injuries"."""
    words = [unit.word for unit in line.units[i + 1 : i + 5]]
    if lexicon.HARM.isdisjoint(words) and not _broken(words):
        return
    j = i - 1
    while j > 0 and line.letters[j] not in ";vVdEb":
        if line.letters[j] == "M" and line.letters[j - 1] not in "if":
            break
        j -= 1
    members = subjects(line, i if j == i - 1 or line.letters[j] == "M" else j)
    yield from in_role(line, i, [people for people in members if people.sort != "pronoun"], "injured", weak=True)


def of_phrase(line: Line, i: int, word: str) -> Iterator[Victim]:
    """What the phrase tells that begins with a word of PHRASE_WORDS."""
    following = [unit.word for unit in line.units[i + 1 : i + 12]]
    for words, telling in PHRASES:
        if word in words:
            found = list(telling(line, i, following))
            if found:
                yield from found
                return


def _lost(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Lost their lives", "lost their jobs", "five lives were lost"."""
    if is_passive(line, i):
        yield from in_role(line, i, [each for each in subjects(line, i) if _are_lives(each)], "killed")
    elif lexicon.LOST_LIFE.intersection(following[:3]):
        yield from in_role(line, i, subjects(line, i), "killed")
    elif _limb(following):
        yield from in_role(line, i, subjects(line, i), "injured")
    elif lexicon.JOBS.intersection(following[:3]):
        yield from in_role(line, i, subjects(line, i), "laid off")


def _limb(following: list[str]) -> bool:
    """ "A leg", "his left eye": one's own."""
    return following[:1] != [] and following[0] in lexicon.ONES_OWN and not lexicon.BONES.isdisjoint(following[1:3])


def _broke(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "A third broke his wrist"."""
    if _limb(following):
        yield from in_role(line, i, subjects(line, i), "injured")


def _overcome(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Were overcome by smoke"."""
    if is_passive(line, i) and following[:1] == ["by"] and lexicon.SMOKE.intersection(following[:4]):
        yield from in_role(line, i, subjects(line, i), "injured")


def _on_life_support(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    if i > 1 and (line.units[i - 2].word, line.units[i - 1].word) == ("on", "life"):
        yield from in_role(line, i, subjects(line, i - 2), "hospitalised", weak=True)


def _are_lives(people: People) -> bool:
    return people.fact is not None and bool(people.fact.of) and people.fact.of[-1] == "life"


def _took_lives(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Claimed 12 lives", "took the lives of four", "took his own life"."""
    if not lexicon.LOST_LIFE.intersection(following[:3]):
        return
    if "own" in following[:2]:
        yield Victim("killed", _himself(line, i), line.sentence, verb=i)
    else:
        at = i + 1 + following.index("of") if "of" in following[:4] else i
        yield from in_role(line, i, objects(line, at), "killed")


def _turned_weapon(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    if lexicon.WEAPONS.intersection(following[:4]) and REFLEXIVE.intersection(following[:6]):
        yield Victim("killed", _himself(line, i), line.sentence, verb=i)


def _suffered(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    if harm := lexicon.HARM.intersection(following) or _broken(following):
        how = following[: min(map(following.index, harm))]
        for victim in in_role(line, i, subjects(line, i), "killed" if "fatal" in how else "injured"):
            yield victim._replace(grave=not lexicon.SEVERITY.isdisjoint(how))


def _injuries_to(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Caused injuries to five others"."""
    if following[:1] == ["to"]:
        yield from in_role(line, i, objects(line, i + 1), "injured")


def _broken(words: list[str]) -> set[str]:
    """ "A broken arm", "fractured ribs": the word of harm, before a part of the body."""
    broken = {word for word in words if word in lexicon.BROKEN}
    return broken if any(not lexicon.BONES.isdisjoint(words[words.index(word) + 1 :][:2]) for word in broken) else set()


def _taken(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Were taken to hospital", "were pulled to safety", "were taken into custody"."""
    short = before(line, i, "a")[0] == "M" and not lexicon.WHERETO.isdisjoint(
        following[:1]
    )  # "two men flown to hospital"
    if (is_passive(line, i) or short) and (role := _whereto(following)):
        yield from in_role(line, i, subjects(line, i), role, weak=role == "hospitalised")


def _sent(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Sent nine people to hospital", "led 30 children to safety"."""
    if role := _whereto(following):
        yield from in_role(line, i, objects(line, i), role, weak=role == "hospitalised")


def _whereto(following: list[str]) -> str | None:
    ways = ((lexicon.HOSPITAL, "hospitalised"), (lexicon.SAFETY, "rescued"), (lexicon.CUSTODY, "arrested"))
    return next((role for words, role in ways if words.intersection(following)), None)


def _treated(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Were treated in hospital", "were treated for smoke inhalation", "were treated at the scene"."""
    role = (
        "injured"
        if (lexicon.HARM | lexicon.SHOCK | lexicon.AT_HAND).intersection(following[:6])
        else _whereto(following)
    )
    if role and (is_passive(line, i) or before(line, i, "a")[0] == "M"):
        yield from in_role(line, i, subjects(line, i), role, weak=True)


def _needed_treatment(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Six needed hospital treatment"."""
    if "treatment" in following[:3]:
        yield from in_role(line, i, subjects(line, i), "injured", weak=True)


def _in_hospital(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Six remain in hospital", "two others in hospital"."""
    if line.letters[max(0, i - 2) : i] in ("bi", "ai", "Mi") and line.units[i - 1].word == "in":
        members = [people for people in subjects(line, i - 1) if people.fact or people.others]
        yield from in_role(line, i, members, "hospitalised", weak=True)


def _in_condition(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    if following[:1] == ["condition"]:
        yield from in_role(line, i, subjects(line, i), "hospitalised", weak=True)


def _fighting_for_life(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    if following[:1] == ["for"] and lexicon.LOST_LIFE.intersection(following[:4]):
        yield from in_role(line, i, subjects(line, i), "hospitalised", weak=True)


def _in_coma(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    yield from in_role(line, i, subjects(line, i), "hospitalised", weak=True)


def _survived(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "One of the five did not survive"."""
    if not lexicon.NEGATIONS.isdisjoint(unit.word for unit in line.units[max(0, i - 2) : i]):
        yield from in_role(line, i, subjects(line, i), "killed")


def _revived(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Could not be revived"."""
    if is_passive(line, i) and not lexicon.NEGATIONS.isdisjoint(unit.word for unit in line.units[max(0, i - 4) : i]):
        yield from in_role(line, i, subjects(line, i), "killed")


def _fled(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Have fled their homes"."""
    if lexicon.HOMES.intersection(following[:5]):
        yield from in_role(line, i, subjects(line, i), "displaced")


def _driven_out(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "Forced 12,000 people from their homes", "were driven from their homes"."""
    if lexicon.FROM.isdisjoint(following[:5]) or lexicon.HOMES.isdisjoint(following[:7]):
        return
    passive = before(line, i, "a")[0] == "b"
    yield from in_role(line, i, subjects(line, i) if passive else objects(line, i), "displaced")


def _caught_disease(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    if lexicon.DISEASES.intersection(following[:4]):
        yield from in_role(line, i, subjects(line, i), "infected")


def _himself(line: Line, i: int) -> People:
    """Who "took his own life", "turned the gun on himself"."""
    return People("pronoun", 1, line.units[i].first, line.units[i].last, word="himself")


def _struck(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "The bullet hit a boy in the leg", "she was struck by gunfire", "a man opened fire, hitting four"."""
    if line.units[i - 1].word in lexicon.NEGATIONS:
        return
    ahead = {unit.word for unit in line.units[max(0, i - STRUCK_REACH) : i]}
    fired = line.units[i].word.endswith("ing") and ("fired" in ahead or ahead >= OPENED_FIRE)
    if not fired and lexicon.BODY_PARTS.isdisjoint(following) and lexicon.MISSILES.isdisjoint({*following, *ahead}):
        return
    passive = before(line, i, "a")[0] == "b"
    yield from in_role(line, i, subjects(line, i) if passive else objects(line, i), "shot")


def _toll(line: Line, i: int, following: list[str]) -> Iterator[Victim]:
    """ "The death toll rose to 14", "a toll of 14", "the number of injured stands at 30": the figure reached, not the one before."""
    role: str | None = "killed"
    if line.units[i].word == "number":
        role = next(filter(None, map(_role_of_number, following[1:5])), None) if following[:1] == ["of"] else None
    if line.units[i].word == "total":  # "another 14 bodies were found, bringing the total to 96"
        told = [ROLE_OF[unit.word][1] for unit in line.units[:i] if unit.letter in "NJVd" and unit.word in ROLE_OF]
        role = told[-1] if told and following[:1] == ["to"] and line.letters[i - 1] == "D" else None
    if role is None:
        return
    for j in range(i + 1, min(len(line.units), i + TOLL_REACH)):
        people = line.units[j].people
        if people is not None and people.fact is not None and line.units[j - 1].word != "from":
            after = line.units[j + 1].word if j + 1 < len(line.units) else ""
            yield Victim(
                ROLE_OF.get(after, ("", role))[1], people, line.sentence, verb=j, told=True
            )  # "a toll of 9 injured"
            return
    reached = line.units[i - 2] if line.letters[i - 1 : i] == "D" and i > 1 else None
    fact = reached and (reached.fact or (reached.people and reached.people.fact))
    if reached and fact and fact.of in ((), ("number",)):  # "that brings to 27 the number of dead"
        figure = People("figure", int(fact.amount.low), reached.first, reached.last, fact)
        yield Victim(role, figure, line.sentence, verb=i, told=True)


def _role_of_number(word: str) -> str | None:
    """ "The number of dead", "of arrests", "of people infected"."""
    letter, role = ROLE_OF.get(word, ("", ""))
    return roles.TOLL_NOUNS.get(word) or (role if letter and letter in "VJ" else None)


PHRASES: tuple[tuple[frozenset[str], Callable[[Line, int, list[str]], Iterator[Victim]]], ...] = (
    (lexicon.LOST, _lost),
    (lexicon.TAKES_LIVES, _took_lives),
    (lexicon.TURNED, _turned_weapon),
    (lexicon.SUFFERED, _suffered),
    (lexicon.STRUCK, _struck),
    (lexicon.INJURIES, _injuries_to),
    (lexicon.TAKEN, _taken),
    (lexicon.SENT, _sent),
    (lexicon.TREATED, _treated),
    (lexicon.NEEDED, _needed_treatment),
    (lexicon.HOSPITAL, _in_hospital),
    (lexicon.CONDITIONS, _in_condition),
    (lexicon.FIGHTING, _fighting_for_life),
    (lexicon.COMA, _in_coma),
    (lexicon.SURVIVE, _survived),
    (lexicon.REVIVED, _revived),
    (lexicon.BROKE, _broke),
    (lexicon.OVERCOME, _overcome),
    (lexicon.SUPPORT, _on_life_support),
    (lexicon.FLED, _fled),
    (lexicon.FORCED, _driven_out),
    (lexicon.CONTRACTED, _caught_disease),
    (lexicon.TOLL, _toll),
)
