"""From a document to its facts: one page of tokens, which each reader of one sort of fact goes over once."""

from decimal import localcontext
from operator import attrgetter

from copydesk import numerals
from copydesk.amounts import ROOM
from copydesk.cardinals import STARTERS
from copydesk.extract import figures, people, times, voices
from copydesk.extract.times.find import FINDABLE
from copydesk.lexicon.people import TRIGGERS
from copydesk.lexicon.voices import TELLING
from copydesk.model import Document, Fact
from copydesk.named import NamedTuple
from copydesk.tokens import Page

PLACE = attrgetter("span", "kind")
# Where the readers begin to look.
NOTED = STARTERS | FINDABLE | TRIGGERS | TELLING


class Reading(NamedTuple):
    """One reading of a document: its facts, and the people in roles, also those that no figure counts."""

    facts: tuple[Fact, ...]
    victims: tuple[people.Victim, ...]


def read(document: Document) -> Reading:
    """Reads a document. Never raises, whatever the text; facts and victims stand in the order of the text."""
    with localcontext(ROOM):
        return _read(document)


def _read(document: Document) -> Reading:
    page = Page(document, NOTED)
    found = numerals.read(page)
    timed = times.read(page, found)
    counted = figures.read(page, found, tokens_of(page, timed))
    known = timed + counted
    victims = people.victims(page, known)
    facts = voices.attribute(page, people.assign(page, known, victims))
    return Reading(tuple(sorted(facts, key=PLACE)), tuple(victims))


def read_facts(document: Document) -> tuple[Fact, ...]:
    """All facts of a document, in the order of its text."""
    return read(document).facts


def tokens_of(page: Page, facts: list[Fact]) -> set[int]:
    """The tokens that facts hold: what one reader has taken is no news to the next."""
    taken: set[int] = set()
    for fact in facts:
        taken.update(range(page.index_at(fact.span.start), page.index_at(fact.span.end - 1) + 1))
    return taken
