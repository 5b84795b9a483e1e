"""ninjs of the IPTC, versions 1 to 3: news in JSON."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from copydesk.model import Document, Reader, Unread
from copydesk.read._json import Story, articles
from copydesk.typed import IO, Any

KEYS = re.compile(rb"(?<!\\)\"(?:body_text|body_html|body_xhtml|bodies|versioncreated|versionCreated)\"\s*:")
BODIES = ("body_xhtml", "body_html", "body_text")
DATES = ("versionCreated", "versioncreated", "contentCreated", "contentcreated", "firstCreated", "firstcreated")


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    return articles(stream, path, own, fill, ("uri", "guid", "altids"))


def own(value: dict[str, Any]) -> bool:
    return any(key in value for key in (*BODIES, "bodies"))


def fill(story: Story) -> date | datetime | None:
    headline: tuple[str | int, ...] = ("headline",)
    if not story.string("headline"):
        headline = ("headlines", best(story, "headlines", ("main", "primary")), "value")
    story.html(*headline, kind="headline")
    if isinstance(story.get("bodies"), list):
        index = html_first(story)
        text(story, "html" in story.string("bodies", index, "contentType").lower(), "bodies", index, "value")
    else:
        name = next((name for name in BODIES if story.string(name).strip()), BODIES[0])
        text(story, name != "body_text", name)
    captions(story)
    story.file_under("keywords", "subject", "subjects")
    return story.date(*DATES)


def text(story: Story, html: bool, *path: str | int) -> None:
    if html:
        story.html(*path)
    else:
        story.paragraphs(*path)


def best(story: Story, key: str, roles: tuple[str, ...]) -> int:
    """The one of a list that has one of these roles, else the first."""
    return next((i for i in story.each(key) if story.string(key, i, "role").lower() in roles), 0)


def html_first(story: Story) -> int:
    """Of several renditions the one in HTML, which tells captions and quotations; else the first that says something."""
    full = [i for i in story.each("bodies") if story.string("bodies", i, "value").strip()]
    marked = [i for i in full if "html" in story.string("bodies", i, "contentType").lower()]
    return next(iter((*marked, *full)), 0)


def captions(story: Story) -> None:
    """What pictures and graphics that belong to the story say."""
    associated = story.get("associations")
    keys: list[str | int] = list(associated) if isinstance(associated, dict) else list(story.each("associations"))
    for key in keys:
        if story.string("associations", key, "type") in ("picture", "graphic", "video"):
            for path in (("description_text",), ("descriptions", 0, "value")):
                story.html("associations", key, *path, kind="caption")


def knows(data: bytes) -> bool:
    return KEYS.search(data) is not None


READER = Reader("ninjs 1 to 3, one item or a list", (".json",), read, knows)
