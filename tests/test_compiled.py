"""Expressions that are kept as programs of the engine are the ones that `re.compile` makes."""

import marshal
import os
import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from zlib import crc32

import pytest

import copydesk
from copydesk import compiled, kept
from copydesk.late import _Late

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "copydesk"


def every_one() -> set[tuple[str, int]]:
    """The text and flags of every expression of the package that is compiled late."""
    modules = (module.name for module in pkgutil.walk_packages(copydesk.__path__, "copydesk."))
    values = [
        value for name in modules if not name.endswith("__main__") for value in vars(import_module(name)).values()
    ]
    return {value._asked for value in values if isinstance(value, _Late)}


def test_kept_and_taken_up_again_each_is_the_same(folder: Path) -> None:
    asked = every_one()
    assert len(asked) > 300
    for _ in range(2):  # worked out, then taken up
        with compiled.in_use():
            assert [ask for ask in asked if compiled.expression(*ask) != re.compile(*ask)] == []
        assert [entry.name for entry in folder.iterdir()] == [compiled.NAME]


def test_it_finds_what_it_should() -> None:
    for _ in range(2):
        with compiled.in_use():
            found = compiled.expression(r"(?P<low>\d+)–(?P<high>\d+)|(none)", re.I).fullmatch("14–18")
        assert found
        assert found.groupdict() == {"low": "14", "high": "18"}


def test_a_wrong_one_is_told_of_as_ever() -> None:
    with compiled.in_use(), pytest.raises(re.error, match="unterminated"):
        compiled.expression("(", 0)


def test_what_the_engine_refuses_is_compiled(folder: Path) -> None:
    programs = [((r"\d", 0), 0, b"\xff" * 40, 0, {}), "rubbish"]
    first, second = map(marshal.dumps, programs)
    places = {crc32(rb"\d"): (0, len(first)), crc32(rb"\w"): (len(first), len(first + second))}
    kept.keep(compiled.NAME, compiled.WORD, (places, first + second))
    with compiled.in_use():
        assert compiled.expression(r"\d", 0) == re.compile(r"\d")
        assert compiled.expression(r"\w", 0) == re.compile(r"\w")


def test_a_second_run_says_the_same(folder: Path) -> None:
    command = [sys.executable, "-m", "copydesk", "check", "seeds", "--all"]
    surroundings = {**os.environ, "PYTHONPATH": str(Path(copydesk.__file__).parents[1])}
    said, programs = [], []
    for _ in range(2):
        said.append(subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, check=False).stdout)
        programs.append((folder / compiled.NAME).read_bytes())
    assert said[0] == said[1]
    assert programs[0] == programs[1]  # none had to be worked out anew
    assert {compiled.NAME, "units", "unit-words"} < {entry.name for entry in folder.iterdir()}
