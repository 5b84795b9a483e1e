"""A strip as SVG: time runs downward, one row a time; contradictions are red and bracketed."""

from collections.abc import Iterator
from html import escape

from copydesk.chart._stops import Stop, Strip

WIDTH, ROW, TOP, BOTTOM = 1160, 46, 70, 24
AXIS, WHEN, WORDS = 250, 232, 276
LINE_HEIGHT = 18
# Characters that fit on a line of this width, by and large.
FIT = 140
STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#222}.when{text-anchor:end;font-weight:600}.dim{fill:#777;font-size:12px}"
    ".words{font-weight:700}.bad{fill:#b00020}.axis{stroke:#bbb;stroke-width:2}.dot{fill:#356}.no{fill:#b00020}"
    ".tie{stroke:#b00020;stroke-width:1.5;fill:none}h1{font-size:20px}"
)


def svg(story: Strip) -> Iterator[str]:
    """The whole picture of one article. Its texts stand in it as text, so that they can be searched and read aloud."""
    notes = [line for n, clash in enumerate(story.clashes, 1) for line in _wrapped(f"[{n}] {clash.message}")]
    bottom = TOP + ROW * len(story.stops)
    height = bottom + LINE_HEIGHT * len(notes) + BOTTOM
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">\n'
    yield f"<title>{escape(f'The times of {story.name}')}</title>\n<style>{STYLE}</style>\n"
    yield f'<text x="20" y="30" style="font-weight:700">{escape(story.name)} <tspan class="dim">{escape(story.dated)}</tspan></text>\n'
    if story.stops:
        yield f'<line class="axis" x1="{AXIS}" y1="{TOP - 16}" x2="{AXIS}" y2="{bottom - 20}"/>\n'
    for i, stop in enumerate(story.stops):
        yield from _row(
            stop, TOP + ROW * i, heading=bool(stop.section) and (not i or story.stops[i - 1].section != stop.section)
        )
    yield from _ties(story)
    for i, line in enumerate(notes):
        yield f'<text class="bad" x="20" y="{bottom + LINE_HEIGHT * i}">{escape(line)}</text>\n'
    yield "</svg>\n"


def _row(stop: Stop, y: int, heading: bool) -> Iterator[str]:
    if heading:
        yield f'<text class="dim" x="{WORDS}" y="{y - 20}">{escape(stop.section)}</text>\n'
    elif stop.gap:
        yield f'<text class="dim" x="{WHEN}" y="{y - 20}" text-anchor="end">{escape(stop.gap)}</text>\n'
    bad = " bad" if stop.clashes else ""
    yield f'<text class="when{bad}" x="{WHEN}" y="{y + 5}">{escape(stop.when)}</text>\n'
    yield f'<circle class="{"no" if stop.clashes else "dot"}" cx="{AXIS}" cy="{y}" r="6"/>\n'
    marks = "".join(f" [{n}]" for n in stop.clashes)
    words = (
        f'<tspan class="words{bad}">{escape(stop.words)}</tspan>{escape(stop.after)}<tspan class="bad">{marks}</tspan>'
    )
    yield f'<text x="{WORDS}" y="{y + 5}"><tspan class="dim">{escape(stop.line)}</tspan> {escape(stop.before)}{words}</text>\n'


def _ties(story: Strip) -> Iterator[str]:
    """A bracket beside the axis for each contradiction, from its first stop to its last."""
    for n in range(1, len(story.clashes) + 1):
        rows = [i for i, stop in enumerate(story.stops) if n in stop.clashes]
        if len(rows) > 1:
            x, first, last = AXIS + 9 + 4 * (n % 3), TOP + ROW * rows[0], TOP + ROW * rows[-1]
            yield f'<path class="tie" d="M{AXIS + 6} {first}H{x}V{last}H{AXIS + 6}"/>\n'


def _wrapped(words: str) -> list[str]:
    """The words in lines that fit."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= FIT:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines
