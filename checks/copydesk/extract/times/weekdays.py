"""Days of the week, and days of a month that was told: "Friday", "last Tuesday", "the third Monday of May", "Tuesday of
next week", "the 20th"."""

from copydesk.extract.times.days import AFTER_THE_DAY, ORDINAL_ENDINGS, PICKS, RECURRENT, TOLD_PICKS, as_day, day_after
from copydesk.extract.times.reading import (
    Block,
    Fixed,
    Found,
    Pick,
    Stamp,
    bare,
)
from copydesk.extract.times.turns import ends_clause
from copydesk.extract.times.years import year_after
from copydesk.lexicon.calendar import DOUBTFUL_WEEKDAYS, MONTHS, NAMED_DAYS, ORDINALS, WEEKDAYS


def weekday(block: Block, i: int) -> Found | None:
    """A day of the week at token i, with the word that picks it: Friday, last Tuesday, this coming Sunday, every
    Monday, Friday the 13th."""
    lower = block.lower
    word = bare(lower[i])
    cut = len(lower[i]) - len(word)
    last = i + (lower[i + 1] == "." and word in DOUBTFUL_WEEKDAYS and block.joined(i))
    day, last = (None, last) if cut else _day_behind(block, i, last)
    if (known := NAMED_DAYS.get((lower[i - 1], word))) and block.word(i - 1)[0].isupper() and i > 0:
        return Found(i - 1, i, "date", Stamp(*known), cut=cut, aside=True)
    if _is_name(block, i):
        return None
    if word in DOUBTFUL_WEEKDAYS and not _is_weekday(block, i, last, word, day):
        return None
    if nth := _nth_of(block, i, WEEKDAYS[word]):
        return nth
    if _listed(block, i):
        return Found(i, last, "set", Fixed(f"XXXX-WXX-{WEEKDAYS[word]}"))
    if lower[i - 1] in RECURRENT:
        return Found(i - 1, last, "set", Fixed(f"XXXX-WXX-{WEEKDAYS[word]}"))
    if lower[i - 1] in EVERY_SO_MANY and lower[i - 2] == "every":
        return Found(i - 2, last, "set", Fixed(f"XXXX-WXX-{WEEKDAYS[word]}"))
    pick, first = _picked(block, i, cut)
    if not pick and (beyond := BEYOND.get((lower[last + 1], lower[last + 2]))):
        return Found(first, last + 2, "date", Stamp(weekday=WEEKDAYS[word], pick=beyond, nth=2))
    if not pick:
        pick, first = _by_neighbours(block, i, last)
    if not pick and not cut and lower[last + 1] == "week" and lower[last + 2] != "-" and ends_clause(lower[last + 2]):
        return Found(first, last + 1, "date", Stamp(weekday=WEEKDAYS[word], pick="next", nth=2))  # "on Monday week"
    one = Found(first, last, "date", Stamp(day=day, weekday=WEEKDAYS[word], pick=pick), cut=cut)
    return _in_week(block, one)


def _listed(block: Block, i: int) -> bool:
    """Is it the Friday of "every Monday, Wednesday and Friday"?"""
    lower, at = block.lower, i - 1
    while lower[at] in ("and", "or", ",") or lower[at] in WEEKDAYS:
        at -= 1
    return at < i - 1 and lower[at] in RECURRENT


def _by_neighbours(block: Block, i: int, last: int) -> tuple[Pick, int]:
    """The pick of a weekday by the words around it, and its first token: since Monday; of no known week are the Tuesday
    before the vote, on a Tuesday in March 2012, on Bank Holiday Monday."""
    lower = block.lower
    if lower[i - 1] == "since":
        return "over", i
    beside = lower[i - 1] == "the" and lower[last + 1] in ("before", "after") and not ends_clause(lower[last + 2])
    if beside or lower[i - 2 : i] == ["on", "a"] and ends_clause(lower[last + 1]):
        return "apart", i
    return ("apart", i - 1 - (lower[i - 2] == "bank")) if lower[i - 1] == "holiday" else ("", i)


