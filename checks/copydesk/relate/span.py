"""A stretch of time told by its ends and by its length: "from 06:40 until 11:15 … lasted four hours and 35 minutes"."""

import re
from collections.abc import Iterator
from datetime import datetime

from copydesk.late import late
from copydesk.model import Relation, Span
from copydesk.moments import MONTH, YEAR, Moment
from copydesk.relate import _lengths
from copydesk.relate._days import issued
from copydesk.relate._lengths import DAYS, HOUR, MINUTE
from copydesk.relate._measured import DAY, Stretch, stretches
from copydesk.relate._measured import stretch as measured
from copydesk.relate._mended import mended
from copydesk.relate._slips import one_slip
from copydesk.relate._span_words import AFTER_START, LASTED, NOUN, STEPS_DOWN, THE, THING, TOOK_OVER
from copydesk.relate._stretches import BEGAN, is_year
from copydesk.relate._told import Told, told_lengths
from copydesk.story import Parts, RelationKind, Story

OWNED = late(r"\b(?:(in|during|over|throughout)\s+)?(?:his|her|their|its|those|these)\s+$", re.I)
IN_OFFICE = late(r"\s+(?:in|at|as|on)\b", re.I)
IN_ALL = late(r"\s+(?:in all|altogether|in total)\b", re.I)
# Between a length and the stretch behind it: "the 12-day fair runs from …"; "19 years in charge, from …"; "six weeks, from …".
HYPHENED = late(r"[^.;:\d]{0,44}", re.I)
OWN_START = late(r",?\s+(?:from|beginning|starting|since|until)\b", re.I)
BETWEEN = late(r"\bbetween\s+$", re.I)
SET_OUT = late(r"\s*:\s+(?:it|he|she|they)\s+[a-z]+\s+(?:on|in|at)\s+", re.I)
JUST_BEFORE = late(r"(?:\s+(?:in|at|as)\s+[a-z ]{2,20})?\s*,?\s*[(:,]?\s*(?:from|between)\s+", re.I)
TOOK_BEFORE = late(
    r"\b(?:took|takes|lasted|lasts|spen[dt]s?|served|for|over|after)\s+(?:just\s+|only\s+|exactly\s+)?$", re.I
)
# One thing, not "its 24-hour shops".
SINGLE = late(r"(?<!24-hour)\s+[a-z]+(?<!s)\b", re.I)
UNTIL = late(
    r"\s*,?\s*(?:until|till|before (?:ending|closing|finishing)|to|and ended|ending|through)\s+(?:at\s+|in\s+|on\s+)?$",
    re.I,
)
SINCE = late(
    r"\b(?:(?:that|which) (?:began|started|opened|dated from|goes back to|went back to)|beg[au]n|starting|dating from|since)\b[^.;,]{0,30}$"
)
THOSE = late(r"(?:the|those|these|all)\s+(?!(?:next|last|past|first|previous|following|final|coming)\b)", re.I)
LATER = late(r"\s*,?\s*(?:just |only |exactly |some )?(?P<hours>\w+ hours? and )?$")
# "will step down after 14 years as director. She took over in 2009"
AFTER, AS = late(r"\bafter\s+$", re.I), late(r"\s+(?:as|at|in|of|with)\b")
# "a shorter outage of two hours": of another stretch than the one told.
ANOTHER = late(r"\b(?:an?|another|shorter|longer|previous|similar|earlier)\s+(?:[\w-]+\s+){1,2}of\s+$", re.I)
# "within 32 hours" is a limit, not a length.
AT_MOST = late(r"\b(?:within|under|over|past|last|next|first|every|than|about|nearly)\s+(?:the\s+)?$", re.I)
AT_ONCE = late(r"\s*,?\s*(?:\(|,|—|–|-|an? [a-z]+ of|for|lasting|or|which is|that is|in all|some)?\s*(?:a\s+)?$", re.I)
AGE = late(
    r"\s*-?\s*(?:late|early|behind|ahead|overdue|too|old|of age|ago|earlier|later|before|after|notice|each|in advance|a week|per)\b",
    re.I,
)
# How far behind the stretch its length may stand, in characters; how near in size it must be to be taken for it.
REACH = 420
NEAR = 3
NEAR_YEARS = 2
# Right beside it, a length this many times too long or short is still taken for it.
BESIDE = 4
# The units that a stretch of years, of days or of clock times is told in.
FITTING = {
    "year": ("year",),
    "month": ("month", "year"),
    "day": ("day", "week", "month", "night"),
    "clock": ("hour", "minute"),
}


