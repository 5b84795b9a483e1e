"""One person's age told twice: "Ann Lee, 34, … Lee, 43", "a man of 71 … the 17-year-old", "the pilot, 58, … the 48-year-old pilot"."""

from collections.abc import Iterator

from copydesk.late import late, pattern
from copydesk.lexicon.persons import FEMALE, MALE
from copydesk.model import Fact
from copydesk.relate.lives.aged import ADULT, PRONOUN_IS, Aged, ages, only_one, people
from copydesk.relate.lives.somebody import OTHER, somebody_else
from copydesk.story import Story
from copydesk.ties import one_slip

# What may stand behind "the 43-year-old" that is nobody else than the one spoken of.
NO_NOUN = late(
    r"\s*(?:[.,;’']|(?:had|was|is|has|will|would|can|could|may|might|must|should|did|they|he|she|it|that|how|why|not|after|before|as|at|in|on|from|and|to|told|left|won|made|went|laid|gave|took|came|found|saw|ran|felt|knew|began|got|fell|lost|met|put|said"
    r"|became|bit|bought|broke|brought|built|caught|chose|cut|drank|drew|drove|fled|flew|fought|grew|held|hid|hit|kept|lay|led|let|lit|paid|rang|rode|rose|sang|sank|sat|sent|set|shot|sold|spent|spoke|stole|stood|struck|swam"
    r"|swore|thought|threw|tore|woke|wore|wrote)\b|[a-z]+(?:ed|s)\b)"
)
# "The 43-year-old" stands no farther from the name than so many characters.
REACH, NEXT = 400, 4
ONE_DIGIT = 10
# "His twin, Craig Halloway, 27,": as old as the one told before with that surname.
TWIN = late(
    r"\b(?:[Hh]is|[Hh]er)\s+twin(?:\s+brother|\s+sister)?,?\s+(?:[A-Z][\w’'-]+\s+){1,2}[A-Z][\w’'-]+,\s+$", words="twin"
)
NO_OTHER = pattern(
    r"\b(?:no|any|every|most|the\s+only)\s+(?:other\s+)?$|\b(?:few|many|not\s+many)\s+other\s+$|\blike\s+any\s+$"
)


def told_twice(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """Two ages of one person: the later and the earlier mention."""
    known = story.once(people)
    for i, later in enumerate(known):
        if later.definite:
            earlier = _meant(story, known, i)
            if earlier is not None:
                yield later.fact, earlier.fact
        elif later.last:
            if TWIN.search(story.text, max(0, later.fact.span.start - 70), later.fact.span.start):
                kin = [one for one in known[:i] if one.last == later.last and one.first and one.first != later.first]
                if len({one.years for one in kin}) == 1:
                    yield later.fact, kin[-1].fact
            for earlier in reversed(known[:i]):
                alike = earlier.last and later.may_be(earlier)
                if alike and (later.first and later.first == earlier.first or only_one(story, later.last)):
                    yield later.fact, earlier.fact
                    break


def _meant(story: Story, known: list[Aged], i: int) -> Aged | None:
    """The one that is meant by "the 43-year-old": of that age, or one slip off where it can be nobody else."""
    later = known[i]
    pronoun = PRONOUN_IS.search(story.text, max(0, later.fact.span.start - 24), later.fact.span.start) is not None
    others = [one for one in known[:i] if not one.definite and (not pronoun or one.last and one.years >= ADULT)]
    if not others or not pronoun and later.fact.span.start - others[-1].fact.span.end > REACH:
        return None
    years = {one.years for one in others}
    rest = {int(age.amount.low) for age in ages(story, "age") if age is not later.fact} - years
    if later.years in rest or not pronoun and rest:
        return None  # somebody else is of that age, or may be meant
    alike = [one for one in others if later.noun and one.noun == later.noun] or others
    slipped = [one for one in alike if later.years == one.years or _slipped(later, one)]
    meant = min(reversed(slipped), key=lambda one: abs(one.years - later.years), default=None)
    if meant is None or not (pronoun or _may_be(story, later, meant)):
        return None
    sure = pronoun or later.years == meant.years or bool(later.noun) and later.noun == meant.noun
    return meant if sure or not somebody_else(story, others, later) else None


def _slipped(later: Aged, earlier: Aged) -> bool:
    """One key wrong, or two small children's ages; a child is taken for somebody of age only by the same noun, or where two digits are changed round."""
    a, b = later.years, earlier.years
    if (a < ADULT) != (b < ADULT) and not (later.noun and later.noun == earlier.noun):
        return str(a) == str(b)[::-1]
    return one_slip(a, b) or max(a, b) < ONE_DIGIT


def _may_be(story: Story, later: Aged, earlier: Aged) -> bool:
    """Can "the 43-year-old" be the one told before: by the same noun, or by one that says more of a name in the sentence before?"""
    if not later.noun:
        return NO_NOUN.match(story.text, later.fact.span.end) is not None
    if later.noun == earlier.noun:
        return OTHER.search(story.words(later.fact.sentence)) is None and f"{later.noun}s" not in story.text
    begins = later.fact.span.start - later.fact.sentence.start <= len("The ")
    beside = 0 <= later.fact.sentence.start - earlier.fact.sentence.end <= NEXT
    return bool(earlier.last) and later.noun not in MALE | FEMALE and begins and beside


def no_other(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "Tranter, 74, … no other 74-year-old still flies": the age of the only one whom the story tells the age of, or of some one of them."""
    for age in ages(story, "age") if story.mentions("year-old") else ():
        if not NO_OTHER.search(story.before(age, 30)):
            continue
        known = [one for one in story.once(people) if one.fact is not age and not one.definite and one.years >= ADULT]
        years = {int(other.amount.low) for other in ages(story, "age") if other is not age}
        near = [one for one in known if one_slip(one.years, int(age.amount.low))]
        sure = len(years) == 1 or near and str(near[0].years) == str(int(age.amount.low))[::-1]
        if int(age.amount.low) not in years and sure and len({one.years for one in near}) == 1:
            yield age, near[0].fact
