"""Clock times in words: "noon", "five o'clock", "half past six", "ten minutes to three", "ten thirty a.m."."""

from collections.abc import Mapping

from copydesk.extract.times.clock import dress
from copydesk.extract.times.halves import MERIDIEMS, meridiem, on_half
from copydesk.extract.times.reading import (
    Block,
    Clock,
    Found,
)
from copydesk.lexicon.calendar import NAMED_HOURS, SMALL, TENS, ZONES

AFTER_HOUR = frozenset(
    {"", ".", ",", ";", "on", "in", "that", "this", "when", "and", "yesterday", "a.m.", "p.m.", "am", "pm"}
)
SPOKEN_MINUTES: Mapping[str, int] = {"half": 30, "quarter": 15}


def named(block: Block, i: int) -> Found | None:
    """noon, midnight."""
    before = block.lower[i - 1]
    if block.lower[i + 1] == "-" and block.joined(i):
        return None
    if (
        before in ("high", "the")
        or block.word(i + 1)[:1].isupper()
        and block.word(i)[:1].isupper()
        and block.lower[i + 1] not in ZONES
    ):
        return None
    hour = NAMED_HOURS[block.lower[i]]
    # "Shortly after midnight on June 1" is early on June 1; plain "midnight Friday" ends the Friday.
    twelve = i - (before in ("12", "twelve"))
    return dress(block, twelve, i, Clock(0 if hour == 24 and before in ("after", "past") else hour, 0, half=True))


def oclock(block: Block, i: int) -> Found | None:
    """five o'clock: token i is the o'clock."""
    hour = SMALL.get(block.lower[i - 1])
    return dress(block, i - 1, i, Clock(hour, 0)) if hour else None


def past(block: Block, i: int) -> Found | None:
    """half past six, a quarter to twelve, ten minutes to three, twenty after twelve: token i is past, to, before or
    after."""
    lower = block.lower
    hour_word = lower[i + 1]
    if hour_word in ("the", "a", "be"):
        return None
    hour = (
        NAMED_HOURS.get(hour_word)
        or SMALL.get(hour_word)
        or (int(hour_word) if hour_word.isdecimal() and hour_word.isascii() and len(hour_word) < 3 else None)
    )
    if hour is None or hour > 24 or (hour_word == "one" and lower[i + 2] not in ("", ".", ",", "o'clock")):
        return None
    at = i - 1 - (lower[i - 1] in ("minutes", "minute", "mins", "min"))
    spoken = SPOKEN_MINUTES.get(lower[at])
    if spoken is None:
        number = block.number_before(at)
        if number is None or number.low != number.high or not 0 < number.low < 60 or number.low % 1:
            return None
        if at == i - 1 and not (hour <= 12 and number.low % 5 == 0 and (lower[i] == "past" or _is_told_so(block, i))):
            return None
        spoken, first = int(number.low), number.first - block.base
        if lower[first - 1 - (lower[first - 1] == "and")] in ("hour", "hours"):
            return None  # from 4 hours 20 minutes to 3 hours
    else:
        first = at - (lower[at - 1] == "a")
        if at != i - 1 or (lower[i] not in ("past", "to") and hour_word not in NAMED_HOURS):
            return None
        if lower[at] == "half" and lower[i] == "to":
            return None  # "from a half to two dollars"
    clock = Clock(hour % 24, spoken) if lower[i] in ("past", "after") else Clock((hour - 1) % 24, 60 - spoken)
    half, end = meridiem(block, i + 1)
    if half:
        return dress(block, first, end, clock._replace(hour=on_half(clock.hour or 0, half), half=True))
    end += lower[end + 1] in ("o'clock", "o’clock")
    return dress(block, first, end, clock._replace(half=hour_word in NAMED_HOURS))


def _is_told_so(block: Block, i: int) -> bool:
    """ "At about twenty to five on the afternoon": more minutes than hours, so no range of them; token i is the *to*."""
    lower = block.lower
    at = i - 2 - (lower[i - 2] in ("about", "around", "nearly", "just", "exactly"))
    told = lower[i] == "to" and lower[i - 1] in TENS and lower[at] in ("at", "by", "until", "since", "around", "about")
    return told and lower[i + 1] in SMALL and lower[i + 2] in AFTER_HOUR


def spelled(block: Block, i: int) -> Found | None:
    """ten thirty a.m., five p.m.: token i is the a.m. or p.m. after words."""
    lower = block.lower
    number = block.number_before(i - 1)
    if number is None or number.form != "words":
        return None
    minute: int | None = None
    at = i - 1
    if lower[at] in TENS:
        minute, at = TENS[lower[at]], at - 1
    elif lower[at] in SMALL and (lower[at - 1] in TENS or lower[at - 2] in TENS and lower[at - 1] == "-"):
        at -= 1 if lower[at - 1] in TENS else 2
        minute, at = TENS[lower[at]] + SMALL[lower[i - 1]], at - 1
    hour = SMALL.get(lower[at])
    if hour is None or hour > 12:
        return None
    return dress(block, at, i, Clock(on_half(hour, MERIDIEMS[lower[i]]), minute, half=True))