def relate(story: Story) -> Iterator[Relation]:
    """Stretches whose length is told too: `length` as said, `took` as reckoned from start to end."""
    spans = list(stretches(story))
    lengths = list(told_lengths(story))
    used = []
    for stretch in spans:
        for told in lengths:
            if _belongs(story, stretch, told) and (_fits(stretch, told) or not _explained(story, stretch, told)):
                used.append(told)
                yield _relation(stretch, told)
        yield from _later(story, stretch)
    yield from _turned(story, lengths)
    yield from _in_office(story, lengths)
    yield from _long_ones(story, [told for told in lengths if told not in used])


# ---------------------------------------------------------------- the length


def _belongs(story: Story, stretch: Stretch, told: Told) -> bool:
    """Is it the length of this stretch? It stands beside it, or near it with a word that says so; and it is of its size."""
    if told.length.unit not in FITTING[stretch.sort]:
        return False
    if told.facts[0].span.start < stretch.start.span.start:
        return (
            not AGE.match(story.text, told.facts[-1].span.end)
            and told.length.number > 1
            and _before(story, stretch, told)
            and _of_size(stretch, told, BESIDE)
        )
    return _behind(story, stretch, told)


def _before(story: Story, stretch: Stretch, told: Told) -> bool:
    """Does a length lead up to the stretch in its sentence?"""
    first, end, start = told.facts[0], told.facts[-1].span.end, stretch.start.span.start
    if first.sentence != stretch.start.sentence:
        return False
    loose = "-" in first.text or TOOK_BEFORE.search(story.before(first, 12))
    if SET_OUT.fullmatch(story.text, end, start) and TOOK_BEFORE.search(story.before(first, 12)):
        return True  # "was at sea for 40 days: it sailed on …"
    return bool(JUST_BEFORE.fullmatch(story.text, end, start) or loose and HYPHENED.fullmatch(story.text, end, start))


def _behind(story: Story, stretch: Stretch, told: Told) -> bool:
    """Does a length come after the stretch, as its sum or with a word that ties it?"""
    first, last = told.facts[0], told.facts[-1]
    gap = story.text[stretch.end.span.end : first.span.start]
    near = first.sentence == stretch.end.sentence
    if ";" in gap and OWN_START.match(story.text, last.span.end):
        return False  # "from 1980 to 2000; for five years, from 1990, …"
    if near and AT_ONCE.fullmatch(gap) and AFTER_START.match(story.text, last.span.end):
        return _of_size(stretch, told, BESIDE)
    if AGE.match(story.text, last.span.end):
        return False
    if near and AT_ONCE.fullmatch(gap):
        return True
    before = story.before(first, 50)
    # "for two-year terms" tells of other stretches than the one before it.
    lasted = "-" not in first.text and LASTED.search(before) is not None
    if near and (lasted or IN_ALL.match(story.text, last.span.end)):
        # "Between 1914 and 1918 he served two years": of those four.
        part = BETWEEN.search(story.before(stretch.start, 12)) and told.length.seconds < min(stretch.lengths)
        return not part and _of_size(stretch, told, BESIDE)
    named = "-" in first.text and NOUN.search(before) and SINGLE.match(story.text, last.span.end)
    thing = named and THING.match(story.text, last.span.end)
    if thing and (near or not before.lower().endswith((" a ", " an "))) and len(gap) < REACH:
        return _of_size(stretch, told, BESIDE)
    if len(gap) > REACH or stretch.sort == "day" and not near and "\n\n" in gap or ANOTHER.search(before):
        return False
    owned = OWNED.search(before)
    if (
        owned
        and stretch.sort in ("year", "clock", "month")
        and (owned[1] or IN_OFFICE.match(story.text, last.span.end))
    ):
        return _of_size(stretch, told, BESIDE)
    lasted = lasted or THOSE.match(first.text) is not None and stretch.sort != "year"
    if named and stretch.sort == "clock" and not before.lower().endswith((" a ", " an ")):
        return _of_size(stretch, told, NEAR)
    the = "-" in first.text and stretch.sort != "year" and THE.search(before) is not None
    return (lasted or the) and _of_size(stretch, told, NEAR_YEARS if stretch.sort == "year" else NEAR)


def _later(story: Story, stretch: Stretch) -> Iterator[Relation]:
    """ "took off at 13:20 and landed at 15:05, an hour and 45 minutes later"."""
    end = stretch.end.span.end
    for fact in story.kinds("date", "time"):
        if not end <= fact.span.start < end + 30 or not fact.text.lower().endswith("later"):
            continue
        if found := LATER.fullmatch(story.text, end, fact.span.start):
            start = found.start("hours") if found["hours"] else fact.span.start
            fact = fact._replace(span=Span(start, fact.span.end))
            length = _lengths.of(fact)
            if length is not None and not length.hedged and length.unit in FITTING[stretch.sort]:
                told = Told((fact,), length)
                if _of_size(stretch, told, BESIDE):
                    yield _relation(stretch, told)


