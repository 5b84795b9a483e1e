"""What CI and pre-commit are given: every option in it is one that there is, and the hook does what it says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from copydesk.cli import main
from copydesk.cli._options import parser

ROOT = Path(__file__).parents[1]
GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def tool(name: str) -> str:
    """A program of this environment or of the machine. Skips the test where there is none."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    return found or pytest.skip(f"needs {name}")


def load(name: str) -> object:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_action_is_whole(tmp_path: Path) -> None:
    action = load("action.yml")
    assert isinstance(action, dict)
    assert action["runs"]["using"] == "composite"
    steps = action["runs"]["steps"]
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(action["inputs"])
    for step in (step for step in steps if "run" in step):
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "what a workflow gives must not become a part of a script"
        subprocess.run(["bash", "-n"], input=step["run"], text=True, check=True)
    (check,) = [step for step in steps if step.get("id") == "check"]
    options = set(re.findall(r"--[a-z-]+", check["run"]))
    known = parser(["check"])._subparsers._group_actions[0].choices["check"]._option_string_actions  # type: ignore[union-attr,index]
    assert options <= set(known)


@pytest.mark.parametrize(("story", "code", "said"), [("bridges-planted.md", 1, "::error"), ("bridges.md", 0, "")])
def test_the_script_of_the_action_runs(story: str, code: int, said: str, tmp_path: Path) -> None:
    """As the runner would, with the program of this environment in the place of the one that the action installs."""
    action = load("action.yml")
    assert isinstance(action, dict)
    (check,) = [step for step in action["runs"]["steps"] if step.get("id") == "check"]
    program = tool("copydesk")
    (tmp_path / "copydesk/bin").mkdir(parents=True)
    (tmp_path / "copydesk/bin/copydesk").symlink_to(program)
    shutil.copy(ROOT / "seeds" / story, tmp_path / "story.md")
    given = dict.fromkeys(check["env"], "") | {"ARTICLES": "*.md", "SARIF": "a.sarif", "HTML": "a.html"}
    more = {
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "out"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
    }
    words = ["bash", "-e", "-o", "pipefail", "-c", check["run"]]
    done = subprocess.run(
        words, cwd=tmp_path, env={**os.environ, **given, **more}, capture_output=True, text=True, check=True
    )
    assert (tmp_path / "out").read_text() == f"exit-code={code}\n"
    assert done.stdout.startswith(said)
    assert "Does the story hold up?" in (tmp_path / "summary").read_text(encoding="utf-8")
    assert (tmp_path / "a.sarif").stat().st_size and (tmp_path / "a.html").stat().st_size


@pytest.mark.parametrize(("code", "ends"), [("0", 0), ("1", 1), ("5", 5), ("", 2)])
def test_the_last_step_of_the_action_ends_as_the_check_did(code: str, ends: int) -> None:
    """Also where the check never came to an end; what is uploaded between them is uploaded all the same."""
    action = load("action.yml")
    assert isinstance(action, dict)
    last = action["runs"]["steps"][-1]
    done = subprocess.run(["bash", "-e", "-c", last["run"]], env={**os.environ, "CODE": code}, check=False)
    assert done.returncode == ends


def test_zizmor_finds_nothing_in_the_action(tmp_path: Path) -> None:
    """Releases of GitHub's own actions are trusted by their tag."""
    config = tmp_path / "zizmor.yml"
    config.write_text(
        "rules: {unpinned-uses: {config: {policies: {actions/*: ref-pin, github/*: ref-pin}}}}", encoding="utf-8"
    )
    words = [tool("zizmor"), "--offline", "--no-progress", "--config", str(config), str(ROOT / "action.yml")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_hadolint_finds_nothing_in_the_image() -> None:
    done = subprocess.run([tool("hadolint"), str(ROOT / "Dockerfile")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_hooks_name_options_that_there_are() -> None:
    hooks = load(".pre-commit-hooks.yaml")
    assert isinstance(hooks, list)
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        assert program == "copydesk"
        parser([command]).parse_args([command, *options, "a"])


def test_pre_commit_stops_the_planted_story(tmp_path: Path) -> None:
    """With the real pre-commit, in a repository of its own, with what is committed here. It installs copydesk from here, so it needs the net."""
    pre_commit, git = tool("pre-commit"), tool("git")
    if not (ROOT / ".git").exists():
        pytest.skip("needs a clone of this repository")
    head = subprocess.run(
        [git, "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
    hook = {"id": "copydesk", "args": ["--rules=bridges.facts.yml"], "files": r"^bridges.*\.md$"}
    config = {"repos": [{"repo": ROOT.as_uri(), "rev": head, "hooks": [hook, {"id": "copydesk-rules"}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    for seed in (ROOT / "seeds").glob("bridges*"):
        shutil.copy(seed, tmp_path)
    env = os.environ | GIT | {"PRE_COMMIT_HOME": str(tmp_path.parent / "pre-commit")}
    for words in (["init", "-q"], ["add", "."]):
        subprocess.run([git, *words], cwd=tmp_path, check=True, env=env)

    def run(*files: str) -> subprocess.CompletedProcess[str]:
        words = [pre_commit, "run", "--verbose", "--files", *files]
        return subprocess.run(words, cwd=tmp_path, env=env, capture_output=True, text=True, check=False, timeout=300)

    passed = run("bridges.md", "bridges.facts.yml")
    if "An unexpected error has occurred" in passed.stdout and "pip" in passed.stdout:
        pytest.skip("pre-commit can't install copydesk: no net")
    assert passed.returncode == 0, passed.stdout
    assert "Checked 1 article" in passed.stdout
    failed = run("bridges-planted.md")
    assert failed.returncode == 1, failed.stdout
    assert "[bridge-times]" in failed.stdout


def test_nothing_checked_may_be_allowed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("It rained.\n", encoding="utf-8")
    assert main(["check", str(tmp_path), "--no-config"]) == 5
    assert main(["check", str(tmp_path), "--no-config", "--allow-none"]) == 0
    assert "Exit code 0: nothing was checked" in capsys.readouterr().out


def test_the_image_takes_what_it_needs() -> None:
    """Only what .dockerignore lets in can be copied; what the wheel is built from must be among it."""
    taken = {
        line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")
    }
    assert {"checks", "rules", "pyproject.toml", "README.md", "LICENSE"} <= taken
    assert 'ENTRYPOINT ["copydesk"]' in (ROOT / "Dockerfile").read_text()
