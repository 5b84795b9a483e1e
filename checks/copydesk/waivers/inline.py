"""Waivers that stand in the article itself: `<!-- copydesk-ok passengers-agree: 366 is the later count, until 2026-01-31 -->`.

One speaks for the paragraph that it stands in or touches; between blank lines, for the paragraph that follows, and behind the last one
for that.
"""

import re
from datetime import date

from copydesk.late import late
from copydesk.model import Block, Document, Place, Span, Waiver
from copydesk.waivers import MARK

COMMENT = late(rf"<!--\s*{MARK}\b(.*?)-->", re.DOTALL)
CONTENT = late(r"(?P<rule>[\w./-]*)\s*(?::\s*(?P<because>.*))?")
UNTIL = late(r"(?:^|,\s*|\s+)until\s+(?P<date>\d[\d-]*\d)\s*$|,\s*until\s+(?P<other>\S+)\s*$")
BLANK_LINE = late(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")


def inline(document: Document) -> list[Waiver]:
    """The waivers in the fields of an article's source, in order."""
    found = []
    for name, source in document.sources.items():
        if MARK in source:
            found += [_waiver(document, name, source, match) for match in COMMENT.finditer(source)]
    return found


def _waiver(document: Document, name: str, source: str, match: re.Match[str]) -> Waiver:
    content = CONTENT.fullmatch(" ".join(match[1].split()))
    rule, because = (content["rule"], content["because"] or "") if content else (match[1].split()[0], "")
    until, unread = None, ""
    if stated := UNTIL.search(because):
        because = because[: stated.start()].rstrip(" ,")
        unread = stated["date"] or stated["other"]
        try:
            until, unread = date.fromisoformat(unread), ""
        except ValueError:
            pass
    before = source[: match.start()]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + document.line
    return Waiver(rule, because, "", until, unread, "", None, document.path, line, name, match.start())


def speaks_for(waiver: Waiver, document: Document) -> Block | None:
    """The paragraph whose findings a comment waives; None where there is none in its field."""
    source, at = document.sources[waiver.field], waiver.at
    before: tuple[int, Block] | None = None
    for block in document.blocks:
        name, start, end = document.source_span(Span(block.start, block.end))
        if name != waiver.field:
            continue
        if start > at:
            touching = before and not BLANK_LINE.search(source, before[0], at)
            return before[1] if before and touching else block
        before = (end, block)
    return before[1] if before else None


def stands_in(place: Place, document: Document, block: Block | None) -> bool:
    """Is a place of this article in the paragraph?"""
    here = place.document is document and block is not None
    return here and block is not None and block.start <= place.span.start < block.end
