"""Reading single keys of a table: the right type, or a note of what is wrong."""

from collections.abc import Collection, Mapping

from copydesk.rulebook.notes import Notes, did_you_mean
from copydesk.rulebook.tree import Node, Row, Table, Text
from copydesk.rulebook.words import MODELS, YES


def known_keys(table: Table, known: Collection[str], whose: str, notes: Notes) -> None:
    """Note every key that the language doesn't have."""
    for name, key in table.keys.items():
        if name not in known:
            notes.at(
                key,
                f"{whose} has no key '{name}'.",
                did_you_mean(name, list(known), f"Its keys are: {', '.join(known)}."),
            )


def text(table: Table, key: str, notes: Notes, otherwise: str = "") -> str:
    """The text under a key; `otherwise` where it is absent."""
    value = table.values.get(key)
    if value is None:
        return otherwise
    if not isinstance(value, Text):
        notes.at(
            table.keys[key],
            f"'{key}' should be one text, not {named(value)}.",
            f"Write '{key}: …', with quotes around it if it has a colon or brackets.",
        )
        return otherwise
    if not value.value.strip():
        notes.at(table.keys[key], f"'{key}' has nothing after it.", "Write its text, or take the key out.")
        return otherwise
    return " ".join(value.value.split())


def required(table: Table, key: str, whose: str, notes: Notes, where: Node | None = None) -> bool:
    """Is the key there? Its absence is noted at the table's first key."""
    if key in table.values:
        return True
    first = where or next(iter(table.keys.values()), table)
    notes.at(first, f"{whose} needs '{key}'.", f"Write '{MODELS.get(key, f'{key}: …')}'.")
    return False


def choice(table: Table, key: str, among: Collection[str], notes: Notes, otherwise: str) -> str:
    """One of a few words."""
    found = text(table, key, notes, otherwise)
    if found in among:
        return found
    value = table.values[key]
    if isinstance(value, Text):
        notes.at(
            value, f"'{key}' can't be '{found}'.", did_you_mean(found, list(among), f"It can be: {', '.join(among)}.")
        )
    return otherwise


def flag(table: Table, key: str, notes: Notes) -> bool:
    """Yes or no; no where it is absent."""
    found = text(table, key, notes, "no").lower()
    if found not in YES:
        notes.at(table.values[key], f"'{key}' is yes or no, not '{found}'.", f"Write '{key}: yes', or take it out.")
    return YES.get(found, False)


def texts(table: Table, key: str, notes: Notes) -> list[Text]:
    """A text, or a list of texts."""
    value = table.values.get(key)
    if value is None:
        return []
    if isinstance(value, Text) and not value.value.strip():
        notes.at(table.keys[key], f"'{key}' has nothing after it.", "Write its text, or take the key out.")
        return []
    return as_texts(value, f"'{key}'", notes)


def as_texts(value: Node, what: str, notes: Notes) -> list[Text]:
    items = value.items if isinstance(value, Row) else (value,)
    found = []
    for item in items:
        if isinstance(item, Text) and item.value.strip():
            found.append(item)
        else:
            notes.at(
                item, f"{what} holds texts; here stands {named(item)}.", "Write one text, or several as '[one, two]'."
            )
    if isinstance(value, Row) and not value.items:
        notes.at(value, f"{what} is an empty list.", "Write its words, or take the key out.")
    return found


def lowered(found: list[Text], lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Texts in lower case; the name of a list stands for its words."""
    words: list[str] = []
    for item in found:
        word = " ".join(item.value.split())
        words += lists.get(word, (word.lower(),))
    return tuple(dict.fromkeys(words))


def named(node: Node) -> str:
    """What a node is, for a message."""
    if isinstance(node, Text):
        return f"the text '{node.value}'" if node.value.strip() else "nothing"
    return "a list" if isinstance(node, Row) else "a table of keys"
