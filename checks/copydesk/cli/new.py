"""`copydesk new ARTICLE[:LINE]`: rules for an article, proposed from what it states, each proved on it."""

import argparse
import re
import sys
from itertools import islice
from pathlib import Path

from copydesk.cli._article import articles_of, exists
from copydesk.cli._run import output
from copydesk.cli._tally import counted
from copydesk.cli.examples import SUFFIXES
from copydesk.errors import UnreadableArticle, UsageError
from copydesk.model import Document, Unread

PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d{1,7})(?::(?P<column>\d{1,7}))?")


def new(args: argparse.Namespace) -> int:
    from copydesk.propose import propose, written

    writable(args.output, args.force)
    path, line, column = asked(args.article)
    document = article(path, args)
    facts = standing(document, path, line, column) if line else None
    found = propose(document, facts, alone=bool(line) or args.all or is_text(path))
    if not found:
        tell(nothing(document.id, bool(line) or args.all))
        return 5
    with output(args.output) as write:
        write(written(document, found))
    tell(done(document, len(found), args.output))
    return 0


def asked(written: str) -> tuple[str, int, int]:
    """The path or text, and the line and column that stand behind a path; 0 for none. Raises UsageError."""
    found = PLACE.fullmatch(written)
    if found is None or exists(written) or is_text(found["path"]):
        return written, 0, 0
    line = int(found["line"])
    if line == 0:
        raise UsageError(f"{written}: lines count from 1.")
    return found["path"], line, int(found["column"] or 0)


def is_text(words: str) -> bool:
    """Is it a text itself? It is of several words, and neither a file nor named like one."""
    from copydesk.read import names_file

    return len(words.split()) > 1 and not exists(words) and not names_file(words.partition("#")[0])


def standing(document: Document, path: str, line: int, column: int) -> frozenset[int]:
    """The facts of a line, by where they begin. Raises UsageError if there are none."""
    from copydesk.propose import on_line

    found = on_line(document, line, column)
    if not found:
        at = f"{path}:{line}:{column}" if column else f"{path}:{line}"
        raise UsageError(f"{at}: no figure and no time stands there. 'copydesk facts {path}' shows where they do.")
    return found


def writable(target: str | None, force: bool) -> None:
    """Raises UsageError where the file would not be found again as a rule file, or is there already."""
    if target is None:
        return
    if not target.endswith(SUFFIXES):
        raise UsageError(f"{target}: rule files are called NAME.facts.yml, or they are not found.")
    if Path(target).exists() and not force:
        raise UsageError(f"{target} is there already. Take another name, or --force to write over it.")


def article(path: str, args: argparse.Namespace) -> Document:
    """The article of a path, of `path#id` among many in a file, or the text itself. Raises UnreadableArticle, UsageError."""
    if is_text(path):
        from copydesk.read import compose

        return compose("the text", path, dated=args.dated)
    found = list(islice(articles_of(path, args.dated, args.select), 2))
    if not found:
        raise UnreadableArticle(path, "There is no such article in it.")
    first = found[0]
    if len(found) > 1:
        one = f"{first.path}#{first.id}" if first.id != first.path else first.path
        raise UsageError(f"{path} holds several articles. Name one, such as {one}.")
    if isinstance(first, Unread):
        raise UnreadableArticle(first.path, first.error)
    return first


def nothing(name: str, alone: bool) -> str:
    more = "" if alone else " --all holds single figures to what they are."
    return f"No rule can be proposed for {name}: it says nothing twice, and nothing that follows from something else.{more} Exit code 5."


def done(document: Document, number: int, target: str | None) -> str:
    rules = counted(number, "rule")
    if target is None:
        return f"Proposed {rules}, which {document.id} passes. Take out what need not hold."
    steps = [f"copydesk test {target}"]
    if document.id == document.path:
        steps.append(f"copydesk check {document.path} --rules {target}")
    said = f"Wrote {rules}, which {document.id} passes, to {target}. Take out what need not hold, then:"
    return "\n    ".join([said, *steps])


def tell(words: str) -> None:
    """On standard error: standard output is the rule file."""
    sys.stdout.flush()
    sys.stderr.write(f"{words}\n")
