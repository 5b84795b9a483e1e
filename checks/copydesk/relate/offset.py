"""A date or clock time told twice: by itself, and as so long before or after another."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from copydesk.amounts import Amount
from copydesk.model import Fact, Relation, Span
from copydesk.relate import _lengths
from copydesk.relate._days import TIMEX_DAY, Parts, day_of
from copydesk.relate._lengths import DAYS, MINUTE, Length
from copydesk.relate._slips import one_slip
from copydesk.story import RelationKind, Story

# "4 days later, on 5 November": the date set off behind the offset.
SET_OFF = re.compile(r"\s*(?:,\s*(?:on\s+|at\s+)?|\s*\(|\s+on\s+)$", re.I)
NEXT_DAY = re.compile(r"\b(?:the|on the)\s+(?:following|next)\s+day,?\s*(?:on\s+)?\(?$", re.I)
DAY_BEFORE = re.compile(r"\bthe\s+(?:day before|previous day),?\s*(?:on\s+)?\(?$", re.I)
# "October 12, the day after the raid on October 11": the offset behind the date.
BEHIND = re.compile(
    r"\s*,?\s*(?:just\s+|only\s+|exactly\s+|a mere\s+|about\s+|some\s+|nearly\s+)?(?P<length>the day|(?:\d+|[a-z-]+)(?: and a half)? (?:day|week|month|year)s?) (?P<side>before|after) (?P<what>[^.;:]{3,80})",
    re.I,
)
# Words that begin another statement: a date behind them need not belong to the offset.
BREAK = re.compile(
    r"[;:.]|,\s*(?:and|but|while|when|which|who|according|said|told)\b|\b(?:and|but|while|until|since)\b|”", re.I
)
CONTENT = re.compile(r"[a-z]{4,}", re.I)
EMPTY = frozenset(
    "that this with from they them their were have been after before when where which most more than into over under about first last other".split()
)
# A time told farther back than this many characters is no anchor for "later".
REACH = 900
HALF_YEAR = 183
# A day told with the same words is the one counted from only if it is no more than so many days off.
NEAR = 31
STEM = 5


class Point(NamedTuple):
    """A calendar day, its year only where the words have it."""

    fact: Fact
    year: int | None
    month: int
    day: int

    def days_to(self, other: "Point") -> int | None:
        """Days from this day to another; where a year is unknown, the nearest way round. None for a day that no year has."""
        year = self.year or other.year or 2024
        try:
            here, there = (
                date(self.year or year, self.month, self.day),
                date(other.year or year, other.month, other.day),
            )
        except ValueError:
            return None
        days = (there - here).days
        if self.year is None or other.year is None:
            days += 365 * (days < -HALF_YEAR) - 365 * (days > HALF_YEAR)
        return days


def relate(story: Story) -> Iterator[Relation]:
    """Offsets whose ends are both told. `elapsed` is the time between them, `by` what was said; both run from `from` to `to`."""
    points = _points(story)
    for i, point in enumerate(points):
        if day_of(point.fact) is None:
            continue
        yield from _set_off(story, points, i)
        yield from _behind(story, points, i)
    yield from _clocks(story)


def _points(story: Story) -> list[Point]:
    """The days that the story names or that the calendar settles ("on Tuesday"), in text order; computed ones ("two days later") left out."""
    found = []
    for fact in story.kinds("date", "time"):
        if (timex := TIMEX_DAY.match(fact.timex or "")) and not _is_offset(fact):
            named = day_of(fact)
            year = named.year if named else None
            found.append(Point(fact, year, int(timex[2]), int(timex[3])))
    return found


def _is_offset(fact: Fact) -> bool:
    return fact.text.lower().endswith(
        ("later", "earlier", "before", "after", "ago", "following day", "next day", "previous day")
    )


# ---------------------------------------------------------------- days


def _set_off(story: Story, points: list[Point], i: int) -> Iterator[Relation]:
    """ "two days later, on 5 November": counted from a day told before."""
    to = points[i]
    length, sign, by = _offset_before(story, to.fact)
    told = [p for p in points[:i] if p.fact.span.end <= to.fact.span.start]
    near = [p for p in told if to.fact.span.start - p.fact.span.start < REACH and day_of(p.fact)]
    if length is None or length.hedged or not near:
        return
    fits = [p for p in told if (days := p.days_to(to)) is not None and length.allows(days * sign * 86400)]
    start = (fits or near)[-1]
    if fits or _plain_anchor(story, near[-1], to):
        yield from _relation(start, to, length, sign, by)


def _offset_before(story: Story, fact: Fact) -> tuple[Length | None, int, Fact | None]:
    """The offset that a date stands in apposition to: its length, its direction, and the fact where it is one."""
    before = story.before(fact, 40)
    if NEXT_DAY.search(before):
        return _lengths.read("a day"), 1, None
    if DAY_BEFORE.search(before):
        return _lengths.read("a day"), -1, None
    for other in story.kinds("date", "time"):
        if (
            other.span.end <= fact.span.start
            and fact.span.start - other.span.end < 8
            and other.text.lower().endswith(("later", "earlier", "before", "after"))
        ):
            if SET_OFF.fullmatch(story.text[other.span.end : fact.span.start]):
                sign = 1 if other.text.lower().endswith(("later", "after")) else -1
                return _lengths.find(other.text), sign, other
    return None, 0, None


def _plain_anchor(story: Story, anchor: Point, to: Point) -> bool:
    """Is there but one day that "later" can be counted from? No other time of any sort was told since, and the anchor's own tense is told on."""
    between = [
        f
        for f in story.kinds("date", "time")
        if anchor.fact.span.end <= f.span.start < to.fact.span.start
        and TIMEX_DAY.match(f.timex or "")
        and not _is_offset(f)
        and f.kind == "date"
    ]
    return not between


