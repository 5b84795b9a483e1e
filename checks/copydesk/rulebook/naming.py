"""Rule files by their names: which there are, and what their rules are called. Kept apart, so that cached rules are found without the reader."""

import os
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = (".facts.yml", ".facts.yaml")


def collect(paths: list[str]) -> Iterator[str]:
    """The rule files that paths name: files themselves, and those of these suffixes in folders, sorted."""
    for path in paths:
        if not Path(path).is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (str(Path(folder, name)) for name in sorted(names) if name.endswith(SUFFIXES))


def pack_name(path: str) -> str:
    """The name of a file's rules in results: `bridges` for rules/bridges.facts.yml."""
    name = Path(path).name
    return next((name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)), Path(name).stem)
