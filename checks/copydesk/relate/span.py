"""A stretch of time told by its ends and by its length: "from 06:40 until 11:15 … lasted four hours and 35 minutes"."""

import re
from collections.abc import Iterator

from copydesk.late import late
from copydesk.model import Relation
from copydesk.moments import MONTH, YEAR, Moment
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.lengths import DAYS, HOUR, MINUTE
from copydesk.relate.calendar.measured import Stretch, stretches
from copydesk.relate.calendar.measured import stretch as measured
from copydesk.relate.calendar.phase_words import BEGAN
from copydesk.relate.calendar.stretches import is_year
from copydesk.relate.calendar.told import Told, span_of, told_lengths
from copydesk.relate.offsets.from_today import from_today
from copydesk.relate.spans.between import between
from copydesk.relate.spans.by_name import by_name
from copydesk.relate.spans.lasting import BESIDE, BETWEEN, of_size, told_of
from copydesk.relate.spans.nth_day import nth_days
from copydesk.relate.spans.slipped import slipped
from copydesk.relate.spans.until_now import until_now
from copydesk.relate.spans.words import AGE, BROKEN_OFF, LASTED
from copydesk.story import RelationKind, Story

# Between a length and the stretch behind it: "the 12-day fair runs from …"; "19 years in charge, from …"; "six weeks, from …".
HYPHENED, SAME_CLAUSE = late(r"[^.;:\d]{0,44}", re.I), late(r"(?:(?!\b(?:and|but)\b)[^.;:\d]){0,44}", re.I)
SET_OUT = late(r"(?:\s+to\s+[a-z]+)?\s*:\s+(?:it|he|she|they|work|construction)\s+[a-z]+\s+(?:on|in|at)\s+", re.I)
JUST_BEFORE = late(r"(?:['’]\s+[a-z]+)?(?:\s+(?:in|at|as)\s+[a-z ]{2,20})?\s*,?\s*[(:,]?\s*(?:from|between)\s+", re.I)
TOOK_BEFORE = late(
    r"\b(?:(?:took|takes)(?:\s+(?:them|him|her|it|us|me))?|lasted|lasts|spen[dt]s?|served|for|over|after|in)\s+(?:just\s+|only\s+|exactly\s+)?$",
    re.I,
)
UNTIL = late(
    r"\s*,?\s*(?:until|till|before (?:ending|closing|finishing)|to|and ended|ending|through)\s+(?:at\s+|in\s+|on\s+)?$",
    re.I,
)
SINCE = late(
    r"\b(?:(?:that|which) (?:began|started|opened|dated from|goes back to|went back to)|beg[au]n|starting|dating from|since)\b[^.;,]{0,30}$"
)
LATER = late(r"\s*,?\s*(?:just |only |exactly |some )?$")
# Who is jailed for six years may be free after four.
SENTENCED = late(r"\b(?:jailed|imprisoned|sentenced)\s+(?:for|to)\s+$", words="jailed imprisoned sentenced")
# "Launched in 2016, it has 15 months to go until it lands in 2025": those count from now.
TO_GO = late(
    r"\s+(?:to\s+(?:go|wait)|(?:left|away|remaining)(?!\s+(?!in\b|on\b|of\b|to\b|until\b|before\b|from\b|for\b)[a-z]))\b",
    words="to left away remaining",
)
# The units that a stretch of years, of days or of clock times is told in.
FITTING = {
    "year": ("year",),
    "month": ("month", "year"),
    "day": ("day", "week", "fortnight", "month", "night"),
    "clock": ("hour", "minute"),
}


def relate(story: Story) -> Iterator[Relation]:
    """Stretches whose length is told too: `length` as said, `took` as reckoned from start to end."""
    spans = list(stretches(story))
    lengths = [
        told
        for told in told_lengths(story)
        if not SENTENCED.search(story.before(told.facts[0], 24)) and not TO_GO.match(story.after(told.facts[-1], 16))
    ]
    used = []
    for stretch in spans:
        for told in lengths:
            if _belongs(story, stretch, told) and (_fits(stretch, told) or not _explained(story, stretch, told)):
                used.append(told)
                yield _relation(stretch, told)
        yield from _later(story, stretch)
    yield from _turned(story, lengths)
    yield from from_today(story)
    left = [told for told in lengths if told not in used]
    yield from between(story, left)
    yield from until_now(story, left)
    for stretch, told in (*slipped(story, left), *by_name(story, left), *nth_days(story)):
        yield _relation(stretch, told)


# ---------------------------------------------------------------- the length


