"""From paths to articles: one file here a format; which one reads a file, its suffix says, or, where several share one, its bytes. A
format's file, and the libraries that it needs, are imported when the first of its files is read."""

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from importlib import import_module
from io import BytesIO

from copydesk.model import Document, Reader, Unread
from copydesk.read._draft import LARGEST, TOO_LARGE
from copydesk.read._draft import compose as compose
from copydesk.read._draft import of_example as of_example
from copydesk.read._draft import publication_date as publication_date
from copydesk.read._one import Callable
from copydesk.read._one import names_file as names_file
from copydesk.read._one import read as read
from copydesk.typed import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

STDIN = "-"
# Suffixes, and the readers that share them in the order in which they are asked.
SUFFIXES: dict[str, tuple[str, ...]] = {
    ".txt": ("text",),
    ".text": ("text",),
    ".md": ("markdown",),
    ".markdown": ("markdown",),
    ".jsonl": ("jsonl",),
    ".ndjson": ("jsonl",),
    ".html": ("html",),
    ".htm": ("html",),
    ".xhtml": ("html",),
    ".docx": ("docx",),
    ".odt": ("odt",),
    ".epub": ("epub",),
    ".pdf": ("pdf",),
    ".json": ("ans", "wordpress", "ninjs"),
    ".xml": ("newsml", "nitf"),
    ".nitf": ("nitf",),
    ".aml": ("archieml",),
    ".archieml": ("archieml",),
    ".csv": ("csv",),
    ".tsv": ("csv",),
}
# How files begin that are piped in, white space left out, letters in lower case.
BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    ".docx": (b"pk\x03\x04",),
    ".pdf": (b"%pdf-",),
    ".md": (b"---", b"# ", b"+++"),
    ".xml": (b"<?xml", b"<nitf", b"<newsitem", b"<newsmessage", b"<!doctype nitf"),
    ".html": (b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<p>"),
}
MIMETYPES = (b"mimetypeapplication/vnd.oasis", b"mimetypeapplication/epub")
# Of the files of a folder, only those are articles that a reader knows as its own: data and settings have these suffixes too.
SHARED = frozenset((".json", ".xml", ".csv", ".tsv"))
# What makes a path a pattern.
MAGIC = frozenset("*?[")


class Meter:
    """How far a run has come, in bytes: what a progress bar looks at."""

    __slots__ = ("done", "total")

    def __init__(self, total: int = 0) -> None:
        self.total = total
        self.done = 0


def reader(name: str) -> Reader:
    """The reader of this name. Its file is imported when it is asked for."""
    found: Reader = import_module(f"{__name__}.{name}").READER
    return found


def readers() -> dict[str, Reader]:
    """Every reader, by the name of its file."""
    return {name: reader(name) for name in sorted({name for names in SUFFIXES.values() for name in names})}


def suffixes() -> tuple[str, ...]:
    """The suffixes of all files that can be read."""
    return tuple(SUFFIXES)


def open_articles(
    paths: Iterable[str], dated: date | datetime | None = None, meter: Meter | None = None, select: str = ""
) -> Iterator[Document | Unread]:
    """The articles of files, folders, glob patterns and standard input ("-"), in order, one at a time.

    dated   publication date of articles that give none
    select  CSS selector of what is the article, for formats that are made of HTML
    Never raises on what it finds: an article that can't be read keeps its place as Unread.
    """
    found = list(unique(source for path in paths for source in expand(path)))
    meter = meter or Meter()
    meter.total = sum(size(source) for source in found if isinstance(source, str))
    for source in found:
        if isinstance(source, Unread):
            yield source
            continue
        behind = meter.done
        for article in read_one(source, meter, select):
            if isinstance(article, Document) and dated is not None and article.date is None:
                article = article._replace(date=dated)
            yield article
        meter.done = behind + size(source)


def unique(sources: Iterator[str | Unread]) -> Iterator[str | Unread]:
    """Each file once, where it is first named, whatever by."""
    seen: set[str] = set()
    for source in sources:
        if isinstance(source, str):
            real = os.path.realpath(source)
            if real in seen:
                continue
            seen.add(real)
        yield source


def expand(path: str) -> Iterator[str | Unread]:
    """The files that a path, a folder or a glob pattern stands for."""
    names = ", ".join(sorted(SUFFIXES))
    if path == STDIN or (os.path.exists(path) and not os.path.isdir(path)):
        yield path
    elif os.path.isdir(path):
        from pathlib import Path

        shut: dict[str, str] = {}
        found = sorted(file for file in within(Path(path), shut) if is_article(file))
        yield from (file.as_posix() for file in found)
        yield from (Unread(each, each, f"This folder can't be opened: {shut[each]}.") for each in sorted(shut))
        if not found and not shut:
            yield Unread(path, path, f"There are no articles in this folder ({names}).")
    elif not MAGIC.isdisjoint(path):
        files = [file for file in sorted(matching(path)) if file.is_file() and is_article(file)]
        yield from (file.as_posix() for file in files)
        if not files:
            yield Unread(path, path, f"No article matches this pattern ({names}).")
    else:
        yield Unread(path, path, "There is no such file or folder.")


