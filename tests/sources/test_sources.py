"""Rules over tables and databases: one value, none, or a mistake with its place; nothing is written, nothing interpolated."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from copydesk import desk
from copydesk.errors import BrokenRules
from copydesk.model import Result, Rule
from copydesk.read import compose
from copydesk.rulebook import load
from copydesk.sources import Trouble
from copydesk.sources.sql import reading_only

DAY = date(2025, 6, 1)
STORY = "Seven people were killed when the bridge fell."
CSV = "day,town,killed\n2025-06-01,Halden,7\n2025-06-02,Halden,8\n2025-06-03,Halden,9\n2025-06-03,Oslo,1\n2025-06-04,Halden,\n2025-06-05,Halden,n/a\n"
JSON = """{"events": [{"day": "2025-06-01T22:44:00", "toll": {"killed": 7}}, {"day": "2025-06-02", "toll": {"killed": 8}},
 {"day": "2025-06-03", "toll": {"killed": 9}}, {"day": "2025-06-03", "toll": {"killed": 9}}, {"day": "2025-06-04", "toll": {"killed": null}},
 {"day": "2025-06-05", "toll": {"killed": "n/a"}}]}"""
SOURCES = {
    "csv": "{csv: toll.csv, column: killed, where: {day: article.date}}",
    "semicolons": "{csv: semi.csv, column: killed, where: {day: article.date}}",
    "json": "{json: toll.json, inside: events, column: toll.killed, where: {day: article.date}}",
    "sqlite": '{sql: "select killed from toll where day = :day", db: toll.sqlite, give: {day: article.date}}',
    "sqlite by its address": '{sql: "select killed from toll where day = :day", db: env:TOLL_DB, give: {day: article.date}}',
    "sqlalchemy": '{sql: "select killed from toll where day = :day", db: env:TOLL_SQLALCHEMY, give: {day: article.date}}',
    "parquet": "{parquet: toll.parquet, column: killed, where: {day: article.date}}",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "toll.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "semi.csv").write_text("\ufeff" + CSV.replace(",", ";"), encoding="utf-8")
    (tmp_path / "toll.json").write_text(JSON, encoding="utf-8")
    connection = sqlite3.connect(tmp_path / "toll.sqlite")
    connection.execute("create table toll (day text, town text, killed text)")
    rows = [line.split(",") for line in CSV.splitlines()[1:]]
    connection.executemany("insert into toll values (?, ?, ?)", rows)
    connection.commit()
    connection.close()
    monkeypatch.setenv("TOLL_DB", f"sqlite:///{tmp_path / 'toll.sqlite'}")
    monkeypatch.setenv("TOLL_SQLALCHEMY", f"sqlite+pysqlite:///{tmp_path / 'toll.sqlite'}")
    return tmp_path


def rule(
    folder: Path, source: str, expect: str = "killed = source toll", find: str = "killed: {a: count, of: killed}"
) -> Rule:
    path = folder / "toll.facts.yml"
    path.write_text(
        f"version: 1\nsources:\n  toll: {source}\nrules:\n  - id: toll\n    say: The toll is the official one.\n"
        f"    find: {{{find}}}\n    expect: {expect}\n",
        encoding="utf-8",
    )
    (read,) = load([path])
    return read


def judged(read: Rule, text: str = STORY, dated: date | None = DAY) -> Result:
    (result,) = desk.check(compose("story", text, "", dated), [read]).results
    return result


@pytest.fixture(params=SOURCES)
def toll(request: pytest.FixtureRequest, folder: Path) -> Rule:
    if request.param == "sqlalchemy":
        pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
    if request.param == "parquet":
        duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
        duckdb.sql(
            f"copy (select * from read_csv('{folder}/toll.csv', all_varchar = true)) to '{folder}/toll.parquet' (format parquet)"
        )
    return rule(folder, SOURCES[request.param])


def test_the_figure_of_the_article_against_the_one_of_the_source(toll: Rule) -> None:
    assert judged(toll).outcome == "pass"
    result = judged(toll, STORY.replace("Seven", "Nine"))
    assert (result.outcome, result.message) == ("fail", "The toll is the official one. Here it is 9, not 7.")
    assert judged(toll, STORY, date(2025, 6, 2)).outcome == "fail"


def test_no_row_and_an_empty_cell_are_missing(toll: Rule) -> None:
    result = judged(toll, STORY, date(2025, 6, 9))
    assert (result.outcome, "2025-06-09" in result.message) == ("skip", True)
    assert judged(toll, STORY, date(2025, 6, 4)).outcome == "skip"
    without = judged(toll, STORY, None)
    assert (without.outcome, "The article has no date" in without.message) == ("skip", True)


def test_several_rows_are_a_mistake_with_a_place(toll: Rule) -> None:
    with pytest.raises(
        BrokenRules, match=r"toll\.facts\.yml:3:3: 'toll' gives two rows for day '2025-06-03', not one\."
    ):
        judged(toll, STORY, date(2025, 6, 3))


def test_what_is_no_figure_is_a_mistake(toll: Rule) -> None:
    with pytest.raises(BrokenRules, match=r"'n/a' is no figure"):
        judged(toll, STORY, date(2025, 6, 5))


def test_missing_decides_what_no_row_means(folder: Path) -> None:
    read = rule(folder, SOURCES["csv"], "killed = source toll\n    missing: fail")
    assert judged(read, STORY, date(2025, 6, 9)).outcome == "fail"


@pytest.mark.parametrize("text", ["x' or '1'='1", "Halden'; drop table toll; --", ":day", "%s"])
@pytest.mark.parametrize("name", ["sqlite", "sqlalchemy"])
def test_what_an_article_says_is_never_part_of_a_statement(name: str, text: str, folder: Path) -> None:
    if name == "sqlalchemy":
        pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
    read = rule(
        folder, SOURCES[name].replace("day = :day", "town = :town").replace("day: article.date", "town: article.title")
    )
    document = compose("story", STORY, text, DAY)
    (result,) = desk.check(document, [read]).results
    assert (result.outcome, "has no row" in result.message) == ("skip", True)
    assert judged(rule(folder, SOURCES["sqlite"])).outcome == "pass"


def test_sqlite_is_opened_for_reading_only(folder: Path) -> None:
    read = rule(folder, '{sql: "with x as (select 1) insert into toll select 1, 2, 3", db: toll.sqlite}')
    with pytest.raises(BrokenRules, match="readonly"):
        judged(read)


def test_sqlite_through_sqlalchemy_is_not_written_to(folder: Path) -> None:
    pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
    read = rule(folder, '{sql: "with x as (select 1) insert into toll select 1, 2, 3 returning killed", db: env:TOLL_SQLALCHEMY}')  # fmt: skip
    with pytest.raises(BrokenRules, match="readonly"):
        judged(read)


@pytest.mark.parametrize(
    ("statement", "writes"),
    [
        ("select killed into copy from toll", "into"),
        ("with x as (select 1) Delete from toll", "Delete"),
        ("select killed from toll where note = 'update'", ""),
        ('select "update" from toll -- insert', ""),
        ("select [drop] from toll /* create */ where updated > 1", ""),
    ],
)
def test_where_a_database_cant_be_told_to_only_read_words_that_write_are_refused(statement: str, writes: str) -> None:
    if not writes:
        reading_only(None, "mssql", statement)
        return
    with pytest.raises(Trouble, match=f"A source only reads, and '{writes}' writes."):
        reading_only(None, "mssql", statement)


def test_a_variable_that_is_not_set(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = rule(folder, SOURCES["sqlite by its address"])
    monkeypatch.delenv("TOLL_DB")
    with pytest.raises(BrokenRules, match="The environment variable TOLL_DB is not set"):
        judged(read)


def test_no_message_tells_a_password(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sqlalchemy", reason="SQLAlchemy is not installed")
    read = rule(folder, SOURCES["sqlalchemy"])
    for address in (
        "nosuch://me:secretword@host/db",
        "sqlite+pysqlite://me:secretword@host/no/such/db",
        "::://secretword@",
    ):
        monkeypatch.setenv("TOLL_SQLALCHEMY", address)
        with pytest.raises(BrokenRules) as broken:
            judged(read)
        assert "secretword" not in str(broken.value)


def test_a_file_that_changes_is_read_again(folder: Path) -> None:
    read = rule(folder, SOURCES["csv"])
    assert judged(read).outcome == "pass"
    (folder / "toll.csv").write_text(CSV.replace(",7", ",17"), encoding="utf-8")
    assert judged(read).outcome == "fail"
    (folder / "toll.csv").unlink()
    with pytest.raises(BrokenRules, match=r"I can't read .*toll\.csv: No such file"):
        judged(read)


@pytest.mark.parametrize(
    ("cell", "unit", "text", "outcome"),
    [
        ("3.2", "million dollars", "It cost $3.2 million.", "pass"),
        ("3.2", "million dollars", "It cost $3.9 million.", "fail"),
        ("$3.2 million", "", "It cost $3,240,000.", "pass"),
        ("12", "miles", "It is 12 miles away.", "pass"),
        ("2025-05-30", "", "It fell on Friday, May 30.", "pass"),
        ("2025-05-30", "", "It fell on Thursday, May 29.", "fail"),
        ("1,200", "", "It took 1,200 workers.", "pass"),
    ],
)
def test_cells_have_units_and_days(cell: str, unit: str, text: str, outcome: str, folder: Path) -> None:
    (folder / "one.csv").write_text(f'value\n"{cell}"\n', encoding="utf-8")
    kind = "money" if "cost" in text else "length" if "miles" in text else "date" if "May" in text else "count"
    source = f"{{csv: one.csv, column: value{f', unit: {unit}' if unit else ''}}}"
    assert judged(rule(folder, source, "x = source toll", f"x: {{a: {kind}}}"), text).outcome == outcome


def test_an_earlier_version_as_a_source(folder: Path) -> None:
    read = rule(folder, "{article: previous, a: count, of: killed}", "killed >= source toll")
    before = compose("before", "Eight people were killed.", prefix="source.")
    (result,) = desk.check(compose("story", STORY, "", DAY, counterpart=before), [read]).results
    assert result.outcome == "fail"
    assert [place.document.id for place in result.places] == ["story", "before"]
    assert judged(read).outcome == "skip"


def test_another_file_as_a_source(folder: Path) -> None:
    (folder / "first.md").write_text("Seven people were killed. The 7 killed were workers.", encoding="utf-8")
    read = rule(folder, "{article: first.md, a: count, of: killed}")
    assert judged(read).outcome == "pass"
    (folder / "first.md").write_text("Seven people were killed. The 9 killed were workers.", encoding="utf-8")
    result = judged(read)
    assert (result.outcome, "gives 7 and 9" in result.message) == ("skip", True)


def test_an_example_may_say_what_its_sources_give(folder: Path) -> None:
    read = rule(folder, SOURCES["sqlite by its address"], "killed = source toll\n    examples:\n      - pass: {text: Nine people were killed., sources: {toll: 9}}\n      - fail: {text: Nine people were killed., sources: {toll: 7}}")  # fmt: skip
    for example in read.examples:
        (result,) = desk.example(read, example).results
        assert result.outcome == example.outcome


def test_the_message_shows_what_the_source_gives(folder: Path) -> None:
    read = rule(
        folder, SOURCES["csv"], 'killed = source toll\n    message: "The table has {source toll}, the story {killed}."'
    )
    assert (
        judged(read, STORY.replace("Seven", "Nine")).message
        == "The toll is the official one. The table has 7, the story Nine."
    )
