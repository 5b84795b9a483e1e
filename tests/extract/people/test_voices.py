"""Who says a figure, and whether it stands inside quotation marks, in a case file; and what holds of quotation marks in any text."""

import json
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from copydesk.extract import read_facts
from copydesk.extract.voices import quotations
from copydesk.model import Document, Fact
from copydesk.read.jsonl import READER
from copydesk.tokens import Page

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "voices.yml").read_text(encoding="utf-8"))


def article(text: str) -> Document:
    document = next(READER.read(BytesIO(json.dumps({"id": "a", "text": text}).encode()), "-"))
    assert isinstance(document, Document)
    return document


def shown(fact: Fact) -> str:
    return f"{fact.text} | {fact.speaker or '-'}" + (" | quoted" if fact.quoted else "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_voices(case: dict[str, Any]) -> None:
    facts = [fact for fact in read_facts(article(case["text"])) if fact.kind in ("count", "number")]
    assert [shown(fact) for fact in facts] == case["voices"]


@given(st.text(alphabet='ab .,“”"«»\n5', max_size=80))
def test_quotations_lie_apart_and_inside_the_text(text: str) -> None:
    document = article(f"x{text}")
    spans = quotations(Page(document))
    assert all(0 < span.start <= span.end <= len(document.text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„”"])
def test_marks_of_all_sorts_quote(marks: str) -> None:
    (fact,) = read_facts(
        article(f"The clerk wrote: {marks[0]}It took 40 chairs to fill the hall.{marks[1]} Then it rained.")
    )
    assert fact.quoted and fact.speaker == "The clerk"
