"""The judge on any figures and times: four outcomes, never an error; and what should not matter does not."""

import tempfile
from functools import cache
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from copydesk import strategies
from copydesk.amounts import worst
from copydesk.judge import judge, judge_all
from copydesk.model import Rule
from judge.build import article, rule

FIGURES = [
    "x and y agree", "x add up to y", "x = y", "x != y", "x ~ y", "x < y", "x >= y", "x is about y within 3", "x is between 3 and y",
    "sum of x = number of y", "x / y = 2", "x * y > x + y", "x - y = 3 within 10%", "(x + y) / (x - y) = 1", "x is y",
]  # fmt: skip
TIMES = [
    "x and y agree", "x = y within 2 hours", "x is before y", "x is after y", "x is on y", "x is about 4 hours after y", "x is 1 month before y",
    "x is 2 years after y", "x is 1 day after y within 2 days", "x - y < 3 weeks", "x ~ y", "x >= y", "x is between y and x",
]  # fmt: skip

numbers = strategies.numbers() | st.sampled_from(["0", "7", "400", "dozens"])
figures = strategies.hedged(numbers) | st.sampled_from(["between 10 and 20", "0 to 5"])
times = (
    st.datetimes().map(lambda t: t.replace(second=0, microsecond=0).isoformat(timespec="minutes"))
    | st.dates().map(str)
    | st.times().map(lambda t: f"T{t:%H:%M}")
)


@cache
def read(sentence: str, kind: str, strict: str = "no") -> Rule:
    with tempfile.TemporaryDirectory() as folder:
        return rule(Path(folder), {"x": f"a: {kind}, of: x", "y": f"a: {kind}, of: y"}, sentence, strict=strict)


@given(
    st.sampled_from(FIGURES),
    st.lists(st.tuples(st.sampled_from("xy"), st.just("count"), figures), max_size=6),
    st.sampled_from(["yes", "no"]),
)
def test_any_figures(sentence: str, mentions: list[tuple[str, str, str]], strict: str) -> None:
    document, facts = article(mentions or [("z", "count", "7")])
    for result in judge(read(sentence, "count", strict), document, facts):
        assert result.outcome in ("pass", "fail", "unsure", "skip")
        assert result.message.startswith("The case holds.")


@given(st.sampled_from(TIMES), st.lists(st.tuples(st.sampled_from("xy"), st.just("moment"), times), max_size=4))
def test_any_times(sentence: str, mentions: list[tuple[str, str, str]]) -> None:
    document, facts = article(mentions or [("z", "count", "7")])
    for result in judge(read(sentence, "moment"), document, facts):
        assert result.outcome in ("pass", "fail", "unsure", "skip")


@given(st.lists(st.tuples(st.just("x"), st.just("count"), figures), min_size=2, max_size=5), st.permutations(range(5)))
def test_order_of_mentions_does_not_matter_to_agreement(mentions: list[tuple[str, str, str]], order: list[int]) -> None:
    turned = [mentions[i] for i in order if i < len(mentions)]
    outcomes = {judge(read("x agree", "count"), *article(each))[0].outcome for each in (mentions, turned)}
    assert len(outcomes) == 1


@given(st.lists(st.tuples(st.sampled_from("xy"), st.just("count"), figures), min_size=1, max_size=5))
def test_order_of_rules_does_not_matter(mentions: list[tuple[str, str, str]]) -> None:
    document, facts = article(mentions)
    rules = [read(sentence, "count") for sentence in FIGURES]
    forth, back = judge_all(rules, document, facts), judge_all(rules[::-1], document, facts)
    assert sorted(map(repr, forth)) == sorted(map(repr, back))


@given(st.integers(1, 99), st.integers(1, 99))
def test_a_slip_is_always_seen(a: int, b: int) -> None:
    """Small exact figures agree only when they are the same."""
    assume(a != b)
    document, facts = article([("x", "count", str(a)), ("x", "count", str(b))])
    assert worst([result.outcome for result in judge(read("x agree", "count"), document, facts)]) == "fail"
