"""The arithmetic of a sentence, step by step, for every choice of mentions: what `copydesk explain --on` prints."""

from collections.abc import Iterator, Mapping, Sequence

from copydesk.amounts import Amount, CannotCompare, Interval
from copydesk.expressions import Agree, Arithmetic, NumberOf, SourceValue, SumOf, show, walk
from copydesk.judge import wording
from copydesk.judge.telling import tell
from copydesk.judge.values import Operand, Skip, Value, Values
from copydesk.judge.weigh import Choice, Pools, choices, holds
from copydesk.model import Expectation, Fact
from copydesk.moments import NotComparable

# So many choices are worked out at most.
CHOICES = 12


def steps(expectation: Expectation, pools: Pools, strict: bool) -> Iterator[str]:
    """The lines for one sentence whose names were all found."""
    sentence, values = expectation.sentence, Values(pools, strict)
    if isinstance(sentence, Agree):
        for name in sentence.names:
            yield from (_operand(str(name), each, values) for each in pools[str(name)])
        return
    for count, choice in enumerate(choices(expectation.chooses, pools)):
        if count == CHOICES:
            yield "… and so on for the other choices."
            return
        yield from _choice(expectation, choice, values)


def _choice(expectation: Expectation, choice: Choice, values: Values) -> Iterator[str]:
    sentence = expectation.sentence
    yield from (_operand(name, operand, values) for name, operand in choice.items())
    shown: dict[str, Value | Sequence[Operand]] = {f"all {name}": pool for name, pool in values.pools.items()}
    try:
        shown.update({name: values.operand(operand) for name, operand in choice.items()})
        for node in reversed(list(walk(sentence))):
            if isinstance(node, Arithmetic | SumOf | NumberOf | SourceValue):
                worked = wording.written_out(node, shown)
                value = wording.shown(values.of(node, choice))
                yield f"{show(node)} = {worked}{f' = {value}' if value != worked else ''}{_allows(values.of(node, choice))}"
        outcome = holds(sentence, choice, values)
        turn = {"pass": "and that is ", "fail": "not ", "unsure": "which may or may not be "}.get(outcome, "")
        said, _ = tell(sentence, choice, values, turn)
        yield f"→ {outcome}: {said}"
    except (CannotCompare, NotComparable, Skip) as trouble:
        yield f"→ skip: {trouble}"
    except ZeroDivisionError:
        yield "→ skip: it would be divided by nothing"


def _operand(name: str, operand: Operand, values: Values) -> str:
    value = values.operand(operand)
    text = f"'{' '.join(operand.text.split())}' = " if isinstance(operand, Fact) else ""
    return f"{name}: {text}{wording.shown(value)}{_allows(value)}"


def _allows(value: Value) -> str:
    """What the words leave open: `about 4 h` may be anything from 3 h 30 min to 4 h 30 min."""
    if not isinstance(value, Amount):
        return ""
    core = value.core
    if core.low == core.high:
        return ""
    return f" (anything {_interval(core, value)})"


def _interval(core: Interval, value: Amount) -> str:
    def end(number: object) -> str:
        return wording.shown(Amount(number, number, "=", core, core, value.unit))  # type: ignore[arg-type]

    low = f"from {end(core.low)}" if core.low.is_finite() else ""
    high = f"to {end(core.high)}" if core.high.is_finite() else "up"
    return f"{low} {high}".strip() if low else f"up {high}"


def of_relation(parts: Mapping[str, object]) -> Iterator[str]:
    """A tie's parts, in words."""
    for name, part in parts.items():
        if isinstance(part, tuple):
            yield f"{name}: {', '.join(repr(' '.join(each.text.split())) for each in part if isinstance(each, Fact))}"
        elif isinstance(part, Fact):
            yield f"{name}: '{' '.join(part.text.split())}' = {wording.shown(part)}"
        elif isinstance(part, Amount) or part is not None:
            yield f"{name}: {wording.shown(part)} (worked out)"  # type: ignore[arg-type]
