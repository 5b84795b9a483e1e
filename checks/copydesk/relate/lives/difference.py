"""How many years one of two people is older, beside their ages: "Nora Beck, 58, and her brother Tim, 51 … Tim, who is seven years her junior"."""

from collections.abc import Iterator

from copydesk.late import late
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.lives.aged import AT_NAME, NAMED, ages
from copydesk.story import Story

APART = late(
    r"\s+(?:(?:the|his|her|(?:(?:his|her)\s+)?[\w-]+['’]s?)\s+(?P<of>junior|senior|elder|younger)|(?P<than>younger|older)(?:\s+than\s+(?P<whom>[^.;,]{2,60}))?)\b"
)
YOUNGER, ELDEST = ("junior", "younger"), 120
WORDS = late(r"[A-Z][\w-]+")
# Between a name and the years: "Tim, who is", "Nils,", "Otto, 71, is just".
IS = late(r"(?:,\s+\d\d?)?,?\s+(?:who\s+)?(?:(?:is|was)\s+)?(?:just\s+|only\s+|exactly\s+)?")


class Apart(NamedTuple):
    """How many years two people are said to be apart, how many their ages are, and one of these."""

    said: Fact
    age: Fact
    years: int


def apart(story: Story) -> Iterator[Apart]:
    """Each such statement of somebody whose age is told, with the age of the only other that it can be told of."""
    said = [(fact, found) for fact in _durations(story) if (found := APART.match(story.after(fact, 60)))]
    named = [(age, names) for age in ages(story, "age", "number") if (names := _names(story, age))] if said else []
    for fact, found in said:
        one = _subject(story, fact, named)
        others = [age for age, _ in named if age is not one]
        if one is None or not others:
            continue
        sign = 1 if (found["of"] or found["than"]) in YOUNGER else -1
        years = {id(age): sign * int(age.amount.low - one.amount.low) for age in others}
        beside = [
            age
            for age, names in named
            if age is not one
            and (_is_named(names, found["whom"]) if found["whom"] else age.sentence in (one.sentence, fact.sentence))
        ]
        if any(abs(due - int(fact.amount.low)) <= 1 for due in years.values()):
            beside = [age for age in others if abs(years[id(age)] - int(fact.amount.low)) <= 1][:1]
        if len(beside) == 1:
            yield Apart(fact, beside[0], years[id(beside[0])])


def _durations(story: Story) -> list[Fact]:
    return [
        f
        for f in story.kinds("duration")
        if f.value and f.amount.unit.name == "year" and f.amount.bound == "=" and f.amount.low % 1 == 0
    ]


def _names(story: Story, age: Fact) -> frozenset[str]:
    """The names that an age stands beside."""
    at = AT_NAME.match(story.text, age.sentence.start) if age.span.start - age.sentence.start <= len("At ") else None
    found = NAMED.search(story.before(age, 60)) or at
    single = age.amount.low == age.amount.high <= ELDEST and age.amount.bound == "="
    return frozenset(WORDS.findall(found[1])) if found and single else frozenset()


def _subject(story: Story, fact: Fact, named: list[tuple[Fact, frozenset[str]]]) -> Fact | None:
    """Whose name stands right before the difference."""
    for word in WORDS.finditer(story.text, fact.sentence.start, fact.span.start):
        if IS.fullmatch(story.text, word.end(), fact.span.start):
            who = [age for age, names in named if word[0] in names]
            return who[0] if len(who) == 1 else None
    return None


def _is_named(names: frozenset[str], whom: str) -> bool:
    return not names.isdisjoint(WORDS.findall(whom))
