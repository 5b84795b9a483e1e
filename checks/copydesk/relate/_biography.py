"""Whose age is told, by name or by who is spoken of, so that an age of then can be held against the age of now: "Holm, 45, learned late … She
was 50 when she got her licence, in 2019"."""

import re
from collections.abc import Iterator

from copydesk.late import late
from copydesk.lexicon.persons import FEMALE, KIN, MALE, PERSON_OF, PLURALS
from copydesk.model import Fact, Span
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.relate._aged import ENDS_NOUN, NO_NAMES, ages, is_namesake, only_one, people
from copydesk.relate._births import KINSMAN, Birth, of_another
from copydesk.relate._days import issued
from copydesk.relate._two_dates import AgeOn, dated_ages
from copydesk.story import Story
from copydesk.ties import one_slip

# "The 26-year-old": whoever the story is about, if it tells of no other age.
THE_ONE, NO_NOUN = late(r"\W*The\s+"), late(r"\s+(?:from|was|is|has|had|who|said|says|[a-z]+ed)\b")
FULL_NAME = late(
    r"(?<!\bin )(?<!\bat )(?<!\bof )(?<!\bnear )(?<!\bfrom )(?<!\bthe )(?<!\bThe )(?<!\bto )(?<!\bon )\b([A-Z][\w’'-]*[a-z])[^\S\n]+(?:[A-Z]\.\s+|(?:van|de|al|bin|von)\s+)?([A-Z][a-z][\w-]*)\b"
)
# "Sister Aurelia", "Dr Okafor".
TITLED = late(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Judge|Sister|Brother|Father|Mother|Captain|Capt|Sgt|Sergeant)\.?\s+([A-Z][a-z][\w-]+)\b"
)
# The title of a film or a song names nobody.
TITLE = late(r"[“\"‘][^”\"’.]{1,50}[”\"’]")
ALONE = late(r"(?:^|[.!?”\"]\s+|\n|\d,\s+)([A-Z][a-z][\w-]+)(?=,?\s+(?:is|was|has|had|who|said|says|\d\d|[a-z]+ed)\b)")
# Told once, a name alone stands with an age: "Silva is 52", "At 19, in 2006, Duarte"; "Turnout was" names nobody.
AGED = late(r"\b([A-Z][a-z][\w-]+),?\s+(?:is|was|(?<=,\s))\s*\d\d\b|(?<=\d,\s)([A-Z][a-z][\w-]+)")
CAPITAL = late(r"\b[A-Z][a-z][\w-]*")
NOT_NAMES = NO_NAMES | frozenset(
    "It This That They There These Those Who What Now Then Today Born After Before Since As For From If Its Nobody Everyone One Two Her My Our Their We You North South East West New Saint Street Road".split()
)
# Now: the day of publication. An age that a sentence opens with is of now if its clause is told in the present, whoever is said to say so.
AT, TOLD_NOW = (
    late(r"^\W*At\s+(?:just\s+|only\s+)?$"),
    late(
        r"(?:\s+years\s+old)?,?\s+(?:(?:he|she|[A-Z][\w’-]+)\s+(?:says|said),?\s+(?:that\s+)?)?(?:he|she|the\s+[a-z]+|(?:[A-Z][\w’-]+\s+){0,2}[A-Z][\w-]+)(?:[’']s\b|\s+(?:now\s+|still\s+|also\s+)?(?!was\b|says\b)(?:[a-z]+s|can|may|will)\b)"
    ),
)
# "There are now 14."
THERE_ARE = late(r"\b[Tt]here\s+(?:is|are|were)\s+(?:now\s+)?$", words="here")
NOW_AGED = late(
    r"(?:\b[Nn]ow|\b[Tt]oday),?\s+(?:at\s+|aged\s+)?$|\b[Oo]n\s+[A-Z][a-z]+day,\s+(?:at|aged)\s+$|\bI(?:[’']m|\s+am)\s+(?:now\s+)?$|\b(?:he|she|He|She)(?:\s+is|[’']s)\s+(?:now\s+|today\s+)?$"
)
NOW_ENDS = late(r"(?:\s+years\s+old)?\s*(?:[,.;—–]|and\b|(?:now|today)\b|$)")
# "“I am 19,” she said", in the story of somebody's death, is a word of then.
I_AM, OBITUARY = late(r"\bI(?:[’']m|\s+am)\s+"), late(r"\b(?:died|dies|dead|obituary)\b", re.I)
DIED = late(r"(?<!\bhas )\bdied\b|\bdeath\b|\bkilled\b")
HAS_DIED = late(r"\b(?:has\s+died|dies|have\s+died)\s+(?:aged|at(?:\s+the\s+age\s+of)?)\s+$", words="die")
IS_N = late(
    r"^\W*(?:The\s+[a-z-]+\s+)?[A-Z][\w’'-]+(?:\.?\s+[A-Z][\w’'-]+){0,2},?\s+(?:is|turns|who is)\s+(?:now\s+)?$"
)
N_ENDS = late(r"(?:\s+years\s+old)?\s*(?:[.,;]|this\b|on\b|today\b)")
THE_OLD = late(r"\W*The\s+(?:now\s+)?\d\d?\b")
# Two pronouns are two people; "Her … when he was" is somebody else's, too.
GOES_ON = late(r"\b(?:[Hh]e|[Ss]he)\b")
HIS_KIN = late(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|['’]s)\s+(?:[a-z]+\s+)?(?:{'|'.join(sorted(KIN))}|partner|friend|colleague|teacher|rival|predecessor|successor|boss|team-?mate|coach|trainer|neighbou?r|deputy)\b"
)
ENDS = late(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])")
CLAUSE = late(r"[;:]\s+|\s[—–-]\s|,\s+(?:but|though|although|while|whereas|and)\s+")
A_SON = late(r"\ban?\s+[a-z]+['’]s\s+(?:son|daughter)\b")
SUBJECT = late(r"\W*(The|An?|His|Her|Their|My|One|Another|[A-Z][\w-]+['’]s)\s+((?:[\w-]+\s+){0,3}[\w-]+)")
FIRST_WORD = late(r"\W*([A-Z][a-z]+)\b")
SUBJECT_THE = late(r"\W*(?:The|An?|Another|His|Her)\s")
SOMEBODY_NEW = late(
    r"\W*(?:The|An?|Its|Their)\s+(?:new|next|other|second|former|current|present)\s+[a-z]+\b",
    words="new next other second former current present",
)
VERBS = frozenset("had has have said says will would can could may did does".split())
BACK, SENTENCES, LEAD, KIN_NEAR = 600, 5, 300, 40
# "His pension arrives when he is 67": of a time to come.
WHEN_IS = late(
    r"\b(?:when|once|until|till|before|after|if|unless|by\s+the\s+time)\s+(?:he|she|they|I|you)\s+(?:is|are|am)\s+$"
)
AT_THEN = late(r"(?<!dies )(?<!died )(?<!dead )\b[Aa]t\s+$")


