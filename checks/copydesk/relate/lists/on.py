"""Lists that follow the sentence which announces their number: names, clauses, sentences, lines."""

import re

from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.relate.lists.apart import CHOSEN, WHO, picked_from, takes_up
from copydesk.relate.lists.entries import NAMES, Items, aged, listed, names
from copydesk.story import Story
from copydesk.support import head, of_people
from copydesk.tokens import sentences

THEY_ARE = pattern(
    r"\s*(?:They|These|Those|The\s+(?:two|three|four|five|six|seven|eight|nine|ten)|The\s+(?P<of>\w+))\s+(?:are|were)\s+(?:now\s+|(?:identified|named)\s+(?:[\w\s]{0,30}\s)?as\s+)?"
    r"|\s*(?:Police|Officials|Authorities|Prosecutors|Detectives|The\s+\w+)\s+(?:have\s+|has\s+)?(?:identified|named)\s+(?:them|the\s+[a-z]+)\s+as\s+"
)
KNOWN = pattern(r"\b(?:the|all)\s+$")
FULL_WORDS = ("full", "shortlist", "lineup", "line-up", "winners", "nominees")
FULL_LIST = pattern(r"\b(?:in\s+full|full\s+list|shortlist|line-?up|winners|nominees)\b[^:;.]{0,40}:\s")
# The number stands so few words before the end of its sentence where the next one is the list.
NEAR_END = 6
# Or so many characters behind its start, if lines follow.
NEAR_START = 30
# What sentences and clauses of a list are, if nothing but the list tells of them.
WAYS = frozenset(
    "way reason aim goal condition demand change measure step lesson problem rule recommendation proposal factor objective promise pledge task mistake benefit".split()
)
# How a sentence says which one of them it is: its place, another one, or the last.
PLACES = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
FIRST = late(
    r"(?:First|Firstly|One|The\s+first)(?=,|:|\s(?:is|was|of|would|will|concerns|[a-z]+s(?!\s(?:are|were|have)\b))\b)"
)
NEXT = late(
    r"(?:(?:The\s+|A\s+)?(?P<place>[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth)(?:ly)?|(?P<more>Another|Then|Next)|(?P<last>Finally|Lastly|Last|The\s+(?:last|final|other)))(?:\s[a-z]+)??(?=,|:|\s(?:is|was|of|it|he|she|they|the|would|will|[a-z]+s)\b)"
)
FIRST_AND_LAST = 2
ITSELF = late(r"(?:It|They|He|She|This|These)\b")
AND_LAST = late(r"(?:And|Finally|Lastly)\b")
NOT_ALL = r"including|among|such\s+as|example|others?"
INCLUDING = pattern(rf"\b(?:{NOT_ALL})\b")
SOME = pattern(rf"\b(?:{NOT_ALL}|the\s+(?:first|second|third|fourth|last)|(?:one|two|three|four|both)(?=;|\s+of\b))")


def further_on(story: Story, fact: Fact) -> Items | None:
    """The list that the sentences behind a number are, or the lines."""
    if not fact.of:
        return None
    return (
        _named_next(story, fact)
        or _in_full(story, fact)
        or (_lines(story, fact) if _opens_lines(story, fact) else None)
        or (_lines(story, fact) or _numbered(story, fact) or _clauses(story, fact) if _announces(story, fact) else None)
    )


def _announces(story: Story, fact: Fact) -> bool:
    """Does the number stand near the end of a sentence that a list may follow?"""
    tail = story.text[fact.span.end : fact.sentence.end].rstrip()
    return len(tail.split()) <= NEAR_END and tail.endswith((".", ":")) and not SOME.search(tail)


def _opens_lines(story: Story, fact: Fact) -> bool:
    """Is it the only number of a sentence that ends in a colon?"""
    if not story.text[fact.span.end : fact.sentence.end].rstrip().endswith(":") or INCLUDING.search(
        story.words(fact.sentence)
    ):
        return False
    counted = [other for other in story.kinds("count", "number") if other.sentence == fact.sentence]
    return counted == [fact] and fact.span.start - fact.sentence.start < NEAR_START


