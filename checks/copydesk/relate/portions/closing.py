"""Shares told one by one over a story, up to the one that closes the whole: "Food made up 36% … Paper came second at 22% … The remaining 14%".

Whatever the verbs are: what is closed was told before it, share by share. Polls between them (three answers and more in a sentence) and
percentages that are no shares are left out; that the sum is off by one wrong key tells a wrong digit from a share that isn't told.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from copydesk.amounts import PERCENT, written
from copydesk.late import pattern
from copydesk.model import Fact
from copydesk.relate.turns.turn_words import FALL, RISE
from copydesk.story import Story
from copydesk.ties import one_part

WHOLE, ODD = Decimal(100), Decimal(1)
# Answers of a poll, each of which anybody may give.
ANSWERS, FEWEST, MOST = 3, 4, 10
CLOSES = pattern(
    r"\b(?:(?:the|its|their|another)\s+(?:remaining|rest|remainder|balance)\b[^.;%]{0,40}|what(?:ever)?\s+(?:is|was|remains|remained)(?:\s+left)?\b[^.;%]{0,30}|(?:leaves|leaving|left|that\s+left)\s+(?:\w+\s+)?|the\s+rest\b[^.;%]{0,60}|the\s+(?:other|final|last)\s+)$",
    words="remaining rest remainder balance what left leaves leaving other final last",
)
# "25 percent have gone to all other countries combined".
CLOSES_BEHIND = pattern(
    r"[^.;%]{0,60}?\b(?:all\s+(?:the\s+)?others?\b(?:\s+\w+){0,2}?\s+(?:combined|together|put\s+together)|everywhere\s+else|everything\s+else|everyone\s+else|everybody\s+else|anywhere\s+else|all\s+(?:the\s+)?others?(?=[,.;]))",
    words="all everywhere everything everyone everybody anywhere",
)
OF_ALL = pattern(r"\s+of\s+(?:the\s+(?:total|whole|lot)|it\s+all|all\s+of\s+it)\b", words="of")
ANSWERED = pattern(
    r"\b(?:asked|survey\w*|(?:in|from)\s+an?\s+(?:\w+\s+)?poll|polled|respondents|named|answered|replied|said\s+(?:yes|no|they|that\s+they|it\s+was|there))\b"
)
THEN = pattern(
    r"\b(?:last|previous)\s+(?:year|time|month)\b|\bin\s+(?:19|20)\d\d\b|\byears?\s+(?:ago|earlier)\b|\b(?:from|against|than|compared\s+(?:with|to))\s+$"
)
# "A figure that rises to 39% on the islands": of some of them.
ELSEWHERE = pattern(
    rf"\b(?:figure|share|proportion|number|rate)\s+(?:(?:that|which)\s+)?(?:{RISE}|{FALL}|reach\w*|is\s+as\s+\w+\s+as)\s+(?:to\s+)?(?:as\s+\w+\s+as\s+)?$",
    words="figure share proportion number rate",
)
# "Slipped to 27% from 35%": the share that it came to.
LEVEL = pattern(rf"\b(?![a-z]+ing\b)(?:{RISE}|{FALL})\s+(?:back\s+)?to\s+(?:just\s+)?$")
THEN_BEHIND = pattern(
    r"\s*,?\s*(?:(?:the|a|one)\s+(?:year|month|quarter|week|season)\s+(?:before|earlier|ago)|last\s+(?:year|time|month)|in\s+(?:19|20)\d\d)\b"
)


def closed(story: Story, shares: list[Fact]) -> Iterator[tuple[Fact, ...]]:
    """The shares up to one that closes the whole, if they make it, or would but for one wrong key."""
    percents = story.kinds("percent")
    shares = sorted([*shares, *_fractions(story)], key=lambda fact: fact.span)
    crowded = {sentence for sentence, n in Counter(fact.sentence for fact in percents).items() if n >= ANSWERS}
    levels = [fact for fact in percents if fact not in shares and LEVEL.search(story.before(fact, 30))]
    shares = sorted((*shares, *levels), key=lambda fact: fact.span)
    for i, rest in enumerate(shares):
        if not (CLOSES.search(story.before(rest, 90)) or CLOSES_BEHIND.match(story.after(rest, 120))):
            continue
        told = [fact for fact in shares[:i] if fact.sentence == rest.sentence or fact.sentence not in crowded]
        run = (*(fact for fact in told if _is_told_here(story, fact)), rest)
        if FEWEST <= len(run) <= MOST and (
            abs(_excess(run)) <= ODD or (one_key(run) and not _fewer_do(run) and not is_untold(story, run))
        ):
            yield run


def _fractions(story: Story) -> list[Fact]:
    """ "Yielded precisely a fifth of the total": as the percentage that it is."""
    told = [fact for fact in story.kinds("count", "number") if 0 < fact.amount.low == fact.amount.high < 1]
    return [
        fact._replace(kind="percent", value=written(fact.amount.low * 100, unit=PERCENT))
        for fact in told
        if fact.amount.bound == "=" and OF_ALL.match(story.after(fact)) and fact.block != "headline"
    ]


def _is_told_here(story: Story, fact: Fact) -> bool:
    """Is it no earlier share, nor an answer?"""
    opening, before, after = story.clause(fact)
    level = LEVEL.search(before)  # "fell to 35 percent last year" is where it stands
    then = (
        THEN.search(f"{opening} {before}")
        or ELSEWHERE.search(before)
        or not level
        and THEN_BEHIND.match(story.after(fact))
    )
    return not then and not ANSWERED.search(f"{before}@{after}")


def _excess(run: tuple[Fact, ...]) -> Decimal:
    return sum((fact.amount.low for fact in run), Decimal(0)) - WHOLE


def _fewer_do(run: tuple[Fact, ...]) -> bool:
    """Do some of them make the whole, with the last among them?"""
    *others, last = run
    some = (each for size in range(2, len(others)) for each in combinations(others, size))
    return any(_excess((*each, last)) == 0 for each in some)


def is_untold(story: Story, run: tuple[Fact, ...]) -> bool:
    """Is what they lack told as a share elsewhere: "slipped to 27% from 35%"?"""
    told = (
        fact for fact in story.kinds("percent", "number") if run[0].span < fact.span < run[-1].span
    )  # "and metal for 8"
    return any(fact not in run and fact.amount.low == -_excess(run) for fact in (*story.kinds("percent"), *told))


def one_key(run: tuple[Fact, ...]) -> bool:
    """Would one of them with another digit, or two changed round, make it whole?"""
    return one_part((fact.amount.low for fact in run), _excess(run))
