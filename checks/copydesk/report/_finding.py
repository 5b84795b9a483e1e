"""One result as a person reads it: the message with its place, and each clashing statement in its line, underlined.

story.md:7:68: error [bridge-times] The two bridges came down about four hours apart. Here it is 6 h 16 min after, not about 4 h after.
    7 | A rail bridge in Kursk collapsed about four hours later, at around 5 a.m. on Sunday.
      |                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Sun 1 Jun 05:00
      = rule bridges.facts.yml:10   expected: second is about 4 hours after first
"""

from collections.abc import Callable, Iterator
from functools import partial

from copydesk.late import late
from copydesk.model import Document, Place, Result, Waiver
from copydesk.named import NamedTuple
from copydesk.report._names import rule_file

# A longer line is shown around what is underlined; a newspaper's paragraph is often one line. Of what is shown, this part stands before it.
WIDTH = 100
BEFORE = 0.45
GUTTER = 5
# Characters that move the cursor, ring, colour or turn the direction of writing: an article must not steer a terminal.
UNSAFE = late("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
COLOURS = {
    "error": "31;1",
    "warning": "33;1",
    "unsure": "36;1",
    "note": "34",
    "pass": "32",
    "skip": "2",
    "waived": "2",
    "bold": "1",
    "dim": "2",
}


class Excerpt(NamedTuple):
    """A line, or the part of it around a place; what the gutter calls it; and which columns of it to underline."""

    label: str
    line: str
    first: int
    width: int


def paint(words: str, colour: str, on: bool) -> str:
    return f"\x1b[{COLOURS[colour]}m{words}\x1b[0m" if on else words


def safe(words: str) -> str:
    """On one line, and without characters that steer a terminal."""
    return UNSAFE.sub("\ufffd", " ".join(words.split()) if "\n" in words or "\r" in words or "\t" in words else words)


def finding(
    result: Result, document: Document | None = None, colour: bool = False, width: int = WIDTH
) -> Iterator[str]:
    """The lines of one result, each with its line end. `document` is told from the places where there are any."""
    at = f"{where(result.places[0])}: " if result.places else f"{safe(document.path)}: " if document else ""
    if not result.places and document and document.id != document.path:
        at = f"{safe(document.path)}:{document.line}: {safe(document.id)}: "
    word = "waived" if result.waived else result.level if result.outcome == "fail" else result.outcome
    rule = result.rule.rpartition("/")[2]
    yield f"{paint(at, 'bold', colour)}{paint(word, word, colour)} [{rule}] {safe(sentence(result))}\n"
    if result.outcome in ("pass", "skip"):
        return
    shown = [excerpt(place, width) for place in result.places]
    gutter = max([GUTTER, *(len(one.label) for one in shown)])
    yield from statements(result.places, shown, gutter, partial(paint, colour=word, on=colour))
    left = " " * (gutter + 1)
    if result.rule_path:
        expected = f"   expected: {safe(result.expected)}" if result.expected else ""
        yield (
            paint(f"{left}= rule {rule_file(safe(result.rule_path))}:{result.rule_line}{expected}", "dim", colour)
            + "\n"
        )
    if result.waived:
        yield f"{left}= waived: {safe(waived(result.waived))}\n"
    for repair in result.repairs:
        yield f"{left}= {safe(repair)}\n"
    if result.link:
        yield f"{left}= see {safe(result.link)}\n"


def waived(waiver: Waiver) -> str:
    """Why it may stand, who says so, until when, and where that is written."""
    who = f", says {waiver.by}" if waiver.by else ""
    end = f", until {waiver.until}" if waiver.until else ""
    return f"{waiver.because.rstrip('.')}{who}{end} ({waiver.path}:{waiver.line})"


def sentence(result: Result) -> str:
    """What the rule says, then what is the matter; once, where the message says both."""
    if not result.say or result.say in result.message:
        return result.message or result.say
    return f"{result.say} {result.message[:1].upper()}{result.message[1:]}".strip()


def where(place: Place) -> str:
    """story.md:7:68; story.docx: paragraph 7, character 68; of a JSON file story.json:4: /body_html:3:12; of an article among many in a
    file news.jsonl:5: a1 text:3:12."""
    document = place.document
    found = document.locate(place.span.start)
    if document.id == document.path:
        if found.field in document.units:
            return f"{safe(document.path)}: {document.units[found.field]} {found.line}, character {found.column}"
        if found.field in document.lines:
            return (
                f"{safe(document.path)}:{document.lines[found.field]}: {safe(found.field)}:{found.line}:{found.column}"
            )
        return f"{safe(document.path)}:{found.line}:{found.column}"
    return f"{safe(document.path)}:{document.line}: {safe(document.id)} {found.field}:{found.line}:{found.column}"


def statements(
    places: tuple[Place, ...], shown: list[Excerpt], gutter: int, painted: Callable[[str], str]
) -> Iterator[str]:
    """Each place in its line; a line that holds several in a row is printed once."""
    before = ("", "")
    for place, one in zip(places, shown, strict=True):
        if (one.label, one.line) != before:
            yield f"{one.label:>{gutter}} | {one.line}\n"
        before = (one.label, one.line)
        understood = f" {safe(place.understood)}" if place.understood else ""
        yield f"{' ' * gutter} | {' ' * one.first}{painted('^' * one.width)}{understood}\n"


def excerpt(place: Place, width: int = WIDTH) -> Excerpt:
    """The line that a place begins in. A place of several lines is underlined to the end of the first. Where marks stand between the
    words of the source, the paragraph without them."""
    document = place.document
    name, start, end = document.source_span(place.span)
    source = document.sources[name]
    if document.markup:
        source, start, end = document.text, *place.span
    line_start = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    ends = [at for at in (source.find("\n", start), source.find("\r", start)) if at >= 0]
    line_end = min(ends, default=len(source))
    line, first, last = source[line_start:line_end], start - line_start, min(end, line_end) - line_start
    begin, stop = window(line, first, last, width)
    head, tail = "… " if begin else "", " …" if stop < len(line) else ""
    label = "title" if name.endswith("title") else label_line(document, place)
    if name.startswith("source."):
        label = f"source {label}"
    left = head + clean(line[begin:first])
    words = clean(line[first:last])
    return Excerpt(label, left + words + clean(line[last:stop]) + tail, columns(left), max(1, columns(words)))


def label_line(document: Document, place: Place) -> str:
    """Of one article a file, the line of the file; of many, that of the article; of what is printed, page and line."""
    found = document.locate(place.span.start)
    if found.field in document.rows:
        return f"{document.rows[found.field][0].page}:{found.line}"
    return str(document.file_line(place.span.start) if document.id == document.path else found.line)


def window(line: str, first: int, last: int, width: int = WIDTH) -> tuple[int, int]:
    """Which part of a line to show: all of a short one, else whole words around the place."""
    if len(line) <= width:
        return 0, len(line)
    begin = max(0, min(first - int(BEFORE * width), len(line) - width))
    stop = max(last, min(len(line), begin + width))
    if begin:
        space = line.find(" ", begin, first)
        begin = space + 1 if space >= 0 else begin
    if stop < len(line):
        space = line.rfind(" ", last, stop)
        stop = space if space > last else stop
    return begin, stop


def clean(words: str) -> str:
    return UNSAFE.sub("\ufffd", words.replace("\t", " "))


def columns(words: str) -> int:
    """How many columns of a terminal these take: none for a combining mark, two for a wide character."""
    if words.isascii():
        return len(words)
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(c) or c in "\u200b\u200d\ufe0f" else 2 if east_asian_width(c) in "WF" else 1 for c in words
    )
