"""`copydesk check`: articles against rules."""

import argparse
from collections.abc import Sequence
from dataclasses import replace

from copydesk.cli._run import articles, last_line, look, output, some_named
from copydesk.cli._tally import Tally
from copydesk.cli._waived import waivers
from copydesk.errors import UsageError
from copydesk.model import Rule


def check(args: argparse.Namespace) -> int:
    from copydesk.desk import check
    from copydesk.report import report
    from copydesk.rulebook import load, packs

    some_named(args)
    built_in = [] if args.no_packs else load(packs())
    own = load(args.rules) if args.rules else ()
    if not built_in and not own:
        raise UsageError("There are no rules to check with. Give --rules, or leave out --no-packs.")
    rules = chosen(own, built_in, args.rule, args.tag)
    tally = Tally(rules, frozenset(rule.name for rule in own), args.fail_on)
    waived = waivers(args, [*own, *built_in])
    found = tally.watch(articles(args, lambda document: check(document, rules, waived)))
    with output(args.output) as write:
        for piece in report(args.format).results(found, look(args)):
            write(piece)
    last_line(tally.line(), args)
    return tally.exit_code


def chosen(own: Sequence[Rule], built_in: Sequence[Rule], ids: Sequence[str], tags: Sequence[str]) -> tuple[Rule, ...]:
    """The rules of a run, the user's own first, in place of built-in ones of the same name. A rule asked for by its id is never off.
    Raises UsageError for an id or tag that no rule has."""
    mine = {rule.name: rule for rule in own}
    every = [*mine.values(), *(rule for rule in built_in if rule.name not in mine)]
    known = {name for rule in every for name in (rule.id, rule.name)}
    for unknown in (name for name in ids if name not in known):
        raise UsageError(f"There is no rule {unknown!r}.{meant(unknown, known)}")
    tagged = {tag for rule in every for tag in rule.tags}
    for unknown in (tag for tag in tags if tag not in tagged):
        raise UsageError(f"No rule has the tag {unknown!r}.{meant(unknown, tagged)}")
    kept = [rule for rule in every if not tags or set(tags) & set(rule.tags)]
    if ids:
        return tuple(replace(rule, off=False) for rule in kept if {rule.id, rule.name} & set(ids))
    return tuple(rule for rule in kept if not rule.off)


def meant(name: str, known: set[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(known), 1)
    if close:
        return f" Did you mean {close[0]!r}?"
    return f" There are: {', '.join(sorted(known)[:12])}." if known else ""
