"""For one of what a figure is told, and which figures count those: "£68 a year each", "each seedling costs 30 cents … 40,000 seedlings"."""

from collections.abc import Iterator

from copydesk.late import late, pattern
from copydesk.lexicon.nouns import singular
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.products.words import SHORT
from copydesk.story import Story
from copydesk.support import head, one_noun

KINDS = ("money", "quantity", "count", "number", "duration")
# "£68 each", "€2,400 for each of the 38 days", "$35 a ticket".
BEHIND = pattern(
    r"\s*(?:[a-z]+\s+){0,2}?(?:(?:apiece|a\s+head|per\s+head|per\s+person)\b|(?:for\s+|to\s+)?(?:each|every)\s+(?:single\s+|one\s+)?(?:of\s+(?:the|its|their|those|these)\s+)?(?:\d[\d,]*\s+)?(?P<each>[a-z]+(?:\s+[a-z]+)?)\b|each\b|(?<!with\s)(?<!by\s)(?<!from\s)(?<!to\s)(?<!as\s)(?<!of\s)(?<!and\s)(?<!at\s)(?:an?|per)\s+(?P<unit>[a-z]+)\b)",
    words="apiece head person each every a per",
)
# "Each of them will be charged £68", "each seedling costs 30 cents", "a seedling costs 30 cents", "a daily fine of €400".
SELLS = r"(?:(?:will|would|now|can)\s+)*(?:costs?|fetch\w*|sells?|sold|brings?|earns?|goes|(?:is|was|are|were)\s+(?:worth|priced|sold))"
AHEAD = pattern(
    r"\b(?:(?:each|every)\b(?:\s+(?:one\s+)?of\s+(?:the|its|their|these|those|his|her))?(?:\s+\d[\d,]*)?(?P<each>(?:\s+[a-z-]+){1,3})[^.;]{0,50}?"
    rf"|(?:an?|one|per)\s+(?:[a-z]+\s+)?(?P<unit>[a-z]+)\s+(?:(?:in|at|on|with|of|from)\s+(?:[\w’-]+\s+){{1,4}}?)?{SELLS}\b[^.;]{{0,30}}"
    r"|(?P<sort>[a-z]+s)\s+(?:for\s+[^.;]{1,30}\s)?(?:(?:are|were|will\s+be)\s+(?:(?:priced|sold|offered|on\s+sale)\s+at\s+)?|costs?\s+|sell\s+(?:for|at)\s+)"
    r"|\b(?P<fee>fee|price|rate|charge|fare|toll|admission)\s+(?:of|is|was|stands\s+at)\s+(?:an?\s+)?(?:(?:flat|fixed|single|standard)\s+)?"
    r"|(?P<time>daily|weekly|monthly|hourly|nightly|annual|yearly)\s+[a-z]+\b[^.;]{0,30})$",
    words="fee price rate charge fare toll admission each every cost fetch sell sold bring earn goes worth priced offered sale are were daily weekly monthly hourly nightly annual yearly",
)
TIMELY = {"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour", "nightly": "night", "annual": "year", "yearly": "year"}  # fmt: skip
LONG = frozenset({"year", "month", "week", "day"})
# What nobody counts: "two cents for every dollar".
UNCOUNTED = LONG | {"dollar", "euro", "pound"}
KNOWN = pattern(
    r"\b(?:the|all|entire|these|those|its|their)\s+(?:\w+\s+)?$", words="the all entire these those its their"
)
# "The 5-euro ticket".
TICKET = pattern(
    r"\s+(?:[a-z]+\s+)?(?:tickets?|fees?|charges?|fines?|lev(?:y|ies)|tolls?|fares?|admission|deposits?|bonus|stamps?|pass|passes|vouchers?)\b",
    words="ticket fee charge fine lev toll fare admission deposit bonus stamp pass voucher",
)
# "Each household gets $12,500. There are 316 of them".
THERE_ARE, OF_THEM = late(r"\b[Tt]here\s+(?:are|were)\s+$"), late(r"\s+of\s+them\b")
NEXT = 4
# Lengths of time that hold a whole number of another, whoever works how many days of the week.
IN_A = {("second", "minute"), ("second", "hour"), ("minute", "hour"), ("month", "year")}
# "Tickets are $18": what so many are sold for.
DEAR = 10_000


