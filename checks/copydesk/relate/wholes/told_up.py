"""A whole and its parts told over paragraphs up to the one that closes it: "210 finds … Ninety are pots … another 64 … That leaves 56 coins".

What shares up to the rest (_closing.py) are in percent, these are in counts, money and measures. The words only say that the last one
closes; which of the figures before it are parts is told by the sum, or by the only one that a wrong key in one of them would make.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from copydesk.late import late, pattern
from copydesk.lexicon.things import GENERIC
from copydesk.model import Fact
from copydesk.relate.wholes.pairs import added, one_key
from copydesk.relate.wholes.words import HELD_AGAINST, OF_THAT
from copydesk.story import BREAK, Story
from copydesk.support import head, is_sort, of_people, one_noun
from copydesk.ties import digits, slip, swapped

Sum = tuple[Fact, tuple[Fact, ...]]

CLOSING = (
    " rest",
    "remain",
    "balance",
    "leaves",
    "leaving",
    " left",
    " other ",
    "another",
    " further ",
    "the last ",
    "the final ",
    "no other ",
    "only other ",
    "nowhere else",
    "nobody else",
    "no one else",
)
BEFORE = pattern(
    r"\b(?:(?:the|its|their|his|her|a)\s+(?:remaining|other)\s+|the\s+(?:last|final)\s+|(?:the|its|their)\s+(?:rest|remainder|balance)(?:\s+of\s+(?:the|its|their|them)(?:\s+\w+)?)?(?:\s*,|\s+[—–-]|\s+of|\s+being|\s+(?:is|was|are|were|came\s+to))?\s*(?:some\s+|about\s+)?|what(?:ever)?\s+(?:is|was|remains|remained)\b[^.;:]{0,40}"
    r"|(?:that|which)\s+(?:leaves|left)\s+(?:\w+\s+)?|leaving\s+(?:only\s+|just\s+)?)[$£€]?$",
    words="remaining other rest remainder balance what leaves left leaving last final",
)
BEHIND = pattern(
    r"\s+(?:[\w-]+\s+){0,2}?(?:(?:make|makes|made|making)\s+up\s+(?:the|its)\s+(?:rest|remainder|balance)|(?:(?:is|are|was|were)\s+)?(?:all\s+that\s+(?:is|was|were)\s+)?left\b|remain(?:s|ed)?\b)",
    words="rest remainder balance left remain",
)
# "What worries them is the dozen that held acid": the last of several lots, where others were told as *another*.
OF_WHICH_SORT = pattern(r"\s+(?:[\w-]+\s+)?(?:that|which|who|whose|with|[a-z]{2,}ing)\b")
THE_OTHERS = late(r"\b[Tt]he\s+[\d,]+\s+others\b")
CAME_TO = pattern(
    r"\b(?:came\s+to|numbered|totall?ed|amounted\s+to)\s+(?:about\s+|some\s+)?$", words="came numbered total amounted"
)
ONLY_OTHER = pattern(r"\bthe\s+only\s+(?:other|remaining)\b", words="only")
NO_OTHER = pattern(
    r"\s*(?:no\s+(?:other|further)\s+[a-z]+|nowhere\s+else|nobody\s+else|no\s+one\s+else|there\s+(?:is|are|was|were)\s+no\s+others?)\b",
    words="no",
)
ANOTHER = pattern(r"\b(?:another|a\s+further)\s+(?:\w+\s+)?[$£€]?$")
# What is of another time, or set against another figure, is no part.
ELSEWHEN = pattern(
    r"\b(?:in\s+(?:19|20)\d\d|(?:last|previous|past|next)\s+(?:\w+\s+)?(?:years?|months?|weeks?|seasons?)|years?\s+(?:ago|earlier|before)|typical|separate\w*|not\s+(?:included|count)|expect\w*|each)\b"
)
# "Had counted 690 at the site in September".
MONTH = late(
    r"^[^.;:,]*\bin\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
SET_AGAINST = pattern(
    r"\b(?:(?:oldest|youngest)\s+(?:was|is)|against|from|than|near(?:er)?|closer\s+to|worth|over|under|above|below|previous|average\s+of|of\s+the|(?:first|second|third|fourth|fifth|last|latest|next)\s+of|(?<!came\s)(?<!come\s)(?<!comes\s)(?<!amounted\s)to|to\s+a\s+mere)\s+(?:just\s+|only\s+|about\s+)?[$£€]?$"
)
# "… the unit that supplies shipyards and which it tried to sell in 2022, contributed".
ASIDE = late(r"(?:,\s+|\band\s+|\s)(?:which|who|whom|whose)\b[^,;.]*,")
CLAUSE = late(r"[;:—–]|,\s+(?:where|which|who|whose|when|while|as|but|and|though|although|up|down|against)\b")
LEDGER = pattern(
    r"\b(?:profits?|loss(?:es)?|debts?|income|earnings|dividends?|owe[sd]?|wages?|costs?|bill|fees?|fines?|price[sd]?|prize|salary|sale\s+of|worth|deal|deficit|surplus|tax|savings?|fortune)\b"
)
# "The fund is $18.4 million, an increase of $600,000".
CHANGE_OF = pattern(
    r"\b(?:increase|rise|jump|cut|fall|drop|decrease|reduction|gain)\s+of\s+(?:about\s+|some\s+)?$", words="of"
)
# "They put down 28,000, of which 9,000 came from her": a part of a part, unless the whole itself is told there.
OF_A_PART = pattern(r"\bof\s+(?:which|whom|that)\s*,?\s+(?:[a-z]+\s+)?$", words="of")
FEWEST, MOST, MOST_TOLD, DOUBTS, CLOSE, LONG = 2, 6, 10, 4, 6, 3
IN_ALL = late(r"^\W?(?:In\s+all|Altogether|All\s+told|In\s+total|All\s+in\s+all),?\s+(?:[a-z]+\s+){0,2}$")
REACH, NEXT = 1200, 4
# The whole stands no more figures back: seven at most in the articles that we know, of which none has more than 26.
MOST_BACK = 30
MUCH, SCALE, OPENING = 10, 200, 8
SMALLEST, LARGE, MOST_OF_IT = Decimal(10), Decimal(100), Decimal("0.8")


def told_up(story: Story) -> Iterator[Sum]:
    """Each whole with its parts up to one that closes it, if they make it, or would but for one wrong key."""
    if not story.mentions(*CLOSING):
        return
    for kinds in (("count", "number"), ("money",), ("quantity",)):
        told = [fact for fact in story.kinds(*kinds) if _figure(fact)]
        for at, rest in enumerate(told[FEWEST:], FEWEST):
            before = told[max(0, at - MOST_BACK) : at]
            if rest.block == "headline" or not _closes(story, rest):
                continue
            found = _whole(story, before, rest) or _summed_behind(story, before, rest, told[at + 1 :])
            if found:
                yield found


def _figure(fact: Fact) -> bool:
    amount = fact.amount
    others = THE_OTHERS.search(fact.document.text, max(0, fact.span.start - 6), fact.span.end + 8) is not None
    return amount.bound in ("=", "~") and amount.low == amount.high >= 1 and (others or not fact.other)


def _closes(story: Story, fact: Fact) -> bool:
    before = story.before(fact, 80)
    if fact.amount.low < SMALLEST and before.endswith(("other ", "last ", "final ")):  # of the last lot alone
        return False
    if fact.of[-1:] == ("other",) and before.endswith(("The ", "the ")):  # "the 7,300 others"
        return True
    if BEFORE.search(before) or BEHIND.match(story.after(fact, 60)) or _none_else(story, fact):
        return True
    return bool(before[-4:].lower() == "the " and OF_WHICH_SORT.match(story.after(fact)))


def _none_else(story: Story, fact: Fact) -> bool:
    """ "… the only other source of sales: takings there slipped to $830 million", "… and 15 on the islands. No other province reported deaths"."""
    if ONLY_OTHER.search(story.text, fact.sentence.start, fact.span.start):
        return True
    last = not any(fact.span < other.span and other.sentence == fact.sentence for other in story.kinds(fact.kind))
    return last and NO_OTHER.match(story.text, fact.sentence.end) is not None


def _whole(story: Story, told: list[Fact], rest: Fact) -> Sum | None:
    """The whole among these that the rest closes. Whatever adds up by some reading is sound; one that doesn't is the largest told by then."""
    apart: list[Sum] = []
    for at, whole in enumerate(told):
        later = told[at + 1 :]
        if (
            not _may_be_whole(whole, rest)
            or ELSEWHEN.search(story.before(whole, 40))
            or HELD_AGAINST.search(story.before(whole))
            or any(fact.amount.low == whole.amount.low for fact in later)
        ):
            continue
        parts = [fact for fact in later if _is_smaller(fact, whole, MUCH)][-MOST_TOLD:]
        runs = list(_readings(story, whole, parts, rest))
        if tied := next((run for run in runs if added(run) == whole.amount.low), None):
            return whole, tied
        run = _likeliest(whole, runs)
        if (
            run
            and not any(fact.amount.low == added(run) for fact in told)
            and not _in_a_larger(told[:at], whole)
            and not _add_up(whole, [fact for fact in parts if _is_apt(story, fact, whole)], rest)
        ):
            apart.append((whole, run))
    return apart[0] if len(apart) == 1 and not _closes_two(told, rest) else None


