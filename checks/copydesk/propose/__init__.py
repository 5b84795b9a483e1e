"""Rules proposed for an article, from what the article itself states. Each file of this folder finds one thing to hold it to; what it finds is
proved before it is proposed: the rule finds what was meant and nothing else, passes on the article, and fails on a slip."""

from collections.abc import Collection, Iterable, Iterator
from importlib import import_module
from itertools import chain, count

from copydesk.amounts import Amount
from copydesk.extract import read_facts
from copydesk.model import Document, Fact
from copydesk.propose import _yaml
from copydesk.propose._case import Case
from copydesk.propose._draft import Draft
from copydesk.propose._draft import Proposal as Proposal
from copydesk.propose._prove import prove

# In the order in which they are written: what matters most first. `pin` holds single figures to what they are now, which only asks for a
# line or an unguarded fact warrant.
NAMES = ("twice", "toll", "sum", "interval", "order", "tie")
ALONE = "pin"


def propose(document: Document, asked: Collection[int] | None = None, alone: bool = False) -> list[Proposal]:
    """The rules that hold for an article, as it is.

    asked   where the facts begin that rules are wanted for (None: all of them)
    alone   also rules that hold single figures to what they are
    """
    case = Case(document, None if asked is None else frozenset(asked))
    return list(proved(case, [*NAMES, ALONE] if alone else NAMES))


def on_line(document: Document, line: int, column: int = 0) -> frozenset[int]:
    """Where the facts begin that stand on a line of the article's file; with a column, those of the sentence there."""
    facts = [fact for fact in read_facts(document) if document.file_line(fact.span.start) == line]
    if not facts:  # a sentence may run over several lines
        whole = [fact for fact in read_facts(document) if _lines_of(fact)[0] <= line <= _lines_of(fact)[1]]
        return frozenset(fact.span.start for fact in whole)
    within = [fact for fact in facts if _columns_of(fact)[0] <= column <= _columns_of(fact)[1]] if column else facts
    return frozenset(fact.span.start for fact in within)


def _lines_of(fact: Fact) -> tuple[int, int]:
    return fact.document.file_line(fact.sentence.start), fact.document.file_line(fact.sentence.end - 1)


def _columns_of(fact: Fact) -> tuple[int, int]:
    """From where to where its sentence runs on its own line."""
    document = fact.document
    start, end = document.locate(fact.sentence.start), document.locate(fact.sentence.end - 1)
    here = document.locate(fact.span.start).line
    return start.column if start.line == here else 1, end.column if end.line == here else 10**9


def proved(case: Case, names: Iterable[str]) -> Iterator[Proposal]:
    """What of all that may be proposed can be proved. A fact gets one rule of a sort, where there are several ways to one."""
    taken: set[str] = set()
    held: frozenset[Fact] = frozenset()
    for name in names:
        covered: list[frozenset[Fact]] = []
        for draft in drafts(case, name):
            settled = frozenset(draft.settles or draft.facts)
            others = covered if name != ALONE else [*covered, held]
            if not case.wants(draft.facts) or any(settled <= facts for facts in others):
                continue
            found = prove(case, draft._replace(id=_free(draft.id, taken)))
            if found:
                taken.add(found.id)
                covered.append(frozenset(found.facts))
                held |= {fact for fact in found.facts if not _is_bound(fact)}
                yield found


def _is_bound(fact: Fact) -> bool:
    """At least seven: rules that compare it are no more than unsure of a slip."""
    return isinstance(fact.value, Amount) and fact.value.is_bound


def drafts(case: Case, name: str) -> Iterable[Draft]:
    """What a file of this folder finds to propose."""
    found: Iterable[Draft] = import_module(f"{__name__}.{name}").propose(case)
    return found


def _free(rule: str, taken: Collection[str]) -> str:
    """The id, or one with a number behind it; an id begins with a letter of ASCII ("rule-москва-agree")."""
    rule = rule if rule[:1].isascii() else f"rule-{rule}"
    return next(each for each in chain([rule], (f"{rule}-{n}" for n in count(2))) if each not in taken)


def written(document: Document, proposals: Iterable[Proposal]) -> str:
    """A rule file of these."""
    name = "the article" if document.id == "-" else document.id
    about = f"What {name} states. Proposed by copydesk new; take out what need not hold."
    return _yaml.file(about, [each.written for each in proposals])
