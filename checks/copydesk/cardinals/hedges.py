"""Words before and behind a number that bound it: at least seven, $50 or so, 10 miles or more."""

from copydesk.amounts import Bound
from copydesk.cardinals.shape import CARDINALS
from copydesk.lexicon.numbers import (
    AFTER_UNIT,
    BOUND_BEFORE,
    CURRENCY_SIGNS,
    CURRENCY_WORDS,
    HEDGES_AFTER,
    HEDGES_BEFORE,
    LIES,
    NEARLY,
    SECONDS_AFTER,
    VAGUE,
)
from copydesk.tokens import Page

# Small words that stand between a hedge and its number.
PASSED = frozenset({"another", "further", "additional", "a", "the", "only", "just"})
CURRENCY = CURRENCY_SIGNS | CURRENCY_WORDS
# Without one of these before it a number has no hedge.
BEFORE = CURRENCY | PASSED | BOUND_BEFORE
HEDGING = PASSED | BOUND_BEFORE
# "£400 plus £80", "£400 plus costs": it adds something.
ADDED = CURRENCY | frozenset(
    "a an the another its his her their costs vat tax interest postage tip tips expenses bonus bonuses fees".split()
)
# A verb's own words, and no hedge of the figure behind them.
OF_VERBS = {
    ("over",): frozenset("turned turns hand handed hands handing".split()),
    ("up", "to"): frozenset("add adds added adding".split()),
}
CIRCA = ("c", ".")
# What moves *up to* a level is there, whatever the level.
MOVED = frozenset(
    "crept creep creeps creeping went go goes going gone moved move moves moving climbed climb climbs climbing inched inch inches edged edge edges"
    " ticked tick ticks nudged crawled jumped jump jumps shot shoots came come comes".split()
)
# With an article behind them these lead to a thing: "over a 1,149-metre span", "under the 30 mph limit".
LEADING_TO = frozenset({"over", "under", "above", "below", "near", "beyond"})


def before(page: Page, first: int, floor: int) -> tuple[Bound, bool, int]:
    """The bound that the words before a number set, whether they say "nearly", and the first of those words; none of them stands
    before token `floor`."""
    lower, at = page.lower, first - 1
    while at >= floor and lower[at] in CURRENCY and page.words[at] != "a":
        at -= 1
    if at < floor or lower[at] not in HEDGING:
        return "=", False, first
    bound: Bound = "="
    nearly, outer = False, first
    for _ in range(2):
        passed = at >= floor and lower[at] in PASSED
        at -= passed
        hedge = _match_before(lower, at, floor)
        if hedge is None or (passed and not _bounds(lower, at, hedge[0][-1], first)):
            break
        words, said = hedge
        if "\n" in page.text[page.ends[at] : page.starts[first]] or words == CIRCA and page.words[at - 1] != "c":
            break  # "sprayed at 80C.", and a new paragraph
        at -= len(words)
        if at >= 0 and _is_no_hedge(lower, at, words):
            break
        if words[-1] in LEADING_TO and at >= floor and (lower[at] in LIES or _is_tied(page, at)):
            break  # "buried under 30 tons", "a 5-under 67"
        outer = at + 1
        nearly = nearly or words[-1] in NEARLY
        bound = said if bound in ("=", "~") else bound
    return bound, nearly and bound == "~", outer


def _bounds(lower: list[str], at: int, hedge: str, first: int) -> bool:
    """Does a hedge with a small word between bound the number? Not where it is compared with one: "7 more than the 35 of last year"."""
    if hedge == "than" and lower[at + 1] == "the":
        return False
    return hedge not in LEADING_TO or _is_round(lower[first])


def _is_round(word: str) -> bool:
    """ "Over a 100 people" is more than a hundred."""
    return word.rstrip("0,") == "1" and len(word) > 2


def _is_tied(page: Page, hyphen: int) -> bool:
    return page.lower[hyphen] == "-" and page.joined(hyphen - 1) and page.joined(hyphen)


def _is_no_hedge(lower: list[str], at: int, words: tuple[str, ...]) -> bool:
    """ "Handed over $20", "adds up to $90", "$2,000 short of the target": words that belong to what stands before them."""
    word = lower[at]
    if words == ("short", "of"):
        return word[0].isdecimal() or word in CARDINALS or word in CURRENCY or word.endswith("illion")
    if words == ("up", "to") and word in MOVED:
        return True
    return word in OF_VERBS.get(words, ()) and (words == ("over",) or lower[at + len(words) + 1] in CURRENCY)


def _is_number(word: str, hedge: str) -> bool:
    """Does a number begin with a word behind a hedge? Of "10 or more a day" none."""
    return word[:1].isdecimal() or word in CARDINALS or word in VAGUE or (hedge == "at" and word in ("a", "half"))


def _match_before(lower: list[str], at: int, floor: int) -> tuple[tuple[str, ...], Bound] | None:
    if at < floor:
        return None
    ways = HEDGES_BEFORE.get(lower[at])
    if ways is None:
        return None
    for words, bound in (*ways.get(lower[at - 1], ()), *ways[""]) if at > floor else ways[""]:
        start = at + 1 - len(words)
        if start >= floor and tuple(lower[start : at + 1]) == words:
            return words, bound
    return None


def behind(page: Page, last: int) -> tuple[Bound, int] | None:
    """The bound that words behind a number or behind its unit set, and the last of them."""
    lower, n = page.lower, len(page.lower)
    if SECONDS_AFTER.keys().isdisjoint(lower[last + 1 : last + 4]):
        return None
    for at in range(last + 1, min(last + 4, n)):
        word = lower[at]
        seconds = SECONDS_AFTER.get(word)
        if seconds is None or (at > last + 1 and word not in AFTER_UNIT):
            continue
        if "" not in seconds and (at + 1 >= n or lower[at + 1] not in seconds):
            continue
        for words, bound in HEDGES_AFTER[word]:
            end = at + len(words)
            if tuple(lower[at:end]) != words or (words[0] in ("+", "-") and not page.joined(at - 1)):
                continue
            following = lower[end] if end < n else ""
            if following == "than" or (words[0] in AFTER_UNIT and _is_number(following, words[0])):
                continue  # "12 dead and more than 40 hurt", "three dead and at least a dozen hurt": it is the next number's
            if words == ("plus",) and (following in ADDED or following[:1].isdecimal()):
                continue
            if "\n\n" in page.text[page.ends[last] : page.starts[at]]:
                continue  # a headline's number, and the "at least" that begins the story
            return bound, end - 1
    return None
