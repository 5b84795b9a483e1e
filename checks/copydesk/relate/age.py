"""A person's age and birth: "was born on May 14, 1931 … in January 1967, when she was 35", "his 100th birthday, in January 2013"."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from copydesk.amounts import Amount, Interval
from copydesk.late import late
from copydesk.lexicon.calendar import MONTHS
from copydesk.model import Fact, Relation
from copydesk.moments import YEAR, Moment
from copydesk.relate._age_words import (
    AT,
    AT_ALONE,
    AT_IN,
    BORN_IS,
    DATED,
    DIED_AT,
    DIES,
    ENDS,
    HE_IS,
    IN,
    IN_AT,
    IS_NOW,
    MAIN_WAS,
    RECENT,
    THEN,
    TURNED,
    TWO_NAMES,
    WAS,
    WHEN,
    WHEN_THEN,
    WHO_BORN,
    WILL_BE,
)
from copydesk.relate._aged import NAMED, ages
from copydesk.relate._births import Birth, of_another
from copydesk.relate._births import births as told_births
from copydesk.relate._days import issued
from copydesk.relate._lives import ages_at_death, years_between
from copydesk.relate._told_twice import told_twice
from copydesk.relate._two_dates import then_and_now, two_dates
from copydesk.story import Parts, RelationKind, Story

# "died on 4 May 2010. He was 69."
ALONE = late(r"^(?:He|She)\s+was\s+$")
SPOKEN = late(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
IS_N = late(r"\bis\s+(?:now\s+)?$")
ENDS_AND = late(r"(?:\s+years\s+old)?\s*(?:[.,;]|and\b|but\b|$)")
BORN_BEGINS = late(r"\W*Born\b[^.]*\b(?:he|she)\b")
ALONE_NOW = late(r"^(?:He|She)\s+is\s+(?:now\s+)?$")
DIED = late(r"\b(?:died|dies|passed away|death)\b")
I_AM = late(r"\bI(?:['’]m|\s+am)\s+(?:now\s+|only\s+|already\s+)?$")
DEFINITE = late(r"(?:^|[.!?”\"]\s+)[Tt]he\s+$")
IN_MONTH = late(r"in\s+([a-z]+)\b(?!,?\s+\d)")
BIRTHDAY = late(r"\s+birthday\b")
# Two sentences stand side by side if no more than this many characters lie between them.
NEXT = 4
# An age and its date stand no farther apart than so many characters.
BESIDE = 60
NEW_YEAR, DECEMBER = 2, 12


def relate(story: Story) -> Iterator[Relation]:
    """Ages beside births: `years` as said, `due` as the calendar has it on that day; and one person's age told twice."""
    births = list(told_births(story)) if "orn" in story.text else []
    if len(births) == 1:
        yield from _at_dates(story, births[0])
        yield from _birthdays(story, births[0])
        yield from _now(story, births[0])
    yield from _lives(story)
    yield from _told_twice(story)
    yield from _on_two_dates(story)


def _lives(story: Story) -> Iterator[Relation]:
    for told in ages_at_death(story):
        yield _tied(told.born, told.died, told.age, told.low, told.high)


# ---------------------------------------------------------------- an age on a date


def _at_dates(story: Story, birth: Birth) -> Iterator[Relation]:
    """ "In the autumn of 1953, at 22, she …", "in January 1967, when she was 35"."""
    for age in ages(story, "age", "number"):
        before = story.before(age, 60)
        was = bool(WAS.search(before) and WHEN.match(story.after(age, 24)))
        at = bool(
            (AT.search(before) or TURNED.search(before))
            and IN.match(story.after(age, 5))
            or AT.search(before)
            and AT_IN.match(story.after(age, 12))
            or IN_AT.search(before)
        )
        when = WHEN_THEN.match(story.words(age.sentence)) is not None
        at = at or when and bool(MAIN_WAS.search(before)) and bool(ENDS.match(story.after(age, 14)))
        if ALONE.search(story.text[age.sentence.start : age.span.start]) and not was:
            on = _death(story, birth, age)
        elif (was or at or THEN.search(before)) and _is_about(story, birth, age):
            dates = [f for f in story.kinds("date") if f.sentence == age.sentence and f is not birth.fact and _dated(f)]
            on = min(dates, key=lambda f: abs(f.span.start - age.span.start), default=None)
            on = on or (_lately(story, age) if was else None)
        else:
            continue
        if (
            on is None
            or not was
            and abs(on.span.start - age.span.end) > BESIDE
            and abs(on.span.end - age.span.start) > BESIDE
        ):
            continue
        if TURNED.search(before):
            years = on.moment.start.year - birth.first.year
            yield _tied(birth.fact, on, age, years, years)
        else:
            yield _relation(birth, on, on.moment.start.date(), date.fromordinal(on.moment.end.toordinal() - 1), age)


