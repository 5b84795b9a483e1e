"""From tokens to expressions: one look-up a token finds where a time may stand, and the finder of that word looks round
it."""

from bisect import bisect_left
from collections.abc import Callable

from copydesk.extract.times import (
    clock,
    dates,
    halves,
    holidays,
    lengths,
    numeric,
    parts,
    periods,
    quarters,
    spoken,
    weekdays,
    words,
    years,
)
from copydesk.extract.times.join import joined
from copydesk.extract.times.reading import Block, Fixed, Found, Period, Stamp, bare
from copydesk.lexicon.calendar import (
    DAYS_FROM_NOW,
    DECADES,
    FREQUENCIES,
    MONTHS,
    NAMED_HOURS,
    PARTS,
    PLURAL,
    SEASONS,
    SHORT,
    SINGULAR,
    WEEKDAYS,
)
from copydesk.numerals import Numeral
from copydesk.tokens import Page

Finder = Callable[[Block, int], Found | None]


# Two days of one range stand no more than so many tokens apart.
CLOSE = 8
FORWARD = frozenset({"-", "–", "—", "to", "through", "until", "till"})


def find_all(page: Page, numerals: list[Numeral]) -> list[Found]:
    hits = page.places_with_figures(FINDABLE)
    if not hits:
        return []
    by_first = {numeral.first: numeral for numeral in numerals}
    by_last = {numeral.last: numeral for numeral in numerals}
    found: list[Found] = []
    at = 0
    for start, end in _block_tokens(page):
        first, at = at, bisect_left(hits, end, at)
        if at == first:
            continue
        block = Block(page, start, end, by_first, by_last)
        here = joined(block, _find(block, [hit - start for hit in hits[first:at]]))
        found += [_moved(one, start) for one in here] if start else here
    return found


def _moved(one: Found, by: int) -> Found:
    """From the tokens of its block to those of the page."""
    length = one.length
    if length is not None:
        length = length._replace(first=length.first + by, last=length.last + by)
    base = _moved(one.base, by) if one.base is not None else None
    return one._replace(first=one.first + by, last=one.last + by, length=length, base=base)


def _block_tokens(page: Page) -> list[tuple[int, int]]:
    """The token ranges of the document's blocks, so that nothing is read across the end of one."""
    ranges: list[tuple[int, int]] = []
    begin = 0
    for block in page.document.blocks:
        end = page.index_at(block.end - 1) + 1 if len(page) else 0
        if end > begin:
            ranges.append((begin, end))
            begin = end
    if begin < len(page):
        ranges.append((begin, len(page)))
    return ranges


def _find(block: Block, hits: list[int]) -> list[Found]:
    found: list[Found] = []
    free = 0
    for i in hits:
        if i < free:
            continue
        finder = FINDERS.get(block.lower[i], _digits)
        one = finder(block, i)
        if one is None or one.last >= block.size:
            continue
        while found and one.first <= found[-1].first:
            found.pop()
        if found and one.first <= found[-1].last:
            first = found[-1].last + 1
            one = one._replace(first=first + (block.lower[first] == ","))
            if one.first > one.last:
                continue
        before, one, after = _companions(block, one)
        if before is not None and found and _is_lone_day(found[-1]) and before.first <= found[-1].last:
            found.pop()  # "the 13th" of "the 13th to the 19th of October"
        if before is not None and not (found and before.first <= found[-1].last):
            found.append(before)
        found += [one] if after is None else [one, after]
        free = found[-1].last + 1
    return _ranged(block, found)


def _is_lone_day(found: Found) -> bool:
    return isinstance(found.when, Stamp) and found.when.month is None and found.when.weekday is None


def _companions(block: Block, one: Found) -> tuple[Found | None, Found, Found | None]:
    """What is said beside a date with no name of its own: the 6 of "6-7 January", the 25 of "April 24 and 25", the 17
    of "1915-17"."""
    if one.kind != "date":
        return None, one, None
    if isinstance(one.when, Fixed):
        return years.before_christ(block, one), one, years.twin(block, one)
    if not isinstance(one.when, Stamp):
        return (quarters.sister(block, one) if isinstance(one.when, Period) else None), one, None
    before, after = dates.sisters(block, one)
    if after is not None and isinstance(after.when, Stamp):
        one = one._replace(when=one.when._replace(year=after.when.year))
    return before, one, after


def _ranged(block: Block, found: list[Found]) -> list[Found]:
    """One date of a range takes the year that only the other has: "26 June - 4 August 1952", "January 3, 2017 –
    February 1". Where neither has, the end is the next such day: "from March 2 to Dec. 8"."""
    for k in range(len(found) - 2, -1, -1):
        a, b = found[k].when, found[k + 1].when
        if not isinstance(a, Stamp) or not isinstance(b, Stamp):
            continue
        if a.month is None or b.month is None:
            found[k + 1] = _weekdays_on(block, found[k], found[k + 1])
            continue
        between = [w for w in block.lower[found[k].last + 1 : found[k + 1].first] if w not in ("the", "on", "from")]
        if len(between) != 1 or between[0] not in dates.RANGE_MARKS or found[k + 1].first - found[k].last > 3:
            continue
        backwards = (b.month, b.day or 0) < (a.month, a.day or 0)
        if a.year is None and b.year is not None and not a.pick and not a.shift:
            found[k] = found[k]._replace(when=a._replace(year=b.year - backwards))
        elif b.year is None and a.year is not None and between[0] in FORWARD and not b.pick and not b.shift:
            found[k + 1] = found[k + 1]._replace(when=b._replace(year=a.year + backwards))
        elif a.year is b.year is None and between[0] in FORWARD and a.month != b.month and not b.pick and not b.shift:
            found[k + 1] = found[k + 1]._replace(when=b._replace(pick="end"))
    return found


