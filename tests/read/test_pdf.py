"""PDF: boxes on paper, what belongs to the text and what does not, and files that are broken or traps."""

import io
import resource
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.desk import check
from copydesk.model import Document, Span, Unread
from copydesk.read import pdf, read
from copydesk.read._columns import Line, paragraphs, words
from read.papers import page
from read.test_readers import check_the_way_back
from report.made import written

SAMPLE = Path(__file__).parent / "samples/page.pdf"
pdfium = pytest.importorskip("pypdfium2", reason="needs pypdfium2 (copydesk[pdf])")


def opened(data: bytes) -> Document | Unread:
    (article,) = pdf.read(io.BytesIO(data), "page.pdf")
    return article


@pytest.fixture(scope="module")
def sample() -> Document:
    article = opened(SAMPLE.read_bytes())
    assert isinstance(article, Document)
    return article


def test_the_sample_is_what_fpdf2_makes(tmp_path: Path, sample: Document) -> None:
    made = opened(page(tmp_path / "page.pdf").read_bytes())
    assert isinstance(made, Document)
    assert (made.text, made.blocks, made.segments) == (sample.text, sample.blocks, sample.segments)


@pytest.mark.parametrize("said", ["112", "2.5 miles", "twenty-five years", "international", "4.30 a.m.", "1,200 tons"])
def test_a_box_holds_the_words(sample: Document, said: str) -> None:
    """PDFium is asked for what stands in each box."""
    start = sample.text.index(said)
    boxes = sample.boxes(Span(start, start + len(said)))
    assert boxes
    with pdfium.PdfDocument(SAMPLE) as document:
        parts = [
            document[box.page - 1]
            .get_textpage()
            .get_text_bounded(left=box.left, bottom=box.bottom, right=box.right, top=box.top)
            .strip()
            for box in boxes
        ]
    whole = "".join(part.replace("\x02", "-") for part in parts)
    assert "".join(said.split()).replace("-", "") == "".join(whole.split()).replace("-", "").replace("\ufffe", "")


def test_running_heads_and_page_numbers_are_no_text(sample: Document) -> None:
    assert "Courier" not in sample.text
    assert "Page" not in sample.text
    assert "The Courier, 3 June 2025, no. 41" in sample.sources["page 1"]


def test_a_note_behind_a_figure_is_no_digit_of_it(sample: Document) -> None:
    assert "112 people aboard.¹" in sample.text


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(sample: Document) -> None:
    (block,) = [block for block in sample.blocks if sample.text[block.start : block.end].startswith("Tugs")]
    assert sample.locate(block.start).field == "page 1"
    assert sample.locate(block.end - 1).field == "page 2"


def test_reports_say_page_line_and_box() -> None:
    from copydesk.rulebook import load, packs

    said = b"BT /F 12 Tf 20 300 Td (They walked 10 miles \\(20 kilometers\\) on Friday.) Tj ET"
    article = opened(paper(stream(said)))
    assert isinstance(article, Document)
    checked = check(article, load(packs()))
    assert "page.pdf: page 1, line 1, character 13: error [conversions]" in written("text", [checked])
    assert '"boxes": [{"page": 1, "left": ' in written("json", [checked])
    assert "\n  1:1 | They walked 10 miles" in written("text", [checked])
    assert '<span class="at">page 1, line 1</span>' in written("html", [checked])
    assert "page 1, line 1, character 13" in written("sarif", [checked])


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    article = opened(SAMPLE.read_bytes())
    assert isinstance(article, Unread)
    assert article.error == "Reading PDF needs a package of its own: pip install 'copydesk[pdf]'."


def test_the_call_for_python_users() -> None:
    assert read(SAMPLE, dated="2025-06-03").text.startswith("Ferry with 112 aboard")


# ---------------------------------------------------------------- lines to paragraphs


def column(
    *lines: str, size: float = 10, left: float = 50, top: float = 700, page: int = 1, right: float = 250
) -> list[Line]:
    """Lines of one column; one that begins with ">" is indented, one that ends with "<" is short."""
    found, at = [], 0
    for i, line in enumerate(lines):
        text = line.strip("><")
        begin, end = left + 12 * line.startswith(">"), right - 90 * line.endswith("<")
        found.append(Line(page, text, at + int(top) * 1000, size, top - 12 * i - 10, top - 12 * i, begin, end))
        at += len(text) + 1
    return found


def said(*pages: list[Line]) -> list[tuple[str, str]]:
    return [(one.kind, "".join(word.text for _, word in words(one))) for one in paragraphs(pages)]


def test_an_indent_or_a_short_line_ends_a_paragraph() -> None:
    lines = column(
        "Seven died on the",
        "bridge on Friday.<",
        "Nine were hurt in",
        "the fog, all told.",
        ">Police said so in",
        "the end.<",
    )
    assert [text for _, text in said(lines)] == [
        "Seven died on the bridge on Friday.",
        "Nine were hurt in the fog, all told.",
        "Police said so in the end.",
    ]


