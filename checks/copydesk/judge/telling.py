"""One choice of mentions that clashes, in words: what is in the article, against what should be."""

from collections.abc import Mapping, Sequence

from copydesk.amounts import DAY, Amount, CannotCompare
from copydesk.expressions import (
    AddUp,
    Arithmetic,
    Between,
    Compare,
    Expression,
    Is,
    NumberOf,
    Order,
    Sentence,
    SumOf,
    show,
)
from copydesk.judge import wording
from copydesk.judge.values import Operand, Value, Values, bare, offset

Choice = Mapping[str, Operand]


def tell(sentence: Sentence, choice: Choice, values: Values, turn: str) -> tuple[str, str]:
    """What is in the article against what should be, with `turn` between the two ("not "); and by how much they differ."""

    def shown(node: Expression) -> str:
        return wording.shown(values.of(node, choice))

    match sentence:
        case Compare():
            return _compared(sentence, choice, values, turn)
        case AddUp(of, total, within):
            members = values.pools[str(of)]
            added = values.total(members)
            said = f"{wording.added(members)} = {wording.shown(added)}, {turn}{shown(total)}{_allowed(within)}"
            return said, apart(added, values.of(total, choice))
        case Is(_, node, about, side, anchor, within) if side and anchor:
            length, exact = offset(sentence, choice, values)
            hedge = "about " if about and exact.bound == "=" else ""
            return f"{_lying(length, side)}, {turn}{hedge}{shown(node)} {side}{_allowed(within)}", apart(length, exact)
        case Is(subject, value, about, _, _, within):
            return _compared(Compare(subject, "~" if about else "=", value, within), choice, values, turn)
        case Order(subject, how, other):
            return f"it is {shown(subject)}, {turn}{'' if how == 'on' else how + ' '}{shown(other)}", ""
        case Between(subject, low, high):
            return f"it is {shown(subject)}, {turn}between {shown(low)} and {shown(high)}", ""
    return "", ""


def _compared(sentence: Compare, choice: Choice, values: Values, turn: str) -> tuple[str, str]:
    left, right = values.of(sentence.left, choice), values.of(sentence.right, choice)
    shown: dict[str, Value | Sequence[Operand]] = {name: values.operand(operand) for name, operand in choice.items()}
    shown.update((f"all {name}", pool) for name, pool in values.pools.items())
    one, it = wording.in_units_of(left, right), "it is "
    worked = _worked_out(sentence.left, shown, left)
    if worked:
        one, it = worked, ""
    elif isinstance(sentence.left, NumberOf):
        it = f"the number of '{sentence.left.of}' is "
    other = _worked_out(sentence.right, shown, right) or wording.shown(right)
    return f"{it}{one}, {turn}{wording.SIGNS[sentence.sign]}{other}{_allowed(sentence.within)}", apart(left, right)


def _worked_out(node: Expression, shown: Mapping[str, Value | Sequence[Operand]], value: Value) -> str:
    """14 + 6 = 20; nothing for what is no sum, or a sum of one."""
    if not isinstance(node, Arithmetic | SumOf):
        return ""
    steps, result = wording.written_out(node, shown), wording.shown(value)
    return f"{steps} = {result}" if steps != result else ""


def _lying(apart: Amount, side: str) -> str:
    """Where it lies: 6 h 16 min after, 2 days before, at the same time."""
    if not apart.low and not apart.high:
        return "it is on the same day" if apart.unit == DAY else "it is at the same time"
    turned = {"after": "before", "before": "after"}
    seconds = apart.low * apart.unit.factor
    return f"it is {wording.length(abs(seconds))} {turned[side] if seconds < 0 else side}"


def _allowed(within: Expression | None) -> str:
    return f" (within {show(within)})" if within is not None else ""


def apart(a: Value, b: Value) -> str:
    """How far two figures are apart, for `{difference}`."""
    if not (isinstance(a, Amount) and isinstance(b, Amount)):
        return ""
    try:
        between = (bare(a) - bare(b).to(a.unit)).strict()
    except CannotCompare:
        return ""
    return wording.shown(-between if between.high < 0 else between)
