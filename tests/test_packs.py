"""The built-in rules: each says what holds and why, and its examples come out as they say."""

import pytest

from copydesk import desk, rulebook
from copydesk.model import EXAMPLE_DATE, Rule
from copydesk.read import compose

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


@pytest.mark.parametrize("digits", [20, 27, 28, 29, 32, 60, 5000])
def test_any_length_of_figure_is_judged(digits: int) -> None:
    """Longer than Decimal's 28 digits, and longer than is read."""
    long = "9" * digits
    text = (
        f"It ran {long} km ({'7' * digits} miles) for {long} years, up {long}% from {'8' * digits} km. It sold {long} shares at "
        f"${'8' * digits} each for ${'7' * digits}. All {long} shares went to 5 people; those {'6' * digits} shares were the first. "
        f"He is 5'{long}, 1/{long} of 0.{long}, on 2.{long}. of May."
    )
    assert desk.check(compose("long", text, "", EXAMPLE_DATE), RULES).results
