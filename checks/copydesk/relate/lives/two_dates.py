"""One person's age on two dates: "She was 18 when she joined in 1990 and 40 when she left in 2002"."""

from collections.abc import Iterator
from itertools import pairwise

from copydesk.late import late
from copydesk.model import Fact, Span
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate.lives.aged import ages
from copydesk.relate.lives.now_aged import TURNS_SOON
from copydesk.relate.offsets.looking_back import years_ago
from copydesk.story import Story

# An age of then: "was 18 when", "aged 40", "at 45", "when she was 50", "turned 30"; a bare figure behind *and* goes on from one before.
AGED = late(
    r"(?:\b(?:was|were)\s+(?:both\s+|only\s+|just\s+)?|\bwhen\s+(?:he|she)\s+was\s+|\baged\s+|\b[Aa]t(?:\s+the\s+age\s+of)?\s+|\bturned\s+)$"
)
BORN = late(r"\b[Bb]orn\s+(?:[^.;,]*\s)?$", words="orn")
HAS_DIED = late(r"\b(?:has\s+died|dies)\s+(?:aged|at)\s+$", words="die")
# "She was 31 and had become rich", "He was 31."
THEN_WAS = late(r"\W?(?:He|She)\s+was\s+(?:only\s+|just\s+|then\s+)?")
AT_THE_TIME = late(r"\s+(?:and|then|at\s+the\s+time)\b|\s*\.")
AND_AGED = late(r"\band\s+$")
WHEN = late(r"(?:\s+years\s+old)?(?:\s+when\b|\s+in\b|\s+at\s+the\s+time\b|\s*[.,;)]|$)")
AND_WHEN = late(r"\s+when\b")
GOES_ON = late(r"(?:\s+years\s+old)?\s+(?:when|in)\b")
# Somebody else whose age it may be.
OTHERS = late(
    r"\b(?:(?<!a )father|(?<!a )mother|son|daughter|brother|sister|wife|husband|twins?|children|parents|uncle|aunt|cousin|friend|(?:his|her|their) (?:partner|colleague|boss|predecessor|successor|rival|teacher|pupil)|man|woman|boy|girl|their|they|both|each|respectively|average|you|I)\b"
)
NAME = late(
    r"\b(?!(?:In|On|At|By|Now|Today|He|She|It|His|Her|The|They|There|This|That|But|And|When|January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*"
)
SOMEBODY = late(r"(?:The|His|Her|Their|My|An?)\s+[a-z]+\s+was\s")
PRONOUN = late(r"\b(?:[Hh]e|[Ss]he)\b")
MONTH_OR_YEAR = ("day", "month", "year", "season")
# An age and its date stand no farther apart than so many characters, and two sentences no farther than these.
BESIDE, NEXT = 60, 4
MOST_AGE = 110


class AgeOn(NamedTuple):
    """An age, and the date that it is told for."""

    age: Fact
    on: Fact


def two_dates(story: Story) -> Iterator[tuple[AgeOn, AgeOn]]:
    """Two ages of one person with their dates, in text order."""
    told = story.once(dated_ages)
    for sentence, found in told:
        words = story.words(sentence)
        if len(found) == 2 and _is_of_one(words) and (_pronouns(words) or NAME.match(words)):
            yield found[0], found[1]
    for (first, a), (second, b) in pairwise(told):
        if len(a) == len(b) == 1 and 0 <= second.start - first.end <= NEXT:
            if _are_of_one(story.words(first), story.words(second)):
                yield a[0], b[0]


def dated_ages(story: Story) -> list[tuple[Span, list[AgeOn]]]:
    """The sentences that tell ages with their dates."""
    dates = [fact for fact in story.kinds("date") if _has_year(fact) and not BORN.search(story.before(fact, 40))]
    aged = [
        age
        for age in (ages(story, "age", "number") if dates else ())
        if age.amount.low <= MOST_AGE and age.amount.low % 1 == 0 and WHEN.match(story.after(age, 16))
    ]
    sentences = dict.fromkeys(age.sentence for age in aged)
    told = [(sentence, found) for sentence in sentences if (found := _dated_ages(story, sentence, aged, dates))]
    more = [(age.sentence, [AgeOn(age, on)]) for age, on in _of_the_date_before(story, dates)]
    return sorted([*told, *more], key=lambda one: one[0]) if more else told


def _of_the_date_before(story: Story, dates: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """ "She sold it in 1987. She was 31 and had become rich": of the only date of the sentence before."""
    for age in ages(story, "age", "number") if dates else ():
        opening = story.text[age.sentence.start : age.span.start]
        if not THEN_WAS.fullmatch(opening) or not AT_THE_TIME.match(story.after(age, 16)) or age.amount.low % 1:
            continue
        here = any(fact.sentence == age.sentence for fact in dates)
        before = [fact for fact in dates if 0 <= age.sentence.start - fact.sentence.end <= NEXT]
        if not here and len(before) == 1:
            yield age, before[0]


def _is_of_one(words: str) -> bool:
    return OTHERS.search(words) is None and len(_pronouns(words)) <= 1 and len(set(NAME.findall(words))) <= 1


def _are_of_one(first: str, second: str) -> bool:
    """The second sentence names nobody and goes on with the pronoun of the first, or of its only name."""
    went_on = _pronouns(second)
    if not (_is_of_one(first) and _is_of_one(second)) or len(went_on) != 1 or NAME.search(second):
        return False
    told = NAME.search(first) or SOMEBODY.match(first)
    return went_on == _pronouns(first) or not _pronouns(first) and told is not None


def _pronouns(words: str) -> set[str]:
    return {word.lower() for word in PRONOUN.findall(words)}


def _dated_ages(story: Story, sentence: Span, aged: list[Fact], dates: list[Fact]) -> list[AgeOn]:
    """The ages of a sentence that stand by a date of their own; none if there are more dates than ages."""
    dates = [f for f in dates if f.sentence == sentence]
    found: list[AgeOn] = []
    for age in aged if dates else ():
        before, after = story.before(age, 24), story.after(age, 16)
        if (
            age.sentence == sentence
            and not (HAS_DIED.search(before) or TURNS_SOON.match(story.after(age)))
            and (AGED.search(before) or found and AND_AGED.search(before) and AND_WHEN.match(after))
        ):
            behind = [f for f in dates if f.span.start > age.span.end] if GOES_ON.match(after) else []
            on = min(behind or dates, key=lambda f: _apart(age, f))
            if _apart(age, on) <= BESIDE:
                found.append(AgeOn(age, on))
    alone = len({one.on.span for one in found}) == len(found) == len(dates)
    return found if alone else []


def _apart(a: Fact, b: Fact) -> int:
    return max(a.span.start, b.span.start) - min(a.span.end, b.span.end)


def _has_year(fact: Fact) -> bool:
    fits = isinstance(fact.value, Moment) and fact.moment.year_known and fact.moment.grain in MONTH_OR_YEAR
    return fits and (str(fact.timex)[:4] in fact.text or years_ago(fact) > 0)