class Then(NamedTuple):
    """Somebody's age on a date, and that age now."""

    then: AgeOn
    now: Fact
    beside: bool


def then_and_now(story: Story) -> Iterator[Then]:
    """Each age of then with the nearest present age of the same person."""
    dated = [(one, _who(story, one.age)) for _, found in story.once(dated_ages) if len(found) == 1 for one in found]
    dated = [(one, who) for one, who in dated if who and not DIED.search(story.words(one.age.sentence))]
    now = [(age, who) for age in _present(story) if (who := _who(story, age))] if dated else []
    for one, who in dated:
        born = one.on.moment.start.year - int(one.age.amount.low)
        same = [a for a, other in now if other == who and a is not one.age and not of_then(story, a, born)]
        if same and len({age.amount.low for age in same}) == 1:
            age = min(same, key=lambda age: abs(age.span.start - one.age.span.start))
            first, second = sorted((age.sentence, one.age.sentence))
            yield Then(one, age, second.start - first.end <= len("  \n\n"))


def born_and_now(story: Story, births: list[Birth]) -> Iterator[tuple[Birth, Fact]]:
    """Each birth with the present ages of the one who was born; of the only one, also those that are told of "him" or "her" and of nobody by name."""
    born = [(birth, who) for birth in births if (who := birth.name or _who(story, birth.fact))]
    now = [(age, _who(story, age)) for age in _present(story)] if born else []
    for birth, who in born:
        if sum(other == who for _, other in born) == 1:
            now = [(age, other) for age, other in now if not of_then(story, age, birth.first.year)]
            own = [age for age, other in now if other == who and not is_namesake(story, age, who)]
            alone = not own and len(births) == 1
            yield from ((birth, age) for age in own)
            yield from ((birth, age) for age, _ in now if alone and by_pronoun(story, age, birth))
    told = ages(story, "age")
    if (
        len(births) == len(told) == 1
        and THE_ONE.fullmatch(story.text[told[0].sentence.start : told[0].span.start])
        and NO_NOUN.match(story.after(told[0]))
    ):
        yield births[0], told[0]


