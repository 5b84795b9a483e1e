"""`copydesk test`: the examples inside rules, each against its own rule."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from copydesk.amounts import Outcome, worst
from copydesk.cli._run import in_colour, to_stdout
from copydesk.cli._tally import NAMED_AT_MOST, counted
from copydesk.errors import UsageError
from copydesk.model import Checked, Example, Look, Rule

SUFFIXES = (".facts.yml", ".facts.yaml")


def test(args: argparse.Namespace) -> int:
    from copydesk.rulebook import load, packs

    if args.corpus or args.against:
        from copydesk.cli.regress import regress

        return regress(args)
    unused = {"--format json": args.format != "text", "--output": args.output, "--jobs": args.jobs != 1, "--dated": args.dated, "--select": args.select}  # fmt: skip
    if given := [option for option, is_given in unused.items() if is_given]:
        raise UsageError(
            f"{' and '.join(given)}: only with --corpus PATHS. Examples have dates and texts of their own."
        )
    paths = args.rules or here() or packs()
    rules = load(paths)
    if not rules:
        raise UsageError(f"There are no rules in {', '.join(paths)}.")
    bare = [rule.name for rule in rules if not rule.examples]
    right = wrong = 0
    for rule in rules:
        for example in rule.examples:
            told = tried(rule, example)
            right, wrong = (right, wrong + 1) if told else (right + 1, wrong)
            to_stdout(told)
    to_stdout(f"{summary(len(rules), right, wrong, bare)}\n")
    sys.stdout.flush()
    return 1 if wrong else 0 if right else 5


def here(folder: Path | None = None) -> list[str]:
    """The rule files of a folder (the current one), and those in and below its folder `rules`."""
    places = [path for pattern in ("*", "rules/**/*") for path in sorted((folder or Path()).glob(pattern))]
    return [str(path) for path in places if path.name.endswith(SUFFIXES)]


def tried(rule: Rule, example: Example) -> str:
    """Nothing if an example comes out as it says; else what is said, what came, and the facts that were read."""
    from copydesk import desk

    checked = desk.example(rule, example)
    came = worst([result.outcome for result in checked.results])
    return "" if came == example.outcome else "".join(difference(rule, example, came, checked))


def difference(rule: Rule, example: Example, came: Outcome, checked: Checked) -> Iterator[str]:
    from copydesk.report.text import table

    yield f"{rule.path}:{example.line or rule.line}: {rule.id}: this example does not come out as it says.\n"
    messages = [result.message for result in checked.results if result.outcome == came and result.message]
    yield f"    - {example.outcome}\n    + {came}{': ' if messages else ''}{' '.join(messages)}\n"
    expected = "; ".join(expectation.text for expectation in rule.expect)
    yield f"      expected: {expected}\n      the facts that were read:\n"
    yield from (f"      {line}" for line in table(checked, Look(in_colour())))


def summary(rules: int, right: int, wrong: int, bare: list[str]) -> str:
    parts = [f"Tested {counted(rules, 'rule')}: {counted(right, 'example')} came out as said, {wrong} did not."]
    if bare:
        more = [f"{len(bare) - NAMED_AT_MOST} more"] if len(bare) > NAMED_AT_MOST else []
        parts.append(f"Without examples: {', '.join([*bare[:NAMED_AT_MOST], *more])}.")
    if wrong:
        parts.append(f"Exit code 1: {counted(wrong, 'example')} must be put right, or the rule.")
    else:
        parts.append("Exit code 0: all as said." if right else "Exit code 5: there are no examples.")
    return " ".join(parts)
