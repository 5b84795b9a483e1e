"""Seasons: "last spring", "the summer of 1916", "this winter"."""

from copydesk.extract.times.days import PICKS, TOLD_PICKS
from copydesk.extract.times.reading import Block, Found, Period, bare
from copydesk.extract.times.yearround import year_round
from copydesk.extract.times.years import year_at
from copydesk.lexicon.calendar import SEASONS

NO_SEASON_AFTER = frozenset(
    "training break semester term festival games league street water onions camp camps school schools house houses job"
    " jobs vacation holiday holidays dress sports olympics".split()
)
# What takes its name from its season: "the spring offensive".
SEASONAL = frozenset(
    "offensive offensives campaign campaigns election elections meeting meetings fighting assembly".split()
)
AND_SEASON = frozenset({"and", "to", "or", "-", "–", "/"})
THE_SEASON_AFTER = frozenset("in during of for by until over through throughout since into".split())
THE_FALL_AFTER = frozenset("in during of by early late until since".split())
SEASON_AFTER = frozenset("in early late mid since by until during".split())


def season(block: Block, i: int) -> Found | None:
    """last spring, this summer, the winter of 1994, summer 2003, the autumn: token i is the season."""
    lower = block.lower
    word = bare(lower[i])
    before = lower[i - 1]
    code = SEASONS[word]
    year, shift, pick, first, last = year_round(block, i, i)
    cut = len(lower[i]) - len(word) if last == i else 0
    if year is None and shift is None:
        year, first = _year_beside(block, i), i if lower[i + 1] in SEASONAL else first
    if year is not None or shift is not None:
        return None if _is_verb(lower, i, word) else Found(first, last, "date", Period(code, year, pick, shift or 0))
    if before in PICKS and not (before == "that" and word in ("fall", "spring") and block.word(i - 1) == "that"):
        of_told = before in TOLD_PICKS and lower[i - 2] == "the"
        the = of_told or before in ("past", "coming", "same") and lower[i - 2] in ("the", "this", "that")
        pick = TOLD_PICKS[before] if of_told else PICKS[before]
        return Found(i - 1 - the, i, "date", Period(code, None, pick), cut=cut)
    if before == "the" and lower[i + 1 : i + 3] == ["before", "last"]:
        return Found(i - 1, i + 2, "date", Period(code, None, "last", -1))
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
        return year_round(block, other, other)[0] if lower[other] in SEASONS else None
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
    if before == "the" and lower[i - 2] == "since" and lower[i + 1] == "in":
        return False  # "since the fall in prices"
    return before in ("in", "during", "early", "late", "mid") or before == "the" and lower[i - 2] in THE_FALL_AFTER
