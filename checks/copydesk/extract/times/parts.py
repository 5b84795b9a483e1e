"""Parts of day: "this morning", "in the evening", "late last night", "four in the morning", "every night"."""

from collections.abc import Mapping

from copydesk.extract.times.clock import dress, on_half
from copydesk.extract.times.reading import (
    Block,
    Clock,
    Fixed,
    Found,
    Turn,
    bare,
)
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


def part(block: Block, i: int) -> Found | None:
    """morning, afternoon, evening, night: "this morning", "in the evening", "late last night", "four in the morning"."""
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
        if (
            lower[first - 2] == "in"
            and (hour := SMALL.get(lower[first - 3])) is not None
            and code in ("MO", "AF", "EV")
        ):
            half = "p" if code != "MO" else "a"
            return dress(block, first - 3, i, Clock(on_half(hour, half), 0, half=True))
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
    if before == "at" and word == "night" and (hour := SMALL.get(lower[first - 2])) is not None and 6 <= hour <= 12:
        return dress(block, first - 2, i, Clock(hour % 12 + 12 if hour < 12 else 0, 0, half=True))
    if before in ("in", "during") and first == i and lower[i + 1] in ("trading", "trade", "session", "dealings"):
        return Found(i, i, "time", Turn(SINGULAR["day"], 0, "told"), clock)
    if clock.hour is not None and before != "at":
        return Found(first, i, "time", Turn(SINGULAR["day"], 0, "told"), clock, cut=cut)
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
