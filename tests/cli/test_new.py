"""`copydesk new`: the rules of an article as a file, which is never written over unless that is asked for."""

import io
from pathlib import Path

import pytest

from copydesk import rulebook
from copydesk.cli import main

STORY = """\
---
title: Ferry hits pier
date: 2025-03-14
---

The ferry left Elmsby with 214 passengers at 7:15 a.m. on March 11. It hit the pier in Oakhaven at 7:45 a.m. on March 11.

By noon all 214 passengers were ashore. Six goats stayed behind.
"""
IDS = ["passengers-agree", "oakhaven-after-elmsby"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ferry.md").write_text(STORY, encoding="utf-8")


def ids(text: str) -> list[str]:
    return [line.partition("id: ")[2] for line in text.splitlines() if line.startswith("  - id: ")]


def test_standard_output_is_the_rule_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "ferry.md"]) == 0
    out, err = capsys.readouterr()
    assert ids(out) == IDS
    assert [rule.id for rule in rulebook.parse(out)] == IDS
    assert out.startswith("# yaml-language-server: $schema=copydesk.schema.json\nversion: 1\n")
    assert err == "Proposed 2 rules, which ferry.md passes. Take out what need not hold.\n"


def test_what_is_written_is_tested_and_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "ferry.md", "-o", "ferry.facts.yml"]) == 0
    assert "Wrote 2 rules, which ferry.md passes, to ferry.facts.yml." in capsys.readouterr().err
    assert main(["test", "ferry.facts.yml"]) == 0
    assert main(["check", "ferry.md", "--rules", "ferry.facts.yml", "--no-packs", "--fail-on", "skipped"]) == 0
    Path("ferry.md").write_text(STORY.replace("all 214", "all 241"), encoding="utf-8")
    assert main(["check", "ferry.md", "--rules", "ferry.facts.yml", "--no-packs"]) == 1
    assert "Here 214 and 241 are given." in capsys.readouterr().out


def test_a_rule_is_for_its_own_article(capsys: pytest.CaptureFixture[str]) -> None:
    Path("[a]*.md").write_text(STORY, encoding="utf-8")
    assert main(["new", "[a]*.md", "-o", "a.facts.yml"]) == 0
    assert main(["check", "[a]*.md", "--rules", "a.facts.yml", "--no-packs"]) == 0
    Path("other.md").write_text(STORY, encoding="utf-8")
    assert main(["check", "other.md", "--rules", "a.facts.yml", "--no-packs"]) == 5


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("ferry.md:6", IDS),
        ("ferry.md:8", ["passengers-agree", "ashore", "goats"]),
        ("ferry.md:8:1", ["passengers-agree", "ashore"]),
        ("ferry.md:6:70", ["oakhaven-after-elmsby"]),
    ],
)
def test_a_line_or_a_sentence(place: str, expected: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", place]) == 0
    out, _ = capsys.readouterr()
    assert set(expected) >= set(ids(out)), out
    assert expected[0] in ids(out)


def test_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "ferry.md", "--all"]) == 0
    assert set(ids(capsys.readouterr().out)) > set(IDS)


def test_nothing_is_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ferry.facts.yml").write_text("mine", encoding="utf-8")
    assert main(["new", "ferry.md", "--output", "ferry.facts.yml"]) == 2
    assert "ferry.facts.yml is there already" in capsys.readouterr().err
    assert Path("ferry.facts.yml").read_text(encoding="utf-8") == "mine"
    assert main(["new", "ferry.md", "--output", "ferry.facts.yml", "--force"]) == 0
    assert ids(Path("ferry.facts.yml").read_text(encoding="utf-8")) == IDS


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["missing.md"], 2, "missing.md: There is no such file or folder."),
        (["ferry.md:0"], 2, "lines count from 1"),
        (["ferry.md:2"], 2, "ferry.md:2: no figure and no time stands there. 'copydesk facts ferry.md' shows"),
        (["empty.md"], 2, "This is empty"),
        (["bare.md"], 5, "No rule can be proposed for bare.md"),
        (["ferry.md", "-o", "ferry.yml"], 2, "rule files are called NAME.facts.yml"),
        (["ferry.md", "-o", "no/where.facts.yml"], 2, "I can't write to no/where.facts.yml"),
        (["many.jsonl"], 2, "many.jsonl holds several articles. Name one, such as many.jsonl#a."),
        (["."], 2, ". holds several articles. Name one, such as bare.md."),
        (["ferry.md:6:900"], 2, "ferry.md:6:900: no figure and no time stands there."),
        (["no story.md"], 2, "no story.md: There is no such file or folder."),
        (["It ended well."], 5, "No rule can be proposed for the text"),
        (["many.jsonl#c"], 2, "There is no such article in it."),
        (["broken.jsonl#a"], 2, ""),
    ],
)
def test_what_can_be_mended_is_said(words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty.md").write_text("", encoding="utf-8")
    Path("bare.md").write_text("Nothing stands here.", encoding="utf-8")
    Path("many.jsonl").write_text(
        '{"id": "a", "text": "Ten dogs."}\n{"id": "b", "text": "Six dogs."}\n', encoding="utf-8"
    )
    Path("broken.jsonl").write_text("{rubbish\n", encoding="utf-8")
    assert main(["new", *words]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err and "Traceback" not in err


def test_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "The hall has 388 seats. It opens at 10:50"]) == 0
    out, err = capsys.readouterr()
    assert "seats = 388" in out
    assert "for:" not in out and err.startswith("Proposed ")


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(STORY.partition("---\n\n")[2].encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert main(["new", "-"]) == 0
    out, _ = capsys.readouterr()
    assert ids(out) == IDS
    assert "about: What the article states." in out


def test_one_of_many(capsys: pytest.CaptureFixture[str]) -> None:
    Path("many.jsonl").write_text(
        '{"id": "a", "text": "Ten dogs."}\n{"id": "b", "text": "It had 388 seats. All 388 seats were sold."}\n',
        encoding="utf-8",
    )
    assert main(["new", "many.jsonl#b"]) == 0
    out, _ = capsys.readouterr()
    assert ids(out) == ["seats-agree"]
    assert "for:" not in out, "a file of many articles is no place to be for one of them"
