"""`copydesk test --corpus … --against REV`: which findings a change of the rules adds and removes, and which rules never find anything."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from copydesk.cli import main

HOUSE = """\
version: 1
sources: {toll: {csv: data/toll.csv, column: killed, where: {day: article.date}}}
rules:
  - id: killed-agree
    say: The number killed is the same.
    find: {killed: {a: count, of: killed}}
    expect: killed agree
  - id: crossing
    say: It takes half an hour.
    find: {left: {a: time, near: left}, landed: {a: time, near: landed}}
    expect: landed is 30 minutes after left within 20 minutes
  - id: toll
    say: The toll is the official one.
    find: {killed: {a: count, of: killed, take: first}}
    expect: killed = source toll
  - id: few
    say: They are few.
    find: {killed: {a: count, of: killed, take: first}}
    expect: python my_checks:few
  - id: dear
    say: Nothing costs much.
    find: {price: {a: money}}
    expect: price < $4
"""
STORIES = {
    "a.md": "Seven people were killed. Nine people were killed.\n\nThe ferry left at 8:10 a.m. It landed at 8:55 a.m.\n",
    "b.md": "Eight people were killed.\n",
    "c.md": "It rained.\n",
}


def git(*words: str) -> None:
    env = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *words], check=True, capture_output=True, env=env)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with rules, what they look into, and an archive; everything committed."""
    if not shutil.which("git"):
        pytest.skip("needs git")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    home = tmp_path / "desk"
    for folder in ("rules/data", "archive"):
        (home / folder).mkdir(parents=True)
    monkeypatch.chdir(home)
    Path("rules/house.facts.yml").write_text(HOUSE, encoding="utf-8")
    Path("rules/my_checks.py").write_text("def few(killed):\n    return killed[0].amount.high < 9\n", encoding="utf-8")
    Path("rules/data/toll.csv").write_text("day,killed\n2025-06-01,8\n", encoding="utf-8")
    for name, text in STORIES.items():
        Path("archive", name).write_text(f"---\ndate: 2025-06-01\n---\n{text}", encoding="utf-8")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "a")
    return home


def rewrite(old: str, new: str, path: str = "rules/house.facts.yml") -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def tried(capsys: pytest.CaptureFixture[str], *words: str, code: int = 1, rev: str = "HEAD") -> str:
    assert main(["test", "--corpus", "archive", "--against", rev, *words]) == code, capsys.readouterr()
    return capsys.readouterr().out


def in_json(capsys: pytest.CaptureFixture[str], *words: str, code: int = 1) -> dict[str, object]:
    assert main(["test", "--corpus", "archive", "--against", "HEAD", "--format", "json", *words]) == code
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_nothing_changed(capsys: pytest.CaptureFixture[str]) -> None:
    out = tried(capsys, code=0)
    assert out == (
        "Found nothing to judge: house/dear.\n"
        "Tried 5 rules on 3 articles against HEAD: findings 0 added, 0 removed, 0 changed. "
        "1 rule found nothing to judge. Exit code 0: the same findings.\n"
    )


def test_what_a_change_adds_and_removes(capsys: pytest.CaptureFixture[str]) -> None:
    rewrite("landed is 30 minutes after left within 20 minutes", "landed is 30 minutes after left")
    rewrite("killed agree", "killed < 20")
    out = tried(capsys)
    assert "+ archive/a.md:6:42: error [crossing] It takes half an hour." in out
    assert "- archive/a.md:4:27: error [killed-agree] The number killed is the same. Here 7 and 9 are given." in out
    assert "      = rule HEAD:rules/house.facts.yml:4   expected: killed agree\n" in out
    assert "house/killed-agree  changed  1 → 0  0       0 → 2  2 → 1\n" in out
    assert "house/few" not in out
    assert "findings 1 added, 1 removed, 0 changed." in out


def test_another_level_is_a_change(capsys: pytest.CaptureFixture[str]) -> None:
    rewrite("    say: The number killed", "    level: warning\n    say: The number killed")
    out = tried(capsys)
    assert "~ archive/a.md:4:27: warning [killed-agree]" in out
    assert "      = at HEAD error: The number killed is the same. Here 7 and 9 are given.\n" in out


