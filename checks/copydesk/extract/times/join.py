"""Neighbours made one: a day and a clock time ("10 p.m. Wednesday", "on the evening of May 31, at about 10:50 p.m."), a
length and the day that it is counted from, two lengths of one sum."""

from collections.abc import Mapping

from copydesk.extract.times.apart import CLOCK_RANGE, SIDES, ago_of, counted_from, is_day, week_around, weekday_beside
from copydesk.extract.times.prefixes import prefixed
from copydesk.extract.times.reading import (
    Block,
    Clock,
    Fixed,
    Found,
    Holiday,
    Length,
    Offset,
    Period,
    Stamp,
    Turn,
)
from copydesk.extract.times.recurring import BEFORE_SET, at_times, range_start, recurring, weekday_parts
from copydesk.lexicon.calendar import PLURAL, SINGULAR


def _links(*phrases: str) -> frozenset[tuple[str, ...]]:
    """What may stand between two neighbours, "" for nothing."""
    return frozenset(tuple(phrase.split()) for phrase in phrases)


DAY_THEN_CLOCK = _links(
    "",
    ",",
    "at",
    ", at",
    "by",
    "from",
    ", from",
    "for",
    "around",
    "about",
    "@",
    "t",
    "-",
    "between",
    "until",
    "before",
    "after",
    "since",
)
DAY_THEN_PART = _links("", "in the", "during the", "at", ", in the", "in", "during")
CLOCK_THEN_DAY = _links("", ",", "on", ", on", "on the", "of", "this")
PART_THEN_CLOCK = _links("", ",", "at", ", at", "around", "by")
CLOCK_THEN_PART = _links("in the", "in", "at", "", ",")
LINKED_REACH, STOPS = 4, frozenset({",", ".", ";"})
STOPPED = frozenset({"", ".", ";", ")"})
BRACKETS = frozenset({"(", ")"})
BESIDE_BRACKETS = BRACKETS | {"on", ","}


def joined(block: Block, found: list[Found]) -> list[Found]:
    """Neighbouring times that are one, as one. Bare parts of day ("night") that found no day are dropped."""
    out: list[Found] = []
    for one in found:
        while out and (both := _both(block, out[-1], one)):
            out.pop()
            one = both
        out.append(one)
    _share_days(block, out)
    _end_quarters(block, out)
    return [
        prefixed(block, one)
        for one in out
        if one.when is not None or one.clock is not None and one.clock.hour is not None
    ]


def _share_days(block: Block, found: list[Found]) -> None:
    """The first of "from 9 a.m. to noon on May 31" has the day of the second, and so have both of "10 p.m. (2200 GMT)
    on May 31"."""
    for k in range(len(found) - 2, -1, -1):
        a, b = found[k], found[k + 1]
        if a.when is not None or a.clock is None or a.clock.hour is None or b.when is None:
            continue
        between = block.lower[a.last + 1 : b.first]
        ranged = len(between) == 1 and between[0] in CLOCK_RANGE
        if b.kind == "set" and ranged:
            found[k] = range_start(a, b)
            continue
        # "Opens at 7am and closes at 10pm on Thursday".
        linked = "and" in between and len(between) <= LINKED_REACH and STOPS.isdisjoint(between)
        linked = linked and block.lower[b.first][0].isdecimal()
        ranged = (ranged or linked) and b.clock is not None
        bracketed = (
            (b.clock is not None or is_day(b))
            and not BRACKETS.isdisjoint(between)
            and BESIDE_BRACKETS.issuperset(between)
        )
        if ranged or bracketed:
            found[k] = a._replace(when=b.when)


ENDED = frozenset({("ended",), ("ending",), ("that", "ended")})
CLOSING = ENDED | {("to",), ("through",), ("to", "the", "end", "of")}
MONTHS_LONG: Mapping[str, int] = {"P3M": 3, "P6M": 6, "P9M": 9, "P12M": 12}


