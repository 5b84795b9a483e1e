"""Units of time without a number: "last week", "the following day", "recent years", "every month", "year-end",
"week-long"."""

from decimal import Decimal

from copydesk.amounts import written
from copydesk.extract.times.compared import of_compared
from copydesk.extract.times.counts import length
from copydesk.extract.times.reading import (
    Anchor,
    Block,
    Fixed,
    Found,
    Offset,
    Turn,
)
from copydesk.extract.times.yearround import year_round
from copydesk.lexicon.calendar import MONTHS, PLURAL, Span

TURNS: dict[str, tuple[int, Anchor]] = {
    "last": (-1, "issue"), "next": (1, "issue"), "coming": (1, "issue"), "upcoming": (1, "issue"), "this": (0, "issue"), "current": (0, "issue"),
    "past": (-1, "issue"), "following": (1, "told"), "previous": (-1, "told"), "preceding": (-1, "told"), "prior": (-1, "told"),
    "that": (0, "told"), "same": (0, "told"), "latest": (0, "told"), "final": (0, "told"), "fiscal": (0, "issue"), "full": (0, "issue"), "entire": (0, "told"), "whole": (0, "told"), "very": (0, "told"),
}  # fmt: skip


# These turn to nothing without an article or its like before them.
NEED_THE = frozenset({"full", "entire", "whole", "fiscal", "final", "very", "same", "latest", "past", "prior"})
DETERMINERS = frozenset({"the", "that", "this", "its", "their"})
# "The same month last year".
IN_A_YEAR: dict[str, int] = {"month": 12, "week": 52}
BOOKS = frozenset({"fiscal", "calendar"})
# "The last week of the war" is a part of the war, "the last year" is not.
OWNERS = frozenset({"the", "his", "her", "its", "their", "a", "an", "this", "that", *MONTHS})
QUOTES = frozenset("\"“‘'")
EVERY = frozenset({"every", "each"})


def ends_clause(word: str) -> bool:
    return (
        not word
        or not word[0].isalnum()
        and word not in ("“", '"', "‘", "$")
        or word in ("and", "but", "when", "in", "at", "by")
    )


# Plurals that are a length only beside a word that says so.
SELDOM = frozenset({"seconds", "minutes", "quarters", "summers", "winters", "nights", "half-hours"})
# "Recent years": what frames an unnumbered length.
FRAMES = frozenset(
    "recent coming past following previous subsequent ensuing last next future early later first final latter"
    " intervening".split()
)
# "For years": after what an unnumbered plural is a length.
LASTING = frozenset(
    "for in within after of over through took take takes spend spent lasted last until only just mere or hours".split()
)
# Opening hours are none, whatever they are "of", "after" or "until".
HOURS_LASTING = frozenset("within for took take takes lasted last spent".split())
# "The weeks before the vote": what follows a length that is pinned down.
STRETCHING = frozenset("ahead since following before after leading immediately to".split())


# "The weeks of June", "his years of service", "two days of talks" (a length with its own figure).
NO_LENGTH_OF = frozenset(
    "the these those his her its their our my your of and or trading business early late what school summer".split()
)


def plural(block: Block, i: int, span: Span) -> Found | None:
    """recent years, the coming weeks, months ago, years later, for days."""
    lower = block.lower
    before, word, after = lower[i - 1], lower[i], lower[i + 1]
    if after in ("old", "-") and lower[i + 2] in ("old", "olds", "") or word in SELDOM and not _told_of(before, after):
        return None
    if after in ("ago", "later", "earlier") or after in ("before", "after") and ends_clause(lower[i + 2]):
        sign = 1 if after in ("later", "after") else -1
        first = i - (before in ("many", "some"))
        return Found(first, i + 1, "date", Offset(span, None, sign, "issue" if after == "ago" else "told"))
    value = Fixed(length(None, span))
    if before in FRAMES and not (word == "hours" and after == "of"):
        first = i - 1 - (lower[i - 2] in ("the", "more", "these", "those"))
        if before == "future" or before == "recent" and word == "quarters":
            return Found(first, i, "date", Fixed("FUTURE_REF" if before == "future" else "PAST_REF"))
        return Found(first, i, "duration", value)
    if (
        before in LASTING
        and (word != "hours" or before in HOURS_LASTING)
        and not after == before == "of"
        and lower[i - 2] != "matter"
    ):
        last = i + 2 if after == "or" and lower[i + 2] in PLURAL else i
        return Found(i, last, "duration", value)
    if after == "of" and before not in NO_LENGTH_OF and before[:1].isalpha() and word not in SELDOM | {"hours"}:
        return Found(i, i, "duration", value)  # "follows months of talks"
    if after in ("before", "after") and before not in NO_LENGTH_OF and word != "weekends":
        return Found(i, i, "duration", value)  # "days after the vote"
    if before == "the" and lower[i - 2] == "over" and span.letter == "Y" and not after.isdecimal():
        return Found(i - 1, i, "duration", value)
    if before == "the" and (after in STRETCHING or after == "that" and lower[i + 2] in ("followed", "follow")):
        return Found(i - 1, i + (after == "ahead"), "duration", value)
    if after == "-" and lower[i + 2] == "long":
        return Found(i, i + 2, "duration", value)
    return None


