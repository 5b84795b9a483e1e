"""The article that rules are proposed for: its facts and relations, the words around them, and what a selector finds in it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import combinations

from copydesk.amounts import Amount, CannotCompare, equal
from copydesk.extract import read_facts
from copydesk.extract.figures.phrase import read_phrase
from copydesk.judge.find import Reader
from copydesk.model import Document, Fact, Relation, Selector
from copydesk.moments import Moment
from copydesk.relate import NAMES, relations
from copydesk.rulebook.things import term
from copydesk.rulebook.words import DIMENSIONS
from copydesk.story import Story

# The keys of one name of `find`, as a rule has them: {"a": "count", "of": "passengers"}; several words are a tuple.
Keys = Mapping[str, str | tuple[str, ...]]
# Built-in relations that say something of a story as a whole, not of a few of its facts.
NOT_ASKED = frozenset({"counterpart", "headline", "timeline", "impossible", "order", "range", "restatement", "bound"})


class Case:
    """One article. `facts` are those that may stand in a rule: known, told alone, no parts of others. `asked` says where the facts begin that
    rules are wanted for; None where for all."""

    def __init__(self, document: Document, asked: frozenset[int] | None = None) -> None:
        self.document, self.asked = document, asked
        self.read = read_facts(document)
        self.story = Story(document, self.read)
        self.reader = Reader(document, self.read)
        self.facts = tuple(fact for fact in self.story.facts if fact.value is not None and not fact.part)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        return relations(self.document, self.read, [name for name in NAMES if name not in NOT_ASKED])

    def wants(self, facts: Iterable[Fact]) -> bool:
        """Is one of these asked about?"""
        return self.asked is None or any(fact.span.start in self.asked for fact in facts)

    def line(self, fact: Fact) -> int:
        return self.document.file_line(fact.span.start)

    def find(self, keys: Keys) -> tuple[Fact, ...]:
        """What a name of these keys stands for in the article."""
        found = self.reader.find(selector(keys))
        return {"first": found[:1], "last": found[-1:]}.get(str(keys.get("take")), found)

    def figures(self, *kinds: str) -> list[Fact]:
        return [fact for fact in self.facts if fact.kind in kinds and isinstance(fact.value, Amount)]

    def moments(self) -> list[Fact]:
        """Days and clock times of a known day, in text order."""
        return [fact for fact in self.facts if isinstance(fact.value, Moment) and _is_day(fact.value)]


def _is_day(moment: Moment) -> bool:
    return moment.day_known and moment.grain in ("second", "minute", "hour", "day") and moment.bound == "="


def selector(keys: Keys) -> Selector:
    """The selector that a rule's reader makes of these keys."""
    kind = texts(keys, "a")[0]
    return Selector(
        "x",
        kind,
        dimension=dimensions().get(kind),
        of=tuple(tuple(term((piece.lower(),)) for piece in one.split(" or ")) for one in texts(keys, "of")),
        near=(tuple(word.lower() for word in texts(keys, "near")),) if "near" in keys else (),
        not_near=tuple(word.lower() for word in texts(keys, "not near")),
        places=texts(keys, "in"),
        said_by=tuple(word.lower() for word in texts(keys, "said by")),
        text=" ".join(texts(keys, "text")).lower(),
    )


def texts(keys: Keys, key: str) -> tuple[str, ...]:
    found = keys.get(key, ())
    return (found,) if isinstance(found, str) else found


@cache
def dimensions() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """The dimension of each kind that is one: length, mass, …"""
    read = {name: read_phrase(example) for name, example in DIMENSIONS.items()}
    return {name: amount.unit.dimension for name, amount in read.items() if amount}


def kind_of(fact: Fact) -> str:
    """What a rule calls a fact of this kind."""
    if isinstance(fact.value, Moment):
        if fact.value.has_clock:
            return "time" if fact.kind == "time" else "moment"
        return "date" if fact.kind == "date" and fact.value.grain == "day" else "moment"
    if fact.kind == "quantity":
        return next((name for name, size in dimensions().items() if size == fact.amount.unit.dimension), "quantity")
    return fact.kind


def agree(facts: Sequence[Fact]) -> bool:
    """Do all of these figures say the same?"""
    return all(_same(a.amount, b.amount) for a, b in combinations(facts, 2))


def _same(a: Amount, b: Amount) -> bool:
    try:
        return equal(a, b) == "pass"
    except CannotCompare:
        return False


def in_order(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(set(facts), key=lambda fact: fact.span))
