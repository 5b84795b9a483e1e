"""`copydesk.read(path)`: the one article of a file."""

from datetime import date, datetime
from os import PathLike, fspath
from types import ModuleType

from copydesk.errors import UnreadableArticle
from copydesk.model import Document
from copydesk.read._draft import publication_date


def read(path: str | PathLike[str], *, dated: str | date | datetime | None = None, select: str = "") -> Document:
    """The article of a file.

    dated   publication date, for an article that gives none
    select  CSS selector of what is the article, for formats that are made of HTML

    Raises UnreadableArticle, also for a file of several articles.
    """
    from copydesk.read import open_articles

    name = fspath(path)
    found = list(open_articles([name], publication_date(dated) if isinstance(dated, str) else dated, select=select))
    if len(found) != 1:
        raise UnreadableArticle(
            name, f"There are {len(found)} articles in it.", "copydesk.articles gives them one by one."
        )
    if not isinstance(found[0], Document):
        raise UnreadableArticle(name, found[0].error)
    return found[0]


def names_file(words: str) -> bool:
    """Is this text the name of an article's file? It is one line, and ends as such files do."""
    from copydesk.read import suffix, suffixes

    return "\n" not in words and suffix(words) in suffixes()


class Callable(ModuleType):
    """The folder of readers, which is also what users call: importing it puts it in the place of a function of that name."""

    def __call__(self, path: str | PathLike[str], *, dated: str | date | None = None, select: str = "") -> Document:
        return read(path, dated=dated, select=select)
