"""One sentence of a rule on one article: over every choice of one mention a name, the outcome, and the choice that clashes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from copydesk.amounts import Amount, CannotCompare, Outcome, worst
from copydesk.expressions import (
    AddUp,
    Agree,
    Arithmetic,
    Between,
    Compare,
    Expression,
    Is,
    Name,
    Node,
    NumberOf,
    Order,
    Sentence,
    SumOf,
    children,
    show,
)
from copydesk.judge import wording
from copydesk.judge.values import (
    Operand,
    Skip,
    Value,
    Values,
    before,
    calendar_length,
    compare,
    gap,
    lies_between,
    on_same_day,
)
from copydesk.model import Fact
from copydesk.moments import Moment, NotComparable

# A sentence is judged over so many choices at most: those of the mentions that come first in the article.
CHOICES = 256
# Figures that `agree` pools are compared two by two: so many different ones at most.
POOL = 40

Pools = Mapping[str, Sequence[Operand]]
Choice = dict[str, Operand]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one sentence says of one article.

    text     the sentence after `say`: what is in the article against what should be; for a skip, why
    clash    the mentions that clash, the most suspicious first
    named    the clashing choice by name, for the rule's own message
    missing  nothing to judge: a fact was not found
    """

    outcome: Outcome
    text: str = ""
    clash: tuple[Operand, ...] = ()
    named: Mapping[str, tuple[Operand, ...]] | None = None
    difference: str = ""
    held: int = 0
    choices: int = 0
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """One choice: its outcome, what is and what should be, and by how much they differ."""

    outcome: Outcome
    choice: Choice
    said: str = ""
    difference: str = ""


def weigh(sentence: Sentence, pools: Pools, short: Mapping[str, str], strict: bool) -> Verdict:
    """Judge a sentence. `pools` has the mentions of each name, `short` says of names with too few why they can't be judged."""
    values = Values(pools, strict)
    lacking = next((name for name in map(str, needed(sentence)) if name in short or not pools.get(name)), None)
    if lacking is None:
        return _agree(sentence, pools, values) if isinstance(sentence, Agree) else _over_choices(sentence, pools, values)
    clash = _agree(sentence, pools, values) if isinstance(sentence, Agree) and len(sentence.names) > 1 else None
    if clash and clash.outcome in ("fail", "unsure"):
        return clash  # figures of one name that clash don't agree, whatever the name that is lacking
    return Verdict("skip", short.get(lacking) or f"No '{lacking}' was found.", missing=True)


def needed(node: Node) -> Iterator[Name]:
    """The names that a sentence can't do without; `number of x` counts none as 0."""
    if isinstance(node, Name):
        yield node
    elif not isinstance(node, NumberOf):
        for child in children(node):
            yield from needed(child)


# ---------------------------------------------------------------- agreement


def _agree(sentence: Agree, pools: Pools, values: Values) -> Verdict:
    """All mentions of all names, two by two."""
    mentions = list({_key(each): each for name in sentence.names for each in pools[str(name)]}.values())
    names = " and ".join(f"'{name}'" for name in sentence.names)
    if len(mentions) < 2:
        return Verdict("skip", f"Only one {names} was found: there is nothing to compare it with.", missing=True)
    kinds: list[tuple[Value, list[Operand]]] = []
    for mention in mentions:
        value = values.operand(mention)
        home = next((members for other, members in kinds if other == value), None)
        if home is None:
            kinds.append((value, [mention]))
        else:
            home.append(mention)
    outcome, clashing, reason = _pairwise(kinds[:POOL])
    named = {str(name): tuple(pools[str(name)]) for name in sentence.names}
    if outcome == "skip":
        return Verdict("skip", reason, named=named)
    if outcome == "pass":
        return Verdict("pass", clash=tuple(mentions), named=named)
    involved = [members for i, (_, members) in enumerate(kinds) if i in clashing]
    # The figure that fewer mentions give is the suspicious one; of two alike, the later.
    involved.sort(key=lambda members: (len(members), -_start(members[0])))
    given = wording.given([mention for mention in mentions if any(mention in members for members in involved)])
    text = (
        f"Here {given} are given."
        if outcome == "fail"
        else f"Here {given} are given, which may or may not be the same."
    )
    clash = tuple(members[0] for members in involved)
    return Verdict(outcome, text, clash, named, _spread(involved))


