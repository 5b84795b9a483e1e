"""Where words stand on printed pages: a box a line, in points (1/72 inch) from the lower left corner of the page, as PDF counts."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from copydesk.named import NamedTuple


class Box(NamedTuple):
    """A part of one line."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class Row(NamedTuple):
    """A line of a page. `start` is where it stands in its field of the source, `edges` the left edges of its characters and the right
    edge of the last."""

    page: int
    start: int
    bottom: float
    top: float
    edges: tuple[float, ...]


def boxes(rows: Sequence[Row], start: int, end: int) -> Iterator[Box]:
    """Of a stretch of a field; its rows in the order of the text."""
    for row in rows[max(0, bisect_right(rows, start, key=lambda row: row.start) - 1) :]:
        if row.start >= end:
            break
        first, last = max(start - row.start, 0), min(end - row.start, len(row.edges) - 1)
        if first < last:
            edges = row.edges[first : last + 1]
            yield Box(row.page, min(edges), row.bottom, max(edges), row.top)
