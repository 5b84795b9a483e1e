"""Whose age it is: that of the one whose birth the story tells, or somebody else's."""

from copydesk.late import late
from copydesk.model import Fact
from copydesk.relate.lives import words as wording
from copydesk.relate.lives.aged import NAMED, is_namesake
from copydesk.relate.lives.births import Birth, of_another
from copydesk.relate.lives.now_aged import of_then
from copydesk.relate.lives.whose import by_pronoun, led_by_another
from copydesk.story import Story

IS_N = late(r"\bis\s+(?:now\s+)?$")
ENDS_AND = late(r"(?:\s+years\s+old)?\s*(?:[.,;]|and\b|but\b|$)")
BORN_BEGINS = late(r"\W*Born\b[^.]*\b(?:he|she)\b")
ALONE_NOW = late(r"^(?:He|She)\s+is\s+(?:now\s+)?$")
# "The 33-year-old plays beside Ba, who was born in 1981."
BESIDE = late(r"\b(?:beside|with|by|for|to|against|from|than|like|under|over|behind|near|alongside)\s+[A-Z]")
# "Eva Moe has died. She was 77."
WAS_ALONE, HAS_DIED = late(r"^(?:He|She)\s+was\s+$"), late(r"\b(?:has\s+)?died\b|\bis\s+dead\b")
ENDS, YEAR = late(r"(?<=[.!?”\"])\s+"), late(r"\b(?:1[89]|20)\d\d\b")
DEFINITE = late(r"(?:^|[.!?”\"]\s+)[Tt]he\s+$")


def is_about(story: Story, birth: Birth, age: Fact) -> bool:
    """Does the sentence speak of the one who was born: by the name, or by nothing but a pronoun?"""
    words = story.words(age.sentence)
    if of_another(story, birth, age):
        return False
    if birth.name and birth.name in words or birth.fact.sentence == age.sentence:
        return True
    beside = 0 <= birth.fact.sentence.start - age.sentence.end < wording.NEXT
    told = story.words(birth.fact.sentence)
    if beside and not birth.name and (wording.SPOKEN.match(told) or BORN_BEGINS.match(told)):
        return len(set(wording.TWO_NAMES.findall(words))) <= 1
    alone = wording.SPOKEN.search(words) is not None and wording.TWO_NAMES.search(words) is None
    return alone and not led_by_another(story, age, birth)


def of_the_born(story: Story, birth: Birth, age: Fact, before: str) -> bool:
    """Is it the age of the one who was born, now? A bare number needs words that make it an age."""
    lead = story.text[age.sentence.start : age.span.start]
    died_at = wording.DIED_AT.search(before) is not None and not wording.IN.match(story.after(age, 5))
    next_to = 0 <= age.sentence.start - birth.fact.sentence.end < wording.NEXT
    at_now = (
        next_to and wording.AT_ALONE.match(lead) is not None and wording.HE_IS.match(story.after(age, 14)) is not None
    )
    before_it = 0 <= birth.fact.sentence.start - age.sentence.end < wording.NEXT
    dies = wording.DIES.search(before) is not None
    before_birth = _before_birth(story, birth, age, before)
    together = _in_sentence(story, birth, age)
    if (
        wording.TURNED.search(before)
        or of_then(story, age, birth.first.year)
        or age.kind == "number"
        and not (age.block == "headline" and dies or died_at or together or at_now or before_birth)
    ):
        return False
    return (
        _by_name(story, birth, age, before)
        or at_now
        or before_birth
        or (next_to and ALONE_NOW.search(lead) is not None)
        or died_at
        and (_of_the_dead(story, birth, age) or by_pronoun(story, age, birth))
        or (next_to or before_it)
        and WAS_ALONE.match(lead) is not None
        and _has_died(story, age)
        or (age.sentence == birth.fact.sentence and dies)
        or together
        or _unnamed(story, birth, age, NAMED.search(before) is not None)
    )


def _has_died(story: Story, age: Fact) -> bool:
    """ "Eva Moe has died. She was 77.": does the sentence before tell of a death of these days?"""
    before = ENDS.split(story.text[max(0, age.sentence.start - 260) : age.sentence.start].strip())[-1]
    return HAS_DIED.search(before) is not None and YEAR.search(before) is None


def _before_birth(story: Story, birth: Birth, age: Fact, before: str) -> bool:
    """ "Per Dahl, the skipper, is 57. He was born in 1967"."""
    beside = 0 <= birth.fact.sentence.start - age.sentence.end < wording.NEXT and not birth.name
    goes_on = beside and wording.SPOKEN.match(story.words(birth.fact.sentence)) and ENDS_AND.match(story.after(age, 16))
    return (
        bool(goes_on)
        and IS_N.search(before) is not None
        and len(set(wording.TWO_NAMES.findall(story.words(age.sentence)))) <= 1
    )


def _by_name(story: Story, birth: Birth, age: Fact, before: str) -> bool:
    """ "Lee, 57", "the 57-year-old" of whom the text speaks as Lee."""
    if not birth.name or of_another(story, birth, age):
        return False
    named = NAMED.search(before)
    if named is not None and named[1].split()[-1] == birth.name:
        return not is_namesake(story, age, birth.name)
    definite = DEFINITE.search(story.text, max(0, age.span.start - 8), age.span.start) is not None
    return definite and _spoken_of(story, age, birth.name)


def _of_the_dead(story: Story, birth: Birth, age: Fact) -> bool:
    """ "Died at 57": of the one who is named there, or else whose birth is told right behind."""
    words = story.words(age.sentence)
    before_birth = 0 <= birth.fact.sentence.start - age.sentence.end < wording.NEXT
    if birth.name and not (before_birth and wording.SPOKEN.match(words)):
        return birth.name in words
    return before_birth


def _in_sentence(story: Story, birth: Birth, age: Fact) -> bool:
    """ "The 86-year-old author, who was born in 1934", ""I'm 57," said Ann Lee, who was born in 1967", "Ann Lee, born in 1967, is now 57"."""
    if age.sentence != birth.fact.sentence:
        return False
    if birth.fact.span.end <= age.span.start:
        between = story.between(birth.fact, age)
        ends = ENDS_AND.match(story.after(age, 16))
        main = wording.BORN_IS.fullmatch(between) and ends
        if between == ", was " and ends and wording.DIED.search(story.text[: birth.fact.span.start]):
            return True
        return bool(main) and _begins(story, birth) or wording.IS_NOW.match(between) is not None
    between = story.between(age, birth.fact)
    return (
        wording.WHO_BORN.match(between) is not None
        and not BESIDE.search(between)
        or wording.I_AM.search(story.before(age, 12)) is not None
    )


def _begins(story: Story, birth: Birth) -> bool:
    return story.words(birth.fact.sentence).lstrip('“"').startswith("Born ")


def _unnamed(story: Story, birth: Birth, age: Fact, named: bool) -> bool:
    """ "Lena Park, 24, won. Born on 11 August 1997, she …": the name stands in the sentence before."""
    begins = BORN_BEGINS.match(story.words(birth.fact.sentence)) is not None
    beside = 0 <= birth.fact.sentence.start - age.sentence.end < wording.NEXT
    others = [f for f in story.kinds("age") if f.sentence == age.sentence]
    return named and not birth.name and begins and beside and len(others) == 1


def _spoken_of(story: Story, age: Fact, name: str) -> bool:
    """Is the sentence before about this person, and about no other with a name beside it?"""
    before = story.text[max(0, age.sentence.start - 260) : age.sentence.start]
    return name in before
