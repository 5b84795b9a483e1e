"""Parts of a year: quarters, halves, seasons: "the third quarter", "this year's first quarter", "Q3 2024", "last
spring", "the summer of 1916"."""

from collections.abc import Mapping

from copydesk.extract.times.days import ORDINAL_ENDINGS, PICKS, TOLD_PICKS
from copydesk.extract.times.reading import Block, Found, Period, Pick, bare
from copydesk.extract.times.years import century_of, year_at
from copydesk.lexicon.calendar import ORDINALS, SEASONS

# "The comparable period": which words before a quarter or period say that it is the one told, or the one a year before.
TOLD = frozenset({"latest", "same", "corresponding", "comparable", "like", "recent", "year-ago"})
DETERMINERS = frozenset({"the", "its", "their"})
A_YEAR_AGO = frozenset((a, "year", ago) for a in ("a", "one") for ago in ("ago", "earlier", "before"))
LAST_QUARTER: Mapping[str, int] = {"final": 4, "last": 4}
LAST_HALF: Mapping[str, int] = {"last": 2, "latter": 2}
NO_SEASON_AFTER = frozenset(
    "training break semester term festival games league street water onions camp camps school schools house houses job"
    " jobs vacation holiday holidays dress sports olympics".split()
)


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
    year, shift, pick, first, last = _year_round(block, bare_first, i)
    if first == bare_first - 1 and (lower[first] != "the" or lower[i - 1] == "-"):
        first = bare_first
    if year is None and shift is None:
        part_of = (
            lower[i + 1] in ("of", "-") and lower[i + 2] in ("the", "century", "mile", "a") and lower[i + 3] != "year"
        )
        if half or lower[at] in ("last", "final") or part_of:
            return None
    cut = len(lower[i]) - len(word) if last == i else 0
    return Found(first, last, "date", Period(f"{'H' if half else 'Q'}{number}", year, pick, shift or 0), cut=cut)


def _which(lower: list[str], i: int, half: bool) -> tuple[int, int]:
    """Which quarter or half of its year is named before token i (0 for none), and the token that says so."""
    at = i - 1 - (lower[i - 1] == "-")
    if lower[at] in ORDINAL_ENDINGS and lower[at - 1] in ("1", "2", "3", "4"):
        return int(lower[at - 1]), at - 1
    last = LAST_HALF if half else LAST_QUARTER
    return ORDINALS.get(lower[at]) or last.get(lower[at], 0), at


def _year_round(block: Block, first: int, last: int) -> tuple[int | None, int | None, Pick, int, int]:
    """The year of a part of a year, before or behind it: the year, or its distance, with pick, first and last token."""
    lower = block.lower
    at = last + 1 + (lower[last + 1] in ("of", "in", ","))
    at += lower[at] in ("fy", "fiscal")
    year = year_at(block, at)
    if year is None and lower[at - 1] == "fy" and len(lower[at]) == 2 and lower[at].isdecimal():
        year = century_of(int(lower[at])), at
    the = 1 if lower[first - 1] in ("the", "its", "their") else 0
    if year is not None:
        return year[0], None, "", first - the, year[1]
    if lower[at] in ("last", "this", "next") and bare(lower[at + 1]) == "year":
        shift = {"last": -1, "this": 0, "next": 1}[lower[at]]
        return None, shift, "this", first - the, at + 1
    if lower[at] in ("that", "the") and lower[at + 1] in ("same", "year") and lower[last + 1] == "of":
        return None, 0, "this" if lower[at] == "the" else "same", first - the, at + 1 + (lower[at + 1] == "same")
    before = lower[first - 1]
    if before.endswith(("year's", "year’s")) and lower[first - 2] in ("last", "this", "next"):
        return None, {"last": -1, "this": 0, "next": 1}[lower[first - 2]], "this", first - 2, last
    if before.isdecimal() and len(before) == 4:
        return int(before), None, "", first - 1 - (lower[first - 2] == "the"), last
    if before in ("earlier", "ago") and lower[first - 2] == "-" and lower[first - 3] == "year":
        return None, -1, "same", first - 3 - (lower[first - 4] == "the"), last
    return None, None, "", first - the, last


