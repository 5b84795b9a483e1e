"""The story's times on one line: what is told of a group and of its members, of a series, of a life, and whether all of it can be true."""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.model import Fact, Relation, Span
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate.calendar.lengths import DAYS, HOUR, find, told
from copydesk.story import RelationKind, Story
from copydesk.timeline import CALENDAR, MOMENT, Network

# Events that happen to a thing once: only of these a group and single things are taken for the same.
STRUCK = (
    r"(?:hit|struck|blown\s+up|blew\s+up|bombed|attacked|destroyed|damaged|collapsed|exploded|derailed|sank|sunk|crashed|burn(?:ed|t)|brought\s+down|shot(?:\s+down)?"
    r"|raided|robbed|stabbed|killed|hijacked|kidnapped|toppled|set\s+(?:on\s+fire|alight|ablaze)|shelled|rammed|looted|flooded|evacuated|torpedoed|downed"
    r"|stolen|burgled|vandali[sz]ed|sabotaged|seized|executed|hanged|rescued|freed)"
)
EVENT = late(rf"\b{STRUCK}\b", re.I)
FIRST_OF = late(r"\bfirst\s+of\s+(?:the\s+)?$", re.I)
NOT_ALL = late(
    r"\b(?:at least|more than|other|another|further|more|least|about|some|than)\s+$",
    re.I,
    words="about further least more other some than",
)
SERIES = ("first", "second", "third", "fourth", "fifth", "sixth")
# What a number of a series may be followed by when its thing is left out.
NO_NOUN = frozenset("in on at was came went is and followed one took happened opened began of to had, had by".split())
NOUN = late(r"\s+(?:[a-z]+ly\s+)?([A-Za-z]+)")
FIRST_YEAR = 1800
# Numbers of one series stand no farther apart than this many characters.
FAR = 900
TOWN = late(r"\b[Ii]n ([A-Z]\w+)")
# A diary has this many entries at least.
LEAST_ENTRIES = 3
ENTRY = late(r"\s*(?:[:—–]|-\s)")
MOST_MEMBERS = 5
EVENT_REACH = 120
DAY_GRAINS = ("day", "part", "hour", "minute")


class Member(NamedTuple):
    """One thing that an event happened to, and when."""

    time: Fact
    words: Span


def relate(story: Story) -> Iterator[Relation]:
    """What the story ties together in time: the facts, and by how much they miss one another (`short`, nothing if they can all be true)."""
    for network, facts in (*_groups(story), *_series(story), *_diary(story)):
        clash = network.clash()
        said = clash.said if clash else tuple(facts)
        yield Relation(
            "timeline", {"statements": said, "short": _amount(clash.short if clash else 0)}, said[0].sentence
        )


def _amount(seconds: int) -> Amount:
    return told(seconds, seconds, DAYS if seconds >= 2 * 86400 else HOUR)


# ---------------------------------------------------------------- a group and its members


def _groups(story: Story) -> Iterator[tuple[Network, list[Fact]]]:
    """ "On June 1, two bridges were blown up": each bridge that the story tells of singly fell on June 1."""
    for group in story.kinds("count"):
        size = _size(group)
        day = _only_day(story, group) if size else None
        if (
            day is None
            or not EVENT.search(story.after(group, EVENT_REACH))
            or not group.of
            or NOT_ALL.search(story.before(group, 24))
        ):
            continue
        members = _members(story, group.of[-1], group.sentence)
        if len(members) == size:
            yield _group(story, group, day, members)


def _size(fact: Fact) -> int:
    """How many a count counts; 0 unless it is a small exact number."""
    if (
        not isinstance(fact.value, Amount)
        or fact.amount.bound != "="
        or fact.part
        or fact.other
        or fact.quoted
        or fact.amount.low != fact.amount.high
    ):
        return 0
    return int(fact.amount.low) if 2 <= fact.amount.low <= MOST_MEMBERS else 0


def _only_day(story: Story, group: Fact) -> Fact | None:
    """The one day that the sentence of a count tells of."""
    days = [fact for fact in story.kinds("date", "time") if fact.sentence == group.sentence]
    only = days[0] if len(days) == 1 else None
    if (
        only is None
        or not isinstance(only.value, Moment)
        or only.moment.grain not in ("day", "part")
        or not only.moment.day_known
    ):
        return None
    return only if only.moment.bound == "=" and not only.moment.about else None


def _members(story: Story, noun: str, but: Span) -> list[Member]:
    """Single things of this name that something happened to, each in a sentence with its time."""
    single = re.compile(
        rf"\b(?:an?|one|another|the first|the second|the other)\s+(?:[\w-]+\s+){{0,2}}{re.escape(noun)}\b(?=(?P<rest>[^.]{{0,{EVENT_REACH}}}))",
        re.I,
    )
    found = []
    for sentence, facts in story.sentences():
        times = [
            f
            for f in facts
            if f.kind in ("date", "time")
            and isinstance(f.value, Moment)
            and f.moment.grain in DAY_GRAINS
            and f.moment.day_known
        ]
        if sentence == but or not times:
            continue
        for thing in single.finditer(story.text, sentence.start, sentence.end):
            if EVENT.search(thing["rest"]):
                at = thing.start()
                nearest = min(times, key=lambda fact: abs(fact.span.start - at))
                found.append(Member(nearest, Span(*thing.span())))
    return found


def _group(story: Story, group: Fact, day: Fact, members: list[Member]) -> tuple[Network, list[Fact]]:
    network = Network()
    times = [member.time for member in members]
    start, end = _stretch(day)
    only_first = FIRST_OF.search(story.before(group, 24)) is not None
    for i in range(len(members)):
        _place(network, f"member {i}", members, i)
        if i == 0 or not only_first:
            # That the day of the group is this member's rests on all members having been told.
            network.between("the group's day", f"member {i}", 0, end - start - MOMENT, [day, *times])
    network.between(CALENDAR, "the group's day", start, start, [day])
    return network, [day, *times]


