"""The layers of the design, held over every import in the package, those inside functions included."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "checks" / "copydesk"

# A module may import from its own floor and from those below.
FLOORS = {
    1: "errors globs kept compiled late named packed typed values amounts moments printed expressions patterns model",
    2: "lexicon tokens cardinals numerals read report chart",
    3: "extract story timeline ties support sources slips",
    4: "relate rulebook accounts",
    5: "judge waivers",
    6: "desk",
    7: "propose mutants",
    8: "cli __main__ pytest_plugin testing strategies api __init__",
}
FLOOR = {module: floor for floor, modules in FLOORS.items() for module in modules.split()}
# Stricter than their floor: these know the values that flow and nothing else.
ONLY_VALUES = {
    "read": {"model", "late", "named", "typed", "errors", "amounts", "moments", "printed"},
    "report": {"model", "late", "named", "typed", "errors", "amounts", "moments", "chart"},
    "chart": {"model", "named", "typed", "errors", "moments"},
}
# Folders of plugs: a plug never leans on the plug beside it.
PLUGS = ("read", "report", "relate", "propose")
# Slow or odd libraries stand behind one door each.
ONE_DOOR = ("quantulum3", "number_parser", "marko", "pypdfium2", "trafilatura")

FILES = sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)


def imports(path: Path) -> Iterator[str]:
    """The dotted names that a file imports, wherever in it: `from copydesk.read import x` gives copydesk.read.x."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: a relative import; write the whole name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(path: Path) -> str:
    """The module or folder of the package that a file is, or lies in."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def own_imports(path: Path) -> Iterator[list[str]]:
    """What a file imports from the package, as parts behind `copydesk.`; names of the package itself (`__version__`) left out."""
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "copydesk" and len(parts) > 1 and not (parts[1].startswith("__") and parts[1] != "__main__"):
            yield parts[1:]


def named(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_there_is_something_to_look_at() -> None:
    assert len(FILES) > 10
    assert "amounts" in {module for path in FILES for module, *_ in own_imports(path)}


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_file_has_a_floor(path: Path) -> None:
    assert room(path) in FLOOR or room(path) == "__init__", f"give {room(path)} a floor in {Path(__file__).name}"


@pytest.mark.parametrize("path", FILES, ids=named)
def test_nothing_imports_upward(path: Path) -> None:
    here = FLOOR.get(room(path), 1)
    upward = [".".join(parts) for parts in own_imports(path) if FLOOR[parts[0]] > here]
    assert not upward


@pytest.mark.parametrize("path", FILES, ids=named)
def test_readers_and_reports_know_only_the_values(path: Path) -> None:
    allowed = ONLY_VALUES.get(room(path))
    if allowed is not None:
        assert not [parts for parts in own_imports(path) if parts[0] not in {*allowed, room(path)}]


@pytest.mark.parametrize("path", [path for path in FILES if room(path) in PLUGS], ids=named)
def test_plugs_do_not_import_their_siblings(path: Path) -> None:
    folder = room(path)
    siblings = {p.stem for p in (PACKAGE / folder).glob("*.py") if p.stem != "__init__" and is_plug(p)} - {path.stem}
    if path.stem != "__init__":
        assert not [parts for parts in own_imports(path) if parts[0] == folder and set(parts[1:2]) & siblings]


def is_plug(path: Path) -> bool:
    """Files that start with an underscore are what plugs of a folder share, and so are those in folders of its own."""
    return not path.stem.startswith("_")


def test_the_folders_of_relate_lean_one_way() -> None:
    """Each folder of readings leans on others, and none of those on it."""
    leans: dict[str, set[str]] = {}
    for path in (PACKAGE / "relate").glob("*/*.py"):
        others = {parts[1] for parts in own_imports(path) if parts[0] == "relate"}
        leans.setdefault(path.parent.name, set()).update(others - {path.parent.name})
    assert len(leans) > 10
    TopologicalSorter(leans).prepare()


@pytest.mark.parametrize("library", ONE_DOOR)
def test_one_door_a_library(library: str) -> None:
    doors = {named(path) for path in FILES if any(name.split(".")[0] == library for name in imports(path))}
    assert len(doors) <= 1


@pytest.mark.parametrize("library", ONE_DOOR)
def test_doors_open_late(library: str) -> None:
    """Imported inside a function, never by importing the package."""
    for path in FILES:
        tops = [
            node
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Import | ast.ImportFrom)
        ]
        names = {alias.name for node in tops for alias in node.names} | {getattr(node, "module", None) for node in tops}
        assert not [name for name in names if name and name.split(".")[0] == library], named(path)


def test_pytest_has_one_door_and_its_inside_none() -> None:
    users = {
        named(path) for path in FILES if any(name.split(".")[0] in {"pytest", "_pytest"} for name in imports(path))
    }
    assert users <= {"pytest_plugin.py"}
    assert not [name for path in FILES for name in imports(path) if name.split(".")[0] == "_pytest"]


def test_the_packs_are_no_module() -> None:
    """In the wheel the packs lie in copydesk/rules: a module of that name would hide them."""
    assert not (PACKAGE / "rules.py").exists()
    assert not (PACKAGE / "rules").exists()
    assert not list((PACKAGE.parents[1] / "rules").rglob("*.py"))
