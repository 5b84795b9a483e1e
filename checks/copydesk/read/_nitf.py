"""A story in NITF, by itself or inside another format: headline, dateline, paragraphs, captions."""

from collections.abc import Iterable
from datetime import date, datetime

from copydesk.read._draft import publication_date
from copydesk.read._galley import Galley
from copydesk.read._prose import prose
from copydesk.read._tree import Element, Words

DASHES = ("-", "–", "—")


def fill(galley: Galley, nitf: Element) -> None:
    headline = nitf.first("body.head", "hedline", "hl1") or nitf.first("hedline", "hl1") or nitf.first("head", "title")
    if headline and not galley.has("headline"):
        galley.add("headline", headline.words())
    body = nitf.first("body.content")
    if body is None:
        return
    dateline = nitf.first("dateline")
    opening = list(dateline.words()) if dateline else []
    for block in prose(body):
        if opening and block.kind == "paragraph":
            galley.add(block.kind, opened(opening, block.words))
            opening = []
        else:
            galley.add(block.kind, block.words)


def opened(dateline: list[Words], words: Iterable[Words]) -> list[Words]:
    """A paragraph behind its dateline, as wires print it: KURSK, June 1 — The bridge …; as it is, where it begins so itself."""
    lede = list(words)
    said, place = (" ".join("".join(word.text for word in part).split()) for part in (lede, dateline))
    if not place or said.lower().startswith(place.rstrip(" -–—").lower()):
        return lede
    return [*dateline, Words(" " if place.endswith(DASHES) else " — ", -1), *lede]


def dated(nitf: Element) -> date | datetime | None:
    """The day that it was issued, released or published."""
    written = [
        (element.attributes.get(name, ""))
        for tag, name in (
            ("date.issue", "norm"),
            ("date.release", "norm"),
            ("pubdata", "date.publication"),
            ("story.date", "norm"),
        )
        for element in nitf.elements(tag)
    ]
    return first_date(written)


def first_date(written: Iterable[str]) -> date | datetime | None:
    """The first of these that can be read as one."""
    for one in written:
        try:
            return publication_date(one)
        except ValueError:
            continue
    return None
