"""What commands share: the bar, colours, and an article at which the program itself breaks."""

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from copydesk.cli import _run, main
from copydesk.model import Unread
from copydesk.read import Meter

GOLDEN = Path(__file__).parents[1] / "report" / "golden" / "many"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at the clock is half a second later."""
    ticks = iter(range(10_000))
    monkeypatch.setattr(_run.time, "monotonic", lambda: next(ticks) / 2)


def test_a_long_run_is_drawn_and_wiped(clock: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    meter = Meter(total=100)

    def items() -> Any:
        for _ in range(10):
            meter.done += 10
            yield Unread("a", "a", "This is empty.")

    assert len(list(_run.bar(items(), meter))) == 10
    drawn = screen.getvalue().split("\r")
    assert drawn[1].startswith("[#########.....................]  30%  3 articles, 2 a second")
    assert drawn[-1] == "\x1b[K"


def test_a_short_run_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    list(_run.bar([Unread("a", "a", "This is empty.")], Meter(total=1)))
    assert screen.getvalue() == ""


def test_of_a_pipe_only_the_count_is_known() -> None:
    assert _run.drawn(Meter(), 1200, 4.0) == "1,200 articles, 300 a second"


@pytest.mark.parametrize(("more", "colourful"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colours_only_on_a_terminal_that_wants_them(
    more: dict[str, str], colourful: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in more.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(GOLDEN)
    monkeypatch.setattr(sys, "stdout", screen := Terminal())
    main(["check", "stories.jsonl", "--rules", "house.facts.yml", "--no-packs"])
    assert bool(re.search("\x1b", screen.getvalue())) == colourful
    plain = re.sub(r"\x1b\[[\d;]*m", "", screen.getvalue())
    assert plain == (GOLDEN / "report.txt").read_text(encoding="utf-8")


def test_an_article_that_breaks_the_program_keeps_its_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from copydesk import desk

    read = desk.read

    def sometimes(document: Any) -> Any:
        if document.id == "b":
            raise ZeroDivisionError("by zero")
        return read(document)

    monkeypatch.setattr(desk, "read", sometimes)
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"id": name, "text": "Seven died."}) + "\n" for name in "abc"))
    assert main(["facts", str(path), "--format", "jsonl"]) == 2
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["id"] for line in lines] == ["a", "b", "c"]
    assert re.fullmatch(
        r"copydesk itself broke at this article: ZeroDivisionError: by zero \(test_run\.py:\d+\)\. Please report .*",
        lines[1]["error"],
    )


def test_garbage_is_collected_again_after_a_run(tmp_path: Path) -> None:
    import gc

    (tmp_path / "a.txt").write_text("Seven died.")
    main(["facts", str(tmp_path / "a.txt")])
    assert gc.isenabled()
