"""What is wrong with rule files, gathered while reading goes on, so that one run tells everything."""

from dataclasses import dataclass, field

from copydesk.errors import Mistake
from copydesk.typed import Protocol


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """One rule file: its path as shown to people, and its text."""

    path: str
    text: str

    def place(self, offset: int) -> tuple[int, int, str]:
        """Line and column, from 1, of an offset, and the whole line."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        line = self.text[start : end if end >= 0 else len(self.text)]
        return self.text.count("\n", 0, offset) + 1, offset - start + 1, line.rstrip("\r")


class Placed(Protocol):
    """Anything that stands somewhere in a rule file."""

    @property
    def source(self) -> Source: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(slots=True)
class Notes:
    """The mistakes found so far."""

    mistakes: dict[tuple[str, int, int, str], Mistake] = field(default_factory=dict)

    def add(self, source: Source, offset: int, width: int, what: str, hint: str = "") -> None:
        """Note one mistake; the same one twice (a rule and another that is `like` it) is told once."""
        line, column, excerpt = source.place(offset)
        width = max(1, min(width, len(excerpt) - column + 1))
        key = (source.path, line, column, what)
        # Tabs would set the caret askew; a blank in their place keeps the column.
        self.mistakes.setdefault(key, Mistake(source.path, line, column, what, hint, excerpt.replace("\t", " "), width))

    def at(self, where: Placed, what: str, hint: str = "") -> None:
        """Note a mistake that a whole text or key makes."""
        raw = where.source.text[where.start : where.end]
        self.add(where.source, where.start, len(raw.split("\n")[0].rstrip()), what, hint)

    def of(self, source: Source) -> bool:
        """Has anything been noted of this file?"""
        return any(path == source.path for path, *_ in self.mistakes)

    def in_order(self, paths: list[str]) -> list[Mistake]:
        """All mistakes, file by file as given, from top to bottom."""
        rank = {path: i for i, path in enumerate(paths)}
        return sorted(self.mistakes.values(), key=lambda m: (rank.get(m.path, len(rank)), m.path, m.line, m.column))


def nearest(word: str, known: list[str]) -> str:
    """The known word that this may be a slip of, or nothing."""
    from difflib import get_close_matches

    likely = [each for each in known if len(each) > 2 or len(word) < 4]  # "kind" is no slip of "in"
    return next(iter(get_close_matches(word, likely, 1, 0.6)), "")


def did_you_mean(word: str, known: list[str], otherwise: str = "") -> str:
    """The hint for an unknown word."""
    close = nearest(word, known)
    return f"Did you mean '{close}'?" if close else otherwise
