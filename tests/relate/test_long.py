"""Long texts: what is tied in them is tied as in short ones, and twice the text is about twice the work."""

import random
from collections.abc import Callable
from cProfile import Profile
from itertools import pairwise

import pytest

from copydesk import read
from copydesk.extract import read_facts
from copydesk.model import EXAMPLE_DATE, Document
from copydesk.relate import relations
from copydesk.relate._long import LONGEST, MOST, QUARTER, parts
from copydesk.story import Story

TOWNS = "Hallin Orvik Senning Dale Rosby Tarn Ulmen Weir Ashby Corley".split()
PEOPLE = "teachers miners nurses drivers pupils farmers".split()
MOST_GROWTH = 2.6
LIKE_NO_OTHER = "The canal is 10 miles (16 km) long."


def varied(characters: int) -> Document:
    """A text of so many characters in which many figures of many kinds are told."""
    pick = random.Random(7)
    told = []
    while sum(map(len, told)) < characters:
        town, number = pick.choice(TOWNS), pick.randrange(20, 9999)
        shapes = (
            f"Some {number:,} {pick.choice(PEOPLE)} left {town} on Friday. ",
            f"It cost ${number % 900 + 1} million, officials in {town} said.\n\n",
            f"In {town} {number % 90 + 3} percent of the votes went to the mayor, 12 points more than in {1950 + number % 70}. ",
            f"The road to {town} is {number % 80 + 2} miles long, and at {number % 11 + 1} p.m. some {number % 70} cars were stuck. ",
            f"Of the {number:,} houses of {town}, {number // 3:,} were empty; {number % 40 + 2} people were hurt. ",
        )
        told.append(pick.choice(shapes))
    return read.compose("case", "".join(told), "", EXAMPLE_DATE)


def calls(do: Callable[[], object]) -> int:
    """How many functions are called on the way, whatever else the machine is busy with."""
    profile = Profile()
    profile.runcall(do)
    return sum(each.callcount for each in profile.getstats())


@pytest.mark.parametrize("step", ["read", "relate"])
def test_twice_the_text_is_about_twice_the_work(step: str) -> None:
    warm = varied(2_000)
    relations(warm, read_facts(warm))  # what is loaded with the first of them
    work = []
    for characters in (40_000, 80_000):
        document = varied(characters)
        facts = read_facts(document)
        work.append(calls(lambda d=document, f=facts: read_facts(d) if step == "read" else relations(d, f)))  # type: ignore[misc]
    assert work[1] < MOST_GROWTH * work[0]


def test_what_is_tied_far_down_is_tied_as_at_the_top() -> None:
    filler = "The council met again and put the matter off until its members had read the papers. " * 40
    text = "\n\n".join([LIKE_NO_OTHER + " " + filler] * 50)
    document = read.compose("case", text, "", EXAMPLE_DATE)
    found = relations(document, read_facts(document), ["conversion"])
    assert len(text) > 2 * LONGEST
    places = sorted(relation.sentence.start for relation in found)
    assert places == [at for at in range(len(text)) if text.startswith(LIKE_NO_OTHER, at)]
    for relation in found:
        assert [fact.text for fact in relation.facts()][:2] == ["10 miles", "16 km"]
        assert all(fact.document is document for fact in relation.facts())


def test_parts_hold_every_fact_and_overlap() -> None:
    document = varied(2 * LONGEST)
    facts = read_facts(document)
    cut = list(parts(document, facts))
    told = [{(fact.span.start + part.start, fact.text) for fact in part.story.facts} for part in cut]
    assert set().union(*told) == {(fact.span.start, fact.text) for fact in Story(document, facts).facts}
    for part, following in pairwise(cut):
        assert part.start < following.start < following.known
        assert len(part.story.text) <= LONGEST
        assert len(part.story.facts) <= MOST
    assert all(len(one & two) >= min(len(one), MOST) // QUARTER // 2 for one, two in pairwise(told[:-1]))
