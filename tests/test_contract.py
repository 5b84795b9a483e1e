"""Every file in a folder of plugs ends in its value; the file's name is the word users write."""

import ast
import importlib
import re
from pathlib import Path

import pytest

from copydesk.read import SUFFIXES, reader

PACKAGE = Path(__file__).parents[1] / "checks" / "copydesk"
PLUGS = {
    "read": ("READER", "Reader"),
    "report": ("REPORT", "Report"),
    "relate": ("RELATION", "RelationKind"),
}
# Helpers that plugs of one folder share start with an underscore; these two are more than a helper.
NOT_PLUGS = {"relate/toll"}

FILES = [
    path
    for folder in PLUGS
    for path in sorted((PACKAGE / folder).glob("*.py"))
    if not path.stem.startswith("_") and f"{folder}/{path.stem}" not in NOT_PLUGS
]


def plug(path: Path) -> object:
    name, _ = PLUGS[path.parent.name]
    return getattr(importlib.import_module(f"copydesk.{path.parent.name}.{path.stem}"), name)


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_each_folder_has_plugs() -> None:
    assert {path.parent.name for path in FILES} == set(PLUGS)


@pytest.mark.parametrize("path", FILES, ids=named)
def test_a_file_ends_in_its_value(path: Path) -> None:
    name, _ = PLUGS[path.parent.name]
    last = ast.parse(path.read_text(encoding="utf-8")).body[-1]
    targets = last.targets if isinstance(last, ast.Assign) else [last.target] if isinstance(last, ast.AnnAssign) else []
    assert [target.id for target in targets if isinstance(target, ast.Name)] == [name]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_the_value_is_whole(path: Path) -> None:
    value = plug(path)
    assert type(value).__name__ == PLUGS[path.parent.name][1]
    assert isinstance(value, tuple)  # a NamedTuple: it can't be changed, and costs a short run little to define
    needed = [name for name in value._fields if name not in value._field_defaults]  # type: ignore[attr-defined]
    assert not [name for name in needed if getattr(value, name) in (None, "", ())]


@pytest.mark.parametrize("path", FILES, ids=named)
def test_it_says_what_it_is_for(path: Path) -> None:
    """`about` stands in help texts: one line, no full stop lost in a list, no capital missing."""
    about = getattr(plug(path), "about", "")
    assert re.fullmatch(r"\S.*\S", about), about
    assert "\n" not in about


@pytest.mark.parametrize("path", FILES, ids=named)
def test_the_name_is_a_plain_word(path: Path) -> None:
    assert re.fullmatch(r"[a-z]+(_[a-z]+)?", path.stem)


def test_every_suffix_stands_in_the_table_and_those_that_share_one_are_told_apart() -> None:
    """The table is how a format's file is found without importing the others."""
    claimed: dict[str, set[str]] = {}
    for path in (path for path in FILES if path.parent.name == "read"):
        for suffix in plug(path).suffixes:  # type: ignore[attr-defined]
            assert re.fullmatch(r"(\.[a-z0-9]+)+", suffix)
            claimed.setdefault(suffix, set()).add(path.stem)
    assert claimed == {suffix: set(names) for suffix, names in SUFFIXES.items()}
    for names in (names for names in SUFFIXES.values() if len(names) > 1):
        assert all(reader(name).knows is not None for name in names)


def test_relations_name_their_parts_in_words() -> None:
    for path in (path for path in FILES if path.parent.name == "relate"):
        parts = plug(path).parts  # type: ignore[attr-defined]
        assert all(re.fullmatch(r"[a-z]+( [a-z]+)*", part) and about for part, about in parts.items()), path.stem
