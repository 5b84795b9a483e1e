"""Times of a whole story: what is told when, and from which day."""

from datetime import datetime, timedelta

import pytest

from copydesk.amounts import DAY, Amount
from copydesk.moments import Moment
from extract.times.plain import read

BRIDGES = """Drones hit two airfields on June 1, the ministry said.

Earlier on June 1, two bridges came down, a day before the talks. On the evening of May 31, at about 10:50 p.m. local time, a road bridge fell.

Only four hours later, a rail bridge was hit. The war began in 2022. He had said so on May 28 and will say so again on June 2."""


def test_a_story_with_its_date() -> None:
    told = {fact.text: fact for fact in read(BRIDGES, "2025-06-03")}
    assert [fact.timex for fact in read(BRIDGES, "2025-06-03") if fact.text == "June 1"] == ["2025-06-01"] * 2
    fell = told["the evening of May 31, at about 10:50 p.m. local time"]
    assert (fell.timex, fell.moment.about) == ("2025-05-31T22:50", True)
    second = told["four hours later"]
    assert second.moment.start == datetime(2025, 6, 1, 2, 50)
    assert second.moment.about, "counted from a time that is itself about"
    assert (told["2022"].timex, told["May 28"].timex, told["June 2"].timex) == ("2022", "2025-05-28", "2025-06-02")


def test_without_a_date_years_stay_unknown() -> None:
    told = {fact.text: fact.timex for fact in read(BRIDGES)}
    assert told["June 1"] == "XXXX-06-01"
    assert told["four hours later"] == "XXXX-06-01T02:50"


def test_a_moment_counted_on_has_its_length() -> None:
    (fact,) = read("It came just one day before the talks.")
    assert isinstance(fact.value, Amount)
    assert (fact.text, fact.value.low, fact.value.unit) == ("one day", 1, DAY)


@pytest.mark.parametrize(
    ("words", "timex"),
    [
        ("February 30, 2024", "2024-02-30"),
        ("June 31", "2025-06-31"),
        ("25:10", "2025-06-03T25:10"),
        ("10:75 p.m.", "2025-06-03T22:75"),
    ],
)
def test_what_the_calendar_lacks_is_read_and_has_no_moment(words: str, timex: str) -> None:
    (fact,) = read(f"They met at {words}.", "2025-06-03")
    assert (fact.text, fact.timex, fact.value) == (words, timex, None)


def test_a_wrong_weekday_stays_in_the_words_and_the_date_in_the_value() -> None:
    (fact,) = read("He left on Saturday, June 1, 2020.", "2025-06-03")
    assert (fact.text, fact.timex) == ("Saturday, June 1, 2020", "2020-06-01")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("at 9 a.m. ET on Jan. 5", -5),
        ("at 9 a.m. ET on July 5", -4),
        ("at 0835 GMT", 0),
        ("at 9 a.m. BST", 1),
        ("at 9 a.m. local time", None),
    ],
)
def test_zones(text: str, hours: int | None) -> None:
    (fact,) = read(f"It began {text}.", "2025-06-03")
    assert fact.moment.zone == (None if hours is None else timedelta(hours=hours))


def test_half_past_six_may_be_morning_or_evening() -> None:
    (fact,) = read("They met at half past six.", "2025-06-03")
    assert (fact.moment.start, fact.moment.end) == (datetime(2025, 6, 3, 6, 30), datetime(2025, 6, 3, 18, 31))
    first, *_ = read("They met at 6:30. The fire began at 22:10.", "2025-06-03")
    assert first.moment.end == datetime(2025, 6, 3, 6, 31), "a text with the clock of 24 hours leaves no doubt"


NARRATIVE = """The league was founded on March 3, 1921, in Riga. In May it had nine members, and by October it had forty. On June 4, 1922, the
hall burned down. In August the league moved; two months later it split. It was banned in 1934. On May 15, 1940, its last members fled. In July
they reached Oslo. It was founded anew on April 2, 1946, and closed in 1951."""


def test_a_narrative_fills_in_the_year_it_tells_of() -> None:
    told = {fact.text: fact.timex for fact in read(NARRATIVE, "2025-06-03")}
    assert (told["May"], told["October"], told["August"], told["July"]) == ("1921-05", "1921-10", "1922-08", "1940-07")
    assert told["two months later"] == "1922-10"


def test_a_narrative_may_end_in_the_present() -> None:
    for sentence, year in ("Next year it will be founded anew.", "2026"), ("Next year it was founded anew.", "1952"):
        told = {fact.text: fact.timex for fact in read(f"{NARRATIVE} {sentence}", "2025-06-03")}
        assert told["Next year"] == year


SHORT_TALE = """The strike began on 3 March 1902 at the docks. {aside} On 8 April the mills joined it, and the harbour stood still for six weeks.
On 20 May the owners gave in; four days later the cranes moved again. The leader was hanged the following March."""


