"""The table, the rule and the story that every real database is asked with."""

from datetime import date
from pathlib import Path

from copydesk import desk
from copydesk.model import Result
from copydesk.read import compose
from copydesk.rulebook import load

TABLE = """create table toll (day date, killed numeric); insert into toll values ('2025-06-01', 7), ('2025-06-03', 8), ('2025-06-03', 9);"""
READS = "select killed from toll where day = :day"
RULE = """\
version: 1
sources:
  toll: {sql: "%s", db: env:TOLL_DB, give: {day: article.date}}
rules:
  - id: toll
    say: The toll is the official one.
    find: {killed: {a: count, of: killed}}
    expect: killed = source toll
"""


def judged(folder: Path, statement: str, day: date) -> Result:
    path = folder / "toll.facts.yml"
    path.write_text(RULE % statement, encoding="utf-8")
    document = compose("story", "Seven people were killed when the bridge fell.", "", day)
    (result,) = desk.check(document, load([path])).results
    return result