def _end_quarters(block: Block, found: list[Found]) -> None:
    """ "The quarter ended Sept. 29" is the quarter of the year that most of it falls into, unless the company's own has been
    told ("first-quarter profit")."""
    for k in range(len(found) - 1):
        a, b = found[k], found[k + 1]
        if not isinstance(b.when, Stamp) or not b.when.month:
            continue
        between = tuple(block.lower[a.last + 1 : b.first])
        if between in CLOSING and isinstance(a.when, Fixed) and a.when.timex in MONTHS_LONG:
            found[k + 1] = b._replace(when=b.when._replace(closes=MONTHS_LONG[a.when.timex]))
        if between in ENDED and isinstance(a.when, Turn) and a.when.span.letter == "Q":
            back, middle = divmod(b.when.month - 2, 12)
            year = b.when.year + back if b.when.year is not None else None
            found[k] = a._replace(when=Period(f"Q{middle // 3 + 1}", year, "" if between == ("ending",) else "over"))


def _both(block: Block, a: Found, b: Found) -> Found | None:
    """Two neighbours as one, or None."""
    gap = b.first - a.last - 1
    if gap > 3 or gap < 0 or a.cut:
        return None
    between = tuple(block.lower[a.last + 1 : b.first])
    if a.kind == "duration" and isinstance(a.when, Fixed):
        if isinstance(b.when, Offset):
            return _offset(block, a, b, between)
        return _sum(block, a, b, between) if b.kind == "duration" else counted_from(block, a, b, between)
    if a.kind == "set" and b.kind == "time" and b.when is None and b.clock is not None:
        return recurring(a, b, between)
    if a.clock is not None and b.kind == "set" and between in BEFORE_SET:
        return at_times(a, b)
    if not between and (every := weekday_parts(block, a, b)):
        return every
    if a.kind == "date" and b.clock is not None and b.kind == "time" and is_day(a):
        if b.when is None and between in (DAY_THEN_CLOCK if b.clock.hour is not None else DAY_THEN_PART):
            return _merge(block, a, b, a)
        if _told(b) and between in DAY_THEN_PART:
            return _merge(block, a, b, a)
    if a.clock is not None and a.kind == "time":
        if b.kind == "date" and is_day(b) and between in CLOCK_THEN_DAY and (a.when is None or _told(a)):
            return _merge(block, a, b, b)
        if b.clock is not None and b.kind == "time":
            return _clocks(block, a, b, between)
        if (
            isinstance(a.when, Stamp)
            and isinstance(b.when, Stamp)
            and (day := _stamps(block, a, b, between)) is not None
        ):
            return _merge(block, a, b, day)  # "Tuesday evening, Nov. 28"
    if between in SIDES:
        return weekday_beside(block, a, b, SIDES[between])
    if a.kind == b.kind == "date" and isinstance(b.when, Stamp):
        if isinstance(a.when, Stamp):
            return _stamps(block, a, b, between)
        return ago_of(a, b, between) or week_around(block, a, b, between)
    return None


def _sum(block: Block, a: Found, b: Found, between: tuple[str, ...]) -> Found | None:
    """One length in two units: "two hours and 30 minutes", "1 year 2 months"."""
    one, two = a.when, b.when
    if (
        not (between in {(), ("and",)} or between == (",",) and _goes_on(block, b))
        or block.breaks(a.last, b.first)
        or not isinstance(one, Fixed)
        or not isinstance(two, Fixed)
    ):
        return None
    if one.amount is None or two.amount is None or two.amount.is_bound or "/" in one.timex or "/" in two.timex:
        return None
    if _units(one.timex)[-1] >= _units(two.timex)[0]:
        return None
    head, tail = one.timex, two.timex[1:]
    tail = tail[1:] if "T" in head and tail.startswith("T") else tail
    return a._replace(last=b.last, when=Fixed(head + tail, one.amount + two.amount), cut=b.cut)


def _units(timex: str) -> list[int]:
    """The units of a length from the first on, the finer the higher: 0 and 2 for P2Y3M."""
    days, _, clock = timex[1:].partition("T")
    return ["YQMWD".find(x) for x in days if x.isalpha()] + [5 + "HMS".find(x) for x in clock if x.isalpha()]


def _goes_on(block: Block, b: Found) -> bool:
    """Does a length told with commas end here, or go on in a finer unit: "two hours, 14 minutes and 32 seconds"?"""
    lower, i = block.lower, b.last + 1
    number = block.number_at(i + 1) if lower[i] in ("and", ",") else None
    unit = lower[number.last - block.base + 1] if number is not None else ""
    finer = PLURAL.get(unit) or SINGULAR.get(unit)
    if finer is None or not isinstance(b.when, Fixed) or b.when.amount is None:
        return lower[i] in ("", ".", ";", ")")
    return finer.unit.factor < b.when.amount.unit.factor


