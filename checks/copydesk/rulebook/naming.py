"""Rule files by their names: which there are, and what their rules are called. Kept apart, so that cached rules are found without the reader."""

import os
from collections.abc import Iterator

from copydesk.errors import BrokenRules, Mistake

SUFFIXES = (".facts.yml", ".facts.yaml")


def collect(paths: list[str]) -> Iterator[str]:
    """The rule files that paths name: files themselves, and those of these suffixes in folders, sorted. Raises BrokenRules for a folder of none."""
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        found = []
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            found += [os.path.join(folder, name) for name in sorted(names) if name.endswith(SUFFIXES)]
        if not found:
            what, hint = "There is no rule file in this folder.", "Rule files are called NAME.facts.yml."
            raise BrokenRules([Mistake(path, 1, 1, what, hint)])
        yield from found


def pack_name(path: str) -> str:
    """The name of a file's rules in results: `bridges` for rules/bridges.facts.yml."""
    name = os.path.basename(path)
    return next((name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)), os.path.splitext(name)[0])
