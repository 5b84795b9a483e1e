"""Parts of day: "this morning", "in the evening", "late last night", "four in the morning", "every night"."""

from collections.abc import Mapping

from copydesk.extract.times.clock import dress
from copydesk.extract.times.halves import on_half
from copydesk.extract.times.reading import (
    Block,
    Clock,
    Fixed,
    Found,
    Turn,
    bare,
)
from copydesk.extract.times.turns import ends_clause
from copydesk.lexicon.calendar import PARTS, SINGULAR, SMALL

PART_MODIFIERS = frozenset({"early", "late", "mid", "later", "earlier"})


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


SIDES: Mapping[str, int] = {"before": -1, "after": 1}
SPOKEN = frozenset({"past", "to"})
MAIN_PARTS = frozenset({"morning", "afternoon", "evening"})
# Behind "at", "by", "until" these are times of the day told.
AT = frozenset({"at", "by", "until", "till"})
AT_PARTS = frozenset("night dawn dusk sunset sunrise daybreak lunchtime nightfall midday twilight mid-day".split())


def part(block: Block, i: int) -> Found | None:
    """morning, afternoon, evening, night: "this morning", "in the evening", "late last night", "four in the
    morning"."""
    lower, word = block.lower, bare(block.lower[i])
    code, cut = PARTS[word], len(block.lower[i]) - len(word)
    if lower[i + 1] == "-" and block.joined(i) or lower[i - 1] == "-" and lower[i - 2] not in ("mid", "late", "early"):
        return None
    first = i - 1 if lower[i - 1] in PART_MODIFIERS else i - 2 if lower[i - 1] == "-" else i
    before = lower[first - 1]
    clock = Clock(part=code, half=True) if code != "MI" or word == "lunchtime" else Clock(12, 0, half=True)
    if before in ("every", "each"):
        return Found(first - 1, i, "set", Fixed(f"T{code}"))
    if before in DAY_TO_COME:
        return _turned(block, first - 1, i, before, clock)
    if before == "the":
        return _the_part(block, first, i, clock, cut)
    told = Turn(SINGULAR["day"], 0, "told")
    if word == "overnight":
        # "Overnight losses" are losses, "the overnight attack" is one.
        return Found(i, i, "time", told, clock) if lower[i + 1] and not lower[i + 1].endswith("s") else None
    if before == "at" and word == "night" and lower[first - 3] in SPOKEN:
        return Found(first - 1, i, "time", None, clock, cut=cut)
    if before == "at" and word == "night" and 6 <= (hour := SMALL.get(lower[first - 2], 0)) <= 12:
        return dress(block, first - 2, i, Clock(hour % 12 + 12 if hour < 12 else 0, 0, half=True))
    trading = before in ("in", "during") and first == i and lower[i + 1] in ("trading", "trade", "session", "dealings")
    noon = clock.hour is not None and before != "at"
    at = before in AT and word in AT_PARTS and (word != "night" or before == "at")
    if trading or noon or at or first < i and word in MAIN_PARTS:
        return Found(first, i, "time", told, clock, cut=0 if trading else cut)
    return Found(first, i, "time", None, clock, cut=cut)


def _the_part(block: Block, first: int, i: int, clock: Clock, cut: int) -> Found | None:
    """four in the morning, in the evening, the morning of May 31: `first` is the token behind the article."""
    lower, word = block.lower, bare(block.lower[i])
    hour = SMALL.get(lower[first - 3]) if lower[first - 2] == "in" else None
    if hour is not None and lower[first - 4] in SPOKEN:  # "half past two in the morning"
        return Found(first - 2, i, "time", None, clock, cut=cut)
    if hour is not None and clock.part in ("MO", "AF", "EV"):
        return dress(block, first - 3, i, Clock(on_half(hour, "a" if clock.part == "MO" else "p"), 0, half=True))
    if lower[i + 1] == "of":
        return Found(first - 1, i, "time", None, clock, cut=cut)
    if lower[i + 1] in SIDES and (word in MAIN_PARTS or word == "night"):
        if not ends_clause(lower[i + 2]):
            return None  # "the night before the battle"
        return Found(first - 1, i + 1, "time", Turn(SINGULAR["day"], SIDES[lower[i + 1]], "told"), clock)
    if (word in MAIN_PARTS or word == "night") and (lower[first - 2] in ("in", "during", "of") or lower[i + 1] == ","):
        return Found(first - 1, i, "time", Turn(SINGULAR["day"], 0, "told"), clock, cut=cut)
    return None


def _turned(block: Block, first: int, i: int, before: str, clock: Clock) -> Found | None:
    """this morning, late last night, the next morning, that same evening; at five the next morning."""
    lower = block.lower
    anchored = lower[first - 1] in ("the", "that") or before in ("that", "following", "previous", "same")
    when = Turn(SINGULAR["day"], DAY_TO_COME[before], "told" if anchored else "issue")
    first -= lower[first - 1] in ("the", "that")
    hour = SMALL.get(lower[first - 1], 0) if lower[first - 2] in ("at", "around", "about", "by") else 0
    early = clock.part == "NI" and hour < 5  # "at two last night" is past midnight
    if 0 < hour <= 12 and clock.part in ("MO", "AF", "EV", "NI") and not early:  # "at three that morning"
        clock = Clock(on_half(hour, "a" if clock.part == "MO" else "p"), 0, half=True)
        return Found(first - 1, i, "time", when, clock)
    first -= lower[first - 1] in PART_MODIFIERS
    return Found(first, i, "time", when, clock, cut=len(block.lower[i]) - len(bare(block.lower[i])))
