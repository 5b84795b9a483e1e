"""`copydesk compare`: what several articles say of one thing."""

import json
from pathlib import Path

import pytest

from copydesk.cli import main

FIRST = "Four people were injured when a ferry hit the pier in Rye on Friday, police said."
SECOND = "A ferry hit the pier in Rye on Friday. Seven people were hurt, a doctor said."


def write(folder: Path, **articles: str) -> list[str]:
    paths = []
    for i, (name, text) in enumerate(articles.items()):
        path = folder / f"{name}.md"
        path.write_text(f"---\ndate: 2025-03-14 {20 - i}:00\n---\n\n{text}\n", encoding="utf-8")
        paths.append(str(path))
    return paths


def compared(paths: list[str], capsys: pytest.CaptureFixture[str], *more: str) -> list[dict[str, object]]:
    assert main(["compare", *paths, "--format", "json", *more]) == 0
    things: list[dict[str, object]] = json.loads(capsys.readouterr().out)["things"]
    return things


def figures(thing: dict[str, object]) -> list[object]:
    told = thing["told"]
    assert isinstance(told, list)
    return [each["low"] for each in told]


def test_a_difference_is_listed_by_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (thing,) = compared(write(tmp_path, later=SECOND, earlier=FIRST), capsys)
    assert thing["about"] == "injured"
    assert figures(thing) == [4, 7]


def test_the_source_stands_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *write(tmp_path, later=SECOND, earlier=FIRST)]) == 0
    shown = capsys.readouterr().out
    assert "said by police" in shown
    assert "earlier.md:5:1" in shown
    assert shown.endswith("they differ on 1. Exit code 0: differences fail no run.\n")


@pytest.mark.parametrize(
    "other",
    [
        "The ferry to Rye is late again. In 1996 seven people were hurt when it hit the pier.",
        "A ferry hit the pier in Rye on Friday. Two of those hurt were children.",
        "A ferry hit the pier in Rye on Friday with 90 people and seven cars on board.",
        "No figure stands here.",
    ],
)
def test_other_things_are_not_set_beside_it(other: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compared(write(tmp_path, a=FIRST, b=other), capsys) == []


def test_what_agrees_is_shown_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = write(tmp_path, a=FIRST, b="In Rye, four people were hurt by a ferry.")
    assert compared(paths, capsys) == []
    (thing,) = compared(paths, capsys, "--all")
    assert (thing["agree"], figures(thing)) == (True, [4, 4])


def test_sums_and_times_amid_the_same_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a = "The new bridge over the Orn will cost 4 million euros, and opens at 9 a.m. on Friday, the mayor of Rye said."
    b = "The bridge over the Orn will cost 5.5 million euros, an engineer said. It opens at 10 a.m. on Friday, the mayor said."
    assert [figures(thing)[:1] for thing in compared(write(tmp_path, a=b, b=a), capsys)] == [[4_000_000], [None]]


def test_one_article_is_not_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *write(tmp_path, a=FIRST)]) == 2
    assert "There is one article only. Name two or more on one event." in capsys.readouterr().err


def test_what_cant_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = [*write(tmp_path, a=FIRST, b=SECOND), str(tmp_path / "nowhere.md")]
    assert main(["compare", *paths]) == 2
    shown = capsys.readouterr().out
    assert "nowhere.md: error There is no such file or folder." in shown
    assert "Compared 2 articles" in shown


def test_the_same_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = write(tmp_path, a=FIRST, b=SECOND)
    assert compared(paths, capsys) == compared(paths, capsys)
