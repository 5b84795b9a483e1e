"""The earlier ones of a row, wherever they stand: told in a list ("It comes on the heels of stoppages on 2 May, 9 May and 1 June"), or one after
the other ("Ann Roe left in 2013. She was succeeded by Jan Holm, and he by Ute Falk").

A list counts as theirs by what leads up to it and by the arithmetic: as many as the place says, or one more or less, as a slip leaves it.
"""

import re

from copydesk.late import late, pattern
from copydesk.lexicon.things import AGENTS
from copydesk.model import Fact, Span
from copydesk.relate.events.alike import stems
from copydesk.relate.rows.words import IN_A_ROW, MONTH, NAME, OWN, YEAR
from copydesk.story import Story
from copydesk.support import of_people

WHEN = rf"(?:(?:{MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+{YEAR})?|{MONTH}(?:\s+{YEAR})?|{YEAR})"
ENTRY = rf"(?:(?:in|on|at|of|from|against|over|to|by)\s+)?(?:{WHEN}|\d{{1,2}}|{NAME}(?:\s+(?:in|on|of)\s+{WHEN})?)"
LIST = late(rf"({ENTRY}(?:,\s+{ENTRY})*,?\s+and\s+{ENTRY})(?=\s*[,.;)—–\n]|\s+[a-z]|\s*$)")
SEPARATOR = late(r",\s+(?:and\s+)?|\s+and\s+")
DATED = late(rf"\b{WHEN}\s*$")
A_DATE = late(rf"{WHEN}|\d{{1,2}}(?:st|nd|rd|th)?")
# What leads up to the list of the earlier ones; a noun of theirs, or none of its own.
LEAD = pattern(
    r"\b(?:(?P<on>(?:follow|succeed|join)(?:s|ed|ing)|on\s+the\s+heels\s+of|after)\b(?:\s+(?:those|the\s+ones)\b)?|predecessors?\b"
    r"|(?:previous|earlier|prior|past)\s+(?P<noun>(?:[a-z-]+\s+){0,2}?[a-z-]{4,})\b|(?:two|three|four|five|six)\s+others?\b)"
)
NO_NOUN = frozenset("one ones those time time occa occas".split())
# The list isn't closed, or is of something else.
NOT_ALL = pattern(
    r"\b(?:among|including|such\s+as|several|most|last|latest|recent\w*|like|some|between|then|acting|interim)\b"
)
END, FULL_STOP = late(r"[.;!?]\s|\n"), late(r"[.!?](?=\s|$)|\n")
# "Ann Roe, who left in 2018 after a quarrel; Jan Holm, who went in 2020; and Ute Falk"
CLAUSES = late(rf"\s+(?P<all>{ENTRY}[^;]*(?:;\s+{ENTRY}[^;]*)*;\s+and,?\s+{ENTRY}.*)", re.DOTALL)
# "The third, Eugene Roth", "second and third place", "the second highest"
NO_ROW = late(r"\s*,\s|\s+(?:and|or|place|highest|largest|biggest|best|most|half|quarter|\w+est)\b")
A_TIME = pattern(r"\s+(?:time|occasion)\b", words="time occasion")
# One after the other: each step names the next.
STEP = late(
    r"\b(?:followed|succeeded|replaced)\b(?:\s+[\w]+){0,3}?\s+by\s+(?=[A-Z“‘])|\b(?:then|he|she|him|her|it)\s+by\s+(?=[A-Z“‘])"
    rf"|\b[Tt]hen\s+came\b|\b[Nn]ext\s+came\b|\b(?:gave|made|gives|makes)\s+way\s+(?:in\s+{YEAR}\s+)?(?:to|for)\s+(?=[A-Z])|\bhanded\s+over\s+(?:in\s+{YEAR}\s+)?to\s+(?:(?:his|her|its|their|the)\s+(?:[a-z]+\s+){{0,2}}[a-z]+,?\s+)?(?=[A-Z])"
    r"|\b(?:[Hh]is|[Hh]er|[Ii]ts|whose)\s+successor,?\s+(?=[A-Z])|(?<=[.!?]\s)Under\s+(?=[A-Z][\w’'-]+\s+[A-Z])"
    rf"|(?P<who>{NAME}),?\s+(?:who\s+)?(?:took\s+over|succeeded|replaced|followed)(?!\s+by\b)(?:\s+from)?\s+(?:him|her|them|it)\b"
)
STEPS = (
    "followed", "succeeded", "replaced", "then by ", "then came", "next came", "way to ", "way for ", "way in ", "successor", "took over", "handed over", "under ",
)  # fmt: skip
# Who or what began the row.
BEGAN = pattern(
    r"\b(?:debut|first|original|founder|founded|founding|built|set\s+up|start\w*|beg[au]n|flotation|launch\w*|opened|created|established)\b"
)
NAMED = late(NAME)
# Terms by election.
TERM = pattern(r"\s+(?:[\w-]+\s+)?(?:term|mandate|election|victory|win)\b")
FIRST_WON = pattern(r"\bfirst\s+elected\s+(?:[a-z]+\s+){0,5}$", words="first")
WON_AGAIN = pattern(
    r"\bre-?elected\s+(?:[a-z]+\s+){0,3}$|\bre-?elected\b[^.;:]{4,60}\b(?:and|then|again)\s+(?:[a-z]+\s+){0,2}$",
    words="elected",
)
ANY_AGAIN = pattern(r"\bre-?elect\w*", words="elect")
JOINT = late(r"\s*,?\s*(?:and\s+)?(?:(?:in|on|again|then|of)\s+)*")
# How many they were, in a word.
NUMBERS = {word: at for at, word in enumerate("two three four five six seven eight nine".split(), 2)} | {"twice": 2}
NUMBER = "|".join(NUMBERS).removesuffix("|twice")
SO_MANY = pattern(
    rf"\b(?P<n>{NUMBER})\s+(?:previous|earlier|prior)\s+(?P<noun>(?:[a-z-]+\s+)?[a-z]+s)\b|\b(?:had|has|have)\s+[a-z]+\s+(?:[a-z]+\s+){{0,2}}?(?P<times>twice|{NUMBER}(?=\s+times))(?:\s+times)?\s+before\b(?!\s+\w)",
    words="previous earlier prior before",
)
# Dates of something else than what has happened, or not of all.
OTHERWISE = pattern(
    r"\b(?:between|from|including|among|such\s+as|most|last|recent\w*|will|due|expected|next|payable|delivery|shipment|except|but|not|born|aged|until|worst|best)\b"
)
ITSELF = pattern(r"\W*(?:they|it|he|she|these|those|both|all)\b")
FEWEST = 3
CLOSED = late(r"\s*[.,;—–]|\s+(?:in|on|out)\b|\s*$")
SUBJECT = 4
REACH, GAP, BESIDE = 1200, 45, 20