def _lately(story: Story, age: Fact) -> Fact | None:
    """The day or week behind an age that counts from publication: "was 16 when she vanished last week"."""
    near = [
        f
        for f in story.kinds("date")
        if f.sentence == age.sentence and f.span.start > age.span.end and isinstance(f.value, Moment)
    ]
    return near[0] if len(near) == 1 and near[0].moment.grain in ("day", "week") and near[0].moment.year_known else None


def _is_about(story: Story, birth: Birth, age: Fact) -> bool:
    """Does the sentence speak of the one who was born: by the name, or by nothing but a pronoun?"""
    words = story.words(age.sentence)
    if of_another(story, birth, age):
        return False
    if birth.name and birth.name in words or birth.fact.sentence == age.sentence:
        return True
    beside = 0 <= birth.fact.sentence.start - age.sentence.end < NEXT
    told = story.words(birth.fact.sentence)
    if beside and not birth.name and (SPOKEN.match(told) or BORN_BEGINS.match(told)):
        return len(set(TWO_NAMES.findall(words))) <= 1
    return SPOKEN.search(words) is not None and TWO_NAMES.search(words) is None


def _death(story: Story, birth: Birth, age: Fact) -> Fact | None:
    """The day that the sentence before tells of a death on, with its year or in that of publication."""
    near = [
        f
        for f in story.kinds("date")
        if f is not birth.fact and 0 <= age.sentence.start - f.sentence.end < 4 and isinstance(f.value, Moment)
    ]
    if (
        len(near) != 1
        or not DIED.search(story.words(near[0].sentence))
        or near[0].moment.grain not in ("day", "month", "year")
    ):
        return None
    return near[0] if near[0].moment.year_known else None


def _dated(fact: Fact) -> bool:
    """A day, month, season or year whose year the words give."""
    fits = (
        isinstance(fact.value, Moment)
        and fact.moment.year_known
        and fact.moment.grain in ("day", "month", "season", "year")
    )
    return fits and bool(fact.timex) and str(fact.timex)[:4] in fact.text


def _birthdays(story: Story, birth: Birth) -> Iterator[Relation]:
    """ "his 100th birthday, in January 2013": on a birthday the years are those of the calendar."""
    issue = issued(story.document)
    for number in story.kinds("ordinal"):
        if not BIRTHDAY.match(story.after(number, 12)):
            continue
        before = story.before(number, 30)
        if not re.search(r"\b(?:his|her|[A-Z][\w'’-]*['’]s?)\s+$", before):
            continue
        dates = [
            f
            for f in story.kinds("date")
            if f.sentence == number.sentence
            and _dated(f)
            and f.span.start > number.span.end
            and f.span.start - number.span.end < 40
        ]
        recent = RECENT.match(story.after(number, 30).partition("birthday")[2]) if issue and not dates else None
        if len(dates) == 1:
            years = dates[0].moment.start.year - birth.first.year
            yield _tied(birth.fact, dates[0], number, years, years)
        elif recent and issue:
            years = issue.year - birth.first.year
            yield _tied(birth.fact, None, number, years - (issue.month <= NEW_YEAR), years + (issue.month >= DECEMBER))


