"""Several reports of one run: which are asked for, and the same articles given to all of them as they come."""

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import tee

from copydesk.cli._run import Write, look, output
from copydesk.errors import Mistake, UsageError
from copydesk.model import Checked, Look, Unread
from copydesk.named import NamedTuple


class Wanted(NamedTuple):
    """One report: its format, and the file that it goes to; None is standard output."""

    form: str
    path: str | None


def wanted(args: argparse.Namespace) -> list[Wanted]:
    """The report of --format and --output first, then those of --report. Raises UsageError for two that go to one file, and for
    --inline where there is nothing that it says anything of."""
    found = [Wanted(args.format, args.output), *map(named, args.report)]
    if args.inline and all(one.form != "markdown" for one in found):
        raise UsageError("--inline is for Markdown: give --format markdown, or --report markdown=FILE.")
    paths = [os.path.realpath(one.path) for one in found if one.path is not None]
    for path in paths:
        if paths.count(path) > 1 and path != os.devnull:
            raise UsageError(f"Two reports can't both go to {os.path.relpath(path)}.")
    return found


def named(written: str) -> Wanted:
    """html=reports/a.html. Raises UsageError."""
    from copydesk.report import names

    form, sign, path = written.partition("=")
    if not sign or not path:
        raise UsageError(f"I can't read --report {written}. Write FORMAT=FILE, such as sarif=copydesk.sarif.")
    if form not in names():
        from difflib import get_close_matches

        close = get_close_matches(form, names(), 1)
        hint = f"Did you mean {close[0]!r}?" if close else f"There are: {', '.join(names())}."
        raise UsageError(f"There is no report {form!r}. {hint}")
    return Wanted(form, path)


def write(items: Iterable[Checked | Unread], reports: Sequence[Wanted], how: Look) -> None:
    """Every report, article by article, so that none waits for the others and a long run is never held in memory."""
    from copydesk.report import report

    with ExitStack() as stack:
        writes = [stack.enter_context(output(one.path)) for one in reports]
        if len(reports) == 1:
            for piece in report(reports[0].form).results(items, how):
                writes[0](piece)
            return
        plain = how._replace(colour=False)
        looks = [how if one.path is None else plain for one in reports]
        spread(items, [report(one.form).results for one in reports], looks, writes)


def spread(
    items: Iterable[Checked | Unread],
    results: Sequence[Callable[[Iterable[Checked | Unread], Look], Iterator[str]]],
    looks: Sequence[Look],
    writes: Sequence[Write],
) -> None:
    """The report that has taken the fewest articles goes on; each gives a piece for every article, so they keep in step."""
    taken = [0] * len(results)

    def counted(one: int, own: Iterator[Checked | Unread]) -> Iterator[Checked | Unread]:
        for item in own:
            taken[one] += 1
            yield item

    copies = tee(items, len(results))
    pieces = {i: make(counted(i, copies[i]), looks[i]) for i, make in enumerate(results)}
    while pieces:
        i = min(pieces, key=lambda one: (taken[one], one))
        piece = next(pieces[i], None)
        if piece is None:
            del pieces[i]
        else:
            writes[i](piece)


def tell_broken(mistakes: Sequence[Mistake], reports: Sequence[Wanted]) -> None:
    """That the rules are broken, in every report that has a shape for it: a CI job reads those, and not what is said on the way."""
    from copydesk.report import report

    for one in reports:
        broken = report(one.form).broken
        if broken is not None:
            with output(one.path) as write:
                for piece in broken(mistakes):
                    write(piece)


def how(args: argparse.Namespace) -> Look:
    """What all reports are to show."""
    return look(args)._replace(inline=args.inline)
