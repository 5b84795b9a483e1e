"""`copydesk compare`: several articles on one event, and where they differ, by time and source."""

import argparse
from collections.abc import Iterator

from copydesk.accounts import Account, Row, in_order, rows
from copydesk.cli._run import articles, last_line, output, some_named
from copydesk.cli._tally import counted
from copydesk.errors import UsageError
from copydesk.model import Checked, Fact, Unread

# A statement is shown with so many characters around it.
AROUND = 50


def compare(args: argparse.Namespace) -> int:
    from copydesk.extract import read_facts

    some_named(args)
    items = list(articles(args, lambda document: Checked(document, read_facts(document))))
    unread = [item for item in items if isinstance(item, Unread)]
    accounts = [Account(item.document, item.facts) for item in items if isinstance(item, Checked)]
    if len(accounts) + len(unread) < 2:
        raise UsageError("There is one article only. Name two or more on one event.")
    found = rows(accounts)
    shown = [row for row in found if args.all or not row.agree]
    write_rows = as_json if args.format == "json" else as_text
    with output(args.output) as write:
        for piece in write_rows(in_order(accounts), shown, unread):
            write(piece)
    last_line(summary(accounts, found, unread), args)
    return 2 if unread else 0


def summary(accounts: list[Account], found: list[Row], unread: list[Unread]) -> str:
    differ = sum(not row.agree for row in found)
    told = f"Compared {counted(len(accounts), 'article')}: of {counted(len(found), 'thing')} that several tell, they differ on {differ}."
    if unread:
        return f"{told} Exit code 2: {counted(len(unread), 'article')} could not be read."
    return f"{told} Exit code 0: differences fail no run."


# ---------------------------------------------------------------- as text


def as_text(accounts: list[Account], shown: list[Row], unread: list[Unread]) -> Iterator[str]:
    from copydesk.report._finding import safe

    for item in unread:
        yield f"{safe(item.path)}: error {safe(item.error)}\n"
    for row in shown:
        yield f"{safe(row.about)}{'' if not row.agree else ' (they agree)'}\n"
        cells = [line(fact) for fact in row.told]
        widths = [max(len(cell[i]) for cell in cells) for i in range(4)]
        for cell in cells:
            yield (
                "  "
                + "  ".join(f"{word:<{width}}" for word, width in zip(cell, widths, strict=False))
                + f"  {cell[4]}".rstrip()
                + "\n"
            )


def line(fact: Fact) -> tuple[str, str, str, str, str]:
    """When, where, the figure understood, who says so, and the words."""
    from copydesk.report._finding import safe
    from copydesk.report._names import article_name
    from copydesk.report._values import speaker, unit, value

    document = fact.document
    at = document.locate(fact.span.start)
    field = "" if document.id == document.path else f":{at.field}"
    where = f"{article_name(document)}{field}:{at.line}:{at.column}"
    figure = f"{value(fact)} {unit(fact)}".strip()
    said = speaker(fact)
    return published(fact), safe(where), figure, safe(f"said by {said}" if said else ""), safe(words(fact))


def published(fact: Fact) -> str:
    day = fact.document.date
    return str(day)[:16] if day else "no date"


def words(fact: Fact) -> str:
    """The statement amid its sentence."""
    text, start, end = fact.document.text, fact.span.start, fact.span.end
    first, last = max(fact.sentence.start, start - AROUND), min(max(fact.sentence.end, end), end + AROUND)
    before = text[first:start].partition(" ")[2] if first > fact.sentence.start else text[first:start]
    after = text[end:last].rpartition(" ")[0] if last < fact.sentence.end else text[end:last]
    opening, closing = ("…" if first > fact.sentence.start else ""), ("…" if last < fact.sentence.end else "")
    return (
        f"{opening}{' '.join(before.split())} [{fact.text}] {' '.join(after.split())}{closing}".replace("] .", "].")
        .replace("] ,", "],")
        .strip()
    )


# ---------------------------------------------------------------- as JSON


def as_json(accounts: list[Account], shown: list[Row], unread: list[Unread]) -> Iterator[str]:
    from copydesk import __version__
    from copydesk.report._records import encode, fact_record

    articles = [{"id": each.document.id, "date": _date(each)} for each in accounts]
    broken = [{"id": item.id, "error": item.error} for item in unread]
    yield f'{{"copydesk": {encode(__version__)}, "articles": {encode([*articles, *broken])}, "things": ['
    for i, row in enumerate(shown):
        told = [
            {"article": fact.document.id, **fact_record(fact), "line": fact.document.locate(fact.span.start).line}
            for fact in row.told
        ]
        yield (",\n" if i else "\n") + encode({"about": row.about, "agree": row.agree, "told": told})
    yield "\n]}\n"


def _date(account: Account) -> str | None:
    return account.document.date.isoformat() if account.document.date else None
