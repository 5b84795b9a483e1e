"""What `copydesk mutate` tells: for people each fact that a slip may pass by, underlined, and for programs all of them."""

from collections.abc import Iterable, Iterator, Mapping

from copydesk import __version__
from copydesk.judge.wording import shown
from copydesk.model import Document, Fact, Look, Place, Result, Unread
from copydesk.mutants import Mutant, Score, Tried, total
from copydesk.named import NamedTuple
from copydesk.propose import Proposal
from copydesk.report._records import encode, place_record
from copydesk.report.text import finding_lines, unread
from copydesk.typed import Any


class Mutated(NamedTuple):
    """One article after all slips: what each came to, and for facts that no rule guards one that would."""

    document: Document
    tried: tuple[Tried, ...]
    remedies: Mapping[Fact, Proposal]
    score: Score


def as_text(items: Iterable[Mutated | Unread], look: Look) -> Iterator[str]:
    """The unguarded facts; with `every`, the partly guarded ones too."""
    for item in items:
        if isinstance(item, Unread):
            yield unread(item, look)
            continue
        for each in item.tried:
            unseen = [mutant for mutant in each.mutants if mutant.seen != "caught"]
            if len(unseen) == len(each.mutants) or (unseen and look.every):
                yield "".join(finding_lines(_result(each, unseen, item.remedies.get(each.fact)), look.colour))


def _result(each: Tried, unseen: list[Mutant], remedy: Proposal | None) -> Result:
    """A fact and its unseen slips in the shape of a finding."""
    bare = len(unseen) == len(each.mutants)
    message = f"Rules notice {len(each.mutants) - len(unseen)} of {len(each.mutants)} slips here."
    if bare:
        vague = all(mutant.seen == "unsure" for mutant in unseen)
        message = "Rules are only unsure about a slip here." if vague else "No rule notices a slip here."
    rule = f"a rule for it: {remedy.rule.say} ({'; '.join(one.text for one in remedy.rule.expect)})" if remedy else ""
    told = [f"{_words(each.fact)} → {_slip(each.fact, mutant)}{_unsure(mutant)}" for mutant in unseen]
    return Result(
        rule="unguarded" if bare else "partly-guarded",
        outcome="fail",
        level="warning" if bare else "note",
        message=message,
        places=(Place(each.fact.span, shown(each.fact), each.fact.document),),
        repairs=tuple(filter(None, (*told, rule))),
    )


def _unsure(mutant: Mutant) -> str:
    names = ", ".join(name.rpartition("/")[2] for name in mutant.rules)
    return f" (unsure: {names})" if mutant.seen == "unsure" else ""


def _words(fact: Fact) -> str:
    return " ".join(fact.text.split())


def _slip(fact: Fact, mutant: Mutant) -> str:
    """The words of the fact with the slip in them."""
    text, (start, end) = fact.document.text, mutant.slip.span
    return " ".join(f"{text[fact.span.start : start]}{mutant.slip.words}{text[end : fact.span.end]}".split())


# ---------------------------------------------------------------- for programs


def as_json(items: Iterable[Mutated | Unread], look: Look) -> Iterator[str]:
    """One object: every fact that slips fit, each slip, and what became of it."""
    scores = []
    yield f'{{"copydesk": {encode(__version__)}, "articles": ['
    for i, item in enumerate(items):
        if isinstance(item, Mutated):
            scores.append(item.score)
        yield (",\n" if i else "\n") + encode(_record(item))
    yield f'\n], "summary": {encode(_score(total(scores)))}}}\n'


def _record(item: Mutated | Unread) -> dict[str, Any]:
    if isinstance(item, Unread):
        return {"id": item.id, "path": item.path, "error": item.error}
    document = item.document
    facts = [_fact(each, item.remedies.get(each.fact)) for each in item.tried]
    return {"id": document.id, "path": document.path, "score": _score(item.score), "facts": facts}


def _fact(each: Tried, remedy: Proposal | None) -> dict[str, Any]:
    noticed = each.noticed()
    record = place_record(Place(each.fact.span, shown(each.fact), each.fact.document)) | {
        "kind": each.fact.kind,
        "guarded": "wholly" if noticed == len(each.mutants) else "partly" if noticed else "no",
        "slips": [_mutant(each.fact, mutant) for mutant in each.mutants],
    }
    return record | ({"rule": {"id": remedy.id, "yaml": remedy.written}} if remedy else {})


def _mutant(fact: Fact, mutant: Mutant) -> dict[str, Any]:
    return {
        "kind": mutant.slip.kind,
        "text": _slip(fact, mutant),
        "outcome": mutant.seen,
        "rules": list(mutant.rules),
    }


def _score(score: Score) -> dict[str, Any]:
    return {**score._asdict(), "percent": round(score.percent, 2)}
