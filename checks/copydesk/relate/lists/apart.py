"""Lists that stand apart from their number: "Eight things are gone … They listed them: a; b; …", "Four frogs … named them A, B and C".

Such a list says by its form how many entries it has, and stands behind a colon, a word for naming, or what it is of ("The newcomers are").
What it is of is told by that lead, and by the only number before it that is as many, or else one more or one less.
"""

import re
from collections.abc import Iterator

from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.relate.events.alike import stems
from copydesk.relate.lists.entries import NAME, QUOTED, Items, names
from copydesk.relate.lists.whole import ALL_OF, FIRST_WORD, YEARS_OLD, wholes
from copydesk.story import Story
from copydesk.support import head, is_sort, of_people

FEWEST, MOST = 3, 20
CLAUSE = r"(?:[^;:.\n]|\.(?=\d)|\b(?:[A-Z]|No|St|Mr|Mrs|Ms|Dr)\.){3,150}"
BETWEEN_SEMICOLONS = late(
    rf"(?:^|(?<=[:.\n]\s)|(?<=[.!?][”\"]\s))(?P<items>{CLAUSE}(?:;\s+{CLAUSE})*;\s+and,?\s+{CLAUSE})(?:\.|$)"
)
PICKED = pattern(
    r"\b(?:nearest|closest|largest|biggest)\b|\b(?:\w+est|best|main|chief|leading|key|first|last|known|favou?rites?|likely|like|in|at|from|to)\s+(?:are|were)\s+$"
)
# Names, what in small letters goes on with them ("Crocus vernus"), and ages.
ENTRY = rf"(?:{FIRST_WORD}(?:\s+(?!and\s)[\w’'-]+){{0,3}}(?:{YEARS_OLD})?|{QUOTED})"
# Where to look for them: far cheaper than the expression.
OPENERS = (
    "names ",
    "named ",
    "called ",
    "call them ",
    "calls them ",
    "known as ",
    "identified ",
    ": ",
)
NAMED = late(
    rf"(?:names|named|called|(?:calls?|called|named?|names)\s+them|known\s+as|(?:identified|named)\s+(?:the\s+\w+\s+|them\s+|by\s+\w+\s+)?as|:)\s+(?P<items>(?:{ENTRY},\s+)+{ENTRY},?\s+and\s+(?:{FIRST_WORD}(?:\s+[\w’'-]+){{0,3}}?(?:{YEARS_OLD})?|{QUOTED}))(?=\s*(?:[.;]|,\s+(?:who|whose|which|where|after|all|each|none|most)\b|\s+[—–-]\s|$))"
)
THE = pattern(r"(?<!\bof\s)\b(?:the|its|their|all|these|those|whose)\s+(?:[a-z-]+\s+){0,2}$")
BESIDE = late(
    rf"(?P<noun>[a-z]+s)\b(?:\s+(?:concerned|affected|involved|chosen|in\s+question|on\s+the\s+list))?(?:,|\s[—–-]|\s\(|:)\s?(?P<items>(?:{ENTRY},\s+)+{ENTRY},?\s+and\s+{FIRST_WORD}(?:\s+[A-Z][\w’'-]+){{0,2}}(?:{YEARS_OLD})?)(?=\s?(?:[.;,)—–]|-\s))"
)
# What says that the list is of what was told, and all of it.
LEAD = pattern(
    r"\b(?:[a-z]*list\w*|what|they|them|these|those|follow\w*|full|dead|victims|deceased|products|items|brands|models|sites|places|titles|works|pieces|affected|concerned|involved|chosen|selected|in\s+question|to\s+go)\b|^\W*(?:it|this|gone|out)\b"
)
SOME = pattern(r"\b(?:includ\w+|among|such\s+as|example|others?|some|most|several|mainly|also|another|more)\b")
# … or of those that were not counted.
CONTRARY = pattern(
    r"\b(?:against|opposed|absent|not|missing|before\s+(?:them|him|her|it)|previous|former|earlier|next|rivals?|remaining|rest|stay\w*|kept|spared|saved|surviv\w+|escap\w+|unaffected|safe)\b[^,;:.]{0,15}[:,]?\s*$"
)
SPEECH = late(r"[“”\"]")
# "The season consists of", "Facing the axe are": of what the sentence with the number tells.
MADE_UP = late(
    r"\b(?:consist|compris|made\s+up|covers?\b|affects?\b|appl(?:y|ies)\b|takes?\s+in\b)|^(?!Gone|Out)[A-Z][a-z]+(?:[eo]d|en|ing|ost)\b"
)
# "Those open to the public", "the schools on the list", but also "those to go", "the products affected".
NARROWED = late(
    r"\b(?:[Tt]h[eo]se|(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:[a-z-]+\s+)??(?:[a-z-]+s|men|women|people|children))\s+([a-z][^,;:]*?)\s(?:are|were)\s+$"
)
BEFELL = pattern(
    r"(?:now\s+)?(?:affected|concerned|involved|found\s+guilty|accused|charged|chosen|selected|picked|named|in\s+question|on\s+the\s+[a-z]*list|to\s+(?:be\s+)?[a-z]+)\b"
)
# What those picked are picked from: "makes six cheeses", "six cheeses were tested", "six clubs have applied".
LOOKED_AT = r"tested|checked|inspected|considered|reviewed|looked\s+(?:at|into)|visited|studied|examined|surveyed|interviewed|invited|asked"
HAS = pattern(
    rf"\b(?:has|have|had|owns?|owned|runs?|there\s+(?:are|were)|makes?|made|produces?|sells?|sold|read|received|drew|attracted|{LOOKED_AT})\s+(?:all\s+)?$"
)
TRIED = pattern(
    rf"\s+(?:[\w’'-]+\s+){{1,3}}?(?:(?:is|are|was|were|have|had|has|been|being)\s+){{0,3}}(?:{LOOKED_AT}|applied|applying|entered|compet\w+|vying|took\s+part|sent|stood|standing|bid|bidding|ran|running|came|nominated|eligible|at\s+risk)\b"
)
CONTAINER = pattern(r"\b(?:[a-z]*list|line-?up|program(?:me)?|bill|menu)\s")
ALONE = late(r"[A-Z][a-z]+\s+(?:are|were)\s+")
# "The shops that sold them are"
OF_OTHERS = pattern(r"\w\s+(?:that|which|who|whose|where|they|he|she|it|we|you|I)\b")
TITLE = late(r"(?:^|(?<=[;\s]))“[A-Z][^”\n.;]{1,60}[^”,.;]”")
PERSON = late(rf"^(?:[A-Z]?[a-z]+,?\s+){{0,4}}{NAME},\s+(?:aged\s+)?\d\d\b")
BY_NAME = late(r"(?:the\s+)?(?:[A-Z]?[a-z’'-]+,?\s+){0,4}[A-Z][\w’'-]+\s+(?:(?:de|la|van|von|al|bin)\s+)*[A-Z][\w’'-]+")
# One entry that names two ("his sons, Jan Roe and Piet Roe").
SEVERAL_NAMED = late(r",[^;]*\sand\s+[A-Z]|\b(?:sons|daughters|brothers|sisters|twins|children|couple),")
TWO_NAMED = late(r"^[^,]*[a-z]\s+and\s+[A-Z]")
AGED = late(rf"{NAME},\s+(?:aged\s+)?\d\d\b")
# An entry that may be several things, or some untold.
SEVERAL = late(r"(?:^|;\s+(?:and\s+)?)(two|both|three|four|five|six)\s")
UNTOLD = late(r"(?:^|;\s+(?:and\s+)?)(?:\d+|all|several|other|some|dozens)\s")
NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
WHO = pattern(r"\b(?:dead|victims|deceased|suspects)\b")
# Those counted before under another name, for what they were picked for.
CHOSEN = pattern(
    r"\b(?:newcomers|recruits|candidates|contenders|finalists|winners|nominees|laureates|entrants|partners|signatories|founders|appointees|additions|shortlist\w*)\b"
)
# What is counted in passing.
PASSING = frozenset(
    "expedition time visit day week month year hour minute mile kilometer kilometre metre meter attempt meeting session".split()
)
KNOWN = pattern(r"\b(?:the|all|both|other|these|those|his|her|their|its|our|of)\s+$")
LEAD_WIDTH, OPENING, NEAR = 120, 30, 400


