"""Expressions about a unit of time: lengths ("two-year", "nearly an hour"), offsets ("four hours later", "a year ago"), turns ("last week",
"the following day") and sets ("every month", "twice a week")."""

from decimal import Decimal
from typing import NamedTuple

from copydesk.amounts import Amount, Bound, written
from copydesk.extract.times.hedges import Hedge, hedge
from copydesk.extract.times.reading import Anchor, Block, Fixed, Found, Offset, Turn, bare
from copydesk.numerals import Numeral
from copydesk.lexicon.calendar import ORDINALS, PLURAL, SHORT, SINGULAR, SMALL, VAGUE_LETTER, Span

# What may stand between a number and its unit: "two more weeks", "six straight days".
BETWEEN = frozenset(
    "more straight consecutive full trading additional business working calendar long short whole entire extra further successive previous solid other difficult"
    " turbulent brutal school academic non-consecutive bloody".split()
)
VAGUE = frozenset({"several", "few", "many", "some", "numerous", "various"})
ONE = frozenset({"a", "an", "one", "another", "per"})
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
TURNS: dict[str, tuple[int, Anchor]] = {
    "last": (-1, "issue"), "next": (1, "issue"), "coming": (1, "issue"), "upcoming": (1, "issue"), "this": (0, "issue"), "current": (0, "issue"),
    "past": (-1, "issue"), "following": (1, "told"), "previous": (-1, "told"), "preceding": (-1, "told"), "prior": (-1, "told"),
    "that": (0, "told"), "same": (0, "told"), "latest": (0, "told"), "final": (0, "told"), "fiscal": (0, "issue"), "full": (0, "issue"), "very": (0, "told"),
}  # fmt: skip
AGO = frozenset({"ago", "hence"})
EVERY = frozenset({"every", "each"})
RATES = frozenset({"once", "twice", "thrice", "times", "per"})


class Count(NamedTuple):
    """How many: its first token, the figure(s) (None for a vague one), and the hedge."""

    first: int
    low: Decimal | None
    high: Decimal | None
    step: Decimal | None = None
    half: bool = False


def unit(block: Block, i: int) -> Found | None:
    """The expression about the unit of time at token i."""
    lower = block.lower
    word = bare(lower[i])
    span = SINGULAR.get(word) or PLURAL.get(word) or SHORT[word]
    cut = len(lower[i]) - len(word)
    count = _count(block, i, word)
    if count is not None:
        return _counted(block, i, span, count, cut)
    if word in SHORT or span.letter in ("SU", "WI"):
        return None
    if word in PLURAL:
        return _plural(block, i, span) if not cut else None
    return _singular(block, i, word, span, cut)


# ---------------------------------------------------------------- how many


def _count(block: Block, i: int, word: str) -> Count | None:
    lower = block.lower
    at = i - 1
    if word in SHORT:
        number = block.number_before(at - (lower[at] == "-"))
        return (
            None
            if number is None or number.ordinal
            else Count(number.first - block.base, number.low, number.high, number.step)
        )
    if lower[at] in ("-", "‑", "–") and block.joined(at):
        at -= 1
    elif lower[at] in BETWEEN and lower[at - 1] not in ("the", "its") and at > 0:
        at -= 1
        if lower[at] == "-":
            at -= 1
    number = block.number_before(at)
    before = lower[at]
    if before in ONE and (at == i - 1 or lower[i - 1] in BETWEEN or lower[i - 1] == "-"):
        if before == "one" and lower[at - 1] in ("this", "that") or before == "per":
            return None
        if lower[at - 1] == "half" and before in ("a", "an"):
            return Count(at - 1, Decimal("0.5"), Decimal("0.5"))
        if (
            before in ("a", "an")
            and lower[at - 1] == "of"
            and lower[at - 2] in ("half", "quarter")
            and lower[at - 3] == "a"
        ):
            part = Decimal("0.5") if lower[at - 2] == "half" else Decimal("0.25")
            return Count(at - 3, part, part)
        return Count(at, Decimal(1), Decimal(1)) if word in SINGULAR else None
    if number is not None and not number.ordinal and number.form != "vague":
        if word in SINGULAR and lower[i - 1] not in ("-", "‑", "–") and not _spoken_singular(number):
            return None
        return Count(number.first - block.base, number.low, number.high, number.step)
    if before in VAGUE and word not in SINGULAR or before in VAGUE and lower[i - 1] == "-":
        first = at - (before == "few" and lower[at - 1] == "a")
        return None if before == "some" and lower[at - 1] in ("in", "at") else Count(first, None, None)
    if before == "couple" and lower[at - 1] in ("a", "last", "past", "next"):
        return Count(at - (lower[at - 1] == "a"), Decimal(2), Decimal(2))
    if before == "of" and lower[at - 1] == "couple" and lower[at - 2] in ("a", "last", "past", "next", "first"):
        return Count(at - 1 - (lower[at - 2] == "a"), Decimal(2), Decimal(2))
    if number is not None and number.form == "vague":
        first = number.first - block.base
        return Count(first - (lower[first - 1] == "a" and first > 0), None, None)
    return None


