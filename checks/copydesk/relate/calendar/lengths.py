"""Lengths of time in words, and how exactly they are meant: shared by the relations of the calendar and the clock."""

import re
from decimal import Decimal

from copydesk.amounts import Amount, Interval, Unit
from copydesk.late import late
from copydesk.lexicon.calendar import SMALL, TENS
from copydesk.named import NamedTuple

MINUTE = Unit("minute", (("time", 1),), Decimal(60))
HOUR = Unit("hour", (("time", 1),), Decimal(3600))
DAYS = Unit("day", (("time", 1),), Decimal(86400))
# The longest first; in one order in every run, or no run finds the expression that an earlier one has kept.
WORDS = "|".join(sorted({*SMALL, *TENS}, key=lambda word: (-len(word), word)))
ONES = "|".join(word for word, value in SMALL.items() if value < 10)
HUNDREDS = rf"(?:a|one|two|three|four|five)\s+hundred(?:\s+and\s+(?:{WORDS})(?:-(?:{ONES}))?)?(?=[\s-])"
HEDGES = r"about|around|roughly|some|nearly|almost|approximately|more than|over|less than|under|at least|up to|just over|just under|barely"
AND = late(r"\s*(?:,|and\b)?\s*")
HALF = late(
    r"(?:(?:half an?|a half|half-)[\s-]*|(?P<quarters>a|three)[\s-]+quarters?(?:\s+of\s+an?\s+|[\s-]+(?=century)))(?P<unit>hour|day|year|decade|century)\b",
    re.I,
    words="half quarter",
)
# "Two and a quarter hours", "an hour and three quarters".
PART = r"and[\s-]+(?:a[\s-]+half|a[\s-]+quarter|three[\s-]+quarters?)"
LENGTH = late(
    rf"(?:(?P<hedge>{HEDGES})\s+)?(?:(?:only|just|exactly|precisely|a mere|the)\s+)*"
    rf"(?<!hundred and )(?<!hundred )(?<!thousand )(?P<number>\d{{1,4}}|{HUNDREDS}|an?|the(?=\s+[a-z]+\s+{PART}\b)|(?:{WORDS})(?:-(?:{ONES}))?)(?P<half>[\s-]+{PART}|½)?[\s-]+(?:full\s+|whole\s+|more\s+|straight\s+|consecutive\s+|successive\s+|solid\s+)?"
    rf"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade|century|centurie)s?\b(?P<late_half>\s+{PART})?",
    re.I,
    words="minute hour day night week month year decade centur",
)
# Seconds in one of a unit, and how far a figure in it may be off by rounding: half a unit, but days and minutes are counted.
UNITS = {
    "minute": (60, 60), "hour": (3600, 2700), "day": (86400, 0), "night": (86400, 0), "week": (7 * 86400, 3 * 86400),
    "fortnight": (14 * 86400, 3 * 86400), "month": (2629746, 16 * 86400), "year": (31556952, 200 * 86400),
}  # fmt: skip
HALF_HOUR_SLACK, HALF_ONE = 900, Decimal("0.5")
IN_YEARS = {"decade": ("year", 10), "century": ("year", 100), "centurie": ("year", 100)}


class Length(NamedTuple):
    """So long, in seconds, give or take `slack`; `number` of `unit` as written; `hedged` where the words leave it open."""

    seconds: int
    slack: int
    number: Decimal
    unit: str
    hedged: bool

    def allows(self, seconds: float) -> bool:
        return self.hedged or abs(seconds - self.seconds) <= self.slack

    def amount(self) -> Amount:
        """The length with what its unit leaves open, in the unit that it is best told in."""
        unit = MINUTE if self.unit == "minute" else HOUR if self.unit == "hour" else DAYS
        return told(self.seconds - self.slack, self.seconds + self.slack, unit, self.seconds)


def read(words: str) -> Length | None:
    """The length that these words begin with."""
    found = LENGTH.match(words)
    return _half(words) or (_length(found) if found else None)


def find(words: str) -> Length | None:
    """The first length in these words, its parts added ("four hours and 35 minutes")."""
    if words.lower().endswith("-long") and not words[0].isdecimal():
        return read(f"a {words[:-5]}")  # "the month-long strike"
    found = LENGTH.search(words)
    half, first = _half(words), _length(found) if found else None
    if half or found is None or first is None:
        return half
    gap = AND.match(words, found.end())
    more = LENGTH.match(words, gap.end()) if gap else None
    rest = _length(more) if more else None
    if rest is None or UNITS[rest.unit][0] >= UNITS[first.unit][0]:
        return first
    return rest._replace(seconds=first.seconds + rest.seconds, hedged=first.hedged)


def _half(words: str) -> Length | None:
    found = HALF.match(words)
    if found is None:
        return None
    unit, times = IN_YEARS.get(found["unit"].lower(), (found["unit"].lower(), 1))
    part = _part(found["quarters"] or "half")
    seconds = int(UNITS[unit][0] * times * part)
    return Length(seconds, seconds // 6, times * part, unit, False)


def _part(words: str) -> Decimal:
    """Of "and a half", "and three quarters", "½"."""
    words = words.lower()
    return Decimal("0.75") if "three" in words else Decimal("0.25") if "quarter" in words or words == "a" else HALF_ONE


def _length(found: re.Match[str]) -> Length | None:
    number, unit = found["number"].lower(), found["unit"].lower()
    unit, times = IN_YEARS.get(unit, (unit, 1))
    count = Decimal(_count(number) * times)
    half = found["half"] or found["late_half"]
    size, slack = UNITS[unit]
    if half:
        part = _part(half)
        count += times * part
        slack = HALF_HOUR_SLACK if unit == "hour" else slack // 2 or size // 2
        slack = slack if part == HALF_ONE else slack // 2
    return Length(int(count * size), slack, count, unit, bool(found["hedge"]))


def _count(number: str) -> int:
    if number.isdecimal():
        return int(number)
    if number in ("a", "an", "the"):
        return 1
    if "hundred" in number:
        hundreds, _, rest = number.partition("hundred")
        return 100 * _count(hundreds.strip()) + _count(rest.strip().removeprefix("and").strip())
    return sum(SMALL.get(word, 0) + TENS.get(word, 0) for word in number.split("-"))


def told(low: float, high: float, unit: Unit, said: float | None = None) -> Amount:
    """A computed length from `low` to `high` seconds, in a unit."""
    ends = [Decimal(int(end)) / unit.factor for end in (low, high)]
    middle = ends[0] if said is None else Decimal(int(said)) / unit.factor
    reach = Interval(ends[0], ends[1])
    return Amount(middle, middle, "=", reach, reach, unit)
