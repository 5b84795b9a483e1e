"""The settings of a project: `copydesk.toml`, or `[tool.copydesk]` in `pyproject.toml`, from the working folder up to that of its repository.

They stand in for options that the command line leaves out; lists of rules, reports and the like add up. Paths in the file count from the
file's own folder.
"""

import argparse
import os
from collections.abc import Iterator, Sequence

from copydesk.errors import UsageError
from copydesk.kept import contents
from copydesk.typed import Any

OWN, SHARED = "copydesk.toml", "pyproject.toml"


def given(words: Sequence[str]) -> dict[str, Any]:
    """The settings that hold for this command line, by the names of options in the program. Raises UsageError for a broken file."""
    if "--no-config" in words:
        return {}
    path = named(words)
    if path is None:
        path = find(os.getcwd())
    return {} if path is None else read(path)


def named(words: Sequence[str]) -> str | None:
    """The file of --config. argparse comes too late: its defaults are what is read here."""
    for i, word in enumerate(words):
        if word.startswith("--config="):
            return word.partition("=")[2]
        if word == "--config" and i + 1 < len(words):
            return words[i + 1]
    return None


def find(start: str) -> str | None:
    """The nearest file. Without a repository only the working folder is looked at: what lies above it may be anybody's."""
    folders = list(upwards(start))
    top = next((i for i, folder in enumerate(folders) if os.path.exists(os.path.join(folder, ".git"))), 0)
    for folder in folders[: top + 1]:
        own, shared = (os.path.join(folder, name) for name in (OWN, SHARED))
        if os.path.isfile(own):
            return own
        if os.path.isfile(shared) and b"[tool.copydesk" in contents(shared):
            return shared
    return None


def upwards(folder: str) -> Iterator[str]:
    """A folder and those that it is in."""
    above = os.path.dirname(folder)
    yield folder
    if above != folder:
        yield from upwards(above)


def read(name: str) -> dict[str, Any]:
    """All settings of a file, checked. Raises UsageError."""
    import tomllib
    from pathlib import Path

    from copydesk.cli._keys import KEYS, File, settings, shown

    path = Path(name)
    try:
        text = path.read_text(encoding="utf-8")
        found = tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"{shown(path)}: I can't open these settings: {error.strerror or error}.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{shown(path)}: this is no TOML: {error}.") from error
    if path.name == SHARED:
        found = found.get("tool", {}).get("copydesk", {})
    return settings(found, File(path, text), KEYS)


# Of a command that only shows, the settings that say what is read.
READING = ("paths", "dated", "select", "as_of", "waivers", "no_packs", "rules")


def apply(command: argparse.ArgumentParser, name: str, line: Sequence[str]) -> None:
    """Let the settings stand in for options that the command line leaves out."""
    found = given(line)
    known = {action.dest for action in command._actions} | {"per_path"}
    wanted = {key: value for key, value in found.items() if key in known and (name == "check" or key in READING)}
    command.set_defaults(**wanted)
