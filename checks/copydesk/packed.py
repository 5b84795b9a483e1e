"""The code of our own modules in one file, kept from one run to the next: finding, opening and importing two hundred took a fifth of a
short one.

What one import brought with it is a bundle: all of it is read at once, and run in the order in which it was first ready. A module is taken
from there as long as its file is the one it was made of, by time and size, which is how Python takes its own compiled files for fresh. Any
other is found as ever, and is in the pack of the next run.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from marshal import dumps, loads
from types import CodeType, ModuleType

from copydesk import kept
from copydesk.named import NamedTuple
from copydesk.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.abc import Loader

NAME = "modules"
OURS = "copydesk."
# Counts up when entries are made in another way.
EDITION = 4


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
        # Of each bundle, by the module whose import it is: its modules in the order in which they were ready. Their codes are one piece.
        self._bundles = kept.Pieces(NAME, EDITION)
        self._bundle_of = {name: first for first, entries in self._bundles.of.items() for name in entries}
        self._codes: dict[str, CodeType] = {}
        # What was found as ever, and what was taken out of another's bundle, by the module whose import it was.
        self._found: dict[str, list[str]] = {}
        self._taken_out: dict[str, list[str]] = {}
        self._first = ""  # the module whose import is going on
        self._stale = False

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        if not name.startswith(OURS):
            return None
        return self._packed(name) or self._as_ever(name, path)

    def _packed(self, name: str) -> ModuleSpec | None:
        if name not in self._bundle_of:
            return None
        entry = Entry(*self._bundles.of[self._bundle_of[name]][name])
        if not entry.is_fresh:
            self._stale = True
            return None
        spec = ModuleSpec(name, cast("Loader", self), origin=entry.file, is_package=entry.is_package)
        spec.has_location = True
        spec.cached = entry.cached  # working it out again takes as long as finding the module
        if entry.is_package:
            spec.submodule_search_locations = [os.path.dirname(entry.file)]
        return spec

    def _as_ever(self, name: str, path: Sequence[str] | None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path)
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = Noted(name, spec.loader.path, self)
        return spec

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """With what importlib would give it, which takes it long to see that a module lacks."""
        module = ModuleType(spec.name)
        vars(module).update(
            __file__=spec.origin, __cached__=spec.cached, __loader__=self, __package__=spec.parent, __spec__=spec
        )
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        return module

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__
        code = self.get_code(name)
        if self._bundle_of[name] == name:
            self._run_ahead(name)
            exec(code, vars(module))
        else:
            with self._noting(name, self._taken_out):
                exec(code, vars(module))

    def _run_ahead(self, first: str) -> None:
        """What the import of a module will ask for, without importlib, which takes as long for each as to run it. All stand there before the
        first is run, a package before what is in it, though that is ready earlier."""
        names = self._bundles.of[first]
        put = {name for name in sorted(names) if self._put_in_place(name)}
        waiting = [name for name in names if name in put]
        try:
            while waiting:
                exec(self.get_code(waiting[0]), vars(sys.modules[waiting[0]]))
                del waiting[0]
        finally:  # of a module that breaks, and those behind it, nothing is left to be found
            for name in waiting:
                parent, _, own_name = name.rpartition(".")
                delattr(sys.modules[parent], own_name)
            for name in waiting:
                del sys.modules[name]

    def _put_in_place(self, name: str) -> bool:
        """Not if it is there, or its file has changed."""
        parent, _, own_name = name.rpartition(".")
        if parent not in sys.modules:
            import_module(parent)
        if name in sys.modules or (spec := self._packed(name)) is None:
            return False
        module = sys.modules[name] = self.create_module(spec)
        setattr(sys.modules[parent], own_name, module)
        return True

    def get_code(self, name: str) -> CodeType:
        if name not in self._codes:
            first = self._bundle_of[name]
            self._codes.update(zip(self._bundles.of[first], loads(self._bundles[first]), strict=True))
        return self._codes.pop(name)

    def run_as_ever(self, loader: "Noted", module: ModuleType) -> None:
        """A module that the pack lacks, which will be in that of the next run."""
        with self._noting(module.__name__, self._found):
            SourceFileLoader.exec_module(loader, module)

    @contextmanager
    def _noting(self, name: str, by_first: dict[str, list[str]]) -> Iterator[None]:
        """Notes a module when it is ready."""
        first, self._first = self._first, self._first or name
        try:
            yield
            by_first.setdefault(self._first, []).append(name)
        finally:
            self._first = first

    def keep(self) -> None:
        """For the next run, if this one has loaded any that the pack lacks, or only some of a bundle. Once a file has changed, the pack is
        begun anew."""
        bundles = {first: _bundle(names) for first, names in self._found.items()}
        if not self._stale:
            bundles |= self._divided()
        if bundles:
            self._bundles.keep(bundles, anew=self._stale)

    def _divided(self) -> dict[str, tuple[dict[str, tuple[object, ...]], bytes]]:
        """Bundles of which only some was needed: that by itself, and the rest. So what several commands share comes to stand apart."""
        bundles = {}
        for whole in {self._bundle_of[name] for name in self._codes}:
            entries = self._bundles.of[whole]
            codes = dict(zip(entries, loads(self._bundles[whole]), strict=True))
            parts = [[name for name in names if name in entries] for names in self._taken_out.values()]
            rest = [name for name in entries if name in self._codes]
            for names in filter(None, parts):  # by the last to be ready, which asked for the others
                bundles[names[-1]] = {name: entries[name] for name in names}, dumps(tuple(map(codes.get, names)))
            bundles[whole] = {name: entries[name] for name in rest}, dumps(tuple(map(codes.get, rest)))
        return bundles

    def close(self) -> None:
        self._bundles.close()


class Noted(SourceFileLoader):
    """Of a module that the pack lacks."""

    def __init__(self, name: str, path: str, pack: Pack) -> None:
        super().__init__(name, path)
        self._pack = pack

    def exec_module(self, module: ModuleType) -> None:
        self._pack.run_as_ever(self, module)


def _bundle(names: Sequence[str]) -> tuple[dict[str, tuple[object, ...]], bytes]:
    """The entries of modules that were found as ever, and their codes."""
    loaders = {name: cast("Noted", sys.modules[name].__loader__) for name in names}
    codes = tuple(loader.get_code(name) for name, loader in loaders.items())
    return {name: tuple(_entry(loader.path, sys.modules[name])) for name, loader in loaders.items()}, dumps(codes)


def _entry(path: str, module: ModuleType) -> Entry:
    state = os.stat(path)
    return Entry(path, state.st_mtime_ns, state.st_size, module.__cached__ or "", hasattr(module, "__path__"))


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
