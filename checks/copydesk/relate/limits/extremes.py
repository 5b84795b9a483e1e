"""The extremes of what is told beside them: "the oldest is 71. The others are 34, 45 and 76"; "the cheapest costs $25 and the dearest $15"; "range
from £5 to £40, the dearest at £55"; "every house sold for over $400,000, including one for $385,000".

A superlative with a figure, a range, or a bound that holds for every one sets how far the figures in the same breath may go.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from copydesk.amounts import Amount, written
from copydesk.late import late, pattern
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.story import Story
from copydesk.support import head, is_bare, one_noun
from copydesk.ties import single

KINDS = ("money", "quantity", "age", "number", "count", "duration", "percent")
MOST_OF = r"oldest|eldest|tallest|longest|highest|largest|biggest|heaviest|widest|deepest|dearest|priciest|hottest|warmest|most\s+(?:expensive|costly|valuable)"
LEAST_OF = r"youngest|shortest|lowest|smallest|lightest|narrowest|shallowest|cheapest|coldest|coolest|least\s+(?:expensive|costly|valuable)"
WORDS = "est expensive costly valuable"
SUPERLATIVE = rf"(?:(?P<most>{MOST_OF})|(?P<least>{LEAST_OF})|(?P<fast>fastest|quickest)|(?P<slow>slowest))\b(?!-)"
NOUN = pattern(
    r"\w+\s+\S*?(?:\w+est|(?:most|least)\s+\w+)\s+(?!(?:of|at|is|was|took|takes|cost|costs|weighs?|weighed|went|goes|sold|fetched|came|reached|measures?|measured|lasts?|lasted|stands?|stood)\b)([a-z]+)"
)
IS = r"(?:,|\b(?:is|was|are|were|being|at|cost\w*|weigh\w*|measur\w*|last\w*|took|takes|reach\w+|came\s+to|ran\s+to|runs\s+to|ris\w+\s+to|rose\s+to|went\s+for|sold\s+for|to|aged))\s+(?:only\s+|just\s+|a\s+mere\s+)?"
OF_SO_MANY = r"(?:\s+of\s+(?:the|its|his|her|their|these|those|all)\s+(?:[\w’'-]+[’']s?\s+)?@)?"
# A superlative and the figure behind it, or "At 68, … the oldest".
RANKED = pattern(
    rf"\b(?:the|its|his|her|their|whose)\s+{SUPERLATIVE}{OF_SO_MANY}"
    r"(?:(?!\b(?:\w{3,}est|most|least|than|and|but|while|with|since|after|ever|record|others?|rest|whose|his|her|their)\b)[^@.;:]){0,60}?"
    rf"{IS}(?P<value>@)",
    words=WORDS,
)
THEN = late(r"\b(?:[Tt]hen|[Oo]nce|[Pp]reviously|[Ff]ormerly|[Uu]ntil now)\s+$")
AHEAD = pattern(rf"(?:^\W?|^[^@.;:]{{1,30}},\s+)at\s+(?P<value>@),[^@.;:]{{1,50}}\bthe\s+{SUPERLATIVE}", words=WORDS)
# Of something wider than what is told of, or of another time.
WIDER = pattern(
    r"\b(?:in\s+the\s+(?:world|country|state|county|region|town|city|union|league)|on\s+record|in\s+history|of\s+all\s+time|ever|since|record|so\s+far|in\s+(?:19|20)\d\d|years?)\b"
)
# Behind a figure of one like them: in the same sentence, or in the next that goes on with the others.
OTHERS = pattern(
    r"\W?(?:(?:his|her|its|their)\s+(?:rivals|opponents)|the\s+(?:\w+\s+)?(?:others?|rest|losing|remaining)|another)\b"
)
OF_THE_TIME = pattern(
    r"\bof\s+the\s+(?:day|night|week|evening|month|meeting|meet|competition|contest|match|round|race|tournament|regatta|session)\b"
)
IN_TIME = pattern(
    r"\W?(?:on|in|at|by)\s+(?:the\s+)?(?:\w+day|last|first|second|third|next|following|final|\w+\s+round|noon|dawn|night)\b"
)
# Held against it, and none of them.
AGAINST = pattern(
    r"\b(?:than|compared|previous\w*|last\s+(?:year|time|season)|record|beat\w*|short\s+of|below|above|under|over|average|mean|most|hoped|wanted|best|limit|target|from|more|less|years?|later|earlier|ago|apart|between|having\s+been|reduced|raised|cut|changed|had)\b"
)
IN_ALL = pattern(r"\s+(?:[a-z]+\s+)?(?:in\s+all|altogether|in\s+total|all\s+told|overall)\b")
ALL_OF_THEM = pattern(
    r"\b(?:every|all|each|always|none|never|no)\b(?:(?!\b(?:and\s+(?:an?|the|its|his|her|their)|whom|who|which)\b)[^@.;:]){0,60}$"
)
NEVER = pattern(r"\b(?:none|never|no)\b[^@.;:]{0,60}$")
THROUGHOUT = pattern(r"[^@.;:]{0,40}\b(?:every|all|each|throughout)\b")
RANGES = pattern(r"\b(?:range[sd]?|ranging|var(?:y|ies|ied)|run|runs|ran|stay(?:s|ed)|kept|hovered)\b[^@.;:]{0,30}$")
# "Prices start at £45. The cheapest seats …"
STARTS, PRICES = (
    ("start", "begin"),
    pattern(r"\b(?:prices?|tickets?|seats?|fares?|rents?|rooms?|rates?|fees?|places?)\b[^@.;:]{0,25}$"),
)
ANY_OF_THEM = frozenset("day night morning afternoon evening hour week month seats tickets rooms places".split())
INCLUDING = pattern(r"(?:[^.;:]|\.(?=\d)){0,80}?(?:,|\band\b|\bwhile\b|\bwith\b|;)(?:[^.;:]|\.(?=\d)){0,60}")
IT_WAS = pattern(r"\W?it\s+(?:was|reached|hit|rose\s+to|fell\s+to|stood\s+at)\s+(?:just\s+|only\s+)?", words="it")
ON_A_DAY = late(r"\s+(?:degrees\s+)?on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# "The cheapest seats in the old hall"; "…, in the gods, are" only says where they stand.
SOME_OF = pattern(
    r"\w+\s+\S+\s+[a-z]+\s+(?:in|at|on|of|for|from)\s+(?:the|an?|its|their)\b", words="in at on of for from"
)
LEFT_OUT = pattern(
    r"\b(?:sent\s+(?:home|away)|turned\s+away|refused|rejected|excluded|barred|disqualified|except\w*|too\s+(?:old|young|large|small|long|short))\b",
    words="sent turned refused rejected excluded barred disqualified except too",
)
THEN_TOO = pattern(r"\s+(?:\w+\s+){0,2}?(?:last|previous|earlier|ago|before|in\s+(?:19|20)\d\d)\b")
AVERAGE = pattern(
    r"[,;(]\s*(?:with\s+)?(?:an?|the)\s+(?:average|mean|median)(?:\s+[a-z]+)?\s+(?:of|being|was|at)\s+$|[,;(]\s*averaging\s+$",
    words="average mean median averaging",
)
NEXT = 4

# The smaller and the larger figure, and the one that the text puts on a side of the other.
Found = tuple[Fact, Fact, Fact]


class Limits(NamedTuple):
    """How far the figures around may go, where it is said, and whether other times and things are told of."""

    said: Fact
    least: Fact | None
    most: Fact | None
    words: str
    is_set: bool = False  # by a range or a bound for every one


def extremes(story: Story) -> Iterator[Found]:
    told = story.sentences()
    for i, (sentence, facts) in enumerate(told):
        if facts[0].block == "headline":
            continue
        figures = _figures(facts)
        yield from _averages(story, figures)
        limits = [*_ranked(story, sentence, figures), *_set(story, figures)]
        if not limits:
            continue
        near = i + 1 < len(told) and told[i + 1][0].start - sentence.end < NEXT
        following = _figures(told[i + 1][1]) if near and not LEFT_OUT.search(story.words(told[i + 1][0])) else []
        ranked = _ranked_next(story, sentence, told[i + 1][0], following) if following else frozenset()
        for each in limits:
            if not WIDER.search(each.words):
                for fact in (*figures, *following):
                    if fact is not each.said and (fact.span in ranked and each.is_set or _goes_on(story, each, fact)):
                        yield from _beyond(each, fact)
        yield from _crossed(limits)


def _ranked_next(story: Story, sentence: Span, following: Span, figures: list[Fact]) -> frozenset[Span]:
    """The figures of the extremes in the next sentence, if they have no noun ("the oldest, Tom, is 14") or one that stands in this."""
    ranked = [
        each
        for each in _ranked(story, following, figures)
        if not (WIDER.search(each.words) or SOME_OF.search(each.words))
    ]
    told = [(each.said.span, NOUN.match(each.words)) for each in ranked]
    here = story.words(sentence).lower()
    return frozenset(
        span for span, noun in told if noun is None or noun[1] in ANY_OF_THEM or (singular(noun[1]) or noun[1]) in here
    )


def _figures(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.kind in KINDS and isinstance(fact.value, Amount)]


def _ranked(story: Story, sentence: Span, figures: list[Fact]) -> Iterator[Limits]:
    words, places = story.outline(sentence, figures)
    for shape in (RANKED, AHEAD):
        for found in shape.finditer(words):
            value = places[found.start("value")]
            then = THEN.search(words, 0, found.start())  # "then the dearest at £24.10, the bill is now £28.92"
            if single(value) and not value.part and not then:
                lasts = value.kind == "duration"  # the slowest take longest
                most = found["most"] or found["slow" if lasts else "fast"]
                yield Limits(value, None if most else value, value if most else None, _of(found, words))


def _of(found: "re.Match[str]", words: str) -> str:
    return found.group() + words[found.end() : found.end() + 25].partition(",")[0]


def _set(story: Story, figures: list[Fact]) -> Iterator[Limits]:
    """Ranges, and bounds that hold for every one."""
    for fact in figures:
        before, after = story.before(fact, 70), story.after(fact, 50)
        if fact.kind == "money" and fact.text.lower().startswith(STARTS) and PRICES.search(before):
            least = fact._replace(value=written(fact.amount.low, unit=fact.amount.unit))
            yield Limits(fact, least, None, before + after, True)
        elif fact.amount.low < fact.amount.high and (RANGES.search(before) or THROUGHOUT.match(after)):
            least, most = (
                fact._replace(value=written(end, unit=fact.amount.unit)) for end in (fact.amount.low, fact.amount.high)
            )
            yield Limits(fact, least, most, before + after, True)
        elif fact.amount.is_bound and ALL_OF_THEM.search(before):
            more = (fact.amount.bound in (">", ">=")) != bool(NEVER.search(before))
            value = fact._replace(value=written(fact.amount.low, unit=fact.amount.unit))
            yield Limits(fact, value if more else None, None if more else value, before, True)


def _averages(story: Story, figures: list[Fact]) -> Iterator[Found]:
    """ "Between 4.50 and 5.20 euros, with an average of 5.85": a mean lies between the ends."""
    for ends, mean in pairwise(figures):
        if (
            ends.amount.low < ends.amount.high
            and single(mean)
            and AVERAGE.search(story.between(ends, mean))
            and not THEN_TOO.match(story.after(mean, 30))
            and _alike(ends, mean)
        ):
            least, most = (
                ends._replace(value=written(end, unit=ends.amount.unit)) for end in (ends.amount.low, ends.amount.high)
            )
            yield from _beyond(Limits(ends, least, most, ""), mean)


def _crossed(limits: list[Limits]) -> Iterator[Found]:
    """The least of them more than the most."""
    for one in limits:
        for other in limits:
            if (
                one is not other
                and one.least
                and other.most
                and _alike(one.said, other.said)
                and one.said.span != other.said.span
            ):
                yield one.least, other.most, other.said


def _beyond(limits: Limits, fact: Fact) -> Iterator[Found]:
    if not single(fact) or fact.part or not _alike(limits.said, fact):
        return
    if limits.most and fact.amount.low > limits.most.amount.low:
        yield fact, limits.most, fact
    elif limits.least and fact.amount.low < limits.least.amount.low:
        yield limits.least, fact, fact


def _goes_on(story: Story, limits: Limits, fact: Fact) -> bool:
    """Is it told in the same breath, or of the others, or of another day or round that the superlative is of?"""
    said = limits.said
    if fact.sentence == said.sentence:
        if fact.span.start < said.span.end:
            return False
        between = story.between(said, fact)
        apart = AGAINST.search(between + story.after(fact, 20)) or IN_ALL.match(story.after(fact))
        return INCLUDING.fullmatch(between) is not None and not apart
    if (
        limits.is_set
        and IT_WAS.fullmatch(story.text, fact.sentence.start, fact.span.start)
        and ON_A_DAY.match(story.after(fact))
    ):
        return True  # "never climbing above 36. It was 34 on Wednesday"
    opening = story.words(fact.sentence)
    if AGAINST.search(opening):
        return False
    of_time = OF_THE_TIME.search(limits.words) or limits.least and limits.most
    return OTHERS.match(opening) is not None or bool(of_time and IN_TIME.match(opening))


def _alike(a: Fact, b: Fact) -> bool:
    """Two figures of one sort: ages, which a list gives as bare numbers, or one unit, or one noun."""
    if {a.kind, b.kind} <= {"age", "number"}:
        return True
    if b.kind == "number" and is_bare(b) and a.kind in ("duration", "quantity", "count"):
        return True
    if a.kind != b.kind or a.amount.unit.name != b.amount.unit.name:
        return False
    return a.kind != "count" or bool(head(a)) and one_noun(head(a), head(b))
