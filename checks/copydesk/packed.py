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
from copydesk.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.abc import Loader

NAME = "modules"
# Counts up when entries are made in another way.
EDITION = 3


class Entry(NamedTuple):
    """A module's file, its time of change (nanoseconds) and size (bytes), where Python keeps it compiled, whether it is a package."""

    file: str
    changed: int
    size: int
    cached: str
    is_package: bool

    @property
    def is_fresh(self) -> bool:
        try:
            state = os.stat(self.file)
        except OSError:
            return False
        return (state.st_mtime_ns, state.st_size) == (self.changed, self.size)


class Pack:
    """A finder and loader of modules, as importlib asks for them."""

    def __init__(self) -> None:
        self._codes = kept.Pieces(NAME, EDITION)  # as marshal writes them
        self._earlier = frozenset(sys.modules)  # loaded without it, and always will be

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        entry = Entry(*self._codes.of[name]) if name in self._codes.of else None
        if entry is None or not entry.is_fresh:
            return None
        spec = ModuleSpec(name, cast("Loader", self), origin=entry.file, is_package=entry.is_package)
        spec.has_location = True
        spec.cached = entry.cached  # working it out again takes as long as finding the module
        if entry.is_package:
            spec.submodule_search_locations = [os.path.dirname(entry.file)]
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """With what importlib would give it, which takes it long to see that a module lacks."""
        module = ModuleType(spec.name)
        vars(module).update(__file__=spec.origin, __cached__=spec.cached, __loader__=self, __package__=spec.parent)
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        return module

    def exec_module(self, module: ModuleType) -> None:
        exec(self.get_code(module.__name__), vars(module))

    def get_code(self, name: str) -> CodeType:
        code: CodeType = loads(self._codes[name])
        return code

    def keep(self) -> None:
        """For the next run, if this one has loaded any that the pack lacks."""
        found = [
            entry
            for name in frozenset(sys.modules) - self._earlier
            if name.startswith("copydesk.") and (entry := _entry(name))
        ]
        if found:
            self._codes.keep(dict(found))

    def close(self) -> None:
        self._codes.close()


def _entry(name: str) -> tuple[str, tuple[tuple[object, ...], bytes]] | None:
    """A module that was found as ever, with its entry and code; None for any other."""
    spec = sys.modules[name].__spec__
    if spec is None or not isinstance(spec.loader, SourceFileLoader):
        return None
    state = os.stat(spec.loader.path)
    is_package = spec.submodule_search_locations is not None
    entry = Entry(spec.loader.path, state.st_mtime_ns, state.st_size, spec.cached or "", is_package)
    return name, (tuple(entry), dumps(spec.loader.get_code(name)))


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
        pack.close()