class Apart(NamedTuple):
    """Where a list stands, how many entries it has, what leads to it, whether they are people (names may be), and how many more they may be if "two reds"
    are not one."""

    span: Span
    number: int
    lead: str
    people: bool | None = None
    several: int = 0


def lists_apart(story: Story) -> list[Apart]:
    """The lists of a story that end with *and*: between semicolons, or names, behind what says that they are one."""
    found = []
    if "; and" in story.text:
        for each in BETWEEN_SEMICOLONS.finditer(story.text):
            if (one := _clauses(story, each)) is not None:
                found.append(one)
    for each in _named(story.text):
        found.append(Apart(Span(*each.span("items")), _entries(each["items"]), _lead(story.text, each.start("items"))))
    found += [Apart(span, told.number, lead, None, told.more) for span, lead, told in wholes(story) if _is_all(lead)]
    found += _beside(story)
    return [
        one
        for one in found
        if FEWEST <= one.number <= MOST and not (SOME.search(one.lead) or CONTRARY.search(one.lead))
    ]


def _beside(story: Story) -> Iterator[Apart]:
    """Names beside what was counted before: "the schools concerned, Ashby, Barrow and Corley"."""
    counted = [fact for fact in story.kinds("count") if FEWEST <= fact.amount.low <= MOST and _may_announce(fact)]
    for noun in {head(fact) for fact in counted}:
        at = story.text.find(noun[:-1])
        while at >= 0:
            found = BESIDE.match(story.text, at)
            lead = _lead(story.text, at)
            if found is not None and THE.search(lead):
                yield Apart(Span(*found.span("items")), _entries(found["items"]), lead + found["noun"])
            at = story.text.find(noun[:-1], at + 1)


