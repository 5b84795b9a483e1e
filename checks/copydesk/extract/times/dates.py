"""Dates on the calendar, whole or in part: "Saturday, May 31, 2025", "June 1", "11 December", "the 19th of October", "Friday", "last April"."""

from copydesk.extract.times.reading import Block, Fixed, Found, Pick, Stamp, bare
from copydesk.extract.times.years import spoken_year, year_at
from copydesk.lexicon.calendar import DOUBTFUL_MONTHS, DOUBTFUL_WEEKDAYS, MONTHS, ORDINALS, WEEKDAYS

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
PICKS: dict[str, Pick] = {
    "last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next", "following": "next", "this": "this", "that": "same",
    "same": "same",
}  # fmt: skip
RECURRENT = frozenset({"every", "each"})
# What may stand before a month that is also another word ("in May", "since March", "late August").
MONTH_CUES = frozenset(
    "in by since until till of through from during between before after to last next this early late mid and or following previous each every for"
    " that until, beginning starting ending ended end around".split()
) | frozenset({"(", ",", "-", "–"})


def day_before(block: Block, i: int) -> tuple[int, int] | None:
    """The day of the month that stands before token i, and its first token: 11, 11th, the 11th of, eleventh."""
    lower = block.lower
    at = i - 1
    if lower[at] == "of" and at > 0:
        at -= 1
        if not (lower[at] in ORDINAL_ENDINGS or lower[at] in ORDINALS or lower[at - 1] in ORDINAL_TENS):
            return None
    elif lower[at] == "-" and at > 0:
        at -= 1
    day, first = _day_ending(block, at)
    if day is None:
        return None
    if lower[first - 1] == "the":
        return day, first - 1
    if lower[first - 1] in ("$", "£", "€", "#", ":", ".") and block.joined(first - 1):
        return None
    return day, first


ORDINAL_TENS = {"twenty": 20, "thirty": 30, "twentieth": 20, "thirtieth": 30}


def _day_ending(block: Block, at: int) -> tuple[int | None, int]:
    """The day number whose last token is `at`, and its first token."""
    lower = block.lower
    word = lower[at]
    if word in ORDINAL_ENDINGS and lower[at - 1].isdecimal() and block.joined(at - 1):
        return _as_day(lower[at - 1]), at - 1
    if word.isdecimal():
        return _as_day(word), at
    if word in ORDINALS:
        if lower[at - 1] in ("twenty", "thirty") and ORDINALS[word] < 10:
            return ORDINAL_TENS[lower[at - 1]] + ORDINALS[word], at - 1
        if lower[at - 1] == "-" and lower[at - 2] in ("twenty", "thirty") and ORDINALS[word] < 10:
            return ORDINAL_TENS[lower[at - 2]] + ORDINALS[word], at - 2
        return ORDINALS[word], at
    return None, at


def _as_day(text: str) -> int | None:
    """1 to 39: days that no month has are read too, since they are what a checker looks for."""
    return int(text) if text.isascii() and len(text) <= 2 and 0 < int(text) < 40 else None


def day_after(block: Block, i: int) -> tuple[int, int] | None:
    """The day of the month that stands after token i, and its last token: 11, 11th, the 11th, eighth, twenty-first."""
    lower = block.lower
    at = i + 1
    if lower[at] == "the" and (
        lower[at + 2] in ORDINAL_ENDINGS or lower[at + 1] in ORDINALS or lower[at + 1] in ORDINAL_TENS
    ):
        at += 1
    word = lower[at]
    if word.isdecimal():
        day = _as_day(word)
        if day is None:
            return None
        if lower[at + 1] in ORDINAL_ENDINGS and block.joined(at):
            return day, at + 1
        # "May 10:30" and "June 5 percent" are no days.
        if (
            lower[at + 1] == ":"
            and block.joined(at)
            and lower[at + 2].isdecimal()
            or lower[at + 1] in ("%", "percent", "am", "pm", "a.m.", "p.m.")
        ):
            return None
        return day, at
    if word in ("twenty", "thirty"):
        following = at + 1 + (lower[at + 1] == "-")
        unit = ORDINALS.get(lower[following]) or _small(lower[following])
        return (ORDINAL_TENS[word] + unit, following) if unit and unit < 10 else None
    if word in ORDINALS and (lower[at + 1] not in ("quarter", "half", "week", "of", "time")):
        return ORDINALS[word], at
    return None


def _small(word: str) -> int | None:
    return {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}.get(word)


