"""The pieces of a pattern: "from {before:money} to {after:money}". The rulebook reads them, the judge looks for them in sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.amounts import Unit


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign as it stands in the article, in lower case."""

    text: str


@dataclass(frozen=True, slots=True)
class Capture:
    """A figure or time that gets a name. `kind` is a kind of fact, "any", or empty where only dimension or unit is asked for."""

    name: str
    kind: str = "any"
    dimension: tuple[tuple[str, int], ...] | None = None
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A few words, whichever."""


@dataclass(frozen=True, slots=True)
class Either:
    """One of several sequences; an empty one makes it optional."""

    ways: tuple[tuple["Piece", ...], ...]


Piece = Word | Capture | Gap | Either


def captures(pieces: tuple[Piece, ...]) -> Iterator[Capture]:
    """All captures, in the order written."""
    for piece in pieces:
        if isinstance(piece, Capture):
            yield piece
        elif isinstance(piece, Either):
            for way in piece.ways:
                yield from captures(way)
