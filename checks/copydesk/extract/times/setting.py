"""What a document tells of its own time: when it was published, and whether it is news of that day or a narrative of
the past."""

from datetime import datetime

from copydesk.extract.times.reading import Fixed, Found, Offset, Period, Stamp, Turn
from copydesk.extract.times.stretch import stretch
from copydesk.tokens import Page

# A narrative names many years, few of them near its own date, and is dense with dates beside times that count from its
# own.
NARRATIVE_YEARS = 6
NARRATIVE_SHARE = 0.6
NEAR_YEARS = 1
WORDS_A_DATE = 130
DATES_A_DEICTIC = 6
LONG_AGO_SHARE, DATES_A_DEICTIC_LONG_AGO = 0.9, 9
# A few dates are a narrative without the words that news has and a tale of the past has not.
FEW_DATES = 3
OF_NEWS = frozenset({"said", "says", "say", "told", "will", "is", "are", "has"})
# A dateline stands within the first tokens of a text, behind the name of its place.
DATELINE_REACH, DATELINE_PLACE = 40, 5
# Far enough from the ends of the calendar to count centuries from.
FIRST_YEAR, LAST_YEAR = 1000, 9000


def issue_of(page: Page) -> datetime | None:
    """When the document was published, as midnight or the time given, without its zone; None for a year that no
    calendar reckons from."""
    given = page.document.date
    if given is None or not FIRST_YEAR <= given.year <= LAST_YEAR:
        return None
    return given.replace(tzinfo=None) if isinstance(given, datetime) else datetime(given.year, given.month, given.day)


def narrates(page: Page, found: list[Found], issue: datetime | None) -> bool:
    """Does a text tell of the past rather than of its own day? It names many years, few of them near its own, and it
    is dense with calendar dates beside times that count from its own day ("Friday", "yesterday", "two years ago").
    Where next to none do, fewer dates will do; and a few if all years are past and nothing is told as news."""
    years: list[int] = []
    dated = deictic = 0
    for one in found:
        match one.when:
            case Turn(by=0) if issue is not None and page.lower[one.last - 1] == "the":
                pass  # "the end of the year" may be that of the year told
            case Stamp(month=None, weekday=int()) | Turn(anchor="issue") | Offset(anchor="issue"):
                deictic += 1
            case Stamp(month=None, day=int()):
                dated += 1
            case Stamp(month=int()) as stamp:
                dated += 1
                deictic += stamp.pick in ("last", "this")
                if stamp.year is not None:
                    years.append(stamp.year)
            case Period(year=int(year)):
                dated += 1
                years.append(year)
            case Fixed(timex=timex) if timex[-4:].isdecimal():
                dated += 1
                years.append(-int(timex[2:]) if timex.startswith("BC") else int(timex))
    far = sum(1 for year in years if issue is None or abs(year - issue.year) > NEAR_YEARS)
    if len(years) < NARRATIVE_YEARS:
        if deictic or issue is None or not years or far < len(years) or max(years) > issue.year:
            return False
        return dated >= FEW_DATES and OF_NEWS.isdisjoint(page.vocabulary)
    long_ago = far >= LONG_AGO_SHARE * len(years) and dated >= DATES_A_DEICTIC_LONG_AGO * deictic
    dense = dated >= DATES_A_DEICTIC * deictic and dated * WORDS_A_DATE * (1 + long_ago) >= len(page)
    return dense and far >= NARRATIVE_SHARE * len(years)


def dateline(page: Page, found: list[Found]) -> datetime | None:
    """The day that a text without a date of its own gives in its first lines: alone on a line, or before a dash ("OSLO,
    June 3, 2025 —")."""
    for one in found[:2]:
        when = one.when
        if one.first > DATELINE_REACH or not isinstance(when, Stamp) or None in (when.year, when.month, when.day):
            continue
        start, end = page.starts[one.first], page.ends[one.last]
        line_start, line_end = page.text.rfind("\n", 0, start) + 1, page.text.find("\n", end)
        alone = page.text[line_start : line_end if line_end >= 0 else len(page.text)].strip() == page.text[start:end]
        follows = page.lower[one.last + 1] if one.last + 1 < len(page) else ""
        if alone or follows in ("-", "–", "—", "_") and one.first - page.index_at(line_start) <= DATELINE_PLACE:
            there = stretch(f"{when.year:04}-{when.month:02}-{when.day:02}")
            return there.start if there is not None else None
    return None
