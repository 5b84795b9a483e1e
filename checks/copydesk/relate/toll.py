"""How many the article's own event killed and injured, as a careful reader would fill it in."""

import re
from collections import defaultdict
from collections.abc import Sequence

from copydesk.extract.people.victim import INHERITED, Victim
from copydesk.late import late
from copydesk.lexicon.persons import KIN
from copydesk.model import Document
from copydesk.relate.events.round_up import SEVERAL_EVENTS, events
from copydesk.relate.events.tally import Tally, count_up

ALIKE = {"hospitalised": "injured", "stabbed": "shot"}
# "Shot" is a role of its own until it is known who of them died.
HARMED = ("killed", "injured", "shot", "killed+injured")
FATAL = late(
    r"(?<!attempted )\b(?:murder|homicide|slaying|fatal|deadly)\b(?! (?:weapon|detective|unit|squad|division))",
    re.IGNORECASE,
)
ATTACKERS = frozenset("gunman shooter suspect attacker assailant robber intruder sniper knifeman".split())
OPENING = 250  # characters: headline and lede
SEVERAL = 2  # people at least, where only a plural tells of them
OTHERS = 3  # at least, where "several others" were hurt
EARLY = 1000  # characters
LEAD = 2  # sentences with victims that set the event: headline and lede


def toll(document: Document, victims: Sequence[Victim]) -> dict[str, int] | None:
    """The killed and injured of the article's own event; None where it tells of none. `victims` are the people in roles that
    the reading of the document gave."""
    hurt = (victim._replace(role=ALIKE.get(victim.role, victim.role)) for victim in victims)
    harmed = [victim for victim in hurt if victim.role in HARMED]
    harmed = [victim for victim in harmed if not victim.other] or harmed
    harmed = [victim for victim in harmed if not _vague(victim)] or harmed
    if not harmed:
        return None
    whole = _of_one_event(document.text, harmed)
    if not SEVERAL_EVENTS.search(document.text, 0, OPENING):
        return whole
    tolls = [_of_one_event(document.text, told) for told in events(document.text, harmed)]
    gravest = max(tolls, key=lambda toll: (sum(toll.values()), toll["killed"]), default=whole)
    return gravest if any(gravest.values()) else whole


def _of_one_event(text: str, harmed: list[Victim]) -> dict[str, int]:
    harmed = _with_lone_parts(harmed)
    sentences: dict[int, list[Victim]] = defaultdict(list)
    for victim in harmed:
        sentences[victim.sentence.start].append(victim)
    tallies = [{role: count_up(told, role) for role in HARMED} for _, told in sorted(sentences.items())]
    killed = _killed([tally["killed"] for tally in tallies], harmed)
    if not killed and not any(victim.role == "killed" for victim in harmed):
        killed = int(bool(FATAL.search(text, 0, OPENING)))  # "homicide victim named", and no more of it
    killed = max(killed, _nth_killed(tallies))
    injured = max(_injured(tallies, killed), _besides(tallies, killed)) or _several_others(harmed)
    injured = max(injured, _hurt_by_the_dead(tallies, harmed))
    if killed and not injured:
        injured = _kin(harmed) if killed == 1 else _somebody_else(harmed)
    rank = max(tally[role].rank for tally in tallies for role in ("injured", "shot"))
    if killed + injured == rank - 1:  # "a second victim was found with a wound"
        injured += 1
    return {"killed": killed, "injured": injured}


def _nth_killed(tallies: list[dict[str, Tally]]) -> int:
    """Three, where "a third person has died", and nobody was only hurt before."""
    rank = 0
    for tally in tallies:
        if tally["injured"].said or tally["shot"].said:
            break
        rank = max(rank, tally["killed"].rank)
    return rank


def _besides(tallies: list[dict[str, Tally]], killed: int) -> int:
    """The injured, where "two others" are set beside one who was told of before them."""
    before = 0
    for tally in tallies:
        hurt, shot = tally["injured"], tally["shot"]
        if (
            hurt.others
            and not (hurt.said > hurt.others or shot.said or tally["killed"].said)
            and ((before == 1 and not killed) or (hurt.also and hurt.others > before > 0))
        ):
            return before + hurt.others
        before = max(before, hurt.said, shot.said)
    return 0


def _several_others(harmed: list[Victim]) -> int:
    hurt = [victim.people for victim in harmed if victim.role == "injured"]
    return OTHERS if any(people.others and people.number is None for people in hurt) else 0


def _kin(harmed: list[Victim]) -> int:
    """ "A climber died. Her brother was hurt": one besides the dead, who is nobody's brother in the text."""
    dead = {victim.people.noun for victim in harmed if victim.role == "killed"}
    hurt = [victim for victim in harmed if victim.role == "injured" and not (victim.active or victim.weak)]
    return int(any(victim.people.number == 1 and victim.people.noun in KIN - dead for victim in hurt))


def _hurt_by_the_dead(tallies: list[dict[str, Tally]], harmed: list[Victim]) -> int:
    """ "A woman and two teens were shot. The suspect was killed by officers": of those shot none is the one who died."""
    dead = {victim.people.noun for victim in harmed if victim.role == "killed"}
    if not dead or not dead <= ATTACKERS:
        return 0
    return max(tally["shot"].said if tally["shot"].who.isdisjoint(ATTACKERS) else 0 for tally in tallies)


