"""Several reports, several processes, only what changed, what was kept: always what the plain run gives."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.cli import _kept, main
from copydesk.cli._many import side_by_side
from copydesk.cli._reports import spread
from copydesk.model import Checked, Document, Look, Unread
from copydesk.read import Meter, compose, open_articles
from copydesk.report import names, report

GOLDEN = Path(__file__).parents[1] / "report" / "golden"
RULES = GOLDEN / "many" / "house.facts.yml"
WORDS = ["--rules", str(RULES), "--no-packs", "--no-config"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    for i in range(12):
        (home / f"s{i:02}.md").write_text(
            f"# Seven killed\n\nPolice said {i} people were killed on Tuesday.\n", encoding="utf-8"
        )
    (home / "empty.md").write_text("", encoding="utf-8")
    lines = [
        json.dumps({"id": f"j{i}", "text": f"Seven people were killed. Later {i} people were killed."})
        for i in range(200)
    ]
    (home / "feed.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return home


# ---------------------------------------------------------------- reports


def test_each_report_is_what_it_would_be_alone(capsys: pytest.CaptureFixture[str]) -> None:
    forms = [form for form in names() if form != "text"]
    more = [word for form in forms for word in ("--report", f"{form}=all.{form}")]
    code = main(["check", "s00.md", "s07.md", "feed.jsonl", "empty.md", *WORDS, *more])
    text = capsys.readouterr().out
    assert main(["check", "s00.md", "s07.md", "feed.jsonl", "empty.md", *WORDS]) == code
    assert capsys.readouterr().out == text
    for form in forms:
        main(["check", "s00.md", "s07.md", "feed.jsonl", "empty.md", *WORDS, "--format", form, "--output", "one"])
        assert Path(f"all.{form}").read_bytes() == Path("one").read_bytes(), form


def test_reports_keep_in_step() -> None:
    """However many reports there are, an article is let go before long."""
    ahead = [0, 0]

    def coming() -> Iterator[Checked]:
        for i in range(300):
            ahead[0] = i
            yield Checked(compose(f"a{i}", "Seven died."))

    def write(piece: str) -> None:
        if '"id"' in piece:
            ahead[1] += 1
            assert ahead[0] - ahead[1] <= 3

    forms = ["jsonl", *(form for form in names() if form != "jsonl")]
    spread(
        coming(), [report(form).results for form in forms], [Look()] * len(forms), [write, *[len] * (len(forms) - 1)]
    )  # type: ignore[list-item]
    assert ahead[1] == 300


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--report", "sarif"], "Write FORMAT=FILE"),
        (["--report", "sarf=a"], "Did you mean 'sarif'?"),
        (["--report", "sarif=a", "--report", "csv=a"], "Two reports can't both go to a."),
        (["--report", "sarif=./a", "--report", "csv=a"], "Two reports can't both go to a."),
        (["--inline"], "--inline is for Markdown"),
        (["--report", "csv=no/such/a.csv"], "I can't write to no/such/a.csv"),
    ],
)
def test_a_wrong_report_is_told(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "s00.md", *WORDS, *words]) == 2
    assert said in capsys.readouterr().err


def test_broken_rules_reach_the_reports(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bad.facts.yml").write_text("version: 1\nruels: []\n", encoding="utf-8")
    words = [
        "--rules",
        "bad.facts.yml",
        "--no-packs",
        "--format",
        "github",
        "--report",
        "sarif=a.sarif",
        "--report",
        "json=a.json",
    ]
    assert main(["check", "s00.md", *words]) == 2
    assert capsys.readouterr().out.startswith("::error file=bad.facts.yml,line=1,")
    (invocation,) = json.loads(Path("a.sarif").read_text())["runs"][0]["invocations"]
    assert "ruels" in invocation["toolConfigurationNotifications"][1]["message"]["text"]
    assert not Path("a.json").exists()


def test_the_job_summary_is_added_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    Path("summary.md").write_text("Before.\n", encoding="utf-8")
    main(["check", "s00.md", *WORDS, "--report", "summary=summary.md"])
    assert Path("summary.md").read_text(encoding="utf-8").startswith("Before.\n## Does the story hold up?")


# ---------------------------------------------------------------- processes


def test_several_processes_give_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    runs = []
    for jobs in ("1", "3"):
        code = main(["check", ".", *WORDS, "--all", "--format", "jsonl", "--jobs", jobs])
        runs.append((code, capsys.readouterr()))
    assert runs[0] == runs[1]
    assert runs[0][1].out.count("\n") == 213


def dies_at_seven(document: Document) -> Checked:
    if "7 people" in document.text:
        os._exit(9)
    return Checked(document)


def test_a_process_that_dies_costs_one_article() -> None:
    paths = [f"s{i:02}.md" for i in range(12)]
    found = list(side_by_side(paths, open_articles, dies_at_seven, 2, Meter()))
    assert [item.id if isinstance(item, Unread) else item.document.id for item in found] == paths
    lost = [item for item in found if isinstance(item, Unread)]
    assert [item.id for item in lost] == ["s07.md"]
    assert "died over it" in lost[0].error


# ---------------------------------------------------------------- what changed


@pytest.fixture
def repository(folder: Path) -> Path:
    if not shutil.which("git"):
        pytest.skip("needs git")
    (folder / "own.facts.yml").write_text(RULES.read_text(encoding="utf-8"), encoding="utf-8")
    names = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q", "-b", "main"], ["add", "."], [*names, "commit", "-q", "-m", "a"]):
        subprocess.run(["git", *words], cwd=folder, check=True, env=os.environ | {"GIT_CONFIG_GLOBAL": os.devnull})
    return folder


def since(rev: str, *paths: str) -> int:
    return main(["check", *(paths or (".",)), "--rules", "own.facts.yml", "--no-packs", "--changed-since", rev])


def test_only_what_changed_is_checked(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert since("HEAD") == 0
    assert "Checked 0 articles: none of them changed since HEAD. Exit code 0." in capsys.readouterr().out
    (repository / "s03.md").write_text("Seven people were killed.\n", encoding="utf-8")
    (repository / "new é.md").write_text("Seven people were killed.\n", encoding="utf-8")
    (repository / "s04.md").unlink()
    since("HEAD")
    assert "Checked 2 articles" in capsys.readouterr().out
    since("HEAD", "s03.md", "s05.md")
    assert "Checked 1 article " in capsys.readouterr().out


def test_what_git_does_not_keep_is_checked(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """Outside of the repository, in one inside of it, or ignored: nobody can say that it did not change."""
    outside = tmp_path_factory.mktemp("outside") / "o.md"
    inner = repository / "inner"
    for path in (outside, inner / "i.md", repository / "ignored.md"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("Seven people were killed.\n", encoding="utf-8")
    (repository / ".gitignore").write_text("ignored.md\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", str(inner)], check=True)
    for path in (str(outside), "inner", "ignored.md"):
        since("HEAD", path, "s05.md")
        assert "Checked 1 article " in capsys.readouterr().out


def test_a_changed_rule_asks_for_all(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (repository / "own.facts.yml").open("a", encoding="utf-8") as rules:
        rules.write("# changed\n")
    since("HEAD")
    assert "Checked 212 articles" in capsys.readouterr().out


@pytest.mark.parametrize("rev", ["nowhere", "--output=x", ""])
def test_git_says_what_is_wrong(repository: Path, rev: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["check", ".", "--rules", "own.facts.yml", "--no-packs", f"--changed-since={rev}"]
    assert main(words) == 2
    assert "git can't say what changed" in (err := capsys.readouterr().err) or "is no revision" in err


# ---------------------------------------------------------------- what is kept


def test_what_is_kept_is_what_was_found(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["check", "s01.md", "s07.md", *WORDS, "--all", "--format", "html"]
    plain, first, second = ((main([*words, *more]), capsys.readouterr().out) for more in ([], ["--cache"], ["--cache"]))
    assert plain == first == second
    monkeypatch.setattr(_kept, "fetch", lambda *_: pytest.fail("not asked for"))
    main(words)


def test_it_is_taken_from_the_cache_and_dropped_when_anything_changes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from copydesk.cli._plan import Plan

    judged: list[str] = []
    plain = Plan.judged
    monkeypatch.setattr(Plan, "judged", lambda plan, document: judged.append(document.id) or plain(plan, document))
    words = ["check", "s01.md", "s02.md", *WORDS, "--cache"]
    for _ in range(2):
        main(words)
    assert judged == ["s01.md", "s02.md"]
    Path("s02.md").write_text("Eight people were killed.\n", encoding="utf-8")
    main(words)
    assert judged[2:] == ["s02.md"]
    main([*words, "--dated", "2025-06-01"])
    main([*words, "--as-of", "2025-06-01"])
    assert len(judged) == 7


def test_an_entry_that_is_cut_is_done_without(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["check", "s01.md", *WORDS, "--cache"]
    code = main(words)
    entries = list((folder.parent / "cache" / "copydesk-results").iterdir())
    assert len(entries) == 1
    entries[0].write_bytes(entries[0].read_bytes()[:50])
    assert main(words) == code


def test_a_folder_that_others_can_write_to_is_left_alone(folder: Path) -> None:
    home = folder.parent / "cache" / "copydesk-results"
    home.mkdir(parents=True)
    home.chmod(0o777)
    main(["check", "s01.md", *WORDS, "--cache"])
    assert list(home.iterdir()) == []
