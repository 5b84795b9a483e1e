"""Whose age is told, by name or by who is spoken of, so that an age of then can be held against the age of now: "Holm, 45, learned late … She
was 50 when she got her licence, in 2019"."""

from collections.abc import Iterator

from copydesk.late import late
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.calendar.days import issued
from copydesk.relate.lives.aged import ages, is_namesake, only_one, people
from copydesk.relate.lives.births import Birth
from copydesk.relate.lives.now_aged import AT, TOLD_NOW, aged_now, of_then, turns
from copydesk.relate.lives.two_dates import AgeOn, dated_ages
from copydesk.relate.lives.whose import by_pronoun, whose
from copydesk.story import Story
from copydesk.ties import one_slip

# "The 26-year-old": whoever the story is about, if it tells of no other age.
THE_ONE, NO_NOUN = late(r"\W*The\s+"), late(r"\s+(?:from|was|is|has|had|who|said|says|[a-z]+ed)\b")
DIED = late(r"(?<!\bhas )\bdied\b|\bdeath\b|\bkilled\b")


class Then(NamedTuple):
    """Somebody's age on a date, and that age now."""

    then: AgeOn
    now: Fact
    beside: bool


def then_and_now(story: Story) -> Iterator[Then]:
    """Each age of then with the nearest present age of the same person."""
    dated = [(one, whose(story, one.age)) for _, found in story.once(dated_ages) if len(found) == 1 for one in found]
    dated = [(one, who) for one, who in dated if who and not DIED.search(story.words(one.age.sentence))]
    now = [(age, who) for age in aged_now(story) if (who := whose(story, age))] if dated else []
    for one, who in dated:
        born = one.on.moment.start.year - int(one.age.amount.low)
        same = [a for a, other in now if other == who and a is not one.age and not of_then(story, a, born)]
        if same and len({age.amount.low for age in same}) == 1:
            age = min(same, key=lambda age: abs(age.span.start - one.age.span.start))
            first, second = sorted((age.sentence, one.age.sentence))
            yield Then(one, age, second.start - first.end <= len("  \n\n"))


def born_and_now(story: Story, births: list[Birth]) -> Iterator[tuple[Birth, Fact]]:
    """Each birth with the present ages of the one who was born; of the only one, also those that are told of "him" or "her" and of nobody by name."""
    born = [(birth, who) for birth in births if (who := birth.name or whose(story, birth.fact))]
    now = (
        [(age, whose(story, age)) for age in aged_now(story) if age.kind != "ordinal" and not turns(story, age)]
        if born
        else []
    )
    for birth, who in born:
        if sum(other == who for _, other in born) == 1:
            now = [(age, other) for age, other in now if not of_then(story, age, birth.first.year)]
            own = [age for age, other in now if other == who and not is_namesake(story, age, who)]
            alone = not own and len(births) == 1
            yield from ((birth, age) for age in own)
            yield from ((birth, age) for age, _ in now if alone and by_pronoun(story, age, birth))
    told = ages(story, "age")
    if (
        len(births) == len(told) == 1
        and THE_ONE.fullmatch(story.text[told[0].sentence.start : told[0].span.start])
        and NO_NOUN.match(story.after(told[0]))
    ):
        yield births[0], told[0]


def told_now_twice(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "Kuba Wilk, 27, … At 37, he says, he has seen enough": an age of now that a sentence opens with, one slip from that of the same person."""
    opening = [f for f in ages(story, "age", "number") if AT.match(story.text[f.sentence.start : f.span.start])]
    opening = [f for f in opening if TOLD_NOW.match(story.after(f, 80))]
    issue = issued(story.document)
    for age in opening:
        who, years = whose(story, age), int(age.amount.low)
        named = [one for one in story.once(people) if one.last == who and one.fact is not age]
        told = {one.years for one in named}
        born = issue.year - named[0].years if issue and named else None
        if (
            len(told) == 1
            and only_one(story, who)
            and one_slip(years, named[0].years)
            and not (born and of_then(story, age, born))
        ):
            yield age, named[0].fact


def one_key(said: int, due: int, *years: int) -> bool:
    """Is an age off by one slip: in itself, or in the decade or by two changed digits of one of these years?"""
    off = due - said
    return one_slip(said, due) or any(
        one_slip(year, year + off) and (off % 10 == 0 or sorted(str(year)) == sorted(str(year + off))) for year in years
    )
