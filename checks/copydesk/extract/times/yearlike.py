"""Are four digits a year? What counts, measures, pays or numbers something in four digits is none."""

from copydesk.extract.times.reading import Block
from copydesk.lexicon.calendar import MONTHS
from copydesk.lexicon.unitwords import unit_at

YEAR_CUES = frozenset(
    "in since of by until till from to between during before after early late mid circa c. fiscal year summer winter"
    " spring fall autumn ( , - – and or through"
    " throughout the around about for back is was than its his their our christmas easter thanksgiving pre post /"
    " not only [".split()
)
# A figure before these counts or measures something: 1,984 written without its comma.
COUNTED = frozenset(
    "people men women children miles km kilometers kilometres feet meters metres tons tonnes dollars pounds euros"
    " points shares troops soldiers votes homes houses"
    " jobs workers employees units barrels acres hectares percent % degrees kg mb gb rpm cc hp square cubic yards"
    " vehicles cars patients cases deaths victims prisoners"
    " members students schools seats words pages copies civilians passengers metric million billion thousand hundred"
    " hours minutes seconds days weeks months years times block blocks".split()
)  # fmt: skip
MONEY = frozenset("$£€¥#№")
# What is numbered with four digits too, and what makes a year of them behind a hyphen.
NUMBERED = MONEY | frozenset(
    "paid cost costs worth earned owes owed no flight room highway route model russell".split()
)
# The last word of an address, and how far behind its number it may stand.
STREETS = frozenset(
    "street st avenue ave road rd boulevard blvd drive dr lane ln court ct way place pl highway hwy".split()
)
ADDRESS_REACH = 5
YEAR_PREFIXES = frozenset({"mid", "late", "early", "pre", "post", "fiscal", "q", "to"})
# Years of a range, where a plural behind it could also be what is counted.
FIRST_YEAR, LAST_YEAR = 1700, 2100
HEDGED = frozenset({"<", "<=", ">", ">=", "~"})
# "In 2010 tonnes were found": after these it is a year, whatever follows.
NO_MEASURE_BEHIND = frozenset({"in", "since", "until", "till", "during", "year"})
# Units of one letter; "in 1998 A. Smith" begins a name.
LETTERS = frozenset("K V W l".split())
NO_YEAR_AFTER_HYPHEN = frozenset(
    "inch mile foot year day member page seat room point km metre meter pound ton yard strong acre".split()
)


def is_year(block: Block, i: int) -> bool:
    """Are the four digits at token i a year, by the words around them?"""
    return not _is_other_number(block, i) and _looks_like_year(block, i, int(block.lower[i]))


def is_double(block: Block, i: int) -> bool:
    """Is token i the first of two years that make one: 2006/07, as seasons and budgets are told?"""
    year, end = block.lower[i], block.lower[i + 2]
    following = end.isdecimal() and len(end) == 2 and int(end) == (int(year) + 1) % 100
    return following and block.joined(i) and block.joined(i + 1)


def _is_other_number(block: Block, i: int) -> bool:
    """Is it money, a count, a room, a link of a telephone number?"""
    lower = block.lower
    before, after = lower[i - 1], lower[i + 1]
    if block.word(i + 1)[:1].isupper() and _is_address(block, i):
        return True
    if before in NUMBERED or after in COUNTED or before == "." and lower[i - 2] == "no" or _measures(block, i):
        return True
    if block.joined(i):
        cited = i > 0 and before not in NO_MEASURE_BEHIND or lower[i + 2].isdecimal()
        if after == "%" or after == "/" and not is_double(block, i) or after == ":" and cited:
            return True
        if after == "-" and (lower[i + 2] in NO_YEAR_AFTER_HYPHEN or lower[i + 2].isdecimal() and lower[i + 3] == "-"):
            return True
    if not block.joined(i - 1):
        return False
    if before == "-":
        named = lower[i - 2] in YEAR_PREFIXES or lower[i - 2] in MONTHS
        return not named and (not lower[i - 2].isdecimal() or block.joined(i - 2) and _in_chain(block, i))
    return block.word(i - 1).isalpha() and before != "fy" or before in (".", ":", ",")


def _is_address(block: Block, i: int) -> bool:
    """1910 S. Pine Ave., 2020 North Main Street."""
    for at in range(i + 1, i + 1 + ADDRESS_REACH):
        if block.lower[at] in STREETS and at > i + 1:
            return block.word(at)[0].isupper()
        if not (block.word(at)[:1].isupper() or block.lower[at] == "."):
            return False
    return False


def _measures(block: Block, i: int) -> bool:
    """Is it how much or how many: "1520 sq m", "2000 - 2500 calories", "more than 1900 protesters"?"""
    number = block.number_before(i) or block.number_at(i)
    if number is None:
        return False
    low, high, behind = number.low, number.high, number.last - block.base + 1
    if block.lower[behind] == "to" and (end := block.number_at(behind + 1)) is not None:
        high, behind = end.high, end.last - block.base + 1
    elif block.lower[i - 1] == "to" and (start := block.number_before(i - 2)) is not None:
        low = start.low
    after = block.lower[behind]
    letter = len(after) == 1 and (block.word(behind) not in LETTERS or block.lower[behind + 1] == ".")
    if letter or not after[:1].isalpha():
        return False
    if after.endswith("s") and len(after) > 3 and (behind > i + 1 or block.word(behind).islower()):
        outside = low < high and not (low >= FIRST_YEAR and high <= LAST_YEAR)
        if outside or number.bound in HEDGED and number.outer_first < number.first:
            return True
    if block.lower[i - 1] in NO_MEASURE_BEHIND:
        return False
    return unit_at(block.page, block.base + behind, block.joined(behind - 1)) is not None


def _in_chain(block: Block, i: int) -> bool:
    """Is it a link of a chain of digits (a telephone number, a part number) rather than the end of "1914-1918"?"""
    lower = block.lower
    if lower[i + 1] == "-" and block.joined(i) and lower[i + 2][:1].isdecimal():
        return True
    start = lower[i - 2]
    if not start.isdecimal():
        return False
    if len(start) == 4 and lower[i - 3] == "(" and lower[i + 1] == ")":
        return False  # "(1988-1961)" is a life told wrong
    return len(start) != 4 or start >= lower[i] or lower[i - 3] == "-" and block.joined(i - 3)


def _looks_like_year(block: Block, i: int, number: int) -> bool:
    before, after = block.lower[i - 1], block.lower[i + 1]
    if before in YEAR_CUES:
        if (
            before in ("to", "by", "than", "or", "about", "around", "for", "and", "only", "not")
            and not 1700 <= number <= 2100
        ):
            return False
        return 1000 <= number <= 2200 and not (before == "of" and block.lower[i - 2] in ("total", "number", "some"))
    return 1850 <= number <= 2070 and not (
        after.endswith("s")
        and len(after) > 4
        and after.isalpha()
        and block.lower[i - 1] in ("killed", "some", "nearly", "over")
    )