def _lines(story: Story, fact: Fact) -> Items | None:
    """Items of a list in lines of their own, behind the paragraph that announces them."""
    items = [block for block in story.document.blocks if block.start >= fact.sentence.end]
    number = next((at for at, block in enumerate(items) if block.kind != "list item"), len(items))
    if not number or story.text[fact.sentence.end : items[0].start].strip(" -*•–\n\t0123456789.)"):
        return None
    return Span(items[0].start, items[number - 1].end), number


def _clauses(story: Story, fact: Fact) -> Items | None:
    """The next sentence, whose clauses stand between semicolons up to "; and"; or, of ways and reasons, those up to one with *And*."""
    end = story.text.find("\n", fact.sentence.end)
    following = sentences(story.text, fact.sentence.end, end if end >= 0 else len(story.text))
    if not following:
        return None
    first = story.words(following[0])
    if "; and " in first:
        found = None if ITSELF.match(first) or SOME.search(first) else listed(story, *following[0])
    elif fact.of[-1] in WAYS and len(following) > 1 and AND_LAST.match(story.words(following[-1])):
        found = Span(following[0].start, following[-1].end), len(following)
    else:
        found = None
    return found if found and abs(found[1] - fact.amount.low) < 2 else None


def _numbered(story: Story, fact: Fact) -> Items | None:
    """ "Made four recommendations. First, … Second, … Finally, …": sentences that begin with a place in the list."""
    begin = fact.sentence.end + len(story.text[fact.sentence.end :]) - len(story.text[fact.sentence.end :].lstrip())
    if not FIRST.match(story.text, begin):
        return None
    found = list(re.finditer(rf"(?:(?<=[.!?”\"]\s)|(?<=\n))(?:{NEXT.pattern})", story.text[begin:]))
    number, closed = 1, False
    for each in found:
        if closed or each["place"] and PLACES.index(each["place"].lower()) + 1 != number:
            return None
        number, closed = number + 1, bool(each["last"])
    if not found or not closed and number < fact.amount.low:
        return None
    if number == FIRST_AND_LAST and not found[0].group().endswith("other"):  # what lies between is told otherwise
        return None
    return Span(begin, begin + found[-1].end()), number


def _named_next(story: Story, fact: Fact) -> Items | None:
    """ "In five more counties. They are Adair, Benning and Corvel." """
    they = THEY_ARE.match(story.text, fact.sentence.end)
    if (
        they is None
        or they["of"]
        and not (
            takes_up(they["of"], head(fact))
            or WHO.match(they["of"])
            or CHOSEN.match(they["of"])
            and not picked_from(fact)
        )
    ):
        return None
    end = story.text.find("\n", they.end())
    found = NAMES.match(story.text, they.end())
    if found:
        return Span(*found.span(1)), names(found[1])
    following = sentences(story.text, they.end(), end if end >= 0 else len(story.text))
    return aged(story, *following[0]) if following and (fact.role or of_people(head(fact))) else None


def _in_full(story: Story, fact: Fact) -> Items | None:
    """ "Among the six writers shortlisted … The shortlist, in full: a; b; …": a later sentence with the whole list."""
    if not story.mentions(*FULL_WORDS) or not KNOWN.search(story.before(fact, 8)):
        return None
    found = FULL_LIST.search(story.text, fact.sentence.end)
    if found is None:
        return None
    kind = found.group().split()[0].lower().strip(",")
    if not re.search(rf"\b{re.escape(kind)}", story.after(fact), re.IGNORECASE) and "full" not in kind:
        return None
    end = story.text.find("\n", found.end())
    items = listed(story, found.end(), end if end >= 0 else len(story.text))
    return items if items and ";" in story.text[items[0].start : items[0].end] else None
