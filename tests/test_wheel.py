"""The wheel, as a stranger gets it: built, installed into a fresh environment, used from another folder. No network."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk import __version__

ROOT = Path(__file__).parents[1]
STORY = "Opening is on Monday, June 3, 2025.\n"  # a Tuesday
RULES = """\
version: 1
rules:
  - id: guests-agree
    say: Both mentions give the same number of guests.
    find: {guests: {a: count, of: guests}}
    expect: guests agree
"""

pytestmark = pytest.mark.xdist_group("wheel")
Run = Callable[..., subprocess.CompletedProcess[str]]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """With nothing of this environment leaking in."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "VIRTUAL_ENV"))
    }
    return subprocess.run(list(map(str, command)), cwd=cwd, env=clean, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=ROOT)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel. What it depends on is lent by this environment's
    folder, through a .pth file: such a folder's own .pth files, the editable install among them, are not read."""
    home = tmp_path_factory.mktemp("fresh") / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
    python = home / "bin" / "python"
    got = run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=home)
    assert got.returncode == 0, got.stdout + got.stderr
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).stdout.strip())
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home / "bin"


def test_what_is_in_it(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    packs = {f"copydesk/rules/{path.name}" for path in (ROOT / "rules").glob("*.facts.yml")}
    modules = {
        f"copydesk/{path.relative_to(ROOT / 'checks/copydesk')}" for path in (ROOT / "checks/copydesk").rglob("*.py")
    }
    assert packs
    assert packs | modules | {"copydesk/py.typed"} <= names
    tops = {name.split("/")[0] for name in names}
    assert tops == {"copydesk", f"copydesk-{__version__}.dist-info"}, "tests, seeds and docs stay at home"


def test_it_is_the_wheel_that_runs(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import copydesk; print(copydesk.__file__)", cwd=tmp_path).stdout
    assert Path(where.strip()).is_relative_to(installed.parent)
    assert __version__ in run(installed / "copydesk", "--version", cwd=tmp_path).stdout


def test_built_in_packs_work_from_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    checked = run(installed / "copydesk", "check", "story.md", cwd=tmp_path)
    assert "Tuesday" in checked.stdout, checked.stdout + checked.stderr
    assert checked.returncode == 1


def test_own_rules_and_pytest_work_from_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text("They had invited 120 guests. In the end 150 guests came.\n", encoding="utf-8")
    (tmp_path / "house.facts.yml").write_text(RULES, encoding="utf-8")
    checked = run(installed / "copydesk", "check", "story.md", "--no-packs", "--rules", "house.facts.yml", cwd=tmp_path)
    assert checked.returncode == 1, checked.stdout + checked.stderr
    tested = run(
        installed / "python",
        "-m",
        "pytest",
        "--copydesk",
        "--copydesk-rules",
        "house.facts.yml",
        "story.md",
        cwd=tmp_path,
    )
    assert "FAILED story.md::guests-agree" in tested.stdout, tested.stdout + tested.stderr


def test_a_project_begins_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """Its templates are in the wheel, and what they make holds up."""
    begun = run(installed / "copydesk", "init", cwd=tmp_path)
    assert begun.returncode == 0, begun.stdout + begun.stderr
    checked = run(installed / "copydesk", "check", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    proposed = run(installed / "copydesk", "new", "articles/ferry.md", "-o", "new.facts.yml", cwd=tmp_path)
    assert proposed.returncode == 0, proposed.stdout + proposed.stderr


def test_an_editable_install_sees_the_packs_too(tmp_path: Path) -> None:
    """This environment's own install; a pack put into rules/ is there at once, without installing again."""
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    checked = run(sys.executable, "-m", "copydesk", "check", "story.md", cwd=tmp_path)
    assert "Tuesday" in checked.stdout, checked.stdout + checked.stderr