def same_period(block: Block, i: int) -> Found | None:
    """the latest period, the 1988 period, the same period last year: token i is the period or quarter."""
    lower = block.lower
    before = lower[i - 1]
    cut = len(lower[i]) - len(bare(lower[i]))
    code = "Q" if bare(lower[i]) == "quarter" else "P"
    if before.isdecimal() and before.isascii() and len(before) == 4 and lower[i - 2] == "the":
        pick: Pick = "same" if code == "Q" else ""
        return Found(i - 2, i, "date", Period(code, int(before), pick), cut=cut)
    a_year_ago = tuple(lower[i + 1 : i + 4]) in A_YEAR_AGO
    named = before in TOLD and lower[i - 2] in DETERMINERS
    if not named and not (a_year_ago and before in DETERMINERS):
        return None
    first = i - 1 - named
    year, shift, _, _, last = _year_round(block, i, i)
    if a_year_ago:
        shift, last = -1, i + 3
    if year is not None:
        return Found(first, last, "date", Period(code, year))
    if before not in ("latest", "recent") and shift is None:
        return None
    return Found(first, last, "date", Period(code, None, "same", shift or 0), cut=cut if last == i else 0)


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
    year, shift, pick, first, last = _year_round(block, first, last)
    if year is None and lower[last + 1] in ("-", "/") and (found := year_at(block, last + 2)):
        year, last = found
    elif year is None and lower[first - 1] == "-" and (found := year_at(block, first - 2)):
        year, first = found[0], first - 2
    return Found(first, last, "date", Period(f"{letter}{number}", year, pick, shift or 0))


# What takes its name from its season: "the spring offensive".
SEASONAL = frozenset(
    "offensive offensives campaign campaigns election elections meeting meetings fighting assembly".split()
)
AND_SEASON = frozenset({"and", "to", "or", "-", "–", "/"})
THE_SEASON_AFTER = frozenset("in during of for by until over through throughout since into".split())
THE_FALL_AFTER = frozenset("in during of by early late until".split())
SEASON_AFTER = frozenset("in early late mid since by until during".split())


def season(block: Block, i: int) -> Found | None:
    """last spring, this summer, the winter of 1994, summer 2003, the autumn: token i is the season."""
    lower = block.lower
    word = bare(lower[i])
    before = lower[i - 1]
    code = SEASONS[word]
    year, shift, pick, first, last = _year_round(block, i, i)
    cut = len(lower[i]) - len(word) if last == i else 0
    if year is None and shift is None:
        year, first = _year_beside(block, i), i if lower[i + 1] in SEASONAL else first
    if year is not None or shift is not None:
        return None if _is_verb(lower, i, word) else Found(first, last, "date", Period(code, year, pick, shift or 0))
    if before in PICKS and not (before == "that" and word in ("fall", "spring")):
        of_told = before in TOLD_PICKS and lower[i - 2] == "the"
        the = of_told or before in ("past", "coming", "same") and lower[i - 2] in ("the", "this", "that")
        pick = TOLD_PICKS[before] if of_told else PICKS[before]
        return Found(i - 1 - the, i, "date", Period(code, None, pick), cut=cut)
    if before in ("every", "each"):
        return Found(i - 1, i, "set", Period(code, None, "same"))
    if lower[i + 1] in NO_SEASON_AFTER or lower[i + 1] == "of" and before == "the":
        return None
    if lower[i + 1] in SEASONAL:
        return Found(i, i, "date", Period(code), cut=cut)
    if word in ("fall", "spring") and not _is_season(lower, i):
        return None
    if before == "the" and lower[i - 2] in THE_SEASON_AFTER:
        return Found(i - 1, i, "date", Period(code), cut=cut)
    plain = word not in ("fall", "spring") and lower[i + 1][:1].isalpha() and block.word(i)[0].islower()
    if before in SEASON_AFTER or plain:
        return Found(i, i, "date", Period(code), cut=cut)
    return None


def _year_beside(block: Block, i: int) -> int | None:
    """The year that the season at token i shares: "the spring and early summer of 1943", "the spring offensive of
    1918"."""
    lower = block.lower
    if lower[i + 1] in AND_SEASON:
        other = i + 2 + (lower[i + 2] in ("early", "late", "mid"))
        return _year_round(block, other, other)[0] if lower[other] in SEASONS else None
    if lower[i + 1] in SEASONAL and lower[i + 2] == "of" and (year := year_at(block, i + 3)):
        return year[0]
    return None


def _is_verb(lower: list[str], i: int, word: str) -> bool:
    """ "Sales fall in 2008", "to spring 2008 on them"."""
    return (
        word == "fall"
        and lower[i + 1] == "in"
        or word in ("fall", "spring")
        and lower[i - 1] == "to"
        and lower[i + 1] != "of"
    )


def _is_season(lower: list[str], i: int) -> bool:
    """Is it the spring rather than a leap, the fall rather than a drop?"""
    before = lower[i - 1]
    return before in ("in", "during", "early", "late", "mid") or before == "the" and lower[i - 2] in THE_FALL_AFTER
