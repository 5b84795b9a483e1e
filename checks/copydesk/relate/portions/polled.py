"""A percentage told of those who were asked or voted, and sentences away how many they were: "38 percent of those questioned … heard back from 1,250.
Of these, 475 …"; "a majority of 82.5 percent … Of the 1,840 papers, 1,518 were in favour and 322 against"."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.story import Story
from copydesk.ties import jumbled, last_place, one_slip, single, slip

# "38 percent of those questioned".
OF_ASKED = pattern(
    r"\s+of\s+(?:all\s+)?(?:the\s+)?(?:those|respondents|participants|people|firms|companies|voters|members|businesses|employers|households)\s*(?:questioned|surveyed|asked|polled|interviewed|who\s+(?:answered|replied|responded|took\s+part))?\b"
)
# "A majority of 82.5 percent", "backed it by 82.5 percent".
BY_VOTE = pattern(
    r"\b(?:majority\s+of|(?:voted|backed|approved|rejected|carried|passed)\b[^.;:\d]{0,50}\bby)\s+(?:a\s+majority\s+of\s+)?$"
)
OF_THESE = pattern(r"\W?of\s+(?:these|those|them),?\s+(?:some\s+|about\s+)?$", words="these those them")
SIDES = pattern(
    r"(?P<ayes>@)[^@.;]{0,40}?\b(?:for|in\s+favou?r|yes|backed|supported)\b[^@.;]{0,60}?(?:,|\band\b|\bwhile\b|\bwith\b|\bto\b)\s+(?:\w+\s+){0,3}?(?P<noes>@)[^@.;]{0,20}?\b(?:against|no|opposed|rejected)\b"
)
# A percentage that so many numbers would make is made by none of them.
MOST_MADE, HUNDRED = 40, Decimal(100)
Share = tuple[Fact, Fact, Fact]  # percentage, part, whole


def polled(story: Story, percents: list[Fact]) -> Iterator[Share]:
    """Each percentage with its part and whole, where they tie or but one slip keeps them from it."""
    asked = [fact for fact in percents if single(fact) and OF_ASKED.match(story.after(fact))]
    voted = [fact for fact in percents if single(fact) and BY_VOTE.search(story.before(fact, 90))]
    for told, pairs in ((asked, _of_these(story)), (voted, _for_it(story))):
        for part, whole in pairs if told else ():
            fitting = [fact for fact in told if _ties(fact, part, whole)]
            near = fitting or [fact for fact in told if _slipped(fact, part, whole)]
            if len(near) == 1:
                yield near[0], part, whole


def _of_these(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "They heard back from 1,250. Of these, 475 …"."""
    counts = [fact for fact in story.kinds("count", "number") if single(fact)]
    for i, part in enumerate(counts[1:], 1):
        before = counts[i - 1]
        if (
            OF_THESE.fullmatch(story.before(part, 24))
            and before.sentence != part.sentence
            and part.amount.low < before.amount.low
        ):
            yield part, before


def _for_it(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """Those for it, and all who voted, where both are told beside those against."""
    for sentence, facts in story.sentences(3):
        counts = [fact for fact in facts if fact.kind in ("count", "number") and single(fact)]
        words, places = story.outline(sentence, counts)
        for found in SIDES.finditer(words):
            ayes, noes = (places[found.start(name)] for name in ("ayes", "noes"))
            for whole in counts:
                if whole.amount.low == ayes.amount.low + noes.amount.low:
                    yield ayes, whole


def _ties(percent: Fact, part: Fact, whole: Fact) -> bool:
    exact = part.amount.low / whole.amount.low * HUNDRED
    return abs(exact - percent.amount.low) <= last_place(percent.amount) / 2


def _slipped(percent: Fact, part: Fact, whole: Fact) -> bool:
    """Would the percentage with another key make the part, or the part with another make the percentage?"""
    half = last_place(percent.amount) / 2
    exact = part.amount.low / whole.amount.low * HUNDRED
    rounded = round(exact / last_place(percent.amount)) * last_place(percent.amount)
    if slip(percent.amount.low, rounded):
        return True
    least, most = ((percent.amount.low + by) * whole.amount.low / HUNDRED for by in (-half, half))
    numbers = range(int(least) + 1, int(most) + 1)
    said = part.amount.low
    return len(numbers) <= MOST_MADE and any(
        one_slip(int(said), number) or jumbled(said, Decimal(number)) for number in numbers
    )
