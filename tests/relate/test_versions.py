"""Two voices in one story, and two versions of one story. voices.yml and versions.yml have the cases."""

from pathlib import Path

import pytest
import yaml

from copydesk import desk, read, rulebook
from copydesk.model import EXAMPLE_DATE, Example

VOICES, VERSIONS = (
    yaml.load((Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    for name in ("voices", "versions")
)
RULES = {rule.id: rule for rule in rulebook.load(rulebook.packs())}


def noted(text: str) -> bool:
    checked = desk.check(read.compose("case", text, "", EXAMPLE_DATE), [RULES["speakers"]])
    return any(result.outcome == "fail" for result in checked.results)


def changed(case: dict[str, str]) -> bool:
    example = Example("fail", case["text"], source=case["source"])
    return any(result.outcome == "fail" for result in desk.example(RULES["versions"], example).results)


@pytest.mark.parametrize("text", VOICES["differ"])
def test_a_difference_of_two_voices_is_noted(text: str) -> None:
    assert noted(text)


@pytest.mark.parametrize("text", VOICES["quiet"])
def test_one_voice_or_two_things_are_left_alone(text: str) -> None:
    assert not noted(text)


def test_a_note_fails_no_run() -> None:
    assert RULES["speakers"].level == "note"


@pytest.mark.parametrize("case", VERSIONS["silent"], ids=lambda case: case["text"][:50])
def test_a_figure_changed_in_silence_is_seen(case: dict[str, str]) -> None:
    assert changed(case)


@pytest.mark.parametrize("case", VERSIONS["told"], ids=lambda case: case["text"][:50])
def test_what_is_told_or_grows_is_left_alone(case: dict[str, str]) -> None:
    assert not changed(case)
