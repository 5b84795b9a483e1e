"""`copydesk init`: a project that holds up from the start, and nothing of the user's touched."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from copydesk.cli import main

FILES = [".github/workflows/copydesk.yml", "articles/ferry.md", "copydesk.toml", "rules/ferry.facts.yml"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def files(folder: str = ".") -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*") if path.is_file())


def test_a_new_project_holds_up(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "desk"]) == 0
    assert files("desk") == FILES
    out = capsys.readouterr().out
    assert all(f"desk/{name}" in out for name in FILES)
    assert "\nNext:\n    cd desk\n    copydesk check" in out
    monkeypatch.chdir("desk")
    assert main(["check", "--fail-on", "unsure"]) == 0
    assert main(["test"]) == 0
    assert main(["new", "articles/ferry.md"]) == 0
    assert main(["mutate", "articles/ferry.md", "--min-score", "50"]) == 0


def test_a_slip_in_its_story_is_seen(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init"])
    story = Path("articles/ferry.md")
    story.write_text(story.read_text(encoding="utf-8").replace("all 214", "all 241"), encoding="utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "[passengers-agree]" in capsys.readouterr().out


def test_every_step_that_is_named_can_be_taken(capsys: pytest.CaptureFixture[str]) -> None:
    main(["init"])
    steps = capsys.readouterr().out.partition("Next:\n")[2].split("Then ")[0]
    words = [line.partition("#")[0].split() for line in steps.splitlines()]
    assert len(words) == 6
    assert [main(command[1:]) for command in words] == [0] * 6


@pytest.mark.parametrize("name", FILES)
def test_what_is_there_stays_as_it_is(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text("mine", encoding="utf-8")
    assert main(["init"]) == 0
    assert Path(name).read_text(encoding="utf-8") == "mine"
    assert f"{name:{max(map(len, FILES))}}  is there already, and stays as it is\n" in capsys.readouterr().out
    assert files() == FILES


def test_settings_elsewhere_are_not_overruled() -> None:
    Path("pyproject.toml").write_text("[tool.copydesk]\npaths = ['x']\n", encoding="utf-8")
    assert main(["init"]) == 0
    assert not Path("copydesk.toml").exists()


def test_gitlab_or_no_ci() -> None:
    assert main(["init", "a", "--ci", "gitlab"]) == 0
    assert ".gitlab-ci.yml" in files("a") and FILES[0] not in files("a")
    assert main(["init", "b", "--ci", "none"]) == 0
    assert files("b") == FILES[1:]


@pytest.mark.parametrize(("ci", "path"), [("github", FILES[0]), ("gitlab", ".gitlab-ci.yml")])
def test_the_jobs_run_what_there_is(ci: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of a job that calls copydesk can be called as it stands."""
    main(["init", "--ci", ci])
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    job = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    jobs = job["jobs"]["copydesk"]["steps"] if ci == "github" else [{"run": line} for line in job["copydesk"]["script"]]
    lines = [step["run"] for step in jobs if step.get("run", "").startswith("copydesk ")]
    assert len(lines) == 2
    for line in lines:
        words = line.replace('"$GITHUB_STEP_SUMMARY"', "summary.md").split()
        assert main(words[1:]) == 0, line


def test_pytest_runs_it() -> None:
    assert main(["init", "--pytest"]) == 0
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "8 passed" in done.stdout


def test_where_nothing_can_be_made(capsys: pytest.CaptureFixture[str]) -> None:
    Path("articles").write_text("no folder", encoding="utf-8")
    assert main(["init"]) == 2
    assert "I can't make articles/ferry.md" in capsys.readouterr().err
    Path("file").write_text("", encoding="utf-8")
    assert main(["init", "file"]) == 2
