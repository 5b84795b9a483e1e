"""Parquet, read by DuckDB (pip install 'copydesk[parquet]'). Values are bound; only the names of columns stand in the statement, and
only those that the file has."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from copydesk.model import DataSource
from copydesk.sources import READABLE, Trouble, same, why
from copydesk.typed import Any


def cells(source: DataSource, asked: Mapping[str, str]) -> Iterator[str]:
    try:
        import duckdb
    except ImportError as error:
        raise Trouble("Parquet files need DuckDB.", "pip install 'copydesk[parquet]'") from error
    if not Path(source.at).is_file():
        raise Trouble(f"I can't read {source.at}: there is no such file.", READABLE)
    connection: Any = duckdb.connect(":memory:")
    try:
        table = connection.read_parquet(source.at)
        for name in [source.column, *asked]:
            if name not in table.columns:
                raise Trouble(f"{Path(source.at).name} has no column '{name}'.", f"Its columns are: {', '.join(table.columns)}.")  # fmt: skip
        chosen = ", ".join(f"cast({_quoted(name)} as varchar)" for name in [source.column, *asked])
        rows = connection.execute(f"select {chosen} from read_parquet(?)", [source.at]).fetchall()
    except duckdb.Error as error:
        raise Trouble(f"I can't read {source.at}: {why(error)}.", READABLE) from error
    finally:
        connection.close()
    for cell, *found in rows:
        if all(same(there or "", wanted) for there, wanted in zip(found, asked.values(), strict=True)):
            yield cell or ""


def _quoted(name: str) -> str:
    """The name of a column, as SQL writes it."""
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
