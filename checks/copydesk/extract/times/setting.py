"""What a document tells of the time it was written at and tells of: its dateline, whether it is news or a narrative of the past, and the tense
of the words beside a time."""

from datetime import date, datetime
from typing import Literal

from copydesk.tokens import Page

Tense = Literal["past", "future", ""]

# A narrative names many years, few of them near its own date.
NARRATIVE_YEARS = 6
NARRATIVE_SHARE = 0.6
NEAR_YEARS = 1
WORDS_A_DATE = 130
DATES_A_DEICTIC = 6

FUTURE = frozenset(
    "will shall 'll would should must can upcoming going hopes hope intends aims expects expect plans plan soon won't tentatively".split()
)
# These look ahead after "is" or "are", the second lot also alone ("due Nov. 15").
AHEAD = frozenset({"scheduled", "expected", "planned", "slated", "due", "set", "payable", "effective"})
LOOKING_ALONE = frozenset({"due", "payable", "effective"})
WAS = frozenset({"was", "were", "had", "been"})
BEFORE_AHEAD = frozenset({"is", "are", "be", "tentatively", "now", "currently", "also", "not"})
BEFORE_TO = frozenset(
    {
        "is",
        "are",
        "ready",
        "agreed",
        "vowed",
        "wants",
        "want",
        "likely",
        "hoping",
        "planning",
        "preparing",
        "promised",
        "supposed",
        "set",
        "due",
        "scheduled",
    }
)
PAST = frozenset(
    "was were had did said told went came took made began fell rose held gave got became left met found saw ran sent won lost led kept brought thought felt shot hit cut struck died killed"
    " wrote spoke grew sold bought paid put broke chose drew flew knew threw built spent stood heard fought caught sought taught since ago has have been".split()
)
SPEECH = frozenset({"said", "told", "announced", "reported", "says", "added"})
CLAUSE_ENDS = frozenset({";", ":", "(", ")", "—", "–", '"', "“", "”", "which", "who", "but"})
WINDOW = 12


def tense(page: Page, first: int, last: int) -> Tense:
    """The tense of the verb that a time stands by: the nearest before it in its sentence, or else after it."""
    lower = page.lower
    sentence = page.sentence_at(page.starts[first])
    begin = page.index_at(sentence.start)
    if begin >= first - 1 and page.index_at(sentence.end - 1) <= last + 1:
        return "future"  # a line that says nothing but when is a schedule
    start = max(0, begin, first - WINDOW)
    for i in range(first - 1, start - 1, -1):
        word = lower[i]
        if word in CLAUSE_ENDS:
            break
        if (found := _tense_of(lower, i)) and not (found == "past" and word in ("since", "ago")):
            return found
    end = min(len(lower), last + 1 + WINDOW)
    for i in range(last + 1, end):
        if page.starts[i] >= sentence.end or lower[i] in CLAUSE_ENDS and i > last + 2:
            break
        if found := _tense_of(lower, i):
            return found
    return ""


def _tense_of(lower: list[str], i: int) -> Tense:
    word = lower[i]
    if word in FUTURE:
        return "future"
    if word in AHEAD:
        return (
            "future"
            if word in LOOKING_ALONE and (i == 0 or lower[i - 1] not in WAS) or i > 0 and lower[i - 1] in BEFORE_AHEAD
            else "past"
            if word != "set"
            else ""
        )
    if word.endswith(("'ll", "’ll")):
        return "future"
    if word in PAST or len(word) > 4 and word.endswith("ed"):
        return "past"
    if word == "to" and i > 1 and lower[i - 1] in BEFORE_TO and lower[i - 2] not in WAS:
        return "future"
    return ""


def issue_of(page: Page) -> datetime | None:
    """When the document was published, as midnight or the time given, without its zone."""
    given = page.document.date
    if isinstance(given, datetime):
        return given.replace(tzinfo=None)
    return datetime(given.year, given.month, given.day) if isinstance(given, date) else None


def is_narrative(years: list[int], dated: int, deictic: int, issue: datetime | None, words: int) -> bool:
    """Does a text tell of the past rather than of its own day? It names many `years`, few of them near its own, and it is dense with
    calendar dates (`dated`) beside days that count from its own ("Friday", "yesterday": `deictic`)."""
    if len(years) < NARRATIVE_YEARS or dated * WORDS_A_DATE < words or dated < DATES_A_DEICTIC * deictic:
        return False
    if issue is None:
        return True
    far = sum(1 for year in years if abs(year - issue.year) > NEAR_YEARS)
    return far >= NARRATIVE_SHARE * len(years)
