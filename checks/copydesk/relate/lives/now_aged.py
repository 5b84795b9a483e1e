"""Which ages are told as of now: "Holm, 45,", "Now 56, she", "turns 80 in August", "has died at 82"; and which are of then."""

import re

from copydesk.late import late
from copydesk.lexicon.calendar import MONTHS
from copydesk.model import Fact
from copydesk.moments import Moment
from copydesk.relate.calendar.days import issued
from copydesk.relate.lives.aged import THE_NOUN, ages, people
from copydesk.story import Story

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
    r"(?:\b[Nn]ow|\b[Tt]oday),?\s+(?:at\s+|aged\s+)?$|\b[Oo]n\s+[A-Z][a-z]+day,\s+(?:at|aged)\s+$|\bI(?:[’']m|\s+am)\s+(?:now\s+)?$|\b(?:he|she|He|She)(?:\s+is|\s+turns|[’']s)\s+(?:now\s+|today\s+)?$"
)
# A time about the day of publication, told without its year.
SOON = rf"(?:today|tomorrow|yesterday|(?:this|next|last)\s+(?:week|month|year|spring|summer|autumn|winter|[A-Z][a-z]+day)|(?:later|earlier)\s+this\s+(?:week|month|year)|on\s+[A-Z][a-z]+day|in\s+(?:{'|'.join(MONTHS).title()})(?!,?\s+\d))\b"
NOW_ENDS = late(rf"(?:\s+years\s+old)?\s*(?:[,.;—–]|and\b|now\b|{SOON}|$)")
# "Who turned 65 in March", "will be 33 next week"; "his 75th birthday in April".
TURNING = late(
    r"\b(?:turned|turns|will\s+(?:be|turn)|(?:is|was)\s+to\s+turn|would\s+have\s+(?:been|turned))\s+$",
    words="turn will would",
)
TURNS_SOON = late(rf"(?:\s+years\s+old)?\s+{SOON}")
BIRTHDAY = late(rf"\s+birthday\s+{SOON}", words="birthday")
HIS = late(r"\b(?:[Hh]is|[Hh]er)\s+$")
CLAUSE, A_YEAR = late(r"[,;:—–]\s"), late(r"\b(?:1[89]|20)\d\d\b")
# "“I am 19,” she said", in the story of somebody's death, is a word of then.
I_AM, OBITUARY = late(r"\bI(?:[’']m|\s+am)\s+"), late(r"\b(?:died|dies|dead|obituary)\b", re.I)
HAS_DIED = late(r"\b(?:has\s+died|dies|have\s+died)\s+(?:aged|at(?:\s+the\s+age\s+of)?)\s+$", words="die")
IS_N = late(
    r"^\W*(?:The\s+[a-z-]+\s+)?[A-Z][\w’'-]+(?:\.?\s+[A-Z][\w’'-]+){0,2},?\s+(?:is|turns|who is)\s+(?:now\s+)?$"
)
N_ENDS = late(r"(?:\s+years\s+old)?\s*(?:[.,;]|this\b|on\b|today\b)")
BACK, SENTENCES, LEAD, KIN_NEAR = 600, 5, 300, 40
# "His pension arrives when he is 67": of a time to come.
WHEN_IS = late(
    r"\b(?:when|once|until|till|before|after|if|unless|by\s+the\s+time)\s+(?:he|she|they|I|you)\s+(?:is|are|am)\s+$"
)
AT_THEN = late(r"(?<!dies )(?<!died )(?<!dead )\b[Aa]t\s+$")


def aged_now(story: Story) -> list[Fact]:
    """The ages that are told as of now."""
    known = [
        one for one in story.once(people) if one.last or one.definite or THE_NOUN.search(story.before(one.fact, 40))
    ]
    found = {one.fact.span: one.fact for one in known}
    for age in ages(story, "age", "number"):
        lead = story.text[age.sentence.start : age.span.start]
        named = IS_N.search(lead) and N_ENDS.match(story.after(age, 16))
        now = AT.match(lead) and TOLD_NOW.match(story.after(age, 80))
        if THERE_ARE.search(lead) or WHEN_IS.search(lead):
            continue
        now = now or NOW_AGED.search(lead) and NOW_ENDS.match(story.after(age, 16))
        late = I_AM.search(lead) and OBITUARY.search(story.text, 0, LEAD)
        if named or HAS_DIED.search(lead) or now and not late or turns(story, age):
            found[age.span] = age
    found |= {one.span: one for one in _birthdays(story)}
    return list(found.values())


def turns(story: Story, age: Fact) -> bool:
    """ "Mr Lee, who turned 65 in March": in the year of publication, as far as its clause names no other."""
    lead = story.text[age.sentence.start : age.span.start]
    return (
        TURNING.search(lead) is not None
        and TURNS_SOON.match(story.after(age)) is not None
        and A_YEAR.search(CLAUSE.split(lead)[-1]) is None
    )


def _birthdays(story: Story) -> list[Fact]:
    return [
        number
        for number in (story.kinds("ordinal") if story.mentions("birthday") else ())
        if HIS.search(story.before(number, 6)) and BIRTHDAY.match(story.after(number, 40))
    ]


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
