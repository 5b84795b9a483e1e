"""Is a clash a slip, or were figures tied that don't belong together?

Figures of one sentence are tied by its words. Those of several are tied by what they have in common, too, and that may be chance: then they are
nowhere near each other. A slip is near: one key is wrong, two digits are changed round, a word for a small number stands for another. Of the
slips planted in 252 stories and 820 passages all but one that such relations find are of this sort; of 42 false alarms in 240 sound stories
that nobody had read, one in six is not.
"""

import re
from collections.abc import Mapping
from decimal import Context, Decimal

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.lexicon.calendar import MONTHS, WEEKDAYS
from copydesk.model import Fact, Relation, Repair
from copydesk.relate import KINDS
from copydesk.ties import digits, jumbled, one_slip, slip

UNSURE = "No one slip explains it, so they may not belong together."
CLOCK = late(r"\b(\d{1,2})(?:[:.h](\d\d)\b|(?=\s*(?:[ap]\.?m\b|o.clock)))")
DIGIT, IN_KEYS = late(r"\d"), late(r"\d|^an?\s")
PER = late(r"\d.*\s(?:an?|per)\s[a-z]+$")
IN_YEARS = late(r"\b(?:decades?|centur(?:y|ies))\b")
MINUTE, DAY, MONTH = 60, 86400, 28 * 86400
# Minutes of half a day: a.m. for p.m.
HALF = 720
# The days of a day, week, month and year.
SIZES, WEEK = (1, 7, 30, 365), 7
# Words for numbers up to so many are mistaken for each other; a count below so many is off by so many.
SPELLED, FEW, OFF = 12, 20, 2
MILLION = 10**6
# A month of 28 days is one.
ROUNDED = Decimal("0.07")


def doubt(ties: Mapping[str, Relation]) -> str:
    """Why a clash of these is not sure to be one; empty where it is."""
    loose = [each for each in ties.values() if each.repairs and KINDS[each.kind].loose]
    return UNSURE if loose and not any(map(_is_sure, loose)) else ""


def _is_sure(relation: Relation) -> bool:
    facts, parts = relation.facts(), relation.parts
    if len({fact.sentence for fact in facts}) == 1 or any(map(_is_fraction, facts)):
        return True
    for said, due in (("by", "elapsed"), ("years", "due")):  # what no repair shows
        told, meant = parts.get(said), parts.get(due)
        if (
            isinstance(told, Amount)
            and isinstance(meant, Amount)
            and _of_a_length(_seconds(told), _seconds(meant), False)
        ):
            return True
    return any(map(by_a_slip, relation.repairs))


def _is_fraction(fact: Fact) -> bool:
    """In words, which may be any for any other."""
    return fact.kind in ("count", "number", "percent") and fact.amount.low < 1 and not DIGIT.search(fact.text)


def by_a_slip(repair: Repair) -> bool:
    """Does it put right one key, or one word for another: "two hours → four hours", but not "31 percent → 12.7 percent"?"""
    from copydesk.relate.calendar import lengths as _lengths

    said, instead = repair
    spelled = not IN_KEYS.search(said)
    if ":" in instead and (told := CLOCK.search(said)):
        return _of_a_clock(told, instead, spelled)
    length, due = (None if PER.search(words) else _lengths.find(words) for words in (said, instead))
    if length and due:
        return _of_a_length(length.seconds, due.seconds, spelled)
    before, after = _numbers(said), _numbers(instead)
    if length and IN_YEARS.search(said):  # "three decades → 20"
        before = [length.number]
    if (renamed := _renamed(said, instead)) or not before:
        return renamed and before in ([], after)
    if len(before) != len(after):
        return any(_near(a, b, spelled) for a in before for b in after)
    off = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    return len(off) == 1 and _near(*off[0], spelled)


