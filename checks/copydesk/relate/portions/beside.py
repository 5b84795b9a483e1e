"""A percentage or fraction beside a part and its whole, in one or two neighbouring sentences: "312 of the 480 … That is 65 percent", "half of
the 240 … The other 120". Which figure is part of which is told by *of*; that the share is theirs, by its standing in apposition, or by words
that say what it comes to."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from copydesk.amounts import PERCENT
from copydesk.late import late, pattern
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.relate.wholes.pairs import counts, is_counted, is_named, may_be_part, pairs
from copydesk.story import Story
from copydesk.support import content, head, of_people
from copydesk.ties import one_slip

HEDGE = r"(?:(?:only|just|about|some|nearly|almost|roughly|around|approximately|exactly|more\s+than|less\s+than|over|under|well|barely)\s+)*"
RATE = rf"(?:an?\s+(?:[\w’'-]+\s+){{0,4}}(?:rate|share|proportion|turnout|percentage|ratio)\s+of\s+{HEDGE})"
# Between a part (or the whole behind it) and its share.
APPOSED = pattern(
    rf"[\w\s'’-]{{0,60}}?\s*(?:\(|—|–|\s-\s|,|:)\s*(?:or\s+|(?:which|that)\s+(?:is|was|makes|made|means(?:\s+that)?)\s+|equal\s+to\s+|equivalent\s+to\s+)?{HEDGE}{RATE}?"
)
CLOSED = pattern(
    r"\s*(?:[,.;)—–:]|-\s|$|that\b|which\b|(?:was|is|were)\s+(?:the|a|an|well|far|higher|lower|up|down)\b|of\s+(?:the|its|their|all|those|them|his|her|that|everyone|everybody)\b|in\s+all\b|are\s+[a-z]+\s*[.,;])"
)
# "That is 65 percent", "At 65 percent the share …", right behind the sentence with part and whole.
THAT_IS = pattern(
    rf"\W?(?:that|this|it|which)(?:\s+(?:is|was|makes?|means?|amounts?\s+to|works?\s+out\s+at|represents?|represented|equals|comes\s+to|amounted\s+to)|[’']s)\s+{HEDGE}{RATE}?(?:equivalent\s+to\s+)?"
    rf"|\W?(?:the|its|their|that|this)\s+(?:[\w’'-]+\s+){{0,3}}?(?:rate|share|proportion|turnout|percentage|ratio|figure)(?:\s+of\s+(?:[\w’-]+\s+){{0,3}}?[\w’-]+(?=\s+(?:is|was|stood)))?,?\s+(?:(?:of|is|was|at|stood\s+at|stands\s+at|comes\s+to)\s+)?{HEDGE}"
)
AT = late(r"\W?(?:At|With)\s+(?:just\s+|only\s+|about\s+)?")
OPENS = late(r"\W?(?:(?:At|With)\s+)?(?:just\s+|only\s+|about\s+)?", re.IGNORECASE)
WITH = late(r"\W?With\s+(?:just\s+|only\s+|about\s+)?")
LOSING = late(r"\W?(?:Losing|Having|Replacing|With|Without|Missing)\s+(?:just\s+|only\s+|about\s+)?")
OF_THEM = pattern(r"\s+of\s+(?:them|those|these)\b")
TAKEN_UP = pattern(r"\s+of\s+(?:[\w’'-]+\s+){1,3}(?:being\b|[a-z]+ing\b)")
UNDER_AGE, YOUNG = (
    pattern(r"\bunder\s+(?:18|16|14|12|21)\b"),
    pattern(r"\b(?:child|children|minors?|young|boys|girls|teenagers)\b"),
)
THE_SHARE = pattern(
    r",?\s+(?:the|its|this|that|their)\s+(?:[\w-]+\s+){0,2}?(?:share|rate|proportion|percentage|turnout|figure|ratio)\b"
)
# Between a share and the figures that it is worked out from.
AHEAD = pattern(r"[\w\s'’-]{0,70}?\s*(?:\(|—|–|\s-\s|,|:)\s*(?:or\s+|with\s+|some\s+|that\s+is,?\s+|only\s+|just\s+)?")
THE_OTHER = pattern(
    r"\b(?:the\s+(?:other|others|remaining|rest|remainder)|leaving|its\s+other|their\s+other)\s*(?:,\s*)?(?:some\s+|about\s+)?$"
)
CUT = late(r"[,;:(—–]")
OTHER_TIME = pattern(r"\b(?:compared|up\s+from|down\s+from|last\s+year|years?\s+ago|rose|fell|higher|lower|points?)\b")
# A share and its whole.
OF_WHOLE = pattern(
    r"\s+(?:of\s+(?:about\s+|some\s+)?)?(?:(?:the|its|their|all|his|her|those)\s+)*(?:[\w-]+[’']s?\s+)?(?:[\w-]+\s+)?"
)
OR = pattern(r"(?:\s+[\w’'-]+){0,6}?\s*(?:,|\(|—|–)\s*(?:or\s+|that\s+is,?\s+)?(?:about\s+|some\s+)?")
CLOSED_PART = pattern(r"\s*(?:in\s+(?:all|total)|of\s+them|(?:[\w’'-]+\s*){0,2})(?:[,).;—–]|$)")
# "A third full, the hall felt like a barn".
FULL = late(r"\s+(?:full|empty|sold|taken|occupied|finished|built),\s")
NARROWED = late(r"(?:\s+[a-z]+){0,2}\s+(?:in|on|at|from|of|with|who|that|which)\b")
THE_SO_MANY = late(r"\W?(?:The|These|Those|All|All\s+the)\s+")
# "Which leaves 30", "That means 50 buses".
SO_MANY = pattern(
    rf"(?:[^.;]{{0,90}}?[,;—–]\s*(?:so|which|that|and\s+(?:that|so)|meaning|leaving)\s+|\W?(?:that|this|it|so|which)\s+)(?:(?:means|meant|leaves|left|is|was|makes|made|comes\s+to|amounts\s+to|works\s+out\s+at)\s+)?(?:that\s+|the\s+\w+\s+)?{HEDGE}"
)
FOR_EACH = pattern(r"\s*(?:[\w-]+\s+)?(?:for\s+each|each|apiece|per|a\s+head|every)\b")
# "The 6 percent that failed", behind "shut 90 of the 1,500"; "A third of samples failing".
THE_PERCENT, THAT = late(r"\W?(?:The|Those|These)\s+"), late(r"\s*(?:that|who|which)\b")
OF_NOUN = late(r"\s+of\s+((?:the|its|their|our|all|those)\s+)?([a-z]{4,})\b(?!\s+(?:that|which|in|under|over|with))")
OF_THOSE = pattern(
    r"\s+of\s+(?:(?:those|them)(?:\s+[a-z]+)?|the\s+(?:total|lot)|its\s+(?:full\s+)?capacity)\s*(?:[,.;)—–]|$)"
)
OF_THOSE_DONE = pattern(r"\s+of\s+(?:(?:all\s+)?those|the\s+(?:total|lot)|all\s+(?:of\s+)?them)\b", words="of")
OTHERS = late(r"\s+others\b")
# "All but 40 of the 960 …, a rate of 96%"; "56 of the people who took it and 16 of those on the placebo".
ALL_BUT = pattern(r"\ball\s+but\s+$", words="all")
OF_OTHERS = pattern(r"\s+of\s+those\s+(?:on|in|with|from|at|taking|given|getting|without)\b", words="those")
SO = pattern(
    r"\s+(?:of\s+them\s+)?(?:is|are|was|were|has|have|had)\s[^.;:@]{1,40},\s+(?:so|which\s+means(?:\s+that)?|meaning(?:\s+that)?)\s+"
)
# "From 51.9 percent to 58: 87 of the 150": what it was before.
FROM, TO = pattern(r"\bfrom\s+$"), late(r"\s+to\s+\d")
KNOWN = pattern(r"\bthe\s+$")
APPOSITION = pattern(rf"^[^.;:]{{1,60}}[,—–]\s+{HEDGE}$")
NEXT, FAR, ALONE = 3, 400, 250
# What a percentage or a fraction is read as.
SHARED = ("percent", "count", "number")


class Portion(NamedTuple):
    """What part is of whole; `rest` where the part is what the percentage leaves."""

    percent: Fact
    part: Fact
    whole: Fact
    rest: bool = False


# What was counted another time is no pair of this year's rate.
THIS_TIME = pattern(r"\b(?:this\s+(?:year|time|month|week|season)|now|today)(?:[’']s)?\b", words="this now today")
OTHER_TIME = pattern(
    r"\bin\s+(?:19|20)\d\d\b|\b(?:last|previous)\s+(?:year|time|month|week|season)\b|\byears?\s+(?:ago|before)\b"
)


def portions(story: Story) -> Iterator[Portion]:
    """Each percentage or fraction with the part and the whole that it stands beside."""
    told = story.sentences()
    for i, (span, facts) in enumerate(told):
        shares = [fact for fact in facts if fact.kind in SHARED and (_is_percent(fact) or is_fraction(fact))]
        shares = [
            fact for fact in shares if not (FROM.search(story.before(fact, 8)) and TO.match(story.after(fact, 8)))
        ]
        if not shares or facts[0].block == "headline":
            continue
        here = counts(facts)
        near = i and span.start - told[i - 1][0].end < NEXT and of_one_time(story, told[i - 1][0], span)
        before = counts(told[i - 1][1]) if near else []
        behind = counts(told[i + 1][1]) if i + 1 < len(told) and told[i + 1][0].start - span.end < NEXT else []
        for share in shares:
            found = (
                _of_those_before(story, share, before)
                or _of_the(story, share, here, behind)
                or _of_pair(story, share, before, here)
                or _of_those(story, share, here)
                or _so_many(story, share, before, here)
            )
            if found is not None and not OF_OTHERS.match(story.after(found.part, 40)):
                yield found._replace(rest=found.rest or ALL_BUT.search(story.before(found.part, 12)) is not None)


def of_one_time(story: Story, before: Span, here: Span) -> bool:
    """Does a sentence speak of the same time as one before it, or of any?"""
    return not (THIS_TIME.search(story.words(here)) and OTHER_TIME.search(story.words(before)))


def _so_many(story: Story, share: Fact, before: list[Fact], here: list[Fact]) -> Portion | None:
    """ "Only 14 of the 56 lifts work. Three in four are broken, so 42 …": of the one whole that the sentence before has told."""
    wholes = {pair.whole.span: pair.whole for pair in pairs(story, before) if pair.sure}
    parts = [fact for fact in here if fact.span.start > share.span.end]
    if len(wholes) != 1 or len(parts) != 1:
        return None
    (whole,) = wholes.values()
    said = SO.fullmatch(story.between(share, parts[0])) and may_be_part(parts[0], whole)
    return Portion(share, parts[0], whole) if said and is_fraction(share) else None


def _of_those_before(story: Story, share: Fact, before: list[Fact]) -> Portion | None:
    """ "They tested 12,500 drivers. In all, 150 people were over the limit. That is 1.2 per cent of those tested": the last count, of the last one
    before it that is larger."""
    if not before or not THAT_IS.fullmatch(_opening(story, share)) or not OF_THOSE_DONE.match(story.after(share)):
        return None
    part = before[-1]
    told = [
        f
        for f in counts(story.kinds("count"))
        if f.span.end < part.span.start < f.span.end + FAR and f.block != "headline"
    ]
    wholes = [fact for fact in told if fact.amount.low > part.amount.low]
    alike = bool(wholes) and of_people(head(part)) == of_people(head(wholes[-1]))
    return Portion(share, part, wholes[-1]) if alike and len(before) < 3 and not part.other else None


def _of_those(story: Story, share: Fact, here: list[Fact]) -> Portion | None:
    """ "They recovered 115 watches, or half of those stolen": of the one larger count of that noun told before."""
    parts = [fact for fact in here if fact.span.end <= share.span.start]
    if not parts or not OF_THOSE.match(story.after(share)) or not APPOSED.fullmatch(story.between(parts[-1], share)):
        return None
    part = parts[-1]
    earlier = [f for f in story.kinds(part.kind) if 0 < part.span.start - f.span.end < FAR and f.block != "headline"]
    wholes = [
        f
        for f in counts(earlier)
        if f.amount.low > part.amount.low and _is_alike(f, part) and f.sentence != part.sentence
    ]
    return Portion(share, part, wholes[0]) if len(wholes) == 1 and not part.other else None


def _is_alike(whole: Fact, part: Fact) -> bool:
    """One noun, or one currency."""
    return whole.amount.unit == part.amount.unit if part.kind == "money" else head(whole) == head(part) != ""


def _is_percent(fact: Fact) -> bool:
    return fact.kind == "percent" and fact.amount.unit == PERCENT and not is_counted(fact)


def is_fraction(fact: Fact) -> bool:
    """ "A third", "two in five"."""
    return fact.kind in ("count", "number") and 0 < fact.amount.low == fact.amount.high < 1 and "/" not in fact.text


def _of_the_more(story: Story, ahead: list[Fact], share: Fact, whole: Fact) -> bool:
    """ "1,087 homes to let, a quarter of the 4,348 that were on offer": the part stands before, the only one that there is, or one that fits."""
    part = ahead[-1]
    if (
        part.amount.low >= whole.amount.low
        or (part.kind == "money") != (whole.kind == "money")
        or FOR_EACH.match(story.after(whole))
    ):
        return False
    between, known = story.between(part, share), KNOWN.search(story.between(share, whole))
    alike = _is_alike(whole, part) or not head(whole)
    return bool(known and alike and APPOSITION.search(between)) and (len(ahead) == 1 or _near(share, part, whole))


def _of_pair(story: Story, share: Fact, before: list[Fact], here: list[Fact]) -> Portion | None:
    """The part and the whole that the share is in apposition to, or that the sentence before has told."""
    told = before + here
    for part, whole, sure in pairs(story, told):
        if whole.span < share.span < part.span and OF_NOUN.match(story.text, share.span.end):
            continue  # "of the 289 tenants, a quarter of the sample, 112 …": what share the tenants are
        taken_up = sure and (_near(share, part, whole) or of_one_thing(story, share, part, whole))
        tied = _apposed(story, share, part, whole) or (taken_up and _taken_up(story, share, before, part, whole))
        if tied and (sure or "rate" in story.before(share, 40) or OF_THOSE.match(story.after(share))):
            others = [(a, b) for a, b in combinations(told, 2) if (a, b) != (part, whole)]
            if _near(share, part, whole) or not any(
                _near(share, *sorted(two, key=lambda fact: fact.amount.low)) for two in others
            ):
                return Portion(share, part, whole)
    return None


def of_one_thing(story: Story, share: Fact, part: Fact, whole: Fact) -> bool:
    """Do they speak of one thing, or is the share the only one around ("The rate is 65 percent")? Else a slip comes by chance too often."""
    if not any(0 < abs(other.span.start - share.span.start) < ALONE for other in story.kinds("percent")):
        return True
    said = content(story.words(share.sentence))
    return any(said & content(story.words(fact.sentence)) for fact in (part, whole))


def _near(share: Fact, part: Fact, whole: Fact) -> bool:
    return abs(part.amount.low / whole.amount.low * 100 - in_percent(share)) <= 1


def in_percent(share: Fact) -> Decimal:
    return share.amount.low * (1 if share.kind == "percent" else 100)


def _apposed(story: Story, share: Fact, part: Fact, whole: Fact) -> bool:
    """Does the share stand in apposition to the part or the pair, before or behind?"""
    first, last = sorted((part, whole), key=lambda fact: fact.span)
    if share.span.start > part.span.end and not CLOSED.match(story.after(share)):  # "6 percent of something else"
        full = FULL.match(story.after(share)) is not None
        return (full or AT.fullmatch(_opening(story, share)) is not None) and _goes_on(story, share, last)
    if OTHER_TIME.search(CUT.split(story.before(share, 30))[-1]):
        return False
    if share.sentence != last.sentence:
        alike = _near(share, part, whole) or of_one_thing(story, share, part, whole)
        return alike and _goes_on(story, share, last)
    if share.span.start > last.span.end:
        return bool(APPOSED.fullmatch(story.between(last, share)))
    if part.span.start > share.span.end and (part is first or whole.span.end < share.span.start):
        return bool(AHEAD.fullmatch(story.between(share, part)))
    return False


def _opening(story: Story, share: Fact) -> str:
    return story.text[share.sentence.start : share.span.start]


def _goes_on(story: Story, share: Fact, last: Fact) -> bool:
    """ "That is 65 percent", "At 65 percent, the rate …", "The 65 percent that failed": right behind the sentence of the two."""
    if not 0 <= share.sentence.start - last.sentence.end < NEXT:
        return False
    opening, after = _opening(story, share), story.after(share)
    those = THE_PERCENT.fullmatch(opening) and THAT.match(after)
    named = AT.fullmatch(opening) and THE_SHARE.match(after)
    full = not opening.strip('“"') and FULL.match(after)
    return bool(those or named or full or (THAT_IS.fullmatch(opening) and CLOSED.match(after)))


def _taken_up(story: Story, share: Fact, before: list[Fact], part: Fact, whole: Fact) -> bool:
    """ "1,200 members, 300 of whom are under 18. A quarter of our members …": the only part and whole of that noun in the sentence before."""
    if (
        part in before
        and whole in before
        and LOSING.fullmatch(_opening(story, share))
        and OF_THEM.match(story.after(share))
    ):
        return True
    noun = OF_NOUN.match(story.text, share.span.end)
    if noun is None or part not in before or whole not in before or not is_named(noun[2], whole):
        return False
    if not noun[1] and not OPENS.fullmatch(_opening(story, share)):  # all teachers anywhere
        return False
    if not _said_alike(story, share, part, whole):
        return False
    return sum(pair.sure and is_named(noun[2], pair.whole) for pair in pairs(story, before)) == 1


def _said_alike(story: Story, share: Fact, part: Fact, whole: Fact) -> bool:
    """Is the same said of both: a word in common, or a share that is only taken up ("with a third of them ill", "a third failing")?"""
    behind = story.text[share.span.end : share.sentence.end]
    if WITH.fullmatch(_opening(story, share)) or TAKEN_UP.match(behind):
        return True
    first, second = story.text[part.span.end : part.sentence.end], _opening(story, share) + behind
    nouns = content(whole.text + " ".join(whole.of))
    young = UNDER_AGE.search(first + second) and YOUNG.search(first + second)
    return bool(young or (content(first) & content(second)) - nouns)


def _of_the(story: Story, share: Fact, here: list[Fact], behind: list[Fact]) -> Portion | None:
    """ "A third of the 96 …": the whole right behind the share; then the part, or what is left, in apposition or as what it comes to."""
    later = [fact for fact in here if fact.span.start > share.span.end]
    if not later or not OF_WHOLE.fullmatch(story.between(share, later[0])):
        return None
    whole, *rest = later
    ahead = [fact for fact in here if fact.span.end <= share.span.start]
    if ahead and _of_the_more(story, ahead, share, whole):
        return Portion(share, ahead[-1], whole)
    if not (whole.of or whole.kind == "money") or (
        share.kind == "percent" and " of " not in story.between(share, whole)
    ):
        return None
    part = next(iter([*rest, *behind]), None)
    if part is None or part.amount.low >= whole.amount.low or (part.kind == "money") != (whole.kind == "money"):
        return None
    if THE_OTHER.search(story.before(part)) or (KNOWN.search(story.before(part)) and OTHERS.match(story.after(part))):
        return Portion(share, part, whole, rest=True)
    if not may_be_part(part, whole):
        return None
    if FOR_EACH.match(story.after(part)):
        return None
    between = story.between(whole, part) if part in rest else ""
    apposed = between and OR.fullmatch(between) and CLOSED_PART.match(story.after(part, 40))
    so_many = SO_MANY.fullmatch(between) if rest else SO_MANY.fullmatch(_opening(story, part))
    known = THE_SO_MANY.fullmatch(_opening(story, part)) and not NARROWED.match(story.after(part))
    told_again = not rest and bool(known) and _comes_to(share, part, whole)
    return Portion(share, part, whole) if apposed or so_many or told_again else None


def _comes_to(share: Fact, part: Fact, whole: Fact) -> bool:
    """ "One in eight of the 4,800 homes … The 600 empty homes": is it what the share makes, or one key off?"""
    due = whole.amount.low * share.amount.low / (100 if share.kind == "percent" else 1)
    return _near(share, part, whole) or due == int(due) and one_slip(int(part.amount.low), int(due))
