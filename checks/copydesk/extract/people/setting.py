"""Whether victims are the article's own event's, or an earlier one's, a year's, a war's."""

from datetime import datetime, timedelta

from copydesk.late import late
from copydesk.lexicon.people import ELSEWHEN, LONG_EVENTS, TIMES_PAST
from copydesk.model import Fact, Span
from copydesk.moments import Moment
from copydesk.tokens import Page

AT_OTHER_TIMES = late(ELSEWHEN)
IN_LONG_EVENTS = late(LONG_EVENTS, words="war conflict insurgency genocide epidemic pandemic struggle")
YEAR = late(r"\b(?:1[5-9]|20)\d\d\b")
# An article may come back to its own event for about this long, in trials and inquiries; an older date is another event's.
NEWS = timedelta(days=120)


def elsewhere(page: Page, sentence: Span, dates: list[Fact]) -> bool:
    """Does a sentence put its victims into another event than the article's own? `dates` are those that stand in it."""
    words = page.lower[page.index_at(sentence.start) : page.index_at(sentence.end - 1) + 1]
    text = page.text[sentence.start : sentence.end].lower()
    if not TIMES_PAST.isdisjoint(words) and (AT_OTHER_TIMES.search(text) or IN_LONG_EVENTS.search(text)):
        return True
    date = page.document.date
    if date is not None:
        today = datetime(date.year, date.month, date.day)
        if any(int(year) != date.year for year in YEAR.findall(text)):
            return True
        moments = [fact.value for fact in dates if isinstance(fact.value, Moment)]
        if any(moment.year_known and moment.day_known and moment.end < today - NEWS for moment in moments):
            return True
    return False
