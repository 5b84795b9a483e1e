"""JSON: a list of objects, or one object, at the top or below the keys that `inside` names. Figures keep every digit."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from copydesk.model import DataSource
from copydesk.sources import READABLE, Trouble, same, why
from copydesk.typed import Any


def check(source: DataSource) -> None:
    found = rows(source)
    if found and not any(_at(row, source.column) is not None for row in found):
        keys = ", ".join(dict.fromkeys(key for row in found[:20] for key in row))
        raise Trouble(f"{Path(source.at).name} has no key '{source.column}'.", f"Its keys are: {keys}.")


def cells(source: DataSource, asked: Mapping[str, str]) -> Iterator[str]:
    check(source)
    for row in rows(source):
        if all(same(_text(_at(row, name)), wanted) for name, wanted in asked.items()):
            yield _text(_at(row, source.column))


def rows(source: DataSource) -> list[dict[str, Any]]:
    """The objects meant. A file is read again when it has changed."""
    try:
        state = Path(source.at).stat()
        root = _read(source.at, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError, RecursionError) as error:
        raise Trouble(f"I can't read {source.at}: {why(error)}.", READABLE) from error
    for key in source.inside:
        if not isinstance(root, dict) or key not in root:
            known = f"Its keys are: {', '.join(root)}." if isinstance(root, dict) else "There is a list."
            raise Trouble(f"{Path(source.at).name} has nothing inside '{key}'.", known)
        root = root[key]
    found = root if isinstance(root, list) else [root]
    if not all(isinstance(row, dict) for row in found):
        raise Trouble(f"{Path(source.at).name} holds no objects there.", "'inside' names the keys that lead to the rows.")  # fmt: skip
    return found


@lru_cache(16)
def _read(path: str, _changed: int, _size: int) -> Any:
    return json.loads(Path(path).read_bytes(), parse_float=str, parse_int=str)


def _at(row: Any, dotted: str) -> Any:
    """The value under a key, or under keys inside keys: `deaths.confirmed`."""
    if isinstance(row, dict) and dotted in row:
        return row[dotted]
    for key in dotted.split("."):
        row = row.get(key) if isinstance(row, dict) else None
    return row


def _text(value: Any) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
