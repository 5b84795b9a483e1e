"""Frozen values: compared, hashed, shown and copied by their fields."""

import pickle
from decimal import Decimal

import pytest

from copydesk.amounts import Amount, written
from copydesk.extract import read_facts
from copydesk.model import Fact, Span
from copydesk.read import compose
from copydesk.values import Value


def facts(text: str = "Seven people died.") -> tuple[Fact, ...]:
    return read_facts(compose("story", text))


def test_values_with_equal_fields_are_equal() -> None:
    assert written(7) == written(7)
    assert hash(written(7)) == hash(written(7))
    assert written(7) != written(8)
    assert len({written(7), written(7), written(8)}) == 2


def test_a_value_is_no_list_and_equals_nothing_of_another_class() -> None:
    assert not isinstance(written(7), tuple)
    assert written(7) != (7, 7)
    assert written(7) != "7"


def test_the_document_of_a_fact_is_not_compared_or_shown() -> None:
    (one,), (other,) = facts(), facts("Seven people died. It rained.")
    assert one == other
    assert hash(one) == hash(other)
    assert "document" not in repr(one)
    assert repr(one).startswith("Fact(kind='count', span=Span(start=0, end=5), value=Amount(low=Decimal('7'), ")


def test_replacing_makes_a_copy() -> None:
    amount = written(7)
    changed = amount._replace(high=Decimal(9))
    assert (changed.low, changed.high) == (7, 9)
    assert amount.high == 7


def test_a_copy_is_checked_too() -> None:
    (fact,) = facts()
    with pytest.raises(ValueError, match="does not stand on its text"):
        fact._replace(span=Span(0, 6))


def test_replacing_a_field_that_there_is_not() -> None:
    with pytest.raises(TypeError, match="colour"):
        written(7)._replace(colour="red")


def test_values_travel_between_processes() -> None:
    (fact,) = facts()
    assert pickle.loads(pickle.dumps(fact)) == fact
    assert isinstance(pickle.loads(pickle.dumps(fact.amount)), Amount)


def test_a_value_of_one_field() -> None:
    class Name(Value):
        __slots__ = ("name",)

        def __init__(self, name: str) -> None:
            self.name = name

    assert Name("a") == Name("a") != Name("b")
    assert repr(Name("a")) == "Name(name='a')"
