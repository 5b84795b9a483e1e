"""For people: findings with their places underlined; facts as a table, sentence by sentence."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from copydesk.model import Checked, Fact, Look, Report, Result, Unread
from copydesk.report import _finding
from copydesk.report._finding import columns, paint, safe
from copydesk.report._names import article_name
from copydesk.report._values import role, speaker, unit, value

HEADINGS = ("words", "kind", "value", "unit", "of", "role", "said by")
# A cell is cut at this width, so that one long name does not push a table off the screen.
CELL = 34


def finding(result: Result) -> str:
    """One result as it is shown, without a line end."""
    return "".join(_finding.finding(result)).rstrip("\n")


def finding_lines(result: Result, colour: bool) -> Iterator[str]:
    """The lines of one result, each with its line end."""
    return _finding.finding(result, colour=colour)


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    for item in items:
        if isinstance(item, Unread):
            yield unread(item, look)
            continue
        told = (result for result in item.results if look.every or result.told)
        yield "".join(
            line for result in told for line in _finding.finding(result, item.document, look.colour, look.width)
        )


def unread(item: Unread, look: Look) -> str:
    at = f"{safe(item.path)}:{item.line}: " if item.line > 1 or item.id != item.path else f"{safe(item.path)}: "
    return f"{paint(at, 'bold', look.colour)}{paint('error', 'error', look.colour)} {safe(item.error)}\n"


# ---------------------------------------------------------------- facts


def facts(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    for i, item in enumerate(items):
        between = "\n" if i else ""
        yield between + (unread(item, look) if isinstance(item, Unread) else "".join(table(item, look)))


def table(item: Checked, look: Look) -> Iterator[str]:
    """Each sentence that states something, and under it what it states."""
    document = item.document
    dated = f"published {document.date}" if document.date else "no date of publication"
    yield f"{paint(safe(article_name(item)), 'bold', look.colour)} ({dated})\n"
    rows = [cells(fact) for fact in item.facts]
    widths = [max(columns(row[i]) for row in (HEADINGS, *rows)) for i in range(len(HEADINGS))]
    # Nothing is wider than the words in it: an empty column is left out.
    used = [i for i in range(len(HEADINGS)) if i < 3 or any(row[i] for row in rows)]
    if rows:
        yield paint(f" line | {joined(HEADINGS, widths, used)}", "dim", look.colour) + "\n"
    for (_, lines), group in groupby(
        zip(item.facts, rows, strict=True), key=lambda pair: (pair[0].sentence, sentence_line(pair[0]))
    ):
        pairs = list(group)
        sentence = pairs[0][0].sentence
        yield f"{lines:>5} | {safe(' '.join(document.text[sentence.start : sentence.end].split()))}\n"
        yield from (f"      |   {joined(row, widths, used)}\n" for _, row in pairs)
    if not rows:
        yield "      | no figures and no times\n"
    if item.toll is not None:
        told = ", ".join(f"{role} {count}" for role, count in item.toll.items())
        yield f"      = toll of its own event: {told}\n"


def sentence_line(fact: Fact) -> str:
    document = fact.document
    found = document.locate(fact.sentence.start)
    if found.field in document.rows:
        return f"{document.rows[found.field][0].page}:{found.line}"
    return "title" if found.field.endswith("title") else str(found.line)


def joined(row: tuple[str, ...], widths: list[int], used: list[int]) -> str:
    return "  ".join(row[i] + " " * (widths[i] - columns(row[i])) for i in used).rstrip()


def cells(fact: Fact) -> tuple[str, ...]:
    row = (fact.text, fact.kind, value(fact), unit(fact), " ".join(fact.of), role(fact), speaker(fact))
    return tuple(cut(safe(" ".join(cell.split()))) for cell in row)


def cut(cell: str) -> str:
    return cell if len(cell) <= CELL else cell[: CELL - 1] + "…"


REPORT = Report("for people: every clashing statement underlined", results, facts)
