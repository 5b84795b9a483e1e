"""A rule file as a tree of texts: YAML's shape without YAML's guesses. No scalar becomes a number, a date or a boolean
(PyYAML alone reads 10:44 as 644 and `no` as False), and every text knows where it stands.

What YAML itself finds wrong, double keys, tabs, aliases and comments that swallow text are noted as mistakes here.
"""

import re
from dataclasses import dataclass, field

from copydesk.rulebook.notes import Notes, Source
from copydesk.typed import Any

# A line with more brackets, dashes or question marks than this is read by the pure parser, whose depth Python guards.
DEEP = 100
ALIAS = re.compile(r"(?<![^\s,\[{])\*[\w-]+")
# What PyYAML guesses that plain scalars are; all of them are texts here.
CORE = frozenset("null bool int float timestamp str seq map merge value".split())


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as text. `start` and `end` are offsets into the file; `plain` means written without quotes on one line."""

    source: Source
    start: int
    end: int
    value: str
    plain: bool = True

    def offset(self, at: int) -> int:
        """Where in the file the character `at` of the value stands; quotes, escapes and folded lines are stepped over."""
        if self.plain:
            return self.start + at
        raw, position = self.source.text, self.start
        for char in self.value[: at + 1]:
            if char.isspace():
                continue
            while position < self.end and raw[position] != char:
                position += 1
            position += 1
        return max(self.start, min(position - 1, self.end - 1))


@dataclass(frozen=True, slots=True)
class Row:
    """A YAML sequence."""

    source: Source
    start: int
    end: int
    items: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A YAML mapping, its keys unique."""

    source: Source
    start: int
    end: int
    keys: dict[str, Text] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)


Node = Text | Row | Table


def parse(source: Source, notes: Notes) -> Node | None:
    """The tree of a rule file, as much of it as can be read. What is wrong with it goes to the notes."""
    text = source.text
    tabs = [found.start() for found in re.finditer(r"^[ ]*(\t+)", text, re.MULTILINE)]
    root: Any = None
    while True:
        try:
            root = _compose(text)
            break
        except RecursionError:
            notes.add(
                source, 0, 1, "This file is nested too deeply to be a rule file.", "Brackets may be missing their ends."
            )
            return None
        except Exception as error:  # PyYAML raises its own errors, and now and then ValueError or UnicodeError
            if tabs:
                _note_tabs(source, tabs, notes)
                return None
            mended = _mend(source, text, error, notes)
            if mended is None:
                break
            text = mended
    if root is None:
        if not notes.of(source):
            notes.add(source, 0, 1, "This file is empty.", EMPTY_HINT)
        return None
    builder = _Builder(source, notes)
    tree = builder.build(root)
    _note_tabs(source, [at for at in tabs if not builder.holds(at)], notes)
    return tree


UNREAD = "Put quotes around the text that stands here, and see that brackets have their ends."
QUOTES = "Put quotes around it"
NEW_LINE = "\n"
EMPTY_HINT = "A rule file begins with 'version: 1', and has 'rules:'."
TAB = "A tab stands here. YAML is indented with spaces only."


def _note_tabs(source: Source, tabs: list[int], notes: Notes) -> None:
    for at in tabs:
        first = source.text.index("\t", at)
        width = len(source.text[first:]) - len(source.text[first:].lstrip("\t"))
        notes.add(source, first, width, TAB, "Put two or more spaces in its place.")


def _compose(text: str) -> Any:
    """PyYAML's node tree. Imported here: a cached rule file never needs it."""
    import yaml

    deep = any(sum(map(line.count, "[{-?")) > DEEP for line in text.splitlines())
    loader: Any = yaml.SafeLoader if deep else getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.compose(text, Loader=loader)


# What PyYAML says, what we say, and what to do.
PROBLEMS = (
    ("mapping values are not allowed", "A colon and a space stand inside a text.", QUOTES),
    ("expected a single document", "A second document begins here ('---').", "One file holds one list of rules: take the '---' out."),
    ("unknown escape character", "YAML doesn't know this escape.", "Use single quotes: '…'."),
    ("quoted scalar", "This quotation mark is never closed.", "Close it with the same mark."),
    ("cannot start any token", "A text can't begin with '{}'.", QUOTES),
    ("did not find expected key", "I expected a key here, or the end of the block.", "Are the lines of this block indented alike?"),
    ("expected <block end>", "I expected a key here, or the end of the block.", "Are the lines of this block indented alike?"),
    ("did not find expected '-' indicator", "I expected '- ' here.", "The keys of a rule are indented alike; each entry of a list begins with '- '."),
    ("could not find expected ':'", "A key without its colon, or a text that goes on in the wrong column.", "Write 'key: text'."),
    ("block sequence entries are not allowed", "A list can't begin on this line.", "Begin the list on a line of its own, or put quotes around the text."),
    ("found undefined alias", "A text can't begin with '*'.", QUOTES),
    ("did not find expected ',' or ']'", "This list is never closed.", "Close it with ']', and put ',' between its entries."),
    ("did not find expected ',' or '}'", "This table is never closed.", "Close it with '}', and put ',' between its entries."),
    ("special characters are not allowed", "A control character stands here.", "Take it out."),
    ("control characters are not allowed", "A control character stands here.", "Take it out."),
)  # fmt: skip


