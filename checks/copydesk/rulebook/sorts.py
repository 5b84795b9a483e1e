"""What can be compared with what: a count with a count, a length with a length, a date with a date. A sentence that compares
a count with a date is a mistake in the rule, told with its place, never a failed article."""

from collections.abc import Collection, Mapping, Sequence

from copydesk.amounts import DAY, PERCENT, Unit, less
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
    Order,
    SourceValue,
    SumOf,
    show,
    walk,
)  # fmt: skip
from copydesk.lexicon.units import is_money
from copydesk.named import NamedTuple
from copydesk.rulebook.sentences import Read, Unread
from copydesk.typed import NoReturn


class Sort(NamedTuple):
    """The sort of a value. `family` decides what it compares with; `word` is how a message calls it."""

    family: str
    word: str


ANY = Sort("any", "a figure")
NUMBER = Sort("number", "a number")
RATIO = Sort("ratio", "a ratio")
DURATION = Sort("duration", "a duration")
MOMENT = Sort("moment", "a date or time")
BY_KIND = {
    "count": Sort("count", "a count"),
    "quantity": ANY,
    "money": Sort("money", "a sum of money"),
    "percent": Sort("percent", "a percentage"),
    "age": Sort("age", "an age"),
    "number": NUMBER,
    "score": Sort("number", "a side of a score"),
    "ordinal": Sort("count", "an ordinal"),
    "date": Sort("moment", "a date"),
    "time": Sort("moment", "a time"),
    "moment": MOMENT,
    "duration": DURATION,
    "figure": ANY,
    "any": Sort("unknown", "a value"),
}
# Families that compare although they differ.
ALIKE = frozenset(
    map(
        frozenset,
        [
            ("number", "count"),
            ("number", "age"),
            ("age", "duration"),
            ("ratio", "percent"),
            ("ratio", "number"),
            ("ratio", "count"),
        ],
    )
)
SCALARS = ("number", "ratio", "count", "percent")
MOMENTS = ("moment", "unknown")


def comparable(a: Sort, b: Sort) -> bool:
    if a.family == b.family or "unknown" in (a.family, b.family):
        return True
    if "any" in (a.family, b.family):
        return "moment" not in (a.family, b.family)
    return frozenset((a.family, b.family)) in ALIKE


def of_unit(unit: Unit) -> Sort:
    """The sort of a figure with this unit."""
    if not unit.dimension:
        return BY_KIND["percent"] if unit.factor == PERCENT.factor else NUMBER
    if unit.dimension == DAY.dimension:
        return DURATION
    return BY_KIND["money"] if is_money(unit) else of_dimension(unit.dimension)


def of_dimension(dimension: tuple[tuple[str, int], ...], word: str = "") -> Sort:
    """The sort of a physical dimension, under its plain name where it has one."""
    shown = word or " ".join(name if power == 1 else f"{name}^{power}" for name, power in dimension)
    return Sort(f"dimension {dimension}", f"{'an' if shown[:1] in 'aeiou' else 'a'} {shown}")


def _instead(a: Sort, b: Sort) -> str:
    """What to write where two sorts can't be compared."""
    families = {a.family, b.family}
    if "moment" in families:
        return "A day or time is compared with another one: 'x is before y', 'x is 4 hours after y'."
    if families & {"number", "count", "ratio"} and "percent" in families:
        return "A percentage is one of something: write '40% * whole', or 'part / whole = 40%'."
    if "number" in families:
        return "Write the figure with its unit: '$40', '40 km', '4 hours'."
    return "Only figures of one kind can be: name another fact, or another kind under 'a'."


