"""copydesk in Python programs: what `copydesk.check` and `copydesk.articles` do. `copydesk.read` stands with the readers."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from os import PathLike, fspath

from copydesk import desk, rulebook
from copydesk.errors import UnreadableArticle
from copydesk.model import Checked, Document, Rule, Unread
from copydesk.read import compose, names_file, open_articles, publication_date, read
from copydesk.typed import cast

OneOrFile = str | PathLike[str] | Rule
Rules = OneOrFile | Iterable[OneOrFile]


def check(
    article: str | PathLike[str] | Document,
    rules: Rules | None = None,
    *,
    packs: bool = True,
    title: str = "",
    dated: str | date | None = None,
) -> Checked:
    """What the rules say of an article.

    article  a path, the text itself, or a Document of `copydesk.read`; a text of one line that ends like an article's file is a path
    rules    rule files, folders of them, or rules; they stand in for built-in ones of the same name
    packs    the built-in packs too
    title    headline, of a text
    dated    publication date, of an article that gives none

    Raises UnreadableArticle, and BrokenRules with every mistake of every rule file.
    """
    document = article if isinstance(article, Document) else _document(article, title, dated)
    own = [rule for one in _each(rules) for rule in ([one] if isinstance(one, Rule) else rulebook.load([one]))]
    mine = {rule.name for rule in own}
    more = [rule for rule in built_in() if rule.name not in mine] if packs else []
    return desk.check(document, [rule for rule in (*own, *more) if not rule.off])


def articles(*paths: str | PathLike[str], dated: str | date | None = None) -> Iterator[Document | Unread]:
    """The articles of files, folders and glob patterns, one at a time; one that can't be read keeps its place as Unread."""
    return open_articles([fspath(path) for path in paths], _day(dated))


def _document(article: str | PathLike[str], title: str, dated: str | date | None) -> Document:
    if not isinstance(article, str) or names_file(article):
        return read(article, dated=dated)
    if not article.strip():
        raise UnreadableArticle("text", "This is empty: there is no article in it.")
    return compose("text", article, title, _day(dated))


def _day(dated: str | date | None) -> date | datetime | None:
    return publication_date(dated) if isinstance(dated, str) else dated


def _each(rules: Rules | None) -> Iterable[OneOrFile]:
    if rules is None:
        return ()
    if isinstance(rules, str | PathLike | Rule):  # asked first, since a rule is a named tuple
        return (cast(OneOrFile, rules),)
    return cast(Iterable[OneOrFile], rules)


@lru_cache(1)
def built_in() -> tuple[Rule, ...]:
    return rulebook.load(rulebook.packs())
