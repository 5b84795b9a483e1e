"""Lengths told with the noun of what happened, whose two ends the story tells anywhere: "The six-week shutdown", where lectures "stopped on 6 February"
and "resumed on Monday".

Which moments they are is left to the calendar: a length that any two of the story lie apart is sound, and one that a slip parts from the only two
that begin and end the thing is not.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.moments import MONTH, YEAR, Moment
from copydesk.relate.calendar.days import issued, misdated
from copydesk.relate.calendar.measured import DAY, Stretch, stretch
from copydesk.relate.calendar.phase_words import BEGAN, ENDED
from copydesk.relate.calendar.told import Told
from copydesk.relate.spans.lasting import of_another
from copydesk.relate.spans.words import ANOTHER, CALLED, IN_OFFICE, NOUN, OWNED, THING
from copydesk.story import Story
from copydesk.ties import one_slip

# "The blackout lasted", "a strike that had gone on for".
NOUN_LASTED = pattern(
    r"\b([a-z]+)(?:\s+(?:that|which))?\s+(?:(?:had|has)\s+)?(?:lasted|took|taken|went\s+on|gone\s+on|dragged\s+on|of)\s+(?:for\s+)?(?:just\s+|only\s+|exactly\s+)?$"
)
# "The six weeks that the strike lasted".
AS_LASTED = pattern(
    r"\s+(?:that\s+|which\s+)?(?:the|this|their|his|her|its)\s+([a-z]+)\s+(?:had\s+)?(?:lasted|took|went\s+on|dragged\s+on|ran)\b",
    words="lasted took went dragged ran",
)
# "The furnace stood idle for": it had been shut, and was started again.
IDLE = pattern(
    r"\b(?:stood|lay|sat|was|were|been|remained|stayed)\s+(?:idle|shut|closed|silent|out\s+of\s+(?:action|use|service|order))\s+(?:for\s+)?(?:just\s+|only\s+|exactly\s+)?$",
    words="idle shut closed silent action use service order",
)
STOPPED = ("shut", "clos", "stopp", "halt", "switched off")
OF_NOUN = late(r"\s+of\s+(?:the\s+)?([a-z]+)\b")
SORTS = {
    "week": "day",
    "day": "day",
    "night": "day",
    "hour": "clock",
    "minute": "clock",
    "month": "month",
    "year": "year",
}
VERBS = {noun: tuple(verbs.split()) for nouns, verbs in CALLED.items() for noun in nouns.split()}
GRAINS = {"month": ("day", "month"), "year": ("day", "month", "year")}
# How many units off and still one word for another.
WORD_OFF, TWO_DIGITS, HOUR = 2, 10, 3600


def by_name(story: Story, lengths: Sequence[Told]) -> Iterator[tuple[Stretch, Told]]:
    """The stretch that was meant and the length that one slip parts from it."""
    for told in lengths:
        verbs = _verbs(story, told)
        if not verbs or told.length.number < 2 or told.length.unit not in SORTS:
            continue
        sort = SORTS[told.length.unit]
        moments = _moments(story, sort)
        if len(moments) < 2 or _is_another(story, told, sort):
            continue
        pairs = [found for i, a in enumerate(moments) for b in moments[i + 1 :] if (found := _stretch(a, b, sort))]
        if any(_ties(pair, told) for pair in pairs) or sort == "day" and _since(story, moments, told):
            continue
        near = [
            pair
            for pair in pairs
            if _bounds(story, pair, verbs) and _is_slip(pair, told) and not of_another(story, pair, told)
        ]
        if len({pair.lengths for pair in near}) == 1:
            yield near[0], told


def _verbs(story: Story, told: Told) -> tuple[str, ...]:
    """The stems of what began or ended by the noun that the length is told of."""
    first, last = told.facts[0], told.facts[-1]
    before = story.before(first, 60)
    if IDLE.search(before):
        return STOPPED
    lasted = NOUN_LASTED.search(before)
    named = THING.match(story.text, last.span.end) if told.hyphened and NOUN.search(before) else None
    of = (OF_NOUN.match(story.after(last, 30)) or AS_LASTED.match(story.after(last, 50))) if not told.hyphened else None
    words = [word.lower() for found in (lasted, named, of) if found for word in found.groups() if word]
    if OWNED.search(before) and IN_OFFICE.match(story.after(last, 30)):
        words.append("tenure")  # "her 16 years in office"
    return next((VERBS[word.removesuffix("s")] for word in words if word.removesuffix("s") in VERBS), ())


def _is_another(story: Story, told: Told, sort: str) -> bool:
    """Is it told of another time or thing of that name?"""
    first = told.facts[0]
    here = (f for f in story.kinds("date") if f.sentence == first.sentence and isinstance(f.value, Moment))
    issue = issued(story.document)
    other = any(f.moment.grain == "year" and (issue is None or f.moment.start.year != issue.year) for f in here)
    return ANOTHER.search(story.text, first.sentence.start, first.span.start) is not None or sort != "year" and other


def _moments(story: Story, sort: str) -> list[Fact]:
    """The moments of this grain, in order of time."""
    found = [fact for fact in story.kinds("date", "time") if isinstance(fact.value, Moment) and _is_of(fact, sort)]
    return sorted(found, key=lambda fact: fact.moment.start)


def _is_of(fact: Fact, sort: str) -> bool:
    moment = fact.moment
    if moment.about or _by_offset(fact):
        return False
    if sort == "clock":
        return moment.grain in ("minute", "hour")
    if sort == "day":
        return moment.grain in ("day", "part") and moment.year_known and moment.day_known
    return moment.year_known and str(moment.start.year) in fact.text and moment.grain in GRAINS[sort]


def _by_offset(fact: Fact) -> bool:
    return fact.text.lower().endswith(("later", "earlier", "ago", "after", "before"))


def _stretch(a: Fact, b: Fact, sort: str) -> Stretch | None:
    if sort == "day":
        days = (b.moment.start.date() - a.moment.start.date()).days
        return Stretch(a, b, (days * DAY, (days + 1) * DAY), 0, "day") if days else None
    if sort == "year":
        years = b.moment.start.year - a.moment.start.year
        return Stretch(a, b, (years * int(YEAR.factor),), int(YEAR.factor), "year") if years else None
    if sort == "month":
        months = (b.moment.start.year - a.moment.start.year) * 12 + b.moment.start.month - a.moment.start.month
        return Stretch(a, b, (months * int(MONTH.factor),), int(MONTH.factor), "month") if months else None
    return stretch(a, b)


def _ties(pair: Stretch, told: Told) -> bool:
    slack = max(told.length.slack, pair.slack, DAY if pair.sort == "day" else 0)
    return any(abs(seconds - told.length.seconds) <= slack for seconds in pair.lengths)


def _since(story: Story, moments: list[Fact], told: Told) -> bool:
    """Does it lead up to publication?"""
    issue = issued(story.document)
    if issue is None:
        return False
    back = datetime(issue.year, issue.month, issue.day) - timedelta(seconds=told.length.seconds)
    return any(abs((fact.moment.start - back).total_seconds()) <= told.length.slack + DAY for fact in moments)


def _bounds(story: Story, pair: Stretch, verbs: tuple[str, ...]) -> bool:
    """Does the first begin, and the second end, what the noun is named for? Years lie about in any story: the verb stands right before them."""
    begins = story.words(pair.start.sentence)
    if pair.sort in GRAINS:
        began = BEGAN.search(story.before(pair.start, 60))
        begins = began[0] if began else ""
    return any(verb in begins.lower() for verb in verbs) and ENDED.search(story.before(pair.end, 70)) is not None


def _is_slip(pair: Stretch, told: Told) -> bool:
    """One key or one word off, and else exact; or of the days with one month or key put right."""
    said, unit = told.length.seconds, told.length.seconds / float(told.length.number)
    for seconds in pair.lengths[:1]:
        due, off = round(seconds / unit), abs(seconds - said)
        exact = pair.sort in ("month", "year") or off % unit < HOUR or unit - off % unit < HOUR
        number = int(told.length.number)
        near = one_slip(due, number) if min(due, number) >= TWO_DIGITS else 0 < abs(due - number) <= WORD_OFF
        if exact and near:
            return True
    return pair.sort == "day" and any(abs(days * DAY - said) <= DAY for days in misdated(pair.start, pair.end))
