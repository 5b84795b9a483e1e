"""Times of day: "10:50 p.m.", "0835 GMT", "noon", "half past six", "four in the morning", "this evening", "last night"."""

from collections.abc import Mapping

from copydesk.extract.times.reading import Block, Clock, Fixed, Found, Turn, bare
from copydesk.lexicon.calendar import NAMED_HOURS, PARTS, SINGULAR, SMALL, TENS, US_ZONES, ZONES

MERIDIEMS: Mapping[str, str] = {"am": "a", "a.m.": "a", "pm": "p", "p.m.": "p"}
BEFORE_CLOCK = frozenset(
    "at by around about until till from before after since to between approximately @ roughly circa towards toward and or".split()
)
ABOUT = frozenset("about around approximately roughly circa nearly almost".split())
# "Shortly before noon": the time is not noon itself, but near it.
NEARLY = (("shortly", "before"), ("shortly", "after"), ("just", "before"), ("just", "after"), ("soon", "after"))
PART_MODIFIERS = frozenset({"early", "late", "mid", "later", "earlier"})
UTC = frozenset({"gmt", "utc", "z"})
ZONE_NAMES = {"eastern": "et", "central": "ct", "mountain": "mt", "pacific": "pt"}
SPOKEN_MINUTES: Mapping[str, int] = {"half": 30, "quarter": 15}
DAY_TO_COME: Mapping[str, int] = {
    "this": 0,
    "last": -1,
    "yesterday": -1,
    "tomorrow": 1,
    "next": 1,
    "that": 0,
    "same": 0,
    "following": 1,
    "previous": -1,
}


def digits(block: Block, i: int) -> Found | None:
    """A clock time that begins with the digits at token i: 10:50 p.m., 10.50pm, 10 p.m., 1800 hours, 0835 GMT, 14h30."""
    lower, word = block.lower, block.lower[i]
    hour_text, dot, minute_text = word.partition(".")
    last, second = i, None
    if (
        not hour_text.isdecimal()
        or not hour_text.isascii()
        or (dot and not (len(minute_text) == 2 and minute_text.isdecimal() and minute_text.isascii()))
    ):
        return None
    hour, minute = int(hour_text), int(minute_text) if dot else None
    colon = (
        lower[i + 1] == ":"
        and len(hour_text) <= 2
        and _two_digits(lower[i + 2])
        and block.joined(i)
        and block.joined(i + 1)
    )
    if colon and not dot:
        minute, last = int(lower[i + 2][:2]), i + 2
        if "." in lower[last] or "," in lower[last]:
            return None
        if lower[i + 3] == ":" and _two_digits(lower[i + 4]) and block.joined(i + 2):
            second, last = int(lower[i + 4][:2]), i + 4
    elif (
        not dot
        and lower[i + 1] in ("h", "hr")
        and _two_digits(lower[i + 2])
        and block.joined(i)
        and block.joined(i + 1)
        and hour < 25
    ):
        return _dress(block, i, i + 2, Clock(hour, int(lower[i + 2]), half=True))
    elif len(hour_text) > 2:
        half, end = _meridiem(block, i)
        if half and not dot and len(hour_text) < 5 and int(hour_text[:-2]) <= 12 and int(hour_text[-2:]) < 60:
            return _dress(block, i, end, Clock(_on_half(int(hour_text[:-2]), half), int(hour_text[-2:]), half=True))
        return _military(block, i, hour_text) if not dot else None
    half, meridiem_end = _meridiem(block, last)
    if half:
        return _dress(block, i, meridiem_end, Clock(_on_half(hour, half), minute, second, half=True))
    if lower[last + 1] in ("o'clock", "o’clock"):
        return _dress(block, i, last + 1, Clock(hour, minute if minute is not None else 0))
    zone_end = _zone(block, last, colon or _introduced(block, i))[0]
    if dot and not (zone_end > last or _introduced(block, i, narrow=True)):
        return None
    if minute is None and not _in_part(block, last):
        if 1 <= hour <= 12 and _after_part(block, i):
            return _dress(block, i, i, Clock(hour, None))
        return _range_start(block, i, hour) if last == i else None
    if minute is not None and zone_end == last and not _plausible(block, i, last, hour_text):
        return None
    return _dress(
        block, i, last, Clock(hour, minute, second, half=hour > 12 or len(hour_text) == 2 and hour_text[0] == "0")
    )


