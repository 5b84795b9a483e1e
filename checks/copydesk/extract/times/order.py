"""6/8/2020: June 8 or 6 August? The weekday beside it tells, or the other dates of the text."""

from datetime import date, datetime

from copydesk.extract.times.reading import Found, Stamp
from copydesk.lexicon.calendar import MONTHS
from copydesk.tokens import Page


def settled(page: Page, found: list[Found], issue: datetime | None) -> list[Found]:
    """With the dates in figures that could be read either way put right; month first where nothing tells."""
    if not any(isinstance(one.when, Stamp) and one.when.order == "?" for one in found):
        return found
    british = _day_first(page, found)
    return [
        one._replace(when=_settle(one.when, issue, british)) if isinstance(one.when, Stamp) else one for one in found
    ]


def _settle(stamp: Stamp, issue: datetime | None, british: bool) -> Stamp:
    if stamp.order != "?":
        return stamp
    other = stamp._replace(month=stamp.day, day=stamp.month)
    fits, other_fits = (_on_its_weekday(one, issue) for one in (stamp, other))
    return other if other_fits > fits or other_fits == fits and british else stamp


def _on_its_weekday(stamp: Stamp, issue: datetime | None) -> bool:
    year = stamp.year or (issue.year if issue else None)
    if stamp.weekday is None or year is None or stamp.month is None or stamp.day is None:
        return False
    return date(year, stamp.month, stamp.day).isoweekday() == stamp.weekday


def _day_first(page: Page, found: list[Found]) -> bool:
    """Does the text write the day first: 25/12/2020 beside it, or else 3 June rather than June 3?"""
    figures = words = 0
    for one in found:
        match one.when:
            case Stamp(order="day" | "month" as order):
                figures += 1 if order == "day" else -1
            case Stamp(month=int(), day=int()):
                words += _in_words(page.lower[one.first : one.last + 1])
    return figures > 0 or figures == 0 and words > 0


def _in_words(tokens: list[str]) -> int:
    """1 for "3 June", -1 for "June 3"."""
    for word in tokens:
        if word in MONTHS:
            return -1
        if word.isdecimal():
            return int(not MONTHS.keys().isdisjoint(tokens))
    return 0
