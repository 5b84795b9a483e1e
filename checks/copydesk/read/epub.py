"""EPUB, of magazines and long reads: each document of its reading order is an article, named as the archive names it."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from copydesk.model import Document, Reader, Unread
from copydesk.named import NamedTuple
from copydesk.read import _xml
from copydesk.read._draft import LARGEST, publication_date
from copydesk.read._galley import Galley
from copydesk.read._html import BrokenHtml
from copydesk.read._html import parse as tolerant
from copydesk.read._prose import prose
from copydesk.read._tree import Element
from copydesk.read._xml import BrokenXml
from copydesk.read._zip import Archive, BrokenZip
from copydesk.typed import IO

CONTAINER, ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
TEXTS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
HEADINGS = ("h1", "h2", "h3")
# Pages of a book that are no part of what it tells (EPUB Structural Semantics).
APART = frozenset(
    "cover titlepage halftitlepage toc landmarks loi lot index copyright-page colophon imprint glossary".split()
)
# All documents of a book together; a novel has a megabyte.
MOST = 4 * LARGEST


class Package(NamedTuple):
    """What the package document says: the parts in reading order, and what holds for all of them."""

    parts: list[str]
    dated: date | datetime | None
    language: str
    tags: list[str]


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    try:
        archive = Archive(stream, "EPUB")
        package = opened(archive)
        yield from articles(archive, package, path)
    except (BrokenZip, BrokenXml) as error:
        yield Unread(path, path, str(error))


def articles(archive: Archive, package: Package, path: str) -> Iterator[Document | Unread]:
    """Raises BrokenZip where a part can't be unpacked, and where there is nothing to read."""
    locked, total, found = encrypted(archive), 0, False
    for name in package.parts:
        if name in locked:
            raise BrokenZip("It is locked against copying. Give me one without.")
        data = archive.part(name)
        total += len(data or b"")
        if total > MOST:
            raise BrokenZip(f"Its texts unpack to more than {MOST // 1024 // 1024} MB: that is no article.")
        article = data and document(data, path, name, package)
        if article:
            found = True
            yield article
    if not found:
        raise BrokenZip("There is no article in it: I found no text.")


def document(data: bytes, path: str, name: str, package: Package) -> Document | Unread | None:
    """One part; None for a cover, a table of contents and whatever else has no prose."""
    try:
        source, root = tree(data)
    except (BrokenXml, BrokenHtml) as error:
        return Unread(name, path, str(error))
    body = root.first("body") or root
    if kinds(root) & APART:
        return None
    galley = Galley()
    galley.tags += package.tags
    galley.language = (root.first("html") or root).attributes.get("lang", "") or package.language
    blocks = prose(body)
    heading = next((block for block in blocks if block.name in HEADINGS), None)
    title = heading.words if heading else list(chain.from_iterable(e.words() for e in [root.first("title")] if e))
    galley.add("headline", title)
    for block in blocks:
        if block is not heading:
            galley.add(block.kind, block.words)
    found = galley.document(path, {"text": source}, package.dated, name=name)
    return found if isinstance(found, Document) else None


def tree(data: bytes) -> tuple[str, Element]:
    """As the XML that it should be; what is none is read as a browser would. Raises BrokenXml, BrokenHtml."""
    source = _xml.decoded(data)
    try:
        return _xml.parse(data)
    except BrokenXml:
        if "<!ENTITY" in source:
            raise
        return source, tolerant(source)


def kinds(root: Element) -> set[str]:
    """What the whole of a document is, by its own word: the type of the body, or of the one section in it."""
    outer = list(root.elements("html", "body"))
    inner = [child for element in outer[-1:] for child in element.children if isinstance(child, Element)]
    named = [element.attributes.get("type", "") for element in (*outer, *(inner if len(inner) == 1 else ()))]
    return {word for words in named for word in words.lower().split()}


# ---------------------------------------------------------------- the package


def opened(archive: Archive) -> Package:
    """Raises BrokenZip for an archive that is no EPUB, BrokenXml for a broken one."""
    container = archive.part(CONTAINER)
    file = _xml.parse(container).root.first("rootfile") if container else None
    name = file.attributes.get("full-path", "") if file else ""
    data = archive.part(name) if name else None
    if data is None:
        raise BrokenZip("This is no EPUB: it names no package in META-INF/container.xml. Save it as .epub.")
    root = _xml.parse(data).root
    items = {item.attributes.get("id", ""): item.attributes for item in root.elements("item")}
    spine = root.first("spine")
    parts = []
    for reference in spine.elements("itemref") if spine else ():
        item = items.get(reference.attributes.get("idref", ""), {})
        beside = reference.attributes.get("linear") == "no" or "nav" in item.get("properties", "").split()
        if item.get("media-type") in TEXTS and not beside:
            parts.append(normpath(join(dirname(name), unquote(item.get("href", "")))))
    about = root.first("metadata") or Element("", {})
    language = about.first("language")
    tags = [subject.said() for subject in about.elements("subject")]
    return Package(list(dict.fromkeys(parts)), dated(about), language.said() if language else "", tags)


def dated(about: Element) -> date | datetime | None:
    """The date of publication; in EPUB 2 one of several may be marked so."""
    dates = sorted(about.elements("date"), key=lambda one: one.attributes.get("event", "") != "publication")
    for one in dates:
        if one.attributes.get("event", "publication") == "publication":
            try:
                return publication_date(one.said())
            except ValueError:
                continue
    return None


def encrypted(archive: Archive) -> set[str]:
    """The parts that only a reader with the key can open. Fonts are among them in books that are not locked."""
    data = archive.part(ENCRYPTION)
    references = _xml.parse(data).root.elements("CipherReference") if data else ()
    return {normpath(unquote(one.attributes.get("URI", ""))) for one in references}


READER = Reader("EPUB, an article a document of its reading order", (".epub",), read)
