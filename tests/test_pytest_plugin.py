"""The pytest plugin, run by pytest in a process of its own, as users run it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest

RULES = """\
version: 1
rules:
  - id: guests-agree
    say: Both mentions give the same number of guests.
    tags: [party, house style]
    find: {guests: {a: count, of: guests, at least: 2}}
    expect: guests agree
    examples:
      - pass: We had invited 40 guests. The 40 guests came.
      - fail: We had invited 40 guests. Just 30 guests came.
      - fail: We had invited 40 guests. Only 20 guests came.
  - id: cakes-agree
    say: Both mentions give the same number of cakes.
    level: warning
    find: {cakes: {a: count, of: cakes, at least: 2}}
    expect: cakes agree
  - id: balloons-agree
    say: Both mentions give the same number of balloons.
    level: note
    find: {balloons: {a: count, of: balloons, at least: 2}}
    expect: balloons agree
"""
GOOD = "We had invited 120 guests.\n\nIn the end all 120 guests came.\n"
BAD = "We had invited 120 guests, and baked 12 cakes.\n\nIn the end 150 guests came, and there were 14 cakes.\n"
UNSURE = "We had invited 120 guests.\n\nIn the end at least 110 guests came.\n"
INI = """\
[pytest]
copydesk_articles = articles/**/*.md
copydesk_rules = rules/*.facts.yml
"""


@pytest.fixture(autouse=True)
def compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many processes start here: let them keep their compiled modules."""
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)


@pytest.fixture
def desk(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project that has opted in, with one good story, a bad one and an unsure one."""
    pytester.makefile(".ini", pytest=INI)
    for name, text in {"good": GOOD, "bad": BAD, "2025/unsure": UNSURE}.items():
        _write(pytester.path / f"articles/{name}.md", text)
    _write(pytester.path / "rules/party.facts.yml", RULES)
    return pytester


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """In a process of its own, without plugins that only cost it time."""
    return pytester.runpytest_subprocess("-p", "no:hypothesispytest", "-p", "no:typeguard", *arguments)


def ids(result: pytest.RunResult) -> list[str]:
    return [line for line in result.outlines if "::" in line and " " not in line.split("::")[0]]


# ---------------------------------------------------------------- opting in


def test_a_run_that_does_not_ask_is_left_alone(pytester: pytest.Pytester) -> None:
    _write(pytester.path / "articles/bad.md", BAD)
    _write(pytester.path / "rules/party.facts.yml", RULES)
    _write(
        pytester.path / "test_own.py",
        "def test_own(request):\n    assert 'copydesk' not in str(request.config.getini('markers'))\n",
    )
    result = run(pytester)
    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("copydesk:*")


def test_a_run_that_does_not_ask_imports_no_engine(pytester: pytest.Pytester) -> None:
    """Only the plugin's own module, which pytest loads wherever copydesk is installed."""
    _write(
        pytester.path / "test_own.py",
        "import sys\ndef test_own():\n    assert sorted(m for m in sys.modules if 'copydesk' in m) == ['copydesk', 'copydesk.pytest_plugin']\n"
        "    assert 'yaml' not in sys.modules and 'quantulum3' not in sys.modules\n",
    )
    run(pytester).assert_outcomes(passed=1)


def test_an_article_named_without_opting_in_is_told_why_nothing_happens(pytester: pytest.Pytester) -> None:
    _write(pytester.path / "bad.md", BAD)
    result = run(pytester, "bad.md")
    result.stdout.fnmatch_lines(["copydesk: bad.md: not collected; set copydesk_articles or use --copydesk"])
    assert result.ret in (pytest.ExitCode.NO_TESTS_COLLECTED, pytest.ExitCode.USAGE_ERROR)


def test_a_rule_file_that_is_named_is_a_test(pytester: pytest.Pytester) -> None:
    _write(pytester.path / "party.facts.yaml", RULES)
    run(pytester, "party.facts.yaml").assert_outcomes(passed=3, skipped=2)


def test_one_off(pytester: pytest.Pytester) -> None:
    _write(pytester.path / "story.md", BAD)
    _write(pytester.path / "other.md", BAD)
    _write(pytester.path / "party.facts.yml", RULES)
    result = run(pytester, "--copydesk", "--copydesk-rules", "party.facts.yml", "story.md")
    result.assert_outcomes(failed=1, passed=1, skipped=1, warnings=1)


def test_without_rules_the_packs_are_checked(pytester: pytest.Pytester) -> None:
    _write(pytester.path / "story.md", "The fair opens on Monday, June 3, 2025.\n")
    result = run(pytester, "--copydesk", "story.md")
    assert result.parseoutcomes()["failed"] == 1
    result.stdout.fnmatch_lines(
        ["copydesk: articles: *; rules: the built-in packs", "*= rule rules/calendar.facts.yml:*", "FAILED story.md::*"]
    )


@pytest.mark.parametrize(
    ("ini", "told"),
    [
        ("copydesk_articles = artcles/*.md", "*there is no article artcles/[*].md in *"),
        (
            "copydesk_articles = articles/*.md\ntestpaths = tests",
            "*testpaths leaves out articles/[*].md: add it there*",
        ),
    ],
)
@pytest.mark.parametrize("parallel", [[], ["-n2"]], ids=" ".join)
def test_a_run_of_everything_without_its_articles_is_not_green(
    desk: pytest.Pytester, ini: str, told: str, parallel: Sequence[str]
) -> None:
    desk.makefile(".ini", pytest=f"[pytest]\n{ini}\n")
    _write(desk.path / "tests/test_own.py", "def test_own():\n    pass\n")
    result = run(desk, *parallel)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([told])
    run(desk, "tests").stdout.fnmatch_lines(["copydesk: 0 articles collected"])


def test_articles_are_among_the_testpaths(desk: pytest.Pytester) -> None:
    desk.makefile(".ini", pytest=f"{INI}testpaths = tests articles/*.md\n")
    _write(desk.path / "tests/test_own.py", "def test_own():\n    pass\n")
    result = run(desk, "-k", "guests or own")
    result.assert_outcomes(failed=1, passed=2, deselected=4)
    result.stdout.fnmatch_lines(["copydesk: 2 articles collected"])


def test_rules_on_the_command_line_ask_for_its_articles(pytester: pytest.Pytester) -> None:
    _write(pytester.path / "story.md", BAD)
    _write(pytester.path / "party.facts.yml", RULES)
    run(pytester, "--copydesk-rules", "party.facts.yml", "story.md").assert_outcomes(
        failed=1, passed=1, skipped=1, warnings=1
    )


@pytest.mark.parametrize("named", ["", "nowhere", "/nowhere/x.facts.yml"])
def test_rules_that_are_not_there_stop_the_run(pytester: pytest.Pytester, named: str) -> None:
    _write(pytester.path / "story.md", BAD)
    result = run(pytester, f"--copydesk-rules={named}", "--copydesk", "story.md")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines([f"*no rule file {named or repr(named)} in *"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_folder_of_rules(pytester: pytest.Pytester) -> None:
    _write(pytester.path / "story.md", BAD)
    _write(pytester.path / "party.facts.yml", RULES)
    run(pytester, "--copydesk-rules", ".", "story.md").assert_outcomes(failed=1, passed=1, skipped=1, warnings=1)


# ---------------------------------------------------------------- names, choice, outcomes


def test_names(desk: pytest.Pytester) -> None:
    assert ids(run(desk, "--collect-only", "-q")) == [
        "articles/2025/unsure.md::guests-agree",
        "articles/2025/unsure.md::cakes-agree",
        "articles/2025/unsure.md::balloons-agree",
        "articles/bad.md::guests-agree",
        "articles/bad.md::cakes-agree",
        "articles/bad.md::balloons-agree",
        "articles/good.md::guests-agree",
        "articles/good.md::cakes-agree",
        "articles/good.md::balloons-agree",
        "rules/party.facts.yml::guests-agree[pass-1]",
        "rules/party.facts.yml::guests-agree[fail-1]",
        "rules/party.facts.yml::guests-agree[fail-2]",
        "rules/party.facts.yml::cakes-agree",
        "rules/party.facts.yml::balloons-agree",
    ]


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["-k", "guests"], 6),
        (["-k", "bad and guests"], 1),
        (["-m", "warning"], 4),
        (["-m", "error"], 6),
        (["-m", "copydesk"], 14),
        (["-m", "party and not house_style"], 0),
        (["-m", "house_style"], 6),
        (["articles/bad.md::cakes-agree"], 1),
        (["rules/party.facts.yml::guests-agree[fail-2]"], 1),
        (["articles/2025"], 3),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_choice(desk: pytest.Pytester, arguments: Sequence[str], count: int) -> None:
    assert len(ids(run(desk, "--collect-only", "-q", "--strict-markers", *arguments))) == count


@pytest.mark.parametrize("parallel", [[], ["-n2"], ["-n2", "--dist", "loadfile"]], ids=" ".join)
def test_outcomes(desk: pytest.Pytester, parallel: Sequence[str]) -> None:
    """The bad story fails one rule and is warned of another; what is unsure passes with a warning; nothing found is skipped."""
    result = run(desk, "-rA", "--strict-markers", *parallel)
    result.assert_outcomes(failed=1, passed=3 + 1 + 1 + 1, skipped=2 + 2 + 1 + 2, warnings=2)
    result.stdout.fnmatch_lines(["FAILED articles/bad.md::guests-agree*"])
    result.stdout.fnmatch_lines(["*CopydeskWarning:*"])
    result.stdout.fnmatch_lines(["*articles/bad.md:3:44: warning *cakes-agree*"])
    result.stdout.fnmatch_lines(["SKIPPED * rules/party.facts.yml:*: the rule has no examples"])
    result.stdout.fnmatch_lines(["SKIPPED * articles/good.md:1: No count was found for 'cakes'."])


@pytest.mark.skipif(pytest.version_tuple < (9,), reason="pytest tells no reason of a failure that is a text before 9")
def test_the_summary_says_what_clashes(desk: pytest.Pytester) -> None:
    run(desk).stdout.fnmatch_lines(["FAILED articles/bad.md::guests-agree - *120*150*"])


def test_strict(desk: pytest.Pytester) -> None:
    result = run(desk, "--copydesk-strict")
    result.assert_outcomes(failed=3, passed=4, skipped=7)


def test_a_failure_shows_both_places(desk: pytest.Pytester) -> None:
    result = run(desk, "articles/bad.md")
    result.stdout.fnmatch_lines(
        [
            "*_ bad.md: Both mentions give the same number of guests. _*",
            "articles/bad.md:3:*guests-agree*",
            "*3 | In the end 150 guests came*",
            "*|            ^^^*",
            "*1 | We had invited 120 guests*",
            "*|                ^^^*",
            "*rules/party.facts.yml:3*",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_last_failed(desk: pytest.Pytester) -> None:
    run(desk).assert_outcomes(failed=1, passed=6, skipped=7, warnings=2)
    run(desk, "--lf").assert_outcomes(failed=1)
    _write(desk.path / "articles/bad.md", GOOD)
    run(desk, "--lf").assert_outcomes(passed=1)


@pytest.mark.parametrize("parallel", [[], ["-n2"]], ids=" ".join)
def test_junit(desk: pytest.Pytester, parallel: Sequence[str]) -> None:
    """Properties for every family; the line is that of the first clashing statement."""
    run(desk, "--junitxml=out.xml", "-o", "junit_family=xunit1", *parallel)
    case = next(
        case
        for case in ElementTree.parse(desk.path / "out.xml").iter("testcase")
        if case.get("file") == "articles/bad.md" and "guests" in str(case.get("name"))
    )
    properties = {p.get("name"): p.get("value") for p in case.iter("property")}
    assert properties.items() >= {"rule": "party/guests-agree", "level": "error", "outcome": "fail"}.items()
    assert properties["fingerprint"]
    assert case.get("line") == "2", "counted from 0, as pytest does"


def test_many_articles_in_one_file(desk: pytest.Pytester) -> None:
    lines = [{"id": "a1", "text": GOOD}, {"id": "b::[2]", "text": BAD}]
    _write(desk.path / "day.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
    result = run(desk, "--copydesk", "day.jsonl", "-k", "guests", "-v")
    result.assert_outcomes(failed=1, passed=1)
    result.stdout.fnmatch_lines(["day.jsonl::a1::guests-agree PASSED*", "day.jsonl::b_2_::guests-agree FAILED*"])
    run(desk, "--copydesk", "day.jsonl::b_2_::guests-agree").assert_outcomes(failed=1)


def test_every_row_has_a_name_of_its_own(desk: pytest.Pytester) -> None:
    rows = [("a0", GOOD), ("a1", BAD), ("a1", BAD), ("", BAD)]
    _write(desk.path / "day.csv", "id,text\n" + "".join(f'{name},"{text}"\n' for name, text in rows))
    names = ids(run(desk, "--copydesk", "day.csv", "--collect-only", "-q", "-k", "guests"))
    assert names == [f"day.csv::{name}::guests-agree" for name in ("a0", "a1", "a1_2", "day.csv_14")]
    run(desk, "--copydesk", names[2]).assert_outcomes(failed=1)


def test_every_part_of_a_book_has_a_name_of_its_own(desk: pytest.Pytester, root: Path) -> None:
    shutil.copy(root / "tests/read/samples/issue.epub", desk.path)
    names = ids(run(desk, "--copydesk", "issue.epub", "--collect-only", "-q", "-k", "guests"))
    assert len(set(names)) == len(names) > 1


def test_the_line_of_an_article_of_many_is_that_of_the_file(desk: pytest.Pytester) -> None:
    _write(desk.path / "day.jsonl", "".join(json.dumps({"id": i, "text": BAD}) + "\n" for i in "abcde"))
    result = run(desk, "--copydesk", "day.jsonl", "--junitxml=out.xml", "-o", "junit_family=xunit1")
    cases = list(ElementTree.parse(desk.path / "out.xml").iter("testcase"))
    assert [case.get("line") for case in cases if case.get("name") == "guests-agree"] == list("01234")
    result.stdout.fnmatch_lines(["*day.jsonl:5: CopydeskWarning:*"])


# ---------------------------------------------------------------- what is broken


def test_a_broken_rule_file_stops_the_run_with_its_mistakes(desk: pytest.Pytester) -> None:
    _write(desk.path / "rules/party.facts.yml", RULES.replace("find:", "finds:", 1))
    result = run(desk)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*rules/party.facts.yml:6:5: *finds*", "*Did you mean 'find'?*"])
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_glob_that_finds_no_rules_stops_the_run(desk: pytest.Pytester) -> None:
    result = run(desk, "-o", "copydesk_rules=rulez/*.facts.yml", "articles")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*no rule file rulez/*"])


def test_an_article_that_cannot_be_read_stops_the_run(desk: pytest.Pytester) -> None:
    (desk.path / "articles/odd.md").write_bytes(b"A story \xff\xfe\xfa of 3 men.")
    result = run(desk)
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["*articles/odd.md:1:*UTF-8*"])


def test_an_example_that_comes_out_wrong_fails(desk: pytest.Pytester) -> None:
    _write(desk.path / "rules/party.facts.yml", RULES.replace("- pass: We had invited 40", "- pass: We had invited 50"))
    result = run(desk, "rules")
    result.assert_outcomes(failed=1, passed=2, skipped=2)
    result.stdout.fnmatch_lines(
        ["said pass, came fail", "*", "FAILED rules/party.facts.yml::guests-agree[[]pass-1[]]*"]
    )


# ---------------------------------------------------------------- the fixture


def test_fixture(desk: pytest.Pytester) -> None:
    desk.makepyfile(
        """
        import pytest

        def test_figures(copydesk):
            story = copydesk("Seven people were killed when the bridge fell. The 40 passengers were on a bus with 50 seats.")
            assert story.killed == 7
            assert story.figures("passengers") == [40]
            assert [fact.text for fact in story.facts][:1] == ["Seven"]

        def test_good(copydesk):
            results = copydesk("articles/good.md").check("rules/party.facts.yml")
            assert [result.outcome for result in results] == ["pass", "skip", "skip"]

        def test_bad(copydesk):
            with pytest.raises(AssertionError, match="120"):
                copydesk("articles/bad.md").check("rules/party.facts.yml")

        def test_dates(copydesk):
            with pytest.raises(AssertionError, match="Tuesday"):
                copydesk("It opened on Monday, June 3, 2025.", dated="2025-06-05").check()

        def test_strict(copydesk):
            story = copydesk("articles/2025/unsure.md")
            story.check("rules/party.facts.yml")
            with pytest.raises(AssertionError):
                story.check("rules/party.facts.yml", strict=True)

        def test_nothing_to_check(copydesk):
            story = copydesk("The sun shone.")
            assert story.check(allow_none=True)
            with pytest.raises(AssertionError, match="nothing was checked"):
                story.check("rules/party.facts.yml")

        def test_no_such_file(copydesk):
            from copydesk.errors import UnreadableArticle
            with pytest.raises(UnreadableArticle, match="no such file"):
                copydesk("articles/none.md")
        """
    )
    run(desk, "-k", "test_fixture", "-q").assert_outcomes(passed=7)


def test_importing_the_plugin_costs_milliseconds() -> None:
    """On top of pytest, whose own import is not counted. The bound is wide: other work may run beside."""
    code = "import time, pytest; t = time.process_time(); import copydesk.pytest_plugin; print(time.process_time() - t)"
    costs = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(costs) < 0.02


# ---------------------------------------------------------------- waivers


def test_what_is_waived_is_skipped_with_its_reason(pytester: pytest.Pytester) -> None:
    pytester.makefile(".ini", pytest=INI)
    comment = "<!-- copydesk-ok guests-agree: more came than were asked -->"
    _write(pytester.path / "articles/bad.md", BAD.replace("14 cakes.\n", f"14 cakes. {comment}\n"))
    _write(pytester.path / "rules/party.facts.yml", RULES)
    _write(
        pytester.path / "copydesk-ok.yml",
        "waivers:\n  - {article: articles/bad.md, rule: cakes-agree, because: baked later}\n",
    )
    result = run(pytester, "articles", "-rs")
    result.assert_outcomes(skipped=3)
    result.stdout.fnmatch_lines_random(["*waived: more came than were asked", "*waived: baked later"])


def test_a_bad_waiver_is_a_warning(pytester: pytest.Pytester) -> None:
    pytester.makefile(".ini", pytest=INI)
    _write(
        pytester.path / "articles/good.md", f"{GOOD}\n<!-- copydesk-ok guests-agree: more came than were asked -->\n"
    )
    _write(pytester.path / "rules/party.facts.yml", RULES)
    result = run(pytester, "articles")
    result.assert_outcomes(passed=1, skipped=2, warnings=1)
    told = ["*There is no finding of 'guests-agree' in this paragraph: take the waiver out."]
    result.stdout.fnmatch_lines(told)
    strict = run(pytester, "articles", "--copydesk-strict")
    strict.assert_outcomes(failed=1, skipped=2)
    strict.stdout.fnmatch_lines(told)


def test_a_broken_file_of_waivers_is_told(pytester: pytest.Pytester) -> None:
    pytester.makefile(".ini", pytest=INI)
    _write(pytester.path / "articles/good.md", GOOD)
    _write(pytester.path / "rules/party.facts.yml", RULES)
    _write(pytester.path / "copydesk-ok.yml", "waivers:\n  - {artikle: a}\n")
    result = run(pytester, "articles")
    result.stdout.fnmatch_lines(["*A waiver has no key 'artikle'."])
    assert result.ret != 0
