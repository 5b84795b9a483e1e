"""What has gone on for so many days by a day that is told, and the day on which it began: "a seventh night running on Friday … began on
Saturday", "entered its fifth day on Friday".

The first day counts as one, or the first full day does. Days in court, at work or on the field leave some out.
"""

from collections.abc import Iterator
from decimal import Decimal

from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.relate.calendar.days import DAY_ALONE
from copydesk.relate.calendar.lengths import Length
from copydesk.relate.calendar.measured import DAY, Stretch
from copydesk.relate.calendar.told import Told
from copydesk.relate.events.alike import stems
from copydesk.story import Story
from copydesk.ties import one_slip

GOING_ON = pattern(
    r"\b(?:for\s+(?:a|the|its|their)|(?:enter(?:s|ed|ing)|into|reach(?:es|ed|ing)|mark(?:s|ed|ing)|was|is|now\s+in|on)\s+(?:its|the|their|a))\s+$",
    words="for enter into reach mark was is now on",
)
NTH = pattern(r"\s+(?:(?:straight|consecutive|successive|full|whole)\s+)?(day|night)\b", words="day night")
# Days of these are no days of the calendar, or begin anew.
LEFT_OUT = pattern(
    r"\b(?:trial|hearing|inquest|inquiry|court|jury|jurors|testimony|evidence|test|match|innings|play|tournament|talks|summit|conference|congress|festival|trading|shares?|stocks?|index"
    r"|markets?|sessions?|school|course|race|stage|losses|gains|christmas|holiday|of\s+(?:the\s+)?(?:month|year|week|school))\b"
)
BEGINS = pattern(
    r"\b(?:beg[au]n|started|starting|erupted|broke\s+out|breaking\s+out|flared\s+up|walked\s+out|set\s+in|went\s+on\s+(?:hunger\s+)?strike|(?:was|were)\s+imposed|since)\b[^.;,\d]{0,30}$",
    words="begun began started starting erupted broke breaking flared walked set went imposed since",
)
# "Not one night has been quiet since Saturday".
EACH = pattern(
    r"\b(?:every|each|not\s+one|not\s+an?|no)\s+(?:single\s+)?(day|night)\b[^.;]{0,40}\b(?:since|from)\s+(?:[a-z]+day,\s+)?$",
    words="every each not no",
)
IT = pattern(
    r"\W?(?:it|they|(?:the|this)\s+\w+)\s+(?:\w+\s+)?(?:beg|start|erupt|broke|flared|walked|set)",
    words="it they the this",
)
# Of another one, or of some of it: "Protests in the capital began on Wednesday".
NOT_BEGUN = pattern(
    r"\b(?:previous|earlier|another|last\s+(?:year|month)|second|new|again)\b|^\W?(?:the\s+)?\w+\s+(?:in|at|near|outside|against|by|among)\s"
)
RIGHT_BEHIND = pattern(r"\s+(?:[a-z]+\s+){1,4}on\s+")
LONGEST, WEEK, NEAR_BY = 60, 7, 3


def nth_days(story: Story) -> Iterator[tuple[Stretch, Told]]:
    """Each such count with the stretch from the only beginning that the story tells of it; one far off is of something else."""
    for place in story.kinds("ordinal") if story.mentions(" day", " night") else ():
        found = NTH.match(story.after(place, 30))
        if (
            found is None
            or not GOING_ON.search(story.before(place, 24))
            or LEFT_OUT.search(story.words(place.sentence))
        ):
            continue
        end, unit, count = _day_of(story, place), found[1].lower(), int(place.amount.low)
        gaps = {gap: start for start in _begins(story, place, unit) if end and (gap := _days(start, end))}
        if end is None or len(gaps) != 1:
            continue
        gap, start = next(iter(gaps.items()))
        if gap <= count <= gap + 1 or abs(gap + 1 - count) <= NEAR_BY or one_slip(gap + 1, count):
            length = Length(count * DAY, 0, Decimal(count), "day", False)
            yield Stretch(start, end, ((gap + 1) * DAY, gap * DAY), 0, "day"), Told((place,), length)


def _dated(story: Story) -> list[Fact]:
    return [f for f in story.kinds("date", "time") if isinstance(f.value, Moment) and f.moment.day_known]


def _day_of(story: Story, place: Fact) -> Fact | None:
    """The day right behind it, or the only one of its sentence that is not the one on which it began."""
    own = [f for f in _dated(story) if f.sentence == place.sentence and not _is_begin(story, f, "")]
    behind = [f for f in own if RIGHT_BEHIND.fullmatch(story.between(place, f))]
    return behind[0] if behind else own[0] if len(own) == 1 else None


def _begins(story: Story, place: Fact, unit: str) -> Iterator[Fact]:
    """The days on which it began: told in its sentence, of it, or with its words."""
    words = stems(story.words(place.sentence))
    for fact in _dated(story):
        if not _is_begin(story, fact, unit) or NOT_BEGUN.search(story.text[fact.sentence.start : fact.span.start]):
            continue
        own = fact.sentence == place.sentence or EACH.search(story.before(fact, 90))
        if own or IT.match(story.words(fact.sentence)) or words & stems(story.words(fact.sentence)):
            yield fact


def _is_begin(story: Story, fact: Fact, unit: str) -> bool:
    before = story.before(fact, 90)
    each = EACH.search(before)
    return BEGINS.search(before) is not None or each is not None and each[1].lower() == unit


def _days(start: Fact, end: Fact) -> int:
    """How many days later; of two weekdays within a week. Nought where it is none, or too many."""
    days = (end.moment.start.date() - start.moment.start.date()).days
    if DAY_ALONE.fullmatch(start.text) and DAY_ALONE.fullmatch(end.text):
        days %= WEEK
    return days if 0 < days < LONGEST else 0
