"""Two times of a race and how far apart they are said to be: "won in 2:21:10, 40 seconds ahead of … in 2:21:50"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from copydesk.amounts import SECOND, Amount, Interval
from copydesk.late import late, pattern
from copydesk.lexicon.calendar import SMALL
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.story import Story
from copydesk.ties import slip

TIME = late(
    r"(?<![\w.:,])(?=\d|[a-z]+\s+(?:hours?|min))(?:(?P<hours>\d{1,2}|[a-z]+)\s+hours?,?\s+(?:and\s+)?)?(?:(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>\d\d(?:\.\d{1,3})?)"
    r"|(?P<minutes>\d{1,2}|[a-z]+)\s+min(?:ute)?s?,?\s+(?:and\s+)?(?P<seconds>\d{1,2}(?:\.\d{1,3})?)\s+sec(?:ond)?s?"
    r"|(?:(?<=in )|(?<=ran )|(?<=clocked )|(?<=time of ))(?P<plain>\d{1,2}\.\d{1,3}))(?!\s*[ap]\.?m\b|[\d:]|\.\d|\s+(?:GMT|[ECMP][SD]T)\b)",
    re.I,
)
# What makes a length the gap between two of them.
BEHIND = pattern(
    r"\s+(?:ahead|clear|behind|faster|quicker|slower|adrift|back|in\s+front|later|off|more|less|before|inside|outside)\b",
    words="before adrift ahead back behind clear faster front inside later less more off outside quicker slower",
)
BEFORE = pattern(
    r"\b(?:by|(?:margin|lead|advantage|gap)\s+of)\s+(?:just\s+|only\s+)?$", words="advantage by gap lead margin"
)
# "A personal best by 14 seconds".
BEST = pattern(r"\b(?:best|record|time)\s+by\s+$", words="best record time")
# A gap of another stage, race or standing than the times.
ELSEWHERE = pattern(
    r"\b(?:overall|standings|classification|leads|leader|halfway|lap|leg|(?:first|second|other)\s+(?:run|heat|race)|split|training|practice|qualify\w*|previous|earlier|last\s+(?:year|week|time)|than\s+(?:he|she|they|in|expected|planned))\b"
)
# Set in another race, or by somebody whose time isn't told.
ANOTHERS = pattern(r"\b(?:record|best|third|fourth|fifth|sixth)\b", words="record best third fourth fifth sixth")
SECONDS = ("sec", "minute")
HOUR, MINUTE, REACH = 3600, 60, 200


class Run(NamedTuple):
    """A time of a race, in seconds, and what one of its last digit is worth."""

    span: Span
    seconds: Decimal
    place: Decimal


class Gap(NamedTuple):
    """A gap as said, the two times, and how far apart these are."""

    said: Fact
    slower: Fact
    faster: Fact
    apart: Amount


def gaps(story: Story) -> Iterator[Gap]:
    """Gaps whose sentence, with the words before it, tells just two times of a race; or more, two of which are so far apart. Where
    two times told anywhere are so far apart, the gap is theirs."""
    for said in story.kinds("duration") if story.mentions(*SECONDS) else ():
        if not isinstance(said.value, Amount) or said.amount.bound != "=" or said.amount.low != said.amount.high:
            continue
        if not (BEHIND.match(story.after(said)) or BEFORE.search(story.before(said))) or BEST.search(
            story.before(said, 30)
        ):
            continue
        if ELSEWHERE.search(story.words(said.sentence)):
            continue
        start = max(story.text.rfind("\n", 0, said.sentence.start) + 1, said.sentence.start - REACH)
        every = [run for run in story.once(_told) if not _inside(run, said)]
        near = [run for run in every if start <= run.span.start < said.sentence.end]
        length = said.amount.low * said.amount.unit.factor
        if near and near[-1].span.start >= said.sentence.start:
            fitting = _so_far_apart(near, length)
            if fitting or (len(near) == 2 and not _so_far_apart(every, length)):
                yield _gap(story, said, *(fitting[0] if fitting else near))
        elif fitting := _so_far_apart(every, length):
            yield _gap(story, said, *fitting[0])
        else:
            pairs = combinations(every, 2)
            slipped = [pair for pair in pairs if slip(length, abs(pair[0].seconds - pair[1].seconds))]
            if len(slipped) == 1 and not ANOTHERS.search(story.words(said.sentence)):
                yield _gap(story, said, *slipped[0])


def _told(story: Story) -> list[Run]:
    """The times that may be of races."""
    return list(_runs(story.text, 0, len(story.text)))


def _so_far_apart(runs: list[Run], length: Decimal) -> list[tuple[Run, Run]]:
    return [(a, b) for a, b in combinations(runs, 2) if abs(abs(a.seconds - b.seconds) - length) <= _slack(a, b)]


def _runs(text: str, start: int, end: int) -> Iterator[Run]:
    for found in TIME.finditer(text, start, end):
        hours, minutes = (_count(found[a] or found[b] or "0") for a, b in (("hours", "h"), ("minutes", "m")))
        seconds = found["s"] or found["seconds"] or found["plain"]
        if hours is not None and minutes is not None:
            place = Decimal(1).scaleb(-len(seconds.partition(".")[2]))
            yield Run(Span(*found.span()), Decimal(seconds) + minutes * MINUTE + hours * HOUR, place)


def _count(number: str) -> int | None:
    return int(number) if number.isdecimal() else SMALL.get(number.lower())


def _inside(run: Run, said: Fact) -> bool:
    return run.span.start < said.span.end and said.span.start < run.span.end


def _slack(a: Run, b: Run) -> Decimal:
    """Times to the second may hide a second between them, but a gap is worked out from what is printed."""
    return max(a.place, b.place)


def _gap(story: Story, said: Fact, a: Run, b: Run) -> Gap:
    a, b = (a, b) if a.seconds >= b.seconds else (b, a)
    slower, faster = (_fact(story, said, run) for run in (a, b))
    seconds = a.seconds - b.seconds
    exact, wide = Interval(seconds, seconds), Interval(seconds, seconds).widened(_slack(a, b))
    if said.amount.unit.factor == MINUTE and seconds > MINUTE:  # "two minutes ahead", not two and a half
        exact = wide = exact.widened(Decimal(MINUTE) / 2)
    return Gap(said, slower, faster, Amount(seconds, seconds, "=", exact, wide, SECOND))


def _fact(story: Story, said: Fact, run: Run) -> Fact:
    exact = Interval(run.seconds, run.seconds)
    amount = Amount(run.seconds, run.seconds, "=", exact, exact, SECOND)
    return Fact("duration", run.span, story.document, amount, block=said.block, sentence=said.sentence)