def _behind(story: Story, points: list[Point], i: int) -> Iterator[Relation]:
    """ "July 4, 25 days after the last contact": counted to a day named in the same sentence, or told elsewhere."""
    here = points[i]
    found = BEHIND.match(story.after(here.fact, 130))
    if found is None:
        return
    length = _lengths.read("a day" if found["length"].lower() == "the day" else found["length"])
    if length is None or length.unit in ("minute", "hour"):
        return
    sign = 1 if found["side"].lower() == "after" else -1
    what = BREAK.split(found["what"])[0]
    offset = here.fact.span.end + found.start("what")
    inside = [p for p in points[i + 1 :] if offset <= p.fact.span.start < offset + len(what)]
    if inside:
        if day_of(inside[0].fact):
            yield from _relation(
                inside[0], here, length, sign, None, Span(here.fact.span.end + found.start("length"), offset)
            )
        return
    yield from _elsewhere(story, points, i, length, sign, what)


def _elsewhere(story: Story, points: list[Point], i: int, length: Length, sign: int, what: str) -> Iterator[Relation]:
    """The day counted from is told elsewhere: the one whose sentence speaks of the same thing, or the one that a slip would explain."""
    here = points[i]
    others = [p for p in points if p is not here and day_of(p.fact) and p.fact.sentence != here.fact.sentence]
    apart = [(p, days) for p in others if (days := p.days_to(here)) is not None]
    fits = [p for p, days in apart if length.allows(days * sign * 86400)]
    if fits:
        yield from _relation(fits[-1], here, length, sign, None)
        return
    stems = {word[:STEM].lower() for word in CONTENT.findall(what)} - {word[:STEM] for word in EMPTY}
    same = [
        p
        for p, days in apart
        if abs(days * sign - length.number) <= NEAR
        and stems & {word[:STEM].lower() for word in CONTENT.findall(story.words(p.fact.sentence))}
    ]
    slipped = [p for p, days in apart if length.unit == "day" and _slipped(here, days * sign, int(length.number))]
    if slipped and (length.number > 1):
        yield from _relation(slipped[-1], here, length, sign, None)
    elif len(same) == 1 and length.unit == "day":
        yield from _relation(same[0], here, length, sign, None)


def _slipped(here: Point, days: int, said: int) -> bool:
    """Would the other direction, or one digit of the figure or the day, set it right?"""
    if days == -said:
        return True
    day = here.day - (days - said)
    return one_slip(days, said) or (
        0 < day <= 31 and one_slip(day, here.day) and abs(day - here.day) >= 10 - (here.day < 10 or day < 10)
    )


def _relation(
    start: Point, to: Point, length: Length, sign: int, by: Fact | None, words: Span | None = None
) -> Iterator[Relation]:
    days = start.days_to(to)
    if days is None:
        return
    parts: Parts = {
        "from": start.fact, "to": to.fact, "by": _signed(length, sign), "elapsed": _lengths.told(days * 86400, days * 86400, DAYS),
    }  # fmt: skip
    if by is not None:
        parts["said"] = by
    yield Relation("offset", parts, to.fact.sentence)


def _signed(length: Length, sign: int) -> Amount:
    amount = length.amount()
    return amount if sign > 0 else -amount


# ---------------------------------------------------------------- clock times


def _clocks(story: Story) -> Iterator[Relation]:
    """ "28 minutes later, at 18:20": counted from the clock time told last."""
    times = [f for f in story.kinds("time") if f.value is not None and f.moment.grain in ("minute", "hour")]
    for anchor, by, to in zip(times, times[1:], times[2:], strict=False):
        length = _lengths.find(by.text)
        if length is None or length.hedged or not by.text.lower().endswith(("later", "earlier")) or _is_offset(anchor):
            continue
        if (
            length.unit not in ("minute", "hour")
            or not SET_OFF.fullmatch(story.text[by.span.end : to.span.start])
            or to.moment.about
            or anchor.moment.about
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
        yield Relation("offset", parts, to.sentence)


def _since(a: Fact, b: Fact, near: int) -> int:
    """Seconds from one clock time to another, on the turn of the clock's face that comes nearest to `near`."""
    first, second = a.moment.start, b.moment.start
    if a.moment.zone is not None and b.moment.zone is not None:
        first, second = first - a.moment.zone, second - b.moment.zone
    seconds = (second.hour - first.hour) * 3600 + (second.minute - first.minute) * 60
    turn = 12 * 3600
    return seconds + round((near - seconds) / turn) * turn


RELATION = RelationKind(
    about="A date or clock time told by itself and as so long before or after another one.",
    parts={"from": "moment", "to": "moment", "by": "duration", "elapsed": "duration", "said": "any"},
    relate=relate,
)
