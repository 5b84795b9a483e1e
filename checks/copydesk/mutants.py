"""Mutation testing of rules: each fact of a story is changed by slips, one at a time, and the rules are asked again. What no rule notices
is unguarded: a slip there would be printed.

The idea is that of program mutation (DeMillo, Lipton and Sayward 1978): tests are as good as the faults, put in on purpose, that they notice.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from copydesk.desk import check
from copydesk.extract import read_facts
from copydesk.model import Checked, Document, Fact, Result, Rule, Span
from copydesk.named import NamedTuple
from copydesk.propose import Proposal, propose
from copydesk.slips import Slip, slipped, slips
from copydesk.story import Story
from copydesk.typed import Literal
from copydesk.waivers import NONE, Waivers

Seen = Literal["caught", "unsure", "unseen"]
Judge = Callable[[Document], Checked]


class Mutant(NamedTuple):
    """One slip of one fact, and what came of it: a rule fails that did not (`caught`), or is only unsure; `rules` are their names."""

    slip: Slip
    seen: Seen
    rules: tuple[str, ...] = ()


class Tried(NamedTuple):
    """One fact of the story, and the slips that it was tried with: at least one."""

    fact: Fact
    mutants: tuple[Mutant, ...]

    def noticed(self, unsure: bool = False) -> int:
        """How many of its slips a rule notices; with `unsure`, those too that make a rule unsure."""
        return sum(mutant.seen == "caught" or (unsure and mutant.seen == "unsure") for mutant in self.mutants)


class Score(NamedTuple):
    """Of a story, or several: the facts with slips to try, those of which some and of which every slip is noticed, and the slips: tried, noticed,
    and those that only make a rule unsure."""

    facts: int = 0
    guarded: int = 0
    wholly: int = 0
    tried: int = 0
    caught: int = 0
    unsure: int = 0

    @property
    def percent(self) -> float:
        """Noticed slips, in percent of those tried; 100 where there was nothing to try."""
        return 100 * self.caught / self.tried if self.tried else 100.0


def mutate(document: Document, rules: Sequence[Rule], waivers: Waivers = NONE) -> list[Tried]:
    """Every fact of the article with its slips, in text order, and what these rules notice. The article itself need not pass: only what
    is new counts. Facts that no slip fits ("a man") are left out."""
    return list(each(document, lambda changed: check(changed, rules, waivers)))


def each(document: Document, judge: Judge) -> Iterator[Tried]:
    before = judge(document)
    known = frozenset(_named(result, None) for result in _telling(before.results))
    for fact in Story(document, read_facts(document)).facts:
        mutants = tuple(
            mutant for slip in slips(fact) if (mutant := _mutant(document, fact, slip, known, judge)) is not None
        )
        if mutants:
            yield Tried(fact, mutants)


def score(tried: Iterable[Tried], unsure: bool = False) -> Score:
    """The score of a story; with `unsure`, slips that make a rule unsure count as noticed."""
    rows = [(len(each.mutants), each.noticed(unsure), each.noticed(True)) for each in tried]
    return Score(
        facts=len(rows),
        guarded=sum(noticed > 0 for _, noticed, _ in rows),
        wholly=sum(noticed == slips for slips, noticed, _ in rows),
        tried=sum(slips for slips, *_ in rows),
        caught=sum(noticed for _, noticed, _ in rows),
        unsure=sum(vaguely - noticed for _, noticed, vaguely in rows),
    )


def total(scores: Iterable[Score]) -> Score:
    """Several scores as one."""
    columns = list(zip(*scores, strict=True))
    return Score(*map(sum, columns)) if columns else Score()


def _mutant(document: Document, fact: Fact, slip: Slip, known: frozenset[object], judge: Judge) -> Mutant | None:
    """What the rules say of the article with one slip in it. None where it changes nothing ("12 noon" for "noon"), or can't be made."""
    changed = slipped(document, slip)
    if changed is None:
        return None
    checked = judge(changed)
    if _says_the_same(checked.facts, fact, slip):
        return None
    by = len(slip.words) - (slip.span.end - slip.span.start)
    new = [result for result in _telling(checked.results) if _named(result, (slip.span, by)) not in known]
    failing = [result for result in new if result.outcome == "fail"]
    seen: Seen = "caught" if failing else "unsure" if new else "unseen"
    return Mutant(slip, seen, tuple(dict.fromkeys(result.rule for result in failing or new)))


def _says_the_same(facts: Sequence[Fact], fact: Fact, slip: Slip) -> bool:
    """Does the fact still read as before? A weekday beside a date leaves its value alone, and is wrong all the same."""
    return slip.kind != "weekday" and any(
        each.span.start == fact.span.start and each.kind == fact.kind and each.value == fact.value
        for each in facts
        if each.span.start <= slip.span.start < each.span.end
    )


def _telling(results: Iterable[Result]) -> list[Result]:
    return [result for result in results if result.told and result.level != "note"]


def _named(result: Result, change: tuple[Span, int] | None) -> tuple[object, ...]:
    """A result by its rule and its places, as they stood before a change: so that what was wrong already is not taken for new."""
    spans = {(_before(place.span.start, change), _before(place.span.end, change)) for place in result.places}
    return result.rule, result.outcome, frozenset(spans)


def _before(offset: int, change: tuple[Span, int] | None) -> int:
    """Where an offset of the changed article stood in the article as it was."""
    if change is None:
        return offset
    (_, end), by = change
    return offset - by if offset >= end + by else offset


# ---------------------------------------------------------------- what would guard it


def remedies(document: Document, tried: Sequence[Tried]) -> dict[Fact, Proposal]:
    """For each fact of which no slip was noticed a rule that notices one, proposed as `copydesk new` does; facts that no rule can be
    proposed for are left out."""
    bare = {each.fact: each for each in tried if not each.noticed()}
    if not bare:
        return {}
    proposals = propose(document, {fact.span.start for fact in bare}, alone=True)
    found = {}
    for fact, each in bare.items():
        fitting = (one for one in proposals if fact in one.facts and _notices(document, one.rule, each))
        if proposal := next(fitting, None):
            found[fact] = proposal
    return found


def _notices(document: Document, rule: Rule, tried: Tried) -> bool:
    changed = (slipped(document, mutant.slip) for mutant in tried.mutants)
    return any(result.outcome == "fail" for article in changed if article for result in check(article, (rule,)).results)
