"""Counts of years up to the day of publication: "Thirty years on from the 1974 fire", "It fell in 1989. Forty years later, it is still …"."""

import re
from collections.abc import Iterator

from copydesk.amounts import Amount
from copydesk.late import late
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.calendar import lengths as _lengths
from copydesk.relate.calendar.days import issued
from copydesk.story import Story

# From the count to the year: "… after the uprising of January", "on from the", "have passed since the crash of".
SINCE = late(
    r"\s+(?:on\s+(?:from|since|after)|after|since|(?:ha(?:s|ve)\s+)?(?:passed|gone by|elapsed)\s+since|to the (?:day|week|month)\s+(?:since|after))\s+(?:[^.;:\d]|\b\d{1,3}\b){1,70}?$",
    re.I,
)
# "after independence, won in", "after her first, which appeared in"
APPOSED = late(
    r"(?:,\s+(?:(?:which|that)\s+)?(?:was\s+)?[a-z]+(?:ed|on|en|wn|ilt|ught|ade|eld|ut|gan|ame)(?:\s+[\w-]+){0,3}?)?,?\s*(?:in|on)?\s*$"
)
LEAD = late(r"\b(?:(?:on|in|of|the|since|that)\s+|\s)$", re.I)
LATER = late(r"\s+(?:on|later|afterwards)\b,?", re.I)
# Words by which a sentence speaks of the day of publication.
NOW = late(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:today|yesterday|tomorrow|now|still|this (?:week|month|year|weekend|summer|autumn|spring|winter)))\b",
    re.I,
    words="day now still this tomorrow",
)
PRESENT = late(
    r"\b(?:is|are|can|cannot|comes|stands|may|must|has|have|remains?|marks|does|do|it’s|it's|(?:it|he|she)\s+(?:still\s+|now\s+)?(?!was\b)[a-z]{2,}[a-z]s)\b"
)
# Of whom or what a sentence tells the years.
SUBJECT = late(r"\b(?:[Ii]t|[Tt]hey|[Hh]e|[Ss]he|[Tt]he\s+([a-z]+))\b")
IT_IS = late(
    r"\b(?:it (?:is(?: now)?|has(?: now)? been|will be|was)|it[’']s(?: been)?|marks?|marking|marked)\s+(?:exactly\s+|just\s+)?$",
    re.I,
)
PAST = late(r"\b(?:was|were|had|did|would)\b")
TURNS = late(
    r"\b(?:turns|will turn|turned|is turning|celebrat(?:es?|ed|ing)|mark(?:s|ed|ing)?|toast(?:s|ed|ing)?)\s+(?:its\s+)?$",
    re.I,
    words="celebrat mark toast turn",
)
OLD = late(r"(?:-|\s)years?(?:-|\s)old$", re.I)
DONE_IN = late(
    r"(?:It\s+was\s+(?:first\s+)?)?(?:[A-Z]?[a-z]+ed|[Bb]uilt|[Bb]egun|[Ww]ritten|[Cc]ut|[Ll]aid\s+(?:out|down)|[Ss]et\s+up)(?:\s+by\s+[^.;,\d]{2,40})?\s+in\s+$"
)
IS = late(r"\b(?:is|are|making it|making them)\s+(?:now\s+)?$")
# What begins the years of a house or a club, of a marriage, of a life.
FOUNDED = late(
    r"\bdat(?:es?|ing) (?:back )?(?:to|from)\s+$|\b(?:founded|established|registered|passed|enacted|set up|opened|started|launched|switched on|(?:put|brought|came|went|entered) (?:into )?service|laid out|chartered|premiered|commissioned|consecrated|invented|erected|formed|created|incorporated|began|dates? back to|built|signed|recorded|filmed|composed|finished|completed|(?:first )?(?:printed|produced|sold|brewed|served)|inaugurated|unveiled|published|(?:first )?(?:appeared|published|played|broadcast|aired|performed|staged|screened)|introduced|adopted|came into (?:force|being)|dates from|(?:it|idea|club|band|choir|festival|company|firm|paper|party|league|race|movement)\s+was\s+born|became independent|came out|(?:was |were )?released|first [a-z ]{0,16}(?:held|mentioned|recorded|settled|staged|run|awarded)|held its first)\b[^.;\d]{0,30}?\b(?:in|on|to|since|from)\s+$",
    re.I,
)
WED = late(r"\b(?:married|wed|wedding)\b[^.;\d]{0,30}?\b(?:in|on)\s+$", re.I)
BORN = late(r"\bborn\b[^.;\d]{0,30}?\b(?:in|on)\s+$", re.I)
# "In 1984 eleven miners met above a pub to found it".
FOUNDS = late(
    r"\b(?:found(?:ed)?|form(?:ed)?|start(?:ed)?|open(?:ed)?|set\s+up|launch(?:ed)?|establish(?:ed)?)\s+(?:it|them)\b|\bit\s+(?:was\s+(?:founded|opened|formed|built|set\s+up|started)|opened|began|started)\b",
    re.I,
)
IN_YEARS = {"year": 1, "decade": 10, "century": 100}
GONE_BY = late(r"\s+(?:have|has)\s+(?:now\s+|already\s+)?(?:passed|gone\s+by|elapsed)\b")
# "Built in 1974, and fifty years on it is …"; "remembered on Monday, fifty years on."
GOES_ON = late(r"(?:,|;|\s+[—–-]|,?\s+(?:and|but))\s+(?:now,?\s+)?$")
HIS, THEIR = late(r"\b(?:[Hh]is|[Hh]er)\b"), late(r"\b[Tt]heir\b")
FIRST_YEAR = 1200
LEAST, MOST = 5, 1000
NEXT, FIRST_WORDS = 4, 10


