"""`--watch`: the command again whenever an article, a rule file or what a rule looks at has changed. Files are looked at by their times;
no process or library of the system's is needed."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from copydesk.cli._run import is_terminal, to_stdout
from copydesk.errors import CopydeskError, UsageError

INTERRUPTED = 130
# How often the files are looked at, in seconds.
EVERY = 0.3
# Home, clear below, and forget what scrolled away: a screen that is written anew in place.
CLEAR = "\x1b[H\x1b[2J\x1b[3J"
State = dict[str, tuple[int, int]]


def watch(args: argparse.Namespace, run: Callable[[], int]) -> int:
    """Run it now, and again after each change, until Ctrl-C. Returns the last exit code. Raises UsageError for standard input."""
    if "-" in [*getattr(args, "paths", []), getattr(args, "text", "")]:
        raise UsageError("Standard input can't be watched. Name files or folders.")
    code, before = 0, None
    try:
        while True:
            now = state(args)
            if now != before:
                before = now
                to_stdout(CLEAR if is_terminal(sys.stdout) else "")
                code = run()
                if code == INTERRUPTED:
                    return code
                footer(len(now))
            time.sleep(EVERY)
    except KeyboardInterrupt:
        to_stdout("\n")
        return code


def footer(files: int) -> None:
    if is_terminal(sys.stdout):
        to_stdout(f"[{time.strftime('%H:%M:%S')}] Watching {files} file{'' if files == 1 else 's'}. Ctrl-C ends.\n")
    else:
        to_stdout("---\n")
    sys.stdout.flush()


def state(args: argparse.Namespace) -> State:
    """The times and sizes of all files that the run looks at."""
    found: State = {}
    for path in files(args):
        try:
            stat = os.stat(path)  # hundreds of them, several times a second
            found[path] = (stat.st_mtime_ns, stat.st_size)
        except OSError:
            found[path] = (0, -1)
    return found


def files(args: argparse.Namespace) -> Iterator[str]:
    """Articles, rule files with those that they use and look at, and waivers."""
    from copydesk.cli._waived import SIDE_FILE
    from copydesk.cli.examples import here
    from copydesk.read import expand

    named = [
        *getattr(args, "paths", []),
        *getattr(args, "corpus", []),
        getattr(args, "text", ""),
        getattr(args, "against", ""),
    ]
    for path in filter(None, named):
        try:
            yield from (found for found in expand(path) if isinstance(found, str))
        except (OSError, ValueError):
            continue  # a text, not a path
    if hasattr(args, "waivers"):
        yield args.waivers or SIDE_FILE
    own = list(getattr(args, "rules", []))
    rule = getattr(args, "rule", "")
    yield from of_rules(own or ([rule] if isinstance(rule, str) and rule and Path(rule).exists() else here()))


def of_rules(paths: list[str]) -> Iterator[str]:
    """Rule files, those beside them that they use, and the files of their sources. Broken ones are watched by their names alone."""
    from copydesk.rulebook import load
    from copydesk.rulebook.naming import collect

    found = list(collect(paths))
    yield from found
    try:
        rules = load(found) if found else ()
    except CopydeskError:
        rules = ()
    for rule in rules:
        yield rule.path
        yield from (
            at
            for source in rule.sources
            for at in (source.at, source.db)
            if at and source.kind != "given" and is_path(at)
        )


def is_path(text: str) -> bool:
    return len(text) < 1024 and "\n" not in text and Path(text).is_absolute()
