"""Expressions about a unit of time: lengths ("two-year", "nearly an hour"), offsets ("four hours later", "a year ago"),
turns ("last week", "the following day") and sets ("every month", "twice a week")."""

from decimal import Decimal

from copydesk.amounts import Amount, Bound, written
from copydesk.extract.times.counts import Count, count_before, length, said
from copydesk.extract.times.hedges import Hedge, hedge
from copydesk.extract.times.reading import Block, Fixed, Found, Length, Offset, bare
from copydesk.extract.times.turns import EVERY, QUOTES, ends_clause, plural, singular
from copydesk.lexicon.calendar import PARTS, PLURAL, SEASONS, SHORT, SINGULAR, SMALL, Span
from copydesk.lexicon.numbers import CURRENCY_SIGNS

DETERMINERS = frozenset({"the", "these", "those", "its", "their", "his", "her", "our"})
SPANS_OF = frozenset(
    "last past next first coming upcoming following previous latest final preceding prior recent initial opening remaining".split()
)
# What a hedge behind the unit says: "an hour or so", "ten days or more".
TAIL_BOUNDS: dict[str, Bound] = {"so": "~", "more": ">=", "less": "<="}
# Between "aged" and its number.
BOUNDING = frozenset("over under above below between from at least more less than about around just only".split())
AGO = frozenset({"ago", "hence"})
# "Forty years ago next month".
AWAY = {"last": -1, "this": 0, "next": 1}
# "Sales fell last qtr", where no figure is.
HEADLINED = frozenset({"wk", "qtr", "yr"})
# "It will one day be": no day is counted.
MODALS = frozenset({"will", "would", "may", "might", "could", "can", "should", "'ll"})
# "Is to last six weeks", "could last two days".
TO_LAST = MODALS | {"to", "must", "not"}
# Behind an hour: "an hour and fifteen".
MINUTES = range(10, 60)
PARTS_OVER = {("a", "half"): Decimal("0.5"), ("half", "half"): Decimal("0.5"), ("a", "quarter"): Decimal("0.25"), ("three", "quarters"): Decimal("0.75")}  # fmt: skip
WHOLE = frozenset({"minute", "hour", "day", "week", "month", "year", "decade", "century"})
RATES = frozenset({"once", "twice", "thrice", "times", "per"})


def unit(block: Block, i: int) -> Found | None:
    """The expression about the unit of time at token i."""
    lower = block.lower
    word = bare(lower[i])
    span = SINGULAR.get(word) or PLURAL.get(word) or SHORT[word]
    cut = len(lower[i]) - len(word)
    if lower[i + 1] == "-" and lower[i + 2] == "long" and lower[i - 1] in ("a", "the") and word in SINGULAR:
        return singular(block, i, word, span, cut)
    count = count_before(block, i, word)
    if count is None and lower[i - 1] in DETERMINERS and word in WHOLE and _part_over(lower, i)[0]:
        count = Count(i, Decimal(1), Decimal(1))  # "the hour and a half"
    if count is not None:
        return _counted(block, i, span, count, cut)
    if word in HEADLINED and lower[i - 1] in AWAY:
        return singular(block, i, span.unit.name, span, cut)
    if word in SHORT or span.letter in ("SU", "WI"):
        return None
    if word in PLURAL:
        return plural(block, i, span) if not cut else None
    return singular(block, i, word, span, cut)


# ---------------------------------------------------------------- how many


def _amount(count: Count, span: Span, bound: Bound, nearly: bool) -> Amount | None:
    if count.low is None or count.high is None:
        return None
    return written(count.low, count.high, bound=bound, step=count.step, unit=span.unit, nearly=nearly)


# ---------------------------------------------------------------- with a number