def test_other_places_are_a_change(capsys: pytest.CaptureFixture[str]) -> None:
    rewrite("killed: {a: count, of: killed}}\n    expect: killed agree", "killed: {a: count, of: killed, not in: headline}}\n    expect: killed agree")  # fmt: skip
    Path("archive/b.md").write_text("---\ntitle: Nine killed\n---\nEight people were killed. Ten people were killed.\n", "utf-8")  # fmt: skip
    out = tried(capsys)
    assert "~ archive/b.md:4:" in out
    assert "      = at HEAD it pointed elsewhere: " in out
    assert "findings 0 added, 0 removed, 1 changed." in out


def test_a_function_is_that_of_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    rewrite("< 9", "< 8", "rules/my_checks.py")
    out = tried(capsys)
    assert "+ archive/b.md:4:1: error [few]" in out
    assert "findings 1 added, 0 removed, 0 changed." in out


def test_data_is_that_of_today(capsys: pytest.CaptureFixture[str]) -> None:
    """Only what rules make of the same data is compared; data that is gone is that of the revision."""
    rewrite("2025-06-01,8", "2025-06-01,7", "rules/data/toll.csv")
    assert "0 added, 0 removed" in tried(capsys, code=0)
    Path("rules/data/toll.csv").unlink()
    rewrite("sources: {toll: {csv: data/toll.csv, column: killed, where: {day: article.date}}}\n", "")
    rewrite("killed = source toll", "killed = 8")
    assert "house/toll  changed" in (out := tried(capsys, code=0)) or "findings 0 added" in out


def test_new_and_gone_rules_and_files(capsys: pytest.CaptureFixture[str]) -> None:
    rewrite("id: killed-agree", "id: dead-agree")
    Path("rules/more.facts.yml").write_text(
        "version: 1\nrules:\n  - {id: rain, say: It is dry., find: {x: {a: count}}, expect: number of x > 9}\n", "utf-8"
    )
    found = in_json(capsys)
    rules = {rule["rule"]: rule["state"] for rule in found["rules"]}  # type: ignore[attr-defined]
    assert rules["house/dead-agree"] == rules["more/rain"] == "new"
    assert rules["house/killed-agree"] == "gone"
    assert found["summary"] == {"articles": 3, "unread": 0, "added": 4, "removed": 1, "changed": 0}
    assert found["silent"] == ["house/dear"]


def test_the_same_answer_in_every_way(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite("killed agree", "killed < 8")
    first = tried(capsys)
    assert tried(capsys, "--jobs", "2") == first
    assert tried(capsys, "rules/house.facts.yml") == first
    git("tag", "before")
    assert tried(capsys, rev="before") == first.replace("HEAD", "before")
    monkeypatch.chdir("rules")
    assert main(["test", "--corpus", "../archive", "--against", "HEAD"]) == 1
    assert first.splitlines()[-1] in capsys.readouterr().out


def test_without_a_revision(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", "--corpus", "archive"]) == 0
    out = capsys.readouterr().out
    assert "house/few           0     0       2     1\n" in out
    assert "Found nothing to judge: house/dear.\n" in out
    assert main(["test", "--corpus", "archive/c.md"]) == 5


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--against", "HEAD"], "--against needs articles to try the rules on: --corpus PATHS."),
        (["--corpus", "archive", "--against", "nowhere"], "there is no revision 'nowhere' in this repository."),
        (["--corpus", "archive", "--against=-x"], "-x is no revision."),
        (["--corpus", "none", "--against", "HEAD"], ""),
        (["/", "--corpus", "archive", "--against", "HEAD"], ""),
    ],
)
def test_what_is_wrong_is_said(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", *words]) == 2
    err = capsys.readouterr()
    assert said in err.err
    assert "Traceback" not in err.err + err.out


def test_rules_that_were_broken_are_named_as_git_names_them(capsys: pytest.CaptureFixture[str]) -> None:
    rewrite("a: money", "a: monney")
    git("commit", "-q", "-a", "-m", "b")
    rewrite("a: monney", "a: money")
    assert main(["test", "--corpus", "archive", "--against", "HEAD"]) == 2
    assert "HEAD:rules/house.facts.yml:22:23: I don't know the kind 'monney'." in capsys.readouterr().err


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "x.facts.yml").write_text(HOUSE.replace("data/toll.csv", "desk/rules/data/toll.csv").replace("my_checks", "os"), "utf-8")  # fmt: skip
    assert main(["test", "--corpus", "desk/archive", "--against", "HEAD"]) == 2
    assert "--against: git says: fatal: not a git repository" in capsys.readouterr().err
