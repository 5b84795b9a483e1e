"""`copydesk explain` and `copydesk try`: a rule in plain words, why it says what it says, and what it says of any text."""

from pathlib import Path

import pytest

from copydesk import rulebook
from copydesk.cli import main

RULES = """\
version: 1
lists: {dead: [killed, died]}
sources:
  toll: {csv: toll.csv, column: killed, where: {day: article.date}}
rules:
  - id: toll
    say: The toll is right.
    why: An update may forget one.
    link: https://example.org/toll
    for: {paths: "*.md", tags: fire, language: en}
    missing: warn
    strict: yes
    off: yes
    find:
      killed: {a: count, of: dead, near: [bridge, span], not near: town, in: [lede, body], not in: quote, said by: police, at least: 2, take: first}
      hurt: {a: count, of: injured, text: "12"}
      group: {a: percent, together in: sentence}
      far: {a: length, near all: [bridge, road]}
      rise: {pattern: "(rose|fell) [by {by:percent}] ... to {to:£}"}
      pair: {a: conversion}
    expect:
      - killed + hurt = source toll
      - killed agree
      - group add up to 100%
      - rise.to > £3
      - pair.stated ~ pair.converted
      - far is between 3 km and 5 km
      - python toll_checks:few
  - id: times
    say: The second fell four hours later.
    find:
      first: {a: time, near: Bryansk}
      second: {a: time, near: Kursk}
    expect:
      - second is about 4 hours after first
      - second is after first
  - id: sum
    say: Killed and hurt make all.
    find:
      killed: {a: count, of: dead, in: body}
      hurt: {a: count, of: injured, in: body}
      all: {a: count, of: dead or injured, in: body}
    expect: killed + hurt = all
  - id: late
    say: It is late.
    find: {day: {a: date, not near: not}}
    expect: number of day < 3
"""
STORY = """\
---
title: Bridge kills seven in Bryansk
date: 2025-06-01
---
At least seven people died when a bridge in Bryansk fell at 10:44 p.m. on Saturday, and 12 were injured, three of them badly. In all, 20 people were killed or injured.

One in Kursk fell at 5 a.m. on Sunday. In 2019, 30 people died there. Rents rose by 12% to £900.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "r.facts.yml").write_text(RULES, encoding="utf-8")
    (tmp_path / "toll.csv").write_text("day,killed\n2025-06-01,7\n", encoding="utf-8")
    (tmp_path / "toll_checks.py").write_text("def few(killed):\n    return len(killed) < 9\n", encoding="utf-8")
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert main([*words]) == code
    return capsys.readouterr().out


def test_a_rule_in_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "explain", "toll")
    for line in [
        "r/toll (error, off)",
        "Why: An update may forget one.",
        "See https://example.org/toll",
        "Only for articles in *.md.",
        "Only for articles tagged 'fire'.",
        "Only for articles in the language 'en'.",
        "killed  every count of 'died/killed', with 'bridge' or 'span' in its clause, or else nearest to it, without 'town' in its clause",
        "in the first paragraph or in the body, not inside quotation marks, said by 'police', at least 2 of them, the first of them only",
        "group   every percentage, one sentence at a time",
        'rise    every place that reads "(rose|fell) [by {by:percent}] ... to {to:pound sterling}"',
        "pair    every conversion that the text makes",
        "source toll: 'killed' of",
        "where day is article.date",
        "Every mention gives the same figure",
        "All mentions of a group together make the total.",
        "The function few of toll_checks.py says so.",
        "If one of them is not found, that is a warning.",
        "It is strict",
        "It stands in r.facts.yml:6.",
    ]:
        assert line in out


def test_how_names_were_found_and_what_nearly_matched(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "explain", "sum", "--on", "story.md")
    assert "+ 5:1 [At least seven] people died when a bridg…" in out
    assert "- 5:89 " in out
    assert ": it is of 'person', people injured, not of 'died/killed'" in out
    assert "- title:" not in out
    assert "- 2:21 Bridge kills [seven] in Bryansk: it stands in the headline" in out
    assert ": it is a part of another figure" in out
    assert ": it belongs to another event than the story's" in out


def test_the_arithmetic_step_by_step(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "explain", "sum", "--on", "story.md")
    assert "killed: 'At least seven' = at least 7 (anything from 7 up)" in out
    assert "killed + hurt = at least 7 + 12 = at least 19 (anything from 19 up)" in out
    assert "→ unsure: at least 7 + 12 = at least 19, which may or may not be 20" in out


def test_times_step_by_step(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "explain", "times", "--on", "story.md")
    assert "second: '5 a.m. on Sunday' = Sun 1 Jun 05:00" in out
    assert "→ fail: it is 6 h 16 min after, not about 4 h after" in out
    assert "→ pass:" in out
    assert "fail: The second fell four hours later. Here it is 6 h 16 min after" in out


def test_what_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "none.md").write_text("It rained.", encoding="utf-8")
    out = said(capsys, "explain", "times", "--on", "none.md")
    assert "nothing: there is no time in the article" in out
    assert "→ skip: No time was found for 'second'." in out


def test_a_rule_that_is_for_other_articles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "The rule is not for this article." in said(capsys, "explain", "toll", "--on", "story.md")


@pytest.mark.parametrize("rule", rulebook.load(rulebook.packs()), ids=lambda rule: rule.name)
def test_every_built_in_rule_can_be_explained(rule: rulebook.Rule, capsys: pytest.CaptureFixture[str]) -> None:
    assert rule.say in said(capsys, "explain", rule.name)
    out = said(capsys, "explain", rule.name, "--on", "story.md")
    assert "On story.md" in out
    assert "Traceback" not in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["explain", "tol"], "There is no rule 'tol'. Did you mean 'toll'?"),
        (["explain", "toll", "--on", "none.md"], "There is no such file"),
        (["explain", "toll", "--on", "story.md#a1"], "There is no such article in it."),
        (["try", "toll", "none.md"], "There is no file none.md."),
        (["try", "toll", " "], "There is no text to try the rule on."),
        (["try", "none.facts.yml", "Seven died."], "No such file"),
    ],
)
def test_mistakes(words: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    err = capsys.readouterr().err
    assert message in err
    assert "Traceback" not in err


def test_an_article_of_many_is_named_by_its_id(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.jsonl").write_text(
        '{"id": "a1", "text": "Seven."}\n{"id": "a2", "text": "It is May 3, 2025."}\n', encoding="utf-8"
    )
    out = said(capsys, "explain", "late", "--on", "a.jsonl#a2")
    assert "On a2" in out
    assert "number of day = 1" in out


def test_try_a_rule_on_a_text(capsys: pytest.CaptureFixture[str]) -> None:
    text = "A bridge in Bryansk fell at 10:44 p.m. on Saturday. One in Kursk fell at 5 a.m. on Sunday."
    out = said(capsys, "try", "times", text, "--dated", "2025-06-01", code=1)
    assert "text:1:74: error [times] The second fell four hours later. Here it is 6 h 16 min after" in out
    assert "10:44 p.m. on Saturday  time" in out
    assert out.splitlines()[-1].startswith("Checked 1 article with 1 rule: 1 error")


def test_try_a_rule_file_on_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["try", "r.facts.yml", "story.md"]) == 1
    out = capsys.readouterr().out
    for name in ("toll", "times", "sum", "late"):
        assert f"[{name}]" in out


def test_try_a_built_in_rule(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "try", "calendar/weekday", "It was Friday, June 2, 2025.", code=1)
    assert "error [weekday]" in out
    assert said(capsys, "try", "weekday", "It was fine.", code=5)


# ---------------------------------------------------------------- what nearly matched

NEAR = """\
version: 1
rules:
  - id: rise
    say: What rose is higher.
    find: {rise: {pattern: "(rose|climbed) [by {by:percent}] ... from {before:£} to {after:£}"}}
    expect: rise.after > rise.before
  - id: lake
    say: The lake is as long in miles.
    find: {pair: {a: conversion, near: lake}}
    expect: pair.stated = pair.converted
  - id: start
    say: It began in the morning.
    find: {start: {a: time, near: began}, stop: {a: time, near: closed}}
    expect: start is before stop