def _pairwise(kinds: list[tuple[Value, list[Operand]]]) -> tuple[Outcome, set[int], str]:
    """The worst outcome of all pairs, and which values it is between."""
    found: dict[str, set[int]] = {}
    reason = ""
    for i, (a, _) in enumerate(kinds):
        for j in range(i + 1, len(kinds)):
            try:
                outcome = compare(a, "=", kinds[j][0])
            except (CannotCompare, NotComparable, Skip) as trouble:
                outcome, reason = "skip", _why_not(trouble)
            found.setdefault(outcome, set()).update((i, j))
    total: Outcome = "pass" if len(kinds) == 1 else worst([o for o in ("fail", "unsure", "pass") if o in found])
    return total, found.get(total, set()), reason


def _spread(involved: list[list[Operand]]) -> str:
    values = [each.value if isinstance(each, Fact) else each for each, *_ in involved]
    amounts = [value for value in values if isinstance(value, Amount)]
    return _apart(max(amounts, key=lambda a: a.high), min(amounts, key=lambda a: a.low)) if len(amounts) > 1 else ""


# ---------------------------------------------------------------- choices


def _over_choices(sentence: Sentence, pools: Pools, values: Values) -> Verdict:
    names = _chosen(sentence)
    weighed, reason = [], ""
    for choice in islice(_choices(names, pools), CHOICES):
        try:
            weighed.append(_judge(sentence, choice, values))
        except (CannotCompare, NotComparable, Skip) as trouble:
            reason = reason or _why_not(trouble)
        except ZeroDivisionError:
            reason = reason or "It would be divided by nothing."
    if not weighed:
        lonely = not reason
        return Verdict(
            "skip", reason or f"Only one mention was found for {_quoted(names)}: it can't be both.", missing=lonely
        )
    outcome = worst([each.outcome for each in weighed])
    worst_ones = [each for each in weighed if each.outcome == outcome]
    first = worst_ones[0]
    held = sum(each.outcome == "pass" for each in weighed)
    share = Counter(_key(operand) for each in worst_ones for operand in each.choice.values())
    seen = Counter(_key(operand) for each in weighed for operand in each.choice.values())
    order = sorted(
        _in_focus(sentence, first.choice, pools),
        key=lambda operand: -share[_key(operand)] / max(1, seen[_key(operand)]),
    )
    named = {name: (operand,) for name, operand in first.choice.items()}
    return Verdict(outcome, first.said, tuple(order), named, first.difference, held, len(weighed))


def _chosen(node: Node) -> list[str]:
    """Names that stand for one mention at a time; those inside `sum of`, `number of` and `add up` stand for all."""
    if isinstance(node, Name):
        return [str(node)]
    if isinstance(node, SumOf | NumberOf):
        return []
    below = children(node)[1:] if isinstance(node, AddUp) else children(node)
    return list(dict.fromkeys(name for child in below for name in _chosen(child)))


def _choices(names: list[str], pools: Pools) -> Iterator[Choice]:
    """Every choice of one mention a name; one mention never serves two names in a choice."""
    for picked in product(*(pools[name] for name in names)):
        if len(picked) < 2 or len({_key(operand) for operand in picked}) == len(picked):
            yield dict(zip(names, picked, strict=True))


def _in_focus(sentence: Sentence, choice: Choice, pools: Pools) -> list[Operand]:
    """The mentions of a choice, and those taken together, beginning with the one that the sentence is about: its subject,
    or the side that stands alone ("… = casualties")."""
    nodes = list(children(sentence))
    if isinstance(sentence, Compare) and isinstance(sentence.left, Arithmetic | SumOf):
        nodes = [sentence.right, sentence.left]
    found: dict[object, Operand] = {}
    for node in nodes:
        for name in needed(node):
            operands = [choice[str(name)]] if str(name) in choice else pools[str(name)]
            found.update((_key(operand), operand) for operand in operands)
    return list(found.values())


def _key(operand: Operand) -> object:
    """What makes a mention itself: where it stands."""
    return (operand.span, operand.kind, id(operand.document)) if isinstance(operand, Fact) else id(operand)


def _start(operand: Operand) -> int:
    return operand.span.start if isinstance(operand, Fact) else -1


# ---------------------------------------------------------------- one choice


