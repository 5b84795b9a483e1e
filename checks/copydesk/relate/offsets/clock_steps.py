"""Clock times told by themselves and as so long before or after another."""

import re
from collections.abc import Iterator

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.model import Fact, Relation
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.lengths import MINUTE, Length
from copydesk.relate.calendar.measured import two_clocks
from copydesk.relate.calendar.mended import mended
from copydesk.relate.calendar.points import DAY, is_offset
from copydesk.relate.events.alike import stems
from copydesk.story import Parts, Story

# "4 days later, on 5 November": the date set off behind the offset.
SET_OFF = late(r"\s*(?:,\s*(?:on\s+|at\s+|in\s+)?|\s*\(|\s+on\s+)$", re.I)
THEN_BY = late(r",?\s*(?:just\s+|only\s+)?")
WEEKDAY = late(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)
# "At 5 p.m. instead of 3 p.m., two hours later": counted from the second to the first.
INSTEAD = late(r"\b(?:instead\s+of|rather\s+than|not|from)\s+(?:at\s+)?$")
# "at 4:30 p.m., 20 minutes before the avalanche struck at 4:50 p.m."
BEHIND = late(
    r"\s*,?\s*(?:just\s+|only\s+|exactly\s+|some\s+)?(?P<length>(?:\d+|[a-z-]+)(?: and a half)? (?:minute|hour)s?) (?P<side>before|after) (?P<what>[^.;:]{3,40})",
    re.I,
    words="hour minute",
)


# "Two hours after the blast, at 10:40 p.m."
AHEAD = late(
    r"\b(?P<length>(?:\d+|[a-z-]+)(?: and a half)? (?:minute|hour)s?) (?P<side>before|after) (?P<what>[^.;:,]{3,60}), at $",
    re.I,
    words="after before",
)
HEDGED = late(r"\b(?:about|around|some|nearly|almost|over|than|roughly|least|under)\s+$", re.I)


def is_clock(fact: Fact) -> bool:
    """Is it a time by the clock, rather than "in the evening"?"""
    return fact.kind == "time" and fact.value is not None and fact.moment.grain in ("minute", "hour")


def clock_steps(story: Story) -> Iterator[Relation]:
    """Steps from one clock time to another: `elapsed` by the clock, `by` as said."""
    yield from _later(story)
    yield from _behind(story)
    yield from _ahead(story)


def _behind(story: Story) -> Iterator[Relation]:
    """Counted to a time in the same breath, or to the one before that speaks of the same thing."""
    times = list(filter(is_clock, story.kinds("time")))
    for i, to in enumerate(times):
        found = BEHIND.match(story.after(to, 100)) if len(times) > 1 else None
        length = _lengths.read(found["length"]) if found else None
        if found is None or length is None or to.moment.about or is_offset(to):
            continue
        start, end = to.span.end + found.start("what"), to.span.end + found.end("what") + 12
        inside = [f for f in times[i + 1 :] if start <= f.span.start < end and f.sentence == to.sentence]
        thing = stems(found["what"].partition(",")[0])
        ahead = {f.span: story.text[f.sentence.start : min(f.sentence.end, to.span.start)] for f in times[:i]}
        told = [f for f in times[max(0, i - 1) : i] if thing & stems(ahead[f.span])]
        for anchor in (inside or told)[:1]:
            yield from clock_step(anchor, to, length, 1 if found["side"].lower() == "after" else -1)


def _ahead(story: Story) -> Iterator[Relation]:
    """ "Two hours after the blast, at 10:40 p.m.": counted from the one clock time that is told of the same thing."""
    times = list(filter(is_clock, story.kinds("time")))
    for to in times if len(times) > 1 else ():
        found = AHEAD.search(story.text, to.sentence.start, to.span.start)
        length = _lengths.read(found["length"]) if found else None
        if (
            found is None
            or length is None
            or to.moment.about
            or HEDGED.search(story.text[max(0, found.start() - 14) : found.start()])
        ):
            continue
        inside = [f for f in times if found.start("what") <= f.span.start < found.end("what")]
        thing = stems(found["what"])
        told = [f for f in times if f.sentence != to.sentence and thing & stems(story.words(f.sentence))]
        anchors = inside or told
        if len({(f.moment.start.hour, f.moment.start.minute) for f in anchors}) == 1:
            yield from clock_step(anchors[0], to, length, 1 if found["side"].lower() == "after" else -1)


def clock_step(anchor: Fact, to: Fact, length: Length, sign: int) -> Iterator[Relation]:
    """From an anchor that is told by itself, and exactly."""
    if anchor.moment.about or is_offset(anchor) or _on_two_clocks(anchor, to) or two_clocks(anchor, to):
        return
    seconds = _since(anchor, to, length.seconds * sign)
    elapsed = _lengths.told(seconds, seconds, MINUTE)
    by = _signed(length, sign)
    parts: Parts = {"from": anchor, "to": to, "by": by, "elapsed": elapsed}
    yield Relation("offset", parts, to.sentence, mended(anchor, to, by, elapsed, None))


def _on_two_clocks(a: Fact, b: Fact) -> bool:
    """ "At 11:11 p.m. (22:11 GMT) … at 11:30": is but one of them told with its zone?"""
    return (a.moment.zone is None) != (b.moment.zone is None)


def _later(story: Story) -> Iterator[Relation]:
    """ "28 minutes later, at 18:20": counted from the clock time told last."""
    times = list(filter(is_clock, story.kinds("time")))
    for first, second, third in zip(times, times[1:], times[2:], strict=False):
        by_last = (  # not "… at 6.31 p.m. Eleven minutes later"
            third.text.endswith(("later", "earlier"))
            and not third.text[:1].isupper()
            and THEN_BY.fullmatch(story.text, second.span.end, third.span.start)
        )
        anchor, by, to = (first, third, second) if by_last else (first, second, third)
        length = _lengths.find(by.text)
        if length is None or length.hedged or not by.text.lower().endswith(("later", "earlier")) or is_offset(anchor):
            continue
        if (
            length.unit not in ("minute", "hour")
            or not by_last
            and not SET_OFF.fullmatch(story.text, by.span.end, to.span.start)
            or to.moment.about
            or anchor.moment.about
            or INSTEAD.search(story.between(anchor, to))
            or _on_two_clocks(anchor, to)
            or two_clocks(anchor, to)
        ):
            continue
        sign = 1 if by.text.lower().endswith("later") else -1
        seconds = _since(anchor, to, length.seconds * sign)
        parts: Parts = {
            "from": anchor,
            "to": to,
            "by": _signed(length, sign),
            "elapsed": _lengths.told(seconds, seconds, MINUTE),
            "said": by,
        }
        repairs = mended(anchor, to, _signed(length, sign), _lengths.told(seconds, seconds, MINUTE), by)
        yield Relation("offset", parts, to.sentence, repairs)


def _since(a: Fact, b: Fact, near: int) -> int:
    """Seconds from one clock time to another, on the turn of the clock's face that comes nearest to `near`."""
    first, second = a.moment.start, b.moment.start
    if WEEKDAY.search(a.text) and WEEKDAY.search(b.text):
        week = 7 * DAY
        seconds = int((second - first).total_seconds())
        return seconds + round((near - seconds) / week) * week
    if a.moment.zone is not None and b.moment.zone is not None:
        first, second = first - a.moment.zone, second - b.moment.zone
    seconds = (second.hour - first.hour) * 3600 + (second.minute - first.minute) * 60
    turn = 12 * 3600
    return seconds + round((near - seconds) / turn) * turn


def _signed(length: Length, sign: int) -> Amount:
    return length.amount() if sign > 0 else -length.amount()
