"""Markdown, for a ticket, a wiki or a comment; with `--inline` the story itself, what was found as footnotes."""

from collections.abc import Iterable, Iterator

from copydesk.model import Checked, Look, Report, Unread
from copydesk.report._footnotes import story
from copydesk.report._prose import entry, literal, name, shown


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    between = ""
    for item in items:
        piece = "".join(article(item, look))
        yield between + piece if piece else ""
        between = "\n" if piece else between


def article(item: Checked | Unread, look: Look) -> Iterator[str]:
    if isinstance(item, Unread):
        yield f"## {name(item)}\n\n- **error** {literal(item.error)}\n"
    elif look.inline:
        yield from story(item, look)
    elif found := shown(item, look):
        yield f"## {name(item)}\n\n"
        for result in found:
            yield from entry(result)


REPORT = Report("Markdown; with --inline the story with footnotes", results)
