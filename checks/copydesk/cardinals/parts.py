"""Numbers by scale words and parts: a dozen, half a million, several hundred, dozens, tens of thousands, half of, a
third of, twice the."""

from decimal import Decimal

from copydesk.amounts import ONE
from copydesk.cardinals import words
from copydesk.cardinals.scales import scales
from copydesk.cardinals.shape import CARDINALS, Cardinal, fraction, is_number
from copydesk.lexicon.nouns import singular
from copydesk.lexicon.numbers import (
    CHANGES,
    DASHES,
    DENOMINATORS,
    HUNDRED,
    MULTIPLES,
    MULTIPLIERS,
    ORDINAL_SCALES,
    ORDINALS,
    SCALES,
    SOME,
    SPELLED_SCALES,
    VAGUE,
)
from copydesk.tokens import Page

AFTER_FRACTION = frozenset(
    "of more less fewer higher lower from to in , . ; were are was is said say have had since compared off on and by or ) over".split()
)
# "A third full", "a fifth larger than"; "a third larger force" is the third.
COMPARED = frozenset(
    "full empty larger smaller bigger older younger cheaper dearer longer shorter heavier lighter taller faster slower stronger weaker wider better worse richer poorer".split()
)
BEHIND_COMPARED = frozenset("than , . ; ) and but in at on this now again".split())
HALVES = frozenset({"half", "quarter"})
# "A third of", "a third say"; but "acquitted a sixth." is the sixth man.
APPOSED = frozenset(", . ) ;".split())
SHARED = frozenset("of more less fewer higher lower are were say have had".split())
# "Fell by a fifth last year"; "a fifth title last year" is the fifth.
WHEN = frozenset(
    "last this after before between during within when while because as citywide countywide nationwide statewide countrywide worldwide nationally globally overall altogether"
    " there here across again today yesterday".split()
)
HEDGES = frozenset("about nearly almost roughly around just only barely hardly".split())
BEFORE_PART = frozenset(
    ". ; : by than about nearly almost roughly around over under just only barely hardly least up down to from fell rose cut dropped"
    " is was and but off".split()
)
HALVED = frozenset("of the their its his her our your my that those these all as".split())
MULTIPLIED = frozenset("the what".split())
# "A half-mile", "quarter-pound": units that are halved.
POINTS = frozenset({"point", "percentage", "percent", "mile"})
PARTED = frozenset(
    "point percentage mile kilometre kilometer litre liter pound pint gallon ounce inch acre kilo ton tonne".split()
)
# "To double the number" is a deed, not a figure.
VERBAL = frozenset("to will would could can may might must should not and they we you it".split())
BEFORE_HALF = frozenset("by than about nearly almost roughly around approximately least just only over under".split())
# "A couple of officers", "a handful of shops".
FEW = {"couple": (Decimal(2), Decimal(3)), "handful": (Decimal(3), Decimal(10))}
SINGULAR_TIMES = frozenset("second minute hour day night week weekend month season year decade".split())
AFTER_SCORES = frozenset("of were more are have killed injured dead wounded others missing".split())


BEFORE_SCORES = frozenset(
    "killing killed kills wounding wounded wounds injuring injured injures arresting arrested displacing displaced trapping trapped".split()
)


def multiplier(page: Page, i: int) -> Cardinal | None:
    """ "twice as many", "triple the number"."""
    following = page.lower[i + 1] if i + 1 < len(page.lower) else ""
    twice = page.lower[i] == "twice"
    if not twice and i and page.lower[i - 1] in VERBAL:
        return None
    wanted = MULTIPLIED | {"as", "a", "another", "that"} if twice else MULTIPLIED
    return fraction(i, i, Decimal(MULTIPLIERS[page.lower[i]])) if following in wanted else None


