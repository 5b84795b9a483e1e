"""Reads the times of a text as tests need them: a plain document of one block a paragraph."""

import re
from datetime import date, datetime

from copydesk import numerals
from copydesk.extract import times
from copydesk.model import Block, Document, Fact, Segment
from copydesk.tokens import Page


def document(text: str, dated: str | date | None = None) -> Document:
    given = datetime.fromisoformat(dated) if isinstance(dated, str) else dated
    blocks = tuple(
        Block("paragraph", found.start(), found.end()) for found in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text)
    )
    return Document("case", text, blocks, (Segment(0, len(text), "text", 0),), {"text": text}, date=given)


def read(text: str, dated: str | date | None = None) -> list[Fact]:
    page = Page(document(text, dated))
    return times.read(page, numerals.read(page))
