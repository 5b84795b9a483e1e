"""A proposed rule as the YAML that an editor would write: a key a line, quotes only where they are needed."""

import re
from collections.abc import Iterable, Iterator

from copydesk.late import late
from copydesk.propose._case import Keys
from copydesk.propose._draft import Draft, Shown

IN_BRACES = late(r"[^\W_][\w .’/-]*(?<! )")
SCHEMA = "# yaml-language-server: $schema=copydesk.schema.json"
CONTROL = late(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def file(about: str, rules: Iterable[str]) -> str:
    """A whole rule file."""
    return f"{SCHEMA}\nversion: 1\nabout: {scalar(about)}\n\nrules:\n" + "\n".join(rules)


def rule(draft: Draft, comment: str, only_for: str, examples: Iterable[Shown] = ()) -> str:
    return "".join(f"{line}\n" for line in _lines(draft, comment, only_for, list(examples)))


def _lines(draft: Draft, comment: str, only_for: str, examples: list[Shown]) -> Iterator[str]:
    yield f"  # {comment}"
    yield f"  - id: {scalar(draft.id)}"
    yield f"    say: {scalar(draft.say)}"
    if only_for:
        yield f"    for: {scalar(only_for)}"
    yield "    find:"
    yield from (f"      {name}: {{{_keys(keys)}}}" for name, keys in draft.find.items())
    if len(draft.expect) == 1:
        yield f"    expect: {scalar(draft.expect[0])}"
    else:
        yield "    expect:"
        yield from (f"      - {scalar(sentence)}" for sentence in draft.expect)
    if draft.message:
        yield f"    message: {scalar(draft.message)}"
    if examples:
        yield "    examples:"
        for example in examples:
            yield from _example(example)


def _example(example: Shown) -> Iterator[str]:
    if not (example.title or example.dated):
        yield f"      - {example.outcome}: {scalar(example.text)}"
        return
    yield f"      - {example.outcome}:"
    if example.dated:
        yield f"          dated: {example.dated}"
    if example.title:
        yield f"          title: {scalar(example.title)}"
    yield f"          text: {scalar(example.text)}"


def _keys(keys: Keys) -> str:
    return ", ".join(f"{key}: {_value(value)}" for key, value in keys.items())


def _value(value: str | tuple[str, ...]) -> str:
    return _inline(value) if isinstance(value, str) else f"[{', '.join(map(_inline, value))}]"


def _inline(text: str) -> str:
    """A text inside braces, where a comma would end it."""
    return text if IN_BRACES.fullmatch(text) else quoted(text)


def scalar(text: str) -> str:
    """A text as one line of YAML."""
    return text if _may_stand_bare(text) else quoted(text)


def _may_stand_bare(text: str) -> bool:
    """It begins like a word, and holds nothing that YAML takes for its own."""
    odd = CONTROL.search(text) or ": " in text or " #" in text or text.endswith((":", " "))
    return text[:1].isalnum() and not odd


def quoted(text: str) -> str:
    if CONTROL.search(text):
        return (
            '"' + re.sub(r"[\x00-\x1f\"\\\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]", _escaped, text) + '"'
        )
    return "'" + text.replace("'", "''") + "'"


def _escaped(found: "re.Match[str]") -> str:
    char = found.group()
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04x}"
