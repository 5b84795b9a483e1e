"""Matches told set by set, the winner's games first: "beat Okada 6-3, 4-6, 7-5 in three sets"."""

from collections.abc import Iterator

from copydesk.late import pattern
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.story import Story

BEAT = pattern(
    r"\b(?:beat|beats|defeats|defeated|overcame|saw\s+off|downed|ousted|came\s+past)\s",
    words="beat defeat overcame saw downed ousted past",
)
WON_STRAIGHT = pattern(r"\b(?:won|took|claimed|clinched|reached|wins|takes|winning|taking)\b(?=[^.;]*\bstraight\s)")
NOT_SO = pattern(r"\b(?:lost|beaten|losing|after|retired?|leads?|led|was\s+defeated)\b")
STRAIGHT = pattern(r"\bstraight\s+(?:sets|games|frames)\b", words="straight")
HOW_MANY = pattern(r"\b(?:in|over|after)\s+$", words="in over after")
LONG = pattern(r"-(?:set|game)\s+(?:\w+\s+)?(?:match|win|victory|battle|thriller|final|contest)\b", words="-set -game")
BESIDE = pattern(r"[^.;:,\d]{0,12}\s(?:in|over|after)\s|[^.;\d]{0,30}[,:(]\s*\(?|\s\(?")
SETS, SEPARATORS, FEWEST = (("set",), ("game",), ("frame",)), (",", "", "and", ", and"), 2


# The games of each set.
Match = list[tuple[Fact, Fact]]


def matches(story: Story) -> list[Match]:
    """Scores that stand one behind the other in a sentence."""
    found: list[Match] = []
    for a, b in story.pairs("score"):
        if story.between(a, b) in ("-", "–"):
            goes_on = found and a.sentence == b.sentence and story.between(found[-1][-1][1], a).strip() in SEPARATORS
            if goes_on and found[-1][-1][1].sentence == a.sentence:
                found[-1].append((a, b))
            else:
                found.append([(a, b)])
    return [match for match in found if len(match) >= FEWEST]


def _span(match: Match) -> Span:
    return Span(match[0][0].span.start, match[-1][1].span.end)


def how_many(story: Story, fact: Fact) -> tuple[Span, int] | None:
    """ "In three sets", and how many are told in its sentence."""
    if fact.of not in SETS or not (HOW_MANY.search(story.before(fact)) or LONG.match(story.after(fact))):
        return None
    for match in story.once(matches):
        span = _span(match)
        between = story.text[min(span.end, fact.span.end) : max(span.start, fact.span.start)]
        if match[0][0].sentence == fact.sentence and BESIDE.fullmatch(between):
            return span, len(match)
    return None


class Turned(NamedTuple):
    """A set that went to the other side than the words say: the words, and its figures."""

    said: Span
    winner: Fact
    loser: Fact


def turned(story: Story) -> Iterator[Turned]:
    """What "beat" and "in straight sets" say of a match, with the set that is the test of it: one that the other side won, if any."""
    for match in story.once(matches):
        sentence, start = match[0][0].sentence, match[0][0].span.start
        beat = BEAT.search(story.text, sentence.start, start) or WON_STRAIGHT.search(story.text, sentence.start, start)
        if beat is None or NOT_SO.search(story.text, sentence.start, start):
            continue
        straight = STRAIGHT.search(story.text, beat.end(), sentence.end)
        lost = [one for one in match if one[0].amount.low < one[1].amount.low]
        test = lost[-1] if lost else match[-1]
        if straight:
            yield Turned(Span(*straight.span()), *test)
