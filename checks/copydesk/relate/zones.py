"""One moment on the clocks of two zones: "9:14 a.m. EST (1414 GMT)", "eight hours ahead of London … 9 a.m. in London, it is 5 p.m. in …"."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

from copydesk.amounts import Amount, Interval, Unit
from copydesk.late import late
from copydesk.model import Fact, Relation, Repair
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar.measured import half_said
from copydesk.relate.clocks.apart import WORDS, minutes_of, off_by, one_moment, one_slip_apart
from copydesk.relate.clocks.places import CLOCKS, zones
from copydesk.relate.clocks.some_week import in_some_week
from copydesk.story import Parts, RelationKind, Story

HOUR = Unit("hour", (("time", 1),), Decimal(3600))
# What may stand between two clock times of one moment.
OPENING = late(
    r"\s*(?:[(\[/;=]|[-–—]|,?\s+or\s|,\s*(?!and|to|until|then))\s*(?:(?:that is|i\.e\.|about|around|corresponding to|equivalent to|meaning),?\s*)?(?:at\s+)?",
    re.I,
)
THAT_IS = late(
    r"[.,;]\s+(?:That|That’s|That's|This|It) (?:is|was|would be|will be|means|meant|equals|)\s*(?:at\s+)?", re.I
)
CLOSING = late(r"\s*(?:[)\],;./—–”\"]|on\b|in\b|for\b|when\b|as\b|the (?:day|previous|next|following)\b|$)")
# "It was 5 a.m. in Los Angeles and 2 p.m. in Berlin when …": the one moment is named by "it".
IT_IS = late(
    r"\b(?:it|it’s|it's|clocks?)(?: (?:is|was|will be|would be|reads?|shows?))?\s+(?:just |already |still )?$", re.I
)
AND_IT_IS = late(r",?\s+(?:and|but|while|when)\s+(?:it (?:is|was|will be)\s+)?(?:already |still |only )?", re.I)
# "at 9 p.m. in Toronto and at 2 a.m. in Lisbon", told as one moment.
AND_AT = late(r",?\s+and\s+(?:at\s+)?")
AT_ONCE = late(
    r"\b(?:together|simultaneous(?:ly)?|at once|at the same (?:time|moment|hour|instant)|live|same moment)\b",
    re.I,
    words="together simultaneous once same live",
)
# "It was 5 a.m. in Los Angeles when the race began at 2 p.m. in Berlin"
WHEN_AT = late(r"\s+when\s+[^.;,]{3,50}\s+at\s+", words="when")
# Told of another time of the year.
SEASON = late(r"\bin\s+(?:winter|summer|spring|autumn)\b", words="autumn spring summer winter")
# Writers say EST and GMT all year; in summer the clock may be an hour on.
SUMMER_MONTHS, MARCH, NOVEMBER = range(3, 12), 3, 11
# "3:30 p.m. Pacific time, which is 6:30 p.m. on the East Coast"
WHICH_IS = late(
    r"(?:,?\s*(?:which|that|this)|,\s+as it|,?\s+it|,?\s+when it|,?\s+(?:at|by) which (?:time|moment|hour|point) it|)\s*(?:(?:is|was|will be|would be|means|equals|corresponds to|makes it)|in [A-Z]\w+,? (?:is|was|when it (?:is|was)))\s+(?:only |just |already |still )?",
    re.I,
)
# The words of the clock itself, and the place or zone behind it: "noon in Paris", "3:15 p.m. Tokyo time", "9 pm India Standard Time".
FACE = late(
    r"(?:(?:at|about|around)\s+)*(?:\d{1,2}(?:[:.]?\d\d)?(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|noon|midnight|midday)", re.I
)
# "Wednesday at 2 p.m."
FACE_LAST = late(r"\bat\s+(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\.?|noon|midnight)$", re.I)
# "Sunday evening at a quarter to seven".
IN_WORDS = late(r"\b(?:past|to)\s+[a-z]+$")
ZONE = late(
    rf",?\s+(?P<name>{WORDS}?)(?: (?:Standard|Daylight|Summer|Winter|local|Local))? [Tt]ime\b", words="time Time"
)
PLACE = late(rf"(?:\s+local time|\s+by (?:the|its) clocks?)?\s+(?:in|on)\s+(?P<name>{WORDS})")
# "Noon in New York (EST)".
IN_BRACKETS = late(r"\s\([A-Z]{2,5}\)")
COAST = late(r"\s+(?P<name>Eastern|Central|Mountain|Pacific)\b")
# "4 a.m. local time (0200 GMT) in Beirut"
BRACKET_PLACE = late(rf"\s*(?:local time)?\s*\(\d[^()]{{2,20}}\)\s+in\s+({WORDS})", words="(")
IN_PLACE = late(rf"\b[Ii]n\s+({WORDS}),?\s+(?:at|it (?:is|was|will be))\s+$")
# "Shops in Tokyo open at 9 a.m. local time"
LOCAL, TOWN, IN_TOWN = (
    late(r"\s+local\s+time\b"),
    late(WORDS),
    late(
        rf"(?<!00 km )(?<!00 miles )\b(?:[Ii]n|near|outside|(?:\b\d\d? (?:km|kilomet\w+|miles) )?(?:north|south|east|west)\w* of|reached|hit|struck|rocked|left)\s+({WORDS})(?=[\s,.;])"
    ),
)
SET_OFF = late(r"(?:\s+local\s+time)?(?:\s+on\s+[A-Z][a-z]+day)?\s*[(\[/]\s*")
CAPITAL = late(r"[A-Z]\w*")
LOOSE = late(r"\b(?:[ECMP]ST)\b")
DAY = 24 * 60
# Two clocks of one moment stand within so many characters, their places between them.
FURTHEST, FAR_PAIRS, MOST_HOURS = 200, 2500, 3


def relate(story: Story) -> Iterator[Relation]:
    """Pairs of clock times told as one moment. `gap`: how far apart the clocks are as told; `apart`: by their zones, or by the
    difference that the story gives. `beside`: another pair of the two zones, told rightly. Both are hours, the gap the one nearest to `apart` that a day's turn allows."""
    yield from _with_zones(story)
    yield from _with_places(story)
    yield from _by_local_time(story)


