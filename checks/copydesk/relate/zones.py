"""One moment on the clocks of two zones: "9:14 a.m. EST (1414 GMT)", "eight hours ahead of London … 9 a.m. in London, it is 5 p.m. in …"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from copydesk.amounts import Amount, Interval, Unit
from copydesk.late import late
from copydesk.model import Fact, Relation
from copydesk.named import NamedTuple
from copydesk.relate._places import CLOCKS, zones
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
# "It was 5 a.m. in Los Angeles when the race began at 2 p.m. in Berlin"
WHEN_AT = late(r"\s+when\s+[^.;,]{3,50}\s+at\s+", words="when")
# Told of another time of the year.
SEASON = late(r"\bin\s+(?:winter|summer|spring|autumn)\b", words="autumn spring summer winter")
# Writers say EST and GMT all year; in summer the clock may be an hour on.
SUMMER_MONTHS = range(3, 12)
# "3:30 p.m. Pacific time, which is 6:30 p.m. on the East Coast"
WHICH_IS = late(
    r"(?:,?\s*(?:which|that|this)|,\s+as it|,?\s+it|)\s*(?:(?:is|was|will be|would be|means|equals|corresponds to|makes it)|in [A-Z]\w+,? (?:is|was|when it (?:is|was)))\s+(?:only |just |already )?",
    re.I,
)
# The words of the clock itself, and the place or zone behind it: "noon in Paris", "3:15 p.m. Tokyo time", "9 pm India Standard Time".
FACE = late(
    r"(?:(?:at|about|around)\s+)*(?:\d{1,2}(?:[:.]?\d\d)?(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|noon|midnight|midday)", re.I
)
WORDS = r"(?:the )?[A-Z][\w.’'-]*(?:(?: |-)(?:[A-Z][\w’'-]*|de(?= [A-Z]))){0,3}"
ZONE = late(
    rf",?\s+(?P<name>{WORDS}?)(?: (?:Standard|Daylight|Summer|Winter|local|Local))? [Tt]ime\b", words="time Time"
)
PLACE = late(rf"(?:\s+local time)?\s+(?:in|on)\s+(?P<name>{WORDS})")
COAST = late(r"\s+(?P<name>Eastern|Central|Mountain|Pacific)\b")
IN_SOME_PLACE = late(r"^\s+in\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*(?=\s*[(\[])")
# "4 a.m. local time (0200 GMT) in Beirut"
BRACKET_PLACE = late(rf"\s*(?:local time)?\s*\(\d[^()]{{2,20}}\)\s+in\s+({WORDS})", words="(")
IN_PLACE = late(rf"\b[Ii]n\s+({WORDS}),?\s+(?:at|it (?:is|was|will be))\s+$")
# "Shops in Tokyo open at 9 a.m. local time"
LOCAL, TOWN, IN_TOWN = (
    late(r"\s+local\s+time\b"),
    late(WORDS),
    late(
        rf"(?<!00 km )(?<!00 miles )\b(?:in|near|outside|(?:\b\d\d? (?:km|kilomet\w+|miles) )?(?:north|south|east|west)\w* of)\s+({WORDS})(?=[\s,.;])"
    ),
)
CAPITAL = late(r"[A-Z]\w*")
LOOSE = late(r"\b(?:[ECMP]ST)\b")
AHEAD = late(
    r"\s*(ahead of|behind|in front of)\s+((?:Greenwich Mean|Universal)(?= Time)|[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2})",
    words="ahead behind front",
)
DAY = 24 * 60
# Two clocks of one moment stand within so many characters, their places between them.
FURTHEST = 200


def relate(story: Story) -> Iterator[Relation]:
    """Pairs of clock times told as one moment. `gap`: how far apart the clocks are as told; `apart`: by their zones, or by the
    difference that the story gives. `beside`: another pair of the two zones, told rightly. Both are hours, the gap the one nearest to `apart` that a day's turn allows."""
    yield from _with_zones(story)
    yield from _with_places(story)


def _with_zones(story: Story) -> Iterator[Relation]:
    pairs = list(_tied_pairs(story))
    right = {pair.zones: (pair.here, pair.there) for pair in reversed(pairs) if pair.is_right}
    for pair in pairs:
        beside = right.get(pair.zones) if not pair.is_right else None
        told = pair.relation
        yield told._replace(parts={**told.parts, "beside": beside}) if beside else told


class Pair(NamedTuple):
    """One moment on two clocks, with the zones of the two in minutes from UTC."""

    here: Fact
    there: Fact
    zones: tuple[int, int]
    relation: Relation

    @property
    def is_right(self) -> bool:
        return self.relation.parts["gap"] == self.relation.parts["apart"]


def _tied_pairs(story: Story) -> Iterator[Pair]:
    """Clock times of one moment beside each other."""
    for here, there in pairwise(story.kinds("time")):
        if there.span.start - here.span.end > FURTHEST:
            continue
        b = _zones(story, there)
        a = _zones(story, here) if b.minutes else b
        if (
            SEASON.search(story.words(here.sentence))
            or not a.minutes
            or a.minutes == b.minutes
            or not _tied(story, a, b)
        ):
            continue
        first, second = min(((x, y) for x in a.minutes for y in b.minutes), key=lambda pair: _off(here, there, *pair))
        relation = _relation(here, there, second - first, 60 * (_loose(there) - _loose(here)))
        yield Pair(here, there, (first, second), relation)


