"""Figures in messages are worded as an editor would."""

from decimal import Decimal

import pytest

from copydesk.amounts import Unit, written
from copydesk.judge.wording import shown


def test_long_numbers() -> None:
    """A number is written out however long it is."""
    assert shown(written(Decimal("9" * 31))) == ",".join(["9", *["999"] * 10])
    assert shown(written(Decimal("9" * 90))) == ",".join(["999"] * 30)
    assert shown(written(Decimal("9" * 20 + ".1234"))) == "99,999,999,999,999,999,999.123"


@pytest.mark.parametrize(
    ("count", "unit", "words"),
    [
        (2, "inch", "2 inches"),
        (1, "inch", "1 inch"),
        (3, "square foot", "3 square feet"),
        (5, "pound sterling", "5 pounds sterling"),
        (5, "degree celsius", "5 degrees celsius"),
        (5, "mile per hour", "5 miles per hour"),
        (5, "japanese yen", "5 japanese yen"),
    ],
)
def test_several_of_a_unit(count: int, unit: str, words: str) -> None:
    """Plurals that aren't the name and an s."""
    assert shown(written(count, unit=Unit(unit, ((unit, 1),), Decimal(1)))) == words
