"""People with their ages as a story tells them: by name ("Ann Lee, 34,", "Lee (34)", "34-year-old Ann Lee"), by what they are ("a man of 71",
"the pilot, 58,", "two brothers, aged 9 and 11"), or as somebody told before ("the 34-year-old")."""

import re

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.lexicon.persons import PERSON_OF, PLURALS
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.story import Story

OLDEST, ADULT = 125, 18
NOUNS = PERSON_OF | PLURALS
NAME = r"(?:(?:[A-Z][\w'’-]+|[A-Z]\.|de|van|von|der|bin|al|da|di|la|del)\s+){0,3}[A-Z][\w'’-]+"
# "Ann Lee, 34,", "Ann Lee, aged 34", "Ann Lee (34)", "Ann Lee, who is 34"
TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Dame Lord Lady The And But".split())
NAMED = late(rf"\b({NAME})(?:,\s+(?:aged?\s+|who\s+is\s+(?:now\s+)?|now\s+)?|\s+\((?:aged?\s+)?)$")
NAMED_A = late(rf"\b({NAME}),\s+an?\s+$")
CLOSING = late(
    r"(?:\s+years old)?\s*(?:[,.;:)!?”\"—–]|$|(?:who|of|from|was|were|is|has|had|and|told|said|pleaded|appeared|faces|died|denied|admitted)\b)"
)
# "34-year-old Ann Lee", "34-year-old actor Ann Lee"
OLD_NAME = late(
    rf"\s+(?:(?!(?:from|in|of|at|by|near|on|for|to|who|was|were|is|are|being|and|with|as|had|has|that|after|when|while|over|during)\b)[a-z][\w'’-]*\s+){{0,4}}([A-Z][\w'’-]+\s+{NAME})"
)
ONE_NAME = late(r"\s+([A-Z][\w'’-]+)(?=\s+[a-z]|[.,;’'])")
# "At 43, Haddad is the youngest"
AT_NAME = late(r"At\s\d\d,\s+((?:[A-Z][\w'’-]+\s+){1,3}?)(?:is|has)\b", words="At ")
# "The 19-year-old", "a 34-year-old", "He is a 43-year-old".
DEFINITE, INDEFINITE = late(r"\b[Tt]he\s+(?:now\s+)?$"), late(r"\b(?:[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ww]hose)\s+$")
THE_NOUN = late(r"\b[Tt]he\s+[a-z]+,\s+(?:aged\s+|who\s+is\s+)?$")
PRONOUN_IS = late(r"(?:^|[.!?“\"]\s*|,\s+)(?:He|She)\s+(?:is|was)\s+(?:only\s+|just\s+|still\s+)?an?\s+$")
# "the pilot, 58,", "a man of 71", "two brothers, aged 9", "the accused is 26 years old"
NOUN_AGED = late(r"\b([A-Za-z]+)(?:,?\s+(?:aged\s+|of\s+)|,\s+(?:who\s+is\s+)?)$")
NOUN_IS = late(r"\b[Tt]he\s+([a-z]+)\s+(?:is|was)\s+(?:a\s+)?$")
AND = late(r",?\s+and\s+(?:aged\s+)?")
BEHIND_OLD = late(r"(?:\s+[a-z][\w-]*){0,3}")
ENDS_NOUN = frozenset(
    "a an the his her their its one two three who that and or in at on of from with by to for as was is were".split()
)
THE_NOUN_A = late(r"\b[Tt]he\s+([a-z]+),\s+an?\s+$")
# An age of another time than now.
THEN = late(r"\b(?:then|at the time|when|was then|in \d{4}|at that time|back then)\b", re.I)
DIGIT = late(r"(?<! in )\d")
LATE = late(r"\b(?:former|late|then)\b", re.I, words="former late then")
NO_NAMES = frozenset(
    "The A An In On At By He She His Her Mr Mrs Ms Dr Miss Sir And But While When Both Police Officer Detective Sgt Lt Capt Judge Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January February March July September October November December President Senator Rep Gov Professor Prof Lord Lady Dame Sister Brother Father Mother Queen King Prince Princess".split()
)
KIN = "brother|sister|father|mother|wife|husband|son|daughter|cousin|uncle|aunt|nephew|niece|twin|partner|grand[a-z]+|[a-z]+-in-law"
FAMILY = frozenset("Jr Sr II III Jr. Sr.".split())


class Aged(NamedTuple):
    """Somebody and an age. `first` names are empty where the surname stands alone, `last` where there is no name; `noun` says what they are, in
    the singular. `definite`: somebody told before, "the 34-year-old"."""

    fact: Fact
    years: int
    first: tuple[str, ...] = ()
    last: str = ""
    noun: str = ""
    definite: bool = False

    def may_be(self, other: "Aged") -> bool:
        """The same surname, and no other first name."""
        return self.last == other.last and (not self.first or not other.first or self.first[0] == other.first[0])


def ages(story: Story, *kinds: str) -> list[Fact]:
    """Exact ages, and with the kind "number" also bare figures that may be ages."""
    return [
        f
        for f in story.kinds(*kinds)
        if isinstance(f.value, Amount) and f.amount.bound == "=" and f.amount.low == f.amount.high < OLDEST
    ]


