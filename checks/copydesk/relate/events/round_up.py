"""Articles that tell of several events at once: "14 shot across the city since Friday". Their own event is the gravest of them."""

import re
from collections.abc import Sequence
from itertools import groupby

from copydesk.extract.people.victim import Victim
from copydesk.late import late

_EVENTS = "shootings|incidents|stabbings|accidents|homicides|slayings|killings|murders|collisions"
_TOO = "attacks|crashes|fires|robberies|raids"  # verbs, too, or parts of one event
_MANY = "two|three|four|five|six|seven|eight|nine|ten|several|multiple|separate|numerous|unrelated|(?:string|spate|series|rash) of|in|of"
# "In three overnight shootings", "two separate crashes", "shootings across the city", "citywide", "14 shot since Friday".
SEVERAL_EVENTS = late(
    rf"\b(?:\d+|{_MANY})\s+(?:[\w'’-]+\s+){{0,3}}(?:{_EVENTS})\b|\b(?:separate|unrelated|different)\s+(?:[\w'’-]+\s+)?(?:{_TOO})\b"
    rf"|\b(?:{_EVENTS})\s+(?:across|around|throughout|since|over)\b|\bshootings of\b|\b(?:city|state|county)wide\b|\bacross the (?:city|state|county)\b"
    r"|\b(?:shot|killed|wounded|injured|dead)\b[^.\n]{0,30}\bsince\b",
    re.IGNORECASE,
    words=f"{_EVENTS} {_TOO} wide across since".replace("|", " "),
)

SAME = ("part", "pronoun", "whole")  # "one of them", "he", "the woman"


def events(text: str, victims: Sequence[Victim]) -> list[list[Victim]]:
    """The victims by event: a sentence each, with those behind it that go on with the same people. What sums up several is left out."""
    told: list[list[Victim]] = []
    for sentence, group in groupby(victims, key=lambda victim: victim.sentence):
        if SEVERAL_EVENTS.search(text, sentence.start, sentence.end):
            continue
        members = list(group)
        if told and all(victim.people.sort in SAME or victim.people.others for victim in members):
            told[-1] += members
        else:
            told.append(members)
    return told