def _summed_behind(story: Story, before: list[Fact], rest: Fact, behind: list[Fact]) -> Sum | None:
    """ "61 of the lorries had flour. Behind them 34 carried tents, the last 23 fuel … In all, 118 lorries": the next figure that opens its
    sentence so, and what the sentence of the rest and the one before it count."""
    totals = (fact for fact in behind if IN_ALL.search(story.text[fact.sentence.start : fact.span.start]))
    whole = next(totals, None)
    if whole is None or whole.sentence.start - rest.sentence.end > REACH or not whole.of:
        return None
    near = [
        fact
        for fact in before
        if -NEXT < rest.sentence.start - fact.sentence.end < NEXT or fact.sentence == rest.sentence
    ]
    run = (*(fact for fact in near if _is_smaller(fact, whole) and _is_apt(story, fact, whole)), rest)
    if len(run) <= FEWEST or not all(_is_akin(fact, whole) for fact in run):
        return None
    return (whole, run) if added(run) == whole.amount.low or _one_key_off(whole, run) else None


def _closes_two(told: list[Fact], rest: Fact) -> bool:
    """ "Of the 25 survivors six … The other 19": is it what the two figures right before it leave; or, a large one, two a little further up?"""
    near = [fact for fact in told[-(FEWEST if rest.amount.low < LARGE else CLOSE) :] if fact.amount.bound == "="]
    return any(whole.amount.low - part.amount.low == rest.amount.low for whole, part in combinations(near, 2))


