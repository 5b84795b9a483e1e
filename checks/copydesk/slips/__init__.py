"""Slips of the pen: the changes of a fact's words that writers make by mistake, each made in place.

What `copydesk mutate` tries on a story, what the failing examples of proposed rules are made with, and what `copydesk.strategies` draws.
"""

from collections.abc import Iterator

from copydesk.model import Fact
from copydesk.slips import figures, times
from copydesk.slips._slip import Slip as Slip
from copydesk.slips._slip import SlipKind as SlipKind
from copydesk.slips.editing import edited as edited
from copydesk.slips.editing import slipped as slipped

MOMENTS = ("date", "time")
# More often a word than a place in a row.
FIRST = "first"


def slips(fact: Fact) -> tuple[Slip, ...]:
    """Every slip that a fact's words are tried with, always the same ones; none for words that name no figure ("a man", "at first",
    "recently")."""
    if fact.value is None or fact.kind == "set" or fact.text.lower() == FIRST:
        return ()
    found = times.slips(fact) if fact.kind in MOMENTS else figures.slips(fact)
    return tuple(_told(found, fact))


def _told(found: Iterator[Slip], fact: Fact) -> Iterator[Slip]:
    """Those that change something; two ways to the same words are one slip."""
    seen = set()
    for slip in found:
        was = fact.document.text[slip.span.start : slip.span.end]
        if slip.words != was and (slip.span, slip.words) not in seen:
            seen.add((slip.span, slip.words))
            yield slip
