"""A length of time tied by a word to the only two moments that its sentence tells, or it and its neighbour: "reopened on Monday, 12 weeks after
it was closed on March 18"; "broke in at 1:26 a.m. and left at 1:35 … nine minutes in all"; "took office in 2017 and has run the town for
seven years". The gap runs from what the earlier moment leaves open to what the later one does."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from copydesk.amounts import Unit
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Span
from copydesk.moments import MONTH, YEAR, Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.days import DAY_ALONE, issued
from copydesk.relate.calendar.lengths import DAYS, HOUR, MINUTE
from copydesk.relate.calendar.measured import by_weekday
from copydesk.relate.calendar.stretches import ends
from copydesk.relate.calendar.told import Told, overtaken, span_of
from copydesk.relate.spans.words import BROKEN_OFF
from copydesk.story import Story
from copydesk.ties import one_slip

# What makes a length that between two moments: in front of it, or behind.
AFTER_IT = pattern(r"\s+(?:after|before)\s+(?!that\b|this\b|the\s+(?:first|second|last)\b)[a-z]", words="after before")
LASTING = pattern(
    r"\b(?:lasted|lasts|took|takes|taken|ran|went\s+on|dragged\s+on|continued|stretched|(?:is|was)(?=\s+for\b))\s+(?:for\s+)?(?:only\s+|just\s+|exactly\s+)?$"
)
FOR = pattern(r"\bfor\s+(?:only\s+|just\s+|exactly\s+|the\s+next\s+)?$", words="for")
LATER = pattern(r"\s+after\s", words="after")
AFTER = pattern(r"\bafter\s+(?:only\s+|just\s+|exactly\s+|(?:a|an)\s+[a-z]+\s+of\s+)?$", words="after")
WITHIN = pattern(r"\b(?:in|over)\s+(?:only\s+|just\s+|exactly\s+)?$")
OF_NOUN = pattern(
    r"\b(?:a|an|the)\s+(?:journey|trip|voyage|strike|ride|walk|flight|closure|siege|wait|stay|reign|career|marriage|trial|hearing|operation|ban|blackout|break|gap|spell|term|run)\s+of\s+$"
)
SETS_OUT = pattern(
    r"\b(?:took\s+off|takes\s+off|set\s+off|set\s+out|departed|lifted\s+off|sailed)\b[^.;,]{0,20}$",
    words="took takes set departed lifted sailed",
)
# "MP for 12 years, until 1989; he died in 2009".
ITS_END = pattern(r"\b(?:until|till|up\s+to|ending\s+in|to)\s+$")
IN_ALL = pattern(r"\s+(?:in\s+all|altogether|in\s+total|all\s+told)\b")
# Told by somebody then, which is no end of anything; and what is put off from another day.
SAID_THEN = pattern(
    r"\b(?:said|says|told|announced|reported|added|wrote|tweeted|showed|confirmed|statement|interview|according)\b[^.;,]{0,30}$"
)
# A birth begins nothing but a life: "born in 1930, she ran the inn for 40 years, until …".
BORN = pattern(r"\bborn\b[^.;,]*$", words="born")
AT_ONCE = pattern(r"\W*(?:after|in|for|over)?\s*(?:only\s+|just\s+|exactly\s+)?")
AGAIN = late(
    r"\W?(?:(?:He|She|It|They|His|Her|Its|Their)\b|(?:In|On|By)\s+[^,.;]{1,24}?,?\s+(?:he|she|it|they)\b|The\s+(?P<noun>[a-z]+)\b)"
)
# "At the start of the week": no day.
EDGE = late(r"the (?:start|beginning|middle|end) of the (?:week|month|year)")
TODAY = frozenset({"today", "now", "tonight"})
# A gap so many times longer or shorter than its length is of something else; plainly tied, and loosely.
PLAIN, LOOSE = 4, 2
NEXT, STEM, QUARTER_HOUR, WEEK = 4, 4, 900, 7 * 86400
UNITS: dict[str, Unit] = {"year": YEAR, "month": MONTH, "hour": HOUR, "minute": MINUTE}


class Gap(NamedTuple):
    """From one moment to another, in seconds: at least, as the starts lie apart, and at most."""

    start: Fact
    end: Fact
    least: float
    said: float
    most: float


def between(story: Story, lengths: Sequence[Told]) -> Iterator[Relation]:
    """Those of these lengths that are told of two moments, with how far apart these are."""
    stretched = {(a.span, b.span) for a, b in ends(story)} if lengths else set()  # their lengths are read elsewhere
    for told in lengths:
        plain = _tie(story, told)
        if plain is None or told.length.number < 2 or told.facts[0].block == "headline":
            continue
        pair = _pair(story, told)
        if pair is not None and _elsewhere(story, told, *pair, plain):
            continue
        if pair is None or (pair[0].span, pair[1].span) in stretched or not _stands(story, told, *pair, plain):
            continue
        gap = _gap(*(pair[::-1] if LATER.match(story.after(told.facts[-1], 12)) else pair))
        if gap is None or not of_size(gap, told, PLAIN if plain else LOOSE):
            continue
        if _fits(gap, told) or not (_explained(story, told) or _is_chance(gap, told)):
            yield told_between(gap, told)


def _is_chance(gap: Gap, told: Told) -> bool:
    """Years that other sentences tell, and no slip of those said: so many things lie years apart."""
    if gap.start.sentence == gap.end.sentence == told.facts[0].sentence:
        return False
    apart = gap.end.moment.start.year - gap.start.moment.start.year
    return told.length.unit == "year" and not one_slip(apart, int(told.length.number))


def _tie(story: Story, told: Told) -> bool | None:
    """Is it tied plainly, or loosely; None if it is not tied at all."""
    first, last = told.facts[0], told.facts[-1]
    before, after = story.before(first, 60), story.after(last, 40)
    if told.hyphened:
        return None
    if _those(told) or AFTER_IT.match(after) or LASTING.search(before) or OF_NOUN.search(before) or IN_ALL.match(after):
        return True
    return False if FOR.search(before) or AFTER.search(before) or WITHIN.search(before) else None


def _those(told: Told) -> bool:
    """ "In those 15 years"; hours may be of a clock time that stands in another sentence."""
    return told.length.unit not in ("hour", "minute") and told.facts[0].text.lower().startswith(("those ", "these "))


def _stands(story: Story, told: Told, a: Fact, b: Fact, plain: bool) -> bool:
    """Does the length stand where the tie says: "12 weeks after" between its moments, "for seven hours" not far behind both?"""
    start, end = told.facts[0].span.start, told.facts[-1].span.end
    if AFTER_IT.match(story.after(told.facts[-1], 40)):
        return a.span.end <= start and end <= b.span.start and b.sentence == told.facts[0].sentence
    ends_there = end <= a.span.start and ITS_END.search(story.before(a, 20)) is not None and not plain
    if overtaken(story, told, b) or ends_there:
        return False
    return plain or start < b.span.start or AT_ONCE.fullmatch(story.text, b.span.end, start) is not None


def _elsewhere(story: Story, told: Told, a: Fact, b: Fact, plain: bool) -> bool:
    """Is the length told with a break in it, loosely of two moments of another sentence, or behind one at which something only set out?"""
    here = told.facts[0].sentence
    apart = here not in (a.sentence, b.sentence)
    leaves = here > b.sentence and SETS_OUT.search(story.before(b, 40)) is not None
    return leaves or (apart and not plain) or BROKEN_OFF.search(story.words(here)) is not None


def _pair(story: Story, told: Told) -> tuple[Fact, Fact] | None:
    """The only two moments of its sentence, or of it and the one beside it."""
    own = Span(told.facts[0].span.start, told.facts[-1].span.end)
    here = told.facts[0].sentence
    if any(fact.sentence == here and fact not in told.facts for fact in story.kinds("duration")):
        return None  # "nine days, with a break of three"
    sentences = [sentence for sentence, _ in story.sentences()]
    at = sentences.index(here)
    mine = _moments(story, here, own)
    if len(mine) == 2:
        return mine[0], mine[1]
    beside = [
        sentences[i]
        for i in (at - 1, at + 1)
        if 0 <= i < len(sentences) and _next_to(sentences[min(i, at)], sentences[max(i, at)])
    ]
    found = [(sentence, _moments(story, sentence, own)) for sentence in beside]
    found = [(sentence, moments) for sentence, moments in found if moments]
    if len(found) != 1 or len(mine) + len(found[0][1]) != 2:
        return None
    later = max(here, found[0][0])
    moments = sorted([*mine, *found[0][1]], key=lambda fact: fact.span)
    return (moments[0], moments[1]) if _those(told) or _goes_on(story, min(here, found[0][0]), later) else None


def _goes_on(story: Story, first: Span, later: Span) -> bool:
    """Does the second sentence speak of what the first does: with a pronoun, or a noun that stands there?"""
    again = AGAIN.match(story.words(later))
    return again is not None and (not again["noun"] or again["noun"][:STEM] in story.words(first).lower())


def _next_to(a: Span, b: Span) -> bool:
    return 0 <= b.start - a.end < NEXT - 2


def _moments(story: Story, sentence: Span, own: Span) -> list[Fact]:
    """The moments of a sentence, but for those in which something was said and those that the length itself makes."""
    return [
        fact
        for fact in story.kinds("date", "time")
        if fact.sentence == sentence
        and isinstance(fact.value, Moment)
        and not (fact.span.start < own.end and own.start < fact.span.end)
        and fact.text.lower() not in TODAY
        and not EDGE.match(fact.text)
        and not SAID_THEN.search(story.before(fact, 40))
        and not BORN.search(story.before(fact, 60))
    ]


def _gap(a: Fact, b: Fact) -> Gap | None:
    """How far apart two moments lie that are both known, or are two clock times of whatever day; of two weekdays the first is told first."""
    first, second = a.moment, b.moment
    if first.about or second.about or first.year_known != second.year_known or first.day_known != second.day_known:
        return None
    if DAY_ALONE.fullmatch(a.text) and DAY_ALONE.fullmatch(b.text):
        return None  # "on Tuesday, two days after the raid on Sunday": the days of which week?
    if first.has_clock != second.has_clock or not (first.year_known or (first.has_clock and not first.day_known)):
        return None
    if by_weekday(a) and by_weekday(b):
        said = (second.start - first.start).total_seconds() % WEEK
        return Gap(a, b, said - QUARTER_HOUR, said, said + QUARTER_HOUR) if said > 0 else None
    if first.start > second.start:
        a, b, first, second = b, a, second, first
    said = (second.start - first.start).total_seconds()
    if first.has_clock:
        return Gap(a, b, said - QUARTER_HOUR, said, said + QUARTER_HOUR) if said > 0 else None
    least, most = (second.start - first.end).total_seconds(), (second.end - first.start).total_seconds()
    return Gap(a, b, least, said, most) if said > 0 else None


def of_size(gap: Gap, told: Told, most: int) -> bool:
    """Is the length no more than so many times the gap, and no less than so small a part of it?"""
    return gap.said / most <= told.length.seconds <= gap.said * most


def _fits(gap: Gap, told: Told) -> bool:
    slack = told.length.slack
    return gap.least - slack <= told.length.seconds <= gap.most + slack


def _explained(story: Story, told: Told) -> bool:
    """Do any two moments of the story, or one and publication, lie so far apart? Then it may be told of them."""
    moments = [fact for fact in story.kinds("date", "time") if isinstance(fact.value, Moment)]
    issue = issued(story.document)
    gaps = (_gap(a, b) for i, a in enumerate(moments) for b in moments[i + 1 :])
    if any(gap is not None and _fits(gap, told) for gap in gaps):
        return True
    if issue is None:
        return False
    today = datetime(issue.year, issue.month, issue.day)
    return any(
        fact.moment.year_known
        and (fact.moment.start - today).total_seconds() - told.length.slack
        <= -told.length.seconds
        <= (fact.moment.end - today).total_seconds() + told.length.slack
        for fact in moments
    )


def told_between(gap: Gap, told: Told) -> Relation:
    """The gap and the length that is said of it."""
    said = told.length
    unit = UNITS.get(said.unit, DAYS)
    fits = _fits(gap, told)
    whole = gap.said - gap.said % float(unit.factor) if unit in (YEAR, MONTH) else gap.said  # 28 years, not 28.44
    took = _lengths.told(said.seconds, said.seconds, unit) if fits else _lengths.told(whole, whole, unit)
    slack = 0 if fits else min(said.slack, abs(said.seconds - gap.said) / 2)
    return span_of(gap.start, gap.end, told, took, unit, slack)
