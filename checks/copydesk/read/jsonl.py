"""JSON Lines: one article a line, with its id, title, date, text, and perhaps the source that it is to be checked against.

One line is held at a time, so a file may be larger than memory. A bad line keeps its place as Unread, and the next one is read.
"""

from collections.abc import Iterator

from copydesk.model import Document, Reader, Unread
from copydesk.read._draft import compose, decode, publication_date
from copydesk.typed import IO, Any


class BadLine(ValueError):
    """What is wrong with a line, and what to do."""


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    some = False
    for number, data in enumerate(stream, 1):
        if not data.strip():
            continue
        some = True
        yield article(data, path, number)
    if not some:
        yield Unread(path, path, "This is empty: there is no article in it.")


def article(data: bytes, path: str, number: int) -> Document | Unread:
    name = f"{path}:{number}"
    text = decode(data, path, number)
    if isinstance(text, Unread):
        return Unread(name, path, text.error, number)
    try:
        record = parse(text)
        name = identity(record, name)
        source = record.get("source")
        counterpart = None
        if source is not None:
            if not isinstance(source, dict):
                raise BadLine('"source" is no article: give it a "text".')
            counterpart = document(source, name, path, number, "source.")
        return document(record, name, path, number, "", counterpart)
    except BadLine as error:
        return Unread(name, path, str(error), number)


def parse(text: str) -> dict[str, Any]:
    import json

    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadLine(f"This line is no JSON: {error.msg} at column {error.colno}. Write one object a line.") from error
    except (ValueError, RecursionError) as error:
        raise BadLine(
            "This line is no JSON that I can read: it is nested too deep or holds too long a number."
        ) from error
    if not isinstance(record, dict):
        raise BadLine('This line is no article: write an object with a "text".')
    return record


def identity(record: dict[str, Any], otherwise: str) -> str:
    given = record.get("id")
    return str(given) if isinstance(given, str | int) and str(given).strip() else otherwise


def document(
    record: dict[str, Any], name: str, path: str, line: int, prefix: str, counterpart: Document | None = None
) -> Document:
    title, text, dated = (field(record, key, prefix) for key in ("title", "text", "date"))
    if text is None or not text.strip():
        raise BadLine(f'There is no "{prefix}text" on this line.')
    try:
        when = publication_date(dated) if dated else None
    except ValueError as error:
        raise BadLine(str(error)) from error
    found = compose(name, text, title, when, path=path, line=line, prefix=prefix, counterpart=counterpart)
    tags, language = record.get("tags"), record.get("language")
    if not tags and not language:
        return found
    kept = tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ()
    return found._replace(tags=kept, language=language if isinstance(language, str) else "")


def field(record: dict[str, Any], key: str, prefix: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise BadLine(f'"{prefix}{key}" must be text in quotes.')
    return value


READER = Reader("JSON Lines, one article a line with id, title, date and text", (".jsonl", ".ndjson"), read)
