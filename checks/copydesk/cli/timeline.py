"""`copydesk timeline`: a story's times in order, each with its words and line, and what can't be true among them."""

import argparse

from copydesk.cli._run import articles, last_line, look, output, some_named
from copydesk.cli.facts import Count


def timeline(args: argparse.Namespace) -> int:
    from copydesk.chart import chart
    from copydesk.desk import check
    from copydesk.rulebook import load, packs

    some_named(args)
    rules = [rule for rule in load(packs() + list(args.rules)) if not rule.off]
    count = Count()
    with output(args.output) as write:
        for piece in chart(args.format).draw(
            count.watch(articles(args, lambda document: check(document, rules))), look(args)
        ):
            write(piece)
    if args.format == "text":
        last_line(count.line(), args)
    return count.exit_code
