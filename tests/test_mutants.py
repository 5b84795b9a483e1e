"""What mutation says of rules: what is caught, what was wrong already, and what would guard the rest."""

import time
from datetime import date
from pathlib import Path

import pytest

from copydesk import rulebook
from copydesk.model import Document, Rule
from copydesk.mutants import Tried, mutate, remedies, score, total
from copydesk.read import compose, open_articles

AGREE = """
version: 1
rules:
  - {id: seats, say: The seats agree., find: {seats: {a: count, of: seats}}, expect: seats agree}
"""
DAY = """
version: 1
rules:
  - {id: day, say: The weekday is right., find: {day: {a: weekday}}, expect: day.named = day.likely}
"""


def tried(text: str, rules: str) -> list[Tried]:
    return mutate(compose("story", text, dated=date(2025, 6, 4)), rulebook.parse(rules))


def seen(rows: list[Tried]) -> dict[str, set[str]]:
    return {each.fact.text: {mutant.seen for mutant in each.mutants} for each in rows}


def test_a_slip_is_caught_where_a_rule_fails_that_did_not() -> None:
    rows = tried("It has 388 seats. All 388 seats were sold by 12 clerks.", AGREE)
    assert seen(rows) == {"388": {"caught"}, "12": {"unseen"}}
    assert score(rows) == (3, 2, 2, 9, 6, 0)
    assert score(rows).percent == pytest.approx(100 * 6 / 9)
    assert {mutant.rules for mutant in rows[0].mutants} == {("text/seats",)}


def test_what_was_wrong_already_is_not_taken_for_caught() -> None:
    """The two differ before any slip: a slip in one of them makes nothing worse, a third that joins in does."""
    rows = tried("It has 388 seats. All 383 seats were sold by 12 clerks.", AGREE)
    assert seen(rows) == {"388": {"unseen"}, "383": {"unseen"}, "12": {"unseen"}}


def test_a_rule_that_is_only_unsure() -> None:
    rows = tried("It has at least seven seats. All of the at least seven seats were sold.", AGREE)
    assert seen(rows) == {"at least seven": {"unsure"}}
    assert score(rows) == (2, 0, 0, 2, 0, 2)
    assert score(rows, unsure=True) == (2, 2, 2, 2, 2, 0)


def test_a_weekday_is_a_slip_though_the_date_stays() -> None:
    rows = tried("It opens on Sunday, June 8.", DAY)
    assert {mutant.slip.kind: mutant.seen for mutant in rows[0].mutants}["weekday"] == "caught"


def test_a_slip_that_changes_nothing_is_not_tried() -> None:
    for each in tried("It opens at 12 noon on June 8. A man and 1.0 million others came.", AGREE):
        for mutant in each.mutants:
            assert mutant.slip.words not in ("", each.fact.text)


def test_nothing_to_try() -> None:
    assert tried("A man went home.", AGREE) == []
    assert score([]).percent == 100
    assert total([]) == (0, 0, 0, 0, 0, 0)
    assert total([score([]), score(tried("It has 388 seats.", AGREE))]).tried == 3


def test_remedies_guard_what_was_unguarded() -> None:
    document = compose(
        "story", "It has 388 seats. All 388 seats were sold by 12 clerks. It opened in 1931.", dated=date(2025, 6, 4)
    )
    rules = rulebook.parse(AGREE)
    rows = mutate(document, rules)
    found = remedies(document, rows)
    assert {fact.text for fact in found} == {"12", "1931"}
    more = mutate(document, [*rules, *(each.rule for each in found.values())])
    assert score(more).wholly == score(more).facts == 4
    assert remedies(document, more) == {}


# ---------------------------------------------------------------- the sample story


ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def bridges() -> Document:
    (document,) = open_articles([str(ROOT / "seeds/bridges.md")])
    assert isinstance(document, Document)
    return document


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return rulebook.load([str(ROOT / "seeds/bridges.facts.yml"), *rulebook.packs()])


def test_each_proposed_rule_raises_the_score_or_leaves_it(bridges: Document, rules: tuple[Rule, ...]) -> None:
    rows = mutate(bridges, rules)
    found = list(dict.fromkeys(remedies(bridges, rows).values()))
    before = score(rows).caught
    for each in (found[0], found[-1]):
        assert score(mutate(bridges, [*rules, each.rule])).caught > before, each.id


def test_the_same_twice_and_in_good_time(bridges: Document, rules: tuple[Rule, ...]) -> None:
    started = time.process_time()
    first = mutate(bridges, rules)
    assert time.process_time() - started < 6, "a story of 650 words takes a second or two"
    assert first == mutate(bridges, rules)
