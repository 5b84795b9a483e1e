"""The relations of two times that lie so far apart: two days or years, two days of the week, two months."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import ABOUT, ABOUT_AT_MOST, Amount, Interval, written
from copydesk.model import Fact, Relation
from copydesk.moments import MONTH, YEAR
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.lengths import DAYS
from copydesk.relate.calendar.mended import mended
from copydesk.relate.calendar.points import DAY, YEAR_DAYS, Point
from copydesk.relate.offsets.anchors import LONG, Offset
from copydesk.story import Parts


def days_apart(start: Point, to: Point, offset: Offset) -> Iterator[Relation]:
    """By the days between two days, or the years between two years."""
    days = start.days_to(to)
    vague = (start.day is None or to.day is None) and offset.length.unit not in LONG
    if days is None or vague:
        return
    yearly = start.month is None or to.month is None
    length, elapsed = _signed(offset), _lengths.told(days * DAY, days * DAY, DAYS)
    if yearly and offset.length.unit == "year":
        years = days // YEAR_DAYS
        elapsed = written(years, unit=YEAR)
        length = written(int(offset.length.number) * offset.sign, unit=YEAR)
        slack = max(1, offset.length.slack // int(YEAR.factor))
        reach = Interval(length.low - slack, length.high + slack)
        length = length._replace(core=reach, wide=reach)
    elif None in (start.day, to.day):
        length = length._replace(core=length.core.widened(Decimal(31)), wide=length.wide.widened(Decimal(31)))
    if offset.length.hedged:
        size = abs(length.low)
        length = length._replace(core=length.core.widened(size * ABOUT), wide=length.core.widened(size * ABOUT_AT_MOST))
    parts: Parts = {"from": start.fact, "to": to.fact, "by": length, "elapsed": elapsed}
    if offset.said is not None:
        parts["said"] = offset.said
    yield Relation("offset", parts, to.fact.sentence, mended(start.fact, to.fact, length, elapsed, offset.said))


def weekdays_apart(start: Fact, to: Fact, offset: Offset) -> Iterator[Relation]:
    """By as many days as lie between two days of the week, in whatever week."""
    days = offset.length.seconds // DAY * offset.sign
    if offset.length.unit == "day" and not offset.length.hedged and abs(days) < 7:
        turn = to.moment.start.weekday() - start.moment.start.weekday()
        turn += round((days - turn) / 7) * 7
        elapsed = _lengths.told(turn * DAY, turn * DAY, DAYS)
        parts: Parts = {"from": start, "to": to, "by": _signed(offset), "elapsed": elapsed}
        yield Relation("offset", parts, to.sentence, mended(start, to, _signed(offset), elapsed, None))


def months_apart(start: Fact, to: Fact, offset: Offset) -> Iterator[Relation]:
    """By as many months as lie between two that leave their year untold, give or take one."""
    said = int(offset.length.number) * offset.sign
    turn = to.moment.start.month - start.moment.start.month
    turn += round((said - turn) / 12) * 12
    by, elapsed = written(said, unit=MONTH), written(turn, unit=MONTH)
    reach = Interval(by.low - 1, by.high + 1)
    parts: Parts = {"from": start, "to": to, "by": by._replace(core=reach, wide=reach), "elapsed": elapsed}
    yield Relation("offset", parts, to.sentence)


def _signed(offset: Offset) -> Amount:
    amount = offset.length.amount()
    return amount if offset.sign > 0 else -amount
