"""Is a length told of something else than the story's own times: of a record, of another year, of what had been before?"""

from datetime import date

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.relate.calendar.stretches import is_year
from copydesk.relate.calendar.told import Told
from copydesk.story import Story

OTHER = pattern(
    r"\b(?:another|previous|earlier|second|rehearsal|record|longest|shortest|shorter|longer|best|takes|may|must|allow\w*|rules|sentence[ds]?|home|return|can(?:not)?|by\s+(?:bus|car|train|rail|road|air|sea|boat|plane)|last\s+(?:week|month)|one\s+of|average|usual(?:ly)?|normal(?:ly)?|other|last\s+(?:year|time|season|summer)|each|every|later|before|after|the\s+one)\b"
)
THE_DAY_BEFORE = pattern(
    r"\b(?:the\s+[a-z]+\s+before|earlier|previously|last\s+[a-z]+|on\s+average|each|a\s+(?:day|week|year))\b"
)
AFTER_IT = pattern(r"\bafter\s+(?:(?:the|an?|its|their|his|her|that)\s+)?$", words="after")
HAD_DONE = pattern(r"\bhad\s+(?!lasted|gone|been|taken)(?:had|[a-z]+ed|seen|heard|drawn|slept)\b", words="had")
# Of days to come, or of a rule.
PLANNED = pattern(
    r"\b(?:will|would|shall|may|might|must|can|could|to\s+be|expected|plans?|planned|due|for\s+(?:up\s+to|at\s+least)|gave|given|gives?|notice|leave|sentence[ds]?|ban(?:ned)?|allow\w*|deadline)\b"
)
CLAUSE = late(r"[,;:—–]\s")


def is_another(story: Story, told: Told) -> bool:
    """Is it told as the length of something else, by the words before it or by a time behind?"""
    first, last = told.facts[0], told.facts[-1]
    before = AFTER_IT.sub("", story.text[first.sentence.start : first.span.start])
    if HAD_DONE.search(CLAUSE.split(before)[-1]):
        return True
    return OTHER.search(before) is not None or THE_DAY_BEFORE.search(story.after(last, 60)) is not None


def in_another_year(story: Story, told: Fact, issue: date | None) -> bool:
    """Is its clause, or the sentence before it, put into a year that is not that of the story?"""
    end = told.span.end + len(CLAUSE.split(story.after(told, 80))[0])
    here = [f for f in story.kinds("date") if f.sentence == told.sentence and is_year(f) and f.span.end <= end]
    return any(issue is None or f.moment.start.year != issue.year for f in here)
