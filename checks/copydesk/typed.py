"""The words of typing, without typing itself: loading that is a fiftieth of a short run.

To a type checker they are typing's own. At run time they stand in annotations and are good for nothing else.
"""

__all__ = [
    "IO",
    "TYPE_CHECKING",
    "Any",
    "ClassVar",
    "Final",
    "Literal",
    "NoReturn",
    "Protocol",
    "Self",
    "TypeVar",
    "cast",
]

TYPE_CHECKING = False  # every type checker takes it for true

if TYPE_CHECKING:
    from typing import IO, Any, ClassVar, Final, Literal, NoReturn, Protocol, Self, TypeVar, cast
else:

    class _Word:
        """May be said of something, with others, or as a class to begin with."""

        def __getitem__(self, of):
            return self

        def __or__(self, other):
            return self

        __ror__ = __or__

    IO = Any = ClassVar = Final = Literal = NoReturn = Self = _Word()
    Protocol = object

    def TypeVar(name):  # noqa: N802 - typing's name
        return _Word()

    def cast(_, value):
        return value
