"""What the sources of a rule give for an article, as mentions like any other: a figure of a table, or of another text."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from copydesk.errors import BrokenRules, Mistake
from copydesk.judge import wording
from copydesk.judge.find import Reader
from copydesk.judge.values import Operand
from copydesk.model import DataSource, Document, Fact, Rule
from copydesk.sources import Absent, said, value

PREVIOUS = "previous"


def pools(rule: Rule, reader: Reader) -> tuple[dict[str, Sequence[Operand]], dict[str, str]]:
    """The value of each source under `source NAME`, and for those without one the reason. Raises BrokenRules."""
    found: dict[str, Sequence[Operand]] = {}
    short: dict[str, str] = {}
    for source in rule.sources:
        try:
            found[f"source {source.name}"] = [operand(source, reader)]
        except Absent as reason:
            short[f"source {source.name}"] = str(reason)
    return found, short


def operand(source: DataSource, reader: Reader) -> Operand:
    """Raises Absent, BrokenRules."""
    if source.kind == "given":
        return said(source)
    return _fact(source, reader) if source.kind == "article" else value(source, reader.document)


def _fact(source: DataSource, reader: Reader) -> Fact:
    """The figure that another text gives; of several mentions that say the same, the first."""
    assert source.selector is not None
    other = reader.document.counterpart if source.at == PREVIOUS else _opened(source)
    if other is None:
        raise Absent(f"The article has no {PREVIOUS} version to take '{source.name}' from.")
    facts = _reader(other, reader).find(source.selector)
    if len(facts) < source.selector.at_least:
        raise Absent(f"No {source.selector.kind} was found for '{source.name}' in {other.id}.")
    facts = {"first": facts[:1], "last": facts[-1:]}.get(source.selector.take, facts)
    if any(fact.value != facts[0].value for fact in facts):
        raise Absent(f"'{source.name}' is no one figure: {other.id} gives {wording.given(facts)}.")
    return facts[0]


def _reader(document: Document, beside: Reader) -> Reader:
    """Another text's facts, read once for each article that is judged beside it."""
    from copydesk.extract import read_facts

    if id(document) not in beside.others:
        beside.others[id(document)] = Reader(document, read_facts(document))
    return beside.others[id(document)]


def _opened(source: DataSource) -> Document:
    """The article of a file, read again when it has changed."""
    try:
        state = Path(source.at).stat()
        return _read(source.at, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError) as error:
        what = f"I can't read {source.at}: {getattr(error, 'strerror', None) or error}."
        raise BrokenRules([_told(source, what)]) from error


@lru_cache(4)
def _read(path: str, _changed: int, _size: int) -> Document:
    from copydesk.read import open_articles

    found = list(open_articles([path]))
    if len(found) != 1 or not isinstance(found[0], Document):
        why = "there are several articles in it" if len(found) > 1 else getattr(found[0], "error", "")
        raise ValueError(why.rstrip("."))
    return found[0]


def _told(source: DataSource, what: str) -> Mistake:
    return source.mistake._replace(what=what)


def given(rule: Rule, values: Sequence[tuple[str, str]]) -> tuple[DataSource, ...]:
    """The sources of a rule, with what an example gives in the place of those that it names."""
    known: Mapping[str, str] = dict(values)
    return tuple(s._replace(kind="given", at=known[s.name]) if s.name in known else s for s in rule.sources)
