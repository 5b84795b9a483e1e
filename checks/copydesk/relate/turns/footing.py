"""What a change is told of that its two figures are not: constant prices, each time, another time, another thing."""

from copydesk.model import Fact
from copydesk.relate.turns import turn_words as wording
from copydesk.story import Story


def on_another_footing(story: Story, by: Fact, before: Fact, after: Fact) -> bool:
    """Is the change told at constant prices, like for like or the like? What follows in another clause is told of another change."""
    end = max(fact.span.end for fact in (by, before, after))
    clause = wording.CLAUSE.search(story.text, end, by.sentence.end)
    return (
        wording.FOOTING.search(story.text, by.sentence.start, clause.start() if clause else by.sentence.end) is not None
    )


def is_of_another(story: Story, by: Fact, before: Fact, after: Fact) -> bool:
    """Is it the change of each time ("12 a month"), from another time ("up 20 cents on the week") or against another thing?"""
    behind = story.after(by)
    last = by.span > max(before.span, after.span)
    each = " per " in by.amount.unit.name and " per " not in before.amount.unit.name + after.amount.unit.name
    first, third = min(by.span, before.span, after.span), max(by.span, before.span, after.span)
    return (
        each
        or bool(wording.OF_A_CLAUSE.search(story.text, first.end, third.start))
        or bool(wording.EACH_TIME.match(behind))
        or (last and bool(wording.SINCE_THEN.match(behind) or wording.THAN_ELSE.match(behind)))
    )
