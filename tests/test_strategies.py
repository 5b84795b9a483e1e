"""copydesk.strategies: what they draw is what they say, and they say what is lacking where hypothesis is."""

import subprocess
import sys

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from copydesk import desk, rulebook, strategies
from copydesk.amounts import Amount
from copydesk.extract import read_facts
from copydesk.extract.figures.phrase import read_phrase
from copydesk.model import Document
from copydesk.moments import Moment
from copydesk.read import compose
from copydesk.strategies import Slipped


@given(strategies.hedged(strategies.numbers()) | strategies.amounts())
def test_figures_are_figures(text: str) -> None:
    assert read_phrase(text) is not None


@given(strategies.dates() | strategies.clocks())
def test_times_are_times(text: str) -> None:
    facts = read_facts(compose("case", f"The ferry left at {text}.", dated=strategies.PUBLISHED))
    assert [isinstance(fact.value, Moment) for fact in facts] == [True], text


@given(strategies.counts())
def test_counts_are_counts(text: str) -> None:
    (fact, *_) = read_facts(compose("case", f"In Harwick, {text} came."))
    assert fact.kind == "count" and isinstance(fact.value, Amount)


@given(strategies.articles(least=2, most=3))
def test_articles_state_something(article: Document) -> None:
    assert read_facts(article)
    assert article.date == strategies.PUBLISHED


SEATS = compose("seats", "The hall has 388 seats. All 388 seats were sold.")
AGREE = rulebook.parse(
    "version: 1\nrules:\n- {id: seats, say: They agree., find: {s: {a: count, of: seats}}, expect: s agree}"
)


@given(strategies.slipped(SEATS))
def test_a_good_rule_notices_every_slip(slipped: Slipped) -> None:
    assert slipped.article.text != SEATS.text
    assert [result.outcome for result in desk.check(slipped.article, AGREE).results] == ["fail"]


@given(strategies.articles(least=2), st.data())
def test_slips_can_be_drawn_of_any_article(article: Document, data: st.DataObject) -> None:
    slip = data.draw(strategies.slips(article))
    assert article.text[slice(*slip.span)] != slip.words


def test_an_article_that_states_nothing_has_no_slips() -> None:
    with pytest.raises(ValueError, match="nothing states nothing that a slip could change"):
        strategies.slips(compose("nothing", "A man went home."))


def test_they_shrink() -> None:
    smallest = find(strategies.articles(), lambda article: "passengers" in article.text)
    assert len(smallest.text) < 60


def test_without_hypothesis_it_says_what_to_do() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import copydesk.strategies"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "copydesk.strategies needs hypothesis: pip install 'copydesk[hypothesis]'" in done.stderr


@pytest.mark.parametrize(
    "name", ["numbers", "hedged", "counts", "amounts", "dates", "clocks", "sentences", "articles", "slips", "slipped"]
)
def test_each_says_what_it_draws(name: str) -> None:
    assert (getattr(strategies, name).__doc__ or "").strip()
