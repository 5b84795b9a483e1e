"""Lives in brackets, and the age at death: "Ole Dahl (1940-2010) died at 70", "Hugo Stern (3 May 1920 – 1 March 2025) … He was 104 when he died"."""

from collections.abc import Iterator
from datetime import date

from copydesk.late import late
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar.stretches import is_year
from copydesk.relate.lives.aged import ages
from copydesk.relate.lives.words import DIES, ENDS, TWO_NAMES, WAS, WHEN, WHEN_DIED
from copydesk.story import Story

OPENS = late(r"([\w'’-]+)\s+\($", words="(")
WAS_AGED = late(r"\)\s+(?:was|died\s+(?:at|aged)|lived\s+to)\s+")
WHO_DIED = late(r"\w+,\s+who\s+(?:has\s+)?died\b")
GOES_ON = late(r"(?:He|She)\b")
DASHES = ("-", "–", "—")


class AtDeath(NamedTuple):
    """An age at death as told, and between which two it must be."""

    born: Fact
    died: Fact
    age: Fact
    low: int
    high: int


def ages_at_death(story: Story) -> Iterator[AtDeath]:
    """The ages that the sentence of a life tells, and those told of "him" or "her" behind the only one."""
    lives = [pair for pair in story.pairs("date") if _is_life(story, *pair)]
    for born, died in lives:
        years = years_between(born.moment.start.date(), died.moment.start.date())
        for age in ages(story, "age", "number"):
            here = age.sentence == died.sentence
            if (here or len(lives) == 1 and _goes_on(story, born, died, age)) and _at_death(story, died, age):
                yield AtDeath(born, died, age, years - is_year(born), years)


def years_between(born: date, on: date) -> int:
    """How old somebody who was born on one day is on another."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _is_life(story: Story, born: Fact, died: Fact) -> bool:
    """Do two years, or two days with theirs, stand in brackets behind a name?"""
    if story.between(born, died).strip() not in DASHES or not OPENS.search(story.before(born, 40)):
        return False
    return is_year(born) and is_year(died) or _is_day(born) and _is_day(died)


def _is_day(fact: Fact) -> bool:
    told = isinstance(fact.value, Moment) and fact.moment.year_known and fact.moment.grain == "day"
    return told and str(fact.timex)[:4] in fact.text


def _at_death(story: Story, died: Fact, age: Fact) -> bool:
    before, after = story.before(age, 40), story.after(age, 30)
    if WHEN.match(after):
        return WAS.search(before) is not None and WHEN_DIED.match(after) is not None
    if WHO_DIED.match(story.words(age.sentence)) and WAS.search(before) and ENDS.match(after):
        return True
    return DIES.search(before) is not None or WAS_AGED.fullmatch(story.between(died, age)) is not None


def _goes_on(story: Story, born: Fact, died: Fact, age: Fact) -> bool:
    """Does a later sentence speak of nobody but "him" or "her"?"""
    words = story.words(age.sentence)
    name = OPENS.search(story.before(born, 40))
    same = GOES_ON.match(words) or name is not None and words.startswith(name[1])
    return age.span.start > died.span.end and bool(same) and TWO_NAMES.search(words) is None
