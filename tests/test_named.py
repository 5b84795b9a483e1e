"""Named tuples that are defined fast are typing's own in all that a user can see."""

import copy
import pickle
import typing

import pytest

from copydesk import named


class Place(named.NamedTuple):
    """Where it is."""

    line: int
    column: int = 1
    name: str = "story"

    @property
    def below(self) -> "Place":
        return self._replace(line=self.line + 1)


class Known(typing.NamedTuple):
    """Where it is."""

    line: int
    column: int = 1
    name: str = "story"


class Exact(Place):
    """A place of a class of its own, without fields of its own."""


def test_fields_are_taken_by_place_or_by_name() -> None:
    assert Place(3) == Place(line=3) == Place(3, 1, "story") == (3, 1, "story")
    assert Place(3, name="note").name == "note"


@pytest.mark.parametrize("given", [(), (1, 2, "a", 4)])
def test_too_few_or_too_many_fields_are_refused(given: tuple[int, ...]) -> None:
    with pytest.raises(TypeError):
        Place(*given)  # type: ignore[arg-type]


def test_unknown_fields_are_refused_at_the_first_value_and_when_replacing() -> None:
    class Other(named.NamedTuple):
        line: int

    with pytest.raises(TypeError, match="colour"):
        Other(line=1, colour="red")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        Place(1)._replace(colour="red")  # type: ignore[call-arg]


def test_what_typing_gives_is_there() -> None:
    one, other = Place(3, 4), Known(3, 4)
    assert one._fields == other._fields
    assert one._asdict() == other._asdict()
    assert one._field_defaults == other._field_defaults
    assert repr(one).removeprefix("Place") == repr(other).removeprefix("Known")
    assert hash(one) == hash(other)
    assert Place._make([3, 4, "x"]) == Known._make([3, 4, "x"])
    assert one._replace(column=9) == other._replace(column=9)
    assert one.below == (4, 4, "story")
    assert Place.__doc__ == Known.__doc__


def test_a_value_holds_nothing_but_its_fields() -> None:
    assert not hasattr(Place(1), "__dict__")
    with pytest.raises(AttributeError):
        Place(1).line = 2  # type: ignore[misc]


def test_values_are_matched_copied_and_pickled() -> None:
    match Place(3, 4):
        case Place(line, column):
            assert (line, column) == (3, 4)
    for made in (copy.copy(Place(3)), copy.deepcopy(Place(3)), pickle.loads(pickle.dumps(Place(3)))):
        assert made == Place(3)
        assert type(made) is Place


def test_a_class_may_be_one_of_another() -> None:
    exact = Exact(3)
    assert isinstance(exact, Place)
    assert (exact.line, type(exact._replace(line=4))) == (3, Exact)