class Checker:
    """Checks one sentence over the sorts of its names: of each, or of its parts by name. `patterns` are those that are patterns."""

    def __init__(
        self, read: Read, sorts: Mapping[str, Sort | Mapping[str, Sort]], patterns: Collection[str] = ()
    ) -> None:
        self.read, self.sorts, self.patterns = read, sorts, patterns

    def check(self) -> None:
        """Raises Unread at the first thing that can't be compared, or that no article can change."""
        self._of_article()
        match self.read.sentence:
            case Agree(names):
                for other in names[1:]:
                    self._compared(names[0], other)
                self.sort(names[0])
                self._several(names)
            case AddUp(of, total, within):
                self._compared(of, total)
                self._figure(of, "added up")
                self._allowance(within, self.sort(of))
            case Is(subject, value, _, side, anchor, within) if side and anchor:
                self._moment(subject)
                self._moment(anchor)
                if not comparable(self.sort(value), DURATION) or self.sort(value).family == "moment":
                    self._fail(
                        value,
                        f"'{show(value)}' is {self.sort(value).word}: between two times lies a duration.",
                        "Write '4 hours after x'.",
                    )
                self._allowance(within, DURATION)
            case Is(subject, value, _, _, _, within):
                self._compared(subject, value)
                self._allowance(within, self.sort(subject))
            case Order(subject, how, other):
                self._moment(subject, f"'{how}'")
                self._moment(other, f"'{how}'")
            case Between(subject, low, high):
                self._compared(subject, low)
                self._compared(subject, high)
                self._in_order(low, high)
            case Compare(left, _, right, within):
                self._compared(left, right)
                self._allowance(within, self.sort(left))

    def _of_article(self) -> None:
        """Some of the sentence must come from the article, or it always holds or never."""
        if not any(isinstance(node, Name | SourceValue) for node in walk(self.read.sentence)):
            names = (
                f"The names of this rule are: {', '.join(self.sorts)}." if self.sorts else "Name a fact under 'find'."
            )
            end = max((end for _, end in self.read.spans.values()), default=1)
            raise Unread("This sentence names nothing of the article: it always says the same.", 0, end, names)

    def _in_order(self, low: Expression, high: Expression) -> None:
        if isinstance(low, Figure) and isinstance(high, Figure) and low.amount.unit.fits(high.amount.unit) and less(high.amount, low.amount) == "pass":  # fmt: skip
            self._fail(high, f"Nothing lies between {show(low)} and {show(high)}.", f"The smaller one comes first: 'between {show(high)} and {show(low)}'.")  # fmt: skip

    def _several(self, names: Sequence[Name]) -> None:
        """A figure of a pattern has nothing to agree with: each place where the pattern stands is judged by itself."""
        first = names[0]
        if len(names) == 1 and first.name in self.patterns:
            self._fail(
                first,
                f"'{first}' is one figure, and each '{first.name}' is judged by itself: there is nothing for it to agree with.",
                f"Name facts that agree ('{first.name}: {{a: count, near: …}}'), or two parts.",
            )

    def sort(self, node: Expression) -> Sort:
        match node:
            case Name(name, part):
                return self._named(node, name, part)
            case Figure(_, amount):
                return of_unit(amount.unit)
            case NumberOf(of):
                if not isinstance(self.sorts[of.name], Sort) and of.part:
                    self._named(of, of.name, of.part)
                return BY_KIND["count"]
            case SumOf(of):
                self._figure(of, "added up")
                return self.sort(of)
            case Arithmetic():
                return self._arithmetic(node)
            case SourceValue():
                return BY_KIND["any"]
        return ANY

    def _named(self, node: Name, name: str, part: str) -> Sort:
        found = self.sorts[name]
        if isinstance(found, Sort):
            if part:
                self._fail(node, f"'{name}' is {found.word}: it has no parts.", f"Write '{name}'.")
            return found
        if part not in found:
            known = ", ".join(f"{name}.{each}" for each in found)
            what = f"'{name}' has no part '{part}'." if part else f"'{name}' is a relation: say which part of it."
            self._fail(node, what, f"Its parts are {known}.")
        return found[part]

    def _arithmetic(self, node: Arithmetic) -> Sort:
        left, right = self.sort(node.left), self.sort(node.right)
        if node.operator == "-" and left.family == right.family == "moment":
            return DURATION
        if "moment" in (left.family, right.family):
            first, second = (node.left, node.right) if left.family == "moment" else (node.right, node.left)
            hint = (
                f"Write 'x is {show(second)} after {show(first)}'."
                if self.sort(second) == DURATION
                else "Of two times there is only the one minus the other."
            )
            self._fail(
                first,
                f"'{show(first)}' is {self.sort(first).word}: it can't be calculated with '{node.operator}'.",
                hint,
            )
        if node.operator in "+-":
            self._compared(node.left, node.right)
            return right if left.family in ("number", "any") else left
        families = {left.family, right.family}
        if node.operator == "/" and isinstance(node.right, Figure) and not node.right.amount.high:
            self._fail(node.right, "Nothing can be divided by 0.", "Divide by a name, or by another figure.")
        if node.operator == "*" and families == {"money"}:
            self._fail(node.right, f"'{show(node.left)}' and '{show(node.right)}' are sums of money: there are no square dollars.", "Money times a count or a percentage is money.")  # fmt: skip
        if node.operator == "/" and (families <= {"number", "count"} or (len(families) == 1 and left.family not in ("any", "unknown"))):  # fmt: skip
            return RATIO
        if node.operator == "*" and families == {"percent", "number"}:
            return RATIO  # 40% * 12, but also 40% * 2: a figure or a share
        if node.operator == "*" and left.family == "percent":
            return right
        if right.family in SCALARS:
            return right if node.operator == "*" and left.family in ("number", "ratio") else left
        return right if left.family in SCALARS and node.operator == "*" else ANY

    def _compared(self, left: Expression, right: Expression) -> None:
        a, b = self.sort(left), self.sort(right)
        if not comparable(a, b):
            self._fail(
                right,
                f"'{show(left)}' is {a.word} and '{show(right)}' is {b.word}: they can't be compared.",
                _instead(a, b),
            )

    def _moment(self, node: Name, word: str = "'after' and 'before'") -> None:
        sort = self.sort(node)
        if sort.family not in MOMENTS:
            self._fail(
                node,
                f"'{node}' is {sort.word}: {word} {'are' if ' and ' in word else 'is'} said of dates and times.",
                "For figures write '<', '>', 'x < y'.",
            )

    def _figure(self, node: Expression, done: str) -> None:
        sort = self.sort(node)
        if sort.family == "moment":
            self._fail(
                node,
                f"'{show(node)}' is {sort.word}: it can't be {done}.",
                "Only figures can: counts, money, lengths of time.",
            )

    def _allowance(self, within: Expression | None, of: Sort) -> None:
        if within is None:
            return
        sort = self.sort(within)
        wanted = DURATION if of.family == "moment" else of
        if sort.family != "percent" and not comparable(sort, wanted):
            self._fail(
                within,
                f"'{show(within)}' is {sort.word}, and what it should allow for is {wanted.word}.",
                f"Write {wanted.word}, or a percentage: 'within 2%'.",
            )

    def _fail(self, node: Expression, what: str, hint: str = "") -> NoReturn:
        start, end = self.read.spans.get(id(node), (0, 1))
        raise Unread(what, start, end, hint)
