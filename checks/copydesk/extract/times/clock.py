"""Times of day: "10:50 p.m.", "0835 GMT", "noon", "half past six", "four in the morning", "this evening", "last
night"."""

from copydesk.extract.times.days import ORDINAL_ENDINGS
from copydesk.extract.times.halves import MONEY_WORDS, after_part, meridiem, on_half, part_behind, told_at
from copydesk.extract.times.hedges import SUGGESTING
from copydesk.extract.times.reading import Block, Clock, Found
from copydesk.extract.times.turns import ends_clause
from copydesk.lexicon.calendar import LONG_ZONES, MONTHS, US_ZONES, ZONES

BEFORE_CLOCK = frozenset(
    "at by around about until till from before after since to between approximately @ roughly circa towards toward"
    " and or".split()
)
ABOUT = frozenset("about around approximately roughly circa nearly almost".split())
# "Shortly before noon": the time is not noon itself, but near it.
NEARLY = frozenset({"shortly", "just", "soon", "moments", "right", "little", "bit"})
BESIDE = frozenset({"before", "after", "past"})
# "A ratio of boys to girls of 12:10": words that make a proportion of figures up to so many tokens on.
PROPORTIONS, PROPORTION_REACH = frozenset({"odds", "ratio", "ratios", "score", "scores", "scale", "proportion"}), 7
LATEST_HOUR = 29
DASHES = frozenset({"-", "–"})
# "At about 7.15", "June 22nd around 7.15".
BEFORE_ABOUT = frozenset({"at", "by"}) | ORDINAL_ENDINGS
TRAINS = frozenset("train bus coach ferry flight sailing express tram service".split())
RANGING = frozenset({"from", "between"})
UTC = frozenset({"gmt", "utc", "z"})
# "At noon Eastern, ...": the coast alone, and not the Central bank.
BEHIND_COAST = frozenset({"", ".", ",", ";", ")", "(", "on", "and", "or", "today", "tonight"})
ZONE_WORDS = 4
# What stood "at 1.27 that evening".
PRICED = MONEY_WORDS | frozenset("euro dollar yen franc index rate odds yield oil gold".split())
ZONE_NAMES = {"eastern": "et", "central": "ct", "mountain": "mt", "pacific": "pt"}


def digits(block: Block, i: int) -> Found | None:
    """A clock time that begins with the digits at token i: 10:50 p.m., 10.50pm, 10 p.m., 1800 hours, 0835 GMT,
    14h30."""
    lower = block.lower
    shape = _shape(block, i)
    if shape is None:
        return None
    hour_text, minute, second, last = shape
    if len(hour_text) > 2:
        return _run_together(block, i, hour_text) if minute is None else None
    hour, dot = int(hour_text), "." in lower[i]
    half, end = meridiem(block, last)
    if half:
        return dress(block, i, end, Clock(on_half(hour, half), minute, second, half=True))
    if lower[last + 1] in ("o'clock", "o’clock"):
        return dress(block, i, last + 1, Clock(hour, minute or 0))
    if minute is None and lower[last + 1] == "h" and hour < 25 and _zone(block, last + 1)[0] > last + 1:
        return dress(block, i, last + 1, Clock(hour, half=True, day_long=True))
    if minute is None:
        part, told = part_behind(block, last)
        if part and (not told or told_at(block, i, hour)) or hour and hour <= 12 and after_part(block, i):
            return dress(block, i, i, Clock(hour, half=_plain(hour_text)))
        return _range_start(block, i, hour, None, last)
    if ranged := _range_start(block, i, hour, minute, last):
        return ranged
    if lower[last] in ("h", "hr") or lower[last - 1] in ("h", "hr"):
        return dress(block, i, last, Clock(hour, minute, half=True, day_long=True))
    zoned = _zone(block, last, not dot or _introduced(block, i))[0] > last
    sure = zoned or dot and hour < 25 and minute < 60 and (_departs(block, i) or _is_of_day(block, i, last))
    if dot and not sure and not (_introduced(block, i, narrow=True) and _dotted_clock(block, i, hour, minute)):
        return None
    if not sure and not _plausible(block, i, last, hour_text):
        return None
    if lower[last + 1] in ("hrs", "hr", "hours", "h"):
        return dress(block, i, last + 1, Clock(hour, minute, second, half=True, day_long=True))
    return dress(block, i, last, Clock(hour, minute, second, half=_plain(hour_text), day_long=_plain(hour_text)))


def _plain(hour: str) -> bool:
    """Is it an hour of the clock of 24, so that nobody asks whether a.m. or p.m.?"""
    return int(hour) > 12 or len(hour) == 2 and hour[0] == "0"


