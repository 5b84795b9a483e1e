"""A place in a row, and the ones before it by name: "the fifth in a row, after falls in February, March, April and May"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import written
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Span
from copydesk.relate._rows import rows
from copydesk.story import Parts, RelationKind, Story
from copydesk.ties import amended

AFTER = pattern(
    r"[^.;:]{0,140}?,?\s(?:after|following|having\s+(?:also\s+)?won(?:\s+it)?(?:\s+in)?)\s+(?:(?:earlier\s+|previous\s+)?[a-z-]+\s+(?:in|over|against|at|by)\s+)?",
    words="after following having",
)
IN_A_ROW = pattern(
    r"^\W?(?:[\w-]+\s+){0,3}?(?:in\s+a\s+row|in\s+succession|on\s+the\s+trot|straight|consecutive|successive|running)\b|^\W?(?:straight|consecutive|successive)\b",
    words="consecutive row running straight succession successive trot",
)
OF_ITS_SORT = pattern(
    r"^\W?(?:[\w-]+\s+){1,5}(?:to|of|in|since|at|on)\b|^(?:\s+[\w-]+){1,4},\s+(?:after|following|having\s+won)\b"
)
THE = pattern(r"\b(?:the|a|its|their|his|her)\s+$")
YEAR = r"(?:19|20)\d\d"
NAME = r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}"
ITEMS = late(rf"((?:{YEAR}|{NAME})(?:,\s+(?:{YEAR}|{NAME}))*,?\s+and\s+(?:{YEAR}|{NAME}))(?=[,.;)\s]|$)")
# "For the fourth time. Her earlier titles came in 2009, 2012 and 2016."
TIME = pattern(
    r"^\s+(?:(?:[\w-]+\s+){0,2}(?:time|title|win|victory|championship|crown|gold|medal|trophy|triumph|success|appearance|term|cup))\b",
    words="appearance championship crown cup gold medal success term time title triumph trophy victory win",
)
EARLIER = pattern(
    r"\b(?:earlier|previous|other|first\s+\w+)\s+(?:\w+\s+){0,2}?(?:titles?|wins?|victories|triumphs|successes|championships|crowns|medals?|golds?|terms|times?|appearances)"
    r"\s+(?:came|were|was|had\s+come|had\s+been)\s+(?:in\s+)?|\balso\s+(?:won|triumphed|took\s+(?:it|the\s+title))\s+(?:it\s+|the\s+title\s+)?in\s+|\bpreviously\s+won\s+(?:it\s+|the\s+title\s+)?in\s+"
)
WON_IN = pattern(r"\b(?:won|took|claimed|lifted|triumphed|champion|title|winner)\b[^.;]{0,40}?\bin\s+(?=(?:19|20)\d\d)")
REACH, NEAR = 800, 300
FEWEST, MOST = 2, 20


def relate(story: Story) -> Iterator[Relation]:
    if not story.kinds("ordinal"):
        return
    told: set[int] = set()
    for row in rows(story):
        told.add(id(row.place))
        yield _relation(story, row.place, row.named, row.number, row.expected)
    for fact in story.kinds("ordinal"):
        if not FEWEST <= fact.amount.low <= MOST or fact.block == "headline" or id(fact) in told:
            continue
        items = _in_the_sentence(story, fact) or _told_later(story, fact) or _told_before(story, fact)
        if items is not None:
            yield _relation(story, fact, items[0], items[1], items[1] + 1)


def _relation(story: Story, fact: Fact, span: Span, number: int, expected: int) -> Relation:
    listed = Fact("count", span, story.document, written(number), block=fact.block, sentence=fact.sentence)
    parts: Parts = {"number": fact, "earlier": listed, "expected": written(expected)}
    return Relation("streak", parts, fact.sentence, (amended(fact, Decimal(expected)),))


def _in_the_sentence(story: Story, fact: Fact) -> tuple[Span, int] | None:
    """Those before it, named behind *after* or *following*."""
    rest = story.text[fact.span.end : fact.sentence.end]
    if not IN_A_ROW.search(rest) and not (THE.search(story.before(fact)) and OF_ITS_SORT.search(rest)):
        return None
    after = AFTER.match(story.text, fact.span.end, fact.sentence.end)
    return _items(story, after.end(), fact.sentence.end) if after else None


def _told_later(story: Story, fact: Fact) -> tuple[Span, int] | None:
    """ "For the fourth time" and, a few sentences on, the years of the earlier ones."""
    if not TIME.match(story.after(fact)) or not re.search(
        r"\b(?:the|a|his|her|its|their)\s+$", story.before(fact), re.IGNORECASE
    ):
        return None
    found = EARLIER.search(story.text, fact.sentence.start, min(len(story.text), fact.sentence.end + REACH))
    if found is None:
        return None
    items = _items(story, found.end(), len(story.text))
    return items if items and story.text[items[0].start].isdigit() else None


def _told_before(story: Story, fact: Fact) -> tuple[Span, int] | None:
    """ "Took the title in 2016, 2018 and 2021. On Sunday he won it for a fourth time": the years in the sentence before."""
    if not re.match(r"\s+time\b", story.after(fact)) or not re.search(r"\bfor\s+(?:a|the)\s+$", story.before(fact)):
        return None
    found = list(WON_IN.finditer(story.text, max(0, fact.sentence.start - NEAR), fact.sentence.start))
    return _items(story, found[-1].end(), fact.sentence.start) if found else None


def _items(story: Story, start: int, end: int) -> tuple[Span, int] | None:
    listed = ITEMS.match(story.text, start, end)
    if listed is None:
        return None
    number = len(re.split(r",\s+and\s+|,\s+|\s+and\s+", listed[1]))
    return Span(listed.start(1), listed.end(1)), number


RELATION = RelationKind(
    about="A place in a row and the earlier ones by name; expected is one more than these.",
    parts={"number": "figure", "earlier": "figure", "expected": "figure"},
    relate=relate,
)
