"""Rules once read, kept on disk, so that a check of one article doesn't parse YAML again.

An entry is named by the paths asked for and holds them, and every file read as it was, those that were used included. It is good as
long as all of them are the same.
"""

import os
from zlib import crc32

from copydesk import kept
from copydesk.model import Rule
from copydesk.typed import Any

MOST = 64


def fetch(files: list[str]) -> tuple[Rule, ...] | None:
    """The rules of these files as last read; None if there are none, or anything changed."""
    try:
        found: Any = kept.fetch(_name(files), _asked(files))
        used, data = found
        if any(kept.contents(path) != was for path, was in used):
            return None
        rules = tuple(_unpickled(data))
    except (
        Exception
    ):  # nothing kept, a file gone, a foreign entry: pickle raises nearly anything; the rules are read afresh
        return None
    return rules if all(isinstance(rule, Rule) for rule in rules) else None


def keep(files: list[str], used: list[str], rules: tuple[Rule, ...]) -> None:
    """Keep the rules for the next run. Does nothing where that can't be done safely."""
    import pickle

    try:
        was = [(path, kept.contents(path)) for path in used]
        data = pickle.dumps(rules, protocol=5)
    except (OSError, pickle.PicklingError, RecursionError):
        return
    kept.keep(_name(files), _asked(files), (was, data))
    kept.prune("rules-", MOST)


def _unpickled(data: bytes) -> Any:
    try:
        from _pickle import loads  # where pickle has it from, which loads much more besides
    except ImportError:
        from pickle import loads
    return loads(data)


def _asked(files: list[str]) -> str:
    return "\0".join([os.getcwd(), *files])


def _name(files: list[str]) -> str:
    """Short and seldom shared; an entry says itself whose it is. Digests of hashlib take longer to import than rules to load."""
    return f"rules-{crc32(_asked(files).encode('utf-8', 'surrogateescape')):08x}"
