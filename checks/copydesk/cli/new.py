"""`copydesk new ARTICLE[:LINE]`: rules for an article, proposed from what it states, each proved on it."""

import argparse
import re
import sys
from pathlib import Path

from copydesk.cli._run import output, to_stdout
from copydesk.cli._tally import counted
from copydesk.cli.examples import SUFFIXES
from copydesk.errors import UnreadableArticle, UsageError
from copydesk.model import Document

PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d{1,7})(?::(?P<column>\d{1,7}))?")


def new(args: argparse.Namespace) -> int:
    from copydesk.propose import on_line, propose, written

    path, line, column = asked(args.article)
    writable(args.output, args.force)
    document = article(path, args)
    facts = on_line(document, line, column) if line else None
    if facts is not None and not facts:
        raise UsageError(
            f"{path}:{line}: no figure and no time stands there. 'copydesk facts {path}' shows where they do."
        )
    found = propose(document, facts, alone=bool(line) or args.all)
    if not found:
        tell(nothing(path, line, args))
        return 5
    with output(args.output) as write:
        write(written(document, found))
    tell(done(path, len(found), args.output))
    return 0


def asked(written: str) -> tuple[str, int, int]:
    """The path, and the line and column that stand behind it; 0 for none."""
    found = PLACE.fullmatch(written)
    if found is None or Path(written).exists():
        return written, 0, 0
    line = int(found["line"])
    if line == 0:
        raise UsageError(f"{written}: lines count from 1.")
    return found["path"], line, int(found["column"] or 0)


def writable(target: str | None, force: bool) -> None:
    """Raises UsageError where the file would not be found again as a rule file, or is there already."""
    if target is None:
        return
    if not target.endswith(SUFFIXES):
        raise UsageError(f"{target}: rule files are called NAME.facts.yml, or they are not found.")
    if Path(target).exists() and not force:
        raise UsageError(f"{target} is there already. Take another name, or --force to write over it.")


def article(path: str, args: argparse.Namespace) -> Document:
    """The article of a path, or of `path#id` among many in a file. Raises UnreadableArticle, UsageError."""
    from copydesk.read import open_articles

    file, _, name = (path, "", "") if Path(path).exists() else path.partition("#")
    found = [one for one in open_articles([file], args.dated, select=args.select) if not name or one.id == name]
    if not found:
        raise UnreadableArticle(path, "There is no such article in it.")
    if len(found) > 1:
        raise UsageError(f"{file} holds {len(found)} articles. Name one: {file}#{found[0].id}.")
    if not isinstance(found[0], Document):
        raise UnreadableArticle(found[0].path, found[0].error)
    return found[0]


def nothing(path: str, line: int, args: argparse.Namespace) -> str:
    more = "" if line or args.all else " --all holds single figures to what they are."
    return f"No rule can be proposed for {path}: it says nothing twice, and nothing that follows from something else.{more} Exit code 5."


def done(path: str, number: int, target: str | None) -> str:
    rules = counted(number, "rule")
    if target is None:
        return f"Proposed {rules}, which {path} passes. Take out what need not hold."
    return (
        f"Wrote {rules}, which {path} passes, to {target}. Take out what need not hold, then:\n"
        f"    copydesk test {target}\n    copydesk check {path} --rules {target}"
    )


def tell(words: str) -> None:
    """On standard error: standard output may be the rule file."""
    to_stdout("")
    sys.stdout.flush()
    sys.stderr.write(f"{words}\n")
