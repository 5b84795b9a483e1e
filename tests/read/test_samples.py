"""One sample a format: right title, date and blocks, and each word leads back to where it stands in the source.

What is expected stands in samples.yml. COPYDESK_GOLDEN=write puts in what is read now; read the diff before you commit it.
"""

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml

from copydesk.model import Document, Span, Unread
from copydesk.read import SUFFIXES, open_articles

FOLDER = Path(__file__).parent / "samples"
EXPECTED = Path(__file__).parent / "samples.yml"
FILES = sorted(path for path in FOLDER.iterdir())
# Text, Markdown and JSON Lines have cases.yml.
OTHERS = {"text", "markdown", "jsonl"}
# Behind a dateline that has its own field.
DATELINE = re.compile(r" [—-] ")


def articles(path: Path) -> list[Document]:
    found = list(open_articles([str(path)]))
    assert not [item for item in found if isinstance(item, Unread)]
    return [item for item in found if isinstance(item, Document)]


def described(document: Document) -> dict[str, Any]:
    """An article in plain values, each block with its kind, field, line of the file, and place in the field."""
    rows = []
    for block in document.blocks:
        at = document.locate(block.start)
        place = f"{at.field}:{at.line}:{at.column} on {document.file_line(block.start)}"
        rows.append([block.kind, place, document.text[block.start : block.end]])
    name = document.id if document.id != document.path else "alone"
    filed = {"tags": list(document.tags), "language": document.language}
    return {"id": name, "line": document.line, "date": str(document.date), **filed, "blocks": rows}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_golden_sample(path: Path) -> None:
    found = [described(document) for document in articles(path)]
    expected = yaml.safe_load(EXPECTED.read_text(encoding="utf-8")) if EXPECTED.exists() else {}
    if os.environ.get("COPYDESK_GOLDEN") == "write":
        whole = yaml.safe_dump({**(expected or {}), path.name: found}, allow_unicode=True, sort_keys=True, width=140)
        EXPECTED.write_text(whole, encoding="utf-8")
        return
    assert found == expected[path.name]


def test_each_format_has_a_sample() -> None:
    from copydesk.read import owner

    read = {found.about for path in FILES if (found := owner(path.suffix, path.read_bytes()))}
    from copydesk.read import reader

    assert read == {reader(name).about for names in SUFFIXES.values() for name in names if name not in OTHERS}


def spans(document: Document) -> Iterator[Span]:
    """Each word, and each three words that stand in one block."""
    for block in document.blocks:
        words = [match.span() for match in re.finditer(r"\S+", document.text[block.start : block.end])]
        yield from (Span(block.start + start, block.start + end) for start, end in words)
        yield from (Span(block.start + a[0], block.start + b[1]) for a, b in zip(words, words[2:], strict=False))


def forms(source: str) -> Iterator[str]:
    """What a stretch of source says: as it stands, without its marks and entities, and once more for HTML inside of XML; a word that a
    line of print divides is one."""
    yield " ".join(re.sub(r"-\n", "", source).split())
    yield " ".join(re.sub(r"-\n", "-", source).split())
    for _ in range(3):
        yield " ".join(source.split())
        source = unescape(re.sub(r"<!--.*?-->|<del>.*?</del>|<[^>]*>", "", source))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_span_leads_to_the_same_words_in_the_source(path: Path) -> None:
    count = 0
    for document in articles(path):
        for span in spans(document):
            # What is put in between pieces of the source (the dash behind a dateline, marks around a quotation) stands nowhere.
            said = " ".join(document.text[span.start : span.end].split())
            field, start, end = document.source_span(span)
            if start == end or DATELINE.search(document.text, max(0, span.start - 3), span.end + 3):
                continue
            if document.place(span.end - 1)[0] != field:  # a sentence that goes on on the next page
                continue
            found = document.sources[field][start:end]
            assert {said, said.strip("“”")} & set(forms(found)), (said, found)
            count += 1
    assert count > 20
