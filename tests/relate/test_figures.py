"""The packs of figures and headlines over short texts: what they must see, and what they must leave alone. figures.yml has the cases."""

import re
from pathlib import Path

import pytest
import yaml

from copydesk import desk, read, rulebook
from copydesk.model import EXAMPLE_DATE, Rule

Case = str | dict[str, str]
CASES = yaml.load((Path(__file__).parent / "figures.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
PAIRS = [(rule, case) for rule, cases in CASES["pairs"].items() for case in cases]
CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
PACKS = [str(Path(__file__).parents[2] / "rules" / f"{name}.facts.yml") for name in ("figures", "headline")]


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return rulebook.load(PACKS)


def failing(case: Case, rules: tuple[Rule, ...]) -> list[str]:
    """The rules that a text breaks, each once; notes accuse nobody and have cases of their own, but for what another rule tells."""
    given = {"text": case} if isinstance(case, str) else case
    checked = desk.check(read.compose("case", given["text"], given.get("title", ""), EXAMPLE_DATE), rules)
    failed = [result for result in checked.results if result.outcome == "fail"]
    told = [result for result in failed if result.level != "note" or "(Told by [" in result.message]
    return list(dict.fromkeys(result.rule.partition("/")[2] for result in told))


@pytest.mark.parametrize(("rule", "case"), PAIRS, ids=lambda value: str(value)[:60])
def test_only_the_slip_is_seen(rule: str, case: Case, rules: tuple[Rule, ...]) -> None:
    """`{right|wrong}`: with the first word the text is in order, with the second it is not."""
    given = {"text": case} if isinstance(case, str) else case
    right, wrong = ({key: CHOICE.sub(word, value) for key, value in given.items()} for word in (r"\1", r"\2"))
    assert failing(right, rules) == []
    assert rule in failing(wrong, rules)


@pytest.mark.parametrize("case", CASES["quiet"], ids=lambda value: str(value)[:60])
def test_it_is_left_alone(case: Case, rules: tuple[Rule, ...]) -> None:
    assert failing(case, rules) == []


def test_what_the_headline_has_wrong_is_told_once(rules: tuple[Rule, ...]) -> None:
    case = {"title": "Yard lays off 340", "text": "The yard at Ham laid off 430 welders on Monday, its owner said."}
    assert failing(case, rules) == ["headline"]
