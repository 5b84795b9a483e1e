"""Databases. SQLite is at hand; every other goes through SQLAlchemy (pip install 'copydesk[sql]' and its driver).

The address of a database, with its password, stands in an environment variable. Statements only read: SQLite is opened read-only, others
get a transaction that is, where they have such a thing; elsewhere a statement with a word that writes is refused. Nothing is ever
committed. Parameters are bound by the driver.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from copydesk.model import DataSource
from copydesk.sources import READABLE, Trouble, why
from copydesk.typed import Any

SQLITE = "sqlite:///"
# What makes a transaction one that can't write, by dialect; of MySQL and MariaDB it is the next one.
READ_ONLY = {
    "postgresql": "SET TRANSACTION READ ONLY",
    "oracle": "SET TRANSACTION READ ONLY",
    "mysql": "SET SESSION TRANSACTION READ ONLY",
    "mariadb": "SET SESSION TRANSACTION READ ONLY",
    "sqlite": "PRAGMA query_only = ON",
}
NEXT = ("mysql", "mariadb")
# For all others: words with which a statement that begins with *select* or *with* may write. What a function does, no word tells.
WRITES = re.compile(r"\b(?:insert|update|delete|merge|into|truncate|drop|alter|create|grant|revoke)\b", re.IGNORECASE)
QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]|--[^\n]*|/\*.*?\*/""", re.DOTALL)
ROWS = 3


def cells(source: DataSource, asked: Mapping[str, str]) -> Iterator[str]:
    address = _address(source)
    if address.startswith(SQLITE) or "://" not in address:
        rows = _sqlite(address.removeprefix(SQLITE), source.at, asked)
    else:
        rows = _sqlalchemy(address, source.at, asked)
    for row in rows:
        if len(row) != 1:
            raise Trouble(f"'{source.name}' gives {len(row)} columns, not one.", "Select the column that is meant: 'select killed from …'.")  # fmt: skip
        yield "" if row[0] is None else str(row[0])


def _address(source: DataSource) -> str:
    name = source.db.removeprefix("env:")
    if name == source.db:
        return source.db
    address = os.environ.get(name, "").strip()
    if not address:
        raise Trouble(f"The environment variable {name} is not set: it holds the address of the database.", f"export {name}=postgresql+psycopg://user:password@host/name")  # fmt: skip
    return address


def _sqlite(path: str, statement: str, asked: Mapping[str, str]) -> Sequence[Sequence[Any]]:
    import sqlite3

    if not Path(path).is_file():
        raise Trouble(f"I can't read {path}: there is no such file.", READABLE)
    try:
        connection = sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)
        try:
            return connection.execute(statement, dict(asked)).fetchmany(ROWS)
        finally:
            connection.close()
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
        raise Trouble(f"The database says: {why(error)}.", "Try the statement in the database itself.") from error


def _sqlalchemy(address: str, statement: str, asked: Mapping[str, str]) -> Sequence[Sequence[Any]]:
    try:
        import sqlalchemy
    except ImportError as error:
        raise Trouble("Databases other than SQLite need SQLAlchemy.", "pip install 'copydesk[sql]'") from error
    try:
        engine = sqlalchemy.create_engine(address, poolclass=sqlalchemy.pool.NullPool)
        with engine.connect() as connection:
            reading_only(connection, engine.dialect.name, statement)
            found = connection.execute(sqlalchemy.text(statement), dict(asked)).fetchmany(ROWS)
            connection.rollback()
            return [tuple(row) for row in found]
    except (sqlalchemy.exc.SQLAlchemyError, ImportError, ValueError) as error:
        said = getattr(error, "orig", None) or error
        raise Trouble(f"The database says: {why(said)}.", "Try the statement in the database itself.") from error


def reading_only(connection: Any, dialect: str, statement: str) -> None:
    """See to it that nothing is written on this connection. Raises Trouble for a statement that might, where the database can't be told."""
    if dialect in READ_ONLY:
        connection.exec_driver_sql(READ_ONLY[dialect])
        if dialect in NEXT:
            connection.rollback()
    elif found := WRITES.search(QUOTED.sub(" ", statement)):
        raise Trouble(f"A source only reads, and '{found[0]}' writes.", "If it is a name, put it in double quotes.")
