"""`pattern`: from its text to pieces. Literal words, {name:kind} for a figure or time, [optional], (one|other), ... for a few words."""

import re

from copydesk.patterns import Capture, Either, Gap, Piece, Word, captures
from copydesk.rulebook.notes import Notes, did_you_mean
from copydesk.rulebook.sentences import ReadFigure
from copydesk.rulebook.sorts import ANY, BY_KIND, Sort, of_dimension, of_unit
from copydesk.rulebook.tree import Text
from copydesk.rulebook.words import DIMENSIONS, KINDS, UNITS
from copydesk.typed import NoReturn

PIECE = re.compile(r"\.\.\.|…|\{[^{}]*\}?|[\[\]()|]|[^\W_]+(?:['’-][^\W_]+)*|[^\s\w]|_")
NAME = re.compile(r"[^\W\d][\w-]*")
CLOSES = {"[": "]", "(": ")"}
MODEL = "Write 'from {before:money} to {after:money}'."


class Wrong(Exception):
    """What is wrong with a pattern, and where in its text."""

    def __init__(self, what: str, start: int, end: int, hint: str = "") -> None:
        self.what, self.start, self.end, self.hint = what, start, end, hint
        super().__init__(what)


def read(item: Text, figure: ReadFigure, notes: Notes) -> tuple[tuple[Piece, ...], dict[str, Sort]]:
    """The pieces of a pattern and the sorts of its captures; none, with a note, where it can't be read."""
    try:
        pieces = _Parser(item.value, figure).whole()
        _checked(pieces, item.value)
    except Wrong as wrong:
        notes.add(item.source, item.offset(wrong.start), wrong.end - wrong.start, wrong.what, wrong.hint)
        return (), {}
    except RecursionError:
        notes.at(item, "This pattern is nested too deeply.", "Make two names of it, each with a pattern.")
        return (), {}
    return pieces, {capture.name: _sort(capture) for capture in captures(pieces)}


def _checked(pieces: tuple[Piece, ...], text: str) -> None:
    named = [capture.name for capture in captures(pieces)]
    if not named:
        raise Wrong("This pattern names no figure.", 0, len(text), MODEL)
    twice = next((name for name in named if named.count(name) > 1), None)
    if twice:
        at = text.rfind("{" + twice)
        raise Wrong(
            f"'{twice}' stands twice in this pattern.", at, at + len(twice) + 1, "Each figure gets its own name."
        )
    if not any(isinstance(piece, Word) for piece in pieces) and len(pieces) == 1:
        raise Wrong("This pattern has no words around its figure.", 0, len(text), MODEL)


def _sort(capture: Capture) -> Sort:
    if capture.unit is not None:
        return of_unit(capture.unit)
    return of_dimension(capture.dimension) if capture.dimension is not None else BY_KIND.get(capture.kind, ANY)


class _Parser:
    def __init__(self, text: str, figure: ReadFigure) -> None:
        self.text, self.figure = text, figure
        self.found = list(PIECE.finditer(text))
        self.at = 0

    def whole(self) -> tuple[Piece, ...]:
        pieces = self._sequence("")
        if self.at < len(self.found):
            stray = self.found[self.at].group()
            self._wrong(f"'{stray}' closes nothing here." if stray != "|" else "'|' stands between brackets.", "Write '(rose|fell)'.")  # fmt: skip
        return pieces

    def _wrong(self, what: str, hint: str = "") -> NoReturn:
        found = self.found[self.at]
        raise Wrong(what, found.start(), found.end(), hint)

    def _sequence(self, until: str) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        while self.at < len(self.found):
            word = self.found[self.at].group()
            if word in ("]", ")", "|"):
                break
            if word in CLOSES:
                pieces.append(self._group(word))
                continue
            if word.startswith("{"):
                pieces.append(self._capture(word))
            else:
                pieces.append(Gap() if word in ("...", "…") else Word(word.lower()))
            self.at += 1
        return tuple(pieces)

    def _group(self, opened: str) -> Either:
        """[optional] or (one|other)."""
        first, close = self.at, CLOSES[opened]
        ways = []
        while True:
            self.at += 1
            ways.append(self._sequence(close))
            if self.at >= len(self.found):
                self.at = first
                self._wrong("This bracket is never closed.", f"Close it with '{close}'.")
            word = self.found[self.at].group()
            if word == close:
                break
            if word != "|":
                self._wrong(f"'{word}' closes nothing here.", f"'{opened}' is closed by '{close}'.")
        if not any(ways):
            self._wrong("There is nothing in these brackets.", "'[…]' holds what may be left out, '(rose|fell)' one of several.")  # fmt: skip
        self.at += 1
        return Either((*ways, ()) if opened == "[" else tuple(ways))

    def _capture(self, word: str) -> Capture:
        if not word.endswith("}"):
            self._wrong("This brace is never closed.", "Write '{before:money}'.")
        name, _, kind = (part.strip() for part in word[1:-1].partition(":"))
        if not NAME.fullmatch(name):
            self._wrong(f"'{name}' can't be a name.", "Write '{before:money}': a name of one word, then what it is.")
        if not kind or kind == "any":
            return Capture(name)
        if kind in KINDS:
            return Capture(name, kind)
        amount = self.figure(DIMENSIONS.get(kind, "")) if kind in DIMENSIONS else None
        if amount is not None:
            return Capture(name, "", amount.unit.dimension)
        amount = self.figure(f"1 {kind}") or self.figure(f"{kind}1")
        if amount is None or not (amount.unit.name or amount.unit.dimension):
            known = [*KINDS, *DIMENSIONS]
            self._wrong(f"I don't know the kind or unit '{kind}'.", did_you_mean(kind, [*known, *UNITS], f"The kinds are: {', '.join(known)}."))  # fmt: skip
        return Capture(name, "", None, amount.unit)
