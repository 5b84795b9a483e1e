"""What a selector finds, key by key: selectors.yml beside this file."""

from pathlib import Path

import pytest
import yaml

from copydesk.extract import read_facts
from copydesk.judge.find import Reader
from copydesk.model import EXAMPLE_DATE
from copydesk.read import compose
from copydesk.rulebook import load

TABLES = yaml.load((Path(__file__).parent / "selectors.yml").read_text(), Loader=yaml.BaseLoader)
CASES = [
    pytest.param(t["select"], case, id=f"{t['select']}: {case}".replace("::", ":"))
    for t in TABLES
    for case in t["cases"]
]
FILE = """version: 1
lists: {{dead-list: [killed, dead]}}
rules:
  - id: case
    say: The case holds.
    find: {{x: {{{}}}}}
    expect: number of x = 0
"""


@pytest.mark.parametrize(("select", "case"), CASES)
def test_selector(select: str, case: str, tmp_path: Path) -> None:
    """A selector finds these facts and no others."""
    path = tmp_path / "case.facts.yml"
    path.write_text(FILE.format(select))
    (rule,) = load([path])
    text, _, found = case.rpartition("=>")
    title, text = text[1:].split("#", 1) if text.startswith("#") else ("", text)
    document = compose("case", text.replace("//", "\n\n").strip(), title.strip(), EXAMPLE_DATE)
    facts = read_facts(document)
    assert [fact.text for fact in Reader(document, facts).find(rule.find[0])] == [
        words.strip() for words in found.split("|") if words.strip()
    ], facts
