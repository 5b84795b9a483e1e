"""Occurrences by name or date, and what place in the row comes next: "third straight defeat, after losses to Hull and Derby"; "flooded in 1998,
2007 and 2015. This month's flood is its fourth"; "for the fourth time … Her earlier titles came in 2009, 2012 and 2016"."""

import re
from collections.abc import Iterator

from copydesk.late import late
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.relate.events.alike import stems
from copydesk.relate.rows import words as wording
from copydesk.relate.rows.earlier import counted, earlier
from copydesk.story import Story

# What leads up to the earlier ones; their noun stands behind it.
LEADS = late(r"\b(?:after|following|adding to|having)\b")
THOSE = late(r"\s+(?:those|the\s+ones)\s+(?:that\s+)?(?:he|she|it|they)\b")
NO_NOUNS = frozenset("those ones earli previ simil depar exits resig death sacki dismi ouste".split())
HE = late(r"\b(?:he|she|it|they)\b")
FEWEST, MOST = 2, 20
TIME_NAME = late(
    rf"(?:(?:in|on|again|then|re-?elected|finally|at|over)\s+)*(?:the\s+)?(?:{wording.MONTH}|{wording.YEAR}|{wording.DAY}|{wording.SINCE}|{wording.WEEKDAY})"
)
ENDS = late(r"\s*(?:[.;]|$)")
# "The second time I had to leave the room": one of the times just told of.
TOLD_BEFORE = late(r"\W*The\s+\w+\s+time\s+(?:I|we|you|he|she|they)\b")
# The earlier ones stand no farther behind than so many characters.
REACH = 800
# "… and 2016, among others"
AMONG = 16
SENTENCE_END = late(r"[.!?”\"]\s+(?=[A-Z“\"])|\n")


class Row(NamedTuple):
    """A place in a row, the span of those named before it, and which place that makes."""

    place: Fact
    named: Span
    number: int
    expected: int


def rows(story: Story) -> Iterator[Row]:
    """Ordinals with the occurrences before them: in their sentence, in the one before, or further on."""
    for fact in story.kinds("ordinal"):
        if FEWEST <= fact.amount.low <= MOST and fact.block != "headline" and _is_place(story, fact):
            row = (
                _in_sentence(story, fact)
                or _sentence_before(story, fact)
                or _sentence_after(story, fact)
                or _holders(story, fact)
                or _told_apart(story, fact)
            )
            if row is not None:
                yield row


def _told_apart(story: Story, fact: Fact) -> Row | None:
    told = earlier(story, fact)
    return Row(fact, *told, told[1] + 1) if told else None


def _is_place(story: Story, fact: Fact) -> bool:
    """Is it a place in a row of its own: not "the third of five", a quarter or a street?"""
    if TOLD_BEFORE.match(story.text, fact.sentence.start):
        return False
    owned = wording.OWN.search(story.before(fact, 30)) or fact.span.start - fact.sentence.start <= len("Their ")
    return bool(owned) and wording.PLACED.match(story.text[fact.span.end : fact.sentence.end]) is not None


def _row(story: Story, fact: Fact, found: "re.Match[str]", more: int = 1) -> Row:
    span, number = counted(story, found)
    return Row(fact, span, number, number + more)


def _in_sentence(story: Story, fact: Fact) -> Row | None:
    """ "Their third loss, after defeats by Lyon and Nice"; "After defeats by …, it was their third"; "lost to Lyon and Nice before their third …"."""
    text, start, end = story.text, fact.sentence.start, fact.sentence.end
    for found in wording.LIST.finditer(text, start, end):
        if found.start() >= fact.span.end:
            lead = text[fact.span.end : found.start()]
            told = (
                wording.AFTER.fullmatch(lead)
                and not wording.MORE.search(lead)
                and _one_sort(text[start : found.start()])
            )
        elif found.end() <= fact.span.start:
            lead, between = text[start : found.start()], text[found.end() : fact.span.start]
            placed = (
                " now " in between
                or wording.IN_A_ROW.search(text, fact.span.end, end)
                or wording.A_TIME.match(text, fact.span.end, end)
            )
            before = wording.HAPPENED.search(lead) and wording.BEFORE.match(between) and placed
            he = before and wording.A_TIME.match(text, fact.span.end, end) and HE.search(between)
            counted = (
                wording.SO_MANY_TIMES.search(lead)
                and wording.BEFORE.match(between)
                and between.endswith((" for a ", " for the "))
            )
            on = he or counted or before and not stems(lead).isdisjoint(stems(between + text[fact.span.end : end]))
            led = wording.LED.search(lead)
            told = (on or led and _one_sort(text[found.end() : end] + " " + led[0])) and not wording.MORE.search(
                text[start : fact.span.start]
            )
        else:
            continue
        if told:
            return _row(story, fact, found)
    return None


