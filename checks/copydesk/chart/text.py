"""For a terminal: one line a time, in order, with what lies between; contradictions are numbered and told below."""

from collections.abc import Iterable, Iterator

from copydesk.chart._stops import Chart, Strip, strip
from copydesk.model import Checked, Look, Unread

RED, BOLD, DIM, PLAIN = "\x1b[31;1m", "\x1b[1m", "\x1b[2m", "\x1b[0m"


def draw(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    for i, item in enumerate(items):
        if i:
            yield "\n"
        if isinstance(item, Unread):
            yield f"{item.path}: error {item.error}\n"
        else:
            yield from lines(strip(item), look.colour)


def lines(story: Strip, colour: bool) -> Iterator[str]:
    yield f"{_paint(story.name, BOLD, colour)} ({story.dated})\n"
    if not story.stops:
        yield "      | no times\n"
    width = max((len(stop.when) for stop in story.stops), default=0)
    section = ""
    for stop in story.stops:
        if stop.section != section:
            section = stop.section
            yield f"      | {section}:\n"
        if stop.gap:
            yield _paint(f"      | {' ' * width}    ↓ {stop.gap}", DIM, colour) + "\n"
        marks = "".join(f" [{n}]" for n in stop.clashes)
        sign = "✗" if stop.clashes else "•"
        words = f"{stop.before}{_paint(stop.words, BOLD, colour)}{stop.after}"
        row = f"{stop.line:>5} | {stop.when:<{width}}  {_paint(sign, RED, colour and bool(stop.clashes))} "
        yield f"{row}{words}{_paint(marks, RED, colour)}\n"
    for n, clash in enumerate(story.clashes, 1):
        level = clash.level if clash.outcome == "fail" else clash.outcome
        yield f"{_paint(f'  [{n}]', RED, colour)} {level} [{clash.rule.rpartition('/')[2]}] {clash.message}\n"


def _paint(words: str, how: str, colour: bool) -> str:
    return f"{how}{words}{PLAIN}" if colour and words else words


CHART = Chart(about="one line a time, for a terminal", draw=draw)