def _now(story: Story, birth: Birth) -> Iterator[Relation]:
    """The age of the one who was born, on the day of publication or of death."""
    issue = issued(story.document)
    if issue is None:
        return
    for age in ages(story, "age", "number"):
        before = story.before(age, 60)
        if (
            TURNED.search(before)
            and RECENT.match(story.after(age, 14))
            and (not birth.name or birth.name in story.words(age.sentence) or _led_up_to(story, birth, age))
        ):
            years = issue.year - birth.first.year
            turned = issue.month <= 2 or " last " in story.after(age, 14)  # in the year before, perhaps
            yield _tied(birth.fact, None, age, years - turned, years)
        if DATED.search(before):
            continue
        if WILL_BE.search(before) and age.sentence == birth.fact.sentence and _this_year(story, age, issue):
            yield _tied(birth.fact, None, age, issue.year - birth.first.year, issue.year - birth.first.year)
        if _of_the_born(story, birth, age, before) and birth.first <= issue and (not age.quoted or I_AM.search(before)):
            first = date.fromordinal(issue.toordinal() - 40)
            yield _relation(birth, None, first, issue, age)


def _led_up_to(story: Story, birth: Birth, age: Fact) -> bool:
    """Is it told of "him" or "her" right before the sentence of the birth?"""
    beside = 0 <= birth.fact.sentence.start - age.sentence.end < NEXT
    return beside and SPOKEN.match(story.words(age.sentence)) is not None


def _this_year(story: Story, age: Fact, issue: date) -> bool:
    """ "Will be 75 in June", "this year": a birthday that the year of publication has still to see."""
    behind = story.after(age, 20).lower().lstrip()
    if (
        behind.startswith(("this year", "later this year"))
        or behind.startswith("next month")
        and issue.month < DECEMBER
    ):
        return True
    month = IN_MONTH.match(behind)
    return month is not None and MONTHS.get(month[1], 0) >= issue.month


def _of_the_born(story: Story, birth: Birth, age: Fact, before: str) -> bool:
    """Is it the age of the one who was born, now? A bare number needs words that make it an age."""
    lead = story.text[age.sentence.start : age.span.start]
    died_at = DIED_AT.search(before) is not None and not IN.match(story.after(age, 5))
    next_to = 0 <= age.sentence.start - birth.fact.sentence.end < NEXT
    at_now = next_to and AT_ALONE.match(lead) is not None and HE_IS.match(story.after(age, 14)) is not None
    dies = DIES.search(before) is not None
    before_birth = _before_birth(story, birth, age, before)
    together = _in_sentence(story, birth, age)
    if (
        TURNED.search(before)
        or age.kind == "number"
        and not (age.block == "headline" and dies or died_at or together or at_now or before_birth)
    ):
        return False
    return (
        _by_name(story, birth, age, before)
        or at_now
        or before_birth
        or (next_to and ALONE_NOW.search(lead) is not None)
        or (died_at and _of_the_dead(story, birth, age))
        or (age.sentence == birth.fact.sentence and dies)
        or together
        or _unnamed(story, birth, age, NAMED.search(before) is not None)
    )


def _before_birth(story: Story, birth: Birth, age: Fact, before: str) -> bool:
    """ "Per Dahl, the skipper, is 57. He was born in 1967"."""
    beside = 0 <= birth.fact.sentence.start - age.sentence.end < NEXT and not birth.name
    goes_on = beside and SPOKEN.match(story.words(birth.fact.sentence)) and ENDS_AND.match(story.after(age, 16))
    return (
        bool(goes_on)
        and IS_N.search(before) is not None
        and len(set(TWO_NAMES.findall(story.words(age.sentence)))) <= 1
    )


def _by_name(story: Story, birth: Birth, age: Fact, before: str) -> bool:
    """ "Lee, 57", "the 57-year-old" of whom the text speaks as Lee, "Ann Lee dies at 57" in the headline."""
    if not birth.name:
        return False
    named = NAMED.search(before)
    if named is not None and named[1].split()[-1] == birth.name:
        return True
    if DEFINITE.search(story.text, max(0, age.span.start - 8), age.span.start) and _spoken_of(story, age, birth.name):
        return True
    headed = age.block == "headline" and DIES.search(before) is not None
    return headed and birth.name in story.words(age.sentence)


