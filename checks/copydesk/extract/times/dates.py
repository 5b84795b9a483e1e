"""Dates on the calendar, whole or in part: "Saturday, May 31, 2025", "June 1", "11 December", "the 19th of October",
"Friday", "last April"."""

from copydesk.extract.times.clock import timetabled
from copydesk.extract.times.days import (
    ORDINAL_ENDINGS,
    PICKS,
    RECURRENT,
    TOLD_PICKS,
    as_day,
    day_after,
    day_before,
    day_ending,
)
from copydesk.extract.times.reading import Block, Fixed, Found, Stamp, bare
from copydesk.extract.times.turns import ends_clause
from copydesk.extract.times.years import year_after
from copydesk.lexicon.calendar import DOUBTFUL_MONTHS, DOUBTFUL_WEEKDAYS, MONTHS, WEEKDAYS
from copydesk.lexicon.persons import PLURALS

# What may stand before a month that is also another word ("in May", "since March", "late August").
MONTH_CUES = frozenset(
    "in by since until till of through from during between before after to last next this early late mid and or"
    " following previous each every for"
    " that until, beginning starting ending ended end around".split()
) | frozenset({"(", ",", "-", "–"})


# The first day of May; the last one is counted from the end.
DAY_OF = {"first": 1, "last": -1, "final": -1}
NAMING = frozenset({"a", "the", "its", "their", "his", "her", "this"})


def month(block: Block, i: int) -> Found | None:
    """A date about the month at token i."""
    lower = block.lower
    word = bare(lower[i])
    number, written = MONTHS[word], block.word(i)
    last = i + (lower[i + 1] == "." and (len(word) == 3 and word != "may" or word == "sept") and block.joined(i))
    day, first = None, i
    after = day_after(block, last) if word == lower[i] else None  # "February's 29 days"
    if after is not None and _counts_on(block, i, after[1]):
        after = None
    if after is None and (before := day_before(block, i)):
        day, first = before
        if not (
            written[0].isupper()
            or lower[i + 1].isdecimal()
            or word not in ("may", "march", "mar")
            or lower[i - 1] == "of"
        ):
            return None
    elif after is not None:
        day, last = after
    if (
        day is not None
        and not written[0].isupper()
        and word in ("may", "march", "mar", "sun", "second")
        and after is not None
        and lower[i - 1] in ("they", "we", "you", "it", "he", "she", "who")
    ):
        return None
    end = last
    year, last = year_after(block, last, month=True)
    if day is not None and last > end and timetabled(block, last):
        year, last = None, end
    if word != lower[i] and (day is not None or year is not None):
        return None
    if day is None and year is None and not _is_month(block, i, word):
        return None
    cut = len(lower[i]) - len(word) if last == i else 0
    if day is None and tuple(lower[i - 2 : i]) == ("day", "of") and i > 3 and (ends := DAY_OF.get(lower[i - 3])):
        return Found(i - 3 - (lower[i - 4] == "the"), last, "date", Stamp(year, number, ends), cut=cut)
    return _with_neighbours(block, Found(first, last, "date", Stamp(year, number, day), cut=cut))


def _is_month(block: Block, i: int, word: str) -> bool:
    """Is the lone word a month rather than a verb, a name or a person?"""
    lower, written = block.lower, block.word(i)
    if not written[0].isupper() or written.isupper() and len(written) == 3 and word in DOUBTFUL_MONTHS:
        return False
    if word in ("may", "march") and lower[i - 1] in NAMING and _before_noun(block, i + 1):
        return True
    if word in ("may", "march", "mar", "dec", "jan", "jun", "sep"):
        return lower[i - 1] in MONTH_CUES and not (
            lower[i - 1] in (",", "-", "(", "and", "or", "that") and not _month_near(block, i)
        )
    if word in DOUBTFUL_MONTHS:
        follows = block.word(i + 1)
        return not (follows[:1].isupper() and lower[i + 1] not in MONTHS and lower[i - 1] not in MONTH_CUES)
    return True


def _counts_on(block: Block, i: int, last: int) -> bool:
    """ "In November 14 people died", "last May 11 boats sank": the number counts what stands behind it."""
    noun = block.word(last + 1)
    counted = noun.islower() and noun.isalpha() and (noun in PLURALS or noun[-1] == "s" and len(noun) > 3)
    return counted and block.lower[i - 1] in ("in", "last", "this", "next") and block.lower[last].isdecimal()


def _before_noun(block: Block, i: int) -> bool:
    """ "The May election", but neither "the March on Washington" nor "the May Queen"."""
    word = block.word(i)
    return word.isalpha() and word.islower() and len(word) > 4


def _month_near(block: Block, i: int) -> bool:
    return any(block.lower[at] in MONTHS for at in (i - 2, i + 2, i - 3, i + 3) if at >= 0) or block.lower[i + 1] in (
        "and",
        "or",
        "through",
        "to",
    )


