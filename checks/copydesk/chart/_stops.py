"""The times of a story in their order, each with its words, its line, and what it is part of that can't be true."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from copydesk.model import Checked, Fact, Look, Result, Unread
from copydesk.moments import DAY_OR_FINER, Moment
from copydesk.named import NamedTuple

TIMES = ("date", "time")
# How many characters of the story stand on either side of the words.
AROUND = 46
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
SIDES = {"<": "before ", "<=": "until ", ">": "after ", ">=": "since "}
NEEDS = ("fail", "unsure")
# Sections of a chart, in their order.
TOLD, NO_YEAR, NO_DAY = "", "in a year that is not told", "on a day that is not told"
NOWHERE = "on no calendar"


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
    spans = {f.span for f in item.facts if f.kind in TIMES}
    clashes = tuple(r for r in item.results if r.outcome in NEEDS and any(p.span in spans for p in r.places))
    accused = {place.span for result in clashes for place in result.places}
    times = [f for f in item.facts if f.kind in TIMES and (isinstance(f.value, Moment) or f.span in accused)]
    ordered = sorted(times, key=_rank)
    stops: list[Stop] = []
    for i, fact in enumerate(ordered):
        before = ordered[i - 1] if i and _section(ordered[i - 1]) == _section(fact) else None
        stops.append(_stop(fact, before, clashes))
    dated = f"published {item.document.date}" if item.document.date else "no date of publication"
    return Strip(item.document.id, dated, tuple(stops), clashes)


def _section(fact: Fact) -> str:
    if not isinstance(fact.value, Moment):
        return NOWHERE  # February 30
    if not fact.moment.day_known:
        return NO_DAY
    return TOLD if fact.moment.year_known else NO_YEAR


def _rank(fact: Fact) -> tuple[object, ...]:
    section = (TOLD, NO_YEAR, NO_DAY, NOWHERE).index(_section(fact))
    return (section, fact.moment.start, fact.moment.end, fact.span) if section < 3 else (section, fact.span)


def _stop(fact: Fact, before: Fact | None, clashes: tuple[Result, ...]) -> Stop:
    text, (start, end) = fact.document.text, fact.span
    left, right = _around(fact)
    place = fact.document.locate(start)
    mine = tuple(n for n, result in enumerate(clashes, 1) if any(p.span == fact.span for p in result.places))
    return Stop(
        fact,
        _section(fact),
        shown(fact.moment) if isinstance(fact.value, Moment) else fact.timex or "",
        _gap(before.moment, fact.moment) if before and isinstance(fact.value, Moment) else "",
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
    """A moment as an editor would write it: "Sat 31 May 2025 22:50", "May 2025", "2022", "about 22:50", "before 1914"."""
    return SIDES.get(moment.bound, "") + ("about " if moment.about else "") + _calendar(moment)


def _calendar(moment: Moment) -> str:
    start = moment.start
    year = f" {start.year}" if moment.year_known else ""
    clock = f"{start:%H:%M}" if moment.has_clock and moment.grain != "part" else ""
    part = PARTS.get(moment.timex.partition("T")[2], "") if moment.grain == "part" else ""
    day = f"{start.day} {MONTHS[start.month - 1]}{year}"
    if not moment.day_known:
        return clock or part or moment.timex
    if moment.has_clock or moment.grain == "day":
        weekday = f"{WEEKDAYS[start.weekday()]} " if moment.year_known else ""
        return " ".join(filter(None, (f"{weekday}{day}", clock or part)))
    if moment.grain == "season":
        return SEASONS[moment.timex[-2:]] + (f" {moment.timex[:4]}" if moment.year_known else "")
    named = {
        "month": f"{MONTHS[start.month - 1]}{year}",
        "week": f"week of {day}",
        "weekend": f"weekend of {day}",
        "quarter": f"{moment.timex[5:]}{year}",
        "half": f"{moment.timex[5:]}{year}",
        "decade": f"the {start.year}s",
        "century": f"the {start.year}s",
    }
    return named.get(moment.grain, f"{start.year}" if moment.year_known else moment.timex)


def _gap(before: Moment, after: Moment) -> str:
    """The time from one stop to the next, as coarse as the coarser of the two."""
    apart = after.start - before.start
    if apart <= timedelta(0):
        return ""
    grains = {before.grain, after.grain}
    months = (after.start.year - before.start.year) * 12 + after.start.month - before.start.month
    if not grains <= {*DAY_OR_FINER, "month"}:
        return _many(after.start.year - before.start.year, "year")
    if months >= 24:
        return _many(round(apart.days / 365.25), "year")
    if "month" in grains:
        return _many(months, "month")
    if not (before.has_clock and after.has_clock) or apart >= timedelta(days=2):
        return _many(apart.days, "day")
    hours, minutes = apart.days * 24 + apart.seconds // 3600, apart.seconds % 3600 // 60
    clock = " ".join(filter(None, (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "")))
    return f"{clock} later" if clock else ""


def _many(count: int, unit: str) -> str:
    """ "3 years later"; nothing for none."""
    return f"{count} {unit}{'s' * (count != 1)} later" if count > 0 else ""