def _counted(block: Block, i: int, span: Span, count: Count, cut: int) -> Found | None:
    """Token i is a unit with a number before it."""
    lower = block.lower
    hyphened = lower[i - 1] in ("-", "‑") and block.joined(i - 1)
    if (
        block.word(i)[0].isupper()
        and (lower[count.first - 1] in QUOTES or lower[count.first - 1] in ("on", "of", "cbs"))
        and count.number is not None
        and count.number.form == "digits"
    ):
        return None  # the programme "60 Minutes"
    if (
        _is_age(lower, i, count.first)
        or (span.letter == "Y" and _begins_age(block, i))
        or count.low is not None
        and count.low >= 10000
        and span.letter in ("D", "W")
    ):
        return None
    if lower[count.first] == "one" and lower[i] == "day" and lower[count.first - 1] in MODALS:
        return Found(count.first, i, "date", Fixed("FUTURE_REF"))
    count, last = _with_tail(block, i, span, count)
    first, determined = (count.first, False) if hyphened else _determiners(block, count.first)
    first, bound, nearly, apart = (
        Hedge(first) if determined and lower[first - 1] in ("over", "under") else hedge(block, first)
    )
    if last == i + 2 and lower[last] in TAIL_BOUNDS:
        bound = TAIL_BOUNDS[lower[last]]
    elif bound == "=" and not (nearly or determined or apart) and count.number is not None:
        # Signs and the rarer words of figures: "> 50 years", "exceeding 6 h".
        bound, nearly = count.number.bound, count.number.nearly
    written_in = SINGULAR["year"] if span.letter in ("SU", "WI") else span
    value = Fixed(said(count, written_in), _amount(count, span, bound, nearly))
    if offset := _offset(block, first, last, span, count, value, nearly or bound == "~"):
        summed = lower[count.first - 1] == "and"  # "a year and a month later"
        stated = summed or count.number is not None or count.low is None or last > i
        return offset._replace(length=Length(first, last, value)) if stated and offset.kind == "date" else offset
    if lower[count.first - 1] in EVERY and not hyphened:
        return Found(count.first - 1, last, "set", value)
    if _is_price(block, i, count):
        return None
    if rate := _rate(block, i, span, count, first):
        return rate
    if not determined and not hyphened and _no_length(block, i, count):
        return None
    return Found(first, last, "duration", value, None, nearly or bound == "~", cut=cut if last == i else 0)


def _is_age(lower: list[str], i: int, first: int) -> bool:
    """ "12 years old", "8-month-old", "the age of 5 years", "aged over 48 years": whose age that is, others read."""
    after, at = lower[i + 1], first - 1
    while lower[at] in BOUNDING:
        at -= 1
    return (
        after in ("old", "olds")
        or (after in ("and", "or") and lower[i + 2] in ("older", "younger"))
        or (lower[at] == "aged" and (after != "and" or lower[i + 2] in BOUNDING))  # not "aged 18 years and 9 days"
        or (lower[at] == "of" and lower[at - 1] in ("age", "ages"))
        or after == "-"
        and lower[i + 2] in ("old", "olds")
        or after == "of"
        and lower[i + 2] == "age"
    )


def _begins_age(block: Block, i: int) -> bool:
    """ "3 years and 4 months old"."""
    lower = block.lower
    number = block.number_at(i + 2) if lower[i + 1] in ("and", ",") else None
    if number is None:
        return False
    at = number.last - block.base + 1
    at += lower[at] == "-"
    return lower[at] in ("month", "months") and _is_age(lower, at, i + 2)


def _with_tail(block: Block, i: int, span: Span, count: Count) -> tuple[Count, int]:
    """The count with what is said behind the unit, and the last token: "a day and a half", "a year or two", "an hour or
    so", "an hour and fifteen"."""
    lower = block.lower
    if count.low is None:
        return count, i
    part, last = _part_over(lower, i)
    if part and count.low == count.high:
        more = count.low + part
        return count._replace(low=more, high=more), last
    if lower[i + 1] == "or" and (lower[i + 2] in TAIL_BOUNDS or lower[i + 2] in ("two", "three")):
        return count._replace(high=Decimal(SMALL[lower[i + 2]])) if lower[i + 2] in SMALL else count, i + 2
    minutes = (
        block.number_at(i + 1 + (lower[i + 1] == "and")) if span.letter == "H" and count.low == count.high else None
    )
    if minutes is not None and minutes.low in MINUTES and ends_clause(lower[minutes.last - block.base + 1]):
        more = count.low + minutes.low / 60
        return count._replace(low=more, high=more), minutes.last - block.base
    return count, i


def _part_over(lower: list[str], i: int) -> tuple[Decimal | None, int]:
    """ "An hour and a half", "a year and three quarters": the part that is said behind the unit, and its last token."""
    if lower[i + 1] != "and":
        return None, i
    at = i + 2 + (lower[i + 2] in ("a", "three"))
    at += lower[at] == "-"
    return (PARTS_OVER.get((lower[i + 2], lower[at])), at) if lower[at + 1] != "of" else (None, i)


def _no_length(block: Block, i: int, count: Count) -> bool:
    """Is "a second", "a quarter of", "a day in" something else than a length?"""
    lower, word, after = block.lower, block.lower[i], block.lower[i + 1]
    if word == "second" and count.low == 1:
        return True
    if lower[count.first] in ("a", "an"):
        if word == "day" and lower[count.first - 1] == "within":
            return False
        return word == "quarter" or word in ("day", "night") and after in ("of", "-", "at", "in", "out", "off")
    return word in ("quarter", "quarters") and count.low in (1, 3) and after in ("of", "to", "past", "point", "-")