def month(block: Block, i: int) -> Found | None:
    """A date about the month at token i."""
    lower = block.lower
    word = bare(lower[i])
    number, written = MONTHS[word], block.word(i)
    last = i + (lower[i + 1] == "." and len(word) <= 4 and word != "may" and block.joined(i))
    day, first = None, i
    after = day_after(block, last)
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
    year, last = _year_after(block, last, month=True)
    if word != lower[i] and (day is not None or year is not None):
        return None
    if day is None and year is None and not _is_month(block, i, word):
        return None
    cut = len(lower[i]) - len(word) if last == i else 0
    return _with_neighbours(block, Found(first, last, "date", Stamp(year, number, day), cut=cut))


def _is_month(block: Block, i: int, word: str) -> bool:
    """Is the lone word a month rather than a verb, a name or a person?"""
    lower, written = block.lower, block.word(i)
    if not written[0].isupper() or written.isupper() and len(written) == 3 and word in DOUBTFUL_MONTHS:
        return False
    if word in ("may", "march", "mar", "dec", "jan", "jun", "sep"):
        return lower[i - 1] in MONTH_CUES and not (
            lower[i - 1] in (",", "-", "(", "and", "or", "that") and not _month_near(block, i)
        )
    if word in DOUBTFUL_MONTHS:
        follows = block.word(i + 1)
        return not (follows[:1].isupper() and lower[i + 1] not in MONTHS and lower[i - 1] not in MONTH_CUES)
    return True


def _month_near(block: Block, i: int) -> bool:
    return any(block.lower[at] in MONTHS for at in (i - 2, i + 2, i - 3, i + 3) if at >= 0) or block.lower[i + 1] in (
        "and",
        "or",
        "through",
        "to",
    )


def _year_after(block: Block, last: int, month: bool) -> tuple[int | None, int]:
    """A year said after a month or a day, and its last token: "1998", ", 1998", "of 1940", "'98", "nineteen ninety-six"."""
    lower = block.lower
    at = last + 1
    while lower[at] in (",", "of", "in", "-", "/") and at <= last + 2 and (lower[at] != "," or lower[at + 1] != "of"):
        at += 1
    if at > last + 1 and lower[at - 1] in ("-", "/") and not (block.joined(at - 1) and block.joined(at - 2)):
        return None, last
    year = year_at(block, at, two_digits=month and at == last + 1)
    if year is None:
        return None, last
    value, end = year
    return value, end


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
    if lower[first - 1] in ("this", "next", "last") and (when.weekday or when.day is None):
        when, first = when._replace(pick=PICKS[lower[first - 1]]), first - 1
    elif lower[first - 1] == "coming" and lower[first - 2] in ("this", "the"):
        when, first = when._replace(pick="next"), first - 2
    elif (
        when.day is None
        and when.year is None
        and lower[first - 1] in ("previous", "following", "past")
        and lower[first - 2] in ("the", "this")
    ):
        when, first = when._replace(pick=PICKS[lower[first - 1]]), first - 2
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
    """The other day of "6-7 January", "the 28 and 29 August" and of "April 24 and 25", "July 13 through 15": before and behind."""
    when, lower, first, last = found.when, block.lower, found.first, found.last
    if not isinstance(when, Stamp) or when.day is None or when.month is None or when.weekday is not None:
        return None, None
    before = after = None
    if lower[first - 1] in RANGE_MARKS and lower[first] not in MONTHS and first > 1:
        day, start = _day_ending(block, first - 2)
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
            and (day := _as_day(lower[at]))
            and when.day < day < 32
            and (when.year is None or not lower[last].isdecimal() or len(lower[last]) < 3)
        ):
            end = at + (lower[at + 1] in ORDINAL_ENDINGS and block.joined(at))
            follows = lower[end + 1]
            if (
                end > at
                or lower[last + 1] in ("-", "–")
                and not follows[:1].isdecimal()
                or not follows[:1].isalnum()
                or follows in ("in", "at", "for", "when", "and", "with", "as")
            ):
                year, stop = _year_after(block, end, month=False) if when.year is None else (None, end)
                after = Found(at, stop, "date", when._replace(day=day, year=year or when.year))
    return before, after


