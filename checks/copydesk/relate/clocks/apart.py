"""Two places whose clocks a story says are so many hours apart, and clock times of one moment on both: "Auckland, 13 hours in front … at
2:15 a.m. in Lisbon. In Auckland, at 3:15 p.m., …"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from copydesk.amounts import Amount
from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.calendar.lengths import HOUR
from copydesk.story import Story

WORDS = r"(?:the )?[A-Z][\w.’'-]*(?:(?: |-)(?:[A-Z][\w’'-]*|de(?= [A-Z]))){0,3}"
# A place that is called by what it is: "the island".
THE_PLACE = r"the (?!morning|afternoon|evening|night|day|dark|winter|summer|spring|autumn|clock|same|other|next|following)[a-z]+"
# Behind the hours: which way, and of what place. Before them: whose clock it is.
AHEAD = late(
    rf"\s*(ahead|behind|in front)\b(?:\s+of)?(?:\s+((?:Greenwich Mean|Universal)(?= Time)|{WORDS}|{THE_PLACE}))?",
    words="ahead behind front",
)
SUBJECT = late(
    rf"({WORDS}|[Tt]{THE_PLACE[1:]})(?:\s+time)?(?:,?\s+(?:which|whose clocks|keeps its clocks|sets its clocks)\b[^.;,]{{0,24}}?)?,?\s*(?:is|are|was|were|being)?\s*(?:currently\s+|then\s+|now\s+|just\s+|only\s+)*$"
)
CLOCK = late(r"T(\d\d)(?::(\d\d))?")
# The place of a clock time: behind it, or before.
IN_PLACE = late(rf"(?:\s+local time)?(?:\s+(?!in\b|on\b|at\b)[a-z-]+){{0,2}}\s+(?:in|on)\s+({WORDS}|{THE_PLACE})")
THERE = late(r"(?:\s+[a-z-]+){0,2}\s+there\b", words="there")
PLACE_AT = late(
    rf"\b[IiOo]n\s+({WORDS}|{THE_PLACE}),?\s+(?:at|by|it (?:is|was|will be))\s+(?:about\s+|just\s+|still\s+)?$"
    rf"|\b({WORDS}),\s+where\s+(?:it|the\s+clocks?|clocks?)\s+(?:is|was|will\s+be|says?|said|show\w*|read)\s+(?:still\s+|already\s+|only\s+)?$"
)
SAME = pattern(
    r"\b(?:when|while|it\s+is|there\s+is|it's|it\s+was|says|shows|clock|means|that\s+is|which\s+is|by\s+the\s+time|will\s+be|there\s+(?:begins|starts|is|was|falls|comes)|so)\b"
)
ALREADY = pattern(
    r"\b(?:it\s+(?:is|was)|the\s+clocks?\s+(?:there\s+)?(?:said|says?|read|showed|shows?|stood\s+at))\s+(?:already|still|only|just|by\s+then)\s+(?:about\s+)?$",
    words="already still only just then",
)
WHEN = pattern(r",?\s+(?:when|before|by\s+the\s+time|until|as)\b", words="when before by until as")
OTHER = pattern(r"\b(?:own|another|second|other|next|last)\b")
IN_A_PLACE = late(rf"\b[IiOo]n\s+({WORDS})")
NEXT = 4
HALF_DAY, DAY = 12 * 60, 24 * 60
# Two clock times of one moment stand no farther apart, and a slip is of no more than so many minutes.
FURTHEST, MOST_OFF = 320, 120
MOST_HOURS = 18


class Apart(NamedTuple):
    """A difference as told: this place's clock is `minutes` ahead of the other's (behind it, if negative), which may be left unsaid."""

    said: Fact
    place: str
    other: str
    minutes: int


def one_moment(story: Story) -> Iterator[tuple[Fact, Fact, Apart]]:
    """Clock times of one moment, that of the other place first, with the difference that the story tells."""
    told = list(_told_apart(story))
    for here, there in pairwise(story.kinds("time")) if told else ():
        if there.span.start - here.span.end > FURTHEST or minutes_of(here) is None or minutes_of(there) is None:
            continue
        for apart in told:
            places = [_place(story, fact, apart) for fact in (here, there)]
            named = {name.rstrip(".") for name in IN_A_PLACE.findall(story.words(here.sentence))}
            if apart.other and {*places} == {"", apart.place} == {"", *named} and _same_moment(story, here, there):
                places[places.index("")] = apart.other  # "she rings at 7:15 a.m., when it is 8:15 p.m. in Suva"
            first, second = (there, here) if _is_at(apart, *places) else (here, there)
            if not (_is_at(apart, *places) or _is_at(apart, *reversed(places))):
                continue
            odd = (
                here.sentence.start - apart.said.sentence.end > NEXT
                or OTHER.search(story.words(there.sentence)) is not None
            )
            sure = _same_moment(story, here, there)
            if sure and not {*places} <= {"", apart.place, apart.other}:  # "The island", by another name
                sure, odd = False, not sure
            if sure or one_slip_apart(first, second, apart.minutes, odd):
                yield first, second, apart


def _is_at(apart: Apart, place: str, other: str) -> bool:
    """Does the first of two clocks stand at the place of the difference, and the second at the other? One of them may be left unsaid."""
    if apart.other:
        nameless = not apart.place or apart.place[4:].islower()
        return other == apart.other and (place in ("", apart.place) or nameless and place != other)
    return place == apart.place and other not in ("", place)


def minutes_of(fact: Fact) -> int | None:
    """Minutes since midnight, of a clock time."""
    found = CLOCK.search(fact.timex or "")
    if found is None or fact.value is None or int(found[1]) > 24 or fact.moment.grain == "part":
        return None
    return (int(found[1]) * 60 + int(found[2] or 0)) % DAY


def off_by(here: Fact, there: Fact, apart: int) -> int:
    """How many minutes more or less than `apart` the second clock is ahead of the first, on the turn of the day that comes nearest."""
    gap = (minutes_of(there) or 0) - (minutes_of(here) or 0)
    return (gap - apart + HALF_DAY) % DAY - HALF_DAY


def _told_apart(story: Story) -> Iterator[Apart]:
    for hours in story.kinds("duration"):
        found = AHEAD.match(story.after(hours, 80))
        subject = SUBJECT.search(story.before(hours, 90)) if found else None
        if (
            found is None
            or not (subject or found[2])
            or not isinstance(hours.value, Amount)
            or hours.amount.bound != "="
        ):
            continue
        length = hours.amount.to(HOUR)
        if length.low == length.high <= MOST_HOURS:
            yield Apart(
                hours,
                _called(subject[1] if subject else ""),
                (found[2] or "").rstrip("."),
                int(length.low * 60) * (-1 if found[1] == "behind" else 1),
            )


def _called(name: str) -> str:
    return name.lower() if name.startswith("The ") and name[4:].islower() else name


def _place(story: Story, fact: Fact, apart: Apart) -> str:
    """Where the clock stands: the place told beside it, that of the difference in whose sentence it is the only one, or "there"."""
    after = story.after(fact, 60)
    for name in (apart.place, apart.other):
        if name and (f" {name} " in f" {fact.text} " or name.startswith("Greenwich") and "GMT" in fact.text):
            return name
    found = IN_PLACE.match(after) or _place_before(story, fact)
    if found is not None:
        told = found[1] or found[2]
        return next((name for name in (apart.place, apart.other) if name and told.startswith(name)), told)
    alone = sum(other.sentence == fact.sentence for other in story.kinds("time")) == 1
    if (
        apart.place
        and THERE.match(after)
        or apart.said.sentence == fact.sentence
        and (alone or apart.said.span < fact.span)
    ):
        return apart.place
    return ""


def _place_before(story: Story, fact: Fact) -> "re.Match[str] | None":
    """ "In Brest, at 1:15 p.m."; but in "at 1:15 p.m. in Brest, it is 11:15 p.m." the place is that of the time before it."""
    before = story.before(fact, 60)
    found = PLACE_AT.search(before)
    start = fact.span.start - len(before) + found.start() if found else 0
    taken = any(0 <= start - other.span.end <= NEXT for other in story.kinds("time"))
    return None if taken else found


def _same_moment(story: Story, a: Fact, b: Fact) -> bool:
    """Does a sentence tell of one moment on two clocks: "when", "it is" stand between or before them? Or the next: "it was already 3 a.m."?"""
    if a.sentence == b.sentence:
        return SAME.search(story.before(a, 40) + story.between(a, b)) is not None
    beside = 0 <= b.sentence.start - a.sentence.end < NEXT
    return beside and ALREADY.search(story.before(b)) is not None and WHEN.match(story.after(b)) is None


def one_slip_apart(here: Fact, there: Fact, apart: int, odd: bool = True) -> bool:
    """Are two times right, or wrong by an hour or two alone? `odd`: and not on the stroke, as the times of two things often are."""
    off, stroke = off_by(here, there, apart), (minutes_of(here) or 0) % 60 == 0
    return off % 60 == 0 and abs(off) <= (60 if stroke else MOST_OFF) and not (odd and stroke)
