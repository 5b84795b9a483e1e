"""`sources`: from an entry of a rule file to a source that can be asked. What can be known without asking a database is checked here."""

import re
from collections.abc import Mapping
from pathlib import Path

from copydesk.errors import Mistake
from copydesk.model import DataSource, Selector
from copydesk.rulebook import fields
from copydesk.rulebook.notes import Notes, did_you_mean
from copydesk.rulebook.tree import Node, Table, Text
from copydesk.rulebook.words import SELECTOR_KEYS, UNITS
from copydesk.sources import ARTICLE, Trouble, check
from copydesk.sources.sql import QUOTED
from copydesk.typed import Any, cast

MODEL = "It needs one of: csv, json, parquet, sql, article."
READS = re.compile(r"\s*(?:--[^\n]*\n\s*)*(?:select|with|values|table)\b", re.IGNORECASE)
PARAMETER = re.compile(r"(?<![:\w\\]):([A-Za-z_]\w*)|'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*")
VARIABLE = re.compile(r"env:[A-Za-z_]\w*")
# Keys of a source of each kind, beside the one that names the kind.
KEYS = {
    "csv": ("column", "where", "unit"),
    "json": ("column", "where", "inside", "unit"),
    "parquet": ("column", "where", "unit"),
    "sql": ("db", "give", "unit"),
    "article": tuple(key for key in SELECTOR_KEYS if key not in ("pattern", "together in")),
}


def read(name: str, key: Text, entry: Node, notes: Notes, finder: Any) -> DataSource | None:
    """One source; None, with a note, where it can't be read. `finder` reads the selector of a source that is an article."""
    kinds = [kind for kind in KEYS if kind in entry.keys] if isinstance(entry, Table) else []
    if not isinstance(entry, Table) or not kinds:
        notes.at(key, f"The source '{name}' doesn't say where it is.", MODEL)
        return None
    kind = kinds[0]
    known = {kind: "", **dict.fromkeys(KEYS[kind], "")}
    for extra in kinds[1:]:
        notes.at(entry.keys[extra], f"A source is one thing: '{name}' is '{kind}' already.", "Make two sources of it.")
        known[extra] = ""
    for word in entry.keys:
        if word not in known:
            notes.at(entry.keys[word], f"A source of '{kind}' has no key '{word}'.", did_you_mean(word, list(known), f"Its keys are: {', '.join(known)}."))  # fmt: skip
    return _Entry(name, key, entry, notes).read(kind, finder)