def _one_sort(words: str) -> bool:
    """ "Their third defeat, after losses …", but not "their second title, following the relegations …"."""
    found = list(LEADS.finditer(words.lower()))
    if found and THOSE.match(words, found[-1].end()):
        return True
    nouns = stems(words[found[-1].end() :]) - NO_NOUNS if found else set()
    return not nouns or not nouns.isdisjoint(stems(words[: found[-1].start()]))


def _sentence_before(story: Story, fact: Fact) -> Row | None:
    """Occurrences in the sentence before: the place is the next one; where they are counted, it may be one of them told again."""
    before = story.text[: fact.sentence.start].rstrip()
    begin = max((found.end() for found in SENTENCE_END.finditer(before, max(0, len(before) - REACH))), default=0)
    if not before[begin:] or story.document.block_at(begin) == "headline" or wording.MORE.search(before, begin):
        return None
    words = story.words(fact.sentence)
    for lead, by_number in ((wording.SO_MANY_TIMES, True), (wording.EARLIER, False), (wording.HAPPENED, False)):
        found = next(
            (each for each in wording.LIST.finditer(before, begin) if lead.search(before[begin : each.start()])), None
        )
        if found is None:
            continue
        told = _row(story, fact, found)
        if wording.NEW.search(words):
            return told if _of_one_sort(story, fact, before[begin:]) else None
        return told._replace(expected=told.number) if by_number and fact.amount.low > told.number else None
    return None


def _sentence_after(story: Story, fact: Fact) -> Row | None:
    """ "It is the fifth year running that … They did so in 2018, 2019, 2020 and 2021": where there is one more or less than the place says. A
    list that lacks several is told as some of them."""
    text, begin = story.text, fact.sentence.end
    while text[begin : begin + 1].isspace():
        begin += 1
    stop = SENTENCE_END.search(text, begin)
    end = stop.start() + 1 if stop else len(text)
    names = wording.IN_A_ROW.search(story.words(fact.sentence)) and wording.BEFORE_THAT.search(text, begin, end)
    found = next((each for each in wording.LIST.finditer(text, begin, end) if names or _dated(each[1])), None)
    if (
        found is None
        or wording.SOME.search(text, begin, found.start())
        or wording.MORE.search(text, begin, min(end, found.end() + AMONG))
    ):
        return None
    if not (ENDS.match(text, found.end()) if names else _goes_on(story, fact, text[begin : found.start()], found)):
        return None
    year = story.document.date.year if story.document.date else None
    row = _row(story, fact, found, more=0 if year and str(year) in found[1] else 1)
    return row if abs(fact.amount.low - row.expected) < 2 else None


def _goes_on(story: Story, fact: Fact, lead: str, found: "re.Match[str]") -> bool:
    """Are the dates those of what the place is one of? *Also* says so, and *it* where the place is one of times, and a word in common."""
    others = wording.OTHERS.match(lead)
    if others and stems(others[1]).isdisjoint(stems(story.words(fact.sentence)) | NO_NOUNS):
        return False
    if wording.AGAIN.search(lead) or wording.AS_WELL.match(story.text, found.end()):
        return True
    if wording.A_TIME_OF.match(story.text, fact.span.end, fact.sentence.end) and wording.PRONOUN.search(lead):
        return True
    return bool(wording.HAPPENED.search(lead)) and not stems(lead).isdisjoint(stems(story.words(fact.sentence)))


def _holders(story: Story, fact: Fact) -> Row | None:
    """ "The fourth person to hold the job since 2019", and three further on who left it, of whom one is said to have followed another."""
    if not wording.POST.match(story.text, fact.span.end, fact.sentence.end):
        return None
    gone = list(wording.GONE.finditer(story.text, fact.sentence.end, fact.sentence.end + 2 * REACH))
    if len(gone) < FEWEST or not wording.SUCCESSION.search(story.text, gone[0].start(), gone[-1].end()):
        return None
    if abs(fact.amount.low - len(gone) - 1) > 1:
        return None
    return Row(fact, Span(gone[0].start(), gone[-1].end()), len(gone), len(gone) + 1)


def _dated(entries: str) -> bool:
    """Years, months or days, and no names."""
    return all(TIME_NAME.match(entry) for entry in re.split(r",\s+(?:and\s+)?|\s+and\s+", entries))


def _of_one_sort(story: Story, fact: Fact, earlier: str) -> bool:
    """Is the place one of what the sentence before tells of: a word in common, a row that is spoken of, or a noun left out?"""
    lead = story.text[fact.sentence.start : fact.span.start]
    if wording.ELLIPTIC.match(story.after(fact, 40)) and (not wording.OWN_NOUN.search(lead) or HE.search(lead)):
        return True
    words = story.words(fact.sentence)
    return wording.IN_A_ROW.search(words) is not None or not stems(words).isdisjoint(stems(earlier))
