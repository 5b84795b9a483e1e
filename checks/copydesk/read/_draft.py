"""What readers share: bytes to text, text to blocks, and an article made of a title and a text."""

import re
from datetime import date, datetime
from itertools import pairwise

from copydesk.late import late
from copydesk.model import Block, BlockKind, Document, Example, Segment, Span, Unread
from copydesk.named import NamedTuple

# An article is a few kilobytes, a book a million characters, a web page with all its scripts some megabytes.
LARGEST = 16 * 1024 * 1024
TOO_LARGE = (
    f"This is too large for an article: I read up to {LARGEST // 1024 // 1024} MB. Split it, or write JSON Lines."
)
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
# Nobody breaks lines by hand beyond this width: a longer line is a paragraph.
WRAPPED_AT_MOST = 160
# A sentence, and so a paragraph, ends in one of these.
FINAL = tuple(".!?…:\"'”’»)]*_")
BULLET = late(r"(?:[-*+•‣–]|\d{1,2}[.)])\s+(?=\S)")
# Dates as sites write them into front matter, beside ISO.
DATE_SHAPES = ("%Y/%m/%d", "%B %d, %Y", "%d %B %Y", "%b %d, %Y", "%d %b %Y")


# A comment in which somebody lets a finding stand. It is no text of the article, whatever the format.
WAIVER = late(r"<!--\s*copydesk-ok\b.*?-->", re.DOTALL)
NOT_A_BREAK = late(r"[^\r\n]")
LINE = late(r"[^\r\n]+")
# Sites write "2025-06-01 10:00:00 +0200".
BEFORE_ZONE = late(r"\s+(?=[+-]\d|Z$)")


class Line(NamedTuple):
    """A line with words on it, without the white space around them. `apart`: a blank line stands before it."""

    start: int
    end: int
    apart: bool


def decode(data: bytes, path: str, line: int = 1) -> str | Unread:
    """The text of a file: UTF-8, or UTF-16 with its byte order mark."""
    if len(data) > LARGEST:
        return Unread(path, path, TOO_LARGE, line)
    encoding = "utf-8"
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], name
            break
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = (
            f"line {before.count(bytes([10])) + line}, byte {data[error.start]:#04x}"
            if encoding == "utf-8"
            else "it ends too early"
        )
        return Unread(
            path, path, f"This is no {encoding[:6].upper().rstrip('-')} text ({place}). Save it as UTF-8.", line
        )
    if "\0" in text:
        return Unread(path, path, "This is no text file: it holds zero bytes. Give me .txt, .md or .jsonl.", line)
    if not text.strip():
        return Unread(path, path, "This is empty: there is no article in it.", line)
    return text


def publication_date(written: str) -> date | datetime:
    """A date or date-time, ISO or as sites write it. Raises ValueError with what to do."""
    text = BEFORE_ZONE.sub("", written.strip())
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        pass
    for shape in DATE_SHAPES:
        try:
            return datetime.strptime(text, shape).date()
        except ValueError:
            continue
    raise ValueError(f"I can't read the date {written!r}. Write it as 2025-06-01.")


def quiet(text: str, name: str, at: int = 0) -> tuple[str, list[Segment]]:
    """A text with blanks in the place of its waivers, character for character, and the segments of what is left; `at` is where it
    begins in the document."""
    if "copydesk-ok" not in text:
        return text, [Segment(at, at + len(text), name, 0)]
    segments, behind = [], 0
    for found in [*WAIVER.finditer(text), None]:
        end = found.start() if found else len(text)
        if behind < end:
            segments.append(Segment(at + behind, at + end, name, behind))
        behind = found.end() if found else end
    return WAIVER.sub(lambda found: NOT_A_BREAK.sub(" ", found.group()), text), segments


def lines(text: str) -> list[Line]:
    """The lines that have words on them, whichever line ends the file uses."""
    found: list[Line] = []
    behind = 0
    for match in LINE.finditer(text):
        words = match.group()
        stripped = words.strip()
        if not stripped:
            continue
        start = match.start() + len(words) - len(words.lstrip())
        gap = text[behind:start]
        breaks = gap.count("\n") + gap.count("\r") - gap.count("\r\n")
        found.append(Line(start, start + len(stripped), breaks > 1))
        behind = start + len(stripped)
    return found


def paragraph_a_line(text: str, within: list[Line]) -> bool:
    """Is each line a paragraph, or are lines broken to fit a width? Told by how they end, and by their length."""
    inner = [line for line, following in pairwise(within) if not following.apart]
    if not inner or any(line.end - line.start > WRAPPED_AT_MOST for line in within):
        return True
    whole = sum(text[line.start : line.end].endswith(FINAL) for line in inner)
    return 3 * whole >= 2 * len(inner)


def blocks(text: str, within: list[Line] | None = None, kind: BlockKind = "lede") -> list[Block]:
    """The paragraphs and list items of a plain text, by blank lines, or by lines where the lines are paragraphs. The first is the lede."""
    within = lines(text) if within is None else within
    each = paragraph_a_line(text, within)
    found: list[Block] = []
    for line in within:
        item = BULLET.match(text, line.start, line.end)
        if found and not (each or line.apart or item):
            found[-1] = found[-1]._replace(end=line.end)
        elif item:
            found.append(Block("list item", item.end(), line.end))
        else:
            found.append(Block(kind, line.start, line.end))
            kind = "paragraph"
    return found


def compose(
    name: str,
    text: str,
    title: str | None = None,
    dated: date | datetime | None = None,
    *,
    path: str = "-",
    line: int = 1,
    prefix: str = "",
    counterpart: Document | None = None,
) -> Document:
    """An article of a title and a text. Its fields are `title` and `text`, with `prefix` before them in an article inside another."""
    head = title if title and title.strip() else ""
    body, at = f"{prefix}text", len(head) + 2 if head else 0
    words, own = quiet(text, body, at)
    whole = f"{head}\n\n{words}" if head else words
    segments = [Segment(0, len(head), f"{prefix}title", 0), *own] if head else own
    found: list[Block] = []
    if head:
        start = len(head) - len(head.lstrip())
        found.append(Block("headline", start, start + len(head.strip())))
    found += [Block(kind, start + at, end + at) for kind, start, end in blocks(words)]
    sources = {f"{prefix}title": title or "", body: text}
    return Document(name, whole, tuple(found), tuple(segments), sources, path, line, dated, counterpart)


def of_example(example: Example) -> Document:
    """The article of a rule's example, with the text that it is checked against if it has one."""
    against = compose("source", example.source, prefix="source.") if example.source else None
    return compose("example", example.text, example.title, example.dated, counterpart=against)


def stripped(text: str, start: int, end: int) -> Span:
    """A stretch of text without the white space around it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
