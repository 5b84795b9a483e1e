"""Dates, clock times, durations and sets of a page. Tokens that may stand in one are found by one look-up each; what surrounds them decides.

find (clock, dates, years, periods, lengths) → join neighbours → resolve against the issue or the time told → Fact
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from copydesk.extract.times import clock, dates, lengths, periods, years
from copydesk.extract.times.join import joined
from copydesk.extract.times.reading import Block, Clock, Fixed, Found, Offset, Stamp, Turn, bare
from copydesk.extract.times.resolve import Resolver
from copydesk.extract.times.setting import Tense, is_narrative, issue_of, tense
from copydesk.extract.times.stretch import stretch
from copydesk.lexicon.calendar import (
    DAYS_FROM_NOW, DECADES, FREQUENCIES, MONTHS, NAMED_HOURS, PARTS, PLURAL, REFERENCES, SEASONS, SHORT, SINGULAR, WEEKDAYS,
)  # fmt: skip
from copydesk.model import Fact, Span
from copydesk.moments import Moment
from copydesk.numerals import Numeral
from copydesk.tokens import Page

Finder = Callable[[Block, int], Found | None]
BOUNDS: dict[str, str] = {"before": "<", "by": "<=", "until": "<=", "after": ">", "since": ">="}
ABOUT = frozenset({"about", "around", "approximately", "roughly", "circa"})
SUMMER_TIME = {"et": -5, "ct": -6, "mt": -7, "pt": -8}


def read(page: Page, numerals: list[Numeral]) -> list[Fact]:
    """The dates, times, durations and sets of a page, in text order, not overlapping. Never raises, whatever the text."""
    found = _find_all(page, numerals)
    issue = issue_of(page)
    resolver = Resolver(issue, _narrates(found, issue, len(page)))
    return [_fact(page, one, resolver) for one in found]


def _narrates(found: list[Found], issue: datetime | None, words: int) -> bool:
    """Is it a narrative, by the dates in it?"""
    years: list[int] = []
    dated = deictic = 0
    for one in found:
        match one.when:
            case Stamp(month=None, weekday=int()) | Turn(anchor="issue"):
                deictic += 1
            case Stamp(month=int()) as stamp:
                dated += 1
                if stamp.year is not None:
                    years.append(stamp.year)
            case Fixed(timex=timex) if timex[-4:].isdecimal():
                dated += 1
                years.append(-int(timex[2:]) if timex.startswith("BC") else int(timex))
    return is_narrative(years, dated, deictic, issue, words)


# ---------------------------------------------------------------- finding


def _find_all(page: Page, numerals: list[Numeral]) -> list[Found]:
    hits = [i for i, word in enumerate(page.lower) if word in FINDERS or word[0] in "0123456789"]
    if not hits:
        return []
    by_first = {numeral.first: numeral for numeral in numerals}
    by_last = {numeral.last: numeral for numeral in numerals}
    found: list[Found] = []
    at = 0
    for start, end in _block_tokens(page):
        first = at
        while at < len(hits) and hits[at] < end:
            at += 1
        if at == first:
            continue
        block = Block(page, start, end, by_first, by_last)
        here = joined(block, _find(block, [hit - start for hit in hits[first:at]]))
        found += [one._replace(first=one.first + start, last=one.last + start) for one in here]
    return found


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
            one = one._replace(first=found[-1].last + 1)
            if one.first > one.last:
                continue
        before, after = dates.sisters(block, one) if finder is dates.month else (None, None)
        if before is not None and not (found and before.first <= found[-1].last):
            found.append(before)
        if (
            after is not None
            and after.when != one.when
            and isinstance(after.when, Stamp)
            and isinstance(one.when, Stamp)
        ):
            one = one._replace(when=one.when._replace(year=after.when.year))
        found += [one] if after is None else [one, after]
        free = found[-1].last + 1
    return _ranged(block, found)


def _ranged(block: Block, found: list[Found]) -> list[Found]:
    """The first date of a range takes the year that only the second has: "26 June - 4 August 1952"."""
    for k in range(len(found) - 2, -1, -1):
        a, b = found[k].when, found[k + 1].when
        if not isinstance(a, Stamp) or a.year is not None or a.month is None or a.pick or a.shift:
            continue
        if (
            isinstance(b, Stamp)
            and b.year is not None
            and b.month is not None
            and found[k + 1].first - found[k].last <= 3
        ):
            between = [
                word
                for word in block.lower[found[k].last + 1 : found[k + 1].first]
                if word not in ("the", "on", "from")
            ]
            if len(between) == 1 and between[0] in dates.RANGE_MARKS:
                found[k] = found[k]._replace(
                    when=a._replace(year=b.year - ((b.month, b.day or 0) < (a.month, a.day or 0)))
                )
    return found


def _digits(block: Block, i: int) -> Found | None:
    word = block.lower[i]
    size = len(word)
    if size > 4 and "." not in word:
        return None
    if size == 4 and word.isdecimal() and word.isascii():
        return clock.digits(block, i) or years.iso(block, i) or years.year(block, i)
    if size > 2 and "." not in word:
        if not (word.isdecimal() and word.isascii()):
            return None
        return years.bc(block, i) or clock.digits(block, i)
    if not word.isascii():
        return None
    if "." in word:
        return clock.digits(block, i) or years.numeric(block, i, True)
    return (
        years.numeric(block, i, False) or clock.digits(block, i) or dates.lone_day(block, i) or (years.two_digits(block, i) if size == 2 else None)
        or years.bc(block, i)
    )  # fmt: skip


def _day_word(block: Block, i: int) -> Found | None:
    """today, yesterday, tomorrow, tonight."""
    word = bare(block.lower[i])
    when = Turn(SINGULAR["day"], DAYS_FROM_NOW[word])
    cut = len(block.lower[i]) - len(word)
    if word == "tonight":
        return Found(i, i, "time", when, Clock(part="NI", half=True), cut=cut)
    return Found(i, i, "date", when, cut=cut)


def _reference(block: Block, i: int) -> Found | None:
    """now, recently, the past, the near future: the longest expression that begins or ends here."""
    for words in STARTS[block.lower[i]]:
        if tuple(block.lower[i : i + len(words)]) == words:
            if words in (("the", "past"), ("the", "future"), ("the", "present")) and block.lower[i + 2] not in (
                "",
                ".",
                ",",
                ";",
                ")",
                "and",
                "to",
                "when",
                "but",
                '"',
                "”",
                "with",
                "as",
                "is",
                "has",
                "of",
            ):
                return None
            return Found(i, i + len(words) - 1, "date", Fixed(REFERENCES[words]))
    return None


def _frequency(block: Block, i: int) -> Found | None:
    word = block.lower[i]
    if block.lower[i - 1] == "-" and block.lower[i - 2] in ("semi", "bi"):
        return Found(
            i - 2,
            i,
            "set",
            Fixed(
                {"annual": "P6M", "annually": "P6M", "weekly": "P2W", "monthly": "P2M"}.get(word) or FREQUENCIES[word]
            ),
        )
    if word not in FREQUENCIES or block.word(i)[0].isupper() and i > 0 and block.word(i + 1)[:1].isupper():
        return None
    return Found(i, i, "set", Fixed(FREQUENCIES[word]))


STARTS: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(REFERENCES, key=len, reverse=True):
    STARTS.setdefault(_words[0], []).append(_words)


def _finders() -> dict[str, Finder]:
    """The word that a finder stands for; of two, the later entry wins."""
    table: dict[str, Finder] = {}

    def add(words: object, finder: Finder, genitive: bool = False) -> None:
        for word in words:  # type: ignore[attr-defined]
            table[word] = finder
            if genitive:
                table[f"{word}'s"] = table[f"{word}’s"] = finder

    add(STARTS, _reference)
    add(SHORT, lengths.unit)
    add(SINGULAR, lengths.unit, genitive=True)
    add(PLURAL, lengths.unit)
    add(("quarter", "half", "quarters"), _quarter_or_length, genitive=True)
    add(SEASONS, _season, genitive=True)
    add(periods.HOLIDAYS, periods.holiday)
    add(MONTHS, dates.month, genitive=True)
    add((word for word in WEEKDAYS if len(word) > 5), dates.weekday, genitive=True)
    add((word for word in WEEKDAYS if len(word) <= 5), dates.weekday)
    add((f"{word}s" for word in WEEKDAYS if len(word) > 5), dates.weekdays)
    add(PARTS, clock.part, genitive=True)
    add(NAMED_HOURS, clock.named)
    add(("o'clock", "o’clock"), clock.oclock)
    add(("past", "to", "after"), clock.past)
    add(clock.MERIDIEMS, clock.spelled)
    add(DAYS_FROM_NOW, _day_word, genitive=True)
    add(DECADES, years.decade_word)
    add(("century",), _century, genitive=True)
    add(("q", "h"), _quarter_sign)
    add(FREQUENCIES, _frequency)
    add(("annual",), _frequency)
    add(("period",), periods.same_period, genitive=True)
    add(("nineteen", "twenty", "two", "eighteen"), _spoken_year)
    return table


def _quarter_or_length(block: Block, i: int) -> Found | None:
    word = bare(block.lower[i])
    return (
        periods.quarter(block, i)
        or periods.same_period(block, i)
        or (lengths.unit(block, i) if word in SINGULAR or word in PLURAL else None)
    )


def _season(block: Block, i: int) -> Found | None:
    return periods.season(block, i) or (lengths.unit(block, i) if block.lower[i] in SINGULAR else None)


def _century(block: Block, i: int) -> Found | None:
    return years.century(block, i) or lengths.unit(block, i)


def _quarter_sign(block: Block, i: int) -> Found | None:
    return periods.short_quarter(block, i) or (lengths.unit(block, i) if block.lower[i] in SHORT else None)


def _spoken_year(block: Block, i: int) -> Found | None:
    """A year in words: "in nineteen ninety-six", "the year two thousand"."""
    found = years.spoken_year(block, i)
    before = block.lower[i - 1]
    if (
        found is None
        or block.lower[i] == "two"
        and before not in ("year", "in", "since", "until", "by")
        or block.lower[i] == "twenty"
        and before not in ("in", "of", "since", "year")
    ):
        return None
    first = i - 1 - (block.lower[i - 2] == "the") if before == "year" else i
    return Found(first, found[1], "date", Fixed(f"{found[0]:04}"))


FINDERS = _finders()
UNIT_SPANS = {
    span.unit: span
    for word, span in SINGULAR.items()
    if span.letter not in ("SU", "WI") and word not in ("weekend", "night", "half-hour")
}


# ---------------------------------------------------------------- facts


def _fact(page: Page, found: Found, resolver: Resolver) -> Fact:
    span = Span(page.starts[found.first], page.ends[found.last] - found.cut)
    setting = {"block": page.document.block_at(span.start), "sentence": page.sentence_at(span.start)}
    if found.kind == "duration" and (ahead := _ahead(page, found)) is not None:
        found = ahead
    if found.kind in ("duration", "set"):
        value = found.when.amount if isinstance(found.when, Fixed) else None
        timex = resolver.timex(found, "")
        return Fact(found.kind, span, page.document, value, timex, **setting)  # type: ignore[arg-type]
    before = page.lower[found.first - 1] if found.first else ""
    about = found.about or resolver.leans(found)
    if before in ABOUT and not about and not found.cut and _takes_about(found):
        about, span = True, Span(page.starts[found.first - 1], span.end)
    timex = resolver.timex(found, tense(page, found.first, found.last) if _needs_tense(found) else "")
    kind = "time" if isinstance(found.when, Offset) and found.when.span.is_clock else found.kind
    moment = _moment(timex, found, about, BOUNDS.get(before, found.bound))
    return Fact(kind, span, page.document, moment, timex or None, **setting)  # type: ignore[arg-type]


def _ahead(page: Page, found: Found) -> Found | None:
    """ "It will open in two months": a length after *in* with a future is a time to come."""
    length, before = found.when, found.first - 1
    if before < 0 or page.lower[before] != "in" or not isinstance(length, Fixed) or length.amount is None:
        return None
    amount, span = length.amount, UNIT_SPANS.get(length.amount.unit)
    if span is None or amount.low != amount.high or tense(page, before, found.last) != "future":
        return None
    return found._replace(kind="date", when=Offset(span, amount.low, 1, "issue"))


def _takes_about(found: Found) -> bool:
    """ "Around Nov. 1" is about a time; "a way around Wednesday's ruling" and "about Friday" need not be."""
    match found.when:
        case Fixed() | Offset() | Stamp(month=None):
            return found.clock is not None
    return True


def _needs_tense(found: Found) -> bool:
    return not isinstance(found.when, Fixed | Turn | Offset)


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
    moment = Moment(there.start, there.end, there.grain, timex, there.year_known, there.day_known, about, bound)  # type: ignore[arg-type]
    return replace(moment, zone=_zone(found.clock, moment)) if found.clock is not None else moment


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


__all__ = ["read", "Tense"]
