"""An article with some words changed in place: its text, and the source that it was read from, both the same but for them."""

from bisect import bisect_right

from copydesk.model import Block, Document, Segment, Span
from copydesk.slips._slip import Slip


def slipped(document: Document, slip: Slip) -> Document | None:
    """The article with one slip in it; None where its words can't be changed in its source one for one."""
    return edited(document, slip.span, slip.words)


def edited(document: Document, span: Span, words: str) -> Document | None:
    """The article with these words in the place of others.

    None where the old words don't stand in the source as they are, in one piece (an entity stands for one of them, markup parts them).
    """
    i = bisect_right(document.segments, span.start, key=lambda segment: segment.start) - 1
    if i < 0 or not words or document.segments[i].until >= 0 or span.end > document.segments[i].end:
        return None
    home, by = document.segments[i], len(words) - len(span_of(document, span))
    at = home.at + span.start - home.start
    source = document.sources[home.field]
    return document._replace(
        text=document.text[: span.start] + words + document.text[span.end :],
        blocks=tuple(_block(block, span, by) for block in document.blocks),
        segments=tuple(_segment(each, home, span, by) for each in document.segments),
        sources={**document.sources, home.field: source[:at] + words + source[at + span.end - span.start :]},
        headings={
            moved(start, span, by): tuple(_span(each, span, by) for each in spans)
            for start, spans in document.headings.items()
        },
    )


def span_of(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


def moved(offset: int, span: Span, by: int) -> int:
    """Where an offset of the text stands after the change; those inside the changed words stay."""
    return offset + by if offset >= span.end else offset


def _span(each: Span, span: Span, by: int) -> Span:
    return Span(moved(each.start, span, by), moved(each.end, span, by))


def _block(block: Block, span: Span, by: int) -> Block:
    return block._replace(start=moved(block.start, span, by), end=moved(block.end, span, by))


def _segment(each: Segment, home: Segment, span: Span, by: int) -> Segment:
    later = each.start >= span.end and each.field == home.field
    return each._replace(
        start=moved(each.start, span, by),
        end=moved(each.end, span, by),
        at=each.at + by if later and each.at > home.at else each.at,
        until=each.until + by if later and each.until >= 0 and each.at > home.at else each.until,
    )
