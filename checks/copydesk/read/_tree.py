"""A tree of elements and words, with the place of each in the source: what HTML and XML are read into."""

from collections.abc import Iterator

from copydesk.named import NamedTuple

# No page, and no feed, nests deeper than this by intention; walking it must not exhaust the stack.
DEEPEST = 200


class Words(NamedTuple):
    """Characters, where they stand in the source: there in another form (an entity) if `until` is not -1. `field` is that of the source
    where a block is made of several."""

    text: str
    at: int
    until: int = -1
    field: str = ""


class Element:
    """A tag with its attributes and what is in it. `start`, `end` is where its opening tag stands in the source.

    Names are in lower case in HTML; in XML without namespace prefix, as written.
    """

    __slots__ = ("attributes", "children", "end", "name", "start")

    def __init__(self, name: str, attributes: dict[str, str], start: int = 0, end: int = 0) -> None:
        self.name, self.attributes, self.start, self.end = name, attributes, start, end
        self.children: list[Element | Words] = []

    def elements(self, *names: str) -> Iterator["Element"]:
        """All elements below, in document order; only those of these names if any are given."""
        stack = list(reversed(self.children))
        while stack:
            child = stack.pop()
            if isinstance(child, Element):
                if not names or child.name in names:
                    yield child
                stack += reversed(child.children)

    def first(self, *path: str) -> "Element | None":
        """The first element below of the first name, in it the first of the second, …"""
        found: Element | None = self
        for name in path:
            found = next(found.elements(name), None) if found else None
        return found

    def words(self) -> Iterator[Words]:
        """All words below, in document order."""
        stack = list(reversed(self.children))
        while stack:
            child = stack.pop()
            if isinstance(child, Element):
                stack += reversed(child.children)
            else:
                yield child

    def said(self) -> str:
        """The words below as one string, white space as on a page."""
        return " ".join("".join(words.text for words in self.words()).split())
