"""Expressions about a unit of time: lengths ("two-year", "nearly an hour"), offsets ("four hours later", "a year ago"), turns ("last week",
"the following day") and sets ("every month", "twice a week")."""

from decimal import Decimal

from copydesk.amounts import Amount, Bound, written
from copydesk.extract.times.counts import Count, count_before, length
from copydesk.extract.times.hedges import Hedge, hedge
from copydesk.extract.times.reading import Block, Fixed, Found, Offset, bare
from copydesk.extract.times.turns import EVERY, ends_clause, plural, singular
from copydesk.lexicon.calendar import PLURAL, SHORT, SINGULAR, SMALL, Span

DETERMINERS = frozenset({"the", "these", "those", "its", "their", "his", "her", "our"})
SPANS_OF = frozenset(
    {
        "last",
        "past",
        "next",
        "first",
        "coming",
        "following",
        "previous",
        "latest",
        "final",
        "preceding",
        "prior",
        "recent",
        "initial",
        "opening",
        "remaining",
    }
)
AGO = frozenset({"ago", "hence"})
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
    if count is not None:
        return _counted(block, i, span, count, cut)
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
    last = i
    hyphened = lower[i - 1] in ("-", "‑") and block.joined(i - 1)
    if (
        lower[i + 1] in ("old", "olds")
        or lower[i + 1] == "-"
        and lower[i + 2] in ("old", "olds")
        or lower[i + 1] == "of"
        and lower[i + 2] == "age"
    ):
        return None
    if (
        count.low is not None
        and count.low >= 10000
        and span.letter in ("D", "W")
        or lower[i] == "second"
        and not hyphened
        and count.low == 1
    ):
        return None
    if (
        lower[i + 1] == "and"
        and lower[i + 2] == "a"
        and lower[i + 3] == "half"
        and count.low is not None
        and count.low == count.high
    ):
        count, last = count._replace(low=count.low + Decimal("0.5"), high=count.low + Decimal("0.5")), i + 3
    elif lower[i + 1] == "or" and lower[i + 2] in ("two", "three", "so", "more", "less") and count.low is not None:
        last = i + 2
        if lower[i + 2] in SMALL:
            count = count._replace(high=Decimal(SMALL[lower[i + 2]]))
    first, determined = (count.first, False) if hyphened else _determiners(block, count.first)
    found_hedge = Hedge(first) if determined and lower[first - 1] in ("over", "under") else hedge(block, first)
    bound, nearly = found_hedge.bound, found_hedge.nearly
    if lower[last] == "so":
        bound = "~"
    elif lower[last] in ("more", "less") and last == i + 2:
        bound = ">=" if lower[last] == "more" else "<="
    first = found_hedge.first
    amount = _amount(count, span, bound, nearly)
    if offset := _offset(block, first, last, span, count, bound, nearly):
        return offset
    if lower[count.first - 1] in EVERY and not hyphened:
        return Found(count.first - 1, last, "set", Fixed(length(count.low, span), amount))
    if rate := _rate(block, i, span, count, first):
        return rate
    if (
        not determined
        and not hyphened
        and lower[count.first] in ("a", "an")
        and lower[i] in ("day", "night", "weekend", "quarter", "second", "minute")
        and _no_length(block, i)
    ):
        return None
    if (
        lower[i] in ("quarter", "quarters")
        and (count.low == 1 or count.low == 3)
        and not hyphened
        and lower[i + 1] in ("of", "to", "past", "point", "-")
        and not determined
    ):
        return None
    value = Fixed(length(count.low, span), amount)
    if span.letter in ("SU", "WI"):
        value = Fixed(length(count.low, SINGULAR["year"]), None)
    return Found(first, last, "duration", value, None, nearly or bound == "~", cut=cut if last == i else 0)


def _no_length(block: Block, i: int) -> bool:
    return (
        block.lower[i] in ("quarter", "second")
        or block.lower[i + 1] in ("of", "-", "at", "in", "out", "off")
        and block.lower[i] in ("day", "night")
    )


def _determiners(block: Block, first: int) -> tuple[int, bool]:
    """Left over "the past", "the first", "these", "at least the next"."""
    lower = block.lower
    start = first
    if lower[start - 1] in SPANS_OF and start > 0:
        start -= 1
    if lower[start - 1] in ("the", "these", "those") and start > 0:
        start -= 1
    elif lower[start - 1] in DETERMINERS and start < first and start > 0:
        pass
    return start, start < first


def _rate(block: Block, i: int, span: Span, count: Count, first: int) -> Found | None:
    """twice a week, three times a day, $30 a month."""
    lower = block.lower
    at = count.first
    if lower[at] not in ("a", "an") or at != i - 1:
        return None
    if lower[at - 1] in RATES:
        return Found(at, i, "set", Fixed(length(Decimal(1), span)))
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


def _offset(block: Block, first: int, last: int, span: Span, count: Count, bound: Bound, nearly: bool) -> Found | None:
    """two weeks ago, four hours later, a year earlier, three days from now, the day after: `last` is the unit's last token."""
    lower = block.lower
    word, end = lower[last + 1], last + 1
    if word == "-" and lower[last + 2] in ("ago", "earlier", "later"):
        word, end = lower[last + 2], last + 2
    middle = count.low if count.low is None or count.high is None else (count.low + count.high) / 2
    if middle is not None and middle % 1 and not span.is_clock:
        middle = middle if span.letter == "Y" and middle * 12 % 1 == 0 else Decimal(round(middle))
    about = nearly or bound == "~"
    if word in AGO:
        today = lower[end + 1] == "today"
        return Found(
            first, end + today, "date", Offset(span, middle, -1 if word == "ago" else 1, "issue", today), None, about
        )
    if word == "from" and lower[end + 1] in ("now", "today", "tomorrow", "yesterday"):
        return Found(first, end + 1, "date", Offset(span, middle, 1, "issue"), None, about)
    if (
        word in ("earlier", "later", "previously", "beforehand", "afterwards", "afterward")
        or word in ("before", "after")
        and ends_clause(lower[end + 1])
    ):
        if (
            word == "later"
            and lower[end + 1] in ("than", "this", "in")
            or word == "earlier"
            and lower[end + 1] == "than"
        ):
            return None
        sign = 1 if word in ("later", "after", "afterwards", "afterward") else -1
        return Found(first, end, "date", Offset(span, middle, sign, "told"), None, about)
    if word in ("before", "after"):
        return Found(
            first, last, "duration", Fixed(length(count.low, span), _amount(count, span, bound, nearly)), None, about
        )
    if lower[first - 1] == "in" and lower[last + 1] in ("'", "’") and lower[last + 2] == "time":
        return Found(first, last + 2, "date", Offset(span, middle, 1, "issue"), None, about)
    return None


# ---------------------------------------------------------------- without a number
