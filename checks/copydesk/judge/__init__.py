"""A rule over the facts and relations of an article → results, one for each relation or group that it looks at.

RULES.md, "What a sentence means", says what is done here; find.py finds the mentions, weigh.py judges sentences, wording.py words.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from itertools import islice, product

from copydesk.amounts import Outcome, worst
from copydesk.expressions import Agree, Plug
from copydesk.judge import wording
from copydesk.judge.again import told_once
from copydesk.judge.find import Found, Reader
from copydesk.judge.values import Operand
from copydesk.judge.weigh import Verdict, weigh
from copydesk.model import Document, Expectation, Fact, Level, Place, Relation, Result, Rule, Selector, Span
from copydesk.named import NamedTuple

# Of rules over several relations, so many combinations are judged at most.
SETTINGS = 512
SKIPS_KEPT = 4096


class Setting(NamedTuple):
    """One thing to judge: the mentions of every name, and for names with too few of them the reason."""

    pools: Mapping[str, Sequence[Operand]]
    short: Mapping[str, str]
    found: Sequence[Found]
    ties: Mapping[str, Relation]
    document: Document


def judge(rule: Rule, document: Document, facts: Sequence[Fact], relations: Sequence[Relation] = ()) -> list[Result]:
    """What a rule says of an article: nothing if it is off or for other articles, else at least one result."""
    return judge_all([rule], document, facts, relations)


def judge_all(
    rules: Collection[Rule], document: Document, facts: Sequence[Fact], relations: Sequence[Relation] = ()
) -> list[Result]:
    """What all these rules say of an article, rule by rule; its facts are sorted out once."""
    reader = Reader(document, facts, relations)
    results: list[Result] = []
    for rule in rules:
        if not rule.off and applies(rule, document):
            results += _judge(rule, reader)
    return told_once(results, rules)


def _judge(rule: Rule, reader: Reader) -> list[Result]:
    if not reader.may_tie(rule.find) and (known := _UNTIED.get(id(rule))):
        return [known[1]]
    ties = {s.name: reader.ties(s) for s in rule.find if s.relation}
    found = {s.name: reader.find(s) for s in rule.find if not s.relation}
    reasons = tuple([_nothing(rule, each, ties, found) for each in rule.expect])
    if reasons and all(reasons):
        skipped = _skipped(rule, reasons)
        if not reader.may_tie(rule.find):
            _UNTIED[id(rule)] = rule, skipped
        return [skipped]
    results = [_result(rule, setting) for setting in islice(_settings(rule, reader, ties, found), SETTINGS)]
    judged = [result for result in results if result.outcome != "skip"]
    # Of several groups only those that could be judged are told; if none could, one of them says why.
    return judged or results[:1]


def applies(rule: Rule, document: Document) -> bool:
    """Is the rule for this article: its path, its tags, its language? One that gives no language may be in any."""
    if rule.only_tags and not {tag.casefold() for tag in document.tags} & {tag.casefold() for tag in rule.only_tags}:
        return False
    if rule.language and document.language and _primary(rule.language) != _primary(document.language):
        return False
    if not rule.only_for:
        return True
    path = document.path.replace("\\", "/")
    return any(fnmatchcase(path, glob) or fnmatchcase(path, f"*/{glob}") for glob in rule.only_for)


def _primary(language: str) -> str:
    """`en` of en-GB (RFC 5646: what comes first is the language, the rest is its variety)."""
    return language.replace("_", "-").partition("-")[0].strip().casefold()


# ---------------------------------------------------------------- what there is to judge


def settings_of(rule: Rule, reader: Reader) -> list[Setting]:
    """What of an article a rule is judged on."""
    ties = {s.name: reader.ties(s) for s in rule.find if s.relation}
    found = {s.name: reader.find(s) for s in rule.find if not s.relation}
    return list(islice(_settings(rule, reader, ties, found), SETTINGS))


def _nothing(
    rule: Rule, expectation: Expectation, ties: Mapping[str, Sequence[Relation]], found: Mapping[str, tuple[Fact, ...]]
) -> str:
    """Why a sentence can't be judged, where the first name that it needs was not found at all: so it is for most rules in most articles,
    and then there is nothing to weigh. Empty where it has to be looked at."""
    if not expectation.needs or (isinstance(expectation.sentence, Agree) and len(found) > 1):
        return ""
    name = expectation.needs[0].partition(".")[0]
    if found.get(name, ties.get(name, (None,))):
        return ""
    selector = next(s for s in rule.find if s.name == name)
    return _no_tie(selector) if selector.relation else _too_few(Found(selector, ()))


def _settings(
    rule: Rule, reader: Reader, ties: Mapping[str, Sequence[Relation]], found: Mapping[str, tuple[Fact, ...]]
) -> Iterator[Setting]:
    """Relations and groups one by one; everything else in one setting."""
    sourced = pools_of(rule, reader) if rule.sources else ({}, {})
    if not ties and not any(s.together for s in rule.find):
        yield _setting(rule, [_kept(Found(s, found[s.name])) for s in rule.find], {}, sourced, reader.document)
        return
    together: list[str] = list(dict.fromkeys(s.together for s in rule.find if s.together))
    groups = [_group_spans(kind, rule, found, reader.document) for kind in together]
    for spans in product(*groups):
        within = dict(zip(together, spans, strict=True))
        kept = [_kept(Found(s, _inside(found[s.name], within.get(s.together)))) for s in rule.find if not s.relation]
        for chosen in product(*(ties[name] or (None,) for name in ties)):
            yield _setting(rule, kept, dict(zip(ties, chosen, strict=True)), sourced, reader.document)


def _group_spans(kind: str, rule: Rule, found: Mapping[str, Sequence[Fact]], document: Document) -> list[Span | None]:
    """The sentences or paragraphs in which names of this grouping have mentions."""
    facts = [fact for s in rule.find if s.together == kind for fact in found[s.name]]
    if kind == "sentence":
        spans = {fact.sentence for fact in facts}
    else:
        spans = {
            Span(b.start, b.end) for b in document.blocks if any(b.start <= fact.span.start < b.end for fact in facts)
        }
    return [*sorted(spans)] or [None]


def _inside(facts: Sequence[Fact], span: Span | None) -> tuple[Fact, ...]:
    return tuple(facts) if span is None else tuple(fact for fact in facts if span.start <= fact.span.start < span.end)


def _kept(found: Found) -> Found:
    """With `take` applied. What it hides is kept for a hint if it says something else."""
    take, facts = found.selector.take, found.facts
    if take == "all" or len(facts) < 2:
        return found
    kept = facts[0] if take == "first" else facts[-1]
    return Found(found.selector, (kept,), tuple(fact for fact in facts if fact is not kept))


def pools_of(rule: Rule, reader: Reader) -> tuple[Mapping[str, Sequence[Operand]], Mapping[str, str]]:
    from copydesk.judge.sourced import pools

    return pools(rule, reader)


def _setting(
    rule: Rule,
    kept: Sequence[Found],
    ties: Mapping[str, Relation | None],
    sourced: tuple[Mapping[str, Sequence[Operand]], Mapping[str, str]],
    document: Document,
) -> Setting:
    pools: dict[str, Sequence[Operand]] = {found.selector.name: found.facts for found in kept} | dict(sourced[0])
    short = dict(sourced[1]) | {found.selector.name: _too_few(found) for found in kept if not found.enough}
    for expectation in rule.expect:
        for name, part, whole in expectation.parts:
            relation = ties[name]
            found = relation.parts.get(part, ()) if relation else ()
            pools[whole] = found if isinstance(found, tuple) else (found,)
            if relation is None:
                short[whole] = _no_tie(next(s for s in rule.find if s.name == name))
    return Setting(pools, short, kept, {name: relation for name, relation in ties.items() if relation}, document)


def _no_tie(selector: Selector) -> str:
    if selector.pattern:
        return f"The pattern of '{selector.name}' stands nowhere."
    return f"No {selector.kind} was found for '{selector.name}'."


def _too_few(found: Found) -> str:
    selector, count = found.selector, len(found.facts) + len(found.hidden)
    if not count:
        return f"No {selector.kind} was found for '{selector.name}'."
    return f"Only {count} of at least {selector.at_least} were found for '{selector.name}'."


# ---------------------------------------------------------------- results


# Most rules find nothing in most articles and say so in the same words each time: by the identity of the rule, which is kept beside them.
_SKIPS: dict[tuple[int, tuple[str, ...]], tuple[Rule, Result]] = {}
# Those over one relation alone, where there is none of it.
_UNTIED: dict[int, tuple[Rule, Result]] = {}


def _skipped(rule: Rule, reasons: tuple[str, ...]) -> Result:
    """The result where nothing was found: what `missing` makes of that."""
    known = _SKIPS.get((id(rule), reasons))
    if known is None:
        if len(_SKIPS) >= SKIPS_KEPT:
            _SKIPS.clear()
            _UNTIED.clear()
        known = _SKIPS[id(rule), reasons] = rule, _made_of_nothing(rule, reasons)
    return known[1]


def _made_of_nothing(rule: Rule, reasons: Sequence[str]) -> Result:
    outcome, level, message = _missing(rule, [Verdict("skip", reason, missing=True) for reason in reasons])
    return Result(
        rule=rule.name,
        outcome=outcome,
        level=level,
        message=message,
        fingerprint=fingerprint_of(rule.name, ()),
        say=rule.say,
        expected="; ".join(each.text for each in rule.expect),
        rule_path=rule.path,
        rule_line=rule.line,
        link=rule.link,
    )


def _result(rule: Rule, setting: Setting) -> Result:
    verdicts = [_weighed(rule, each, setting) for each in rule.expect]
    outcome = worst([verdict.outcome for verdict in verdicts])
    told = [
        (each.text, verdict) for each, verdict in zip(rule.expect, verdicts, strict=True) if verdict.outcome == outcome
    ]
    level, message = rule.level, rule.say
    if outcome == "skip":
        outcome, level, message = _missing(rule, verdicts)
    elif outcome != "pass":
        message = " ".join(
            dict.fromkeys([rule.say, *(_own_words(rule, verdict, setting) for _, verdict in told), *_hints(setting)])
        )
    repairs = _repairs(setting) if outcome == "fail" else ()
    if outcome == "fail" and (why := _doubt(setting)):
        outcome, message = "unsure", f"{message} {why}"
    clash = _clash(told, setting) if outcome in ("fail", "unsure") else []
    if outcome == "fail" and level == "error" and (said := _said(rule, clash)):
        level, message = "warning", f"{message} ({said} in quotation marks: a claim of whoever says it.)"
    return Result(
        rule=rule.name,
        outcome=outcome,
        level=level,
        message=message,
        places=tuple(Place(fact.span, wording.shown(fact), fact.document) for fact in clash),
        fingerprint=fingerprint(rule.name, clash),
        say=rule.say,
        expected="; ".join(text for text, _ in told),
        rule_path=rule.path,
        rule_line=rule.line,
        repairs=repairs,
        link=rule.link,
    )


def _doubt(setting: Setting) -> str:
    if not setting.ties:
        return ""
    from copydesk.judge.doubt import doubt

    return doubt(setting.ties)


def _said(rule: Rule, clash: Sequence[Fact]) -> str:
    """The figures of a clash that a speaker is quoted with, unless the rule asks for them itself: the article may quote what is wrong."""
    if any(selector.said_by or "quote" in selector.places for selector in rule.find):
        return ""
    quoted = dict.fromkeys(f"'{fact.text}'" for fact in clash if fact.quoted)
    return f"{wording.listed(quoted)} {'stand' if len(quoted) > 1 else 'stands'}" if quoted else ""


def _repairs(setting: Setting) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(repair) for relation in setting.ties.values() for repair in relation.repairs))


def _weighed(rule: Rule, expectation: Expectation, setting: Setting) -> Verdict:
    if isinstance(expectation.sentence, Plug):
        from copydesk.judge.plug import call

        return call(rule, expectation.sentence, setting.pools, setting.short, setting.document)
    return weigh(expectation, setting.pools, setting.short, rule.strict)


def _clash(told: Sequence[tuple[str, Verdict]], setting: Setting) -> list[Fact]:
    """The facts that clash, the most suspicious first; a relation's facts all stand behind what is computed from them."""
    tied = [fact for relation in setting.ties.values() for fact in relation.facts()]
    facts = [fact for _, verdict in told for fact in [*_facts(verdict.clash), *tied]]
    return list({_place_key(fact): fact for fact in facts}.values())