def _in_week(block: Block, one: Found) -> Found:
    """With the week that it is of: "Tuesday of next week", "last week on Friday"."""
    lower, stamp = block.lower, one.when
    assert isinstance(stamp, Stamp)
    at = one.last + 1 + (lower[one.last + 1] == "of")
    if lower[at] == "the" and lower[at + 1] in TOLD_WEEKS and lower[at + 2] == "week" and at > one.last + 1:
        return one._replace(last=at + 2, when=stamp._replace(week=WEEKS[lower[at + 1]], pick="same"), cut=0)
    before = one.first - 1 - (lower[one.first - 1] in ("on", "-", ","))
    if lower[at] in WEEKS and lower[at + 1] == "week":
        return one._replace(last=at + 1, when=stamp._replace(week=WEEKS[lower[at]]), cut=0)
    if before > 0 and bare(lower[before]) == "week" and lower[before - 1] in WEEKS:
        return one._replace(first=before - 1, when=stamp._replace(week=WEEKS[lower[before - 1]]))
    return one


# What makes a name of a weekday: Black Monday, Bloody Sunday, Super Tuesday, "Freaky Friday".
NAMING = frozenset(
    "black bloody super freaky casual manic blue giving ruby man good-bye cyber holy palm ash sheffield".split()
)


# And what a weekday begins the name of: the Sunday Times, the Saturday Evening Post, Monday Night Football.
NAMED = frozenset(
    "times mirror telegraph express mail post herald world independent tribune star age people sport mercury".split()
)
SHOWS = frozenset("live football fever takeaway lights smackdown raw post standard news".split())


def _is_name(block: Block, i: int) -> bool:
    """Is it no day but (a part of) a name, by the words around it?"""
    after, behind = block.word(i + 1), block.word(i + 2)
    if after[:1].isupper() and block.lower[i + 2] in ("programme", "program", "show"):
        return True
    if after[:1].isupper() and block.lower[i + 1] in NAMED or behind[:1].isupper() and block.lower[i + 2] in SHOWS:
        return after[:1].isupper()
    return block.lower[i - 1] in NAMING and block.word(i - 1)[0].isupper() and block.word(i)[0].isupper() and i > 0


def _day_behind(block: Block, i: int, last: int) -> tuple[int | None, int]:
    """The day of "Friday the 13th" and "Tue 13th", and its last token."""
    lower = block.lower
    after = i + 1 + (lower[i + 1] == ",")
    if lower[after] == "the" and (found := day_after(block, after - 1)) and lower[found[1]] != "the":
        follows = lower[found[1] + 1]
        if follows != "of" and (lower[found[1]] in ORDINAL_ENDINGS or not follows[:1].isalpha() or follows == "at"):
            return found
    elif after == i + 1 and lower[after].isdecimal() and lower[after + 1] in ORDINAL_ENDINGS and block.joined(after):
        return as_day(lower[after]), after + 1
    return None, last


def _is_weekday(block: Block, i: int, last: int, word: str, day: int | None) -> bool:
    """Is the abbreviation a day rather than the sun, a verb or a currency?"""
    lower = block.lower
    if word in ("sun", "sat", "wed", "weds", "mon") and (not block.word(i)[0].isupper() or lower[i - 1] == "the"):
        return False
    if word not in ("sun", "sat", "wed") or day is not None:
        return True
    beside = lower[last + 1] in ("at", "morning", "night", "afternoon", "evening")
    return beside or lower[i - 1] in ("on", "last", "next", "this", "every")


