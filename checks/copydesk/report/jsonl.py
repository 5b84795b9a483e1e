"""JSON Lines: one line an article, in input order, as each is done; the form that other programs build on."""

from collections.abc import Iterable, Iterator

from copydesk.model import Checked, Look, Report, Unread
from copydesk.report._records import checked_record, encode, facts_record


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    for item in items:
        yield encode(checked_record(item, look.every)) + "\n"


def facts(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    for item in items:
        yield encode(facts_record(item)) + "\n"


REPORT = Report("one JSON object a line, one line an article, as each is done", results, facts)
