"""The built-in rules: each says what holds and why, and its examples come out as they say."""

import pytest

from copydesk import desk, rulebook
from copydesk.model import Rule

# What these compare is worked out with all allowances granted, or looks at statements without a hedge only: right or wrong.
NEVER_UNSURE = {
    "weekday", "same-day", "span", "outcomes", "age", "order", "timeline", "exchange", "margins", "shares", "changes", "rates", "lists", "streaks", "said-again", "bounds",
    "borne-out",
}  # fmt: skip
RULES = rulebook.load(rulebook.packs())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_examples_come_out_as_said(rule: Rule) -> None:
    for example in rule.examples:
        outcomes = {result.outcome for result in desk.example(rule, example).results}
        assert example.outcome in outcomes or not outcomes and example.outcome == "skip", example.text


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_says_what_holds_and_why_with_examples(rule: Rule) -> None:
    assert rule.say.endswith(".")
    assert rule.why.endswith("."), "why an editor should look"
    assert rule.message, "a sentence with the figures in it"
    outcomes = {example.outcome for example in rule.examples}
    assert {"fail", "skip"} <= outcomes
    assert ("pass" in outcomes) == (
        rule.id != "ranges"
    )  # a range in order is one figure, and there is nothing to compare
    assert ("unsure" in outcomes) == (rule.id not in NEVER_UNSURE)