def _missing(rule: Rule, verdicts: Sequence[Verdict]) -> tuple[Outcome, Level, str]:
    """What a skip becomes: `missing` turns it into a warning or a failure, if it is a fact that was not found."""
    reasons = list(dict.fromkeys(verdict.text for verdict in verdicts))
    message = " ".join([rule.say, *reasons])
    if rule.missing == "skip" or not any(verdict.missing for verdict in verdicts):
        return "skip", rule.level, message
    return "fail", "warning" if rule.missing == "warn" else rule.level, message


def _own_words(rule: Rule, verdict: Verdict, setting: Setting) -> str:
    """The rule's own message, filled in, or the judge's sentence; and how many choices hold."""
    text = verdict.text
    if rule.message:
        shown = {"difference": verdict.difference}
        parts = {
            f"{name}.{part}": value if isinstance(value, tuple) else (value,)
            for name, relation in setting.ties.items()
            for part, value in relation.parts.items()
        }
        # What the sentence that fails does not name stands with all its mentions.
        for name, operands in {**parts, **setting.pools, **(verdict.named or {})}.items():
            words = [operand.text if isinstance(operand, Fact) else wording.shown(operand) for operand in operands]
            shown[name] = wording.listed(dict.fromkeys(words))
            shown[f"{name}.value"] = wording.listed(dict.fromkeys(wording.shown(operand) for operand in operands))
            shown[f"{name}.sum"] = wording.added(operands)
        text = wording.filled(rule.message, shown)
    return f"{text} It holds for {verdict.held} of {verdict.choices}." if verdict.held else text


