"""JSON reads back, keeps the contract's keys, and its offsets give the words back."""

import json
from decimal import Decimal

import pytest

from copydesk.desk import state
from copydesk.model import Checked, Look, Unread
from copydesk.read import compose
from copydesk.report import names, report
from copydesk.report._records import number

FACT = ["kind", "field", "start", "end", "text", "low", "high", "bound", "unit", "role", "timex"]
BODY = (
    "At least seven people were killed on May 31, 2025, at about 10:50 p.m., and 1.5 miles (2.4 km) of track were lost."
)


@pytest.fixture(scope="module")
def items() -> list[Checked | Unread]:
    return [state(compose("a", BODY, "Seven 𝒞 dead")), Unread("b", "b.md", "This is empty.")]


def test_facts_keep_the_contract(items: list[Checked | Unread]) -> None:
    write = report("jsonl").facts
    assert write is not None
    line, unread = map(json.loads, write(items, Look()))
    assert unread["error"] == "This is empty."
    assert line["id"] == "a"
    assert "toll" in line
    sources = {"title": "Seven 𝒞 dead", "text": BODY}
    assert len(line["facts"]) > 3
    for fact in line["facts"]:
        assert list(fact)[: len(FACT)] == FACT
        assert sources[fact["field"]][fact["start"] : fact["end"]] == fact["text"]
        if fact["kind"] in ("date", "time", "duration", "set"):
            assert fact["low"] is fact["high"] is None


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("7", "7"),
        ("7.0", "7"),
        ("1.2E+6", "1200000"),
        ("0.1", "0.1"),
        ("-2.50", "-2.5"),
        ("Infinity", "null"),
        ("1E+999999", "null"),
    ],
)
def test_figures_are_json_numbers_whole_where_they_are_whole(said: str, written: str) -> None:
    assert json.dumps(number(Decimal(said))) == written


def test_json_of_a_run_is_one_object(items: list[Checked | Unread]) -> None:
    found = report("json")
    assert found.facts is not None
    for write in (found.results, found.facts):
        whole = json.loads("".join(write(items, Look())))
        assert [article["id"] for article in whole["articles"]] == ["a", "b"]
        assert whole["summary"]["unread"] == 1
        assert json.loads("".join(write([], Look())))["articles"] == []


def test_reports_are_written_as_articles_come(items: list[Checked | Unread]) -> None:
    """Whatever the format, an article's piece is out before the next one is asked for."""
    for name in names():
        taken = []

        def coming(taken: list[int] = taken) -> object:
            for i, item in enumerate(items * 3):
                taken.append(i)
                yield item

        pieces = report(name).results(coming(), Look(every=True))  # type: ignore[arg-type]
        next(pieces)
        assert len(taken) <= 2
