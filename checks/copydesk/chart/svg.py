"""A picture of one article's times, to stand in a page or a document."""

from collections.abc import Iterable, Iterator

from copydesk.chart._drawing import svg
from copydesk.chart._stops import Chart, strip
from copydesk.errors import UsageError
from copydesk.model import Checked, Look, Unread


def draw(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    """Raises UsageError for more than one article: a picture file holds one picture."""
    for i, item in enumerate(items):
        if isinstance(item, Unread):
            raise UsageError(f"{item.path}: {item.error}")
        if i:
            raise UsageError("An SVG file holds one article. Name one, or take --format html.")
        yield from svg(strip(item))


CHART = Chart(about="a picture of one article", draw=draw)