def _lead(text: str, end: int) -> str:
    return re.split(r"[.\n]", text[max(0, end - LEAD_WIDTH) : end])[-1]


def _entries(words: str) -> int:
    """How many names or titles, without the ages between them and the commas in quotation marks."""
    return names(re.sub(rf"{QUOTED}", "X", re.sub(YEARS_OLD, "", words)))


def _is_all(lead: str) -> bool:
    """ "The newcomers are": and not the best of them, or those in Rome, nor something "which covers" them."""
    return not PICKED.search(lead) and not (MADE_UP.search(lead) and OF_OTHERS.search(lead))


def _named(text: str) -> Iterator["re.Match[str]"]:
    for opener in OPENERS:
        at = text.find(opener)
        while at >= 0:
            found = NAMED.match(text, at)
            if (
                found is not None and re.sub(QUOTED, "", found["items"]).count(" and ") == 1
            ):  # of "A, B, and Carl and Dora Ems" who can tell
                yield found
            at = text.find(opener, at + 1)


def _clauses(story: Story, found: "re.Match[str]") -> Apart | None:
    """Those between semicolons; of people with their ages, also the sentences right before that tell of one each."""
    items, start = found["items"], found.start("items")
    are = ALL_OF.match(items.partition(";")[0])
    if are:
        items, start = items[are.end() :], start + are.end()
    if SPEECH.search(TITLE.sub("", items)) or SOME.search(items) or UNTOLD.search(items) or SEVERAL_NAMED.search(items):
        return None
    entries = re.split(r";\s+(?:and,?\s+)?", items)
    aged = [PERSON.match(entry) for entry in entries]
    paragraph = story.text[story.text.rfind("\n", 0, start) + 1 : start]
    if all(aged):
        if not are and not paragraph.strip():
            return None  # nothing says that they are all of somebody
        before = [one for one in re.split(r"(?<=[.!?])\s+", paragraph) if one]
        one_each = len(before) if all(len(AGED.findall(one)) == 1 for one in before) else 0
        return Apart(Span(start, found.end("items")), len(entries) + one_each, "they", people=True)
    people = None if 2 * sum(BY_NAME.match(entry) is not None for entry in entries) > len(entries) else False
    if (any(aged) and people is False) or not (_is_all(are[0]) if are else paragraph.rstrip().endswith(":")):
        return None
    several = sum(NUMBERS[word] - 1 for word in SEVERAL.findall(items)) + sum(map(bool, map(TWO_NAMED.search, entries)))
    return Apart(Span(start, found.end("items")), len(entries), _lead(story.text, start), people, several)


