"""CSV: an article a row, its text, title, date and id in columns that say so; comma, semicolon, tab or bar between them.

One row is held at a time, so a file may be larger than memory. A bad row keeps its place as Unread, and the next one is read.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO

from copydesk.model import Document, Reader, Unread
from copydesk.named import NamedTuple
from copydesk.read._draft import LARGEST, TOO_LARGE, compose, decode, publication_date
from copydesk.typed import IO

# What columns are called, in lower case, the plainest first.
NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "body",
        "article",
        "story",
        "content",
        "copy",
        "body_text",
        "full_text",
        "article_text",
        "article_body",
    ),
    "title": ("title", "headline", "head", "hed"),
    "date": (
        "date",
        "published",
        "pubdate",
        "publication_date",
        "publish_date",
        "published_at",
        "date_published",
        "published_date",
    ),
    "id": ("id", "guid", "uri", "url", "link", "slug", "key"),
}
DELIMITERS = ",;\t|"
WIDE = (b"\xff\xfe", b"\xfe\xff")


class Columns(NamedTuple):
    """Which column is what; -1 for one that there is not."""

    text: int
    title: int
    date: int
    id: int


class Row(NamedTuple):
    """The text of a row, and the line on which it begins."""

    text: str
    line: int


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    head = None
    for row in rows(stream, path):
        if isinstance(row, Unread):
            yield row
        elif head is None:
            head = header(row.text)
            if head is None:
                names = ", ".join(NAMES["text"][:5])
                yield Unread(
                    path, path, f"No column is called {names} or the like: I don't know which one the article is."
                )
                return
        else:
            yield article(cells(row.text, head[0]), head[1], path, row.line)
    if head is None:
        yield Unread(path, path, "This is empty: there is no article in it.")


def rows(stream: IO[bytes], path: str) -> Iterator[Row | Unread]:
    """Rows with something in them; line breaks inside quotes belong to the row."""
    held: list[str] = []
    size = line = begun = 0
    for data in lines(stream):
        line += 1
        text = decode(data, path, line) if data.strip() else ""
        if isinstance(text, Unread):
            name = f"{path}:{line}"
            yield Unread(name, path, text.error, line)
            held.clear()
            continue
        if not held:
            begun, size, open_quote = line, 0, False
            if not text.strip():
                continue
        held.append(text or data.decode("ascii", "replace"))
        size += len(held[-1])
        open_quote ^= held[-1].count('"') % 2 == 1
        if size > LARGEST:
            yield Unread(path, path, TOO_LARGE, begun)
            return
        if not open_quote:
            yield Row("".join(held), begun)
            held.clear()
    if held:
        yield Unread(f"{path}:{begun}", path, "A quotation mark that opens in this row is never closed.", begun)


def lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file, none longer than an article can be; those of UTF-16 as UTF-8."""
    first = stream.readline(LARGEST + 1)
    if first.startswith(WIDE):
        text = decode(first + stream.read(LARGEST), "")
        stream = BytesIO(text.encode("utf-8", "replace") if isinstance(text, str) else b"\xff")
        first = stream.readline()
    yield first
    yield from iter(partial(stream.readline, LARGEST + 1), b"")


def header(text: str) -> tuple[str, Columns] | None:
    """What stands between columns, and which is which; None where none is the text."""
    best = max(DELIMITERS, key=text.count)
    names = [cell.strip().lower().replace(" ", "_").replace("-", "_") for cell in cells(text, best)]
    found = {part: next((names.index(name) for name in known if name in names), -1) for part, known in NAMES.items()}
    return (best, Columns(**found)) if found["text"] >= 0 else None


def cells(text: str, delimiter: str) -> list[str]:
    """The cells of a row. Quotes are doubled inside quotes (RFC 4180)."""
    text = text.rstrip("\r\n")
    cell = re.compile(rf'\s*"((?:[^"]++|"")*+)"[^{re.escape(delimiter)}]*|([^{re.escape(delimiter)}]*)')
    found: list[str] = []
    at = 0
    while True:
        match = cell.match(text, at)
        if match is None:
            return found
        found.append(match[1].replace('""', '"') if match[1] is not None else match[2])
        at = match.end() + 1
        if at > len(text):
            return found


def article(row: Sequence[str], columns: Columns, path: str, line: int) -> Document | Unread:
    text, title, date, name = ((row[i].strip("\r\n") if 0 <= i < len(row) else "") for i in columns)
    name = name.strip() or f"{path}:{line}"
    if not text.strip():
        return Unread(name, path, "There is no text in this row.", line)
    try:
        dated = publication_date(date) if date.strip() else None
    except ValueError as error:
        return Unread(name, path, str(error), line)
    return compose(name, text, title, dated, path=path, line=line)


def knows(data: bytes) -> bool:
    """Has its first line a column for the text?"""
    first = next(rows(BytesIO(data[:65536]), ""), None)
    return isinstance(first, Row) and header(first.text) is not None


READER = Reader("CSV with a column of text", (".csv", ".tsv"), read, knows)
