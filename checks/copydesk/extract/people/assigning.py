"""Roles written onto facts."""

from copydesk.amounts import written
from copydesk.extract.people.letters import is_person
from copydesk.extract.people.victim import Victim
from copydesk.extract.people.within import within
from copydesk.model import Fact
from copydesk.tokens import Page

ADDED = ("another", "further", "additional")
INDEFINITE = ("indefinite", "another", "none")


def assign(page: Page, facts: list[Fact], found: list[Victim]) -> list[Fact]:
    """The same facts, those that count people with `role`, `of`, `part` and `other`; and new ones for people counted by an
    article or a pronoun ("a man", "no one"). `found` are the people in roles that `victims` gives."""
    if not found:
        return facts
    found = within(found)
    roles = {id(victim.people.fact): victim for victim in found if victim.people.fact is not None}
    assigned = [_in_role(page, fact, roles[id(fact)]) if id(fact) in roles else fact for fact in facts]
    thirds = {page.span(each.people.first, each.people.last) for each in found if each.people.rank}
    if thirds:  # "two were killed and a third wounded": a person, no fraction
        assigned = [fact for fact in assigned if fact.span not in thirds]
    for victim in found:
        people = victim.people
        counted = people.sort in INDEFINITE or page.lower[people.first] in ("one", "a", "an")
        if people.fact is None and people.number is not None and counted and not victim.weak:
            assigned.append(_made(page, victim, people.number))
    return assigned


def _in_role(page: Page, fact: Fact, victim: Victim) -> Fact:
    part = fact.part or victim.part or _added(page, fact)
    other = fact.other or victim.other
    of = fact.of if fact.of and is_person(fact.of[-1]) else ("person",)
    return fact._replace(kind="count", role=victim.role, of=of, part=part, other=other, some=victim.some)


def _added(page: Page, fact: Fact) -> bool:
    """ "Another five", "five more": they come on top of others."""
    first, last = page.index_at(fact.span.start), page.index_at(fact.span.end - 1)
    return page.lower[max(0, first - 1)] in ADDED or page.lower[last + 1 : last + 2] == ["more"]


def _made(page: Page, victim: Victim, number: int) -> Fact:
    people = victim.people
    span = page.span(people.first, people.last)
    return Fact(
        "count",
        span,
        page.document,
        written(number),
        of=(people.noun or "person",),
        role=victim.role,
        block=page.document.block_at(span.start),
        sentence=victim.sentence,
        part=victim.part or people.sort == "another",
        other=victim.other,
        some=victim.some,
    )
