"""One person's age told twice: "Ann Lee, 34, … Lee, 43", "a man of 71 … the 17-year-old", "the pilot, 58, … the 48-year-old pilot"."""

from collections.abc import Iterator

from copydesk.late import late
from copydesk.lexicon.persons import FEMALE, MALE, PERSONS
from copydesk.model import Fact
from copydesk.relate._aged import PRONOUN_IS, Aged, ages, only_one, people
from copydesk.relate._slips import one_slip
from copydesk.story import Story

# What may stand behind "the 43-year-old" that is nobody else than the one spoken of.
NO_NOUN = late(
    r"\s*(?:[.,;’']|(?:had|was|is|has|will|would|can|could|may|might|must|should|did|they|he|she|it|that|how|why|not|after|before|as|at|in|on|from|and|to|told|left|won|made|went|laid|gave|took|came|found|saw|ran|felt|knew|began|got|fell|lost|met|put|said"
    r"|became|bit|bought|broke|brought|built|caught|chose|cut|drank|drew|drove|fled|flew|fought|grew|held|hid|hit|kept|lay|led|let|lit|paid|rang|rode|rose|sang|sank|sat|sent|set|shot|sold|spent|spoke|stole|stood|struck|swam"
    r"|swore|thought|threw|tore|woke|wore|wrote)\b|[a-z]+(?:ed|s)\b)"
)
# Somebody whose age is not told, and who may be of the other age: by name or by noun, but for those who only speak.
TWO_NAMES = late(r"\b[A-Z][\w'’-]+\s+[A-Z][\w'’-]+")
SOMEBODY = late(r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]nother|[Oo]ne)\s+(?:[\w-]+\s+){0,2}?([a-z]+)\b")
SPEAKERS = frozenset(
    "officer official lawyer prosecutor judge neighbour neighbor doctor colleague mayor minister reporter witness friend spokesman spokeswoman".split()
)
OTHER = late(r"\b(?:another|second|other|co-\w+)\b")
# "The 43-year-old" stands no farther from the name than so many characters.
REACH, NEXT = 400, 4
ADULT, ONE_DIGIT = 18, 10


def told_twice(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """Two ages of one person: the later and the earlier mention."""
    known = story.once(people)
    for i, later in enumerate(known):
        if later.definite:
            earlier = _meant(story, known, i)
            if earlier is not None:
                yield later.fact, earlier.fact
        elif later.last:
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
    slipped = [one for one in alike if later.years == one.years or _slipped(later.years, one.years)]
    meant = min(reversed(slipped), key=lambda one: abs(one.years - later.years), default=None)
    if meant is None or not (pronoun or _may_be(story, later, meant)):
        return None
    told_by = later.noun == meant.noun if later.noun else all(one.last for one in others)
    sure = later.years == meant.years or len({one.years for one in slipped}) == 1 and (pronoun or told_by)
    return meant if sure or not _somebody_else(story, others, later) else None


def _slipped(a: int, b: int) -> bool:
    """One key wrong, or two small children's ages."""
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


def _somebody_else(story: Story, others: list[Aged], later: Aged) -> bool:
    """Is anybody else told of between them?"""
    between = story.text[others[0].fact.span.end : later.fact.span.start]
    if OTHER.search(between):
        return True
    names = {one.last for one in others}
    if any(names.isdisjoint(found[0].split()) for found in TWO_NAMES.finditer(between)):
        return True
    nouns = {found[1] for found in SOMEBODY.finditer(between)}
    return any(noun in PERSONS and noun not in SPEAKERS for noun in nouns)
