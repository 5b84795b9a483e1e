"""What rules say of many articles, now and at a revision: counted, and compared finding by finding."""

import operator
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.cli._revision import Past, same
from copydesk.cli._tally import counted
from copydesk.model import Checked, Document, Result, Rule, Span, Unread
from copydesk.named import NamedTuple

# Before the name of a rule in a result of the past.
THEN = "\0"
# What may become of a finding.
CHANGES = ("added", "removed", "changed")
OUTCOMES = ("fail", "unsure", "pass", "skip")


@dataclass(frozen=True, slots=True)
class Both:
    """The rules of now and those of then. It can be sent to another process."""

    now: tuple[Rule, ...]
    then: tuple[Rule, ...]

    def check(self, document: Document) -> Checked:
        """What both say of an article; the names of rules of then begin with THEN."""
        from copydesk.desk import judged

        facts, (now, then) = judged(document, self.now, self.then)
        return Checked(document, facts, (*now, *(result._replace(rule=THEN + result.rule) for result in then)))


class Change(NamedTuple):
    """A finding that is there now and was not then, or the other way round, or that is told at another level or at other places."""

    how: str
    then: Result | None
    now: Result | None

    @property
    def shown(self) -> Result:
        found = self.now or self.then
        assert found
        return found

    @property
    def differs(self) -> bool:
        """Would an editor see another thing?"""
        if not (self.now and self.then):
            return True
        return told(self.now) != told(self.then) or spots(self.now) != spots(self.then)


def changes(results: Iterable[Result]) -> list[Change]:
    """Findings of now against those of then, in the order of the rules, those that went last.

    It is the same finding if the same rule points at the same places; failing that, if it points at one of them.
    """
    now: list[Result] = []
    then: list[Result] = []
    for result in results:
        if result.outcome in ("fail", "unsure"):
            (then if result.rule.startswith(THEN) else now).append(result._replace(rule=result.rule.removeprefix(THEN)))
    pairs: dict[int, Result] = {}
    for alike in (operator.eq, lambda a, b: bool(a & b)):
        for at, result in enumerate(now):
            found = next((other for other in then if at not in pairs and other.rule == result.rule and alike(spots(result), spots(other))), None)  # fmt: skip
            if found is not None:
                pairs[at] = found
                then.remove(found)
    changed = (Change("changed" if at in pairs else "added", pairs.get(at), result) for at, result in enumerate(now))
    return [*(change for change in changed if change.differs), *(Change("removed", result, None) for result in then)]


def spots(result: Result) -> frozenset[tuple[str, Span]]:
    """The places that a finding points at."""
    return frozenset((place.document.id, place.span) for place in result.places)


def told(result: Result) -> str:
    """What an editor sees: error, warning, note or unsure."""
    return result.level if result.outcome == "fail" else result.outcome


class Count:
    """Goes along with a run: what each rule said, now and then, and how many findings came and went."""

    def __init__(self, now: Sequence[Rule], past: Past) -> None:
        self.now, self.past = {rule.name: rule for rule in now}, past
        self.then = {rule.name: rule for rule in past.rules}
        self.said: Counter[tuple[str, str]] = Counter()
        self.changed: Counter[str] = Counter()
        self.articles = self.unread = 0

    def watch(self, items: Iterable[Checked | Unread]) -> Iterator[tuple[Checked | Unread, list[Change]]]:
        for item in items:
            if isinstance(item, Unread):
                self.unread += 1
                yield item, []
                continue
            self.articles += 1
            self.said.update((result.rule, result.outcome) for result in item.results)
            found = changes(item.results) if self.past.rev else []
            self.changed.update(change.how for change in found)
            yield item, found

    @property
    def names(self) -> list[str]:
        """Every rule, those that are gone last."""
        return [*self.now, *(name for name in self.then if name not in self.now)]

    def state(self, name: str) -> str:
        """What became of a rule: new, gone, changed, same."""
        if name not in self.then or name not in self.now:
            return "gone" if name in self.then else "new"
        return "same" if same(self.now[name], self.then[name]) else "changed"

    @property
    def silent(self) -> list[str]:
        """Rules that found nothing to judge in any article."""
        return [name for name in self.now if not any(self.said[name, each] for each in OUTCOMES[:3])]

    @property
    def exit_code(self) -> int:
        if self.unread:
            return 2
        if self.past.rev:
            return 1 if self.changed else 0
        return 0 if len(self.silent) < len(self.now) else 5

    def line(self) -> str:
        """The last line of a run."""
        tried = f"Tried {counted(len(self.now), 'rule')} on {counted(self.articles, 'article')}"
        if self.past.rev:
            came = ", ".join(f"{self.changed[how]} {how}" for how in CHANGES)
            tried += f" against {self.past.rev}: findings {came}"
        silent = f" {counted(len(self.silent), 'rule')} found nothing to judge." if self.silent else ""
        return f"{tried}.{silent} Exit code {self.exit_code}: {self.reason()}."

    def reason(self) -> str:
        if self.unread:
            return f"{counted(self.unread, 'article')} could not be read"
        if self.past.rev:
            return "the findings differ" if self.changed else "the same findings"
        return "some rules found something to judge" if self.exit_code == 0 else "no rule found anything to judge"
