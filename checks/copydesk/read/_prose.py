"""From a tree of HTML to blocks: paragraphs, captions, list items, table cells, with what a reader of the page would see in them."""

from collections.abc import Callable

from copydesk.model import BlockKind
from copydesk.named import NamedTuple
from copydesk.read._tree import Element, Words

# No words of the article: machinery, struck-out words, code, what is only there for other programs.
NOT_TEXT = frozenset(
    "script style template noscript svg math iframe object canvas video audio select button textarea input nav head title "
    "del s strike code map datalist dialog "
    # NITF
    "media-reference media-object media-metadata media-producer pronounce note".split()
)
BLOCK = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html li main menu ol p pre section summary table tbody td tfoot th thead tr ul caption "
    # NITF
    "block media media-caption bq hl1 hl2 credit nitf-table".split()
)
KINDS: dict[str, BlockKind] = {
    "figcaption": "caption",
    "caption": "caption",
    "media-caption": "caption",
    "li": "list item",
    "dd": "list item",
    "td": "table cell",
    "th": "table cell",
}
# One of these within a list item or a cell begins no block of another kind.
PLAIN = frozenset(("p", "div", "section", "article", "center", "address", "pre"))
OPENING = ("“", '"', "„", "«", "‘", "'", "&ldquo;", "&quot;")

# Which elements a page does without; the article's own part is chosen before.
Leave = Callable[[Element], bool]


class Found(NamedTuple):
    kind: BlockKind
    words: list[Words]
    name: str  # of the element that the block is: h1, p, …


def hidden(element: Element) -> bool:
    a = element.attributes
    return bool(a) and (
        "hidden" in a or a.get("aria-hidden") == "true" or "display:none" in a.get("style", "").replace(" ", "").lower()
    )


def prose(element: Element, leave: Leave = hidden) -> list[Found]:
    """The blocks below an element, in order. Quotations of their own element are put in quotation marks, as a page shows them."""
    setter = Setter(leave)
    kind = KINDS.get(element.name, "paragraph")
    setter.visit(element, kind, element.name)
    setter.flush(kind, element.name)
    return setter.done


class Setter:
    def __init__(self, leave: Leave) -> None:
        self.leave = leave
        self.words: list[Words] = []
        self.done: list[Found] = []
        self.quote: Element | None = None
        self.breaks = 0

    def flush(self, kind: BlockKind, name: str) -> None:
        if any(words.text.strip() for words in self.words):
            if self.quote is not None:
                self.mark()
            self.done.append(Found(kind, self.words, name))
        self.words = []
        self.breaks = 0

    def mark(self) -> None:
        """Quotation marks around the words of a block quotation that has none."""
        quote = self.quote
        first = next(words for words in self.words if words.text.strip())
        if quote is None or first.text.lstrip().startswith(OPENING):
            return
        at = first.at + len(first.text) - len(first.text.lstrip()) if first.until < 0 else first.at
        last = next(words for words in reversed(self.words) if words.text.strip())
        end = last.until if last.until >= 0 else last.at + len(last.text.rstrip())
        self.words = [Words("“", at, at), *self.words, Words("”", end, end)]
        stripped_edges(self.words)

    def visit(self, element: Element, kind: BlockKind, name: str) -> None:
        """One element. Depth is bounded where the tree is built."""
        for child in element.children:
            if isinstance(child, Words):
                self.words.append(child)
                self.breaks = self.breaks if not child.text.strip() else 0
            elif child.name == "br":
                self.line_break(child, kind, name)
            elif child.name in NOT_TEXT or self.leave(child):
                self.words.append(Words(" ", -1))
            elif child.name == "q":
                self.words.append(Words("“", child.start, child.end))
                self.visit(child, kind, name)
                self.words.append(Words("”", child.end, child.end))
            elif child.name in BLOCK or (child.name == "cite" and self.quote is element):
                self.block(child, kind, name)
            else:
                self.visit(child, kind, name)

    def line_break(self, child: Element, kind: BlockKind, name: str) -> None:
        """Two in a row end a paragraph."""
        self.words.append(Words(" ", -1))
        self.breaks += 1
        if self.breaks > 1:
            self.flush(kind, name)

    def block(self, child: Element, kind: BlockKind, name: str) -> None:
        self.flush(kind, name)
        outer = self.quote
        if child.name in ("blockquote", "bq"):
            self.quote = child
        elif child.name in ("footer", "cite", "credit"):
            self.quote = None  # who said it is no part of what was said
        inner = KINDS.get(child.name, kind if child.name in PLAIN else "paragraph")
        self.visit(child, inner, child.name)
        self.flush(inner, child.name)
        self.quote = outer


def stripped_edges(words: list[Words]) -> None:
    """No white space between a mark that was put in and the words beside it."""
    while len(words) > 2 and not words[1].text.strip():
        del words[1]
    while len(words) > 2 and not words[-2].text.strip():
        del words[-2]
    for i, cut in ((1, str.lstrip), (-2, str.rstrip)):
        one = words[i]
        if one.until < 0 and one.at >= 0:
            kept = cut(one.text)
            at = one.at + (len(one.text) - len(kept) if i == 1 else 0)
            words[i] = Words(kept, at)