def _after_part(block: Block, i: int) -> bool:
    """Is it the 7 of "tonight at 7", "this evening around 7"?"""
    lower = block.lower
    if (
        lower[i - 1] not in ("at", "around", "about", "by")
        or lower[i + 1][:1].isalpha()
        and lower[i + 1] not in ("and", "to", "for", "in", "on", "with", "when", "or")
    ):
        return False
    at = i - 2 - (lower[i - 2] == "at")
    return (lower[at] in PARTS or lower[at] == "tonight") and lower[i + 1] not in ("%", ":", "-", "/")


def _range_start(block: Block, i: int, hour: int) -> Found | None:
    """The 9 of "9 to 11 a.m.", the 3 of "3-8pm": on the half of day of the end that has it."""
    lower = block.lower
    if (
        lower[i + 1] not in ("to", "-", "–", "and", "until", "till", "or")
        or not lower[i + 2].isdecimal()
        or not 1 <= hour <= 12
    ):
        return None
    if (
        lower[i - 1] in ("of", "$", "/", ":", "-", ".")
        or lower[i + 1] in ("and", "or")
        and lower[i - 1] not in ("between", "at")
    ):
        return None
    end = i + 2 + 2 * (lower[i + 3] == ":" and lower[i + 4].isdecimal())
    half, _ = _meridiem(block, end)
    if not half or not int(lower[i + 2]) <= 12:
        return None
    start, stop = _on_half(hour, half), _on_half(int(lower[i + 2]) % 13, half)
    return Found(i, i, "time", None, Clock(start if start < stop else (start + 12) % 24, None, half=True))


def _two_digits(word: str) -> bool:
    return len(word) >= 2 and word[:2].isdecimal() and word.isascii() and (len(word) == 2 or word[2] == ".")


def _plausible(block: Block, i: int, last: int, hour: str) -> bool:
    """Is a bare "10:15" a clock time rather than odds, a score, a race time or a verse?"""
    lower = block.lower
    if (
        block.joined(last)
        and lower[last + 1] in (":", "-", "/")
        or block.joined(i - 1)
        and lower[i - 1] not in ("(", "[", "@", "-", "–", "—", "~", '"', "“", "t")
    ):
        return False
    if lower[last + 1] in ("odds", "ratio", "mark", "minutes", "mins", "seconds") or lower[i - 1] in (
        "odds",
        "ratio",
        "score",
        "of",
    ):
        return False
    if _introduced(block, i):
        return True
    previous = block.word(i - 1)
    return not (previous[:1].isupper() and len(hour) < 2 and previous.isalpha()) and (
        len(hour) == 2 or i == 0 or not previous.isalpha()
    )


def _introduced(block: Block, i: int, narrow: bool = False) -> bool:
    before = block.lower[i - 1]
    return (
        before in ("at", "@") or (before in ABOUT and block.lower[i - 2] in ("at", "by"))
        if narrow
        else before in BEFORE_CLOCK
    )


def _in_part(block: Block, last: int) -> bool:
    """Does "in the morning" or "at night" follow?"""
    lower = block.lower
    if lower[last + 1] == "in" and lower[last + 2] == "the":
        return lower[last + 3] in ("morning", "afternoon", "evening")
    return lower[last + 1] == "at" and lower[last + 2] == "night"


def _military(block: Block, i: int, text: str) -> Found | None:
    """0835 GMT, 1800 hours, 0600."""
    if len(text) != 4 or int(text[:2]) > 24 or int(text[2:]) > 59:
        return None
    lower = block.lower
    clock = Clock(int(text[:2]), int(text[2:]), half=True)
    if lower[i + 1] in ("hours", "hrs", "hr") and lower[i - 1] not in ("$", "£"):
        return (
            _dress(block, i, i + 1, clock)
            if text[0] in "012" and (text[0] == "0" or lower[i - 1] in BEFORE_CLOCK)
            else None
        )
    zone_end = _zone(block, i)[0]
    if zone_end > i:
        return _dress(block, i, i, clock)
    return _dress(block, i, i, clock) if text[0] == "0" and lower[i - 1] in ("at", "by", "until", "from") else None


