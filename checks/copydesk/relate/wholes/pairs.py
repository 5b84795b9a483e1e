"""Which figure is a part of which whole: "84 of the 240", "of the 240, 84", "240 …, 84 of them", "72 out of 120"."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import combinations

from copydesk import ties
from copydesk.amounts import written
from copydesk.late import pattern
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.relate.wholes.words import AMONG, SEATED
from copydesk.story import Story
from copydesk.support import head, of_people, one_noun

COUNTED = frozenset({"count", "number", "money"})
OF = pattern(
    r"[\s\w,'’-]{0,40}?\b(?:(?<!instead\s)of|out\s+of|from\s+among)\s+(?:the\s+|its\s+|their\s+|all\s+|some\s+|about\s+|his\s+|her\s+|those\s+)*(?:(?:last\s+)?[\w-]+[’']s?\s+)?[$£€]?"
)
OPENS = pattern(
    r"(?:^|[.;:,—–]\s+|\b(?:and|but|while)\s+)\W?(?:of|among|out\s+of)\s+(?:the\s+|its\s+|their\s+|all\s+|some\s+|those\s+|a\s+total\s+of\s+)*(?:[\w-]+[’']s?\s+)?$"
)
OF_THEM = pattern(r"\s*of\s+(?:them|those|these|whom|which)\b")
OF_WHICH = pattern(r"\bof\s+(?:which|whom|these|those|them),?\s+(?:only\s+|just\s+|some\s+|about\s+)?$")
SOMEWHERE = pattern(
    r"\s+of\s+(?:them|those|these|which|whom),?\s+(?:in|at|from|since|on|by|after|before|with|for|during)\b"
)
AND = pattern(r"[^.;:]{3,90}?\band\s+(?:only\s+|just\s+)?")
OUT_OF = pattern(r"(\d[\d,]*)\s+(?:out\s+)?of\s+(?:the\s+)?(\d[\d,]*)")
WINDOW = 220


class Pair(NamedTuple):
    """A part and its whole; `sure` where *of* says so."""

    part: Fact
    whole: Fact
    sure: bool


def counts(facts: list[Fact]) -> list[Fact]:
    """The facts that may be a part or a whole. "72 out of 120", which is read as one figure, is two."""
    return [count for fact in facts for count in _counts(fact)]


def _counts(fact: Fact) -> tuple[Fact, ...]:
    found = OUT_OF.fullmatch(fact.text) if fact.kind in ("number", "count", "percent") and " of " in fact.text else None
    if found is None:
        return (fact,) if is_counted(fact) else ()
    return tuple(
        fact._replace(
            kind="count",
            span=Span(fact.span.start + found.start(i), fact.span.start + found.end(i)),
            value=written(Decimal(found[i].replace(",", ""))),
        )
        for i in (1, 2)
    )


def is_counted(fact: Fact) -> bool:
    """A count; "720, or 90 percent" is one and a percentage."""
    if fact.kind == "percent":
        return fact.text[-1].isdigit() and fact.amount.low > 100
    if fact.kind not in COUNTED or fact.amount.low != fact.amount.high or fact.amount.low < 1:
        return False
    return fact.kind == "money" or fact.amount.low % 1 == 0  # not "unchanged at 66.7"


def pairs(story: Story, told: list[Fact]) -> list[Pair]:
    """The parts among these figures, each with its whole, those first of which *of* says so."""
    found = [pair for a, b in combinations(told, 2) if (pair := _pair(story, a, b))]
    nearest = {pair.part.span: pair.whole.span for pair in found if pair.sure}  # "… 560 men, 257 of them"
    of_them = {span for span in nearest if OF_THEM.match(story.text, span.end)}
    found = [pair for pair in found if pair.part.span not in of_them or pair.whole.span == nearest[pair.part.span]]
    return sorted(found, key=lambda pair: not pair.sure)


def _pair(story: Story, a: Fact, b: Fact) -> Pair | None:
    if (a.kind == "money") != (b.kind == "money") or b.span.start - a.span.end > WINDOW:
        return None
    if "point" in (head(a), head(b)):  # "six points ahead of the average of 88"
        return None
    between = story.between(a, b)
    if a.amount.low < b.amount.low:
        return Pair(a, b, True) if OF.fullmatch(between) else None
    if a.amount.low == b.amount.low:
        return None
    if OF_THEM.match(story.after(b)) or OF_WHICH.search(story.before(b)):
        return Pair(b, a, True)
    if OPENS.search(story.before(a)) and a.sentence == b.sentence:
        return Pair(b, a, True)
    return Pair(b, a, False) if a.of and not b.of and AND.fullmatch(between) else None


def added(parts: Iterable[Fact]) -> Decimal:
    """What the parts come to."""
    return sum((fact.amount.low for fact in parts), Decimal(0))


def may_be_part(part: Fact, whole: Fact) -> bool:
    """Could one be of what the other counts: sums of money both, one noun, or none of its own?"""
    if (part.kind == "money") != (whole.kind == "money") or part.amount.low >= whole.amount.low:
        return False
    if part.kind == "money" and part.amount.unit != whole.amount.unit:
        return False  # "7.38 billion Canadian dollars (US$6.3 billion)"
    noun = head(part)
    return noun in ("", "person", "other") or one_noun(noun, head(whole))


# What is told of people and things without naming them.
NO_NOUN = frozenset("other alive dead unhurt missing more empty full open closed broken".split())
CAST = frozenset("vote ballot voter person".split())


def is_named(word: str, whole: Fact) -> bool:
    """Does a word ("members") name what the whole counts?"""
    return bool(whole.of) and word.lower().startswith(whole.of[-1][:-1].lower())


def like(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Could the parts be of what the whole counts: no noun of their own, the same, or people of people?"""
    if whole.kind in ("money", "quantity"):
        return True
    noun = head(whole)
    if not noun and not any(fact.of for fact in parts):
        return False
    if whole.role and any(fact.role and not _befell(fact.role, whole.role) for fact in parts):
        return False  # the hurt are no part of the dead
    own = [head(fact) for fact in parts if not (fact.part and head(fact) == noun and _of_a_sort(fact))]
    own = ["" if each in NO_NOUN or (each == "body" and of_people(noun)) else each for each in own]
    nouns = set(own) - {""}
    return (
        not noun
        or all(kin(noun, each) for each in nouns)
        or (len(nouns) == sum(each != "" for each in own) and noun not in nouns)  # a sort each
    )


