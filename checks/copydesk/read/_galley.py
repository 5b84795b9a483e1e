"""An article set from words that know their place: white space as on a page, block by block, from one field of the source or several."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from copydesk.late import late
from copydesk.model import Block, BlockKind, Document, Segment, Unread
from copydesk.printed import Row
from copydesk.read._tree import Words

# White space that a page collapses; no-break spaces are none.
SPACES = " \t\n\r\f\v"
RUN = late(r"[^ \t\n\r\f\v]++(?: [^ \t\n\r\f\v]++)*+")


class Galley:
    """The growing text, its blocks, and the way back; and what the source files the article under."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.segments: list[Segment] = []
        self.tags: list[str] = []
        self.language = ""

    def add(self, kind: BlockKind, words: Iterable[Words], field: str = "text") -> None:
        """A block; none if there are no words in it. Of what could be the lede the first is."""
        runs = list(collapsed(words))
        whole = "".join(one.text for one in runs)
        said = whole.strip()
        if not said:
            return
        if kind == "paragraph" and not any(block.kind in ("lede", "paragraph") for block in self.blocks):
            kind = "lede"
        if self.parts:
            self.put("\n\n")
        start = self.length + len(whole) - len(whole.lstrip())
        for text, at, until, own in runs:
            if at >= 0:
                self.segments.append(Segment(self.length, self.length + len(text), own or field, at, until))
            self.put(text)
        self.blocks.append(Block(kind, start, start + len(said)))

    def put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def has(self, kind: BlockKind) -> bool:
        return any(block.kind == kind for block in self.blocks)

    def document(
        self,
        path: str,
        sources: Mapping[str, str],
        dated: date | datetime | None = None,
        *,
        name: str = "",
        lines: Mapping[str, int] | None = None,
        units: Mapping[str, str] | None = None,
        rows: Mapping[str, tuple[Row, ...]] | None = None,
        line: int = 1,
    ) -> Document | Unread:
        """The article; Unread where there is no body to it."""
        if not any(block.kind != "headline" for block in self.blocks):
            return Unread(name or path, path, "There is no article in it: I found no text.", line)
        return Document(
            name or path,
            "".join(self.parts),
            tuple(self.blocks),
            tuple(self.segments),
            sources,
            path,
            line,
            dated,
            tags=tuple(dict.fromkeys(tag.strip() for tag in self.tags if tag.strip())),
            language=self.language.strip(),
            lines=lines or {},
            units=units or {},
            rows=rows or {},
            markup=True,
        )


def collapsed(words: Iterable[Words]) -> Iterable[Words]:
    """The same words with each run of white space one space, and none at either end."""
    space = begun = False
    for one in words:
        if one.until >= 0:
            if not one.text.strip(SPACES):
                space = True
                continue
            if space and begun:
                yield Words(" ", -1)
            yield one
            space, begun = False, True
            continue
        behind = 0
        for run in RUN.finditer(one.text):
            if begun and (space or run.start() > behind):
                yield Words(" ", -1)
            yield Words(run.group(), one.at + run.start() if one.at >= 0 else -1, field=one.field)
            space, begun, behind = False, True, run.end()
        space = space or behind < len(one.text)
