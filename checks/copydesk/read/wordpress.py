"""Posts as the REST interface of WordPress gives them: one, or a list."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from copydesk.model import Document, Reader, Unread
from copydesk.read._json import Story, articles
from copydesk.typed import IO, Any

KEYS = re.compile(rb"(?<!\\)\"content\"\s*:\s*\{[^{}]{0,40}(?<!\\)\"(?:rendered|raw|protected)\"\s*:")


def read(stream: IO[bytes], path: str) -> Iterator[Document | Unread]:
    return articles(stream, path, own, fill, ("link", "slug", "id"))


def own(value: dict[str, Any]) -> bool:
    content = value.get("content")
    return isinstance(content, dict) and "rendered" in content


def fill(story: Story) -> date | datetime | None:
    story.html("title", "rendered", kind="headline")
    story.html("content", "rendered")
    # `date` is by the site's own clock, which is what "Tuesday" counts from; it carries no zone.
    return story.date("date", "date_gmt")


def knows(data: bytes) -> bool:
    return KEYS.search(data) is not None


READER = Reader("WordPress posts from its REST interface, one or a list", (".json",), read, knows)
