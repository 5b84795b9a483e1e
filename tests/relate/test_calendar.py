"""The calendar pack over short texts: what it must see, and what it must leave alone. calendar.yml has the cases."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from copydesk import desk, read, rulebook
from copydesk.model import EXAMPLE_DATE, Rule

CASES = yaml.load((Path(__file__).parent / "calendar.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
PAIRS = [(rule, case) for rule, cases in CASES["pairs"].items() for case in cases]
CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
SEEN = [(rule, case) for rule, cases in CASES["seen"].items() for case in cases]


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return rulebook.load([str(Path(__file__).parents[2] / "rules/calendar.facts.yml")])


def failing(case: str | dict[str, str], rules: tuple[Rule, ...]) -> list[str]:
    """The rules that a text breaks, each once."""
    given = {"text": case} if isinstance(case, str) else case
    day = given.get("dated", str(EXAMPLE_DATE))
    dated = date.fromisoformat(day) if day else None
    checked = desk.check(read.compose("case", given["text"], given.get("title", ""), dated), rules)
    found = [result.rule.partition("/")[2] for result in checked.results if result.outcome == "fail"]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(("rule", "case"), SEEN, ids=lambda value: str(value)[:60])
def test_it_is_seen(rule: str, case: str | dict[str, str], rules: tuple[Rule, ...]) -> None:
    assert rule in failing(case, rules)


@pytest.mark.parametrize("case", CASES["quiet"], ids=lambda value: str(value)[:60])
def test_it_is_left_alone(case: str | dict[str, str], rules: tuple[Rule, ...]) -> None:
    assert failing(case, rules) == []


@pytest.mark.parametrize(("rule", "case"), PAIRS, ids=lambda value: str(value)[:60])
def test_only_the_slip_is_seen(rule: str, case: str | dict[str, str], rules: tuple[Rule, ...]) -> None:
    """`{right|wrong}`: with the first word the text is in order, with the second it is not."""
    given = {"text": case} if isinstance(case, str) else case
    right, wrong = ({key: CHOICE.sub(word, value) for key, value in given.items()} for word in (r"\1", r"\2"))
    assert failing(right, rules) == []
    assert rule in failing(wrong, rules)
