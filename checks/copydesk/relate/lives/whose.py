"""Of whom a sentence tells: by a name, by what they are ("the miller"), or as "him" or "her" of the one spoken of before."""

from copydesk.late import late
from copydesk.lexicon.persons import FEMALE, KIN, MALE, PERSON_OF, PLURALS
from copydesk.model import Fact, Span
from copydesk.relate.lives.aged import ENDS_NOUN, NO_NAMES, people
from copydesk.relate.lives.births import KINSMAN, Birth, of_another
from copydesk.story import Story

FULL_NAME = late(
    r"(?<!\bin )(?<!\bat )(?<!\bof )(?<!\bnear )(?<!\bfrom )(?<!\bthe )(?<!\bThe )(?<!\bto )(?<!\bon )\b([A-Z][\w’'-]*[a-z])[^\S\n]+(?:[A-Z]\.\s+|(?:van|de|al|bin|von)\s+)?([A-Z][a-z][\w-]*)\b"
)
# "Sister Aurelia", "Dr Okafor".
TITLED = late(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Judge|Sister|Brother|Father|Mother|Captain|Capt|Sgt|Sergeant)\.?\s+([A-Z][a-z][\w-]+)\b"
)
# The title of a film or a song names nobody.
TITLE = late(r"[“\"‘][^”\"’.]{1,50}[”\"’]")
ALONE = late(
    r"(?:^|[.!?”\"]\s+|\n|\d,\s+)([A-Z][a-z][\w-]+)(?=,?\s+(?:is|was|has|had|who|said|says|\d\d|[a-z]+ed|made|won|took|left|ran|began|became|came|went|got|led|grew|sold|bought|built|wrote|fled|rose)\b)"
)
# Told once, a name alone stands with an age: "Silva is 52", "At 19, in 2006, Duarte"; "Turnout was" names nobody.
AGED = late(r"\b([A-Z][a-z][\w-]+),?\s+(?:is|was|(?<=,\s))\s*\d\d\b|(?<=\d,\s)([A-Z][a-z][\w-]+)")
# So does one that does something of "his" or "hers": "Ruiz made his debut".
HAS_HIS = late(r"(?:^|[.!?”\"]\s+|\n)([A-Z][a-z][\w-]+)\s+[a-z]+\s+(?:his|her)\b", words="his her")
CAPITAL = late(r"\b[A-Z][a-z][\w-]*")
NOT_NAMES = NO_NAMES | frozenset(
    "It This That They There These Those Who What Now Then Today Born After Before Since As For From If Its Nobody Everyone One Two Her My Our Their We You North South East West New Saint Street Road".split()
)
THE_OLD = late(r"\W*The\s+(?:now\s+)?\d\d?\b")
# Two pronouns are two people; "Her … when he was" is somebody else's, too.
GOES_ON = late(r"\b(?:[Hh]e|[Ss]he)\b")
HIS_KIN = late(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|['’]s)\s+(?:[a-z]+\s+)?(?:{'|'.join(sorted(KIN))}|partner|friend|colleague|teacher|rival|predecessor|successor|boss|team-?mate|coach|trainer|neighbou?r|deputy)\b"
)
ENDS = late(r"(?<=[.!?”\"])\s+(?=[“\"A-Z])")
CLAUSE = late(r"[;:]\s+|\s[—–-]\s|,\s+(?:but|though|although|while|whereas|and)\s+")
A_SON = late(r"\ban?\s+[a-z]+['’]s\s+(?:son|daughter)\b")
# "The manager said the player was 21".
WAS = late(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er)\s+([a-z]+)\s+(?:is|was|had\s+been)\s+(?:only\s+|just\s+|still\s+)?$")
SUBJECT = late(r"\W*(The|An?|His|Her|Their|My|One|Another|[A-Z][\w-]+['’]s)\s+((?:[\w-]+\s+){0,3}[\w-]+)")
FIRST_WORD = late(r"\W*([A-Z][a-z]+)\b")
SUBJECT_THE = late(r"\W*(?:The|An?|Another|His|Her)\s")
SOMEBODY_NEW = late(
    r"\W*(?:The|An?|Its|Their)\s+(?:new|next|other|second|former|current|present)\s+[a-z]+\b",
    words="new next other second former current present",
)
VERBS = frozenset("had has have said says will would can could may did does".split())
BACK, SENTENCES, LEAD, KIN_NEAR = 600, 5, 300, 40


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
    return told is None or (birth.name or whose(story, birth.fact)) in told


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


def whose(story: Story, age: Fact) -> str:
    """The surname of the one whose age it is, or a noun behind an @; empty where it is not plain."""
    words = story.words(age.sentence)
    if _tells_of_kin(story.text[age.sentence.start : age.span.start] + story.after(age, KIN_NEAR)):
        return ""
    if own := next((one.last for one in story.once(people) if one.fact is age and one.last), ""):
        return own
    if told := WAS.search(story.before(age, 50)):
        return f"@{PERSON_OF.get(told[1], told[1])}"
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
        said & ({one or other for one, other in AGED.findall(text)} | set(HAS_HIS.findall(text)))
    )
    return frozenset((found | alone | set(TITLED.findall(text))) - NOT_NAMES)
