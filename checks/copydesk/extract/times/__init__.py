"""Dates, clock times, durations and sets of a page. Tokens that may stand in one are found by one look-up each; what
surrounds them decides.

find (clock, dates, years, periods, lengths) → join neighbours → resolve against the issue or the time told → Fact
"""

from datetime import date, timedelta

from copydesk.amounts import Amount
from copydesk.extract.times.compared import beside
from copydesk.extract.times.find import find_all
from copydesk.extract.times.hedges import SUGGESTING
from copydesk.extract.times.order import settled
from copydesk.extract.times.passing import in_passing
from copydesk.extract.times.reading import Apart, Clock, Fixed, Found, Length, Offset, Stamp, Turn
from copydesk.extract.times.resolve import timex as timex_of
from copydesk.extract.times.set_off import set_off
from copydesk.extract.times.setting import dateline, issue_of, narrates
from copydesk.extract.times.stretch import stretch
from copydesk.extract.times.tense import Tense, tense
from copydesk.extract.times.told import Told
from copydesk.lexicon.calendar import SINGULAR, UNIT_SPANS
from copydesk.model import Fact, FactKind, Span
from copydesk.moments import Moment
from copydesk.numerals import Numeral
from copydesk.tokens import Page

BOUNDS: dict[str, str] = {
    "before": "<",
    "by": "<=",
    "until": "<=",
    "after": ">",
    "since": ">=",
    "later": "<=",
    "earlier": ">=",
}
# "No later than", "no earlier than".
NO_SUCH_THAN: dict[str, str] = {"later": "<=", "earlier": ">=", "sooner": ">="}
ABOUT = frozenset({"about", "around", "approximately", "roughly", "circa"})
# "In the past week", "in recent years": where these stand is said.
PLACED = frozenset({"the", "recent", "past", "last", "previous", "these", "coming", "next"})
SUMMER_TIME = {"et": -5, "ct": -6, "mt": -7, "pt": -8}


def read(page: Page, numerals: list[Numeral]) -> list[Fact]:
    """The dates, times, durations and sets of a page, in text order. They don't overlap, but for what is stated inside
    a date: "two days after June 1" is a date, with the duration "two days" and the date "June 1" in it. Never raises,
    whatever the text."""
    found = find_all(page, numerals)
    issue = issue_of(page) or dateline(page, found)
    found = settled(page, found, issue)
    told = Told(issue, narrates(page, found, issue))
    if any(one.clock is not None and one.clock.day_long for one in found):
        # One 24-hour time in a text, and 10:15 is in the morning.
        found = [
            one._replace(clock=one.clock._replace(half=True)) if one.clock is not None and one.clock.minute else one
            for one in found
        ]
    facts: list[Fact] = []
    last: tuple[Found, Fact] | None = None
    for one in found:
        if last is not None and set_off(page, one, *last):
            facts += _told_again(page, one, last[1])
            continue
        if one.kind == "duration":
            one = _ahead(page, one) or one
        if beside(page.lower, one.first):
            one = one._replace(compared=True)
        if told.narrative and in_passing(page, one, told.year):
            one = one._replace(aside=True)
        base = [_base(_fact(page, one.base, told))] if one.base is not None else []
        facts.append(fact := _fact(page, one, told))
        last = one, fact
        if one.length is not None:
            facts.append(_length(page, one.length, fact))
        facts += base
    return facts


def _told_again(page: Page, one: Found, fact: Fact) -> list[Fact]:
    """A length set off behind a time, which says how far that time is from another: it is that time."""
    again = fact._replace(span=Span(page.starts[one.first], page.ends[one.last]))
    return [again] if one.length is None else [again, _length(page, one.length, again)]


def _base(fact: Fact) -> Fact:
    """The day counted from, which the *after* before it does not bound."""
    moment = fact.value
    return fact._replace(value=moment._replace(bound="=")) if isinstance(moment, Moment) else fact


def _length(page: Page, length: Length, around: Fact) -> Fact:
    """The length stated inside the fact around it."""
    span, value = Span(page.starts[length.first], page.ends[length.last]), length.value
    return around._replace(kind="duration", span=span, value=value.amount, timex=value.timex)


# ---------------------------------------------------------------- facts


def _fact(page: Page, found: Found, told: Told) -> Fact:
    span = Span(page.starts[found.first], page.ends[found.last] - found.cut)
    if found.kind in ("duration", "set"):
        value = found.when.amount if isinstance(found.when, Fixed) else None
        return _standing(page, found.kind, span, value, timex_of(told, found, ""))
    before = page.lower[found.first - 1] if found.first else ""
    about = found.about or told.leans(found)
    if before in ABOUT and not about and not found.cut and _takes_about(found):
        if found.first < 2 or (page.lower[found.first - 2], before) not in SUGGESTING:
            about, span = True, Span(page.starts[found.first - 1], span.end)
    timex = timex_of(told, found, _tense(page, found, told.narrative))
    kind = "time" if isinstance(found.when, Offset) and found.when.span.is_clock else found.kind
    moment = _moment(timex, found, about, _bound(page, found))
    return _standing(page, kind, span, moment, timex or None)


