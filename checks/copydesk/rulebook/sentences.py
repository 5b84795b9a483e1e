"""The sentences of `expect`, read by recursive descent. RULES.md has the grammar; expressions.py the tree.

Figures are read by the reader of articles, so that "about 4 hours" means in a rule what it means in a story.
"""

import re
from collections.abc import Callable, Mapping

from copydesk.amounts import Amount
from copydesk.expressions import (
    AddUp,
    Agree,
    Arithmetic,
    Between,
    Compare,
    Expression,
    Figure,
    Is,
    Name,
    NumberOf,
    Operator,
    Order,
    Sentence,
    Sign,
    SourceValue,
    SumOf,
)  # fmt: skip
from copydesk.named import NamedTuple
from copydesk.rulebook.notes import did_you_mean, nearest
from copydesk.rulebook.words import ARTICLES, UNITS
from copydesk.typed import NoReturn

ReadFigure = Callable[[str], Amount | None]

LEXEME = re.compile(r"!=|<=|>=|[=<>~+*()]|[^\s()=<>!~+*/]+|[/!]")
NAME = re.compile(r"[^\W\d][\w-]*(?:\.[^\W\d][\w-]*)?")
SIGNS: tuple[Sign, ...] = ("=", "!=", "<", ">", "<=", ">=", "~")
# A figure ends before these.
STOPS = frozenset(
    ("after", "before", "within", "and", "or", "is", "agree", "add", "+", "-", "*", "/", "(", ")", *SIGNS)
)
# How a figure was hedged, and what a sentence says instead.
INSTEAD = {">": "> {}", ">=": ">= {}", "<": "< {}", "<=": "<= {}", "~": "is about {0}', or '{0}"}


class Word(NamedTuple):
    """One word or sign of a sentence, and where it stands in it."""

    text: str
    start: int
    end: int


class Unread(Exception):
    """A sentence, or a piece of it, that can't be read. `whole`: not a sentence of the grammar at all, it may be free English."""

    def __init__(self, what: str, start: int, end: int, hint: str = "", whole: bool = False) -> None:
        self.what, self.start, self.end, self.hint, self.whole = what, start, end, hint, whole
        super().__init__(what)


class Read(NamedTuple):
    """A sentence as read, and where each node of its tree stands in it: id of the node → start, end."""

    sentence: Sentence
    spans: Mapping[int, tuple[int, int]]


def read(text: str, names: Mapping[str, object], figure: ReadFigure) -> Read:
    """Read one sentence over these names. Raises Unread."""
    parser = _Parser(text, names, figure)
    sentence = parser.sentence()
    return Read(sentence, parser.spans)


def words(text: str, names: Mapping[str, object]) -> list[Word]:
    """The words and signs of a sentence. `km/h` is one word, `killed/injured` three: names are told from units."""
    found: list[Word] = []
    for match in LEXEME.finditer(text):
        word = Word(match.group(), *match.span())
        if found and found[-1].end == word.start and _one_unit(found, word, names):
            last = found.pop()
            word = Word(text[last.start : word.end], last.start, word.end)
        found.append(word)
    if found and len(found[-1].text) > 1 and found[-1].text.endswith("."):
        last = found.pop()
        found.append(Word(last.text[:-1], last.start, last.end - 1))
    return found


def _one_unit(found: list[Word], word: Word, names: Mapping[str, object]) -> bool:
    """Does this word belong to the one that it touches: the "/" and the "h" of "km/h"?"""
    last = found[-1].text
    known = last.partition(".")[0] in names
    return (word.text == "/" and last[-1:].isalpha() and not known) or (last.endswith("/") and len(last) > 1)


