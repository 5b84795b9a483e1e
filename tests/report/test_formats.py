"""Every format against its schema, or against what its readers are known to do, on whatever an article may hold."""

import csv
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

from copydesk.desk import state
from copydesk.model import Checked, Look, Unread, Waiver
from copydesk.report import names, report
from report.made import LOOKS, MISTAKES, article, items, result, told_broken, written
from with_node import node_modules

SCHEMAS = Path(__file__).parent / "schemas"
PUBLISHED = Path(__file__).parents[2] / "docs" / "report.schema.json"
# Formats that are looked at as they are; the others are data, whose readers know how to show them.
SHOWN = ("text", "github", "markdown", "summary", "html")
STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CIRCLED = "On 𝒞, é 388 came, and 338 left.\nSo 338."


def valid(found: Any, path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="schemas are checked with jsonschema")
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(found)


def valid_xml(found: str, path: Path) -> Any:
    etree = pytest.importorskip("lxml.etree", reason="XML schemas are checked with lxml")
    tree = etree.fromstring(found.encode())
    etree.XMLSchema(etree.parse(str(path))).assertValid(tree)
    return tree


def two(level: str = "error", **more: Any) -> Checked:
    document = article(CIRCLED)
    return Checked(document, results=(result(document, "388", "338", level=level, **more),))


# ---------------------------------------------------------------- all of them


@given(found=items(), look=LOOKS)
def test_anything_can_be_reported(found: list[Checked | Unread], look: Look) -> None:
    valid(json.loads(written("json", found, look)), PUBLISHED)
    for line in written("jsonl", found, look).splitlines():
        valid(json.loads(line), PUBLISHED)
    valid(json.loads(written("sarif", found, look)), SCHEMAS / "sarif.schema.json")
    valid_xml(written("junit", found, look), SCHEMAS / "junit.xsd")
    valid_xml(written("checkstyle", found, look), SCHEMAS / "checkstyle.xsd")
    for form in names():
        whole = written(form, found, look)
        assert form not in SHOWN or not STEERS.search(whole), form


def test_official_schema_of_sarif() -> None:
    """As its authors give it away in a package of theirs."""
    (schema,) = (node_modules("@microsoft/jest-sarif") / "@microsoft/jest-sarif/lib/schemas").glob("sarif-2.1.0*.json")
    found = [two(), two("warning", outcome="unsure"), Unread("a", "a.md", "This is empty.")]
    valid(json.loads(written("sarif", found, Look(every=True))), schema)
    valid(json.loads(told_broken("sarif", MISTAKES)), schema)


def test_facts_keep_the_published_schema() -> None:
    found: list[Checked | Unread] = [
        state(article("At least 7 died on May 31, 2025; they won 3-2.")),
        Unread("b", "b", "No."),
    ]
    for form in ("json", "jsonl"):
        write = report(form).facts
        assert write is not None
        whole = "".join(write(found, Look()))
        for one in [whole] if form == "json" else whole.splitlines():
            valid(json.loads(one), PUBLISHED)


def test_the_schema_is_strict() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    found = json.loads(written("json", [two()]))
    found["articles"][0]["results"][0]["outcome"] = "maybe"
    with pytest.raises(jsonschema.ValidationError):
        valid(found, PUBLISHED)


@pytest.mark.parametrize("form", ["sarif", "github", "gitlab", "rdjson", "checkstyle", "summary"])
def test_broken_rules_are_told_where_ci_looks(form: str) -> None:
    whole = told_broken(form, MISTAKES)
    assert "ecpect" in whole
    assert "a.facts.yml" in whole
    assert "broken-rule" in whole or form == "summary"


# ---------------------------------------------------------------- one by one