Told = tuple[Span, int]


def earlier(story: Story, place: Fact) -> Told | None:
    """The earlier ones and how many they are; none where the place says something else altogether."""
    if NO_ROW.match(story.after(place)):
        return None
    found = [*_lists(story, place), *_steps(story, place), *_won_before(story, place), *_so_many(story, place)]
    if not found and (told := _run_of_dates(story, place)):
        found.append(told)
    nearest = min(found, key=lambda told: abs(told[1] + 1 - place.amount.low), default=None)
    return nearest if nearest and abs(nearest[1] + 1 - place.amount.low) <= 1 else None


def _lists(story: Story, place: Fact) -> list[Told]:
    """The lists that something of earlier ones leads up to, in the rest of the place's sentence or behind it."""
    text, limit = story.text, min(len(story.text), place.sentence.end + REACH)
    found: list[Told] = []
    if " and" not in text[place.span.end : limit]:
        return found
    for lead in LEAD.finditer(text, place.span.end, limit):
        ends = FULL_STOP.search(text, lead.end())
        clauses = CLAUSES.fullmatch(text, lead.end(), ends.start()) if ends and lead["on"] else None
        if clauses and _goes_on(story, place, lead):
            found.append((Span(*clauses.span("all")), clauses["all"].count("; ") + 1))
            continue
        stop = END.search(text, lead.end(), limit)
        listed = LIST.search(text, lead.end(), min(stop.start() + 1 if stop else limit, lead.end() + 4 * GAP))
        if (
            listed is None
            or listed.start() - lead.end() > GAP
            or NOT_ALL.search(text, lead.start(), listed.end() + BESIDE)
        ):
            continue
        told = counted(story, listed)
        owned = lead["noun"] and OWN.search(story.text[max(0, lead.start() - BESIDE) : lead.start()])
        if _of_the_row(story, place, lead, listed) or owned and _is_the_place(story, place, told):
            found.append(told)
    return found


