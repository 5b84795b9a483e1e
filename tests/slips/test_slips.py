"""Slips: which ones are tried on a fact, and that an article with one in it is the article otherwise."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import strategies
from copydesk.extract import read_facts
from copydesk.lexicon import mistaken
from copydesk.model import Document, Fact, Span
from copydesk.read import compose, reader
from copydesk.slips import Slip, edited, slipped, slips

LINES = (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if line and not line.startswith("#")]


def with_slip(fact: Fact, slip: Slip) -> str:
    text = fact.document.text
    return text[fact.span.start : slip.span.start] + slip.words + text[slip.span.end : fact.span.end]


@pytest.mark.parametrize("line", CASES)
def test_cases(line: str) -> None:
    sentence, _, expected = line.partition("=>")
    start, end = sentence.index("["), sentence.index("]") - 1
    document = compose("case", sentence.replace("[", "").replace("]", "").strip(), dated=date(2025, 6, 4))
    inside = [fact for fact in read_facts(document) if start <= fact.span.start and fact.span.end <= end]
    found = {f"{slip.kind}: {with_slip(fact, slip)}" for fact in inside for slip in slips(fact)}
    assert sorted(found) == sorted(entry.strip() for entry in expected.split(";") if entry.strip())


@pytest.mark.parametrize(
    "table", [value for name, value in vars(mistaken).items() if name.isupper() and not name.startswith("_")]
)
def test_no_word_is_taken_for_itself(table: dict[str, str]) -> None:
    assert all(word != other and word == word.lower() for word, other in table.items())


@given(strategies.articles(), st.data())
def test_a_slip_changes_its_words_and_nothing_else(article: Document, data: st.DataObject) -> None:
    found = [slip for fact in read_facts(article) for slip in slips(fact)]
    assert found == [slip for fact in read_facts(article) for slip in slips(fact)], "always the same"
    if not found:
        return
    slip = data.draw(st.sampled_from(found))
    changed = slipped(article, slip)
    assert changed is not None
    assert changed.text != article.text
    start, end = slip.span
    assert changed.text == article.text[:start] + slip.words + article.text[end:]
    again = compose(article.id, changed.sources["text"], changed.sources["title"], article.date)
    assert again == changed or changed.sources["title"] != article.sources["title"]


MARKED = """---
title: "Ferry & pier: 214 aboard"
date: 2025-06-03
---

# Ferry with *214* aboard

It **hit** the pier &amp; sank at 7:45 a.m. on [June 1](https://example.org/1), 8 miles (13 km) off.

- nine were hurt
- 205 were not

| ship | seats |
|------|-------|
| Eva  | 240   |
"""


def markdown(text: str) -> Document:
    (document,) = reader("markdown").read(BytesIO(text.encode()), "story.md")
    assert isinstance(document, Document)
    return document


def test_a_slip_stands_in_the_source_as_in_the_text() -> None:
    """Reading the changed source again gives the changed article."""
    article = markdown(MARKED)
    made = [slip for fact in read_facts(article) for slip in slips(fact)]
    assert len(made) > 12
    for slip in made:
        changed = slipped(article, slip)
        assert changed is not None, slip
        again = markdown(changed.sources["text"])
        assert (again.text, again.blocks, again.segments, again.headings) == (
            changed.text,
            changed.blocks,
            changed.segments,
            changed.headings,
        ), slip


def test_words_that_stand_otherwise_in_the_source_are_left() -> None:
    article = markdown(MARKED)
    at = article.text.index("&", article.text.index("pier"))
    assert edited(article, Span(at, at + 1), "and") is None
    across = article.text.index("It hit")
    assert edited(article, Span(across, across + 6), "She") is None, "marks part the words"
    assert edited(article, Span(across, across + 2), "") is None, "no words are no slip"