def _turned(story: Story, lengths: list[Told]) -> Iterator[Relation]:
    """ "She resigned in 2019, ending a 12-year run that began in 2007": the end before the start."""
    for told in lengths:
        first = told.facts[0]
        here = [f for f in story.kinds("date", "time") if f.sentence == first.sentence and isinstance(f.value, Moment)]
        if len(here) != 2 or not here[0].span.end < first.span.start < here[1].span.start:
            continue
        between = story.text[told.facts[-1].span.end : here[1].span.start]
        stretch = measured(here[1], here[0]) if SINCE.search(between) else None
        if (
            LASTED.search(story.before(first, 50))
            and UNTIL.fullmatch(between)
            and BEGAN.search(story.before(here[0], 60))
        ):
            stretch = measured(here[0], here[1])
        if stretch and told.length.unit in FITTING[stretch.sort] and _of_size(stretch, told, BESIDE):
            yield _relation(stretch, told)


def _of_size(stretch: Stretch, told: Told, most: float) -> bool:
    return any(size / most <= told.length.seconds <= size * most for size in stretch.lengths)


def _explained(story: Story, stretch: Stretch, told: Told) -> bool:
    """Do two other times of the story lie just so far apart? Then it is of them that the length is told."""
    if stretch.sort != "year":
        return False
    years = sorted({f.moment.start.year for f in story.kinds("date") if is_year(f)})
    return any(abs(b - a - told.length.number) <= 1 for a in years for b in years)


def _fits(stretch: Stretch, told: Told) -> bool:
    return any(
        abs(seconds - told.length.seconds) <= max(told.length.slack, stretch.slack) for seconds in stretch.lengths
    )


def _relation(stretch: Stretch, told: Told) -> Relation:
    said = told.length
    slack = max(said.slack, stretch.slack)
    fits = next((s for s in stretch.lengths if abs(s - said.seconds) <= slack), stretch.lengths[0])
    unit = {"year": YEAR, "month": MONTH, "day": DAYS, "clock": HOUR}[stretch.sort]
    took = _lengths.told(fits, fits, unit if unit != HOUR or fits % 3600 == 0 else MINUTE)
    length = _lengths.told(said.seconds - slack, said.seconds + slack, unit, said.seconds)
    parts: Parts = {
        "start": stretch.start,
        "end": stretch.end,
        "length": length,
        "took": took,
        "said": told.facts if len(told.facts) > 1 else told.facts[0],
    }
    repairs = mended(stretch.start, stretch.end, _lengths.told(said.seconds, said.seconds, unit), took, told.facts[0])
    return Relation("span", parts, stretch.start.sentence, repairs)


# ---------------------------------------------------------------- until now


def _in_office(story: Story, lengths: list[Told]) -> Iterator[Relation]:
    """ "will step down after 14 years as director. She took over in 2009": from a year told to the day of publication."""
    issue = issued(story.document)
    for told in lengths if issue is not None else ():
        fact = told.facts[0]
        if told.length.unit != "year" or not AFTER.search(story.before(fact, 8)) or not AS.match(story.after(fact, 20)):
            continue
        starts = [
            f
            for f in story.kinds("date")
            if is_year(f) and TOOK_OVER.search(story.before(f, 70)) and abs(f.span.start - fact.span.start) < REACH
        ]
        ended = any(is_year(f) and f.sentence == fact.sentence for f in story.kinds("date") if f not in starts)
        if len(starts) != 1 or ended or issue is None or not STEPS_DOWN.search(story.words(fact.sentence)):
            continue
        years = issue.year - starts[0].moment.start.year
        now = Moment(datetime(issue.year, 1, 1), datetime(issue.year + 1, 1, 1), "year", str(issue.year))
        stretch = Stretch(starts[0], fact, (years * int(YEAR.factor),), int(YEAR.factor), "year")
        if years > 0 and _of_size(stretch, told, NEAR):
            relation = _relation(stretch, told)
            yield relation._replace(parts={**relation.parts, "end": now})


# ---------------------------------------------------------------- days and nights long


def _long_ones(story: Story, lengths: list[Told]) -> Iterator[Relation]:
    """A length told to the hour over more than a day ("33 and a half hours") is that of two clock times of the story, if one slip apart."""
    for told in lengths:
        hours = told.length.seconds / 3600
        if told.length.unit != "hour" or not (24 < hours < 200) or told.length.seconds % DAY == 0:
            continue
        if AT_MOST.search(story.before(told.facts[0], 12)):
            continue
        times = [
            f
            for f in story.kinds("time")
            if isinstance(f.value, Moment)
            and f.moment.day_known
            and not f.moment.about
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