def _standing(page: Page, kind: FactKind, span: Span, value: Amount | Moment | None, timex: str | None) -> Fact:
    """A fact with its block and its sentence."""
    document, start = page.document, span.start
    return Fact(kind, span, document, value, timex, block=document.block_at(start), sentence=page.sentence_at(start))


def _bound(page: Page, found: Found) -> str:
    """ "<" for "before noon", "<=" for "no later than noon"."""
    lower, first = page.lower, found.first
    before = lower[first - 1] if first else ""
    if before == "than" and first > 2 and lower[first - 3] in ("no", "not"):
        return NO_SUCH_THAN.get(lower[first - 2], found.bound)
    return BOUNDS.get(before, found.bound)


def _ahead(page: Page, found: Found) -> Found | None:
    """ "It will open in two months": a length after *in* with a future is a time to come, but not "the first time in two months"."""
    length, before = found.when, found.first - 1
    if before < 0 or page.lower[before] != "in" or page.lower[found.first] in PLACED:
        return None
    if page.lower[max(0, before - 1)] == "time":
        return None
    if not isinstance(length, Fixed) or tense(page, before, found.last) != "future":
        return None
    amount = length.amount
    span = UNIT_SPANS.get(amount.unit) if amount is not None else SINGULAR["hour" if "T" in length.timex else "day"]
    if span is None:
        return None
    number = (
        amount.low if amount is not None and amount.low == amount.high else None
    )  # "in a few weeks", "in a year or two"
    inner = Length(found.first, found.last, length)
    return found._replace(first=before, kind="date", when=Offset(span, number, 1, "issue"), length=inner)


def _takes_about(found: Found) -> bool:
    """ "Around Nov. 1" is about a time; "a way around Wednesday's ruling" and "about Friday" need not be."""
    match found.when:
        case Fixed() | Offset() | Stamp(month=None):
            return found.clock is not None
    return True


def _tense(page: Page, found: Found, narrative: bool) -> Tense:
    """The tense beside a time that needs one, as *next year* does in a narrative. "Wednesday's ruling" has been
    made."""
    if isinstance(found.when, Fixed | Offset | Apart):
        return ""
    if isinstance(found.when, Turn) and not (narrative and found.when.span.letter == "Y" and found.when.by > 0):
        return ""
    told = tense(page, found.first, found.last)
    if found.cut and isinstance(found.when, Stamp):  # "the team will be ready for Saturday's match"
        return told if page.lower[found.first - 1] == "for" else "past"
    return told


def _moment(timex: str, found: Found, about: bool, bound: str) -> Moment | None:
    """The stretch that a date or time stands for, None where it has none."""
    hourly = (
        found.clock is not None
        and found.clock.hour is not None
        and found.clock.minute is None
        and timex.endswith(":00")
    )
    there = stretch(timex[:-3] if hourly else timex)
    if there is None:
        return None
    end = there.end + timedelta(hours=12) if _either_half(found.clock) else there.end
    moment = Moment(there.start, end, there.grain, timex, there.year_known, there.day_known, about, bound)  # type: ignore[arg-type]
    return moment._replace(zone=_zone(found.clock, moment)) if found.clock is not None else moment


def _either_half(clock: Clock | None) -> bool:
    """ "At half past six": morning or evening, so the stretch reaches from the one to the other."""
    return clock is not None and not clock.half and clock.hour is not None and 1 <= clock.hour <= 11


def _zone(clock_time: Clock, moment: Moment) -> timedelta | None:
    """Hours from UTC; for "ET" and its like the date tells summer time from winter time."""
    if clock_time.zone is not None:
        return timedelta(hours=clock_time.zone)
    winter = SUMMER_TIME.get(clock_time.zone_name)
    if winter is None or not moment.day_known or not moment.year_known:
        return None
    # Second Sunday of March to first Sunday of November, since 2007.
    day = moment.start
    summer = (3, 14 - _first_weekday(day.year, 3)) <= (day.month, day.day) < (11, 7 - _first_weekday(day.year, 11))
    return timedelta(hours=winter + summer)


def _first_weekday(year: int, month: int) -> int:
    """0 for a month that begins on a Monday … 6 on a Sunday."""
    return date(year, month, 1).weekday()
