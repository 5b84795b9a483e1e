"""`copydesk check`: exit codes, the last line, what is chosen, and every mistake of the user's told without a traceback."""

import json
import os
import re
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.report import FACTS, names, report

RULES = """\
version: 1
rules:
  - id: killed-agree
    say: The number killed is the same wherever it is given.
    tags: [toll]
    find:
      killed: {a: count, of: killed}
    expect: killed agree
  - id: hurt-agree
    say: The number hurt is the same wherever it is given.
    level: warning
    find:
      hurt: {a: count, of: injured}
    expect: hurt agree
  - id: long-train
    say: The train had ten coaches.
    off: yes
    find:
      coaches: {a: count, of: coaches}
    expect: coaches = 10
"""
SOURCED = """\
version: 1
sources:
  dead: {json: data.json, column: killed}
rules:
  - id: as-counted
    say: The number killed is that of the count.
    find: {killed: {a: count, of: killed}}
    expect: killed = source dead
"""
GOOD = "Seven people were killed in the crash.\n\nPolice said the 7 people killed were on the train.\n"
BAD = GOOD.replace("the 7 people", "the 9 people")
HURT = "Seven people were injured in the crash.\n\nPolice said the 9 people injured were on the train.\n"
UNSURE = GOOD.replace("the 7 people", "at least 5 people")
EMPTY = "The weather was fine.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "r.facts.yml").write_text(RULES, encoding="utf-8")
    for name, text in {"good": GOOD, "bad": BAD, "hurt": HURT, "unsure": UNSURE, "fine": EMPTY}.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def check(words: str, rules: str = "--no-packs --rules r.facts.yml") -> int:
    return main(["check", *words.split(), *rules.split()])


