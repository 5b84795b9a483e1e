"""Broken rule files and what is said of them: broken/NAME.facts.yml beside NAME.out. Two new files are a new test.

After a change of words, `python tests/rulebook/test_broken.py` writes all .out files anew: read the difference before you keep it.
"""

import os
from pathlib import Path
from unittest.mock import patch

import pytest

from copydesk.errors import BrokenRules
from copydesk.rulebook import load
from copydesk.story import RelationKind

FOLDER = Path(__file__).parent / "broken"
# Messages print the real kinds and parts: these stay what they are, whatever relations come.
KINDS = {
    "conversion": RelationKind("A conversion.", {"stated": "figure", "converted": "figure"}, lambda story: iter(()))
}
FILES = sorted(FOLDER.glob("*.facts.yml"))


def said_of(path: Path) -> str:
    """All mistakes of a file, as the command line prints them from the file's folder."""
    before = Path.cwd()
    os.chdir(FOLDER)
    try:
        with patch("copydesk.relate.KINDS", KINDS):
            load([path.name])
    except BrokenRules as broken:
        return f"{broken}\n"
    finally:
        os.chdir(before)
    return ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.partition(".")[0])
def test_broken_file(path: Path) -> None:
    """Each mistake is told with its place, its line, a caret and a hint."""
    assert said_of(path) == path.with_name(path.name.replace(".facts.yml", ".out")).read_text()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.partition(".")[0])
def test_each_message_says_what_to_do(path: Path) -> None:
    with pytest.raises(BrokenRules) as broken:
        load([path])
    assert [mistake for mistake in broken.value.mistakes if not mistake.hint] == []


def test_there_are_enough_of_them() -> None:
    """Nobody takes broken files away unseen, and each one is broken."""
    assert len(FILES) >= 60
    assert all(path.with_name(path.name.replace(".facts.yml", ".out")).stat().st_size for path in FILES)


if __name__ == "__main__":
    for each in FILES:
        each.with_name(each.name.replace(".facts.yml", ".out")).write_text(said_of(each))
