"""Occurrences named or dated beside a place in a row: "third straight defeat, after losses to Hull and Derby"; "flooded in 1998, 2007 and 2015.
This month's flood is its fourth"; "won three times, in 2011, 2014 and 2016. Her third win …"."""

import re
from collections.abc import Iterator

from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.story import Story
from copydesk.support import content

DAY = r"(?:(?:Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s+\d{1,2}|\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December))"
YEAR = r"(?:19|20)\d\d"
NAME = r"(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|de|la|of|v))*"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
SINCE = rf"(?:(?:last|this)\s+(?:{MONTH}|year|month|week|spring|summer|autumn|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
ENTRY = rf"(?:in\s+|on\s+|against\s+|to\s+|over\s+|by\s+|at\s+)?(?:{DAY}|{YEAR}|{SINCE}|{MONTH}\s+{YEAR}|{NAME})"
LIST = late(
    rf"({ENTRY}(?:,\s+{ENTRY})*,?\s+and\s+{ENTRY})(?=\s*[,.;)—–]|\s+(?:earlier|last|this|in|and\s+[a-z]|-)|\s*$)"
)
# Behind the ordinal: that it is one of a row, and not "the third of five", a quarter or a street.
PLACED = pattern(
    r"\s*(?:(?:[\w-]+\s+){0,4}?(?:in\s+a\s+row|in\s+succession|on\s+the\s+trot|running)|(?:straight|consecutive|successive)\b|(?:[\w’'-]+\s+){0,4}?(?:of\s+the|this|of\s+his|of\s+her|of\s+its|of\s+their|in\s+(?:a|as\s+many|\w+)|since|to|so\s+far|there|he|she|it|the|that)\b"
    r"|(?:[\w-]+\s*){0,3}(?=[,.;—–]|$)|(?:[\w-]+\s+){1,3}(?:was|came|lasted|is|has|will|took)\b)"
)
OWN = pattern(
    r"\b(?:the|a|its|their|his|her|another|(?:club|team|side|company|bank|city|country)[’']s|[A-Z]\w+[’']s?)\s+$"
)
# What leads up to those before it, in the sentence and in the one before.
AFTER = pattern(
    r"[^.;:]{0,90}?[:—–]\s+(?:it|he|she|they|the\s+\w+)\s+(?:had|also|already)\s+[^.;:]{0,40}?(?:\b(?:in|on|at|to|against|by|over)\s+)?$|[^.;:]{0,90}?(?:,\s+|\s+)(?:after|following|adding\s+to|having\s+(?:also\s+)?\w+)\s+(?:(?:those|ones|his|her|their|its|the|earlier|previous|similar|beating|defeating|losing\s+to|winning)\s+)*(?:[a-z-]+\s+){0,3}?(?:(?:in|over|against|at|by|to|on|with|from)\s+)?$"
)
LED = pattern(r"\b(?:after|following|having)\s+(?:[a-z-]+\s+){1,3}$")
TIMES = pattern(
    r"\b(?:twice|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+times)\b,?\s+(?:[-—–]\s+)?(?:in|on|against|at)?\s*$"
)
HAPPENED = pattern(
    r"\b(?:was|were|has\s+been|had\s+been|have\s+been|won|lost|struck|hit|held|scored|burned|flooded|closed|fined|beat|beaten|defeated|lost\s+to|victorious|champion|crowned|cut|rose|fell|\w{3,}ed)\b(?:\s+[\w-]+){0,3}?\s+(?:in|at|to|on|by)?\s*$"
)
MORE = pattern(r"\b(?:among\s+(?:others|them)|including|other|others|most\s+recently|last\s+in|between|several|from)\b")
NEXT, FEWEST, MOST = 3, 2, 12


class Row(NamedTuple):
    """A place in a row, the span of those named before it, and which place that makes."""

    place: Fact
    named: Span
    number: int
    expected: int


