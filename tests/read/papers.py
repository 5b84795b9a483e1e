"""A printed page and a magazine, by the libraries that make such: fpdf2 and EbookLib. `python tests/read/papers.py` writes the samples."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent / "samples"
LEDE = "The ferry Aurora ran aground 4 km (2.5 miles) off Halden at dawn on Tuesday, Smith & Daughters say. She had 112 people aboard."
COLUMNS = [
    "No one was hurt, and all of them were taken off by noon, the port said. It was the third time in twenty-five years that a ship of the inter\u00adnational line had been stuck there.",
    "Freeing her will cost 30 million pounds, the owners reckon. They bought her in 2011, when she was six years old, and have spent a further four million on her engines.",
    "Tugs were on their way from Moss, and the weather was expected to hold for two days, said the harbour master, who had seen the ship leave at 4.30 a.m. with all her lights on.",
    "The Aurora is 38 metres long and weighs 1,200 tons. She carries 14 crew. Until noon on Monday 98 passengers had booked for the next crossing.",
]
FERRY = """<html><head><title>Ferry</title></head><body><section>
<h1>Ferry with <em>112</em> aboard runs aground</h1>
<p>The ferry <i>Aurora</i> ran aground 4&#160;km (2.5 miles) off Halden
at dawn on Tuesday, Smith &amp; Daughters say.</p>
<figure><img src="a.jpg" alt="x"/><figcaption>The Aurora, 38 metres long, at Halden in 2019.</figcaption></figure>
<blockquote><p>All 112 of us walked off by ladder.</p></blockquote>
<ul><li>14 crew</li><li>98 passengers</li></ul>
</section></body></html>"""
TUG = "<html><body><h2>Tug on its way</h2><p>A tug of 40 tons left Moss at 7 a.m.</p></body></html>"
COVER = "<html><body><img src='a.jpg' alt='The June issue'/></body></html>"


def page(path: Path, password: str = "") -> Path:
    """Two pages with running heads and numbers; a headline, a note's mark, a caption, two columns. Skips the test where fpdf2 is absent."""
    fpdf = pytest.importorskip("fpdf", reason="needs fpdf2")

    class Paper(fpdf.FPDF):  # type: ignore[misc,name-defined]
        def header(self) -> None:
            self.set_font("helvetica", size=8)
            self.cell(0, 8, f"The Courier, 3 June 2025, no. {40 + self.page_no()}")
            self.ln(10)

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("helvetica", size=8)
            self.cell(0, 8, f"Page {self.page_no()} of 2", align="C")

    paper = Paper(format=(148, 118))
    paper.set_creation_date(datetime(2025, 6, 3, tzinfo=UTC))
    if password:
        paper.set_encryption(owner_password=f"{password}!", user_password=password)
    paper.add_page()
    paper.set_font("times", "B", 20)
    paper.multi_cell(0, 9, "Ferry with 112 aboard runs aground off Halden")
    paper.ln(3)
    paper.set_font("times", size=11)
    paper.write(5.2, LEDE)
    paper.char_vpos = "SUP"
    paper.write(5.2, "1")
    paper.char_vpos = "LINE"
    paper.ln(8)
    paper.set_font("times", "I", 9)
    paper.multi_cell(0, 4.5, "The Aurora, 38 metres long, at Halden in 2019.")
    paper.ln(4)
    paper.set_font("times", size=11)
    with paper.text_columns(ncols=2, gutter=8, line_height=1.2) as columns:
        for text in COLUMNS:
            with columns.paragraph(bottom_margin=3) as paragraph:
                paragraph.write(text)
    paper.output(str(path))
    return path


def magazine(path: Path) -> Path:
    """Two articles behind a cover and a table of contents. Skips the test where EbookLib is absent."""
    epub = pytest.importorskip("ebooklib.epub", reason="needs EbookLib")
    book = epub.EpubBook()
    book.set_identifier("urn:courier:7")
    book.set_title("The Courier, June")
    book.set_language("en-GB")
    book.add_metadata("DC", "date", "2025-06-03")
    book.add_metadata("DC", "subject", "ferries")
    parts = []
    for title, name, content in (("Cover", "cover", COVER), ("Ferry", "ferry", FERRY), ("Tug", "tug page", TUG)):
        part = epub.EpubHtml(title=title, file_name=f"{name}.xhtml", lang="en-GB")
        part.content = content
        book.add_item(part)
        parts.append(part)
    book.toc = parts[1:]
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    book.spine = [parts[0], "nav", *parts[1:]]
    epub.write_epub(str(path), book, {})
    return path


if __name__ == "__main__":
    page(SAMPLES / "page.pdf")
    magazine(SAMPLES / "issue.epub")
