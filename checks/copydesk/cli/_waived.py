"""The waivers of a run: the side file in the current folder, or the one that is named."""

import argparse
import os
from collections.abc import Sequence
from datetime import date, datetime

from copydesk.model import Rule, Waiver
from copydesk.waivers import Waivers

SIDE_FILE = "copydesk-ok.yml"


def add_waivers(command: argparse.ArgumentParser) -> None:
    command.add_argument("--waivers", metavar="FILE", help=f"file of waivers ({SIDE_FILE} here, if there is one)")
    command.add_argument(
        "--as-of",
        type=day,
        metavar="DATE",
        help="day that the ends of waivers are held against, or today (publication)",
    )


def day(written: str) -> date:
    """A date, or `today`: no run looks at the clock unless it is asked to."""
    from copydesk.cli._options import dated

    if written == "today":
        return date.today()
    found = dated(written)
    return found.date() if isinstance(found, datetime) else found


def waivers(args: argparse.Namespace, every: Sequence[Rule]) -> Waivers:
    """What the run knows of waivers; `every` are all rules there are, judged or not. Raises BrokenRules, UsageError."""
    path = args.waivers or (SIDE_FILE if os.path.isfile(SIDE_FILE) else "")
    side: tuple[Waiver, ...] = ()
    if path:
        from copydesk.waivers.sidefile import read

        side = read(path)
    return Waivers(side, args.as_of, frozenset(name for rule in every for name in (rule.id, rule.name)))
