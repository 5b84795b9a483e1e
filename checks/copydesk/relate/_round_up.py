"""Articles that tell of several events at once: "14 shot across the city since Friday". Their own event is the gravest of them."""

import re
from collections import defaultdict
from collections.abc import Sequence

from copydesk.extract.people.victim import Victim
from copydesk.late import late

_EVENTS = "shootings|incidents|stabbings|accidents|homicides|slayings|killings|murders|collisions"
_TOO = "attacks|crashes|fires|robberies|raids"  # verbs, too, or parts of one event
_MANY = "two|three|four|five|six|seven|eight|nine|ten|several|multiple|separate|numerous|unrelated|(?:string|spate|series|rash) of|in|of"
# "In three overnight shootings", "two separate crashes", "shootings across the city", "citywide".
SEVERAL_EVENTS = late(
    rf"\b(?:\d+|{_MANY})\s+(?:[\w'’-]+\s+){{0,3}}(?:{_EVENTS})\b|\b(?:separate|unrelated|different)\s+(?:[\w'’-]+\s+)?(?:{_TOO})\b"
    rf"|\b(?:{_EVENTS})\s+(?:across|around|throughout|since|over)\b|\bshootings of\b|\b(?:city|state|county)wide\b|\bacross the (?:city|state|county)\b",
    re.IGNORECASE,
    words=f"{_EVENTS} {_TOO} wide across".replace("|", " "),
)


def events(text: str, victims: Sequence[Victim]) -> list[list[Victim]]:
    """The victims by sentence, without the sentences that sum up several events."""
    told: dict[int, list[Victim]] = defaultdict(list)
    for victim in victims:
        if not SEVERAL_EVENTS.search(text, victim.sentence.start, victim.sentence.end):
            told[victim.sentence.start].append(victim)
    return list(told.values())
