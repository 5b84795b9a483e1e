"""Patterns that are compiled at their first use do what compiled ones do."""

import re

import pytest

from copydesk.late import late, pattern

LINE = "Gates shut at 9, open at 10"


@pytest.mark.parametrize("method", ["match", "search", "fullmatch", "finditer", "findall", "split"])
def test_it_does_what_the_compiled_one_does(method: str) -> None:
    text = r"(gates)?.*?(\d+)"
    mine = getattr(late(text, re.IGNORECASE), method)(LINE)
    theirs = getattr(re.compile(text, re.IGNORECASE), method)(LINE)
    assert str(list(mine) if method == "finditer" else mine) == str(list(theirs) if method == "finditer" else theirs)


def test_it_knows_its_text_and_replaces() -> None:
    digits = late(r"\d+")
    assert digits.sub("n", LINE) == "Gates shut at n, open at n"
    assert digits.pattern == r"\d+"


def test_a_pattern_takes_any_capitals_and_may_be_written_wide() -> None:
    assert pattern(r"gates \s+  SHUT").match(LINE)
    assert not late("gates").match(LINE)


def test_a_mistake_shows_at_the_first_use() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search(LINE)


def test_it_has_nothing_else() -> None:
    with pytest.raises(AttributeError):
        _ = late("x").nonsense  # type: ignore[attr-defined]