def told_apart(story: Story, fact: Fact) -> Items | None:
    """The list of what a number counts that stands clauses or sentences after it."""
    if not _may_announce(fact):
        return None
    for one in story.once(lists_apart):
        if fact.span.end <= one.span.start and fact is _announcing(story, one):
            return one.span, min(max(int(fact.amount.low), one.number), one.number + one.several)
    return None


def _announcing(story: Story, one: Apart) -> Fact | None:
    """The number that the list is of: one that is as many; or the only one that is one more or one less, of those that the list takes up, the
    one that the story opens with, or any."""
    before = [fact for fact in story.kinds("count") if fact.span.end <= one.span.start and _may_announce(fact)]
    most = one.number + one.several
    off = [fact for fact in before if fact.amount.low in (one.number - 1, most + 1) and _is_of(fact, one)]
    opening = [fact for fact in off if fact.span.start - _body(story) < OPENING]
    taken_up = [fact for fact in off if _taken_up(fact, one)]
    as_many = [fact for fact in before if one.number <= fact.amount.low <= most]
    by_chance = taken_up and ALL_OF.match(one.lead) and not any(_taken_up(fact, one) for fact in as_many)
    if as_many and not (by_chance or opening and len(as_many) == 1 and not _is_of(as_many[0], one)):
        return as_many[0]
    found = taken_up or opening or off
    return found[0] if len({(fact.amount.low, head(fact)) for fact in found}) == 1 else None


def _body(story: Story) -> int:
    return next((block.start for block in story.document.blocks if block.kind != "headline"), 0)


def _may_announce(fact: Fact) -> bool:
    amount = fact.amount
    return bool(fact.of) and fact.block != "headline" and amount.low == amount.high and not (fact.other or fact.part)


def _is_of(fact: Fact, one: Apart) -> bool:
    """People where people are listed; or what the lead names again, or takes up with a pronoun."""
    noun = head(fact)
    if one.people or WHO.search(one.lead):
        return of_people(noun) or bool(fact.role)
    if one.people is False and of_people(noun):
        return False
    if ALL_OF.match(one.lead) and (OF_OTHERS.search(one.lead) or _narrowed(fact, one)):
        return False
    if _taken_up(fact, one):
        return True
    if MADE_UP.search(one.lead) and not CONTAINER.search(one.lead):
        return (
            bool(ALONE.fullmatch(one.lead))
            and not fact.document.text[fact.sentence.end : one.span.start - len(one.lead)].strip()
        )
    if CHOSEN.search(one.lead):
        told_before = fact.document.text[fact.sentence.start : fact.span.start]
        return one.span.start - fact.sentence.end < NEAR and KNOWN.search(told_before) is None
    return bool(LEAD.search(one.lead)) and noun not in PASSING


def _narrowed(fact: Fact, one: Apart) -> bool:
    """Is the list of some of those counted: "has six houses … those open to the public are"? What befell them all may be said of them."""
    found = NARROWED.search(one.lead)
    if (found or CHOSEN.search(one.lead)) and picked_from(fact):
        return True
    told = stems(fact.document.text[fact.sentence.start : fact.sentence.end])
    return found is not None and not BEFELL.match(found[1]) and stems(found[1]).isdisjoint(told)


def picked_from(fact: Fact) -> bool:
    """Are more counted than those picked from them: "has six houses", "six cheeses were tested"?"""
    text, sentence = fact.document.text, fact.sentence
    return bool(HAS.search(text, sentence.start, fact.span.start) or TRIED.match(text, fact.span.end, sentence.end))


def _taken_up(fact: Fact, one: Apart) -> bool:
    """Does what leads to the list name again what was counted, or what befell it?"""
    named = (word.removesuffix("s") for word in one.lead.lower().split())
    if any(takes_up(one.lead, word) for word in fact.of) or any(is_sort(head(fact), word) for word in named):
        return True
    if not ALL_OF.match(one.lead) or OF_OTHERS.search(one.lead):
        return False
    return not stems(one.lead).isdisjoint(stems(fact.document.text[fact.sentence.start : fact.sentence.end]))


def takes_up(lead: str, noun: str) -> bool:
    """Does what leads to a list name again what was counted?"""
    return noun in lead.lower() or not stems(noun).isdisjoint(stems(lead))