def _weekdays_on(block: Block, a: Found, b: Found) -> Found:
    """The Friday of "starts Monday and runs through Friday" is the one behind that Monday."""
    one, two = a.when, b.when
    assert isinstance(one, Stamp) and isinstance(two, Stamp)
    if not one.weekday or not two.weekday or two.pick or two.day is not None or two.week is not None:
        return b
    link, gap = block.lower[b.first - 1], b.first - a.last - 1
    if link in ("through", "until", "till") and gap < CLOSE or link in FORWARD and gap == 1:
        return b._replace(when=two._replace(pick="behind"))
    return b


def _digits(block: Block, i: int) -> Found | None:
    word = block.lower[i]
    size = len(word)
    if size > 4 and "." not in word:
        return None
    if size == 4 and word.isdecimal() and word.isascii():
        return clock.digits(block, i) or numeric.iso(block, i) or years.year(block, i)
    if size > 2 and "." not in word:
        if not (word.isdecimal() and word.isascii()):
            return None
        return years.bc(block, i) or clock.digits(block, i)
    if not word.isascii():
        return None
    if "." in word:
        return clock.digits(block, i) or numeric.numeric(block, i, True)
    return (
        numeric.numeric(block, i, False) or clock.digits(block, i) or weekdays.lone_day(block, i) or (years.two_digits(block, i) if size == 2 else None)
        or years.bc(block, i)
    )  # fmt: skip


def _finders() -> dict[str, Finder]:
    """The word that a finder stands for; of two, the later entry wins."""
    table: dict[str, Finder] = {}

    def add(words: object, finder: Finder, genitive: bool = False) -> None:
        for word in words:  # type: ignore[attr-defined]
            table[word] = finder
            if genitive:
                table[f"{word}'s"] = table[f"{word}’s"] = finder

    add(words.BY_WORD, words.reference)
    add(SHORT, lengths.unit)
    add(SINGULAR, lengths.unit, genitive=True)
    add(PLURAL, lengths.unit)
    add(("quarter", "half", "quarters"), _quarter_or_length, genitive=True)
    add(("qtr",), _quarter_or_length)
    add(SEASONS, _season, genitive=True)
    add(holidays.HOLIDAYS, holidays.holiday)
    add(MONTHS, dates.month, genitive=True)
    add((word for word in WEEKDAYS if len(word) > 5), weekdays.weekday, genitive=True)
    add((word for word in WEEKDAYS if len(word) <= 5), weekdays.weekday)
    add((f"{word}s" for word in WEEKDAYS if len(word) > 5), weekdays.weekdays)
    add(PARTS, parts.part, genitive=True)
    add(("night", "nights"), _night)
    add(NAMED_HOURS, spoken.named)
    add(("o'clock", "o’clock"), spoken.oclock)
    add(("to", "after"), spoken.past)
    add(("past",), _past)
    add(halves.MERIDIEMS, spoken.spelled)
    add(DAYS_FROM_NOW, words.day_word, genitive=True)
    add(DECADES, years.decade_word)
    add(("century",), _century, genitive=True)
    add(("q", "h"), _quarter_sign)
    add(FREQUENCIES, words.frequency)
    add(("annual",), words.frequency)
    add(MONTHS.keys() & holidays.HOLIDAYS.keys(), _month_or_holiday)
    add(("period",), quarters.same_period, genitive=True)
    add(("nineteen", "twenty", "two", "eighteen"), words.spoken_year)
    return table


def _quarter_or_length(block: Block, i: int) -> Found | None:
    word = bare(block.lower[i])
    return (
        quarters.quarter(block, i)
        or quarters.same_period(block, i)
        or (lengths.unit(block, i) if word != "half" else None)
    )


def _night(block: Block, i: int) -> Found | None:
    """Two nights, or a two-night stay, are a length; one night is when something happened."""
    number = block.number_before(i - 1 - (block.lower[i - 1] == "-"))
    counted = number is not None and (number.low > 1 or number.form == "digits")
    return (lengths.unit(block, i) if counted else None) or parts.part(block, i)


def _past(block: Block, i: int) -> Found | None:
    return spoken.past(block, i) or words.reference(block, i)


def _season(block: Block, i: int) -> Found | None:
    return periods.season(block, i) or (lengths.unit(block, i) if block.lower[i] in SINGULAR else None)


def _month_or_holiday(block: Block, i: int) -> Found | None:
    """May Day, April Fools' Day."""
    return holidays.holiday(block, i) or dates.month(block, i)


def _century(block: Block, i: int) -> Found | None:
    return years.century(block, i) or lengths.unit(block, i)


def _quarter_sign(block: Block, i: int) -> Found | None:
    return quarters.short_quarter(block, i) or (lengths.unit(block, i) if block.lower[i] in SHORT else None)


FINDERS = _finders()
FINDABLE = frozenset(FINDERS)
