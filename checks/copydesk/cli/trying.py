"""`copydesk try RULE TEXT|FILE`: what a rule says of a text, and what was read in it."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from copydesk.cli._named import rules_of
from copydesk.cli._run import in_colour, line_width, to_stdout
from copydesk.cli._tally import Tally
from copydesk.errors import UsageError
from copydesk.model import Checked, Document, Look, Unread


def try_out(args: argparse.Namespace) -> int:
    from copydesk.desk import check
    from copydesk.report.text import results, table

    rules = tuple(rule._replace(only_for=(), only_tags=(), language="") for rule in rules_of(args))
    look = Look(in_colour(), True, width=line_width())
    tally = Tally(rules, frozenset(rule.name for rule in rules), "error")

    def checked() -> Iterator[Checked | Unread]:
        for document in texts(args):
            yield check(document, rules) if isinstance(document, Document) else document

    for item in tally.watch(checked()):
        for piece in results([item], look):
            to_stdout(piece)
        if isinstance(item, Checked):
            to_stdout("".join(table(item, look)))
    to_stdout(f"{tally.line()}\n")
    sys.stdout.flush()
    return tally.exit_code


def texts(args: argparse.Namespace) -> Iterator[Document | Unread]:
    """The text of the command line, or the articles of the file that it names. Raises UsageError for a file that is not there."""
    from copydesk.read import compose, open_articles, suffixes

    text = args.text
    if not text.strip():
        raise UsageError("There is no text to try the rule on.")
    if text == "-" or is_file(text):
        yield from open_articles([text], args.dated)
        return
    if " " not in text.strip() and Path(text).suffix.lower() in suffixes():
        raise UsageError(f"There is no file {text}.")
    yield compose("text", text, args.title, args.dated, path="text")


def is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False