def _near(said: Decimal, due: Decimal, spelled: bool = False) -> bool:
    """Is one wrong for the other, each rounded as the other is told?"""
    a, b = _rounded(said, due), _rounded(due, said)
    if a == b or not (a and b):
        return False
    if max(a, b) in (min(a, b) * 1000, min(a, b) * MILLION) and min(a, b) >= 1000:  # billion for million
        return True
    whole = a == int(a) and b == int(b)
    if whole and max(a, b) <= (SPELLED if spelled else FEW) and (spelled or abs(a - b) <= OFF):
        return True
    return slip(a, b) or jumbled(a, b) or _teen(a) == b or _teen(b) == a or whole and one_slip(int(a), int(b))


def _rounded(value: Decimal, as_told: Decimal) -> Decimal:
    """To as many digits as the other is written with: 12.7 to 13 beside 31, 14.33 million to 14.3 beside 13.3 million."""
    written = digits(as_told) if as_told >= MILLION else len(as_told.as_tuple().digits)
    return Context(prec=max(written, 2)).plus(value) if digits(value) > written else value


def _teen(value: Decimal) -> Decimal:
    """18 for 80, 18,000 for 80,000: words that sound alike."""
    return value / 10 + Decimal(1).scaleb(value.adjusted())


def _of_a_clock(told: "re.Match[str]", instead: str, spelled: bool) -> bool:
    """Is the hour or the minute wrong, and not both? Said on the clock of 12 hours or of 24."""
    hour, minute = int(told[1]), int(told[2] or 0)
    due, on = (int(figure) for figure in instead.split(":")[:2])
    return _of_two((hour % 12 or 12, minute), (due % 12 or 12, on), spelled)


def _of_two(said: tuple[int, int], due: tuple[int, int], spelled: bool) -> bool:
    """Is one of two wrong, of hours and minutes, or the half of the day? Both digits of the minutes are always written."""
    (hours, minutes), (other, on) = said, due
    if hours == other:
        return minutes == on or one_slip(100 + minutes, 100 + on)
    return minutes == on and _near(Decimal(hours), Decimal(other), spelled)


def _of_a_length(said: int, due: int, spelled: bool) -> bool:
    """In seconds: is the number wrong, or the unit ("a month" for a week); or *earlier* written for *later*, of days?"""
    said, due = abs(said), abs(due)
    if said == due:
        return DAY <= said < MONTH
    if said < 2 * DAY and due < 2 * DAY:
        first, second = said // MINUTE, due // MINUTE
        return (
            abs(first - second) == HALF
            or _of_two(divmod(first, 60), divmod(second, 60), spelled)
            or slip(Decimal(first), Decimal(second))
        )
    return any(_of_a_unit(Decimal(said) / DAY, Decimal(due) / DAY, size) for size in SIZES)


def _of_a_unit(said: Decimal, due: Decimal, size: int) -> bool:
    """In days: so many of a unit, and so many others of it, or as many of another unit?"""
    number, wanted = (Decimal(round(days / size)) for days in (said, due))
    if not _is(said, number, size):
        return False
    # From the 1st to the 30th it is 29 days, or 30.
    other_number = _is(due, wanted, size) and any(_near(number, wanted + more, spelled=True) for more in (0, size == 1))
    return other_number or any(_is(due, number, other) for other in SIZES)


def _is(days: Decimal, number: Decimal, size: int) -> bool:
    """Are they so many of a unit? Months and years are not all as long."""
    return abs(days - number * size) <= (ROUNDED * days if size > WEEK else 0)


def _seconds(length: Amount) -> int:
    return int(length.low * length.unit.factor)


def _numbers(words: str) -> list[Decimal]:
    from copydesk import numerals
    from copydesk.extract.figures.phrase import page_of

    return [each.low for each in numerals.read(page_of(words))]


def _renamed(said: str, instead: str) -> bool:
    """ "24 April → 24 March", "Wednesday → 16 May": is it another month, or another day of the week than the one that is all it says?"""
    told, due = ({word for word in words.lower().split() if word in MONTHS} for words in (said, instead))
    by_weekday = not told and any(word in WEEKDAYS for word in said.lower().split())
    return by_weekday or bool(told and due) and told.isdisjoint(due)