def _meridiem(block: Block, last: int) -> tuple[str, int]:
    """a or p, and its last token, if "a.m.", "pm", "p.m" … follows token `last`."""
    lower = block.lower
    if half := MERIDIEMS.get(lower[last + 1]):
        # "10 am" is a clock time, "3 AM stations" is too seldom to mind.
        return half, last + 1
    if lower[last + 1] in ("a", "p") and lower[last + 2] == "." and lower[last + 3] == "m" and block.joined(last + 1):
        return lower[last + 1], last + 3
    if lower[last + 1] in ("a", "p") and block.joined(last) and not block.joined(last + 1):
        return lower[last + 1], last + 1
    return "", last


def _on_half(hour: int, half: str) -> int:
    if hour > 12:
        return hour
    return hour % 12 + (12 if half == "p" else 0)


def _zone(block: Block, last: int, near_clock: bool = True) -> tuple[int, str, float | None]:
    """The last token of a zone after token `last` (the same token where there is none), its name and hours from UTC."""
    lower, at = block.lower, last + 1
    bracket = lower[at] == "("
    at += bracket
    name = lower[at]
    end, hours = last, None
    if name in ZONES and (block.word(at).isupper() or name in UTC):
        end, hours = at, ZONES[name]
        if name in UTC and lower[at + 1] in ("+", "-") and lower[at + 2].isdecimal() and block.joined(at):
            hours, end = float(int(lower[at + 2][:2]) * (1 if lower[at + 1] == "+" else -1)), at + 2
    elif name == "local" and lower[at + 1] == "time":
        return (at + 1 + bracket if not bracket or lower[at + 2] == ")" else last), "local", None
    elif near_clock and name in US_ZONES and lower[at + 1] in ("time", "standard", "daylight"):
        end = at + 1 + (lower[at + 1] != "time" and lower[at + 2] == "time")
    elif near_clock and lower[at + 1] == "time" and block.word(at)[:1].isupper():
        return at + 1 + bracket, name, None
    if end == last or bracket and lower[end + 1] != ")":
        return last, "", None
    return end + bracket, ZONE_NAMES.get(name, name), hours


def _dress(block: Block, first: int, last: int, clock: Clock) -> Found:
    """The clock time with its zone, its hedge, and the part of day said beside it."""
    end, name, hours = _zone(block, last)
    lower = block.lower
    if lower[end + 1] == "sharp":
        end += 1
    about = lower[first - 1] in ABOUT
    first -= about
    if not about and (lower[first - 2], lower[first - 1]) in NEARLY:
        about, first = True, first - 2
    return Found(first, end, "time", None, clock._replace(zone=hours, zone_name=name), about)


def named(block: Block, i: int) -> Found | None:
    """noon, midnight."""
    before = block.lower[i - 1]
    if (
        before in ("high", "the")
        or block.word(i + 1)[:1].isupper()
        and block.word(i)[:1].isupper()
        and block.lower[i + 1] not in ZONES
    ):
        return None
    hour = NAMED_HOURS[block.lower[i]]
    # "Shortly after midnight on June 1" is early on June 1; plain "midnight Friday" ends the Friday.
    return _dress(block, i, i, Clock(0 if hour == 24 and before == "after" else hour, 0, half=True))


def oclock(block: Block, i: int) -> Found | None:
    """five o'clock: token i is the o'clock."""
    hour = SMALL.get(block.lower[i - 1])
    return _dress(block, i - 1, i, Clock(hour, 0)) if hour else None


