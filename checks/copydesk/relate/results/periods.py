"""A score that others make: the two halves of a match, the two legs of a tie, the rounds of a golfer."""

from collections.abc import Iterator
from itertools import pairwise, product

from copydesk.late import late, pattern
from copydesk.model import Fact
from copydesk.named import NamedTuple
from copydesk.relate.results.rivals import newcomer
from copydesk.story import Story
from copydesk.ties import one_key, single

# What says of which stretch a score is, in its clause.
WHOLE = pattern(r"\b(?:aggregate|agg|over\s+(?:the\s+)?two\s+legs)\b", words="agg legs")
SECOND = pattern(
    r"\b(?:second[\s-](?:half|leg|period)|return|(?:after|since|following)\s+(?:the\s+)?(?:break|interval|restart|half[\s-]?time))\b",
    words="second return after since following",
)
FIRST = pattern(
    r"\b(?:first[\s-](?:half|leg|period)|(?:by|at|before|until)\s+(?:the\s+)?(?:break|interval|half)|(?:half[\s-]?time|interval)(?:\s+lead)?)\b",
    words="first half break interval",
)
OUTCOME = pattern(
    r"\b(?:beat\w*|defeat\w*|w[io]n|wins|winning|winners?|lost|lose|losing|loss|victory|edged?|thrash\w*|downed|drew|draw|ended|finished|took|takes?|taking)\b"
)
# Of neither a stretch nor the match.
NEITHER = pattern(
    r"\b(?:penalt\w+|shoot-?out|tie-?break\w*|sets?|record|series|last\s+(?:season|year|week|month)|in\s+(?:19|20)\d\d|previous|earlier\s+(?:this|in)|quarter(?![\s-]*finals?)s?)\b"
)
STRETCHES = (("other", NEITHER), ("whole", WHOLE), ("second", SECOND), ("first", FIRST), ("outcome", OUTCOME))
CLAUSE = late(r"[.;:]\s|,\s(?!which)|\n|\d| but | and | to | for | before | after (?=\w+ing\b)")
TOLD_OF = ("aggregate", " agg", "two legs", "half", "interval", "break", "restart")
LONGER = ("extra time", "extra-time", "overtime")
# Rounds of golf, the last of them, and what they come to.
ROUNDS = pattern(r"\brounds\s+of\s+@(?:,\s+@)*,?\s+and\s+@")
LAST = pattern(
    r"\bclos(?:ing|ed)\s+(?:with\s+)?(?:an?\s+)?(?P<a>@)|(?P<b>@)\s+(?:in\s+the\s+(?:final|last|third|fourth|closing)\s+round|on\s+(?:the\s+final\s+day|(?:Satur|Sun)day))\b"
)
OPENED = pattern(r"\b(?:open\w*|beg[au]n|start\w*|first|earlier|previous)\b[^@]*$")
TOTAL = pattern(
    r"\b(?:total\s+of|aggregate\s+of|(?:finish\w*|end\w*|clos\w+)\s+(?:on|at|with)|for)\s+(?:an?\s+|her\s+|his\s+)?(?:[\w-]+\s+)?(?:total\s+of\s+)?(?P<total>@)(?=\s*(?:[,.;(]|total|and\b|to\b|$))"
)
# The scores of a tie stand so close to each other, or are one key from a sum.
TOGETHER, CLAUSE_AT_MOST = 400, 70

Sides = tuple[Fact, Fact]


class Put(NamedTuple):
    """One side's figure in a score, and its figures in the two stretches."""

    total: Fact
    parts: Sides


