"""The sample story of the bridges: whole it holds up, each slip breaks its own rule and no other. The same rules judge the story that it retells."""

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from copydesk import desk, read, rulebook
from copydesk.model import Document, Result, Rule

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
SHARED = ROOT / "../shared/seeds"
OWN = ("bridge-times", "casualties-agree", "passengers-agree", "strike-before-talks", "bridges-day")

# What is planted in the sound story, and the one rule that must see it.
SLIPS = {
    "It was already late on May 31 when": ("It was earlier on June 1 when", "bridges-day"),
    "that 388 passengers": ("that 338 passengers", "passengers-agree"),
    "only four hours later": ("only six hours later", "bridge-times"),
    "Istanbul on June 2": ("Istanbul on May 30", "strike-before-talks"),
    "injure 69 before": ("injure 96 before", "casualties-agree"),
}
# The same for the original, whose own slip is there from the start.
ORIGINAL_SLIPS = {
    "only four hours later": ("only two hours later", "bridge-times"),
    "through with 388 passengers": ("through with 338 passengers", "passengers-agree"),
    "Istanbul on June 2": ("Istanbul on May 30", "strike-before-talks"),
}


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return rulebook.load([str(SEEDS / "bridges.facts.yml")])


@pytest.fixture(scope="module")
def packs() -> tuple[Rule, ...]:
    return rulebook.load(rulebook.packs())


def opened(path: Path) -> Document:
    (found,) = read.open_articles([str(path)], date(2025, 6, 3))
    assert isinstance(found, Document), found
    return found


def changed(path: Path, old: str, new: str, folder: Path) -> Document:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    copy = folder / path.name
    copy.write_text(text.replace(old, new), encoding="utf-8")
    return opened(copy)


def results(document: Document, rules: Sequence[Rule]) -> tuple[Result, ...]:
    return desk.check(document, tuple(rules)).results


def by_rule(document: Document, rules: Sequence[Rule]) -> dict[str, str]:
    return {result.rule.partition("/")[2]: result.outcome for result in results(document, rules)}


def telling(document: Document, rules: Sequence[Rule]) -> list[str]:
    """What an editor is told: failures and what is unsure, of level error and warning."""
    return [
        f"{r.rule}: {r.message}"
        for r in results(document, rules)
        if r.outcome in ("fail", "unsure") and r.level != "note"
    ]


# ---------------------------------------------------------------- our own words


def test_the_sound_story_holds_up(rules: tuple[Rule, ...], packs: tuple[Rule, ...]) -> None:
    story = opened(SEEDS / "bridges.md")
    assert by_rule(story, rules) == dict.fromkeys(OWN, "pass")
    assert telling(story, packs) == []


@pytest.mark.parametrize("old", SLIPS)
def test_each_slip_breaks_its_own_rule(old: str, rules: tuple[Rule, ...], tmp_path: Path) -> None:
    new, rule = SLIPS[old]
    story = changed(SEEDS / "bridges.md", old, new, tmp_path)
    assert by_rule(story, rules) == {**dict.fromkeys(OWN, "pass"), rule: "fail"}


def test_the_planted_copy_is_the_sound_one_with_the_slips() -> None:
    text = (SEEDS / "bridges.md").read_text(encoding="utf-8")
    for old, (new, _) in SLIPS.items():
        text = text.replace(old, new)
    text = text.replace("Sunday, June 1", "Saturday, June 1").replace("4,300 kilometers", "3,400 kilometers")
    assert text == (SEEDS / "bridges-planted.md").read_text(encoding="utf-8")


def test_the_planted_copy_fails_for_the_right_reasons(rules: tuple[Rule, ...], packs: tuple[Rule, ...]) -> None:
    story = opened(SEEDS / "bridges-planted.md")
    assert by_rule(story, rules) == dict.fromkeys(OWN, "fail")
    words = {
        place.span: story.text[place.span.start : place.span.end]
        for r in results(story, packs)
        if r.outcome == "fail"
        for place in r.places
    }
    assert any("Saturday" in text for text in words.values()), "the weekday"
    assert any("3,400" in text for text in words.values()), "the conversion"


# ---------------------------------------------------------------- the story that it retells


@pytest.fixture(scope="module")
def original() -> Path:
    found = sorted(SHARED.glob("*.txt"))
    if not found:
        pytest.skip("the original story is not at hand (../shared/seeds)")
    return found[0]


def test_the_original_has_one_slip(original: Path, rules: tuple[Rule, ...], packs: tuple[Rule, ...]) -> None:
    story = opened(original)
    assert by_rule(story, rules) == {**dict.fromkeys(OWN, "pass"), "bridges-day": "fail"}
    (slip,) = [result for result in results(story, rules) if result.outcome == "fail"]
    lines = [story.text[max(0, place.span.start - 40) : place.span.end + 20] for place in slip.places]
    assert any("Earlier on June 1, two bridges" in line for line in lines)
    assert any("evening of May 31" in line for line in lines)
    # The packs see the same slip, and leave it to the story's own rule; they accuse nothing else.
    alone = [result for result in results(story, packs) if result.outcome in ("fail", "unsure")]
    assert [(result.rule, result.level) for result in alone] == [("calendar/timeline", "warning")]
    together = [result for result in results(story, [*rules, *packs]) if result.outcome in ("fail", "unsure")]
    assert {result.rule: result.level for result in together} == {slip.rule: "error", "calendar/timeline": "note"}


@pytest.mark.parametrize("old", ORIGINAL_SLIPS)
def test_a_slip_in_the_original_breaks_its_own_rule(
    old: str, original: Path, rules: tuple[Rule, ...], tmp_path: Path
) -> None:
    new, rule = ORIGINAL_SLIPS[old]
    story = changed(original, old, new, tmp_path)
    assert by_rule(story, rules) == {**dict.fromkeys(OWN, "pass"), "bridges-day": "fail", rule: "fail"}


# ---------------------------------------------------------------- whose words


def test_nothing_of_the_original_is_copied(original: Path) -> None:
    """No ten words in a row are the same; the longest common run is a clock time."""
    ours, theirs = (_runs(path.read_text(encoding="utf-8"), 10) for path in (SEEDS / "bridges.md", original))
    assert not ours & theirs


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    words = "".join(c.lower() if c.isalnum() else " " for c in text).split()
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


# ---------------------------------------------------------------- the demo


def test_the_demo_comes_out_as_it_says(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, SEEDS / "demo.py", tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {
        "facts.txt",
        "planted.html",
        "planted.json",
        "planted.xml",
        "timeline.svg",
    }
    assert json.loads((tmp_path / "planted.json").read_text(encoding="utf-8"))
