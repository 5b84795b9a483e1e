"""Broken and hostile files: a clear error, within a second, in bounded memory; never a traceback, never a hang."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model import Document, Unread
from copydesk.read import open_articles, readers
from read.test_readers import check_the_way_back

SAMPLES = Path(__file__).parent / "samples"
READERS = readers()
MEGABYTE = 1024 * 1024
DTD = '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BODY = "<body><body.content><p>{}</p></body.content></body></nitf>"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()


HOSTILE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a Word document cut short": (
        "docx",
        lambda: (SAMPLES / "story.docx").read_bytes()[:9000],
        "This is no Word document",
    ),
    "a zip bomb": ("docx", lambda: zipped(word__document_xml=b" " * 200 * MEGABYTE), "unpacks to more than 16 MB"),
    "a zip of something else": ("docx", lambda: zipped(a=b"b"), "This is no Word document"),
    "no zip at all": ("docx", lambda: b"Seven died.", "This is no Word document"),
    "a zip of very many parts": (
        "docx",
        lambda: zipped(**{f"part{i}": b"" for i in range(80_000)}),
        "it lists too many parts",
    ),
    "a bomb of entities": ("nitf", f"{DTD}<nitf>{BODY.format('&b;')}".encode, "It defines entities"),
    "an entity that is a file": (
        "nitf",
        f'<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>{BODY.format("&a;")}'.encode,
        "It defines entities",
    ),
    "an entity in a Word document": (
        "docx",
        lambda: zipped(word__document_xml=f"{DTD.replace('nitf', 'w:document')}{WORD.format('')}".encode()),
        "It defines entities",
    ),
    "XML nested deep": ("nitf", lambda: b"<nitf>" + b"<p>" * 500_000, "nested more than"),
    "XML cut short": ("nitf", lambda: (SAMPLES / "story.nitf.xml").read_bytes()[:900], "This is no XML: "),
    "XML in another encoding than it says": (
        "nitf",
        lambda: f'<?xml version="1.0" encoding="utf-8"?><nitf>{BODY.format("café")}'.encode("latin-1"),
        "Its bytes are not utf-8",
    ),
    "XML in an encoding that there is not": (
        "nitf",
        lambda: b'<?xml version="1.0" encoding="klingon"?><nitf/>',
        "encoding that",
    ),
    "an attribute of megabytes": ("nitf", lambda: b'<nitf a="' + b"x" * 15 * MEGABYTE + b'"/>', "There is no article"),
    "millions of elements": ("nitf", lambda: b"<nitf>" + b"<p/>" * 3_000_000, "elements: that is no article"),
    "JSON nested deep": ("ninjs", lambda: b'{"body_text": ' + b"[" * 1_000_000, "nested too deep"),
    "JSON nested with long keys": (
        "ninjs",
        lambda: (b'{"' + b"k" * 9000 + b'":') * 900 + b"1" + b"}" * 900,
        "There is no article",
    ),
    "JSON cut short": ("ninjs", lambda: (SAMPLES / "ninjs1.json").read_bytes()[:400], "This is no JSON"),
    "a number of a million digits": ("ninjs", lambda: b'{"body_text": ' + b"9" * MEGABYTE + b"}", "too long a number"),
    "tags never closed": ("html", lambda: b"<div>" * 3_000_000, "tags: that is no article"),
    "comments never closed": ("html", lambda: b"<!--" * 3_000_000, "There is no article"),
    "quotes never closed": ("html", lambda: b'<a b="' * 1_000_000, ""),
    "angles never closed": ("html", lambda: b"<a " * 5_000_000, ""),
    "declarations never closed": ("html", lambda: b"<![CDATA[" * 1_500_000, ""),
    "scripts never closed": ("html", lambda: b"<script>" * 2_000_000, "There is no article"),
    "entities by the million": ("html", lambda: b"&amp;" * 3_000_000, "tags: that is no article"),
    "an HTML page in Latin-1 that does not say so": (
        "html",
        lambda: "<p>café</p>".encode("latin-1"),
        "This is no UTF-8 text",
    ),
    "a quote in CSV never closed": ("csv", lambda: b'id,text\n1,"Seven died.\n2,Six\n', "is never closed"),
    "CSV without a text": ("csv", lambda: b"id,killed\n1,7\n", "No column is called text"),
}
EPUB: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut short": (lambda: (SAMPLES / "issue.epub").read_bytes()[:1500], "This is no EPUB"),
    "a zip of something else": (lambda: zipped(a=b"b"), "it names no package"),
    "a package that is not there": (lambda: book(package=None), "it names no package"),
    "a package that is no XML": (lambda: book(package=b"<package"), "This is no XML"),
    "no text": (lambda: book(part=b"<html><body><img alt='7 died'/></body></html>"), "There is no article in it"),
    "locked": (
        lambda: book(more={"META-INF/encryption.xml": b'<encryption><CipherReference URI="a.xhtml"/></encryption>'}),
        "locked against copying",
    ),
    "an entity": (lambda: book(part=f"{DTD}<html><body><p>&b;</p></body></html>".encode()), "It defines entities"),
    "a bomb": (lambda: book(part=b" " * 20 * MEGABYTE), "unpacks to more than 16 MB"),
    "a bomb in pieces": (lambda: book(part=b"<p/>" + b" " * 15 * MEGABYTE, times=9), "unpack to more than 64 MB"),
    "many parts that are not there": (lambda: book(names=20_000), "There is no article in it"),
}


def book(
    package: bytes | None = b"",
    part: bytes = b"<html><body><p>Seven died.</p></body></html>",
    times: int = 1,
    names: int = 0,
    more: dict[str, bytes] | None = None,
) -> bytes:
    """An EPUB of one part, or of the same several times."""
    files = [f"{'a' * (i + 1)}.xhtml" for i in range(times)] + [f"{i}.xhtml" for i in range(names)]
    items = "".join(
        f'<item id="i{i}" href="{name}" media-type="application/xhtml+xml"/>' for i, name in enumerate(files)
    )
    spine = "".join(f'<itemref idref="i{i}"/>' for i in range(len(files)))
    whole = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>".encode()
    parts = {"META-INF/container.xml": b'<container><rootfile full-path="p.opf"/></container>', **(more or {})}
    if package is not None:
        parts["p.opf"] = package or whole
    parts |= dict.fromkeys(files[:times], part)
    if names:
        del parts["a.xhtml"]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize("name", EPUB)
def test_a_bad_epub_is_told_within_a_second(name: str) -> None:
    made, error = EPUB[name]
    data = made()
    begun = time.process_time()
    found = list(READERS["epub"].read(io.BytesIO(data), "issue.epub"))
    assert time.process_time() - begun < 2
    assert isinstance(found[-1], Unread)
    assert error in found[-1].error
    assert found[-1].error.endswith(".")


@pytest.mark.parametrize("name", HOSTILE)
def test_it_says_what_is_wrong_within_a_second(name: str) -> None:
    reader, made, error = HOSTILE[name]
    data = made()
    begun = time.process_time()
    (article,) = READERS[reader].read(io.BytesIO(data), "story")
    # Twice what is promised, for a busy machine.
    assert time.process_time() - begun < 2
    if error:
        assert isinstance(article, Unread)
        assert error in article.error
        assert article.error.endswith(".")


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "xml", "json", "csv", "aml", "jsonl", "nitf"])
def test_a_line_of_50_megabytes(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"story.{suffix}"
    first = {"xml": b"<nitf>", "csv": b"text\n", "json": b'{"body_text": "'}.get(suffix, b"")
    path.write_bytes(first + b"x" * 50 * MEGABYTE)
    begun = time.process_time()
    errors = [item.error for item in open_articles([str(path)]) if isinstance(item, Unread)]
    assert time.process_time() - begun < 2
    assert errors
    assert any("too large" in error for error in errors)


@pytest.mark.parametrize("sample", sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".pdf"))
@given(data=st.data())
def test_a_sample_that_is_damaged_anywhere_raises_nothing(sample: str, data: st.DataObject) -> None:
    whole = bytearray((SAMPLES / sample).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole)))
        end = min(len(whole), at + data.draw(st.integers(0, 60)))
        whole[at:end] = data.draw(st.binary(max_size=8) | st.just(bytes(whole[at:end]) * 2))
    suffix = Path(sample).suffix
    from copydesk.read import SUFFIXES

    for name in SUFFIXES[suffix]:
        reader = READERS[name]
        if reader.knows is not None:
            reader.knows(bytes(whole))
        for article in reader.read(io.BytesIO(bytes(whole)), "story"):
            if isinstance(article, Document):
                check_the_way_back(article)
            else:
                assert article.error.endswith((".", "…"))
