"""What was found for a text before, kept on disk under a name made of the article, the rules, the waivers and the program.

An entry is a pickle in a folder of the user's own, as that of the rules is; the article itself is not in it. A cache that can't be read or
written is done without.
"""

import io
import os
import pickle
import sys
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from copydesk import __version__
from copydesk.kept import own_folder
from copydesk.model import Checked, Document
from copydesk.values import Value

FORMAT = 1
NAME = "copydesk-results"
# Entries of a run's folder; the oldest go when there are more.
KEPT = 20_000
PACKAGE = Path(__file__).parents[1]


def fetch(document: Document, digest: str) -> Checked | None:
    """What was found for this article with this plan; None if nothing was, or nothing can be read."""
    entry = place(document, digest)
    if entry is None:
        return None
    try:
        found = Reading(io.BytesIO(entry.read_bytes()), document).load()
    except Exception:  # a missing, cut or foreign entry: pickle raises nearly anything; the article is checked afresh
        return None
    return found if isinstance(found, Checked) and found.document is document else None


def keep(checked: Checked, digest: str) -> None:
    """Keep it for the next run. Does nothing where that can't be done safely."""
    entry = place(checked.document, digest, make=True)
    if entry is None:
        return
    scratch = entry.with_suffix(f".{os.getpid()}")
    written = io.BytesIO()
    try:
        Writing(written, checked.document).dump(checked)
        scratch.write_bytes(written.getvalue())
        scratch.replace(entry)
    except (OSError, pickle.PicklingError, RecursionError):
        scratch.unlink(missing_ok=True)


def prune() -> None:
    """Leave the newest entries only."""
    home = own_folder(NAME)
    if home is None:
        return
    try:
        entries = sorted(os.scandir(home), key=lambda entry: entry.stat().st_mtime, reverse=True)
        for old in entries[KEPT:]:
            Path(old.path).unlink(missing_ok=True)
    except OSError:
        return


class Writing(pickle.Pickler):
    """The article itself, and what it is held against, are named and not written."""

    def __init__(self, file: io.BytesIO, document: Document) -> None:
        super().__init__(file, protocol=5)
        self.names = {id(one): i for i, one in enumerate(documents(document))}

    def persistent_id(self, value: object) -> int | None:
        return self.names.get(id(value)) if isinstance(value, Document) else None


class Reading(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, document: Document) -> None:
        super().__init__(file)
        self.documents = documents(document)

    def persistent_load(self, name: int) -> Document:
        return self.documents[name]


def documents(document: Document) -> list[Document]:
    return [document, *([document.counterpart] if document.counterpart else [])]


def place(document: Document, digest: str, make: bool = False) -> Path | None:
    home = own_folder(NAME, make)
    if home is None:
        return None
    # A document's repr is all of it: id, path, text, blocks, date, sources and counterpart.
    return Path(home) / blake2b(f"{digest}{document!r}".encode("utf-8", "backslashreplace"), digest_size=20).hexdigest()


def digest(*parts: object) -> str:
    """A name for rules, waivers and settings, this program and the Python that runs it."""
    newest = max(path.stat().st_mtime_ns for path in PACKAGE.rglob("*.py"))
    whole = repr((FORMAT, __version__, newest, sys.version, [plain(part) for part in parts]))
    return blake2b(whole.encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()


def plain(value: object) -> object:
    """The same value, spelled in one way: sets have no order that outlives a process."""
    if isinstance(value, Value):
        return type(value).__name__, [plain(getattr(value, name)) for name in value.__slots__]
    if isinstance(value, frozenset | set):
        return sorted(repr(plain(one)) for one in value)
    if isinstance(value, dict):
        return sorted((repr(plain(key)), repr(plain(one))) for key, one in value.items())
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return type(value).__name__, [plain(one) for one in value]
    return repr(value)
