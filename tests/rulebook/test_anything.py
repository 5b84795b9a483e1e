"""The loader on anything at all: rules, or BrokenRules with places that stand in the file. Never another error, never silence."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import BrokenRules
from copydesk.rulebook import load

GOOD = (Path(__file__).parent / "rules.facts.yml").read_text()
LINES = GOOD.splitlines(keepends=True)
TOKENS = ["\t", ": ", " #", "- ", "'", '"', "{", "}", "[", "]", "&a", "*a", "!x", "|", ">", "?", "<<", "@", "%", "\\", "\0", "\x85", "🙂", ",", "---\n", "=", "and", "is", "4 huors", "no", "~"]  # fmt: skip


def loads(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.facts.yml"
        path.write_bytes(data)
        try:
            rules, mistakes = load([path]), []
        except BrokenRules as broken:
            rules, mistakes = (), broken.mistakes
    assert rules or mistakes
    lines = data.decode(errors="replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for mistake in mistakes:
        assert 1 <= mistake.line <= len(lines), mistake
        assert 1 <= mistake.column <= len(lines[mistake.line - 1]) + 1, mistake
        assert mistake.what, mistake


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    loads(data)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    loads(("version: 1\nrules:\n  - id: x\n    say: " + text).encode("utf-8", "surrogatepass"))


@given(st.integers(0, len(GOOD)), st.integers(0, 12), st.sampled_from(TOKENS) | st.text(max_size=3))
def test_a_good_file_with_a_slip(at: int, cut: int, put_in: str) -> None:
    """A few characters taken out, a few put in."""
    loads((GOOD[:at] + put_in + GOOD[at + cut :]).encode("utf-8", "surrogatepass"))


@given(st.lists(st.integers(0, len(LINES) - 1), max_size=3))
def test_a_good_file_with_lines_lost_and_moved(lost: list[int]) -> None:
    kept = [line for i, line in enumerate(LINES) if i not in lost]
    if lost:
        kept.insert(lost[0] % len(kept), LINES[lost[-1]])
    loads("".join(kept).encode())


@given(st.text("xykilled =+-*/()<>!~%$4 7.and or is agree of sum number within about after before", max_size=40))
def test_any_sentence(sentence: str) -> None:
    """A sentence of the grammar's own pieces in any order."""
    quoted = sentence.replace("'", "''")
    loads(
        f"version: 1\nrules:\n  - id: x\n    say: s\n    find: {{x: {{a: count}}, y: {{a: date}}}}\n    expect: '{quoted}'\n".encode()
    )
