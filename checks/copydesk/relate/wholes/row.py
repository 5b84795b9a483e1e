"""Three like figures in a row, of which the first is no whole of the others: "carried 61 men, 34 women and the other 23 were children", "won 12
games, drew nine and lost the other seven". What they are of is told elsewhere, or not at all."""

from copydesk.model import Fact
from copydesk.relate.wholes import words as wording
from copydesk.relate.wholes.pairs import kin
from copydesk.story import Story
from copydesk.support import head


def in_a_row(story: Story, whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Do the words go on from the first to the second as they do to the last, and call the first no whole?"""
    part, *_, last = parts
    if len(parts) != 2 or not whole.span < part.span or not whole.sentence == part.sentence == last.sentence:
        return False
    between, behind = story.between(whole, part), story.after(part, 40)
    if not wording.COMMA_BEFORE.fullmatch(between) or wording.OF_THEM.match(behind):
        return False
    if not wording.REST.search(story.before(last, 40)) or wording.WHOLE_BEFORE.search(story.before(whole, 40)):
        return False
    does_something = between.rpartition(",")[2].strip() != ""  # "…, drew nine"
    each_does = wording.DOES.match(between) is not None and wording.DOES.match(behind) is not None
    return does_something or each_does or _of_two_sorts(head(whole), head(part))


def _of_two_sorts(one: str, other: str) -> bool:
    if not one or not other or one == other:
        return False
    return not kin(one, other) or any({one, other} <= sorts for sorts in wording.EVERYBODY)
