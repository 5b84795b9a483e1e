"""What patterns capture, case by case: patterns.yml beside this file; and that no text makes one slow or break."""

from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.errors import BrokenRules
from copydesk.extract import read_facts
from copydesk.judge.find import Reader
from copydesk.model import EXAMPLE_DATE, Fact, Selector
from copydesk.read import compose
from copydesk.rulebook import load

TABLES = yaml.load((Path(__file__).parent / "patterns.yml").read_text(), Loader=yaml.BaseLoader)
CASES = [pytest.param(table["pattern"], case, id=case) for table in TABLES for case in table["cases"]]


def selector(folder: Path, pattern: str) -> Selector:
    path = folder / "p.facts.yml"
    quoted = pattern.replace("'", "''")
    path.write_text(
        f"version: 1\nrules:\n  - id: p\n    say: P.\n    find: {{x: {{pattern: '{quoted}'}}, n: {{a: count}}}}\n    expect: n = 1\n",
        encoding="utf-8",
    )
    (rule,) = load([path])
    return rule.find[0]


def captured(found: Selector, text: str) -> list[dict[str, str]]:
    document = compose("x", text, "", EXAMPLE_DATE)
    ties = Reader(document, read_facts(document)).ties(found)
    return [{name: fact.text for name, fact in tie.parts.items() if isinstance(fact, Fact)} for tie in ties]


@pytest.mark.parametrize(("pattern", "case"), CASES)
def test_pattern(pattern: str, case: str, tmp_path: Path) -> None:
    text, _, wanted = case.rpartition(" -> ")
    found = captured(selector(tmp_path, pattern), text)
    assert " | ".join(" ".join(f"{name}={words}" for name, words in each.items()) for each in found) == wanted.replace(
        "-", "", wanted == "-"
    )


def test_a_long_sentence_takes_no_time(tmp_path: Path) -> None:
    """Gaps inside gaps try every way; what they may step over is bounded."""
    found = selector(tmp_path, "... {a:count} ... {b:count} ... {c:count} ... nowhere")
    text = "nowhere " + "There were 7 men, " * 60 + "and that was all."
    started = process_time()
    assert captured(found, text) == []
    assert process_time() - started < 5


def test_many_gaps_and_options_take_no_time(tmp_path: Path) -> None:
    """Ways that end at one place go on as one."""
    found = selector(tmp_path, "[a] " * 12 + "... " * 7 + "{y:money} zz")
    text = "It rose " + "a b c " * 60 + "to zz, $5 and " + "a " * 12
    started = process_time()
    assert captured(found, text) == []
    assert process_time() - started < 5


PIECES = st.lists(
    st.sampled_from(
        ["{a:count}", "{b}", "[", "]", "(", ")", "|", "...", "from", " ", "to", "{", "}", "£", "{c:£}", "é"]
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=150)
@given(
    pieces=PIECES, text=st.lists(st.sampled_from(["from", "to", "7 men", "£3", "...", "."]), max_size=8).map(" ".join)
)
def test_any_pattern_is_read_or_told_to_be_wrong(
    pieces: list[str], text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    try:
        found = selector(tmp_path_factory.mktemp("p"), "".join(pieces))
    except BrokenRules:
        return
    captured(found, f"Yes {text} no.")
