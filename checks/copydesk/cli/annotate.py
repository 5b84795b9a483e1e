"""`copydesk annotate story.docx`: the findings as comments in a copy of the document; the document itself is never changed."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from copydesk.cli._comments import Comment, write
from copydesk.cli._run import articles, last_line
from copydesk.cli._tally import Tally, counted
from copydesk.cli._waived import waivers
from copydesk.cli.check import chosen
from copydesk.errors import UsageError
from copydesk.model import Checked, Place, Result, Unread
from copydesk.read import STDIN


def annotate(args: argparse.Namespace) -> int:
    from copydesk.desk import check
    from copydesk.rulebook import load, packs

    source, target = paths(args)
    built_in = [] if args.no_packs else load(packs())
    own = load(args.rules) if args.rules else ()
    rules = chosen(own, built_in, (), ())
    tally = Tally(rules, frozenset(rule.name for rule in own), args.fail_on)
    waived = waivers(args, [*own, *built_in])
    (item,) = tally.watch(articles(args, lambda document: check(document, rules, waived)))
    if isinstance(item, Unread):
        raise UsageError(f"{item.path}: {item.error}")
    found = list(comments(item))
    write(source, target, found)
    args.format = "text"
    last_line(f"{counted(len(found), 'comment')} in {target}. {tally.line()}", args)
    return tally.exit_code


def paths(args: argparse.Namespace) -> tuple[Path, Path]:
    """The document and the copy. Raises UsageError for what is no document, and where the copy would be the document."""
    if len(args.paths) != 1 or args.paths[0] == STDIN or not args.paths[0].lower().endswith(".docx"):
        raise UsageError("Name one Word document: copydesk annotate story.docx.")
    source = Path(args.paths[0])
    target = Path(args.output) if args.output else source.with_name(f"{source.stem}.annotated.docx")
    if target.resolve() == source.resolve():
        raise UsageError("The comments go into a copy: give --output another name.")
    return source, target


def comments(item: Checked) -> Iterator[Comment]:
    """On the first of the clashing statements what is the matter; on each other one what it clashes with."""
    from copydesk.report._finding import sentence

    for result in item.results:
        if not result.told or not result.places:
            continue
        first = result.places[0]
        yield comment(first, "\n".join((f"{word(result)}: {sentence(result)}", *result.repairs, f"[{result.rule}]")))
        for place in result.places[1:]:
            yield comment(place, f"{word(result)}: see “{words(first)}”, {where(first)}.\n[{result.rule}]")


def word(result: Result) -> str:
    return result.level if result.outcome == "fail" else result.outcome


def words(place: Place) -> str:
    return place.document.text[place.span.start : place.span.end]


def where(place: Place) -> str:
    found = place.document.locate(place.span.start)
    return f"{place.document.units.get(found.field, 'line')} {found.line}"


def comment(place: Place, text: str) -> Comment:
    document = place.document
    found = document.locate(place.span.start)
    field, start, end = document.source_span(place.span)
    first = found.column - 1
    line_end = document.sources[field].find("\n", start)
    end = min(end, line_end) if line_end >= 0 else end
    return Comment(field, found.line - 1, first, first + end - start, text)
