"""Frozen values with named fields that must not be taken for lists, as named tuples would be.

A dataclass says the same in fewer words, but importing dataclasses (with inspect, ast and dis) and compiling the methods of each class
takes a short run longer than reading its article. Fields are `Final`, so that a type checker keeps them from being changed.
"""

from operator import attrgetter

from copydesk.typed import ClassVar, Self


class Value:
    """A value that is compared, hashed and shown by its fields, which are its `__slots__`; but for those that stand `beside`."""

    __slots__: tuple[str, ...] = ()
    _shown: ClassVar[tuple[str, ...]]
    _told: ClassVar["attrgetter[object]"]
    _every: ClassVar["attrgetter[tuple[object, ...]]"]
    _places: ClassVar[dict[str, int]]

    def __init_subclass__(cls, beside: tuple[str, ...] = ()) -> None:
        cls._shown = tuple(name for name in cls.__slots__ if name not in beside)
        cls._told = attrgetter(*cls._shown)
        cls._every = attrgetter(*cls.__slots__)
        cls._places = {name: at for at, name in enumerate(cls.__slots__)}

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and self._told(self) == self._told(other))

    def __hash__(self) -> int:
        return hash(self._told(self))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self._shown)
        return f"{type(self).__name__}({', '.join(shown)})"

    def _replace(self, **changes: object) -> Self:
        """The same with some fields changed, and checked anew; named as of a named tuple."""
        values, places = list(self._every(self)), self._places
        try:
            for name, value in changes.items():
                values[places[name]] = value
        except KeyError as error:
            raise TypeError(f"{type(self).__name__} has no field {error}") from None
        return type(self)(*values)