def _goes_on(story: Story, place: Fact, lead: "re.Match[str]") -> bool:
    """Is it said in the sentence of the place, or of whom or what that was told: "Roe follows …", "It joins …"?"""
    begin = max((found.end() for found in FULL_STOP.finditer(story.text, 0, lead.start())), default=0)
    subject = story.text[begin : lead.start()].split()
    if lead.end() <= place.sentence.end or not 0 < len(subject) < SUBJECT:
        return lead.end() <= place.sentence.end
    noun = next(iter(re.findall(r"[a-z]+", story.after(place))), "")
    who = subject[-1] in ("She", "He") or subject[-1][0].isupper() and subject[-1] in story.words(place.sentence)
    return who if of_people(noun) or noun.endswith(AGENTS) else subject[-1] == "It"


def counted(story: Story, listed: "re.Match[str]") -> Told:
    """How many a list has: as many as dates if it is of these, or as stand between its commas."""
    told = Span(*listed.span(1)), len(SEPARATOR.split(listed[1].rstrip(", ")))
    dated = dates(story, told[0])
    return dated if dated and dated[1] > told[1] else told


def dates(story: Story, span: Span) -> Told | None:
    """All the dates of a list of which some are in this span: "8 and 29 October, 19 November, and 3 and 17 December"."""
    run: list[Fact] = []
    for date in story.kinds("date"):
        if not A_DATE.fullmatch(date.text):
            continue
        if run and JOINT.fullmatch(story.between(run[-1], date)):
            run.append(date)
        elif run and run[-1].span.end > span.start:
            break
        else:
            run = [date]
    found = run and run[0].span.start < span.end and run[-1].span.end > span.start
    return (Span(run[0].span.start, run[-1].span.end), len(run)) if found else None


def _is_the_place(story: Story, place: Fact, told: Told) -> bool:
    """Where the earlier ones are dated, and have another name than the place ("the earlier stoppages" of the sixth strike): is no other place
    as near to their number?"""
    if not all(date.kind == "date" for date in story.facts if told[0].start <= date.span.start < told[0].end):
        return False
    near = [
        fact
        for fact in story.kinds("ordinal")
        if abs(fact.amount.low - told[1] - 1) <= 1 and fact.span.end < told[0].start
    ]
    fitting = [fact for fact in near if fact.amount.low == told[1] + 1]
    return (fitting or near) == [place]


def _of_the_row(story: Story, place: Fact, lead: "re.Match[str]", listed: "re.Match[str]") -> bool:
    """Is the list of what the place is one of: in its sentence, of its noun, or of none?"""
    entries = SEPARATOR.split(listed[1])
    dated = DATED.search(entries[-1]) is not None and all(DATED.search(each) or each[-1].isdigit() for each in entries)
    behind = story.text[place.span.end : place.sentence.end]
    if lead["on"]:
        near = lead.end() <= place.sentence.end
        between = stems(story.text[lead.end() : listed.start()]) - NO_NOUN
        alike = not between.isdisjoint(stems(story.text[place.sentence.start : min(lead.start(), place.sentence.end)]))
        it = story.text[: lead.start()].rstrip().endswith(("It", "it", "They", "they", "comes", "This"))
        by_name = bool(not between and CLOSED.match(story.text, listed.end(1))) and _goes_on(story, place, lead)
        return (near and (alike or not between)) or (dated and it) or by_name
    if lead["noun"] and not A_TIME.match(behind):
        return dated and not stems(lead["noun"]).isdisjoint(stems(behind) | NO_NOUN)
    return dated or lead[0].lower().startswith("predecessor")