def _of_the_dead(story: Story, birth: Birth, age: Fact) -> bool:
    """ "Died at 57": of the one who is named there, or else whose birth is told right behind."""
    words = story.words(age.sentence)
    before_birth = 0 <= birth.fact.sentence.start - age.sentence.end < NEXT
    if birth.name and not (before_birth and SPOKEN.match(words)):
        return birth.name in words
    return before_birth


def _in_sentence(story: Story, birth: Birth, age: Fact) -> bool:
    """ "The 86-year-old author, who was born in 1934", ""I'm 57," said Ann Lee, who was born in 1967", "Ann Lee, born in 1967, is now 57"."""
    if age.sentence != birth.fact.sentence:
        return False
    if birth.fact.span.end <= age.span.start:
        between = story.between(birth.fact, age)
        ends = ENDS_AND.match(story.after(age, 16))
        main = BORN_IS.fullmatch(between) and ends
        if between == ", was " and ends and DIED.search(story.text[: birth.fact.span.start]):
            return True
        return bool(main) and _begins(story, birth) or IS_NOW.match(between) is not None
    between = story.between(age, birth.fact)
    return WHO_BORN.match(between) is not None or I_AM.search(story.before(age, 12)) is not None


def _begins(story: Story, birth: Birth) -> bool:
    return story.words(birth.fact.sentence).lstrip('“"').startswith("Born ")


def _unnamed(story: Story, birth: Birth, age: Fact, named: bool) -> bool:
    """ "Lena Park, 24, won. Born on 11 August 1997, she …": the name stands in the sentence before."""
    begins = BORN_BEGINS.match(story.words(birth.fact.sentence)) is not None
    beside = 0 <= birth.fact.sentence.start - age.sentence.end < NEXT
    others = [f for f in story.kinds("age") if f.sentence == age.sentence]
    return named and not birth.name and begins and beside and len(others) == 1


def _spoken_of(story: Story, age: Fact, name: str) -> bool:
    """Is the sentence before about this person, and about no other with a name beside it?"""
    before = story.text[max(0, age.sentence.start - 260) : age.sentence.start]
    return name in before


def _relation(birth: Birth, on: Fact | None, first: date, last: date, age: Fact) -> Relation:
    return _tied(birth.fact, on, age, years_between(birth.last, first), years_between(birth.first, last))


def _tied(born: Fact, on: Fact | None, age: Fact, low: int, high: int) -> Relation:
    parts: Parts = {"said": age, "born": born}
    if on is not None:
        parts["on"] = on
    return _relation_of(parts, age, low, high)


def _relation_of(parts: Parts, age: Fact, low: int, high: int) -> Relation:
    """An age is never a rounding: it is compared as it is said."""
    said, due = Interval(age.amount.low, age.amount.high), Interval(Decimal(low), Decimal(high))
    parts["years"] = Amount(said.low, said.high, "=", said, said, YEAR)
    parts["due"] = Amount(due.low, due.high, "=", due, due, YEAR)
    right = f"{low}" if low == high else f"{low} or {high}"
    return Relation("age", parts, age.sentence, (f"{age.text} → {right}",))


# ---------------------------------------------------------------- told twice


def _told_twice(story: Story) -> Iterator[Relation]:
    for age, told in told_twice(story):
        years = int(told.amount.low)
        yield _relation_of({"said": age, "told": told}, age, years, years)


def _on_two_dates(story: Story) -> Iterator[Relation]:
    """The later age must be so many years more than the earlier as the dates are apart, give or take a birthday."""
    for a, b in two_dates(story):
        years = int(a.age.amount.low) + b.on.moment.start.year - a.on.moment.start.year
        yield _relation_of({"said": b.age, "told": a.age, "on": b.on}, b.age, years - 1, years + 1)
    issue = issued(story.document)
    if issue is None:
        return
    for then, age in then_and_now(story):
        years = int(then.age.amount.low) + issue.year - then.on.moment.start.year
        yield _relation_of({"said": age, "told": then.age, "on": then.on}, age, years - 1, years + 1)


RELATION = RelationKind(
    about="A person's age, and what it must be by the birth that the story tells, on a date or on the day of publication.",
    parts={"said": "any", "years": "age", "born": "moment", "on": "moment", "told": "age", "due": "age"},
    relate=relate,
)
