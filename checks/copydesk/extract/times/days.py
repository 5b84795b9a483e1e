"""Days of the month beside a month or a weekday: "11", "11th", "the 11th of", "eleventh", "twenty-first"."""

from copydesk.extract.times.reading import Block, Pick
from copydesk.lexicon.calendar import MONTHS, ORDINALS, WEEKDAYS

ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
BEFORE_DAY = frozenset({"", "on", "the", "from", "until", "till", "since", *WEEKDAYS})


PICKS: dict[str, Pick] = {
    "last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next", "upcoming": "next", "following": "next", "this": "this", "that": "same",
    "same": "same",
}  # fmt: skip


# Picks that count from the time told: "the previous Friday", "the following May", "the next spring".
TOLD_PICKS: dict[str, Pick] = {"previous": "before", "following": "behind", "next": "behind", "same": "same"}
RECURRENT = frozenset({"every", "each"})


def day_before(block: Block, i: int) -> tuple[int, int] | None:
    """The day of the month that stands before token i, and its first token: 11, 11th, the 11th of, eleventh."""
    lower = block.lower
    at = i - 1
    if lower[at] == "of" and at > 0:
        at -= 1 + (lower[at - 1] == "day")  # "the 15th day of June"
        plain = lower[at].isdecimal() and lower[i] in MONTHS and lower[at - 1] in BEFORE_DAY  # "on 15 of June"
        if not (plain or lower[at] in ORDINAL_ENDINGS or lower[at] in ORDINALS or lower[at - 1] in ORDINAL_TENS):
            return None
    elif lower[at] == "-" and at > 0:
        at -= 1
    day, first = day_ending(block, at)
    if day is None:
        return None
    if lower[first - 1] == "the":
        return day, first - 1
    if lower[first - 1] in ("$", "£", "€", "#", ":", ".") and block.joined(first - 1):
        return None
    return day, first


ORDINAL_TENS = {"twenty": 20, "thirty": 30, "twentieth": 20, "thirtieth": 30}


def day_ending(block: Block, at: int) -> tuple[int | None, int]:
    """The day number whose last token is `at`, and its first token."""
    lower = block.lower
    word = lower[at]
    if word in ORDINAL_ENDINGS and lower[at - 1].isdecimal() and block.joined(at - 1):
        return as_day(lower[at - 1]), at - 1
    if word.isdecimal():
        return as_day(word), at
    if word in ORDINALS:
        if lower[at - 1] in ("twenty", "thirty") and ORDINALS[word] < 10:
            return ORDINAL_TENS[lower[at - 1]] + ORDINALS[word], at - 1
        if lower[at - 1] == "-" and lower[at - 2] in ("twenty", "thirty") and ORDINALS[word] < 10:
            return ORDINAL_TENS[lower[at - 2]] + ORDINALS[word], at - 2
        return ORDINALS[word], at
    return None, at


def as_day(text: str) -> int | None:
    """1 to 39: days that no month has are read too, since they are what a checker looks for."""
    return int(text) if text.isascii() and len(text) <= 2 and 0 < int(text) < 40 else None


# What an ordinal behind a month counts, rather than its day.
NUMBERED = frozenset({"quarter", "half", "week", "of", "time"})
# What follows "the 20th" as a day of the month, unlike "the 20th floor".
AFTER_THE_DAY = frozenset("and or to till until through when but at in the as with he she they it we a".split())


def day_after(block: Block, i: int) -> tuple[int, int] | None:
    """The day of the month that stands after token i, and its last token: 11, 11th, the 11th, eighth, twenty-first."""
    lower = block.lower
    at = i + 1
    the = lower[at] == "the" and (
        lower[at + 2] in ORDINAL_ENDINGS or lower[at + 1] in ORDINALS or lower[at + 1] in ORDINAL_TENS
    )
    at += the
    word = lower[at]
    if word.isdecimal():
        day = as_day(word)
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
    if word in ORDINALS and lower[at + 1] not in NUMBERED:
        noun = the and lower[at + 1].isalpha() and lower[at + 1] not in AFTER_THE_DAY  # "in June the first ships came"
        return None if noun else (ORDINALS[word], at)
    return None


def _small(word: str) -> int | None:
    return {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}.get(word)
