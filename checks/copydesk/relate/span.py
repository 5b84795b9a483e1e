"""A stretch of time told by its ends and by its length: "from 06:40 until 11:15 … lasted four hours and 35 minutes"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.amounts import Amount
from copydesk.model import Fact, Relation
from copydesk.moments import YEAR, Moment
from copydesk.relate import _lengths
from copydesk.relate._days import Parts, day_of
from copydesk.relate._lengths import DAYS, HOUR, MINUTE, UNITS, Length
from copydesk.relate._slips import one_slip
from copydesk.story import RelationKind, Story

FROM = re.compile(r"\b(?:from|between)\s+(?:about\s+|around\s+|the\s+)?$", re.I)
TO = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*(?:about\s+|around\s+|the\s+)?", re.I)
REMAINED = re.compile(
    r"\b(?:remain|stay|serve|continue|held|hold|kept|rule|reign|led|ran|until)\w*\b.{0,40}\buntil\s*$", re.I | re.S
)
IN = re.compile(r"\b(?:in|from|since)\s*$", re.I)
# Words that say of a length near a stretch that it is the length of that stretch.
LASTED = re.compile(
    r"\b(?:last(?:s|ed|ing)?|took|takes|went on|continued|goes on|ran|runs|for|in|after|a total of|a (?:reign|journey|trip|flight|term|tenure|run|ride|drive|stay|wait) of|altogether|(?:break|shut|lock)down|closure|outage|curfew|delay)\s+(?:(?:about|around|nearly|almost|some|just|only|exactly|the|a full|over|under)\s+)*$",
    re.I,
)
OWNED = re.compile(r"\b(?:his|her|their|its)\s+$", re.I)
IN_OFFICE = re.compile(r"\s+(?:in|at|as|on)\b", re.I)
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
IN_ALL = re.compile(r"\s+(?:in all|altogether|in total)\b", re.I)
HYPHENED = re.compile(r"[^.,;:\d]{0,40}\b(?:from|between)\s+", re.I)
BEGAN = re.compile(
    r"\b(?:began|begins|started|starts|opened|opens|left|leaves|took off|departed|set (?:out|off)|kicked off|sailed|founded|elected|appointed)\b[^.;]{0,40}$",
    re.I,
)
ENDED = re.compile(
    r"\b(?:ended|ends|finished|finishes|closed|closes|reached|arrived|arrives|landed|returned|stopped|stepped down|resigned|retired|dissolved)\b[^.;]{0,40}$",
    re.I,
)
AT_ONCE = re.compile(
    r"\s*,?\s*(?:\(|,|—|–|-|a (?:total|period|span) of|for|lasting|or|which is|that is|in all|some)?\s*(?:a\s+)?(?:total of\s+)?$",
    re.I,
)
AGE = re.compile(r"\s*-?\s*(?:old|of age|ago|earlier|later|before|after|notice|each|in advance|a week|per)\b", re.I)
AND = re.compile(r"\s*(?:and|,)\s*")
# How far behind the stretch its length may stand, in characters; how near in size it must be to be taken for it.
REACH = 420
NEAR = 1.5
# Right beside it, a length this many times too long or short is still taken for it.
BESIDE = 4
# The units that a stretch of years, of days or of clock times is told in.
FITTING = {"year": ("year",), "day": ("day", "week", "month", "night"), "clock": ("hour", "minute")}
JUST_BEFORE = re.compile(r"\s*,?\s*[(:,]?\s*(?:from|between)\s+", re.I)
DAY = 86400
NOON = 12 * 3600


class Stretch(NamedTuple):
    """From one time to another: its lengths in seconds that the words allow, the likeliest first; `unit` it is told in."""

    start: Fact
    end: Fact
    lengths: tuple[int, ...]
    slack: int
    sort: str


class Told(NamedTuple):
    """A length in words: one or two facts ("four hours and 35 minutes")."""

    facts: tuple[Fact, ...]
    length: Length


def relate(story: Story) -> Iterator[Relation]:
    """Stretches whose length is told too: `length` as said, `took` as reckoned from start to end."""
    stretches = list(_stretches(story))
    lengths = list(_told(story)) if stretches or story.kinds("time") else []
    used = []
    for stretch in stretches:
        for told in lengths:
            if _belongs(story, stretch, told) and (_fits(stretch, told) or not _explained(story, stretch, told)):
                used.append(told)
                yield _relation(stretch, told)
    yield from _long_ones(story, [told for told in lengths if told not in used])


# ---------------------------------------------------------------- the ends


def _stretches(story: Story) -> Iterator[Stretch]:
    for a, b in story.pairs("date", "time"):
        between, before = story.between(a, b), story.before(a, 24)
        opened = FROM.search(before) is not None or between.strip() in ("-", "–", "—", "until", "till")
        in_office = _is_year(a) and _is_year(b) and IN.search(before) and REMAINED.search(between)
        begun = BEGAN.search(story.before(a, 60)) and ENDED.search(between)
        if in_office or begun or opened and TO.fullmatch(between):
            found = _stretch(a, b)
            if found is not None:
                yield found


def _stretch(a: Fact, b: Fact) -> Stretch | None:
    if not (isinstance(a.value, Moment) and isinstance(b.value, Moment)) or a.moment.about or b.moment.about:
        return None
    if _is_year(a) and _is_year(b):
        years = b.moment.start.year - a.moment.start.year
        return Stretch(a, b, (years * int(YEAR.factor),), int(YEAR.factor), "year") if years > 0 else None
    if a.moment.grain in ("minute", "hour") and b.moment.grain in ("minute", "hour"):
        return _clock_stretch(a, b)
    here, there = day_of(a), day_of(b)
    if here is None or there is None or a.kind == "time" or b.kind == "time":
        return None
    year = here.year or there.year or 2023
    first, last = here.on(here.year or year), there.on(there.year or year)
    if first is None or last is None or not (here.year or there.year) and last < first:
        return None
    days = (last - first).days
    return Stretch(a, b, (days * DAY, (days + 1) * DAY), 0, "day") if days > 0 else None


def _clock_stretch(a: Fact, b: Fact) -> Stretch | None:
    """Of two clock times alone the length is known but for whole days, and for half days where neither says which half it is in."""
    first, last = a.moment.start, b.moment.start
    dated = _on_a_day(a) and _on_a_day(b)
    seconds = (
        int((last - first).total_seconds())
        if dated
        else ((last.hour - first.hour) * 3600 + (last.minute - first.minute) * 60) % DAY
    )
    lengths = [seconds] if seconds > 0 else []
    if not dated and not (_half_said(a) and _half_said(b)):
        lengths.append((seconds + NOON) % DAY)
    return Stretch(a, b, tuple(lengths), 0, "clock") if lengths else None


def _on_a_day(fact: Fact) -> bool:
    """Do its words name the day: "8 a.m. on Monday", "3 May at 9 a.m."?"""
    return fact.moment.day_known and (day_of(fact) is not None or WEEKDAY.search(fact.text) is not None)


def _half_said(fact: Fact) -> bool:
    words = fact.text.lower()
    return (
        fact.moment.start.hour > 12
        or "m" in words.replace("am", "m")[-5:]
        or words[:1] == "0"
        or ":" in words
        and len(words.partition(":")[0]) == 2
    )


def _is_year(fact: Fact) -> bool:
    return len(fact.text) == 4 and fact.text.isdecimal() and fact.value is not None and fact.moment.grain == "year"


# ---------------------------------------------------------------- the length


def _told(story: Story) -> Iterator[Told]:
    """The lengths that the story tells exactly."""
    facts = iter(story.kinds("duration"))
    fact = next(facts, None)
    while fact is not None:
        length, following = _exact(fact), next(facts, None)
        rest = _exact(following) if following is not None and _goes_on(story, fact, following) else None
        if length is not None and rest is not None and following is not None and UNITS[rest.unit] < UNITS[length.unit]:
            yield Told((fact, following), rest._replace(seconds=length.seconds + rest.seconds))
            following = next(facts, None)
        elif length is not None:
            yield Told((fact,), length)
        fact = following


def _goes_on(story: Story, fact: Fact, following: Fact) -> bool:
    return AND.fullmatch(story.text, fact.span.end, following.span.start) is not None


def _exact(fact: Fact) -> Length | None:
    """The length of a duration without hedges and bounds."""
    length = _lengths.of(fact)
    bounded = isinstance(fact.value, Amount) and fact.amount.bound != "="
    return None if length is None or length.hedged or bounded else length


def _belongs(story: Story, stretch: Stretch, told: Told) -> bool:
    """Is it the length of this stretch? It stands beside it, or behind it with a word that says so; and it is of its size."""
    first, last = told.facts[0], told.facts[-1]
    if told.length.unit not in FITTING[stretch.sort] or AGE.match(story.text, last.span.end):
        return False
    if first.span.start < stretch.start.span.start:
        beside = first.sentence == stretch.start.sentence and JUST_BEFORE.fullmatch(
            story.text, last.span.end, stretch.start.span.start
        )
        hyphened = "-" in first.text and HYPHENED.fullmatch(story.text, last.span.end, stretch.start.span.start)
        return bool(beside or hyphened) and told.length.number > 1 and _of_size(stretch, told, BESIDE)
    gap = story.text[stretch.end.span.end : first.span.start]
    before = story.before(first, 40)
    lasted = LASTED.search(before)
    if first.sentence == stretch.end.sentence and (
        AT_ONCE.fullmatch(gap) or lasted or IN_ALL.match(story.text, last.span.end)
    ):
        return _of_size(stretch, told, BESIDE)
    if len(gap) > REACH or stretch.sort == "day" and first.sentence != stretch.end.sentence and "\n\n" in gap:
        return False
    owned = stretch.sort == "year" and OWNED.search(before) and IN_OFFICE.match(story.text, last.span.end)
    return bool(owned) and _of_size(stretch, told, BESIDE) or bool(lasted) and _of_size(stretch, told, NEAR)


def _of_size(stretch: Stretch, told: Told, most: float) -> bool:
    return any(size / most <= told.length.seconds <= size * most for size in stretch.lengths)


def _explained(story: Story, stretch: Stretch, told: Told) -> bool:
    """Do two other times of the story lie just so far apart? Then it is of them that the length is told."""
    if stretch.sort != "year":
        return False
    years = sorted({f.moment.start.year for f in story.kinds("date") if _is_year(f)})
    return any(abs(b - a - told.length.number) <= 1 for a in years for b in years)


def _fits(stretch: Stretch, told: Told) -> bool:
    return any(
        abs(seconds - told.length.seconds) <= max(told.length.slack, stretch.slack) for seconds in stretch.lengths
    )


def _relation(stretch: Stretch, told: Told) -> Relation:
    said = told.length
    slack = max(said.slack, stretch.slack)
    fits = next((s for s in stretch.lengths if abs(s - said.seconds) <= slack), stretch.lengths[0])
    unit = {"year": YEAR, "day": DAYS, "clock": HOUR}[stretch.sort]
    took = _lengths.told(fits, fits, unit if unit != HOUR or fits % 3600 == 0 else MINUTE)
    length = _lengths.told(said.seconds - slack, said.seconds + slack, unit, said.seconds)
    parts: Parts = {
        "start": stretch.start,
        "end": stretch.end,
        "length": length,
        "took": took,
        "said": told.facts if len(told.facts) > 1 else told.facts[0],
    }
    return Relation("span", parts, stretch.start.sentence)


# ---------------------------------------------------------------- days and nights long


def _long_ones(story: Story, lengths: list[Told]) -> Iterator[Relation]:
    """A length told to the hour over more than a day ("33 and a half hours") is that of two clock times of the story, if one slip apart."""
    for told in lengths:
        hours = told.length.seconds / 3600
        if told.length.unit != "hour" or not (24 < hours < 200) or told.length.seconds % DAY == 0:
            continue
        times = [
            f
            for f in story.kinds("time")
            if isinstance(f.value, Moment)
            and f.moment.day_known
            and f.moment.grain in ("minute", "hour")
            and not f.text.lower().endswith(("later", "earlier"))
        ]
        pairs = [(a, b, (b.moment.start - a.moment.start).total_seconds()) for a in times for b in times]
        if any(abs(seconds - told.length.seconds) <= max(told.length.slack, 2700) for _, _, seconds in pairs):
            continue
        for a, b, seconds in pairs:
            if (
                seconds > DAY
                and abs(seconds % 3600 - told.length.seconds % 3600) <= 300
                and one_slip(int(seconds // 3600), int(hours))
            ):
                yield _relation(Stretch(a, b, (int(seconds),), 0, "clock"), told)


RELATION = RelationKind(
    about="A stretch of time: from its start to its end, and how long it is said to be.",
    parts={"start": "moment", "end": "moment", "length": "duration", "took": "duration", "said": "any"},
    relate=relate,
)
