"""Findings as CI tools take them: one message at one place of a file, the other clashing statements beside it."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from copydesk.errors import Mistake
from copydesk.model import Checked, Document, Level, Look, Place, Result, Unread
from copydesk.named import NamedTuple
from copydesk.report._finding import safe, sentence
from copydesk.report._names import digest, from_here, stable
from copydesk.typed import Literal

Severity = Literal["error", "warning", "note"]
# Worst first.
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
# What goes wrong beside the rules has a name where tools ask for one.
UNREAD, BROKEN = "copydesk/unreadable-article", "copydesk/broken-rule"


class Region(NamedTuple):
    """A stretch of a file. Lines and columns count from 1, in code points, the end exclusive; `bytes` are the columns in UTF-8 bytes."""

    line: int
    column: int
    end_line: int
    end_column: int
    bytes: tuple[int, int]


class Spot(NamedTuple):
    """One statement: its file, its stretch there, its words and what was understood.

    inside  of an article among many in a file: its name and place, as `a1 text:3:12`; `region` is then the line of the file
    """

    path: str
    region: Region
    words: str
    understood: str
    inside: str = ""


class Remark(NamedTuple):
    """One message. `spots` are the clashing statements, the first that at which the message stands; there is always one."""

    rule: str
    severity: Severity
    message: str
    spots: tuple[Spot, ...]
    fingerprint: str
    result: Result | None = None


def remarks(item: Checked | Unread, look: Look) -> Iterator[Remark]:
    """What an editor must see of one article, or, if the look says so, passes and skips too. What is waived is left out."""
    if isinstance(item, Unread):
        yield unread(item)
        return
    for result in item.results:
        seen = look.every or result.outcome in ("fail", "unsure") or result.fails(look.fail_on)
        if seen and not result.waived:
            spots = tuple(map(spot, result.places)) or (whole(item.document),)
            yield Remark(
                result.rule,
                severity(result, look),
                safe(sentence(result)),
                spots,
                stable(item.document, result),
                result,
            )


def severity(result: Result, look: Look) -> Severity:
    """Of a failure its level. What is unsure is no error and no warning, unless the run is to fail by it."""
    if result.outcome == "fail":
        return result.level
    return "warning" if result.fails(look.fail_on) else "note"


def unread(item: Unread) -> Remark:
    inside = "" if item.id == item.path else item.id
    region = Region(item.line, 1, item.line, 1, (1, 1))
    at = Spot(from_here(item.path), region, "", "", inside)
    return Remark(UNREAD, "error", safe(item.error), (at,), digest(UNREAD, item.path, item.id, item.error))


def broken(mistakes: Iterable[Mistake]) -> Iterator[Remark]:
    """The mistakes of rule files."""
    for one in mistakes:
        end = one.column + one.width
        left = len(one.excerpt[: one.column - 1].encode("utf-8", "replace"))
        inner = len(one.excerpt[one.column - 1 : end - 1].encode("utf-8", "replace"))
        region = Region(one.line, one.column, one.line, end, (left + 1, left + 1 + inner))
        message = safe(" ".join(filter(None, (one.what, one.hint))))
        at = Spot(from_here(one.path), region, one.excerpt[one.column - 1 : end - 1], "")
        yield Remark(BROKEN, "error", message, (at,), digest(BROKEN, one.path, one.what, one.excerpt))


class Once:
    """Makes fingerprints unique in a report: of two that are the same, tools show only one."""

    def __init__(self) -> None:
        self.seen: dict[str, int] = {}

    def __call__(self, fingerprint: str) -> str:
        times = self.seen[fingerprint] = self.seen.get(fingerprint, 0) + 1
        return fingerprint if times == 1 else digest(fingerprint, str(times))


# ---------------------------------------------------------------- places


def spot(place: Place) -> Spot:
    document = place.document
    name, start, end = document.source_span(place.span)
    words = document.text[place.span.start : place.span.end] if document.markup else document.sources[name][start:end]
    path = from_here(document.path)
    if name in document.units:  # a document has no lines: its paragraphs are counted
        found = document.locate(place.span.start)
        inside = f"{document.units[name]} {found.line}, character {found.column}"
        return Spot(path, Region(found.line, 1, found.line, 1, (1, 1)), words, place.understood, inside)
    if document.id != document.path or name in document.lines:
        found, line = document.locate(place.span.start), document.file_line(place.span.start)
        article = f"{document.id} " if document.id != document.path else ""
        inside = f"{article}{found.field}:{found.line}:{found.column}"
        return Spot(path, Region(line, 1, line, 1, (1, 1)), words, place.understood, inside)
    return Spot(path, region(document.sources[name], start, end), words, place.understood)


def whole(document: Document) -> Spot:
    """The article as a whole, for what stands nowhere in it."""
    inside = "" if document.id == document.path else document.id
    return Spot(from_here(document.path), Region(document.line, 1, document.line, 1, (1, 1)), "", "", inside)


def region(source: str, start: int, end: int) -> Region:
    line, left = before(source, start)
    end_line, inner = before(source, end)
    return Region(line, len(left) + 1, end_line, len(inner) + 1, (utf8(left) + 1, utf8(inner) + 1))


def before(source: str, at: int) -> tuple[int, str]:
    """The line of an offset, whichever line ends the file uses, and the text of that line before it."""
    start = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    breaks = source.count("\n", 0, at) + source.count("\r", 0, at) - source.count("\r\n", 0, at)
    return breaks + 1, source[start:at]


def utf8(words: str) -> int:
    return len(words.encode("utf-8", "replace"))


def told(remark: Remark, besides: bool = True) -> str:
    """The message on one line; for tools that show one place only, with the other statements behind it."""
    inside = f"{safe(remark.spots[0].inside)}: " if remark.spots[0].inside else ""
    others = [f"“{brief(one.words)}” in {safe(one.inside) or f'line {one.region.line}'}" for one in remark.spots[1:]]
    more = f" See also {', '.join(others)}." if besides and others else ""
    return f"{inside}{remark.message}{more}"


def brief(words: str, most: int = 60) -> str:
    words = safe(" ".join(words.split()))
    return words if len(words) <= most else f"{words[: most - 1]}…"


def uri(path: str) -> str:
    """A path as a URI reference, relative where the path is."""
    from urllib.parse import quote

    if Path(path).is_absolute():
        return Path(path).as_uri()
    return quote(os.fsencode(Path(path).as_posix()))  # a name of a file need be no UTF-8


def levels(counts: Sequence[int]) -> str:
    """2 errors, 1 warning, of counts in the order of SEVERITIES; empty where there is nothing."""
    named = zip(SEVERITIES, counts, strict=True)
    return ", ".join(f"{count:,} {word}{'s' * (count != 1)}" for word, count in named if count)


def at_level(result: Result) -> Level | str:
    """The word that stands before a result: error, warning, note, unsure, pass or skip."""
    return result.level if result.outcome == "fail" else result.outcome