def _shape(block: Block, i: int) -> tuple[str, int | None, int | None, int] | None:
    """Hour as written, minute, second and last token of digits that may be a clock time."""
    lower = block.lower
    hour, dot, minute = lower[i].partition(".")
    if not (hour.isdecimal() and hour.isascii()) or dot and not (len(minute) == 2 and _two_digits(minute)):
        return None
    if dot:
        return hour, int(minute), None, i
    if len(hour) > 2 or not (_two_digits(lower[i + 2]) and block.joined(i) and block.joined(i + 1)):
        return hour, None, None, i
    if block.word(i + 1) == "H" and hour in ("1", "2"):
        return None  # 1H25: the first half of 2025
    if lower[i + 1] in ("h", "hr"):
        return (hour, int(lower[i + 2][:2]), None, i + 2) if int(hour) < 25 else None
    if lower[i + 1] != ":":
        return hour, None, None, i
    if not lower[i + 2].isdecimal():
        return None
    if lower[i + 3] == ":" and _two_digits(lower[i + 4]) and block.joined(i + 2):
        return hour, int(lower[i + 2]), int(lower[i + 4][:2]), i + 4
    return hour, int(lower[i + 2]), None, i + 2


def _run_together(block: Block, i: int, text: str) -> Found | None:
    """330 p.m., 1800 hours, 0835 GMT."""
    half, end = meridiem(block, i)
    if half and len(text) < 5 and int(text[:-2]) <= 12 and int(text[-2:]) < 60:
        return dress(block, i, end, Clock(on_half(int(text[:-2]), half), int(text[-2:]), half=True))
    return _military(block, i, text)


def _dotted_clock(block: Block, i: int, hour: int, minute: int | None) -> bool:
    """Is the 7.15 of "at 7.15" a clock time rather than a price or a rate?"""
    follows = block.lower[i + 1]
    return (
        hour < 25
        and (minute or 0) < 60
        and (
            not follows[:1].isalnum()
            and follows not in ("%", "$")
            or follows in ("on", "and", "to", "local", "when", "until", "today", "instead", "rather")
        )
    )


def _departs(block: Block, i: int) -> bool:
    """Is it the 8.04 of "the 8.04 train" or "the 8.04 to Crewe", or the 8.45 of "at 9.15 instead of 8.45"?"""
    lower = block.lower
    if lower[i - 1] == "the" and (lower[i + 1] in TRAINS or lower[i + 1] == "to" and block.word(i + 2)[:1].isupper()):
        return True
    instead = lower[i - 2 : i] in (["instead", "of"], ["rather", "than"])
    return instead and i > 3 and _introduced(block, i - 3, narrow=True)


def _is_of_day(block: Block, i: int, last: int) -> bool:
    """Is it the 6.20 of "at 6.20 the next morning", the 9.30 of "between 6.30 and 9.30 in the morning"?"""
    if not part_behind(block, last)[0]:
        return False
    ranged = block.lower[i - 3] in ("between", "from") and block.lower[i - 1] in ("and", "to", "until")
    return (
        ranged
        and ends_clause(block.lower[last + 4])
        or _introduced(block, i, narrow=True)
        and PRICED.isdisjoint(block.lower[max(0, i - 8) : i])
    )


def _range_start(block: Block, i: int, hour: int, minute: int | None, last: int) -> Found | None:
    """The 9 of "9 to 11 a.m.", the 3 of "3-8pm", the 9:30 of "9:30-11:45 a.m.": on the half of day of the end that has
    it."""
    lower = block.lower
    link, second = lower[last + 1], lower[last + 2].partition(".")[0]
    if link not in ("to", "-", "–", "and", "until", "till", "or") or not second.isdecimal() or not 1 <= hour <= 12:
        return None
    before = lower[i - 1]
    if before in ("of", "$", "/", ":", "-", ".") or link in ("and", "or") and before not in ("between", "at"):
        return None
    end = last + 2 + 2 * (lower[last + 3] == ":" and lower[last + 4].isdecimal())
    half = meridiem(block, end)[0]
    if not half and int(second) <= 12:
        part, told = part_behind(block, end)
        sure = not told and before in RANGING or told_at(block, last + 2, int(second))
        half = ("p" if part in ("AF", "EV", "NI") else "a") if part and sure else ""
    if not half or not int(second) <= 12:
        return None
    start, stop = on_half(hour, half), on_half(int(second) % 13, half)
    return Found(i, last, "time", None, Clock(start if start < stop else (start + 12) % 24, minute, half=True))


def _two_digits(word: str) -> bool:
    return len(word) >= 2 and word[:2].isdecimal() and word.isascii() and (len(word) == 2 or word[2] == ".")


