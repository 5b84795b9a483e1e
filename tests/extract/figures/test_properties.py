"""What holds of figures in any text, and of one figure said many ways."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import numerals
from copydesk.amounts import equal
from copydesk.extract import figures
from copydesk.extract.figures.phrase import page_of, problem, read_phrase
from copydesk.lexicon.units import unit

PIECES = st.sampled_from(
    "$ € US Rs 5 12 1,200 3.4 million m km kg miles an hour a month percent % per cent points pounds degrees C ° people men of the them one in"
    " six-year-old aged Smith , . - ( ) / feet inches and to from between rose No Section flight 737 2012 [ ] \" ' killed were first th score won 3-2 \n".split(
        " "
    )
)


@given(st.lists(PIECES, max_size=16).map(" ".join) | st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=80))
def test_facts_stand_on_their_text_and_nothing_raises(text: str) -> None:
    page = page_of(text)
    facts = figures.read(page, numerals.read(page), set())
    for fact in facts:
        assert fact.text == text[fact.span.start : fact.span.end]
        assert fact.amount.low <= fact.amount.high or fact.kind == "score"
    assert [fact.span.start for fact in facts] == sorted(fact.span.start for fact in facts)


@given(st.lists(PIECES, max_size=8).map(" ".join) | st.text(max_size=40))
def test_a_phrase_is_read_or_its_problem_told(text: str) -> None:
    assert (read_phrase(text) is None) == bool(problem(text))


SAME = [
    "$3 million|$3m|3 million dollars|$3-million|three million dollars|$3,000,000|3,000,000 dollars|$3 mln",
    "12 miles|twelve miles|12 mi|a dozen miles",
    "60 mph|60 miles an hour|60 miles per hour|sixty miles an hour",
    "4%|4 percent|4 per cent|four percent|4 pct",
    "half a mile|0.5 miles|1/2 mile|half of a mile",
    "2.5 tonnes|two and a half tonnes|2½ tonnes|2 1/2 tonnes|2.5 metric tons",
    "about 4 hours|roughly four hours|around 4 hours|some four hours|4 hours or so|approximately 4 hrs",
    "at least 7|7 or more|no fewer than seven|not less than 7|7 at least",
    "20 °C|20 degrees Celsius|20°C|twenty degrees celsius|20 C",
    "between 10 and 20 km|10 to 20 km|10-20 km|10–20 kilometres|from 10 to 20 kilometers|10 km to 20 km",
]


@pytest.mark.parametrize("ways", SAME)
def test_one_figure_said_many_ways(ways: str) -> None:
    first, *others = [read_phrase(way) for way in ways.split("|")]
    assert first is not None
    for way, amount in zip(ways.split("|")[1:], others, strict=True):
        assert amount is not None, way
        assert (amount.low, amount.high, amount.bound, amount.unit) == (
            first.low,
            first.high,
            first.bound,
            first.unit,
        ), way


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("4 huors", "I don't know the unit 'huors'."),
        ("soon", "I see no figure in 'soon'."),
        ("4 and 5", "'4 and 5' has 2 figures; one is wanted."),
    ],
)
def test_what_is_wrong_with_a_phrase(text: str, what: str) -> None:
    assert problem(text) == what


# Conversions that a desk would look up: NIST SP 811, appendix B.
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1 mile", "1.609344 km"), ("1 inch", "2.54 cm"), ("1 acre", "4046.8564224 square metres"), ("1 gallon", "3.785411784 litres"),
        ("1 pound", "0.45359237 kg"), ("1 tonne", "1000 kg"), ("1 ton", "2000 pounds"), ("1 stone", "14 pounds"), ("1 barrel", "42 gallons"),
        ("1 knot", "1.852 km/h"), ("1 mph", "1.609344 km/h"), ("1 kWh", "3.6 megajoules"), ("212 °F", "100 °C"), ("-40 °F", "-40 °C"), ("0 °C", "273.15 K"),
        ("1 week", "7 days"), ("1 day", "24 hours"), ("1 hectare", "10,000 square metres"), ("1 square mile", "640 acres"), ("1 GB", "8 gigabits"),
        ("1 atmosphere", "101325 pascals"), ("1 psi", "6894.757293168361 Pa"), ("1 light-year", "9460730472580.8 km"), ("1 foot", "12 inches"),
        ("100 cents", "$1"), ("1 troy ounce", "31.1034768 grams"), ("5 basis points", "0.05 percentage points"),
    ],
)  # fmt: skip
def test_conversions(one: str, other: str) -> None:
    a, b = read_phrase(one), read_phrase(other)
    assert a is not None and b is not None
    converted = a.to(b.unit)
    assert abs(converted.low - b.low) <= abs(b.low) * Decimal("1e-9") + Decimal("1e-9")


def test_currencies_do_not_mix() -> None:
    assert not unit("euro").fits(unit("dollar"))
    assert unit("united states dollar").fits(unit("dollar"))
    dollars, cents = read_phrase("$1.50"), read_phrase("150 cents")
    assert dollars is not None and cents is not None and equal(dollars, cents) == "pass"


@given(st.integers(2, 10**7), st.sampled_from(["km", "kg", "%", "litres", "dollars", "people"]))
def test_digits_and_commas_say_the_same(n: int, what: str) -> None:
    a, b = read_phrase(f"{n} {what}"), read_phrase(f"{n:,} {what}")
    assert a is not None and a == b