class YearsOn(NamedTuple):
    """A count of years, the event that it counts from, and how many it is from there to publication."""

    said: Fact
    event: Fact
    years: int
    due: int


def years_on(story: Story, events: list[Fact]) -> Iterator[YearsOn]:
    """All counts that the words tie to one of these events, dates with their years."""
    issue = issued(story.document)
    if issue is None:
        return
    for said, count in _counts(story):
        event = (
            _since(story, said, events)
            or _gone_by(story, said, events)
            or _later(story, said, events)
            or _turns(story, said, events)
        )
        if event is not None and FIRST_YEAR < event.moment.start.year < issue.year:
            yield YearsOn(said, event, count, issue.year - event.moment.start.year)


def _counts(story: Story) -> Iterator[tuple[Fact, int]]:
    for fact in story.kinds("duration", "date", "age", "number", "count"):
        if fact.kind == "duration":
            if not isinstance(fact.value, Amount) or fact.amount.bound != "=" or fact.amount.unit.name not in IN_YEARS:
                continue
            count = int(fact.amount.low * IN_YEARS[fact.amount.unit.name])
        elif fact.kind == "date":
            length = _lengths.find(fact.text)
            if length is None or length.unit != "year" or length.hedged or fact.text.lower().endswith("ago"):
                continue
            count = int(length.number)
        elif not (OLD.search(fact.text) if fact.kind == "age" else TURNS.search(story.before(fact, 20))):
            continue
        elif isinstance(fact.value, Amount) and fact.amount.bound == "=" and fact.amount.low == fact.amount.high:
            count = int(fact.amount.low)
        else:
            continue
        if LEAST <= count <= MOST and not fact.quoted:
            yield fact, count


def begins(story: Story, event: Fact, feast: str) -> bool:
    """Is it told of an event that it began what this feast is kept of ("its 50th anniversary", "their golden wedding", "his centenary")?"""
    before, of_one = story.before(event, 80), HIS.search(feast) is not None
    if "wedding" in feast:
        return WED.search(before) is not None
    if of_one:
        return "centen" in feast and BORN.search(before) is not None
    opens = event.span.start - event.sentence.start <= len("“In ") and FOUNDS.search(story.after(event, 120))
    return (
        bool(opens)
        or FOUNDED.search(before) is not None
        or THEIR.search(feast) is not None
        and WED.search(before) is not None
    )


