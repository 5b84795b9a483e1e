"""A kind that is not looked for in a story is not in it."""

import re
from pathlib import Path

import pytest

from copydesk import read
from copydesk.extract import read_facts
from copydesk.model import EXAMPLE_DATE, Fact
from copydesk.relate import KINDS, may_hold, relations
from copydesk.story import Story

SLIPS = Path(__file__).parents[2] / "benchmarks"
CHOICE = re.compile(r"\{([^|}]*)\|([^}]*)\}")


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    """The passages of slips, which hold every kind, as they should read and with the slip."""
    lines = [line for file in sorted(SLIPS.glob("slips*.txt")) for line in file.read_text("utf-8").splitlines()[1:]]
    texts = [CHOICE.sub(rf"\{group}", line.partition(" | ")[2]) for line in lines for group in (1, 2)]
    documents = [read.compose("case", text, "", EXAMPLE_DATE) for text in texts if text.strip()]
    return [Story(document, read_facts(document)) for document in documents]


@pytest.mark.parametrize("kind", ["age", "counterpart", "revision", "share", "shares"])
def test_none_is_where_it_is_not_looked_for(kind: str, stories: list[Story]) -> None:
    without = [story for story in stories if not may_hold(kind, story)]
    assert len(without) > 300
    assert [story.text for story in without if any(KINDS[kind].relate(story))] == []
    assert kind in ("counterpart", "revision") or len(without) < len(stories)


def test_what_two_readings_see_is_one_tie() -> None:
    document = read.compose(
        "case", "“Yes,” said Leila Marsh, 47, who leads it. Marsh was born in May 1981.", "", EXAMPLE_DATE
    )
    found = relations(document, read_facts(document), ["age"])
    assert [relation.kind for relation in found] == ["age"]
    assert {fact.text for fact in found[0].facts()} == {"47", "May 1981"}


def test_who_won_is_shown_where_it_is_said() -> None:
    """Behind figures and an earlier use of the word."""
    text = "The council passed fourteen of the bills, and it passed the last by 41 votes to 52."
    document = read.compose("case", text, "", EXAMPLE_DATE)
    (found,) = relations(document, read_facts(document), ["outcome"])
    said = found.parts["said"]
    assert isinstance(said, Fact)
    assert text[said.span.start : said.span.end] == "passed"
    assert text[: said.span.start].endswith("and it ")


def test_a_figure_inside_another_is_reckoned_with_once() -> None:
    """An age inside a count: what stands where among the figures must not be counted from both."""
    text = "A 9-year-old grazed knee, a 33-year-old was struck a 46-year-old grazed elbow. of"
    document = read.compose("case", text, "", EXAMPLE_DATE)
    assert relations(document, read_facts(document), ["reckoning"]) == ()
