"""One sentence of a rule on one article: over every choice of one mention a name, the outcome, and the choice that clashes."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

from copydesk.amounts import Amount, CannotCompare, Outcome, worst
from copydesk.expressions import (
    AddUp,
    Agree,
    Arithmetic,
    Between,
    Compare,
    Is,
    Order,
    Sentence,
    SourceValue,
    SumOf,
    children,
    needed,
    show,
    walk,
)
from copydesk.judge import wording
from copydesk.judge.telling import apart, tell
from copydesk.judge.values import (
    Operand,
    Skip,
    Value,
    Values,
    as_moment,
    before,
    compare,
    lies_between,
    offset,
    on_same_day,
)
from copydesk.model import Expectation, Fact
from copydesk.moments import NotComparable
from copydesk.named import NamedTuple

# A sentence is judged over so many choices at most: those of the mentions that come first in the article.
CHOICES = 256
# Figures that `agree` pools are compared two by two: so many different ones at most.
POOL = 40

Pools = Mapping[str, Sequence[Operand]]
Choice = dict[str, Operand]


class Verdict(NamedTuple):
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


def weigh(expectation: Expectation, pools: Pools, short: Mapping[str, str], strict: bool) -> Verdict:
    """Judge a sentence. `pools` has the mentions of each name, `short` says of names with too few why they can't be judged."""
    sentence = expectation.sentence
    values = Values(pools, strict)
    lacking = next((name for name in expectation.needs if name in short or not pools.get(name)), None)
    if lacking is None:
        if isinstance(sentence, Agree):
            return _agree(sentence, pools, values)
        return _over_choices(sentence, expectation.chooses, pools, values)
    clash = _agree(sentence, pools, values) if isinstance(sentence, Agree) and len(sentence.names) > 1 else None
    if clash and clash.outcome in ("fail", "unsure"):
        return clash  # figures of one name that clash don't agree, whatever the name that is lacking
    return Verdict("skip", short.get(lacking) or f"No '{lacking}' was found.", missing=True)


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
    return apart(max(amounts, key=lambda a: a.high), min(amounts, key=lambda a: a.low)) if len(amounts) > 1 else ""


# ---------------------------------------------------------------- choices


def _over_choices(sentence: Sentence, names: Sequence[str], pools: Pools, values: Values) -> Verdict:
    weighed: list[tuple[Outcome, Choice]] = []
    reason = ""
    judged = _first_of(names, pools)
    for choice in choices(names, judged):
        try:
            weighed.append((holds(sentence, choice, values), choice))
        except (CannotCompare, NotComparable, Skip) as trouble:
            reason = reason or _why_not(trouble)
        except ZeroDivisionError:
            reason = reason or "It would be divided by nothing."
    if not weighed:
        alone = f"Only one mention was found for {_quoted(names)}: it can't be both."
        return Verdict("skip", reason or alone, missing=not reason)
    outcome = worst([outcome for outcome, _ in weighed])
    if outcome == "pass":
        return Verdict("pass", held=len(weighed), choices=len(weighed))
    left_out = [name for name in names if len(judged[name]) < len(pools[name])]
    more = f" Of {_quoted(left_out)} only the first mentions were judged: there are too many." if left_out else ""
    return _clash(sentence, outcome, weighed, values, more)


def _clash(
    sentence: Sentence, outcome: Outcome, weighed: Sequence[tuple[Outcome, Choice]], values: Values, more: str
) -> Verdict:
    """The verdict on choices of which some fail or are unsure: the first of the worst, in words and places."""
    clashing = [choice for each, choice in weighed if each == outcome]
    choice = clashing[0]
    bad = Counter(_key(operand) for each in clashing for operand in each.values())
    seen = Counter(_key(operand) for _, each in weighed for operand in each.values())

    def suspicion(operand: Operand) -> float:
        """The share of its choices that clash; negative, so that the most suspicious comes first."""
        return -bad[_key(operand)] / max(1, seen[_key(operand)])

    said, difference = tell(sentence, choice, values, "not " if outcome == "fail" else "which may or may not be ")
    places = sorted(_in_focus(sentence, choice, values.pools), key=suspicion)
    named = {name: (operand,) for name, operand in choice.items()}
    held = sum(each == "pass" for each, _ in weighed)
    return Verdict(outcome, f"Here {said}.{more}", tuple(places), named, difference, held, len(weighed))


def _first_of(names: Sequence[str], pools: Pools) -> Pools:
    """The mentions that come first, so many of each name that there are at most CHOICES choices: the longest list is cut first."""
    sizes = [len(pools[name]) for name in names]
    while prod(sizes) > CHOICES:
        sizes[sizes.index(max(sizes))] -= 1
    return {name: pools[name][:size] for name, size in zip(names, sizes, strict=True)}


def choices(names: Sequence[str], pools: Pools) -> Iterator[Choice]:
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
        named = [*map(str, needed(node)), *(show(each) for each in walk(node) if isinstance(each, SourceValue))]
        for name in named:
            operands = [choice[name]] if name in choice else pools[name]
            found.update((_key(operand), operand) for operand in operands)
    return list(found.values())


def _key(operand: Operand) -> object:
    """What makes a mention itself: where it stands."""
    return (operand.span, operand.kind, id(operand.document)) if isinstance(operand, Fact) else id(operand)


def _start(operand: Operand) -> int:
    return operand.span.start if isinstance(operand, Fact) else -1


# ---------------------------------------------------------------- one choice


def holds(sentence: Sentence, choice: Choice, values: Values) -> Outcome:
    """Does the sentence hold for this choice?"""
    match sentence:
        case Compare(left, sign, right, within):
            return compare(values.of(left, choice), sign, values.of(right, choice), values.limit(within, choice))
        case AddUp(of, total, within):
            added = values.total(values.pools[str(of)])
            return compare(added, "=", values.of(total, choice), values.limit(within, choice))
        case Is(_, _, about, side, anchor, within) if side and anchor:
            length, exact = offset(sentence, choice, values)
            return compare(length, "~" if about else "=", exact, values.limit(within, choice))
        case Is(subject, value, about, _, _, within):
            sign = "~" if about else "="
            return compare(values.of(subject, choice), sign, values.of(value, choice), values.limit(within, choice))
        case Order(subject, how, other):
            a, b = as_moment(values.of(subject, choice)), as_moment(values.of(other, choice))
            return on_same_day(a, b) if how == "on" else before(a, b) if how == "before" else before(b, a)
        case Between(subject, low, high):
            return lies_between(values.of(subject, choice), values.of(low, choice), values.of(high, choice))
    raise Skip("This can't be judged.")


def _why_not(trouble: Exception) -> str:
    text = str(trouble)
    return text if isinstance(trouble, Skip) else f"This can't be compared: {text}."


def _quoted(names: Sequence[str]) -> str:
    return " and ".join(f"'{name}'" for name in names)
