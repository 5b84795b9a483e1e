"""Pages of tokens and sentences: every token stands on its text, every sentence in its block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model import Block, Document, Segment
from copydesk.tokens import Page


def page(text: str) -> Page:
    return Page(
        Document("x", text, (Block("paragraph", 0, len(text)),), (Segment(0, len(text), "text", 0),), {"text": text})
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,200.50 people", ["1,200.50", "people"]),
        ("$1.2m on May 31", ["$", "1.2", "m", "on", "May", "31"]),
        ("at 10:50 p.m.", ["at", "10", ":", "50", "p.m."]),
        ("Ukraine's 6-year-old", ["Ukraine's", "6", "-", "year", "-", "old"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    """Digit groups, dotted abbreviations and words with their apostrophe are one token each."""
    assert page(text).words == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It fell. Nobody was hurt.", 2),
        ("Mr. Smith met Dr. J. Brown at No. 5 St. James St. on Sept. 3.", 1),
        ("It fell at 10:50 p.m. The train stopped.", 2),
        ("It fell at 10:50 p.m. Moscow time.", 1),
        ("The call came at 9:40 p.m. Firefighters arrived soon.", 2),
        ("They dined at 5 p.m. Christmas Day and left.", 1),
        ("Doors close at 6 p.m. Easter Sunday.", 1),
        ("Doors close at 6 p.m. Easter eggs are sold until then.", 2),
        ("“It fell.” He left.", 2),
        ("The U.S. Senate met. It rose 3.5 percent.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    """Abbreviations and initials end no sentence."""
    assert len(page(text).sentences) == count


@given(st.text())
def test_tokens_stand_on_their_text(text: str) -> None:
    """Every token is what stands at its place; nothing but white space is between them; sentences hold them all."""
    read = page(text)
    assert [text[a:b] for a, b in zip(read.starts, read.ends, strict=True)] == read.words
    assert "".join(read.words) == "".join(text.split())
    assert all(any(s.start <= a < s.end for s in read.sentences) for a in read.starts)
