"""The front matter of a Markdown file: its title, date, language and tags, with the place of the title's words. YAML (---) and TOML (+++) alike, as far as
one line says it; everything else in it is none of our business."""

import re

from copydesk.late import late
from copydesk.model import Span
from copydesk.named import NamedTuple

FENCED = late(r"(?:---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)|\+\+\+[ \t]*\n(?:.*\n)*?\+\+\+)[ \t]*(?:\n|\Z)")
ENTRY = late(
    r"^(title|date|lang|language)[ \t]*[:=][ \t]*(?:\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\n]|'')*)'|([^\s\"'][^\n]*?))[ \t]*(?:#.*)?$",
    re.I | re.M,
)

TAGS = late(r"^tags[ \t]*[:=][ \t]*(\[[^\]]*\]|[^\n]+|(?:\n[ \t]*-[ \t]+[^\n]+)+)", re.I | re.M)
# By the group of ENTRY: what is kept of an escape, and runs without one.
ESCAPES = {2: late(r"\\(?P<kept>.)|[^\\]+"), 3: late(r"'(?P<kept>')|[^']+")}


class FrontMatter(NamedTuple):
    """Where the body begins, the stretches of the source that make the title, and the date as written."""

    end: int = 0
    title: tuple[Span, ...] = ()
    date: str = ""
    language: str = ""
    tags: tuple[str, ...] = ()


def split(text: str) -> FrontMatter:
    """Lines of `text` must end in \\n."""
    fence = FENCED.match(text)
    if not fence:
        return FrontMatter()
    title: tuple[Span, ...] = ()
    date = language = ""
    for entry in ENTRY.finditer(text, 0, fence.end()):
        group = next(number for number in (2, 3, 4) if entry[number] is not None)
        if entry[1].lower() == "date":
            date = date or entry[group].strip()
        elif entry[1].lower() != "title":
            language = language or entry[group].strip()
        elif not title:
            title = pieces(text, entry.start(group), entry.end(group), group)
    return FrontMatter(fence.end(), title, date, language, tags(fence.group()))


def tags(front: str) -> tuple[str, ...]:
    """`tags: [fire, ferry]`, `tags: fire, ferry`, or a line each."""
    found = TAGS.search(front)
    if not found:
        return ()
    items = re.split(r"\n[ \t]*-[ \t]+|,", found[1].strip().strip("[]").removeprefix("- "))
    return tuple(word for item in items if (word := item.strip(" \t\n\"'[]")))


def pieces(text: str, start: int, end: int, group: int) -> tuple[Span, ...]:
    """The title without the marks that escape its quotes: \\" between double ones, '' between single ones."""
    marks = ESCAPES.get(group)
    if marks is None:
        return (Span(start, end),)
    found = (match.span("kept") if match["kept"] else match.span() for match in marks.finditer(text, start, end))
    return tuple(Span(*span) for span in found)
