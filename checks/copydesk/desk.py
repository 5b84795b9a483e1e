"""The whole flow for one article, in order: its facts, their ties, and what the rules say of them. Prints nothing, writes nothing."""

from collections.abc import Sequence
from decimal import localcontext

from copydesk.amounts import ROOM
from copydesk.extract import read, read_facts
from copydesk.model import Checked, Document, Example, Fact, Result, Rule
from copydesk.read import of_example
from copydesk.waivers import NONE, Waivers, settle


def check(document: Document, rules: Sequence[Rule], waivers: Waivers = NONE) -> Checked:
    """What these rules say of an article, rule by rule, and what of it is waived. Its facts are read once, whatever the number of rules."""
    facts, (results,) = judged(document, rules)
    return Checked(document, facts, tuple(settle(document, rules, results, waivers)))


def judged(document: Document, *sets: Sequence[Rule]) -> tuple[tuple[Fact, ...], list[list[Result]]]:
    """The facts of an article, read once, and what each of several sets of rules says of it, whatever is waived."""
    from copydesk.judge import judge_all
    from copydesk.relate import relations

    facts = read_facts(document)
    wanted = frozenset(kind for rules in sets for rule in rules for kind in rule.relations)
    with localcontext(ROOM):
        ties = relations(document, facts, wanted) if wanted else ()
        return facts, [judge_all(rules, document, facts, ties) for rules in sets]


def example(rule: Rule, example: Example) -> Checked:
    """What a rule says of one of its examples: for whichever articles it is, and if it is off."""
    from copydesk.judge.sourced import given

    asked = rule._replace(off=False, only_for=(), only_tags=(), language="", sources=given(rule, example.given))
    return check(of_example(example), (asked,))


def state(document: Document) -> Checked:
    """What an article states: its facts, and the toll of its own event. No rules are asked."""
    from copydesk.relate.toll import toll

    reading = read(document)
    return Checked(document, reading.facts, toll=toll(document, reading.victims))
