"""`copydesk test --corpus PATHS [--against REV]`: what rules say of many articles, which rules never say anything, and what a change of
the rules adds and removes."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

from copydesk.cli._regression import OUTCOMES, THEN, Both, Change, Count, told
from copydesk.cli._revision import Past, rules_at
from copydesk.cli._run import articles, in_colour, last_line, output
from copydesk.cli.examples import here
from copydesk.errors import UsageError
from copydesk.model import Checked, Document, Result, Unread
from copydesk.typed import Any

SIGNS = {"added": "+", "removed": "-", "changed": "~"}


def regress(args: argparse.Namespace) -> int:
    from copydesk.rulebook import load

    if not args.corpus:
        raise UsageError("--against needs articles to try the rules on: --corpus PATHS.")
    paths = args.rules or here()
    if not paths:
        raise UsageError("There are no rule files here. Name them, or go to the folder that they stand in.")
    now = tuple(rule for rule in load(paths) if not rule.off)
    with rules_at(args.against, args.rules) if args.against else nullcontext(Past("", (), Path())) as past:
        args.paths = args.corpus
        count = Count(now, past)
        with output(args.output) as write:
            form = in_json if args.format == "json" else in_text
            for piece in form(count, count.watch(articles(args, Both(now, past.rules).check))):
                write(piece)
        last_line(count.line(), args)
        sys.stdout.flush()
    return count.exit_code


Items = Iterable[tuple[Checked | Unread, list[Change]]]


def in_text(count: Count, items: Items) -> Iterator[str]:
    from copydesk.model import Look
    from copydesk.report.text import unread

    for item, found in items:
        if isinstance(item, Unread):
            yield unread(item, Look(in_colour()))
        else:
            yield from (piece for change in found for piece in change_lines(change, item.document, count.past))
    rows = [row(count, name) for name in count.names]
    shown = [each for each in rows if not count.past.rev or each[1] != "same" or any(" → " in cell for cell in each)]
    yield from table(("rule", *(("state",) if count.past.rev else ()), *OUTCOMES), shown, bool(count.past.rev))
    if count.silent:
        yield f"Found nothing to judge: {', '.join(count.silent)}.\n"


def change_lines(change: Change, document: Document, past: Past) -> Iterator[str]:
    """A finding as `check` shows it, with its sign before it."""
    from copydesk.report._finding import finding

    first, *others = finding(placed(change.shown, past if change.now is None else None), document, in_colour())
    yield f"{SIGNS[change.how]} {first}"
    yield from others
    if change.then and change.now:
        before, after = told(change.then), told(change.now)
        yield f"      = at {past.rev} {before if before != after else 'it pointed elsewhere'}: {change.then.message}\n"


def placed(result: Result, past: Past | None) -> Result:
    """A result of the past names its rule's file as git would."""
    return result._replace(rule_path=past.named(result.rule_path)) if past else result


def row(count: Count, name: str) -> tuple[str, ...]:
    """A rule, what became of it, and how often it said what, then → now."""

    def cell(outcome: str) -> str:
        then, now = count.said[THEN + name, outcome], count.said[name, outcome]
        return str(now) if then == now or not count.past.rev else f"{then} → {now}"

    return (name, count.state(name), *map(cell, OUTCOMES))


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], with_state: bool) -> Iterator[str]:
    lines = [head, *(row if with_state else (row[0], *row[2:]) for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(head))]
    if rows:
        yield from ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)  # fmt: skip


def in_json(count: Count, items: Items) -> Iterator[str]:
    from copydesk import __version__
    from copydesk.report._records import encode

    yield f'{{"copydesk": {encode(__version__)}, "against": {encode(count.past.rev or None)}, "changes": ['
    between = "\n"
    unread: list[dict[str, Any]] = []
    for item, found in items:
        if isinstance(item, Unread):
            unread.append({"id": item.id, "path": item.path, "error": item.error})
            continue
        for change in found:
            yield between + encode(change_record(change, item.document, count.past))
            between = ",\n"
    rules = [rule_record(count, name) for name in count.names]
    yield f'\n], "unread": {encode(unread)}, "rules": [\n' + ",\n".join(map(encode, rules))
    summary = {"articles": count.articles, "unread": count.unread, **{how: count.changed[how] for how in SIGNS}}
    yield f'\n], "silent": {encode(count.silent)}, "summary": {encode(summary)}}}\n'


def change_record(change: Change, document: Document, past: Past) -> dict[str, Any]:
    from copydesk.report._records import result_record

    then, now = change.then, change.now
    sides = {
        "then": result_record(placed(then, past), document) if then else None,
        "now": result_record(now, document) if now else None,
    }
    return {"change": change.how, "id": document.id, "path": document.path, **sides}


def rule_record(count: Count, name: str) -> dict[str, Any]:
    def said(rule: str) -> dict[str, int]:
        return {outcome: count.said[rule, outcome] for outcome in OUTCOMES}

    if not count.past.rev:
        return {"rule": name, "now": said(name)}
    return {"rule": name, "state": count.state(name), "then": said(THEN + name), "now": said(name)}
