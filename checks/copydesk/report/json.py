"""JSON: one object for the whole run, written article by article, so that a long run is never held in memory."""

from collections.abc import Callable, Iterable, Iterator

from copydesk import __version__
from copydesk.model import Checked, Look, Report, Unread
from copydesk.report._records import COUNTED, checked_record, encode, facts_record
from copydesk.typed import Any


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    summary = {"articles": 0, "unread": 0} | dict.fromkeys(COUNTED, 0)

    def record(item: Checked | Unread) -> dict[str, Any]:
        found = checked_record(item, look.every)
        summary["unread" if isinstance(item, Unread) else "articles"] += 1
        for outcome, count in found.get("summary", {}).items():
            summary[outcome] += count
        return found

    yield from whole(items, record, summary)


def facts(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    summary = {"articles": 0, "unread": 0, "facts": 0}

    def record(item: Checked | Unread) -> dict[str, Any]:
        found = facts_record(item)
        summary["unread" if isinstance(item, Unread) else "articles"] += 1
        summary["facts"] += len(found.get("facts", ()))
        return found

    yield from whole(items, record, summary)


def whole(
    items: Iterable[Checked | Unread], record: Callable[[Checked | Unread], dict[str, Any]], summary: dict[str, int]
) -> Iterator[str]:
    """One article a line inside one object, whose summary is known at its end."""
    yield f'{{"copydesk": {encode(__version__)}, "articles": ['
    for i, item in enumerate(items):
        yield (",\n" if i else "\n") + encode(record(item))
    yield f'\n], "summary": {encode(summary)}}}\n'


REPORT = Report("one JSON object for the whole run", results, facts)
