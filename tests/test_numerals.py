"""Numbers as they stand in a text: cases in numerals.txt, and what holds of any text."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import numerals
from copydesk.extract.figures.phrase import page_of
from copydesk.numerals import Numeral

CASES = [
    line
    for line in Path(__file__).with_name("numerals.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
PIECES = st.sampled_from(
    "a an half one two three twenty ninety hundred thousand million dozen dozens scores and of to in out every point third quarter 5 12 1,200 .5 3.4"
    " $ % - – ( ) , . / and a m k bn at least more than or so 10 x 10^ × ½ st th minus between from rose by first second tens 1e 2020 : ' \" \n \u00a0".split(
        " "
    )
)


def shown(numeral: Numeral) -> str:
    low, high = (
        f"{value:.4f}".rstrip("0").rstrip(".") if abs(value) > Decimal("0.001") or not value else f"{value:E}"
        for value in numeral[2:4]
    )
    words = (
        low if low == high else f"{low}..{high}",
        numeral.bound if numeral.bound != "=" else "",
        "nearly" * numeral.nearly,
        "ordinal" * numeral.ordinal,
    )
    return " ".join(filter(None, words))


@pytest.mark.parametrize("line", CASES)
def test_numerals(line: str) -> None:
    text, _, wanted = line.partition("=>")
    wanted = "; ".join(plain(value) for value in wanted.strip().split("; ") if value)
    assert "; ".join(shown(numeral) for numeral in numerals.read(page_of(text.strip()))) == wanted


def plain(case: str) -> str:
    """A case without the zeros that digits may end in."""
    value, _, rest = case.partition(" ")
    if "." in value and ".." not in value and "E" not in value:
        value = value.rstrip("0").rstrip(".")
    return f"{value} {rest}".strip()


def test_hedges_stand_outside_the_number() -> None:
    page = page_of("They saw at least seven or eight of them, 30 or more.")
    (first, second) = numerals.read(page)
    assert page.words[first.first] == "seven" and page.words[first.outer_first] == "at"
    assert page.words[second.first] == "30" and page.words[second.outer_last] == "more"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("1.2 million", 100000),
        ("12.5", "0.1"),
        ("388", None),
        ("3 million", 1000000),
        ("two hundred", None),
        ("8bn", 10**9),
    ],
)
def test_the_last_digit_written(text: str, step: object) -> None:
    (numeral,) = numerals.read(page_of(text))
    assert numeral.step == (None if step is None else Decimal(str(step)))


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=10).map("".join) | st.text(max_size=60))
def test_any_text_is_read_in_order_and_without_overlap(text: str) -> None:
    page = page_of(text)
    end = -1
    for numeral in numerals.read(page):
        assert end < numeral.first <= numeral.last < len(page)
        assert numeral.outer_first <= numeral.first and numeral.last <= numeral.outer_last < len(page)
        assert numeral.low <= numeral.high
        numeral.amount()
        end = numeral.last


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(n: int) -> str:
    """The British way: "one million two hundred thousand and six"."""
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f"-{ONES[n % 10]}" if n % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            link = " and " if 0 < rest < 100 else " "
            return f"{spelled(n // size)} {name}" + (link + spelled(rest) if rest else "")
    raise AssertionError(n)


@given(st.integers(0, 10**12 - 1))
def test_a_number_is_the_same_in_words_and_in_digits(n: int) -> None:
    ways = [str(n), f"{n:,}", spelled(n), spelled(n).replace("-", " "), spelled(n).replace(" and ", " ")]
    if n >= 10**6 and n % 10**5 == 0:
        ways.append(f"{Decimal(n) / 10**6} million")
    for way in ways:
        read = numerals.read(page_of(way))
        assert [numeral.low for numeral in read] == [n], way


def test_what_was_read_before_leaves_no_mark() -> None:
    """Amounts are shared between stories; one that is equal but has other digits is not the one that is shown."""
    texts = ["212.0 thousand", "0.2120 million"]
    read = {text: str(numerals.read(page_of(text))[0].amount().low) for text in texts}
    numerals._amount.cache_clear()
    assert {text: str(numerals.read(page_of(text))[0].amount().low) for text in reversed(texts)} == read
