"""The toll of an article's own event, in a case file."""

import json
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from copydesk.extract import read
from copydesk.model import Document
from copydesk.read.jsonl import READER
from copydesk.relate.toll import toll

CASES: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "toll.yml").read_text(encoding="utf-8"))


def said(text: str, title: str = "", date: str = "2025-06-03") -> dict[str, int] | None:
    line = {"id": "a", "text": text} | ({"title": title} if title else {}) | ({"date": date} if date else {})
    document = next(READER.read(BytesIO(json.dumps(line).encode()), "-"))
    assert isinstance(document, Document)
    return toll(document, read(document).victims)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_toll(case: dict[str, str]) -> None:
    found = said(case["text"], case.get("title", ""))
    shown = ", ".join(f"{number} {role}" for role, number in found.items()) if found else "none"
    assert shown == case["toll"]


def test_without_a_day_of_publication_the_first_whole_date_tells_what_is_past() -> None:
    text = (
        "Tuesday, June 3, 2025, Tavira — Two men were killed at a mill on Monday."
        " A gunman killed six people there in 2012. Three other people were wounded."
    )
    assert said(text, date="") == {"killed": 2, "injured": 0}


@given(killed=st.integers(2, 300), hurt=st.integers(2, 300))
def test_said_again_later_it_stays_the_same(killed: int, hurt: int) -> None:
    lede = f"{killed} people were killed and {hurt} wounded in a landslide."
    again = f"{lede}\n\nThe slide, which killed {killed} villagers and injured {hurt}, blocked a road."
    assert said(lede) == said(again) == {"killed": killed, "injured": hurt}


@given(st.text(max_size=80))
def test_any_text_has_a_toll_or_none(text: str) -> None:
    found = said(f"x {text}")
    assert found is None or min(found.values()) >= 0
