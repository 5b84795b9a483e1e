"""The day or year that an offset counts from, told elsewhere than beside it: one that it leads from, or one that a slip would explain."""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.days import issued
from copydesk.relate.calendar.lengths import Length
from copydesk.relate.calendar.points import DAY, Point
from copydesk.relate.events.alike import stems
from copydesk.relate.offsets.looking_back import years_ago
from copydesk.story import Story
from copydesk.ties import one_slip

# A day told with the same words is the one counted from only if it is no more than so many days off.
NEAR = 62
# Units in which years can be told apart.
LONG = ("month", "year")
THE_THING = late(r"the [a-z]+(?: [a-z]+)?\s*(?:,|$)")
# "Four years after their golden wedding" counts from no wedding.
FEAST = late(r"\b(?:anniversary|jubilee|birthday|\w*centen\w+|(?:silver|ruby|golden|diamond|platinum) wedding)\b")
YEARS_AFTER = late(r",\s+((?:\d+|[a-z-]+) years?) after\b", words="after")
# "The alarm was raised": the police were called, or somebody was reported missing.
RAISED = pattern(
    r"\balarm\s+was\s+(?:raised|given)|\braised\s+the\s+alarm|\breported\s+(?:(?:him|her|them|it)\s+)?(?:missing|overdue)"
    r"|\b(?:called|rang|phoned|telephoned|alerted|told|went\s+to)\s+(?:the\s+)?(?:police|coastguards?|rescuers)|\b(?:police|coastguards?|rescuers)\s+were\s+(?:called|alerted|told)"
)
# "The deadline passed": somebody had until that day.
DEADLINE = pattern(
    r"\b(?:deadline|time\s+limit|ultimatum|notice|period|window|cut-?off|grace)\b[^.;:]{0,40}\b(?:ran\s+out|expir\w+|passed|lapsed|ended|was\s+up|closed)|^the\s+(?:deadline|cut-?off)\W*$",
    words="deadline limit ultimatum notice period window cutoff cut-off grace",
)
UNTIL = pattern(
    r"\b(?:until|till|by|no\s+later\s+than|before|deadline\s+of|deadline\s+(?:was|is))\s+(?:midnight\s+on\s+|noon\s+on\s+)?$"
)
TWO_DIGITS = 10
ONE_DAY = Length(DAY, 0, Decimal(1), "day", False)


class Offset(NamedTuple):
    """So long after (sign 1) or before (-1), and the fact that says so where it is one."""

    length: Length
    sign: int
    said: Fact | None = None


def elsewhere(story: Story, told: list[Point], i: int, offset: Offset, what: str) -> Point | None:
    """The day counted from is told elsewhere: the one whose sentence speaks of the same thing, or the one that a slip would explain."""
    here = told[i]
    others = [
        p
        for p in told
        if p is not here and p.named and p.fact.sentence != here.fact.sentence and not _is_dateline(story, p)
    ]
    if offset.length.unit == "month":
        others = [p for p in others if p.month and here.month]
    fits = [p for p in others if p.fits(here, offset.length, offset.sign)]
    if fits or FEAST.search(what):
        return fits[-1] if fits else None
    length = offset.length
    if length.unit == "year":
        return _years_elsewhere(story, told, others, here, offset, what)
    if length.unit not in ("day", "week"):
        return None
    said = length.seconds // DAY
    apart = [(p, days * offset.sign) for p in others if p.day and (days := p.days_to(here)) is not None]
    thing = stems(what.partition(",")[0])
    told_of = [p for p, _ in apart if thing & stems(story.words(p.fact.sentence))]
    if RAISED.search(what):
        told_of = [p for p, _ in apart if RAISED.search(story.words(p.fact.sentence))] or told_of
    if DEADLINE.search(what):
        told_of = [p for p, _ in apart if UNTIL.search(story.before(p.fact, 30))] or told_of
    exact = not what or (length.unit == "day" and said >= TWO_DIGITS)
    turned = [p for p, days in apart if said > 1 and (exact or p in told_of) and abs(days + said) * DAY <= length.slack]
    slipped = [p for p, days in apart if length.unit == "day" and said > 1 and _slipped(here, days, said)]
    same = [p for p, days in apart if 0 < days <= said + NEAR and p in told_of]
    before = [p for p, days in apart if days <= 0 and p in told_of and _would_be(here, p, days - said)]
    found = (turned or slipped)[-1:] or same or before
    return found[0] if len(found) == 1 else None


def _is_dateline(story: Story, point: Point) -> bool:
    """Is it the day of publication, in a line by itself?"""
    issue = issued(story.document)
    if not issue or (point.year, point.month, point.day) != (issue.year, issue.month, issue.day):
        return False
    return story.words(point.fact.sentence).strip(" .:—-") == point.fact.text


def _years_elsewhere(
    story: Story, told: list[Point], others: list[Point], here: Point, offset: Offset, what: str
) -> Point | None:
    """ "in 1986, 12 years after the strike": of the year told with the same thing, the only other one, the only one told to the day, or the one
    that the story looks back on; if it is one slip away. Not where another statement leads to the same year."""
    meant = (here.year or 0) - offset.sign * int(offset.length.number)
    ago = _years_ago(story)
    if any(abs(year - meant) <= 1 for year in (*ago, *_also_meant(story, told, here))):
        return None
    years = {p.year: p for p in (*reversed(others), *ago.values()) if p.year and here.year}
    apart = {year: offset.sign * ((here.year or 0) - year) for year in years}
    slips = [p for year, p in years.items() if apart[year] > 0 and one_slip(apart[year], int(offset.length.number))]
    same = [p for p in slips if stems(what.partition(",")[0]) & stems(story.words(p.fact.sentence))]
    to_the_day = [p for p in years.values() if p.day]
    if not same and THE_THING.match(what):
        same = [p for p in slips if len(years) == 1 or to_the_day == [p]] or [p for p in slips if p.year in ago]
    return same[0] if len(same) == 1 else None


def _years_ago(story: Story) -> dict[int, Point]:
    """The years that are told as so many years before publication."""
    issue = issued(story.document)
    counts = [(f, count) for f in story.kinds("date") if issue and (count := years_ago(f))]
    return {issue.year - count: Point(f, issue.year - count) for f, count in counts if issue}


def _also_meant(story: Story, told: list[Point], here: Point) -> Iterator[int]:
    """The years that other dates are told to be so long after: "in 1968, five years after the opening"."""
    for point in told:
        found = YEARS_AFTER.match(story.after(point.fact, 40)) if point is not here and point.year else None
        length = _lengths.read(found[1]) if found else None
        if length and point.year:
            yield point.year - int(length.number)


def _slipped(here: Point, days: int, said: int) -> bool:
    """Would one digit of the figure or the day set it right?"""
    day = here.day or 0
    meant = day - (days - said)
    far = abs(meant - day) >= 10 - (day < 10 or meant < 10)
    figure = min(days, said) >= TWO_DIGITS and one_slip(days, said)
    return figure or (0 < meant <= 31 and one_slip(meant, day) and far)


def _would_be(here: Point, anchor: Point, off: int) -> bool:
    """Would one key of its number, or of its anchor's, put a day behind the one that it is said to come after?"""
    ends = (((here.day or 0), -off), ((anchor.day or 0), off))
    return any(0 < day + by <= 31 and one_slip(day + by, day) for day, by in ends)
