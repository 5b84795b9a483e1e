"""Why a fact is, or is not, what a name stands for: for whoever asks why a rule did not fire."""

from collections.abc import Iterator, Sequence

from copydesk.judge.find import MOMENTS, Reader
from copydesk.judge.plain import either, things
from copydesk.model import Fact, Selector
from copydesk.named import NamedTuple

BLOCKS = {"headline": "the headline", "lede": "the first paragraph", "paragraph": "the body", "caption": "a caption", "list item": "a list", "table cell": "a table"}  # fmt: skip


class Look(NamedTuple):
    """One fact that a selector looked at; `why` it was left out, empty where it was taken."""

    fact: Fact
    why: str


def looked_at(selector: Selector, reader: Reader, facts: Sequence[Fact]) -> Iterator[Look]:
    """Every fact that comes near what the selector asks for, in reading order, with the first key that leaves it out."""
    taken = reader.find(selector)
    kept = {"first": taken[:1], "last": taken[-1:]}.get(selector.take, taken)
    for fact in facts:
        if fact in kept:
            yield Look(fact, "")
        elif fact in taken:
            yield Look(fact, f"'take: {selector.take}' takes another one")
        elif _of_kind(selector, fact):
            yield Look(fact, _why(selector, fact, reader))
        elif selector.of and fact in reader.find(Selector("", fact.kind, of=selector.of)):
            yield Look(fact, f"it is a {fact.kind}, not a {selector.kind}")


def _of_kind(selector: Selector, fact: Fact) -> bool:
    if selector.kind == "moment":
        return fact.kind in MOMENTS
    return fact.kind == ("quantity" if selector.dimension is not None else selector.kind)


def _why(selector: Selector, fact: Fact, reader: Reader) -> str:
    """The first key of the selector that a fact of its kind does not meet by itself."""
    if fact.value is None:
        return "its value is not known"
    if fact.part:
        return "it is a part of another figure"
    if fact.some and not selector.text and any(term.roles for terms in selector.of for term in terms):
        return f"it counts only some of the {fact.role}"
    bare = Selector(selector.name, selector.kind, dimension=selector.dimension)
    if fact.other and not (selector.near or selector.text):
        return "it belongs to another event than the story's"
    if fact not in reader.find(bare._replace(text=_plain(fact))):
        return f"it is no single day ({fact.timex})" if selector.kind == "date" else f"it is in {_unit(fact)}"
    for key, why in _keys(selector, fact, reader):
        if fact not in reader.find(key._replace(kind=selector.kind, dimension=selector.dimension)):
            return why
    return "another one is nearer"


def _keys(selector: Selector, fact: Fact, reader: Reader) -> Iterator[tuple[Selector, str]]:
    """Each key of a selector by itself, and what to say of a fact that does not meet it."""
    bare = Selector(selector.name, selector.kind, text=_plain(fact))
    if selector.of:
        yield bare._replace(of=selector.of), f"it is of {_whose(fact)}, not of {things(selector.of)}"
    if selector.places or selector.not_places:
        found = bare._replace(places=selector.places, not_places=selector.not_places)
        yield found, f"it stands in {BLOCKS[fact.block]}{', inside quotation marks' if fact.quoted else ''}"
    if selector.said_by:
        yield (
            bare._replace(said_by=selector.said_by),
            f"it is said by {fact.speaker!r}" if fact.speaker else "nobody says it",
        )
    if selector.text:
        yield bare._replace(text=selector.text), f"it does not read '{selector.text}'"
    for near in selector.near:
        yield bare._replace(near=(near,), text=""), _how_far(near, fact, reader)
    if selector.not_near:
        yield bare._replace(not_near=selector.not_near), f"{either(selector.not_near)} stands in its clause"


def _how_far(near: tuple[str, ...], fact: Fact, reader: Reader) -> str:
    """Where the nearest of these words stands, seen from a fact that is not taken for near."""
    match reader.how_near(fact, near):
        case "nowhere":
            return f"{either(near)} stands nowhere in the article"
        case "elsewhere":
            return f"no {either(near)} stands in its sentence"
    return f"{either(near)} stands in its sentence, but in the clause of another one or closer to it"


def _whose(fact: Fact) -> str:
    words = [
        f"'{' '.join(fact.of)}'" if fact.of else "",
        f"people {fact.role.replace('+', ' and ')}" if fact.role else "",
    ]
    return ", ".join(filter(None, words)) or "nothing that was understood"


def _unit(fact: Fact) -> str:
    return fact.amount.unit.name or "no unit"


def _plain(fact: Fact) -> str:
    return " ".join(fact.text.lower().split())