def _by_local_time(story: Story) -> Iterator[Relation]:
    """ "At 9:05 p.m. local time (1805 GMT) … at 9:40 p.m. (1840 GMT)": the clock of one place, whichever that is, is always as far from Greenwich."""
    found: dict[int, list[tuple[Fact, Fact]]] = {}
    for here, there in pairwise(story.once(clocks)) if story.mentions("gmt", "utc") else ():
        zone = there.moment.zone if minutes_of(there) is not None else None
        local = minutes_of(here) is not None and here.moment.zone is None
        if zone is not None and not zone and local and SET_OFF.fullmatch(story.between(here, there)):
            found.setdefault(off_by(here, there, 0), []).append((here, there))
    alike = max(found.values(), key=len, default=[])
    odd = [pair for pairs in found.values() for pair in pairs if pairs is not alike]
    if len(odd) != 1 or SEASON.search(story.text) or story.mentions("clocks", "daylight"):
        return
    (here, there), (right, beside) = odd[0], alike[0]
    near = abs(here.span.start - right.span.start) < FAR_PAIRS or len(alike) > 1
    months = {fact.moment.start.month for fact in (here, right) if fact.moment.day_known}
    elsewhere = _towns(story, *odd[0]) - {town for pair in alike for town in _towns(story, *pair)}
    apart = off_by(right, beside, 0)
    off = off_by(here, there, apart)
    if near and len(months) < 2 and not elsewhere and off % 60 == 0 and abs(off) <= MOST_HOURS * 60:
        told = _relation(here, there, apart)
        yield told._replace(parts={**told.parts, "beside": (right, beside)})


def _towns(story: Story, here: Fact, there: Fact) -> set[str]:
    return {*IN_TOWN.findall(story.before(here, 40)), *IN_TOWN.findall(story.after(there, 30))}


def _with_zones(story: Story) -> Iterator[Relation]:
    pairs = list(_pairs(story))
    right = {pair.zones: (pair.here, pair.there) for pair in reversed(pairs) if pair.tied and pair.is_right}
    for pair in pairs:
        if pair.tied or pair.zones in right and one_slip_apart(pair.here, pair.there, pair.zones[1] - pair.zones[0]):
            beside = right.get(pair.zones) if not pair.is_right else None
            told = pair.relation
            yield told._replace(parts={**told.parts, "beside": beside}) if beside else told


def clocks(story: Story) -> list[Fact]:
    """The clock times; those on a weekday of no known week by their clock alone."""
    return [
        fact if fact.value else placed._replace(value=placed.moment._replace(day_known=False))
        for fact in story.kinds("time")
        if isinstance((placed := in_some_week(fact)).value, Moment)
    ]


