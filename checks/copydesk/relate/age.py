"""A person's age and birth: "was born on May 14, 1931 … in January 1967, when she was 35", "his 100th birthday, in January 2013"."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from copydesk.amounts import Amount, Interval
from copydesk.late import late
from copydesk.lexicon.calendar import MONTHS
from copydesk.model import Fact, Relation, Repair
from copydesk.moments import YEAR, Moment
from copydesk.relate.calendar.days import issued
from copydesk.relate.lives import words as wording
from copydesk.relate.lives.aged import ages
from copydesk.relate.lives.biography import born_and_now, one_key, then_and_now, told_now_twice
from copydesk.relate.lives.births import Birth
from copydesk.relate.lives.births import births as told_births
from copydesk.relate.lives.difference import apart
from copydesk.relate.lives.lifespans import ages_at_death, years_between
from copydesk.relate.lives.plain_ages import plain_ages
from copydesk.relate.lives.told_twice import no_other, told_twice
from copydesk.relate.lives.two_dates import two_dates
from copydesk.relate.lives.whose import by_pronoun, led_by_another
from copydesk.relate.lives.whose_age import is_about, of_the_born
from copydesk.story import Parts, RelationKind, Story
from copydesk.ties import one_slip

# "died on 4 May 2010. He was 69."
ALONE = late(r"^(?:He|She)\s+was\s+$")
IN_MONTH = late(r"in\s+([a-z]+)\b(?!,?\s+\d)")
WHOSE = late(r"\b(?:[Hh]is|[Hh]er|([A-Z][\w-]*)['’]s?)\s+$")
BIRTHDAY = late(r"\s+birthday\b")
# An age and its date stand no farther apart than so many characters.
BESIDE = 60
NEW_YEAR, DECEMBER = 2, 12


def relate(story: Story) -> Iterator[Relation]:
    """Ages beside births: `years` as said, `due` as the calendar has it on that day; and one person's age told twice."""
    births = list(told_births(story)) if "orn" in story.text or story.mentions("into the world") else []
    if len(births) == 1:
        yield from _at_dates(story, births[0])
        yield from _birthdays(story, births[0])
        yield from _now(story, births[0])
    yield from _of_the_born(story, births)
    yield from _lives(story)
    yield from _told_twice(story)
    for age, told in (*told_now_twice(story), *no_other(story)):
        yield _relation_of({"said": age, "told": told}, age, int(told.amount.low), int(told.amount.low))
    for one in apart(story):
        yield _relation_of({"said": one.said, "told": one.age}, one.said, max(0, one.years - 1), max(0, one.years + 1))
    yield from _on_two_dates(story)
    for tie in plain_ages(story):
        parts: Parts = {"said": tie.said}
        parts |= {name: fact for name, fact in (("told", tie.told), ("on", tie.on)) if fact is not None}
        yield _relation_of(parts, tie.said, tie.low, tie.high)


def _of_the_born(story: Story, births: list[Birth]) -> Iterator[Relation]:
    """Present ages of whoever the story tells the birth of: by name, or by who is spoken of; slips alone, where it tells of several."""
    issue = issued(story.document)
    for birth, age in born_and_now(story, births) if issue else ():
        if issue is not None and birth.first < issue:
            years, said = issue.year - birth.first.year, int(age.amount.low)
            if one_key(said, years, birth.first.year) or one_key(said, years - 1, birth.first.year):
                yield _relation(birth, None, date.fromordinal(issue.toordinal() - 40), issue, age)


def _lives(story: Story) -> Iterator[Relation]:
    for told in ages_at_death(story):
        yield _tied(told.born, told.died, told.age, told.low, told.high)


# ---------------------------------------------------------------- an age on a date


# "Her siblings, the longest-lived of whom, Bridie, died …": somebody else's.
OF_WHOM = late(r"\bof\s+whom\b", words="whom")
# "Moved there in 1926 and died seven years later, at 62".
YEARS_LATER = late(r"\b(?:years?|decades?)\s+(?:later|after)\b")


