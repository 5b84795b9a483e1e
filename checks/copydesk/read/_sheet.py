"""An article put together from stretches of its source, block by block: what a format with markup between the words needs."""

from bisect import bisect_left
from collections.abc import Iterable

from copydesk.late import late
from copydesk.model import Block, BlockKind, Segment, Span

# A stretch of the source, or words that stand there in another form (an entity, a line break).
Piece = Span | str
TWO = late("\r\n")


class Sheet:
    """The growing text, its blocks, and the way back.

    source     with \\n at the end of every line, whatever the file uses; pieces are stretches of it
    """

    def __init__(self, source: str, original: str) -> None:
        self.source = source
        self.text = ""
        self.blocks: list[Block] = []
        self.segments: list[Segment] = []
        # Where, in the source, the line ends stand that are two characters in the file.
        self._doubled = [match.start() - i for i, match in enumerate(TWO.finditer(original))]

    def add(self, kind: BlockKind, pieces: Iterable[Piece]) -> None:
        """A block; none if there are no words in it. A line break inside a piece becomes a space."""
        atoms = [atom for piece in pieces for atom in self._atoms(piece)]
        trim(atoms)
        if not atoms:
            return
        parts = ["\n\n"] if self.text else []
        length = start = len(self.text) + 2 * len(parts)
        for words, at in atoms:
            if at >= 0:
                self.segments.append(Segment(length, length + len(words), "text", at + bisect_left(self._doubled, at)))
            parts.append(words)
            length += len(words)
        self.text += "".join(parts)
        self.blocks.append(Block(kind, start, length))

    def _atoms(self, piece: Piece) -> list[tuple[str, int]]:
        """Words with their place in the source, or -1."""
        if isinstance(piece, str):
            return [(piece, -1)]
        found: list[tuple[str, int]] = []
        at = piece.start
        for i, words in enumerate(self.source[piece.start : piece.end].split("\n")):
            if i:
                found.append((" ", -1))
            if words:
                found.append((words, at))
            at += len(words) + 1
        return found


def trim(atoms: list[tuple[str, int]]) -> None:
    """Take the white space off both ends."""
    while atoms and not atoms[0][0].strip():
        atoms.pop(0)
    while atoms and not atoms[-1][0].strip():
        atoms.pop()
    if atoms:
        words, at = atoms[0]
        atoms[0] = words.lstrip(), at if at < 0 else at + len(words) - len(words.lstrip())
        words, at = atoms[-1]
        atoms[-1] = words.rstrip(), at
