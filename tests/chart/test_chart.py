"""`copydesk timeline`: the order of a story's times, what lies between them, and what can't be true."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.chart import chart, names
from copydesk.chart._stops import strip
from copydesk.cli import main
from copydesk.desk import check
from copydesk.model import Checked, Look, Unread
from copydesk.read import compose, publication_date
from copydesk.rulebook import load

PACK = load([str(Path(__file__).parents[2] / "rules/calendar.facts.yml")])
STORY = """The vault was found empty on 3 March 2025. Two days later, on 6 March 2025, a van was found.

The bank was built in 1908. The first alarm had come at 10:20 p.m. on 2 March 2025, <b>nobody</b> & "no one" heard it."""


def checked(text: str) -> Checked:
    return check(compose("story.md", text, "", publication_date("2025-03-08")), PACK)


def drawn(form: str, *texts: str) -> str:
    return "".join(chart(form).draw([checked(text) for text in texts], Look()))


def test_times_stand_in_their_order() -> None:
    assert [stop.when for stop in strip(checked(STORY)).stops] == [
        "1908", "Sun 2 Mar 2025 22:20", "Mon 3 Mar 2025", "Wed 5 Mar 2025", "Thu 6 Mar 2025",
    ]  # fmt: skip


def test_each_has_its_line_and_the_time_since_the_one_before() -> None:
    stops = strip(checked(STORY)).stops
    assert [stop.line for stop in stops] == ["3", "3", "1", "1", "1"]
    assert [stop.gap for stop in stops] == ["", "117 years later", "", "2 days later", "1 day later"]


def test_a_contradiction_is_marked_where_it_stands_and_told_once() -> None:
    story = strip(checked(STORY))
    assert {stop.words for stop in story.stops if stop.clashes} == {"3 March 2025", "Two days later", "6 March 2025"}
    assert drawn("text", STORY).count("warning [offset]") == 1


def test_times_without_year_or_day_stand_apart() -> None:
    bare = check(compose("s", "It fell on June 3. It rang at 9:15 p.m. In 1990 it stood.", "", None), PACK)
    assert [stop.section for stop in strip(bare).stops][:1] == [""]
    assert "in a year that is not told" in "".join(chart("text").draw([bare], Look()))


@pytest.mark.parametrize("form", ["svg", "html"])
def test_drawings_are_well_formed_and_keep_the_words(form: str) -> None:
    page = drawn(form, STORY)
    picture = page[page.index("<svg") : page.index("</svg>") + 6]
    words = " ".join("".join(ElementTree.fromstring(picture).itertext()).split())
    assert '<b>nobody</b> & "no one"' in words
    assert "[1] A time told" in words


@given(st.text(max_size=60))
def test_any_text_can_be_drawn(noise: str) -> None:
    for form in names():
        page = drawn(form, f"On 3 March 2025, {noise}")
        if form == "svg":
            ElementTree.fromstring(page)


def test_what_cannot_be_read_keeps_its_place() -> None:
    gone = Unread("gone.md", "gone.md", "There is no such file.")
    for form in ("text", "html"):
        assert "There is no such file." in "".join(chart(form).draw([gone], Look()))


def test_a_picture_holds_one_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    assert main(["timeline", str(tmp_path), "--format", "svg"]) == 2
    assert "one article" in capsys.readouterr().err


def test_the_command_writes_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    assert main(["timeline", str(tmp_path / "a.txt"), "--format", "html", "--output", str(tmp_path / "a.html")]) == 0
    assert "<svg" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("It closed before 1914.", "before 1914"),
        ("It stood in the 1990s.", "the 1990s"),
        ("It shrank in the third quarter of 2001.", "Q3 2001"),
        ("It opened in the summer of 2004.", "summer 2004"),
        ("It was sold last week.", "week of 24 Feb 2025"),
        ("It has been shut since 3 March 2025.", "since Mon 3 Mar 2025"),
        ("It rang at about 9 p.m. on 3 March 2025.", "about Mon 3 Mar 2025 21:00"),
    ],
)
def test_a_time_is_shown_as_an_editor_would_write_it(words: str, when: str) -> None:
    assert [stop.when for stop in strip(checked(words)).stops] == [when]


def test_a_day_that_no_calendar_has_stands_last_with_its_mistake() -> None:
    last = strip(checked("It rang on 30 February 2025. It was found on 3 March 2025.")).stops[-1]
    assert (last.section, last.when, last.clashes) == ("on no calendar", "2025-02-30", (1,))


def test_a_mark_is_never_pushed_off_the_picture() -> None:
    long = "that the old and honourable house of bankers in the narrow street behind the market hall " * 2
    page = drawn("svg", f"He said {long} on the morning of Tuesday, 3 March 2025, {long} was robbed.")
    rows = [row for row in page.splitlines() if "[1]</tspan>" in row]
    assert rows and all(len("".join(ElementTree.fromstring(row).itertext())) < 125 for row in rows)


@pytest.mark.parametrize(
    ("words", "gap"),
    [
        ("It opened in 2017. It shut on 14 September 2019.", "2 years later"),
        ("It opened on 20 September 2024. It shut in October 2024.", "1 month later"),
        ("It opened on 3 March 2025. It shut on 4 March 2025.", "1 day later"),
        ("It rang at 9:10 p.m. on 3 March 2025. It rang at 11:15 p.m. on 3 March 2025.", "2 h 5 min later"),
        ("It opened in 2024. It shut on 3 May 2024.", ""),
    ],
)
def test_a_gap_is_as_coarse_as_the_times_beside_it(words: str, gap: str) -> None:
    assert strip(checked(words)).stops[1].gap == gap