def _plausible(block: Block, i: int, last: int, hour: str) -> bool:
    """Is a bare "10:15" a clock time rather than odds, a score, a race time or a verse?"""
    lower = block.lower
    if (
        block.joined(last)
        and (lower[last + 1] in (":", "/") or lower[last + 1] == "-" and lower[last + 3] != ":")
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
    if not PROPORTIONS.isdisjoint(lower[max(0, i - PROPORTION_REACH) : i]):
        return False
    # "25:10" is no time that anybody has, but "the vote was 51:49" is none at all.
    if int(hour) > LATEST_HOUR or int(hour) > 24 and not _introduced(block, i):
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
        before in ("at", "@") or (before in ABOUT and block.lower[i - 2] in BEFORE_ABOUT)
        if narrow
        else before in BEFORE_CLOCK
    )


def _military(block: Block, i: int, text: str) -> Found | None:
    """0835 GMT, 1800 hours, 0600."""
    lower = block.lower
    # Minutes that no clock has are read before a zone: they are what a checker looks for.
    if len(text) != 4 or int(text[:2]) > 24 or int(text[2:]) > 59 and lower[i + 1] not in UTC:
        return None
    clock = Clock(int(text[:2]), int(text[2:]), half=True, day_long=True)
    if timetabled(block, i - 2 if lower[i - 1] in DASHES else i):
        return dress(block, i, i, clock)
    if lower[i + 1] in ("hours", "hrs", "hr") and lower[i - 1] not in ("$", "£"):
        return (
            dress(block, i, i + 1, clock)
            if text[0] in "012" and (text[0] == "0" or lower[i - 1] in BEFORE_CLOCK)
            else None
        )
    to = i + 2 if lower[i + 1] in ("to", "-", "–", "and", "until") else i
    ranged = to > i and len(lower[to]) == 4 and lower[to].isdecimal() and lower[i - 1] in ("from", "between")
    zone_end = _zone(block, to if ranged else i)[0]
    if zone_end > (to if ranged else i) or ranged and lower[to + 1] in ("hours", "hrs"):
        return dress(block, i, i, clock)
    return (
        dress(block, i, i, clock) if text[0] == "0" and lower[i - 1] in ("at", "by", "until", "from", "for") else None
    )


def timetabled(block: Block, i: int) -> bool:
    """Is it the 0905 of "8 January 0905-1340": two times of day behind a day, one of which is no likely year?"""
    lower = block.lower
    day = lower[i - 2] if lower[i - 1] in MONTHS else lower[i - 1]
    if lower[i + 1] not in DASHES or not day.isdecimal() or len(day) == 3:
        return False
    pair = lower[i], lower[i + 2]
    hours = all(len(x) == 4 and x.isdecimal() and x < "2400" and x[2:] < "60" for x in pair)
    return hours and not all("1500" <= x < "2160" for x in pair)


def _zone(block: Block, last: int, near_clock: bool = True) -> tuple[int, str, float | None]:
    """The last token of a zone after token `last` (the same token where there is none), its name and hours from UTC."""
    lower, at = block.lower, last + 1
    if lower[at] == "," and lower[at + 2] == "time":  # "noon, Eastern time"
        end, name, hours = _zone(block, at, near_clock)
        return (end, name, hours) if end > at else (last, "", None)
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
    elif near_clock and name in ZONE_NAMES and block.word(at)[0].isupper() and lower[at + 1] in BEHIND_COAST:
        end = at
    elif near_clock and (found := _named_zone(block, at)) is not None:
        return found[0] + bracket, *found[1:]
    if end == last or bracket and lower[end + 1] != ")":
        return last, "", None
    return end + bracket, ZONE_NAMES.get(name, name), hours


def _named_zone(block: Block, at: int) -> tuple[int, str, float | None] | None:
    """Moscow time, New York time, Central European Summer Time: up to four capitals and the *time* behind them; token
    `at` is the first."""
    end = at
    while block.word(end)[:1].isupper() and block.lower[end] != "time" and end < at + ZONE_WORDS:
        end += 1
    if end == at or block.lower[end] != "time":
        return None
    name = " ".join(block.lower[at:end])
    return end, name, LONG_ZONES.get(name)


def dress(block: Block, first: int, last: int, clock: Clock) -> Found:
    """The clock time with its zone, its hedge, and the part of day said beside it."""
    end, name, hours = _zone(block, last)
    lower = block.lower
    if lower[end + 1] == "sharp":
        end += 1
    about = lower[first - 1] in ABOUT and (lower[first - 2], lower[first - 1]) not in SUGGESTING
    first -= about
    if not about and lower[first - 1] in BESIDE and first > 1 and lower[first - 2] in NEARLY:
        about, first = True, first - 2 - (lower[first - 3] == "a")
    return Found(first, end, "time", None, clock._replace(zone=hours, zone_name=name), about)
