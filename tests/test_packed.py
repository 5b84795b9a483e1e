"""Modules out of the pack are those of their files: the same runs, and none that is older than its file."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import copydesk
from copydesk import kept, packed

STORY = "Two men were hurt on Monday. The two men are 30 and 40 years old.\n"
PROBE = (
    "import sys; from copydesk import cli; cli.main();"
    " print([type(sys.modules[name].__spec__.loader).__name__ for name in ('copydesk.desk', 'copydesk.extract')], file=sys.stderr)"
)

# What is to be had of the package, but is not among the modules.
BREAKING = """
import sys, types
import copydesk
from copydesk import packed
with packed.in_use():
    try:
        import copydesk.extract
    except ImportError as error:
        kin = [name for name, one in vars(copydesk).items() if isinstance(one, types.ModuleType)]
        print(error, [name for name in kin if f"copydesk.{name}" not in sys.modules])
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the package, with a story beside it."""
    shutil.copytree(Path(copydesk.__file__).parent, tmp_path / "checks/copydesk")
    shutil.copytree(Path(__file__).parents[1] / "rules", tmp_path / "rules")
    (tmp_path / "story.txt").write_text(STORY)
    return tmp_path


def run(checkout: Path, *words: str) -> subprocess.CompletedProcess[str]:
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(checkout / "checks"),
        "XDG_CACHE_HOME": str(checkout / "cache"),
    }
    words = words or ("check", "story.txt", "--all")
    command = [sys.executable, "-c", PROBE, *words]
    return subprocess.run(command, cwd=checkout, env=surroundings, capture_output=True, text=True, check=False)


def test_the_second_run_is_out_of_the_pack_and_says_the_same(checkout: Path) -> None:
    first, second = run(checkout), run(checkout)
    assert first.stdout == second.stdout != ""
    assert first.stderr == "['Noted', 'Noted']\n"
    assert second.stderr == "['Pack', 'Pack']\n"


def test_a_changed_file_is_read_anew_though_the_rest_is_kept(checkout: Path) -> None:
    run(checkout)
    file = checkout / "checks/copydesk/desk.py"
    file.write_text(file.read_text() + "\nimport sys\nsys.stderr.write('changed\\n')\n")
    assert "changed" in run(checkout).stderr
    assert "changed" in run(checkout).stderr  # out of the next pack


def test_commands_of_which_each_needs_some_of_a_bundle_come_to_rest(checkout: Path) -> None:
    commands = ("check", "story.txt", "--all"), ("facts", "story.txt"), ("timeline", "story.txt"), ("test",)
    plain = [run(checkout, *words).stdout for words in commands]
    pack = checkout / "cache/copydesk" / packed.NAME
    for _ in range(3):
        assert [run(checkout, *words).stdout for words in commands] == plain
    settled = pack.read_bytes(), pack.stat().st_mtime_ns
    assert [run(checkout, *words).stdout for words in commands] == plain
    assert (pack.read_bytes(), pack.stat().st_mtime_ns) == settled


def test_a_module_that_breaks_breaks_every_run_in_the_same_way(checkout: Path) -> None:
    run(checkout)
    (checkout / "checks/copydesk/extract/people/line.py").write_text("raise ImportError('gone')\n")
    for _ in range(3):
        assert "itself broke at this article: ImportError: gone (line.py:1)" in run(checkout).stdout


def test_a_module_that_breaks_leaves_none_behind_that_was_not_run(checkout: Path) -> None:
    file = checkout / "checks/copydesk/numerals.py"
    file.write_text(file.read_text() + "\nimport os\nif 'BROKEN' in os.environ:\n    raise ImportError('gone')\n")
    for _ in range(2):
        run(checkout)
    env = {
        **os.environ,
        "PYTHONPATH": str(checkout / "checks"),
        "XDG_CACHE_HOME": str(checkout / "cache"),
        "BROKEN": "1",
    }
    told = subprocess.run(
        [sys.executable, "-c", BREAKING], cwd=checkout, env=env, capture_output=True, text=True, check=False
    )
    assert told.stdout == "gone []\n", told.stderr


def test_a_file_that_is_gone_is_not_loaded(checkout: Path) -> None:
    run(checkout)
    (checkout / "checks/copydesk/desk.py").unlink()
    shutil.rmtree(checkout / "checks/copydesk/__pycache__", ignore_errors=True)
    assert "copydesk.desk" in run(checkout).stderr


def test_an_error_names_the_file_and_line(checkout: Path) -> None:
    run(checkout, "check", "nowhere.txt")
    file = checkout / "checks/copydesk/cli/check.py"
    lines = file.read_text().count("\n")
    file.write_text(file.read_text() + "\n\ndef check(args):\n    raise RuntimeError('so be it')\n")
    for _ in range(2):  # read anew, and out of the pack
        told = run(checkout).stderr
        assert f'check.py", line {lines + 4}, in check' in told
        assert "raise RuntimeError('so be it')" in told


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"\xff" * 99])
def test_rubbish_in_its_place_is_no_pack(checkout: Path, rubbish: bytes) -> None:
    first = run(checkout)
    (checkout / "cache/copydesk" / packed.NAME).write_bytes(rubbish)
    assert run(checkout).stdout == first.stdout


def test_a_program_that_calls_finds_modules_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    from copydesk.cli import main

    before = list(sys.meta_path)
    main(["check", "nowhere.txt"])
    assert sys.meta_path == before
    assert kept.fetch(packed.NAME, packed.EDITION) is None