def put_together(story: Story) -> Iterator[Put]:
    """The sides of a score with what they had in the two stretches. Whose figure stands first may change from one score to the next: the
    way that fits is taken, or else one in which one side fits, as a slip leaves it."""
    if len(story.kinds("score")) < 6 or not story.mentions(*TOLD_OF):
        return
    of: dict[str, list[Sides]] = {name: [] for name in ("", *dict(STRETCHES))}
    for sides in _scores(story):
        of[_stretch(story, sides)].append(sides)
    outcomes, firsts, seconds = of["outcome"], of["first"], of["second"]
    if of["whole"]:  # "lost the first leg 2-1 but won 3-0 at home"
        rest = outcomes + of[""]
        tries = product(of["whole"], firsts or rest, seconds or rest)
    else:
        tries = product(outcomes[:1], firsts, [] if story.mentions(*LONGER) else seconds)
    best: list[Put] = []
    for whole, first, second in tries:
        if first == second:
            continue
        far = of["whole"] and _apart(whole, first, second) > TOGETHER
        if whole[0].sentence.start > max(first[0].span.start, second[0].span.start) and newcomer(
            story, whole[0], first[0]
        ):
            continue
        for one, other in product((first, first[::-1]), (second, second[::-1])):
            way = [Put(total, parts) for total, parts in zip(whole, zip(one, other, strict=True), strict=True)]
            if far and not all(map(_one_key, way)):
                continue
            best = max(best, way, key=lambda puts: sum(map(_fits, puts)))
    if any(map(_fits, best)):
        yield from best


def _apart(*scores: Sides) -> int:
    places = [fact.span.start for sides in scores for fact in sides]
    return max(places) - min(places)


def _fits(put: Put) -> bool:
    return sum(part.amount.low for part in put.parts) == put.total.amount.low


def _one_key(put: Put) -> bool:
    """Do the parts make the total, or would they but for one wrong key?"""
    total, (a, b) = put.total.amount.low, (part.amount.low for part in put.parts)
    return a + b == total or one_key(total, (a, b))


def _scores(story: Story) -> Iterator[Sides]:
    """The scores told by themselves: not those of sets ("6-4, 6-3")."""
    pairs = [
        (a, b)
        for a, b in pairwise(story.kinds("score"))
        if a.sentence == b.sentence and story.between(a, b) in ("-", "–")
    ]
    listed = {
        pair
        for left, right in pairwise(pairs)
        if story.between(left[1], right[0]) in (", ", " ")
        for pair in (left, right)
    }
    return (pair for pair in pairs if pair not in listed)


def _stretch(story: Story, sides: Sides) -> str:
    """What the clause of a score says that it is of."""
    before = CLAUSE.split(story.before(sides[0], CLAUSE_AT_MOST).rstrip(" ,:("))[-1]
    after = CLAUSE.split(story.after(sides[1], CLAUSE_AT_MOST), maxsplit=1)[0]
    of = next((name for name, form in STRETCHES if form.search(before + " @ " + after)), None)
    return ("second" if SECOND.search(story.words(sides[0].sentence)) else "") if of is None else of


def rounds(story: Story) -> Iterator[tuple[Fact, tuple[Fact, ...]]]:
    """Rounds of golf: "rounds of 70, 69 and 72 … a 71 in the final round gave her a total of 282", "rounds of 68, 71 and 70 to finish on 209"."""
    if not story.mentions("rounds of"):
        return
    earlier: tuple[Fact, ...] = ()
    for sentence, facts in story.sentences():
        figures = [fact for fact in facts if fact.kind in ("number", "count") and single(fact)]
        words, places = story.outline(sentence, figures)
        opened = ROUNDS.search(words)
        begin = opened.end() if opened else 0
        if opened:
            earlier = tuple(places[at] for at in range(*opened.span()) if at in places)
        closed = TOTAL.search(words, begin) if earlier else None
        last = LAST.search(words, begin) if closed else None
        more = [places[last.start(name)] for name in ("a", "b") if last[name]] if last else []
        if closed and (more or opened and not OPENED.search(words, 0, opened.start())):
            if not opened or words.count("@", begin, closed.start("total")) == len(more):
                yield places[closed.start("total")], (*earlier, *more)
            earlier = ()
