"""`for`: which articles a rule is for."""

from pathlib import Path

import pytest

from copydesk.judge import applies
from copydesk.model import Document, Unread
from copydesk.read import readers
from judge.build import rule

PAGES = {
    "tagged": "---\ntags: [Fire, ferry]\nlang: en-GB\n---\nSeven died.",
    "listed": "---\ntitle: A fire\ntags:\n  - fire\n  - 'ferry'\nlanguage: de\n---\nSeven died.",
    "bare": "Seven died.",
}


def article(name: str) -> Document:
    import io

    (found,) = readers()["markdown"].read(io.BytesIO(PAGES[name].encode()), f"news/{name}.md")
    assert not isinstance(found, Unread)
    return found


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("'news/*.md'", ["tagged", "listed", "bare"]),
        ("{paths: [tagged.md, b*.md]}", ["tagged", "bare"]),
        ("{tags: FIRE}", ["tagged", "listed"]),
        ("{tags: [sport, ferry]}", ["tagged", "listed"]),
        ("{tags: sport}", []),
        ("{language: en}", ["tagged", "bare"]),
        ("{language: de-AT}", ["listed", "bare"]),
        ("{tags: fire, language: en}", ["tagged"]),
        ("{paths: 'listed.md', tags: fire, language: en}", []),
    ],
)
def test_for(keys: str, wanted: list[str], tmp_path: Path) -> None:
    read = rule(tmp_path, {"x": "a: count"}, "x agree", **{"for": keys})
    assert [name for name in PAGES if applies(read, article(name))] == wanted


def test_json_lines_have_tags_and_a_language() -> None:
    import io

    lines = b'{"text": "Seven died.", "tags": ["fire", 3], "language": "en"}\n{"text": "Seven died.", "tags": "fire", "language": 3}\n'
    first, second = readers()["jsonl"].read(io.BytesIO(lines), "a.jsonl")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.tags, first.language) == (("fire",), "en")
    assert (second.tags, second.language) == ((), "")
