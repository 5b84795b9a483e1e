"""`copydesk check STORY --against SOURCE`: a headline, summary or post against the article that it was taken from."""

import json
from pathlib import Path
from typing import Any

import pytest

from copydesk.cli import main

ARTICLE = """\
# Quarry to close

The quarry at Aske will close in March, its owner said on Monday. Its 86 workers were told by letter.
"""
RIGHT = "The quarry at Aske will close in March, and 86 people will lose their work.\n"
WRONG = RIGHT.replace("86", "68")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name, text in {"article.md": ARTICLE, "right.txt": RIGHT, "wrong.txt": WRONG}.items():
        Path(name).write_text(text, encoding="utf-8")
    own = {"id": "own", "text": WRONG, "source": {"text": ARTICLE.replace("86", "68")}}
    Path("own.jsonl").write_text(json.dumps(own), encoding="utf-8")


def check(words: str) -> int:
    return main(["check", *words.split(), "--rule", "counterpart/borne-out", "--fail-on", "warning"])


def results(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    lines = capsys.readouterr().out.splitlines()
    return [result for line in lines for result in json.loads(line)["results"] if result["outcome"] == "fail"]


@pytest.mark.parametrize(("story", "code"), [("right.txt", 0), ("wrong.txt", 1), ("right.txt wrong.txt", 1)])
def test_a_figure_that_the_source_lacks_is_found(story: str, code: int) -> None:
    assert check(f"{story} --against article.md") == code


def test_without_a_source_there_is_nothing_to_check() -> None:
    assert check("wrong.txt") == 5


def test_places_in_the_source_are_named_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    check("wrong.txt --against article.md --format jsonl")
    here, there = results(capsys)[0]["places"][:2]
    assert (here["field"], here["text"]) == ("text", "68")
    assert (there["field"], there["text"], there["line"]) == ("source.text", "86", 3)
    check("wrong.txt --against article.md")
    assert "\nsource 3 | " in capsys.readouterr().out


def test_an_article_that_brings_its_source_keeps_it() -> None:
    assert check("own.jsonl --against article.md") == 0


@pytest.mark.parametrize("more", ["--jobs 2", "--cache"])
def test_the_source_goes_along_to_other_processes_and_into_the_cache(more: str) -> None:
    assert check(f"right.txt wrong.txt --against article.md {more}") == 1
    Path("article.md").write_text(ARTICLE.replace("86", "68"), encoding="utf-8")
    assert check(f"wrong.txt --against article.md {more}") == 0


@pytest.mark.parametrize(
    ("source", "said"),
    [("none.md", "There is no such file or folder"), ("two.jsonl", "more than one article")],
)
def test_a_source_that_is_none_is_a_mistake(source: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("two.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")
    assert check(f"right.txt --against {source}") == 2
    assert said in capsys.readouterr().err
