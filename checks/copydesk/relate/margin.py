"""Two sides of a result and how far apart they ended: "98-91 … the seven-point win", "213 votes to 198, a margin of 15"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from copydesk.amounts import Interval
from copydesk.late import late, pattern
from copydesk.model import Fact, Relation
from copydesk.relate._race import gaps
from copydesk.story import Parts, RelationKind, Story
from copydesk.support import head
from copydesk.ties import amended, computed, single, written_short

# What makes a figure the difference of two sides.
OF_MARGIN = pattern(
    r"\b(?:margin|majority|victory|win|lead|defeat|loss|deficit|difference|gap)\s+of\s+(?:just|only|a\s+mere)?\s*$"
)
UNIT = r"(?:point|goal|run|vote|stroke|shot|seat|game|length|try|wicket)s?"
DEFINITE_WIN = pattern(
    rf"^\W?(?:{UNIT})?\W?\s*(?:victory|win|triumph|defeat|loss|margin|majority|rout|thrashing|drubbing)\b"
)
DEFINITE = pattern(r"\b(?:the|that|their|its|his|her|this)\s+(?:\w+\s+)?$")
HELD_ON = pattern(
    r"\b(?:it|this|that)\s+was\s+an?\s+$|\b(?:held\s+on|hung\s+on|sealed?|complet\w+|earned|claimed|secured|cruised?)\s+(?:for|to|with)?\s*an?\s+$"
)
BY = pattern(
    r"(?<!trailing\s)(?<!trailed\s)(?<!led\s)(?<!leading\s)(?<!ahead\s)(?<!behind\s)(?<!down\s)\bby\s+(?:just|only|a\s+margin\s+of|a\s+mere)?\s*$"
)
# "52-47, a five-vote margin"
APPOSED = pattern(r"(?:\s+votes?)?(?:\s+on\s+\w+day)?\s*(?:,|—|–|\()\s*an?\s+(?:\w+\s+)?")
INNINGS = pattern(
    r"\b(?:(?:all|bowled)\s+out|dismissed|skittled|bundled\s+out|declared|closed|finished|ended)\s+(?:for|on|at)\s+$|\b(?:made|scored|managed|reached|totalled)\s+$"
)
AND_AGAIN = pattern(r"(?:\s+for\s+\w+)?\s+and\s+\d")
UNIT_BEHIND = pattern(rf"^\W?{UNIT}\b")
# Between two sides of a vote.
VERSUS = pattern(
    r"(?:\s+votes?)?\s*,?\s*(?:to|against|versus|v|vs|compared\s+with|while|over|and\s+(?:(?:the|his|her|its)\s+)?\w+)\b[^.;]{0,60}"
)
DECIDED = pattern(
    r"\b(?:beat|beating|defeat(?:ed|ing)?|won|win|wins|edged?|past|over|lost|victory|topp(?:ed|ing|led)|downed|hammered|thrash\w+|rout\w+)\b"
)
# "Lifted them to 14-6" tells a season's record.
RECORD = pattern(r"\b(?:to|at|are|is|were|now|stand)\s*$")
VOTES = pattern(
    r"\b(?:votes?|voted|ballots?|approved|passed|rejected|backed|carried|elected)\b",
    words="approved backed ballot carried elected passed rejected vote",
)
VOTED = pattern(
    r"\b(?:voted|(?:approved|passed|rejected|backed|carried|adopted|defeated|thrown\s+out)[^.;]{0,40}\bby)\s+(?:by\s+)?$"
)
AND_NAME = late(
    r",?\s+(?:and|to|against|while|with)\s+(?:[A-Z][\w.’'-]*\s+){1,3}(?:had\s+|got\s+|won\s+|took\s+|on\s+|at\s+)?"
)
# "123 were for it, 134 against"
FOR_IT = pattern(r"\s+(?:\w+\s+)?(?:were\s+|voted\s+)?(?:for|in\s+favou?r)\b[^.;]{0,20}[,;]?\s+(?:and\s+)?")
AGAINST = pattern(r"\s+(?:\w+\s+)?(?:were\s+|voted\s+)?against\b", words="against")
APART = pattern(r"(?:\s+votes?)?,\s+(?:or\s+)?")
MORE_THAN = pattern(
    r"(?:\s+votes?)?\s+(more|fewer)\s+than\s+[^.;,\d]{2,30},?\s+(?:who|which)\s+(?:had|got|won|took|received|polled)\s+"
)
# "Their five-goal win in March"
OF_ANOTHER = pattern(
    rf"^\W?(?:{UNIT})?\W?\s*(?:victory|win|triumph|defeat|loss)\s+(?:(?:in|at|on)\s+(?-i:[A-Z])|over\b|against\b|last\b)"
)
# "52 percent to the mayor's 41 percent"
TO, ALL = pattern(r"\s+(?:of\s+[^.;,]{1,20}\s+)?(?:to|against|versus)\s+[^.;,]{0,30}"), 100
OTHER_VOTE = pattern(
    r"\b(?:after|before|while|but|and)\s+(?:an?|another|the)\s+[\w-]+\s+(?:was|were|had|lost|won|fell)\b[^.;]*$"
    r"|[.\n]\s*(?:An?|Another)\s+[^.;@]{1,80}\b(?:was|were|had|lost|won|fell|passed|failed)\b[^.;]*$"
)
NAMES = late(r"\b(?!(?:The|It|That|This|Their|His|Her|Its|They|He|She|With|After|In|But|And|A|An)\b)[A-Z][\w]+")
# Another contest than the one just told of.
ELSEWHEN = pattern(
    r"\b(?:previous|earlier|last\s+(?:time|year|season|week|month)|(?:first|second|third|next|other)\s+(?:match|game|test|leg)|in\s+(?:19|20)\d\d|then|first\s+count|ago|predicted|expected|needed)\b"
)
REACH, VOTES_REACH = 700, 2500


def relate(story: Story) -> Iterator[Relation]:
    """Every stated margin with the two sides before it. Where several pairs of sides stand near, any that fits will do."""
    yield from _races(story)
    yield from _more_than(story)
    sides, innings = list(_sides(story)), list(_innings(story))
    if not sides and not innings:
        return
    for by in story.kinds("count", "number", "quantity", "percent"):
        if not single(by) or ELSEWHEN.search(story.words(by.sentence)):
            continue
        pairs = innings if innings and by.of == ("run",) else [pair for pair in sides if _may_part(by, pair)]
        near = clear = _apposed(story, pairs, by)
        if not near and _is_margin(story, by):
            near = [pair for pair in pairs if pair[0].sentence == by.sentence or _before(story, pair, by)]
            near = [pair for pair in near if by.span not in (pair[0].span, pair[1].span)]
            if near and near[-1][1].sentence != by.sentence and _own_sides(story, by):
                continue
            if near and OTHER_VOTE.search(story.text, near[-1][1].span.end, by.span.start):
                continue
            clear = [pair for pair in near if _decides(story, pair) and not _of_others(story, pair, by)]
        if not clear:
            continue
        fitting = [pair for pair in near if _gap(pair) == by.amount.low]
        larger, smaller = (fitting or clear[-1:])[0]
        if larger.amount.low < smaller.amount.low:
            larger, smaller = smaller, larger
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


def _may_part(by: Fact, pair: tuple[Fact, Fact]) -> bool:
    """Shares of a vote are so many percent or points apart, and votes so many votes."""
    return pair[0].kind != "percent" or by.kind == "percent" or head(by) in ("", "point")


def _own_sides(story: Story, by: Fact) -> bool:
    """ "It leaves them with 336 of the 650 seats, a majority of 22": of what its own sentence counts."""
    return sum(fact.sentence == by.sentence and fact is not by for fact in story.kinds("count")) > 1


def _races(story: Story) -> Iterator[Relation]:
    for gap in gaps(story):
        parts: Parts = {"by": gap.said, "larger": gap.slower, "smaller": gap.faster, "expected": gap.apart}
        yield Relation(
            "margin", parts, gap.said.sentence, (f"{gap.said.text} → {written_short(gap.apart.low)} seconds",)
        )


def _more_than(story: Story) -> Iterator[Relation]:
    """ "10,455 votes, 1,250 more than Bianchi, who had 9,205"."""
    figures = story.kinds("count", "number") if story.mentions(" more than ", " fewer than ") else []
    for a, by, b in zip(figures, figures[1:], figures[2:], strict=False):
        if (
            not (single(a) and single(by) and single(b))
            or a.sentence != b.sentence
            or not VOTES.search(story.words(a.sentence))
        ):
            continue
        than = MORE_THAN.fullmatch(story.between(by, b)) if APART.fullmatch(story.between(a, by)) else None
        if than:
            larger, smaller = (a, b) if than[1].lower() == "more" else (b, a)
            gap = larger.amount.low - smaller.amount.low
            parts: Parts = {
                "by": by,
                "larger": larger,
                "smaller": smaller,
                "expected": computed(Interval(gap, gap), unit=by.amount.unit),
            }
            yield Relation("margin", parts, by.sentence, (amended(by, gap),))


def _sides(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """Scores, and figures of votes that "to" or "against" ties."""
    for a, b in story.pairs("percent"):
        if single(a) and single(b) and a.amount.unit == b.amount.unit and VOTES.search(story.words(a.sentence)):
            if (
                abs(a.amount.low + b.amount.low - ALL) < 1
                or TO.fullmatch(story.between(a, b))
                or AND_NAME.fullmatch(story.between(a, b))
            ):
                yield a, b
    for a, b in pairwise(story.kinds("score", "count", "number")):
        if a.sentence != b.sentence or not single(a) or not single(b):
            continue
        between = story.between(a, b)
        if a.kind == b.kind == "score":
            if len(between) == 1:
                yield a, b
        elif VOTES.search(story.words(a.sentence)) and _versus(between, a, b):
            yield a, b


def _innings(story: Story) -> Iterator[tuple[Fact, Fact]]:
    """The only two innings that the story tells of: "all out for 231 … dismissed for 216"."""
    if story.mentions(" runs"):
        totals = [
            fact for fact in story.kinds("number", "count") if single(fact) and INNINGS.search(story.before(fact))
        ]
        if len(totals) == 2 and not any(AND_AGAIN.match(story.after(total)) for total in totals):
            yield totals[0], totals[1]


def _versus(between: str, a: Fact, b: Fact) -> bool:
    """Are they the two sides of a vote: "231-198", "213 votes to 198"?"""
    if FOR_IT.fullmatch(between) and AGAINST.match(a.document.text, b.span.end):
        return True
    if between in ("-", "–"):
        return a.kind == b.kind == "number"
    return bool(VERSUS.fullmatch(between)) and (
        _votes(a, b) or VOTED.search(a.document.text, a.sentence.start, a.span.start) is not None
    )


def _votes(a: Fact, b: Fact) -> bool:
    return all(not fact.of or fact.of[-1] in ("vote", "ballot", "seat") for fact in (a, b)) and (
        bool(a.of or b.of) or a.amount.low >= 1000
    )


def _is_margin(story: Story, fact: Fact) -> bool:
    before, after = story.before(fact), story.after(fact)
    noun = bool(re.match(UNIT + r"$", fact.of[-1] if fact.of else ""))
    if OF_MARGIN.search(before):
        return True
    if (DEFINITE.search(before) or HELD_ON.search(before)) and DEFINITE_WIN.match(_behind_number(fact, after)):
        return True
    words = story.words(fact.sentence)
    return bool(
        BY.search(before) and (noun or UNIT_BEHIND.match(after)) and (VOTES.search(words) or DECIDED.search(words))
    )


def _behind_number(fact: Fact, after: str) -> str:
    """The words behind the number itself; its noun may be part of the fact's span ("seven-point")."""
    number = re.match(r"[\w,.]+", fact.text)
    return (fact.text[number.end() :] if number else "") + after


