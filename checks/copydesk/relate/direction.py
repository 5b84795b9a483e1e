"""Which way a figure went, against the two figures: "rose to 40 from 50"; and a profit that is a loss elsewhere."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from copydesk.amounts import Amount, written
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Span
from copydesk.relate._sets import turned
from copydesk.relate._when import pairs
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head, is_bare
from copydesk.ties import bare, single

VALUES = ("count", "number", "money", "quantity", "percent")
# The same way for a verb and its noun; "gain" and "lose" are said of ground, weight and votes too, and left out.
UP = (
    r"(?:rose|risen|rises?|rising|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|grew|grown|grows?|growing|increas(?:es?|ed|ing)|soar(?:s|ed|ing)?|surg(?:es?|ed|ing)|rais(?:es?|ed|ing)"
    r"|widen(?:s|ed|ing)?|accelerat(?:es?|ed|ing)|quicken(?:s|ed|ing)?|(?:edg(?:es?|ed|ing)|inch(?:es|ed)|crept|tick(?:s|ed)|went|go(?:es)?|gone|mov(?:es?|ed|ing)|shot|pushed|put)\s+(?:back\s+)?(?:up|higher))"
)
DOWN = (
    r"(?:fell|fallen|falls?|falling|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|slip(?:s|ped|ping)?|slid|slump(?:s|ed|ing)?|plung(?:es?|ed|ing)|tumbl(?:es?|ed|ing)|shrank|shrunk|shrinks?"
    r"|sank|dip(?:s|ped)?|narrow(?:s|ed|ing)?|slow(?:s|ed|ing)?|cut|lower(?:s|ed|ing)|reduc(?:es?|ed|ing)|eas(?:es?|ed|ing)|(?:edg(?:es?|ed|ing)|inch(?:es|ed)|crept|tick(?:s|ed)|went|go(?:es)?|gone|mov(?:es?|ed|ing)|came|come)\s+(?:back\s+)?(?:down|lower))"
)
# @ is a figure. Between the verb and its figures stand a few words ("in value", "the key rate"), but no other verb and no comma.
FEW = rf"(?:(?!\b(?:{UP}|{DOWN})\b)[^@.;:,()]){{0,40}}?"
BEHIND = r"(?:\s+[\w'’-]+){0,4}?,?\s+(?:(?:up|down)\s+)?"
SHAPES = tuple(
    late(shape)
    for shape in (
        rf"\b(?P<way>{UP}|{DOWN})\b(?P<mid>{FEW})\s(?P<told>to\s+(?:just\s+|only\s+|a\s+record\s+)?(?P<after>@){BEHIND}from\s+(?:just\s+|only\s+|a\s+record\s+)?(?P<before>@))",
        rf"\b(?P<way>{UP}|{DOWN})\b(?P<mid>{FEW})\s(?P<told>from\s+(?:just\s+|only\s+|a\s+record\s+)?(?P<before>@){BEHIND}to\s+(?:just\s+|only\s+|a\s+record\s+)?(?P<after>@))",
        r"(?P<told>(?P<after>@)(?:\s+[\w'’-]+){0,6},\s+(?P<way>up|down)(?P<mid>)\s+from\s+(?:just\s+|only\s+|a\s+record\s+|the\s+|its\s+)?(?P<before>@))",
    )
)
TO_IT = late(rf"\b(?P<way>{UP}|{DOWN})\b{FEW}\s+to\s+(?:just\s+|only\s+|about\s+|a\s+record\s+)?[$£€]?$")
VERBS = ("rose", "ris", "climb", "jump", "grew", "grow", "increas", "soar", "surg", "rais", "widen", "accelerat", "quicken", "fell", "fall", "drop", "declin", "decreas", "slip", "slid", "slump", "plung", "tumbl", "shr", "sank", "dip", "narrow", "slow", "cut", "lower", "reduc", "eas", " up", " down", "higher")  # fmt: skip
IS_UP = late(rf"up|{UP}")
# Where less is more: places in a table, exchange rates told by the dearer currency; and figures below nothing.
TURNED = pattern(
    r"\b(?:rank\w*|place[sd]?|position|seed\w*|number\s+\d|no\.\s*\d|table|charts?|spot|standings|list|par|odds|minus|negative|below\s+(?:zero|freezing)|loss(?:es)?|deficits?"
    r"|dollar|euro|pound|sterling|yen|yuan|renminbi|franc|rupee|rouble|ruble|rand|lira|peso|real|won|krona|krone|crown|zloty|forint|currency)\b",
    words="below chart crown currency deficit dollar euro forint franc krona krone lira list loss minus negative no. number odds par peso place position pound rand rank real renminbi rouble ruble rupee seed spot standings sterling table won yen yuan zloty",
)
OPPOSITE = {"rose": "fell", "climbed": "dropped", "increased": "decreased", "grew": "shrank", "up": "down", "raised": "cut", "rise": "fall", "increase": "decrease", "widened": "narrowed"}  # fmt: skip
OPPOSITES = OPPOSITE | {down: up for up, down in OPPOSITE.items()}
UP_TO, MOVED = (
    "up to ",
    pattern(r"\b(?:edg\w+|inch\w+|crept|tick\w+|went|go(?:es)?|gone|mov\w+|shot|push\w+|put|c[ao]me)\s+$"),
)
# Figures further apart than this are not in one scale ("from 1.5 to 1.2 million").
SCALE = 5
ROUNDED = Decimal("1.02")
# What a sum of money is: made or lost, too much or too little.
Signs = tuple[re.Pattern[str], re.Pattern[str]]
SIGNS: tuple[Signs, ...] = tuple(
    (pattern(rf"\b(?:{made})\s+(?:of|was|were|came\s+to|totall?ed|reached)\s+(?:about\s+)?$"), pattern(rf"\b(?:{lost})\s+(?:of|was|were|came\s+to|totall?ed|reached)\s+(?:about\s+)?$"))
    for made, lost in ((r"profits?", r"loss(?:es)?"), (r"surplus(?:es)?", r"deficits?"))
)  # fmt: skip
# Another period, another firm, or a turn from the one to the other.
ANOTHER = pattern(
    r"\b(?:compared|against|from|after|versus|swung|swing|turn(?:ed|ing)?|rather|instead|not|forecast|expected|predicted|(?:year|quarter|month)s?\s+(?:ago|earlier|before)|(?:last|previous|next|prior)\s+\w+|in\s+(?:19|20)\d\d|first|second|third|fourth|unit|subsidiary|division)\b"
)
DIGITS = 2


def relate(story: Story) -> Iterator[Relation]:
    if story.mentions(*VERBS):
        yield from _ways(story)
    if story.mentions("profit", "surplus") and story.mentions("loss", "deficit"):
        yield from _signs(story)
    if story.kinds("score"):
        yield from _sets(story)


def _sets(story: Story) -> Iterator[Relation]:
    """ "Beat Okada in straight sets", and a set that went to Okada."""
    for said, winner, loser in turned(story):
        parts: Parts = {
            "said": _words(story, winner, *said),
            "against": _words(story, winner, winner.span.start, loser.span.end),
            "before": winner,
            "after": loser,
            "lower": loser,
            "higher": winner,
        }
        yield Relation("direction", parts, winner.sentence)


PART_OF = late(r"\d\s+of\s+(?:the|its|their)\s+$")


def _ways(story: Story) -> Iterator[Relation]:
    """A verb that says up or down, with the figure before and the one after."""
    for sentence, facts in story.sentences():
        figures = [fact for fact in facts if fact.kind in VALUES and isinstance(fact.value, Amount)]
        told = story.words(sentence) if len(figures) > 1 else ""
        if not ("from " in told or " to " in told) or TURNED.search(told):
            continue
        figures = [_moved(story, fact) for fact in figures]
        for before, after, way in _by_form(story, sentence, figures) if "from " in told else _by_time(story, figures):
            if _one_measure(before, after):
                yield _way(story, before, after, way)


def _by_form(story: Story, sentence: Span, figures: list[Fact]) -> Iterator[tuple[Fact, Fact, str]]:
    words, places = story.outline(sentence, figures)
    for shape in SHAPES:
        for found in shape.finditer(words):
            if PART_OF.search(story.before(places[found.start("after")], 30)):
                continue  # "18 of the 35 seats, down from 22"
            yield places[found.start("before")], places[found.start("after")], found["way"]


def _by_time(story: Story, figures: list[Fact]) -> Iterator[tuple[Fact, Fact, str]]:
    """ "Exports, worth 88 billion in 2022, climbed to 96 billion in 2023": which of the two was first is told by their times."""
    if len(figures) != 2:
        return
    for before, after, tied in pairs(story, figures):
        found = TO_IT.search(story.before(after, 60))
        if found and tied:
            yield before, after, found["way"]


def _moved(story: Story, fact: Fact) -> Fact:
    """ "Edged up to 5.6 percent" is no bound."""
    if not (fact.amount.is_bound and fact.text.lower().startswith(UP_TO) and MOVED.search(story.before(fact, 14))):
        return fact
    span = Span(fact.span.start + len(UP_TO), fact.span.end)
    return fact._replace(span=span, value=written(fact.amount.low, unit=fact.amount.unit))


def _one_measure(before: Fact, after: Fact) -> bool:
    """Two plain figures in one unit, of one noun if both have one, and in one scale."""
    if is_bare(after) and after.kind != before.kind:
        after = _like(after, before)
    if is_bare(before) and before.kind != after.kind:
        before = _like(before, after)
    if before is after or before.kind != after.kind or not (single(before) and single(after)):
        return False
    units = {fact.amount.unit.name.partition(" per ")[0] for fact in (before, after)}
    if len(units) > 1 or (before.of and after.of and head(before) != head(after)):
        return False
    low, high = sorted((before.amount.low, after.amount.low))
    return low > 0 and high < low * SCALE


def _like(elided: Fact, told: Fact) -> Fact:
    """With the unit that only the other one says."""
    return elided._replace(kind=told.kind, value=elided.amount._replace(unit=told.amount.unit))


def _way(story: Story, before: Fact, after: Fact, way: str) -> Relation:
    first, last = sorted((before, after), key=lambda fact: fact.span)
    at = story.text.rfind(way, first.sentence.start, first.span.start)
    at = at if at >= 0 else story.text.index(way, first.span.end)
    lower, higher = (before, after) if IS_UP.fullmatch(way) else (after, before)
    lower, higher = (fact._replace(value=fact.amount._replace(unit=before.amount.unit)) for fact in (lower, higher))
    near = lower.amount.low <= higher.amount.low * ROUNDED  # so little may be the rounding of one of them
    parts: Parts = {
        "said": _words(story, first, at, at + len(way)),
        "against": _words(story, first, first.span.start, last.span.end),
        "before": before,
        "after": after,
        "lower": lower.amount if near else bare(lower),
        "higher": higher.amount if near else bare(higher),
    }
    turned = f"{first.text} … {last.text} → {last.text} … {first.text}"
    repairs = (turned, f"{way} → {OPPOSITES[way]}") if way in OPPOSITES else (turned,)
    return Relation("direction", parts, first.sentence, repairs)


def _words(story: Story, beside: Fact, start: int, end: int) -> Fact:
    """A stretch of the text as a statement of its own, without a value."""
    return Fact("number", Span(start, end), story.document, block=beside.block, sentence=beside.sentence)


def _signs(story: Story) -> Iterator[Relation]:
    """One sum of money that is a profit here and a loss there."""
    sums = [fact for fact in story.kinds("money") if single(fact) and _telling(fact)]
    for a, b in combinations(sums, 2):
        if a.amount.low != b.amount.low or a.amount.unit.name != b.amount.unit.name:
            continue
        for signs in SIGNS:
            here, there = (_signed(story, fact, signs) for fact in (a, b))
            if here and there:
                yield _sign(story, here, there)


def _signed(story: Story, fact: Fact, signs: "Signs") -> "tuple[Fact, int, int] | None":
    """The sum, 1 or -1 for made or lost, and where the word for it begins."""
    if ANOTHER.search(story.words(fact.sentence)):
        return None
    for sign, said in zip((1, -1), signs, strict=True):
        if found := said.search(story.text, max(fact.sentence.start, fact.span.start - 40), fact.span.start):
            return fact, sign, found.start()
    return None


def _sign(story: Story, here: "tuple[Fact, int, int]", there: "tuple[Fact, int, int]") -> Relation:
    (a, sign, start), (b, other, at) = here, there
    lower, higher = (bare(a), bare(b)) if sign == other else (bare(a), -bare(b))
    parts: Parts = {
        "said": _words(story, b, at, b.span.end),
        "against": _words(story, a, start, a.span.end),
        "before": a,
        "after": b,
        "lower": lower,
        "higher": higher,
    }
    return Relation("direction", parts, b.sentence)


def _telling(fact: Fact) -> bool:
    """Has the sum digits enough not to be two sums by chance?"""
    return len(fact.amount.low.normalize().as_tuple().digits) >= DIGITS


RELATION = RelationKind(
    about="Which way a figure is said to have gone, and the figures before and after; lower and higher are as the words have it.",
    parts={
        "said": "any",
        "against": "any",
        "before": "figure",
        "after": "figure",
        "lower": "figure",
        "higher": "figure",
    },
    relate=relate,
)
