"""Text inside text: HTML escaped in a feed, or plain paragraphs in one element; each piece is found again where it stands outside."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from copydesk.read._draft import blocks
from copydesk.read._galley import Galley
from copydesk.read._html import parse
from copydesk.read._prose import prose
from copydesk.read._tree import Words


class Inner:
    """The text that words make together, and where its parts stand."""

    def __init__(self, outer: Iterable[Words]) -> None:
        self.outer = list(outer)
        self.starts: list[int] = []
        length = 0
        for words in self.outer:
            self.starts.append(length)
            length += len(words.text)
        self.text = "".join(words.text for words in self.outer)

    def cut(self, start: int, end: int) -> Iterator[Words]:
        """The words of a stretch, each with its own place."""
        i = max(0, bisect_right(self.starts, start) - 1)
        while i < len(self.outer) and self.starts[i] < end:
            words, begin = self.outer[i], self.starts[i]
            if words.until >= 0 or words.at < 0:
                yield words
            else:
                first, last = max(0, start - begin), min(len(words.text), end - begin)
                if first < last:
                    yield Words(words.text[first:last], words.at + first)
            i += 1

    def found(self, words: Words) -> Iterator[Words]:
        """Words whose place is one in this text, with the place outside."""
        if words.at < 0:
            yield words
        elif words.until < 0:
            yield from self.cut(words.at, words.at + len(words.text))
        else:
            parts = list(self.cut(words.at, words.until)) or list(self.cut(words.at, words.at + 1))
            first, last = parts[0], parts[-1]
            yield Words(words.text, first.at, last.until if last.until >= 0 else last.at + len(last.text))


def add_html(galley: Galley, outer: Iterable[Words], field: str = "text") -> None:
    """The blocks of HTML that stands inside. Raises BrokenHtml."""
    inner = Inner(outer)
    for block in prose(parse(inner.text)):
        galley.add(block.kind, [place for words in block.words for place in inner.found(words)], field)


def add_plain(galley: Galley, outer: Iterable[Words], field: str = "text") -> None:
    """The paragraphs of plain text that stands inside."""
    inner = Inner(outer)
    for block in blocks(inner.text, kind="paragraph"):
        galley.add(block.kind, list(inner.cut(block.start, block.end)), field)
