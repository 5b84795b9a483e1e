"""What need not be worked out again by the next run, in a folder of the user's own.

What is read from there is trusted as code is, so the folder must be the user's, with nobody else's right to write: else nothing is kept. An
entry that is missing, cut or of another program is none; one that can't be written is done without.
"""

import marshal
import os
import sys
from collections.abc import Callable, Mapping
from functools import cache
from itertools import accumulate

from copydesk.typed import Any, TypeVar, cast

Kept = TypeVar("Kept")

PACKAGE = os.path.dirname(__file__)
# What is kept hangs on these, and on the modules beside this one.
FOLDERS = ("model", "rulebook", "relate", "lexicon", "extract/figures")
# In how many bytes a length is written.
TAIL = 8


def own_folder(name: str = "copydesk", make: bool = False) -> str | None:
    """A cache folder, if it is the user's own and nobody else can write there."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.expanduser(os.path.join("~", ".cache"))
    folder = os.path.join(base, name)
    if not hasattr(os, "getuid") or not os.path.isabs(base):
        return None  # no such guarantee on this system, or nobody's home
    try:
        if make:
            os.makedirs(folder, 0o700, exist_ok=True)
        state = os.lstat(folder)
    except OSError:
        return None
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
        program, found, value = marshal.loads(contents(os.path.join(folder, name))) if folder else ("", None, None)
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return value if (program, found) == (_program(), stamp) else None


def keep(name: str, stamp: object, value: object) -> None:
    """Keep a value for the next run. It and its stamp are plain: of numbers, strings, bytes, tuples, lists, dictionaries, sets."""
    data: Any = (_program(), stamp, value)
    _write(name, marshal.dumps(data))


class Pieces:
    """Many values under one name, as bytes: what is said `of` each is read at once, the value itself when it is asked for.

    In the file they stand one behind the other, then what is said of them and where each begins, then how long that is.
    """

    def __init__(self, name: str, stamp: object) -> None:
        """Those that were kept; none if nothing was."""
        self._name, self._stamp, self._file = name, stamp, -1
        self.of: dict[Any, Any] = {}
        self._places: dict[Any, tuple[int, int]] = {}
        folder = own_folder()
        try:
            if folder:
                self._file = os.open(os.path.join(folder, name), os.O_RDONLY)
                self.of, self._places = self._head()
        except (OSError, EOFError, ValueError, TypeError):
            self.close()

    def _head(self) -> tuple[dict[Any, Any], dict[Any, tuple[int, int]]]:
        size = os.fstat(self._file).st_size - TAIL
        length = int.from_bytes(os.pread(self._file, TAIL, size), "little")
        if length > size:
            raise EOFError
        program, stamp, whole, of, places = marshal.loads(os.pread(self._file, length, size - length))
        return (of, places) if (program, stamp, whole) == (_program(), self._stamp, size - length) else ({}, {})

    def __getitem__(self, key: object) -> bytes:
        first, length = self._places[key]
        return os.pread(self._file, length, first)

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def keep(self, more: Mapping[Any, tuple[object, bytes]], anew: bool = False) -> None:
        """Keep these and more (or, anew, only more) for the next run: what is said of each, and its bytes. Of two of one key the newer is kept."""
        of = {} if anew else self.of
        values = {key: self[key] for key in of} | {key: value for key, (_, value) in more.items()}
        of = of | {key: said for key, (said, _) in more.items()}
        lengths = list(map(len, values.values()))
        places = dict(zip(values, zip(accumulate(lengths, initial=0), lengths, strict=False), strict=True))
        data: Any = (_program(), self._stamp, sum(lengths), of, places)
        head = marshal.dumps(data)
        _write(self._name, b"".join([*values.values(), head, len(head).to_bytes(TAIL, "little")]))


def contents(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _write(name: str, data: bytes) -> None:
    """All at once: another run sees the old file or the new one."""
    folder = own_folder(make=True)
    if folder is None:
        return
    target = os.path.join(folder, name)
    scratch = f"{target}.{os.getpid()}"
    try:
        try:
            with open(scratch, "wb") as file:
                file.write(data)
            os.replace(scratch, target)
        except OSError:
            os.unlink(scratch)
    except OSError:
        return


def prune(beginning: str, most: int) -> None:
    """Leave the newest entries only of those whose names begin so."""
    folder = own_folder()
    try:
        entries = [entry for entry in os.scandir(folder) if entry.name.startswith(beginning)] if folder else []
        for old in sorted(entries, key=lambda entry: entry.stat().st_mtime, reverse=True)[most:]:
            os.unlink(old)
    except OSError:
        return


@cache
def _program() -> str:
    """What the program is: Python's version, and the newest change of those of its files that say what is kept."""
    newest = max(
        entry.stat().st_mtime_ns
        for folder in (PACKAGE, *(os.path.join(PACKAGE, name) for name in FOLDERS))
        for entry in os.scandir(folder)
        if entry.name.endswith(".py")
    )
    return f"{sys.version} {PACKAGE} {newest}"
