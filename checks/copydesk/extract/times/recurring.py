"""Times that recur: "every day at 7 p.m.", "every Tuesday night", "at noon on Saturdays", "Tuesday nights"."""

from copydesk.extract.times.reading import Block, Clock, Fixed, Found, Stamp

BEFORE_SET = frozenset({(), ("on",), (",", "on")})
DAILY = frozenset({"P1D", "TNI"})


def recurring(a: Found, b: Found, between: tuple[str, ...]) -> Found | None:
    """every day at 7 p.m., every Tuesday night."""
    if not isinstance(a.when, Fixed) or b.clock is None or between not in {(), ("at",), ("in", "the"), ("in",)}:
        return None
    clock, value = b.clock, a.when.timex
    if not value.startswith("XXXX"):
        value = "XXXX-XX-XX" if clock.hour is None else ""
    return a._replace(last=b.last, when=Fixed(value + _tail(clock)))


def at_times(a: Found, b: Found) -> Found | None:
    """at noon on Saturdays, 9 p.m. nightly: a clock time without a day, and what recurs. One that can't be stays a time,
    which is said to be impossible."""
    if a.when is not None or a.clock is None or a.clock.hour is None or not isinstance(b.when, Fixed):
        return None
    if a.clock.hour > 24 or (a.clock.minute or 0) > 59:
        return None
    day = b.when.timex
    if "T" in day.removeprefix("TNI") or not (day.startswith("XXXX-WXX-") or day in DAILY):
        return None
    return b._replace(first=a.first, when=Fixed(day.removeprefix("P1D").removeprefix("TNI") + _tail(a.clock)))


def range_start(a: Found, b: Found) -> Found:
    """The first clock time of "from 9 a.m. to noon on Sundays", which recurs as the second does."""
    day = b.when.timex.partition("T")[0] if isinstance(b.when, Fixed) else ""
    every = at_times(a, b._replace(when=Fixed(day or "P1D")))
    return every._replace(last=a.last, cut=a.cut) if every is not None else a


def weekday_parts(block: Block, a: Found, b: Found) -> Found | None:
    """Tuesday nights: a weekday and the plural of a part of day."""
    if b.clock is None or not b.clock.part or not block.lower[b.last].endswith("s") or b.cut:
        return None
    if not isinstance(a.when, Stamp) or not a.when.weekday or a.kind != "date":
        return None
    return Found(a.first, b.last, "set", Fixed(f"XXXX-WXX-{a.when.weekday}T{b.clock.part}"))


def _tail(clock: Clock) -> str:
    minute = f":{clock.minute:02}" if clock.minute is not None else ""
    return f"T{clock.part}" if clock.hour is None else f"T{clock.hour:02}{minute}"