def _mend(source: Source, text: str, error: Exception, notes: Notes) -> str | None:
    """Note what PyYAML found wrong. Gives the text with it put right in the same columns, if that can be done, so that reading
    can go on."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = " ".join(str(part) for name in ("context", "problem", "reason") if (part := getattr(error, name, None)))
    if "quoted scalar" in said and "end of stream" in said:
        mark = getattr(error, "context_mark", mark)
    begun = getattr(error, "context_mark", None)
    if "did not find expected ','" in said and mark and begun and begun.line < mark.line:
        mark = begun  # where the bracket stands that should have been closed on its line
    at = min(mark.index if mark is not None else getattr(error, "position", 0) or 0, max(0, len(text) - 1))
    what, hint = next(
        ((w, h) for key, w, h in PROBLEMS if key in said), (f"YAML can't read this: {said or error}.", UNREAD)
    )
    if hint == QUOTES:
        hint = f"{QUOTES}: {_quoted(text, text.rfind(NEW_LINE, 0, at) + 1, at)}"
    notes.add(source, at, 1, what.format(text[at : at + 1]), hint)
    if "mapping values are not allowed" in said and text[at : at + 2] == ": ":
        return f"{text[:at]}:\xa0{text[at + 2 :]}"
    return None


def _quoted(text: str, line_start: int, at: int) -> str:
    """The text of a line after its key, in quotes."""
    line_end = text.find("\n", at)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    key = re.match(r"\s*(?:- )*(?:[\w -]+?: +)?", line)
    value = line[key.end() if key else 0 :].strip()
    return "'" + value.replace("'", "''") + "'"


class _Builder:
    """Turns PyYAML's nodes into a tree, and notes double keys, aliases, tags and comments that swallow text."""

    def __init__(self, source: Source, notes: Notes) -> None:
        self.source, self.notes = source, notes
        self.built: dict[int, Node] = {}
        self.aliases = ALIAS.finditer(source.text)
        self.texts: list[tuple[int, int]] = []

    def holds(self, at: int) -> bool:
        """Does a text span this offset? A tab inside an article's text is the article's."""
        return any(start <= at < end for start, end in self.texts)

    def build(self, node: Any) -> Node:
        start, end = node.start_mark.index, node.end_mark.index
        if id(node) in self.built:
            self._alias()
            return self.built[id(node)]
        self.built[id(node)] = Text(self.source, start, start, "")  # what an alias inside its own part stands for
        if node.tag.removeprefix("tag:yaml.org,2002:") not in CORE:
            what = f"A tag ('{node.tag.replace('tag:yaml.org,2002:', '!!')}') has no meaning in a rule file."
            self.notes.add(self.source, start, len(node.tag), what, "Take it out, or put quotes around the text.")
        self.built[id(node)] = built = self._built(node, start, end)
        return built

    def _alias(self) -> None:
        """Note the next alias of the file: the parser tells that there is one, not where."""
        found = next(self.aliases, None)
        at, width = found.span() if found else (0, 1)
        self.notes.add(
            self.source,
            at,
            width - at,
            "Aliases ('*name') have no meaning in a rule file.",
            "Write it out, or use 'like' or 'lists'.",
        )

    def _built(self, node: Any, start: int, end: int) -> Node:
        if node.id == "scalar":
            return self._text(node, start, end)
        if node.id == "sequence":
            return Row(self.source, start, end, tuple(self.build(item) for item in node.value))
        return self._table(node, start, end)

    def _text(self, node: Any, start: int, end: int) -> Text:
        raw = self.source.text[start:end]
        self.texts.append((start, end))
        if not node.style and node.value:
            self._swallowed(node.value, end)
        return Text(
            self.source,
            start,
            end,
            node.value.replace("\xa0", " ") if "\xa0" not in raw else node.value,
            raw == node.value,
        )

    def _swallowed(self, value: str, end: int) -> None:
        """A ` #` that looks like text: no blank after it, or one blank only before it."""
        text = self.source.text
        rest = re.compile(r"([ \t]+)#(\s?)[^\n]*").match(text, end)
        if rest and (not rest[2] or (len(rest[1]) == 1 and " " in value)) and rest[0].strip() != "#":
            at = rest.end(1)
            hint = "Put quotes around the text if this belongs to it; else write two spaces before the '#' and one after it."
            self.notes.add(self.source, at, len(rest[0].strip()), "From ' #' on, YAML reads a comment.", hint)

    def _table(self, node: Any, start: int, end: int) -> Table:
        table = Table(self.source, start, end)
        for key_node, value_node in node.value:
            key, value = self.build(key_node), self.build(value_node)
            if not isinstance(key, Text):
                self.notes.add(
                    self.source,
                    key.start,
                    1,
                    "A key must be a word.",
                    "Before a colon stands one word or a few, without brackets.",
                )
            elif key.value in table.keys:
                line = self.source.place(table.keys[key.value].start)[0]
                self.notes.at(key, f"The key '{key.value}' is given twice.", f"It stands on line {line} already.")
            else:
                table.keys[key.value] = key
                table.values[key.value] = value
        return table
