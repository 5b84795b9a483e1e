"""From paths to articles: one file here a format; which one reads a file, its suffix says."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from glob import escape, glob, has_magic
from importlib import import_module
from pathlib import Path
from typing import IO

from copydesk.model import Document, Reader, Unread
from copydesk.read._draft import compose as compose
from copydesk.read._draft import of_example as of_example
from copydesk.read._draft import publication_date as publication_date

STDIN = "-"


@dataclass(slots=True)
class Meter:
    """How far a run has come, in bytes: what a progress bar looks at."""

    total: int = 0
    done: int = 0


def readers() -> dict[str, Reader]:
    """Every reader, by the name of its file."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    return {name: import_module(f"{__name__}.{name}").READER for name in names}


def suffixes() -> dict[str, Reader]:
    return {suffix: reader for reader in readers().values() for suffix in reader.suffixes}


def open_articles(
    paths: Iterable[str], dated: date | datetime | None = None, meter: Meter | None = None
) -> Iterator[Document | Unread]:
    """The articles of files, folders, glob patterns and standard input ("-"), in order, one at a time.

    dated   publication date of articles that give none
    Never raises on what it finds: an article that can't be read keeps its place as Unread.
    """
    known = suffixes()
    found = list(unique(source for path in paths for source in expand(path, known)))
    meter = meter or Meter()
    meter.total = sum(size(source) for source in found if isinstance(source, str))
    for source in found:
        if isinstance(source, Unread):
            yield source
            continue
        behind = meter.done
        for article in read_one(source, known, meter):
            if isinstance(article, Document) and dated is not None and article.date is None:
                article = replace(article, date=dated)
            yield article
        meter.done = behind + size(source)


def unique(sources: Iterator[str | Unread]) -> Iterator[str | Unread]:
    """Each file once, where it is first named."""
    seen: set[str] = set()
    for source in sources:
        if isinstance(source, str):
            if source in seen:
                continue
            seen.add(source)
        yield source


def expand(path: str, known: dict[str, Reader]) -> Iterator[str | Unread]:
    """The files that a path, a folder or a glob pattern stands for."""
    names = ", ".join(sorted(known))
    place = Path(path)
    if path == STDIN or place.is_file() or (place.exists() and not place.is_dir()):
        yield path
    elif place.is_dir():
        found = sorted(file for file in within(place) if file.suffix.lower() in known)
        yield from (file.as_posix() for file in found)
        if not found:
            yield Unread(path, path, f"There are no articles in this folder ({names}).")
    elif has_magic(path):
        matched = sorted(Path(name) for name in glob(path, recursive=True))  # noqa: PTH207 - knows ** and absolute patterns
        files = [file for file in matched if file.suffix.lower() in known and file.is_file()]
        yield from (file.as_posix() for file in files)
        if not files:
            yield Unread(path, path, f"No article matches this pattern ({names}).")
    else:
        yield Unread(path, path, "There is no such file or folder.")


def within(folder: Path) -> Iterator[Path]:
    """All files of a folder and those below it, hidden ones left out."""
    pattern = f"{escape(str(folder))}/**/*"
    return (path for path in map(Path, glob(pattern, recursive=True)) if path.is_file())  # noqa: PTH207 - leaves hidden files out


def size(source: str) -> int:
    try:
        return Path(source).stat().st_size if source != STDIN else 0
    except OSError:
        return 0


def read_one(source: str, known: dict[str, Reader], meter: Meter) -> Iterator[Document | Unread]:
    """The articles of one file."""
    if source == STDIN:
        stream = sys.stdin.buffer
        yield from sniffed(stream, readers()).read(stream, STDIN)
        return
    suffix = Path(source).suffix.lower()
    reader = known.get(suffix) or (None if suffix else known[".txt"])
    if reader is None:
        names = ", ".join(sorted(known))
        yield Unread(source, source, f"I don't read {suffix} files, only {names}; pipe plain text in with -.")
        return
    behind = meter.done
    try:
        with Path(source).open("rb") as stream:
            for article in reader.read(stream, source):
                meter.done = behind + (stream.tell() if stream.seekable() else 0)
                yield article
    except OSError as error:
        yield Unread(source, source, f"This can't be opened: {error.strerror or error}.")


def sniffed(stream: IO[bytes], known: dict[str, Reader]) -> Reader:
    """What is piped in: JSON Lines begin with a brace, Markdown with front matter or a heading; all else is plain text."""
    peek = getattr(stream, "peek", None)
    head = peek(512).lstrip(b"\xef\xbb\xbf \t\r\n") if peek else b""
    name = "jsonl" if head.startswith(b"{") else "markdown" if head.startswith((b"---", b"# ", b"+++")) else "text"
    return known[name]
