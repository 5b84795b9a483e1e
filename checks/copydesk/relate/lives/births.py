"""Births as a story tells them: when, and of whom."""

import re
from collections.abc import Iterator
from datetime import date

from copydesk.late import late
from copydesk.lexicon.persons import KIN
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.story import Story

BORN = late(
    r"\b[Bb]orn\b(?:(?!\b(?:and|but|to)\b)[^.;()\d]){0,40}?\b(?:on|in)\s+$|\bcame\s+into\s+the\s+world\b[^.;()\d]{0,40}?\b(?:on|in)\s+$|\b[Bb]orn\s+$|\([Bb](?:orn|\.)\s+(?:in\s+)?$",
    words="born Born world (",
)
# Who was born: the name before the verb, or a pronoun.
SUBJECT = late(
    r"\b((?:[A-Z][\w'’-]+\s+){0,3}[A-Z][\w'’-]+)(?:(?:,\s+\d+)?(?:,?\s+who)?,?\s+(?:was|is|were)|,|\s+\()\s*$"
)
BORN_FIRST = late(r"^\W*[Bb]orn\b[^.]{0,80}?,\s+((?:[A-Z][\w'’-]+\s+){0,2}[A-Z][\w'’-]+)\s")
# "Hanna Ruud, who has died aged 88, was born"
CLAUSE = late(r",\s+who\s[^,]*,\s")
# "his son was born", "when the twins were born": somebody that the story is not about.
OTHER_BORN = late(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s+(?:[a-z]+\s+)?[a-z]+(?:\s+[A-Z][\w’'-]+)?,\s+(?:who\s+was\s+)?born\b|\b(?:(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|[\w]+['’]s?)\s+(?:[\w-]+\s+){0,2}?[a-z][\w-]*|child|children|baby|babies|twins?|triplets|son|daughter|brother|sister|mother|father|girl|boy|cub|calf|"
    r"[a-z]+s|(?:[Ii]dea|movement|company|club|party|project|state|nation|country))\s+(?:was|were|is|are|had been)\s+born\b"
)
# Whom the clause of an age is about: one of the other sex, or somebody's kin.
CLAUSE_OF = late(r";\s+|\b(?:and|but|while)\s+(?=(?:his|her|their|he|she)\b)")
KINSMAN = late(rf"\W*(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he\s+couple['’]s)\s+(?:[a-z]+\s+)?(?:{'|'.join(sorted(KIN))})\b")
SEX, HE, SHE = late(r"\b(?:he|she|his|her|him)\b", re.I), {"he", "his", "him"}, {"she", "her"}
PRONOUNS = frozenset({"he", "she", "his", "her"})
GRAINS = ("day", "month", "year")


class Birth(NamedTuple):
    """When somebody was born, and the name that it is told under; empty for a pronoun."""

    fact: Fact
    first: date
    last: date
    name: str


def births(story: Story) -> Iterator[Birth]:
    """Births told with their year, in text order."""
    for fact in story.kinds("date"):
        if not (
            isinstance(fact.value, Moment) and fact.moment.year_known and fact.timex and fact.timex[:4] in fact.text
        ):
            continue
        before = story.before(fact, 90)
        if BORN.search(before) and not OTHER_BORN.search(before) and fact.moment.grain in GRAINS:
            last = fact.moment.end.toordinal() - 1
            yield Birth(fact, fact.moment.start.date(), date.fromordinal(last), _name(story, fact))


def _name(story: Story, fact: Fact) -> str:
    """The name of the one who was born, if it stands in the sentence."""
    before = story.text[fact.sentence.start : fact.span.start]
    before = before.replace(" came into the world", " was born")
    at = before.rfind("born")
    found = SUBJECT.search(CLAUSE.sub(" ", before[:at])) if at > 0 else None
    found = found or BORN_FIRST.search(story.words(fact.sentence))
    name = found[1].split()[-1] if found else ""
    return "" if name.lower() in PRONOUNS else name


def of_another(story: Story, birth: Birth, age: Fact) -> bool:
    """Is an age in another sentence that of one of the other sex, or of somebody's kin ("their elder son, Per, died … at 50")?"""
    if age.sentence == birth.fact.sentence:
        return False
    clause = CLAUSE_OF.split(story.text[age.sentence.start : age.span.start])[-1]
    told, own = ({word.lower() for word in SEX.findall(words)} for words in (clause, story.words(birth.fact.sentence)))
    his, hers = told & HE and not told & SHE, told & SHE and not told & HE
    other = his and own & SHE and not own & HE or hers and own & HE and not own & SHE
    return bool(other) or KINSMAN.match(clause) is not None