class Rate(NamedTuple):
    """A figure for one of something: of a noun or unit, or of whatever is counted ("")."""

    each: Fact
    per: str


def rates_of(story: Story, fact: Fact) -> Iterator[Rate]:
    """What a figure is told for one of; "£68 a year each" is for one of two things."""
    unit = fact.amount.unit.name.partition(" per ")[2]
    nouns = {unit} if unit else set()
    if (
        fact.kind == "money" and unit != "share" and (unit, -1) in fact.amount.unit.dimension
    ):  # "$35 a ticket … 4,250 seats"
        nouns.add("")
    if fact.kind == "money" and "-" in fact.text and TICKET.match(story.after(fact, 30)):
        nouns.add("")
    behind, ahead = BEHIND.match(story.after(fact, 70)), AHEAD.search(story.before(fact, 90))
    if fact.kind not in KINDS[:2]:  # "six hours each"
        behind, ahead = behind if behind and not behind["unit"] else None, None
    if behind and not (unit and behind["unit"]):
        words = (behind["each"] or behind["unit"] or "").split() or [""]
        nouns |= {"" if unit and word in LONG else _noun(word) for word in words}
        if words[0] not in UNCOUNTED and (behind["each"] or (fact.kind == "money" and fact.amount.low < DEAR)):
            nouns.add("")  # of whatever is counted: "€7 for a swim … 1,240 people"
    if ahead and (not (ahead["sort"] or ahead["fee"]) or (fact.kind == "money" and fact.amount.low < DEAR)):
        each = (ahead["each"] or "").lower().split()
        words = each or [ahead["unit"] or ahead["sort"] or ahead["fee"] or TIMELY[ahead["time"].lower()]]
        nouns |= {_noun(word) for word in (words[:1] if words[0] in LONG else words)}
        if (
            (each and words[0] not in UNCOUNTED) or ahead["sort"] or ahead["fee"]
        ):  # of whatever is counted: "each load … 68 drops"
            nouns.add("")
    yield from (Rate(fact, noun) for noun in sorted(nouns))


def _noun(word: str) -> str:
    word = word.lower()
    return SHORT.get(word, singular(word) or word)


def counts(story: Story, number: Fact, each: Fact, per: str) -> bool:
    """Is it a number of what the rate is of? "The 3,000" without a noun is so of a price."""
    if number.kind == "money" or number.amount.low < 2:
        return False
    known = each.kind == "money" and per not in LONG and KNOWN.search(story.before(number, 16)) is not None
    if number.kind == "number":
        return known
    noun = head(number) if number.kind == "count" else number.amount.unit.name
    if not noun and per not in LONG and _takes_up(story, number, each):
        return True
    if not per:
        return number.kind == "count" and noun != ""
    if number.kind == "duration":
        return noun == ("day" if per == "night" else per)
    return noun.startswith(per) or one_noun(noun, per) if noun else known


def _takes_up(story: Story, number: Fact, each: Fact) -> bool:
    """ "Each household gets $12,500. There are 316 of them": said of them in the next sentence?"""
    beside = 0 <= number.sentence.start - each.sentence.end < NEXT
    return (
        beside and THERE_ARE.search(story.before(number)) is not None and OF_THEM.match(story.after(number)) is not None
    )


def measures(number: Fact, each: Fact) -> bool:
    """Is it so much of what the rate is of, in another unit: 86 tonnes at so much a kilo, two hours at so many litres a minute?"""
    unit, per = number.amount.unit, each.amount.unit.name.partition(" per ")[2]
    if number.kind == "duration":
        return (per, unit.name) in IN_A
    power = dict(each.amount.unit.dimension)
    return number.kind == "quantity" and bool(per) and all(power.get(name) == -times for name, times in unit.dimension)
