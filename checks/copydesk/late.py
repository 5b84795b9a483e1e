"""Regular expressions that are compiled when they are first used: most stories need a few of some hundreds, and compiling takes long."""

import re
from typing import cast


def late(text: str, flags: int = 0) -> "re.Pattern[str]":
    """What `re.compile` gives, later. A mistake in the expression shows at its first use."""
    return cast("re.Pattern[str]", _Late(text, flags))


def pattern(text: str) -> "re.Pattern[str]":
    """One written over several lines, in any capitals."""
    return late(text, re.IGNORECASE | re.VERBOSE)


class _Late:
    """Takes over the methods of its compiled expression, and its text, at the first one asked for."""

    def __init__(self, text: str, flags: int) -> None:
        self._asked = text, int(flags)

    def __getattr__(self, name: str) -> object:
        if name not in _TAKEN:
            raise AttributeError(name)
        compiled = re.compile(*self._asked)
        vars(self).update((each, getattr(compiled, each)) for each in _TAKEN)
        return getattr(compiled, name)


_TAKEN = frozenset({"match", "search", "fullmatch", "finditer", "findall", "split", "sub", "pattern", "flags"})
