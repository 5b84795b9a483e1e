"""Places that another figure of the sentence gives: "third, with two runners ahead of her"; "a run of 15, having gone into the bout with 14"; "first
held in 2021 and every year since, returns in 2024 for its fourth edition"; "seventh, one place above its neighbour, which is eighth"."""

from collections.abc import Iterator

from copydesk.amounts import Amount
from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.story import Story
from copydesk.ties import single

KINDS = ("ordinal", "count", "number")
YEAR = r"(?:19|20)\d\d"
# `place` is the one that `from_it` gives, `more` further on: one more, so many years and one, so many places.
AHEAD = pattern(
    r"(?P<place>@)[^@.;:]{0,50},\s+with\s+(?:only\s+|just\s+)?(?P<from_it>@)(?:\s+\w+){0,2}\s+(?:ahead\s+of|in\s+front\s+of|above)\s+(?:her|him|them|it)\b",
    words="ahead front above",
)
GONE_IN = pattern(
    r"\b(?:run|streak|record)\b[^@.;:]{0,30}\bto\s+(?P<place>@)[^@.;:]{0,50},\s+having\s+(?:gone|come|started|entered|begun)[^@.;:]{0,30}\bwith\s+(?P<from_it>@)",
    words="having",
)
# "Lost for the seventh time in succession, having come off second best in each of their previous six".
PREVIOUS = pattern(
    r"\b(?:the|a|their|its|his|her)\s+(?P<place>@)\s+(?:[a-z]+\s+){0,2}(?:in\s+(?:a\s+row|succession)|running|on\s+the\s+trot)\b(?:[^@.;:]|@(?=\s+best)){0,90}\b(?:all|each|every\s+one)(?:\s+of)?\s+(?:the|their|its|his|her)\s+(?:previous|last|past)\s+(?P<from_it>@)",
    words="previous last past",
)
EVERY_YEAR = pattern(
    rf"(?:first|@)\s+(?:held|staged|run|played|awarded)\s+in\s+(?P<first>{YEAR})\s(?:[^@.;:]{{0,40}}\s)?(?:every|each)\s+year\s+since[\s,]"
    rf"(?:[^@.;:]{{0,40}}\s)?(?:in|this)\s+(?P<last>{YEAR})\s(?:[^@.;:]{{0,30}}\s)?(?:its|the)\s+(?P<place>@)\s+(?:edition|time|year|staging|running)",
    words="every each",
)
APART = pattern(
    r"(?P<place>@)[^@.;:]{0,30},\s+(?P<apart>@)\s+places?\s+(?P<way>above|ahead\s+of|higher\s+than|below|behind|lower\s+than)\s+[^@.;:]{1,40},\s+(?:which|who|now)?\s*(?:is|are|was|were|lies|lie|came|finished|in)\s+(?P<from_it>@)",
    words="place",
)


class Rank(NamedTuple):
    """A place, the figure that gives it, and what it must be."""

    place: Fact
    from_it: Fact
    expected: int


def ranks(story: Story) -> Iterator[Rank]:
    for sentence, facts in story.sentences(2):
        figures = [fact for fact in facts if fact.kind in KINDS and isinstance(fact.value, Amount) and single(fact)]
        if not figures:
            continue
        words, places = story.outline(sentence, [fact for fact in figures if not _is_year(fact)])
        for shape in (AHEAD, GONE_IN, PREVIOUS):
            if found := shape.search(words):
                place, from_it = places[found.start("place")], places[found.start("from_it")]
                yield Rank(place, from_it, int(from_it.amount.low) + 1)
        if found := EVERY_YEAR.search(words):
            place = places[found.start("place")]
            yield Rank(place, place, int(found["last"]) - int(found["first"]) + 1)
        if found := APART.search(words):
            place, from_it = places[found.start("place")], places[found.start("from_it")]
            apart = int(places[found.start("apart")].amount.low)
            ahead = found["way"].split()[0].lower() in ("above", "ahead", "higher")
            yield Rank(place, from_it, int(from_it.amount.low) + (-apart if ahead else apart))


def _is_year(fact: Fact) -> bool:
    return fact.text.isdigit() and 1900 < fact.amount.low < 2100
