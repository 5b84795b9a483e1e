"""The times of a story in their order, each with its words, its line, and what it is part of that can't be true."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from copydesk.model import Checked, Fact, Look, Result, Unread
from copydesk.moments import Moment

TIMES = ("date", "time")
# How many characters of the story stand on either side of the words.
AROUND = 46
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
NEEDS = ("fail", "unsure")
# Sections of a chart, in their order.
TOLD, NO_YEAR, NO_DAY = "", "in a year that is not told", "on a day that is not told"


class Stop(NamedTuple):
    """One time of a story.

    when     as understood: "Sat 31 May 2025 22:50"
    gap      how long after the stop before it: "4 h later"; empty for the first of its section
    clashes  which of the chart's contradictions it is part of, counted from 1
    """

    fact: Fact
    section: str
    when: str
    gap: str
    line: str
    before: str
    words: str
    after: str
    clashes: tuple[int, ...]


class Strip(NamedTuple):
    """One article: its stops in order, and the contradictions among them."""

    name: str
    dated: str
    stops: tuple[Stop, ...]
    clashes: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One form of chart. `draw` turns articles into pieces of text, as they come."""

    about: str
    draw: Callable[[Iterable[Checked | Unread], Look], Iterator[str]]


def strip(item: Checked) -> Strip:
    """The stops of an article. A contradiction is a result that needs an editor and stands on a time."""
    times = [f for f in item.facts if f.kind in TIMES and isinstance(f.value, Moment)]
    spans = {f.span for f in times}
    clashes = tuple(r for r in item.results if r.outcome in NEEDS and any(p.span in spans for p in r.places))
    ordered = sorted(times, key=lambda f: (_section_rank(f.moment), f.moment.start, f.moment.end, f.span))
    stops: list[Stop] = []
    for i, fact in enumerate(ordered):
        before = ordered[i - 1] if i and _section(ordered[i - 1].moment) == _section(fact.moment) else None
        stops.append(_stop(fact, before, clashes))
    dated = f"published {item.document.date}" if item.document.date else "no date of publication"
    return Strip(item.document.id, dated, tuple(stops), clashes)


def _section(moment: Moment) -> str:
    if not moment.day_known:
        return NO_DAY
    return TOLD if moment.year_known else NO_YEAR


def _section_rank(moment: Moment) -> int:
    return (TOLD, NO_YEAR, NO_DAY).index(_section(moment))


def _stop(fact: Fact, before: Fact | None, clashes: tuple[Result, ...]) -> Stop:
    text, (start, end) = fact.document.text, fact.span
    left, right = _around(fact)
    place = fact.document.locate(start)
    mine = tuple(n for n, result in enumerate(clashes, 1) if any(p.span == fact.span for p in result.places))
    return Stop(
        fact,
        _section(fact.moment),
        shown(fact.moment),
        _gap(before.moment, fact.moment) if before else "",
        "title" if place.field.endswith("title") else str(place.line),
        ("… " if left > fact.sentence.start else "") + _one_line(text[left:start]),
        _one_line(text[start:end]),
        _one_line(text[end:right]) + (" …" if right < fact.sentence.end else ""),
        mine,
    )


def _around(fact: Fact) -> tuple[int, int]:
    """Where the words around a time begin and end, in its sentence and between words."""
    text, (start, end), sentence = fact.document.text, fact.span, fact.sentence
    left, right = max(sentence.start, start - AROUND), min(sentence.end, end + AROUND)
    if left > sentence.start and (blank := text.find(" ", left, start)) >= 0:
        left = blank + 1
    if right < sentence.end and (blank := text.rfind(" ", end, right)) >= 0:
        right = blank
    return left, right


def _one_line(words: str) -> str:
    return "".join(" " if c.isspace() or not c.isprintable() else c for c in words)


def shown(moment: Moment) -> str:
    """A moment as an editor would write it: "Sat 31 May 2025 22:50", "May 2025", "2022", "about 22:50"."""
    start = moment.start
    hedge = "about " if moment.about else ""
    year = f" {start.year}" if moment.year_known else ""
    clock = f"{start:%H:%M}" if moment.has_clock and moment.grain != "part" else ""
    part = PARTS.get(moment.timex.partition("T")[2], "") if moment.grain == "part" else ""
    if not moment.day_known:
        return hedge + (clock or part or moment.timex)
    if moment.has_clock or moment.grain == "day":
        weekday = f"{WEEKDAYS[start.weekday()]} " if moment.year_known else ""
        return hedge + " ".join(filter(None, (f"{weekday}{start.day} {MONTHS[start.month - 1]}{year}", clock or part)))
    if moment.grain == "month":
        return f"{hedge}{MONTHS[start.month - 1]}{year}"
    return hedge + (f"{start.year}" if moment.grain == "year" else moment.timex)


def _gap(before: Moment, after: Moment) -> str:
    """The time from one stop to the next, as coarse as the coarser of the two."""
    apart = after.start - before.start
    if apart <= timedelta(0):
        return ""
    exact = before.has_clock and after.has_clock
    if not exact and apart < timedelta(days=1):
        return ""
    days, seconds = apart.days, apart.seconds
    if days >= 730:
        return f"{round(days / 365.25)} years later"
    if days >= 2 or not exact:
        return f"{days} day{'s' * (days != 1)} later"
    hours, minutes = days * 24 + seconds // 3600, seconds % 3600 // 60
    return " ".join(filter(None, (f"{hours} h" if hours else "", f"{minutes} min" if minutes else ""))) + " later"
