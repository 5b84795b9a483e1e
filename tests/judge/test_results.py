"""What results tell: the clashing places, how many choices hold, words, levels, fingerprints; relations and groups one by one."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from copydesk.judge import judge
from copydesk.model import Fact, Relation, Result
from judge.build import article, rule


def judged(folder: Path, mentions: Sequence[tuple[str, str, str]], expect: str, **keys: str) -> Result:
    """The one result of a sentence over these (name, kind, words)."""
    document, facts = article(mentions)
    find = {name: f"a: {kind}, of: {name}" for name, kind, _ in mentions}
    (result,) = judge(rule(folder, find, expect, **keys), document, facts)
    return result


def places(result: Result) -> list[str]:
    return [place.document.text[place.span.start : place.span.end] for place in result.places]


def counts(name: str, *words: str) -> list[tuple[str, str, str]]:
    return [(name, "count", each) for each in words]


def test_agree_shows_the_odd_one_first(tmp_path: Path) -> None:
    """The figure that fewer mentions give is the suspicious one, and the message gives them all."""
    result = judged(tmp_path, counts("x", "7", "9", "seven"), "x agree")
    assert result.message == "The case holds. Here 7 (twice) and 9 are given."
    assert places(result) == ["9", "7"]


def test_of_two_figures_the_later_is_first(tmp_path: Path) -> None:
    assert places(judged(tmp_path, counts("x", "7", "9"), "x agree")) == ["9", "7"]


def test_many_mentions_name_the_clashing_choice(tmp_path: Path) -> None:
    """A sentence must hold for every choice of one mention a name; the one that spoils it comes first."""
    mentions = counts("a", "7", "7", "9") + counts("b", "69") + counts("c", "76")
    result = judged(tmp_path, mentions, "a + b = c")
    assert result.outcome == "fail"
    assert result.message == "The case holds. Here 9 + 69 = 78, not 76. It holds for 2 of 3."
    assert places(result)[0] == "9"


def test_the_total_is_first_when_each_is_as_suspicious(tmp_path: Path) -> None:
    mentions = counts("a", "7") + counts("b", "69") + counts("c", "67")
    assert places(judged(tmp_path, mentions, "a + b = c")) == ["67", "7", "69"]


WORDS = [
    (counts("x", "9"), "x = 7", "Here it is 9, not 7."),
    (counts("x", "9"), "x is about 40", "Here it is 9, not about 40."),
    (counts("x", "9"), "x < 7", "Here it is 9, not less than 7."),
    (counts("x", "9"), "x >= 12", "Here it is 9, not at least 12."),
    (counts("x", "9"), "x != 9", "Here it is 9, not different from 9."),
    (counts("x", "9"), "x is between 10 and 12", "Here it is 9, not between 10 and 12."),
    (counts("x", "9"), "x = 20 within 10%", "Here it is 9, not 20 (within 10%)."),
    (counts("x", "at least nine"), "x = 12", "Here it is at least 9, which may or may not be 12."),
    (counts("x", "3", "4"), "sum of x = 8", "Here 3 + 4 = 7, not 8."),
    (counts("x", "3", "4"), "number of x = 3", "Here the number of 'x' is 2, not 3."),
    (counts("x", "3", "4"), "x add up to 8", "Here 3 + 4 = 7, not 8."),
    (counts("x", "3") + counts("y", "4"), "(x + y) * 2 = 8", "Here (3 + 4) × 2 = 14, not 8."),
    ([("x", "percent", "40%"), ("x", "percent", "35%")], "x add up to 100%", "Here 40% + 35% = 75%, not 100%."),
    ([("x", "length", "90 km")], "x = 65 miles", "Here it is 90 kilometres (55.92 miles), not 65 miles."),
    ([("x", "time", "2025-06-01T05:00"), ("y", "time", "2025-05-31T22:44")], "x is about 4 hours after y", "Here it is 6 h 16 min after, not about 4 h after."),
    ([("x", "date", "2025-06-01"), ("y", "date", "2025-05-30")], "y is 1 day after x", "Here it is 2 days before, not 1 day after."),
    ([("x", "date", "2025-06-01"), ("y", "date", "2025-06-01")], "y is 1 day after x", "Here it is on the same day, not 1 day after."),
    ([("x", "date", "2025-06-01"), ("y", "date", "2025-05-30")], "x is before y", "Here it is Sun 1 Jun, not before Fri 30 May."),
]  # fmt: skip


@pytest.mark.parametrize(("mentions", "expect", "words"), WORDS, ids=[expect for _, expect, _ in WORDS])
def test_words(tmp_path: Path, mentions: list[tuple[str, str, str]], expect: str, words: str) -> None:
    """First what is in the article, then what should be."""
    if mentions[0][1] == "length":
        document, facts = article([("x", "quantity", "90 km")])
        (result,) = judge(rule(tmp_path, {"x": "a: length"}, expect), document, facts)
    else:
        result = judged(tmp_path, mentions, expect)
    assert result.message == f"The case holds. {words}"


def test_own_message(tmp_path: Path) -> None:
    """`message` replaces the sentence after `say`: the article's words, the figure understood, the gap."""
    mentions = counts("x", "nine") + counts("y", "7")
    result = judged(tmp_path, mentions, "x = y", message="'{x} is {x.value}, off by {difference} {{so}}'")
    assert result.message == "The case holds. nine is 9, off by 2 {so}"


