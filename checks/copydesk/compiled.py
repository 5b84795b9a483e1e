"""Regular expressions as the engine runs them, kept from one run to the next: compiling them took a quarter of a short one.

Python has no public way to take a compiled expression apart. What is done here is what `re.compile` does itself; where this Python does it
in another way, or its engine refuses what was kept (it checks that), the expression is compiled as any other.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from marshal import dumps, loads
from struct import pack
from zlib import crc32

from copydesk import kept
from copydesk.typed import Any

NAME = "expressions"
# The engine's program is of words so long. Bytes.
WORD = 4


class Shelf:
    """The programs of expressions, one behind the other. A run needs a tenth of them, so each is taken apart when it is asked for."""

    def __init__(self) -> None:
        self._engine, self._compiler, self._parser = map(import_module, ("_sre", "re._compiler", "re._parser"))
        self._programs = kept.Pieces(NAME, WORD)
        self._fresh: dict[int, tuple[None, bytes]] = {}

    def take(self, text: str, flags: int) -> "re.Pattern[str]":
        """A compiled expression. Raises what `re.compile` raises, and nearly anything where this Python is of another make."""
        flags = int(flags)
        name = crc32(text.encode(), flags)
        known = loads(self._programs[name]) if name in self._programs.of else None
        if known is None or known[0] != (text, flags):
            known = self._worked_out(text, flags)
            self._fresh[name] = None, dumps(known)
        _, every_flag, program, groups, names = known
        order: list[str | None] = [None] * (groups + 1)
        for group, number in names.items():
            order[number] = group
        code = memoryview(program).cast("I").tolist()
        expression: re.Pattern[str] = self._engine.compile(text, every_flag, code, groups, names, tuple(order))
        return expression

    def _worked_out(self, text: str, flags: int) -> Any:
        """Text and flags, the flags that these add up to, the program, how many groups there are, and the numbers of those with names."""
        tree = self._parser.parse(text, flags)
        code = self._compiler._code(tree, flags)
        every_flag, state = int(flags | tree.state.flags), tree.state
        return (text, flags), every_flag, pack(f"{len(code)}I", *code), state.groups - 1, dict(state.groupdict)

    def keep(self) -> None:
        """For the next run, if this one has worked out any."""
        if self._fresh:
            self._programs.keep(self._fresh)

    def close(self) -> None:
        self._programs.close()


_shelves: list[Shelf] = []


def expression(text: str, flags: int) -> "re.Pattern[str]":
    """What `re.compile` gives."""
    for shelf in _shelves:
        try:
            return shelf.take(text, flags)
        except Exception:  # this Python does it in another way; or the expression is wrong, and `re.compile` says so
            break
    return re.compile(text, flags)


@contextmanager
def in_use() -> Iterator[None]:
    """Expressions are those of earlier runs, where these had them; those of this run are kept for the next."""
    with suppress(ImportError):
        _shelves[:] = [Shelf()]
    try:
        yield
        for shelf in _shelves:
            shelf.keep()
    finally:
        for shelf in _shelves:
            shelf.close()
        _shelves.clear()
