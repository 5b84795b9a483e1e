"""Runs of matches, and what they are made of: "an unbeaten run of nine games … Since May they have won six and drawn three"."""

from collections.abc import Iterator

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.story import Story
from copydesk.support import head
from copydesk.ties import single

RUNS = ("unbeaten", "undefeated", "winless", "without defeat", "without a defeat", "without a win", "without winning")
RUN = pattern(
    r"\b(?:(?P<unbeaten>unbeaten|undefeated|without\s+(?:a\s+)?defeat)|winless|without\s+(?:a\s+win|winning))\b"
)
# So far, this one among them; "had won" is before it.
WON = pattern(r"\b(?:have|has)\s+(?:since\s+)?(?:won|(?P<drawn>drawn))\s+$", words="have has")
AND = late(r"\s+and\s+(?P<how>drawn|lost)\s+", words="drawn lost")
FOR_ALL = late(r"\s+(?:of|more|out)\b")
GAMES = ("match", "game", "outing", "fixture")


def records(story: Story) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """The length of a run told once, and the games won and drawn (or drawn and lost) in it."""
    if not story.mentions(*RUNS):
        return
    for a, b in story.pairs("count", "number"):
        how, won = AND.fullmatch(story.between(a, b)), WON.search(story.before(a))
        if not (how and won and single(a) and single(b)) or FOR_ALL.match(story.after(b)):
            continue
        unbeaten = not won["drawn"] and how["how"] == "drawn"
        runs = [fact for fact in story.kinds("count") if _is_run(story, fact, unbeaten)]
        if len({fact.amount.low for fact in runs}) == 1 and unbeaten != (how["how"] == "lost"):
            yield runs[0], (a, b)


def _is_run(story: Story, fact: Fact, unbeaten: bool) -> bool:
    said = RUN.search(story.before(fact, 40) + fact.text + story.after(fact, 40)) if head(fact) in GAMES else None
    return said is not None and single(fact) and not fact.part and bool(said["unbeaten"]) == unbeaten
