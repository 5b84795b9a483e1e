"""The settings of a project: where they are found, what they stand in for, and what is said of a wrong one."""

from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.cli._plan import means

RULES = """\
version: 1
rules:
  - id: {id}
    say: The number killed is the same wherever it is given.
    find:
      killed: {{a: count, of: killed}}
    expect: killed agree
"""
BAD = "Seven people were killed in the crash.\n\nPolice said 9 people were killed.\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with rules, an article that breaks them, and a folder of old ones."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    home = tmp_path / "project"
    for folder in ("news", "old", "rules", ".git"):
        (home / folder).mkdir(parents=True)
    (home / "rules/own.facts.yml").write_text(RULES.format(id="killed-agree"), encoding="utf-8")
    for path in ("news/a.md", "old/b.md"):
        (home / path).write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(home)
    return home


def last(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def write(text: str, name: str = "copydesk.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def test_they_stand_in_for_options(capsys: pytest.CaptureFixture[str]) -> None:
    write('paths = ["news"]\nrules = ["rules"]\npacks = false\n')
    assert main(["check"]) == 1
    assert last(capsys).startswith("Checked 1 article with 1 rule: 1 error")


def test_the_command_line_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    write('paths = ["news"]\nrules = "rules"\npacks = false\nfail-on = "error"\nformat = "json"\n')
    assert main(["check", "news", "old", "--fail-on", "never", "--format", "text"]) == 0
    assert last(capsys).startswith("Checked 2 articles with 1 rule")


def test_of_pyproject_its_own_table_counts(capsys: pytest.CaptureFixture[str]) -> None:
    write(
        '[project]\nname = "x"\n[tool.copydesk]\npaths = ["news"]\nrules = ["rules"]\npacks = false\n', "pyproject.toml"
    )
    assert main(["check"]) == 1
    write('paths = ["old", "news"]\nrules = ["rules"]\npacks = false\n')
    assert main(["check"]) == 1
    assert last(capsys).startswith("Checked 2 articles"), "copydesk.toml comes before pyproject.toml"


def test_they_are_found_from_below_and_paths_count_from_the_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write('paths = ["news"]\nrules = ["rules"]\npacks = false\nreport = ["csv=found.csv"]\n')
    monkeypatch.chdir("old")
    assert main(["check"]) == 1
    assert "../news/a.md" in capsys.readouterr().out
    assert Path("../found.csv").is_file()


def test_beyond_the_repository_nothing_is_looked_for(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.parent / "copydesk.toml").write_text("nonsense = 1\n", encoding="utf-8")
    assert main(["check", "news", "--rules", "rules", "--no-packs"]) == 1
    (project / ".git").rmdir()
    assert main(["check", "news", "--rules", "rules", "--no-packs"]) == 1, "without a repository only here"


def test_settings_can_be_named_and_left_out() -> None:
    write("nonsense = 1\n")
    assert main(["check", "news", "--no-config", "--rules", "rules", "--no-packs"]) == 1
    write('rules = ["../rules"]\npacks = false\nfail-on = "never"\n', "old/other.toml")
    assert main(["check", "news", "--config", "old/other.toml"]) == 0
    assert main(["check", "news", "--config=old/other.toml"]) == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('paths = ["a"]\nruels = ["x"]\n', "copydesk.toml:2: there is no key 'ruels'. Did you mean 'rules'?"),
        ('fail-on = "eror"\n', "copydesk.toml:1: fail-on is error, warning, unsure, skipped or never, not 'eror'."),
        ("packs = 1\n", "copydesk.toml:1: packs is true or false, not 1."),
        ("\njobs = -1\n", "copydesk.toml:2: jobs is a whole number, not -1."),
        ("paths = [1]\n", "copydesk.toml:1: paths is a list of texts"),
        ('dated = "soon"\n', "copydesk.toml:1: dated: I can't read the date 'soon'."),
        ("[[per-path]]\noff = []\n", "copydesk.toml:1: every [[per-path]] needs paths"),
        ('[[per-path]]\npaths = ["a"]\nof = []\n', "copydesk.toml:3: there is no key 'of'. Did you mean 'off'?"),
        ("per-path = 1\n", "copydesk.toml:1: per-path is written [[per-path]]"),
        ("paths = [\n", "copydesk.toml: this is no TOML"),
    ],
)
def test_a_wrong_setting_is_told_with_its_line(text: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    write(text)
    assert main(["check", "news"]) == 2
    assert f"copydesk: {said}" in capsys.readouterr().err


def test_some_paths_have_settings_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    Path("rules/more").mkdir()
    Path("rules/more/extra.facts.yml").write_text(RULES.format(id="again"), encoding="utf-8")
    write(
        'rules = ["rules/own.facts.yml"]\npacks = false\n[[per-path]]\npaths = ["old"]\noff = ["killed-agree"]\n'
        '[[per-path]]\npaths = ["news/**/*.md"]\nrules = ["rules/more"]\n'
    )
    assert main(["check", "old"]) == 5, "nothing was checked there"
    assert "0 errors" in last(capsys)
    assert main(["check", "news"]) == 1
    out = capsys.readouterr().out
    assert "[killed-agree]" in out
    assert "[again]" in out
    write('rules = ["rules/own.facts.yml"]\npacks = false\n[[per-path]]\npaths = ["old"]\noff = ["killed-agre"]\n')
    assert main(["check", "old"]) == 2
    assert "Did you mean 'killed-agree'?" in capsys.readouterr().err


def test_commands_that_show_take_what_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    write('paths = ["news"]\nformat = "json"\nfail-on = "never"\n')
    assert main(["facts"]) == 0
    assert last(capsys) == "Read 1 article: 2 facts. Exit code 0: everything was read."


@pytest.mark.parametrize(
    ("glob", "path", "meant"),
    [
        ("old", "old/a/b.md", True),
        ("old/*.md", "old/b.md", True),
        ("old/*.md", "old/a/b.md", False),
        ("**/b.md", "b.md", True),
        ("./old/**", "old/a/b.md", True),
        ("ol", "old/b.md", False),
        ("old/?.md", "./old/b.md", True),
    ],
)
def test_globs(glob: str, path: str, meant: bool) -> None:
    assert means(glob, path) == meant