def _at_dates(story: Story, birth: Birth) -> Iterator[Relation]:
    """ "In the autumn of 1953, at 22, she …", "in January 1967, when she was 35"."""
    told = ages(story, "age")
    for age in ages(story, "age", "number"):
        if OF_WHOM.search(story.text, age.sentence.start, age.span.start):
            continue
        before = story.before(age, 60)
        was = bool(wording.WAS.search(before) and wording.WHEN.match(story.after(age, 90)))
        at = bool(
            (wording.AT.search(before) or wording.TURNED.search(before))
            and wording.IN.match(story.after(age, 5))
            or wording.AT.search(before)
            and wording.AT_IN.match(story.after(age, 12))
            or wording.IN_AT.search(before)
        )
        when = wording.WHEN_THEN.match(story.words(age.sentence)) is not None
        at = at or when and bool(wording.MAIN_WAS.search(before)) and bool(wording.ENDS.match(story.after(age, 14)))
        named = wording.NAMED_THEN.search(before)
        at = at or named is not None and named[1] == birth.name
        sure = True
        if ALONE.search(story.text[age.sentence.start : age.span.start]) and not was:
            on = _death(story, birth, age) if not led_by_another(story, age, birth) else None
        elif (was or at or wording.THEN.search(before)) and (
            (sure := is_about(story, birth, age)) or by_pronoun(story, age, birth)
        ):
            dates = [f for f in story.kinds("date") if f.sentence == age.sentence and f is not birth.fact and _dated(f)]
            on = min(dates, key=lambda f: abs(f.span.start - age.span.start), default=None)
            on = on or (_lately(story, age) if was else None)
        else:
            continue
        if (
            on is None
            or YEARS_LATER.search(story.text[on.span.end : age.span.start])
            or not was
            and abs(on.span.start - age.span.end) > BESIDE
            and abs(on.span.end - age.span.start) > BESIDE
        ):
            continue
        away = abs(on.span.start - age.span.start)
        if any(f.sentence == age.sentence and 0 < abs(on.span.start - f.span.start) < away for f in told):
            continue  # "at 39, she bought a kiln, and in 1979, aged 44, another"
        year, born = on.moment.start.year, birth.first.year
        low = years_between(birth.last, on.moment.start.date())
        high = years_between(birth.first, date.fromordinal(on.moment.end.toordinal() - 1))
        if wording.TURNED.search(before):
            low = high = year - born
        said = int(age.amount.low)
        if sure or low <= said <= high or one_key(said, low, year, born) or one_key(said, high, year, born):
            yield _tied(birth.fact, on, age, low, high)


def _lately(story: Story, age: Fact) -> Fact | None:
    """The day or week behind an age that counts from publication: "was 16 when she vanished last week"."""
    near = [
        f
        for f in story.kinds("date")
        if f.sentence == age.sentence and f.span.start > age.span.end and isinstance(f.value, Moment)
    ]
    return near[0] if len(near) == 1 and near[0].moment.grain in ("day", "week") and near[0].moment.year_known else None


def _death(story: Story, birth: Birth, age: Fact) -> Fact | None:
    """The day that the sentence before tells of a death on, with its year or in that of publication."""
    near = [
        f
        for f in story.kinds("date")
        if f is not birth.fact and 0 <= age.sentence.start - f.sentence.end < 4 and isinstance(f.value, Moment)
    ]
    if (
        len(near) != 1
        or not wording.DIED.search(story.words(near[0].sentence))
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
        whose = WHOSE.search(before)
        if whose is None or (whose[1] != birth.name if whose[1] else led_by_another(story, number, birth)):
            continue
        told = [f for f in story.kinds("date") if f.sentence == number.sentence and f is not birth.fact and _dated(f)]
        dates = [f for f in told if 0 < f.span.start - number.span.end < 40]
        dates = dates or [f for f in told if f.span.start - f.sentence.start <= len("In ")]
        recent = wording.RECENT.match(story.after(number, 30).partition("birthday")[2]) if issue and not dates else None
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
            wording.TURNED.search(before)
            and wording.RECENT.match(story.after(age, 14))
            and (not birth.name or birth.name in story.words(age.sentence) or _led_up_to(story, birth, age))
        ):
            years = issue.year - birth.first.year
            turned = issue.month <= 2 or " last " in story.after(age, 14)  # in the year before, perhaps
            yield _tied(birth.fact, None, age, years - turned, years)
        if wording.DATED.search(before):
            continue
        if wording.WILL_BE.search(before) and _this_year(story, age, issue) and _is_told_with(story, birth, age):
            yield _tied(birth.fact, None, age, issue.year - birth.first.year, issue.year - birth.first.year)
        if (
            of_the_born(story, birth, age, before)
            and birth.first <= issue
            and (not age.quoted or wording.I_AM.search(before))
        ):
            first = date.fromordinal(issue.toordinal() - 40)
            yield _relation(birth, None, first, issue, age)


def _is_told_with(story: Story, birth: Birth, age: Fact) -> bool:
    """Is it told in the sentence of the birth, or under its name, or right before or behind?"""
    (first, end), (start, last) = sorted((age.sentence, birth.fact.sentence))
    beside = 0 <= start - end < wording.NEXT and len(set(wording.TWO_NAMES.findall(story.text[first:last]))) <= 1
    return age.sentence == birth.fact.sentence or beside or bool(birth.name) and birth.name in story.words(age.sentence)


def _led_up_to(story: Story, birth: Birth, age: Fact) -> bool:
    """Is it told of "him" or "her" right before the sentence of the birth?"""
    beside = 0 <= birth.fact.sentence.start - age.sentence.end < wording.NEXT
    return beside and wording.SPOKEN.match(story.words(age.sentence)) is not None


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
    return Relation("age", parts, age.sentence, (Repair(age.text, right),))


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
    for then, age, beside in then_and_now(story):
        ago, said = issue.year - then.on.moment.start.year, int(age.amount.low)
        years = int(then.age.amount.low) + ago
        # Told far apart, they are of one person if one key sets them right.
        near = one_key(said, years, issue.year, then.on.moment.start.year) or one_slip(said - ago, years - ago)
        if beside or abs(said - years) <= 1 or near:
            yield _relation_of({"said": age, "told": then.age, "on": then.on}, age, years - 1, years + 1)


RELATION = RelationKind(
    about="A person's age, and what it must be by the birth that the story tells, on a date or on the day of publication.",
    parts={"said": "any", "years": "age", "born": "moment", "on": "moment", "told": "age", "due": "age"},
    relate=relate,
)
