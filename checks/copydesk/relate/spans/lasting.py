"""Is a length of time, told behind a stretch, the length of that stretch? It stands right beside it, or its words go on to speak of the same thing."""

import re

from copydesk.late import late, pattern
from copydesk.lexicon.nouns import singular
from copydesk.lexicon.persons import PLURALS
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.relate.calendar.measured import Stretch
from copydesk.relate.calendar.told import Told, overtaken
from copydesk.relate.spans import words as wording
from copydesk.story import Story

# How far behind the stretch its length may stand, in characters; how near in size it must be to be taken for it, and right beside it.
REACH, NEAR, NEAR_YEARS, BESIDE = 420, 3, 2, 4
BETWEEN = late(r"\bbetween\s+$", re.I)
HOUR = 3600
PREPOSITION = late(r"\b(?:for|in|over|during)\s+(?:(?:about|just|only|some|almost|nearly)\s+)*$")
# "Six hours of speeches".
OF_NOUN = late(r"\s+of\s+([a-z]+)\b")
THE_OTHER = late(r"\s+[a-z]+\s+(?:of\s+(?:the|his|her|its|their)\s+([A-Za-z]+)|(?:of|in)\s+((?:19|20)\d\d))\b")
AFTER = late(r"\bafter\s+(?:[a-z]+\s+)?$")
OF_WORK = frozenset(
    "service work operation operations production use marriage publication trading business play talks".split()
)
# Times that tell of another stretch of this sort.
OWN = {
    "clock": ("minute", "hour", "day"),
    "day": ("day", "week", "month"),
    "month": ("month", "year"),
    "year": ("year",),
}
# "Dealing stopped at 10:20 and did not restart until 14:05. The interruption of …".
STOPPAGE = late(
    r"(?:The|This|That)\s+(?:interruption|stoppage|halt|suspension|outage|break|pause|shutdown|closure|blackout|delay)\s+of\s+"
)
STOPPED = pattern(
    r"\b(?:stop(?:s|ped)|halted|suspended|clos(?:es?|ed)|shuts?|failed|went\s+(?:down|off|out)|(?:was|were)\s+(?:cut|closed|interrupted|shut))\b",
    words="stop halt suspend clos shut failed went cut interrupted",
)
# Those whom a closure, a strike or a blackout befalls.
WHOM = frozenset(
    {
        *PLURALS,
        *"nobody no one hundreds thousands trains buses flights ferries homes houses villages streets shops schools".split(),
    }
)


def told_of(story: Story, stretch: Stretch, told: Told) -> bool:
    """Does a length behind a stretch tell how long that was?"""
    first, last = told.facts[0], told.facts[-1]
    gap, after = story.text[stretch.end.span.end : first.span.start], story.after(last, 50)
    near = first.sentence == stretch.end.sentence
    if overtaken(story, told, stretch.end) or of_another(story, stretch, told):
        return False
    if ";" in gap and wording.OWN_START.match(after) or len(gap) > REACH:
        return False  # "from 1980 to 2000; for five years, from 1990, …"
    if near and wording.AT_ONCE.fullmatch(gap) and (wording.AFTER_START.match(after) or not wording.AGE.match(after)):
        return not wording.AFTER_START.match(after) or of_size(stretch, told, BESIDE)
    if wording.AGE.match(after):
        return False
    if near:
        return _in_sentence(story, stretch, told, gap) and of_size(stretch, told, BESIDE)
    apart = "\n\n" in gap and stretch.sort == "day"
    if apart or not _goes_on(story, stretch, told):
        return False
    most = BESIDE if wording.NOUN.search(story.before(first, 50)) else NEAR_YEARS if stretch.sort == "year" else NEAR
    return of_size(stretch, told, most)


def of_another(story: Story, stretch: Stretch, told: Told) -> bool:
    """Is it told of something that the stretch is not: "the two-week closure of the bridge", "the six-week halt of 1987"?"""
    of = THE_OTHER.match(story.after(told.facts[-1])) if told.hyphened else None
    words = story.text[stretch.start.sentence.start : stretch.end.sentence.end].lower()
    return of is not None and (of[1] or of[2]).lower() not in words


def of_size(stretch: Stretch, told: Told, most: float) -> bool:
    """Is the length no more than so many times longer or shorter than the stretch?"""
    return any(size / most <= told.length.seconds <= size * most for size in stretch.lengths)


