"""What would put a time right: "1987 → 1999", "6 May → 4 May", "five hours → 3 hours". Each end of a stretch, and its length, may be the slip."""

from datetime import datetime, timedelta

from copydesk.amounts import Amount
from copydesk.model import Fact, Repair
from copydesk.moments import Moment
from copydesk.ties import written_short

YEAR_SECONDS, MINUTES = 31556952, 60


def mended(start: Fact, end: Fact, length: Amount, took: Amount, said: Fact | None) -> tuple[Repair, ...]:
    """The length as the two ends have it, and either end as the other and the length have it."""
    by = int(length.low * length.unit.factor)
    found = [] if said is None else [Repair(said.text, lasting(took))]
    if not (isinstance(start.value, Moment) and isinstance(end.value, Moment)):
        return tuple(found)
    later, earlier = _moved(end, start, by), _moved(start, end, -by)
    return (*found, *(Repair(fact.text, words) for fact, words in ((end, later), (start, earlier)) if words))


def lasting(amount: Amount) -> str:
    """A length in words, without its sign: "12 years", "2 hours 30 minutes"."""
    number, unit = abs(amount.low), amount.unit.name
    if unit == "minute" and number >= MINUTES:
        hours, minutes = divmod(int(number), MINUTES)
        return " ".join(_many(count, name) for count, name in ((hours, "hour"), (minutes, "minute")) if count)
    return f"{written_short(number)} {unit}{'' if number == 1 else 's'}"


def _many(count: int, unit: str) -> str:
    return f"{count} {unit}{'' if count == 1 else 's'}"


def _moved(fact: Fact, other: Fact, seconds: int) -> str:
    """The time that lies so far from the other, in as much detail as this one is told; empty where the calendar ends or lacks it."""
    moment, start = fact.moment, other.moment.start
    try:
        if moment.grain == "year":
            return str(start.year + round(seconds / YEAR_SECONDS))
        there: datetime = start + timedelta(seconds=seconds)
    except OverflowError:
        return ""
    if moment.has_clock and moment.grain != "part":
        return f"{there:%H:%M}"
    return f"{there.day} {there:%B}" if moment.day_known else ""
