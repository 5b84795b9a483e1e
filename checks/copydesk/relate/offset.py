"""A date or clock time told twice: by itself, and as so long before or after another."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from copydesk.late import late
from copydesk.model import Fact, Relation, Span
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.days import DAY_ALONE, DAY_NAME, TIMEX_DAY
from copydesk.relate.calendar.points import Point, is_offset, points
from copydesk.relate.events.alike import stems
from copydesk.relate.offsets.anchors import LONG, ONE_DAY, Offset, elsewhere
from copydesk.relate.offsets.apart import days_apart, months_apart, weekdays_apart
from copydesk.relate.offsets.clock_steps import SET_OFF, clock_step, clock_steps, is_clock
from copydesk.relate.offsets.plain_steps import Step, plain_steps
from copydesk.story import RelationKind, Story

NEXT_DAY = late(
    r"\b(?:the|on the)\s+(?:(?:following|next)\s+(?:day|morning|afternoon|evening|night)|day\s+after),?\s*(?:on\s+)?\(?$",
    re.I,
    words="following next after",
)
DAY_BEFORE = late(r"\bthe\s+(?:day before|previous day),?\s*(?:on\s+)?\(?$", re.I, words="before previous")
# "October 12, the day after the raid on October 11": the offset behind the date.
BEHIND = late(
    r"\s*,?\s*(?:which\s+)?(?:(?:came|comes|fell|happened|occurred|took place|was|is)\s+)?(?:just\s+|only\s+|exactly\s+|a mere\s+)?(?P<about>about\s+|some\s+|nearly\s+|almost\s+|around\s+|roughly\s+|more than\s+|over\s+)?(?P<length>the day|(?:\d+|[a-z-]+)(?: and a half)? (?:day|week|month|year|decade)s?) (?P<side>before|after|into) (?P<what>(?:[^.;:]|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.){3,120})",
    re.I,
    words="before after into",
)
# Words that begin another statement: a date behind them need not belong to the offset.
BREAK = late(
    r"[;:.]|,\s*(?:and|but|while|when|which|who|according|said|told)\b|\b(?:and|but|while|until|since)\b|”", re.I
)
# "on 8 April, two days later"
LATER = late(
    r",\s+(?:just\s+|only\s+|exactly\s+)?(?P<length>(?:\d+|[a-z-]+)(?: and a half)? (?:day|week|month|year)s?) (?P<side>later|earlier|afterwards|beforehand|(?:before|after)(?=[.,;]))\b(?!\s+than\b)",
    re.I,
    words="later earlier before after",
)
# "Served on 15 April, three days too late": counted from the deed that it was late for.
TOO_LATE = late(
    r",\s+(?:just\s+|only\s+|exactly\s+)?(?P<length>(?:\d+|[a-z-]+) (?:day|week)s?) (?P<side>(?:too )?(?:late|early)|too soon|ahead of (?:time|schedule)|behind schedule|overdue)\b",
    words="late early soon ahead behind overdue",
)
LATER_SIDES = ("later", "after", "afterwards", "too late", "late", "behind schedule", "overdue")
# "A week after the fire of 12 March, on 19 March"
AHEAD = late(
    r"(?P<length>(?:\d+|[a-z-]+) (?:day|week|month|year)s?) (?P<side>before|after) (?P<what>(?:(?!\b(?:that|which|who|built|born)\b)[^.;:,]){3,80}), (?:(?:he|she|it|they|the [a-z]+) (?:(?!(?:that|when|who|which|says|said|would|will|could|may|should|until|before|since|for)\b)[a-z]+ ){1,6}(?:on|in) |on |in )?$",
    re.I,
)
# What may stand aside in it: "before the last of them, a mother and her boys, were found on Aug. 14"; "four years before the second, which came
# out in 2004".
ASIDE = late(r",\s[^,.;:\d]{3,60},(?=\s(?:was|were|had|has|is|are)\s)", re.I)
CAME = late(
    r",\s+(?:which|who)\s+(?:came\s+out|was\s+[a-z]+|died|opened|appeared|began|ended|took\s+place|happened|fell|struck)(?=\s+(?:in|on)\s)",
)
# A time told farther back than this many characters is no anchor for "later".
REACH = 900
YEAR_DIGITS = 4
OF_CLOCKS = ("hour", "minute")
# "three days after the accident": of the event that was dated just before.
THE_EVENT = late(
    r"the (?:accident|incident|crash|attack|shooting|fire|blast|explosion|robbery|raid|killing|murder|quake|earthquake|flood|storm|collapse|disaster|derailment"
    r"|sinking|kidnapping|stabbing|bombing|abduction)s?\s*$",
    re.I,
)
# "The day after the vote on Tuesday was certified": it is not Tuesday that is counted from.
GOES_ON = late(r"\s+(?:was|were|had|has|is|are|will)\b")
SIDES = (" after ", " before ")
# "Vanished on Monday … on Thursday, three days after he vanished": the verb stands so near before its day, and a thing takes no more words.
VERB_REACH, FEW_WORDS = 30, 4
# An offset stands no farther before its date than this.
APPOSED = 8


def relate(story: Story) -> Iterator[Relation]:
    """Offsets whose ends are both told. `elapsed` is the time between them, `by` what was said; both run from `from` to `to`."""
    found = list(_by_place(story))
    yield from found
    ends = {frozenset((_span(each, "from"), _span(each, "to"))) for each in found}
    for step in plain_steps(story):
        if frozenset((step.start.span, step.to.span)) not in ends:
            yield from _plain(story, step)


def _span(relation: Relation, part: str) -> Span | None:
    fact = relation.parts[part]
    return fact.span if isinstance(fact, Fact) else None


def _plain(story: Story, step: Step) -> Iterator[Relation]:
    """One that its words tie plainly: of two clock times, two days or years, or two days of the week."""
    a, b, offset = step.start, step.to, Offset(step.length, step.sign)
    if is_clock(a) and is_clock(b):
        yield from clock_step(a, b, step.length, step.sign)
    elif a.kind == b.kind == "date":
        ends = {point.fact.span: point for point in points(story)}
        here, there = ends.get(a.span), ends.get(b.span)
        if here and there and here.named and there.named and (there.day is not None or step.length.unit in LONG):
            yield from days_apart(here, there, offset)
        elif a.moment.grain == b.moment.grain == "month" and step.length.unit == "month":
            yield from months_apart(a, b, offset)
        elif DAY_ALONE.fullmatch(a.text) and DAY_ALONE.fullmatch(b.text):
            yield from weekdays_apart(a, b, offset)


def _by_place(story: Story) -> Iterator[Relation]:
    """Those told by where they stand: beside a date, and counted from another."""
    told = points(story)
    for i, point in enumerate(told):
        if point.named:
            yield from _ahead(story, told, i)
            yield from _set_off(story, told, i)
            yield from _behind(story, told, i)
            yield from _too_late(story, told, i)
        elif DAY_ALONE.fullmatch(point.fact.text):
            yield from _weekdays(story, told, i)
    yield from clock_steps(story)


# ---------------------------------------------------------------- days and years


def _set_off(story: Story, told: list[Point], i: int) -> Iterator[Relation]:
    """ "two days later, on 5 November"; "on 5 November, two days later": counted from a day told before."""
    to = told[i]
    found = _beside(story, to.fact)
    if found is None or found.length.hedged or found.length.unit in OF_CLOCKS:  # clock_steps has those
        return
    if to.day is None and found.length.unit not in LONG:
        return
    before = [p for p in told[:i] if p.fact.span.end <= to.fact.span.start]
    near = [p for p in before if to.fact.span.start - p.fact.span.start < REACH and p.named]
    if not near:
        return
    fits = [p for p in before if p.fits(to, found.length, found.sign)]
    start = (fits or near)[-1]
    if not fits and (_goes_on_from(story, start, to, found) or _points_away(start, to, found)):
        return
    if fits or _only_anchor(story, start, to):
        yield from days_apart(start, to, found)


def _points_away(start: Point, to: Point, offset: Offset) -> bool:
    """ "The slowest since September 2021 … a peak in October 2022, 19 months before": is it before what is later, and not by as much?"""
    apart = start.year - to.year if start.year and to.year else 0
    return bool(apart) and (apart > 0) == (offset.sign > 0) and not start.fits(to, offset.length, -offset.sign)


def _beside(story: Story, fact: Fact) -> Offset | None:
    """The offset that a date stands in apposition to."""
    before = story.before(fact, 40)
    if NEXT_DAY.search(before):
        return Offset(ONE_DAY, 1)
    if DAY_BEFORE.search(before):
        return Offset(ONE_DAY, -1)
    if (later := LATER.match(story.after(fact, 40))) and (length := _lengths.read(later["length"])):
        return Offset(length, 1 if later["side"].lower() in LATER_SIDES else -1)
    times = story.kinds("date", "time")
    at = bisect_left(times, fact.span, key=lambda other: other.span)
    other = times[at - 1] if at else fact
    if 0 <= fact.span.start - other.span.end < APPOSED and is_offset(other):
        found = _lengths.find(other.text)
        if found and SET_OFF.fullmatch(story.text, other.span.end, fact.span.start) and not other.text.endswith("ago"):
            return Offset(found, 1 if other.text.lower().endswith(("later", "after")) else -1, other)
    return None


def _goes_on_from(story: Story, anchor: Point, to: Point, offset: Offset) -> bool:
    """ "On March 3 … Two days later … Four days later, on March 9": does it count from a time that was itself counted?"""
    for fact in story.kinds("date", "time"):
        before = anchor.fact.span.end <= fact.span.start and fact.span.end + APPOSED < to.fact.span.start
        if before and fact is not offset.said and is_offset(fact):
            timex = fact.timex or ""
            day = TIMEX_DAY.match(timex)
            there = Point(fact, anchor.year, int(day[2]), int(day[3])) if day else None
            if there is None and len(timex) == YEAR_DIGITS and timex.isdecimal():
                there = Point(fact, int(timex))
            if there is not None and there.fits(to, offset.length, offset.sign):
                return True
    return False


def _only_anchor(story: Story, anchor: Point, to: Point) -> bool:
    """Is there but one time that "later" can be counted from? None was told since."""
    since = (f for f in story.kinds("date") if anchor.fact.span.end <= f.span.start < to.fact.span.start)
    return not any(f.timex and (TIMEX_DAY.match(f.timex) or f.timex[:4] in f.text) and not is_offset(f) for f in since)


def _behind(story: Story, told: list[Point], i: int) -> Iterator[Relation]:
    """ "July 4, 25 days after the last contact": counted to a day named in the same sentence, or told elsewhere."""
    here = told[i]
    found = BEHIND.match(story.after(here.fact, 190))
    length = _lengths.read("a day" if found["length"].lower() == "the day" else found["length"]) if found else None
    if found is None or length is None or here.day is None and length.unit not in LONG:
        return
    length = length._replace(hedged=found["about"] is not None)
    offset = Offset(length, -1 if found["side"].lower() == "before" else 1)
    what = BREAK.split(CAME.sub(_blank, ASIDE.sub(_blank, found["what"])))[0]
    start = here.fact.span.end + found.start("what")
    inside = [p for p in told[i + 1 :] if start <= p.fact.span.start < start + len(what)]
    of_event = found["side"].lower() == "into" or THE_EVENT.match(what) and length.unit != "year"
    if not inside and of_event and not length.hedged:
        yield from _into(told, i, offset)
    elif not inside and not length.hedged and not DAY_NAME.search(what):  # "six weeks after Tuesday's vote"
        yield from _counted(told[i], elsewhere(story, told, i, offset, what), offset)
    elif inside and inside[0].named and not GOES_ON.match(story.after(inside[0].fact, 12)):
        yield from days_apart(inside[0], here, offset)


def _blank(aside: "re.Match[str]") -> str:
    """As many spaces, so that what stands behind keeps its place."""
    return " " * len(aside[0])


def _into(told: list[Point], i: int, offset: Offset) -> Iterator[Relation]:
    """ "on 5 September, a week into the strike": counted from the day told just before."""
    before = [p for p in told[:i] if p.named and p.day and told[i].fact.span.start - p.fact.span.start < REACH // 3]
    fits = [p for p in told if p is not told[i] and p.fits(told[i], offset.length, offset.sign)]
    if fits or len(before) == 1:
        yield from days_apart((fits or before)[-1], told[i], offset)


def _ahead(story: Story, told: list[Point], i: int) -> Iterator[Relation]:
    """ "A week after the fire of 12 March, on 19 March, …": the offset and its day before the date."""
    to = told[i]
    start, end = to.fact.sentence.start, to.fact.span.start
    if i == 0 or told[i - 1].fact.span.start < start or not any(story.text.find(s, start, end) > 0 for s in SIDES):
        return
    found = AHEAD.search(story.text, start, end)
    if found is None:
        return
    length, anchor = _lengths.read(found["length"]), told[i - 1]
    inside = found.start("what") <= anchor.fact.span.start and anchor.fact.span.end <= found.end("what")
    if length is not None and inside and anchor.named and (to.day is not None or length.unit in LONG):
        yield from days_apart(anchor, to, Offset(length, 1 if found["side"].lower() == "after" else -1))


def _too_late(story: Story, told: list[Point], i: int) -> Iterator[Relation]:
    """ "The notice was served on 15 April, three days too late": as long after the only day that it can be counted from."""
    here = told[i]
    found = TOO_LATE.match(story.after(here.fact, 60)) if here.day else None
    length = _lengths.read(found["length"]) if found else None
    own = [p for p in told if p is not here and p.fact.sentence == here.fact.sentence and p.day]
    if found and length is not None and not length.hedged and not own:
        offset = Offset(length, 1 if found["side"] in LATER_SIDES else -1)
        yield from _counted(here, elsewhere(story, told[: i + 1], i, offset, ""), offset)


def _counted(to: Point, start: Point | None, offset: Offset) -> Iterator[Relation]:
    """From an anchor, where there is one."""
    if start is not None:
        yield from days_apart(start, to, offset)


def _weekdays(story: Story, told: list[Point], i: int) -> Iterator[Relation]:
    """ "on Tuesday, the day after the fire on Monday"; "on Monday … Two days later, on Wednesday": days of the week alone."""
    here = told[i].fact
    found = BEHIND.match(story.after(here, 130))
    length = _lengths.read("a day" if found["length"].lower() == "the day" else found["length"]) if found else None
    if found and length and not found["about"] and found["side"].lower() != "into":
        what = BREAK.split(found["what"])[0]
        start = here.span.end + found.start("what")
        inside = [p.fact for p in told[i + 1 :] if start <= p.fact.span.start < start + len(what)]
        inside = inside or _told_of(story, told, here, what)
        offset: Offset | None = Offset(length, -1 if found["side"].lower() == "before" else 1)
    elif offset := _beside(story, here):
        inside = [p.fact for p in told[max(0, i - 1) : i] if here.sentence.start - p.fact.sentence.end < APPOSED]
    if not offset or not inside or not DAY_NAME.search(inside[0].text):
        return
    if inside[0].span.start > here.span.start and GOES_ON.match(story.after(inside[0], 12)):
        return
    yield from weekdays_apart(inside[0], here, offset)


def _told_of(story: Story, told: list[Point], here: Fact, what: str) -> list[Fact]:
    """The one day of the week that the story tells of this thing, right behind its verb, in another sentence."""
    thing = stems(what) if len(what.split()) <= FEW_WORDS else set()
    days = [
        p.fact
        for p in told
        if p.fact.sentence != here.sentence
        and DAY_ALONE.fullmatch(p.fact.text)
        and thing & stems(story.before(p.fact, VERB_REACH))
    ]
    return days if len({day.timex for day in days}) == 1 else []


RELATION = RelationKind(
    about="A date or clock time told by itself and as so long before or after another one.",
    parts={"from": "moment", "to": "moment", "by": "duration", "elapsed": "duration", "said": "any"},
    relate=relate,
    loose=True,
)
