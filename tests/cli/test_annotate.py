"""`copydesk annotate`: comments in a copy, on the very words, whatever the runs; the document itself stays as it is."""

from pathlib import Path
from typing import Any

import pytest

from copydesk.cli import main
from read.documents import write

docx: Any = pytest.importorskip("docx", reason="needs python-docx (copydesk[docx])")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write(tmp_path / "story.docx")


def marked(path: Path) -> list[tuple[str, str]]:
    """What each comment stands on, and its first line."""
    document = docx.Document(str(path))
    said = {str(comment.comment_id): comment.text.split("\n")[0] for comment in document.comments}
    words: dict[str, str] = dict.fromkeys(said, "")
    open_now: set[str] = set()
    for element in document.element.body.iter():
        if element.tag == f"{W}commentRangeStart":
            open_now.add(element.get(f"{W}id"))
        elif element.tag == f"{W}commentRangeEnd":
            open_now.discard(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for name in open_now:
                words[name] += element.text
    return [(words[name], said[name]) for name in said]


def text(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_comments_stand_on_the_words(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = story.read_bytes()
    assert main(["annotate", str(story)]) == 1
    copy = story.with_name("story.annotated.docx")
    found = marked(copy)
    assert story.read_bytes() == before
    assert text(copy) == text(story)
    assert ("Monday, June 3, 2025", "error") in [(words, said.partition(":")[0]) for words, said in found]
    assert (
        "4 km",
        "error: A figure and its conversion are the same amount. 4 km is 2.485 miles, not 9 miles.",
    ) in found
    assert ("9 miles", "error: see “4 km”, paragraph 2.") in found
    # In a footnote Word allows none: they stand on its mark.
    assert ("", "error: see “4 km”, footnote 1.") in found
    assert "5 comments in" in capsys.readouterr().out


def test_endnotes_are_read_and_marked_too(tmp_path: Path) -> None:
    story = write(tmp_path / "story.docx", "endnote")
    assert main(["annotate", str(story)]) == 1
    assert ("", "error: see “4 km”, endnote 1.") in marked(story.with_name("story.annotated.docx"))


def test_a_copy_of_a_copy_reads_the_same(story: Path) -> None:
    """Splitting runs changes no place."""
    from copydesk.model import Document
    from copydesk.read import open_articles

    main(["annotate", str(story)])
    read = [item for path in (story, story.with_name("story.annotated.docx")) for item in open_articles([str(path)])]
    assert all(isinstance(item, Document) for item in read)
    assert read[0].text == read[1].text  # type: ignore[union-attr]
    assert read[0].sources == read[1].sources  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["story.md"], "Name one Word document"),
        (["story.docx", "other.docx"], "Name one Word document"),
        (["story.docx", "--output", "story.docx"], "The comments go into a copy"),
        (["none.docx"], "There is no such file"),
        (["story.docx", "--output", "no/where/x.docx"], "I can't write to"),
    ],
)
def test_what_can_not_be_done_is_said(
    words: list[str],
    error: str,
    story: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(story.parent)
    assert main(["annotate", *words]) == 2
    assert error in capsys.readouterr().err


def test_without_python_docx_it_says_how_to_get_it(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    assert main(["annotate", str(story)]) == 2
    assert "pip install 'copydesk[docx]'" in capsys.readouterr().err