def _told_of(before: str, after: str) -> bool:
    """Do the words beside it make a time of a plural that seldom is one?"""
    return before in ("recent", "coming", "past", "future", "within", "of") or after in ("later", "ago", "earlier")


def singular(block: Block, i: int, word: str, span: Span, cut: int) -> Found | None:
    """last week, this year, the same day, every month, the day before, week-long, year-end, year-ago."""
    lower = block.lower
    before, after = lower[i - 1], lower[i + 1]
    if after == "-" and lower[i + 2 : i + 5] == ["to", "-", word]:
        return None  # "the quarter-to-quarter comparison"
    if cut and after == "end" and word in ("month", "year", "week"):
        return Found(i, i + 1, "date", Turn(span, 0, "told" if word != "year" else "issue"))
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
    if before in ("all", "full", "whole", "entire") and lower[i - 2] not in ("the", "this", "that") and not cut:
        return Found(i - 1, i, "duration", Fixed(length(Decimal(1), span), written(1, unit=span.unit)))
    if before == "-" and block.joined(i - 1):
        return _compound_before(block, i, span)
    if before in TURNS or before in BOOKS and lower[i - 2] in TURNS:
        return _turn(block, i, span, cut)
    if before == "the":
        return _the(block, i, word, span, cut)
    if word == "year" and after == "end":
        return Found(i, i + 1, "date", Turn(span, 0, "issue"))
    if before == "of" and lower[i - 2] == "end" and ends_clause(after) and not cut:
        return Found(i, i, "date", Turn(span, 0, "told" if word == "quarter" else "issue"))  # "by end of year"
    if word == "weekend" and before in ("on", "over"):
        return Found(i, i, "date", Turn(span, 0, "issue"))
    if word == "weekend" and lower[i - 2 : i] == ["the", "holiday"]:
        return Found(i - 2, i, "date", Turn(span, 0, "issue", recent=True), cut=cut)
    return None


def _compound(block: Block, i: int, span: Span) -> Found | None:
    """week-long, year-end, year-ago, year-earlier."""
    tail = block.lower[i + 2]
    if tail == "long":
        return Found(i, i + 2, "duration", Fixed(length(Decimal(1), span), written(1, unit=span.unit)))
    if span.letter != "Y" or span.times != 1:
        return None
    if tail == "end":
        gone = block.lower[i - 1] in ("since", "from")  # "up 8% since year-end"
        return Found(i, i + 2, "date", Turn(span, -gone, "issue", recent=True)) if block.lower[i + 3] != "-" else None
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
    """last week, the past year, the following month, that same day, the current fiscal year."""
    lower = block.lower
    at = i - 1 - (lower[i - 1] in BOOKS and lower[i - 2] in TURNS)
    before = lower[at]
    first = at - (lower[at - 1] in ("the", "this") or lower[at - 1] == "that" and before in NEED_THE)
    if before in NEED_THE and lower[at - 1] not in DETERMINERS or _is_no_turn(block, i, before):
        return None
    if _lasts(block, i, before):
        return Found(first, i, "duration", Fixed(length(Decimal(1), span), written(1, unit=span.unit)), cut=cut)
    if before == "final":
        return None
    if before == "this" and lower[i] == "day" and lower[i - 2] == "to" and not lower[i + 1][:1].isalpha():
        return Found(i - 1, i, "date", Fixed("PRESENT_REF"))
    by, anchor = TURNS[before]
    if before == "same" and lower[i] in IN_A_YEAR and (years_back := year_round(block, i, i)).shift:
        return Found(first, years_back.last, "date", Turn(span, IN_A_YEAR[lower[i]] * years_back.shift, "told"))
    if before == "next" and lower[at - 1] == "the" and span.letter in ("D", "W", "M", "Y"):
        anchor = "told"
    first -= lower[first - 1] == "sometime"
    compared = before == "last" and span.letter == "Y" and span.times == 1 and of_compared(lower, first)
    return Found(first, i, "date", Turn(span, by, anchor, compared=compared), cut=cut)


def _is_no_turn(block: Block, i: int, before: str) -> bool:
    """This day and age, the programme "This Week", the last day of it all, the same year-old child."""
    lower, word = block.lower, block.lower[i]
    if before in ("that", "this") and word in ("day", "night") and lower[i + 1] == "and":
        return True
    if block.word(i)[0].isupper() and lower[i - 2] in QUOTES:
        return True
    if before in ("last", "next") and word == "day" and lower[i - 2] not in ("the", "that"):
        return True
    if before in ("last", "final") and word in ("week", "weekend") and lower[i + 1] == "of":
        owner = lower[i + 2]
        if owner in MONTHS or owner.isdecimal() and len(owner) == 4:
            return True  # "the last week of August" is told by its month
    return lower[i + 1] == "-" and lower[i + 2] in ("old", "olds")


