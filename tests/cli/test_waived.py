"""`copydesk baseline`, and waivers in a run of `check`."""

import json
from pathlib import Path

import pytest

from copydesk.cli import main

RULES = """\
version: 1
rules:
  - id: killed-agree
    say: The number killed is the same wherever it is given.
    find: {killed: {a: count, of: killed}}
    expect: killed agree
"""
BAD = "Seven people were killed in the crash.\n\nPolice said the 9 people killed were on the train.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "r.facts.yml").write_text(RULES, encoding="utf-8")
    (tmp_path / "bad.txt").write_text(BAD, encoding="utf-8")
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "a1", "text": BAD}) + "\n", encoding="utf-8")
    return tmp_path


def run(words: str) -> int:
    return main([*words.split(), "--no-packs", "--rules", "r.facts.yml"])


def test_from_a_baseline_on_only_new_findings_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check bad.txt news.jsonl") == 1
    assert run("baseline bad.txt news.jsonl") == 0
    assert capsys.readouterr().out.endswith("Wrote 2 waivers to copydesk-ok.yml, from 2 articles. Exit code 0.\n")
    assert run("check bad.txt news.jsonl") == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "Checked 2 articles with 1 rule: 0 errors, 0 warnings, 0 unsure, 0 passed, 0 skipped, 2 waived."
    )
    (folder / "bad.txt").write_text(BAD.replace("9", "12"), encoding="utf-8")
    assert run("check bad.txt news.jsonl") == 1
    out = capsys.readouterr().out
    assert "bad.txt:3:17: error [killed-agree]" in out
    assert "bad.txt: warning [unused]" in out
    assert "rule copydesk-ok.yml:3" in out


def test_a_second_baseline_adds_and_keeps(folder: Path) -> None:
    run("baseline bad.txt --because Old --by Ed --until 2030-01-01")
    mine = (folder / "copydesk-ok.yml").read_text(encoding="utf-8").replace("Old", "A late count # see the wire")
    (folder / "copydesk-ok.yml").write_text(mine, encoding="utf-8")
    assert run("baseline bad.txt news.jsonl") == 0
    now = (folder / "copydesk-ok.yml").read_text(encoding="utf-8")
    assert now.startswith(mine)
    assert now.count("- article:") == 2
    assert 'article: "news.jsonl#a1"' in now


def test_a_baseline_in_a_file_of_its_own(folder: Path) -> None:
    assert run("baseline bad.txt --waivers old.yml") == 0
    assert not (folder / "copydesk-ok.yml").exists()
    assert run("check bad.txt") == 1
    assert run("check bad.txt --waivers old.yml") == 0


def test_a_baseline_of_nothing_writes_nothing(folder: Path) -> None:
    (folder / "good.txt").write_text("Seven people were killed.", encoding="utf-8")
    assert run("baseline good.txt") == 0
    assert not (folder / "copydesk-ok.yml").exists()
    assert run("baseline none.txt") == 2


def test_the_day_of_the_run_counts_only_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    run("baseline bad.txt --until 2001-01-01")
    assert run("check bad.txt") == 0
    assert run("check bad.txt --as-of 2001-01-01") == 0
    assert run("check bad.txt --as-of 2001-01-02") == 1
    assert run("check bad.txt --as-of today") == 1
    assert run("check bad.txt --dated 2001-01-02") == 1
    capsys.readouterr()
    assert run("check bad.txt --as-of soon") == 2
    assert "I can't read the date 'soon'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "shown"), [("json", '"waived": 1'), ("jsonl", '"waived": 1'), ("junit", "waived: It stood")]
)
def test_every_report_counts_what_is_waived(form: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    run("baseline bad.txt")
    capsys.readouterr()
    assert run(f"check bad.txt --format {form}") == 0
    assert shown in capsys.readouterr().out


def test_with_all_what_is_waived_is_shown_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    run("baseline bad.txt --because Late --by Ed --until 2030-01-01")
    run("check bad.txt --all")
    out = capsys.readouterr().out
    assert "bad.txt:3:17: waived [killed-agree]" in out
    assert "= waived: Late, says Ed, until 2030-01-01 (copydesk-ok.yml:3)" in out


def test_a_broken_file_of_waivers_ends_the_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "copydesk-ok.yml").write_text("waivers:\n  - artikle: bad.txt\n", encoding="utf-8")
    assert run("check bad.txt") == 2
    err = capsys.readouterr().err
    assert "copydesk-ok.yml:2:5: A waiver has no key 'artikle'." in err
    assert "Traceback" not in err


def test_waivers_of_articles_that_are_not_there_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = ["gone.txt", "'*.txt'", "'news.jsonl#a1'", "bad.txt", "piped"]
    lines = [f"  - {{article: {one}, rule: killed-agree, because: It is so.}}\n" for one in entries]
    (folder / "copydesk-ok.yml").write_text("waivers:\n" + "".join(lines), encoding="utf-8")
    assert run("check bad.txt") == 0
    assert "Not checked: 2 waivers of articles that are not there (gone.txt, *.txt)." in capsys.readouterr().out


def test_mistakes_in_waivers_are_none_in_the_rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "copydesk-ok.yml").write_text("waiver: []\n", encoding="utf-8")
    assert run("check bad.txt") == 2
    assert "mistakes in copydesk-ok.yml. Exit code 2." in capsys.readouterr().err
