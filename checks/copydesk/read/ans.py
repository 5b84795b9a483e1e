"""ANS, the Arc Native Specification of Arc XP: a story made of content elements."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime

from copydesk.model import Document, Reader, Unread
from copydesk.read._json import Story, articles
from copydesk.typed import IO, Any

KEYS = re.compile(rb"(?<!\\)\"content_elements\"\s*:")
DATES = ("display_date", "first_publish_date", "publish_date", "last_updated_date", "created_date")
# Lists lie in lists, quotations hold texts; deeper than this nobody nests.
DEEPEST = 12

Path = tuple[str | int, ...]


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    return articles(stream, path, own, fill, ("_id", "canonical_url", "slug"))


def own(value: dict[str, Any]) -> bool:
    return isinstance(value.get("content_elements"), list) and value.get("type", "story") in (
        "story",
        "results",
        "collection",
    )


def fill(story: Story) -> date | datetime | None:
    story.html("headlines", "basic", kind="headline")
    story.html("subheadlines", "basic")
    for i in story.each("content_elements"):
        element(story, ("content_elements", i), 0)
    if story.string("promo_items", "basic", "type") == "image":
        story.html("promo_items", "basic", "caption", kind="caption")
    story.file_under("taxonomy/tags", "taxonomy/keywords")
    return story.date(*DATES)


def element(story: Story, at: Path, depth: int) -> None:
    """One content element. Machinery (code, embeds, links to other stories) is no text."""
    do = KINDS.get(story.string(*at, "type"))
    if do and depth <= DEEPEST:
        do(story, at, depth)


def text(story: Story, at: Path, _: int) -> None:
    story.html(*at, "content")


def listed(story: Story, at: Path, depth: int) -> None:
    for i in story.each(*at, "items"):
        if story.string(*at, "items", i, "type") == "list":
            element(story, (*at, "items", i), depth + 1)
        else:
            story.html(*at, "items", i, "content", kind="list item")


def quote(story: Story, at: Path, _: int) -> None:
    story.html(*at, "content", inside="blockquote")
    for i in story.each(*at, "content_elements"):
        story.html(*at, "content_elements", i, "content", inside="blockquote")
    story.html(*at, "citation", "content")


def image(story: Story, at: Path, _: int) -> None:
    story.html(*at, "caption", kind="caption")


def table(story: Story, at: Path, _: int) -> None:
    rows: list[Path] = [("header",), *(("rows", i) for i in story.each(*at, "rows"))]
    for row in rows:
        for i in story.each(*at, *row):
            story.html(*at, *row, i, "content", kind="table cell")


def correction(story: Story, at: Path, _: int) -> None:
    story.html(*at, "text")


KINDS: dict[str, Callable[[Story, Path, int], None]] = {
    "text": text,
    "header": text,
    "raw_html": text,
    "list": listed,
    "quote": quote,
    "image": image,
    "video": image,
    "table": table,
    "correction": correction,
}


def knows(data: bytes) -> bool:
    return KEYS.search(data) is not None


READER = Reader("ANS stories of Arc XP, one or a list", (".json",), read, knows)