def _place(network: Network, name: str, members: list[Member], i: int) -> None:
    """When a member's event was: as long after the one before as its words say, or on the calendar."""
    fact = members[i].time
    length = find(fact.text) if fact.text.lower().endswith(("later", "earlier", "after", "before")) else None
    if length is not None and i > 0:
        slack = max(length.slack, length.seconds // 4 if length.hedged else 0)
        sign = 1 if fact.text.lower().endswith(("later", "after")) else -1
        middle = sign * length.seconds
        network.between(f"member {i - 1}", name, middle - slack, middle + slack, [fact])
        return
    start, end = _stretch(fact)
    network.between(CALENDAR, name, start, end - MOMENT, [fact])


def _stretch(fact: Fact) -> tuple[int, int]:
    """Start and end of a moment, in seconds from the beginning of the calendar."""
    start, end = fact.moment.stretch()
    return _seconds(start), _seconds(end)


def _seconds(moment: datetime) -> int:
    return moment.toordinal() * 86400 + moment.hour * 3600 + moment.minute * 60 + moment.second


# ---------------------------------------------------------------- a series


def _series(story: Story) -> Iterator[tuple[Network, list[Fact]]]:
    """ "The first attack … on October 4 … the second attack … on October 6": in the order of their numbers."""
    ordinals = [f for f in story.kinds("ordinal") if f.text.lower() in SERIES]
    if len(ordinals) < 2:
        return
    times = [f for f in story.kinds("date", "time") if _placed(f)]
    row: list[tuple[int, Fact]] = []
    noun, last = "", ordinals[0]
    for ordinal, following in zip(ordinals, [*ordinals[1:], None], strict=True):
        number, word = SERIES.index(ordinal.text.lower()), _noun(story, ordinal)
        day = _day_behind(story, ordinal, following, times)
        goes_on = row and number == row[-1][0] + 1 and word in (noun, "") and ordinal.span.start - last.span.start < FAR
        if row and not goes_on:
            yield from _in_order(row)
            row = []
        if day is not None and (row or word):
            row.append((number, day))
            noun, last = word or noun, ordinal
    yield from _in_order(row)


def _placed(fact: Fact) -> bool:
    """Is it a time with its day, month or year?"""
    fits = isinstance(fact.value, Moment) and fact.moment.day_known and not fact.other
    # "the 1300 block" is no year.
    return fits and fact.moment.grain in (*DAY_GRAINS, "month", "year") and fact.moment.start.year >= FIRST_YEAR


def _noun(story: Story, ordinal: Fact) -> str:
    """What is numbered; nothing where the words leave it out ("the second followed", "the third in May"). A thing of some other sort
    is told apart by its name."""
    found = NOUN.match(story.text, ordinal.span.end)
    word = found[1].lower() if found else ""
    return "" if word in NO_NOUN or word.endswith("ed") else word.removesuffix("s")


def _day_behind(story: Story, ordinal: Fact, following: Fact | None, times: list[Fact]) -> Fact | None:
    """The one time that its sentence tells behind it, up to the next number."""
    end = min(ordinal.sentence.end, following.span.start if following else ordinal.sentence.end)
    found = [f for f in times if ordinal.span.end <= f.span.start < end]
    return found[0] if len(found) == 1 and found[0].moment.bound == "=" else None


def _in_order(row: list[tuple[int, Fact]]) -> Iterator[tuple[Network, list[Fact]]]:
    known = {fact.moment.year_known for _, fact in row}
    if len(row) < 2 or len(known) > 1 or _of_two_places([fact for _, fact in row]):
        return
    network = Network()
    for number, fact in row:
        start, end = _stretch(fact)
        network.between(CALENDAR, str(number), start, end - MOMENT, [fact])
    for (a, first), (b, second) in pairwise(row):
        network.not_after(str(a), str(b), [first, second])
    yield network, [fact for _, fact in row]


def _of_two_places(times: list[Fact]) -> bool:
    """Are they told by the clocks of several towns?"""
    clocks = [fact for fact in times if fact.moment.has_clock]
    text = times[0].document.text
    return len({town for fact in clocks for town in TOWN.findall(text, fact.sentence.start, fact.sentence.end)}) > 1


# ---------------------------------------------------------------- a diary


def _diary(story: Story) -> Iterator[tuple[Network, list[Fact]]]:
    """Paragraphs that begin with a date and a colon ("MARCH 9: Talks open."), in the order of their dates but for one."""
    starts = {block.start for block in story.document.blocks}
    days = [
        fact
        for fact in story.kinds("date", "time")
        if fact.span.start in starts
        and ENTRY.match(story.text, fact.span.end)
        and isinstance(fact.value, Moment)
        and fact.moment.grain in DAY_GRAINS
    ]
    if len(days) < LEAST_ENTRIES:
        return
    turned = [(a, b) for a, b in pairwise(days) if a.moment.start > b.moment.start]
    if len(turned) > 1 or any(not fact.moment.day_known for fact in days):
        return
    network = Network()
    for i, fact in enumerate(days):
        start, end = _stretch(fact)
        network.between(CALENDAR, str(i), start, end - MOMENT, [fact])
        if i:
            network.not_after(str(i - 1), str(i), [days[i - 1], fact])
    yield network, days


RELATION = RelationKind(
    about="Times that the story ties together: a group and its members, a series; and by how much they can't all be true.",
    parts={"statements": "moments", "short": "duration"},
    relate=relate,
)