def past(block: Block, i: int) -> Found | None:
    """half past six, a quarter to twelve, ten minutes to three, twenty after twelve: token i is past, to, before or after."""
    lower = block.lower
    hour_word = lower[i + 1]
    hour = (
        NAMED_HOURS.get(hour_word)
        or SMALL.get(hour_word)
        or (int(hour_word) if hour_word.isdecimal() and hour_word.isascii() and len(hour_word) < 3 else None)
    )
    if hour is None or hour > 24 or (hour_word == "one" and not lower[i + 2] in ("", ".", ",", "o'clock")):
        return None
    at = i - 1 - (lower[i - 1] in ("minutes", "minute", "mins", "min"))
    spoken = SPOKEN_MINUTES.get(lower[at])
    if spoken is None:
        number = block.number_before(at)
        if number is None or number.low != number.high or not 0 < number.low < 60 or number.low % 1:
            return None
        if at == i - 1 and not (lower[i] == "past" and hour <= 12 and number.low % 5 == 0):
            return None
        spoken, first = int(number.low), number.first - block.base
    else:
        first = at - (lower[at - 1] == "a")
        if at != i - 1 or (lower[i] not in ("past", "to") and hour_word not in NAMED_HOURS):
            return None
    clock = Clock(hour, spoken) if lower[i] in ("past", "after") else Clock((hour - 1) % 24, 60 - spoken)
    half, end = _meridiem(block, i + 1)
    if half:
        return _dress(block, first, end, clock._replace(hour=_on_half(clock.hour or 0, half), half=True))
    end += lower[end + 1] in ("o'clock", "o’clock")
    return _dress(block, first, end, clock._replace(half=hour_word in NAMED_HOURS))


def part(block: Block, i: int) -> Found | None:
    """morning, afternoon, evening, night: "this morning", "in the evening", "late last night", "four in the morning"."""
    lower, word = block.lower, bare(block.lower[i])
    code, cut = PARTS[word], len(block.lower[i]) - len(word)
    if lower[i + 1] == "-" and block.joined(i) or lower[i - 1] == "-" and lower[i - 2] not in ("mid", "late", "early"):
        return None
    first = i - 1 if lower[i - 1] in PART_MODIFIERS else i - 2 if lower[i - 1] == "-" else i
    before = lower[first - 1]
    clock = Clock(part=code, half=True)
    if before in ("every", "each"):
        return Found(first - 1, i, "set", Fixed(f"T{code}"))
    if before in DAY_TO_COME:
        return _turned(block, first - 1, i, before, clock)
    if before == "the":
        if (
            lower[first - 2] == "in"
            and (hour := SMALL.get(lower[first - 3])) is not None
            and code in ("MO", "AF", "EV")
        ):
            half = "p" if code != "MO" else "a"
            return _dress(block, first - 3, i, Clock(_on_half(hour, half), 0, half=True))
        if word in ("morning", "afternoon", "evening", "night") and (
            lower[first - 2] in ("in", "during", "of") or lower[i + 1] in ("of", ",", "before", "after")
        ):
            return Found(
                first - 1, i, "time", Turn(SINGULAR["day"], 0, "told") if lower[i + 1] != "of" else None, clock, cut=cut
            )
        return Found(first - 1, i, "time", None, clock, cut=cut) if lower[i + 1] == "of" else None
    if word == "overnight":
        return (
            Found(i, i, "time", Turn(SINGULAR["day"], 0, "told"), clock)
            if lower[i + 1] not in ("",) and not lower[i + 1].endswith("s")
            else None
        )
    if before == "at" and word in (
        "night",
        "dawn",
        "dusk",
        "sunset",
        "sunrise",
        "daybreak",
        "lunchtime",
        "nightfall",
        "midday",
        "twilight",
        "mid-day",
    ):
        return Found(first, i, "time", Turn(SINGULAR["day"], 0, "told"), clock, cut=cut)
    if first < i and word in ("morning", "afternoon", "evening"):
        return Found(first, i, "time", Turn(SINGULAR["day"], 0, "told"), clock, cut=cut)
    if word == "midday":
        return Found(
            first,
            i,
            "time",
            Turn(SINGULAR["day"], 0, "told"),
            Clock(12, None, half=True)._replace(part="MI", hour=None),
        )
    return Found(first, i, "time", None, clock, cut=cut)


def _turned(block: Block, first: int, i: int, before: str, clock: Clock) -> Found | None:
    """this morning, late last night, the next morning, that same evening."""
    lower = block.lower
    anchored = lower[first - 1] in ("the", "that") or before in ("that", "following", "previous", "same")
    by = DAY_TO_COME[before]
    when = Turn(SINGULAR["day"], by, "told" if anchored else "issue")
    first -= anchored and lower[first - 1] in ("the", "that")
    first -= lower[first - 1] in PART_MODIFIERS
    return Found(first, i, "time", when, clock, cut=len(block.lower[i]) - len(bare(block.lower[i])))


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
    return _dress(block, at, i, Clock(_on_half(hour, MERIDIEMS[lower[i]]), minute, half=True))
