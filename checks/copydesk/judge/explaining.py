"""A rule on one article: how each name was found, what nearly matched and why not, and the arithmetic step by step."""

from collections.abc import Iterator, Sequence

from copydesk.expressions import Plug
from copydesk.judge import applies, judge_all, settings_of
from copydesk.judge.find import Reader
from copydesk.judge.matching import GAP, Nearly, nearly
from copydesk.judge.near_misses import looked_at
from copydesk.judge.plain import either, pattern, selected, things
from copydesk.judge.steps import of_relation, steps
from copydesk.model import Document, Fact, Relation, Rule, Selector, Span

# Of a name with many facts that nearly matched, so many are told.
NEAR_MISSES = 12
SETTINGS = 6


def explained(rule: Rule, document: Document, facts: Sequence[Fact], relations: Sequence[Relation]) -> Iterator[str]:
    """The lines of `copydesk explain RULE --on ARTICLE`."""
    if not applies(rule, document):
        yield "The rule is not for this article."
        return
    reader = Reader(document, facts, relations)
    for selector in rule.find:
        yield f"{selector.name}: {selected(selector)}"
        yield from (
            f"  {line}" for line in (_ties(selector, reader) if selector.relation else _facts(selector, reader, facts))
        )
        yield ""
    settings = settings_of(rule, reader)
    for number, setting in enumerate(settings[:SETTINGS], 1):
        if len(settings) > 1:
            yield f"({number} of {len(settings)})"
        for each in rule.expect:
            yield each.text
            lacking = next((n for n in each.needs if n in setting.short or not setting.pools.get(n)), None)
            if lacking is not None:
                yield f"  → skip: {setting.short.get(lacking) or f'No {lacking!r} was found.'}"
            elif not isinstance(each.sentence, Plug):
                yield from (f"  {line}" for line in steps(each, setting.pools, rule.strict))
        yield ""
    for result in judge_all([rule], document, facts, relations):
        yield f"{result.outcome}: {result.message}"


def _facts(selector: Selector, reader: Reader, facts: Sequence[Fact]) -> Iterator[str]:
    looks = list(looked_at(selector, reader, facts))
    missed = [look for look in looks if look.why]
    if not looks:
        yield f"nothing: there is no {selector.kind} in the article"
    for look in looks:
        if not look.why:
            yield f"+ {_place(look.fact.document, look.fact.span)} {_words(look.fact)}"
    for look in missed[:NEAR_MISSES]:
        yield f"- {_place(look.fact.document, look.fact.span)} {_words(look.fact)}: {look.why}"
    if len(missed) > NEAR_MISSES:
        yield f"- and {len(missed) - NEAR_MISSES} more"


def _ties(selector: Selector, reader: Reader) -> Iterator[str]:
    found = reader.ties(selector)
    every = reader.by_relation.get(selector.kind, []) if not selector.pattern else []
    close = nearly(selector, reader.lower, reader.stated) if selector.pattern else []
    if not found and not every and not close:
        yield "nothing: it stands nowhere in the article"
    for relation in found:
        place = _place(reader.document, relation.sentence)
        yield f"+ {place} {'; '.join(of_relation(relation.parts))}"
    for relation in every:
        if relation not in found:
            yield f"- {_place(reader.document, relation.sentence)} {'; '.join(of_relation(relation.parts))}: {_left_out(selector, reader, relation)}"
    for each in close[:NEAR_MISSES]:
        yield f"- {_place(reader.document, each.span)} {_breaks_off(each, reader)}"


def _breaks_off(each: Nearly, reader: Reader) -> str:
    """How far a pattern goes, what is wanted then, and what stands there instead."""
    text = reader.document.text
    begun, rest = (" ".join(part.split()) for part in (text[each.span.start : each.span.end], text[each.span.end :]))
    after = f"{rest[:25].rsplit(' ', 1)[0]}…" if len(rest) > 25 else rest
    wanted = f"'{pattern((each.wanted,))}' is wanted"
    there = f"{rest.split()[0]!r} stands there" if rest else "the article ends"
    if each.soon:
        return f"[{begun}] {after}: then {wanted} within {GAP} words"
    return f"[{begun}] {after}: then {wanted}, and {there}"


def _left_out(selector: Selector, reader: Reader, relation: Relation) -> str:
    """Why a tie of the right kind is not what a name stands for."""
    key = reader.leaves_out(selector, relation)
    if key == "near":
        return f"its sentence lacks {' and '.join(either(words) for words in selector.near)}"
    if key == "not_near":
        return f"its sentence has {either(selector.not_near)}"
    if key == "of":
        return f"none of its figures is of {things(selector.of)}"
    where = {"places": selector.places, "not_places": selector.not_places}
    if key in where:
        return f"none of its figures stands {'in' if key == 'places' else 'outside'} {either(where[key], quoted=False)}"
    return (
        f"nobody called {either(selector.said_by)} says it"
        if key == "said_by"
        else f"no figure of it reads '{selector.text}'"
    )


def _place(document: Document, span: Span) -> str:
    found = document.locate(span.start)
    return f"{found.line}:{found.column}" if not found.field.endswith("title") else f"title:{found.column}"


def _words(fact: Fact) -> str:
    start, end = max(fact.sentence.start, fact.span.start - 25), min(fact.sentence.end, fact.span.end + 25)
    before = " ".join(fact.document.text[start : fact.span.start].split())
    after = " ".join(fact.document.text[fact.span.end : end].split())
    head = "" if start == fact.sentence.start else "…"
    tail = "" if end == fact.sentence.end else "…"
    left = f"{head}{before}{' ' if fact.document.text[fact.span.start - 1 : fact.span.start].isspace() else ''}"
    right = f"{' ' if fact.document.text[fact.span.end : fact.span.end + 1].isspace() else ''}{after}{tail}"
    return f"{left}[{' '.join(fact.text.split())}]{right}".strip()