def _somebody_else(harmed: list[Victim]) -> int:
    """ "Two men were shot dead. A woman was wounded", "the other driver was hurt": one who is none of the dead by the noun."""
    dead = {victim.people.noun for victim in harmed if victim.role == "killed"}
    hurt = [victim for victim in harmed if victim.role == "injured" and not victim.active and victim.people.number == 1]
    return int(
        "" not in dead
        and any(
            victim.people.others
            or (victim.people.sort in ("indefinite", "figure") and not victim.weak and victim.people.noun not in dead)
            for victim in hurt
        )
    )


def _with_lone_parts(harmed: list[Victim]) -> list[Victim]:
    """Of a role that only parts are told of ("the dead include four nurses and a doctor"), they are all that is known."""
    wholes = {victim.role for victim in harmed if victim.verb != INHERITED}
    return [victim if victim.role in wholes else victim._replace(part=False, verb=0) for victim in harmed]


def _vague(victim: Victim) -> bool:
    """ "Thousands", "scores": more a figure of speech than a count."""
    fact = victim.people.fact
    return fact is not None and fact.amount.low >= 20 and fact.amount.low != fact.amount.high


def _killed(told: list[Tally], harmed: list[Victim]) -> int:
    """What headline and lede say; else the largest figure. To people told without a figure come those who were also killed,
    and to those killed by somebody himself, if he was the last."""
    dead = [victim for victim in harmed if victim.role == "killed"]
    lede = told[:LEAD]
    settled = any(tally.said for tally in lede) and not any(tally.open for tally in lede)
    heard = lede if settled else told
    best = max([0, *(tally.said - tally.also for tally in heard)])
    if any(tally.counted for tally in heard):
        best = max(best + _others_also(dead), *(tally.said for tally in heard))
    else:
        best += sum(also for also, _ in {(tally.also, tally.who) for tally in told})
    if any(tally.himself for tally in told) and any(victim.active for victim in dead):
        best += not any(victim.people.fact and not victim.active for victim in dead)
    if not any(tally.counted for tally in told):  # "the minister and his guards"
        best = max([best, *(_with_groups(tally, dead) for tally in heard if tally.number or tally.open > 1)])
    several = any(victim.people.number is None and not (victim.weak or _in_general(victim)) for victim in dead)
    best = max([best, *(tally.number for tally in told if 0 < tally.others < tally.number)])  # "he and eight others"
    return best or (SEVERAL if several else 0)


def _with_groups(tally: Tally, dead: list[Victim]) -> int:
    """ "Killed his parents and sister and took his own life"."""
    return tally.number + SEVERAL * tally.open + (tally.himself and any(victim.active for victim in dead))


def _others_also(dead: list[Victim]) -> int:
    """ "Two policemen were killed. Three rebels also died": those told with *also*, by another noun."""
    first = {victim.people.noun for victim in dead if not victim.also}
    more = [
        victim
        for victim in dead
        if victim.also and victim.people.fact and victim.people.noun not in {"", "person", *first}
    ]
    return sum(victim.people.number or 0 for victim in more) if "" not in first else 0


def _in_general(victim: Victim) -> bool:
    """ "Killing people", or "farmers were killed" far down: what goes on, rather than what happened."""
    bare = victim.people.sort == "plural"
    return bare and (victim.sentence.start > EARLY or (victim.active and victim.people.noun == "person"))


def _injured(tallies: list[dict[str, Tally]], killed: int) -> int:
    """Those said to be injured; of those shot, the ones that did not die. Where somebody died, a single person hurt is the
    one who did, unless a sentence sets the two beside each other."""
    best = 0
    for at, tally in enumerate(tallies):
        if at >= LEAD and best:
            break
        dead, hurt, shot = tally["killed"], tally["injured"], tally["shot"]
        said = hurt.said
        told = tally if dead.said else tallies[min(at + 1, len(tallies) - 1)]
        if not hurt.others and said > told["killed"].among:
            said -= told["killed"].among  # "eight were hurt, one fatally", "two men with stab wounds. One of them died"
        several = said > 1 and (
            hurt.counted or hurt.others or said not in (killed, killed + best)
        )  # not "all four had wounds", of four dead, nor "both" of one dead and one hurt
        if not killed or several or hurt.more or hurt.also or _apart(dead, hurt):
            best = max(best, said if hurt.number or killed else min(best, 1) + said)
        if hurt.himself and dead.said:  # "killed his wife and wounded himself"
            best = max(best, 1)
        more = shot.more + shot.also
        if dead.said and shot.said == shot.more == 1:
            best = max(best, 1)
        elif (
            dead.said > shot.said and _apart(dead, shot) and "shot" not in shot.who
        ):  # "three women died, a man was shot"
            best = max(best, shot.said)
        elif shot.said:
            best = max(best, shot.said - min(killed, shot.number if more > 1 else shot.said))
    return best


def _apart(dead: Tally, hurt: Tally) -> bool:
    """Are they different people by their nouns: the boy killed, his brother wounded?"""
    return bool(dead.who and hurt.who and dead.who != hurt.who)