def _offset(block: Block, a: Found, b: Found, between: tuple[str, ...]) -> Found | None:
    """So far off in two units: "two years and three months ago", "an hour and 20 minutes later"."""
    if b.length is None or block.lower[a.first - 1] == "for":
        return None  # "It ran for two years and three months ago shut"
    last = Found(b.length.first, b.length.last, "duration", b.length.value)
    whole = _sum(block, a, last, between)
    if whole is None or not isinstance(whole.when, Fixed) or not isinstance(b.when, Offset):
        return None
    one, two = a.when, b.length.value
    assert isinstance(one, Fixed) and one.amount is not None and two.amount is not None
    times = one.amount.unit.factor / two.amount.unit.factor
    # Years have no number of days, so that "a year and ten days later" is on no day.
    number = None if times % 1 or b.when.number is None else b.when.number + one.amount.low * times
    length = Length(a.first, whole.last, whole.when)
    return b._replace(first=a.first, when=b.when._replace(number=number), about=a.about, length=length)


def _told(found: Found) -> bool:
    return isinstance(found.when, Turn) and found.when.anchor == "told" and found.when.by == 0


def _merge(block: Block, a: Found, b: Found, day: Found) -> Found:
    clock = b.clock or a.clock
    if clock is not None and clock.hour is not None:
        clock = _halved(clock, clock.part)
    bound = a.bound if a.bound != "=" else b.bound
    return Found(a.first, b.last, "time", day.when, clock, a.about or b.about, bound, b.cut)


def _clocks(block: Block, a: Found, b: Found, between: tuple[str, ...]) -> Found | None:
    """A part of day and a clock time of the same day: "this afternoon at 3:20", "7:30 in the evening"."""
    first, second = a.clock, b.clock
    assert first is not None and second is not None
    if (
        first.hour is None
        and second.hour is not None
        and b.when is None
        and between in PART_THEN_CLOCK
        and a.when is not None
    ):
        return Found(a.first, b.last, "time", a.when, _halved(second, first.part), a.about or b.about)
    if (
        first.hour is not None
        and second.hour is None
        and (between in CLOCK_THEN_PART or between == ("on",) and isinstance(b.when, Stamp | Holiday))
        and (b.when is None or not _told(b) or a.when is None or not first.half and between == ("in",))
    ):
        when = a.when if a.when is not None else None if _told(b) else b.when
        return Found(a.first, b.last, "time", when, _halved(first, second.part), a.about or b.about)
    return None


def _halved(clock: Clock, part: str) -> Clock:
    """A clock time without a.m. or p.m. put into its part of day."""
    if clock.half or clock.hour is None or clock.hour > 12 or not part:
        return clock
    afternoon = part in ("AF", "EV") or part == "NI" and 5 <= clock.hour < 12
    return clock._replace(
        hour=clock.hour % 12 + 12
        if afternoon
        else clock.hour % 12
        if clock.hour == 12 and part != "MI"
        else clock.hour,
        half=True,
    )


def _stamps(block: Block, a: Found, b: Found, between: tuple[str, ...]) -> Found | None:
    """A weekday and a date: "Wednesday, March 3", "March 3, Wednesday, at noon"; anything else stays two."""
    one, two = a.when, b.when
    assert isinstance(one, Stamp) and isinstance(two, Stamp)
    if (
        one.weekday
        and one.day is None
        and two.day is not None
        and two.weekday in (None, one.weekday)
        and between in ((), (",",), (".",), (",", "the"), ("the",))
    ):
        return b._replace(first=a.first, when=two._replace(weekday=one.weekday))
    dated = one.month is not None and one.day is not None and one.weekday is None
    bare = two.weekday is not None and two.month is two.day is two.week is None and not two.pick
    at = b.last + 1 + (block.lower[b.last + 1] == ",")  # but "March 15, Saturday, Sunday and Monday"
    ends = block.lower[b.last + 1] in STOPPED or block.lower[at] == "at" and block.lower[at + 1][:1].isdecimal()
    if dated and bare and between in ((), (",",)) and ends and not b.cut:
        return a._replace(last=b.last, when=one._replace(weekday=two.weekday))
    return None
