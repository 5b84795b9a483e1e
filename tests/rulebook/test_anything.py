"""The loader on anything at all: rules, or BrokenRules with places that stand in the file. Never another error, never silence."""

import re
import tempfile
from pathlib import Path

import yaml
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import BrokenRules
from copydesk.rulebook import load, packs
from copydesk.rulebook.words import EXAMPLE_KEYS, FILE_KEYS, FOR_KEYS, RULE_KEYS, SELECTOR_KEYS, SOURCE_KEYS

HERE = Path(__file__).parent
GOOD = (HERE / "rules.facts.yml").read_text()
WHOLE = (HERE / "whole.facts.yml").read_text()
BESIDE = {name: (HERE / name).read_bytes() for name in ("data/toll.csv", "desk_checks.py")}
COOKBOOK = re.findall(r"^```yaml \S+\n(.*?)^```$", (HERE.parents[1] / "docs/cookbook.md").read_text(), re.MULTILINE | re.DOTALL)  # fmt: skip
FILES = [GOOD, WHOLE, *COOKBOOK, *(Path(pack).read_text() for pack in packs())]
LINES = GOOD.splitlines(keepends=True)
TOKENS = ["\t", ": ", " #", "- ", "'", '"', "{", "}", "[", "]", "&a", "*a", "!x", "|", ">", "?", "<<", "@", "%", "\\", "\0", "\x85", "🙂", ",", "---\n", "=", "and", "is", "4 huors", "no", "~"]  # fmt: skip


def loads(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.facts.yml"
        path.write_bytes(data)
        (path.parent / "data").mkdir()
        for name, content in BESIDE.items():
            (path.parent / name).write_bytes(content)
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
        assert mistake.hint, mistake


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    loads(data)


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    loads(("version: 1\nrules:\n  - id: x\n    say: " + text).encode("utf-8", "surrogatepass"))


@given(
    st.sampled_from(FILES),
    st.integers(0, max(map(len, FILES))),
    st.integers(0, 12),
    st.sampled_from(TOKENS) | st.text(max_size=3),
)
def test_a_good_file_with_a_slip(good: str, at: int, cut: int, put_in: str) -> None:
    """A few characters taken out, a few put in: of files with every key, of the built-in packs, of the cookbook."""
    at %= len(good)
    loads((good[:at] + put_in + good[at + cut :]).encode("utf-8", "surrogatepass"))


def test_the_good_files_are_good() -> None:
    loads(GOOD.encode())
    assert {rule.id for rule in load([HERE / "whole.facts.yml"])} == {"rise", "toll", "like-toll"}


KEYS = [*FILE_KEYS, *RULE_KEYS, *SELECTOR_KEYS, *SOURCE_KEYS, *EXAMPLE_KEYS, *FOR_KEYS, "pass", "x", "killed", "day"]
VALUES = st.sampled_from(
    ["1", "", "count", "money", "yes", "previous", "data/toll.csv", "article.date", "env:X", "select :x", "from {x:money}", "x agree", "x.x = x", "killed = source x",
     "python desk_checks:few", "[a", "{x} {x}", "..", "/", "\x00", "~", "x" * 300]
)  # fmt: skip
SHAPES = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(list(FILE_KEYS)), SHAPES),
    st.dictionaries(st.sampled_from(list(RULE_KEYS)), SHAPES),
    SHAPES,
)
def test_any_shape_of_known_keys(file: dict[str, object], rule: dict[str, object], source: object) -> None:
    """Every key with any value, in any place."""
    file = {"version": "1", "sources": {"x": source}, **file}
    file.setdefault(
        "rules",
        [rule, {"id": "y", "say": "s", "find": {"x": rule.get("find", "x")}, "expect": rule.get("expect", "x agree")}],
    )
    loads(yaml.safe_dump(file, allow_unicode=True, default_style='"').encode())


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