def last(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


@pytest.mark.parametrize(
    ("words", "code", "reason"),
    [
        ("good.txt", 0, "no errors"),
        ("bad.txt", 1, "1 error"),
        ("hurt.txt", 0, "no errors"),
        ("hurt.txt --fail-on warning", 1, "1 warning"),
        ("unsure.txt", 0, "no errors"),
        ("unsure.txt --fail-on warning", 0, "no errors, no warnings"),
        ("unsure.txt --fail-on unsure", 1, "1 unsure"),
        ("good.txt --fail-on skipped", 1, "1 skipped"),
        ("bad.txt hurt.txt --fail-on warning", 1, "1 error, 1 warning"),
        ("bad.txt --fail-on never", 0, "nothing fails at --fail-on never"),
        ("fine.txt", 5, "nothing was checked, no rule applied to any article"),
        ("fine.txt --fail-on never", 5, "nothing was checked, no rule applied to any article"),
        ("good.txt none.txt", 2, "1 article could not be read"),
        ("bad.txt none.txt", 2, "1 article could not be read, beside 1 error"),
    ],
)
def test_the_exit_code_and_its_reason(words: str, code: int, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(words) == code
    assert last(capsys).endswith(f"Exit code {code}: {reason}.")


def test_the_last_line_counts_and_names_what_was_not_checked(capsys: pytest.CaptureFixture[str]) -> None:
    check("good.txt bad.txt unsure.txt")
    assert last(capsys) == (
        "Checked 3 articles with 2 rules: 1 error, 0 warnings, 1 unsure, 1 passed, 3 skipped."
        " Not checked: 1 rule found nothing to check (r/hurt-agree). Exit code 1: 1 error."
    )


def test_an_article_that_can_not_be_read_does_not_stop_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    Path("latin.txt").write_bytes(b"caf\xe9")
    assert check("latin.txt none.md bad.txt") == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("latin.txt: error This is no UTF-8 text (line 1, byte 0xe9).")
    assert lines[1] == "none.md: error There is no such file or folder."
    assert lines[2].startswith("bad.txt:")


@pytest.mark.parametrize(
    ("words", "rules", "said"),
    [
        ("", "--no-packs --rules r.facts.yml", "Which articles?"),
        ("", "--rules r.facts.yml good.txt", "--rules took good.txt for a rule file"),
        ("good.txt", "--no-packs", "There are no rules to check with"),
        ("good.txt", "--no-packs --rules none.facts.yml", "none.facts.yml"),
        ("good.txt --rule kiled-agree", "--no-packs --rules r.facts.yml", "Did you mean 'killed-agree'?"),
        ("good.txt --tag tol", "--no-packs --rules r.facts.yml", "Did you mean 'toll'?"),
        (
            "good.txt --output no/such/folder.txt",
            "--no-packs --rules r.facts.yml",
            "I can't write to no/such/folder.txt",
        ),
        ("good.txt --output .", "--no-packs --rules r.facts.yml", "I can't write to .: It is a folder"),
        ("good.txt --dated yesterday", "--no-packs --rules r.facts.yml", "Write it as 2025-06-01"),
        ("good.txt --format pdf", "--no-packs --rules r.facts.yml", "invalid choice: 'pdf'"),
        ("good.txt --fail-on errors", "--no-packs --rules r.facts.yml", "invalid choice: 'errors'"),
        ("good.txt --fail=never", "--no-packs --rules r.facts.yml", "unrecognized arguments"),
    ],
)
def test_a_wrong_option_says_so_and_exits_with_2(
    words: str, rules: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(words, rules) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_all_mistakes_of_the_rules_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path("r.facts.yml").write_text(RULES.replace("killed agree", "killed agrees").replace("hurt agree", "hrt agree"))
    assert check("good.txt") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "r.facts.yml:8:" in captured.err
    assert "r.facts.yml:14:" in captured.err
    assert captured.err.splitlines()[-1].startswith("Nothing was checked: 2 mistakes in the rules. Exit code 2.")


def test_one_rule_or_one_tag(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("hurt.txt --rule killed-agree") == 5
    assert "with 1 rule:" in last(capsys)
    assert check("hurt.txt --tag toll") == 5
    assert "with 1 rule:" in last(capsys)


def test_a_rule_that_is_off_runs_when_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    Path("train.txt").write_text("The train of 12 coaches was late.")
    assert check("train.txt") == 5
    assert check("train.txt --rule r/long-train") == 1


def test_all_shows_passes_and_skips(capsys: pytest.CaptureFixture[str]) -> None:
    check("good.txt")
    assert len(capsys.readouterr().out.splitlines()) == 1
    check("good.txt --all")
    shown = capsys.readouterr().out
    assert "pass [killed-agree]" in shown
    assert "skip [hurt-agree]" in shown


@pytest.mark.parametrize("form", ["json", "jsonl", "junit"])
def test_machines_get_nothing_but_the_report(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(f"bad.txt --format {form}") == 1
    captured = capsys.readouterr()
    assert "Exit code" not in captured.out
    assert captured.err.startswith("Checked 1 article")


def test_a_report_in_a_file_appears_whole(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("bad.txt --format jsonl --output out.jsonl") == 1
    assert last(capsys).startswith("Checked 1 article")
    assert json.loads(Path("out.jsonl").read_text())["summary"]["fail"] == 1
    assert not list(folder.glob(".*part"))


def test_a_report_that_was_there_stays_if_the_run_breaks(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    Path("out.txt").write_text("before")

    def interrupted(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("copydesk.desk.read_facts", interrupted)
    assert check("bad.txt --output out.txt") == 130
    assert Path("out.txt").read_text() == "before"
    assert not list(folder.glob(".*part"))


def test_a_date_for_articles_that_have_none(capsys: pytest.CaptureFixture[str]) -> None:
    Path("dated.txt").write_text("The crash was on May 31.")
    assert main(["facts", "dated.txt", "--dated", "2025-06-03"]) == 0
    assert "2025-05-31" in capsys.readouterr().out


def test_facts_have_no_shape_in_junit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "good.txt", "--format", "junit"]) == 2
    assert "(choose from 'text', 'csv', 'json', 'jsonl')" in capsys.readouterr().err


def test_an_own_rule_stands_in_for_a_built_in_one_of_the_same_name() -> None:

    from copydesk.cli.check import chosen
    from copydesk.rulebook import load

    own = load(["r.facts.yml"])
    built_in = (own[0]._replace(say="built in"), own[0]._replace(id="other"))
    assert [(rule.id, rule.say) for rule in chosen(own, built_in, [], [])] == [
        ("killed-agree", own[0].say),
        ("hurt-agree", own[1].say),
        ("other", own[0].say),
    ]


def test_built_in_rules_are_named_the_same_wherever_they_lie(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "fair.md").write_text("The fair opened on Monday, June 3, 2025.\n", encoding="utf-8")
    for form in ("text", "markdown --inline", "html"):
        assert check(f"fair.md --format {form}", "") == 1
        told = capsys.readouterr().out
        assert "rules/calendar.facts.yml:" in told
        assert "/rules/calendar.facts.yml:" not in told


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("check good.txt --output good.txt", "good.txt"),
        ("check good.txt --output ./good.txt", "good.txt"),
        ("check --output one.md two.md", "one.md"),  # what a shell makes of --output *.md
        ("check good.txt --report json=good.txt", "good.txt"),
        ("check good.txt --report csv=one.md", "one.md"),
        ("check good.txt --rules r.facts.yml --output r.facts.yml", "r.facts.yml"),
        ("check good.txt --against one.md --format markdown --output one.md", "one.md"),
        ("check good.txt --no-packs --rules t.facts.yml --report json=data.json", "data.json"),
        ("facts --output one.md two.md", "one.md"),
        ("timeline two.md --output two.md", "two.md"),
        ("compare one.md two.md --format json --output two.md", "two.md"),
        ("test --corpus one.md --output one.md", "one.md"),
    ],
)
def test_no_report_takes_the_place_of_what_is_read(
    folder: Path, words: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one.md", "two.md"):
        (folder / name).write_text(GOOD, encoding="utf-8")
    (folder / "data.json").write_text('[{"killed": 7}]', encoding="utf-8")
    (folder / "t.facts.yml").write_text(SOURCED, encoding="utf-8")
    before = (folder / path).read_bytes()
    assert main(words.split()) == 2
    assert f"{path} is " in capsys.readouterr().err
    assert (folder / path).read_bytes() == before


def test_a_report_may_be_written_again(folder: Path) -> None:
    for form, path in {
        "text": "o.txt",
        "markdown": "o.md",
        "json": "o.json",
        "html": "o.html",
        "junit": "o.xml",
    }.items():
        assert [check(f"good.txt --format {form} --output {path}") for _ in "12"] == [0, 0]


@pytest.mark.parametrize("form", names())
def test_a_file_whose_name_is_no_utf_8(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        Path(os.fsdecode(b"odd\xff.txt")).write_text(BAD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    assert main(["check", ".", "--rules", "r.facts.yml", "--no-packs", "--format", form]) == 1
    capsys.readouterr()


@pytest.mark.parametrize(
    ("path", "said"),
    [("nowhere", "No such file or directory"), ("articles", "There is no rule file in this folder")],
)
def test_rules_that_are_not_there(folder: Path, path: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "articles").mkdir()
    assert check("good.txt", f"--rules {path}") == 2
    assert said in capsys.readouterr().err


def test_a_rule_that_there_is_not_is_told_how_many_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("good.txt --rule xyzzy", "") == 2
    assert re.search(r"There are: .* and \d+ more\.", capsys.readouterr().err)


def test_facts_offer_the_formats_that_they_have() -> None:
    assert {name for name in names() if report(name).facts} == set(FACTS)