def _belongs(story: Story, stretch: Stretch, told: Told) -> bool:
    """Is it the length of this stretch? It stands beside it, or near it with a word that says so; and it is of its size."""
    if told.length.unit not in FITTING[stretch.sort] or BROKEN_OFF.search(story.words(stretch.end.sentence)):
        return False
    if told.facts[0].span.start < stretch.start.span.start:
        return (
            not AGE.match(story.text, told.facts[-1].span.end)
            and (told.length.number > 1 or told.hyphened or told.length.unit == "fortnight")
            and _before(story, stretch, told)
            and of_size(stretch, told, BESIDE)
        )
    return told_of(story, stretch, told)


def _before(story: Story, stretch: Stretch, told: Told) -> bool:
    """Does a length lead up to the stretch in its sentence?"""
    first, end, start = told.facts[0], told.facts[-1].span.end, stretch.start.span.start
    if first.sentence != stretch.start.sentence:
        return False
    if BETWEEN.search(story.before(stretch.start, 12)) and told.length.seconds < min(stretch.lengths):
        return False  # "sat for twelve days between 3 May and 4 June"
    took = TOOK_BEFORE.search(story.before(first, 20))
    if took and SET_OUT.fullmatch(story.text, end, start):
        return True  # "was at sea for 40 days: it sailed on …"
    lead = HYPHENED if told.hyphened else SAME_CLAUSE if took else JUST_BEFORE
    return bool(lead.fullmatch(story.text, end, start) or JUST_BEFORE.fullmatch(story.text, end, start))


def _later(story: Story, stretch: Stretch) -> Iterator[Relation]:
    """ "took off at 13:20 and landed at 15:05, an hour and 45 minutes later"."""
    end = stretch.end.span.end
    for fact in story.kinds("date", "time"):
        if not end <= fact.span.start < end + 30 or not fact.text.lower().endswith("later"):
            continue
        if LATER.fullmatch(story.text, end, fact.span.start):
            length = _lengths.find(fact.text)
            if length is not None and not length.hedged and length.unit in FITTING[stretch.sort]:
                told = Told((fact,), length)
                if of_size(stretch, told, BESIDE):
                    yield _relation(stretch, told)


def _turned(story: Story, lengths: list[Told]) -> Iterator[Relation]:
    """ "She resigned in 2019, ending a 12-year run that began in 2007": the end before the start."""
    for told in lengths:
        first = told.facts[0]
        here = [f for f in story.kinds("date", "time") if f.sentence == first.sentence and isinstance(f.value, Moment)]
        if len(here) != 2 or not here[0].span.end < first.span.start < here[1].span.start:
            continue
        if any(other is not told and here[0].span < other.facts[0].span < here[1].span for other in lengths):
            continue  # "nine days, with a break of three days, until …"
        between = story.text[told.facts[-1].span.end : here[1].span.start]
        stretch = measured(here[1], here[0]) if SINCE.search(between) else None
        if (
            LASTED.search(story.before(first, 50))
            and UNTIL.fullmatch(between)
            and BEGAN.search(story.before(here[0], 60))
        ):
            stretch = measured(here[0], here[1])
        if stretch and told.length.unit in FITTING[stretch.sort] and of_size(stretch, told, BESIDE):
            yield _relation(stretch, told)


def _explained(story: Story, stretch: Stretch, told: Told) -> bool:
    """Do two other times of the story lie just so far apart? Then it is of them that the length is told."""
    if stretch.sort != "year":
        return False
    years = sorted({f.moment.start.year for f in story.kinds("date") if is_year(f)})
    return any(abs(b - a - told.length.number) <= 1 for a in years for b in years)


def _fits(stretch: Stretch, told: Told) -> bool:
    return any(
        abs(seconds - told.length.seconds) <= max(told.length.slack, stretch.slack) for seconds in stretch.lengths
    )


def _relation(stretch: Stretch, told: Told) -> Relation:
    said = told.length
    slack = max(said.slack, stretch.slack)
    fits = next((s for s in stretch.lengths if abs(s - said.seconds) <= slack), stretch.lengths[0])
    unit = {"year": YEAR, "month": MONTH, "day": DAYS, "clock": HOUR}[stretch.sort]
    took = _lengths.told(fits, fits, unit if unit != HOUR or fits % 3600 == 0 else MINUTE)
    return span_of(stretch.start, stretch.end, told, took, unit, slack)


RELATION = RelationKind(
    about="A stretch of time: from its start to its end, and how long it is said to be.",
    parts={"start": "moment", "end": "moment", "length": "duration", "took": "duration", "said": "any"},
    relate=relate,
    loose=True,
)