def _judge(sentence: Sentence, choice: Choice, values: Values) -> Weighed:
    def value(node: Expression) -> Value:
        return values.of(node, choice)

    match sentence:
        case AddUp(of, total, within):
            left, right = values.total(values.pools[str(of)]), value(total)
            outcome = compare(left, "=", right, values.limit(within, choice))
            said = f"{wording.added(values.pools[str(of)])} = {wording.shown(left)}, {{}}{wording.shown(right)}"
            return _told(outcome, choice, said, _apart(left, right), _allowed(within))
        case Is(_, _, _, side, anchor, _) if side and anchor:
            return _offset(sentence, choice, values)
        case Is(subject, node, about, _, _, within):
            return _compared(Compare(subject, "~" if about else "=", node, within), choice, values)
        case Order(subject, how, other):
            a, b = _moment(value(subject)), _moment(value(other))
            outcome = on_same_day(a, b) if how == "on" else before(a, b) if how == "before" else before(b, a)
            said = f"it is {wording.shown(a)}, {{}}{'' if how == 'on' else how + ' '}{wording.shown(b)}"
            return _told(outcome, choice, said, "")
        case Between(subject, low, high):
            middle, lowest, highest = value(subject), value(low), value(high)
            said = f"it is {wording.shown(middle)}, {{}}between {wording.shown(lowest)} and {wording.shown(highest)}"
            return _told(lies_between(middle, lowest, highest), choice, said, "")
        case Compare():
            return _compared(sentence, choice, values)
    raise Skip("This can't be judged.")


def _compared(sentence: Compare, choice: Choice, values: Values) -> Weighed:
    left, right = values.of(sentence.left, choice), values.of(sentence.right, choice)
    outcome = compare(left, sentence.sign, right, values.limit(sentence.within, choice))
    if outcome == "pass":
        return Weighed(outcome, choice)
    shown: dict[str, Value | Sequence[Operand]] = {name: values.operand(operand) for name, operand in choice.items()}
    shown.update((f"all {name}", pool) for name, pool in values.pools.items())
    one, other = _side(sentence.left, left, right, shown), _side(sentence.right, right, left, shown)
    it = "" if isinstance(sentence.left, Arithmetic | SumOf) else "it is "
    said = f"{it}{one}, {{}}{wording.SIGNS[sentence.sign]}{other}"
    return _told(outcome, choice, said, _apart(left, right), _allowed(sentence.within))


def _side(node: Expression, value: Value, other: Value, shown: Mapping[str, Value | Sequence[Operand]]) -> str:
    """A side of a comparison: its figure, and how it was calculated."""
    if isinstance(node, Arithmetic | SumOf):
        return f"{wording.written_out(node, shown)} = {wording.shown(value)}"
    return wording.in_units_of(value, other)


def _offset(sentence: Is, choice: Choice, values: Values) -> Weighed:
    """`x is about 4 hours after y`."""
    assert sentence.anchor is not None
    x, y = _moment(values.of(sentence.subject, choice)), _moment(values.of(sentence.anchor, choice))
    wanted = values.of(sentence.value, choice)
    if isinstance(wanted, Moment):
        raise CannotCompare("a time and a duration")
    backwards = sentence.side == "before"
    apart = gap(x, y, wanted.unit) if backwards else gap(y, x, wanted.unit)
    exact = calendar_length(wanted, y, backwards)
    outcome = compare(apart, "~" if sentence.about else "=", exact, values.limit(sentence.within, choice))
    turned = apart.high < 0
    side = {"after": "before", "before": "after"}[sentence.side] if turned else sentence.side
    size = -apart if turned else apart
    is_ = (
        f"it is {_length(size)} {side}"
        if apart.low or apart.high
        else "it is at the same time"
        if x.has_clock
        else "it is on the same day"
    )
    hedge = "about " if sentence.about and wanted.bound == "=" else ""
    said = f"{is_}, {{}}{hedge}{wording.shown(wanted)} {sentence.side}"
    return _told(outcome, choice, said, _apart(apart, exact), _allowed(sentence.within))


def _length(amount: Amount) -> str:
    return wording.length(amount.low * amount.unit.factor)


def _told(outcome: Outcome, choice: Choice, said: str, difference: str, allowed: str = "") -> Weighed:
    """The outcome in words: fails say what it is *not*, unsure ones what it *may or may not* be."""
    if outcome == "pass":
        return Weighed(outcome, choice)
    text = f"Here {said.format('not ' if outcome == 'fail' else 'which may or may not be ')}{allowed}."
    return Weighed(outcome, choice, text, difference)


def _allowed(within: Expression | None) -> str:
    return f" (within {show(within)})" if within is not None else ""


def _apart(a: Value, b: Value) -> str:
    """How far two figures are apart, for `{difference}`."""
    if not (isinstance(a, Amount) and isinstance(b, Amount)):
        return ""
    try:
        apart = (a.strict() - b.strict().to(a.unit)).strict()
    except CannotCompare:
        return ""
    return wording.shown(-apart if apart.high < 0 else apart)


def _moment(value: Value) -> Moment:
    if not isinstance(value, Moment):
        raise NotComparable("a figure is no time")
    return value


def _why_not(trouble: Exception) -> str:
    text = str(trouble)
    return text if isinstance(trouble, Skip) else f"This can't be compared: {text}."


def _quoted(names: list[str]) -> str:
    return " and ".join(f"'{name}'" for name in names)
