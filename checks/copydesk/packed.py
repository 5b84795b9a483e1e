"""The code of our own modules in one file, kept from one run to the next: finding and opening two hundred took a fifth of a short one.

A module is taken from there as long as its file is the one it was made of, by time and size, which is how Python takes its own compiled
files for fresh. Any other is found as ever, and is in the pack of the next run.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, SourceFileLoader
from marshal import dumps, loads
from types import CodeType, ModuleType

from copydesk import kept
from copydesk.named import NamedTuple
from copydesk.typed import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from importlib.abc import Loader

NAME = "modules"
# Counts up when entries are made in another way.
EDITION = 2


class Entry(NamedTuple):
    """A module's file, its time of change (nanoseconds) and size (bytes), where Python keeps it compiled, whether it is a package, and its
    code as marshal writes it."""

    file: str
    changed: int
    size: int
    cached: str
    is_package: bool
    code: bytes

    @property
    def is_fresh(self) -> bool:
        try:
            state = os.stat(self.file)  # noqa: PTH116 - for two hundred of them a Path takes too long
        except OSError:
            return False
        return (state.st_mtime_ns, state.st_size) == (self.changed, self.size)


class Pack:
    """A finder and loader of modules, as importlib asks for them."""

    def __init__(self) -> None:
        found: Any = kept.fetch(NAME, EDITION)
        self._entries = {name: Entry(*entry) for name, entry in (found or {}).items()}
        self._earlier = frozenset(sys.modules)  # loaded without it, and always will be

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        entry = self._entries.get(name)
        if entry is None or not entry.is_fresh:
            return None
        spec = ModuleSpec(name, cast("Loader", self), origin=entry.file, is_package=entry.is_package)
        spec.has_location = True
        spec.cached = entry.cached  # working it out again takes as long as finding the module
        if entry.is_package:
            spec.submodule_search_locations = [os.path.dirname(entry.file)]  # noqa: PTH120 - the same
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """A module as any other."""

    def exec_module(self, module: ModuleType) -> None:
        exec(self.get_code(module.__name__), vars(module))

    def get_code(self, name: str) -> CodeType:
        code: CodeType = loads(self._entries[name].code)
        return code

    def keep(self) -> None:
        """For the next run, if this one has loaded any that the pack lacks."""
        found = [
            entry
            for name in frozenset(sys.modules) - self._earlier
            if name.startswith("copydesk.") and (entry := _entry(name))
        ]
        if found:
            kept.keep(NAME, EDITION, {**{name: tuple(entry) for name, entry in self._entries.items()}, **dict(found)})


def _entry(name: str) -> tuple[str, tuple[object, ...]] | None:
    """A module that was found as ever, with its entry; None for any other."""
    spec = sys.modules[name].__spec__
    if spec is None or not isinstance(spec.loader, SourceFileLoader):
        return None
    state = os.stat(spec.loader.path)  # noqa: PTH116 - the same
    code = dumps(spec.loader.get_code(name))
    is_package = spec.submodule_search_locations is not None
    return name, (spec.loader.path, state.st_mtime_ns, state.st_size, spec.cached or "", is_package, code)


@contextmanager
def in_use() -> Iterator[None]:
    """Modules are those of earlier runs, where these had them; those of this run are kept for the next."""
    pack = Pack()
    sys.meta_path.insert(0, pack)
    try:
        yield
        pack.keep()
    finally:
        sys.meta_path.remove(pack)
