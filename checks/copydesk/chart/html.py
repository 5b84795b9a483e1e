"""A page with the picture of each article's times; it needs nothing from anywhere."""

from collections.abc import Iterable, Iterator
from html import escape

from copydesk.chart._drawing import svg
from copydesk.chart._stops import Chart, strip
from copydesk.model import Checked, Look, Unread

HEAD = (
    '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
    "<title>Timeline</title>\n<style>:root{color-scheme:light dark}body{margin:2em auto;padding:0 1em;max-width:1160px;"
    "font:16px system-ui,sans-serif}svg{max-width:100%;height:auto}</style>\n"
)


def draw(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    yield HEAD
    for item in items:
        if isinstance(item, Unread):
            yield f"<p>{escape(item.path)}: {escape(item.error)}</p>\n"
        else:
            yield from svg(strip(item))
    yield "</html>\n"


CHART = Chart(about="a page with the picture of each article", draw=draw)
