"""`copydesk test`: the examples inside rules."""

from pathlib import Path

import pytest

from copydesk.cli import main

RULES = """\
version: 1
rules:
  - id: killed-agree
    say: The number killed is the same wherever it is given.
    find:
      killed: {a: count, of: killed}
    expect: killed agree
    examples:
      - pass: Seven people were killed. Police said the 7 people killed were drivers.
      - fail: Seven people were killed. Police said the 9 people killed were drivers.
      - skip: Seven people were killed.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def rules(text: str, name: str = "r.facts.yml") -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_examples_as_said(capsys: pytest.CaptureFixture[str]) -> None:
    rules(RULES)
    assert main(["test", "r.facts.yml"]) == 0
    assert (
        capsys.readouterr().out == "Tested 1 rule: 3 examples came out as said, 0 did not. Exit code 0: all as said.\n"
    )


def test_an_example_that_comes_out_otherwise_shows_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    rules(RULES.replace("- pass: Seven", "- pass: Eight"))
    assert main(["test", "r.facts.yml"]) == 1
    out = capsys.readouterr().out
    assert out.startswith(
        "r.facts.yml:9: killed-agree: this example does not come out as it says.\n    - pass\n    + fail: "
    )
    assert "expected: killed agree" in out
    assert "Eight" in out
    assert "killed" in out
    assert out.endswith("Exit code 1: 1 example must be put right, or the rule.\n")


def test_rules_without_examples_are_named_and_nothing_tried_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    rules(RULES.partition("    examples:")[0])
    assert main(["test", "r.facts.yml"]) == 5
    assert "Without examples: r/killed-agree." in capsys.readouterr().out


def test_a_rule_that_is_off_or_for_some_articles_is_tried_too() -> None:
    rules(RULES.replace("    find:", "    off: yes\n    find:"))
    assert main(["test", "r.facts.yml"]) == 0


def test_without_names_it_takes_the_rule_files_here_and_in_rules(capsys: pytest.CaptureFixture[str]) -> None:
    rules(RULES, "a.facts.yml")
    rules(RULES, "rules/deep/b.facts.yaml")
    rules("nonsense", "tests/c.facts.yml")
    rules("nonsense", "rules/other.yml")
    assert main(["test"]) == 0
    assert capsys.readouterr().out.startswith("Tested 2 rules: 6 examples")


def test_without_any_it_takes_the_packs(capsys: pytest.CaptureFixture[str]) -> None:
    from copydesk.rulebook import load, packs

    main(["test"])
    assert f"Tested {len(load(packs()))} rules: " in capsys.readouterr().out


def test_a_broken_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    rules(RULES.replace("agree\n", "agrees\n"))
    assert main(["test", "r.facts.yml"]) == 2
    assert "r.facts.yml:7:" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--format json", "--output out.json", "--jobs 2", "--dated 2025-06-01"])
def test_an_option_for_the_corpus_is_not_passed_over(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    rules(RULES)
    assert main(["test", "r.facts.yml", *option.split()]) == 2
    assert "only with --corpus" in capsys.readouterr().err
    assert not Path("out.json").exists()
