"""What a result says: figures and times in few words, and one sentence on what is in the article against what should be."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, localcontext

from copydesk.amounts import LONGEST, ONE, PERCENT, ROOM, Amount, CannotCompare
from copydesk.expressions import Arithmetic, Expression, Figure, Name, NumberOf, SourceValue, SumOf, show
from copydesk.judge.values import Operand, Value
from copydesk.late import late
from copydesk.model import Fact
from copydesk.moments import Moment

BOUNDS = {"=": "", "~": "about ", "<": "less than ", "<=": "up to ", ">": "more than ", ">=": "at least "}
SIGNS = {
    "=": "",
    "!=": "different from ",
    "<": "less than ",
    ">": "more than ",
    "<=": "at most ",
    ">=": "at least ",
    "~": "about ",
}
TIMES = "×"
LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
SMALL_TIMES = (("day", 86400), ("h", 3600), ("min", 60), ("s", 1))
SHORT = {"second": "s", "minute": "min", "hour": "h"}
# Units whose plural isn't the name and an s.
PLURALS = {"foot": "feet", "inch": "inches", "pound sterling": "pounds sterling", "degree": "degrees", "penny": "pence"}
UNCHANGED = ("s", "yen", "yuan", "hertz")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
TIME = (("time", 1),)
# Stands in a rule's message for a name that was not found.
NOTHING = "–"
PLACEHOLDER = late(r"\{\{|\}\}|\{([^{}]*)\}")


def shown(value: Value | Operand) -> str:
    """A figure or a time as understood: `at least 7`, `6 h 16 min`, `Sat 31 May 22:44`."""
    if isinstance(value, Fact):
        return shown(value.value) if value.value is not None else value.text
    return _amount(value) if isinstance(value, Amount) else _moment(value)


def number(value: Decimal) -> str:
    """A number with its thousands apart and at most three decimals; round ones from a million on as in print: 27.5 million."""
    if not value.is_finite():
        return str(value)
    if abs(value) >= LONGEST:
        return f"{int(value):,}"
    with localcontext(ROOM):
        return _number(value)


def _number(value: Decimal) -> str:
    for size, name in LARGE:
        if abs(value) >= size and not value % (size // 1000):
            return f"{_number(value / size)} {name}"
    rounded = round(value, 3)
    whole = rounded == rounded.to_integral_value()
    return f"{int(rounded):,}" if whole else f"{rounded:,f}".rstrip("0").rstrip(".")


def _amount(amount: Amount) -> str:
    hedge = BOUNDS[amount.bound]
    if amount.unit.name == "weekday":
        return WEEKDAYS[int(amount.low) % 7 - 1]
    if amount.low != amount.high:
        return f"{hedge}{number(amount.low)} to {_with_unit(number(amount.high), amount, amount.high)}"
    if amount.unit.dimension == TIME and amount.low < 0:
        return f"{_amount(-amount)} earlier"
    if amount.unit.dimension == TIME and amount.unit.name in ("second", "minute", "hour"):
        return hedge + length(amount.low * amount.unit.factor)
    return hedge + _with_unit(number(amount.low), amount, amount.low)


def _with_unit(figure: str, amount: Amount, value: Decimal) -> str:
    unit = amount.unit
    if unit == PERCENT:
        return figure + "%"
    if not unit.name:
        return figure if unit.factor == ONE else number(value * unit.factor)
    if unit.name in SHORT:
        return f"{figure} {SHORT[unit.name]}"
    head, per, rest = unit.name.partition(" per ")
    return f"{figure} {head if value == 1 else _plural(head)}{per}{rest}"


def _plural(unit: str) -> str:
    """Several of a unit by its quantulum3 name: miles, inches, square feet, pounds sterling, degrees Celsius."""
    for one, several in PLURALS.items():
        if one in unit:
            return unit.replace(one, several)
    return unit if unit.endswith(UNCHANGED) else unit + "s"


def length(seconds: Decimal) -> str:
    """A length of time in at most two units: 6 h 16 min."""
    left, pieces = abs(int(seconds)), []
    for name, size in SMALL_TIMES:
        count, left = divmod(left, size)
        if count:
            pieces.append(f"{count} {name}{'s' if name == 'day' and count > 1 else ''}")
    return ("-" if seconds < 0 else "") + (" ".join(pieces[:2]) or "0 min")


def _moment(moment: Moment) -> str:
    """Its day and its clock time, as far as they are known."""
    start, hedge = moment.start, "about " if moment.about else ""
    clock = f"{start:%H:%M}" if moment.has_clock and moment.grain != "part" else ""
    if not moment.day_known:
        return hedge + (clock or moment.timex)
    if moment.grain not in ("second", "minute", "hour", "part", "day"):
        return hedge + (moment.timex or str(start.year))
    day = f"{start.day} {MONTHS[start.month - 1]}"
    if moment.year_known:
        day = f"{DAYS[start.weekday()]} {day}"
    if moment.grain == "part":
        day += f", {moment.timex.partition('T')[2]}"
    return hedge + f"{day} {clock}".strip()


# ---------------------------------------------------------------- the sentence after `say`


def written_out(node: Expression, values: Mapping[str, Value | Sequence[Operand]]) -> str:
    """An expression with the article's figures in the place of its names: 14 + 6."""
    match node:
        case Name():
            value = values[str(node)]
            return shown(value) if isinstance(value, Amount | Moment) else ""
        case Figure(_, amount):
            return shown(amount)
        case SourceValue():
            found = values.get(f"all {show(node)}", ())
            return shown(found[0]) if isinstance(found, Sequence) and found else ""
        case NumberOf(of):
            return str(len(_members(values, of)))
        case SumOf(of):
            return added(_members(values, of))
        case Arithmetic(left, operator, right):
            sign = TIMES if operator == "*" else operator
            return f"{_bracketed(left, operator, values)} {sign} {_bracketed(right, operator, values)}"
    return ""


