"""`copydesk baseline`: a waiver for every finding there is, so that from now on only new ones are told."""

import argparse
import os
from datetime import datetime
from pathlib import Path

from copydesk.cli._run import articles, some_named, to_stdout
from copydesk.cli._tally import counted
from copydesk.cli._waived import SIDE_FILE, waivers
from copydesk.cli.check import chosen
from copydesk.errors import UsageError
from copydesk.model import Unread

BECAUSE = "It stood here before copydesk came, and nobody has looked at it yet."


def baseline(args: argparse.Namespace) -> int:
    from copydesk.desk import check
    from copydesk.rulebook import load, packs
    from copydesk.waivers.sidefile import HEAD, entries

    some_named(args)
    built_in = [] if args.no_packs else load(packs())
    own = load(args.rules) if args.rules else ()
    path = Path(args.waivers or SIDE_FILE)
    if args.waivers and not path.exists():
        args.waivers = None
    known = waivers(args, [*own, *built_in])
    rules = chosen(own, built_in, (), ())
    until = args.until.date() if isinstance(args.until, datetime) else args.until
    reason, end, folder = args.because or BECAUSE, until.isoformat() if until else "", path.resolve().parent
    found: list[str] = []
    read = unread = 0
    args.output = os.fspath(path)
    for item in articles(args, lambda document: check(document, rules, known)):
        if isinstance(item, Unread):
            unread += 1
        else:
            read += 1
            found += entries(item, folder, reason, args.by, end)
    if found:
        write(path, found, HEAD)
    missed = f" {counted(unread, 'article')} could not be read." if unread else ""
    to_stdout(
        f"Wrote {counted(len(found), 'waiver')} to {path}, from {counted(read, 'article')}.{missed} Exit code {2 if unread else 0}.\n"
    )
    return 2 if unread else 0


def write(path: Path, found: list[str], head: str) -> None:
    """Behind the waivers that the file has, which stay as they are. Raises UsageError where that can't be."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        before = before if before.strip() else head
        scratch.write_text(before + ("" if before.endswith("\n") else "\n") + "".join(found), encoding="utf-8")
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise UsageError(f"I can't write to {path}: {error.strerror or error}.") from error