def _in_sentence(story: Story, stretch: Stretch, told: Told, gap: str) -> bool:
    """With a word that ties it, and of no other subject."""
    first, last = told.facts[0], told.facts[-1]
    before = story.before(first, 50)
    if nouns := _nouns(story, told):
        return _same_thing(story, stretch, nouns)
    # "for two-year terms" tells of other stretches than the one before it.
    lasted = not told.hyphened and wording.LASTED.search(before) is not None
    if (
        not (lasted or _owned(story, told) or wording.IN_ALL.match(story.after(last)))
        or wording.NEW_SUBJECT.search(gap)
        or wording.ANOTHER.search(gap)
    ):
        return False
    of = OF_NOUN.match(story.after(last)) if AFTER.search(before) else None
    if of and of[1] not in OF_WORK:
        return False  # "opened in 1901 and shut in 1987 after 26 years of losses"
    if AFTER.search(before) and BETWEEN.search(story.before(stretch.start, 12)):
        return False  # "having made 24 million between Monday and Thursday, it has 113 million after 10 days"
    # "Between 1914 and 1918 he served two years": of those four. "… and heard witnesses for four hours": of those six.
    loose = BETWEEN.search(story.before(stretch.start, 12)) or " and " in gap and PREPOSITION.search(before)
    return not (loose and told.length.seconds < min(stretch.lengths))


def _nouns(story: Story, told: Told) -> list[str]:
    """What a length told with a hyphen may be the length of: "the seven-hour heart operation"."""
    first, last = told.facts[0], told.facts[-1]
    if not told.hyphened or not wording.NOUN.search(story.before(first, 50)):
        return []
    found = wording.THING.match(story.text, last.span.end)
    words = [word.lower() for word in found.groups() if word] if found else []
    return [] if words and singular(words[0]) else words  # "its 24-hour shops" are many


def _goes_on(story: Story, stretch: Stretch, told: Told) -> bool:
    """Does a later sentence, which has no time of its own, speak of the same thing?"""
    first, last = told.facts[0], told.facts[-1]
    start = story.text[first.sentence.start : first.span.start]
    if wording.ANOTHER.search(start) or any(
        _is_own(fact, stretch) for fact in story.kinds("date", "time") if fact.sentence == first.sentence
    ):
        return False
    after = story.after(last, 50)
    if STOPPAGE.fullmatch(start) and STOPPED.search(story.before(stretch.start, 60)):
        return True
    named = wording.THE_LASTED.match(start)
    nouns = _nouns(story, told) or ([named[1].lower()] if named else [])
    if nouns and _same_thing(story, stretch, nouns):
        return True
    if not nouns and (
        _owned(story, told)
        or wording.IT_LASTED.match(start)
        or wording.FRONTED.match(start)
        and wording.GOES_ON.match(after)
    ):
        return True
    if wording.FRONTED.match(start) and (of := OF_NOUN.match(after)) and _same_thing(story, stretch, [of[1].lower()]):
        return True
    if (nouns or wording.WERE_FOR.match(start) or wording.FRONTED.match(start)) and _same_minutes(stretch, told):
        return True
    if start.strip() == "For" and wording.CUT_OFF.match(after):
        return True
    people = wording.AFFECTED.match(start)
    return people is not None and people[1].lower() in WHOM and wording.ENDS.match(after) is not None


def _is_own(fact: Fact, stretch: Stretch) -> bool:
    """Is it a time as fine as those of the stretch, so that the length may be of another?"""
    return isinstance(fact.value, Moment) and fact.moment.grain in OWN[stretch.sort]


def _same_minutes(stretch: Stretch, told: Told) -> bool:
    """Are both of the same odd minutes, so that only the hours differ?"""
    odd = told.length.seconds % HOUR != 0
    return odd and any((told.length.seconds - size) % HOUR == 0 for size in stretch.lengths)


def _owned(story: Story, told: Told) -> bool:
    """ "In those hours", "during its two weeks", "her 22 years in office"."""
    first = told.facts[0]
    if (
        wording.THOSE.match(first.text)
        or wording.THE_LENGTH.match(first.text)
        and wording.DURING.search(story.before(first, 24))
    ):
        return True
    if (
        wording.THE_LENGTH.match(first.text)
        and first.span.start == first.sentence.start
        and wording.IN_OFFICE.match(story.after(told.facts[-1]))
    ):
        return True
    owned = wording.OWNED.search(story.before(first, 30)) if not told.hyphened else None
    return owned is not None and (
        owned[1] is not None or wording.IN_OFFICE.match(story.after(told.facts[-1])) is not None
    )


def _same_thing(story: Story, stretch: Stretch, nouns: list[str]) -> bool:
    """Was it told of this thing, or with the verb that it is named for: "closed … the closure"?"""
    words = story.text[stretch.start.sentence.start : stretch.end.span.end].lower()
    nouns = [noun.removesuffix("s") for noun in nouns]
    if nouns[0] in wording.GENERIC or nouns[0] in words:
        return True
    verbs = [
        verb
        for noun in nouns
        for called, verbs in wording.CALLED.items()
        if noun in called.split()
        for verb in verbs.split()
    ]
    return any(verb in words for verb in verbs)
