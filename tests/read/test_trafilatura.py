"""`--select trafilatura`: it chooses, our tree says where what it chose stands."""

import io
from pathlib import Path

import pytest
from hypothesis import given, settings

from copydesk.cli import main
from copydesk.model import Document, Unread
from copydesk.read import _trafilatura, html, readers
from read.test_readers import WORDS, check_the_way_back

pytest.importorskip("trafilatura", reason="needs trafilatura (copydesk[web])")
MORE = "".join(
    f"<p>On day {day} they went on along the river, past farms and woods, and slept in a hut that the club of the town keeps for hikers.</p>\n"
    for day in range(2, 9)
)
PAGE = f"""<!doctype html><html><head><title>A long walk | The Courier</title>
<meta property="article:published_time" content="2025-05-02"></head><body>
<div class="c1"><a href="/">Home</a> <a href="/top">Top 10 of the week</a></div>
<div class="c2"><h1>A long walk</h1>
<p>The hikers walked <b>10&nbsp;miles</b> (20&nbsp;kilometers) to Halden on the first day of their journey through the north.</p>
<p>They set off on Friday, May 1, with 12 bags, &amp; came home two weeks later, tired but unhurt, as they told the paper.</p>
{MORE}<div class="c4"><a href="/p">Read this too: 300 people at the harbour festival</a></div></div>
<div class="c5"><a href="/s">Courier shop: 25 % off all mugs</a></div>
</body></html>"""


def selected(page: str, selector: str = "trafilatura") -> Document | Unread:
    (article,) = html.read_selected(io.BytesIO(page.encode("utf-8", "replace")), "page.html", selector)
    return article


def test_it_chooses_and_every_word_leads_back() -> None:
    article = selected(PAGE)
    assert isinstance(article, Document)
    begun = [article.text[block.start : block.end][:18] for block in article.blocks]
    assert begun[:4] == ["A long walk", "The hikers walked ", "They set off on Fr", "On day 2 they went"]
    assert len(begun) == 10
    assert "festival" not in article.text
    check_the_way_back(article)
    start = article.text.index("20\u00a0kilometers")
    found = article.locate(start)
    assert PAGE.splitlines()[found.line - 1][found.column - 1 :].startswith("20&nbsp;kilometers")
    assert str(article.date) == "2025-05-02"


def test_without_it_the_same_page_has_more() -> None:
    (article,) = readers()["html"].read(io.BytesIO(PAGE.encode()), "page.html")
    assert isinstance(article, Document)
    assert "festival" in article.text


@given(page=WORDS.map(lambda words: f"<p>{words}</p>" * 3))
@settings(max_examples=40)
def test_any_page_is_chosen_from_or_told(page: str) -> None:
    article = selected(page)
    if isinstance(article, Document):
        check_the_way_back(article)
    else:
        assert article.error.endswith((".", "…"))


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("<p>x</p>" * 20_000, "It has more than 12,000 tags, too many for trafilatura."),
        ("<p>Hi</p>", "trafilatura finds no article on this page."),
        ("<div>" * 5_000, "trafilatura finds no article on this page."),
    ],
)
def test_what_it_can_not_do_is_told_with_what_to_do(page: str, error: str) -> None:
    article = selected(page)
    assert isinstance(article, Unread)
    assert article.error == f"{error} Name the article with --select and a CSS selector."


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_trafilatura, "find_spec", lambda name: None)
    article = selected(PAGE)
    assert isinstance(article, Unread)
    assert article.error.endswith("pip install 'copydesk[web]'.")


def test_the_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    assert main(["check", str(tmp_path / "page.html"), "--select", "trafilatura", "--no-config"]) == 1
    assert "error [conversions]" in capsys.readouterr().out
