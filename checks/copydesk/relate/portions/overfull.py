"""Shares of one whole, told in one breath, that are more than all of it: "holds 40%, 35% and 35% of its shares"; "half …, a quarter … and the other
third"; "seven in ten said that they were, while four in ten were not".

One whole is told by its name standing once for all of them, by words for sharing out, or by a last share that is said to be the rest. Fractions
in words count as shares, within what they round.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from copydesk.amounts import PERCENT, written
from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.relate.portions.beside import is_fraction
from copydesk.story import Story
from copydesk.support import head

Run = tuple[Fact, ...]
IN_A_ROW = pattern(r"[^.;:()]{0,70}?(?:,|;|\band\b|\bwhile\b)[^.;:()]{0,50}")
ELSEWHERE = pattern(r"(?:,|\band)\s+(?:in|on|at|among)\s+[\w\s-]{1,30}$")
AND = pattern(r"\b(?:and|while|with)\b")
OF = pattern(r"\s*of\s+(?:(?:the|its|their|his|her|all|an?|our|that|those|new)\s+)*(?:[\w’'-]+[’']s?\s+)?([a-z]+)")
# What goes on so has its noun from the first: "30% is pasture"; not "50% have a cat", who may have a dog too.
OF_IT = pattern(r"\s*(?:[,.;)]|$|(?:of|and|is|are|was|were|from|for|to|on|by)\b)")
# Of several wholes: places, groups, times; a change; an answer among several.
OF_SEVERAL = pattern(
    r"\s+(?:in|at|among|during|last|this|on\s+(?:average|the|mon|tues|wednes|thurs|fri|satur|sun)|more|less|fewer|higher|lower|points?|for\s+(?:those|men|women|people))\b"
)
SHARED_OUT = pattern(
    r"\b(?:split|divid\w+|shar(?:ed|es|ing)\s+out|made\s+up|mak(?:es?|ing)\s+up|account\w*|consist\w*|compris\w*|count\w*\s+for|go(?:es)?\s+to|went\s+to|will\s+go|goes|spends?|spent|dr[ae]wn?|draws|gets?|got|com(?:e|es|ing)\s+from|came\s+from|owns?|owned|holds?|held|belong\w*|poll\s+(?:puts?|gave|gives)|undecided|yet\s+to\s+decide|don[’']t\s+know|did\s+not\s+know)\b"
)
SEVERAL = pattern(
    r"\b(?:more\s+than\s+one|multiple|several|overlap\w*|both|those\s+(?:to|from|by|in|of|with|for)|could\s+(?:name|choose|pick|give|tick)|survey\w*|respondents|asked|complain\w*|named|cited|aged|over\s+\d\d|under\s+\d\d|rose|risen|fell|fallen|grew|up|down|increase\w*|cut|discount|tax|interest|growth|margin)\b"
)
REST = pattern(
    r"\W?\b(?:the\s+|its\s+|their\s+)(?:other|rest|remaining|remainder|final|last)(?:,|\s+(?:of\s+\w+|was|is|were|are|,))*\s+$"
)
ANOTHER = pattern(r"^\W?(?:another|a\s+further)\s+$")
OF_WHOLE, IS = (
    pattern(r"^\W?of\s+(?:the|its|their|his|her|all)\s[^@,;:]{2,40},\s+(?:some\s+|about\s+)?$"),
    pattern(r"\b(?:is|are|was|were)\s+$"),
)
NOT_SO = pattern(r"[^.;:]{0,60}\b(?:not|n[’']t|otherwise|the\s+opposite|the\s+reverse)\s*[.”\"]*\s*$")
A_PART = pattern(r"\b(?:a|one|the\s+(?:other|remaining|last|final))\s+$")
NTHS = range(3, 11)
NEXT, FEWEST, MOST, WHOLE, ROUNDED, NEAR, FAR = 4, 3, 8, Decimal(100), Decimal(2), Decimal(65), Decimal(130)


def overfull(story: Story) -> Iterator[Run]:
    """The shares of a sentence, and of the one before if the first is called the rest or another share."""
    before: Run = ()
    end = 0
    for sentence, facts in story.sentences():
        if facts[0].block == "headline":
            continue
        shares = [share for fact in facts if (share := _share(story, fact))]
        run = _coordinated(story, shares)
        goes_on = len(shares) == 1 and before and sentence.start - end < NEXT and _goes_on(story, shares[0])
        if goes_on:
            run = (*before, *shares)
        if len(run) > 1 and _is_told_of_one(story, run):
            yield run
        before, end = (run or tuple(shares)) if len(shares) < FEWEST or run else (), sentence.end


def _is_told_of_one(story: Story, run: Run) -> bool:
    """Are they more than the whole, and told as shares of one; or not all of it, though the last is called the rest?"""
    total = sum((share.amount.low for share in run), Decimal(0))
    together = any(share.amount.low * 2 == total for share in run[:-1])  # "65 percent, Togo 45 and Benin 20"
    words = story.text[run[0].sentence.start : run[-1].sentence.end]
    if together or not NEAR <= total <= FAR or SEVERAL.search(words):
        return False
    if REST.search(story.before(run[-1])) and _in_words(run):
        return abs(total - WHOLE) > ROUNDED
    if total <= WHOLE + ROUNDED:
        return False
    opposed = len(run) == 2 and NOT_SO.match(story.text[run[1].span.end : run[1].sentence.end])
    return bool(opposed or ANOTHER.search(story.before(run[-1])) or _of_one(story, run))


def _goes_on(story: Story, share: Fact) -> bool:
    before = story.text[share.sentence.start : share.span.start]
    return bool(REST.fullmatch(before) or ANOTHER.match(before))


def _share(story: Story, fact: Fact) -> Fact | None:
    """A percentage of a whole, or a fraction as one."""
    if is_fraction(fact) and head(fact) != "point":
        return fact._replace(kind="percent", value=written(fact.amount.low * WHOLE, unit=PERCENT))
    if (
        fact.kind == "ordinal" and fact.amount.low in NTHS and A_PART.search(story.before(fact, 16))
    ):  # "a third to the son"
        return fact._replace(kind="percent", value=written(WHOLE / fact.amount.low, unit=PERCENT))
    plain = fact.kind == "percent" and fact.amount.unit == PERCENT and fact.amount.low == fact.amount.high
    return fact if plain and 0 < fact.amount.low < WHOLE and not fact.amount.is_bound else None


def _coordinated(story: Story, shares: list[Fact]) -> Run:
    """All shares of a sentence, if they are told one after the other up to *and*."""
    gaps = [story.between(a, b) for a, b in pairwise(shares)]
    in_a_row = 1 < len(shares) <= MOST and all(map(IN_A_ROW.fullmatch, gaps)) and AND.search(gaps[-1])
    return tuple(shares) if in_a_row and not any(map(ELSEWHERE.search, gaps)) else ()


def _of_one(story: Story, run: Run) -> bool:
    """Is their whole named once, or are they said to share it out, or to be what it is?"""
    behind = [story.after(share) for share in run]
    if any(map(OF_SEVERAL.match, behind)):
        return False
    words = story.words(run[0].sentence)
    if OF_WHOLE.search(story.before(run[0])):
        return SHARED_OUT.search(words) is not None
    wholes = [found[1].lower() for each in behind if (found := OF.match(each))]
    if len(run) < FEWEST or len(set(wholes)) > 1:
        return False
    named_once = len(wholes) == 1 and all(map(OF_IT.match, behind))
    mixed = IS.search(story.before(run[0])) and _in_words(run)  # "is half arabica, a quarter robusta and a third …"
    return bool(named_once or mixed or SHARED_OUT.search(words))


def _in_words(run: Run) -> bool:
    """Is one of them told as a fraction?"""
    return any(share.text[-1].isalpha() and "cent" not in share.text for share in run)