def _spoken_singular(number: Numeral) -> bool:
    """Is it "one year", or the "five year" of speech rather than "$14 million this year" or "the 1988 quarter"?"""
    return number.high <= 1 or number.form == "words" and number.high < 100


def _amount(count: Count, span: Span, bound: Bound, nearly: bool) -> Amount | None:
    if count.low is None or count.high is None:
        return None
    return written(count.low, count.high, bound=bound, step=count.step, unit=span.unit, nearly=nearly)


def length(count: Decimal | None, span: Span) -> str:
    """The TIMEX3 value of so many units: P2Y, PT30M, P1Y6M, PXW."""
    if count is None:
        letter = "S" if span.letter == "S" else span.letter
        return f"P{'T' if span.is_clock else ''}X{letter}"
    total = count * span.times
    head = "PT" if span.is_clock else "P"
    if total % 1:
        finer = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60) if span.is_clock else ("D", 0), "D": ("H", 24)}.get(
            span.letter
        )
        if finer is not None and finer[1] and not (total * finer[1]) % 1:
            whole, rest = int(total), int(total % 1 * finer[1])
            mark = "T" if span.letter == "D" else ""
            return (
                head
                + (f"{whole}{span.letter}" if whole else "")
                + (f"{mark}{rest}{finer[0]}" if not (mark and not whole) else f"T{rest}{finer[0]}")
            )
        return f"{head}{total.normalize():f}{span.letter}"
    return f"{head}{int(total)}{span.letter}"


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
        and _ends_clause(lower[end + 1])
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


def _ends_clause(word: str) -> bool:
    return (
        not word
        or not word[0].isalnum()
        and word not in ("“", '"', "‘", "$")
        or word in ("and", "but", "when", "he", "she", "in", "at", "by")
    )


# ---------------------------------------------------------------- without a number


