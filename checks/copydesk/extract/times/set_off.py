"""A length in apposition: "at 4 p.m. on Saturday, ten hours earlier" says of that time how far it is from another, and is not taken off it."""

from copydesk.extract.times.reading import Fixed, Found, Offset, Stamp
from copydesk.model import Fact
from copydesk.moments import DAY_OR_FINER, Moment
from copydesk.tokens import Page

OPENING = frozenset({",", "(", "—", "–"})
HEDGES = frozenset("just only exactly precisely about some around almost nearly roughly barely fully".split())
CLOSING = frozenset(',.;:!?)—–"”’')


def set_off(page: Page, one: Found, last: Found, fact: Fact) -> bool:
    """Is it so many hours, days or years later or earlier, set off behind a time that is told as closely as they are?"""
    if not isinstance(one.when, Offset) or one.when.anchor != "told" or one.when.number is None:
        return False
    between = page.lower[last.last + 1 : one.first]
    if not between or between[0] not in OPENING or not HEDGES.issuperset(between[1:]):
        return False
    behind = page.words[one.last + 1 : one.last + 2]
    return (not behind or behind[0] in CLOSING) and _as_close(one.when, last, fact)


def _as_close(offset: Offset, last: Found, fact: Fact) -> bool:
    """Hours are of a clock time, days of a day, months and years of a date that tells its own year: "tonight, 150 years later"."""
    if not isinstance(fact.value, Moment):
        return False
    if offset.span.is_clock:
        return last.clock is not None and last.clock.hour is not None
    if offset.span.letter in "DW":
        return isinstance(last.when, Stamp) and fact.moment.grain in DAY_OR_FINER
    own_year = isinstance(last.when, Fixed) or (isinstance(last.when, Stamp) and last.when.year is not None)
    return own_year and (offset.span.letter == "Y" or fact.moment.grain != "year")
