"""Rule files: which there are, what each declares, and in which order they use one another."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.model import Rule
from copydesk.rulebook import fields
from copydesk.rulebook.naming import SUFFIXES, pack_name
from copydesk.rulebook.notes import Notes, Source, did_you_mean
from copydesk.rulebook.rules import ID, Raw, RuleReader, merged
from copydesk.rulebook.sentences import ReadFigure
from copydesk.rulebook.tree import Node, Row, Table, Text, parse
from copydesk.rulebook.words import FILE_KEYS, GRAMMAR
from copydesk.story import RelationKind

VERSION = "1"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(slots=True)
class RuleFile:
    """One file as read: its rules still raw, its lists and sources with those of the files that it uses; `own` are its own sources."""

    path: str
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sources: dict[str, tuple[Text, Node]] = field(default_factory=dict)
    own: list[str] = field(default_factory=list)
    rules: dict[str, Raw] = field(default_factory=dict)
    known: dict[str, Raw] = field(default_factory=dict)


class Library:
    """All files of one loading, each read once."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self.files: dict[str, RuleFile] = {}
        self.open: list[str] = []

    def add(self, path: str, used_at: Text | None = None) -> RuleFile | None:
        """Read a file and those that it uses. `used_at` is the `use` that names it."""
        key = path if "\0" in path else os.path.realpath(path)
        if key in self.open:
            if used_at:
                chain = " uses ".join(Path(each).name for each in [*self.open[self.open.index(key) :], key])
                self.notes.at(
                    used_at,
                    f"These files use one another in a circle: {chain}.",
                    "Move what they share to a file of its own.",
                )
            return None
        if key not in self.files:
            self.open.append(key)
            source = self._source(path, used_at)
            if source is not None:
                self.files[key] = RuleFile(source.path)
                self._fill(self.files[key], source)
            self.open.pop()
        return self.files.get(key)

    def take(self, path: str, text: str) -> None:
        """A file whose text is at hand already."""
        self.files[path] = RuleFile(path)
        self._fill(self.files[path], Source(path, text))

    def _source(self, path: str, used_at: Text | None) -> Source | None:
        """The text of a file; None, with a note, if it can't be read as a rule file."""
        source, at, what, hint = Source(path, ""), 0, "", ""
        if not path.endswith(SUFFIXES) and os.path.exists(path):
            what, hint = "This is not a rule file by its name.", "Rule files are called NAME.facts.yml."
        else:
            try:
                data = Path(path).read_bytes().removeprefix(BYTE_ORDER_MARK)
                return Source(path, data.decode().replace("\r\n", "\n"))
            except UnicodeDecodeError as error:
                what, hint = (
                    f"This file is not UTF-8: the byte {data[error.start]:#04x} can't be read.",
                    "Save it as UTF-8.",
                )
                source, at = Source(path, data.decode(errors="replace")), len(data[: error.start].decode())
            except (OSError, ValueError) as error:
                what = f"I can't read this file: {getattr(error, 'strerror', None) or error}."
                hint = (
                    "Files are named from the folder of the file that uses them." if used_at else "Is its name right?"
                )
        if used_at:
            self.notes.at(used_at, f"{path}: {what}", hint)
        else:
            self.notes.add(source, at, 1, what, hint)
        return None

    def _fill(self, file: RuleFile, source: Source) -> None:
        root = parse(source, self.notes)
        if root is None:
            return
        if not isinstance(root, Table):
            self.notes.at(
                root,
                f"A rule file is a table of keys; here stands {fields.named(root)}.",
                "It begins with 'version: 1', and has 'rules:'.",
            )
            return
        fields.known_keys(root, FILE_KEYS, "A rule file", self.notes)
        fields.text(root, "about", self.notes)
        if fields.required(root, "version", "A rule file", self.notes):
            version = fields.text(root, "version", self.notes)
            if version and version != VERSION:
                self.notes.at(
                    root.values["version"],
                    f"I don't know version '{version}' of the rule language.",
                    "This program reads version 1.",
                )
        self._use(file, root, source)
        self._lists(file, root)
        self._sources(file, root)
        self._rules(file, root)

    def _use(self, file: RuleFile, root: Table, source: Source) -> None:
        for item in fields.texts(root, "use", self.notes):
            used = self.add(os.path.normpath(Path(source.path).parent / item.value), item)
            if used:
                file.lists.update(used.lists)
                file.sources.update(used.sources)
                file.known.update(used.known)

    def _lists(self, file: RuleFile, root: Table) -> None:
        for name, key, value in self._entries(root, "lists", "killed: [killed, dead, died]"):
            words = fields.as_texts(value, f"The list '{name}'", self.notes)
            if name in GRAMMAR:
                self.notes.at(
                    key, f"'{name}' is a word of the grammar: it can't be the name of a list.", "Take another name."
                )
            file.lists[name] = tuple(" ".join(word.value.lower().split()) for word in words)

    def _sources(self, file: RuleFile, root: Table) -> None:
        for name, key, value in self._entries(root, "sources", "toll: {csv: toll.csv, column: killed}"):
            file.sources[name] = (key, value)
            file.own.append(name)

    def _entries(self, root: Table, key: str, model: str) -> Iterator[tuple[str, Text, Node]]:
        value = root.values.get(key)
        if value is None:
            return
        if not isinstance(value, Table):
            self.notes.at(
                root.keys[key],
                f"'{key}' holds names, each with what it stands for; here stands {fields.named(value)}.",
                f"Write '{model}'.",
            )
            return
        yield from ((name, value.keys[name], value.values[name]) for name in value.values)

    def _rules(self, file: RuleFile, root: Table) -> None:
        value = root.values.get("rules")
        if value is None:
            if "use" not in root.keys and "lists" not in root.keys:
                fields.required(root, "rules", "A rule file", self.notes)
            return
        if not isinstance(value, Row) or not value.items:
            self.notes.at(
                root.keys["rules"],
                f"'rules' is a list of rules; here stands {fields.named(value) if not isinstance(value, Row) else 'an empty one'}.",
                "Each begins with '- id: …'.",
            )
            return
        for item in value.items:
            if isinstance(item, Table):
                self._rule(file, item)
            else:
                self.notes.at(
                    item, f"A rule is a table of keys; here stands {fields.named(item)}.", "It begins with '- id: …'."
                )

    def _rule(self, file: RuleFile, table: Table) -> None:
        notes = self.notes
        rule_id = fields.text(table, "id", notes) if fields.required(table, "id", "A rule", notes) else ""
        if not rule_id:
            rule_id = f"line-{table.source.place(table.start)[0]}"
        elif not ID.fullmatch(rule_id):
            notes.at(
                table.values["id"],
                f"'{rule_id}' can't be the id of a rule.",
                "An id is letters, digits and '-': 'bridge-times'.",
            )
        elif rule_id in file.rules:
            line = table.source.place(file.rules[rule_id].table.start)[0]
            notes.at(table.values["id"], f"Two rules have the id '{rule_id}'.", f"The first stands on line {line}.")
            rule_id += f" on line {table.source.place(table.start)[0]}"
        raw = Raw(rule_id, pack_name(file.path), table, file.lists, file.sources)
        file.rules[rule_id] = file.known[rule_id] = raw

    # ------------------------------------------------------------ all files read: the rules themselves

    def rules(self, relations: Mapping[str, RelationKind], figure: ReadFigure) -> list[Rule]:
        """Every rule of every file, in the order read. Mistakes go to the notes."""
        reader = RuleReader(relations, figure, self.notes)
        for file in self.files.values():
            for name in file.own:
                reader.source(name, *file.sources[name], file.lists)
        return [
            reader.read(raw, self._whole(raw, file.known, ()))
            for file in self.files.values()
            for raw in file.rules.values()
        ]

    def clashes(self) -> None:
        """Note rules that results could not tell apart: files of one name with rules of one id."""
        first: dict[tuple[str, str], Raw] = {}
        for file in self.files.values():
            for raw in file.rules.values():
                other = first.setdefault((raw.pack, raw.id), raw)
                if other is not raw:
                    path = other.table.source.path
                    self.notes.at(
                        raw.table.values.get("id") or raw.table,
                        f"There is another rule '{raw.pack}/{raw.id}', in {path}.",
                        "Rename the file or the rule.",
                    )

    def _whole(self, raw: Raw, known: Mapping[str, Raw], seen: tuple[str, ...]) -> Table:
        """A rule's keys with those of the rule that it is `like`."""
        name = fields.text(raw.table, "like", self.notes)
        if not name:
            return raw.table
        at = raw.table.values["like"]
        base = known.get(name)
        if base is None or base is raw:
            what = f"A rule can't be like itself: '{name}'." if base else f"I don't know the rule '{name}'."
            self.notes.at(
                at,
                what,
                "Name another rule, or take 'like' out."
                if base
                else did_you_mean(
                    name,
                    [each for each in known if each != raw.id],
                    "'like' names a rule of this file, or of one that it uses.",
                ),
            )
            return raw.table
        if name in seen:
            self.notes.at(
                at,
                f"These rules are like one another in a circle: {', '.join((*seen, raw.id, name))}.",
                "Take one 'like' out.",
            )
            return raw.table
        return merged(raw, self._whole(base, known, (*seen, raw.id)))
