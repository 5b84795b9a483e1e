"""People with their ages as a story tells them: "Ann Lee, 34,", "Lee (34)", "34-year-old Ann Lee", "Ann Lee, a 34-year-old"."""

import re
from collections.abc import Iterator

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate._slips import one_slip
from copydesk.story import Story

OLDEST = 125
NAME = r"(?:(?:[A-Z][\w'’-]+|[A-Z]\.|de|van|von|der|bin|al|da|di|la|del)\s+){0,3}[A-Z][\w'’-]+"
# "Ann Lee, 34,", "Ann Lee, aged 34", "Ann Lee (34)", "Ann Lee, who is 34"
NAMED = late(rf"\b({NAME})(?:,\s+(?:aged?\s+|who\s+is\s+(?:now\s+)?|now\s+)?|\s+\((?:aged?\s+)?)$")
NAMED_A = late(rf"\b({NAME}),\s+an?\s+$")
CLOSING = late(
    r"(?:\s+years old)?\s*(?:[,.;:)!?”\"—–]|$|(?:who|of|from|was|were|is|has|had|and|told|said|pleaded|appeared|faces|died|denied|admitted)\b)"
)
# "34-year-old Ann Lee", "34-year-old actor Ann Lee"
OLD_NAME = late(
    rf"\s+(?:(?!(?:from|in|of|at|by|near|on|for|to|who|was|were|is|are|being|and|with|as|had|has|that|after|when|while|over|during)\b)[a-z][\w'’-]*\s+){{0,4}}([A-Z][\w'’-]+\s+{NAME})"
)
# An age of another time than now.
THEN = late(r"\b(?:then|at the time|when|was then|in \d{4}|at that time|back then|former|late)\b", re.I)
NO_NAMES = frozenset(
    "The A An In On At By He She His Her Mr Mrs Ms Dr Miss Sir And But While When Both Police Officer Detective Sgt Lt Capt Judge Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January February March July September October November December President Senator Rep Gov Professor Prof Lord Lady Dame Sister Brother Father Mother Queen King Prince Princess".split()
)
FAMILY = frozenset("Jr Sr II III Jr. Sr.".split())


class Aged(NamedTuple):
    """Somebody and an age; `first` names are empty where the surname stands alone."""

    fact: Fact
    years: int
    first: tuple[str, ...]
    last: str

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
    """Everybody who is told with name and present age, in text order. Ask for it with `story.once`."""
    found = []
    for fact in ages(story, "age"):
        name = _name(story, fact)
        if name and not THEN.search(story.before(fact, 14) + "|" + story.after(fact, 20)):
            words = [word for word in name.split() if word not in NO_NAMES]
            if words and not words[-1].isupper() and words[-1] not in FAMILY:
                found.append(Aged(fact, int(fact.amount.low), tuple(words[:-1]), words[-1]))
    return found


def _name(story: Story, fact: Fact) -> str:
    before, after = story.before(fact, 70), story.after(fact, 60)
    old = fact.text.lower().replace("-", " ").endswith("year old")
    if old:
        named = NAMED_A.search(before)
        behind = OLD_NAME.match(after) if not named else None
        return named[1] if named else behind[1] if behind else ""
    named = NAMED.search(before)
    return named[1] if named and CLOSING.match(after) else ""


def only_one(story: Story, last: str) -> bool:
    """Does one person alone bear this surname, as far as the story tells?"""
    pattern = rf"\b([A-Z][\w'’-]+)(?:\s+[A-Z]\.?)?\s+{re.escape(last)}\b"
    firsts = {found[1] for found in re.finditer(pattern, story.text)} - NO_NAMES
    family = re.search(rf"\b{re.escape(last)}(?:,?\s+(?:Jr|Sr|II)\b|s\b|\s+(?:family|brothers|sisters)\b)", story.text)
    titles = set(re.findall(rf"\b(Mr|Mrs|Ms|Miss)\.?\s+{re.escape(last)}\b", story.text))
    return len(firsts) <= 1 and family is None and len(titles) <= 1 and "Mrs" not in titles


# ---------------------------------------------------------------- told twice

# "The 19-year-old", "He is a 43-year-old": the one spoken of.
DEFINITE = late(r"\b[Tt]he\s+(?:now\s+)?$")
# "the 43-year-old woman" may be somebody else; "the 43-year-old said" is not.
NO_NOUN = late(
    r"\s*(?:[.,;’']|(?:had|was|is|has|will|would|who|did|died|told|at|in|on|from|and|to|left|won|made|went|laid|gave|took|came|found|saw|ran|felt|knew|began|got|fell|lost|met|put|said)\b|[a-z]+(?:ed|s)\b)"
)
# "The 43-year-old" stands no farther from the name than so many characters.
REACH = 400
PRONOUN_IS = late(r"(?:^|[.!?“\"]\s*|,\s+)(?:He|She)\s+(?:is|was)\s+(?:only\s+|just\s+|still\s+)?an?\s+$")
ADULT = 18


def told_twice(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """Two ages of one person: the later and the earlier mention."""
    known = story.once(people)
    if not known:
        return
    for i, later in enumerate(known):
        for earlier in reversed(known[:i]):
            if later.may_be(earlier) and (later.first and later.first == earlier.first or only_one(story, later.last)):
                yield later.fact, earlier.fact
                break
    yield from _spoken_of(story, known)


def _spoken_of(story: Story, known: list[Aged]) -> Iterator[tuple[Fact, Fact]]:
    """ "Ann Lee, 34, … She is a 43-year-old", "the 43-year-old": the only one with a name and an age, and an age one slip off."""
    named = {one.fact.span for one in known}
    ages_told = ages(story, "age")
    for age in ages_told:
        before = story.text[max(0, age.span.start - 24) : age.span.start]
        pronoun, definite = PRONOUN_IS.search(before), DEFINITE.search(before)
        if age.span in named or not (pronoun or definite and NO_NOUN.match(story.text, age.span.end)):
            continue
        others = [
            one for one in known if one.fact.span.end <= age.span.start and one.years >= (ADULT if pronoun else 0)
        ]
        if len({(one.last, one.years) for one in others}) != 1 or definite and len(named) != len(others):
            continue
        if definite and age.span.start - others[-1].fact.span.end > REACH:
            continue
        mine = {one.fact.span for one in others}
        rest = [other for other in ages_told if other is not age and other.span not in mine]
        said, years = int(age.amount.low), others[-1].years
        if (
            any(other.amount.low == said for other in rest)
            or definite
            and any(other.amount.low != years for other in rest)
        ):
            continue  # somebody else is of that age, or may be meant
        if said == years or one_slip(said, years):
            yield age, others[-1].fact