def _picked(block: Block, i: int, cut: int) -> tuple[Pick, int]:
    """The word that picks the weekday at token i, and the first token with it."""
    lower = block.lower
    before = lower[i - 1]
    if before not in PICKS or before == "that" and not cut and lower[i - 2] not in ("on", "of", "early", "late"):
        return "", i
    if before in ("past", "coming", "upcoming") and lower[i - 2] in ("this", "the"):
        return PICKS[before], i - 2
    if before in ("previous", "following", "same") and lower[i - 2] in ("the", "that"):
        return TOLD_PICKS[before], i - 2
    return PICKS[before], i - 1


def _nth_of(block: Block, i: int, number: int) -> Found | None:
    """the third Tuesday of September 2014, the last Friday in October, the first Monday of next month, of every
    month."""
    lower = block.lower
    nth = ORDINALS.get(lower[i - 1], -1 if lower[i - 1] == "last" else 0)
    if not nth or nth > 5 or lower[i + 1] not in ("of", "in"):
        return None
    first = i - 1 - (lower[i - 2] == "the")
    if bare(lower[i + 2]) in MONTHS:
        year, last = year_after(block, i + 2, month=True)
        return Found(first, last, "date", Stamp(year, MONTHS[bare(lower[i + 2])], None, number, nth=nth))
    if lower[i + 3] != "month":
        return None
    if lower[i + 2] in RECURRENT:
        return Found(first, i + 3, "set", Fixed(f"XXXX-WXX-{number}"))
    if lower[i + 2] in ("last", "this", "next"):
        return Found(first, i + 3, "date", Stamp(weekday=number, nth=nth, months=WEEKS[lower[i + 2]]))
    return Found(first, i + 3, "date", Stamp(weekday=number, pick="apart")) if lower[i + 2] == "the" else None


# "The Sunday before last", "the Monday after next".
BEYOND: dict[tuple[str, str], Pick] = {("before", "last"): "last", ("after", "next"): "next"}
WEEKS: dict[str, int] = {"last": -1, "this": 0, "next": 1, "previous": -1, "following": 1, "coming": 1, "same": 0}

TOLD_WEEKS = frozenset({"following", "next", "previous", "same"})


def weekdays(block: Block, i: int) -> Found | None:
    """Mondays, two Mondays ago: token i is the plural of a weekday."""
    count = block.number_before(i - 1)
    if block.lower[i + 1] == "ago" and count is not None and count.low == count.high == int(count.low):
        stamp = Stamp(weekday=WEEKDAYS[block.lower[i][:-1]], pick="last", nth=int(count.low))
        return Found(count.first - block.base, i + 1, "date", stamp)
    return Found(i, i, "set", Fixed(f"XXXX-WXX-{WEEKDAYS[block.lower[i][:-1]]}"))


# "Every other Friday", "every second Thursday".
EVERY_SO_MANY = frozenset({"other", "second", "third", "fourth"})
# "On the 20th", but "the 20th floor".
BEFORE_THE_DAY = frozenset("on by until of since from to and before after".split())


def lone_day(block: Block, i: int) -> Found | None:
    """the 20th, the 25th: the day of the month last told; the 15th day of next month, 20 of this month. Token i is the
    digits."""
    lower = block.lower
    ordinal = lower[i + 1] in ORDINAL_ENDINGS and block.joined(i)
    at = i + 1 + ordinal + (lower[i + 1 + ordinal] == "day")
    if lower[at] == "of" and lower[at + 1] in WEEKS and lower[at + 2] == "month":
        stamp = Stamp(day=as_day(lower[i]), months=WEEKS[lower[at + 1]])
        return Found(i - (lower[i - 1] == "the"), at + 2, "date", stamp) if stamp.day else None
    if not ordinal or lower[i - 1] != "the" or lower[i - 2] not in BEFORE_THE_DAY:
        return None
    if block.word(i + 2)[:1].isalpha() and lower[i + 2] not in AFTER_THE_DAY:
        return None
    day = as_day(lower[i])
    return Found(i - 1, i + 1, "date", Stamp(day=day, pick="same")) if day and day < 32 else None
