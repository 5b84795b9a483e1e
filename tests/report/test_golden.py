"""Whole reports, byte for byte. `COPYDESK_GOLDEN=write` writes them anew: read the difference before you commit it."""

import os
from pathlib import Path

import pytest

from copydesk.cli import main

GOLDEN = Path(__file__).parent / "golden"
# Folder, file of the report, exit code, command line.
REPORTS = [
    ("ferry", "report.txt", 1, "check story.md --rules ferry.facts.yml --no-packs"),
    ("ferry", "all.txt", 1, "check story.md --rules ferry.facts.yml --no-packs --all"),
    ("ferry", "report.json", 1, "check story.md --rules ferry.facts.yml --no-packs --format json"),
    ("ferry", "report.xml", 1, "check story.md --rules ferry.facts.yml --no-packs --format junit"),
    ("ferry", "strict.xml", 1, "check story.md --rules ferry.facts.yml --no-packs --format junit --fail-on skipped"),
    ("ferry", "facts.txt", 0, "facts story.md"),
    ("many", "report.txt", 2, "check stories.jsonl --rules house.facts.yml --no-packs"),
    ("many", "report.jsonl", 2, "check stories.jsonl --rules house.facts.yml --no-packs --format jsonl --all"),
    ("many", "report.json", 2, "check stories.jsonl --rules house.facts.yml --no-packs --format json"),
    ("many", "report.xml", 2, "check stories.jsonl --rules house.facts.yml --no-packs --format junit"),
    ("pair", "report.txt", 1, "check post.jsonl --rules post.facts.yml --no-packs"),
    ("pair", "report.jsonl", 1, "check post.jsonl --rules post.facts.yml --no-packs --format jsonl"),
    ("many", "facts.txt", 2, "facts stories.jsonl"),
    ("many", "facts.jsonl", 2, "facts stories.jsonl --format jsonl"),
    ("many", "facts.json", 2, "facts stories.jsonl --format json"),
    ("ferry", "report.sarif", 1, "check story.md --rules ferry.facts.yml --no-packs --format sarif"),
    ("ferry", "github.txt", 1, "check story.md --rules ferry.facts.yml --no-packs --format github"),
    ("ferry", "summary.md", 1, "check story.md --rules ferry.facts.yml --no-packs --format summary"),
    ("ferry", "report.md", 1, "check story.md --rules ferry.facts.yml --no-packs --format markdown"),
    ("ferry", "inline.md", 1, "check story.md --rules ferry.facts.yml --no-packs --format markdown --inline"),
    ("ferry", "gitlab.json", 1, "check story.md --rules ferry.facts.yml --no-packs --format gitlab"),
    ("ferry", "rdjson.json", 1, "check story.md --rules ferry.facts.yml --no-packs --format rdjson"),
    ("ferry", "facts.csv", 0, "facts story.md --format csv"),
    ("many", "report.sarif", 2, "check stories.jsonl --rules house.facts.yml --no-packs --format sarif"),
    ("many", "github.txt", 2, "check stories.jsonl --rules house.facts.yml --no-packs --format github"),
    ("many", "checkstyle.xml", 2, "check stories.jsonl --rules house.facts.yml --no-packs --format checkstyle"),
    ("many", "report.tap", 2, "check stories.jsonl --rules house.facts.yml --no-packs --format tap"),
    ("many", "report.csv", 2, "check stories.jsonl --rules house.facts.yml --no-packs --format csv"),
    ("pair", "report.md", 1, "check post.jsonl --rules post.facts.yml --no-packs --format markdown"),
]


@pytest.mark.parametrize(("folder", "name", "code", "command"), REPORTS, ids=str)
def test_golden_report(
    folder: str,
    name: str,
    code: int,
    command: str,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.chdir(GOLDEN / folder)
    assert main(command.split()) == code
    first = capfdbinary.readouterr().out
    assert main(command.split()) == code
    assert capfdbinary.readouterr().out == first, "the same input twice, and not the same bytes"
    golden = GOLDEN / folder / name
    if os.environ.get("COPYDESK_GOLDEN") == "write":
        golden.write_bytes(first)
    assert first.decode() == golden.read_bytes().decode()
