"""Whether victims are the article's own event's, or an earlier one's, a year's, a war's."""

import re

from copydesk.lexicon.people import ELSEWHEN, LONG_EVENTS
from copydesk.model import Span
from copydesk.tokens import Page

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def elsewhere(page: Page, sentence: Span) -> bool:
    """Does a sentence put its victims into another event than the article's own?"""
    text = page.text[sentence.start : sentence.end].lower()
    if re.search(ELSEWHEN, text):
        return True
    date = page.document.date
    if date is not None and any(int(year) != date.year for year in YEAR.findall(text)):
        return True
    return bool(re.search(LONG_EVENTS, text))
