"""One rule: from its keys to a Rule, with every mistake noted on the way."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter

from copydesk.expressions import Sentence, SourceValue, chosen, needed, parts, show, walk
from copydesk.model import EXAMPLE_DATE, DataSource, Example, Expectation, Rule
from copydesk.rulebook import english, fields, plugging, sentences, sorts, sourcing
from copydesk.rulebook.find import Finder, Lists
from copydesk.rulebook.notes import Notes, did_you_mean
from copydesk.rulebook.sentences import ReadFigure, Unread
from copydesk.rulebook.tree import Node, Row, Table, Text
from copydesk.rulebook.words import EXAMPLE_KEYS, FOR_KEYS, LEVELS, MISSING, OUTCOMES, OWN_KEYS, RULE_KEYS
from copydesk.story import RelationKind
from copydesk.typed import Any, cast

LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
ID = re.compile(r"[a-z0-9][\w-]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Raw:
    """A rule as it stands in its file, before it is read: its keys, and what its file declares."""

    id: str
    pack: str
    table: Table
    lists: Lists
    sources: Mapping[str, tuple[Text, Node]]


def merged(raw: Raw, base: Table) -> Table:
    """A rule's keys over those of the one that it is `like`: whole keys replace, `find` is merged by name."""
    keys = {name: key for name, key in base.keys.items() if name not in OWN_KEYS}
    values = {name: value for name, value in base.values.items() if name not in OWN_KEYS}
    own, theirs = raw.table.values.get("find"), base.values.get("find")
    keys.update(raw.table.keys)
    values.update(raw.table.values)
    if isinstance(own, Table) and isinstance(theirs, Table):
        values["find"] = Table(
            own.source, own.start, own.end, {**theirs.keys, **own.keys}, {**theirs.values, **own.values}
        )
    return Table(raw.table.source, raw.table.start, raw.table.end, keys, values)


