"""The whole flow for one article, in order: its facts, their ties, and what the rules say of them. Prints nothing, writes nothing."""

from collections.abc import Sequence

from copydesk.extract import read, read_facts
from copydesk.model import Checked, Document, Rule


def check(document: Document, rules: Sequence[Rule]) -> Checked:
    """What these rules say of an article, rule by rule. Its facts are read once, whatever the number of rules."""
    from copydesk.judge import judge_all
    from copydesk.relate import relations

    facts = read_facts(document)
    wanted = frozenset(kind for rule in rules for kind in rule.relations)
    ties = relations(document, facts, wanted) if wanted else ()
    return Checked(document, facts, tuple(judge_all(rules, document, facts, ties)))


def state(document: Document) -> Checked:
    """What an article states: its facts, and the toll of its own event. No rules are asked."""
    from copydesk.relate.toll import toll

    reading = read(document)
    return Checked(document, reading.facts, toll=toll(document, reading.victims))
