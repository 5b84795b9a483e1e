"""Clashes that no slip explains, of figures that stand sentences apart: doubts.yml has the cases."""

import re
from pathlib import Path

import pytest
import yaml

from copydesk import desk, read, rulebook
from copydesk.judge.doubt import UNSURE, by_a_slip
from copydesk.model import EXAMPLE_DATE, Repair, Result, Rule

CASES = yaml.safe_load((Path(__file__).parent / "doubts.yml").read_text(encoding="utf-8"))
PACKS = [str(Path(__file__).parents[2] / "rules" / f"{name}.facts.yml") for name in ("calendar", "figures")]
CHOICE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return rulebook.load(PACKS)


def found(text: str, rules: tuple[Rule, ...]) -> list[Result]:
    checked = desk.check(read.compose("case", text, "", EXAMPLE_DATE), rules)
    return [result for result in checked.results if result.told]


@pytest.mark.parametrize("repair", CASES["slips"])
def test_it_puts_right_one_slip(repair: str) -> None:
    assert by_a_slip(Repair(*repair.split(" → ")))


@pytest.mark.parametrize("repair", CASES["others"])
def test_no_slip_explains_it(repair: str) -> None:
    assert not by_a_slip(Repair(*repair.split(" → ")))


@pytest.mark.parametrize("case", CASES["clashes"])
def test_what_is_far_off_is_unsure(case: str, rules: tuple[Rule, ...]) -> None:
    near, far = (found(CHOICE.sub(word, case), rules) for word in (r"\1", r"\2"))
    assert {result.outcome for result in near} == {"fail"}
    assert {result.outcome for result in far} == {"unsure"}
    assert all(UNSURE in result.message and result.places and result.repairs for result in far)


@pytest.mark.parametrize("text", CASES["sure"])
def test_one_sentence_is_sure(text: str, rules: tuple[Rule, ...]) -> None:
    assert {result.outcome for result in found(text, rules)} == {"fail"}


def test_what_may_be_right_offers_no_repairs(rules: tuple[Rule, ...]) -> None:
    unsure = [
        result
        for rule in rules
        for example in rule.examples
        for result in desk.example(rule, example).results
        if result.outcome == "unsure" and UNSURE not in result.message
    ]
    assert unsure
    assert not any(result.repairs for result in unsure)