class Clock(NamedTuple):
    """A clock time, the minutes from UTC that its clock may show, and where its words end, with its place."""

    fact: Fact
    minutes: tuple[int, ...]
    end: int


def _zones(story: Story, fact: Fact) -> Clock:
    """The zone of a clock time: by its words, or by the well-known place behind it or just before it."""
    if _clock(fact) is None:
        return Clock(fact, (), fact.span.end)
    if fact.moment.zone is not None:
        return Clock(fact, (int(fact.moment.zone.total_seconds()) // 60,), fact.span.end)
    if not _near_a_place(story, fact):
        return Clock(fact, (), fact.span.end)
    face = FACE.match(story.text, fact.span.start)
    end = max(face.end() if face else 0, 0)
    for form in (ZONE, PLACE, COAST) if face else ():
        if found := form.match(story.text, end):
            words = found["name"].split(" ")
            for last in range(len(words), 0, -1):  # "in New York City Hall": the longest name that is known
                name = " ".join(words[:last]).rstrip(".")
                if name in CLOCKS and (form is not ZONE or last == len(words)):
                    until = found.end() if last == len(words) else found.start("name") + len(name)
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
    return Clock(fact, (), fact.span.end)


def _near_a_place(story: Story, fact: Fact) -> bool:
    """Does a word stand near it that the name of a place or zone begins with? Most clock times are done with here."""
    near = story.before(fact, 90) + "|" + story.text[fact.span.start : fact.span.end + 80]
    return not _first_words().isdisjoint(CAPITAL.findall(near))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(CAPITAL.findall(name)[0] for name in CLOCKS)


def _tied(story: Story, a: Clock, b: Clock) -> bool:
    """Do the words tell of one moment? A mere comma is enough only between a clock and a zone."""
    between = story.text[a.end : b.fact.span.start]
    if WHICH_IS.fullmatch(between) or THAT_IS.fullmatch(between):
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


def _off(here: Fact, there: Fact, a: int, b: int) -> int:
    """How many minutes the clocks are off if these are their zones."""
    told = (_clock(there) or 0) - (_clock(here) or 0)
    return abs((told - (b - a) + DAY // 2) % DAY - DAY // 2)


def _clock(fact: Fact) -> int | None:
    """Minutes since midnight, of a clock time."""
    found = re.search(r"T(\d\d)(?::(\d\d))?", fact.timex or "")
    if found is None or fact.value is None or int(found[1]) > 24 or fact.moment.grain == "part":
        return None
    return (int(found[1]) * 60 + int(found[2] or 0)) % DAY


def _loose(fact: Fact) -> bool:
    moment = fact.moment
    summer = not (moment.day_known and moment.year_known) or moment.start.month in SUMMER_MONTHS
    return summer and bool(LOOSE.search(fact.text))


def _with_places(story: Story) -> Iterator[Relation]:
    """Clock times beside a place that the story says is so many hours ahead or behind."""
    for difference in story.kinds("duration"):
        found = AHEAD.match(story.after(difference, 80))
        if found is None or not isinstance(difference.value, Amount) or difference.amount.bound != "=":
            continue
        hours = difference.amount.to(HOUR)
        if hours.low != hours.high or hours.high > 18:
            continue
        apart = int(hours.low * 60) * (-1 if found[1] == "behind" else 1)
        for here, there in story.pairs("time"):
            sides = [_is_in(story, fact, found[2]) for fact in (here, there)]
            if (
                sides[0] != sides[1]
                and _clock(here) is not None
                and _clock(there) is not None
                and here.sentence.start >= 0
            ):
                if sides[1]:
                    here, there = there, here
                if _same_moment(story, here, there):
                    yield _relation(here, there, apart, said=difference)


def _is_in(story: Story, fact: Fact, place: str) -> bool:
    """Is the clock time one of this place, or of the zone of this name?"""
    return (
        f" {place} " in f"{fact.text} " or re.match(rf"\s+in {re.escape(place)}\b", story.after(fact, 40)) is not None
    )


def _same_moment(story: Story, a: Fact, b: Fact) -> bool:
    """Does the sentence tell of one moment on two clocks? "says", "it is", "when" stand between or before them."""
    first, second = sorted((a, b), key=lambda fact: fact.span)
    between = IN_SOME_PLACE.sub("", story.between(first, second))
    if OPENING.fullmatch(between) or WHICH_IS.fullmatch(between) or THAT_IS.fullmatch(between):
        return True
    words = story.before(first, 40) + story.between(first, second)
    return bool(
        re.search(
            r"\b(?:when|while|it is|there is|it's|it was|says|shows|clock|means|that is|by the time|will be|there (?:begins|starts|is|was|falls|comes))\b",
            words,
            re.I,
        )
    )


def _relation(here: Fact, there: Fact, apart: int, summer: int = 0, said: Fact | None = None) -> Relation:
    """`summer`: by how many minutes more they are apart if "EST" stands for the clock an hour on."""
    told = (_clock(there) or 0) - (_clock(here) or 0)
    gap = apart + (told - apart + DAY // 2) % DAY - DAY // 2
    right, left = ((_clock(here) or 0) + apart) % DAY, ((_clock(there) or 0) - apart) % DAY
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


def _put(fact: Fact, minutes: int) -> str:
    return f"{fact.text} → {minutes // 60}:{minutes % 60:02}"


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
