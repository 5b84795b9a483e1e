"""`find`: from its entries to selectors."""

import re
from collections.abc import Mapping

from copydesk.model import Selector
from copydesk.patterns import Piece
from copydesk.rulebook import fields, patterning
from copydesk.rulebook.notes import Notes, did_you_mean
from copydesk.rulebook.sentences import ReadFigure
from copydesk.rulebook.sorts import ANY, BY_KIND, Sort, of_dimension
from copydesk.rulebook.things import term
from copydesk.rulebook.tree import Node, Table, Text
from copydesk.rulebook.words import DIMENSIONS, GRAMMAR, KINDS, PLACES, SELECTOR_KEYS, TAKE, TOGETHER
from copydesk.story import RelationKind
from copydesk.typed import Any, cast

Lists = Mapping[str, tuple[str, ...]]
Sorts = dict[str, Sort | Mapping[str, Sort]]
NAME = re.compile(r"[^\W\d][\w-]*")


class Finder:
    """Reads the `find` of one rule. `sorts` tells afterwards what each name can be compared with."""

    def __init__(
        self, lists: Lists, relations: Mapping[str, RelationKind], figure: ReadFigure, notes: Notes, expected: str
    ) -> None:
        self.lists, self.relations, self.figure, self.notes = lists, relations, figure, notes
        # All that the rule expects: `age` is a fact and a relation, and which is meant shows in whether a part of it is named.
        self.expected = expected
        self.sorts: Sorts = {}
        self.patterns: set[str] = set()
        # False once a name's entry is so wrong that sentences over it would only give follow-up mistakes.
        self.whole = True

    def read(self, find: Node) -> tuple[Selector, ...]:
        if not isinstance(find, Table):
            self.notes.at(
                find,
                f"'find' holds names, each with what it stands for; here stands {fields.named(find)}.",
                "Write 'killed: {a: count, of: killed}'.",
            )
            self.whole = False
            return ()
        if not find.values:
            self.notes.at(find, "'find' names nothing.", "Write 'killed: {a: count, of: killed}'.")
        found = []
        for name, entry in find.values.items():
            key = find.keys[name]
            if name in GRAMMAR:
                self.notes.at(key, f"'{name}' is a word of the grammar: it can't be a name.", "Take another name.")
            elif not NAME.fullmatch(name):
                self.notes.at(
                    key,
                    f"'{name}' can't be a name.",
                    "A name is one word of letters, digits, '-' and '_', and begins with a letter.",
                )
            self.sorts[name] = BY_KIND["any"]
            if isinstance(entry, Table):
                found.append(self._selector(name, key, entry))
            else:
                self.notes.at(
                    key, f"'{name}' needs to say what it stands for.", f"Write '{name}: {{a: count, of: passengers}}'."
                )
        return tuple(found)

    def one(self, name: str, key: Text, entry: Table) -> Selector:
        """A single selector, outside `find`."""
        return self._selector(name, key, entry)

    def _selector(self, name: str, key: Text, entry: Table) -> Selector:
        notes = self.notes
        fields.known_keys(entry, SELECTOR_KEYS, "A name of 'find'", notes)
        pattern = self._pattern(name, entry)
        kind = "pattern" if "pattern" in entry.keys else ""
        if not kind and fields.required(entry, "a", f"'{name}'", notes, key):
            kind = fields.text(entry, "a", notes)
        dimension = self._kind(name, kind, entry) if kind != "pattern" else None
        near_all = [fields.lowered([one], self.lists) for one in fields.texts(entry, "near all", notes)]
        near = fields.lowered(fields.texts(entry, "near", notes), self.lists)
        return Selector(
            name=name,
            kind=kind,
            relation=kind == "pattern" or self._is_relation(name, kind),
            dimension=dimension,
            of=tuple(self._of(one) for one in fields.texts(entry, "of", notes)),
            near=tuple(([near] if near else []) + near_all),
            not_near=fields.lowered(fields.texts(entry, "not near", notes), self.lists),
            places=self._places(entry, "in"),
            not_places=self._places(entry, "not in"),
            said_by=fields.lowered(fields.texts(entry, "said by", notes), self.lists),
            together=cast(Any, fields.choice(entry, "together in", TOGETHER, notes, ""))
            if "together in" in entry.keys
            else "",
            at_least=self._at_least(entry),
            take=cast(Any, fields.choice(entry, "take", TAKE, notes, "all")),
            text=fields.text(entry, "text", notes).lower(),
            pattern=pattern,
        )

    def _pattern(self, name: str, entry: Table) -> tuple[Piece, ...]:
        """The pieces of a pattern; its captures become parts of the name."""
        if "pattern" not in entry.keys:
            return ()
        if "a" in entry.keys:
            self.notes.at(entry.keys["a"], "A name has 'a' or 'pattern', not both.", "The pattern's figures say what they are: '{before:money}'.")  # fmt: skip
        self._not_for_relations(entry, "patterns")
        items = fields.texts(entry, "pattern", self.notes)
        pieces: tuple[Piece, ...] = ()
        if len(items) == 1:
            pieces, sorts = patterning.read(items[0], self.figure, self.notes)
            self.sorts[name] = sorts
            self.patterns.add(name)
        elif items:
            self.notes.at(entry.values["pattern"], "'pattern' is one text.", "Write '(rose|fell) from {before} to {after}'.")  # fmt: skip
        self.whole = self.whole and bool(pieces)
        return pieces

    def _not_for_relations(self, entry: Table, what: str) -> None:
        for key in ("at least", "take", "together in"):
            if key in entry.keys:
                self.notes.at(entry.keys[key], f"'{key}' is for facts; {what} are judged one by one.", "Take it out.")

    def _kind(self, name: str, kind: str, entry: Table) -> tuple[tuple[str, int], ...] | None:
        """Learn what the name can be compared with; the dimension, where the kind is one."""
        if self._is_relation(name, kind):
            parts = self.relations[kind].parts
            self.sorts[name] = {part: _part_sort(about) for part, about in parts.items()}
            self._not_for_relations(entry, "relations")
        elif kind in KINDS:
            self.sorts[name] = BY_KIND[kind]
        elif kind in DIMENSIONS:
            amount = self.figure(DIMENSIONS[kind])
            dimension = amount.unit.dimension if amount else ()
            self.sorts[name] = of_dimension(dimension, kind)
            return dimension
        elif kind and isinstance(value := entry.values.get("a"), Text):
            known = [*KINDS, *DIMENSIONS, *self.relations]
            self.notes.at(
                value,
                f"I don't know the kind '{kind}'.",
                did_you_mean(kind, known, f"The kinds are: {', '.join(known)}."),
            )
        return None

    def _is_relation(self, name: str, kind: str) -> bool:
        if kind not in self.relations:
            return False
        return kind not in KINDS or re.search(rf"(?<![\w-]){re.escape(name)}\.[^\W\d]", self.expected) is not None

    def _of(self, item: Text) -> tuple[Any, ...]:
        """One thing, or several that a figure stands for together: `killed or hurt`."""
        pieces = [item.value] if item.value in self.lists else re.split(r"\s+or\s+", item.value.strip())
        return tuple(term(self.lists.get(piece, (piece.lower(),))) for piece in pieces if piece)

    def _places(self, entry: Table, key: str) -> tuple[str, ...]:
        found = []
        for item in fields.texts(entry, key, self.notes):
            if item.value in PLACES:
                found.append(item.value)
            else:
                self.notes.at(
                    item,
                    f"An article has no part '{item.value}'.",
                    did_you_mean(item.value, list(PLACES), f"Its parts are: {', '.join(PLACES)}."),
                )
        return () if "anywhere" in found and key == "in" else tuple(found)

    def _at_least(self, entry: Table) -> int:
        found = fields.text(entry, "at least", self.notes, "1")
        if found.isdecimal() and found.isascii() and int(found[:6]) > 0 and len(found) < 6:
            return int(found)
        if isinstance(value := entry.values.get("at least"), Text):
            self.notes.at(value, f"'at least' is a whole number from 1 up, not '{found}'.", "Write 'at least: 2'.")
        return 1


def _part_sort(about: str) -> Sort:
    """The sort of a relation's part, from the first word of its description; plurals are several of it."""
    word = about.replace(",", " ").replace(":", " ").split()[0] if about.split() else "any"
    return (
        BY_KIND.get(word)
        or BY_KIND.get(word.removesuffix("s"))
        or (ANY if word in ("figure", "figures") else BY_KIND["any"])
    )
