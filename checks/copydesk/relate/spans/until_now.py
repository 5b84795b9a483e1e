"""A length of time from a moment that the sentence tells until the day of publication, or from then on: "took office in 2017 and has run the
town for seven years"; "the ship, built in 1996, is 28 years old"; "in March 2026, 21 months from now". A house that was "closed in 2014 at the
age of 83" has its own end."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from copydesk.late import pattern
from copydesk.model import Fact, Relation
from copydesk.moments import Moment
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.days import issued
from copydesk.relate.calendar.stretches import is_year
from copydesk.relate.calendar.told import Told
from copydesk.relate.lives.now_aged import turns
from copydesk.relate.spans.between import Gap, of_size, told_between
from copydesk.relate.spans.lasting import REACH
from copydesk.relate.spans.words import STEPS_DOWN, TOOK_OVER
from copydesk.story import Story
from copydesk.ties import one_slip

HAS_SINCE = pattern(
    r"\b(?:has|have|[’']s|[’']ve)\s+(?:[a-z]+\s+){1,7}?for\s+(?:the\s+(?:past|last)\s+)?(?:more\s+than\s+)?$",
    words="for",
)
BEGAN = pattern(
    r"\b(?:took\s+(?:office|over|charge)|founded|opened|built|launched|joined|elected|appointed|married|moved|arrived|bought|began|started|became|since)\b[^.;,]{0,30}$"
)
MADE = pattern(
    r"\b(?:built|opened|founded|launched|erected|completed|commissioned|dat(?:es|ing)\s+from|laid\s+down|planted)\b[^.;]{0,20}$"
)
IS_OLD, AT_AGE = (
    pattern(r"\b(?:is|are|will\s+be|turns)\s+(?:now\s+|only\s+|already\s+)?$"),
    pattern(r"\bat\s+(?:the|an)\s+age\s+of\s+$"),
)
# "Will step down after 14 years as director".
AFTER, AS = pattern(r"\bafter\s+$"), pattern(r"\s+(?:as|at|in|of|with)\b")
SINCE = pattern(r"\s*,\s+since\s+", words="since")
# "He has been captain since 2015. His nine years in charge …"
HIS, IN_POST = (
    pattern(r"\b(?:his|her|their|its)\s+$"),
    pattern(r"\s+(?:in|at|as|on)\s+(?:charge|office|power|post|the|a|captain|mayor|coach)\b"),
)
# "He has been mayor since 2012. In those twelve years …"
IN_THOSE = pattern(r"\b(?:in|over|during|for)\s+$", words="in over during for")
THE_FIRST = pattern(
    r"(?:it|they|the\s+first(?:\s+[a-z]+)?)\s+(?:was|were|opened|began|started|arrived|came|moved|took)\b"
)
SINCE_THEN = pattern(r"\bh(?:as|ave)\b[^.;]*\bsince\s+$", words="since")
MOST, NEXT, YEAR = 3, 4, 365.25 * 86400
# What has a day on which it began; nobody's company is as old as he is.
NEW = pattern(
    r"\b(?:(?:was|were|been)\s+(?:opened|founded|launched|inaugurated|unveiled|built|born)|opened|for\s+the\s+first\s+time|first\s+[a-z]+ed|began|started|came\s+into\s+(?:service|use))\b[^.;,\d]{0,70}$"
)
SOMEBODY = pattern(r"\b(?:he|she|who|mr|mrs|ms|miss|dr|sir|dame)\b")
# When something was last done, and what there was since.
LAST = pattern(r"\blast\s+(?:been\s+)?[a-z]+(?:ed|ung|een|eard|ld|aid|wn|ught)\b[^.;,\d]{0,30}$", words="last")
OF_REST = pattern(
    r"\s+of\s+(?:silence|neglect|absence|disuse|waiting|drought|peace|darkness|decay|exile|idleness|nothing)\b",
    words="of",
)


def until_now(story: Story, lengths: Sequence[Told]) -> Iterator[Relation]:
    """The lengths that reach from the only moment of their sentence to publication, and the ages of things."""
    issue = issued(story.document)
    if issue is None:
        return
    now = datetime(issue.year, issue.month, issue.day)
    today = Moment(now, now + timedelta(days=1), "day", issue.isoformat())
    for told in lengths:
        said = told.facts[0]
        moments = (_moments(story, said) or _behind(story, said)) if HAS_SINCE.search(story.before(said, 70)) else []
        if len(moments) == 1 and BEGAN.search(story.before(moments[0], 50)):
            yield from _told_until(today, told, moments[0], said)
        those = said.text.lower().startswith(("those ", "these ")) and IN_THOSE.search(story.before(said, 12))
        if those or IN_POST.match(story.after(said, 30)) and HIS.search(story.before(said, 12)):
            yield from _in_post(story, told, today)
        if AFTER.search(story.before(said, 8)) and AS.match(story.after(said, 20)):
            yield from _in_office(story, told, today)
        for fact in story.kinds("date"):
            if (
                SINCE.fullmatch(story.text, told.facts[-1].span.end, fact.span.start)
                and isinstance(fact.value, Moment)
                and fact.moment.year_known
            ):
                yield from _told_until(today, told, fact, said)
    for fact in story.kinds("date") if story.mentions(" from now") else ():
        length = _lengths.find(fact.text) if fact.text.lower().endswith(" from now") else None
        moments = _moments(story, fact) if length is not None and not length.hedged else []
        if length is not None and len(moments) == 1:
            yield from _told_until(today, Told((fact,), length), moments[0], fact)
    for age in story.kinds("age"):
        yield from _of_a_thing(story, age, today)
    for age in story.kinds("age", "number") if story.mentions(" turn") else ():
        yield from _turning(story, age, issue)
    yield from _since_last(story, lengths, today)


def _turning(story: Story, age: Fact, issue: date) -> Iterator[Relation]:
    """ "The bridge … will turn 85 next month … swung for the first time on 12 October 1935": by the only day or year on which something began."""
    lead = story.text[age.sentence.start : age.span.start]
    if not turns(story, age) or SOMEBODY.search(lead) or age.of:
        return
    began = [
        f
        for f in story.kinds("date")
        if isinstance(f.value, Moment) and f.moment.year_known and NEW.search(story.before(f, 90))
    ]
    began = [fact for fact in began if str(fact.moment.start.year) in fact.text]
    years = {issue.year - fact.moment.start.year: fact for fact in began}
    said = int(age.amount.low)
    near = [gap for gap in years if gap == said or one_slip(gap, said)]
    length = _lengths.read(f"{said} years")
    if length is not None and len(near) == 1 and (said in years or len(years) == 1):
        turned = Moment(datetime(issue.year, 1, 1), datetime(issue.year + 1, 1, 1), "year", str(issue.year))
        yield from _told_until(turned, Told((age,), length), years[near[0]], age)


def _since_last(story: Story, lengths: Sequence[Told], today: Moment) -> Iterator[Relation]:
    """ "Brought to a close eight decades of silence … had last been rung in the spring of 1943": but for one slip."""
    dates = [
        f
        for f in story.kinds("date")
        if isinstance(f.value, Moment) and f.moment.year_known and LAST.search(story.before(f, 50))
    ]
    for told in lengths if len(dates) == 1 else ():
        years, unit = float(told.length.seconds) / YEAR, told.length.unit
        if unit in ("year", "decade") and OF_REST.match(story.after(told.facts[-1])) and years >= 2:
            gap = today.start.year - dates[0].moment.start.year
            if abs(gap - years) <= 1 or one_slip(gap, round(years)) or one_slip(gap // 10, round(years) // 10):
                yield from _told_until(today, told, dates[0], told.facts[0])


def _behind(story: Story, fact: Fact) -> list[Fact]:
    """The dated moments of the next sentence, if it says when that began: "… for two centuries. The first was launched in 1824"."""
    behind = [f for f in story.kinds("date") if 0 <= f.sentence.start - fact.sentence.end < NEXT]
    goes_on = (
        behind and THE_FIRST.match(story.text, behind[0].sentence.start) and fact.span.end + NEXT > fact.sentence.end
    )
    return _moments(story, behind[0]) + behind[:1] if goes_on and isinstance(behind[0].value, Moment) else []


def _in_post(story: Story, told: Told, today: Moment) -> Iterator[Relation]:
    """From the only moment of the sentence before to today, where it has been so since."""
    here = told.facts[0].sentence
    before = [fact for fact in story.kinds("date") if 0 <= here.start - fact.sentence.end < NEXT]
    if len(before) == 1 and SINCE_THEN.search(story.text[before[0].sentence.start : before[0].span.start]):
        moments = _moments(story, told.facts[0]) + [fact for fact in before if isinstance(fact.value, Moment)]
        if len(moments) == 1 and moments[0].moment.year_known:
            yield from _told_until(today, told, moments[0], told.facts[0])


def _in_office(story: Story, told: Told, today: Moment) -> Iterator[Relation]:
    """ "Will step down after 14 years as director. She took over in 2009"."""
    here, years = told.facts[0], [fact for fact in story.kinds("date") if is_year(fact)]
    starts = [fact for fact in years if TOOK_OVER.search(story.before(fact, 70))]
    starts = [fact for fact in starts if abs(fact.span.start - here.span.start) < REACH]
    ended = any(fact.sentence == here.sentence and fact not in starts for fact in years)
    if len(starts) == 1 and not ended and STEPS_DOWN.search(story.words(here.sentence)):
        yield from _told_until(today, told, starts[0], here)


def _moments(story: Story, fact: Fact) -> list[Fact]:
    """The dated moments of its sentence, but for what its own words make ("21 months from now")."""
    return [
        other
        for other in story.kinds("date")
        if other.sentence == fact.sentence
        and isinstance(other.value, Moment)
        and other.moment.year_known
        and str(other.moment.start.year) in other.text
        and not (other.span.start < fact.span.end and fact.span.start < other.span.end)
    ]


def _told_until(today: Moment, told: Told, moment: Fact, said: Fact) -> Iterator[Relation]:
    """From the moment to today, or from today to it."""
    here, there = moment.moment, today
    ahead = here.start > there.start
    early, late = (there, here) if ahead else (here, there)
    length = (late.start - early.start).total_seconds()
    least, most = (late.start - early.end).total_seconds(), (late.end - early.start).total_seconds()
    gap = Gap(moment, said, least, length, most)
    if length > 0 and told.length.number > 1 and of_size(gap, told, MOST):
        relation = told_between(gap, told)
        start, end = (today, moment) if ahead else (moment, today)
        yield relation._replace(parts={**relation.parts, "start": start, "end": end}, repairs=())


def _of_a_thing(story: Story, age: Fact, today: Moment) -> Iterator[Relation]:
    """ "Built in 1931, was closed in 2014 at the age of 83"; "built in 1996, is 28 years old"."""
    old = IS_OLD.search(story.before(age, 16)) is not None and age.text.lower().endswith(" old")
    if age.of or not (old or AT_AGE.search(story.before(age, 16))):
        return
    made = [
        fact for fact in _moments(story, age) if MADE.search(story.before(fact, 40)) and fact.span.end <= age.span.start
    ]
    others = [fact for fact in _moments(story, age) if fact not in made]
    if len(made) != 1:
        return
    years = _lengths.read(f"{age.amount.low} years")
    if years is None or age.amount.low != age.amount.high:
        return
    told = Told((age,), years)
    if old and not others:
        yield from _told_until(today, told, made[0], age)
    elif not old and len(others) == 1 and others[0].span.end <= age.span.start:
        gap = _years(made[0], others[0])
        if gap.said > 0 and of_size(gap, told, MOST):
            yield told_between(gap, told)


def _years(a: Fact, b: Fact) -> Gap:
    first, second = a.moment, b.moment
    said = (second.start - first.start).total_seconds()
    return Gap(a, b, (second.start - first.end).total_seconds(), said, (second.end - first.start).total_seconds())
