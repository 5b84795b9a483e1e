"""The text of `--against`: what articles are checked against that bring no source of their own."""

from itertools import islice

from copydesk.errors import UsageError
from copydesk.model import Document, Unread
from copydesk.read import open_articles


def source(path: str) -> Document:
    """The one article of a file, its fields named as those of a contract's source are ("source.text"). Raises UsageError."""
    found = list(islice(open_articles([path]), 2))
    wrong = next((one for one in found if isinstance(one, Unread)), None)
    if wrong:
        raise UsageError(f"--against {path}: {wrong.error}")
    if len(found) != 1 or not isinstance(found[0], Document):
        raise UsageError(f"--against {path}: there is more than one article. Name a file with one.")
    return renamed(found[0])


def renamed(document: Document) -> Document:
    """The same, with "source." before the names of its fields, by which reports tell the two texts apart."""
    return document._replace(
        segments=tuple(segment._replace(field=f"source.{segment.field}") for segment in document.segments),
        sources={f"source.{name}": text for name, text in document.sources.items()},
        lines={f"source.{name}": line for name, line in document.lines.items()},
        units={f"source.{name}": unit for name, unit in document.units.items()},
    )