def _apposed(story: Story, pairs: list[tuple[Fact, Fact]], by: Fact) -> list[tuple[Fact, Fact]]:
    """ "52-47, a five-vote margin": the sides right before it."""
    if not DEFINITE_WIN.match(_behind_number(by, story.after(by))):
        return []
    return [pair for pair in pairs if pair[0].sentence == by.sentence and APPOSED.fullmatch(story.between(pair[1], by))]


def _before(story: Story, pair: tuple[Fact, Fact], by: Fact) -> bool:
    """Before the margin, within a paragraph or so; a vote's sides may stand further up."""
    reach = REACH if pair[0].kind == "score" else VOTES_REACH
    return 0 < by.span.start - pair[1].span.end < reach


def _of_others(story: Story, pair: tuple[Fact, Fact], by: Fact) -> bool:
    """Does the sentence of a margin name somebody whom that of the sides does not?"""
    if by.sentence in (pair[0].sentence, pair[1].sentence):
        return False
    if OF_ANOTHER.match(_behind_number(by, story.after(by))):
        return True
    before = story.text[by.sentence.start : by.span.start]
    known = story.text[max(0, pair[0].sentence.start - REACH) : by.sentence.start]
    return any(name not in known for name in NAMES.findall(before))


def _decides(story: Story, pair: tuple[Fact, Fact]) -> bool:
    """Does the sentence say that this was the outcome, and is it not a run, a half or a record?"""
    before = story.before(pair[0], 80)
    if pair[0].kind == "score" and not VOTES.search(story.words(pair[0].sentence)):
        found = list(DECIDED.finditer(before))
        return (
            bool(found)
            and not RECORD.search(before)
            and not re.search(
                r"\b(?:run|half|quarter|set|period|record|improved|lead|led)\b", before[found[-1].end() :]
            )
        )
    return True


def _gap(pair: tuple[Fact, Fact]) -> object:
    return abs(pair[0].amount.low - pair[1].amount.low)


RELATION = RelationKind(
    about="The two sides of a score or vote, and how far apart they ended; expected is larger minus smaller.",
    parts={"by": "figure", "larger": "figure", "smaller": "figure", "expected": "figure"},
    relate=relate,
)
