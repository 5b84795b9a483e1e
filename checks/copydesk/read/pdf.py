"""PDF: the text of its pages in the order of the file; a place is a page, a line of it and a character, and a box on paper.

PDFium reads the file in a process of its own (`_pdfium.py`), within limits of time and memory.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from copydesk.model import Document, Reader, Unread
from copydesk.printed import Row
from copydesk.read import _pdfium
from copydesk.read._columns import Line, paragraphs, words
from copydesk.read._galley import Galley
from copydesk.typed import IO, Any

# Pictures make them large; no text is.
LARGEST = 64 * 1024 * 1024
# A backstop where there is no limit of a process's own. Seconds.
PATIENCE = 60
NEEDS = "Reading PDF needs a package of its own: pip install 'copydesk[pdf]'."
ERRORS = {
    "locked": "It is locked with a password. Save it without one.",
    "broken": "This is no PDF: it is cut short or damaged. Save it again.",
    "pages": f"It has more than {_pdfium.MOST_PAGES:,} pages: that is no article.",
}
NO_TEXT = "There is no text in it. If its pages are pictures, run it through text recognition first."


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    data = stream.read(LARGEST + 1)
    error = refused(data)
    yield Unread(path, path, error) if error else document(asked(data), path)


def refused(data: bytes) -> str:
    """What is wrong with it before anybody looks into it."""
    if not data.strip():
        return "This is empty: there is no article in it."
    if len(data) > LARGEST:
        return f"This is too large for an article: I read up to {LARGEST // 1024 // 1024} MB."
    if b"%PDF-" not in data[:1024]:
        return ERRORS["broken"]
    return "" if find_spec("pypdfium2") else NEEDS


def asked(data: bytes) -> list[Any]:
    """What PDFium says, as far as it came: how many pages there are, and each of them; or what is wrong with all."""
    program = [sys.executable, "-P", str(Path(_pdfium.__file__))]
    try:
        said = subprocess.run(program, input=data, capture_output=True, timeout=PATIENCE, check=False).stdout
    except subprocess.TimeoutExpired as ended:
        said = ended.stdout or b""
    return [json.loads(line) for line in said.splitlines(keepends=True) if line.endswith(b"\n")]


def document(said: list[Any], path: str) -> Document | Unread:
    first, *pages = said or [{"error": "broken"}]
    if isinstance(first, dict):
        return Unread(path, path, ERRORS[first["error"]])
    bad = next((number for number, page in enumerate(pages, 1) if isinstance(page, dict)), len(pages) + 1)
    if bad <= first:
        return Unread(path, path, f"I can't read page {bad} of it within bounds of time and memory. Save it again.")
    sources, rows, lines = dict[str, str](), dict[str, tuple[Row, ...]](), list[list[Line]]()
    for number, page in enumerate(pages, 1):
        sources[field(number)] = "\n".join(text for text, *_ in page)
        lines.append(list(placed(number, page)))
        rows[field(number)] = tuple(
            Row(number, line.at, line.bottom, line.top, tuple(edges))
            for line, (*_, edges) in zip(lines[-1], page, strict=True)
        )
    galley = Galley()
    for paragraph in paragraphs(lines):
        galley.add(paragraph.kind, [one._replace(field=field(page)) for page, one in words(paragraph)])
    if not galley.blocks:
        return Unread(path, path, NO_TEXT)
    return galley.document(path, sources, units={name: f"{name}, line" for name in sources}, rows=rows)


def field(page: int) -> str:
    return f"page {page}"


def placed(number: int, page: list[Any]) -> Iterator[Line]:
    at = 0
    for text, size, bottom, top, edges in page:
        yield Line(number, text, at, size, bottom, top, edges[0], edges[-1])
        at += len(text) + 1


READER = Reader("PDF (extra)", (".pdf",), read)
