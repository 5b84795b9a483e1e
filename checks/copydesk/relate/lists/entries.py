"""How many entries a list in the text has: names, clauses between semicolons, short entries, clauses that begin alike."""

import re
from itertools import pairwise

from copydesk.late import late, pattern
from copydesk.model import Span
from copydesk.story import Story

# Where a list stands, and how many entries it has.
Items = tuple[Span, int]
NAME = (
    r"(?:(?:[A-Z][\w'’./-]+|A(?=\s[A-Z]))(?:\s+(?:of|the|and\s+the|&|de|del|la|el|al|von|van)?\s*[A-Z][\w'’.-]+){0,3})"
)
NAMES = late(
    rf"((?:(?:the\s+)?{NAME},\s+)+(?:the\s+)?{NAME},?\s+and\s+(?:the\s+)?{NAME})(?=[,.;]|\s+(?:who|where|which|in|at|on|as|—|-)|\s*$)"
)
# "Credit Maritime in Paris, Nordhaus in Frankfurt and the London arm of Lexington Trust".
PLACED = rf"(?:the\s+)?{NAME}(?:\s+(?:in|of|from|at|near)\s+{NAME})?"
NAMES_IN_PLACES = late(rf"((?:{PLACED},\s+)+{PLACED},?\s+and\s+(?:{PLACED}|the\s+(?:\w+\s+){{1,3}}of\s+{NAME}))")
THING = late(r"(?:(?:the|an?|its|their|one)\s+|(?=[A-Z]))(?:[\w’'.&/-]+)(?:\s+[\w’'.&/-]+){0,6}")
NAMELESS = late(r"(?:the|an?|its|their)\s+[a-z]")
# What is said of the last entry alone: "… and the brittle that has been on its list since 1978".
OF_THE_LAST = late(r"(?<!,)\s+(?:that|which|who|where)\b[^,;:]*$")
COMMA_AND, COMMA_OR_COMMA_AND, COMMA_OR_AND = late(r",\s+and\s"), late(r",\s+(?:and\s+)?"), late(r",\s+|\s+and\s+")
# What is said of the last of them, or of all, tells of no more.
NAMES_ALL_TOLD = late(
    rf"((?:(?:the\s+)?{NAME},\s+)+(?:the\s+)?{NAME},?\s+and\s+(?:the\s+)?{NAME}),\s+(?:who|which|where|all|both)\b(?:(?!,\s+(?:and\s+)?(?:the\s+)?[A-Z])[^;:])*"
)
ENTRY = r"(?:[\w'’-]+(?:\s+[\w'’-]+){0,3})"
QUOTED = r"(?:“[^”\n]{1,60}”|\"[^\"\n]{1,60}\"|‘[^’\n]{1,60}’)"
TITLES = late(rf"({QUOTED}(?:,?\s+(?:and\s+)?{QUOTED})*,?\s+and\s+{QUOTED})(?=\s*(?:[.,;—–]|$))", words='“ " ‘')
AGED = late(r"(?=[^.]{0,40}\b[A-Z])([^:]+,\s+(?:aged\s+)?\d\d?)(?=\s*[.,;]|$)")
UNNAMED = pattern(r"\b(?:an?|who|whom|whose|was|were|had|has|with|another|one)\b")
SHORT = late(rf"{ENTRY}(?:,\s+{ENTRY})+,?\s+and\s+{ENTRY}")
ASKED = late(r"(?:^|,\s+|,?\s+and\s+)(?:who|what|when|where|why|how|whether|which)\b")
TO_DO = late(r"(?:^|,\s+|,?\s+and\s+)to\s+(?=[a-z]+\s)")
A_THING = late(r"(?:^|,\s+|,?\s+and\s+)an?\s+(?=[a-z]+\s)")
VERB_BREAK = late(r"[:;—\"“”]")
# What is put in between ("Turin and, in a joint bid, Basel and Mulhouse").
BROKEN = late(r"\b(?:and|or),|,\s+(?:in|with|by|for|at|on|as|together|especially|particularly|notably|mainly)\s")
VERBS = pattern(
    r"\b(?:is|are|was|were|has|have|had|he|she|they|it|we|you|that|which|who|but|not|or|if|when|because|will|would)\b|\d"
)


