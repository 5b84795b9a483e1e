"""JSON with the place of its strings: fields are named by JSON pointer (RFC 6901), and the line of the file is kept for each."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from copydesk.late import late
from copydesk.model import BlockKind, Document, Unread
from copydesk.read._draft import LARGEST, TOO_LARGE, decode, publication_date
from copydesk.read._galley import Galley
from copydesk.read._html import BrokenHtml, parse
from copydesk.read._nested import add_plain
from copydesk.read._prose import prose
from copydesk.read._tree import Element, Words
from copydesk.typed import IO, Any

TOKEN = late(r'"(?:[^"\\]++|\\.)*+"|[{}\[\],:]', re.DOTALL)
# The longest pointer that is kept, in characters, and how many strings of a file.
LONGEST, MOST = 300, 200_000
# Where lists of articles stand in what an interface answers.
LISTS = ("items", "_items", "hits", "results", "posts", "content")


class BrokenJson(ValueError):
    """What is wrong with a file, and what to do."""


def load(data: bytes, path: str) -> tuple[Any, dict[str, int]]:
    """What a file holds, and the line on which each of its strings begins, by pointer. Raises BrokenJson."""
    text = decode(data, path) if len(data) <= LARGEST else Unread(path, path, TOO_LARGE)
    if isinstance(text, Unread):
        raise BrokenJson(text.error)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise BrokenJson(f"This is no JSON: {error.msg}, line {error.lineno}, column {error.colno}.") from error
    except (ValueError, RecursionError) as error:
        raise BrokenJson(
            "This is no JSON that I can read: it is nested too deep or holds too long a number."
        ) from error
    return value, lines(text)


def lines(text: str) -> dict[str, int]:
    """By pointer, the line of each string value of a text that is known to be JSON."""
    found: dict[str, int] = {}
    above: list[str] = []  # pointers of the containers that are open
    keys: list[str | int] = []  # where in each of them we are; in an object that waits for a key, ""
    line, behind, waits = 1, 0, False
    for token in TOKEN.finditer(text):
        line, behind = line + text.count("\n", behind, token.start()), token.start()
        mark = token.group()
        if mark in "{[":
            above.append(pointer(above, keys))
            keys.append("" if mark == "{" else 0)
            waits = mark == "{"
        elif mark in "}]":
            above.pop()
            keys.pop()
            waits = False
        elif mark == ",":
            index = keys[-1]
            waits = isinstance(index, str)
            keys[-1] = index + 1 if isinstance(index, int) else ""
        elif mark == ":":
            waits = False
        elif waits:
            keys[-1] = json.loads(mark)
        elif len(found) < MOST:
            found[pointer(above, keys)] = line
    return found


def pointer(above: list[str], keys: list[str | int]) -> str:
    """Cut where no article's field can be: keys of a hostile file would multiply."""
    return f"{above[-1]}/{escaped(keys[-1])}"[:LONGEST] if above else ""


def escaped(key: str | int) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")


class Story:
    """One article of a file, and how it is put together from strings. What is no string is passed over."""

    def __init__(self, value: dict[str, Any], at: str, begins: dict[str, int]) -> None:
        self.value, self.at, self.begins = value, at, begins
        self.galley = Galley()
        self.sources: dict[str, str] = {}

    def get(self, *path: str | int) -> Any:
        """What stands at a path, or None."""
        found: Any = self.value
        for key in path:
            if isinstance(found, dict) and isinstance(key, str):
                found = found.get(key)
            elif isinstance(found, list) and isinstance(key, int) and key < len(found):
                found = found[key]
            else:
                return None
        return found

    def string(self, *path: str | int) -> str:
        found = self.get(*path)
        return found if isinstance(found, str) else ""

    def each(self, *path: str | int) -> Iterator[int]:
        """The indices of a list."""
        found = self.get(*path)
        return iter(range(len(found))) if isinstance(found, list) else iter(())

    def field(self, *path: str | int) -> str:
        """The pointer of a string, which becomes one of the article's sources."""
        name = "".join(f"/{escaped(key)}" for key in path)
        self.sources[f"{self.at}{name}"] = self.string(*path)
        return f"{self.at}{name}"

    def plain(self, kind: BlockKind, *path: str | int) -> None:
        """A block of a string."""
        if self.string(*path).strip():
            self.galley.add(kind, [Words(self.string(*path), 0)], self.field(*path))

    def paragraphs(self, *path: str | int) -> None:
        """The paragraphs of a string of plain text."""
        if self.string(*path).strip():
            add_plain(self.galley, [Words(self.string(*path), 0)], self.field(*path))

    def html(self, *path: str | int, kind: BlockKind | None = None, inside: str = "") -> None:
        """The blocks of a string of HTML: of this kind if one is given, as if they stood in this element. Raises BrokenHtml."""
        if not self.string(*path).strip():
            return
        field, root, outer = self.field(*path), Element("", {}), Element(inside or "div", {})
        outer.children, root.children = parse(self.string(*path)).children, [outer]
        for block in prose(root):
            self.galley.add(kind or block.kind, block.words, field)

    def file_under(self, *paths: str) -> None:
        """The tags of the article, from lists of words or of objects that have a name; and its language."""
        for path in paths:
            found = self.get(*path.split("/"))
            for one in found if isinstance(found, list) else ():
                said = [one] if isinstance(one, str) else []
                if isinstance(one, dict):
                    said = [one[key] for key in ("name", "text", "slug", "keyword") if isinstance(one.get(key), str)][
                        :1
                    ]
                self.galley.tags += said
        self.galley.language = self.string("language")

    def date(self, *paths: str) -> date | datetime | None:
        """The first of these fields that is a date."""
        for path in paths:
            try:
                return publication_date(self.string(*path.split("/")))
            except ValueError:
                continue
        return None


Set = Callable[[Story], date | datetime | None]


def articles(
    stream: IO[bytes], path: str, own: Callable[[dict[str, Any]], bool], fill: Set, ids: Iterable[str]
) -> Iterator[Document | Unread]:
    """The articles of a file: one, a list, or a list inside what an interface answers.

    own   is this object an article of the format?
    fill  puts the blocks of a story on its galley and returns its date
    ids   keys that name an article among many
    """
    try:
        value, begins = load(stream.read(LARGEST + 1), path)
    except BrokenJson as error:
        yield Unread(path, path, str(error))
        return
    found = list(objects(value, own))
    if not found:
        yield Unread(path, path, "There is no article in it that I can find.")
    for at, one in found:
        alone = len(found) == 1
        line = 1 if alone else next((line for name, line in begins.items() if name.startswith(f"{at}/")), 1)
        known = next((str(one[key]) for key in ids if isinstance(one.get(key), str | int) and one[key]), f"{path}{at}")
        name = path if alone else known
        story = Story(one, at, begins)
        try:
            dated = fill(story)
        except BrokenHtml as error:
            yield Unread(name, path, str(error), line)
            continue
        lines = {field: begins[field] for field in story.sources if field in begins}
        yield story.galley.document(path, story.sources, dated, name=name, line=line, lines=lines)


def objects(value: Any, own: Callable[[dict[str, Any]], bool]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The articles with their pointers."""
    if isinstance(value, dict) and own(value):
        yield "", value
        return
    lists = [("", value)] if isinstance(value, list) else []
    if isinstance(value, dict):
        lists = [(f"/{key}", value[key]) for key in LISTS if isinstance(value.get(key), list)]
    for at, many in lists:
        yield from ((f"{at}/{i}", one) for i, one in enumerate(many) if isinstance(one, dict) and own(one))
