"""Strategies of hypothesis (https://hypothesis.works) for tests of rules, readers and reports: figures and times as the press writes them,
articles made of these, and slips of the pen in an article. Needs hypothesis: `pip install copydesk[hypothesis]`.

    from hypothesis import given
    from copydesk import check, strategies

    @given(strategies.articles())
    def test_our_rules_never_break(article):
        check(article, "rules/")

    @given(strategies.slipped(copydesk.read("articles/bridges.md")))
    def test_every_slip_is_noticed(slipped):
        assert any(result.outcome == "fail" for result in check(slipped.article, "rules/").results), slipped.slip
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

from copydesk import slips as made
from copydesk.extract import read_facts
from copydesk.lexicon.numbers import SMALL
from copydesk.model import Document
from copydesk.named import NamedTuple
from copydesk.read import compose
from copydesk.slips import Slip
from copydesk.story import Story

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ImportError as error:
    raise ImportError("copydesk.strategies needs hypothesis: pip install 'copydesk[hypothesis]'") from error

HEDGES = ("", "", "", "about ", "at least ", "more than ", "up to ", "nearly ", "fewer than ")
THINGS = ("passengers", "people", "houses", "workers", "flights", "votes", "boats", "pupils", "trees", "officials")
UNITS = ("miles", "kilometers", "metres", "feet", "kilograms", "pounds", "acres", "hectares", "litres", "tonnes")
LENGTHS = ("minutes", "hours", "days", "weeks", "months", "years")
PLACES = ("Harwick", "Elmsby", "Oakhaven", "the harbour", "the old mill", "Dunwick", "the north bank")
DOINGS = ("closed", "opened", "were moved", "were counted", "came back", "were sold", "were lost")
EVENTS = (
    "The ferry left",
    "The bridge closed",
    "The council met",
    "A fire broke out",
    "The talks began",
    "The strike ended",
)
ROLES = ("killed", "injured", "arrested", "missing")
PUBLISHED = date(2025, 6, 4)


class Slipped(NamedTuple):
    """An article with one slip in it, and which."""

    article: Document
    slip: Slip


def numbers(largest: int = 10**7) -> SearchStrategy[str]:
    """A number as it is printed: "388", "2,670", "seven", "1.2 million"."""
    spelled = [word for word, number in SMALL.items() if 1 <= number <= largest]
    plain = st.integers(1, largest).map(lambda number: f"{number:,}")
    if largest < 10**6:
        return st.sampled_from(spelled) | plain
    millions = st.integers(11, 99).map(lambda tenths: f"{Decimal(tenths) / 10} million")
    return st.sampled_from(spelled) | plain | millions


def hedged(figures: SearchStrategy[str]) -> SearchStrategy[str]:
    """The same, perhaps with words that make it a bound or a rough figure: "at least 388"."""
    return st.tuples(st.sampled_from(HEDGES), figures).map("".join)


def counts(things: Sequence[str] = THINGS) -> SearchStrategy[str]:
    """So many of something: "at least seven passengers"."""
    return st.tuples(hedged(numbers()), st.sampled_from(things)).map(" ".join)


def amounts() -> SearchStrategy[str]:
    """A figure with a unit: "40 miles", "$1.2 million", "12 percent", "six weeks"."""
    money = st.tuples(st.sampled_from("$£€"), st.integers(1, 10**6).map("{:,}".format)).map("".join)
    shares = st.integers(1, 99).map("{} percent".format)
    measured = st.tuples(numbers(9999), st.sampled_from(UNITS + LENGTHS)).map(" ".join)
    return money | shares | measured


def dates() -> SearchStrategy[str]:
    """A day within some months of `PUBLISHED`, with its true weekday or its year or neither: "June 1", "Sunday, June 1", "1 June 2025"."""
    days = st.dates(date(2025, 1, 1), date(2025, 12, 31))
    shapes = st.sampled_from(
        ("{0:%B} {0.day}", "{0:%A}, {0:%B} {0.day}", "{0.day} {0:%B} {0.year}", "{0:%B} {0.day}, {0.year}")
    )
    return st.builds(lambda day, shape: shape.format(day), days, shapes)


def clocks() -> SearchStrategy[str]:
    """A clock time: "10:50 p.m.", "about 7 a.m.", "22:50"."""

    def written(at: time, form: int) -> str:
        half = "a.m." if at.hour < 12 else "p.m."
        hour = at.hour % 12 or 12
        return (f"{hour}:{at:%M} {half}", f"about {hour} {half}", f"{at:%H:%M}")[form]

    return st.builds(written, st.times(), st.integers(0, 2))


def sentences() -> SearchStrategy[str]:
    """A sentence that states something, or two where one counts from the other."""
    place, thing = st.sampled_from(PLACES), st.sampled_from(THINGS)
    counted = st.builds("In {}, {} {}.".format, place, counts(), st.sampled_from(DOINGS))
    toll = st.builds("The blast at {} left {} people {}.".format, place, hedged(numbers(400)), st.sampled_from(ROLES))
    told = st.builds("{} near {} on {}.".format, st.sampled_from(EVENTS), place, dates())
    timed = st.builds("{} at {} at {} on {}.".format, st.sampled_from(EVENTS), place, clocks(), dates())
    later = st.builds(
        "{} {} at {} {} {} later.".format, timed, st.sampled_from(EVENTS), place, numbers(20), st.sampled_from(LENGTHS)
    )
    measured = st.builds("The road to {} is {} long, officials said.".format, place, amounts())
    parted = st.builds(
        lambda a, b, of: f"Of {a + b} {of}, {a} were new and {b} were old.",
        st.integers(2, 400),
        st.integers(2, 400),
        thing,
    )
    fell = st.builds(
        lambda a, b: f"Sales rose from ${a} million to ${a + b} million.", st.integers(2, 400), st.integers(2, 400)
    )
    return st.one_of(counted, toll, told, timed, later, measured, parted, fell)


@st.composite
def articles(
    draw: st.DrawFn, *, least: int = 1, most: int = 8, dated: date | datetime | None = PUBLISHED, repeat: bool = True
) -> Document:
    """An article of so many sentences, in paragraphs, perhaps with a headline, published on this day.

    repeat  some figures may be stated again, as stories do
    """
    found = draw(st.lists(sentences(), min_size=least, max_size=most))
    if repeat:
        found += draw(st.lists(st.sampled_from(found), max_size=2))
    breaks = draw(st.lists(st.sampled_from((" ", "\n\n")), min_size=len(found), max_size=len(found)))
    text = "".join(f"{sentence}{gap}" for sentence, gap in zip(found, breaks, strict=True)).strip()
    title = draw(st.sampled_from(("", found[0].rstrip("."))))
    return compose("article", text, title, dated)


def slips(article: Document) -> SearchStrategy[Slip]:
    """A slip in one of the figures, dates or times of an article: a digit, a day, an hour, a unit, … Raises ValueError where there is none to
    change."""
    return st.sampled_from(_all(article))


def slipped(article: Document) -> SearchStrategy[Slipped]:
    """The article with one slip in it. Raises ValueError where there is none to make."""
    changed = ((made.slipped(article, slip), slip) for slip in _all(article))
    return st.sampled_from([Slipped(document, slip) for document, slip in changed if document is not None])


def _all(article: Document) -> list[Slip]:
    facts = Story(article, read_facts(article)).facts
    found = [slip for fact in facts for slip in made.slips(fact)]
    if not found:
        raise ValueError(f"{article.id} states nothing that a slip could change.")
    return found
