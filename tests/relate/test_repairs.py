"""What is said of a slip, and how it could be mended. repairs.yml has the cases."""

from pathlib import Path

import pytest
import yaml

from copydesk import desk, read, rulebook
from copydesk.model import EXAMPLE_DATE, Rule

CASES = yaml.load((Path(__file__).parent / "repairs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
PACKS = [str(Path(__file__).parents[2] / "rules" / f"{name}.facts.yml") for name in ("figures", "calendar")]


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return rulebook.load(PACKS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:60])
def test_it_shows_the_sum_and_each_way_to_mend_it(case: dict[str, object], rules: tuple[Rule, ...]) -> None:
    checked = desk.check(read.compose("case", str(case["text"]), "", EXAMPLE_DATE), rules)
    (failed,) = [result for result in checked.results if result.outcome == "fail"]
    assert failed.message == f"{failed.say} {case['says']}"
    assert list(failed.repairs) == case["repairs"]
