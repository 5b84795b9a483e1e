"""A percentage or fraction beside a part and its whole, in one or two neighbouring sentences: "312 of the 480 … That is 65 percent", "half of
the 240 … The other 120". Which figure is part of which is told by *of*; that the percentage is theirs, by its standing in apposition."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from copydesk.amounts import PERCENT, written
from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.story import Story
from copydesk.support import of_people

COUNTED = frozenset({"count", "number", "money"})
HEDGE = r"(?:(?:only|just|about|some|nearly|almost|roughly|around|approximately|exactly|more\s+than|less\s+than|over|under|well|barely)\s+)*"
RATE = rf"(?:an?\s+(?:[\w’'-]+\s+){{0,4}}(?:rate|share|proportion|turnout|percentage|ratio)\s+of\s+{HEDGE})"
# Between a part (or the whole behind it) and its percentage.
APPOSED = pattern(
    rf"[\w\s'’-]{{0,60}}?\s*(?:\(|—|–|\s-\s|,)\s*(?:or\s+|equal\s+to\s+|equivalent\s+to\s+)?{HEDGE}{RATE}?"
)
CLOSED = pattern(
    r"\s*(?:[,.;)—–:]|-\s|$|that\b|which\b|of\s+(?:the|its|their|all|those|them|his|her|that|everyone|everybody)\b|in\s+all\b)"
)
# "That is 65 percent", right behind the sentence with part and whole.
THAT_IS = pattern(
    rf"\W?(?:that|this|it|which)(?:\s+(?:is|was|makes?|means?|amounts?\s+to|works?\s+out\s+at|represents?|represented|equals|comes\s+to|amounted\s+to)|[’']s)\s+{HEDGE}{RATE}?(?:equivalent\s+to\s+)?"
)
# Between a percentage and the figures that it is worked out from.
AHEAD = pattern(r"[\w\s'’-]{0,70}?\s*(?:\(|—|–|\s-\s|,|:)\s*(?:or\s+|with\s+|some\s+|that\s+is,?\s+|only\s+|just\s+)?")
OF = pattern(
    r"[\s\w'’-]{0,40}?\b(?:of|out\s+of|from\s+among)\s+(?:the\s+|its\s+|their\s+|all\s+|some\s+|about\s+|his\s+|her\s+|those\s+)*(?:[\w-]+[’']s?\s+)?"
)
OPENS = pattern(
    r"(?:^|[.;:,—–]\s+|\b(?:and|but|while)\s+)\W?(?:of|among|out\s+of)\s+(?:the\s+|its\s+|their\s+|all\s+|some\s+|those\s+|a\s+total\s+of\s+)*(?:[\w-]+[’']s?\s+)?$"
)
OF_THEM = pattern(r"\s*of\s+(?:them|those|these|whom|which)\b")
OF_WHICH = pattern(r"\bof\s+(?:which|whom|these|those|them),?\s+(?:only\s+|just\s+|some\s+|about\s+)?$")
AND = pattern(r"[^.;:]{3,90}?\band\s+(?:only\s+|just\s+)?")
THE_OTHER = pattern(
    r"\b(?:the\s+(?:other|others|remaining|rest|remainder)|leaving|its\s+other|their\s+other)\s*(?:,\s*)?(?:some\s+|about\s+)?$"
)
OTHER_TIME = pattern(r"\b(?:compared|up\s+from|down\s+from|last\s+year|years?\s+ago|rose|fell|higher|lower|points?)\b")
# A fraction and its whole.
OF_WHOLE = pattern(r"\s+(?:of\s+)?(?:the|its|their|all|his|her|those)\s+(?:[\w-]+[’']s?\s+)?(?:[\w-]+\s+)?")
SORTS = frozenset("animals birds beasts flock herd total group sample samples cases items things".split())
# "The 6 percent that failed", behind "shut 90 of the 1,500".
THE_PERCENT, THAT = late(r"\W?(?:The|Those|These)\s+"), late(r"\s*(?:that|who|which)\b")
OF_NOUN = late(r"\s+of\s+(?:the|its|their|our|all|those)\s+([a-z]{4,})\b(?!\s+(?:who|that|which|in|under|over|with))")
OR = pattern(r"(?:\s+[\w’'-]+){0,4}?\s*(?:,|\(|—|–)\s*(?:or\s+)?(?:about\s+|some\s+)?")
CLOSED_PART = pattern(r"\s*(?:[\w’'-]+\s*){0,2}(?:[,).;—–]|$)")
OUT_OF = pattern(r"(\d[\d,]*)\s+(?:out\s+)?of\s+(?:the\s+)?(\d[\d,]*)")
NEXT, WINDOW = 3, 220
# What a percentage or a fraction is read as.
SHARED = ("percent", "count", "number")


class Portion(NamedTuple):
    """What part is of whole; `rest` where the part is what the percentage leaves."""

    percent: Fact
    part: Fact
    whole: Fact
    rest: bool = False
    sure: bool = True


def portions(story: Story) -> Iterator[Portion]:
    """Each percentage or fraction with the part and the whole that it stands beside."""
    sentences = story.sentences()
    for i, (span, facts) in enumerate(sentences):
        shares = [fact for fact in facts if fact.kind in SHARED and (_is_percent(fact) or _is_fraction(fact))]
        if not shares or facts[0].block == "headline":
            continue
        near = [facts]
        if i and span.start - sentences[i - 1][0].end < NEXT:
            near = [sentences[i - 1][1], facts]
        counts = [count for each in near for fact in each for count in _counts(fact)]
        following = (
            sentences[i + 1][1] if i + 1 < len(sentences) and sentences[i + 1][0].start - span.end < NEXT else []
        )
        for share in shares:
            if _is_fraction(share):
                yield from _of_fraction(story, share, [*facts, *following])
            elif len(counts) > 1:
                yield from _of_percent(story, share, counts)


def _is_percent(fact: Fact) -> bool:
    return fact.kind == "percent" and fact.amount.unit == PERCENT and not _is_counted(fact)


def _is_counted(fact: Fact) -> bool:
    """A count; "720, or 90 percent" is one and a percentage."""
    if fact.kind == "percent":
        return fact.text[-1].isdigit() and fact.amount.low > 100
    return fact.kind in COUNTED and fact.amount.low == fact.amount.high and fact.amount.low >= 1


def _counts(fact: Fact) -> tuple[Fact, ...]:
    """The fact, if it is a count; "72 out of 120", which is read as one figure, is two."""
    found = OUT_OF.fullmatch(fact.text) if fact.kind in ("number", "count", "percent") and " of " in fact.text else None
    if found is None:
        return (fact,) if _is_counted(fact) else ()
    return tuple(
        fact._replace(
            kind="count",
            span=Span(fact.span.start + found.start(i), fact.span.start + found.end(i)),
            value=written(Decimal(found[i].replace(",", ""))),
        )
        for i in (1, 2)
    )


def _is_fraction(fact: Fact) -> bool:
    """ "A third", "two in five" (which is read as a percentage)."""
    if fact.kind == "percent":
        return " in " in fact.text or " out of " in fact.text
    return fact.kind in ("count", "number") and 0 < fact.amount.low == fact.amount.high < 1


def _of_percent(story: Story, percent: Fact, counts: list[Fact]) -> Iterator[Portion]:
    pairs = [(part, whole, sure) for part, whole, sure in _pairs(story, counts)]
    for part, whole, sure in pairs:
        tied = _apposed(story, percent, part, whole)
        if tied and (sure or "rate" in story.before(percent, 40)):
            others = [(a, b) for a, b in combinations(counts, 2) if (a, b) != (part, whole)]
            fits = _near(percent, part, whole)
            if fits or not any(_near(percent, *sorted(two, key=lambda fact: fact.amount.low)) for two in others):
                yield Portion(percent, part, whole)
                return


def _near(percent: Fact, part: Fact, whole: Fact) -> bool:
    return abs(part.amount.low / whole.amount.low * 100 - percent.amount.low) <= 1


def _pairs(story: Story, counts: list[Fact]) -> Iterator[tuple[Fact, Fact, bool]]:
    """Part and whole, the nearest first, and whether *of* says so."""
    found = []
    for a, b in combinations(counts, 2):
        if (a.kind == "money") != (b.kind == "money") or b.span.start - a.span.end > WINDOW:
            continue
        between = story.between(a, b)
        if a.amount.low < b.amount.low and OF.fullmatch(between):
            found.append((a, b, True))
        elif a.amount.low > b.amount.low and (
            OF_THEM.match(story.after(b))
            or OF_WHICH.search(story.before(b))
            or (OPENS.search(story.before(a)) and a.sentence == b.sentence)
        ):
            found.append((b, a, True))
        elif a.amount.low > b.amount.low and a.of and not b.of and AND.fullmatch(between):
            found.append((b, a, False))
    return iter(sorted(found, key=lambda pair: not pair[2]))


def _apposed(story: Story, percent: Fact, part: Fact, whole: Fact) -> bool:
    """Does the percentage stand in apposition to the part or the pair, before or behind?"""
    first, last = sorted((part, whole), key=lambda fact: fact.span)
    if percent.span.start > part.span.end and not CLOSED.match(story.after(percent)):  # "6 percent of something else"
        return False
    if OTHER_TIME.search(story.before(percent, 30)):
        return False
    if percent.sentence != last.sentence:
        opening = story.text[percent.sentence.start : percent.span.start]
        those = THE_PERCENT.fullmatch(opening) and THAT.match(story.after(percent, 12))
        return percent.sentence.start - last.sentence.end < NEXT and bool(those or THAT_IS.fullmatch(opening))
    if percent.span.start > last.span.end:
        return bool(APPOSED.fullmatch(story.between(last, percent)))
    if part.span.start > percent.span.end and part is first:
        return bool(AHEAD.fullmatch(story.between(percent, part)))
    if part is last and whole.span.end < percent.span.start < part.span.start:
        return bool(AHEAD.fullmatch(story.between(percent, part)))
    return False


def _of_those_told(story: Story, fraction: Fact) -> Iterator[Portion]:
    """ "1,200 members, 300 of whom are under 18. A quarter of our members …": the only part and whole of that noun in the sentence before."""
    noun = OF_NOUN.match(story.text, fraction.span.end)
    if noun is None:
        return
    sentences = [(span, facts) for span, facts in story.sentences() if span.end <= fraction.span.start]
    if not sentences or fraction.sentence.start - sentences[-1][0].end > NEXT:
        return
    counts = [count for fact in sentences[-1][1] for count in _counts(fact)]
    pairs = [(part, whole) for part, whole, sure in _pairs(story, counts) if sure and _is_noun(noun[1], whole)]
    if len(pairs) == 1:
        yield Portion(fraction, *pairs[0])


def _is_noun(word: str, whole: Fact) -> bool:
    """One noun; or one for all animals and the like, which is said of people by no one."""
    sort = word.lower() in SORTS and bool(whole.of) and not of_people(whole.of[-1])
    return sort or (bool(whole.of) and word.lower().startswith(whole.of[-1][:-1].lower()))


def _of_fraction(story: Story, fraction: Fact, facts: list[Fact]) -> Iterator[Portion]:
    """The whole right behind it; then the part after *or*, or what is left after *the other*."""
    yield from _of_those_told(story, fraction)
    counts = [
        fact for fact in facts if _is_counted(fact) and fact.span.start > fraction.span.end and fact.kind != "percent"
    ]
    if len(counts) < 2 or counts[0].sentence != fraction.sentence:
        return
    whole, part = counts[0], counts[1]
    if (
        not (whole.of or whole.kind == "money")
        or part.amount.low >= whole.amount.low
        or (part.kind == "money") != (whole.kind == "money")
    ):
        return
    if not OF_WHOLE.fullmatch(story.between(fraction, whole)):
        return
    if THE_OTHER.search(story.before(part)):
        yield Portion(fraction, part, whole, rest=True)
    elif (
        part.sentence == whole.sentence
        and OR.fullmatch(story.between(whole, part))
        and CLOSED_PART.match(story.after(part, 40))
    ):
        yield Portion(fraction, part, whole)
