"""What a name stands for in an article: a selector over facts and relations."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from copydesk.late import late
from copydesk.model import Document, Fact, Relation, Selector, Span, Term
from copydesk.moments import Moment
from copydesk.named import NamedTuple
from copydesk.typed import Literal

MOMENTS = ("date", "time")
BODY = ("lede", "paragraph", "list item")
# Where a clause ends inside its sentence.
CLAUSE_END = late(
    r"[;:]\s|\s[–—-]{1,2}\s|—"
    r"|,\s+(?=(?:and|but|or|so|yet|while|whereas|with|which|who|whose|where|when|after|before|although|though|as)\b)"
    r"|\s(?=(?:while|but|whereas|although|though)\b)"
    # A split too many does no harm: the closest fact of the sentence is taken then.
    r"|\s(?=and\s+(?:an?|the|one|another|its?|his|her|their|he|she|they)\b)",
    re.IGNORECASE,
)


# "All 366 passengers", "all of the 366".
ALL = late(r"\ball (?:of )?(?:the )?$")


class Found(NamedTuple):
    """The mentions that a selector finds, in reading order; `hidden` are different figures that `take` leaves out."""

    selector: Selector
    facts: tuple[Fact, ...]
    hidden: tuple[Fact, ...] = ()

    @property
    def enough(self) -> bool:
        return len(self.facts) + len(self.hidden) >= self.selector.at_least


class Reader:
    """Finds mentions in one article. What several rules ask for is worked out once."""

    def __init__(self, document: Document, facts: Iterable[Fact], relations: Iterable[Relation] = ()) -> None:
        self.document = document
        self.by_kind: dict[str, list[Fact]] = {}
        self.stated: list[Fact] = []
        for fact in facts:
            # Parts are never mentions of the whole, and what is unknown ("recently") says nothing.
            if fact.value is None:
                continue
            self.stated.append(fact)
            if not fact.part:
                self.by_kind.setdefault(fact.kind, []).append(fact)
        self.by_relation: dict[str, list[Relation]] = {}
        for relation in relations:
            self.by_relation.setdefault(relation.kind, []).append(relation)
        # Of other texts that rules take figures from, by their identity.
        self.others: dict[int, Reader] = {}
        self._clauses: dict[Span, Span] = {}
        self._ends: dict[Span, list[tuple[int, int]]] = {}
        self._places: dict[str, list[int]] = {}
        self._tails: dict[tuple[str, ...], frozenset[tuple[str, ...]]] = {}
        self._lower = ""

    @property
    def lower(self) -> str:
        """The text in lower case, line ends as blanks, character for character."""
        if not self._lower:
            text = self.document.text
            lower = text.lower()
            if len(lower) != len(text):
                lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
            self._lower = lower.replace("\n", " ").replace("\r", " ").replace("\xa0", " ")
        return self._lower

    def find(self, selector: Selector) -> tuple[Fact, ...]:
        """All facts that a selector is for, in reading order, before `at least` and `take`."""
        facts = self._of_kind(selector)
        if facts and not (selector.near or selector.text):
            facts = [fact for fact in facts if not fact.other]
        if selector.of:
            facts = [fact for fact in facts if self._is_of(fact, selector.of)]
            facts = facts if selector.text else self._of_all(facts, selector)
        if _looks_at_fact(selector):
            facts = [fact for fact in facts if self._fits(selector, fact)]
        for phrases in selector.near:
            facts = self._near(facts, phrases) if facts else facts
        if selector.not_near and facts:
            hits = self._hits(selector.not_near)
            facts = [fact for fact in facts if not (hits and self._stands_with(hits, fact))]
        return tuple(facts)

    def _of_kind(self, selector: Selector) -> list[Fact]:
        kind = selector.kind
        if kind == "moment":
            return sorted((fact for each in MOMENTS for fact in self.by_kind.get(each, ())), key=lambda fact: fact.span)
        if kind == "date":
            found = self.by_kind.get("date", [])
            return [fact for fact in found if isinstance(fact.value, Moment) and fact.value.grain == "day"]
        if selector.dimension is not None:
            return [
                fact for fact in self.by_kind.get("quantity", ()) if fact.amount.unit.dimension == selector.dimension
            ]
        return self.by_kind.get(kind, [])

    def may_tie(self, find: Sequence[Selector]) -> bool:
        """Is there anything for these selectors? False only where they are one relation, and none of its kind was found."""
        one = find[0] if len(find) == 1 else None
        return one is None or not one.relation or bool(one.pattern) or one.kind in self.by_relation

    def ties(self, selector: Selector) -> tuple[Relation, ...]:
        """All relations of the selector's kind of which some fact fits its other keys."""
        found = self._matches(selector) if selector.pattern else self.by_relation.get(selector.kind, [])
        if not (selector.near or selector.not_near or selector.of or _looks_at_fact(selector)):
            return tuple(found)
        return tuple(relation for relation in found if self._relation_fits(selector, relation))

    def _matches(self, selector: Selector) -> list[Relation]:
        from copydesk.judge.matching import matches

        return matches(selector, self.lower, self.stated)

    def leaves_out(self, selector: Selector, relation: Relation) -> str:
        """The first key of a selector by which a tie of its kind is left out; empty if none does."""
        for key in ("near", "not_near", "of", "places", "not_places", "said_by", "text"):
            value = getattr(selector, key)
            if value and not self._relation_fits(
                Selector(selector.name, selector.kind)._replace(**{key: value}), relation
            ):
                return key
        return ""

    def _relation_fits(self, selector: Selector, relation: Relation) -> bool:
        facts = relation.facts()
        sentence = self.lower[relation.sentence.start : relation.sentence.end]
        near = all(any(_occurs(sentence, phrase) for phrase in phrases) for phrases in selector.near)
        not_near = not any(_occurs(sentence, phrase) for phrase in selector.not_near)
        return near and not_near and any(self._fits(selector, fact) for fact in facts if self._is_of(fact, selector.of))

    def _fits(self, selector: Selector, fact: Fact) -> bool:
        """The keys that look at a fact alone."""
        if selector.places and not any(_stands_in(fact, place) for place in selector.places):
            return False
        if any(_stands_in(fact, place) for place in selector.not_places):
            return False
        if selector.said_by and not (
            fact.speaker and any(_occurs(fact.speaker.lower(), word) for word in selector.said_by)
        ):
            return False
        return not selector.text or _occurs(" ".join(fact.text.lower().split()), selector.text)

    def _is_of(self, fact: Fact, of: tuple[tuple[Term, ...], ...]) -> bool:
        """Is the fact of one of these things, or, where several are named, of all of them together? None named, of any."""
        role = fact.role
        for terms in of:
            if len(terms) > 1:
                found = _is_of_all(fact, terms)
            elif role and terms[0].roles:
                found = role in terms[0].roles  # a figure for several roles ("killed+injured") is of none of them alone
            else:
                found = not terms[0].phrases.isdisjoint(self._tails_of(fact.of))
            if found or (fact.kind == "age" and self._is_whose(fact, terms)):
                return True
        return not of

    def _is_whose(self, age: Fact, terms: tuple[Term, ...]) -> bool:
        from copydesk.judge.whose import is_whose

        counts = [count for count in self.by_kind.get("count", ()) if count.sentence == age.sentence]
        return len(terms) == 1 and is_whose(age, terms[0], self.document.text, counts)

    def _of_all(self, facts: list[Fact], selector: Selector) -> list[Fact]:
        """Without the figures for only some: of a role, those that count some of it; of a noun, those whom something befell,
        where others count the noun itself ("388 passengers", of whom "seven passengers were killed")."""
        if any(term.roles for terms in selector.of for term in terms):
            return [fact for fact in facts if not fact.some]
        if selector.near or selector.kind != "count":
            return facts
        most = max((fact.amount.high for fact in facts if fact.role is None), default=None)
        if most is None:
            return facts
        return [fact for fact in facts if fact.role is None or fact.amount.high > most or self._says_all(fact)]

    def _says_all(self, fact: Fact) -> bool:
        return ALL.search(self.lower, max(0, fact.span.start - 9), fact.span.start) is not None

    def _tails_of(self, of: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
        """A noun phrase with fewer and fewer words before its head: "rail bridge" is a bridge too."""
        if of not in self._tails:
            self._tails[of] = frozenset(of[i:] for i in range(len(of)))
        return self._tails[of]

    # ------------------------------------------------------------ near

    def _near(self, facts: list[Fact], phrases: tuple[str, ...]) -> list[Fact]:
        """Facts in a clause with one of the phrases; failing that, of each sentence with one the fact closest to it."""
        hits = self._hits(phrases)
        if not hits:
            return []
        facts = [fact for fact in facts if _any_within(hits, fact.sentence) or self._is_headed(hits, fact)]
        same = [fact for fact in facts if self._stands_with(hits, fact)]
        if same:
            return same
        chosen = []
        for hit in hits:
            around = [fact for fact in facts if fact.sentence.start <= hit < fact.sentence.end]
            if around:
                closest = min(around, key=lambda fact: max(fact.span.start - hit, hit - fact.span.end))
                chosen.append(closest)
        return [fact for fact in facts if fact in chosen]

    def how_near(self, fact: Fact, phrases: tuple[str, ...]) -> Literal["nowhere", "elsewhere", "sentence", "clause"]:
        """The smallest part of the article that holds a fact and one of the phrases."""
        hits = self._hits(phrases)
        if self._stands_with(hits, fact):
            return "clause"
        if _any_within(hits, fact.sentence):
            return "sentence"
        return "elsewhere" if hits else "nowhere"

    def _hits(self, phrases: tuple[str, ...]) -> list[int]:
        """Where any of these phrases stand as whole words."""
        return [at for phrase in phrases for at in self._of_phrase(phrase)]

    def _of_phrase(self, phrase: str) -> list[int]:
        found = self._places.get(phrase)
        if found is None:
            found = self._places[phrase] = _occurrences(self.lower, phrase)
        return found

    def _stands_with(self, hits: list[int], fact: Fact) -> bool:
        """Does one of the words stand in the clause of a fact, or, of one in a table, above it or at the head of its row?"""
        return _any_within(hits, self._clause(fact)) or self._is_headed(hits, fact)

    def _is_headed(self, hits: list[int], fact: Fact) -> bool:
        headings = self.document.headings
        if not headings or fact.block != "table cell":
            return False
        blocks = self.document.blocks
        at = bisect_right(blocks, fact.span.start, key=lambda block: block.start) - 1
        return any(_any_within(hits, span) for span in headings.get(blocks[at].start, ()))

    def _clause(self, fact: Fact) -> Span:
        if fact.span not in self._clauses:
            self._clauses[fact.span] = self._clause_around(fact)
        return self._clauses[fact.span]

    def _clause_around(self, fact: Fact) -> Span:
        start, end = sentence = fact.sentence
        ends = self._ends.get(sentence)
        if ends is None:
            ends = [found.span() for found in CLAUSE_END.finditer(self.document.text, start, end)]
            self._ends[sentence] = ends
        for first, last in ends:
            if first >= fact.span.end:
                return Span(start, first)
            if last <= fact.span.start:
                start = last
        return Span(start, end)


def _looks_at_fact(selector: Selector) -> bool:
    """Has the selector keys that look at a fact alone?"""
    return bool(selector.places or selector.not_places or selector.said_by or selector.text)


def _is_of_all(fact: Fact, terms: tuple[Term, ...]) -> bool:
    """Is it one figure for all of these together, and for nothing else?"""
    roles = set(fact.role.split("+")) if fact.role else set()
    named = all(term.roles & roles or _phrase_in(fact.of, term) for term in terms)
    return named and all(any(each in term.roles for term in terms) for each in roles)


def _phrase_in(of: tuple[str, ...], term: Term) -> bool:
    return any(of[i : i + len(phrase)] == phrase for phrase in term.phrases for i in range(len(of)))


def _stands_in(fact: Fact, place: str) -> bool:
    if place == "quote":
        return fact.quoted
    if place == "body":
        return fact.block in BODY
    if place == "table":
        return fact.block == "table cell"
    return place == "anywhere" or fact.block == place


def _occurrences(text: str, phrase: str) -> list[int]:
    found, at, width = [], text.find(phrase), len(phrase)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + width : at + width + 1]
        if not (before.isalnum() or after.isalnum()):
            found.append(at)
        at = text.find(phrase, at + width)
    return found


def _occurs(text: str, phrase: str) -> bool:
    return bool(_occurrences(text, phrase))


def _any_within(hits: list[int], span: Span) -> bool:
    return any(span.start <= hit < span.end for hit in hits)