def _members(values: Mapping[str, Value | Sequence[Operand]], of: Name) -> Sequence[Operand]:
    found = values.get(f"all {of}", ())
    return found if isinstance(found, Sequence) else ()


def _bracketed(node: Expression, operator: str, values: Mapping[str, Value | Sequence[Operand]]) -> str:
    text = written_out(node, values)
    loose = isinstance(node, Arithmetic) and (operator in "*/" or node.operator in "+-" == operator == "-")
    return f"({text})" if loose else text


def added(members: Sequence[Operand]) -> str:
    return " + ".join(shown(member) for member in members)


def given(facts: Sequence[Operand]) -> str:
    """Different figures, each once with how often it stands: `7 (twice) and 9`."""
    counted: dict[str, int] = {}
    for fact in facts:
        text = shown(fact)
        counted[text] = counted.get(text, 0) + 1
    often = {1: "", 2: " (twice)"}
    pieces = [text + often.get(times, f" ({times} times)") for text, times in counted.items()]
    return pieces[0] if len(pieces) == 1 else f"{', '.join(pieces[:-1])} and {pieces[-1]}"


def in_units_of(value: Value, other: Value) -> str:
    """The value as shown, with the same in the other's unit behind it where they differ: 56 miles (90.12 kilometres)."""
    text = shown(value)
    if isinstance(value, Amount) and isinstance(other, Amount) and value.unit != other.unit and value.unit.dimension:
        try:
            moved = value.to(other.unit)
        except CannotCompare:
            return text
        if value.unit.name not in SHORT:
            text += f" ({_rounded(moved)})"
    return text


def _rounded(amount: Amount) -> str:
    """A converted figure to four digits, without its hedge."""
    value = Decimal(f"{amount.low:.4g}")
    return _with_unit(number(value), amount, value)


def listed(words: Iterable[str]) -> str:
    """One, two and three."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def filled(message: str, values: Mapping[str, str]) -> str:
    """The rule's own message with its placeholders filled in."""

    def fill(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0][0]
        return values.get(found[1], "") or NOTHING

    return PLACEHOLDER.sub(fill, message)
