"""Which of two figures is the earlier one, whatever their order and whether one sentence tells them or two: "it was 40 in 1990 and stands at
160 today", "90 now, against 30 then", "A year ago it had 2,000 members. Now …". Each word for a time is of the figure that it stands nearest to."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import combinations, groupby

from copydesk.amounts import Amount, written
from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.relate.calendar.days import issued
from copydesk.story import SENTENCE, Story
from copydesk.support import content, head, is_bare
from copydesk.ties import single

KINDS = ("count", "number", "money", "quantity", "percent")
NEXT, NOW, LAST, AGO, THAN = 1, 0, -1, -2, -3
# Words for a time, the latest first.
TIME = pattern(
    r"(?P<next>\bnext\s+(?:year|season|spring|summer|autumn|fall|winter)\b)|(?P<now>\b(?:now|nowadays|today|currently|at\s+present|these\s+days|this\s+(?:year|season|month|week|quarter|spring|summer|autumn|fall|winter|time)|so\s+far)\b)"
    r"|(?P<last>\blast\s+(?:year|season|month|week|quarter|spring|summer|autumn|fall|winter|time|decade|january|february|march|april|may|june|july|august|september|october|november|december)\b)"
    r"|(?P<ago>\b(?:[\w-]+\s+){1,2}(?:years?|months?|weeks?|seasons?|decades?|days?)\s+(?:ago|earlier|before|previously)\b|(?<!since\s)\bthen\b|\bpreviously\b|\bbefore\s+(?:the|that|it)\b|\bwhen\b"
    r"|\b(?:in|during)\s+that\s+year\b|\bused\s+to\b|\bhad\s+(?:\w+\s+)?(?:been|had|cost|made|stood|sold|earned|paid|drawn|held|numbered|come|won|reached|counted|taken)\b)"
    r"|\b(?P<year>(?:19|20)\d\d)\b"
)
# What sets the earlier figure against the later one, right in front of it.
THAN_IT = pattern(
    r"\b(?:from|against|versus|compare[sd]\s+(?:with|to)|than|as)\s+(?:the\s+|a\s+|an\s+|just\s+|only\s+|about\s+|some\s+|nearly\s+|its\s+|his\s+|her\s+|their\s+)*[$£€]?$",
    words="against as compare from than versus",
)
KNOWN = pattern(r"\b(?:than|as)\s+(?:the|its|his|her|their)\s+")
# "34 medals, two more than Maro": by how much, and no figure of then or now.
DIFFERENCE = pattern(
    r"\s+(?:[\w-]+\s+){0,2}?(?:more|fewer|less|higher|lower|longer|shorter|larger|smaller)\s+than\b", words="than"
)
STUFF = late(r"\s+of\s+([a-z]+)")
OPENING = pattern(r"\W?(?:(?:back\s+)?(?:in|by)\s+)?")
BREAK = pattern(r"[,;:—–()]|\s-\s|\b(?:and|but|while|whereas|to|against|compared|versus|than|from)\b")
# What goes on with the thing of the sentence before, whatever time it opens with; and what names another one in the midst of a sentence.
GOES_ON = pattern(
    r"\W?(?:(?:back\s+)?(?:in|by|at|only)\s+[^,.;@]{0,30}?(?:19|20)\d\d,?\s+|(?:[\w-]+\s+){1,3}(?:ago|earlier|before|later),?\s+|(?:last|this)\s+\w+,?\s+|since\s+then,?\s+|now,?\s+|today,?\s+|back\s+then,?\s+)?"
    r"(?:it|they|there|that|this|these|he|she|its|the\s+(?:number|figure|total|population|price|count|rate|same))\b"
)
ANOTHER = pattern(
    r"(?:[,;]|\band|\bbut|\bwhile|\bwhereas)\s+(?:(?:and|but|while|whereas)\s+)?(?:(?:(?:last|this|next)\s+\w+|in\s+(?:19|20)\d\d|now|today),?\s+)?(?:a|an|the|another|those|in|at)\s+(?!(?:rise|increase|fall|drop|decline|year|month|week|previous|past|same|end|beginning|start|height|number|figure|total|early|late|(?:19|20)\d\d)\b)\w+"
)
# A break, or another word for a time, stands in the way like so many characters.
BROKEN = 60
# Between a sentence and the next.
BESIDE = 4


BACK = {"next": NEXT, "now": NOW, "last": LAST, "ago": AGO}
OTHER_ONE = pattern(r"\b(?:next|other|another|one|second|neighbou?r\w*|rival\w*)\b")


class Pair(NamedTuple):
    """Two figures of one thing at two times; `tied` where the words between them stay with that thing."""

    before: Fact
    after: Fact
    tied: bool


class Time(NamedTuple):
    """How far back a figure is put, and in which year, as far as its words tell."""

    back: int | None = None
    year: int | None = None


def figures(facts: list[Fact]) -> list[Fact]:
    """The facts that may be a figure of then or now: no year, share or "a kilo"."""
    told = [unbound(fact) for fact in facts if is_value(fact)]
    return [f for f in told if not is_difference(f) and (f.kind not in ("count", "number") or f.amount.low >= 1)]


def is_value(fact: Fact) -> bool:
    """A figure; no year, and not "a kilo", which says of what it is the price."""
    if fact.kind not in KINDS or not isinstance(fact.value, Amount):
        return False
    is_year = fact.kind == "number" and fact.text.isdigit() and 1900 < fact.amount.low < 2100
    return not is_year and not (fact.kind == "quantity" and fact.text.lower().startswith(("a ", "an ")))


def unbound(fact: Fact) -> Fact:
    """ "16 fewer than the 120", "as many as the 120": no bound, but a figure that the reader knows."""
    known = KNOWN.search(fact.text) if fact.amount.is_bound else None
    if known is None:
        return fact
    span = Span(fact.span.start + known.end(), fact.span.end)
    return fact._replace(span=span, value=written(fact.amount.low, unit=fact.amount.unit))


def is_difference(fact: Fact) -> bool:
    """Is it by how much something is more or less than another?"""
    return DIFFERENCE.match(fact.document.text, fact.span.end, fact.sentence.end) is not None


def is_only_compared(story: Story, fact: Fact) -> bool:
    """ "142,285 cars, compared to the 141,951 of its rival": set against another figure, with no word for a time."""
    return THAN_IT.search(story.before(fact, 40)) is not None and TIME.search(story.words(fact.sentence)) is None


def pairs(story: Story, told: list[Fact]) -> Iterator[Pair]:
    """Each two of these figures that are of one thing, as far as their nouns and units tell, and of two times."""
    alike = [(a, b) for a, b in combinations(told, 2) if single(a) and single(b) and of_one_thing(a, b)]
    alike = [(a, b) for a, b in alike if _may_stand_for(story, a, b) and not _is_score(story, a, b)]
    if not alike:
        return
    times = {id(fact): time for _, group in groupby(told, key=SENTENCE) for fact, time in _times(story, list(group))}
    issue = issued(story.document)
    for a, b in alike:
        order = _order(times[id(a)], times[id(b)], issue.year if issue else None)
        if order:
            tied = _stays(story, a, b)
            yield Pair(a, b, tied) if order < 0 else Pair(b, a, tied)


def _may_stand_for(story: Story, a: Fact, b: Fact) -> bool:
    """A number leaves out a noun that was told before it: in its sentence, or with an earlier figure."""
    if a.sentence == b.sentence or not is_bare(a) or not head(b):
        return True
    return bool(content(head(b)) & content(story.words(a.sentence)))


def _is_score(story: Story, a: Fact, b: Fact) -> bool:
    """ "Girls outnumbered boys by 16 to 15"; nor are "30 or 40 coins" of two times."""
    between = story.between(a, b).strip()
    return between == "or" or between == "to" and not story.before(a, 8).rstrip(" $£€").endswith("from")


def of_one_thing(a: Fact, b: Fact) -> bool:
    """Have they one unit and one noun? The second may leave both out."""
    return not (head(a) and head(b) and head(a) != head(b) or _other_stuff(a, b)) and one_unit(a, b)


def one_unit(a: Fact, b: Fact) -> bool:
    """Have they one unit? The second figure of two may leave its unit out."""
    if a.kind == b.kind or {a.kind, b.kind} == {"count", "number"}:
        return a.amount.unit.name.partition(" per ")[0] == b.amount.unit.name.partition(" per ")[0]
    return (is_bare(a) or is_bare(b)) and "percent" not in (a.kind, b.kind)


def _other_stuff(a: Fact, b: Fact) -> bool:
    """Tonnes of rye, and tonnes of oats?"""
    if a.kind != "quantity" or b.kind != "quantity":
        return False
    first, second = (STUFF.match(fact.document.text, fact.span.end) for fact in (a, b))
    return first is not None and second is not None and first[1] != second[1]


def _stays(story: Story, a: Fact, b: Fact) -> bool:
    """Is the second told of the first one's thing: nothing else named between them, or a sentence that goes on with it?"""
    if a.sentence == b.sentence:
        return ANOTHER.search(story.between(a, b)) is None
    if b.sentence.start - a.sentence.end < BESIDE and head(a) and is_bare(b) and not OTHER_ONE.search(story.before(b)):
        return True  # "In 2015 there were 80 wolves. A count this winter found 104"
    return GOES_ON.match(story.words(b.sentence)) is not None