def test_figures_keep_their_hyphen_and_words_lose_it() -> None:
    assert said(column("A 20-", "year-old and forty-", "two others were in-", "jured near Baden-", "Baden.")) == [
        ("paragraph", "A 20-year-old and forty-two others were injured near Baden- Baden.")
    ]


def test_large_is_the_headline_and_small_a_caption() -> None:
    lines = [
        *column("Seven die", "on the bridge", size=24, top=800),
        *column("They died on Friday,", "the police say.<", top=700),
        *column("The bridge in 2019.", size=8, top=600),
        *column("• 12 cars", "• 3 lorries", top=500),
    ]
    assert [(kind, text) for kind, text in said(lines)] == [
        ("headline", "Seven die on the bridge"),
        ("paragraph", "They died on Friday, the police say."),
        ("caption", "The bridge in 2019."),
        ("list item", "12 cars"),
        ("list item", "3 lorries"),
    ]


# ---------------------------------------------------------------- traps

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
SEVEN = b"BT /F 12 Tf 20 300 Td (Seven people died on Friday.) Tj ET\n"


def stream(data: bytes, more: bytes = b"", packed: bool = False) -> bytes:
    data, more = (zlib.compress(data, 9), more + b"/Filter/FlateDecode") if packed else (data, more)
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (more, len(data), data)


def form(number: int) -> bytes:
    """A drawing that draws the next one ten times."""
    inner = b"/X Do " * 10 if number < 12 else SEVEN
    next_one = b"/XObject<</X %d 0 R>>" % (7 + number) if number < 12 else b""
    return stream(inner, b"/Type/XObject/Subtype/Form/BBox[0 0 400 400]/Resources<</Font<</F 5 0 R>>%s>>" % next_one)


def paper(content: bytes, kids: bytes = b"[3 0 R]", count: int = 1, *more: bytes) -> bytes:
    """A PDF of one page with this content, or what says that it has more."""
    resources = b"/Font<</F 5 0 R>>" + b"/XObject<</X 6 0 R>>" * bool(more)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids%s/Count %d>>" % (kids, count),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources<<%s>>>>" % resources,
        content,
        FONT,
        *more,
    ]
    whole, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(whole))
    return whole + head + table + tail


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "This is empty"),
    "no PDF": (lambda: b"Seven died.", "This is no PDF"),
    "rubbish": (lambda: b"%PDF-1.7\n" + b"\x00\xff" * 100_000, "This is no PDF"),
    "a line of 50 MB": (lambda: b"%PDF-1.7\n" + b"x" * 50_000_000, "This is no PDF"),
    "too large": (lambda: b"%PDF-1.7\n" + b"x" * 65 * 1024 * 1024, "too large"),
    "cut short": (lambda: SAMPLE.read_bytes()[:700], "This is no PDF"),
    "very many pages": (
        lambda: paper(stream(SEVEN), b"[" + b"3 0 R " * 200_000 + b"]", 200_000),
        "more than 1,000 pages",
    ),
    "pages that are not there": (lambda: paper(stream(SEVEN), count=10_000_000), ""),
    "a page that is its own parent": (lambda: paper(stream(SEVEN), b"[2 0 R]"), "I can't read page 1"),
    "a page that unpacks to 300 MB": (lambda: paper(stream(b" " * 300_000_000 + SEVEN, packed=True)), ""),
    "a page of millions of letters": (lambda: paper(stream(SEVEN * 400_000, packed=True)), ""),
    "drawings in drawings": (
        lambda: paper(stream(b"/X Do"), b"[3 0 R]", 1, *map(form, range(13))),
        "I can't read page 1",
    ),
    "nested deep": (lambda: paper(stream(b"[" * 3_000_000, packed=True)), "There is no text in it"),
    "a page without text": (lambda: paper(stream(b"0 0 10 10 re f")), "text recognition"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_pdf_is_told_within_bounds(name: str) -> None:
    made, error = HOSTILE[name]
    data = made()
    begun, before = time.process_time(), resource.getrusage(resource.RUSAGE_CHILDREN)
    article = opened(data)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = time.process_time() - begun + after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent < 2, "three quarters of a second a page, and what it takes to begin"
    if error:
        assert isinstance(article, Unread)
        assert error in article.error
        assert article.error.endswith(".")


@given(data=st.data())
@settings(max_examples=8)
def test_a_sample_that_is_damaged_anywhere_raises_nothing(data: st.DataObject) -> None:
    whole = bytearray(SAMPLE.read_bytes())
    at = data.draw(st.integers(0, len(whole)))
    whole[at : at + data.draw(st.integers(0, 60))] = data.draw(st.binary(max_size=8))
    article = opened(bytes(whole))
    if isinstance(article, Document):
        check_the_way_back(article)
    else:
        assert article.error.endswith(".")


def test_a_locked_pdf_is_told(tmp_path: Path) -> None:
    article = opened(page(tmp_path / "page.pdf", password="secret").read_bytes())
    assert isinstance(article, Unread)
    assert article.error == "It is locked with a password. Save it without one."
