"""Years, decades and centuries, and dates in digits: "2022", "the 1990s", "the '80s", "nineteen ninety-six", "fiscal
2024", "the 20th century", "2025-06-01", "31.12.2017", "10/31/74"."""

from copydesk.extract.times.reading import Block, Fixed, Found
from copydesk.extract.times.yearlike import MONEY, is_year
from copydesk.lexicon.calendar import DECADES, ORDINALS, SMALL, TENS

# A year after one of these takes a narrative with it.
MOVES_TO = frozenset({"in", "of", "early", "late", "mid", "during", "by", "-", "until", "from", "throughout"})
QUOTES = frozenset("\"“”'‘’")
PERSONS = frozenset({"his", "her", "their", "my", "your", "our"})
# "Temperatures hit the mid-90s": no decade behind these.
REACHED = frozenset(
    "hit hits hitting reach reached reaching above below near around degrees temperatures highs lows".split()
)
BC = frozenset({"bc", "b.c.", "bce", "b.c.e."})
AD = frozenset({"AD", "A.D.", "CE", "C.E."})


def year_at(block: Block, i: int, two_digits: bool = False) -> tuple[int, int] | None:
    """The year written at token i beside a month or a season, and its last token: 1998, '98, 98 (if asked for),
    nineteen ninety-eight, and -218 for 218 BC."""
    word = block.lower[i]
    if (era := bc(block, i)) is not None and isinstance(era.when, Fixed):
        return -int(era.when.timex[2:]), era.last
    if len(word) == 4 and word.isdecimal() and word.isascii() and "1000" <= word < "2200":
        if (
            block.joined(i)
            and (block.lower[i + 1] == "%" or block.lower[i + 1] == ":" and block.lower[i + 2].isdecimal())
            or block.joined(i - 1)
            and block.lower[i - 1] in MONEY
        ):
            return None
        return int(word), i
    if word in ("'", "’", "‘") and len(block.lower[i + 1]) == 2 and block.lower[i + 1].isdecimal() and block.joined(i):
        return century_of(int(block.lower[i + 1])), i + 1
    if (
        two_digits
        and word in ("-", "/")
        and block.joined(i - 1)
        and block.joined(i)
        and len(block.lower[i + 1]) == 2
        and block.lower[i + 1].isdecimal()
    ):
        return century_of(int(block.lower[i + 1])), i + 1
    return spoken_year(block, i)


def century_of(two: int) -> int:
    """The full year of a two-digit one: 00-49 are taken as 2000-2049."""
    return 2000 + two if two < 50 else 1900 + two


def spoken_year(block: Block, i: int) -> tuple[int, int] | None:
    """nineteen ninety-six, twenty twenty-four, two thousand (and five), and the last token."""
    lower = block.lower
    if lower[i] == "two" and lower[i + 1] == "thousand":
        at = i + 2 + (lower[i + 2] == "and")
        rest, end = _below_hundred(block, at)
        if rest:
            return 2000 + rest, end
        counted = lower[at].endswith("s") and len(lower[at]) > 3 and lower[at] != "this"  # "two thousand tons"
        return None if counted else (2000, i + 1)
    head = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000, "seventeen": 1700}.get(lower[i])
    if head is None:
        return None
    at = i + 1 + (lower[i + 1] == "hundred")
    rest, end = _below_hundred(block, at)
    if rest >= 10:
        return head + rest, end
    if lower[i + 1] in ("oh", "o") and lower[i + 2] in SMALL:
        return head + SMALL[lower[i + 2]], i + 2
    return None


def _below_hundred(block: Block, i: int) -> tuple[int, int]:
    """A number word below a hundred at token i and its last token; 0 where there is none."""
    lower = block.lower
    if lower[i] in TENS:
        following = i + 1 + (lower[i + 1] == "-")
        if lower[following] in SMALL and SMALL[lower[following]] < 10:
            return TENS[lower[i]] + SMALL[lower[following]], following
        return TENS[lower[i]], i
    return (SMALL[lower[i]], i) if lower[i] in SMALL else (0, i)


