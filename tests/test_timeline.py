"""The network of times: it contradicts itself exactly when no times of day can satisfy all bounds."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.model import Document, Fact, Span
from copydesk.read import compose
from copydesk.timeline import CALENDAR, MOMENT, Network

TEXT = "abcdefghijklmnopqrstuvwxyz"
DOCUMENT: Document = compose("t", TEXT, "", date(2025, 6, 4))
POINTS = st.sampled_from("pqrst")
# Bounds between points: which, from, to at least, and how much more at most.
BOUNDS = st.lists(st.tuples(POINTS, POINTS, st.integers(-6, 6), st.integers(0, 4)), min_size=1, max_size=8)


def said(i: int) -> Fact:
    return Fact("date", Span(i, i + 1), DOCUMENT)


def network(bounds: list[tuple[str, str, int, int]]) -> Network:
    made = Network()
    for i, (a, b, least, more) in enumerate(bounds):
        made.between(a, b, least, least + more, [said(i)])
    return made


def holds(times: dict[str, int], bounds: list[tuple[str, str, int, int]]) -> bool:
    return all(least <= times[b] - times[a] <= least + more for a, b, least, more in bounds)


@given(st.dictionaries(st.sampled_from("pqrst"), st.integers(-9, 9), min_size=5), BOUNDS)
def test_what_happened_is_never_a_contradiction(times: dict[str, int], bounds: list[tuple[str, str, int, int]]) -> None:
    told = [(a, b, times[b] - times[a] - more, 2 * more) for a, b, _, more in bounds]
    assert network(told).clash() is None


@given(BOUNDS)
@settings(max_examples=200)
def test_without_a_contradiction_there_are_times_that_fit(bounds: list[tuple[str, str, int, int]]) -> None:
    """The shortest distances from a point that reaches all others are such times (Bellman and Ford)."""
    made = network(bounds)
    times = dict.fromkeys("pqrst", 0)
    for _ in range(len(times) + 1):
        for bound in made.bounds:
            times[bound.later] = min(times[bound.later], times[bound.earlier] + bound.seconds)
    assert (made.clash() is None) == holds(times, bounds)


@given(BOUNDS)
def test_the_statements_named_contradict_each_other_by_themselves(bounds: list[tuple[str, str, int, int]]) -> None:
    clash = network(bounds).clash()
    if clash is not None:
        named = [bounds[fact.span.start] for fact in clash.said]
        assert network(named).clash() is not None
        assert clash.short > 0


def test_the_fewest_statements_are_named() -> None:
    made = network([("p", "q", 1, 1), ("q", "r", 1, 1), ("r", "p", 1, 1), ("s", "t", 2, 0), ("s", "t", 5, 0)])
    clash = made.clash()
    assert clash is not None
    assert [fact.text for fact in clash.said] == ["d", "e"]


def test_before_is_by_a_moment() -> None:
    made = Network()
    made.between(CALENDAR, "p", 100, 100, [said(0)])
    made.between(CALENDAR, "q", 100, 100, [said(1)])
    made.not_after("p", "q", [said(2)])
    assert made.clash() is None
    made.not_after("p", "q", [said(3)], by=MOMENT)
    clash = made.clash()
    assert clash is not None
    assert (clash.short, [fact.text for fact in clash.said]) == (MOMENT, ["a", "b", "d"])
