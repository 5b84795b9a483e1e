"""Patterns that are compiled at their first use do what compiled ones do."""

import pkgutil
import re
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import copydesk
from copydesk.late import _Late, late, pattern

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


def test_where_none_of_its_words_stands_it_is_never_compiled() -> None:
    broken = late("(", re.IGNORECASE, words="gates doors")
    assert broken.search("Shut at 9") is None
    assert broken.match("Shut at 9") is None
    assert broken.fullmatch("Shut at 9") is None
    assert broken.search(LINE, 6) is None
    with pytest.raises(re.error):
        broken.search(LINE)


def test_words_change_no_answer() -> None:
    gates = late(r"gates? (shut)", re.IGNORECASE, words="gate")
    assert gates.search("nothing") is None
    assert gates.search(LINE)
    assert gates.search("nothing") is None
    assert [found[1] for found in gates.finditer(LINE)] == ["shut"]


def gated() -> list[tuple[str, _Late]]:
    """Every expression of the package that names words, by where it stands."""
    found: dict[int, tuple[str, _Late]] = {}
    for module in pkgutil.walk_packages(copydesk.__path__, "copydesk."):
        if module.name.rpartition(".")[2] != "__main__":
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, _Late) and value._words:
                    found.setdefault(id(value), (f"{module.name}.{name}", value))
    return sorted(found.values(), key=lambda pair: pair[0])


@pytest.mark.parametrize("expression", [pytest.param(value, id=name) for name, value in gated()])
@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])  # looking ahead and back
def test_whatever_matches_holds_one_of_the_words(expression: _Late, data: st.DataObject) -> None:
    text, flags = expression._asked
    # Letters that the engine takes for i, k or s (as no newsroom writes them) are left out.
    words = data.draw(
        st.from_regex(re.compile(text, flags), fullmatch=True, alphabet=st.characters(exclude_characters="İıſK"))
    )
    assert not re.search(text, words, flags) or not expression._lacking(words, 0, len(words))
