"""From a draft to a proposal: it must find exactly what was meant, pass on its article, and fail on a slip, in an example and in the article.
What can't be proved is not proposed."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import PurePath

from copydesk import desk
from copydesk.amounts import Outcome, worst
from copydesk.errors import BrokenRules
from copydesk.judge import judge
from copydesk.model import EXAMPLE_DATE, Document, Example, Fact, Rule, Span
from copydesk.propose import _yaml
from copydesk.propose._case import Case, texts
from copydesk.propose._draft import Draft, Proposal, Shown
from copydesk.propose._say import capital
from copydesk.propose._trim import trimmed
from copydesk.rulebook import parse
from copydesk.slips import Slip, SlipKind, slipped, slips

# So many examples that fail are given, each a slip of another fact.
FAILS = 2
# So many characters of an article make an example at most: nobody reads a longer one.
LONGEST = 700
# The slips that editors have seen most often come first.
LIKELY: tuple[SlipKind, ...] = (
    "swap", "day", "hour", "digit", "word", "unit", "scale", "currency", "half-day", "year", "month", "tenfold", "weekday",
)  # fmt: skip
CUT_AT = tuple(",;:–—")
FINAL = tuple(".!?…\"'”’)]")
HEAD = "version: 1\nrules:\n"


def prove(case: Case, draft: Draft) -> Proposal | None:
    """The proposal that a draft makes; None if it does not hold up."""
    if not all(case.find(draft.find[name]) == facts for name, facts in draft.means.items()):
        return None
    lines = tuple(sorted({case.line(fact) for fact in draft.facts}))
    comment, only_for = f"{draft.why}: {_lines(lines)}.", _glob(case.document)
    rule = _read(_yaml.rule(draft, comment, only_for))
    if rule is None or not _passes(case, draft, rule):
        return None
    examples = next((found for spans in _passages(case, draft) if (found := _examples(case, draft, rule, spans))), None)
    if examples is None:
        return None
    written = _yaml.rule(draft, comment, only_for, examples)
    whole = _read(written)
    if whole is None or not all(_comes_out(whole, example) for example in whole.examples):
        return None
    return Proposal(draft.id, draft.why, lines, draft.facts, whole, written)


def _lines(lines: Sequence[int]) -> str:
    if len(lines) == 1:
        return f"line {lines[0]}"
    return f"lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}"


def _glob(document: Document) -> str:
    """The article's file, as `for` names it; brackets stand for themselves."""
    name = PurePath(document.path).name
    if document.path == "-" or document.id != document.path:
        return ""
    return "".join(f"[{char}]" if char in "[*?" else char for char in name)


def _read(text: str) -> Rule | None:
    try:
        (rule,) = parse(HEAD + text)
    except (BrokenRules, ValueError):
        return None
    return rule


def _passes(case: Case, draft: Draft, rule: Rule) -> bool:
    """Does the rule pass on the whole article, and, of a relation, on this one and no other?"""
    ties = [tie for tie in case.relations if tie.kind == draft.tie.kind] if draft.tie else []
    results = judge(rule, case.document, case.read, ties)
    if draft.tie:
        from copydesk.judge.find import Reader

        if Reader(case.document, case.read, ties).ties(rule.find[0]) != (draft.tie,):
            return False
    return bool(results) and all(result.outcome == "pass" for result in results)


def _comes_out(rule: Rule, example: Example) -> bool:
    return worst([result.outcome for result in desk.example(rule, example).results]) == example.outcome


# ---------------------------------------------------------------- examples


def _passages(case: Case, draft: Draft) -> Iterator[tuple[Span, ...]]:
    """The parts of the article that an example may be made of, the shortest first: parts of the sentences of its facts, these sentences, the
    paragraphs, and all from the first of them to the last, since a time may count from another one."""
    sentences = tuple(dict.fromkeys(fact.sentence for fact in draft.facts))
    words = [word for keys in draft.find.values() for key in ("near", "said by") for word in texts(keys, key)]
    paragraphs = _merged([_paragraph(fact) for fact in draft.facts])
    first, last = paragraphs[0].start, paragraphs[-1].end
    between = [Span(b.start, b.end) for b in case.document.blocks if first <= b.start and b.end <= last]
    parts = tuple(trimmed(case, sentence, draft.facts, words) for sentence in sentences)
    if all(_is_headline(case.document, span) for span in sentences):
        yield from ((*sentences, below) for below in _below(case))
        return
    yield from dict.fromkeys([parts, sentences, paragraphs, _merged(between)])