class _Parser:
    def __init__(self, text: str, names: Mapping[str, object], figure: ReadFigure) -> None:
        self.text, self.names, self.figure = text, names, figure
        self.words = [word for word in words(text, names) if word.text not in ARTICLES]
        self.at = 0
        self.spans: dict[int, tuple[int, int]] = {}

    # ------------------------------------------------------------ small steps

    def peek(self, ahead: int = 0) -> str:
        i = self.at + ahead
        return self.words[i].text if i < len(self.words) else ""

    def took(self, *expected: str) -> bool:
        """Step over these words if they come next."""
        if all(self.peek(i) == word for i, word in enumerate(expected)):
            self.at += len(expected)
            return True
        return False

    def here(self) -> tuple[int, int]:
        if self.at < len(self.words):
            return self.words[self.at].start, self.words[self.at].end
        end = self.words[-1].end if self.words else len(self.text)
        return max(0, end - 1), end

    def fail(self, what: str, hint: str = "", whole: bool = False) -> NoReturn:
        raise Unread(what, *self.here(), hint, whole)

    def spanned(self, node: Expression, first: int) -> Expression:
        self.spans[id(node)] = (self.words[first].start, self.words[self.at - 1].end)
        return node

    # ------------------------------------------------------------ sentences

    def sentence(self) -> Sentence:
        if not self.words:
            raise Unread(
                "This sentence is empty.",
                0,
                max(1, len(self.text)),
                "Say what holds: 'x agree', 'x is 4 hours after y'.",
            )
        sentence = self._sentence()
        if self.at < len(self.words):
            word = self.peek()
            if word in ("and", "or", "if", "but", "unless"):
                self.fail(f"The sentence should end before '{word}'.", "Two conditions are two lines under 'expect'.")
            start, end = self.here()[0], self.words[-1].end
            raise Unread(
                f"The sentence should end before '{self.text[start:end]}'.",
                start,
                end,
                "Take it out, or make a line of its own of it.",
            )
        return sentence

    def _sentence(self) -> Sentence:
        first = self.at
        left = self._sum()
        if self.peek() in ("and", "agree"):
            return self._agree(left)
        if self.took("add", "up", "to"):
            return AddUp(self._as_name(left, first), self._operand(), self._within())
        if self.peek() == "is":
            return self._is(self._as_name(left, first))
        for sign in SIGNS:
            if self.took(sign):
                return Compare(left, sign, self._sum(), self._within())
        what, hint = (
            f"I don't understand '{self.peek()}' here.",
            "After a name comes 'agree', 'add up to', 'is', or a sign such as '='.",
        )
        if not self.peek():
            what, hint = (
                f"'{self.text.strip()}' says nothing yet.",
                "Say what holds: 'x agree', 'x is 4 hours after y', 'x + y = z'.",
            )
        raise Unread(what, *self.here(), hint, whole=True)

    def _agree(self, left: Expression) -> Agree:
        found = [self._as_name(left, self.at - 1)]
        while self.took("and"):
            found.append(self._name())
        if not self.took("agree"):
            self.fail(
                "I expected 'agree' here.",
                "Two names are joined like this: 'x and y agree'.",
                whole=not self.peek() or len(found) == 1,
            )
        return Agree(tuple(found))

    def _is(self, subject: Name) -> Sentence:
        self.at += 1
        if self.peek() in ("before", "after", "on"):
            how = self.peek()
            self.at += 1
            return Order(subject, "before" if how == "before" else "after" if how == "after" else "on", self._name())
        if self.took("between"):
            low = self._operand()
            if not self.took("and"):
                self.fail("I expected 'and' here.", "Write 'x is between 10 and 20'.")
            return Between(subject, low, self._operand())
        about = self.took("about")
        value = self._operand()
        side, anchor = "", None
        if self.peek() in ("after", "before"):
            side = self.peek()
            self.at += 1
            anchor = self._name()
        return Is(
            subject, value, about, "after" if side == "after" else "before" if side else "", anchor, self._within()
        )

    def _within(self) -> Expression | None:
        return self._operand() if self.took("within") else None

    # ------------------------------------------------------------ expressions

    def _sum(self) -> Expression:
        return self._chain(("+", "-"), lambda: self._chain(("*", "/"), self._operand))

    def _chain(self, operators: tuple[Operator, ...], operand: Callable[[], Expression]) -> Expression:
        first = self.at
        left = operand()
        while True:
            for operator in operators:
                if self.took(operator):
                    left = self.spanned(Arithmetic(left, operator, operand()), first)
                    break
            else:
                return left

    def _operand(self) -> Expression:
        first = self.at
        if self.took("("):
            inner = self._sum()
            if not self.took(")"):
                self.fail("This bracket is never closed: I expected ')'.", "Close it with ')'.")
            return inner
        if self.took("sum", "of"):
            return self.spanned(SumOf(self._name()), first)
        if self.took("number", "of"):
            return self.spanned(NumberOf(self._name()), first)
        if self.peek() == "source" and self.peek() not in self.names:
            self.at += 1
            if not NAME.fullmatch(self.peek()):
                self.fail(
                    "I expected the name of a source here.", "Sources stand under 'sources:' at the top of the file."
                )
            self.at += 1
            return self.spanned(SourceValue(self.words[self.at - 1].text), first)
        if self.peek().partition(".")[0] in self.names:
            return self._name()
        return self._figure()

    def _name(self) -> Name:
        """A name of `find`, or a part of one."""
        word, first = self.peek(), self.at
        name, _, part = word.partition(".")
        if name not in self.names:
            if not word:
                self.fail(
                    "The sentence stops too early: I expected a name here.", f"The names are: {', '.join(self.names)}."
                )
            self.fail(f"I don't know the name '{word}'.", self._known(word), whole=not nearest(word, list(self.names)))
        self.at += 1
        node = Name(name, part)
        self.spanned(node, first)
        return node

    def _known(self, word: str) -> str:
        names = list(self.names)
        return did_you_mean(
            word, names, f"The names of this rule are: {', '.join(names)}." if names else "This rule finds nothing yet."
        )

    def _as_name(self, node: Expression, first: int) -> Name:
        if isinstance(node, Name):
            return node
        start, end = self.spans.get(id(node), (self.words[first].start, self.words[max(first, self.at - 1)].end))
        raise Unread(f"I expected a name here, not '{self.text[start:end]}'.", start, end, "Use a sign: 'x + y = z'.")

    def _figure(self) -> Figure:
        """The figure that begins here and goes on until a word of the grammar."""
        first = self.at
        while self.peek() and self.peek() not in STOPS and self.peek().partition(".")[0] not in self.names:
            self.at += 1
        if self.at == first:
            word = self.peek()
            self.fail(
                f"I expected a name or a figure here, not '{word}'."
                if word
                else "The sentence stops too early: I expected a name or a figure here.",
                f"It can be {', '.join(self.names)}, or a figure such as '7' or '4 hours'." if self.names else "",
            )
        start, end = self.words[first].start, self.words[self.at - 1].end
        text = self.text[start:end]
        amount = self.figure(text)
        if amount is None:
            self._not_a_figure(first, start, end, text)
        self._unhedged(amount, start, end)
        # A rule's figure is exact, or as rounded as written; it has no leniency of a reader ("400" in a rule is not 388).
        figure = Figure(text, amount._replace(wide=amount.core))
        self.spanned(figure, first)
        return figure

    def _unhedged(self, amount: Amount, start: int, end: int) -> None:
        """A bound or a range in a rule is a comparison: as a figure, "more than 12" would never be 31 for certain."""
        text = self.text[start:end]
        if amount.bound in INSTEAD:
            bare = self._bare(text, amount)
            hedge = " … ".join(filter(None, (each.strip() for each in text.split(bare, 1)))) if bare else text
            raise Unread(f"A figure in a rule has no '{hedge}'.", start, end, f"Write '{INSTEAD[amount.bound].format(bare or '7')}'.")  # fmt: skip
        if amount.low != amount.high:
            raise Unread(f"'{text}' is no single figure.", start, end, "Two ends are written so: 'x is between 10 and 20'.")  # fmt: skip

    def _bare(self, text: str, hedged: Amount) -> str:
        """The fewest words of a text that state its figure without the hedge."""
        words = text.split()
        runs = [" ".join(words[i : i + n]) for n in range(1, len(words)) for i in range(len(words) - n + 1)]
        for run in runs:
            plain = self.figure(run)
            if plain and (plain.bound, plain.low, plain.high, plain.unit) == (
                "=",
                hedged.low,
                hedged.high,
                hedged.unit,
            ):
                return run
        return ""

    def _not_a_figure(self, first: int, start: int, end: int, text: str) -> NoReturn:
        """Say what is wrong with what should be a figure: an unknown unit, a name or free English."""
        inside = self.words[first : self.at]
        if len(inside) > 1 and self.figure(inside[0].text) is not None:
            unit = next((w for w in inside[1:] if w.text.lower() not in UNITS), inside[1])
            raise Unread(f"I don't know the unit '{unit.text}'.", unit.start, unit.end, did_you_mean(unit.text.lower(), UNITS, "A figure is a number with its unit: 4 hours, 100%, $3 million."))  # fmt: skip
        if len(inside) == 1 and (glued := re.fullmatch(r"([\d.,]*\d)([^\W\d].*)", text)):
            raise Unread(
                f"I don't know the unit '{glued[2]}'.",
                start + len(glued[1]),
                end,
                did_you_mean(glued[2].lower(), UNITS, "A figure is a number with its unit: 4 hours, 100%, $3 million."),
            )
        if len(inside) == 1 and NAME.fullmatch(text):
            raise Unread(f"I don't know the name '{text}'.", start, end, self._known(text.partition(".")[0]))
        raise Unread(
            f"'{text}' is neither a name of this rule nor a figure.",
            start,
            end,
            self._known(inside[0].text),
            whole=True,
        )
