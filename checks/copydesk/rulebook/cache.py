"""Rules once read, kept on disk, so that a check of one article doesn't parse YAML again.

An entry is named by the paths asked for and holds them, and every file read as it was, those that were used included. It is good as
long as all of them, this program and the Python it runs on are the same. A cache that can't be read or written is done without.
"""

import os
import sys
from pathlib import Path
from zlib import crc32

from copydesk.model import Rule

FORMAT = 5
KEPT = 64
# Modules whose change may change what a rule means: the whole package beside this folder.
PACKAGE = Path(__file__).parents[1]


def fetch(files: list[str]) -> tuple[Rule, ...] | None:
    """The rules of these files as last read; None if there are none, or anything changed."""
    folder = own_folder()
    if folder is None:
        return None
    try:
        data = (folder / _name(files)).read_bytes()
        import pickle

        stamp, asked, used, rules = pickle.loads(data)
        if stamp != _stamp() or asked != _asked(files) or any(Path(path).read_bytes() != was for path, was in used):
            return None
        return tuple(rules) if all(isinstance(rule, Rule) for rule in rules) else None
    except Exception:  # a missing, cut or foreign file: pickle raises nearly anything; the rules are read afresh
        return None


def keep(files: list[str], used: list[str], rules: tuple[Rule, ...]) -> None:
    """Keep the rules for the next run. Does nothing where that can't be done safely."""
    folder = own_folder(make=True)
    if folder is None:
        return
    import pickle

    entry = folder / _name(files)
    scratch = entry.with_suffix(f".{os.getpid()}")
    try:
        was = [(path, Path(path).read_bytes()) for path in used]
        scratch.write_bytes(pickle.dumps((_stamp(), _asked(files), was, rules), protocol=5))
        scratch.replace(entry)
        _prune(folder)
    except (OSError, pickle.PicklingError, RecursionError):
        scratch.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Leave the newest entries only: folders that are checked once, in tests and CI, would pile up."""
    entries = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in entries[KEPT:]:
        old.unlink(missing_ok=True)


def own_folder(name: str = "copydesk", make: bool = False) -> Path | None:
    """A cache folder, if it is the user's own and nobody else can write there: what is unpickled must be our own."""
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


def _asked(files: list[str]) -> str:
    return "\0".join([str(Path.cwd()), *files])


def _name(files: list[str]) -> str:
    """Short and seldom shared; an entry says itself whose it is. Digests of hashlib take longer to import than rules to load."""
    return f"{crc32(_asked(files).encode('utf-8', 'surrogateescape')):08x}"


def _stamp() -> tuple[object, ...]:
    """What the program is: its format, Python's version, and the newest change of its own files."""
    newest = max(
        entry.stat().st_mtime_ns
        for folder in (
            PACKAGE,
            PACKAGE / "model",
            PACKAGE / "rulebook",
            PACKAGE / "relate",
            PACKAGE / "lexicon",
            PACKAGE / "extract" / "figures",
        )
        if folder.is_dir()
        for entry in os.scandir(folder)
        if entry.name.endswith(".py")
    )
    return FORMAT, sys.version, str(PACKAGE), newest
