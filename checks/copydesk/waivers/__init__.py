"""Waivers: findings that somebody looked at and lets stand, with a reason and, if need be, an end.

A waiver hides the findings that it is for and nothing else; they are still counted. One that has no reason, is past its end, names no
rule there is, or hides nothing, is a finding of its own: else the list would only ever grow.
"""

from collections.abc import Sequence
from datetime import date, datetime

from copydesk.model import Document, Result, Rule, Waiver
from copydesk.named import NamedTuple

# What a comment in an article begins with.
MARK = "copydesk-ok"
PACK = "waivers"
SAYS = {
    "no-reason": "Every waiver gives its reason.",
    "no-date": "A waiver's end is a date.",
    "expired": "No waiver is past its end.",
    "unknown-rule": "Every waiver names a rule.",
    "unused": "Every waiver hides something.",
}


class Waivers(NamedTuple):
    """What a run knows of waivers beside the articles' own comments.

    side   those of side files
    as_of  the day that ends are held against; without one, the day the article was published
    known  ids and names of rules that are not judged in this run: filtered out, or off
    """

    side: tuple[Waiver, ...] = ()
    as_of: date | None = None
    known: frozenset[str] = frozenset()


NONE = Waivers()


def settle(document: Document, rules: Sequence[Rule], results: Sequence[Result], waivers: Waivers) -> list[Result]:
    """The results of an article, those with a good waiver marked, and behind them what is wrong with its waivers."""
    mine = [*_own(document), *_of_side(waivers.side, document)]
    if not mine:
        return list(results)
    settled, troubles = list(results), []
    for waiver in mine:
        trouble = _trouble(waiver, document, rules, waivers)
        if not trouble:
            hidden = [i for i, result in enumerate(settled) if _hides(waiver, result, document)]
            for i in hidden:
                settled[i] = settled[i]._replace(waived=settled[i].waived or waiver)
            trouble = () if hidden or not _judged(waiver, document, rules) else ("unused", _unused(waiver))
        if trouble:
            troubles.append(_finding(waiver, *trouble))
    return settled + troubles


def _own(document: Document) -> list[Waiver]:
    if not any(MARK in source for source in document.sources.values()):
        return []
    from copydesk.waivers.inline import inline

    return inline(document)


def _of_side(side: Sequence[Waiver], document: Document) -> list[Waiver]:
    if not side:
        return []
    from copydesk.waivers.sidefile import is_for

    return [waiver for waiver in side if is_for(waiver, document)]


def _hides(waiver: Waiver, result: Result, document: Document) -> bool:
    if result.outcome not in ("fail", "unsure") or not names(waiver, result.rule):
        return False
    if waiver.field:
        from copydesk.waivers.inline import speaks_for, stands_in

        block = speaks_for(waiver, document)
        return not result.places or any(stands_in(place, document, block) for place in result.places)
    if waiver.facts is None:
        return True
    from copydesk.waivers.sidefile import plain, texts

    return plain(waiver.facts) == texts(result)


def names(waiver: Waiver, rule: str) -> bool:
    """Does it name this rule, by its id or with its pack?"""
    return waiver.rule in (rule, rule.rpartition("/")[2])


def _judged(waiver: Waiver, document: Document, rules: Sequence[Rule]) -> bool:
    from copydesk.judge import applies

    return any(names(waiver, rule.name) and not rule.off and applies(rule, document) for rule in rules)


# ---------------------------------------------------------------- what is wrong with a waiver


def _trouble(waiver: Waiver, document: Document, rules: Sequence[Rule], waivers: Waivers) -> tuple[str, ...]:
    """Which of SAYS it breaks, and in what words; nothing for a good one."""
    if not waiver.rule or not _known(waiver, rules, waivers):
        what = f"There is no rule '{waiver.rule}'." if waiver.rule else "This one names none."
        return "unknown-rule", what + (_meant(waiver, rules, waivers) if waiver.rule else " Write 'copydesk-ok RULE: reason'.")  # fmt: skip
    if waiver.unread:
        return "no-date", f"'{waiver.unread}' is none: write 'until 2026-01-31'."
    if not waiver.because.strip():
        return "no-reason", f"The one for '{waiver.rule}' gives none, and hides nothing."
    day = waivers.as_of or (document.date.date() if isinstance(document.date, datetime) else document.date)
    if waiver.until and day and day > waiver.until:
        return "expired", f"The one for '{waiver.rule}' ended on {waiver.until}. Look at the finding again."
    return ()


def _known(waiver: Waiver, rules: Sequence[Rule], waivers: Waivers) -> bool:
    if waiver.rule in waivers.known or any(names(waiver, rule.name) for rule in rules):
        return True
    from copydesk.rulebook import load, packs

    return any(names(waiver, rule.name) for rule in load(packs()))


def _meant(waiver: Waiver, rules: Sequence[Rule], waivers: Waivers) -> str:
    from difflib import get_close_matches

    close = get_close_matches(waiver.rule, sorted({*waivers.known, *(rule.id for rule in rules)}), 1)
    return f" Did you mean '{close[0]}'?" if close else ""


def _unused(waiver: Waiver) -> str:
    where = "this article" if waiver.article else "this paragraph"
    facts = f" over {', '.join(f'{fact!r}' for fact in waiver.facts)}" if waiver.facts else ""
    return f"There is no finding of '{waiver.rule}'{facts} in {where}: take the waiver out."


def _finding(waiver: Waiver, sort: str, what: str) -> Result:
    from copydesk.judge import fingerprint_of

    return Result(
        rule=f"{PACK}/{sort}",
        outcome="fail",
        level="warning",
        message=f"{SAYS[sort]} {what}",
        fingerprint=fingerprint_of(f"{PACK}/{sort}", [waiver.rule, waiver.because, *(waiver.facts or ())]),
        say=SAYS[sort],
        rule_path=waiver.path,
        rule_line=waiver.line,
    )
