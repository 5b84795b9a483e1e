"""Whole rules, from their file to their examples."""

from pathlib import Path

import pytest

from copydesk import desk
from copydesk.amounts import worst
from copydesk.model import Example, Rule
from copydesk.read import compose
from copydesk.rulebook import load

RULES = load([Path(__file__).parent / "rules.facts.yml"])
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}[{example.outcome}-{i}]")
    for rule in RULES
    for i, example in enumerate(rule.examples, 1)
]


def outcome(rule: Rule, example: Example) -> str:
    document = compose("example", example.text, example.title, example.dated)
    return worst([result.outcome for result in desk.check(document, [rule]).results])


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    """A rule says of its own examples what they say it does."""
    assert outcome(rule, example) == example.outcome


def test_every_rule_has_a_passing_and_a_failing_example() -> None:
    """A rule that can't fail checks nothing."""
    for rule in RULES:
        shown = {example.outcome for example in rule.examples}
        assert shown >= {"pass", "fail"}, rule.id


def test_message_and_places() -> None:
    """A failure says what holds when the article is right, then what is; the suspicious place comes first."""
    text = "A bridge in Bryansk fell at 10:44 p.m. on Saturday. One in Kursk fell at 5 a.m. on Sunday."
    (result,) = desk.check(compose("x", text, "", RULES[0].examples[0].dated), [RULES[0]]).results
    assert result.rule == "rules/bridge-times"
    assert (
        result.message
        == "The two bridges came down about four hours apart. Here it is 6 h 16 min after, not about 4 h after."
    )
    assert result.expected == "second is about 4 hours after first"
    assert [place.understood for place in result.places] == ["Sun 1 Jun 05:00", "Sat 31 May 22:44"]
    assert (result.rule_path.endswith("rules.facts.yml"), result.rule_line) == (True, 12)
