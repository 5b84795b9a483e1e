"""`copydesk-ok.yml`: waivers kept beside the articles, for formats that have no comments, and the archive's baseline.

waivers:
  - article: news/bridge.docx       # from this file's folder; news.jsonl#a1 for one article of many
    rule: passengers-agree
    facts: ["388", "366"]  # the texts of the facts; without them, every finding of the rule in this article
    because: 366 is the later count
    by: A. Editor
    until: 2026-01-31
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from copydesk.errors import BrokenRules, UsageError
from copydesk.model import Checked, Document, Result, Waiver
from copydesk.rulebook import fields
from copydesk.rulebook.notes import Notes, Source
from copydesk.rulebook.tree import Row, Table, parse

NAME = "copydesk-ok.yml"
KEYS = {
    "article": "the article's path from this file's folder",
    "rule": "the id or name of the rule",
    "facts": "the texts of the facts that clash",
    "because": "the reason",
    "by": "who let it stand",
    "until": "the last day that it is good for",
}
HEAD = "# Findings that somebody looked at and lets stand. Each needs a reason; `until` takes it back by itself.\nwaivers:\n"


def read(path: str) -> tuple[Waiver, ...]:
    """The waivers of a side file. Raises BrokenRules with all its mistakes, UsageError where it can't be read."""
    try:
        source = Source(path, Path(path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except (OSError, ValueError) as error:
        raise UsageError(f"I can't read the waivers in {path}: {getattr(error, 'strerror', None) or error}.") from error
    notes = Notes()
    root = parse(source, notes) if source.text.strip() else None
    entries = _entries(root, notes) if isinstance(root, Table) else []
    if root is not None and not isinstance(root, Table):
        notes.at(root, f"A file of waivers is a table of keys; here stands {fields.named(root)}.", "It has 'waivers:'.")
    found = tuple(_waiver(entry, notes) for entry in entries)
    if notes.mistakes:
        raise BrokenRules(notes.in_order([path]))
    return found


def _entries(root: Table, notes: Notes) -> list[Table]:
    fields.known_keys(root, ("waivers",), "A file of waivers", notes)
    if not fields.required(root, "waivers", "A file of waivers", notes):
        return []
    value = root.values["waivers"]
    if not isinstance(value, Row):
        notes.at(root.keys["waivers"], f"'waivers' is a list; here stands {fields.named(value)}.", "Each begins with '- article: …'.")  # fmt: skip
        return []
    for item in value.items:
        if not isinstance(item, Table):
            notes.at(item, f"A waiver is a table of keys; here stands {fields.named(item)}.", "It begins with '- article: …'.")  # fmt: skip
    return [item for item in value.items if isinstance(item, Table)]


def _waiver(entry: Table, notes: Notes) -> Waiver:
    fields.known_keys(entry, KEYS, "A waiver", notes)
    for key in ("article", "rule"):
        fields.required(entry, key, "A waiver", notes)
    written, until = fields.text(entry, "until", notes), None
    if written:
        try:
            until = date.fromisoformat(written)
        except ValueError:
            notes.at(entry.values["until"], f"'{written}' is no date.", "Write it as 2026-01-31.")
    facts = tuple(item.value for item in fields.texts(entry, "facts", notes)) if "facts" in entry.keys else None
    text, (line, *_) = entry.source, entry.source.place(entry.start)
    return Waiver(
        rule=fields.text(entry, "rule", notes),
        because=fields.text(entry, "because", notes),
        by=fields.text(entry, "by", notes),
        until=until,
        article=fields.text(entry, "article", notes),
        facts=facts,
        path=text.path,
        line=line,
    )


# ---------------------------------------------------------------- which article, which facts


def key(document: Document, folder: Path) -> str:
    """The name of an article in a side file of this folder."""
    if document.path == "-":
        return document.id
    path = Path(document.path).resolve()
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
    return name if document.id == document.path else f"{name}#{document.id}"


def is_for(waiver: Waiver, document: Document) -> bool:
    """Is it for this article?"""
    folder = Path(waiver.path).resolve().parent
    return key(document, folder) == Path(waiver.article).as_posix()


def lost(side: Sequence[Waiver]) -> list[str]:
    """The articles of waivers whose files are not there: gone, renamed, misspelled, or a pattern, which is the name of none."""
    from copydesk.read import suffix, suffixes

    found = []
    for waiver in side:
        whole, folder = waiver.article, Path(waiver.path).parent
        names = {
            whole,
            whole.rpartition("#")[0] or whole,
        }  # piped-in articles go by any name, but seldom by that of a file
        if any(suffix(name) in suffixes() for name in names) and not any((folder / name).exists() for name in names):
            found.append(whole)
    return found


def texts(result: Result) -> list[str]:
    """What is compared of a finding: the words of its facts, in any order, capitals and white space aside."""
    return plain([place.document.text[place.span.start : place.span.end] for place in result.places])


def plain(words: list[str] | tuple[str, ...]) -> list[str]:
    return sorted(" ".join(each.lower().split()) for each in words)


# ---------------------------------------------------------------- baseline


def entries(checked: Checked, folder: Path, because: str, by: str, until: str) -> list[str]:
    """An entry for each finding of an article that stands unwaived, as YAML, each once."""
    found = []
    for result in checked.results:
        if result.outcome in ("fail", "unsure") and not result.waived and not result.rule.startswith("waivers/"):
            words = [place.document.text[place.span.start : place.span.end] for place in result.places]
            lines = [f"article: {quoted(key(checked.document, folder))}", f"rule: {quoted(result.rule)}"]
            lines += [f"facts: [{', '.join(map(quoted, words))}]"] if words else []
            lines += [f"because: {quoted(because)}"]
            lines += [f"{name}: {quoted(value)}" for name, value in (("by", by), ("until", until)) if value]
            found.append("  - " + "\n    ".join(lines) + "\n")
    return list(dict.fromkeys(found))


def quoted(words: str) -> str:
    """A text that YAML reads back as it is."""
    from json import dumps

    written = dumps(" ".join(words.split()), ensure_ascii=False)
    return "".join(char if char.isprintable() else f"\\U{ord(char):08x}" for char in written)
