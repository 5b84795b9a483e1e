"""Quarters and halves of a year, and the periods that results are told of: "the third quarter", "this year's first
half", "Q3 2024", "the same period last year"."""

from collections.abc import Mapping

from copydesk.extract.times.days import ORDINAL_ENDINGS
from copydesk.extract.times.reading import Block, Found, Period, bare
from copydesk.extract.times.yearround import DETERMINERS, year_round
from copydesk.extract.times.years import century_of, year_at
from copydesk.lexicon.calendar import ORDINALS

# "The comparable period": which words before a quarter or period say that it is the one told, or the one a year before.
TOLD = frozenset({"latest", "same", "corresponding", "comparable", "like", "recent", "year-ago"})
POSSESSIVES = DETERMINERS - {"the"}
# What is told of a quarter once it is over.
RESULTS = frozenset("earnings results profit profits sales revenue figures numbers loss losses income gdp".split())
LATEST = frozenset({"latest", "recent"})
LAST_QUARTER: Mapping[str, int] = {"final": 4, "last": 4}
LAST_HALF: Mapping[str, int] = {"last": 2, "latter": 2}


def quarter(block: Block, i: int) -> Found | None:
    """the third quarter, the fiscal second quarter, fourth-quarter, the second half of 2008: token i is the quarter or
    half."""
    lower = block.lower
    word = bare(lower[i])
    half = word in ("half", "halves")
    number, at = _which(lower, i, half)
    if not number or number > (2 if half else 4):
        return None
    bare_first = at
    if lower[at - 1] == "-" and lower[at - 2] == "fiscal":
        bare_first -= 2
    elif lower[at - 1] == "fiscal":
        bare_first -= 1
    year, shift, pick, first, last = year_round(block, bare_first, i)
    if first == bare_first - 1 and (lower[first] in POSSESSIVES or lower[first] == "the" and lower[i - 1] == "-"):
        first = bare_first
    if year is None and shift is None:
        part_of = (
            lower[i + 1] in ("of", "-") and lower[i + 2] in ("the", "century", "mile", "a") and lower[i + 3] != "year"
        )
        if half or lower[at] in ("last", "final") or part_of:
            return None
    if year is shift is None and not half and lower[last + 1] in RESULTS:
        pick = "before"
    cut = len(lower[i]) - len(word) if last == i else 0
    return Found(first, last, "date", Period(f"{'H' if half else 'Q'}{number}", year, pick, shift or 0), cut=cut)


def _which(lower: list[str], i: int, half: bool) -> tuple[int, int]:
    """Which quarter or half of its year is named before token i (0 for none), and the token that says so."""
    at = i - 1 - (lower[i - 1] in ("-", "fiscal"))
    if lower[at] in ORDINAL_ENDINGS and lower[at - 1] in ("1", "2", "3", "4"):
        return int(lower[at - 1]), at - 1
    last = LAST_HALF if half else LAST_QUARTER
    return ORDINALS.get(lower[at]) or last.get(lower[at], 0), at


def sister(block: Block, one: Found) -> Found | None:
    """The second quarter of "the second and third quarters of 1988"."""
    lower, when = block.lower, one.when
    assert isinstance(when, Period)
    number = ORDINALS.get(lower[one.first - 2], 5)
    plural = "quarters" in lower[one.first : one.last + 1]
    if not plural or when.code[0] != "Q" or number > 4 or lower[one.first - 1] not in ("and", "or"):
        return None
    first = one.first - 2
    return Found(first - (lower[first - 1] in DETERMINERS), first, "date", when._replace(code=f"Q{number}"))


def same_period(block: Block, i: int) -> Found | None:
    """the latest period, the 1988 period, the same period last year, the quarter a year ago: token i is the period or
    quarter."""
    lower = block.lower
    code = "Q" if bare(lower[i]) in ("quarter", "qtr") else "P"
    named = lower[i - 1] if lower[i - 1] in TOLD else ""
    at = i - (named != "")
    at -= lower[at - 1] == "most" and named == "recent"
    year, shift, _, first, last = year_round(block, at, i)
    if not named and lower[first - 1] in TOLD:  # the same 1988 quarter
        named, first = lower[first - 1], first - 1
        first -= lower[first - 1] in DETERMINERS
    if lower[first] not in DETERMINERS or not named and year is shift is None or not named and last > i and year:
        return None
    cut = len(lower[i]) - len(bare(lower[i])) if last == i else 0
    if year is not None:
        return Found(first, last, "date", Period(code, year, "same" if code == "Q" or named else ""), cut=cut)
    if named not in LATEST and shift is None:
        return None
    return Found(first, last, "date", Period(code, None, "same", shift or 0), cut=cut)


def short_quarter(block: Block, i: int) -> Found | None:
    """Q3 2024, 3Q, 2017-Q1, H1: token i is the q or h."""
    lower = block.lower
    letter = lower[i].upper()
    top = "4" if letter == "Q" else "2"
    if block.joined(i) and "1" <= lower[i + 1] <= top and len(lower[i + 1]) == 1:
        first, last, number = i, i + 1, lower[i + 1]
    elif block.joined(i - 1) and "1" <= lower[i - 1] <= top and len(lower[i - 1]) == 1 and block.word(i) == letter:
        first, last, number = i - 1, i, lower[i - 1]
        if block.joined(i) and len(lower[i + 1]) == 2 and lower[i + 1].isdecimal():
            return Found(first, i + 1, "date", Period(f"{letter}{number}", century_of(int(lower[i + 1]))))
    else:
        return None
    if block.word(i) != letter and letter == "H" or block.joined(last) and block.word(last + 1).isalpha():
        return None
    year, shift, pick, first, last = year_round(block, first, last)
    if year is None and lower[last + 1] in ("-", "/") and (found := year_at(block, last + 2)):
        year, last = found
    elif year is None and lower[first - 1] == "-" and (found := year_at(block, first - 2)):
        year, first = found[0], first - 2
    return Found(first, last, "date", Period(f"{letter}{number}", year, pick, shift or 0))
