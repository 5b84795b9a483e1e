"""Two sides of a result and how far apart they ended: "98-91 … the seven-point win", "213 votes to 198, a margin of 15"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from copydesk.amounts import Interval
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation, Repair
from copydesk.relate.results.margins import margin_of
from copydesk.relate.results.race import gaps
from copydesk.relate.results.rivals import VOTES, Pair, newcomer, rivals, sides, stake
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head
from copydesk.ties import amended, computed, single, written_short

# What makes a figure the difference of two sides.
OF_MARGIN = pattern(
    r"\b(?:(?:margin|majority|victory|win|lead|defeat|loss|deficit|difference|gap|advantage|cushion|edge|plurality|buffer)\s+of|(?:majority|margin|lead|gap)\s+(?:is|was|stands\s+at))\s+(?:now\s+|just|only|a\s+mere)?\s*$"
)
UNIT = r"(?:point|goal|run|vote|stroke|shot|seat|game|length|try|wicket)s?"
# "Three points clear of", "1,250 more than"
AHEAD = pattern(
    rf"\s+(?:{UNIT}\s+)?(?:clear\s+of|ahead\s+of|behind\b|adrift\b|in\s+front\s+of|(?:more|fewer|better|worse)\s+than)",
    words="ahead behind adrift clear front more fewer better worse",
)
DEFINITE_WIN = pattern(
    rf"^\W?(?:{UNIT})?\W?\s*(?:victory|win|triumph|defeat|loss|margin|majority|rout|thrashing|drubbing)\b"
)
DEFINITE = pattern(r"\b(?:the|that|their|its|his|her|this)\s+(?:[\w’'-]+\s+)?$")
# "By 411 votes to 263" tells the sides; "not by thirty" tells none.
# "The men must win by two goals to go through" is no result.
TO_COME = pattern(
    r"\b(?:must|to|will|would|could|can|may|might|should)\s+(?:still\s+)?(?:win|lose|prevail|go\s+down)\s+by\s+(?:at\s+least\s+|more\s+than\s+)?$",
    words="must to will would could can may might should",
)
NO_MARGIN, TO = pattern(r"\bnot\s+by\s+@"), late(r"\s*(?:votes?\s+)?to\s+")
BY = pattern(
    r"(?<!trailing\s)(?<!trailed\s)(?<!led\s)(?<!leading\s)(?<!ahead\s)(?<!behind\s)(?:(?<!down\s)|(?<=went\sdown\s))\bby\s+(?:just|only|a\s+margin\s+of|a\s+mere)?\s*$"
)
# "52-47, a five-vote margin"
APPOSED = pattern(r"(?:\s+votes?)?(?:\s+(?:on|in|at)\s+(?:the\s+)?\w+){0,2}\s*(?:,|—|–|\()\s*an?\s+(?:\w+\s+)?")
UNIT_BEHIND = pattern(rf"^\W?{UNIT}\b")
DECIDED = pattern(
    r"\b(?:beat|beating|defeat(?:ed|ing)?|won|win|wins|winning|losing|fell|carried|edged?|past|over|lost|victory|topp(?:ed|ing|led)|downed|hammered|thrash\w+|rout\w+)\b"
    r"|(?<!half\s)(?<!quarter\s)(?<!set\s)(?<!leg\s)(?<!period\s)\b(?:ended|finished)\b"
)
# "A 3-1 win, by two goals".
A_WIN = pattern(
    r"\s+(?:home\s+|away\s+)?(?:win|victory|defeat|loss|triumph),?\s+by\b", words="win victory defeat loss triumph"
)
# "Lifted them to 14-6" tells a season's record.
RECORD = pattern(r"\b(?:to|at|are|is|were|now|stand)\s*$")
# "Their five-goal win in March"
OF_ANOTHER = pattern(
    rf"^\W?(?:{UNIT})?\W?\s*(?:victory|win|triumph|defeat|loss)\s+(?:(?:in|at|on)\s+(?-i:[A-Z])|over\b|against\b|last\b)"
)
OTHER_VOTE = pattern(
    r"\b(?:after|before|while|but|and)\s+(?:an?|another|the)\s+[\w-]+\s+(?:was|were|had|lost|won|fell)\b[^.;]*$"
    r"|[.\n]\s*(?:An?|Another)\s+[^.;@]{1,80}\b(?:was|were|had|lost|won|fell|passed|failed)\b[^.;]*$"
)
# Another contest than the one just told of.
ELSEWHEN = pattern(
    r"\b(?:previous|earlier|last\s+(?:time|year|season|week|month)|(?:first|second|third|next|other)\s+(?:match|game|test|leg)|in\s+(?:19|20)\d\d|then|first\s+count|run-?off|(?:first|second|next)\s+round|ago|(?<!than\s)predicted|(?<!had\s)(?<!than\s)expected|needed)\b"
)
REACH, VOTES_REACH, NEXT = 700, 2500, 200


def relate(story: Story) -> Iterator[Relation]:
    """Every stated margin with its two sides. Where several pairs of sides stand near, any that fits will do."""
    yield from _races(story)
    told = list(sides(story))
    staked = sum(bool(stake(fact)) for fact in story.kinds("count", "quantity"))
    for by in (
        story.kinds("count", "number", "quantity", "percent")
        if told or staked or story.mentions("-run ", " runs", "vot", "ballot", "majority", "margin")
        else ()
    ):
        if not single(by) or not by.amount.low or NO_MARGIN.search(f"{story.before(by, 12)}@") or _is_side(story, by):
            continue
        if TO_COME.search(story.before(by)):
            continue
        pair = _sides(story, by, told) if told and by.of != ("run",) else None
        if pair is None and staked and (stake(by) or not by.of) and (_is_lead(story, by) or _is_margin(story, by)):
            pair = rivals(story, by)
        if pair is None or _elsewhen(story, by, pair):
            pair = margin_of(story, by)
        if pair is None:
            continue
        smaller, larger = sorted(pair, key=_low)
        gap = larger.amount.low - smaller.amount.low
        parts: Parts = {
            "by": by,
            "larger": larger,
            "smaller": smaller,
            "expected": computed(Interval(gap, gap), unit=by.amount.unit),
        }
        repairs = (
            amended(by, gap),
            amended(larger, smaller.amount.low + by.amount.low),
            *([amended(smaller, larger.amount.low - by.amount.low)] if larger.amount.low >= by.amount.low else []),
        )
        yield Relation("margin", parts, by.sentence, repairs)


def _is_side(story: Story, by: Fact) -> bool:
    """ "By nine votes to three" tells the sides."""
    found = TO.match(story.text, by.span.end)
    return found is not None and any(fact.span.start == found.end() for fact in story.kinds("count", "number"))


def _elsewhen(story: Story, by: Fact, pair: Pair) -> bool:
    """Does the sentence put the margin into another contest? Not where it has put the sides there before."""
    found = ELSEWHEN.search(story.text, by.sentence.start, by.sentence.end)
    return found is not None and (pair[0].sentence != by.sentence or found.end() > pair[0].span.start)


def _low(fact: Fact) -> Decimal:
    return fact.amount.low


def _sides(story: Story, by: Fact, told: list[Pair]) -> Pair | None:
    """The sides that a margin is of: right before it, or the last ones that decided the contest."""
    pairs = [pair for pair in told if by not in pair and _may_part(by, pair)]
    near = clear = _apposed(story, pairs, by)
    if not near and pairs and _is_margin(story, by):
        near = [pair for pair in pairs if pair[0].sentence == by.sentence or _reaches(pair, by)]
        if near and near[-1][1].sentence != by.sentence and _own_sides(story, by):
            return None
        if near and OTHER_VOTE.search(story.text, near[-1][1].span.end, by.span.start):
            return None
        clear = [pair for pair in near if _decides(story, pair) and not _of_others(story, pair, by)]
    fitting = [pair for pair in pairs if abs(pair[0].amount.low - pair[1].amount.low) == by.amount.low] if near else []
    return (fitting or clear[-1:])[0] if clear else None


def _may_part(by: Fact, pair: Pair) -> bool:
    """Shares of a vote are so many percent or points apart, and votes so many votes."""
    if pair[0].kind != "percent":
        return by.kind != "percent"
    return by.kind == "percent" or head(by) in ("", "point")


def _own_sides(story: Story, by: Fact) -> bool:
    """ "It leaves them with 336 of the 650 seats, a majority of 22": of what its own sentence counts."""
    own = [fact for fact in story.kinds("count") if fact.sentence == by.sentence and fact is not by]
    return sum(not by.of or head(fact) in ("", head(by)) for fact in own) > 1


def _races(story: Story) -> Iterator[Relation]:
    for gap in gaps(story):
        parts: Parts = {"by": gap.said, "larger": gap.slower, "smaller": gap.faster, "expected": gap.apart}
        yield Relation(
            "margin", parts, gap.said.sentence, (Repair(gap.said.text, f"{written_short(gap.apart.low)} seconds"),)
        )


def _is_margin(story: Story, fact: Fact) -> bool:
    before, after = story.before(fact), story.after(fact)
    noun = bool(re.match(UNIT + r"$", fact.of[-1] if fact.of else ""))
    if OF_MARGIN.search(before):
        return True
    if DEFINITE.search(before) and DEFINITE_WIN.match(_behind_number(fact, after)):
        return True
    words = story.words(fact.sentence)
    return bool(
        BY.search(before) and (noun or UNIT_BEHIND.match(after)) and (VOTES.search(words) or DECIDED.search(words))
    )


def _is_lead(story: Story, fact: Fact) -> bool:
    return AHEAD.match(story.after(fact)) is not None


def _behind_number(fact: Fact, after: str) -> str:
    """The words behind the number itself; its noun may be part of the fact's span ("seven-point")."""
    number = re.match(r"[\w,.]+", fact.text)
    return (fact.text[number.end() :] if number else "") + after