def test_sarif_ties_the_statements() -> None:
    run = json.loads(written("sarif", [two()]))["runs"][0]
    (found,) = run["results"]
    assert run["columnKind"] == "unicodeCodePoints"
    region = found["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (1, 9, 12)
    assert region["snippet"]["text"] == "388"
    assert found["relatedLocations"][0]["id"] == 1
    assert run["invocations"] == [{"executionSuccessful": True}]


def test_sarif_says_what_could_not_be_read() -> None:
    run = json.loads(written("sarif", [Unread("a", "a {b}.md", "Not {that}.")]))["runs"][0]
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    (told,) = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == "Not {{that}}."
    assert told["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20%7Bb%7D.md"


def test_sarif_knows_waivers_and_doubts() -> None:
    waived = two(waived=Waiver("one", "It is right.")).results
    unsure = two(outcome="unsure").results
    found = json.loads(written("sarif", [Checked(article(CIRCLED), results=waived + unsure)]))["runs"][0]["results"]
    by_kind = {one["kind"]: one for one in found}
    assert by_kind["fail"]["suppressions"][0]["justification"] == "It is right."
    assert by_kind["review"]["level"] == "none"


def test_fingerprints_outlive_edits_elsewhere_and_are_unique() -> None:
    document = article(CIRCLED)
    again = Checked(document, results=(result(document, "388", "338"), result(document, "388", "338")))
    below = article(f"A new first line.\n{CIRCLED}")
    moved = Checked(below, results=(result(below, "388", "338"),))
    first, second = [one["fingerprint"] for one in json.loads(written("gitlab", [again]))]
    assert first != second
    assert [one["fingerprint"] for one in json.loads(written("gitlab", [moved]))] == [first]
    elsewhere = article(CIRCLED, name="other.md")
    other = Checked(elsewhere, results=(result(elsewhere, "388", "338"),))
    assert first not in written("gitlab", [other])


def test_one_finding_has_one_fingerprint_in_every_report() -> None:
    document = article(CIRCLED)
    items = [Checked(document, results=(result(document, "388", "338"),))]
    one = json.loads(written("gitlab", items))[0]["fingerprint"]
    assert json.loads(written("jsonl", items))["results"][0]["fingerprint"] == one
    assert all(one in written(form, items) for form in ("json", "tap", "csv", "sarif"))


def test_a_file_of_this_folder_has_one_name() -> None:
    here = article(CIRCLED, name=str(Path("story.md").absolute())), article(CIRCLED, name="./story.md")
    told = [json.loads(written("gitlab", [Checked(one, results=(result(one, "388", "338"),))])) for one in here]
    assert told[0] == told[1]
    assert told[0][0]["location"]["path"] == "story.md"


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown", "summary", "html", "tap", "junit"])
def test_articles_of_one_name_in_two_files_are_told_apart(form: str) -> None:
    documents = [article(CIRCLED, name=name)._replace(id="a1") for name in ("one.jsonl", "two.jsonl")]
    found = [Checked(document, results=(result(document, "388", "338"),)) for document in documents]
    broken = Unread("a1", "three.jsonl", "This is none.", 4)
    told = written(form, [*found, broken]).replace("\\", "")
    assert all(name in told for name in ("one.jsonl", "two.jsonl", "three.jsonl"))


def test_gitlab_has_what_it_needs() -> None:
    (found,) = json.loads(written("gitlab", [two("warning")]))
    assert set(found) == {"description", "check_name", "fingerprint", "severity", "location"}
    assert found["severity"] == "minor"
    assert found["location"] == {"path": "story.md", "lines": {"begin": 1, "end": 1}}


def test_reviewdog_counts_bytes() -> None:
    (found,) = json.loads(written("rdjson", [two()]))["diagnostics"]
    where = found["location"]["range"]
    line = CIRCLED.encode().split(b"\n")[0]
    assert line[where["start"]["column"] - 1 : where["end"]["column"] - 1] == b"388"
    assert found["related_locations"][0]["message"] == "7"


def annotations(whole: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as GitHub's runner takes them apart."""
    found = []
    for line in whole.splitlines():
        command, properties, data = re.fullmatch(r"::(\w+) ([^:]*(?:%3A[^:]*)*)::(.*)", line).groups()  # type: ignore[union-attr]
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        found.append((command, pairs, data.replace("%0A", "\n").replace("%25", "%")))
    return found


def test_github_shows_the_worst_ten_and_says_how_many_more() -> None:
    document = article(CIRCLED)
    levels = ["note", "warning"] * 3 + ["error"] * 24
    many = Checked(document, results=tuple(result(document, "388", level=level) for level in levels))
    found = annotations(written("github", [many]))
    assert Counter(command for command, _, _ in found) == {"error": 10, "warning": 3, "notice": 3}
    assert [command for command, _, _ in found[:10]] == ["error"] * 10
    assert "and 14 more errors" in found[9][2]
    assert sum("more" in data for _, _, data in found) == 1


def test_github_is_not_steered_by_an_article() -> None:
    document = article("::error::x\n100%, 7: 8", name="a,b:c%.md")
    found = Checked(document, results=(result(document, "7", message="50%\n::set-output name=x::y"),))
    ((command, pairs, data),) = annotations(written("github", [found]))
    assert (command, pairs["file"], pairs["line"]) == ("error", "a%2Cb%3Ac%25.md", "2")
    assert "\n::" not in data


def test_github_shows_what_can_not_be_read_before_findings() -> None:
    document = article(CIRCLED)
    many = Checked(document, results=tuple(result(document, "388") for _ in range(12)))
    found = annotations(written("github", [many, Unread("b", "b.md", "This is empty.")]))
    assert len(found) == 10
    assert found[0][2] == "b: This is empty."
    assert "and 3 more errors" in found[-1][2]


def test_tap_can_be_taken_apart() -> None:
    document = article(CIRCLED)
    kinds = [("fail", "error"), ("fail", "warning"), ("unsure", "error"), ("pass", "error"), ("skip", "error")]
    found = Checked(document, results=tuple(result(document, outcome=o, level=lv, message="a # b") for o, lv in kinds))  # type: ignore[misc]
    lines = written("tap", [found, Unread("b#", "b", "No.")]).splitlines()
    assert (lines[0], lines[-1]) == ("TAP version 14", "1..6")
    tests = [line for line in lines if re.match(r"(not )?ok \d+ - ", line)]
    assert [line.startswith("ok") for line in tests] == [False, True, True, True, True, False]
    assert [bool(re.search(r"(?<!\\)# SKIP", line)) for line in tests] == [False] * 4 + [True, False]
    assert r"b\#" in tests[-1]
    assert lines.count("  ---") == lines.count("  ...") == 4


def test_csv_reads_back_and_holds_no_formula() -> None:
    document = article('=cmd|"x"!A1, 7\n+8')
    found = Checked(document, results=(result(document, "7", message="=1+1"),))
    head, row = csv.reader(io.StringIO(written("csv", [found]), newline=""))
    record = dict(zip(head, row, strict=True))
    assert (record["line"], record["column"], record["outcome"], record["message"]) == ("1", "14", "error", "'=1+1")
    write = report("csv").facts
    assert write is not None
    head, row = csv.reader(io.StringIO("".join(write([state(article("Seven people died."))], Look())), newline=""))
    assert dict(zip(head, row, strict=True)) | {"text": "Seven", "low": "7", "role": "killed"} == dict(
        zip(head, row, strict=True)
    )


def test_junit_counts_what_fails() -> None:
    tree = valid_xml(written("junit", [two(), Unread("b", "b.md", "No.")]), SCHEMAS / "junit.xsd")
    assert [suite.get("failures") for suite in tree] == ["1", "0"]
    assert [suite.get("errors") for suite in tree] == ["0", "1"]


def test_checkstyle_names_the_file_once_an_article() -> None:
    document = article(CIRCLED)
    found = Checked(document, results=(result(document, "388"), result(document, "338", level="warning")))
    (file,) = ElementTree.fromstring(written("checkstyle", [found]))
    assert [error.get("severity") for error in file] == ["error", "warning"]
    assert [error.get("column") for error in file] == ["9", "23"]


# ---------------------------------------------------------------- Markdown


def rendered(markdown: str) -> str:
    import marko

    return marko.convert(markdown)


def test_an_article_stays_text_in_markdown() -> None:
    nasty = "A [link](http://x.example), <b>7</b> *and* `code` | # 1 @you $x$ ~~no~~ &amp; ![i](j)"
    document = article(nasty)
    for look in (Look(), Look(inline=True)):
        page = rendered(written("markdown", [Checked(document, results=(result(document, "7"),))], look))
        for tag in ("<a", "<b>", "<code>code", "<img", "<em>and"):
            assert tag not in page
        assert "[link](http://x.example)" in page
        assert "&lt;b&gt;" in page


def test_footnotes_stand_behind_the_words() -> None:
    document = article("In all, 388 came.\n\nLater 338 left.", "A headline")
    found = Checked(document, results=(result(document, "388", "338"), result(document, "338", message="Why?")))
    whole = written("markdown", [found], Look(inline=True))
    assert whole.startswith(
        "# A headline\n\nIn all, 388[^1] came.\n\nLater 338[^1][^2] left.\n\n[^1]: **error** `one` They differ."
    )
    assert re.findall(r"^\[\^(\d)\]:", whole, re.MULTILINE) == ["1", "2"]


def test_a_summary_is_never_too_large() -> None:
    document = article(CIRCLED)
    large = Checked(document, results=tuple(result(document, "388", message="x" * 900) for _ in range(100)))
    worst = Checked(article(CIRCLED, name="worst.md"), results=large.results * 2)
    whole = written("summary", [*[large] * 60, worst])
    assert len(whole.encode()) <= 1024 * 1024
    assert whole.startswith("## Does the story hold up? 6,200 errors in 61 articles\n\n### worst.md")
    assert re.search(r"… and \d+ more articles with findings", whole[-120:])


def test_nothing_found_is_said() -> None:
    assert written("summary", []) == "## Does the story hold up? nothing to look at in 0 articles\n"
    assert written("markdown", []) == ""
    assert json.loads(written("gitlab", [])) == []
    assert written("tap", []).endswith("1..0 # SKIP there were no articles\n")
