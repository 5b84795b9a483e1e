"""Hedges before a time or a length: how far left the expression reaches, and what the hedge makes of it."""

from collections.abc import Mapping

from copydesk.amounts import Bound
from copydesk.extract.times.reading import Block
from copydesk.lexicon.unitwords import unit_at
from copydesk.named import NamedTuple


class Hedge(NamedTuple):
    first: int
    bound: Bound = "="
    nearly: bool = False
    apart: bool = False  # what stands there says something else: "12% more than a year ago", "rose over two years"


# By their last word, the longest first: the words before it, the bound, and whether the figure itself is not reached.
BEFORE: Mapping[str, tuple[tuple[tuple[str, ...], Bound, bool], ...]] = {
    "than": (
        (("no", "more"), "<=", False), (("not", "more"), "<=", False), (("no", "less"), ">=", False), (("no", "fewer"), ">=", False),
        (("no", "later"), "<=", False), (("little", "more"), ">", False), (("more",), ">", False), (("less",), "<", False),
        (("longer",), ">", False), (("fewer",), "<", False), (("greater",), ">", False),
    ),
    "least": ((("at",), ">=", False),),
    "most": ((("at",), "<=", False),),
    "to": ((("up",), "<=", False), (("close",), "~", False)),
    "over": ((("well",), ">", False), (("just",), ">", False), (("little",), ">", False), ((), ">", False)),
    "under": ((("just",), "<", False), (("little",), "<", False), ((), "<", False)),
    "about": ((("at",), "~", False), ((), "~", False)),
    "around": (((), "~", False),), "roughly": (((), "~", False),), "approximately": (((), "~", False),), "some": (((), "~", False),),
    "nearly": ((("very",), "=", True), ((), "=", True)), "almost": (((), "=", True),), "mere": ((("a",), "=", False),), "exactly": (((), "=", False),),
    "maximum": ((("a",), "<=", False),), "minimum": ((("a",), ">=", False),),
}  # fmt: skip

# "For over two years", "over two years ago"; where nothing of the kind stands beside it, *over* says when: "rose over two years".
MEASURING = frozenset(
    "for in just well after of took take takes taking taken last lasts lasted lasting spend spends spent spending wait waited waiting"
    " is was were be been being has have had having with by to at only within need needs needed requires required a an".split()
)
MEASURED = frozenset("ago old older late longer earlier later away apart".split())
# "Has worked there over ten years".
PERFECT = frozenset("has have had 's 've".split())
NEAR = 5
# "What about a year abroad?" is about no more than a year.
SUGGESTING = frozenset({("what", "about"), ("how", "about")})


def hedge(block: Block, first: int) -> Hedge:
    """The hedge that ends before token `first`."""
    lower = block.lower
    found = BEFORE.get(lower[first - 1])
    if found is not None and (lower[first - 2], lower[first - 1]) not in SUGGESTING:
        for words, bound, nearly in found:
            start = first - 1 - len(words)
            if start >= 0 and tuple(lower[start : first - 1]) == words:
                if words[:1] == ("little",):
                    start -= lower[start - 1] == "a"
                if lower[first - 1] == "over" and not words and not _measures(block, start):
                    return Hedge(first, apart=True)
                if lower[first - 1] == "than" and _compares(block, start - 1):
                    return Hedge(first, apart=True)
                return Hedge(start, bound, nearly)
    return Hedge(first)


def _measures(block: Block, over: int) -> bool:
    """Does the *over* at a token bound a length, or may it?"""
    before, behind = block.lower[max(0, over - NEAR) : over], block.lower[over + 1 : over + 1 + NEAR]
    return not (MEASURING.isdisjoint(before[-1:]) and PERFECT.isdisjoint(before) and MEASURED.isdisjoint(behind))


def _compares(block: Block, at: int) -> bool:
    """Does the *than* of a hedge compare the figure that ends at token `at` rather than bound the time: "12% more than a
    year ago", "$3 billion more than a year earlier"?"""
    if block.number_before(at) is not None:
        return True
    behind = unit_at(block.page, block.base + at, block.joined(at - 1)) if block.number_before(at - 1) else None
    return behind is not None and behind[1] == block.base + at
