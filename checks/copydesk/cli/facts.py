"""`copydesk facts`: what articles state, with its place; the first thing to look at when a rule surprises."""

import argparse
from collections.abc import Iterable, Iterator

from copydesk.cli._run import articles, last_line, look, output, some_named
from copydesk.cli._tally import counted
from copydesk.model import Checked, Unread


def facts(args: argparse.Namespace) -> int:
    from copydesk.desk import state
    from copydesk.report import report

    some_named(args)
    write_facts = report(args.format).facts
    assert write_facts is not None
    count = Count()
    with output(args.output) as write:
        for piece in write_facts(count.watch(articles(args, state)), look(args)):
            write(piece)
    last_line(count.line(), args)
    return count.exit_code


class Count:
    """Goes along with a run of `facts`."""

    def __init__(self) -> None:
        self.articles = self.unread = self.facts = 0

    def watch(self, items: Iterable[Checked | Unread]) -> Iterator[Checked | Unread]:
        for item in items:
            if isinstance(item, Unread):
                self.unread += 1
            else:
                self.articles += 1
                self.facts += len(item.facts)
            yield item

    @property
    def exit_code(self) -> int:
        return 2 if self.unread else 0

    def line(self) -> str:
        unread = f"{counted(self.unread, 'article')} could not be read"
        reason = unread if self.unread else "everything was read"
        read = f"Read {counted(self.articles, 'article')}: {counted(self.facts, 'fact')}."
        return f"{read} Exit code {self.exit_code}: {reason}."