def _readings(story: Story, whole: Fact, parts: list[Fact], rest: Fact) -> Iterator[tuple[Fact, ...]]:
    """The rest with all that are surely parts, with the doubtful ones too, with some of these."""
    apt = [fact for fact in parts if _is_apt(story, fact, whole)]
    sure = [fact for fact in apt if _is_sure(story, fact, whole)]
    doubtful = [fact for fact in apt if fact not in sure]
    if len(doubtful) > DOUBTS:
        return
    if story.before(rest, 4).lower() == "the " and not any(ANOTHER.search(story.before(fact, 30)) for fact in sure):
        return
    for size in (0, *range(len(doubtful), 0, -1)):
        for some in combinations(doubtful, size):
            if FEWEST <= len(sure) + size <= MOST:
                yield (*sorted((*sure, *some), key=lambda fact: fact.span), rest)


def _likeliest(whole: Fact, runs: list[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """Of those that one wrong key would make of the whole: all sure ones, or all there are, or else the only one."""
    apart = [run for run in runs if all(_is_akin(fact, whole) for fact in run) and _one_key_off(whole, run)]
    full = [run for run in apart if run in runs[:2]]
    return full[0] if full else apart[0] if len(apart) == 1 else ()


def _is_akin(fact: Fact, whole: Fact) -> bool:
    """Is it of no other noun, or large? What one wrong key in a small count of something else would make proves nothing."""
    near = whole.amount.low >= 2 * SMALLEST or "\n" not in whole.document.text[whole.span.end : fact.span.start]
    bare = not head(fact) and near  # of a few, any small number is a key away
    alone = whole.kind != "count" or bare or fact.amount.low >= LARGE
    return alone or _kin(head(fact), head(whole)) or of_people(head(fact))


def _one_key_off(whole: Fact, run: tuple[Fact, ...]) -> bool:
    """Is one of the parts wrong by a key; or the whole, which may then be less than one of them if its digits are changed round?"""
    if all(_is_smaller(fact, whole) for fact in run):
        return one_key(slip, whole, run)
    return swapped(whole.amount.low, added(run))


def _in_a_larger(before: list[Fact], whole: Fact) -> bool:
    """Was a larger figure told before, of which this one may be a part itself?"""
    return any(1 < fact.amount.low / whole.amount.low < MUCH and _is_smaller(whole, fact) for fact in before)


def _add_up(whole: Fact, parts: list[Fact], rest: Fact) -> bool:
    """Do any of them make the whole, with the rest or without it?"""
    runs = (run for size in range(1, MOST + 1) for run in combinations(parts, size))
    return any(added(run) in (whole.amount.low, whole.amount.low - rest.amount.low) for run in runs)


def _may_be_whole(whole: Fact, rest: Fact) -> bool:
    named = whole.kind in ("money", "quantity") or bool(whole.of) or _is_total(whole)
    return named and not whole.part and whole.amount.low > max(rest.amount.low, SMALLEST)


def _is_total(whole: Fact) -> bool:
    """ "Visitors to the abbey came to 86,400": a long figure whose noun stands before it."""
    told = CAME_TO.search(whole.document.text, max(0, whole.span.start - 40), whole.span.start)
    return told is not None and digits(whole.amount.low) >= LONG


def _is_smaller(fact: Fact, whole: Fact, times: int = 1) -> bool:
    one_unit = whole.kind not in ("money", "quantity") or fact.amount.unit.name == whole.amount.unit.name
    return one_unit and fact.amount.low < whole.amount.low * times


def _is_apt(story: Story, fact: Fact, whole: Fact) -> bool:
    """May it be a part: none of another time, none set against another figure, no debt of a turnover, no people of things?"""
    if ANOTHER.search(story.before(fact, 30)):
        return True
    if fact.amount.low > whole.amount.low * MOST_OF_IT:  # what was planned, or last year's whole
        return False
    before, after = story.before(fact, 60), story.after(fact)
    if fact.quoted or (fact.kind == "number" and before.endswith("in ")) or ELSEWHEN.search(_clause(story, fact)):
        return False
    if CHANGE_OF.search(before) or (OF_A_PART.search(before) and whole.sentence != fact.sentence):
        return False
    if SET_AGAINST.search(before) and not OF_THAT.match(after):
        return False
    if whole.kind in ("money", "quantity"):
        return whole.amount.low < fact.amount.low * SCALE
    if not head(fact) or _kin(head(fact), head(whole)):
        return True
    return fact.amount.low >= SMALLEST and of_people(head(fact)) == of_people(head(whole))


def _is_sure(story: Story, fact: Fact, whole: Fact) -> bool:
    """Is it of the same noun or none, and told in its own right?"""
    if (
        whole.amount.low > fact.amount.low * SCALE
        or MONTH.search(story.after(fact))
        or ELSEWHEN.search(_clause(story, fact, CLAUSE))
    ):
        return False
    if whole.kind == "money":
        return bool(OF_THAT.match(story.after(fact))) or not LEDGER.search(_clause(story, fact, CLAUSE))
    if whole.kind == "quantity" or ANOTHER.search(story.before(fact, 30)):
        return True
    if head(fact):
        return not fact.part and _kin(head(fact), head(whole))
    before = [each for each in story.kinds("count") if each.sentence == fact.sentence and each.span < fact.span]
    return not fact.part and not any(each.part for each in before)  # "14 of the dogs were old and seven ill"


def _kin(noun: str, whole: str) -> bool:
    return one_noun(noun, whole) or is_sort(noun, whole) or (not of_people(whole) and noun in GENERIC)


def _clause(story: Story, fact: Fact, end: "re.Pattern[str]" = BREAK) -> str:
    """The clause that it stands in up to what ends it, and what its sentence opens with."""
    before, after = ASIDE.sub(",", story.before(fact)), story.after(fact)
    opening = story.words(fact.sentence)[:OPENING]
    return f"{opening} {CLAUSE.split(before)[-1]}@{end.split(after)[0]}"
