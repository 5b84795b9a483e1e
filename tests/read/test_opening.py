"""From paths to articles: folders, patterns, standard input, and what can't be read."""

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from copydesk.model import Document, Unread
from copydesk.read import Meter, open_articles, owner, reader

FERRY = "The ferry ran aground."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """b.md, a.txt, deep/c.jsonl of two articles, and files that are no articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deep").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.md", "a.txt", "rules.facts.yml", "photo.jpg", ".hidden/d.md"):
        (tmp_path / name).write_text(FERRY, encoding="utf-8")
    lines = [json.dumps({"id": name, "text": FERRY}) for name in ("one", "two")]
    (tmp_path / "deep" / "c.jsonl").write_text("\n\n".join(lines), encoding="utf-8")
    return tmp_path


def names(*paths: str) -> list[str]:
    return [article.id for article in open_articles(paths)]


def test_a_folder_is_read_sorted_and_to_its_depth(folder: Path) -> None:
    assert names(".") == ["a.txt", "b.md", "one", "two"]


def test_a_pattern_and_a_file_named_twice_count_once(folder: Path) -> None:
    assert names("*.txt", "**/*.jsonl", "a.txt") == ["a.txt", "one", "two"]


def test_a_file_counts_once_whatever_it_is_called_by(folder: Path) -> None:
    assert names("./b.md", "b.md", str(folder / "b.md"), "deep/../b.md") == ["./b.md"]


def test_links_that_go_round_are_gone_round_once(folder: Path) -> None:
    (folder / "deep" / "self").symlink_to(".")
    (folder / "deep" / "up").symlink_to("..")
    for path in (".", "**/*.*", "**", f"{folder}/**/*.*", "./**/**.*"):
        assert [name.rpartition("/")[2] for name in names(path)] == ["a.txt", "b.md", "one", "two"]
    assert names("**.md") == ["b.md"]
    assert names(".hidden/*.md") == [".hidden/d.md"]
    elsewhere = folder / ".hidden"
    (folder / "linked").symlink_to(elsewhere)
    assert names(".") == ["a.txt", "b.md", "one", "two", "linked/d.md"]


def test_the_line_of_an_article_in_a_file_of_many(folder: Path) -> None:
    assert [(a.path, a.line) for a in open_articles(["deep"])] == [("deep/c.jsonl", 1), ("deep/c.jsonl", 3)]


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("none.md", "There is no such file"),
        ("*.doc", "No article matches"),
        (".hidden/..", None),
        ("photo.jpg", "I don't read .jpg files"),
        ("empty", "There are no articles in this folder"),
    ],
)
def test_what_is_no_article_says_so_and_the_run_goes_on(folder: Path, path: str, error: str | None) -> None:
    (folder / "empty").mkdir()
    *found, last = open_articles([path, "b.md"])
    if error is None:
        assert isinstance(last, Document)
        return
    assert isinstance(last, Document)
    assert [isinstance(item, Unread) and item.error.startswith(error) for item in found] == [True]


@pytest.mark.parametrize("path", [".", "shut"])
def test_a_folder_that_may_not_be_read_says_so(folder: Path, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else the folder around it holds."""
    (folder / "shut").mkdir()

    def scandir(path: str) -> object:
        if Path(path).name == "shut":  # root could read it, whatever its mode
            raise PermissionError(13, "Permission denied")
        return listed(path)

    listed = os.scandir
    monkeypatch.setattr("os.scandir", scandir)
    unread = [(found.path, found.error) for found in open_articles([path]) if isinstance(found, Unread)]
    assert unread == [("shut", "This folder can't be opened: Permission denied.")]


def test_bytes_that_are_no_text_say_where(folder: Path) -> None:
    (folder / "latin.txt").write_bytes("One line.\nA caf\xe9.".encode("latin-1"))
    (article,) = open_articles(["latin.txt"])
    assert isinstance(article, Unread)
    assert "line 2, byte 0xe9" in article.error


def test_utf_16_with_its_mark_is_read(folder: Path) -> None:
    (folder / "wide.txt").write_bytes(FERRY.encode("utf-16"))
    (article,) = open_articles(["wide.txt"])
    assert isinstance(article, Document)
    assert article.text == FERRY


def test_a_date_is_given_to_those_that_have_none(folder: Path) -> None:
    (folder / "b.md").write_text(f"---\ndate: 2024-02-29\n---\n{FERRY}", encoding="utf-8")
    dates = [a.date for a in open_articles(["a.txt", "b.md"], date(2025, 6, 3)) if isinstance(a, Document)]
    assert dates == [date(2025, 6, 3), date(2024, 2, 29)]