def _apposed(story: Story, pairs: list[Pair], by: Fact) -> list[Pair]:
    """ "52-47, a five-vote margin": the sides right before it."""
    if not DEFINITE_WIN.match(_behind_number(by, story.after(by))):
        return []
    return [pair for pair in pairs if pair[0].sentence == by.sentence and APPOSED.fullmatch(story.between(pair[1], by))]


def _reaches(pair: Pair, by: Fact) -> bool:
    """Before the margin, within a paragraph or so; a vote's sides may stand further up, or come next."""
    first, most = (0, REACH) if pair[0].kind == "score" else (-NEXT, VOTES_REACH)
    return first < by.span.start - pair[1].span.end < most


def _of_others(story: Story, pair: Pair, by: Fact) -> bool:
    """Does the sentence of a margin name somebody whom that of the sides does not?"""
    if OF_ANOTHER.match(_behind_number(by, story.after(by))):
        return True
    if by.sentence in (pair[0].sentence, pair[1].sentence):
        return False
    if by.sentence.end <= pair[0].sentence.start:  # they are told of next
        return False
    return newcomer(story, by, pair[0])


def _decides(story: Story, pair: Pair) -> bool:
    """Does the sentence say that this was the outcome, and is it not a run, a half or a record?"""
    before = story.before(pair[0], 80)
    if pair[0].kind == "score" and not VOTES.search(story.words(pair[0].sentence)):
        found = list(DECIDED.finditer(before))
        return A_WIN.match(story.after(pair[1])) is not None or (
            bool(found)
            and not RECORD.search(before)
            and not re.search(
                r"\b(?:run|half|quarter|set|period|record|improved|lead|led)\b", before[found[-1].end() :]
            )
        )
    return True


RELATION = RelationKind(
    about="The two sides of a score or vote, and how far apart they ended; expected is larger minus smaller.",
    parts={"by": "figure", "larger": "figure", "smaller": "figure", "expected": "figure"},
    relate=relate,
    loose=True,
)
