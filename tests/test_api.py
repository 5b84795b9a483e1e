"""copydesk in Python programs: one import that costs nothing, and words that do what they say."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import copydesk

SEEDS = Path(__file__).parents[1] / "seeds"
WRONG = "On Friday, May 1, 2025, seven people were killed."


def failing(checked: copydesk.Checked) -> list[str]:
    return [result.rule for result in checked.results if result.outcome == "fail"]


def test_importing_it_imports_nothing_else() -> None:
    ask = "import sys; before = set(sys.modules); import copydesk; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["copydesk"]


def test_a_text_is_checked() -> None:
    assert failing(copydesk.check(WRONG)) == ["calendar/weekday"]
    assert failing(copydesk.check("On Friday, May 1, seven died.", dated="2026-05-01")) == []
    assert failing(copydesk.check("On Friday, May 1, seven died.", dated=date(2025, 5, 2))) != []


def test_a_file_is_checked_with_rules_of_ones_own() -> None:
    rules = SEEDS / "bridges.facts.yml"
    for path in (SEEDS / "bridges-planted.md", str(SEEDS / "bridges-planted.md")):
        assert len(failing(copydesk.check(path, rules, packs=False))) == 5
    assert len(failing(copydesk.check(copydesk.read(SEEDS / "bridges.md"), [rules]))) == 0


def test_the_headline_takes_part() -> None:
    checked = copydesk.check("Police said nine people were killed in the crash.", title="Seven killed in crash")
    assert checked.document.blocks[0].kind == "headline"


def test_read_is_a_call_before_and_after_the_folder_is_imported() -> None:
    ask = (
        "import sys, copydesk; a = copydesk.read(sys.argv[1]); import copydesk.read; from copydesk.read import open_articles;"
        "assert copydesk.read(sys.argv[1]) == a == next(open_articles([sys.argv[1]]))"
    )
    subprocess.run([sys.executable, "-c", ask, str(SEEDS / "bridges.md")], check=True)


def test_an_article_that_can_not_be_read_raises() -> None:
    with pytest.raises(copydesk.UnreadableArticle, match="no such file"):
        copydesk.read("nowhere.md")
    with pytest.raises(copydesk.UnreadableArticle, match="no such file"):
        copydesk.check("nowhere.md")
    with pytest.raises(copydesk.UnreadableArticle, match="empty"):
        copydesk.check("  ")


def test_a_file_of_several_articles_is_for_articles(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_text('{"text": "Seven died."}\n[]\n', encoding="utf-8")
    with pytest.raises(copydesk.UnreadableArticle, match="There are 2 articles"):
        copydesk.read(path)
    first, second = copydesk.articles(path)
    assert isinstance(first, copydesk.Document)
    assert isinstance(second, copydesk.Unread)


def test_broken_rules_raise(tmp_path: Path) -> None:
    (tmp_path / "a.facts.yml").write_text("version: 1\nruels: []\n", encoding="utf-8")
    with pytest.raises(copydesk.BrokenRules, match="ruels"):
        copydesk.check(WRONG, tmp_path)


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = copydesk.nothing_like_it  # type: ignore[attr-defined]
    assert {"check", "read", "articles", "Document"} <= set(dir(copydesk))


def test_users_type_checkers_see_the_types(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    (tmp_path / "use.py").write_text(
        "import copydesk\n"
        "found: copydesk.Checked = copydesk.check(copydesk.read('a.md'), rules='r')\n"
        "words: list[str] = [result.message for result in found.results]\n"
        "copydesk.chekc('a')\n",
        encoding="utf-8",
    )
    words = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(tmp_path / "use.py")]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (
        done.stdout.splitlines()[:1]
        == [f'{tmp_path / "use.py"}:4: error: Module has no attribute "chekc"; maybe "check"?  [attr-defined]']
        or "chekc" in done.stdout
    )
    assert done.stdout.count("error:") == 1