def _steps(story: Story, place: Fact) -> list[Told]:
    """Those who followed one another up to the place: as many as the steps, and the first of them."""
    start, limit = place.sentence.end, min(len(story.text), place.sentence.end + REACH)
    steps = list(STEP.finditer(story.text, start, limit)) if story.mentions(*STEPS) else []
    if not steps or NOT_ALL.search(story.text, max(start, steps[0].start() - GAP), steps[0].start()):
        return []
    if not BEGAN.search(story.text, place.sentence.start, steps[0].start()):
        return []
    if len(steps) == 1 and steps[0][0].lower().endswith("came"):
        return []  # who came behind that may be told in any other words
    behind = [each["who"] or (NAMED.search(story.text, each.end(), limit) or each)[0] for each in steps]
    names = [name for at, name in enumerate(behind) if not any(one.endswith(name) for one in behind[:at])]
    itself = bool(behind[-1].split()) and behind[-1].split()[-1] in story.text[: place.sentence.end]
    return [(Span(steps[0].start(), steps[-1].start() + len(steps[-1][0].rstrip())), len(names) + (not itself))]


def _won_before(story: Story, place: Fact) -> list[Told]:
    """ "Won a third term … was first elected in 2012, and re-elected four years later": the first, and each one with *again*. One who is in
    a term has won it already."""
    if not story.mentions("elected") or not TERM.match(story.after(place)):
        return []
    dates = story.kinds("date")
    first = next((at for at, date in enumerate(dates) if FIRST_WON.search(story.before(date))), None)
    if first is None:
        return []
    again = [date for date in dates[first + 1 :] if WON_AGAIN.search(story.before(date))]
    number = 1 + len(again)
    untold = (
        told
        for told in ANY_AGAIN.finditer(story.text)
        if not any(told.end() < date.span.start < told.end() + GAP for date in again)
    )
    if not again or any(untold) or place.amount.low == number:
        return []
    return [(Span(dates[first].span.start, again[-1].span.end), number)]


def _so_many(story: Story, place: Fact) -> list[Told]:
    """ "Her fifth crown … her three previous wins"; "for the fifth time … had won it three times before"."""
    if not story.mentions("previous", "earlier", "before"):
        return []
    found = []
    behind = stems(story.text[place.span.end : place.sentence.end])
    for told in SO_MANY.finditer(story.text, place.span.end, min(len(story.text), place.span.end + REACH)):
        number = NUMBERS[(told["n"] or told["times"]).lower()]
        alike = bool(A_TIME.match(story.after(place))) if told["times"] else not stems(told["noun"]).isdisjoint(behind)
        if alike:
            found.append((Span(*told.span()), number))
    return found


def _run_of_dates(story: Story, place: Fact) -> Told | None:
    """Three dates and more in one list, wherever it stands: hardly ever told but to count. Only where the place is one too many for them, as
    the last of them may be that of the place itself."""
    if len(story.kinds("date")) < FEWEST or NOT_ALL.search(story.words(place.sentence)):
        return None
    for told in story.once(runs):
        words = story.text[max(told[0].start - GAP, 0) : told[0].end + BESIDE]
        if abs(told[0].start - place.span.start) > REACH or place.amount.low != told[1] + 2 or OTHERWISE.search(words):
            continue
        if all(fact.amount.low != told[1] + 1 for fact in story.kinds("ordinal")) and _one_of_a_kind(
            story, place, told
        ):
            return told
    return None


def runs(story: Story) -> list[Told]:
    """The lists of dates of a story, three and more in each."""
    found = {told for date in story.kinds("date") if (told := dates(story, date.span)) is not None}
    return sorted(told for told in found if told[1] >= FEWEST)


def _one_of_a_kind(story: Story, place: Fact, told: Told) -> bool:
    """Is it the only place that is one too many, and does the sentence with the dates go on from it: by a word in common, or a pronoun where
    the place is one of times? The first of all may be told apart."""
    if sum(fact.amount.low == place.amount.low for fact in story.kinds("ordinal")) > 1:
        return False
    sentence = next(date.sentence for date in story.kinds("date") if date.span.start >= told[0].start)
    words, said = story.words(sentence), story.words(place.sentence)
    if BEGAN.search(story.text[min(sentence.start, place.sentence.start) : max(sentence.end, place.sentence.end)]):
        return False
    of_times = A_TIME.match(story.after(place)) or IN_A_ROW.search(said)
    return bool(of_times and ITSELF.match(words)) or not stems(words).isdisjoint(stems(said))