# Several under one name, with their own names behind it.
GROUP = late(
    r"\b(?:twins|triplets|brothers|sisters|siblings|couple|pair|duo|trio|sons|daughters|parents|newcomers|neighbou?rs),\s+(?:the\s+)?[A-Z]"
)


def alike(story: Story, start: int, end: int) -> Items | None:
    """Clauses that begin alike: "who had signed, what it cost and when it ends"; "to cut waste, to hire nurses and to open a clinic"."""
    words = story.text[start:end].rstrip().rstrip(".")
    for opening in (ASKED, TO_DO, A_THING):
        if opening.match(words) and not VERB_BREAK.search(words) and not (opening is A_THING and "," in words):
            number = len(opening.findall(words))
            return (Span(start, start + len(words)), number) if number > 1 else None
    return None


def listed(story: Story, start: int, end: int) -> Items | None:
    """Clauses between semicolons, or names."""
    words = story.text[start:end].rstrip().rstrip(".")
    if not words or re.search(r"[:—]|[\"“”]\s*$", words) or "\n" in words:
        return None
    if ";" in words:
        return Span(start, start + len(words)), words.count(";") + 1
    found = NAMES.fullmatch(words) or NAMES_IN_PLACES.fullmatch(words) or NAMES_ALL_TOLD.fullmatch(words)
    return (Span(start, start + len(words)), names(found[1])) if found else None


def short(story: Story, start: int, end: int) -> Items | None:
    """Short entries in small letters: "housing, schools and roads". An entry of more words may be a clause."""
    words = OF_THE_LAST.sub("", story.text[start:end].rstrip().rstrip("."))
    if (
        not SHORT.fullmatch(words)
        or BROKEN.search(words)
        or VERBS.search(words)
        or has_figures(story, start, start + len(words))
        or _is_explained(COMMA_OR_COMMA_AND.split(words))
    ):
        return None
    return Span(start, start + len(words)), names(words)


def things(story: Story, start: int, end: int) -> Items | None:
    """Places and things, by name or with their articles: "the Eastside Centre, First Church, the Grange Hall and the old mill at Orr". A thing in small
    letters behind a name may be what that is ("Ann, the cook"), and makes no list sure."""
    words = story.text[start:end].rstrip().rstrip(".")
    if VERBS.search(words) or VERB_BREAK.search(words) or words.count(" and ") != 1 or has_figures(story, start, end):
        return None
    each = COMMA_OR_AND.split(words.replace(", and ", " and "))
    if len(each) < 3 or "," in words.rpartition(" and ")[2] or not all(THING.fullmatch(entry) for entry in each):
        return None
    return None if _is_explained(each) else (Span(start, start + len(words)), len(each))


def _is_explained(each: list[str]) -> bool:
    """ "Orr, the capital, and Tarn": may an entry say what the name before it is?"""
    return any(NAMELESS.match(entry) and before[:1].isupper() for before, entry in pairwise(each))


def tells_who(words: str) -> bool:
    """ "Fiadh and the twins, Oisín and Donnacha": names behind what they are called together are no further entries."""
    return GROUP.search(words) is not None


def has_figures(story: Story, start: int, end: int) -> bool:
    """Are the entries counted themselves ("the captain, two engineers and two deckhands"), or said to have something?"""
    return any(start <= fact.span.start < end and fact.kind != "ordinal" for fact in story.facts)


def aged(story: Story, start: int, end: int) -> Items | None:
    """Names that all have their ages: "Anna Berg, 44, and her nephew Nils Holm, 19"."""
    found = AGED.match(story.text, start, end)
    if found is None or UNNAMED.search(found[1]):
        return None
    number = len(re.findall(rf"{NAME},\s+(?:aged\s+)?\d\d?\b", found[1]))
    plain = re.sub(rf"\b(?:of|from|in|near)\s+{NAME}", "", found[1])
    return (Span(*found.span(1)), number) if number == len(re.findall(NAME, plain)) else None


def titles(words: str) -> int:
    """How many titles in quotation marks stand one after the other."""
    return len(re.findall(QUOTED, words))


def names(words: str) -> int:
    """How many entries stand between the commas and the last *and*. Behind a comma that *and* is the last: another one is inside an entry
    ("ethnicity and race, language, and birthplace")."""
    between = COMMA_OR_COMMA_AND if COMMA_AND.search(words) else COMMA_OR_AND
    return len(between.split(words.strip()))
