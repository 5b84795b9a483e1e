"""An announced number and the list that follows: "four demands: …; …; … and …", "two changes. First, … Second, …"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import written
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Span
from copydesk.story import Parts, RelationKind, Story
from copydesk.ties import amended, single

FEWEST, MOST = 2, 20
# A list that is longer or shorter by more than this is a list of something else.
FURTHEST = 2
# From the announced number to the colon: its noun and what is said of it, in one clause.
COLON = late(r"[^:;.()\n\d]{2,110}:\s", words=":")
# Between number and colon these say that the list isn't the whole, or that it is of something else.
NOT_ALL = pattern(
    r"\b(?:including|such\s+as|among|like|for\s+example|said|says|told|asked|added|wrote|times?|percent|o'clock|minutes?|hours?|days?|weeks?|years?|months?)\b"
)
THEY_ARE = pattern(r"\s*(?:They|These|Those|The\s+\w+)\s+(?:are|were)\s+(?:now\s+)?")
NAME = r"(?:(?:[A-Z][\w'’.-]+|A(?=\s[A-Z]))(?:\s+(?:of|the|and\s+the|de|del|la|el|al|von|van)?\s*[A-Z][\w'’.-]+){0,3})"
NAMES = late(
    rf"((?:(?:the\s+)?{NAME},\s+)+(?:the\s+)?{NAME},?\s+and\s+(?:the\s+)?{NAME})(?=[,.;]|\s+(?:who|where|which|in|at|on|as|—|-)|\s*$)"
)
# Behind a comma, so that no place is meant ("in Leeds, York and Hull"), and all with their articles or none.
AT_THE_END = late(
    r"^[^,:;()\d]*[a-z],\s+(?P<names>(?:the\s+[A-Z][\w’'-]+,\s+)+(?:the\s+[A-Z][\w’'-]+)\s+and\s+the\s+[A-Z][\w’'-]+)\s*[.]?\s*$",
    words="the",
)
FIRST = late(r"(?:First|Firstly|One)(?=,|:|\s(?:is|was|of))")
NEXT = late(
    r"(?:Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?(?=,|:|\s(?:is|was))|(?:Finally|Lastly|Last)(?=,)"
)
BEFORE_LIST = 3
ENTRY = r"(?:[\w'’-]+(?:\s+[\w'’-]+){0,3})"
SHORT = late(rf"{ENTRY}(?:,\s+{ENTRY})+,?\s+and\s+{ENTRY}")
ASKED = late(r"(?:^|,\s+|,?\s+and\s+)(?:who|what|when|where|why|how|whether|which)\b")
TO_DO = late(r"(?:^|,\s+|,?\s+and\s+)to\s+(?=[a-z]+\s)")
A_THING = late(r"(?:^|,\s+|,?\s+and\s+)an?\s+(?=[a-z]+\s)")
VERB_BREAK = late(r"[:;—\"“”]")
# "Three things, flour, water and salt, and …": nouns that nobody describes in such a list.
THINGS = late(
    rf"\s+(?:[a-z-]+\s+)?(?:things|ingredients|languages|subjects|priorities|reasons|goals|aims|conditions|demands|colou?rs|elements|points|factors|courses|topics|questions|areas|fields|virtues|flavou?rs|categories),\s+(?P<items>{ENTRY}(?:,\s+{ENTRY})+,?\s+and\s+{ENTRY}?)(?=[.;,]|\s+[—–-])"
)
# What is put in between ("Turin and, in a joint bid, Basel and Mulhouse").
BROKEN = late(r"\b(?:and|or),|,\s+(?:in|with|by|for|at|on|as|together)\s")
VERBS = pattern(
    r"\b(?:is|are|was|were|has|have|had|he|she|they|it|we|you|that|which|who|but|not|or|if|when|because|will|would)\b|\d"
)
AFTER_NOUN = late(
    r"(?:\s+[a-z]+){0,2}\s+as\s+(?=[A-Z])|\s+[a-z]+(?:\s+[a-z]+)?(?:,|\s+[—–-]|\s+(?:are|were))\s+(?=(?:the\s+)?[A-Z])"
)
YEAR = r"(?:19|20)\d\d"
IN_YEARS = late(
    rf"\s+times\s*(?:,|:|-|—|–)?\s+in\s+(?P<years>{YEAR}(?:,\s+{YEAR})*,?\s+and\s+(?:{YEAR}|now|(?:again\s+)?(?:this\s+year|today|last\s+year|on\s+[A-Z][a-z]+day)))\b",
    words="times",
)
# "Five games in a row, having gone down to Arden, Colby, Deane, Eastleigh and Fenn".
IN_A_ROW = late(
    r"(?:\s+[\w-]+){0,3}?\s+(?:in\s+a\s+row|running|on\s+the\s+trot),?\s+(?:having|after|losing|beating|going|against|to|over|with)\b[^.;:A-Z]{0,40}\s(?=[A-Z])"
)
# "Four of her books, Salt, The Weir and …": so many of them are named.
OF_HER = late(r"\s+of\s+(?:her|his|its|their|the)\s+[a-z]+(?:\s+[a-z]+)?,\s+(?=[A-Z])")
# "Three of the four brothers, Jan, Piet and Klaas": names of some.
OF_THE = pattern(r"\bof\s+(?:the|its|his|her|their)\s+$")
KNOWN = pattern(r"\b(?:the|all)\s+$")
TWO_NAMES = late(rf"({NAME}\s+and\s+{NAME})(?=\s*(?:[,.;—–]|$))")
FULL_WORDS = ("full", "shortlist", "lineup", "line-up", "winners", "nominees")
FULL_LIST = pattern(r"\b(?:in\s+full|full\s+list|shortlist|line-?up|winners|nominees)\b[^:;.]{0,40}:\s")


def relate(story: Story) -> Iterator[Relation]:
    for fact in story.kinds("count", "number"):
        if (
            not single(fact)
            or not FEWEST <= fact.amount.low <= MOST
            or (fact.part and not OF_HER.match(story.after(fact)))
            or fact.amount.low != int(fact.amount.low)
            or OF_THE.search(story.before(fact, 12))
        ):
            continue
        items = (
            _after_colon(story, fact)
            or _set_off(story, fact)
            or _closing(story, fact)
            or _named_next(story, fact)
            or _numbered(story, fact)
            or _in_full(story, fact)
        )
        if items is not None and items[1] > 1 and abs(items[1] - fact.amount.low) <= FURTHEST:
            span, number = items
            listed = Fact(
                "count", span, story.document, written(number), of=fact.of, block=fact.block, sentence=fact.sentence
            )
            parts: Parts = {"announced": fact, "items": listed, "expected": written(number)}
            yield Relation("listing", parts, fact.sentence, (amended(fact, Decimal(number)),))


def _after_colon(story: Story, fact: Fact) -> tuple[Span, int] | None:
    """ "Four demands: a; b; c; and d" — semicolons, or short names between commas."""
    colon = COLON.match(story.text, fact.span.end, fact.sentence.end)
    if colon is None or not fact.of or NOT_ALL.search(colon.group()):
        return None
    start, end = colon.end(), fact.sentence.end
    return _listed(story, start, end) or _short(story, start, end) or _alike(story, start, end)


def _alike(story: Story, start: int, end: int) -> tuple[Span, int] | None:
    """Clauses that begin alike: "who had signed, what it cost and when it ends"; "to cut waste, to hire nurses and to open a clinic"."""
    words = story.text[start:end].rstrip().rstrip(".")
    for opening in (ASKED, TO_DO, A_THING):
        if opening.match(words) and not VERB_BREAK.search(words) and not (opening is A_THING and "," in words):
            number = len(opening.findall(words))
            return (Span(start, start + len(words)), number) if number > 1 else None
    return None


def _listed(story: Story, start: int, end: int) -> tuple[Span, int] | None:
    words = story.text[start:end].rstrip().rstrip(".")
    if not words or re.search(r"[:—]|[\"“”]\s*$", words) or "\n" in words:
        return None
    if ";" in words:
        return Span(start, start + len(words)), words.count(";") + 1
    names = NAMES.fullmatch(words)
    return (Span(start, start + len(words)), _names(names[1])) if names else None


def _closing(story: Story, fact: Fact) -> tuple[Span, int] | None:
    """ "Three rivers burst their banks in the night, the Elz, the Rems and the Fils.": names of what the sentence opens with, at its end."""
    if fact.span.start - fact.sentence.start > 1 or not fact.of or fact.role:
        return None
    end = story.text[fact.span.end : fact.sentence.end]
    found = AT_THE_END.search(end)
    if found is None or NOT_ALL.search(end):
        return None
    start = fact.span.end + found.start("names")
    return Span(start, start + len(found["names"])), _names(found["names"])


def _short(story: Story, start: int, end: int) -> tuple[Span, int] | None:
    """Short entries in small letters: "housing, schools and roads". An entry of more words may be a clause."""
    words = story.text[start:end].rstrip().rstrip(".")
    if (
        not SHORT.fullmatch(words)
        or BROKEN.search(words)
        or VERBS.search(words)
        or _has_figures(story, start, start + len(words))
    ):
        return None
    return Span(start, start + len(words)), _names(words)


def _has_figures(story: Story, start: int, end: int) -> bool:
    """Are the entries counted themselves ("the captain, two engineers and two deckhands"), or said to have something?"""
    return any(start <= fact.span.start < end for fact in story.facts)


def _set_off(story: Story, fact: Fact) -> tuple[Span, int] | None:
    """ "Three cities - Leeds, York and Derby -", "has three children, Ada, Ben and Carla.": names behind the noun itself."""
    behind = story.text[fact.span.end : fact.sentence.end]
    if " and " not in behind and "," not in behind:
        return None
    years = IN_YEARS.match(story.text, fact.span.end, fact.sentence.end)
    if years:
        return Span(years.start("years"), years.end("years")), _names(years["years"])
    row = IN_A_ROW.match(story.text, fact.span.end, fact.sentence.end)
    played = NAMES.match(story.text, row.end(), fact.sentence.end) if row else None
    if played:
        return Span(played.start(1), played.end(1)), _names(played[1])
    told = THINGS.match(story.text, fact.span.end, fact.sentence.end) if "," in behind else None
    if told and not VERBS.search(told["items"]) and not _has_figures(story, *told.span("items")):
        return Span(*told.span("items")), _names(told["items"])
    noun = OF_HER.match(story.text, fact.span.end, fact.sentence.end) if fact.part else None
    noun = noun or AFTER_NOUN.match(story.text, fact.span.end, fact.sentence.end)
    if noun is None or not (fact.of or fact.role):
        return None
    if re.search(r"\b(?:are|were)\s$", noun.group()) and not re.match(
        r"\W?(?:The|Its|Their|His|Her)\s$", story.before(fact)
    ):
        return None
    rest = story.text[noun.end() : fact.sentence.end]
    names = NAMES.match(story.text, noun.end(), fact.sentence.end) if "," in rest and "and" in rest else None
    if names is None and noun.group().rstrip().endswith((",", "—", "–")):
        names = TWO_NAMES.match(story.text, noun.end(), fact.sentence.end)
    if names is None or not re.match(r"\s*(?:[.,—–]|-\s|$)", story.text[names.end() : fact.sentence.end]):
        return None
    return Span(names.start(1), names.end(1)), _names(names[1])


def _named_next(story: Story, fact: Fact) -> tuple[Span, int] | None:
    """ "In five more counties. They are Adair, Benning and Corvel." """
    if not fact.of:
        return None
    they = THEY_ARE.match(story.text, fact.sentence.end)
    if they is None:
        return None
    names = NAMES.match(story.text, they.end())
    return (Span(names.start(1), names.end(1)), _names(names[1])) if names else None


def _names(words: str) -> int:
    """How many entries stand between the commas and the last *and*. Behind a comma that *and* is the last: another one is inside an entry
    ("ethnicity and race, language, and birthplace")."""
    if re.search(r",\s+and\s", words):
        return len(re.split(r",\s+(?:and\s+)?", words.strip()))
    return len(re.split(r",\s+|\s+and\s+", words.strip()))


def _numbered(story: Story, fact: Fact) -> tuple[Span, int] | None:
    """ "Made four recommendations. First, … Second, … Finally, …": sentences that begin with a place in the list."""
    tail = story.text[fact.span.end : fact.sentence.end]
    if not fact.of or len(tail.split()) > BEFORE_LIST or not tail.rstrip().endswith((".", ":")):
        return None
    start = re.compile(r"\s*").match(story.text, fact.sentence.end)
    begin = start.end() if start else fact.sentence.end
    if not FIRST.match(story.text, begin):
        return None
    found = list(re.finditer(rf"(?:(?<=[.!?”\"]\s)|(?<=\n))(?:{NEXT.pattern})", story.text[begin:]))
    words = [m.group().lower().removesuffix("ly") for m in found]
    expected = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    plain = [word for word in words if word in expected]
    if not found or plain != expected[: len(plain)]:
        return None
    closed = words[-1] in ("final", "last")
    if not closed and len(plain) + 1 < fact.amount.low:
        return None
    return Span(begin, begin + found[-1].end()), 1 + len(plain) + closed


def _in_full(story: Story, fact: Fact) -> tuple[Span, int] | None:
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
    items = _listed(story, found.end(), end if end >= 0 else len(story.text))
    return items if items and ";" in story.text[items[0].start : items[0].end] else None


RELATION = RelationKind(
    about="An announced number of things, and the list of them; expected is how many the list has.",
    parts={"announced": "figure", "items": "figure", "expected": "figure"},
    relate=relate,
)