def people(story: Story) -> list[Aged]:
    """Everybody who is told with a present age and a name, a noun or as known, in text order. Ask for it with `story.once`."""
    found: list[Aged] = []
    for fact in ages(story, "age", "number"):
        if fact.kind == "number" and not AT_NAME.match(story.text, max(0, fact.span.start - 3)):
            continue
        behind = DIGIT.split(story.after(fact, 20))[0]  # "the defendant, 34, was 21 when"
        if LATE.search(story.before(fact, 14)) or THEN.search(f"{story.before(fact, 14)}|{behind}"):
            continue
        words = [word for word in _name(story, fact, found).split() if word not in NO_NAMES]
        if words and (words[-1].isupper() or words[-1] in FAMILY):
            continue
        told = Aged(fact, int(fact.amount.low), tuple(words[:-1]), words[-1]) if words else _unnamed(story, fact, found)
        if told is not None:
            found.append(told)
    return found


def _unnamed(story: Story, fact: Fact, others: list[Aged]) -> Aged | None:
    """Somebody who is told by a noun, or as known."""
    before, years = story.before(fact, 60), int(fact.amount.low)
    definite = DEFINITE.search(before) is not None
    if _is_old(fact):
        if not definite and not INDEFINITE.search(before):
            return None
        apposed = THE_NOUN_A.search(before)
        noun = apposed[1] if apposed and apposed[1] in PERSON_OF else _noun_behind(story, fact)
        return Aged(fact, years, noun=noun, definite=definite or PRONOUN_IS.search(before) is not None)
    if others and AND.fullmatch(story.between(others[-1].fact, fact)):
        return others[-1]._replace(fact=fact, years=years) if not others[-1].last else None
    is_said = NOUN_IS.search(before) if fact.text.lower().endswith("old") else None
    found = is_said or NOUN_AGED.search(before)
    noun = NOUNS.get(found[1].lower(), found[1] if is_said else "") if found else ""
    again = bool(noun) and THE_NOUN.search(before) is not None and any(noun == other.noun for other in others)
    return Aged(fact, years, noun=noun, definite=again) if noun and CLOSING.match(story.after(fact)) else None


def _noun_behind(story: Story, fact: Fact) -> str:
    """ "34-year-old retired teacher": the noun of a person within a few words."""
    found = BEHIND_OLD.match(story.text, fact.span.end)
    for word in found[0].split() if found else ():
        if word in ENDS_NOUN:
            break
        if word in PERSON_OF:
            return PERSON_OF[word]
    return ""


def _is_old(fact: Fact) -> bool:
    return fact.text.lower().replace("-", " ").endswith("year old")


def _name(story: Story, fact: Fact, others: list[Aged]) -> str:
    before, after = story.before(fact, 70), story.after(fact, 60)
    if _is_old(fact):
        named = NAMED_A.search(before)
        behind = OLD_NAME.match(after) or _known(after, others) if not named else None
        return named[1] if named else behind[1] if behind else ""
    if at_name := AT_NAME.match(story.text, max(0, fact.span.start - 3)):
        return at_name[1]
    named = NAMED.search(before)
    return named[1] if named and CLOSING.match(after) else ""


def _known(after: str, others: list[Aged]) -> "re.Match[str] | None":
    """ "11-year-old Ana", whom the story has told by that name alone; "34-year-old American" names nobody."""
    found = ONE_NAME.match(after)
    return found if found and any(one.last == found[1] and not one.first for one in others) else None


def only_one(story: Story, last: str) -> bool:
    """Does one person alone bear this surname, as far as the story tells?"""
    pattern = rf"\b([A-Z][\w'’-]+)(?:\s+[A-Z]\.?)?\s+{re.escape(last)}\b"
    firsts = {found[1] for found in re.finditer(pattern, story.text)} - NO_NAMES
    kin = re.search(rf"\b(?:{KIN})\b[^.;]{{0,30}}\b{re.escape(last)}\b", story.text)
    family = kin or re.search(
        rf"\b{re.escape(last)}(?:,?\s+(?:Jr|Sr|II)\b|s\b|\s+(?:family|brothers|sisters)\b)", story.text
    )
    titles = set(re.findall(rf"\b(Mr|Mrs|Ms|Miss)\.?\s+{re.escape(last)}\b", story.text))
    return len(firsts) <= 1 and family is None and len(titles) <= 1 and "Mrs" not in titles


def is_namesake(story: Story, age: Fact, surname: str) -> bool:
    """ "A daughter, Joan Haines, 61": is the age given with another first name than the one that the story first gives with this surname?"""
    named = NAMED.search(story.before(age))
    if named is None or not named[1].endswith(f" {surname}"):
        return False
    first = re.search(rf"\b([A-Z][\w’'-]+)\s+(?:[A-Z]\.\s+|[A-Z][\w’'-]+\s+)?{re.escape(surname)}\b", story.text)
    return first is not None and first[1] not in TITLES and first[1] not in named[1].split()