def _hints(setting: Setting) -> list[str]:
    """What `take` hides that is a different figure."""
    hints = []
    for found in setting.found:
        other = [fact for fact in found.hidden if fact.value != found.facts[0].value]
        if other:
            words = ", ".join(dict.fromkeys(f"'{fact.text}'" for fact in other))
            hints.append(f"('take: {found.selector.take}' leaves out {words}.)")
    return hints


def _facts(operands: Sequence[Operand]) -> list[Fact]:
    return [operand for operand in operands if isinstance(operand, Fact)]


def _place_key(fact: Fact) -> tuple[int, int, int]:
    return (*fact.span, id(fact.document))


def fingerprint(rule: str, facts: Sequence[Fact]) -> str:
    """A name for a result that survives edits elsewhere in the article: the rule and the words of the facts, in any order."""
    return fingerprint_of(rule, [fact.text for fact in facts])


def fingerprint_of(rule: str, texts: Iterable[str]) -> str:
    words = sorted(" ".join(text.lower().split()) for text in texts)
    return _digest("\n".join([rule, *words]))


@lru_cache(1024)
def _digest(text: str) -> str:
    try:
        from _blake2 import blake2b  # where hashlib has it from, which loads all of OpenSSL besides
    except ImportError:
        from hashlib import blake2b

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
