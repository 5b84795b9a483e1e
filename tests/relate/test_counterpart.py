"""Claims against their source: what is borne out, and what isn't. counterpart.yml has the cases."""

from pathlib import Path

import pytest
import yaml

from copydesk import desk, read, rulebook
from copydesk.model import Example, Result, Rule

CASES = yaml.load((Path(__file__).parent / "counterpart.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return rulebook.load([str(Path(__file__).parents[2] / "rules/counterpart.facts.yml")])


def failing(case: dict[str, str], rules: tuple[Rule, ...]) -> list[Result]:
    article = read.of_example(Example("pass", case["text"], source=case["source"]))
    return [result for result in desk.check(article, rules).results if result.outcome == "fail"]


@pytest.mark.parametrize("case", CASES["borne"], ids=lambda case: case["text"])
def test_it_is_borne_out(case: dict[str, str], rules: tuple[Rule, ...]) -> None:
    assert failing(case, rules) == []


@pytest.mark.parametrize("case", CASES["not borne"], ids=lambda case: case["text"])
def test_it_is_not_borne_out(case: dict[str, str], rules: tuple[Rule, ...]) -> None:
    assert failing(case, rules)


def test_a_later_version_is_no_summary(rules: tuple[Rule, ...]) -> None:
    """It may say what the earlier one could not know."""
    source = "A van and a lorry met head on near the mill on Friday. Nobody was hurt. " * 4
    text = source + "By Sunday the road was open again, and 300 metres of rail had been put up. " * 3
    assert failing({"text": text, "source": source}, rules) == []
