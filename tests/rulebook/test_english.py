"""Free English under `expect`: the sentence that is offered is the one that was meant, and always one that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import BrokenRules
from copydesk.rulebook import load

TIMES = "{first: {a: time, near: Bryansk}, second: {a: time, near: Kursk}}"
DAYS = "{strike: {a: date, near: strike}, talks: {a: date, near: talks}}"
TOLL = "{killed: {a: count, of: killed}, injured: {a: count, of: injured}, total: {a: count, of: killed or injured}}"
ONE = "{toll: {a: count, of: killed}}"
POLL = "{answers: {a: percent, near: poll, together in: sentence}}"
MATCH = "{goals: {a: count, of: goals}, kick: {a: time, near: kick-off}, whistle: {a: time, near: whistle}}"
TALKS = "{first: {a: time, near: strike}, talks: {a: time, near: talks}}"
TIE = "{pair: {a: conversion}}"


def offered(find: str, sentence: str, folder: object) -> str:
    """What is offered for a sentence; empty where nothing is."""
    path = f"{folder}/any.facts.yml"
    quoted = sentence.replace("'", "''")
    with open(path, "w", encoding="utf-8") as file:  # a path as text, for hypothesis and tmp_path alike
        file.write(f"version: 1\nrules:\n  - id: x\n    say: s\n    find: {find}\n    expect: '{quoted}'\n")
    try:
        load([path], keep=False)
    except BrokenRules as broken:
        hint = broken.mistakes[0].hint if broken.mistakes[0].what == "I can't read this sentence." else ""
        return hint.removeprefix("Did you mean '").removesuffix("'?")
    return ""


@pytest.mark.parametrize(
    ("find", "sentence", "meant"),
    [
        (TIMES, "the second fell four hours after the first", "second is four hours after first"),
        (TIMES, "first happened before second", "first is before second"),
        (TIMES, "second must be at least 3 hours after first", "second - first >= 3 hours"),
        (TIMES, "second came no more than 4 hours later than first", "second - first <= 4 hours"),
        (TIMES, "there were four hours between first and second", "second is four hours after first"),
        (TIMES, "the gap between first and second was about 4 hours", "second is about 4 hours after first"),
        (TIMES, "they should be on the same day", "second is on first"),
        (DAYS, "strike one day before talks", "strike is one day before talks"),
        (DAYS, "the talks took place the day after the strike", "talks is 1 day after strike"),
        (DAYS, "talks come a week after the strike", "talks is 1 week after strike"),
        (DAYS, "talks happened later", "talks is after strike"),
        (TOLL, "the total is killed and injured together", "killed + injured = total"),
        (TOLL, "killed and injured should equal total", "killed + injured = total"),
        (TOLL, "total minus killed gives injured", "total - killed = injured"),
        (TOLL, "more injured than killed", "injured > killed"),
        (TOLL, "killed must not be more than total", "killed <= total"),
        (TOLL, "killed must be the same as injured", "killed and injured agree"),
        (ONE, "toll should always be the same", "toll agree"),
        (ONE, "the toll must not change", "toll agree"),
        (ONE, "toll must be between 3 and 9", "toll is between 3 and 9"),
        (ONE, "the toll has to be positive", "toll > 0"),
        (ONE, "it must be 7", "toll is 7"),
        (POLL, "the answers must total 100 percent", "answers add up to 100 percent"),
        (ONE, "toll is greater than 12", "toll > 12"),
        (ONE, "toll is no lower than 12", "toll >= 12"),
        (MATCH, "goals is more than 12", "goals > 12"),
        (MATCH, "the goals must be the same everywhere", "goals agree"),
        (MATCH, "whistle came two hours after kick", "whistle is two hours after kick"),
        (TALKS, "the second meeting began around four hours later", "talks is about four hours after first"),
        (TALKS, "talks came a second later", "talks is 1 second after first"),
        (TIE, "the conversion is right", "pair.bare = pair.expected"),
        (TIE, "converted must equal stated", "pair.converted = pair.stated"),
    ],
)
def test_what_is_meant_is_offered(find: str, sentence: str, meant: str, tmp_path: object) -> None:
    assert offered(find, sentence, tmp_path) == meant
    assert offered(find, meant, tmp_path) == ""


@pytest.mark.parametrize(
    "sentence", ["kiled agree", "toll is 4 huors", "toll < ", "toll agree and toll > 3", "tol = 7"]
)
def test_a_slip_in_the_grammar_is_told_as_one(sentence: str, tmp_path: object) -> None:
    assert offered(ONE, sentence, tmp_path) == ""


WORDS = "the total killed injured first second is must be same as after before at least four hours 7 100% not more than between and minus plus agree a day pair converted stated toll".split()  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), st.sampled_from([TIMES, DAYS, TOLL, ONE, POLL, TIE]))
def test_what_is_offered_can_be_read(words: list[str], find: str) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        if meant := offered(find, " ".join(words), folder):
            assert offered(find, meant, folder) == "", meant
            load([f"{folder}/any.facts.yml"], keep=False)
