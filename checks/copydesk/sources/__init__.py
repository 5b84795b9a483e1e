"""Figures from beside the article: a table, a database. One value, or none, or a mistake that is told with its place.

Nothing is read but what a rule file names, and nothing is ever written: databases are opened for reading, and values are handed to them
apart from the statement, never put into it.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from importlib import import_module

from copydesk.amounts import Amount
from copydesk.errors import BrokenRules
from copydesk.model import DataSource, Document
from copydesk.moments import Moment

# What of an article a source may be looked up by.
ARTICLE = {
    "article.date": "its publication date, 2025-06-04",
    "article.year": "the year of it",
    "article.id": "its id",
    "article.title": "its headline",
    "article.path": "its path",
}
# Rows told of in a message, so many at most.
TOO_MANY = 2
# What to do where a file can't be read.
READABLE = "See that the file is there, may be read, and is what its key says."


class Trouble(Exception):
    """What keeps a source from giving one value, in a sentence, and what to do."""

    def __init__(self, what: str, hint: str = "") -> None:
        self.what, self.hint = what, hint
        super().__init__(what)


class Absent(Exception):
    """There is no such row, or the article has nothing to look it up by: no mistake, the rule's `missing` decides."""


def value(source: DataSource, document: Document) -> Amount | Moment:
    """The figure or day that a source gives for an article. Raises Absent, and BrokenRules where it can't be read or is not one."""
    asked = {name: _filled(wanted, document, source) for name, wanted in source.where}
    try:
        cells = _cells(source, asked)
        if not cells:
            raise Absent(f"'{source.name}' has no row for {_told(asked)}.")
        if len(cells) > 1:
            raise Trouble(f"'{source.name}' gives {'several' if len(cells) > TOO_MANY else 'two'} rows for {_told(asked)}, not one.", "Say with 'where' which row is meant.")  # fmt: skip
        if not cells[0].strip():
            raise Absent(f"'{source.name}' has an empty cell for {_told(asked)}.")
        return read(cells[0].strip(), source.unit)
    except Trouble as trouble:
        raise BrokenRules([source.mistake._replace(what=trouble.what, hint=trouble.hint)]) from trouble


def check(source: DataSource) -> None:
    """Raises Trouble if a file can't be read, or lacks a column. A database is not asked before it is needed."""
    if source.kind in ("csv", "json"):
        import_module(f"{__name__}.{source.kind}").check(source)


def said(source: DataSource) -> Amount | Moment:
    """What an example gives for a source. Raises BrokenRules."""
    try:
        return read(source.at, source.unit)
    except Trouble as trouble:
        raise BrokenRules([source.mistake._replace(what=trouble.what, hint=trouble.hint)]) from trouble


def _cells(source: DataSource, asked: Mapping[str, str]) -> list[str]:
    found: Iterator[str] = import_module(f"{__name__}.{source.kind}").cells(source, asked)
    return [cell for cell, _ in zip(found, range(TOO_MANY + 1), strict=False)]


def read(text: str, unit: str = "") -> Amount | Moment:
    """A cell: a day (2025-06-01), or a figure, in the unit of the column if it has one. It is exact, or as rounded as written."""
    from copydesk.extract.figures.phrase import read_phrase

    day = as_day(text)
    if day is not None:
        from datetime import timedelta

        start = datetime(day.year, day.month, day.day)
        return Moment(start, start + timedelta(days=1), "day", day.isoformat())
    phrase = f"{text} {unit}".strip()
    amount = read_phrase(phrase)
    if amount is None:
        raise Trouble(f"'{phrase}' is no figure.", "A cell holds one number, with its unit if it has one, or a day: 2025-06-01.")  # fmt: skip
    return amount._replace(wide=amount.core)


def as_day(text: str) -> date | None:
    """2025-06-01, with or without a time behind it."""
    if len(text) < 10 or text[4] != "-":
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def same(cell: str, wanted: str) -> bool:
    """Does a cell hold what is asked for? Capitals and white space aside; days are days, whatever time stands behind them."""
    one, other = " ".join(cell.split()).casefold(), " ".join(wanted.split()).casefold()
    return one == other or (as_day(one) is not None and as_day(one) == as_day(other))


def _filled(wanted: str, document: Document, source: DataSource) -> str:
    """What is asked for, with the article's own in the place of `article.date` and the like."""
    if wanted not in ARTICLE:
        return wanted
    headline = next((document.text[b.start : b.end] for b in document.blocks if b.kind == "headline"), "")
    day = document.date.date() if isinstance(document.date, datetime) else document.date
    own = {
        "article.date": day.isoformat() if day else "",
        "article.year": str(day.year) if day else "",
        "article.id": document.id,
        "article.title": headline,
        "article.path": document.path,
    }[wanted]
    if not own:
        raise Absent(f"The article has no {wanted.partition('.')[2]} to look '{source.name}' up by.")
    return own


def _told(asked: Mapping[str, str]) -> str:
    return " and ".join(f"{name} '{wanted}'" for name, wanted in asked.items()) if asked else "what is asked"


def why(error: Exception) -> str:
    """What a library or the system says, on one line, without what it may say of passwords in an address."""
    import re

    said = getattr(error, "strerror", None) or str(error).strip() or type(error).__name__
    return re.sub(r"://[^@\s/]*@", "://…@", " ".join(str(said).split()))[:200].rstrip(".")