def year(block: Block, i: int) -> Found | None:
    """A year in four digits at token i: 2022, the 1990s, 1989-90, 149 B.C., fiscal 2024, the year 2000."""
    lower, word = block.lower, block.lower[i]
    before, after = lower[i - 1], lower[i + 1]
    if after == "s" and block.joined(i):
        return _decade(block, i, int(word) // 10, i + 1) if word.endswith("0") else None
    if after in ("'", "’") and lower[i + 2] == "s" and block.joined(i) and word.endswith("0"):
        return _decade(block, i, int(word) // 10, i + 2)
    if before in QUOTES and after in QUOTES or not is_year(block, i):
        return None
    if after in BC or lower[i + 1 : i + 4] == ["b", ".", "c"]:
        return bc(block, i)
    first = i
    if before in ("fiscal", "fy"):
        first = i - 1
    elif before == "year":
        first = i - 1 - (lower[i - 2] in ("fiscal", "calendar"))
        first -= lower[first - 1] == "the"
    return Found(first, i, "date", Fixed(f"{int(word):04}"), aside=before not in MOVES_TO and i > 0)


def twin(block: Block, found: Found) -> Found | None:
    """The second year of "1915-17", as a date of its own."""
    lower, last = block.lower, found.last
    mark, end = lower[last + 1], lower[last + 2]
    if lower[found.first - 1] == "-" and block.joined(found.first - 1):
        return None
    if (
        mark not in ("-", "–", "/")
        or len(end) != 2
        or not end.isdecimal()
        or not (block.joined(last) and block.joined(last + 1))
    ):
        return None
    year = lower[last]
    if not year.isdecimal() or len(year) != 4 or block.joined(last + 2) and lower[last + 3] in ("-", "/"):
        return None
    on = (int(end) - int(year)) % 100
    return Found(last + 2, last + 2, "date", Fixed(f"{int(year) + on:04}")) if 0 < on <= 15 else None


def before_christ(block: Block, found: Found) -> Found | None:
    """The first year of "264 to 241 BC"."""
    lower, first = block.lower, found.first
    if (
        not isinstance(found.when, Fixed)
        or not found.when.timex.startswith("BC")
        or lower[first - 1] not in ("-", "–", "to", "and")
    ):
        return None
    number = lower[first - 2]
    if not (number.isdecimal() and number.isascii() and len(number) <= 4 and int(number) > int(found.when.timex[2:])):
        return None
    return Found(first - 2, first - 2, "date", Fixed(f"BC{int(number):04}"))


def bc(block: Block, i: int) -> Found | None:
    """149 B.C., AD 79: the digits at token i with their era."""
    lower = block.lower
    if not (lower[i].isdecimal() and lower[i].isascii() and len(lower[i]) <= 4):
        return None
    if block.word(i - 1) in AD or block.word(i + 1) in AD and not block.joined(i - 1):
        return Found(i - (block.word(i - 1) in AD), i + (block.word(i + 1) in AD), "date", Fixed(f"{int(lower[i]):04}"))
    dotted = lower[i + 1 : i + 4] == ["b", ".", "c"] and block.joined(i + 1)
    if lower[i + 1] not in BC and not dotted:
        return None
    return Found(i, i + 3 if dotted else i + 1, "date", Fixed(f"BC{int(lower[i]):04}"))


def _decade(block: Block, i: int, decade: int, last: int) -> Found:
    """the 1990s, the '80s."""
    first = i - (block.lower[i - 1] in ("'", "’", "‘") and block.joined(i - 1))
    return Found(first - (block.lower[first - 1] == "the"), last, "date", Fixed(f"{decade:03}"))


def two_digits(block: Block, i: int) -> Found | None:
    """'82, the '80s, the 80s: two digits at token i."""
    lower, word = block.lower, block.lower[i]
    quoted = lower[i - 1] in ("'", "’", "‘") and block.joined(i - 1)
    plural = lower[i + 1] == "s" and block.joined(i)
    if plural and lower[i - 1] == "-" and lower[i - 2] in ("over", "under"):  # people of an age
        return None
    if (
        plural
        and word.endswith("0")
        and int(word) >= 20
        and (
            quoted
            or lower[i - 1] in ("the", "early", "late", "mid", "-")
            or lower[i - 2 : i] in (["s", "and"], ["s", "or"])
        )
    ):
        return (
            _decade(block, i, century_of(int(word)) // 10, i + 1)
            if PERSONS.isdisjoint(lower[max(0, i - 4) : i]) and (quoted or REACHED.isdisjoint(lower[max(0, i - 4) : i]))
            else None
        )
    if lower[i - 1] == "fy" and block.joined(i - 1):
        return Found(i - 1, i, "date", Fixed(str(century_of(int(word)))))
    if (
        quoted
        and not block.joined(i)
        and not block.word(i + 1)[:1].isupper()  # '30 Rock'
        and lower[i - 2] in ("in", "of", "since", "by", "from", "to", "until", "summer", "-", "class")
    ):
        return Found(i - 1, i, "date", Fixed(str(century_of(int(word)))))
    return None


def decade_word(block: Block, i: int) -> Found | None:
    """the nineties, the early nineteen fifties: token i is the plural."""
    lower = block.lower
    century = {"nineteen": 190, "eighteen": 180, "seventeen": 170}.get(lower[i - 1])
    if century is None and lower[i - 1] not in ("the", "early", "late", "mid", "-"):
        return None
    if not PERSONS.isdisjoint(lower[max(0, i - 3) : i]):
        return None  # "in her early twenties"
    first = i - (century is not None)
    first -= lower[first - 1] == "the"
    return Found(first, i, "date", Fixed(str((century or 190) + DECADES[lower[i]])))


def century(block: Block, i: int) -> Found | None:
    """the 20th century, the nineteenth century, the 9th century BC: token i is the century."""
    lower = block.lower
    at = i - 1 - (lower[i - 1] == "-")
    number, first = ORDINALS.get(lower[at]), at
    if lower[at] in ("st", "nd", "rd", "th") and lower[at - 1].isdecimal():
        number, first = int(lower[at - 1]), at - 1
    elif number and number < 10 and lower[at - 1] == "-" and lower[at - 2] in ("twenty",):
        number, first = 20 + number, at - 2
    elif number and number < 10 and lower[at - 1] == "twenty":
        number, first = 20 + number, at - 1
    if not number or number > 30:
        return None
    first -= lower[first - 1] == "the"
    before_christ = lower[i + 1] in BC
    return Found(first, i + before_christ, "date", Fixed(f"{'BC' if before_christ else ''}{number - 1:02}"))


def year_after(block: Block, last: int, month: bool) -> tuple[int | None, int]:
    """A year said after a month or a day, and its last token: "1998", ", 1998", "of 1940", "'98", "nineteen
    ninety-six"."""
    lower = block.lower
    at = last + 1
    while lower[at] in (",", "of", "in", "-", "/") and at <= last + 2 and (lower[at] != "," or lower[at + 1] != "of"):
        at += 1
    if at > last + 1 and lower[at - 1] in ("-", "/") and not (block.joined(at - 1) and block.joined(at - 2)):
        return None, last
    year = year_at(block, at, two_digits=month and at == last + 1)
    if year is None:
        return None, last
    value, end = year
    return value, end
