"""The one article that a command is about: a file, `-`, or of many in a file the one whose id stands behind a #."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from copydesk.model import Document, Unread


def articles_of(path: str, dated: date | None = None, select: str = "") -> Iterator[Document | Unread]:
    """The articles of a path, or the one of `path#id`."""
    from copydesk.read import open_articles

    file, _, name = (path, "", "") if exists(path) else path.partition("#")
    return (found for found in open_articles([file], dated, select=select) if not name or found.id == name)


def exists(path: str) -> bool:
    """Is there such a file or folder? A long text is none."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False