def _below(case: Case) -> Iterator[Span]:
    """What may stand below a headline in an example: a sentence of the lede, or all of it."""
    lede = next((Span(block.start, block.end) for block in case.document.blocks if block.kind != "headline"), None)
    if lede:
        yield from [fact.sentence for fact in case.read if lede.start <= fact.span.start < lede.end][:1]
        yield lede


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))


def _paragraph(fact: Fact) -> Span:
    blocks = fact.document.blocks
    return next((Span(b.start, b.end) for b in blocks if b.start <= fact.span.start < b.end), fact.sentence)


def _examples(case: Case, draft: Draft, rule: Rule, spans: tuple[Span, ...]) -> list[Shown] | None:
    """A passage as it is, which passes, with slips, which fail, and without its last sentence, if the rule then finds too little. None if it
    does not pass, or no slip makes it fail."""
    if sum(span.end - span.start for span in spans) > LONGEST:
        return None
    for dated in _dates(case.document):
        passing = _shown("pass", case.document, spans, dated)
        if passing.text and _outcome(rule, passing) == "pass":
            break
    else:
        return None
    failing = _failing(case, draft, rule, spans, dated)
    if not failing:
        return None
    return [passing, *failing, *_less(case, rule, spans, dated), *_unsure(case, draft, rule, spans, dated)]


def _dates(document: Document) -> tuple[str, ...]:
    """The day that an example is published: none, where that does as well, else the article's own."""
    if document.date is None:
        return ("",)
    day = document.date.date() if isinstance(document.date, datetime) else document.date
    return ("",) if day == EXAMPLE_DATE else ("", day.isoformat())


def _shown(outcome: Outcome, document: Document, spans: Sequence[Span], dated: str, slip: Slip | None = None) -> Shown:
    """A passage as an example, the headline apart, perhaps with a slip in it."""
    words = [(_is_headline(document, span), _words(document, span, slip)) for span in spans]
    title = " ".join(text for headline, text in words if headline)
    return Shown(outcome, " ".join(text for headline, text in words if not headline), title, dated)


def _words(document: Document, span: Span, slip: Slip | None) -> str:
    """The words of a passage on one line, as a sentence, also where it was cut out of one."""
    text, (start, end) = document.text, span
    words = text[start:end]
    if slip and start <= slip.span.start < end:
        words = f"{text[start : slip.span.start]}{slip.words}{text[slip.span.end : end]}"
    words = " ".join(words.split())
    if _is_headline(document, span):
        return words
    if text[:start].rstrip().endswith(CUT_AT):
        words = capital(words)
    words = words.rstrip(",;: ")
    return words if words.endswith(FINAL) else f"{words}."


def _is_headline(document: Document, span: Span) -> bool:
    return document.block_at(span.start) == "headline"


def _outcome(rule: Rule, shown: Shown) -> Outcome:
    dated = date.fromisoformat(shown.dated) if shown.dated else EXAMPLE_DATE
    checked = desk.example(rule, Example(shown.outcome, shown.text, shown.title, dated))
    return worst([result.outcome for result in checked.results])


def _failing(case: Case, draft: Draft, rule: Rule, spans: Sequence[Span], dated: str) -> list[Shown]:
    """Slips that the rule sees, in the passage and in the whole article; each of another fact, if there are such."""
    found: list[Shown] = []
    for fact in reversed(draft.facts):
        for slip in sorted(slips(fact), key=lambda slip: LIKELY.index(slip.kind)):
            shown = _shown("fail", case.document, spans, dated, slip)
            if _outcome(rule, shown) == "fail" and _sees(case, rule, slip):
                found.append(shown)
                break
        if len(found) == FAILS:
            break
    return found


def _sees(case: Case, rule: Rule, slip: Slip) -> bool:
    changed = slipped(case.document, slip)
    return changed is not None and any(result.outcome == "fail" for result in desk.check(changed, (rule,)).results)


def _less(case: Case, rule: Rule, spans: Sequence[Span], dated: str) -> list[Shown]:
    """The passage without its last part, where the rule finds nothing to judge in it then."""
    if len(spans) < 2:
        return []
    shown = _shown("skip", case.document, spans[:-1], dated)
    return [shown] if shown.text and _outcome(rule, shown) == "skip" else []


def _unsure(case: Case, draft: Draft, rule: Rule, spans: Sequence[Span], dated: str) -> list[Shown]:
    """A slip that leaves the rule unsure: "at least nine" for "at least seven"."""
    for fact in draft.facts:
        if fact.kind == "count" and fact.amount.is_bound:
            for slip in slips(fact):
                shown = _shown("unsure", case.document, spans, dated, slip)
                if _outcome(rule, shown) == "unsure":
                    return [shown]
    return []
