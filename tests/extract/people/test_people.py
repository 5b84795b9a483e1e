"""Roles of people and their speakers, in a case file; and what holds of them in any text."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.extract import read_facts
from copydesk.lexicon import roles
from copydesk.model import Document, Fact
from copydesk.read.jsonl import READER

HERE = Path(__file__).parent
PIECES = st.sampled_from(
    "A The a the man woman children people officers killed injured wounded dead died shooting killing hurt shot missing were was had not"
    " and , ; . — who of in by no one nobody another others including seven 12 1.2 million 6-year-old 34 John Smith said according to police"
    ' hospital death toll rose from taken lives lost “ ” " laid off \n\n'.split(" ")
)
ROLES = {*roles.ROLE_WORDS, "killed+injured"}


def article(text: str, title: str = "") -> Document:
    line = {"id": "a", "text": text, "date": "2025-06-03"} | ({"title": title} if title else {})
    document = next(READER.read(BytesIO(json.dumps(line).encode()), "-"))
    assert isinstance(document, Document)
    return document


def shown(fact: Fact) -> str:
    """A fact as the case file writes it."""
    low, high = fact.amount.low, fact.amount.high
    flags = "".join(f" {name}" for name in ("part", "some", "other") if getattr(fact, name))
    voice = (f" by {fact.speaker}" if fact.speaker else "") + (" quoted" if fact.quoted else "")
    return f"{fact.text} = {fact.role} {low if low == high else f'{low}-{high}'}{flags}{voice}"


def cases() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in (HERE / "people.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[next(reversed(found))].append(line.strip())
        elif line and not line.startswith("#"):
            found[line] = []
    return found


CASES = cases()


def test_the_case_file_is_broad() -> None:
    assert len(CASES) > 140
    assert sum(not facts for facts in CASES.values()) > 15


@pytest.mark.parametrize("sentence", CASES)
def test_people_in_roles(sentence: str) -> None:
    assert [shown(fact) for fact in read_facts(article(sentence)) if fact.role] == CASES[sentence]


@pytest.mark.parametrize("sentence", [sentence for sentence, facts in CASES.items() if facts and '"' not in sentence])
def test_words_before_change_nothing(sentence: str) -> None:
    """A neutral paragraph before it only moves the figures."""
    facts = [fact for fact in read_facts(article(f"The meeting is over.\n\n{sentence}")) if fact.role]
    assert [shown(fact) for fact in facts] == CASES[sentence]


@given(st.lists(PIECES, max_size=24).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_facts_on_their_words(text: str) -> None:
    document = article(f"x {text}")
    facts = read_facts(document)
    spans = [fact.span for fact in facts if fact.role]
    assert len(spans) == len(set(spans))
    for fact in facts:
        assert fact.text == document.text[fact.span.start : fact.span.end]
        assert fact.role is None or (fact.kind == "count" and fact.role in ROLES and fact.of)


@given(st.integers(min_value=2, max_value=400), st.sampled_from(["miners", "people", "nurses", "soldiers"]))
def test_active_passive_and_headline_agree(number: int, noun: str) -> None:
    said = [
        f"The blast killed {number} {noun}.",
        f"In the blast {number} {noun} were killed.",
        f"The blast went off, killing {number} {noun}.",
        f"The blast left {number} {noun} dead.",
        f"{number} {noun} killed in blast",
        f"At the mine {number} {noun} died.",
    ]
    for sentence in said:
        (fact,) = (fact for fact in read_facts(article(sentence)) if fact.role)
        assert (fact.role, fact.amount.low, fact.part, fact.other) == ("killed", number, False, False), sentence
