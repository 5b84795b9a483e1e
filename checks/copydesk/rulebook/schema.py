"""The JSON Schema of rule files, for editors: draft-07, made from the tables that the loader reads by.

It knows keys, kinds and the shape of values, and is never stricter than the loader, which alone reads sentences, units and names.
Beside the standard's words it has those of yaml-language-server: defaultSnippets, markdownDescription, patternErrorMessage.
"""

from collections.abc import Mapping, Sequence

from copydesk.rulebook.shapes import NAMES, RULES
from copydesk.rulebook.sourcing import KEYS
from copydesk.rulebook.words import (
    DIMENSIONS,
    EXAMPLE_KEYS,
    FILE_KEYS,
    FOR_KEYS,
    GRAMMAR,
    KINDS,
    LEVELS,
    MISSING,
    OUTCOMES,
    PLACES,
    RULE_KEYS,
    SELECTOR_KEYS,
    SENTENCES,
    SOURCE_KEYS,
    TAKE,
    TOGETHER,
)  # fmt: skip
from copydesk.story import RelationKind
from copydesk.typed import Any

Schema = dict[str, Any]

# The loader reads every scalar as text; editors' YAML makes numbers and booleans of some.
SCALAR = ["string", "number", "boolean"]
TEXT: Schema = {"type": SCALAR}
TEXTS: Schema = {"anyOf": [TEXT, {"type": "array", "items": TEXT, "minItems": 1}]}
# One word of letters (of any alphabet), digits, - and _: what a name of `find` may be.
WORD = r"""[^\s\d.,:;'"`(){}\[\]+*/=<>!~?|-][^\s.,:;'"`(){}\[\]+*/=<>!~?|]*"""
SENTENCE = r"^\s*python\s|\bagree\b|\badd up to\b|\bis\b|[=<>~]"
PATTERNS = {
    "id": (r"^\s*[A-Za-z0-9][^\s.,:;/'\"(){}\[\]]*\s*$", "An id is letters, digits and '-': bridge-times."),
    "name": (rf"^(?!(?:{'|'.join(sorted(GRAMMAR))})$){WORD}$", "A name is one word of letters, digits, '-' and '_', and no word of the grammar."),
    "sentence": (SENTENCE, f"One of these: {'; '.join(SENTENCES)}."),
    "day": (r"^\s*\d{4}-?\d\d-?\d\d\s*$|^\s*\d{4}-?W\d\d-?\d\s*$", "A day is written 2025-06-04."),
    "flag": (r"^\s*([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\s*$", "It is yes or no."),
    "count": (r"^\s*0*[1-9]\d{0,4}\s*$", "A whole number from 1 up."),
    "db": (r"\S", "A SQLite file, or env:NAME."),
    "reads": (r"^\s*(--[^\n]*\n\s*)*([Ss][Ee][Ll][Ee][Cc][Tt]|[Ww][Ii][Tt][Hh]|[Vv][Aa][Ll][Uu][Ee][Ss]|[Tt][Aa][Bb][Ll][Ee])\b", "A source only reads: its statement begins with 'select'."),
    "capture": (r"\{[^{}]*\}", "A pattern names a figure: 'from {before:money} to {after:money}'."),
}  # fmt: skip