def _with_neighbours(block: Block, found: Found) -> Found:
    """A date taken together with the weekday before it, the word that picks the month, and "of last year" behind it."""
    lower = block.lower
    first, last, when = found.first, found.last, found.when
    assert isinstance(when, Stamp)
    if when.year is None:
        when, last = _relative_year(block, when, last)
    at = first - 1 - (lower[first - 1] in (",", "the")) - (lower[first - 1] == "the" and lower[first - 2] == ",")
    at -= lower[at] == "." and at > 0
    if when.day is not None and lower[at] in WEEKDAYS and at >= 0:
        when, first = when._replace(weekday=WEEKDAYS[lower[at]]), at
    elif when.day is not None and lower[first - 1] == "the" and lower[first - 2] in WEEKDAYS:
        when, first = when._replace(weekday=WEEKDAYS[lower[first - 2]]), first - 2
    if lower[first - 1] in ("ended", "since") and when.year is None:
        when = when._replace(pick="over")
    if when.year is when.day is None and lower[first - 1] in TOLD_PICKS and lower[first - 2] == "the":
        when, first = when._replace(pick=TOLD_PICKS[lower[first - 1]]), first - 2
    elif lower[first - 1] in ("this", "next", "last") and (when.weekday or when.day is None):
        when, first = when._replace(pick=PICKS[lower[first - 1]]), first - 1
    elif lower[first - 1] in ("coming", "upcoming") and lower[first - 2] in ("this", "the"):
        when, first = when._replace(pick="next"), first - 2
    elif when.day is None and when.year is None and lower[first - 1] == "past" and lower[first - 2] in ("the", "this"):
        when, first = when._replace(pick=PICKS[lower[first - 1]]), first - 2
    elif when.day is when.year is None and lower[first - 1] == "that" and ends_clause(lower[last + 1]):
        when, first = when._replace(pick="same"), first - 1  # "it reopened that September"
    elif when.day is None and when.year is None and lower[first - 1] in RECURRENT:
        return Found(first - 1, last, "set", Fixed(f"XXXX-{when.month:02}"))
    elif when.day is None and lower[first - 1] == "of" and lower[first - 2] == "month" and lower[first - 3] == "the":
        first -= 3
    if (
        when.day is not None
        and when.weekday is None
        and lower[last + 1] in (",", "on", "(")
        and lower[last + 2] in WEEKDAYS
        and lower[last + 2] not in DOUBTFUL_WEEKDAYS
    ):
        if lower[last + 1] == "on":
            when, last = when._replace(weekday=WEEKDAYS[lower[last + 2]]), last + 2
    return found._replace(first=first, last=last, when=when)


def _relative_year(block: Block, when: Stamp, last: int) -> tuple[Stamp, int]:
    """ "June last year", "of this year", "of that year", "of the same year"."""
    lower = block.lower
    at = last + 1 + (lower[last + 1] == "of" or lower[last + 1] == "in")
    the = lower[at] == "the"
    at += the
    word = lower[at]
    if bare(lower[at + 1]) != "year" or lower[at + 2] in ("-",):
        return when, last
    if word == "last":
        return when._replace(pick="this", shift=-1), at + 1
    if word in ("this", "next"):
        return when._replace(pick="this", shift=int(word == "next")), at + 1
    if word in ("that", "same", "following", "previous"):
        return when._replace(pick="same", shift={"following": 1, "previous": -1}.get(word, 0)), at + 1
    return when, last


RANGE_MARKS = frozenset({"-", "–", "—", "to", "and", "or", "through", "until", "till", "/", "&"})


def sisters(block: Block, found: Found) -> tuple[Found | None, Found | None]:
    """The other day of "6-7 January", "the 28 and 29 August" and of "April 24 and 25", "July 13 through 15": before and
    behind."""
    when, lower, first, last = found.when, block.lower, found.first, found.last
    if not isinstance(when, Stamp) or when.day is None or when.month is None or when.weekday is not None:
        return None, None
    before = after = None
    if lower[first - 1] in RANGE_MARKS and lower[first] not in MONTHS and first > 1:
        day, start = day_ending(block, first - 2)
        if (
            day is not None
            and lower[start - 1] not in MONTHS
            and not (block.joined(start - 1) and start > 0 and lower[start - 1] in (".", "/", ":"))
        ):
            start -= lower[start - 1] == "the" and start > 0
            before = Found(start, first - 2, "date", when._replace(day=day))
    elif lower[last] not in MONTHS and lower[last + 1] in RANGE_MARKS:
        at = last + 2
        if (
            lower[at].isdecimal()
            and (day := as_day(lower[at]))
            and when.day < day < 32
            and (when.year is None or not lower[last].isdecimal() or len(lower[last]) < 3)
        ):
            end = at + (lower[at + 1] in ORDINAL_ENDINGS and block.joined(at))
            follows = lower[end + 1]
            if (
                end > at
                or lower[first - 1] == "between"
                or lower[last + 1] in ("-", "–")
                and not follows[:1].isdecimal()
                or not follows[:1].isalnum()
                or follows in ("in", "at", "for", "when", "and", "with", "as")
            ):
                year, stop = year_after(block, end, month=False) if when.year is None else (None, end)
                after = Found(at, stop, "date", when._replace(day=day, year=year or when.year))
    return before, after