def rows(story: Story) -> Iterator[Row]:
    """Ordinals with the occurrences before them, in their sentence or the one before."""
    for fact in story.kinds("ordinal"):
        if not FEWEST <= fact.amount.low <= MOST or fact.block == "headline":
            continue
        if not OWN.search(story.before(fact, 30)) and fact.span.start - fact.sentence.start > len("Their "):
            continue
        behind = story.text[fact.span.end : fact.sentence.end]
        if PLACED.match(behind):
            row = _behind(story, fact) or _ahead(story, fact) or _sentence_before(story, fact)
            if row is not None:
                yield row


def _row(fact: Fact, found: "re.Match[str]", more: int) -> Row:
    number = len(re.split(r",\s+(?:and\s+)?|\s+and\s+", found[1]))
    return Row(fact, Span(*found.span(1)), number, number + more)


def _listed(story: Story, start: int, end: int, lead: "re.Pattern[str]", begin: int) -> "re.Match[str] | None":
    """The first list in a stretch that these words lead up to."""
    for found in LIST.finditer(story.text, start, end):
        if lead.search(story.text[begin : found.start()]) and not MORE.search(story.text[begin:end]):
            return found
    return None


def _behind(story: Story, fact: Fact) -> Row | None:
    end = fact.sentence.end
    if not re.search(r"\b(?:after|following|adding|having|had|also)\b", story.text[fact.span.end : end]):
        return None
    for found in LIST.finditer(story.text, fact.span.end, end):
        lead = story.text[fact.span.end : found.start()]
        if AFTER.fullmatch(lead) and not MORE.search(lead):
            return _row(fact, found, 1)
    return None


def _ahead(story: Story, fact: Fact) -> Row | None:
    """ "After defeats by Lyon and Nice, it was the club's third loss in a row"."""
    begin = fact.sentence.start
    found = _listed(story, begin, fact.span.start, LED, begin)
    return _row(fact, found, 1) if found else None


def _sentence_before(story: Story, fact: Fact) -> Row | None:
    """Years, days or places in the sentence before: the place is the next one, or the last of them where it is told again."""
    end = fact.sentence.start
    before = story.text[:end].rstrip()
    begin = max(before.rfind(". ", 0, -1) + 2, before.rfind("\n") + 1)
    end = len(before)
    if end - begin < NEXT or story.document.block_at(begin) == "headline":
        return None
    counted = _listed(story, begin, end, TIMES, begin)
    found = counted or _listed(story, begin, end, HAPPENED, begin)
    if found is None:
        return None
    # "Won three times … Her third win": one of them, told again, may be any; only past the last is it wrong, unless it is new.
    new = NEW.search(story.text[fact.sentence.start : fact.sentence.end])
    number = len(re.split(r",\s+(?:and\s+)?|\s+and\s+", found[1]))
    if new and (counted or _of_one_sort(story, fact, begin)):
        return Row(fact, Span(*found.span(1)), number, number + 1)
    if counted and fact.amount.low > number:
        return Row(fact, Span(*found.span(1)), number, number)
    return None


def _of_one_sort(story: Story, fact: Fact, begin: int) -> bool:
    """Is the place one of what the sentence before tells of: a word in common, or a row that is spoken of?"""
    sentence = story.text[fact.sentence.start : fact.sentence.end]
    earlier = content(story.text[begin : fact.sentence.start])
    return bool(IN_A_ROW.search(sentence)) or any(
        word[:4] in {each[:4] for each in earlier} for word in content(sentence)
    )


IN_A_ROW = pattern(
    r"\b(?:in\s+a\s+row|straight|consecutive|successive|this\s+(?:year|month|season|week)|of\s+the\s+(?:season|year)|so\s+far)\b"
)
NEW = pattern(
    r"\b(?:this\s+(?:week|month|year|season|time)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|now|latest|in\s+a\s+row|straight|this)\b"
)
