"""Is anybody told of whose age is not told, and who may be meant by "the 43-year-old"?"""

import re

from copydesk.late import late
from copydesk.lexicon.persons import PERSON_OF, PLURALS
from copydesk.relate.lives.aged import ADULT, Aged
from copydesk.story import Story

# Somebody whose age is not told, and who may be of the other age: by name or by noun, but for those who only speak.
TWO_NAMES = late(r"\b[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)+")
SOMEBODY = late(
    r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|and|with|of|by|for)\s+(?=((?:[a-z][\w-]*\s+){0,2}[a-z][\w-]*))"
)
GROUPS_OF = "body holder crew team squad side family group class band staff couple pair".split()
SOMEONE = PERSON_OF | PLURALS | {word: word for word in GROUPS_OF}
CHILDREN = frozenset("boy girl child baby toddler infant pupil schoolboy schoolgirl youngster".split())
# Nobody under age, and nobody of age.
ADULTS = (
    frozenset(PERSON_OF.values())
    - CHILDREN
    - frozenset(
        "teenager student sister brother son daughter cousin friend classmate twin youth victim body grandchild nephew niece passenger cyclist person".split()
    )
)
SPEAKS, SPOKEN = late(r"\s(?:said|says|told|added)\b"), late(r"\b(?:said|says|told)\s+$")
OTHER = late(r"\b(?:another|second|other|co-\w+)\b")


def somebody_else(story: Story, others: list[Aged], later: Aged) -> bool:
    """Is anybody else told of, from the sentence of the first of them on, who may be of the other age?"""
    told = story.text[others[0].fact.sentence.start : later.fact.span.start]
    names, nouns = {one.last for one in others}, {one.noun for one in others}
    if OTHER.search(told) or any(
        names.isdisjoint(found[0].split()) and not SPEAKS.match(told, found.end()) for found in TWO_NAMES.finditer(told)
    ):
        return True
    return any(_is_another(told, found, others, nouns, later.years) for found in SOMEBODY.finditer(told))


def _is_another(told: str, found: "re.Match[str]", others: list[Aged], nouns: set[str], years: int) -> bool:
    """Is it a noun for a person of about that age, of no name that is known, and who doesn't merely speak?"""
    never = ADULTS if years < ADULT else CHILDREN
    words = {SOMEONE[word] for word in found[1].split() if word in SOMEONE} - nouns - never
    behind = told[found.end(1) :].lstrip(" ,").partition(" ")[0].strip(",’'s")
    named = behind[:1].isupper() and any(behind in (*one.first, one.last) for one in others)
    speaks = SPEAKS.search(told, found.start(), found.end(1) + 5) or SPOKEN.search(told[: found.start()])
    return bool(words) and not named and not speaks
