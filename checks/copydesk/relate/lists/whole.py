"""Lists that are all of what their sentence is about: "The branches to close are A, B and C", "The season consists of “A” by …", "Gone are A, B
and C".

Such a sentence hardly ever tells of some: of 4,000 stories a score have one, and most of these also tell how many it has.
"""

import re
from collections.abc import Iterator

from copydesk.late import late, pattern
from copydesk.model import Span
from copydesk.named import NamedTuple
from copydesk.relate.lists.entries import QUOTED, short
from copydesk.story import Story
from copydesk.tokens import sentences

# Where to look for them: far cheaper than the expression.
OPENERS = (
    " are ",
    " were ",
    " consist",
    " compris",
    " made up of ",
    " covers ",
    " affects ",
    " applies to ",
    " takes in ",
)
ALL_OF = late(
    r"(?:[^:;“”\"]*?,\s+)?(?:(?:[Tt]he|[Tt]hey|[Tt]h[eo]se|[Tt]h(?:is|at)|[Tt]heir|[Ii]ts?|[Hh]is|[Hh]er)\b[^,;:“”\"]{0,70}?|(?:Gone|Out|On\s+the\s+[a-z]*list|[A-Z][a-z]{2,}(?:[eo]d|en|ing|ost))\b[^,;:“”\"]{0,40}?)"
    r"\b(?:(?:are|were)(?!\s+made\s+up)|(?P<one>(?:is|are|was|were)\s+made\s+up\s+of|consist(?:s|ed)?\s+of|compris(?:es?|ed)|covers?|affects?|appl(?:y|ies)\s+to|takes?\s+in))\b(?:\s+as\s+follows)?\s+"
)
# What is so listed may be things that have no names, most of them of two words: "The roads are narrow, steep and dark" tells of none.
PICKED_OUT = pattern(
    r"\b(?:consist\w*\s+of|compris\w+|made\s+up\s+of|(?:affected|concerned|involved|chosen|selected|picked|listed|named|in\s+question|on\s+the\s+[a-z]*list|to\s+(?:be\s+)?[a-z]+)\s+(?:are|were))\s+$"
)
# A name, with what in small letters leads up to it ("the chef Ann Roe", but not "the sisters"), or a title.
FIRST_WORD = r"(?:the\s+)?(?:(?!(?:them|include|including|by|and|with|from|as|for|on|in|at|to|of|off|out|up|after)\b)[a-z-]*[a-rt-z]\s+){0,2}[A-Z][\w’'-]+"
NAMED = late(rf"{FIRST_WORD}|[A-Z]\b|[\w’']+[’']s\s+“|“")
# What may also be said of the name before it ("Paris, the capital of France"), as the name may be behind a noun ("his wife, Ann").
BESIDE = late(r"(?:the|an?|his|her|its|their)\s+[^“]*\b[A-Z]")
LAST = late(rf"{FIRST_WORD}|(?:[\w'’]+[’']s\s+)?“|(?:the|an?|his|her|its)\s+(?!others?\b|rest\b|few\b|number\b)")
# What is said of the last of them, or of all.
TAIL = pattern(
    r"(?:who|whose|which|where|with|after|before|all|each|both|most|none|(?:said|according)\b(?!.*,\s+and\b)|although|though|but)\b|(?:an?|the|his|her|their)\s+[a-z]"
)
YEARS_OLD = r",\s+(?:aged\s+)?\d\d\b"
PUT_IN = late(rf"\s\([^()]*\)|{YEARS_OLD}|\s[—–-]\s.*")
# No entry has more words, nor does the first end farther off than so many characters.
LONGEST, NEAR = 8, 90


class Entries(NamedTuple):
    """How many entries a list has, how many more it may be read to have, and how many signs behind it are said of them."""

    number: int
    more: int
    tail: int


def wholes(story: Story) -> Iterator[tuple[Span, str, Entries]]:
    """Each such list of names or titles between commas, what leads up to it, and its entries."""
    for opener in OPENERS:
        at = story.text.find(opener)
        while at >= 0:
            start, end = story.text.rfind("\n", 0, at) + 1, story.text.find("\n", at)
            end = end if end >= 0 else len(story.text)
            comma = story.text.find(", ", at, min(end, at + NEAR))
            if comma >= 0 and story.text.find(" and ", comma, end) >= 0:
                around = sentences(story.text, start, end)
                yield from _whole(story, next((each for each in around if each.start <= at < each.end), around[0]))
            at = story.text.find(opener, at + 1)


def _whole(story: Story, sentence: Span) -> Iterator[tuple[Span, str, Entries]]:
    words = story.words(sentence)
    lead = ALL_OF.match(words)
    if lead is None:
        return
    told = entries(words[lead.end() :])
    begin = sentence.start + lead.end()
    if told:
        yield Span(begin, sentence.start + len(words.rstrip(" .")) - told.tail), lead[0], told
    elif PICKED_OUT.search(lead[0]) and (plain := short(story, begin, sentence.end)):
        if lead["one"] or story.text[plain[0].start : plain[0].end].count(" ") > plain[1] + 2:
            yield plain[0], lead[0], Entries(plain[1], 0, 0)


def entries(words: str) -> Entries | None:
    """The names or titles between commas up to the last *and*; none where something else may stand among them."""
    words = re.sub(QUOTED, lambda title: "“”" + "," * title[0].endswith((",”", ',"')), words)
    words = PUT_IN.sub("", words.rstrip(" .!?"))
    for found in re.finditer(r",?\s+and\s+", words):
        last, _, tail = words[found.end() :].partition(", ")
        each = words[: found.start()].split(", ")
        if tail and not TAIL.match(tail) or len(each) < 2:
            continue
        if ";" in words or not LAST.match(last) or any(len(one.split()) > LONGEST for one in each):
            return None
        beside = sum(not NAMED.match(one) or one.split()[-1].islower() for one in each)
        if not all(NAMED.match(one) or BESIDE.match(one) for one in each) or not NAMED.match(each[0]):
            return None
        two = sum(" and " in one for one in (*each, last))
        return Entries(len(each) + 1 - beside, beside + two, len(tail) + len(", ") * bool(tail))
    return None