def suffix(path: str) -> str:
    """What a file's name ends with, in small letters: ".md"; a full stop alone is none."""
    found = os.path.splitext(path)[1].lower()
    return found if found != "." else ""


def is_article(file: "Path") -> bool:
    """Is a file that nobody named one of ours, by its suffix, or, where data have that suffix too, by what is in it?"""
    ending = suffix(file.name)
    if ending not in SHARED or ending not in SUFFIXES:
        return ending in SUFFIXES and not file.name.startswith("~$")  # what Word leaves beside an open document
    try:
        with file.open("rb") as stream:
            data = stream.read(LARGEST)
    except OSError:
        return False
    return owner(ending, data) is not None


def owner(ending: str, data: bytes) -> Reader | None:
    """The first of the readers that share a suffix that knows these bytes as its own."""
    for one in map(reader, SUFFIXES[ending]):
        if one.knows is None or one.knows(data):
            return one
    return None


def within(folder: "Path", shut: dict[str, str]) -> "Iterator[Path]":
    """All files of a folder and those below it, hidden ones left out. What links lead to is looked at last, and each folder once.
    Folders that can't be opened are put into `shut`, with the reason."""
    from pathlib import Path

    folders, links, seen = [os.fspath(folder)], list[str](), set[str]()
    while folders or links:
        here = folders.pop() if folders else links.pop()
        real = os.path.realpath(here)
        if real in seen:
            continue
        seen.add(real)
        try:
            found = list(os.scandir(here))
        except OSError as error:
            shut[Path(here).as_posix()] = error.strerror or str(error)
            continue
        for entry in found:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                (links if entry.is_symlink() else folders).append(entry.path)
            elif entry.is_file():
                yield Path(entry.path)


def matching(pattern: str, start: "Path | None" = None) -> "Iterator[Path]":
    """What a glob pattern means from this folder or the current one: not what is hidden, unless it says so, and `**` follows no links."""
    from pathlib import Path

    whole = Path(pattern)
    if whole.name == "**":  # Path.glob takes that for folders alone
        whole /= "*"
    base, parts = (Path(whole.anchor), whole.parts[1:]) if whole.anchor else (start or Path(), whole.parts)
    globs = [
        part if part == "**" else part.replace("**", "*") for part in parts
    ]  # elsewhere it is no ** to a Path before 3.13
    found = base.glob("/".join(globs)) if parts else iter((base,))
    said = {*base.parts, *parts}
    return (path for path in found if not any(part.startswith(".") and part not in said for part in path.parts))


def size(source: str) -> int:
    try:
        return os.stat(source).st_size if source != STDIN else 0
    except OSError:
        return 0


def read_one(source: str, meter: Meter, select: str = "") -> Iterator[Document | Unread]:
    """The articles of one file."""
    if source == STDIN and sys.stdin is None:
        yield Unread(source, source, "Standard input is closed.")
        return
    if source == STDIN:
        yield from articles(source, sys.stdin.buffer, sniffed(sys.stdin.buffer), select)
        return
    ending = suffix(source) or ".txt"
    if ending not in SUFFIXES:
        names = ", ".join(sorted(SUFFIXES))
        yield Unread(source, source, f"I don't read {ending} files, only {names}; pipe plain text in with -.")
        return
    behind = meter.done
    try:
        with open(source, "rb") as stream:
            for article in articles(source, stream, ending, select):
                meter.done = behind + (stream.tell() if stream.seekable() else 0)
                yield article
    except OSError as error:
        yield Unread(source, source, f"This can't be opened: {error.strerror or error}.")


def articles(source: str, stream: IO[bytes], ending: str, select: str) -> Iterator[Document | Unread]:
    """The articles of an open file, by the reader that its suffix, or its bytes, ask for."""
    found: Reader | None = reader(SUFFIXES[ending][0])
    if found and len(SUFFIXES[ending]) > 1:
        data = stream.read(LARGEST + 1)
        found, stream = owner(ending, data), BytesIO(data)
        if len(data) > LARGEST:
            yield Unread(source, source, TOO_LARGE)
            return
    if found is None:
        abouts = "; ".join(one.about for one in map(reader, SUFFIXES[ending]))
        yield Unread(source, source, f"This is no article in a form that I know. Of {ending} files I read: {abouts}.")
    elif not select:
        yield from found.read(stream, source)
    elif found.select is not None:
        yield from found.select(stream, source, select)
    else:
        yield Unread(source, source, "--select is for HTML, and this is none.")


def sniffed(stream: IO[bytes]) -> str:
    """The suffix that what is piped in would have, by its first bytes; that of plain text if they tell nothing."""
    peek = getattr(stream, "peek", None)
    head = peek(512).lstrip(b"\xef\xbb\xbf \t\r\n") if peek else b""
    low = head[:64].lower()
    if head[30:].startswith(MIMETYPES):  # archives too, but they say what they are
        return ".epub" if head[30:].startswith(MIMETYPES[1]) else ".odt"
    for ending, beginnings in BEGINNINGS.items():
        if low.startswith(beginnings):
            return ending
    return ".jsonl" if low.startswith(b"{") else ".txt"


# `copydesk.read(path)` is a call and `from copydesk.read import …` a folder: one name for both.
sys.modules[__name__].__class__ = Callable
