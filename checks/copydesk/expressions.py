"""The sentences of `expect`, read: a frozen tree that the rulebook makes and the judge walks. RULES.md has the grammar.

`show` writes any node back as a rule writer would; reading that again gives an equal tree. Ask a node's class before comparing it: as
tuples, nodes of two kinds with the same parts are equal.
"""

from collections.abc import Iterator

from copydesk.amounts import Amount
from copydesk.named import NamedTuple
from copydesk.typed import Literal

Operator = Literal["+", "-", "*", "/"]
Sign = Literal["=", "!=", "<", ">", "<=", ">=", "~"]


class Figure(NamedTuple):
    """A figure written in the rule: `4 hours`, `$3 million`, `100%`."""

    text: str
    amount: Amount


class Name(NamedTuple):
    """A name of `find`, or a named part of the relation it stands for: `killed`, `pair.stated`."""

    name: str
    part: str = ""

    def __str__(self) -> str:
        return f"{self.name}.{self.part}" if self.part else self.name


class SumOf(NamedTuple):
    """All mentions of a name, added."""

    of: Name


class NumberOf(NamedTuple):
    """How many mentions a name has; none counts 0."""

    of: Name


class SourceValue(NamedTuple):
    """The figure that a source of the rule file gives."""

    source: str


class Arithmetic(NamedTuple):
    left: "Expression"
    operator: Operator
    right: "Expression"


Expression = Figure | Name | SumOf | NumberOf | SourceValue | Arithmetic


class Agree(NamedTuple):
    """Every mention of all these names gives the same figure."""

    names: tuple[Name, ...]


class AddUp(NamedTuple):
    """The members of each group together make the total."""

    of: Name
    total: Expression
    within: Expression | None = None


class Is(NamedTuple):
    """The subject is (about) a figure, or lies that far after or before another."""

    subject: Name
    value: Expression
    about: bool = False
    side: Literal["", "after", "before"] = ""
    anchor: Name | None = None
    within: Expression | None = None


class Order(NamedTuple):
    """The subject comes before or after the other, or falls on its day."""

    subject: Name
    how: Literal["before", "after", "on"]
    other: Name


class Between(NamedTuple):
    """The subject lies between two values, both included."""

    subject: Name
    low: Expression
    high: Expression


class Compare(NamedTuple):
    left: Expression
    sign: Sign
    right: Expression
    within: Expression | None = None


class Plug(NamedTuple):
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
