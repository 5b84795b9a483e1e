"""A place under its carets, whatever the line is like."""

import re

from hypothesis import given
from hypothesis import strategies as st

from copydesk.model import Document, Place, Result, Span
from copydesk.read import compose
from copydesk.report._finding import BEFORE, WIDTH, columns, excerpt, finding
from copydesk.report._values import figure


def article(text: str, title: str = "") -> Document:
    return compose("story.md", text, title, path="story.md")


def place(document: Document, words: str, understood: str = "") -> Place:
    start = document.text.index(words)
    return Place(Span(start, start + len(words)), understood, document)


AROUND = st.text(st.sampled_from("ab c d é日𝒞\u0301"), max_size=150)


@given(before=AROUND, words=st.text(st.sampled_from("7xé日"), min_size=1, max_size=20), after=AROUND)
def test_carets_stand_under_the_words(before: str, words: str, after: str) -> None:
    document = article(f"Above.\r\n{before}«{words}»{after}\r\nBelow.")
    one = excerpt(place(document, f"«{words}»"))
    left, at, right = one.line.partition("«")
    assert one.label == "2"
    assert one.first == columns(left)
    assert one.width == columns(f"{at}{words}»")
    assert right.startswith(f"{words}»")
    assert len(one.line) <= WIDTH + len(words) + 6


def test_a_long_line_is_cut_between_words() -> None:
    document = article(f"{'one two three ' * 20}SEVEN {'four five six ' * 20}".strip())
    one = excerpt(place(document, "SEVEN"))
    assert re.fullmatch(r"… (\w+ )+SEVEN( \w+)+ …", one.line)
    assert one.first <= BEFORE * WIDTH + 2


def test_a_place_over_two_lines_is_underlined_to_the_end_of_the_first() -> None:
    one = excerpt(place(article("It fell at\n10 p.m. on Sunday."), "at\n10 p.m."))
    assert (one.line, one.first, one.width) == ("It fell at", 8, 2)


def test_a_tab_and_a_wide_letter_take_their_columns() -> None:
    one = excerpt(place(article("\t事故 seven"), "seven"))
    assert (one.line, one.first) == (" 事故 seven", 6)


def test_an_article_can_not_steer_the_terminal() -> None:
    document = article("Evil \x1b[2J\x1b]0;title\x07 \u202eseven", "Head\x9bline")
    result = Result("p/r", "fail", "error", "Now \x1b[31m red\nline.", (place(document, "seven", "\x1b[0m7"),))
    lines = "".join(finding(result))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", lines)


def test_colours_are_the_only_difference_of_a_terminal() -> None:
    document = article("Seven died.")
    result = Result(
        "p/r", "fail", "error", "No.", (place(document, "Seven", "7"),), say="Six.", rule_path="r", rule_line=1
    )
    plain, colourful = "".join(finding(result)), "".join(finding(result, colour=True))
    assert "\x1b[31;1m" in colourful
    assert re.sub(r"\x1b\[[\d;]*m", "", colourful) == plain


def test_two_places_in_one_line_print_it_once() -> None:
    document = article("Seven or nine died.")
    result = Result("p/r", "fail", "error", "No.", (place(document, "Seven", "7"), place(document, "nine", "9")))
    assert "".join(finding(result)).splitlines()[1:] == [
        "    1 | Seven or nine died.",
        "      | ^^^^^ 7",
        "      |          ^^^^ 9",
    ]


def test_figures_are_written_out() -> None:
    from decimal import Decimal

    assert [figure(Decimal(n)) for n in ("1.20E+6", "0.50", "-3", "0", "1e-7")] == [
        "1,200,000",
        "0.5",
        "-3",
        "0",
        "0.0000001",
    ]
