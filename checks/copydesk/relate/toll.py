"""How many the article's own event killed and injured, as a careful reader would fill it in."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from copydesk.extract.people.victim import INHERITED, REFLEXIVE, Victim
from copydesk.model import Document

# "Shot" is a role of its own until it is known who of them died.
HARMED = ("killed", "injured", "shot", "killed+injured")
FATAL = re.compile(
    r"(?<!attempted )\b(?:murder|homicide|slaying|fatal|deadly)\b(?! (?:weapon|detective|unit|squad|division))",
    re.IGNORECASE,
)
OPENING = 250  # characters: headline and lede
# Nouns that tell nobody apart.
ANYBODY = frozenset(("", "victim", "person", "suspect", "people"))
LEAD = 2  # sentences with victims that set the event: headline and lede


class Tally(NamedTuple):
    """What one sentence says of one role: the people it adds up, those it sets apart from others ("another man", "was also
    killed"), whether a figure counts them, whether there are
    more that nothing counts ("a man and his children"), whether somebody killed himself too, and who they are where they are not just pronouns."""

    number: int = 0
    more: int = 0
    also: int = 0
    counted: bool = False
    open: bool = False
    himself: bool = False
    who: frozenset[str] = frozenset()

    @property
    def said(self) -> int:
        return self.number + self.more + self.also


def toll(document: Document, victims: Sequence[Victim]) -> dict[str, int] | None:
    """The killed and injured of the article's own event; None where it tells of none. `victims` are the people in roles that
    the reading of the document gave."""
    harmed = [victim for victim in victims if victim.role in HARMED]
    harmed = [victim for victim in harmed if not victim.other] or harmed
    harmed = [victim for victim in harmed if not _vague(victim)] or harmed
    if not harmed:
        return None
    sentences: dict[int, list[Victim]] = defaultdict(list)
    for victim in harmed:
        sentences[victim.sentence.start].append(victim)
    tallies = [{role: _tally(told, role) for role in HARMED} for _, told in sorted(sentences.items())]
    killed = _killed(tallies, harmed)
    if not killed and not any(victim.role == "killed" for victim in harmed):
        killed = int(bool(FATAL.search(document.text, 0, OPENING)))  # "homicide victim named", and no more of it
    return {"killed": killed, "injured": _injured(tallies, killed)}


def _tally(told: list[Victim], role: str) -> Tally:
    """Adds up what one sentence joins under one verb, and single people named one by one; the larger of the two."""
    by_verb: dict[int, int] = defaultdict(int)
    more = also = singles = 0
    counted = uncounted = himself = False
    who: set[str] = set()
    for victim in told:
        people = victim.people
        if victim.role != role or victim.verb == INHERITED:
            continue
        if not people.number:
            uncounted |= people.number is None and people.sort != "pronoun" and not victim.part
            continue
        himself |= people.word in REFLEXIVE
        counted |= people.fact is not None and not victim.part and not victim.weak
        if victim.also:
            also += people.number
            continue
        if not (victim.part or victim.weak) and people.sort not in ("pronoun", "part"):
            told_by = people.noun or people.name
            who.add(role if told_by in ANYBODY and people.sort != "whole" else told_by)
        if people.fact is None and (people.sort == "another" or (people.sort == "indefinite" and people.others)):
            more += 1
            continue
        by_verb[victim.verb] += people.number
        singles += people.number == 1 and people.sort in ("indefinite", "figure") and not victim.part
    return Tally(max([singles, *by_verb.values()]), more, also, counted, uncounted, himself, frozenset(who - ANYBODY))


def _vague(victim: Victim) -> bool:
    """ "Thousands", "scores": more a figure of speech than a count."""
    fact = victim.people.fact
    return fact is not None and fact.amount.low >= 20 and fact.amount.low != fact.amount.high


def _ages(harmed: list[Victim], roles: tuple[str, ...]) -> set[str]:
    return {v.people.age for v in harmed if v.role in roles and v.people.age and v.people.number == 1}


def _killed(tallies: list[dict[str, Tally]], harmed: list[Victim]) -> int:
    """What headline and lede say; else the largest figure, or the people of different ages told one by one."""
    told = [tally["killed"] for tally in tallies]
    best = max(tally.said for tally in told[:LEAD])
    at = LEAD
    if not best or any(tally.open for tally in told[:LEAD]):
        best = max([0, *(tally.said for tally in told), len(_ages(harmed, ("killed",)))])
        at = len(told)
    if best and not any(tally.counted for tally in told[:at]):
        best += sum(tally.also for tally in told[at:])
    if any(tally.himself for tally in told) and any(v.role == "killed" and v.active for v in harmed):
        best += not any(v.role == "killed" and not v.active and v.people.fact for v in harmed)
    several = any(v.role == "killed" and v.people.number is None and not v.weak for v in harmed)
    return best or (2 if several else 0)


def _injured(tallies: list[dict[str, Tally]], killed: int) -> int:
    """Those said to be injured; of those shot, the ones that did not die. Where somebody died, a single person hurt is the
    one who did, unless a sentence sets the two beside each other."""
    best = 0
    for at, tally in enumerate(tallies):
        if at >= LEAD and best:
            break
        dead, hurt, shot = tally["killed"], tally["injured"], tally["shot"]
        said = hurt.said
        if not killed or said > 1 or hurt.more or hurt.also or _apart(dead, hurt):
            best = max(best, said if hurt.number or killed else min(best, 1) + said)
        others = shot.more + shot.also
        if shot.number == 1 and _apart(dead, shot):
            best = max(best, 1)
        elif shot.said:
            best = max(best, shot.said - min(killed, shot.number if others > 1 else shot.said))
    return best


def _apart(dead: Tally, hurt: Tally) -> bool:
    """Are they different people by their nouns: the boy killed, his brother wounded?"""
    return bool(dead.who and hurt.who and dead.who != hurt.who)