def _since(story: Story, said: Fact, events: list[Fact]) -> Fact | None:
    """ "Ten years after the uprising of January 2011, the square was empty on Friday": the event in the sentence, and a word of now."""
    if said.kind != "duration":
        return None
    here = [e for e in events if e.sentence == said.sentence]
    if len(here) != 1 or here[0].span.start < said.span.end:
        return None
    lead = story.between(said, here[0])
    if not SINCE.match(lead) or "," in APPOSED.sub("", lead) or not LEAD.search(lead):
        return None
    rest = story.text[said.sentence.start : said.span.start] + "; " + story.text[here[0].span.end : said.sentence.end]
    now = IT_IS.search(story.before(said, 30)) or NOW.search(rest) or PRESENT.search(rest) or "passed since" in lead
    return here[0] if now else None


def _gone_by(story: Story, said: Fact, events: list[Fact]) -> Fact | None:
    """ "Since the wall fell in 1989, 35 years have gone by"."""
    here = [e for e in events if e.sentence == said.sentence and e.span.end <= said.span.start]
    gone = said.kind == "duration" and len(here) == 1 and GONE_BY.match(story.after(said, 40))
    return here[0] if gone and "since" in story.text[said.sentence.start : here[0].span.start].lower() else None


def _later(story: Story, said: Fact, events: list[Fact]) -> Fact | None:
    """ "The wall fell in 1989. Forty years on, the village is still split": counted from the only date of the sentence before."""
    later = said.kind == "duration" and LATER.match(story.text, said.span.end)
    if not (later or said.text.lower().endswith("later")):
        return None
    here = [e for e in events if e.sentence == said.sentence]
    rest = story.text[said.span.end : said.sentence.end]
    if here:
        before = story.text[here[0].span.end : said.span.start] if len(here) == 1 else ""
        told_now = NOW.search(before) or PRESENT.search(rest) and not PAST.search(rest[:40])
        return here[0] if GOES_ON.search(before) and told_now else None
    near = [e for e in events if said.sentence.start - NEXT < e.sentence.end <= said.sentence.start]
    begins = said.span.start - said.sentence.start <= FIRST_WORDS
    told_now = PRESENT.search(rest) or NOW.search(rest)
    if not begins or len(near) != 1 or not told_now or PAST.search(rest.partition(",")[2][:40]):
        return None
    return near[0]


def _turns(story: Story, said: Fact, events: list[Fact]) -> Fact | None:
    """ "The school was founded in 1898. This year it turns 125"; "the bridge, built in 1883, is 140 years old this year"."""
    words = story.words(said.sentence)
    if words[:4] in ("She ", "He i"):
        return None
    if said.kind == "duration" or said.kind == "date":
        if not (
            TURNS.search(story.before(said, 30))
            and story.after(said, 20).startswith((" of ", " in ", " as ", " since ", " this "))
        ):
            return None
    elif not (
        OLD.search(said.text)
        and IS.search(story.before(said, 12))
        or said.kind != "age"
        and TURNS.search(story.before(said, 20))
    ):
        return None
    here = [e for e in events if e.sentence == said.sentence]
    near = here or [e for e in events if said.sentence.start - NEXT < e.sentence.end <= said.sentence.start]
    behind = [e for e in events if said.sentence.end <= e.sentence.start < said.sentence.end + NEXT] if not near else []
    if len(behind) == 1 and DONE_IN.match(story.text, behind[0].sentence.start, behind[0].span.start):
        return behind[0]  # "The law is 20 years old. Passed in 2004, it …"
    if not NOW.search(words):
        return None
    if len(near) != 1 or not FOUNDED.search(story.text[near[0].sentence.start : near[0].span.start]):
        return None
    subject = SUBJECT.search(story.text, said.sentence.start, said.span.start)
    same = here or subject is not None and (not subject[1] or subject[1] in story.words(near[0].sentence))
    return near[0] if same else None
