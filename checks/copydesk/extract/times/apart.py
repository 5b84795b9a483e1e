"""A day by another that is said: "two days after Christmas", "a week before May 31", "the Saturday before Easter"."""

from collections.abc import Mapping

from copydesk.extract.times.reading import Apart, Beside, Block, Fixed, Found, Holiday, Length, Offset, Stamp, Turn
from copydesk.lexicon.calendar import UNIT_SPANS

CLOCK_RANGE = frozenset({"to", "-", "–", "—", "and", "until", "till", "or", "through"})
SIDES: Mapping[tuple[str, ...], int] = {("before",): -1, ("after",): 1}


def is_day(found: Found) -> bool:
    when = found.when
    return (
        isinstance(when, Stamp)
        and (when.day is not None or when.weekday is not None)
        or isinstance(when, Holiday)
        and not when.around
        or isinstance(when, Turn)
        and when.span.letter == "D"
    )


def counted_from(block: Block, a: Found, b: Found, between: tuple[str, ...]) -> Found | None:
    """A day by its distance from another: "two days after Christmas", "a week before May 31"."""
    length, base = a.when, b.when
    if between == ("from",) and (block.lower[b.last + 1] in CLOCK_RANGE or block.lower[a.first - 1] == "for"):
        return None  # "64 days from May 1 to July 3", "closed for three weeks from May 1"
    if between == ("on",) and _is_week(block, a) and isinstance(base, Stamp) and base.weekday and not base.pick:
        return Found(a.first, b.last, "date", base._replace(pick="next", nth=2), cut=b.cut)  # "a week on Friday"
    if (
        between not in {("before",), ("after",), ("from",)}
        or b.kind != "date"
        or base is None
        or isinstance(base, Apart)
        or not isinstance(length, Fixed)
    ):
        return None
    amount = length.amount
    span = UNIT_SPANS.get(amount.unit) if amount is not None and amount.low == amount.high else None
    if amount is None or span is None or span.is_clock or not (is_day(b)):
        return None
    if between == ("from",) and isinstance(base, Stamp) and base.weekday and not base.pick and base.month is None:
        base = base._replace(pick="this")  # "two weeks from Saturday" looks ahead
        b = b._replace(when=base)
    return Found(
        a.first,
        b.last,
        "date",
        Apart(Offset(span, amount.low, -1 if between[0] == "before" else 1, "told"), base),
        None,
        a.about,
        "=",
        b.cut,
        length=Length(a.first, a.last, length),
        base=b,
    )


def ago_of(a: Found, b: Found, between: tuple[str, ...]) -> Found | None:
    """So long before a weekday: "a week ago Sunday", "80 years ago this Friday"."""
    offset, day = a.when, b.when
    if not isinstance(offset, Offset) or offset.anchor != "issue" or offset.number is None or offset.sign > 0:
        return None
    assert isinstance(day, Stamp)
    lone = day.weekday is not None and day.day is None and day.week is None
    if between == () and lone and offset.span.letter == "Y" and not day.pick:
        return a._replace(last=b.last, cut=b.cut)  # "20 years ago Sunday": the one just gone, or the one to come
    if between not in {(), ("on",)} or not lone or (offset.span.letter, day.pick) not in {("W", ""), ("Y", "this")}:
        return None
    base = None if day.pick else b
    return Found(a.first, b.last, "date", Apart(offset, day), None, a.about, "=", b.cut, length=a.length, base=base)


BEGINNING = frozenset({("beginning",), ("starting",), ("commencing",), ("beginning", "on"), ("starting", "on")})
ENDING = frozenset({("ended",), ("ending",), ("to",), ("ended", "on"), ("ending", "on")})


def week_around(block: Block, a: Found, b: Found, between: tuple[str, ...]) -> Found | None:
    """The week that a day is the first or the last of: "the week ended March 2"."""
    week, day = a.when, b.when
    if between not in BEGINNING | ENDING or not isinstance(week, Turn) or week.span.letter != "W" or week.by:
        return None
    assert isinstance(day, Stamp)
    if block.lower[a.first : a.last + 1] != ["the", "week"] or not is_day(b):
        return None
    return a._replace(last=b.last, when=day._replace(whole="week"), cut=b.cut, base=b)


def _is_week(block: Block, a: Found) -> bool:
    return block.lower[a.first : a.last + 1] == ["a", "week"]


def weekday_beside(block: Block, a: Found, b: Found, sign: int) -> Found | None:
    """The weekday next before or after a day: "the Saturday before Easter"."""
    one, two = a.when, b.when
    if (
        not isinstance(one, Stamp)
        or not one.weekday
        or one.pick not in ("", "apart")
        or one.month
        or one.day
        or one.week
    ):
        return None
    dated = isinstance(two, Holiday) and not two.around or isinstance(two, Stamp) and two.month and two.day
    if not dated or b.kind != "date" or "the" not in block.lower[a.first - 1 : a.last + 1]:
        return None
    assert isinstance(two, Holiday | Stamp)
    return a._replace(last=b.last, when=Beside(one.weekday, sign, two), cut=b.cut, base=b)
