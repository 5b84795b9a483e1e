"""HTML: the article of a web page, or what a CSS selector names of it, or trafilatura; headline and date from the page's own data."""

import re
from collections.abc import Callable, Iterator

from copydesk.model import Document, Reader, Unread
from copydesk.read import _article, _trafilatura
from copydesk.read._css import BadSelector, select
from copydesk.read._draft import BYTE_ORDER_MARKS, LARGEST, TOO_LARGE, decode
from copydesk.read._galley import Galley
from copydesk.read._html import BrokenHtml, parse
from copydesk.read._prose import Found, Leave, hidden, prose
from copydesk.read._tree import Element
from copydesk.typed import IO

# Is a block of the chosen elements taken?
Choose = Callable[[Found], bool]
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]{0,40})", re.IGNORECASE)
# As browsers read what pages call themselves (WHATWG, Encoding).
MEANT = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    yield page(stream, path, "")


def read_selected(stream: IO[bytes], path: str, selector: str) -> Iterator[Document | Unread]:
    yield page(stream, path, selector)


def page(stream: IO[bytes], path: str, selector: str) -> Document | Unread:
    source = decoded(stream.read(LARGEST + 1), path)
    if isinstance(source, Unread):
        return source
    choose: Choose = all_of_it
    try:
        root = parse(source)
        if selector == _trafilatura.NAME:
            choose, chosen = _trafilatura.chooser(source, root), [root.first("body") or root]
        else:
            chosen = select(root, selector) if selector else _article.bodies(root)
    except (BrokenHtml, BadSelector, _trafilatura.CanNotChoose) as error:
        return Unread(path, path, str(error))
    if not chosen:
        return Unread(path, path, f"Nothing on this page is {selector!r}.")
    galley = Galley()
    headline = _article.headline(root, chosen, source)
    galley.add("headline", headline)
    # What somebody selects is taken whole.
    fill(galley, chosen, hidden if selector else _article.beside, {words.at for words in headline}, choose)
    if not selector and all(block.kind == "headline" for block in galley.blocks):
        # The article stands in an element that is called like something beside it.
        chosen = _article.bodies(root, hidden)
        fill(galley, chosen, hidden, {words.at for words in headline})
    whole = root.first("html")
    galley.language = whole.attributes.get("lang", "") if whole else ""
    galley.tags += _article.tags(root)
    return galley.document(path, {"text": source}, _article.dated(root, chosen))


def all_of_it(block: Found) -> bool:
    return True


def fill(galley: Galley, chosen: list[Element], leave: Leave, headline: set[int], choose: Choose = all_of_it) -> None:
    """The blocks of the chosen elements; the headline, if it stands among them, once."""
    for element in chosen:
        for block in prose(element, leave):
            if choose(block) and not (headline and any(words.at in headline for words in block.words)):
                galley.add(block.kind, block.words)


def decoded(data: bytes, path: str) -> str | Unread:
    """In the encoding that the page declares, UTF-8 if it declares none."""
    if len(data) > LARGEST:
        return Unread(path, path, TOO_LARGE)
    declared = CHARSET.search(data[:2048])
    if declared is None or any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return decode(data, path)
    name = declared[1].decode().lower()
    try:
        text = data.decode(MEANT.get(name, name))
    except (LookupError, ValueError):
        return decode(data, path)
    return text if text.strip() else Unread(path, path, "This is empty: there is no article in it.")


READER = Reader("HTML, one article a page", (".html", ".htm", ".xhtml"), read, select=read_selected)
