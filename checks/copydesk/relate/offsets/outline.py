"""The story with a sign in place of each figure: @ a time, # a length of time, & any other number. Plain statements, whose words themselves
say how their figures are tied, are patterns over it."""

import re
from collections.abc import Iterator

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.lengths import Length
from copydesk.relate.offsets.anchors import ONE_DAY
from copydesk.story import Story

TIMES, LENGTHS, NUMBERS = ("date", "time"), ("duration",), ("age", "number", "count", "ordinal")
GRAINS = ("minute", "hour", "day", "month", "year")
# "two hours later": a length, and a word that says from where it counts.
OFFSET = late(r"(.+)(\s(?:later|earlier|before|after|afterwards|beforehand|ago))", re.I)
HEDGED = late(r"\b(?:about|around|some|nearly|almost|over|than|roughly|least|under|up to|most)\s+$", re.I)
NO_SIGN = late(r"[^@#&\n]+")
HEDGE = late(rf"(?:{_lengths.HEDGES})\s")
BEHIND, AHEAD = 90, 120
EXACTLY = late(r"(?:exactly|precisely)\s", re.I)
# A round length leaves a twentieth open, if not more.
ROUND = late(r"\b(?:decades?|century|centuries|hundred)\b")
# Told by the day of publication, and so plain words to these patterns: "this year".
RELATIVE = late(r"(?:this|last|next|that|the|now|today|tonight|yesterday|tomorrow|a|same)\b[^\d]*", re.I)


class Outline(NamedTuple):
    """Its words, and which fact stands at which of its signs."""

    words: str
    places: dict[int, Fact]

    def find(self, *shapes: "re.Pattern[str]") -> Iterator[tuple["re.Match[str]", dict[str, Fact]]]:
        """Where these shapes fit, with the facts at the groups that are named by one letter."""
        for shape in shapes:
            for found in shape.finditer(self.words):
                named = ((name, self.places.get(found.start(name))) for name, sign in found.groupdict().items() if sign)
                yield found, {name: fact for name, fact in named if fact is not None and len(name) == 1}


def signs(story: Story) -> str:
    """The signs of the outline alone, a line for each paragraph: which shapes may fit, far cheaper than to look. Ask with `story.once`."""
    return NO_SIGN.sub("", story.once(outline).words)


def outline(story: Story) -> Outline:
    """That of all the text. Ask for it with `story.once`."""
    pieces: list[str] = []
    places: dict[int, Fact] = {}
    at = length = 0
    for fact in story.facts:
        sign = _sign(fact)
        if not sign or fact.span.start < at:
            continue
        before = _near(story.text[at : fact.span.start])
        places[length + len(before)] = fact
        pieces += before, sign
        length += len(before) + len(sign)
        at = fact.span.end
    return Outline("".join((*pieces, story.text[at:][:BEHIND])), places)


def _near(words: str) -> str:
    """What stands near the figures at either end of it: no shape spans more."""
    return words if len(words) <= BEHIND + AHEAD else f"{words[:BEHIND]}\n{words[-AHEAD:]}"


def _sign(fact: Fact) -> str:
    if fact.kind in TIMES:
        if not isinstance(fact.value, Moment) or RELATIVE.fullmatch(fact.text) and not OFFSET.fullmatch(fact.text):
            return ""
        offset = OFFSET.fullmatch(fact.text)
        return f"#{offset[2]}" if offset else "@" if fact.moment.grain in GRAINS else ""
    return "#" if fact.kind in LENGTHS else "&" if fact.kind in NUMBERS else ""


def length_of(story: Story, fact: Fact) -> Length | None:
    """The length that a fact tells without a hedge: "two hours", and that of "two hours later"."""
    words = fact.text.lower()
    if HEDGE.match(words) or isinstance(fact.value, Amount) and fact.amount.bound != "=":
        return None
    length = ONE_DAY if words.startswith("the day ") else _lengths.find(fact.text)
    if length is None and isinstance(fact.value, Amount):
        length = _lengths.read(f"{fact.amount.low} {fact.amount.unit.name}s")  # "one hundred years"
    if length is None or length.hedged or HEDGED.search(story.before(fact, 16)):
        return None
    if EXACTLY.match(fact.text):
        return length._replace(slack=0)
    return length._replace(slack=max(length.slack, length.seconds // 20)) if ROUND.search(words) else length