class Pair(NamedTuple):
    """Clock times on two clocks, with the zones of the two in minutes from UTC; `tied` where the words tell of one moment."""

    here: Fact
    there: Fact
    zones: tuple[int, int]
    tied: bool
    relation: Relation

    @property
    def is_right(self) -> bool:
        return self.relation.parts["gap"] == self.relation.parts["apart"]


def _pairs(story: Story) -> Iterator[Pair]:
    """Clock times of two zones that follow one another."""
    for here, there in pairwise(story.once(clocks)):
        if there.span.start - here.span.end > FURTHEST:
            continue
        b = _zones(story, there)
        a = _zones(story, here, _which_is(story.text[here.span.end : there.span.start])) if b.minutes else b
        if SEASON.search(story.words(here.sentence)) or not a.minutes or a.minutes == b.minutes:
            continue
        first, second = min(
            ((x, y) for x in a.minutes for y in b.minutes), key=lambda pair: abs(off_by(here, there, pair[1] - pair[0]))
        )
        relation = _relation(here, there, second - first, 60 * (_loose(there) - _loose(here)))
        yield Pair(here, there, (first, second), _tied(story, a, b, second - first), relation)


class Clock(NamedTuple):
    """A clock time, the minutes from UTC that its clock may show, and where its words end, with its place."""

    fact: Fact
    minutes: tuple[int, ...]
    end: int


