"""Rules by their names, for commands that are about one of them: the user's own, then the built-in ones."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from copydesk.cli.check import meant
from copydesk.cli.examples import SUFFIXES, here
from copydesk.errors import UsageError
from copydesk.model import Rule


def pool(args: argparse.Namespace) -> tuple[Rule, ...]:
    """All rules that a name may mean: those of --rules, or of the rule files here and in rules/, and the built-in ones.
    Raises BrokenRules."""
    from copydesk.rulebook import load, packs

    paths = args.rules or here()
    own = load(paths) if paths else ()
    names = {rule.name for rule in own}
    return (*own, *(rule for rule in load(packs()) if rule.name not in names))


def the_rule(name: str, rules: Sequence[Rule]) -> Rule:
    """The rule of an id, or of a pack and an id; the user's own before a built-in one. Raises UsageError."""
    from copydesk.rulebook import packs

    found = [rule for rule in rules if name in (rule.id, rule.name)]
    if not found:
        raise UsageError(f"There is no rule {name!r}.{meant(name, {rule.id for rule in rules})}")
    own = [rule for rule in found if rule.path not in packs()]
    found = own or found
    if len({rule.name for rule in found}) > 1:
        raise UsageError(f"Several rules are called {name!r}: {', '.join(rule.name for rule in found)}. Name one with its pack.")  # fmt: skip
    return found[0]


def rules_of(args: argparse.Namespace) -> tuple[Rule, ...]:
    """The rule that is named, or all rules of the file that is. They are never off. Raises UsageError, BrokenRules."""
    from copydesk.rulebook import load

    if args.rule.endswith(SUFFIXES) or Path(args.rule).is_dir():
        return tuple(rule._replace(off=False) for rule in load([args.rule]))
    return (the_rule(args.rule, pool(args))._replace(off=False),)