def _plural(block: Block, i: int, span: Span) -> Found | None:
    """recent years, the coming weeks, months ago, years later, for days."""
    lower = block.lower
    before, word = lower[i - 1], lower[i]
    if lower[i + 1] in ("old", "-") and lower[i + 2] in ("old", "olds", ""):
        return None
    if (
        word in ("seconds", "minutes", "quarters", "summers", "winters", "nights", "half-hours")
        and before not in ("recent", "coming", "past", "within", "of")
        and lower[i + 1] not in ("later", "ago", "earlier")
    ):
        return None
    if lower[i + 1] in ("ago", "later", "earlier", "before", "after") and (
        lower[i + 1] not in ("before", "after") or _ends_clause(lower[i + 2])
    ):
        sign = 1 if lower[i + 1] in ("later", "after") else -1
        first = i - (before in ("many", "some"))
        return Found(first, i + 1, "date", Offset(span, None, sign, "issue" if lower[i + 1] == "ago" else "told"))
    value = Fixed(length(None, span))
    if before in (
        "recent",
        "coming",
        "past",
        "following",
        "previous",
        "subsequent",
        "ensuing",
        "last",
        "next",
        "future",
        "early",
        "later",
        "first",
        "final",
        "latter",
        "intervening",
    ):
        first = i - 1 - (lower[i - 2] in ("the", "more", "these", "those"))
        if before in ("future", "recent") and word in ("quarters",) or before == "future":
            return Found(first, i, "date", Fixed("FUTURE_REF" if before == "future" else "PAST_REF"))
        return Found(first, i, "duration", value)
    if before in (
        "for",
        "in",
        "within",
        "after",
        "of",
        "over",
        "through",
        "took",
        "take",
        "takes",
        "spend",
        "spent",
        "lasted",
        "last",
        "until",
        "only",
        "just",
        "mere",
        "or",
        "hours",
    ) and word not in ("hours",):
        if lower[i + 1] == "of" and before == "of":
            return None
        if lower[i + 1] == "or" and lower[i + 2] in PLURAL:
            return Found(i, i + 2, "duration", value)
        return Found(i, i, "duration", value)
    if before == "the" and lower[i + 1] in (
        "ahead",
        "since",
        "following",
        "before",
        "after",
        "leading",
        "immediately",
        "to",
    ):
        return Found(i - 1, i + (lower[i + 1] == "ahead"), "duration", value)
    if lower[i + 1] == "-" and lower[i + 2] == "long":
        return Found(i, i + 2, "duration", value)
    return None


def _singular(block: Block, i: int, word: str, span: Span, cut: int) -> Found | None:
    """last week, this year, the same day, every month, the day before, week-long, year-end, year-ago."""
    lower = block.lower
    before, after = lower[i - 1], lower[i + 1]
    if before in EVERY:
        return Found(i - 1, i, "set", Fixed(length(Decimal(1), span)), cut=cut)
    if before == "other" and lower[i - 2] == "every":
        return Found(i - 2, i, "set", Fixed(length(Decimal(2), span)), cut=cut)
    if before in ("per",) and span.letter != "S":
        return Found(i - 1, i, "set", Fixed(length(Decimal(1), span)), cut=cut)
    if after == "-" and block.joined(i) and lower[i + 2] in ("long", "end", "ago", "earlier"):
        return _compound(block, i, span)
    if span.is_clock or word in ("second", "half-hour"):
        return None
    if before == "-" and block.joined(i - 1):
        return _compound_before(block, i, span)
    if before in TURNS:
        return _turn(block, i, span, cut)
    if before == "the":
        return _the(block, i, word, span, cut)
    if word == "year" and after == "end":
        first = i - (before == "the")
        return Found(first, i + 1, "date", Turn(span, 0, "issue"))
    if word == "weekend" and before in ("on", "over"):
        return Found(i, i, "date", Turn(span, 0, "issue"))
    return None


def _compound(block: Block, i: int, span: Span) -> Found | None:
    """week-long, year-end, year-ago, year-earlier."""
    tail = block.lower[i + 2]
    if tail == "long":
        return Found(i, i + 2, "duration", Fixed(length(Decimal(1), span), written(1, unit=span.unit)))
    if span.letter != "Y" or span.times != 1:
        return None
    if tail == "end":
        return Found(i, i + 2, "date", Turn(span, 0, "issue", recent=True)) if block.lower[i + 3] != "-" else None
    first = i - (
        block.lower[i - 1] == "the"
        and block.lower[i + 3] in ("quarter", "period", "third", "second", "first", "fourth", "month")
    )
    last = i + 2 + (block.lower[i + 3] in ("quarter", "period", "month") and first < i)
    return Found(first, last, "date", Offset(span, Decimal(1), -1, "told"))


def _compound_before(block: Block, i: int, span: Span) -> Found | None:
    """single-day, multi-year, full-year."""
    before = block.lower[i - 2]
    if before in ("single", "half", "multi", "one"):
        count = {"half": Decimal("0.5"), "multi": None}.get(before, Decimal(1))
        return Found(i - 2, i, "duration", Fixed(length(count, span)))
    return None


