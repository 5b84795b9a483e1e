"""CSV for a spreadsheet: a row a finding, or a row a fact."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from copydesk.model import Checked, Look, Report, Unread
from copydesk.report._records import fact_record
from copydesk.report._remarks import UNREAD, at_level, remarks

RESULT = ("article", "line", "column", "outcome", "rule", "message", "statements", "understood", "fingerprint", "path")
FACT = (
    "article", "field", "line", "column", "kind", "text", "low", "high", "bound", "unit", "of", "role", "timex", "speaker", "block", "quoted", "path",
)  # fmt: skip
BOUNDS = {"=": "exactly", "~": "about", ">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}
# Spreadsheets take a cell that begins with one of these for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    yield from table(RESULT, items, lambda item: rows(item, look))


def facts(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    yield from table(FACT, items, fact_rows)


def table(
    heads: Sequence[str],
    items: Iterable[Checked | Unread],
    rows_of: Callable[[Checked | Unread], Iterator[Sequence[object]]],
) -> Iterator[str]:
    yield lines([heads])
    for item in items:
        yield lines(rows_of(item))


def lines(rows: Iterable[Sequence[object]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([cell(one) for one in row] for row in rows)
    return written.getvalue()


def cell(value: object) -> object:
    """Words that a spreadsheet would take for a formula get an apostrophe before them, as it writes such words itself."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else "" if value is None else value


def rows(item: Checked | Unread, look: Look) -> Iterator[Sequence[object]]:
    one = item if isinstance(item, Unread) else item.document
    for remark in remarks(item, look):
        at = remark.spots[0].region
        outcome = at_level(remark.result) if remark.result else "error"
        words = " | ".join(" ".join(one.words.split()) for one in remark.spots)
        understood = " | ".join(one.understood for one in remark.spots)
        found = (outcome, remark.rule, remark.message, words, understood, remark.fingerprint)
        yield one.id, at.line, at.column, *found, one.path


def fact_rows(item: Checked | Unread) -> Iterator[Sequence[object]]:
    if isinstance(item, Unread):
        yield item.id, "", item.line, 1, UNREAD, item.error, *[""] * (len(FACT) - 7), item.path
        return
    for fact in item.facts:
        found = fact.document.locate(fact.span.start)
        where = {"article": item.document.id, "line": found.line, "column": found.column, "path": item.document.path}
        record = fact_record(fact) | where
        record["bound"] = BOUNDS.get(record["bound"], record["bound"])
        yield tuple(record[name] for name in FACT)


REPORT = Report("CSV for a spreadsheet", results, facts)
