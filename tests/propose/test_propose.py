"""What is proposed for an article: the rules that cases.yml names, and of every proposal, for whatever article, that it loads, passes on the
article, and that its examples come out as they say."""

from datetime import date
from itertools import islice
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk import desk, rulebook, strategies
from copydesk.amounts import worst
from copydesk.model import EXAMPLE_DATE, Document, Rule
from copydesk.propose import Proposal, _yaml, on_line, propose, written
from copydesk.read import compose, open_articles

CASES = yaml.load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
ROOT = Path(__file__).parents[2]


def sentences(rule: Rule) -> str:
    return "; ".join(each.text for each in rule.expect)


def hold(document: Document, proposals: list[Proposal]) -> tuple[Rule, ...]:
    """The rules of the file that would be written, each as good as was said."""
    if not proposals:
        return ()
    rules = rulebook.parse(written(document, proposals))
    assert [rule.id for rule in rules] == [each.id for each in proposals]
    results = desk.check(document, rules).results
    assert {result.rule: result.outcome for result in results} == {rule.name: "pass" for rule in rules}
    for rule in rules:
        outcomes = [example.outcome for example in rule.examples]
        assert outcomes[0] == "pass" and "fail" in outcomes, rule.id
        assert outcomes == [came(rule, i) for i in range(len(outcomes))], rule.id
    return rules


def came(rule: Rule, number: int) -> str:
    return worst([result.outcome for result in desk.example(rule, rule.examples[number]).results])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, str]) -> None:
    document = compose("case", case["text"], case.get("title", ""), EXAMPLE_DATE)
    found = [sentences(rule) for rule in hold(document, propose(document, alone="alone" in case))]
    assert [rule for rule in case.get("rules", []) if rule not in found] == [], found
    assert not found or "none" not in case, found


@settings(max_examples=25)
@given(strategies.articles(most=5), st.booleans())
def test_whatever_the_article_what_is_proposed_holds(article: Document, alone: bool) -> None:
    proposals = propose(article, alone=alone)
    hold(article, proposals)
    assert proposals == propose(article, alone=alone), "the same article, the same rules"


@settings(max_examples=25)
@given(st.text(st.sampled_from("7 12 ab.,:;#'\"{}[]|>%@&*!\n\t-–é\u2028𝒞$€"), max_size=80))
def test_whatever_the_text_nothing_breaks(text: str) -> None:
    document = compose("case", f"The {text} train had 388 passengers. All 388 passengers {text} left.", text)
    hold(document, propose(document, alone=True))


@given(st.text(max_size=60).filter(lambda text: not any("\ud800" <= char <= "\udfff" for char in text)))
def test_any_text_stands_in_yaml_as_it_is(text: str) -> None:
    for form in (f"about: {_yaml.scalar(text)}", f"about: {{x: {_yaml._inline(text)}}}"):
        read = yaml.load(form, yaml.BaseLoader)["about"]
        assert (read["x"] if isinstance(read, dict) else read) == text


# ---------------------------------------------------------------- real stories


def test_the_sample_story() -> None:
    (document,) = open_articles([str(ROOT / "seeds/bridges.md")])
    assert isinstance(document, Document)
    found = [sentences(rule) for rule in hold(document, propose(document))]
    assert "passengers agree" in found
    assert "killed agree; injured agree" in found
    assert "kursk is about 4 hours after bryansk" in found
    assert "drone-strike is before istanbul; istanbul is 1 day after drone-strike" in found


def test_the_story_that_it_retells() -> None:
    paths = sorted((ROOT / "../shared/seeds").glob("*.txt"))
    if not paths:
        pytest.skip("the original story is not at hand (../shared/seeds)")
    (document,) = open_articles([str(paths[0])], date(2025, 6, 3))
    assert isinstance(document, Document)
    found = [sentences(rule) for rule in hold(document, propose(document))]
    assert "passengers agree" in found
    assert "killed >= 7; injured = 69" in found
    assert "kursk is about 4 hours after bryansk" in found
    assert "drone-strike is before istanbul; istanbul is 1 day after drone-strike" in found


@pytest.mark.parametrize(
    ("name", "step"), [("planted", 16), ("hard_negatives", 12), ("real_news", 100), ("casualties", 40)]
)
def test_on_real_news_what_is_proposed_holds(name: str, step: int, shared_bench: Path) -> None:
    articles = open_articles([str(shared_bench / "consistency" / f"{name}.jsonl")])
    some = [item for item in islice(articles, 0, 12 * step, step) if isinstance(item, Document)]
    assert some
    assert sum(len(hold(document, propose(document, alone=True))) for document in some) > 5


# ---------------------------------------------------------------- where


STORY = compose(
    "story.md",
    "The ferry left with 214 passengers. Six\npeople were hurt.\nBy noon all 214 passengers were ashore.",
    path="story.md",
)


def test_the_facts_of_a_line() -> None:
    assert len(on_line(STORY, 1)) == 2
    assert on_line(STORY, 1) == on_line(STORY, 1, 5) | on_line(STORY, 1, 37)
    assert on_line(STORY, 2) == on_line(STORY, 1, 37), "a sentence that runs on"
    assert not on_line(STORY, 9)


def test_only_what_is_asked_about() -> None:
    (passengers,) = propose(STORY, on_line(STORY, 1, 5))
    assert passengers.id == "passengers-agree"
    assert passengers.lines == (1, 3)
    assert [each.id for each in propose(STORY, on_line(STORY, 2), alone=True)] == ["injured"]


def test_a_time_ends_the_sentence_with_one_full_stop() -> None:
    document = compose("case", "Kick-off was at 3 p.m.", "", EXAMPLE_DATE)
    assert [rule.say for rule in hold(document, propose(document, alone=True))] == [
        "The time given with 'Kick-off' is 3 p.m."
    ]
