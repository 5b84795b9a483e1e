"""What every reader owes: it never raises, and each word leads back to where it stands in the source."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model import Document, Unread
from copydesk.read import readers

READERS = readers()
CHARACTERS = "abcD 1 2\n\n\r\n.,\"'’*_`[]()<>|\\~&#-+=:;!?/@{}\t\r\u00a0\u2028\u0301é𝒞日"
MARKUP = [
    "&amp;",
    "\r\n",
    "---\n",
    "title: ",
    "date: 2025-06-01\n",
    "# ",
    "> ",
    "- ",
    "1. ",
    "<!-- ",
    "<!-- copydesk-ok x: because -->",
    " -->",
    "![",
    "](",
    "<br>",
    "| a | b |\n|---|---|\n",
]
WORDS = st.lists(st.sampled_from([*CHARACTERS, *MARKUP]), max_size=50).map("".join)


def articles(name: str, data: bytes) -> list[Document | Unread]:
    return list(READERS[name].read(io.BytesIO(data), "story"))


def check_the_way_back(document: Document) -> None:
    """Each character of a segment stands in its source field; what stands between segments is no part of the source."""
    behind = 0
    for segment in document.segments:
        assert behind <= segment.start < segment.end
        source, words = document.sources[segment.field], document.text[segment.start : segment.end]
        if segment.until < 0:
            assert source[segment.at : segment.at + segment.end - segment.start] == words
        else:
            assert 0 <= segment.at <= segment.until <= len(source)
        behind = segment.end
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert words
        assert words == words.strip()
        found = document.locate(block.start)
        line = document.sources[found.field].replace("\r\n", "\n").replace("\r", "\n").split("\n")[found.line - 1]
        assert line[found.column - 1 :].startswith(words[0]) or "&" in line or words[0] == "“"


@pytest.mark.parametrize("name", READERS)
@given(data=st.binary(max_size=80) | WORDS.map(str.encode))
@settings(max_examples=150, deadline=None)
def test_a_reader_never_raises(name: str, data: bytes) -> None:
    for article in articles(name, data):
        if isinstance(article, Document):
            check_the_way_back(article)
        else:
            assert article.error.endswith((".", "…"))


@given(text=WORDS, title=st.none() | WORDS, source=st.none() | WORDS)
@settings(max_examples=80, deadline=None)
def test_an_article_of_json_lines_leads_back(text: str, title: str | None, source: str | None) -> None:
    record = {"id": "a", "title": title, "text": text} | ({} if source is None else {"source": {"text": source}})
    (article,) = articles("jsonl", json.dumps(record).encode())
    if isinstance(article, Unread):
        assert not text.strip() or not (source or "").strip()
        return
    assert article.sources == {"title": title or "", "text": text}
    check_the_way_back(article)
    if source is not None:
        assert article.counterpart is not None
        assert article.counterpart.sources["source.text"] == source
        check_the_way_back(article.counterpart)


@given(text=st.text(st.sampled_from(list('Ab 1.,\n\n#’"é\u00a0\u2028\u0085!?()')), max_size=60))
@settings(max_examples=200, deadline=None)
def test_the_short_cut_through_plain_markdown_changes_nothing(text: str) -> None:
    from copydesk.read.markdown import Sheet, marked, plain

    short, long = Sheet(text, text), Sheet(text, text)
    if plain(short, 0):
        marked(long, 0)
        assert (short.text, short.blocks, short.segments) == (long.text, long.blocks, long.segments)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["text", "markdown"])
def test_line_ends_and_marks_move_no_line_and_no_column(name: str, mark: bytes, end: str) -> None:
    text = end.join(
        ["A 𝒞 headline", "", "The first line", "of a wrapped para\u0301graph,", "with 𝒞𝒞 *seven* ships in it."]
    )
    (article,) = articles(name, mark + text.encode())
    assert isinstance(article, Document)
    assert [block.kind for block in article.blocks] == ["headline", "lede"] or name == "markdown"
    found = article.locate(article.text.index("seven"))
    assert (found.line, found.column) == (5, 10)
    assert text[found.offset :].startswith("seven")
