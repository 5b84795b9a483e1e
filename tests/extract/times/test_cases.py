"""The phrases in *.cases beside this file, each against what is read in it."""

from pathlib import Path
from typing import NamedTuple

import pytest

from copydesk.model import Fact
from copydesk.moments import Moment
from extract.times.plain import read


class Case(NamedTuple):
    name: str
    dated: str | None
    phrase: str
    expected: str


def cases() -> list[Case]:
    found = []
    for path in sorted(Path(__file__).parent.glob("*.cases")):
        dated: str | None = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("dated ") or line == "undated":
                dated = line.partition(" ")[2] or None
            elif line and not line.startswith("#"):
                phrase, _, expected = line.partition(" | ")
                found.append(Case(f"{path.stem}:{number}", dated, phrase, expected))
    return found


def written(fact: Fact) -> str:
    """A fact in the language of the case files."""
    words, value = [f"{fact.kind} {fact.text} = {fact.timex}"], fact.value
    if isinstance(value, Moment):
        words += ["about"] if value.about else []
        words += [value.bound] if value.bound != "=" else []
        words += [f"{value.zone.total_seconds() / 3600:+g}h"] if value.zone is not None else []
    elif value is None and fact.kind in ("date", "time"):
        words.append("!")
    elif value is not None and value.bound != "=":
        words.append(value.bound)
    return " ".join(words)


CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_phrase(case: Case) -> None:
    assert (" ; ".join(written(fact) for fact in read(case.phrase, case.dated)) or "-") == case.expected


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 300
    clocks = [case for case in CASES if case.name.startswith(("clock", "looks"))]
    assert len(clocks) >= 300
    assert sum("time " not in case.expected for case in clocks) >= 120