def told_now_twice(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """ "Kuba Wilk, 27, … At 37, he says, he has seen enough": an age of now that a sentence opens with, one slip from that of the same person."""
    opening = [f for f in ages(story, "age", "number") if AT.match(story.text[f.sentence.start : f.span.start])]
    opening = [f for f in opening if TOLD_NOW.match(story.after(f, 80))]
    issue = issued(story.document)
    for age in opening:
        who, years = _who(story, age), int(age.amount.low)
        named = [one for one in story.once(people) if one.last == who and one.fact is not age]
        told = {one.years for one in named}
        born = issue.year - named[0].years if issue and named else None
        if (
            len(told) == 1
            and only_one(story, who)
            and one_slip(years, named[0].years)
            and not (born and of_then(story, age, born))
        ):
            yield age, named[0].fact


def by_pronoun(story: Story, age: Fact, birth: Birth) -> bool:
    """Is it told of "him" or "her" alone in its clause, and may be of the one who was born?"""
    start, end = age.sentence
    breaks = [*CLAUSE.finditer(story.text, start, end)]
    start = max((each.end() for each in breaks if each.end() <= age.span.start), default=start)
    end = min((each.start() for each in breaks if each.start() >= age.span.end), default=end)
    words = story.text[start:end]
    one = len({word.lower() for word in GOES_ON.findall(words)}) == 1
    if not one or _names(story, words) or _tells_of_kin(words) or _noun(words) or of_another(story, birth, age):
        return False
    if birth.fact.sentence < age.sentence and _told_of(story, age.sentence, birth.fact.sentence.end) is None:
        return True
    told = _told_of(story, age.sentence)
    return told is None or (birth.name or _who(story, birth.fact)) in told


def led_by_another(story: Story, age: Fact, birth: Birth) -> bool:
    """Does its sentence begin with another's first name, or the one before with kin, another name, or "the headmaster"?"""
    paragraph = story.text[max(0, age.sentence.start - BACK) : age.sentence.start].rpartition("\n")[2]
    words = ENDS.split(paragraph.strip())[-1]
    named = FULL_NAME.match(words)
    own = bool(birth.name) and birth.name in words
    first = FIRST_WORD.match(story.words(age.sentence))
    if (
        birth.name
        and first
        and first[1] not in story.words(birth.fact.sentence)
        and first[1] in story.once(_first_names)
    ):
        return True
    before, here = ({word.lower() for word in GOES_ON.findall(w)} for w in (words, story.words(age.sentence)))
    if before and here and before.isdisjoint(here):
        return True
    other = named is not None and bool(birth.name) or SUBJECT_THE.match(words) is not None and _noun(words) is not None
    return KINSMAN.match(words) is not None or other and not own


def one_key(said: int, due: int, *years: int) -> bool:
    """Is an age off by one slip: in itself, or in the decade or by two changed digits of one of these years?"""
    off = due - said
    return one_slip(said, due) or any(
        one_slip(year, year + off) and (off % 10 == 0 or sorted(str(year)) == sorted(str(year + off))) for year in years
    )


def _present(story: Story) -> list[Fact]:
    """The ages that are told as of now."""
    found = {one.fact.span: one.fact for one in story.once(people) if one.last or one.definite}
    for age in ages(story, "age", "number"):
        lead = story.text[age.sentence.start : age.span.start]
        named = IS_N.search(lead) and N_ENDS.match(story.after(age, 16))
        now = AT.match(lead) and TOLD_NOW.match(story.after(age, 80))
        if THERE_ARE.search(lead) or WHEN_IS.search(lead):
            continue
        now = now or NOW_AGED.search(lead) and NOW_ENDS.match(story.after(age, 16))
        late = I_AM.search(lead) and OBITUARY.search(story.text, 0, LEAD)
        if named or HAS_DIED.search(lead) or now and not late:
            found[age.span] = age
    return list(found.values())


def of_then(story: Story, age: Fact, born: int) -> bool:
    """Is it the age that somebody born in this year had in a year of the past that stands near, or that is told elsewhere as one of then?"""
    years = int(age.amount.low)
    near = (
        f.moment.start.year
        for f in story.kinds("date", "time")
        if isinstance(f.value, Moment)
        and f.moment.year_known
        and f.sentence <= age.sentence
        and "\n" not in story.text[f.sentence.end : age.sentence.start]
    )
    issue = issued(story.document)
    past = issue.year - 1 if issue else born
    again = (f for f in ages(story, "age", "number") if f is not age and f.amount.low == years)
    return any(year < past and year - born - years in (0, 1) for year in near) or any(
        AT_THEN.search(story.before(f, 8)) and not TOLD_NOW.match(story.after(f, 80)) for f in again
    )


def _who(story: Story, age: Fact) -> str:
    """The surname of the one whose age it is, or a noun behind an @; empty where it is not plain."""
    words = story.words(age.sentence)
    if _tells_of_kin(story.text[age.sentence.start : age.span.start] + story.after(age, KIN_NEAR)):
        return ""
    if own := next((one.last for one in story.once(people) if one.fact is age and one.last), ""):
        return own
    subject = SUBJECT.match(words)
    if subject and subject[1].endswith("s") and (noun := _noun(words)):
        return noun  # "Brandl's best pupil" is not Brandl
    names = _names(story, words)
    pronoun = GOES_ON.search(words)
    if len({word.lower() for word in GOES_ON.findall(words)}) > 1:
        return ""
    at_start = THE_OLD.match(words) and age.span.start - age.sentence.start < len("“The ")
    if names and not at_start and (beside := _named_at(story, age)):
        return beside
    if names and not at_start and not (pronoun and pronoun.start() < min(map(words.find, names))):
        return names.pop() if len(names) == 1 else ""
    noun = None if THE_OLD.match(words) else _noun(words)
    if noun:
        return noun
    if THE_OLD.match(words):
        return _spoken_of(story, age.sentence) or f"@{age.sentence.start}"
    if pronoun is None:
        return ""
    known = _spoken_of(story, age.sentence)
    return known or f"@{pronoun[0].lower() if known is None else age.sentence.start}"


def _named_at(story: Story, age: Fact) -> str:
    """The name right before the age, among several: "Ann Lee, 45, taught Per Dahl"."""
    before = CAPITAL.findall(story.before(age, 24))
    beside = story.before(age, 3) in (", ", " (") or story.before(age, 2) in (", ", " (")
    return before[-1] if beside and before and before[-1] in story.once(_surnames) else ""


def _spoken_of(story: Story, sentence: Span) -> str | None:
    """Whom the sentences before speak of: the only one; None if nobody is told of, empty if it is not plain."""
    told = _told_of(story, sentence)
    return told if told is None else next(iter(told)) if len(told) == 1 else ""


def _told_of(story: Story, sentence: Span, since: int = 0) -> frozenset[str] | None:
    """The names in the last of the sentences before that has any, or the noun that it begins with; none where it tells of somebody's kin, of whom
    the sentence may speak."""
    pronoun = GOES_ON.search(story.words(sentence))
    others = {"he": FEMALE, "she": MALE}[pronoun[0].lower()] if pronoun else frozenset()
    before = ENDS.split(story.text[max(since, sentence.start - BACK) : sentence.start].strip())
    for words in reversed(before[-SENTENCES:]):
        if _tells_of_kin(words, others) or SOMEBODY_NEW.match(words):
            return frozenset()
        noun = None if THE_OLD.match(words) else _noun(words)
        if told := _names(story, words) or ({noun} if noun else set()):
            return frozenset(told)
    return None


def _tells_of_kin(words: str, but: frozenset[str] = frozenset()) -> bool:
    """ "His wife", "Brandl's teacher"; but "a butcher's son" is the one spoken of. `but`: those whom a pronoun can't mean."""
    return any(found[0].split()[-1].lower() not in but for found in HIS_KIN.finditer(A_SON.sub("", words)))


def _noun(words: str) -> str | None:
    """ "The miller" and "His coach" are somebody, whatever their names."""
    found = SUBJECT.match(words)
    for word in found[2].split() if found else ():
        if word in PERSON_OF:
            return f"@{PERSON_OF[word]}"
        if word in ENDS_NOUN or word in VERBS or word.isdecimal():
            break
    return None


def _names(story: Story, words: str) -> set[str]:
    return set(CAPITAL.findall(words)) & story.once(_surnames)


def _first_names(story: Story) -> frozenset[str]:
    return frozenset(first for first, _ in FULL_NAME.findall(story.text)) - NOT_NAMES


def _surnames(story: Story) -> frozenset[str]:
    """The last names of the people that the story names, and names alone that something is said of."""
    text = TITLE.sub(" ", story.text)
    found = {last for first, last in FULL_NAME.findall(text) if first not in NOT_NAMES}
    said = {name for name in ALONE.findall(text) if name.lower() not in PLURALS}
    alone = {name for name in said if text.count(name) > 1} | (
        said & {one or other for one, other in AGED.findall(text)}
    )
    return frozenset((found | alone | set(TITLED.findall(text))) - NOT_NAMES)