class RuleReader:
    """Reads rules over the relations and the reader of figures of this program."""

    def __init__(self, relations: Mapping[str, RelationKind], figure: ReadFigure, notes: Notes) -> None:
        self.relations, self.figure, self.notes = relations, figure, notes
        self.known: dict[int, DataSource | None] = {}

    def source(self, name: str, key: Text, entry: Node, lists: Lists) -> DataSource | None:
        """A source, read once; None where it is broken."""
        if id(entry) not in self.known:
            finder = Finder(lists, self.relations, self.figure, self.notes, "")
            self.known[id(entry)] = sourcing.read(name, key, entry, self.notes, finder)
        return self.known[id(entry)]

    def read(self, raw: Raw, table: Table) -> Rule:
        notes = self.notes
        fields.known_keys(table, RULE_KEYS, "A rule", notes)
        alone = "like" not in raw.table.keys or table is not raw.table  # a `like` that failed is told already
        for key in ("say", "find", "expect") if alone else ():
            fields.required(table, key, "A rule", notes, raw.table.keys.get("id"))
        expected = " ; ".join(item.value for item in fields.texts(table, "expect", notes))
        finder = Finder(raw.lists, self.relations, self.figure, notes, expected)
        find = finder.read(table.values["find"]) if "find" in table.values else ()
        expect = self._expect(raw, table, finder)
        return Rule(
            id=raw.id,
            pack=raw.pack,
            say=fields.text(table, "say", notes),
            find=find,
            expect=expect,
            sources=self._sources(raw, expect),
            level=cast(Any, fields.choice(table, "level", LEVELS, notes, "error"))
            if "level" in table.keys
            else "error",
            missing=cast(Any, fields.choice(table, "missing", MISSING, notes, "skip")),
            strict=fields.flag(table, "strict", notes),
            message=self._message(raw, table, finder),
            why=fields.text(table, "why", notes),
            link=fields.text(table, "link", notes),
            tags=tuple(item.value.strip() for item in fields.texts(table, "tags", notes)),
            only_for=self._only_for(table, "paths"),
            only_tags=self._only_for(table, "tags"),
            language=self._language(table),
            off=fields.flag(table, "off", notes),
            examples=self._examples(table),
            path=raw.table.source.path,
            line=raw.table.source.place((raw.table.keys.get("id") or raw.table).start)[0],
        )

    # ------------------------------------------------------------ expect

    def _expect(self, raw: Raw, table: Table, finder: Finder) -> tuple[Expectation, ...]:
        found = []
        for item in fields.texts(table, "expect", self.notes):
            written = " ".join(item.value.split())
            if item.value.lstrip().startswith("python "):
                if plug := plugging.read(item, finder.sorts, self.notes):
                    found.append(_expectation(written, plug))
            elif finder.whole and (sentence := self._sentence(raw, item, finder)):
                found.append(_expectation(written, sentence.sentence))
        return tuple(found)

    def _sources(self, raw: Raw, expect: tuple[Expectation, ...]) -> tuple[DataSource, ...]:
        """The sources that the rule's sentences name."""
        nodes = [node for each in expect for node in walk(each.sentence)]
        names = dict.fromkeys(node.source for node in nodes if isinstance(node, SourceValue))
        found = [self.source(name, *raw.sources[name], raw.lists) for name in names if name in raw.sources]
        return tuple(source for source in found if source)

    def _sentence(self, raw: Raw, item: Text, finder: Finder) -> sentences.Read | None:
        try:
            read = sentences.read(item.value, finder.sorts, self.figure)
            sorts.Checker(read, finder.sorts, finder.patterns).check()
        except Unread as trouble:
            self._unread(item, trouble, finder)
            return None
        except RecursionError:
            self.notes.at(item, "This sentence is nested too deeply.", "Make several of it, a line each.")
            return None
        for node in walk(read.sentence):
            if isinstance(node, SourceValue) and node.source not in raw.sources:
                end = read.spans[id(node)][1]
                start = end - len(node.source)
                hint = did_you_mean(
                    node.source, list(raw.sources), "Sources stand under 'sources:' at the top of the file."
                )
                self.notes.add(
                    item.source, item.offset(start), end - start, f"I don't know the source '{node.source}'.", hint
                )
        return read

    def _unread(self, item: Text, trouble: Unread, finder: Finder) -> None:
        """Note what could not be read; free English gets the nearest sentence with the rule's own names."""
        free = trouble.whole or english.is_english(item.value, finder.sorts)
        suggestion = english.shape(item.value, finder.sorts, self.figure) if free else ""
        if suggestion:
            self.notes.at(item, "I can't read this sentence.", f"Did you mean '{suggestion}'?")
        else:
            self.notes.add(
                item.source, item.offset(trouble.start), trouble.end - trouble.start, trouble.what, trouble.hint
            )

    # ------------------------------------------------------------ other keys

    def _message(self, raw: Raw, table: Table, finder: Finder) -> str:
        """The rule's own message; its placeholders must be names of the rule."""
        message = fields.text(table, "message", self.notes)
        if not message:
            return ""
        known = {"difference", *(f"source {name}" for name in raw.sources)}
        for name, sort in finder.sorts.items():
            stems = [name] if isinstance(sort, sorts.Sort) else [f"{name}.{part}" for part in sort]
            known.update(f"{stem}{form}" for stem in stems for form in ("", ".value", ".sum"))
        value = table.values["message"]
        try:
            placeholders = [name for _, name, _, _ in Formatter().parse(message) if name is not None]
        except ValueError:
            self.notes.at(
                value, "A brace in the message is never closed.", "Write '{name}'; '{{' stands for a brace itself."
            )
            return ""
        for name in placeholders:
            if name not in known:
                at = value.offset(max(0, value.value.find("{" + name))) if isinstance(value, Text) else value.start
                words = sorted(word for word in known if not word.endswith(".sum"))
                hint = did_you_mean(name, words, f"It can show: {', '.join(words)}.")
                self.notes.add(value.source, at, len(name) + 2, f"The message has no '{{{name}}}' to show.", hint)
        return message

    def _only_for(self, table: Table, key: str) -> tuple[str, ...]:
        """`for: "*.md"` is short for `for: {paths: "*.md"}`."""
        value = table.values.get("for")
        if isinstance(value, Table):
            if key == "paths":
                fields.known_keys(value, FOR_KEYS, "'for'", self.notes)
            return tuple(item.value.strip() for item in fields.texts(value, key, self.notes))
        return tuple(item.value for item in fields.texts(table, "for", self.notes)) if key == "paths" else ()

    def _language(self, table: Table) -> str:
        value = table.values.get("for")
        language = fields.text(value, "language", self.notes) if isinstance(value, Table) else ""
        if language and isinstance(value, Table) and not LANGUAGE.fullmatch(language):
            self.notes.at(value.values["language"], f"'{language}' is no language.", "Write its code: 'en', 'en-GB'.")
        return language

    def _examples(self, table: Table) -> tuple[Example, ...]:
        value = table.values.get("examples")
        if value is None:
            return ()
        if not isinstance(value, Row):
            self.notes.at(
                table.keys["examples"],
                f"'examples' is a list; here stands {fields.named(value)}.",
                "Write '- pass: …' and '- fail: …', a line each.",
            )
            return ()
        found = []
        for item in value.items:
            if isinstance(item, Table) and len(item.values) == 1:
                found += self._example(item)
            else:
                self.notes.at(
                    item,
                    "An example is one outcome and its text.",
                    "Write '- pass: …', '- fail: …', '- unsure: …' or '- skip: …'.",
                )
        return tuple(found)

    def _example(self, item: Table) -> list[Example]:
        (outcome, body), key = next(iter(item.values.items())), next(iter(item.keys.values()))
        if outcome not in OUTCOMES:
            self.notes.at(
                key,
                f"An example can't have the outcome '{outcome}'.",
                did_you_mean(outcome, list(OUTCOMES), f"It can be: {', '.join(OUTCOMES)}."),
            )
            return []
        line = key.source.place(key.start)[0]
        if isinstance(body, Text) and body.value.strip():
            return [Example(cast(Any, outcome), body.value, line=line)]
        if not isinstance(body, Table):
            self.notes.at(
                key, f"The example '{outcome}' has no text.", f"Write '- {outcome}: Seven people were killed.'."
            )
            return []
        fields.known_keys(body, EXAMPLE_KEYS, "An example", self.notes)
        if not fields.required(body, "text", "An example", self.notes):
            return []
        words = body.values["text"]
        content = words.value if isinstance(words, Text) else fields.text(body, "text", self.notes)
        return [
            Example(
                cast(Any, outcome),
                content,
                fields.text(body, "title", self.notes),
                self._dated(body),
                line,
                fields.text(body, "source", self.notes),
                self._given(body),
            )
        ]

    def _given(self, body: Table) -> tuple[tuple[str, str], ...]:
        """What the sources give in an example, so that it can be tried without them."""
        value = body.values.get("sources")
        if isinstance(value, Table):
            return tuple((name, fields.text(value, name, self.notes)) for name in value.values)
        if value is not None:
            self.notes.at(body.keys["sources"], f"'sources' holds what each source gives; here stands {fields.named(value)}.", "Write 'sources: {official-toll: 7}'.")  # fmt: skip
        return ()

    def _dated(self, body: Table) -> date:
        written = fields.text(body, "dated", self.notes)
        if not written:
            return EXAMPLE_DATE
        try:
            return date.fromisoformat(written)
        except ValueError:
            self.notes.at(body.values["dated"], f"'{written}' is no date.", "Write it as 2025-06-04.")
            return EXAMPLE_DATE


def _expectation(text: str, sentence: Sentence) -> Expectation:
    """A sentence with what the judge would otherwise look up in its tree for every article."""
    return Expectation(
        text,
        sentence,
        (*map(str, needed(sentence)), *(show(node) for node in walk(sentence) if isinstance(node, SourceValue))),
        tuple(map(str, chosen(sentence))),
        tuple((name.name, name.part, str(name)) for name in parts(sentence)),
    )
