"""Whole stories in our own words, dense with figures and times: as they stand nothing in them is wrong, and no pack may say so.

stories/*.md have `{right|wrong}` words; benchmarks/stories.py tries the wrong ones, one at a time, and counts how many are seen.
"""

import re
from pathlib import Path

import pytest

from copydesk import desk, read, rulebook
from copydesk.model import Rule

STORIES = sorted((Path(__file__).parent / "stories").glob("*.md"))
CHOICE = re.compile(r"\{([^{}|]*)\|[^{}|]*\}")


@pytest.fixture(scope="module")
def packs() -> tuple[Rule, ...]:
    return rulebook.load(rulebook.packs())


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.stem)
def test_a_sound_story_is_left_alone(story: Path, tmp_path: Path, packs: tuple[Rule, ...]) -> None:
    right = tmp_path / story.name
    right.write_text(CHOICE.sub(r"\1", story.read_text(encoding="utf-8")), encoding="utf-8")
    (document,) = read.open_articles([str(right)])
    assert isinstance(document, read.Document)
    failed = [result for result in desk.check(document, packs).results if result.outcome == "fail"]
    assert [result.message for result in failed if result.level != "note"] == []