def schema(relations: Mapping[str, RelationKind]) -> Schema:
    """The schema of a rule file, where these relations are known."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "copydesk rules",
        "description": "A rule file of copydesk: NAME.facts.yml.",
        **_table(
            FILE_KEYS,
            {
                "version": {"enum": [1, "1"], "default": 1},
                "about": TEXT,
                "use": TEXTS,
                "lists": {"type": "object", "additionalProperties": TEXTS},
                "sources": {"type": "object", "additionalProperties": {"$ref": "#/definitions/source"}},
                "rules": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/rule"}},
            },
            required=["version"],
        ),
        "anyOf": [{"required": [key]} for key in ("rules", "use", "lists")],
        "definitions": {
            "rule": _rule(),
            "name": _name(relations),
            "source": {"anyOf": [_source(kind, relations) for kind in KEYS]},
            "example": _example(),
        },
    }


def _rule() -> Schema:
    about_for = _table(FOR_KEYS, {"paths": TEXTS, "tags": TEXTS, "language": TEXT})
    about_names = {
        "type": "object",
        "minProperties": 1,
        "propertyNames": _written("name"),
        "additionalProperties": {"$ref": "#/definitions/name"},
    }
    values = {
        **dict.fromkeys(("say", "why", "link", "message", "like"), TEXT),
        "id": _written("id"),
        "find": about_names,
        "expect": _expect(),
        "level": _among(LEVELS),
        "missing": _among(MISSING),
        "strict": _flag(),
        "off": _flag(),
        "for": {"anyOf": [*TEXTS["anyOf"], about_for]},
        "tags": TEXTS,
        "examples": {"type": "array", "items": {"$ref": "#/definitions/example"}},
    }
    return {
        **_table(RULE_KEYS, values, required=["id"]),
        "anyOf": [{"required": ["say", "find", "expect"]}, {"required": ["like"]}],
        "defaultSnippets": [{"label": label, "description": about, "body": body} for label, (about, body) in RULES.items()],
    }  # fmt: skip


def _expect() -> Schema:
    one = {**_written("sentence", "string"), "defaultSnippets": [_snippet(*each) for each in SENTENCES.items()]}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


def _selector(relations: Mapping[str, RelationKind]) -> dict[str, Schema]:
    kinds = {
        **KINDS,
        **{name: f"a quantity of this dimension, such as {figure}" for name, figure in DIMENSIONS.items()},
    }
    ties = {name: f"relation ({', '.join(kind.parts)}): {kind.about}" for name, kind in relations.items()}
    both = {name: f"{kinds[name]}; or a {ties[name]}" for name in ties if name in kinds}
    return {
        **dict.fromkeys(("of", "near", "near all", "not near", "said by"), TEXTS),
        "a": _among({**kinds, **ties, **both}),
        "in": _several(PLACES),
        "not in": _several(PLACES),
        "together in": _among(TOGETHER),
        "at least": {**_written("count", "string", "integer"), "minimum": 1},
        "take": _among(TAKE),
        "text": TEXT,
        "pattern": _written("capture", "string"),
    }


def _name(relations: Mapping[str, RelationKind]) -> Schema:
    return {
        **_table(SELECTOR_KEYS, _selector(relations)),
        "anyOf": [{"required": ["a"]}, {"required": ["pattern"]}],
        "defaultSnippets": [{"label": label, "description": about, "body": body} for label, (about, body) in NAMES.items()],
    }  # fmt: skip


def _source(kind: str, relations: Mapping[str, RelationKind]) -> Schema:
    """A source of one kind: the key that names it, and the keys that go with it."""
    asked = {"type": "object", "additionalProperties": TEXT}
    values = {
        **dict.fromkeys(("csv", "json", "parquet", "article", "column", "unit"), TEXT),
        "sql": _written("reads", "string"),
        "db": _written("db", "string"),
        "inside": TEXTS,
        "where": asked,
        "give": asked,
        **(_selector(relations) if kind == "article" else {}),
    }
    needed = {"sql": ["db"], "article": ["a"]}.get(kind, ["column"])
    about = {**SELECTOR_KEYS, **SOURCE_KEYS}
    keys = {key: about[key] for key in (kind, *KEYS[kind])}
    return {"title": f"a source: {kind}", **_table(keys, values, required=[kind, *needed])}


def _example() -> Schema:
    whole = _table(
        EXAMPLE_KEYS,
        {
            "text": TEXT,
            "title": TEXT,
            "dated": _written("day", "string"),
            "source": TEXT,
            "sources": {"type": "object", "additionalProperties": TEXT},
        },
        required=["text"],
    )
    return {
        **_table(OUTCOMES, {key: {"anyOf": [TEXT, whole]} for key in OUTCOMES}),
        "minProperties": 1,
        "maxProperties": 1,
    }


# ---------------------------------------------------------------- small pieces


def _table(about: Mapping[str, str], values: Mapping[str, Schema], required: Sequence[str] = ()) -> Schema:
    """A table of keys, each with what it is; no other key may stand in it."""
    return {
        "type": "object",
        "properties": {key: {**values[key], **_described(about[key])} for key in about},
        **({"required": list(required)} if required else {}),
        "additionalProperties": False,
    }


def _described(about: str) -> Schema:
    told = f"{about[0].upper()}{about[1:]}."
    return {"description": told.replace("`", "").replace("*", ""), "markdownDescription": told}


def _among(words: Mapping[Any, str]) -> Schema:
    """One of a few words, each with what it means."""
    return {"enum": list(words), "markdownEnumDescriptions": list(words.values())}


def _several(words: Mapping[str, str]) -> Schema:
    """One of a few words, or a list of them."""
    return {"anyOf": [_among(words), {"type": "array", "items": _among(words), "minItems": 1}]}


def _written(how: str, *types: str) -> Schema:
    """A text of a certain form. Where numbers and booleans may stand as well, they have no form."""
    pattern, message = PATTERNS[how]
    return {"type": list(types) or SCALAR, "pattern": pattern, "patternErrorMessage": message}


def _flag() -> Schema:
    return {**_written("flag"), "defaultSnippets": [{"label": word, "body": word} for word in ("yes", "no")]}


def _snippet(sentence: str, about: str) -> Schema:
    """A sentence whose single letters are to be filled in."""
    places = {"x": "x", "y": "y", "Q": "4 hours", "S": "x"}
    count, words = 0, []
    for word in sentence.split():
        count += word in places
        words.append(f"${{{count}:{places[word]}}}" if word in places else word)
    return {"label": sentence, "description": about, "body": " ".join(words)}