def mixed(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """ "Of the 90,000 bottles 30,000 go to Spain … and the rest to 22 other countries": has one another noun, and have others none?"""
    counted = [fact for fact in parts if not (OF_THEM.match(fact.document.text, fact.span.end) and _of_a_sort(fact))]
    if len({head(fact) for fact in counted} - {"", head(whole)}) == len(parts):  # houses, halls and plots: a sort each
        return False
    own = [head(fact) in ("", *NO_NOUN) or kin(head(whole), head(fact)) for fact in counted]
    return any(own) and not all(own)


def _of_a_sort(part: Fact) -> bool:
    """ "30 of them are sopranos", rather than "11 of them in overtime"."""
    return SOMEWHERE.match(part.document.text, part.span.end) is None


def _befell(role: str, whole: str) -> bool:
    """May it have befallen some of those whom this befell?"""
    return role in whole or role in AMONG.get(whole, ())


def nameless(whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """ "140 on Monday and 65 on Tuesday, 205 in all": what they count stands further up."""
    return not any(fact.of or fact.role for fact in (whole, *parts))


def kin(a: str, b: str) -> bool:
    if {a, b} <= CAST and {a, b} != {"person"}:  # "274 votes to 198 … in all 472 people voted"
        return True
    return a == b or one_noun(a, b) or {a, b} <= SEATED


def one_key(wrong: Callable[[Decimal, Decimal], bool], whole: Fact, parts: tuple[Fact, ...]) -> bool:
    """Does one figure with a wrong digit, or with two changed round, explain it?"""
    return ties.one_key(whole.amount.low, (fact.amount.low for fact in parts), wrong)
