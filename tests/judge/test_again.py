"""One slip that two rules find is told once, by the sharper of them."""

from pathlib import Path

import pytest

from copydesk import desk, read, rulebook
from copydesk.model import EXAMPLE_DATE, Result

PACK = str(Path(__file__).parents[2] / "rules" / "calendar.facts.yml")
STORY = (
    "Earlier on June 1, two bridges were blown up.\n\n"
    "On the evening of May 31, at about 10:50 p.m., a road bridge was hit. Four hours later, a railway bridge was struck."
)
OWN = """\
version: 1
rules:
  - id: day
    say: The bridges fell on the day of the first explosion.
    level: {level}
    find:
      day: {{a: date, near: two bridges}}
      first: {{a: time, near: road bridge}}
    expect: first is on day
"""


def told(folder: Path, level: str, pack: str = PACK) -> dict[str, Result]:
    own = folder / "own.facts.yml"
    own.write_text(OWN.format(level=level), encoding="utf-8")
    checked = desk.check(read.compose("case", STORY, "", EXAMPLE_DATE), rulebook.load([str(own), pack]))
    return {result.rule: result for result in checked.results if result.outcome == "fail"}


def test_the_sharper_rule_tells_it(tmp_path: Path) -> None:
    found = told(tmp_path, "error")
    assert {rule: result.level for rule, result in found.items()} == {"own/day": "error", "calendar/timeline": "note"}
    assert found["calendar/timeline"].message.endswith("(Told by [own/day], too.)")
    assert len(found["calendar/timeline"].places) == 3


@pytest.mark.parametrize("level", ["warning", "note"])
def test_what_no_sharper_rule_tells_keeps_its_level(tmp_path: Path, level: str) -> None:
    found = told(tmp_path, level)
    assert {rule: result.level for rule, result in found.items()} == {"own/day": level, "calendar/timeline": "warning"}


def test_a_rule_of_facts_keeps_its_level(tmp_path: Path) -> None:
    other = tmp_path / "other.facts.yml"
    other.write_text(OWN.format(level="warning"), encoding="utf-8")
    assert {result.level for result in told(tmp_path, "error", str(other)).values()} == {"error", "warning"}
