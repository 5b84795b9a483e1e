"""`copydesk mutate`: the facts that no rule guards, the score, and the rules that would raise it."""

import json
from pathlib import Path

import pytest

from copydesk.cli import main

ROOT = Path(__file__).parents[2]
STORY = "The ferry left Elmsby with 214 passengers. By noon all 214 passengers were ashore. Six goats stayed behind.\n"
RULES = """\
version: 1
rules:
  - id: passengers-agree
    say: The passengers agree.
    find: {passengers: {a: count, of: passengers}}
    expect: passengers agree
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ferry.md").write_text(STORY, encoding="utf-8")
    Path("ferry.facts.yml").write_text(RULES, encoding="utf-8")


OURS = ["--rules", "ferry.facts.yml", "--no-packs"]


def last(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def test_unguarded_facts_are_told_with_the_rule_that_would_guard_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "ferry.md", *OURS]) == 0
    out, _ = capsys.readouterr()
    assert f"ferry.md:1:{STORY.index('Six') + 1}: warning [unguarded] No rule notices a slip here." in out
    assert "= Six → Eight\n" in out
    assert "a rule for it: The number of goats is Six. (goats = 6)" in out
    assert "214" not in out.replace("with 214 passengers. By noon all 214 passengers", ""), (
        "what is guarded is not told"
    )
    assert out.endswith(
        "2 rules would guard 2 unguarded facts: --write-rules FILE writes them.\n"
        "Tried 8 slips in 4 facts of 1 article with 1 rule: 6 noticed, 0 unsure, 2 unseen. "
        "Guarded: 2 of 4 facts, 2 of them wholly. Score: 75%. Exit code 0: all was tried.\n"
    )


def test_the_score_may_fail_a_job(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "ferry.md", *OURS, "--min-score", "75"]) == 0
    assert main(["mutate", "ferry.md", *OURS, "--min-score", "75.5%"]) == 1
    assert last(capsys).endswith("Exit code 1: the score is 75.0%, below --min-score 75.5.")
    assert main(["mutate", "ferry.md", *OURS, "--min-score", "101"]) == 2
    assert main(["mutate", "ferry.md", *OURS, "--min-score", "much"]) == 2


def test_the_rules_that_are_written_raise_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "ferry.md", *OURS, "--write-rules", "more.facts.yml"]) == 0
    assert "Wrote 2 rules to more.facts.yml. With them the score is 100%.\n" in capsys.readouterr().out
    assert main(["test", "more.facts.yml"]) == 0
    assert main(["mutate", "ferry.md", *OURS[:2], "more.facts.yml", "--no-packs", "--min-score", "100"]) == 0
    assert "Score: 100%" in last(capsys)
    assert main(["mutate", "ferry.md", *OURS, "--write-rules", "more.facts.yml"]) == 2, (
        "never over a file that is there"
    )
    assert main(["mutate", "ferry.md", *OURS, "--write-rules", "more.facts.yml", "--force"]) == 0


def test_the_sample_story(capsys: pytest.CaptureFixture[str]) -> None:
    """With its own rules about half of all slips are noticed; with those proposed for the rest most are."""
    story, rules = str(ROOT / "seeds/bridges.md"), str(ROOT / "seeds/bridges.facts.yml")
    before = scored(capsys, [story, "--rules", rules, "--write-rules", "more.facts.yml"])
    after = scored(capsys, [story, "--rules", rules, "more.facts.yml"])
    assert 40 < before["percent"] < 60
    assert before["percent"] + 20 < after["percent"]
    assert before["tried"] == after["tried"] and after["guarded"] == after["facts"]


def scored(capsys: pytest.CaptureFixture[str], words: list[str]) -> dict[str, float]:
    assert main(["mutate", *words, "--format", "json"]) == 0
    out = capsys.readouterr().out
    found = json.loads(out[: out.rindex("}") + 1])["summary"]
    assert isinstance(found, dict)
    return found


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mutate", "ferry.md", "missing.md", *OURS, "--format", "json"]) == 2
    out, err = capsys.readouterr()
    article, unread = json.loads(out)["articles"]
    assert unread == {"id": "missing.md", "path": "missing.md", "error": "There is no such file or folder."}
    assert article["score"] == {
        "facts": 4,
        "guarded": 2,
        "wholly": 2,
        "tried": 8,
        "caught": 6,
        "unsure": 0,
        "percent": 75.0,
    }
    first, _, _, goats = article["facts"]
    assert (first["text"], first["guarded"], first["line"], first["column"]) == ("214", "wholly", 1, 28)
    assert first["slips"][0] == {
        "kind": "digit",
        "text": "224",
        "outcome": "caught",
        "rules": ["ferry/passengers-agree"],
    }
    assert goats["slips"] == [{"kind": "word", "text": "Eight", "outcome": "unseen", "rules": []}]
    assert goats["rule"]["id"] == "goats" and "goats = 6" in goats["rule"]["yaml"]
    assert err.endswith("Exit code 2: 1 article could not be read.\n")


def test_what_is_unsure(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ferry.md").write_text(
        "At least seven passengers were aboard. All of the at least seven passengers live.\n", encoding="utf-8"
    )
    assert main(["mutate", "ferry.md", *OURS]) == 0
    out, _ = capsys.readouterr()
    assert "warning [unguarded] Rules are only unsure about a slip here." in out
    assert "= at least seven → at least nine (unsure: passengers-agree)" in out
    assert main(["mutate", "ferry.md", *OURS, "--unsure", "--min-score", "100"]) == 0


def test_partly_guarded(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ferry.md").write_text("It lies 40 miles (64 km) off.\n", encoding="utf-8")
    main(["mutate", "ferry.md"])
    assert "[partly-guarded]" not in capsys.readouterr().out
    main(["mutate", "ferry.md", "--all"])
    assert "note [partly-guarded] Rules notice 1 of 3 slips here." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "Which articles?"),
        (["ferry.md", "--no-packs"], 2, "There are no rules to try."),
        (["ferry.md", "--rule", "passenger-agree", *OURS], 2, "Did you mean 'passengers-agree'?"),
        (["bare.md"], 5, "Exit code 5: nothing was tried, the articles state nothing."),
        (["ferry.md", "ferry2.md", *OURS, "--write-rules", "more.facts.yml"], 2, "--write-rules is for one article"),
        (["ferry.md", *OURS, "--write-rules", "more.yml"], 2, "rule files are called NAME.facts.yml"),
    ],
)
def test_what_can_be_mended_is_said(words: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("bare.md").write_text("Nothing stands here.", encoding="utf-8")
    Path("ferry2.md").write_text(STORY, encoding="utf-8")
    assert main(["mutate", *words]) == code
    out, err = capsys.readouterr()
    assert said in out + err and "Traceback" not in err