class _Entry:
    def __init__(self, name: str, key: Text, entry: Table, notes: Notes) -> None:
        self.name, self.key, self.entry, self.notes = name, key, entry, notes
        self.before = len(notes.mistakes)

    def read(self, kind: str, finder: Any) -> DataSource | None:
        value = self.entry.values[kind]
        at, column, db = fields.text(self.entry, kind, self.notes), "", ""
        selector: Selector | None = None
        if kind == "sql":
            at = value.value if isinstance(value, Text) else ""
            db = self._database()
            self._statement(value, at)
        elif kind == "article":
            selector = self._selector(finder)
        else:
            fields.required(self.entry, "column", f"The source '{self.name}'", self.notes, self.key)
            column = fields.text(self.entry, "column", self.notes)
        if kind != "sql" and not (kind == "article" and at == "previous"):
            at = self._path(value, at)
        line, place, excerpt = self.key.source.place(self.key.start)
        source = DataSource(
            name=self.name,
            kind=cast(Any, kind),
            at=at,
            column=column,
            where=self._asked("give" if kind == "sql" else "where"),
            inside=tuple(
                key for item in fields.texts(self.entry, "inside", self.notes) for key in item.value.split(".")
            ),
            db=db,
            unit=self._unit(finder),
            selector=selector,
            mistake=Mistake(self.key.source.path, line, place, "", "", excerpt, len(self.name)),
        )
        return source if len(self.notes.mistakes) == self.before and self._answers(source) else None

    def _answers(self, source: DataSource) -> bool:
        try:
            check(source)
        except Trouble as trouble:
            self.notes.at(self.key, trouble.what, trouble.hint)
            return False
        return True

    def _unit(self, finder: Any) -> str:
        unit = fields.text(self.entry, "unit", self.notes)
        if unit and finder.figure(f"1 {unit}") is None:
            self.notes.at(
                self.entry.values["unit"],
                f"I don't know the unit '{unit}'.",
                did_you_mean(unit, UNITS, "Write a unit, as 'million dollars' or 'km'."),
            )
        return unit

    def _path(self, value: Node, written: str) -> str:
        """A file, from the folder of the rule file."""
        found = Path(value.source.path).parent / written
        try:
            there = not written or found.is_file()
        except (OSError, ValueError):
            there = False
        if not there:
            self.notes.at(value, f"There is no file {found}.", "Files are named from the folder of the rule file.")
        return str(found.absolute())

    def _asked(self, key: str) -> tuple[tuple[str, str], ...]:
        """Columns or parameters, and what each is to be."""
        value = self.entry.values.get(key)
        if value is None:
            return ()
        if not isinstance(value, Table):
            self.notes.at(self.entry.keys[key], f"'{key}' holds names, each with its value; here stands {fields.named(value)}.", f"Write '{key}: {{day: article.date}}'.")  # fmt: skip
            return ()
        found = []
        for name, item in value.values.items():
            text = fields.text(value, name, self.notes)
            if text.startswith("article.") and text not in ARTICLE:
                self.notes.at(item, f"An article has no '{text.partition('.')[2]}' to look up by.", did_you_mean(text, list(ARTICLE), f"It has: {', '.join(ARTICLE)}."))  # fmt: skip
            found.append((name, text))
        return tuple(found)

    # ------------------------------------------------------------ databases

    def _database(self) -> str:
        """The file of a SQLite database, or the variable that holds the address of another one."""
        if not fields.required(self.entry, "db", f"The source '{self.name}'", self.notes, self.key):
            return ""
        value, db = self.entry.values["db"], fields.text(self.entry, "db", self.notes)
        if db.startswith("env:"):
            if not VARIABLE.fullmatch(db):
                self.notes.at(value, f"'{db[4:]}' can't be the name of an environment variable.", "Write 'db: env:TOLL_DB'.")  # fmt: skip
            return db
        if "://" in db:
            self.notes.at(value, "The address of a database doesn't stand in a rule file: it may hold a password.", "Put it in an environment variable, and write 'db: env:TOLL_DB'.")  # fmt: skip
            return ""
        return self._path(value, db) if db else ""

    def _statement(self, value: Node, statement: str) -> None:
        if not statement.strip():
            return
        if not READS.match(statement):
            self.notes.at(value, "A source only reads: its statement begins with 'select'.", "Write 'select killed from toll where day = :day'.")  # fmt: skip
        if ";" in QUOTED.sub(" ", statement).rstrip().removesuffix(";"):
            self.notes.at(value, "A source is one statement.", "Take out what stands behind the ';'.")
        given = self.entry.values.get("give")
        names = list(given.keys) if isinstance(given, Table) else []
        wanted = list(dict.fromkeys(found[1] for found in PARAMETER.finditer(statement) if found[1]))
        for name in wanted:
            if name not in names:
                self.notes.at(value, f"The statement asks for ':{name}', which 'give' doesn't have.", f"Write 'give: {{{name}: article.date}}'.")  # fmt: skip
        for name in names:
            if name not in wanted and isinstance(given, Table):
                self.notes.at(given.keys[name], f"The statement has no ':{name}'.", did_you_mean(name, wanted, "Values stand in it as ':name'."))  # fmt: skip

    # ------------------------------------------------------------ another article

    def _selector(self, finder: Any) -> Selector | None:
        whole = self.entry
        keys = {name: key for name, key in whole.keys.items() if name in KEYS["article"]}
        values: Mapping[str, Node] = {name: whole.values[name] for name in keys}
        found: Selector | None = finder.one(self.name, self.key, Table(whole.source, whole.start, whole.end, keys, dict(values)))  # fmt: skip
        if found and found.relation:
            self.notes.at(whole.values["a"], "A source is one figure or time, not a relation.", "Write 'a: count', 'a: money', 'a: date'.")  # fmt: skip
        return found
