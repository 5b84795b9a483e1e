"""`copydesk explain RULE [--on ARTICLE]`: the rule in plain words, and on an article why it says what it says."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from copydesk.cli._named import pool, the_rule
from copydesk.cli._run import to_stdout
from copydesk.errors import UnreadableArticle
from copydesk.model import Document, Rule


def explain(args: argparse.Namespace) -> int:
    rule = the_rule(args.rule, pool(args))
    for line in lines(args, rule):
        to_stdout(f"{line.rstrip()}\n")
    sys.stdout.flush()
    return 0


def lines(args: argparse.Namespace, rule: Rule) -> Iterator[str]:
    from copydesk.judge.plain import told
    from copydesk.report._finding import from_here, safe

    yield from told(rule)
    yield f"  It stands in {from_here(rule.path)}:{rule.line}."
    if rule.examples and not args.on:
        yield ""
        yield "Its examples"
        yield from (f"  {each.outcome}: {' '.join(each.text.split())}" for each in rule.examples)
    if args.on:
        document = article(args)
        yield ""
        yield f"On {safe(document.id)}"
        yield from (f"  {safe(line)}" for line in on(rule, document))


def on(rule: Rule, document: Document) -> Iterator[str]:
    from copydesk.extract import read_facts
    from copydesk.judge.explaining import explained
    from copydesk.relate import relations

    facts = read_facts(document)
    yield from explained(rule, document, facts, relations(document, facts, rule.relations) if rule.relations else ())


def article(args: argparse.Namespace) -> Document:
    """The article of --on: a file, or `-`; of many in a file the one whose id stands behind a #. Raises UnreadableArticle."""
    from copydesk.read import open_articles

    path, _, name = (args.on, "", "") if Path(args.on).exists() else args.on.partition("#")
    for found in open_articles([path], args.dated):
        if not name or found.id == name:
            if isinstance(found, Document):
                return found
            raise UnreadableArticle(found.path, found.error)
    raise UnreadableArticle(args.on, "There is no such article in it.")
