"""Do two passages speak of one event? By the beginnings of their words, and words that mean the same."""

import re

from copydesk.late import late

CONTENT = late(r"[a-z]{3,}", re.I)
STEM = 5
EMPTY = frozenset(
    word[:STEM]
    for word in "that this with from they them their were have been after before when where which most more than into over under about first last other the and for was are his her its she him had has not but all any one two who did own our per may new old ago out off now yet got get put can day".split()
)
# Words for one event, by their beginnings.
ALIKE = tuple(
    tuple(words.split())
    for words in (
        "vote voter votin votes polls polli elect ballo refer ", "missi disap vanis", "fire blaze infer burne burni", "quake earth tremo", "crash accid colli derai wreck", "attac bombi bomb explo blast",
        "murde kille death died shot shoot slayi stabb slain", "seize kidna hosta abduc captu taken", "arres detai custo", "storm hurri cyclo typho landf", "strik walko stopp dispu", "launc lifto blast",
        "theft stole robbe burgl", "resig stepp quit depar", "marri weddi wed", "meeti meets met summi talks", "sinki sank sunk caps", "flood delug", "convi verdi guilt", "begin began start opene openi kick", "close closu shut", "raid searc",
        "win wins won winne winni victo triumph trium title gold crown champ medal troph cup cups", "rise rose risen rises incre hike hikes raise raisi lift lifte climb gain gains gaine growt advan jump jumps", "fall fell falls falle drop drops dropp decli cut cuts lower decre sank slump slide reduc", "loss losse lost defea beate losin",
    )
)  # fmt: skip


def stems(words: str) -> set[str]:
    """The beginnings of its words that mean something."""
    found = {word[:STEM].lower() for word in CONTENT.findall(words)} - EMPTY
    return found | {group[0] for group in ALIKE if not found.isdisjoint(group)}
