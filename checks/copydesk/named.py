"""`NamedTuple` of typing, defined in a sixth of the time: a short run loads a hundred such classes, which took a tenth of it.

To a type checker it is typing's own. Here a class only notes its fields when it is defined; how its values are made is worked out with
the first of them.
"""

import sys
from collections import namedtuple
from functools import cache
from types import FunctionType

from copydesk.typed import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING or sys.version_info >= (3, 14):  # annotations can't be had there before the class
    from typing import NamedTuple
else:
    # What gives the item of a tuple at some place, as the named tuples of collections have it; a property takes twice as long.
    _ItemAt = type(namedtuple("_One", "item").item)

    @cache
    def _maker(size):
        """The code of a function that takes a class and so many values, whatever they are called."""
        values = ", ".join(f"_{at}" for at in range(size))
        return eval(f"lambda _cls, {values}: _new(_cls, ({values},))").__code__

    class _Defined(type):
        """The class of classes that begin with `NamedTuple`: notes their fields, in order, and what these are when not given."""

        def __new__(cls, name, bases, body):
            if any(isinstance(base, _Defined) and base.__base__ is tuple for base in bases):
                fields = tuple(body.get("__annotations__", ()))
                body["_fields"] = body["__match_args__"] = fields
                body["_places"] = {field: at for at, field in enumerate(fields)}
                body["_field_defaults"] = {field: body[field] for field in fields if field in body}
                body.update((field, _ItemAt(at, "")) for at, field in enumerate(fields))
            body.setdefault("__slots__", ())
            return super().__new__(cls, name, bases, body)

    class NamedTuple(tuple, metaclass=_Defined):
        def __new__(cls, /, *given, **named):
            """The first value of a class: from here on its own function takes the fields, by place or by name, at the speed of any other."""
            code = _maker(len(cls._fields)).replace(co_varnames=("_cls", *cls._fields))
            own = FunctionType(code, {"_new": tuple.__new__}, "__new__", tuple(cls._field_defaults.values()))
            own.__qualname__ = f"{cls.__qualname__}.__new__"
            cls.__new__ = own
            return own(cls, *given, **named)

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **changes):
            """The same with some fields changed."""
            values, places = list(self), self._places
            try:
                for field, value in changes.items():
                    values[places[field]] = value
            except KeyError as error:
                raise TypeError(f"{type(self).__name__} has no field {error}") from None
            return tuple.__new__(type(self), values)

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            shown = (f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(shown)})"
