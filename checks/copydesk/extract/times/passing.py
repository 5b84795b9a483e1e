"""Times that a narrative names in passing: what it tells next does not go on from them."""

from copydesk.extract.times.reading import Fixed, Found, Offset, Stamp, Turn
from copydesk.extract.times.tense import tense
from copydesk.tokens import Page

# How many tokens back an opening bracket is looked for.
BRACKET_REACH = 12
# So many tokens into a sentence a date still opens it ("In late April 2008").
OPENING = 4
# What was compared with, or has lasted since: not where the tale is.
BESIDE_THE_TALE = frozenset({"since", "than"})
# Up to so many tokens before it: what it was compared with, or when something was to end ("until the fall of the city
# in May 1945").
REACH = 8
COMPARED = frozenset({"compared", "opposed", "relative", "similar", "contrast", "until", "till"})


def in_passing(page: Page, one: Found, year: int | None) -> bool:
    """Is it no step of a tale that has come to `year`: in brackets, looked back or ahead to, compared with, or the name
    of something ("the May 2007 high")?"""
    if _stands_alone(page, one):
        return False
    return (
        one.aside
        or _bracketed(page.lower, one.first)
        or _looks_back(page, one, year)
        or _is_beside(page.lower, one)
        or _had_been(page, one, year)
        or _names(page, one)
        or isinstance(one.when, Fixed | Stamp)
        and tense(page, one.first, one.last) == "future"
    )


def _stands_alone(page: Page, one: Found) -> bool:
    """A line that is but a date sets the scene of what follows."""
    sentence = page.sentence_at(page.starts[one.first])
    return page.index_at(sentence.start) >= one.first - 1 and page.index_at(sentence.end - 1) <= one.last + 1


def _bracketed(lower: list[str], first: int) -> bool:
    for word in reversed(lower[max(0, first - BRACKET_REACH) : first]):
        if word in "()":
            return word == "("
    return False


def _looks_back(page: Page, one: Found, year: int | None) -> bool:
    """The previous year, two years earlier; and last year's date, where a sentence does not open with it."""
    match one.when:
        case Turn(by=by):
            return by < 0
        case Offset(sign=sign):
            return sign < 0
        case Stamp(year=int(said)):
            pass
        case Fixed(timex=timex) if len(timex) == 4 and timex.isdecimal():
            said = int(timex)
        case Fixed(timex=timex) if len(timex) == 6 and timex.startswith("BC"):
            said = -int(timex[2:])
        case _:
            return False
    return year is not None and said == year - 1 and not _opens(page, one)


def _opens(page: Page, one: Found) -> bool:
    return one.first - page.index_at(page.sentence_at(page.starts[one.first]).start) < OPENING


def _had_been(page: Page, one: Found, year: int | None) -> bool:
    """An earlier year whose events lie behind those of the tale: "bad harvests in 1906 and 1907 had left them weak"."""
    match one.when:
        case Stamp(year=int(said)):
            pass
        case Fixed(timex=timex) if len(timex) == 4 and timex.isdecimal():
            said = int(timex)
        case _:
            return False
    if year is None or said >= year or _opens(page, one):
        return False
    end = page.index_at(page.sentence_at(page.starts[one.first]).end - 1)
    around = page.lower[max(0, one.first - REACH) : min(end, one.last + REACH) + 1]
    return "had" in around


def _is_beside(lower: list[str], one: Found) -> bool:
    before = lower[max(0, one.first - REACH) : one.first]
    for stop in (".", ","):
        before = before[len(before) - before[::-1].index(stop) :] if stop in before else before
    return bool(before) and (before[-1] in BESIDE_THE_TALE or not COMPARED.isdisjoint(before))


def _names(page: Page, one: Found) -> bool:
    """The May 2007 high, the October 1917 coup."""
    if not isinstance(one.when, Stamp) or one.when.year is None or one.first == 0 or page.lower[one.first - 1] != "the":
        return False
    return one.last + 1 < len(page) and page.words[one.last + 1].isalpha()