def _determiners(block: Block, first: int) -> tuple[int, bool]:
    """Left over "the past", "the first", "these", "at least the next"."""
    lower = block.lower
    start = first
    if lower[start - 1] in SPANS_OF and start > 0 and not _is_verb(lower, start - 1):
        start -= 1
    if lower[start - 1] in ("the", "these", "those") and start > 0:
        start -= 1
    elif lower[start - 1] in DETERMINERS and start < first and start > 0:
        pass
    return start, start < first


def _is_verb(lower: list[str], i: int) -> bool:
    """ "Is to last six weeks", "following ten years of work" without an article."""
    return lower[i] == "last" and lower[i - 1] in TO_LAST or lower[i] == "following" and lower[i - 1] == ","


def _is_price(block: Block, i: int, count: Count) -> bool:
    """ "$2 million a year" is no set of years."""
    if block.lower[count.first] not in ("a", "an") or count.first != i - 1:
        return False
    price = block.number_before(i - 2)
    return price is not None and block.lower[price.first - block.base - 1] in CURRENCY_SIGNS


def _rate(block: Block, i: int, span: Span, count: Count, first: int) -> Found | None:
    """twice a week, three times a day, 30 flights a month."""
    lower = block.lower
    at = count.first
    if lower[at] not in ("a", "an") or at != i - 1:
        return None
    if lower[at - 1] in RATES or lower[at - 1] in PLURAL and block.number_before(at - 2) is not None:
        return Found(at, i, "set", Fixed(length(Decimal(1), span)))  # "seven days a week"
    before = block.number_before(at - 1) or block.number_before(at - 2)
    if before is not None and (
        lower[at - 1] not in SHORT
        and lower[at - 1] not in PLURAL
        and lower[at - 1] not in ("of", "in", "for", "and", "to", "about", "-", ",", "(")
    ):
        if before.last == block.base + at - 2 and not lower[at - 1].endswith(("s", "%", "t")):
            return None
        return Found(at, i, "set", Fixed(length(Decimal(1), span)))
    return None


def _offset(block: Block, first: int, last: int, span: Span, count: Count, value: Fixed, about: bool) -> Found | None:
    """two weeks ago, four hours later, a year earlier, three days from now, the day after: `last` is the unit's last
    token."""
    lower = block.lower
    word, end = lower[last + 1], last + 1
    if word == "-" and lower[last + 2] in ("ago", "earlier", "later"):
        word, end = lower[last + 2], last + 2
    middle = count.low if count.low is None or count.high is None else (count.low + count.high) / 2
    if middle is not None and middle % 1 and not span.is_clock:
        middle = middle if span.letter == "Y" and middle * 12 % 1 == 0 else Decimal(round(middle))
    if word in AGO:
        sign = -1 if word == "ago" else 1
        if span.letter == "Y" and middle is not None and lower[end + 1] in AWAY:
            if lower[end + 2] == "month":
                span, middle, end = SINGULAR["month"], middle * 12 * span.times + sign * AWAY[lower[end + 1]], end + 2
            elif lower[end + 2] in ("week", "weekend"):
                end += 2  # which week of that year, nobody knows
        today = lower[end + 1] == "today"
        return Found(first, end + today, "date", Offset(span, middle, sign, "issue", today), None, about)
    if word == "from" and lower[end + 1 : end + 3] == ["right", "now"]:
        end += 1
    if word == "from" and lower[end + 1] in ("now", "today", "tomorrow", "yesterday"):
        return Found(first, end + 1, "date", Offset(span, middle, 1, "issue"), None, about)
    if (
        word in ("earlier", "later", "previously", "beforehand", "afterwards", "afterward")
        or word in ("before", "after")
        and ends_clause(lower[end + 1])
    ):
        if (
            word == "later"
            and (lower[end + 1] in ("than", "this") or lower[end + 1] == "in" and _in_its_time(lower, end + 2))
            or word == "earlier"
            and lower[end + 1] == "than"
        ):
            return None
        sign = 1 if word in ("later", "after", "afterwards", "afterward") else -1
        return Found(first, end, "date", Offset(span, middle, sign, "told"), None, about)
    if word in ("before", "after"):
        return Found(first, last, "duration", value, None, about)
    mark = lower[last + 1] in ("'", "’")  # in two years' time, in a week's time
    if lower[first - 1] == "in" and lower[last + 1 + mark] == "time" and (mark or lower[last] != bare(lower[last])):
        return Found(first, last + 1 + mark, "date", Offset(span, middle, 1, "issue"), None, about)
    return None


def _in_its_time(lower: list[str], i: int) -> bool:
    """The day of "two hours later in the day", the summer of "an hour later in summer"."""
    at = i + (lower[i] in DETERMINERS or lower[i] in ("that", "this"))
    return lower[at] in SINGULAR or lower[at] in SEASONS or lower[at] in PARTS or lower[at] == "life"
