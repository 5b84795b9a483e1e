"""Changes given in points and in percent at once, with the figure that they led to: "fell 166 points, or 1.4 percent, to 11,824"."""

from collections.abc import Iterator

from copydesk.amounts import PERCENT, Amount
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.turns.turn_words import INDEX, LEVEL, RISES
from copydesk.relate.turns.when import KINDS, one_unit
from copydesk.story import Story


class Step(NamedTuple):
    """So many points, or so many percent, to a figure."""

    by: Fact
    percent: Fact
    after: Fact
    rises: bool


def steps(story: Story) -> Iterator[Step]:
    """ "Fell 166 points, or 1.4 percent, to 11,824", "up by 60 pounds to 1,560 pounds, a rise of 4 percent"."""
    if not story.mentions("percent", "per cent", "%", "pct"):
        return
    for sentence, facts in story.sentences(3):
        figures = [fact for fact in facts if fact.kind in KINDS and isinstance(fact.value, Amount)]
        if len(figures) < 3 or not any(fact.kind == "percent" for fact in figures):
            continue
        words, places = story.outline(sentence, figures)
        for found in (*INDEX.finditer(words), *LEVEL.finditer(words)):
            by, percent, after = (places[found.start(name)] for name in ("by", "percent", "after"))
            plain = all(
                fact.amount.low == fact.amount.high and not fact.amount.is_bound for fact in (by, percent, after)
            )
            if (
                plain
                and percent.amount.unit == PERCENT
                and by.kind != "percent" != after.kind
                and one_unit(by, after)
                and after.amount.low > by.amount.low
            ):
                yield Step(by, percent, after, bool(RISES.fullmatch(found["verb"])))