def test_two_currencies_skip_with_the_reason(tmp_path: Path) -> None:
    result = judged(tmp_path, [("x", "money", "$3 million"), ("x", "money", "€3 million")], "x agree")
    assert (result.outcome, "compared" in result.message) == ("skip", True)


def test_take_hides_with_a_hint(tmp_path: Path) -> None:
    """`take` is applied last, and tells of a different figure that it leaves out."""
    document, facts = article(counts("x", "8", "9"))
    (result,) = judge(rule(tmp_path, {"x": "a: count, take: first, at least: 2"}, "x = 7"), document, facts)
    assert result.message == "The case holds. Here it is 8, not 7. ('take: first' leaves out '9'.)"


def test_too_few(tmp_path: Path) -> None:
    document, facts = article(counts("x", "8", "9"))
    (result,) = judge(rule(tmp_path, {"x": "a: count, at least: 3"}, "x = 8"), document, facts)
    assert (result.outcome, result.message) == ("skip", "The case holds. Only 2 of at least 3 were found for 'x'.")


@pytest.mark.parametrize(
    ("missing", "outcome", "level"), [("skip", "skip", "error"), ("warn", "fail", "warning"), ("fail", "fail", "error")]
)
def test_missing(tmp_path: Path, missing: str, outcome: str, level: str) -> None:
    """What a fact that is not found means, the rule says."""
    document, facts = article(counts("y", "8"))
    (result,) = judge(rule(tmp_path, {"x": "a: money"}, "x = 8 dollars", missing=missing), document, facts)
    assert (result.outcome, result.level) == (outcome, level)


def test_fingerprint_survives_edits_elsewhere(tmp_path: Path) -> None:
    """It is made of the rule and the words of the facts alone."""
    first = judged(tmp_path, counts("x", "7", "9"), "x agree")
    second = judged(tmp_path, counts("y", "1,234") + counts("x", "7", "9"), "x agree")
    third = judged(tmp_path, counts("x", "7", "8"), "x agree")
    assert first.fingerprint == second.fingerprint != third.fingerprint


def test_groups_are_judged_one_by_one(tmp_path: Path) -> None:
    """`together in` makes groups; those with too few are left out unless there are no others."""
    document, facts = article([("x", "percent", "40%"), ("x", "percent", "60%"), ("x", "percent", "70%")])
    one, two = facts[0].sentence, facts[2].sentence
    facts = [
        fact._replace(sentence=sentence)
        for fact, sentence in zip(facts, (one._replace(end=facts[1].span.end),) * 2 + (two,), strict=True)
    ]
    read = rule(tmp_path, {"x": "a: percent, together in: sentence, at least: 2"}, "x add up to 100%")
    assert [result.outcome for result in judge(read, document, facts)] == ["pass"]
    read = rule(tmp_path, {"x": "a: percent, together in: sentence"}, "x add up to 100%")
    assert [result.outcome for result in judge(read, document, facts)] == ["pass", "fail"]


