"""Which half of the day an hour is in: "p.m." behind it, or a part of day beside it."""

from collections.abc import Mapping

from copydesk.extract.times.reading import Block
from copydesk.lexicon.calendar import PARTS, WEEKDAYS

MERIDIEMS: Mapping[str, str] = {"am": "a", "a.m.": "a", "pm": "p", "p.m.": "p"}
MONEY_WORDS = frozenset(
    "£ pence penny shares share price prices priced pounds pound dividend litre cost costs costing tax fare fares stamp".split()
)
# Before a part of day: that of a day told of.
OTHER_DAYS = frozenset("this that yesterday tomorrow last next following same".split())
NOON = 12


def after_part(block: Block, i: int) -> bool:
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


def part_behind(block: Block, last: int) -> tuple[str, bool]:
    """The part of day that follows an hour, and whether it is that of a day told: "in the morning", "at night"; "last
    night", "on Friday evening", "the next morning"."""
    lower, at = block.lower, last + 1
    if lower[at] == "in" and lower[at + 1] == "the" and lower[at + 2] in ("morning", "afternoon", "evening"):
        return PARTS[lower[at + 2]], False
    if lower[at] == "at" and lower[at + 1] == "night":
        return "NI", False
    at += lower[at] == "on" or lower[at] == "the" and lower[at + 1] in OTHER_DAYS
    day = lower[at]
    told = day in OTHER_DAYS or len(day) > 5 and day in WEEKDAYS
    return (PARTS.get(lower[at + 1], ""), True) if told else ("", False)


def told_at(block: Block, i: int, hour: int) -> bool:
    """Is it the hour of "at 9 last night", "between 7 and 9 on Friday evening" rather than a score or a number?"""
    lower = block.lower
    if hour < 5 and "night" in lower[i + 1 : i + 4]:
        return False  # "two last night" is past midnight
    before = lower[i - 1]
    by = before == "by" and lower[i + 1] not in ("last", "on")  # "won by 6 last night"
    ranged = before == "and" and lower[i - 3] == "between"
    return by or ranged or before in ("at", "around", "about", "until", "since", "from")


def meridiem(block: Block, last: int) -> tuple[str, int]:
    """a or p, and its last token, if "a.m.", "pm", "p.m" … follows token `last`."""
    lower = block.lower
    if half := MERIDIEMS.get(lower[last + 1]):
        # "10 am" is a clock time, "3 AM stations" is too seldom to mind.
        return half, last + 1
    if lower[last + 1] in ("a", "p") and lower[last + 2] == "." and lower[last + 3] == "m" and block.joined(last + 1):
        return lower[last + 1], last + 3
    if lower[last + 1] in ("a", "p") and block.joined(last) and not block.joined(last + 1):
        if (
            lower[last + 1] == "p"
            and block.lower[last].isdecimal()
            and lower[last - 1] != ":"
            and _in_pence(block, last)
        ):
            return "", last
        return lower[last + 1], last + 1
    return "", last


def _in_pence(block: Block, i: int) -> bool:
    """ "Shares fell 3p to 925p", "it costs 45p": is it no hour, or money what the text is about?"""
    return int(block.lower[i]) > NOON or not MONEY_WORDS.isdisjoint(block.page.vocabulary)


def on_half(hour: int, half: str) -> int:
    if hour > 12:
        return hour
    return hour % 12 + (12 if half == "p" else 0)