def multiple(page: Page, i: int, floor: int) -> Cardinal | None:
    """ "a dozen", "half a million", "several hundred", "a few thousand": the scale stands at i, its factor before
    it."""
    lower, before = page.lower, i - 1
    scale, last = Decimal(MULTIPLES[lower[i]]), i
    more, end, _ = scales(page, i, i)
    scale, last = scale * more, end
    step = scale if scale >= 10**6 else None
    if before >= floor and lower[before] in DASHES and page.joined(before):
        before -= 1
    word = lower[before] if before >= floor else ""
    if word in ("a", "an"):
        if before - 1 >= floor and lower[before - 1] == "half":
            return Cardinal(before - 1, last, scale / 2, scale / 2, None, "words")
        return _hundred_and(page, before, i, scale, step)
    if word == "half":
        first = before - 1 if before - 1 >= floor and lower[before - 1] == "a" else before
        return Cardinal(first, last, scale / 2, scale / 2, None, "words")
    if word == "of" and before - 1 >= floor and lower[before - 1] == "couple":
        before, word = before - 1, "couple"
    if word in SOME:
        first = before - 1 if word != "several" and before - 1 >= floor and lower[before - 1] == "a" else before
        low, high = SOME[word]
        return Cardinal(first, last, scale * low, scale * high, None, "vague")
    if lower[i + 1 : i + 2] and (told := _hundred_and(page, i, i, scale, step)) and told.ordinal:
        return told
    if lower[i] in HUNDRED and lower[i + 1 : i + 2] and lower[i + 1] in CARDINALS and word != "the":
        return _hundred_and(page, i, i, scale, step)
    bare = (lower[i] == "dozen" and not word.endswith("s")) or not word[:1].isalpha()
    return Cardinal(i, last, scale, scale, None, "words") if bare else None


def few(page: Page, i: int, floor: int) -> Cardinal | None:
    """ "A couple of officers", "a handful of small shops"; lengths of time are told otherwise."""
    lower = page.lower
    if i - 1 < floor or lower[i - 1] != "a" or lower[i + 1 : i + 2] != ["of"]:
        return None
    things = lower[i + 2 : i + 5]
    if things[:1] and (things[0] in MULTIPLES or not SINGULAR_TIMES.isdisjoint(map(singular, things))):
        return None
    if not any(singular(word) for word in things):
        return None
    low, high = FEW[lower[i]]
    return Cardinal(i - 1, i, low, high, None, "vague")


def vague(page: Page, i: int, floor: int) -> Cardinal | None:
    """ "dozens", "tens of thousands": from one of them to ten."""
    lower, n, last = page.lower, len(page.lower), i
    word = lower[i]
    base = VAGUE[word]
    following = lower[i + 1] if i + 1 < n else ""
    if base is None or word == "tens" and following != "of":
        return None
    if word == "scores" and (following not in AFTER_SCORES or i + 2 < n and is_number(page, i + 2)):
        if lower[i - 1] not in BEFORE_SCORES or i == floor:
            return None
    value = Decimal(base)
    while (
        last + 2 < n and lower[last + 1] == "of" and (more := VAGUE.get(lower[last + 2]) or SCALES.get(lower[last + 2]))
    ):
        value, last = value * more, last + 2
    if word == "tens" and last == i and singular(lower[i + 2] if i + 2 < n else "") is None:
        return None
    return Cardinal(i, last, value, value * 10, None, "vague")


def is_fraction(page: Page, i: int, floor: int) -> bool:
    """Is the ordinal at i the denominator of "a third of"?"""
    lower = page.lower
    if i - 1 < floor or lower[i - 1] != "a" or lower[i] not in DENOMINATORS:
        return False
    following = _following(page, i)
    if _is_change(page, i, following) or _is_compared(page, i, following):
        return True
    if following in SHARED or lower[i] in HALVES:
        return following in AFTER_FRACTION
    if following not in AFTER_FRACTION:
        return False
    two = tuple(lower[max(0, i - 3) : i - 1])
    ahead = lower[i - 4] if two == (",", "of") and i > 3 else two[0] if two else ""
    risen = two[-1:] == ("of",) and ahead in CHANGES  # a rise of a third; "the rise, of a third, was"
    apposed = (
        two[-1:] == (",",) and following in APPOSED and two[0] not in ORDINALS
    )  # "14 of its 112 courses, an eighth, …"
    return i == 1 or lower[i - 2] in BEFORE_PART or risen or apposed or two == (",", "or")


