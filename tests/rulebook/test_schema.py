"""The schema for editors: valid draft-07, never stricter than the loader, and every key, kind and choice of the loader's in it."""

import ast
import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from copydesk import desk
from copydesk.amounts import worst
from copydesk.cli import main
from copydesk.cli.schema import text
from copydesk.extract import read_facts
from copydesk.model import rules
from copydesk.read import compose
from copydesk.relate import KINDS
from copydesk.rulebook import load, packs, words
from copydesk.rulebook.schema import schema
from copydesk.rulebook.shapes import NAMES, RULES

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SCHEMA = schema(KINDS)
VALIDATOR = Draft7Validator(SCHEMA)
BLOCK = re.compile(r"^```yaml (?P<file>\S+\.facts\.yml)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def mistakes(written: str) -> list[str]:
    """What the schema says of a rule file, read as the loader reads it: every scalar as text."""
    found = VALIDATOR.iter_errors(yaml.load(written, Loader=yaml.BaseLoader))
    return [f"{'/'.join(map(str, error.path))}: {error.message}" for error in found]


GOOD = [
    *map(Path, packs()),
    *sorted((ROOT / "seeds").glob("*.facts.yml")),
    *(HERE / name for name in ("rules.facts.yml", "whole.facts.yml")),
]


def manual() -> Iterator[tuple[str, str]]:
    """The rule files of the manual but the one that shows mistakes."""
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for block in BLOCK.finditer(page.read_text(encoding="utf-8")):
            if block["file"] != "slips.facts.yml":
                yield f"{page.name}:{block['file']}", block["body"]


def test_it_is_draft_07() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_good_files_are_valid(path: Path) -> None:
    assert mistakes(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("name", "written"), [*manual()], ids=lambda value: value if ".md:" in value else "")
def test_the_manual_is_valid(name: str, written: str) -> None:
    assert mistakes(written) == []


@pytest.mark.parametrize(
    "name",
    "bad-choices bad-ids examples for names-of-the-grammar no-version sources unknown-file-keys unknown-kinds "
    "unknown-rule-keys unknown-selector-key wrong-types wrong-version missing-rule-keys a-text free-english".split(),
)
def test_mistakes_of_shape_are_seen(name: str) -> None:
    assert mistakes((HERE / f"broken/{name}.facts.yml").read_text(encoding="utf-8"))


def test_it_has_every_word_of_the_language() -> None:
    defined = SCHEMA["definitions"]
    assert list(SCHEMA["properties"]) == list(words.FILE_KEYS)
    assert list(defined["rule"]["properties"]) == list(words.RULE_KEYS)
    assert list(defined["name"]["properties"]) == list(words.SELECTOR_KEYS)
    assert set(defined["name"]["properties"]["a"]["enum"]) == {*words.KINDS, *words.DIMENSIONS, *KINDS}
    assert list(defined["example"]["properties"]) == list(words.OUTCOMES)
    assert {key for each in defined["source"]["anyOf"] for key in each["properties"]} >= set(words.SOURCE_KEYS)
    level = re.search(
        r"^Level = Literal\[(.*)\]$", Path(rules.__file__).read_text("utf-8"), re.M
    )  # a type, and none at run time
    assert level
    assert tuple(words.LEVELS) == ast.literal_eval(f"({level[1]})")


def tables(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from tables(each)


def test_every_key_says_what_it_is() -> None:
    keys = [value for node in tables(SCHEMA) for value in node.get("properties", {}).values()]
    assert len(keys) > 60
    for key in keys:
        assert key["markdownDescription"].endswith(".")
        assert "`" not in key["description"]


def filled_in(body: object) -> Any:
    """A snippet with the words that stand in its places."""
    filled = re.sub(
        r"\$\{\d+:((?:[^}\\]|\\\\.)*)\}",
        lambda place: place[1].replace("\\\\", ""),
        json.dumps(body, ensure_ascii=False),
    )
    return json.loads(filled)


@pytest.mark.parametrize("name", RULES)
def test_each_rule_offered_passes_its_examples(name: str, tmp_path: Path) -> None:
    path = tmp_path / "any.facts.yml"
    path.write_text(yaml.safe_dump({"version": "1", "rules": [filled_in(RULES[name][1])]}, allow_unicode=True), "utf-8")
    assert mistakes(path.read_text("utf-8")) == []
    (rule,) = load([path])
    assert {example.outcome for example in rule.examples} >= {"pass", "fail"}
    for example in rule.examples:
        assert worst([result.outcome for result in desk.example(rule, example).results]) == example.outcome


@pytest.mark.parametrize("name", NAMES)
def test_each_name_offered_can_be_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "any.facts.yml"
    expect = "x.converted = x.stated" if name == "a relation" else "number of x > 0"
    rule = {"id": "x", "say": "s", "find": {"x": filled_in(NAMES[name][1])}, "expect": expect}
    path.write_text(yaml.safe_dump({"version": "1", "rules": [rule]}), "utf-8")
    assert load([path])


def test_golden_schema_beside_the_packs() -> None:
    """Their first lines name it, so that they can be edited like anybody's."""
    path = Path(packs()[0]).with_name("copydesk.schema.json")
    if os.environ.get("COPYDESK_GOLDEN") == "write":
        path.write_text(text(), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text(), "run make golden"


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed) == json.loads(json.dumps(SCHEMA))
    assert main(["schema", "-o", str(tmp_path / "copydesk.schema.json")]) == 0
    assert (tmp_path / "copydesk.schema.json").read_text(encoding="utf-8") == printed
    assert capsys.readouterr().out == ""
    assert main(["schema", "--output", str(tmp_path / "none" / "x.json")]) == 2
    assert "I can't write to" in capsys.readouterr().err


@pytest.mark.parametrize(("kind", "example"), [(kind, each) for kind, about in words.KINDS.items() for each in about.partition(": ")[2].split(", ") if each])  # fmt: skip
def test_what_is_said_of_a_kind_is_of_that_kind(kind: str, example: str) -> None:
    found = read_facts(compose("x", f"They had {example} there.", "", date(2025, 6, 4)))
    assert kind in {fact.kind for fact in found}