def weekday(block: Block, i: int) -> Found | None:
    """A day of the week at token i, with the word that picks it: Friday, last Tuesday, this coming Sunday, every Monday, Tuesday nights."""
    lower = block.lower
    word = bare(lower[i])
    cut = len(lower[i]) - len(word)
    last = i + (lower[i + 1] == "." and word in DOUBTFUL_WEEKDAYS and block.joined(i))
    if not block.word(i)[0].isupper() and word in DOUBTFUL_WEEKDAYS:
        return None
    number = WEEKDAYS[word]
    after = i + 1 + (lower[i + 1] == ",")
    day = None
    if not cut and lower[after] == "the" and (found := day_after(block, after - 1)) and lower[found[1]] != lower[after]:
        follows = lower[found[1] + 1]
        if follows != "of" and (lower[found[1]] in ORDINAL_ENDINGS or not follows[:1].isalpha()):
            day, last = found
    elif (
        not cut
        and after == i + 1
        and lower[after].isdecimal()
        and lower[after + 1] in ORDINAL_ENDINGS
        and block.joined(after)
    ):
        day, last = _as_day(lower[after]), after + 1
    if (
        word in DOUBTFUL_WEEKDAYS
        and day is None
        and lower[last + 1] not in ("at", "morning", "night", "afternoon", "evening")
        and lower[i - 1] not in ("on", "last", "next", "this", "every")
        and not (word != "sat" and word != "sun" and word != "wed")
    ):
        return None
    if word in ("sun", "sat", "wed", "mon") and lower[i - 1] == "the":
        return None
    stamp = Stamp(day=day, weekday=number)
    first = i
    before = lower[i - 1]
    if nth := _nth_of(block, i, number):
        return nth
    if before in RECURRENT:
        return Found(i - 1, last, "set", Fixed(f"XXXX-WXX-{number}"))
    if before in PICKS and not (before == "that" and not cut and lower[i - 2] not in ("on", "of")):
        pick = PICKS[before]
        first = i - 1
        if before in ("past", "coming") and lower[i - 2] in ("this", "the"):
            first = i - 2
        elif before in ("previous", "following", "same") and lower[i - 2] in ("the", "that"):
            first = i - 2
            pick = "same" if before == "same" else pick
        stamp = stamp._replace(pick=pick)
    at = last + 1 + (lower[last + 1] == "of")
    if lower[at] in WEEKS and lower[at + 1] == "week":
        stamp, last = stamp._replace(week=WEEKS[lower[at]]), at + 1
    elif lower[first - 1 - (lower[first - 1] in ("on", "-", ","))] == "week":
        at = first - 2 - (lower[first - 1] in ("on", "-", ","))
        if lower[at] in WEEKS and at >= 0:
            stamp, first = stamp._replace(week=WEEKS[lower[at]]), at
    return Found(first, last, "date", stamp, cut=cut if last == i else 0)


def _nth_of(block: Block, i: int, number: int) -> Found | None:
    """the third Tuesday of September 2014, the last Friday in October."""
    lower = block.lower
    nth = ORDINALS.get(lower[i - 1], -1 if lower[i - 1] == "last" else 0)
    if not nth or nth > 5 or lower[i + 1] not in ("of", "in") or bare(lower[i + 2]) not in MONTHS:
        return None
    year, last = _year_after(block, i + 2, month=True)
    first = i - 1 - (lower[i - 2] == "the")
    return Found(first, last, "date", Stamp(year, MONTHS[bare(lower[i + 2])], None, number, nth=nth))


WEEKS: dict[str, int] = {"last": -1, "this": 0, "next": 1, "previous": -1, "following": 1, "coming": 1}


def weekdays(block: Block, i: int) -> Found | None:
    """Mondays: token i is the plural of a weekday."""
    return Found(i, i, "set", Fixed(f"XXXX-WXX-{WEEKDAYS[block.lower[i][:-1]]}"))


def lone_day(block: Block, i: int) -> Found | None:
    """the 20th, the 25th: the day of the month last told. Token i is the digits."""
    lower = block.lower
    if (
        lower[i + 1] not in ORDINAL_ENDINGS
        or not block.joined(i)
        or lower[i - 1] != "the"
        or lower[i - 2] not in ("on", "by", "until", "of", "since", "from", "to", "and", "before", "after")
    ):
        return None
    follows = block.word(i + 2)
    if follows[:1].isalpha() and lower[i + 2] not in (
        "and",
        "to",
        "when",
        "but",
        "at",
        "in",
        "the",
        "as",
        "with",
        "he",
        "she",
        "they",
        "it",
        "we",
        "a",
    ):
        return None
    day = _as_day(lower[i])
    return Found(i - 1, i + 1, "date", Stamp(day=day, pick="same")) if day and day < 32 else None
