"""Waivers: what they hide, what they don't, and what is wrong with them."""

import os
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from copydesk import desk
from copydesk.errors import BrokenRules
from copydesk.model import EXAMPLE_DATE, Checked, Document
from copydesk.read import compose, readers
from copydesk.rulebook import load
from copydesk.waivers import Waivers
from copydesk.waivers.inline import inline
from copydesk.waivers.sidefile import HEAD, entries, quoted, read

HERE = Path(__file__).parent
CASES = yaml.load((HERE / "cases.yml").read_text(), Loader=yaml.BaseLoader)
CLASH = "Two trains met. Seven people were killed in the crash.\n\nPolice said 9 people were killed.\n"
FORMATS = ("text", "markdown", "composed")


def article(text: str, form: str, dated: date | None = EXAMPLE_DATE) -> Document:
    """The same article as a text file, as Markdown, and as a field of JSON."""
    if form == "composed":
        return compose("story", text, "", dated)
    (document,) = readers()[form].read(BytesIO(text.encode()), "story.md")
    assert isinstance(document, Document)
    return document._replace(date=dated)


def check(document: Document, waivers: Waivers | None = None) -> Checked:
    return desk.check(document, load([HERE / "story.facts.yml"]), waivers or Waivers())


def told(checked: Checked, pack: str = "story") -> list[str]:
    return [each.rule.partition("/")[2] for each in checked.results if each.told and each.rule.startswith(f"{pack}/")]


def waived(checked: Checked) -> list[str]:
    return [each.rule.partition("/")[2] for each in checked.results if each.waived]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_comment(case: dict[str, Any], form: str) -> None:
    dated = None if case.get("dated") == "none" else date.fromisoformat(case.get("dated", "2025-06-04"))
    as_of = date.fromisoformat(case["as of"]) if "as of" in case else None
    checked = check(article(case["text"], form, dated), Waivers(as_of=as_of))
    assert (waived(checked), told(checked), told(checked, "waivers")) == (
        case.get("waived", []),
        [*case.get("stands", []), *(["trains"] if form == "" else [])],
        case.get("wrong", []),
    )
    assert not any(result.fails("skipped") for result in checked.results if result.waived)


def test_a_comment_knows_its_line() -> None:
    text = "---\ntitle: A crash\n---\n\nTwo trains met.\n\n<!-- copydesk-ok nothing: x -->\n"
    (document,) = readers()["markdown"].read(BytesIO(text.encode()), "story.md")
    assert isinstance(document, Document)
    (trouble,) = [each for each in check(document).results if each.rule == "waivers/unknown-rule"]
    assert (trouble.rule_path, trouble.rule_line, trouble.level) == ("story.md", 7, "warning")


@given(st.text(alphabet="<!->copydesk-ok ab:,until 2026\n\r\t", max_size=80))
def test_any_comment_is_read(words: str) -> None:
    """Whatever stands in a comment, it is read without an error, and none of it is text of the article."""
    for text in (f"A.<!-- copydesk-ok {words} -->", f"A.\n\n<!--copydesk-ok {words}-->\n\nB."):
        document = compose("x", text, "", EXAMPLE_DATE)
        assert "copydesk-ok" not in document.text or "-->" in words
        for waiver in inline(document):
            assert waiver.line >= 1
        check(document)


# ---------------------------------------------------------------- the side file


def side(folder: Path, body: str) -> Waivers:
    path = folder / "copydesk-ok.yml"
    path.write_text(f"waivers:\n{body}", encoding="utf-8")
    return Waivers(read(str(path)))


def on_disk(folder: Path, text: str = CLASH) -> Document:
    return compose("a1", text, "", EXAMPLE_DATE, path=str(folder / "news.jsonl"))


@pytest.mark.parametrize(
    ("entry", "hidden", "wrong"),
    [
        ("{rule: killed-agree, facts: [Seven, 9], because: late}", True, []),
        ("{rule: killed-agree, facts: ['9', SEVEN], because: late}", True, []),
        ("{rule: killed-agree, because: late}", True, []),
        ("{rule: killed-agree, facts: [Seven, 8], because: late}", False, ["unused"]),
        ("{rule: killed-agree, facts: [Seven], because: late}", False, ["unused"]),
        ("{rule: killed-agree, facts: [Seven, 9]}", False, ["no-reason"]),
        ("{rule: killed-agree, because: late, until: 2025-01-01}", False, ["expired"]),
        ("{rule: nobody, because: late}", False, ["unknown-rule"]),
    ],
)
def test_side_file(entry: str, hidden: bool, wrong: list[str], tmp_path: Path) -> None:
    found = check(on_disk(tmp_path), side(tmp_path, f"  - {{article: news.jsonl#a1, {entry[1:]}\n"))
    assert waived(found) == (["killed-agree"] if hidden else [])
    assert told(found, "waivers") == wrong


def test_an_entry_is_for_its_article_alone(tmp_path: Path) -> None:
    known = side(tmp_path, "  - {article: news.jsonl#a2, rule: killed-agree, because: late}\n")
    assert told(check(on_disk(tmp_path), known)) == ["killed-agree"]
    assert told(check(on_disk(tmp_path), known), "waivers") == []


def test_a_rule_that_is_not_judged_in_this_run_is_no_trouble(tmp_path: Path) -> None:
    waivers = side(tmp_path, "  - {article: news.jsonl#a1, rule: house-style, because: late}\n")
    waivers = Waivers(waivers.side, None, frozenset(["house-style"]))
    assert told(check(on_disk(tmp_path), waivers), "waivers") == []


@given(text=st.text(max_size=60))
def test_what_is_quoted_is_read_back(text: str) -> None:
    clean = " ".join(text.encode("utf-8", "ignore").decode().split())
    assert yaml.safe_load(f"- {quoted(clean)}") == [clean]


def test_a_baseline_hides_what_there_is_and_no_more(tmp_path: Path) -> None:
    found = entries(check(on_disk(tmp_path)), tmp_path, "It stood here before.", "A. Editor", "2030-01-01")
    path = tmp_path / "copydesk-ok.yml"
    path.write_text(HEAD + "".join(found), encoding="utf-8")
    waivers = Waivers(read(str(path)))
    again = check(on_disk(tmp_path), waivers)
    assert (waived(again), told(again), told(again, "waivers")) == (["killed-agree"], [], [])
    later = check(on_disk(tmp_path, CLASH.replace("9", "11")), waivers)
    assert (told(later), told(later, "waivers")) == (["killed-agree"], ["unused"])


BROKEN = sorted((HERE / "broken").glob("*.yml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_golden_broken_side_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    with pytest.raises(BrokenRules) as broken:
        read(path.name)
    if os.environ.get("COPYDESK_GOLDEN") == "write":
        path.with_suffix(".out").write_text(f"{broken.value}\n", encoding="utf-8")
    assert f"{broken.value}\n" == path.with_suffix(".out").read_text()
