"""Two voices on one thing: "the ministry said 41 people had died … the Red Crescent put the number at 38". A difference between sources,
and no mistake of the reporter's."""

import re
from collections.abc import Iterator

from copydesk.late import pattern
from copydesk.model import Fact, Relation
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import comparable, content, head, of_people, two_voices
from copydesk.ties import each_way

KINDS = ("count", "number", "money", "quantity", "percent")
# "Police counted 12,000", "the army put the toll at nine": the figure of the thing just told.
PUT = pattern(
    r"(?:^|[;,.]\s+|\b(?:while|but|and|whereas|though|although)\s+)(?P<who>(?:[Tt]he\s+|[A-Z]\w+\s+)?(?:[\w’'-]+\s+){0,3}?[\w’'-]+)\s+"
    r"(?:counted|reckoned|claimed|gave|spoke\s+of|(?:had\s+)?(?:puts?|estimate[sd]?|numbered)\s+(?:it|them|(?:the|its|their)\s+(?:\w+\s+){0,2}?(?P<what>[\w-]+)(?:\s+of\s+[^@.;,]{1,40}?)?)\s+at)"
    r"\s+(?:only\s+|just\s+|about\s+|some\s+|nearly\s+|at\s+least\s+|more\s+than\s+)*[$£€]?$"
)
VERBS_OF_PUTTING = (
    "counted",
    "reckoned",
    "claimed",
    "gave",
    "spoke of",
    "put the",
    "put it",
    "put its",
    "put their",
    "puts",
    "estimate",
    "numbered",
)
VERBS = (" at ", "counted", "reckoned", "claimed", "gave", "spoke")
COUNTED = frozenset(
    {"number", "toll", "figure", "total", "turnout", "crowd", "count", "losses", "dead", "strength", "attendance"}
)
# Another count than the one before: of others, at another time, or by then.
ANOTHER = pattern(
    r"\b(?:another|others?|further|additional|more|separate(?:ly)?|elsewhere|earlier|previous(?:ly)?|later|since|so\s+far|last\s+\w+|(?:a|two|three|\d+)\s+\w+\s+(?:ago|later|earlier)|in\s+(?:19|20)\d\d|would|will|could|expects?|plans?|hopes?|wants?)\b"
)
NOUNS = frozenset({"person", "people", "body", "victim"})
# Sources that differ by more than this speak of two things.
FACTOR = 5
NEAR = 900
# Neighbouring sentences are no further apart, a paragraph's end included.
NEXT = 4


def relate(story: Story) -> Iterator[Relation]:
    """Each figure that somebody gives, with the nearest one before it that somebody else gives of the same thing."""
    if not _may_be_two(story):
        return
    said = [fact for fact in story.kinds(*KINDS) if _is_said(story, fact)]
    for i, fact in enumerate(said):
        put = _put(story, fact) if i else None
        if not i or not (put or fact.role) or ANOTHER.search(_near(story, fact)):
            continue
        voice = _voice(story, fact)
        for other in reversed(said[:i]):
            if fact.span.start - other.span.end > NEAR:
                break
            same = _put_on(story, put, fact, other) if put else _one_role(fact, other)
            if same and two_voices(voice, _voice(story, other)) and _may_differ(story, fact, other):
                parts: Parts = {"here": fact, "there": other}
                yield Relation("voices", parts, fact.sentence, each_way(fact, other))
                break


def _may_be_two(story: Story) -> bool:
    """Is anything put somewhere by somebody, or said by two of what befell people?"""
    if story.mentions(*VERBS_OF_PUTTING):
        return True
    return len({fact.speaker for fact in story.kinds("count") if fact.role and fact.speaker}) > 1


def _is_said(story: Story, fact: Fact) -> bool:
    """One figure above one that somebody gives, of the event itself and of the whole."""
    plain = fact.block != "headline" and not fact.part and not fact.other and bool(fact.speaker or _put(story, fact))
    return plain and fact.amount.low == fact.amount.high and fact.amount.low > 1


def _put(story: Story, fact: Fact) -> "re.Match[str] | None":
    words = story.before(fact, 110)
    return PUT.search(words) if any(verb in words for verb in VERBS) else None


def _voice(story: Story, fact: Fact) -> str | None:
    """Who gives a figure: who put it there, or whoever speaks."""
    put = _put(story, fact)
    return put["who"] if put else fact.speaker


def _may_differ(story: Story, fact: Fact, other: Fact) -> bool:
    low, high = sorted((fact.amount.low, other.amount.low))
    return comparable(fact, other) and high <= low * FACTOR and not ANOTHER.search(_near(story, other))


def _put_on(story: Story, put: "re.Match[str]", fact: Fact, other: Fact) -> bool:
    """Is it of what the other figure counts, in its sentence or the one before; or is what it is a figure of named there?"""
    if fact.sentence.start - other.sentence.end > NEXT:
        return False
    what = (put["what"] or "").lower()
    if what and what not in COUNTED:
        return bool(content(what) & content(story.words(other.sentence)))
    return other.kind == "count" and fact.kind in ("count", "number") and bool(other.role or of_people(head(other)))


def _one_role(fact: Fact, other: Fact) -> bool:
    """Did the same befall both, and is it anybody or people of one noun?"""
    first, second = head(fact), head(other)
    return fact.role == other.role and bool({first, second} & NOUNS or first == second)


def _near(story: Story, fact: Fact) -> str:
    return story.before(fact, 40) + fact.text + story.after(fact, 40)


RELATION = RelationKind(
    about="A figure that one voice gives, and the one that another voice gives of the same thing.",
    parts={"here": "figure", "there": "figure"},
    relate=relate,
)
