"""What a document tells of its own time: when it was published, and whether it is news of that day or a narrative of the past."""

from datetime import datetime

from copydesk.tokens import Page

# A narrative names many years, few of them near its own date, and is dense with dates beside days that count from its own.
NARRATIVE_YEARS = 6
NARRATIVE_SHARE = 0.6
NEAR_YEARS = 1
WORDS_A_DATE = 130
DATES_A_DEICTIC = 6
# Far enough from the ends of the calendar to count centuries from.
FIRST_YEAR, LAST_YEAR = 1000, 9000


def issue_of(page: Page) -> datetime | None:
    """When the document was published, as midnight or the time given, without its zone; None for a year that no calendar reckons from."""
    given = page.document.date
    if given is None or not FIRST_YEAR <= given.year <= LAST_YEAR:
        return None
    return given.replace(tzinfo=None) if isinstance(given, datetime) else datetime(given.year, given.month, given.day)


def is_narrative(years: list[int], dated: int, deictic: int, issue: datetime | None, words: int) -> bool:
    """Does a text tell of the past rather than of its own day? It names many `years`, few of them near its own, and it is dense with
    calendar dates (`dated`) beside days that count from its own ("Friday", "yesterday": `deictic`)."""
    if len(years) < NARRATIVE_YEARS or dated * WORDS_A_DATE < words or dated < DATES_A_DEICTIC * deictic:
        return False
    if issue is None:
        return True
    far = sum(1 for year in years if abs(year - issue.year) > NEAR_YEARS)
    return far >= NARRATIVE_SHARE * len(years)
