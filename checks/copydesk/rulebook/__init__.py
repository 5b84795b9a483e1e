"""Rule files → rules. `load` reads them all, or tells every mistake in them at once."""

import os
from collections.abc import Iterable
from os import PathLike, fspath

from copydesk.errors import BrokenRules
from copydesk.model import Rule
from copydesk.rulebook import cache
from copydesk.rulebook.naming import collect


def load(paths: Iterable[str | PathLike[str]], keep: bool = True) -> tuple[Rule, ...]:
    """The rules of these files and folders, and of the files that they use, in the order read.

    Of a folder, every file called NAME.facts.yml or NAME.facts.yaml is taken, and no other. What was read is kept on disk for the
    next time, unless that is not wanted. Raises BrokenRules with all mistakes of all files.
    """
    files = list(dict.fromkeys(collect([fspath(path) for path in paths])))
    kept = cache.fetch(files) if keep else None
    return _read(files, keep) if kept is None else kept


def parse(text: str, path: str = "text.facts.yml") -> tuple[Rule, ...]:
    """The rules of a text that stands in no file yet; `path` is the one that it would have. Raises BrokenRules with all its mistakes."""
    from copydesk.extract.figures.phrase import read_phrase
    from copydesk.relate import KINDS
    from copydesk.rulebook.files import Library
    from copydesk.rulebook.notes import Notes

    notes = Notes()
    library = Library(notes)
    library.take(path, text)
    rules = tuple(library.rules(KINDS, read_phrase))
    if notes.mistakes:
        raise BrokenRules(notes.in_order([path]))
    return rules


def packs() -> list[str]:
    """The files of the built-in packs: beside the package's own files in a wheel, two folders above in a checkout."""
    package = os.path.dirname(os.path.dirname(__file__))
    for folder in (os.path.join(package, "rules"), os.path.join(os.path.dirname(os.path.dirname(package)), "rules")):
        if os.path.isdir(folder):
            return sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".facts.yml"))
    return []


def _read(files: list[str], keep: bool) -> tuple[Rule, ...]:
    from copydesk.extract.figures.phrase import read_phrase
    from copydesk.relate import KINDS
    from copydesk.rulebook.files import Library
    from copydesk.rulebook.notes import Notes

    notes = Notes()
    library = Library(notes)
    for path in files:
        library.add(path)
    rules = tuple(library.rules(KINDS, read_phrase))
    library.clashes()
    if notes.mistakes:
        raise BrokenRules(notes.in_order(files))
    if keep:
        cache.keep(files, [file.path for file in library.files.values()], rules)
    return rules
