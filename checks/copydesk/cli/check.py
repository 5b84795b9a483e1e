"""`copydesk check`: articles against rules."""

import argparse
from collections.abc import Sequence

from copydesk.cli._plan import Place, Plan
from copydesk.cli._reports import how, tell_broken, wanted, write
from copydesk.cli._run import articles, last_line, some_named
from copydesk.cli._tally import Tally
from copydesk.cli._waived import SIDE_FILE, waivers
from copydesk.errors import BrokenRules, UsageError
from copydesk.model import Rule, Waiver
from copydesk.typed import Any

# So many names are listed for one that there is not.
NAMED = 12


def check(args: argparse.Namespace) -> int:
    some_named(args)
    reports = wanted(args)
    try:
        plan, own = planned(args)
    except BrokenRules as error:
        tell_broken(error.mistakes, reports)
        raise
    if args.output or args.report:
        from copydesk.cli._spared import spare

        spare(args, ruled_by(args, plan))
    if args.against:
        from copydesk.cli._against import source

        plan = plan._replace(against=source(args.against))
    if args.changed_since is not None:
        from copydesk.cli._changed import changed

        args.paths = changed(args.paths, ruled_by(args, plan), args.changed_since)
    tally = Tally(plan.rules, own, args.fail_on, args.allow_none, lost(plan.waivers.side))
    write(tally.watch(articles(args, plan.check)), reports, how(args)._replace(rules=plan.rules))
    if args.cache:
        from copydesk.cli._kept import prune

        prune()
    if args.changed_since is not None and not args.paths:
        last_line(f"Checked 0 articles: none of them changed since {args.changed_since}. Exit code 0.", args)
        return 0
    last_line(tally.line(), args)
    return tally.exit_code


def lost(side: Sequence[Waiver]) -> list[str]:
    """The articles that waivers of a side file are for, and that are not there."""
    if not side:
        return []
    from copydesk.waivers.sidefile import lost

    return lost(side)


def planned(args: argparse.Namespace) -> tuple[Plan, frozenset[str]]:
    """The rules and waivers of a run, and the names of the user's own rules. Raises BrokenRules, UsageError."""
    from copydesk.rulebook import load, packs

    built_in = [] if args.no_packs else load(packs())
    own = load(args.rules) if args.rules else ()
    if not built_in and not own:
        raise UsageError("There are no rules to check with. Give --rules, or leave out --no-packs.")
    every = [*own, *built_in]
    places = tuple(place(one, every) for one in args.per_path)
    rules = chosen(own, built_in, args.rule, args.tag)
    known = [*every, *(rule for one in places for rule in one.rules)]
    plan = Plan(rules, waivers(args, known), places)
    return plan.kept() if args.cache else plan, frozenset(rule.name for rule in own)


def place(setting: dict[str, Any], every: Sequence[Rule]) -> Place:
    """Settings for some paths. Raises UsageError for a rule that there is not."""
    from copydesk.rulebook import load

    rules = load(setting["rules"]) if setting.get("rules") else ()
    known = {name for rule in [*every, *rules] for name in (rule.id, rule.name)}
    for unknown in (name for name in setting.get("off", ()) if name not in known):
        raise UsageError(f"per-path: there is no rule {unknown!r} to switch off.{meant(unknown, known)}")
    return Place(tuple(setting["paths"]), frozenset(setting.get("off", ())), tuple(rules))


def ruled_by(args: argparse.Namespace, plan: Plan) -> list[str]:
    """The files that the rules of a run stand in and look into, and its waivers: if one of them changes, any article may come out otherwise."""
    rules = [*plan.rules, *(rule for one in plan.places for rule in one.rules)]
    sources = [path for rule in rules for source in rule.sources for path in (source.at, source.db)]
    against = [args.against] if args.against else []
    return [*against, *args.rules, *{rule.path for rule in rules}, *filter(None, sources), args.waivers or SIDE_FILE]


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
        return tuple(rule._replace(off=False) for rule in kept if {rule.id, rule.name} & set(ids))
    return tuple(rule for rule in kept if not rule.off)


def meant(name: str, known: set[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, sorted(known), 1)
    if close:
        return f" Did you mean {close[0]!r}?"
    more = f" and {len(known) - NAMED} more" if len(known) > NAMED else ""
    return f" There are: {', '.join(sorted(known)[:NAMED])}{more}." if known else ""