def _order(a: Time, b: Time, issue: int | None) -> int:
    """Below nothing if the first is the earlier; 0 where nothing tells."""
    if a.back != THAN != b.back and a.year and b.year:
        return a.year - b.year
    first, second = (_back(time, issue) for time in (a, b))
    if first is None and second is None:
        return 0
    return (NOW if first is None else first) - (NOW if second is None else second)


def _back(time: Time, issue: int | None) -> int | None:
    if time.back is not None or time.year is None:
        return time.back
    return NEXT if issue and time.year > issue else AGO


def _times(story: Story, told: list[Fact]) -> Iterator[tuple[Fact, Time]]:
    """The figures of one sentence, each with the times that stand nearest to it."""
    words, at = story.words(told[0].sentence), told[0].sentence.start
    for fact in told:  # "80 dollars a year ago" is no time of so many dollars
        start, end = fact.span.start - at, fact.span.end - at
        words = words[:start] + "@" * (end - start) + words[end:]
    found = list(TIME.finditer(words))
    owners = [min(told, key=partial(_away, words, found, at, mark)) for mark in found]
    for fact in told:
        own = [mark for mark, owner in zip(found, owners, strict=True) if owner is fact]
        backs = [value for mark in own for name, value in BACK.items() if mark[name]]
        if THAN_IT.search(story.before(fact, 40)) and fact is not told[0]:
            backs.append(THAN)
        years = [int(mark["year"]) for mark in own if mark["year"]]
        yield fact, Time(min(backs, default=None), min(years, default=None))


def _away(words: str, marks: "list[re.Match[str]]", at: int, mark: "re.Match[str]", fact: Fact) -> int:
    """How far a word for a time stands from a figure. What opens the sentence is of the figure that follows."""
    start, end = fact.span.start - at, fact.span.end - at
    ahead = mark.end() <= start
    gap = words[mark.end() : start] if ahead else words[end : mark.start()]
    between = sum(
        other is not mark and (mark.end() <= other.start() < start or end <= other.start() < mark.start())
        for other in marks
    )
    breaks = len(BREAK.findall(gap))
    if ahead and OPENING.fullmatch(words, 0, mark.start()):
        breaks = max(0, breaks - 1)
    return len(gap) + BROKEN * (breaks + between)