@pytest.mark.parametrize(
    ("piped", "kinds"),
    [
        (FERRY, ["lede"]),
        ("# Ferry\n\nIt *ran* aground.", ["headline", "lede"]),
        ('{"title": "Ferry", "text": "It ran aground."}', ["headline", "lede"]),
        ("<!DOCTYPE html><h1>Ferry</h1><p>It ran aground.</p>", ["headline", "lede"]),
        (
            "<nitf><hedline><hl1>Ferry</hl1></hedline><body.content><p>It ran aground.</p></body.content></nitf>",
            ["headline", "lede"],
        ),
    ],
)
def test_what_is_piped_in_is_told_by_its_beginning(
    piped: str, kinds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(piped.encode())))  # type: ignore[type-var]
    monkeypatch.setattr(sys, "stdin", stream)
    (article,) = open_articles(["-"])
    assert isinstance(article, Document)
    assert [block.kind for block in article.blocks] == kinds


def test_a_meter_tells_how_far_it_has_come(folder: Path) -> None:
    meter = Meter()
    done = [(meter.done, meter.total) for _ in open_articles(["."], meter=meter)]
    assert [d for d, _ in done] == sorted(d for d, _ in done)
    assert meter.done == meter.total > 0


def test_an_article_and_the_source_it_is_checked_against(folder: Path) -> None:
    record = {"id": "s", "text": "Seven died.", "source": {"title": "Crash", "date": "2025-06-01", "text": "Six died."}}
    (folder / "s.jsonl").write_text(json.dumps(record), encoding="utf-8")
    (article,) = open_articles(["s.jsonl"])
    assert isinstance(article, Document)
    source = article.counterpart
    assert source is not None
    assert source.text == "Crash\n\nSix died."
    assert source.date == date(2025, 6, 1)
    assert source.locate(source.text.index("Six"))[1:] == ("source.text", 0, 1, 1)


# ---------------------------------------------------------------- formats that share a suffix


SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize(
    ("sample", "name"),
    [
        ("ans.json", "ans"),
        ("wordpress.json", "wordpress"),
        ("ninjs1.json", "ninjs"),
        ("ninjs3.json", "ninjs"),
        ("story.nitf.xml", "nitf"),
        ("story.newsml.xml", "newsml"),
        ("message.newsml.xml", "newsml"),
    ],
)
def test_feeds_are_told_apart_by_what_is_in_them(sample: str, name: str) -> None:
    path = SAMPLES / sample
    assert owner(path.suffix, path.read_bytes()) is reader(name)


def test_data_and_settings_of_a_folder_are_no_articles(folder: Path) -> None:
    (folder / "package.json").write_text('{"name": "x", "version": "1.0.0"}', encoding="utf-8")
    (folder / "pom.xml").write_text("<project/>", encoding="utf-8")
    (folder / "tolls.csv").write_text("place,killed\nHalden,7\n", encoding="utf-8")
    (folder / "~$story.docx").write_bytes(b"x")
    (folder / "n.csv").write_text(f"id,text\nthree,{FERRY}\n", encoding="utf-8")
    assert names(".") == ["a.txt", "b.md", "one", "two", "three"]
    (article,) = open_articles(["package.json"])
    assert isinstance(article, Unread)
    assert article.error.startswith("This is no article in a form that I know. Of .json files I read: ")


def test_only_the_format_that_is_read_is_imported(folder: Path) -> None:
    import subprocess

    code = (
        "import sys; from copydesk.cli import main; main(['check', 'b.md'])\n"
        "print([name for name in ('docx', 'zipfile', 'xml.parsers.expat', 'html.entities', 'copydesk.read.html', 'copydesk.read.docx',"
        " 'copydesk.read._json', 'copydesk.read.csv') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


# ---------------------------------------------------------------- parts of a page


PAGE = """<body><div id=top class="a lead">One 1.</div><section class=story data-kind=news><p>Two 2.</p><div><p>Three 3.</p></div></section>
<ul><li>Four 4.<li class=story>Five 5.</ul></body>"""


@pytest.mark.parametrize(
    ("selector", "words"),
    [
        ("#top", ["One 1."]),
        (".lead", ["One 1."]),
        ("div.a.lead", ["One 1."]),
        ("section p", ["Two 2.", "Three 3."]),
        ("section > p", ["Two 2."]),
        (".story", ["Two 2.", "Three 3.", "Five 5."]),
        ("[data-kind=news] div, li.story", ["Three 3.", "Five 5."]),
        ("section[data-kind^='ne']", ["Two 2.", "Three 3."]),
    ],
)
def test_a_selector_names_what_is_the_article(folder: Path, selector: str, words: list[str]) -> None:
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (article,) = open_articles(["page.html"], select=selector)
    assert isinstance(article, Document), article
    assert [article.text[block.start : block.end] for block in article.blocks] == words


@pytest.mark.parametrize(
    ("path", "selector", "error"),
    [
        ("page.html", ".none", "Nothing on this page is '.none'."),
        ("page.html", "p:first-child", "I can't read the selector 'p:first-child' at ':first-child'"),
        ("page.html", "p >", "I can't read the selector"),
        ("b.md", "p", "--select is for HTML"),
    ],
)
def test_a_selector_that_selects_nothing_says_so(folder: Path, path: str, selector: str, error: str) -> None:
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (article,) = open_articles([path], select=selector)
    assert isinstance(article, Unread)
    assert article.error.startswith(error)