def _lasts(block: Block, i: int, before: str) -> bool:
    """Is it a length rather than a place on the calendar: the past week, the fiscal year ended May 31, the last week of
    August?"""
    lower, after = block.lower, block.lower[i + 1]
    if lower[i] == "fortnight" and before in ("last", "next") and lower[i - 2] == "the":
        return True
    if (
        lower[i - 3 : i - 1] == ["for", "the"]
        and before in ("last", "next")
        and lower[i] in ("decade", "century", "year")
    ):
        return True  # "the capital for the next decade"
    if before == "past":
        return lower[i] in ("day", "week", "fortnight", "month", "decade", "century")
    if before == "fiscal":
        return after in ("ended", "ending")
    return before in ("final", "last") and after == "of" and (lower[i] == "day" or _is_owner(block, i + 2))


def _is_owner(block: Block, i: int) -> bool:
    """Is it a part of what token i begins: of the war, of August, of World War II (but not a profit of US$ 3
    million)?"""
    return block.lower[i] in OWNERS or block.word(i)[:1].isupper() and block.lower[i + 1] != "$"


# "The end of the year", but "the player of the year".
PARTS_OF_YEAR = frozenset(
    "end beginning start rest remainder half quarter part middle most much month week day first last third second fourth all time course balance"
    " close turn out halfway".split()
)
# The week before last, the month after next.
BEYOND: dict[tuple[str, str], int] = {("before", "last"): -2, ("after", "next"): 2}


# What leads to a weekend that has not been: "must wait until the weekend".
COMING = frozenset({"until", "till", "by", "before"})
# "The day before": a unit beside the time told, and on which side.
SIDES: dict[str, int] = {"before": -1, "earlier": -1, "previous": -1, "after": 1, "later": 1, "following": 1}


def _the(block: Block, i: int, word: str, span: Span, cut: int) -> Found | None:
    """the week, the weekend, the day before, the week of March 6."""
    lower = block.lower
    after = lower[i + 1]
    if (after, lower[i + 2]) in BEYOND and word in ("week", "weekend", "month", "year"):
        return Found(i - 1, i + 2, "date", Turn(span, BEYOND[after, lower[i + 2]], "issue"))
    if after in SIDES and word in ("day", "night", "week", "year", "month"):
        return _beside(block, i, span, after)
    if word == "year" and (
        after in ("ended", "ending") or after == "to" and (lower[i + 2] in MONTHS or lower[i + 3] in MONTHS)
    ):
        return Found(i - 1, i, "duration", Fixed("P1Y", written(1, unit=span.unit)))
    if word == "weekend" and (after != "of" or lower[i + 2] not in MONTHS and not lower[i + 2].isdecimal()):
        return Found(i - 1, i, "date", Turn(span, 0, "issue", recent=lower[i - 2] not in COMING), cut=cut)
    if word in ("week", "month", "quarter") and after != "of" and not (cut and word == "quarter"):
        return Found(i - 1, i, "date", Turn(span, 0, "told" if word == "quarter" else "issue"), cut=cut)
    part = lower[i - 3] if lower[i - 2] == "of" else ""
    part_of = part in PARTS_OF_YEAR or part.endswith("s") and part in PLURAL
    if word in ("decade", "century") and part_of:
        return Found(i - 1, i, "date", Turn(span, 0, "issue"), cut=cut)
    if (
        word == "year"
        and not cut
        and (
            part_of
            or lower[i - 2] in ("for", "in", "during", "this", "through", "throughout")
            or after in (".", ",")
            and lower[i - 2] != "of"
        )
    ):
        return Found(i - 1, i, "date", Turn(span, 0, "issue"))
    if word == "day" and (
        lower[i - 2] in ("earlier", "later", "for", "on", "in", "during", "of")
        and (not after or not after[0].isalpha() or lower[i - 3] in ("earlier", "later"))
        or lower[i - 2] in ("end", "ended", "ending", "ends", "finish", "finished", "finishing", "closed", "closing")
    ):
        return Found(i - 1, i, "date", Turn(span, 0, "told"))
    return None


def _beside(block: Block, i: int, span: Span, after: str) -> Found | None:
    """the day before, the day after tomorrow, the year previous: token i is the unit."""
    behind = block.lower[i + 2]
    if after in ("before", "after") and behind in ("yesterday", "tomorrow"):
        return Found(i - 1, i + 2, "date", Turn(span, 2 * SIDES[after], "issue"))
    alone = after in ("previous", "following") and behind not in ("the", "a", "his", "her", "their")
    if alone or ends_clause(behind):
        return Found(i - 1, i + 1, "date", Turn(span, SIDES[after], "told"))
    return None
