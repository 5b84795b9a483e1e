"""Tables as CSV: the first row names the columns; commas, semicolons and tabs are told apart by that row."""

import csv
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from copydesk.model import DataSource
from copydesk.sources import READABLE, Trouble, same, why

# A quoted cell may be long; the module's own limit would end the reading.
LONGEST_CELL = 10_000_000


def check(source: DataSource) -> None:
    head, _ = rows(source)
    wanted = [source.column, *(name for name, _ in source.where)]
    for name in wanted:
        if name not in head:
            raise Trouble(f"{Path(source.at).name} has no column '{name}'.", f"Its columns are: {', '.join(head)}.")


def cells(source: DataSource, asked: Mapping[str, str]) -> Iterator[str]:
    check(source)
    head, body = rows(source)
    at = {name: head.index(name) for name in [source.column, *asked]}
    for row in body:
        if all(same(_cell(row, at[name]), wanted) for name, wanted in asked.items()):
            yield _cell(row, at[source.column])


def rows(source: DataSource) -> tuple[list[str], list[list[str]]]:
    """The names of the columns, and the rows. A file is read again when it has changed."""
    try:
        state = Path(source.at).stat()
        return _read(source.at, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError, csv.Error) as error:
        raise Trouble(f"I can't read {source.at}: {why(error)}.", READABLE) from error


@lru_cache(16)
def _read(path: str, _changed: int, _size: int) -> tuple[list[str], list[list[str]]]:
    text = Path(path).read_bytes().decode("utf-8-sig")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    found = [row for row in csv.reader(text.splitlines(keepends=True), delimiter=delimiter) if any(row)]
    head = [name.strip() for name in found[0]] if found else []
    return head, found[1:]


def _cell(row: list[str], at: int) -> str:
    return row[at] if at < len(row) else ""
