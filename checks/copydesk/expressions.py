"""The sentences of `expect`, read: a frozen tree that the rulebook makes and the judge walks. RULES.md has the grammar.

`show` writes any node back as a rule writer would; reading that again gives an equal tree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from copydesk.amounts import Amount

Operator = Literal["+", "-", "*", "/"]
Sign = Literal["=", "!=", "<", ">", "<=", ">=", "~"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure written in the rule: `4 hours`, `$3 million`, `100%`."""

    text: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class Name:
    """A name of `find`, or a named part of the relation it stands for: `killed`, `pair.stated`."""

    name: str
    part: str = ""

    def __str__(self) -> str:
        return f"{self.name}.{self.part}" if self.part else self.name


@dataclass(frozen=True, slots=True)
class SumOf:
    """All mentions of a name, added."""

    of: Name


@dataclass(frozen=True, slots=True)
class NumberOf:
    """How many mentions a name has; none counts 0."""

    of: Name


@dataclass(frozen=True, slots=True)
class SourceValue:
    """The figure that a source of the rule file gives."""

    source: str


@dataclass(frozen=True, slots=True)
class Arithmetic:
    left: "Expression"
    operator: Operator
    right: "Expression"


Expression = Figure | Name | SumOf | NumberOf | SourceValue | Arithmetic


@dataclass(frozen=True, slots=True)
class Agree:
    """Every mention of all these names gives the same figure."""

    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class AddUp:
    """The members of each group together make the total."""

    of: Name
    total: Expression
    within: Expression | None = None


@dataclass(frozen=True, slots=True)
class Is:
    """The subject is (about) a figure, or lies that far after or before another."""

    subject: Name
    value: Expression
    about: bool = False
    side: Literal["", "after", "before"] = ""
    anchor: Name | None = None
    within: Expression | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """The subject comes before or after the other, or falls on its day."""

    subject: Name
    how: Literal["before", "after", "on"]
    other: Name


@dataclass(frozen=True, slots=True)
class Between:
    """The subject lies between two values, both included."""

    subject: Name
    low: Expression
    high: Expression


@dataclass(frozen=True, slots=True)
class Compare:
    left: Expression
    sign: Sign
    right: Expression
    within: Expression | None = None


@dataclass(frozen=True, slots=True)
class Plug:
    """A function of the rule writer's own says whether it holds."""

    module: str
    function: str


Sentence = Agree | AddUp | Is | Order | Between | Compare | Plug
Node = Sentence | Expression


def children(node: Node) -> tuple[Expression, ...]:
    """The expressions directly below a node, in the order written."""
    match node:
        case Agree(names):
            return names
        case AddUp(of, total, within):
            found: tuple[Expression | None, ...] = (of, total, within)
        case Is(subject, value, _, _, anchor, within):
            found = (subject, value, anchor, within)
        case Order(subject, _, other):
            found = (subject, other)
        case Between(subject, low, high):
            found = (subject, low, high)
        case Compare(left, _, right, within):
            found = (left, right, within)
        case Arithmetic(left, _, right):
            found = (left, right)
        case SumOf(of) | NumberOf(of):
            found = (of,)
        case _:
            found = ()
    return tuple(child for child in found if child is not None)


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, in the order written."""
    yield node
    for child in children(node):
        yield from walk(child)


def needed(node: Node) -> tuple[Name, ...]:
    """The names that a sentence can't do without; `number of x` counts none as 0."""
    if isinstance(node, Name):
        return (node,)
    below = () if isinstance(node, NumberOf) else children(node)
    return tuple(dict.fromkeys(name for child in below for name in needed(child)))


def chosen(node: Node) -> tuple[Name, ...]:
    """The names that stand for one mention at a time; those in `agree`, `add up`, `sum of` and `number of` stand for all."""
    if isinstance(node, Name):
        return (node,)
    if isinstance(node, SumOf | NumberOf | Agree):
        return ()
    below = children(node)[1:] if isinstance(node, AddUp) else children(node)
    return tuple(dict.fromkeys(name for child in below for name in chosen(child)))


def parts(node: Node) -> tuple[Name, ...]:
    """The names that are a part of a relation."""
    return tuple(dict.fromkeys(each for each in walk(node) if isinstance(each, Name) and each.part))


def show(node: Node) -> str:
    """The node as a rule writer would write it."""
    match node:
        case Figure(text, _):
            return text
        case Name():
            return str(node)
        case SumOf(of):
            return f"sum of {of}"
        case NumberOf(of):
            return f"number of {of}"
        case SourceValue(source):
            return f"source {source}"
        case Arithmetic(left, operator, right):
            return f"{_inner(left, operator, False)} {operator} {_inner(right, operator, True)}"
        case Agree(names):
            return f"{' and '.join(map(str, names))} agree"
        case AddUp(of, total, within):
            return f"{of} add up to {_operand(total)}{_within(within)}"
        case Is(subject, value, about, side, anchor, within):
            where = f" {side} {anchor}" if anchor else ""
            return f"{subject} is {'about ' if about else ''}{_operand(value)}{where}{_within(within)}"
        case Order(subject, how, other):
            return f"{subject} is {how} {other}"
        case Between(subject, low, high):
            return f"{subject} is between {_operand(low)} and {_operand(high)}"
        case Compare(left, sign, right, within):
            return f"{show(left)} {sign} {show(right)}{_within(within)}"
        case Plug(module, function):
            return f"python {module}:{function}"


def _inner(node: Expression, operator: Operator, right: bool) -> str:
    """A side of an arithmetic, in brackets where it would be read otherwise without."""
    if not isinstance(node, Arithmetic):
        return show(node)
    tight = operator in "*/"
    loose = node.operator in "+-"
    return f"({show(node)})" if (tight and loose) or (right and tight == (not loose)) else show(node)


def _operand(node: Expression) -> str:
    return f"({show(node)})" if isinstance(node, Arithmetic) else show(node)


def _within(node: Expression | None) -> str:
    return f" within {_operand(node)}" if node else ""