def _turn(block: Block, i: int, span: Span, cut: int) -> Found | None:
    """last week, the past year, the following month, that same day."""
    lower = block.lower
    before = lower[i - 1]
    by, anchor = TURNS[before]
    the = lower[i - 2] in ("the", "that", "this", "its", "their")
    first = i - 1 - (lower[i - 2] in ("the", "that", "this"))
    if (
        before
        in (
            "same",
            "following",
            "previous",
            "preceding",
            "latest",
            "final",
            "full",
            "current",
            "fiscal",
            "very",
            "prior",
            "coming",
            "upcoming",
            "past",
        )
        and not the
    ):
        if before in ("full", "fiscal", "final", "very", "same", "latest", "past", "prior"):
            return None
        first = i - 1
    if before in ("next", "last") and lower[i - 2] == "the" and span.letter in ("D", "W", "M", "Y"):
        anchor = "told" if before == "next" else "issue"
    if before == "fiscal" and the and lower[i - 2] != "the":
        first = i - 1
    if before in ("that", "this") and lower[i] in ("day", "night") and lower[i + 1] == "and":
        return None
    if before in ("last", "next") and lower[i] == "day" and lower[i - 2] not in ("the", "that"):
        return None
    if before == "past" and lower[i] in ("day", "week", "month", "decade", "century"):
        return Found(first, i, "duration", Fixed(length(Decimal(1), span), written(1, unit=span.unit)), cut=cut)
    if before == "fiscal" and lower[i + 1] in ("ended", "ending"):
        return Found(first, i, "duration", Fixed("P1Y", written(1, unit=span.unit)))
    if before == "final" or before == "last" and lower[i + 1] == "of":
        return None
    if lower[i + 1] == "-" and lower[i + 2] in ("old", "olds"):
        return None
    first -= lower[first - 1] in ("sometime",)
    return Found(first, i, "date", Turn(span, by, anchor), cut=cut)


def _the(block: Block, i: int, word: str, span: Span, cut: int) -> Found | None:
    """the week, the weekend, the day before, the week of March 6."""
    lower = block.lower
    after = lower[i + 1]
    if after in ("before", "after", "earlier", "later", "previous", "following") and word in (
        "day",
        "night",
        "week",
        "year",
        "month",
    ):
        if after in ("before", "after") and lower[i + 2] in ("yesterday", "tomorrow"):
            return Found(i - 1, i + 2, "date", Turn(span, -2 if after == "before" else 2, "issue"))
        sign = -1 if after in ("before", "earlier", "previous") else 1
        if (
            _ends_clause(lower[i + 2])
            or after in ("previous", "following")
            and lower[i + 2] not in ("the", "a", "his", "her", "their")
        ):
            return Found(i - 1, i + 1, "date", Turn(span, sign, "told"))
        return None
    if word == "year" and after in ("ended", "ending"):
        return Found(i - 1, i, "duration", Fixed("P1Y", written(1, unit=span.unit)))
    if word == "weekend":
        return Found(i - 1, i, "date", Turn(span, 0, "issue", recent=True), cut=cut)
    if word in ("week", "month", "quarter") and not cut and after not in ("of",):
        return Found(i - 1, i, "date", Turn(span, 0, "told" if word == "quarter" else "issue"))
    if (
        word == "year"
        and not cut
        and (lower[i - 2] in ("for", "of", "in", "during", "this", "through", "throughout") or after in (".", ","))
    ):
        return Found(i - 1, i, "date", Turn(span, 0, "issue"))
    if (
        word == "day"
        and lower[i - 2] in ("earlier", "later", "for", "on", "in", "during", "of")
        and (not after or not after[0].isalpha())
    ):
        return Found(i - 1, i, "date", Turn(span, 0, "told"))
    return None


ORDINAL_WORDS = frozenset(ORDINALS)
__all__ = ["VAGUE_LETTER", "Hedge", "length", "unit"]