def _following(page: Page, i: int) -> str:
    """The next token; at the end of a line, as of a headline, a full stop."""
    ends = i + 1 == len(page) or "\n" in page.text[page.ends[i] : page.starts[i + 1]]
    return "." if ends else page.lower[i + 1]


def _is_compared(page: Page, i: int, following: str) -> bool:
    behind = page.lower[i + 2] if i + 2 < len(page) else "."
    return following in COMPARED and behind in BEHIND_COMPARED


def _is_change(page: Page, i: int, following: str) -> bool:
    """Do a verb of change before "a fifth", and a time behind it, make it one?"""
    before = page.lower[max(0, i - 4) : i - 1]
    before = before[:-1] if before[-1:] and before[-1] in HEDGES else before
    before = before[-2:]
    return (
        following in WHEN
        and bool(before)
        and (before[-1] in CHANGES or (before[-1] in ("by", "of") and before[0] in CHANGES))
    )


def part(page: Page, i: int, floor: int) -> Cardinal | None:
    """ "half of", "half a mile", "a quarter of"."""
    lower = page.lower
    word, following = lower[i], _following(page, i)
    if following == "-" and page.joined(i) and lower[i + 2 : i + 3] and lower[i + 2] in PARTED:
        return fraction(i, i, ONE / DENOMINATORS[word]) if word in ("half", "quarter") else None
    if word in HALVES and following in POINTS and i - 1 >= floor and lower[i - 1] == "a":
        return fraction(i - 1, i, ONE / DENOMINATORS[word])
    if word == "half":
        return _half(page, i, floor, following)
    if word == "quarter" and following in MULTIPLES:
        scale, last, _ = scales(page, i, i)
        first = i - 1 if i - 1 >= floor and lower[i - 1] == "a" else i
        return fraction(first, last, scale / 4)
    ends = following in AFTER_FRACTION or _is_change(page, i, following) or _is_compared(page, i, following)
    if i - 1 >= floor and lower[i - 1] == "a" and not word.endswith("s") and ends:
        return fraction(i - 1, i, ONE / DENOMINATORS[word])
    return None


def _half(page: Page, i: int, floor: int, following: str) -> Cardinal | None:
    lower = page.lower
    before = lower[i - 1] if i - 1 >= floor else ""
    if following in ("a", "an") and i + 2 < len(lower):
        if lower[i + 2] in MULTIPLES:
            return None  # the scale's own reading takes it in
        return fraction(i, i + 1, Decimal("0.5"))
    if before in ("first", "second", "other", "better", "in") or following == "-" or following == "past":
        return None
    if before == "a" and following in AFTER_FRACTION:
        return fraction(i - 1, i, Decimal("0.5"))
    if before == "or" and following in APPOSED:  # "$40 million, or half,"
        return fraction(i, i, Decimal("0.5"))
    if _is_compared(page, i, following):
        return fraction(i, i, Decimal("0.5"))
    return fraction(i, i, Decimal("0.5")) if following in HALVED or before in BEFORE_HALF else None


def _hundred_and(page: Page, first: int, i: int, scale: Decimal, step: Decimal | None) -> Cardinal:
    """ "a hundred and one", "a hundred and first", "a million": the scale word stands at i, its "a" at `first`."""
    start = words.hundreds(page, i, 100) if page.lower[i] in HUNDRED else (1, first)
    if page.lower[i] not in HUNDRED and page.lower[i] not in SPELLED_SCALES:
        last = scales(page, first, first)[1]
        return Cardinal(first, max(last, i), scale, scale, step, "words", False, scale)
    value, last, ending, groups = words.whole(page, i if page.lower[i] in HUNDRED else first, start)
    ended = words.ordinal_end(page, first, last, value)
    if ended and ("and" in page.lower[i : last + 2] or page.lower[ended.last] in ORDINAL_SCALES):
        return ended  # not "a hundred third-graders"
    number = Decimal(value)
    return Cardinal(first, last, number, number, step if groups == 1 else None, "words", False, ending)
