"""A strip as SVG: time runs downward, one row a time; contradictions have the colour of their level, a number and a bracket."""

from collections.abc import Iterator
from html import escape

from copydesk.chart._stops import Stop, Strip
from copydesk.model import Result

WIDTH, ROW, TOP, BOTTOM = 1160, 46, 76, 24
AXIS, WHEN, WORDS = 250, 232, 290
LINE_HEIGHT = 19
# Brackets stand side by side, this far apart, in the room between the axis and the words.
LANE, LANES = 6, 4
# Characters that fit on a line of the whole width, and on one beside the axis, in a wide face.
FIT, BESIDE = 138, 104
RANK = ("error", "warning", "unsure", "note", "")
STYLE = (
    ":root{--ink:#1d1c19;--soft:#5f5b52;--line:#b9b3a4;--error:#ad2118;--warning:#855300;--unsure:#1f5aa6;--note:#5b6068}"
    "@media(prefers-color-scheme:dark){:root{--ink:#e6e3db;--soft:#a5a196;--line:#5b584f;--error:#ff8f85;--warning:#ecb04a;"
    "--unsure:#8db9f5;--note:#a9afb8}}"
    "svg{--tone:var(--soft)}.error{--tone:var(--error)}.warning{--tone:var(--warning)}.unsure{--tone:var(--unsure)}.note{--tone:var(--note)}"
    "text{font:14px system-ui,sans-serif;fill:var(--ink)}.when{text-anchor:end}.dim{fill:var(--soft);font-size:12px}"
    ".said{font-family:Georgia,Cambria,serif;fill:var(--soft)}.words{font-weight:700;fill:var(--ink)}"
    ".toned{fill:var(--tone)}.mark{font:600 12px system-ui,sans-serif;fill:var(--tone)}"
    ".axis{stroke:var(--line);stroke-width:1.5}.dot{fill:var(--tone)}.tie{stroke:var(--tone);stroke-width:1.5;fill:none}"
)


def svg(story: Strip) -> Iterator[str]:
    """The whole picture of one article. Its texts stand in it as text, so that they can be searched and read aloud."""
    notes = [
        (_tone(clash), line) for n, clash in enumerate(story.clashes, 1) for line in _wrapped(f"[{n}] {clash.message}")
    ]
    bottom = TOP + ROW * len(story.stops)
    height = bottom + LINE_HEIGHT * len(notes) + BOTTOM
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">\n'
    yield f"<title>{escape(f'The times of {story.name}')}</title>\n<style>{STYLE}</style>\n"
    yield f'<text x="20" y="30" style="font-weight:700">{escape(story.name)} <tspan class="dim">{escape(story.dated)}</tspan></text>\n'
    if story.stops:
        yield f'<line class="axis" x1="{AXIS}" y1="{TOP}" x2="{AXIS}" y2="{bottom - ROW}"/>\n'
    yield from _ties(story)
    for i, stop in enumerate(story.stops):
        heading = bool(stop.section) and (not i or story.stops[i - 1].section != stop.section)
        yield from _row(stop, TOP + ROW * i, heading, [_tone(story.clashes[n - 1]) for n in stop.clashes])
    for i, (tone, line) in enumerate(notes):
        yield f'<text class="toned {tone}" x="20" y="{bottom + LINE_HEIGHT * i}">{escape(line)}</text>\n'
    yield "</svg>\n"


def _tone(clash: Result) -> str:
    return clash.level if clash.outcome == "fail" else "unsure"


def _row(stop: Stop, y: int, heading: bool, tones: list[str]) -> Iterator[str]:
    if heading:
        yield f'<text class="dim" x="{WORDS}" y="{y - 20}">{escape(stop.section)}</text>\n'
    elif stop.gap:
        yield f'<text class="dim" x="{WHEN}" y="{y - 18}" text-anchor="end">{escape(stop.gap)}</text>\n'
    tone = min(tones, key=RANK.index, default="")
    bad = f" toned {tone}" if tone else ""
    yield f'<text class="when{bad}" x="{WHEN}" y="{y + 5}">{escape(stop.when)}</text>\n'
    yield f'<circle class="dot {tone}" cx="{AXIS}" cy="{y}" r="{6 if tone else 4}"/>\n'
    marks = "".join(f'<tspan class="mark {tone}">[{n}]</tspan> ' for n, tone in zip(stop.clashes, tones, strict=True))
    before, after = _fitting(stop, BESIDE - 4 * len(tones))
    said = f'{escape(before)}<tspan class="words{bad}">{escape(stop.words)}</tspan>{escape(after)}'
    line = f'<tspan class="dim">{escape(stop.line)}</tspan> '
    yield f'<text x="{WORDS}" y="{y + 5}">{line}{marks}<tspan class="said">{said}</tspan></text>\n'


def _fitting(stop: Stop, room: int) -> tuple[str, str]:
    """The words before and after the time, as many of them as there is room for."""
    before, after, left = stop.before, stop.after, room - len(stop.words)
    if len(before) + len(after) > left:
        half = max(left // 2, 12)
        before, after = _last(before, max(half, left - len(after))), _first(after, max(half, left - len(before)))
    return before, after


def _last(words: str, most: int) -> str:
    return words if len(words) <= most else f"… {words[-most:].partition(' ')[2]}"


def _first(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0]} …"


def _ties(story: Strip) -> Iterator[str]:
    """A bracket beside the axis for each contradiction, with a foot at each of its stops; those that overlap stand side by side."""
    ends: list[int] = []
    for n, clash in enumerate(story.clashes, 1):
        rows = [TOP + ROW * i for i, stop in enumerate(story.stops) if n in stop.clashes]
        if len(rows) < 2:
            continue
        lane = next((i for i, end in enumerate(ends) if end < rows[0]), len(ends))
        ends[lane:] = [rows[-1], *ends[lane + 1 :]]
        x = AXIS + 12 + LANE * (lane % LANES)
        feet = "".join(f"M{AXIS + 6} {y}H{x}" for y in rows)
        yield f'<path class="tie {_tone(clash)}" d="{feet}M{x} {rows[0]}V{rows[-1]}"/>\n'


def _wrapped(words: str) -> list[str]:
    """The words in lines that fit."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + len(word) >= FIT:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return lines
