"""`copydesk explain RULE [--on ARTICLE]`: the rule in plain words, and on an article why it says what it says."""

import argparse
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from copydesk.cli._article import articles_of
from copydesk.cli._named import pool, the_rule
from copydesk.cli._run import to_stdout
from copydesk.errors import UnreadableArticle
from copydesk.model import Document, Rule

# Of a rule's page, what stands before what it says of an article: its sentence, names and expectations.
SHORT = 3


def explain(args: argparse.Namespace) -> int:
    rule = the_rule(args.rule, pool(args))
    for line in lines(args, rule):
        to_stdout(f"{line.rstrip()}\n")
    sys.stdout.flush()
    return 0


def lines(args: argparse.Namespace, rule: Rule) -> Iterator[str]:
    from copydesk.cli._page import page
    from copydesk.report._finding import safe
    from copydesk.report._names import from_here
    from copydesk.rulebook import packs

    built_in = Path(rule.path).resolve() in map(Path, packs())
    yield f"{rule.name} ({rule.level}{', off' if rule.off else ''})"
    for section in islice(page(rule, built_in), SHORT if args.on else None):
        yield from (["", section.head] if section.head else [])
        yield from (f"  {safe(line)}" for line in section.lines)
    yield ""
    yield f"It stands in {from_here(rule.path)}:{rule.line}."
    if args.on:
        document = article(args)
        yield ""
        yield f"On {safe(document.id)}"
        yield from (f"  {safe(line)}" for line in on(rule, document))


def on(rule: Rule, document: Document) -> Iterator[str]:
    from decimal import localcontext

    from copydesk.amounts import ROOM
    from copydesk.extract import read_facts
    from copydesk.judge.explaining import explained
    from copydesk.relate import relations

    facts = read_facts(document)
    with localcontext(ROOM):
        ties = relations(document, facts, rule.relations) if rule.relations else ()
    yield from explained(rule, document, facts, ties)


def article(args: argparse.Namespace) -> Document:
    """The article of --on, the first if there are many. Raises UnreadableArticle."""
    found = next(articles_of(args.on, args.dated), None)
    if isinstance(found, Document):
        return found
    if found is None:
        raise UnreadableArticle(args.on, "There is no such article in it.")
    raise UnreadableArticle(found.path, found.error)