def _zones(story: Story, fact: Fact, by_town: bool = False) -> Clock:
    """The zone of a clock time: by its words, or by the well-known place behind it or just before it, or by the only town before it."""
    if minutes_of(fact) is None:
        return Clock(fact, (), fact.span.end)
    if fact.moment.zone is not None:
        return Clock(fact, (int(fact.moment.zone.total_seconds()) // 60,), fact.span.end)
    if not _near_a_place(story, fact):
        return Clock(fact, (), fact.span.end)
    face = FACE.match(story.text, fact.span.start) or FACE_LAST.search(story.text, fact.span.start, fact.span.end)
    end = face.end() if face else 0
    in_words = IN_WORDS.search(fact.text) is not None and half_said(fact)
    for form in (ZONE, PLACE, COAST) if face else (PLACE,) if in_words else ():
        if found := form.match(story.text, end if form is not PLACE else max(end, fact.span.end)):
            words = found["name"].split(" ")
            for last in range(len(words), 0, -1):  # "in New York City Hall": the longest name that is known
                name = " ".join(words[:last]).rstrip(".")
                if name in CLOCKS and (form is not ZONE or last == len(words)):
                    until = found.end() if last == len(words) else found.start("name") + len(name)
                    if abbreviated := IN_BRACKETS.match(story.text, until):
                        until = abbreviated.end()
                    return Clock(fact, zones(name, fact.moment), max(until, fact.span.end))
    if (behind := BRACKET_PLACE.match(story.text, end)) and behind[1].rstrip(".") in CLOCKS:
        return Clock(fact, zones(behind[1].rstrip("."), fact.moment), fact.span.end)
    if LOCAL.match(story.text, end):
        words = story.words(fact.sentence)
        named, told = ({name.rstrip(".") for name in form.findall(words)} & CLOCKS.keys() for form in (TOWN, IN_TOWN))
        town = named.pop() if len(named) == 1 and named == told else ""
        return Clock(fact, zones(town, fact.moment), fact.span.end)
    if before := IN_PLACE.search(story.before(fact, 50)):
        return Clock(fact, zones(before[1], fact.moment), fact.span.end)
    towns = set(IN_TOWN.findall(story.text, fact.sentence.start, fact.span.start)) & CLOCKS.keys() if by_town else set()
    return Clock(fact, zones(towns.pop(), fact.moment) if len(towns) == 1 else (), fact.span.end)


def _near_a_place(story: Story, fact: Fact) -> bool:
    """Does a word stand near it that the name of a place or zone begins with? Most clock times are done with here."""
    near = story.before(fact, 90) + "|" + story.text[fact.span.start : fact.span.end + 80]
    return not _first_words().isdisjoint(CAPITAL.findall(near))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(CAPITAL.findall(name)[0] for name in CLOCKS)


def _which_is(between: str) -> bool:
    return bool(WHICH_IS.fullmatch(between) or THAT_IS.fullmatch(between)) or between.strip(", ") == "or"


def _tied(story: Story, a: Clock, b: Clock, apart: int) -> bool:
    """Do the words tell of one moment? A mere comma is enough between a clock and a zone, and between two towns an hour or two off."""
    between = story.text[a.end : b.fact.span.start]
    if WHICH_IS.fullmatch(between) or THAT_IS.fullmatch(between):
        return True
    if AND_AT.fullmatch(between) and AT_ONCE.search(story.words(a.fact.sentence)):
        return True
    two = sum(fact.sentence == a.fact.sentence for fact in story.kinds("time")) == 2
    if between == ", " and two and story.text[b.end : b.end + 1] == ",":  # "at 9am in New York, 2pm in London, on …"
        return True
    bracket = story.text.rfind("(", a.fact.sentence.start, a.fact.span.start)
    listed = bracket >= 0 and ")" not in story.text[bracket : b.end] and story.text[b.end : b.end + 1] == ")"
    if between == ", " and listed:  # "9 p.m. in Paris (3 p.m. in New York, noon in Los Angeles)"
        return True
    near = between == ", " and two and one_slip_apart(a.fact, b.fact, apart, odd=False)
    if near and CLOSING.match(story.text, b.end):
        return True
    if (AND_IT_IS.fullmatch(between) or WHEN_AT.fullmatch(between)) and IT_IS.search(story.before(a.fact, 30)):
        return True
    by_name = (b.fact.moment.zone is not None or COAST.match(story.text, b.fact.span.end) is not None) and (
        a.fact.moment.zone is not None or b.minutes == (0,) or COAST.match(story.text, a.fact.span.end) is not None
    )
    by_name = by_name or story.text[a.end - 5 : a.end].lower() == " time"
    universal = a.fact.moment.zone is not None and a.minutes == (0,)
    set_off = by_name or universal or between.strip() in ("(", "[", "/", "=") or between.strip(", ").lower() == "or"
    return set_off and bool(OPENING.fullmatch(between)) and bool(CLOSING.match(story.text, b.end))


def _loose(fact: Fact) -> bool:
    moment = fact.moment
    return bool(LOOSE.search(fact.text)) and not (moment.year_known and _is_winter(moment.start.date()))


def _is_winter(day: date) -> bool:
    """Do American clocks surely show standard time: from the first Sunday of November to the second of March?"""
    first = day.replace(day=1)
    sunday = 1 + (6 - first.weekday()) % 7
    if day.month == MARCH:
        return day.day < sunday + 7
    return day.day >= sunday if day.month == NOVEMBER else day.month not in SUMMER_MONTHS


def _with_places(story: Story) -> Iterator[Relation]:
    """Clock times beside a place that the story says is so many hours ahead or behind."""
    for here, there, apart in one_moment(story):
        yield _relation(here, there, apart.minutes, said=apart.said)


def _relation(here: Fact, there: Fact, apart: int, summer: int = 0, said: Fact | None = None) -> Relation:
    """`summer`: by how many minutes more they are apart if "EST" stands for the clock an hour on."""
    told = (minutes_of(there) or 0) - (minutes_of(here) or 0)
    gap = apart + (told - apart + DAY // 2) % DAY - DAY // 2
    right, left = ((minutes_of(here) or 0) + apart) % DAY, ((minutes_of(there) or 0) - apart) % DAY
    if apart < 0:  # how far apart is told without a sign
        gap, apart, summer = -gap, -apart, -summer
    exact = Interval(Decimal(apart) / 60, Decimal(apart) / 60)
    wide = exact.hull(Interval(Decimal(apart + summer) / 60, Decimal(apart + summer) / 60))
    wide = wide if gap == apart + summer else exact
    due = Amount(exact.low, exact.high, "=", exact, wide, HOUR)
    parts: Parts = {"here": here, "there": there, "gap": _hours(gap), "apart": due}
    if said is not None:
        parts["difference"] = said
    return Relation("zones", parts, here.sentence, (_put(there, right), _put(here, left)))


def _put(fact: Fact, minutes: int) -> Repair:
    return Repair(fact.text, f"{minutes // 60}:{minutes % 60:02}")


def _hours(minutes: int) -> Amount:
    exact = Interval(Decimal(minutes) / 60, Decimal(minutes) / 60)
    return Amount(exact.low, exact.high, "=", exact, exact, HOUR)


RELATION = RelationKind(
    about="One moment told on two clocks: in two zones, or in two places that the story says are so many hours apart.",
    parts={
        "here": "moment",
        "there": "moment",
        "gap": "duration",
        "apart": "duration",
        "difference": "duration",
        "beside": "moments",
    },
    relate=relate,
)