"""


@pytest.mark.parametrize(
    ("rule", "text", "lines"),
    [
        ("rise", "Rents rose by 12% last year to £900. Fees rose from £10 to £12.", ["before: '£10'", "- 1:7 [rose by 12%] last year to £900. Fees…: then 'from' is wanted within 8 words"]),
        ("rise", "Rents climbed by 3% from £10.", ["- 1:7 [climbed by 3% from £10] .: then 'to' is wanted, and '.' stands there"]),
        ("rise", "Rents fell from £9 to £7.", ["nothing: it stands nowhere in the article"]),
        ("lake", "It is 10 miles (16 kilometers) long.", ["its sentence lacks 'lake'"]),
        ("start", "The fair began at 9 a.m. and a stall opened at 10 a.m. It rained at noon.", ["+ 1:19 ", "'began' stands in its sentence, but in the clause of another one", "no 'began' stands in its sentence", "'closed' stands nowhere in the article"]),
    ],
)  # fmt: skip
def test_why_not(rule: str, text: str, lines: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "near.facts.yml").write_text(NEAR, encoding="utf-8")
    (folder / "near.txt").write_text(text, encoding="utf-8")
    out = said(capsys, "explain", rule, "--rules", "near.facts.yml", "--on", "near.txt")
    for line in lines:
        assert line in out, out


# ---------------------------------------------------------------- the page of a rule

SLIP = "The fair opens on Monday, June 3, 2025."


def test_the_page_of_a_built_in_rule(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "explain", "calendar/weekday")
    for piece in [
        "calendar/weekday (error)\n  A date falls on the weekday that stands beside it.\n",
        "It finds fault with\n",
        "  “The hall opens on Thursday, 12 June 2015.”\n    → Thursday, 12 June 2015 falls on a Friday, not on a Thursday",
        "It is content with\n  “The hall opens on Friday, 12 June 2015.”\n",
        "It keeps quiet about\n",
        "To do without it\n  In copydesk.toml",
    ]:
        assert piece in out
    out = said(capsys, "explain", "borne-out")
    assert "    source: The owner said on Friday" in out
    assert "It keeps quiet about\n" not in said(capsys, "explain", "late")
    assert "To do without it\n  Write 'off: yes' below it" in said(capsys, "explain", "late")


def test_doing_without_a_rule_works_as_its_page_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "fair.txt").write_text(SLIP, encoding="utf-8")
    assert "[weekday]" in said(capsys, "check", "fair.txt", code=1)
    page = said(capsys, "explain", "weekday")
    settings = [
        line.strip() for line in page.splitlines() if line.strip().startswith(("[[per-path]]", "paths =", "off ="))
    ]
    (folder / "copydesk.toml").write_text("\n".join(settings), encoding="utf-8")
    assert "[weekday]" not in said(capsys, "check", "fair.txt", "--allow-none")


def test_letting_a_finding_stand_works_as_its_page_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = said(capsys, "explain", "weekday")
    comment = next(line.strip() for line in page.splitlines() if "<!-- copydesk-ok" in line)
    (folder / "fair.txt").write_text(f"{SLIP} {comment}", encoding="utf-8")
    assert "1 waived" in said(capsys, "check", "fair.txt")
