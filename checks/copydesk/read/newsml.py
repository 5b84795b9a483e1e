"""NewsML-G2 of the IPTC: each news item of a message is an article; its text may be HTML, NITF or plain."""

from collections.abc import Iterator

from copydesk.model import Document, Reader, Unread
from copydesk.read import _nitf
from copydesk.read._draft import LARGEST
from copydesk.read._galley import Galley
from copydesk.read._html import BrokenHtml
from copydesk.read._nested import add_html, add_plain
from copydesk.read._prose import prose
from copydesk.read._tree import Element, Words
from copydesk.read._xml import BrokenXml, parse, root_name
from copydesk.typed import IO


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    try:
        source, root = parse(stream.read(LARGEST + 1))
    except BrokenXml as error:
        yield Unread(path, path, str(error))
        return
    items = list(root.elements("newsItem"))
    if not items:
        yield Unread(path, path, "There is no news item in it.")
    for item in items:
        line = source.count("\n", 0, item.start) + 1
        name = path if len(items) == 1 else item.attributes.get("guid") or f"{path}:{line}"
        yield article(item, source, path, name, line if len(items) > 1 else 1)


def article(item: Element, source: str, path: str, name: str, line: int) -> Document | Unread:
    galley = Galley()
    meta = item.first("contentMeta")
    headline = meta.first("headline") if meta else None
    if headline:
        galley.add("headline", headline.words())
    dateline = meta.first("dateline") if meta else None
    content = item.first("contentSet")
    opening = list(dateline.words()) if dateline else []
    try:
        for part in content.elements("inlineXML", "inlineData") if content else ():
            fill(galley, part, opening)
    except BrokenHtml as error:
        return Unread(name, path, str(error), line)
    for description in meta.elements("description") if meta else ():
        if description.attributes.get("role", "").endswith("caption"):
            galley.add("caption", description.words())
    galley.tags += (keyword.said() for keyword in meta.elements("keyword")) if meta else ()
    language = meta.first("language") if meta else None
    galley.language = (language or item).attributes.get("tag" if language else "lang", "")
    nitf = content.first("nitf") if content else None
    written = (e.said() for tag in ("versionCreated", "contentModified", "contentCreated") for e in item.elements(tag))
    when = _nitf.first_date(written) or (_nitf.dated(nitf) if nitf else None)
    return galley.document(path, {"text": source}, when, name=name, line=line)


def fill(galley: Galley, part: Element, opening: list[Words]) -> None:
    """One rendition of the text; another one after it would say the same again."""
    if any(block.kind not in ("headline", "caption") for block in galley.blocks):
        return
    nitf = part.first("nitf")
    if nitf:
        _nitf.fill(galley, nitf)
    elif part.name == "inlineXML":
        for block in prose(part.first("body") or part):
            words = block.words
            if opening and block.kind == "paragraph":
                words = _nitf.opened(opening, words)
                opening.clear()
            galley.add(block.kind, words)
    elif "html" in part.attributes.get("contenttype", ""):
        add_html(galley, part.words())
    else:
        add_plain(galley, part.words())


def knows(data: bytes) -> bool:
    return root_name(data) in ("newsItem", "newsMessage")


READER = Reader("NewsML-G2, one item or many", (".xml",), read, knows)