def test_a_few_lines_of_the_past_are_a_narrative() -> None:
    told = {fact.text: fact.timex for fact in read(SHORT_TALE.format(aside="It was cold."), "2025-06-03")}
    assert (told["8 April"], told["20 May"], told["four days later"]) == ("1902-04-08", "1902-05-20", "1902-05-24")
    assert told["the following March"] == "1903-03"


def test_a_tale_of_days_goes_on_to_the_next_year() -> None:
    text = "In September 1779 a squadron sailed. On the 23rd it met the convoy. In January it was sold. By the end of the year it lay at Brest."
    told = {fact.text: fact.timex for fact in read(text, "2025-06-03")}
    assert (told["the 23rd"], told["the end of the year"], told["January"]) == ("1779-09-23", "1780", "1780-01")


@pytest.mark.parametrize(
    "aside",
    [
        "Its song was heard again on Monday.",
        "A plaque was hung last August.",
        "A book came out two years ago.",
        "The hall burned down, the mayor said.",
        "A film will be made of it.",
    ],
)
def test_a_few_lines_with_a_time_of_their_own_are_news(aside: str) -> None:
    told = {fact.text: fact.timex for fact in read(SHORT_TALE.format(aside=aside), "2025-06-03")}
    assert (told["8 April"], told["20 May"]) == ("2025-04-08", "2025-05-20")


def test_news_fills_in_its_own_year() -> None:
    text = "The mill, built in 1921 and sold in 1934, closed in May, the owner said Monday. It will open again in July."
    told = {fact.text: fact.timex for fact in read(text, "2025-06-03")}
    assert (told["May"], told["Monday"], told["July"]) == ("2025-05", "2025-06-02", "2025-07")


def test_nothing_is_read_across_the_end_of_a_paragraph() -> None:
    facts = read("The fair opens on June 5\n\n10 a.m. is the time to come", "2025-06-03")
    assert [fact.text for fact in facts] == ["June 5", "10 a.m."]


def test_values_are_moments_and_amounts() -> None:
    for fact in read(BRIDGES + NARRATIVE, "2025-06-03"):
        assert isinstance(fact.value, Amount if fact.kind == "duration" else Moment)


TALE = """The guild was founded on March 3, 1921. It bought a mill on June 4, 1922, and lost it on May 6, 1923. {aside} In August the guild moved to
Riga. On May 15, 1940, its members fled. It was founded anew on April 2, 1946, and closed in 1951."""


@pytest.mark.parametrize(
    "aside",
    [
        "Its rival (founded in 1904) closed.",
        "It took the name that it had borne the previous year.",
        "Its debts would be paid by the end of 1930.",
        "Its rival held out until the fall of the bank in May 1925.",
        "It had followed the great strike of June 1922.",
        "Prices rose beyond the May 1922 high.",
        "It was poorer than in 1922.",
        "Members were few compared with the crowds of 1921.",
        "Its rival was weak, as floods in 1919 and 1921 had ruined its stores.",
    ],
)
def test_a_tale_goes_on_from_where_it_was(aside: str) -> None:
    """What is named in passing does not take the tale with it."""
    told = {fact.text: fact.timex for fact in read(TALE.format(aside=aside), "2025-06-03")}
    assert told["August"] == "1923-08"


def test_that_year_is_the_one_last_named_even_in_passing() -> None:
    text = TALE.format(aside="It had followed the great strike of June 1922. In May of that year the owner died.")
    assert {fact.text: fact.timex for fact in read(text, "2025-06-03")}["May of that year"] == "1922-05"


@pytest.mark.parametrize(("aside", "month"), [("1930", "1930-08"), ("It was sold in 1925.", "1925-08")])
def test_a_tale_moves_on(aside: str, month: str) -> None:
    text = TALE.format(aside=f"\n\n{aside}\n\n")
    assert {fact.text: fact.timex for fact in read(text, "2025-06-03")}["August"] == month


def test_falls_that_are_reached_look_at_no_day_to_come() -> None:
    text = TALE.format(
        aside="It sent men inland in June, who reached the falls on 21 July. Ten days later they turned back."
    )
    assert {fact.text: fact.timex for fact in read(text, "2025-06-03")}["Ten days later"] == "1923-07-31"


LEAGUE = """The league was founded in 264 BC. In 261 BC it won at sea. The following year it lost its fleet, and two years later it built another. In
the spring of 256 BC it landed; in August the army broke up, and the next day it rained. It was over by 241 BC. The war ran from 264 to 241 BC."""


def test_years_before_christ_are_counted_on() -> None:
    told = {fact.text: fact.timex for fact in read(LEAGUE, "2009-12-19")}
    assert (told["The following year"], told["two years later"]) == ("BC0260", "BC0258")
    assert (told["the spring of 256 BC"], told["August"]) == ("BC0256-SP", "BC0256-08")
    assert told["the next day"] == "XXXX-XX-XX"
