"""A rule in plain words: what each name stands for, what is expected, and what happens when it is not found."""

from collections.abc import Iterator

from copydesk.expressions import AddUp, Agree, Between, Compare, Is, Order, Plug, Sentence
from copydesk.model import DataSource, Expectation, Rule, Selector, Term
from copydesk.patterns import Capture, Either, Gap, Piece, Word

KINDS = {
    "count": "every count",
    "quantity": "every figure with a physical unit",
    "money": "every sum of money",
    "percent": "every percentage",
    "age": "every age",
    "number": "every bare number",
    "score": "every side of a score",
    "ordinal": "every ordinal",
    "date": "every day",
    "time": "every clock time",
    "moment": "every day or clock time",
    "duration": "every length of time",
}
PLACES = {"headline": "in the headline", "lede": "in the first paragraph", "body": "in the body", "quote": "inside quotation marks", "caption": "in a caption", "table": "in a table", "anywhere": "anywhere"}  # fmt: skip
MISSING = {
    "skip": "If one of them is not found, the rule says nothing.",
    "warn": "If one of them is not found, that is a warning.",
    "fail": "If one of them is not found, the rule fails.",
}


def introduced(rule: Rule) -> Iterator[str]:
    """What holds, why it matters, and for which articles."""
    yield rule.say
    yield from (f"{label}{text}" for label, text in (("Why: ", rule.why), ("See ", rule.link)) if text)
    yield from _which_articles(rule)


def looked_for(rule: Rule) -> Iterator[str]:
    """What each of its names stands for."""
    width = max(len(selector.name) for selector in rule.find) if rule.find else 0
    yield from (f"{selector.name:<{width}}  {selected(selector)}" for selector in rule.find)
    yield from (f"source {source.name}: {sourced(source)}" for source in rule.sources)


def expected(rule: Rule) -> Iterator[str]:
    """Its sentences, and when each holds."""
    for each in rule.expect:
        yield each.text
        yield f"  {meaning(each)}"
    yield MISSING[rule.missing]
    if rule.strict:
        yield "It is strict: the article's 'about', 'at least' and rounding are not allowed for."


def _which_articles(rule: Rule) -> Iterator[str]:
    if rule.only_for:
        yield f"Only for articles in {', '.join(rule.only_for)}."
    if rule.only_tags:
        yield f"Only for articles tagged {either(rule.only_tags)}."
    if rule.language:
        yield f"Only for articles in the language '{rule.language}'."


def selected(selector: Selector) -> str:
    """What one name stands for."""
    if selector.pattern:
        text = f'every place that reads "{pattern(selector.pattern)}"'
    elif selector.relation:
        from copydesk.relate import KINDS as RELATIONS

        known = RELATIONS.get(selector.kind)
        text = f"every {selector.kind} that the text makes{f' ({known.about.rstrip(chr(46))})' if known else ''}"
    else:
        text = KINDS.get(selector.kind, f"every {selector.kind}")
    if selector.of:
        text += f" of {things(selector.of)}"
    parts = [f"with {either(near)} in its clause, or else nearest to it" for near in selector.near]
    parts += [f"without {either(selector.not_near)} in its clause"] if selector.not_near else []
    parts += [either([PLACES[place] for place in selector.places], quoted=False)] if selector.places else []
    parts += (
        [f"not {either([PLACES[place] for place in selector.not_places], quoted=False)}"] if selector.not_places else []
    )
    parts += [f"said by {either(selector.said_by)}"] if selector.said_by else []
    parts += [f"reading '{selector.text}'"] if selector.text else []
    parts += [f"one {selector.together} at a time"] if selector.together else []
    parts += [f"at least {selector.at_least} of them"] if selector.at_least > 1 else []
    parts += [f"the {selector.take} of them only"] if selector.take != "all" else []
    return ", ".join([text, *parts])


def things(of: tuple[tuple[Term, ...], ...]) -> str:
    """What `of` names."""
    return either([" together with ".join(_words(term) for term in terms) for terms in of])


def _words(term: Term) -> str:
    phrases = sorted(" ".join(phrase) for phrase in term.phrases)
    shown = [phrase for phrase in phrases if not any(phrase != other and phrase.startswith(other) for other in phrases)]
    return "/".join(shown or phrases or sorted(term.roles))


def either(words: list[str] | tuple[str, ...], quoted: bool = True) -> str:
    """'a', 'b' or 'c'."""
    shown = [f"'{word}'" if quoted else word for word in words]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def pattern(pieces: tuple[Piece, ...]) -> str:
    """A pattern as its writer would write it."""
    shown = []
    for piece in pieces:
        match piece:
            case Word(text):
                shown.append(text)
            case Capture(name, kind, dimension, unit):
                what = unit.name if unit is not None else " ".join(base for base, _ in dimension or ()) or kind
                shown.append(f"{{{name}:{what}}}")
            case Gap():
                shown.append("...")
            case Either((way, ())):
                shown.append(f"[{pattern(way)}]")
            case Either(ways):
                shown.append(f"({'|'.join(map(pattern, ways))})")
    return " ".join(shown)


def sourced(source: DataSource) -> str:
    """Where a source's figure comes from."""
    if source.kind == "article":
        what = selected(source.selector) if source.selector else "every figure"
        return f"{what}, in {'the text that this one is checked against' if source.at == 'previous' else source.at}"
    if source.kind == "sql":
        return f"what {source.db} gives for: {' '.join(source.at.split())}"
    asked = " and ".join(f"{name} is {value}" for name, value in source.where)
    return f"'{source.column}' of {source.at}{f', where {asked}' if asked else ''}"


def _each(expectation: Expectation) -> str:
    """For what it must hold."""
    names = list(dict.fromkeys(name.partition(".")[0] for name in expectation.chooses))
    if any("." in name for name in expectation.chooses) and len(names) == 1:
        return f" Each '{names[0]}' is judged by itself."
    if len(names) > 1:
        return f" Each choice of one {' and one '.join(names)} must hold."
    return " Each mention must hold." if names else ""


def meaning(expectation: Expectation) -> str:
    """When a sentence holds, in words."""
    sentence: Sentence = expectation.sentence
    one = _each(expectation)
    match sentence:
        case Agree():
            return "Every mention gives the same figure, taken two by two; 'about' and rounding are allowed for."
        case AddUp():
            return f"All mentions of a group together make the total.{one}"
        case Is(_, _, about, side, anchor, _) if side and anchor:
            return f"The time from one to the other is {'about ' if about else ''}that long.{one}"
        case Order(_, how, _):
            return f"It lies {'on the same day' if how == 'on' else how + ' the other'}.{one}"
        case Between():
            return f"It lies between the two, both included.{one}"
        case Compare(_, "=", _, within) | Is(_, _, _, _, _, within):
            allowed = "within what is allowed" if within is not None else "as exactly as the article says it"
            return f"Both sides are the same, {allowed}.{one}"
        case Compare():
            return f"The comparison holds for all that the article's words allow.{one}"
        case Plug(module, function):
            return f"The function {function} of {module}.py says so."
    return ""