def test_relations_are_judged_one_by_one(tmp_path: Path) -> None:
    document, facts = article([("a", "quantity", words) for words in ("90 km", "56 miles", "10 km", "9 miles")])
    ties = [Relation("conversion", {"stated": a, "converted": b}, a.sentence) for a, b in (facts[:2], facts[2:])]
    read = rule(tmp_path, {"pair": "a: conversion"}, "pair.converted = pair.stated within 1%")
    assert [result.outcome for result in judge(read, document, facts, ties)] == ["pass", "fail"]
    assert [result.outcome for result in judge(read, document, facts)] == ["skip"]


def test_parts_are_never_mentions_of_the_whole(tmp_path: Path) -> None:
    """Nor are figures of another event, unless `near` asks for them."""
    document, facts = article(counts("x", "7", "3", "40"))
    part, other = facts[1]._replace(part=True), facts[2]._replace(other=True)
    read = rule(tmp_path, {"x": "a: count"}, "x = 7")
    assert [result.outcome for result in judge(read, document, [facts[0], part, other])] == ["pass"]


def test_many_choices_are_bounded(tmp_path: Path) -> None:
    """Hundreds of mentions of several names end in good time."""
    mentions = counts("a", *["7"] * 80) + counts("b", *["8"] * 80) + counts("c", *["15"] * 80)
    assert judged(tmp_path, mentions, "a + b = c").outcome == "pass"
    result = judged(tmp_path, [*mentions[:-1], ("c", "count", "16"), mentions[1]], "a + b = 16")
    assert result.outcome == "fail"
    assert "only the first mentions were judged" in result.message
    assert judged(tmp_path, counts("x", *map(str, range(500, 700))), "x agree").outcome == "fail"


def test_off_and_for(tmp_path: Path) -> None:
    """A rule that is off, or for other articles, gives no result."""
    document, facts = article(counts("x", "7", "9"))
    assert not judge(rule(tmp_path, {"x": "a: count"}, "x agree", off="yes"), document, facts)
    assert not judge(rule(tmp_path, {"x": "a: count"}, "x agree", **{"for": "'wire/*'"}), document, facts)
    assert judge(rule(tmp_path, {"x": "a: count"}, "x agree", **{"for": "{paths: [case.*]}"}), document, facts)


def test_a_fact_of_nothing_known_is_no_mention(tmp_path: Path) -> None:
    document, facts = article(counts("x", "7", "9"))
    vague: list[Fact] = [facts[0], facts[1]._replace(value=None)]
    assert judge(rule(tmp_path, {"x": "a: count"}, "x agree"), document, vague)[0].outcome == "skip"


@pytest.mark.parametrize(
    ("quoted", "asked", "level"),
    [
        ((False, False), "", "error"),
        ((False, True), "", "warning"),
        ((True, True), "", "warning"),
        ((True, True), ", in: quote", "error"),
        ((True, True), ", said by: Moe", "error"),
    ],
)
def test_a_quoted_figure_is_its_speakers(quoted: tuple[bool, bool], asked: str, level: str, tmp_path: Path) -> None:
    """An error in which one stands is a warning that says so, unless the rule is for quotations."""
    document, facts = article(counts("x", "7", "9"))
    said = [fact._replace(quoted=each, speaker="Mayor Moe") for fact, each in zip(facts, quoted, strict=True)]
    (result,) = judge(rule(tmp_path, {"x": f"a: count, of: x{asked}"}, "x agree"), document, said)
    assert (result.outcome, result.level) == ("fail", level)
    told = {"error": "given.", "warning": "in quotation marks: a claim of whoever says it.)"}
    assert result.message.endswith(told[level])
