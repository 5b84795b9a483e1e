"""Regular expressions as the engine runs them, kept from one run to the next: compiling them took a quarter of a short one.

Python has no public way to take a compiled expression apart. What is done here is what `re.compile` does itself; where this Python does it
in another way, or its engine refuses what was kept (it checks that), the expression is compiled as any other.
"""

import re
from importlib import import_module
from struct import pack, unpack

from copydesk import kept

NAME = "expressions"
# The engine's program is of words so long. Bytes.
WORD = 4


class Shelf:
    """What is known of expressions, by their text and flags: the flags that these add up to, the program, how many groups there are, and
    the numbers of those with names."""

    def __init__(self) -> None:
        self._engine, self._compiler, self._parser = map(import_module, ("_sre", "re._compiler", "re._parser"))
        found = kept.fetch(NAME, WORD)
        self._known: dict[tuple[str, int], tuple[int, bytes, int, dict[str, int]]] = (
            found if isinstance(found, dict) else {}
        )
        self._grown = False

    def take(self, text: str, flags: int) -> "re.Pattern[str]":
        """A compiled expression. Raises what `re.compile` raises, and nearly anything where this Python is of another make."""
        asked = text, int(flags)
        if asked not in self._known:
            self._known[asked] = self._worked_out(*asked)
            self._grown = True
        every_flag, program, groups, names = self._known[asked]
        order: list[str | None] = [None] * (groups + 1)
        for name, number in names.items():
            order[number] = name
        code = list(unpack(f"{len(program) // WORD}I", program))
        expression: re.Pattern[str] = self._engine.compile(text, every_flag, code, groups, names, tuple(order))
        return expression

    def _worked_out(self, text: str, flags: int) -> tuple[int, bytes, int, dict[str, int]]:
        tree = self._parser.parse(text, flags)
        code = self._compiler._code(tree, flags)
        return (
            int(flags | tree.state.flags),
            pack(f"{len(code)}I", *code),
            tree.state.groups - 1,
            dict(tree.state.groupdict),
        )

    def keep(self) -> None:
        """For the next run, if this one has worked out any."""
        if self._grown:
            kept.keep(NAME, WORD, self._known)


_in_use: list[Shelf] = []


def expression(text: str, flags: int) -> "re.Pattern[str]":
    """What `re.compile` gives."""
    for shelf in _in_use:
        try:
            return shelf.take(text, flags)
        except Exception:  # this Python does it in another way; or the expression is wrong, and `re.compile` says so
            break
    return re.compile(text, flags)


def take_up() -> None:
    """From here on, expressions are those of earlier runs, where these had them."""
    try:
        _in_use[:] = [Shelf()]
    except ImportError:
        _in_use.clear()


def put_by() -> None:
    """Keep those of this run for the next; from here on they are compiled again."""
    for shelf in _in_use:
        shelf.keep()
    _in_use.clear()
