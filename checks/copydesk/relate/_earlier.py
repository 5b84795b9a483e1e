"""The earlier ones of a row, wherever they stand: told in a list ("It comes on the heels of stoppages on 2 May, 9 May and 1 June"), or one after
the other ("Ann Roe left in 2013. She was succeeded by Jan Holm, and he by Ute Falk").

A list counts as theirs by what leads up to it and by the arithmetic: as many as the place says, or one more or less, as a slip leaves it.
"""

import re

from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.relate._alike import stems
from copydesk.relate._row_words import MONTH, NAME, YEAR
from copydesk.story import Story

WHEN = rf"(?:(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+{YEAR})?|{MONTH}(?:\s+{YEAR})?|{YEAR})"
ENTRY = rf"(?:(?:in|on|at|of|from|against|over|to|by)\s+)?(?:{WHEN}|\d{{1,2}}|{NAME}(?:\s+(?:in|on|of)\s+{WHEN})?)"
LIST = late(rf"({ENTRY}(?:,\s+{ENTRY})*,?\s+and\s+{ENTRY})(?=\s*[,.;)—–\n]|\s+[a-z]|\s*$)")
SEPARATOR = late(r",\s+(?:and\s+)?|\s+and\s+")
DATED = late(rf"\b{WHEN}\s*$")
# What leads up to the list of the earlier ones; a noun of theirs, or none of its own.
LEAD = pattern(
    r"\b(?:(?P<on>follow(?:s|ed|ing)|on\s+the\s+heels\s+of|after)\b(?:\s+(?:those|the\s+ones)\b)?|predecessors?\b"
    r"|(?:previous|earlier|prior|past)\s+(?P<noun>(?:[a-z-]+\s+){0,2}?[a-z-]{4,})\b|(?:two|three|four|five|six)\s+others?\b)"
)
NO_NOUN = frozenset("one ones those time time occa occas".split())
# The list isn't closed, or is of something else.
NOT_ALL = pattern(
    r"\b(?:among|including|such\s+as|several|most|last|latest|recent\w*|like|some|between|then|acting|interim)\b"
)
END = late(r"[.;!?]\s|\n")
# "The third, Eugene Roth", "second and third place", "the second highest"
NO_ROW = late(r"\s*,\s|\s+(?:and|or|place|highest|largest|biggest|best|most|half|quarter|\w+est)\b")
A_TIME = pattern(r"\s+(?:time|occasion)\b", words="time occasion")
# One after the other: each step names the next.
STEP = late(
    r"\b(?:followed|succeeded|replaced)\b(?:\s+[\w]+){0,3}?\s+by\s+(?=[A-Z“‘])|\b(?:then|he|she|him|her|it)\s+by\s+(?=[A-Z“‘])"
    r"|\b[Tt]hen\s+came\b|\b[Nn]ext\s+came\b|\b(?:gave\s+way\s+to|made\s+way\s+for)\s+(?=[A-Z])|\b(?:[Hh]is|[Hh]er|[Ii]ts|whose)\s+successor,?\s+(?=[A-Z])"
)
STEPS = ("followed", "succeeded", "replaced", "then by ", "then came", "next came", "way to ", "way for ", "successor")
# Who or what began the row.
BEGAN = pattern(
    r"\b(?:debut|first|original|founder|founded|founding|built|set\s+up|start\w*|beg[au]n|flotation|launch\w*|opened)\b"
)
NAMED = late(NAME)
REACH, GAP, BESIDE = 800, 45, 20

Told = tuple[Span, int]


def earlier(story: Story, place: Fact) -> Told | None:
    """The earlier ones and how many they are; none where the place says something else altogether."""
    if NO_ROW.match(story.after(place)):
        return None
    found = [*_lists(story, place), *_steps(story, place)]
    nearest = min(found, key=lambda told: abs(told[1] + 1 - place.amount.low), default=None)
    return nearest if nearest and abs(nearest[1] + 1 - place.amount.low) <= 1 else None


def _lists(story: Story, place: Fact) -> list[Told]:
    """The lists that something of earlier ones leads up to, in the rest of the place's sentence or behind it."""
    text, limit = story.text, min(len(story.text), place.sentence.end + REACH)
    found: list[Told] = []
    if " and " not in text[place.span.end : limit]:
        return found
    for lead in LEAD.finditer(text, place.span.end, limit):
        stop = END.search(text, lead.end(), limit)
        listed = LIST.search(text, lead.end(), min(stop.start() + 1 if stop else limit, lead.end() + 4 * GAP))
        if (
            listed is None
            or listed.start() - lead.end() > GAP
            or NOT_ALL.search(text, lead.start(), listed.end() + BESIDE)
        ):
            continue
        if _of_the_row(story, place, lead, listed):
            found.append((Span(*listed.span(1)), len(SEPARATOR.split(listed[1]))))
    return found


def _of_the_row(story: Story, place: Fact, lead: "re.Match[str]", listed: "re.Match[str]") -> bool:
    """Is the list of what the place is one of: in its sentence, of its noun, or of none?"""
    entries = SEPARATOR.split(listed[1])
    dated = DATED.search(entries[-1]) is not None and all(DATED.search(each) or each[-1].isdigit() for each in entries)
    behind = story.text[place.span.end : place.sentence.end]
    if lead["on"]:
        near = lead.end() <= place.sentence.end
        between = stems(story.text[lead.end() : listed.start()]) - NO_NOUN
        alike = not between.isdisjoint(stems(story.text[place.sentence.start : min(lead.start(), place.sentence.end)]))
        it = story.text[: lead.start()].rstrip().endswith(("It", "it", "They", "they", "comes", "This"))
        return (near and (alike or not between)) or (dated and it)
    if lead["noun"] and not A_TIME.match(behind):
        return dated and not stems(lead["noun"]).isdisjoint(stems(behind) | NO_NOUN)
    return dated or lead[0].lower().startswith("predecessor")


def _steps(story: Story, place: Fact) -> list[Told]:
    """Those who followed one another up to the place: as many as the steps, and the first of them."""
    start, limit = place.sentence.end, min(len(story.text), place.sentence.end + REACH)
    steps = list(STEP.finditer(story.text, start, limit)) if story.mentions(*STEPS) else []
    if not steps or NOT_ALL.search(story.text, max(start, steps[0].start() - GAP), steps[0].start()):
        return []
    if not BEGAN.search(story.text, place.sentence.start, steps[0].start()):
        return []
    last = NAMED.search(story.text, steps[-1].end(), limit)
    itself = last is not None and last[0].split()[-1] in story.text[: place.sentence.end]
    return [(Span(steps[0].start(), steps[-1].start() + len(steps[-1][0].rstrip())), len(steps) + (not itself))]
