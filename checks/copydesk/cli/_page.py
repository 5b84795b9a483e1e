"""The page of a rule: what it looks for and expects, what it says of its own examples, and how to let a finding stand or do without it."""

from collections.abc import Iterator

from copydesk.amounts import worst
from copydesk.model import EXAMPLE_DATE, Example, Rule
from copydesk.named import NamedTuple

HEADS = {
    "fail": "It finds fault with",
    "unsure": "It can't tell, and says so, of",
    "pass": "It is content with",
    "skip": "It keeps quiet about",
}


class Section(NamedTuple):
    """A heading, and what stands below it."""

    head: str
    lines: tuple[str, ...]


def page(rule: Rule, built_in: bool) -> Iterator[Section]:
    """All that there is to say of a rule by itself. What it says of its examples is what it said just now."""
    from copydesk.judge.plain import expected, introduced, looked_for

    yield Section("", tuple(introduced(rule)))
    yield Section("It looks for", tuple(looked_for(rule)))
    yield Section("It expects", tuple(expected(rule)))
    for outcome, head in HEADS.items():
        lines = tuple(line for each in rule.examples if each.outcome == outcome for line in shown(rule, each))
        if lines:
            yield Section(head, lines)
    yield Section("To let one finding stand", waived(rule))
    yield Section("To do without it", switched_off(rule, built_in))


def shown(rule: Rule, example: Example) -> Iterator[str]:
    """An example, what it comes with, and what the rule says of it; nothing where it is content."""
    yield f"“{' '.join(example.text.split())}”"
    if example.title:
        yield f"  headline: {example.title}"
    if example.source:
        yield f"  source: {' '.join(example.source.split())}"
    yield from (f"  source {name}: {value}" for name, value in example.given)
    if example.dated != EXAMPLE_DATE:
        yield f"  published {example.dated}"
    if example.outcome in ("fail", "unsure") and (told := message(rule, example)):
        yield f"  → {told}"


def message(rule: Rule, example: Example) -> str:
    """What follows `say` in the first of the findings that made the outcome; nothing where the example does not come out as it says."""
    from copydesk import desk

    results = desk.example(rule, example).results
    if worst([result.outcome for result in results]) != example.outcome:
        return ""
    told = next(result.message for result in results if result.outcome == example.outcome)
    return told.removeprefix(rule.say).strip()


def waived(rule: Rule) -> tuple[str, ...]:
    return (
        "In the article, beside its words:",
        f"  <!-- copydesk-ok {rule.id}: why it may stand -->",
        "or, where that can't be, in copydesk-ok.yml: article, rule, facts and because.",
    )


def switched_off(rule: Rule, built_in: bool) -> tuple[str, ...]:
    if not built_in:
        return ("Write 'off: yes' below it, or, for some articles only, in copydesk.toml:", *off_in_settings(rule))
    return ("In copydesk.toml (paths may be some folders only):", *off_in_settings(rule))


def off_in_settings(rule: Rule) -> tuple[str, ...]:
    return ("  [[per-path]]", '  paths = ["**"]', f'  off = ["{rule.name}"]')
