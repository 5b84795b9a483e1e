"""What the story ties together itself, held by the built-in rule for such ties: a conversion, a share, a change, a stretch of time, an age."""

from collections.abc import Iterator, Mapping

from copydesk.model import Fact, Relation, Rule
from copydesk.propose._case import Case, Keys, texts
from copydesk.propose._draft import Draft
from copydesk.propose._say import capital, words
from copydesk.propose._words import landmarks, slug
from copydesk.rulebook import load, packs

# What holds, in a sentence with the words of the parts; where there is none, or a part has no words, the built-in rule's own.
SAY = {
    "conversion": "{stated} and {converted} are the same.",
    "exchange": "{stated} and {converted} are the same sum.",
    "share": "{part} of {whole} is {percent}.",
    "change": "From {before} to {after} is a change of {by}.",
    "rate": "{number} at {each} make {total}.",
    "margin": "Between {larger} and {smaller} lie {by}.",
    "span": "From {start} to {end} it took {length}.",
    "offset": "From {from} to {to} it is {by}.",
    "zones": "{here} and {there} are the same moment.",
    "age": "Someone born in {born} is {years}.",
}
# So many words are tried to tell a tie from others of its kind.
NEAR = 8


def propose(case: Case) -> Iterator[Draft]:
    rules = built_in()
    for tie in case.relations:
        for rule in rules.get(tie.kind, ()) if case.wants(tie.facts()) else ():
            yield from (_draft(tie, rule, keys) for keys in _ways(case, tie))


def built_in() -> Mapping[str, list[Rule]]:
    """The built-in rules that look at one relation each, by its kind."""
    found: dict[str, list[Rule]] = {}
    for rule in load(packs()):
        if len(rule.find) == 1 and rule.find[0].relation and not rule.find[0].pattern:
            found.setdefault(rule.find[0].kind, []).append(rule)
    return found


def _ways(case: Case, tie: Relation) -> Iterator[Keys]:
    """The relation among those of its kind: by a word near it, or by nothing, where there is no other."""
    facts = tie.facts()
    yield from ({"a": tie.kind, "near": word} for fact in facts[:1] for word in landmarks(case, fact)[:NEAR])
    yield {"a": tie.kind}


def _draft(tie: Relation, rule: Rule, keys: Keys) -> Draft:
    name = rule.find[0].name
    return Draft(
        id="-".join(filter(None, (tie.kind, *map(slug, texts(keys, "near"))))),
        why=f"Tied together by the story ({tie.kind})",
        say=_say(tie) or rule.say,
        find={name: keys},
        expect=tuple(each.text for each in rule.expect),
        means={},
        tie=tie,
        settles=tie.facts(),
        message=rule.message,
    )


def _say(tie: Relation) -> str:
    parts = {part: words(value) for part, value in tie.parts.items() if isinstance(value, Fact)}
    try:
        return capital(SAY.get(tie.kind, "").format_map(parts))
    except KeyError:
        return ""
