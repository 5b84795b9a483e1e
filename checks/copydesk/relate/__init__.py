"""Facts → relations: the ties that the text itself makes. Each file of this folder is one kind, and its name is the word users write."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache
from importlib import import_module

from copydesk.model import Document, Fact, Relation, Span
from copydesk.relate._long import parts
from copydesk.story import RelationKind, Story

NAMES: tuple[str, ...] = (
    "restatement", "headline", "conversion", "exchange", "range", "outcome", "margin", "counterpart", "revision", "voices",
    "listing", "streak", "shares", "share", "rate", "reckoning", "change", "direction", "multiple", "breakdown", "subset", "bound",
    "weekday", "sameday", "impossible", "zones", "offset", "span", "age", "anniversary", "order", "timeline",
)  # fmt: skip

# What holds the article against another text, and so is read of both as they stand.
BETWEEN_TEXTS = frozenset({"counterpart", "revision"})


def _against_another(story: Story) -> bool:
    return story.document.counterpart is not None


def _percents(story: Story) -> bool:
    return bool(story.kinds("percent")) or any(0 < fact.amount.low < 1 for fact in story.kinds("count", "number"))


# What a story must have for a relation to be in it. Where it has not, the relation's files aren't loaded: half the time of a short run
# is spent in loading ours.
_SOUGHT_WITH: Mapping[str, Callable[[Story], bool]] = {
    "counterpart": _against_another,
    "revision": _against_another,
    "shares": _percents,
    "share": _percents,
    "exchange": lambda story: bool(story.kinds("money")),
    "age": lambda story: bool(story.kinds("age", "number")) or story.mentions("birthday"),
}


@cache
def _kind(name: str) -> RelationKind:
    kind: RelationKind = import_module(f"copydesk.relate.{name}").RELATION
    return kind


class _Kinds(Mapping[str, RelationKind]):
    """All kinds of relation by name. A kind's file is imported when it is first asked for: most runs need a few."""

    def __getitem__(self, name: str) -> RelationKind:
        if name not in NAMES:
            raise KeyError(name)
        return _kind(name)

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


KINDS: Mapping[str, RelationKind] = _Kinds()


def relations(document: Document, facts: tuple[Fact, ...], kinds: Iterable[str] | None = None) -> tuple[Relation, ...]:
    """The relations of an article, of these kinds (all, if none are named), kind by kind in the order of NAMES."""
    asked = frozenset(NAMES if kinds is None else kinds)
    found = _related(Story(document, facts), asked & BETWEEN_TEXTS) if document.counterpart is not None else []
    for part in parts(document, facts):
        found += part.told(_related(part.story, asked - BETWEEN_TEXTS), document)
    found.sort(key=lambda relation: NAMES.index(relation.kind))
    found = list({(each.kind, _where(each), each.repairs): each for each in found}.values())  # two readings, one tie
    of_headline = {_where(relation) for relation in found if relation.kind == "headline"}
    of_others = {_where(relation) for relation in found if relation.kind != "reckoning"}
    told_twice = {"restatement": of_headline, "reckoning": of_others}
    return tuple(each for each in found if _where(each) not in told_twice.get(each.kind, ()))


def _related(story: Story, kinds: Set[str]) -> list[Relation]:
    return [
        relation for name in NAMES if name in kinds and may_hold(name, story) for relation in _kind(name).relate(story)
    ]


def _where(relation: Relation) -> frozenset[Span]:
    """Where its figures stand: what the headline's relation tells of two need not be told as said again."""
    return frozenset(fact.span for fact in relation.facts())


def may_hold(name: str, story: Story) -> bool:
    """May there be relations of a kind in the story? Told by what kinds of fact it has."""
    sought = _SOUGHT_WITH.get(name)
    return sought is None or sought(story)
