"""What the reader of figures makes of sentences, in case files: text, an arrow, and each figure as kind, value, bound and unit or noun."""

from decimal import Decimal
from pathlib import Path

import pytest

from copydesk import numerals
from copydesk.extract import figures
from copydesk.extract.figures.phrase import page_of
from copydesk.model import Fact

HERE = Path(__file__).parent
CASES = [
    pytest.param(line, id=f"{path.stem}: {line.partition('=>')[0].strip()}")
    for path in sorted(HERE.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def shown(fact: Fact) -> str:
    """A fact as the case files write it."""
    amount = fact.amount
    low, high = (f"{value:.4f}".rstrip("0").rstrip(".") for value in (amount.low, amount.high))
    what = amount.unit.name or " ".join(fact.of)
    bound = amount.bound if amount.bound != "=" else ""
    return " ".join(filter(None, (fact.kind, low if low == high else f"{low}..{high}", bound, what)))


def read(text: str) -> list[Fact]:
    page = page_of(text)
    return figures.read(page, numerals.read(page), set())


def test_there_are_cases() -> None:
    assert len(CASES) > 250


@pytest.mark.parametrize("line", CASES)
def test_figures_of_a_sentence(line: str) -> None:
    text, _, wanted = line.partition("=>")
    assert "; ".join(shown(fact) for fact in read(text.strip())) == wanted.strip()


@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("Three of them fled.", "Three", True),
        ("Three men fled.", "Three", False),
        ("Dozens of men fled.", "Dozens", False),
    ],
)
def test_parts_are_marked(text: str, word: str, part: bool) -> None:
    (fact,) = read(text)
    assert (fact.text, fact.part) == (word, part)


def test_an_age_is_no_timex() -> None:
    (fact,) = read("A 6-year-old boy was found.")
    assert (fact.timex, fact.of) == (None, ("boy",))


def test_what_dates_hold_is_no_figure() -> None:
    page = page_of("On May 5 they met 12 men.")
    taken = {page.lower.index("5")}
    assert [fact.amount.low for fact in figures.read(page, numerals.read(page), taken)] == [Decimal(12)]
