"""copydesk in Python tests: what the `copydesk` fixture gives.

def test_story(copydesk):
    story = copydesk("articles/bridges.md")
    assert story.killed == 7
    assert story.figures("passengers") == [388, 388]
    story.check("rules/bridges.facts.yml")
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from copydesk import desk, rulebook
from copydesk.amounts import worst
from copydesk.judge.find import Reader
from copydesk.model import Checked, Document, Example, Fact, Result, Rule, Selector
from copydesk.read import compose, names_file, publication_date, read
from copydesk.rulebook.things import term


class Copydesk:
    """Reads articles: `copydesk("story.md")`, `copydesk("Seven people died.", dated="2025-06-03", title="Bridge falls")`."""

    def __call__(self, article: str | Path, *, title: str = "", dated: str | date | None = None) -> "Story":
        """A path, or a text that names no file. Raises UnreadableArticle for a file that can't be read."""
        if isinstance(article, Path) or names_file(article):
            return Story(read(article, dated=dated))
        return Story(compose("text", article, title, publication_date(dated) if isinstance(dated, str) else dated))


@dataclass(frozen=True)
class Story:
    """One article, read. Its facts are read once, when first asked for."""

    document: Document

    @cached_property
    def _read(self) -> Checked:
        return desk.state(self.document)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every figure and time that it states, in text order."""
        return self._read.facts

    @property
    def killed(self) -> int | None:
        """How many its own event killed: 0 if nobody, None if it tells of no such event."""
        return self._toll("killed")

    @property
    def injured(self) -> int | None:
        """How many its own event injured: 0 if nobody, None if it tells of no such event."""
        return self._toll("injured")

    def _toll(self, role: str) -> int | None:
        return None if self._read.toll is None else self._read.toll[role]

    def figures(self, of: str, a: str = "count") -> list[Decimal | tuple[Decimal, Decimal]]:
        """The figures that a rule's `{a: count, of: passengers}` finds, in text order; a range is a pair."""
        selector = Selector("figures", a, of=((term((of.lower(),)),),))
        amounts = [fact.amount for fact in Reader(self.document, self.facts).find(selector)]
        return [amount.low if amount.low == amount.high else (amount.low, amount.high) for amount in amounts]

    def results(self, *rules: str | Path) -> tuple[Result, ...]:
        """What the rules of these files say of it; without files, the built-in packs. Raises BrokenRules."""
        paths = [str(path) for path in rules] or rulebook.packs()
        return desk.check(self.document, rulebook.load(paths)).results

    def check(self, *rules: str | Path, strict: bool = False, allow_none: bool = False) -> tuple[Result, ...]:
        """The results, if no rule of level error fails; with `strict`, also no warning fails and none is unsure. Nor may every rule have
        found nothing to check, but with `allow_none`. Raises AssertionError with what clashes, and BrokenRules."""
        __tracebackhide__ = True
        results = self.results(*rules)
        telling = [result for result in results if result.fails("unsure" if strict else "error")]
        if telling:
            raise AssertionError("\n".join(["the story does not hold up", *map(shown, telling)]))
        if not allow_none and all(result.outcome == "skip" for result in results):
            raise AssertionError(
                "nothing was checked: no rule found in the story what it looks for; allow_none=True lets that be"
            )
        return results


def shown(result: Result) -> str:
    """A result as the command line shows it: the message with its place, and every clashing statement under a caret."""
    from copydesk.report.text import finding

    return finding(result)


def example_mismatch(rule: Rule, example: Example) -> str:
    """What came instead of what an example of a rule says, and the facts that were read; an empty text if it is as it says."""
    from copydesk.cli.examples import difference

    checked = desk.example(rule, example)
    came = worst([result.outcome for result in checked.results])
    if came == example.outcome:
        return ""
    return "".join([f"said {example.outcome}, came {came}\n", *difference(rule, example, came, checked)])
