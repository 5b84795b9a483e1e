"""Whether victims are the article's own event's, or an earlier one's, a year's, a war's."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from copydesk.late import late
from copydesk.lexicon.people import ELSEWHEN, EVENTS, LONG_EVENTS, TIMES_PAST
from copydesk.model import Fact, Span
from copydesk.moments import Moment
from copydesk.tokens import Page

AT_OTHER_TIMES = late(ELSEWHEN)
IN_LONG_EVENTS = late(LONG_EVENTS, words="war conflict insurgency genocide epidemic pandemic struggle")
YEAR = late(
    r"(?<!\bat )(?<![$£€#])\b(?:1[5-9]|20)\d\d\b(?![- ]block\b)", words="15 16 17 18 19 20"
)  # not "in the 1900 block of", "at 1600 Elm Street"
# An article may come back to its own event for about this long, in trials and inquiries; an older date is another event's.
NEWS = timedelta(days=120)
LATELY = timedelta(days=30)
OPENING = 300  # characters
AN_EVENT = late(rf"\b(?:an?|another) (?:[\w-]+ ){{0,3}}(?:{EVENTS})\b")
# Where a sentence turns to another time: "; in 2019 …", ", a year after …", "but last year …".
TURN = late(
    r";\s+|,?\s+\b(?=(?:and|but|while|whereas|compared with|up from|down from)\s+(?:in\s+(?:19|20)\d\d|last|this|on\s+[A-Z]|now|a\s+year|nobody|no one))"
    r"|,?\s+(?=since\s+(?:[^\s,.;]+\s+){0,4}(?:19|20)\d\d,?\s+(?:when|which|in which)\b)"
    r"|[,–—-]\s+(?=(?:(?:the|its|their|one of the)\s+)?(?:[\w-]+\s+){0,3}?(?:deadliest|worst)\b)"
    r"|,\s+(?=(?:(?:just|barely|only|less than|more than|almost|nearly|about|exactly)\s+)?(?:an?|one|two|three|\w+)\s+(?:years?|months?|decades?|weeks?)\s+(?:after|before|since)\b)"
)
# "The shooting comes two weeks after …", "the fire, which follows …": what is told behind is another event.
FOLLOWS = late(
    rf"\b(?:{EVENTS})s?\b,?\s+(?:which\s+|that\s+)?(?:(?:came|comes|coming|happened|happens|occurred|took\s+place)\b[^.;]{{0,50}}?\b(?:after|since)\b|follow(?:s|ed)\b)"
)


def told_on(page: Page, facts: list[Fact]) -> datetime | None:
    """The day of publication; without one, the first whole date of the opening."""
    date = page.document.date
    if date is not None:
        return datetime(date.year, date.month, date.day)
    opening = (fact.value for fact in facts if fact.kind == "date" and fact.span.start < OPENING)
    whole = (moment for moment in opening if isinstance(moment, Moment) and moment.year_known and moment.grain == "day")
    return next((moment.start for moment in whole), None)


def elsewhere(page: Page, sentence: Span, dates: list[Fact], today: datetime | None) -> list[Span]:
    """The stretches of a sentence that tell of another event than the article's own. `dates` are those that stand in it,
    `today` is when the article tells of its own."""
    words = page.lower[page.index_at(sentence.start) : page.index_at(sentence.end - 1) + 1]
    past = not TIMES_PAST.isdisjoint(words)
    found = []
    if _tells_of_another(page, sentence, dates, past, today):
        stretches = list(_stretches(page.text, sentence))
        found = [span for span in stretches if len(stretches) < 2 or _tells_of_another(page, span, dates, past, today)]
    if not FOLLOWERS.isdisjoint(words) and (follows := FOLLOWS.search(page.text, sentence.start, sentence.end)):
        found.append(Span(follows.end(), sentence.end))
    return found


FOLLOWERS = frozenset("came comes coming happened happens occurred took follows followed".split())


def _stretches(text: str, sentence: Span) -> Iterator[Span]:
    begin = sentence.start
    for turn in TURN.finditer(text, sentence.start, sentence.end):
        yield Span(begin, turn.start())
        begin = turn.end()
    yield Span(begin, sentence.end)


def _tells_of_another(page: Page, stretch: Span, dates: list[Fact], past: bool, today: datetime | None) -> bool:
    """Does a stretch put its victims into another event: by words for times past or long events, or by a date?"""
    text = page.text[stretch.start : stretch.end].lower()
    if past and (AT_OTHER_TIMES.search(text) or IN_LONG_EVENTS.search(text)):
        return True
    if today is None:
        return False
    if any(int(year) != today.year for year in YEAR.findall(text)):
        return True
    inside = [fact for fact in dates if stretch.start <= fact.span.start < stretch.end]
    moments = [fact.value for fact in inside if isinstance(fact.value, Moment)]
    if any(moment.grain == "month" and moment.end < today - LATELY for moment in moments) and AN_EVENT.search(text):
        return True  # "a crash in April that killed two"
    return any(moment.year_known and moment.day_known and moment.end < today - NEWS for moment in moments)
