"""What a sentence means, case by case: cases.yml beside this file."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from copydesk.amounts import worst
from copydesk.judge import judge
from judge.build import article, rule

TABLES = yaml.load((Path(__file__).parent / "cases.yml").read_text(), Loader=yaml.BaseLoader)
CASES = [
    pytest.param(table, case, id=f"{table['expect']}: {case}".replace("::", ":"))
    for table in TABLES
    for case in table["cases"]
]


@pytest.mark.parametrize(("table", "case"), CASES)
def test_case(table: dict[str, Any], case: str, tmp_path: Path) -> None:
    """A sentence over these mentions has this outcome."""
    mentions, _, outcome = case.rpartition("->")
    listed = []
    for part in filter(None, (piece.strip() for piece in mentions.split(";"))):
        name, _, words = part.partition(" ")
        listed += [(name, table["find"][name], word.strip()) for word in words.split("|")]
    document, facts = article(listed)
    of = "" if "shared" in table else ", of: {}"
    find = {name: f"a: {kind}{of.format(name)}" for name, kind in table["find"].items()}
    keys = {key: table[key] for key in ("strict", "missing") if key in table}
    results = judge(rule(tmp_path, find, table["expect"], **keys), document, facts)
    assert worst([result.outcome for result in results]) == outcome.strip(), results[0].message
