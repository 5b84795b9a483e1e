"""Findings in Markdown, and an article's own words kept from being taken for markup."""

import re
from collections.abc import Iterator

from copydesk.late import late
from copydesk.model import Checked, Document, Look, Place, Result, Unread
from copydesk.report._finding import safe, sentence, window
from copydesk.report._names import article_name, rule_file
from copydesk.report._remarks import at_level

# What Markdown, or the HTML in it, would read as markup. GitHub takes @name for somebody to call, and #1 for an issue.
SPECIAL = late(r"[\\`*_{}\[\]<>#|~@&$]")
# At the beginning of a line these make lists and headings.
STARTS = late(r"^(\s*)(?:([-+=])|(\d{1,9})([.)]))(?=\s|$)")


def literal(words: str) -> str:
    """Words as they are, on one line."""
    return STARTS.sub(started, SPECIAL.sub(lambda found: f"\\{found.group()}", safe(" ".join(words.split()))))


def started(found: re.Match[str]) -> str:
    blank, sign, number, dot = found.groups()
    return f"{blank}\\{sign}" if sign else f"{blank}{number}\\{dot}"


def code(words: str) -> str:
    """In code marks; an identifier has no backticks, and what has them is no identifier."""
    return f"`{safe(words)}`" if "`" not in words else literal(words)


def name(item: Checked | Unread) -> str:
    return literal(article_name(item))


def shown(item: Checked, look: Look) -> list[Result]:
    """The results that an editor must see, or all; what is waived is left out."""
    wanted = ("fail", "unsure")
    return [
        result
        for result in item.results
        if not result.waived and (look.every or result.outcome in wanted or result.fails(look.fail_on))
    ]


def message(result: Result) -> str:
    rule = result.rule.rpartition("/")[2]
    return f"**{at_level(result)}** {code(rule)} {literal(sentence(result))}"


def entry(result: Result) -> Iterator[str]:
    """A list item, with an item below it for each clashing statement."""
    yield f"- {message(result)}\n"
    if result.outcome in ("fail", "unsure"):
        yield from (f"  - {statement(place)}\n" for place in result.places)
        yield from (f"  - {literal(repair)}\n" for repair in result.repairs)


def statement(place: Place) -> str:
    """line 18: … was hit only **six hours later**. Parts … (about Sun 1 Jun 04:50)"""
    document = place.document
    field, start, end = document.source_span(place.span)
    source = document.sources[field]
    if document.markup:  # the paragraph without its marks
        source, start, end = document.text, *place.span
    line_start = max(source.rfind("\n", 0, start), source.rfind("\r", 0, start)) + 1
    ends = [at for at in (source.find("\n", end), source.find("\r", end)) if at >= 0]
    line = source[line_start : min(ends, default=len(source))]
    begin, stop = window(line, start - line_start, end - line_start)
    left, words, right = line[begin : start - line_start], source[start:end], line[end - line_start : stop]
    head, tail = "… " if begin else "", " …" if stop < len(line) else ""
    quoted = f"{head}{spaced(left)}**{literal(words)}**{spaced(right)}{tail}"
    return f"{at(place)}: {quoted}{f' ({literal(place.understood)})' if place.understood else ''}"


def spaced(words: str) -> str:
    """Literal, with the blanks at its ends, one each."""
    return f"{' ' * (words[:1].isspace())}{literal(words)}{' ' * (words[-1:].isspace() and bool(words.strip()))}"


def at(place: Place) -> str:
    return stands(place.document, place.span.start)


def stands(document: Document, offset: int) -> str:
    """line 18, paragraph 7 of a Word document, title; of the text that an article is held against, source, line 3."""
    found = document.locate(offset)
    unit = document.units.get(found.field, "line")
    field = "title" if found.field.endswith("title") else f"{unit} {document.lines.get(found.field, found.line)}"
    return f"source, {field}" if found.field.startswith("source.") else field


def about_rule(result: Result) -> str:
    """Where the rule stands and what it expects."""
    expected = f", expected: {code(result.expected)}" if result.expected else ""
    return f"rule {code(f'{rule_file(result.rule_path)}:{result.rule_line}')}{expected}" if result.rule_path else ""
