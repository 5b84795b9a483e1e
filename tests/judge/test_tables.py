"""`near` in a table: what heads the row or the column counts as standing beside a figure."""

import io
from pathlib import Path

import pytest

from copydesk import desk
from copydesk.model import Document
from copydesk.read import readers
from copydesk.rulebook import load

TABLE = """\
# The storm

| Town   | Killed | Injured | Note    |
|--------|--------|---------|---------|
| Halden | 7      | 12      | fire    |
| Oslo   |        | 30      | 4 dogs  |

In Halden 9 people were killed.

| Town   | Killed |
|--------|--------|
| Bergen | 5      |
"""


def article() -> Document:
    (document,) = readers()["markdown"].read(io.BytesIO(TABLE.encode()), "storm.md")
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("near", "found"),
    [
        ("near: Halden", ["7", "12"]),
        ("near: Oslo", ["30", "4"]),
        ("near: Killed", ["7", "5"]),
        ("near all: [Halden, Killed]", ["7"]),
        ("near all: [Halden, Injured]", ["12"]),
        ("near all: [Bergen, Killed]", ["5"]),
        ("near all: [Bergen, Injured]", []),
        ("not near: [Halden, Bergen]", ["30", "4"]),
    ],
)
def test_headings_of_rows_and_columns(near: str, found: list[str], tmp_path: Path) -> None:
    path = tmp_path / "t.facts.yml"
    names = {kind: f"{kind}s: {{a: {kind}, in: table, {near}}}" for kind in ("count", "number")}
    path.write_text(
        f"version: 1\nrules:\n  - id: t\n    say: T.\n    find: {{{', '.join(names.values())}}}\n    expect: number of counts = 99\n",
        encoding="utf-8",
    )
    (rule,) = load([path])
    from copydesk.extract import read_facts
    from copydesk.judge.find import Reader

    document = article()
    reader = Reader(document, read_facts(document))
    facts = sorted({fact for selector in rule.find for fact in reader.find(selector)}, key=lambda fact: fact.span)
    assert [fact.text for fact in facts] == found
    assert desk.check(document, [rule])
