"""What need not be worked out again by the next run, in a folder of the user's own.

What is read from there is trusted as code is, so the folder must be the user's, with nobody else's right to write: else nothing is kept. An
entry that is missing, cut or of another program is none; one that can't be written is done without.
"""

import marshal
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from copydesk.typed import Any, TypeVar, cast

Kept = TypeVar("Kept")

PACKAGE = Path(__file__).parent
# What is kept hangs on these, and on the modules beside this one.
FOLDERS = ("model", "rulebook", "relate", "lexicon", "extract/figures")


def own_folder(name: str = "copydesk", make: bool = False) -> Path | None:
    """A cache folder, if it is the user's own and nobody else can write there."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    try:
        folder = (Path(base) if Path(base).is_absolute() else Path.home() / ".cache") / name
        if make:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = folder.lstat()
    except (OSError, RuntimeError):
        return None
    if not hasattr(os, "getuid"):
        return None  # no such guarantee on this system
    return folder if state.st_uid == os.getuid() and state.st_mode & 0o170777 == 0o040700 else None


def once(name: str, stamp: object, work_out: Callable[[], Kept]) -> Kept:
    """What was kept under this name with this stamp, or else is worked out now and kept."""
    found = fetch(name, stamp)
    if found is not None:
        return cast("Kept", found)
    value = work_out()
    keep(name, stamp, value)
    return value


def fetch(name: str, stamp: object) -> object:
    """What was kept under this name with this stamp by this very program; None if nothing was."""
    folder = own_folder()
    try:
        program, found, value = marshal.loads((folder / name).read_bytes()) if folder else ("", None, None)
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return value if (program, found) == (_program(), stamp) else None


def keep(name: str, stamp: object, value: object) -> None:
    """Keep a value for the next run. It and its stamp are plain: of numbers, strings, bytes, tuples, lists, dictionaries, sets."""
    folder = own_folder(make=True)
    if folder is None:
        return
    scratch = folder / f"{name}.{os.getpid()}"
    try:
        data: Any = (_program(), stamp, value)
        scratch.write_bytes(marshal.dumps(data))
        scratch.replace(folder / name)
    except OSError:
        scratch.unlink(missing_ok=True)


def prune(beginning: str, most: int) -> None:
    """Leave the newest entries only of those whose names begin so."""
    folder = own_folder()
    try:
        entries = (
            sorted(folder.glob(f"{beginning}*"), key=lambda path: path.stat().st_mtime, reverse=True) if folder else []
        )
        for old in entries[most:]:
            old.unlink(missing_ok=True)
    except OSError:
        return


@cache
def _program() -> str:
    """What the program is: Python's version, and the newest change of those of its files that say what is kept."""
    newest = max(
        entry.stat().st_mtime_ns
        for folder in (PACKAGE, *(PACKAGE / name for name in FOLDERS))
        for entry in os.scandir(folder)
        if entry.name.endswith(".py")
    )
    return f"{sys.version} {PACKAGE} {newest}"
