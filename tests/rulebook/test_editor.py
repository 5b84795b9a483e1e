"""The schema in the YAML server of editors: what it offers, what it underlines, what it tells. `make node` installs the server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.cli import main
from rulebook.editor import Editor
from rulebook.test_schema import GOOD, manual
from with_node import node_modules

pytestmark = pytest.mark.xdist_group("editor")
MODELINE = "# yaml-language-server: $schema=copydesk.schema.json\n"
RULE = f"{MODELINE}version: 1\nrules:\n  - id: toll\n    say: All is well.\n"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    server = node_modules("yaml-language-server") / "yaml-language-server/bin/yaml-language-server"
    folder = tmp_path_factory.mktemp("desk")
    main(["schema", "--output", str(folder / "copydesk.schema.json")])
    settings = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
    editor = Editor(server, folder, {"yaml": settings})
    yield editor
    editor.close()


def test_keys_are_offered(editor: Editor) -> None:
    assert {"version", "about", "use", "lists", "sources", "rules"} <= set(editor.offers(f"{MODELINE}|"))
    assert {"find", "expect", "level", "missing", "examples"} <= set(editor.offers(f"{RULE}    |"))
    assert {"a", "of", "near", "not near", "together in"} <= set(
        editor.offers(f"{RULE}    find:\n      dead:\n        |")
    )
    assert {"pass", "fail", "unsure", "skip"} <= set(editor.offers(f"{RULE}    examples:\n      - |"))


def test_kinds_and_choices_are_offered(editor: Editor) -> None:
    assert {"count", "money", "time", "area", "conversion"} <= set(
        editor.offers(f"{RULE}    find:\n      dead: {{a: c|}}")
    )
    assert set(editor.offers(f"{RULE}    level: |")) == {"error", "warning", "note"}


def test_whole_rules_and_sentences_are_offered(editor: Editor) -> None:
    offered = editor.offers(f"{MODELINE}version: 1\nrules:\n  - |")
    assert "two times so far apart" in offered
    assert "expect: ${3:killed} agree" in str(offered["a figure that agrees"])
    assert offered["a figure that agrees"]["insertTextFormat"] == 2  # a snippet
    assert "x is Q after y" in editor.offers(f"{RULE}    expect: |")


def test_keys_explain_themselves(editor: Editor) -> None:
    assert "`warning`: an editor should look" in editor.tells(f"{RULE}    le|vel: error\n")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("    finds: {x: {a: count}}\n", 6, "Property finds is not allowed."),
        ("    find: {x: {a: cuont}}\n", 6, "Value is not accepted. Valid values: "),
        ("    find: {agree: {a: count}}\n", 6, "A name is one word of letters"),
        ("    find: {x: {a: count}}\n    expect: four hours later\n", 7, "One of these: x agree; "),
        ("    find: {x: {a: count}}\n", 4, 'Missing property "expect".'),
        ("    off: perhaps\n", 6, "It is yes or no."),
        ("    examples: [right: Seven died.]\n", 6, "Property right is not allowed."),
    ],
)
def test_mistakes_are_underlined(editor: Editor, text: str, line: int, message: str) -> None:
    found = editor.mistakes(RULE + text)
    assert any(each.startswith(f"{line}: {message}") for each in found), found


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_good_files_are_clean(editor: Editor, path: Path) -> None:
    assert editor.mistakes(MODELINE + path.read_text(encoding="utf-8").removeprefix(MODELINE)) == []


def test_the_manual_is_clean(editor: Editor) -> None:
    for name, text in manual():
        assert (name, editor.mistakes(MODELINE + text)) == (name, [])


def test_the_specification_is_clean(editor: Editor, root: Path) -> None:
    """The example rules of the language's specification, where it is at hand."""
    path = root / "../shared/RULES.md"
    if not path.is_file():
        pytest.skip("the specification is not at hand (../shared/RULES.md)")
    assert editor.mistakes(path.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]) == []
