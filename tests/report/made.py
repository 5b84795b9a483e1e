"""Articles and what was found in them, made up of whatever could trouble a report."""

from typing import Any

from hypothesis import strategies as st

from copydesk.errors import Mistake
from copydesk.model import Checked, Document, Look, Place, Result, Span, Unread, Waiver
from copydesk.read import compose
from copydesk.report import report

# Letters that some format takes for its own, that need two units in UTF-16, or four bytes, or steer a terminal.
NASTY = "ab 7\n𝒞é<>&\"'`*_[](){}#|~@$%:,;=+-\\/!?.\t\r\x07\x1b\u202e\u200b\ud800]]>"
WORDS = st.text(st.sampled_from(NASTY), min_size=1, max_size=40)
RULES = ["house/one", "house/two", "calendar/day"]


def article(text: str, title: str = "", name: str = "story.md", path: str | None = None) -> Document:
    return compose(name, text, title, path=path or name)


def result(document: Document, *words: str, **more: Any) -> Result:
    """A failure at the first mention of each of these words."""
    places = []
    for one in words:
        start = document.text.index(one)
        places.append(Place(Span(start, start + len(one)), more.pop("understood", "7"), document))
    standard = {
        "rule": "house/one",
        "outcome": "fail",
        "level": "error",
        "message": "They differ.",
        "fingerprint": "f00d",
    }
    return Result(**{**standard, **more}, places=tuple(places))


def written(form: str, items: list[Checked | Unread], look: Look | None = None) -> str:
    """A report as it would be written to a file: lone surrogates as the escape that JSON has for them."""
    whole = "".join(report(form).results(iter(items), look or Look()))
    return whole.encode("utf-8", "backslashreplace").decode("utf-8")


def told_broken(form: str, mistakes: list[Mistake]) -> str:
    broken = report(form).broken
    assert broken is not None
    return "".join(broken(mistakes))


@st.composite
def results(draw: st.DrawFn, document: Document) -> Result:
    begin = document.segments[-1].start
    spans = []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(begin, len(document.text) - 1))
        spans.append(Span(start, draw(st.integers(start + 1, len(document.text)))))
    return Result(
        rule=draw(st.sampled_from(RULES)),
        outcome=draw(st.sampled_from(["fail", "unsure", "pass", "skip"])),
        level=draw(st.sampled_from(["error", "warning", "note"])),
        message=draw(WORDS),
        places=tuple(Place(span, draw(WORDS), document) for span in spans),
        fingerprint=draw(st.sampled_from(["aa", "bb"])),
        say=draw(WORDS),
        expected=draw(WORDS),
        rule_path="rules/house.facts.yml",
        rule_line=3,
        repairs=tuple(draw(st.lists(WORDS, max_size=2))),
        link=draw(st.sampled_from(["", "https://example.org/style#a", "javascript:alert(1)"])),
        waived=draw(st.sampled_from([None, None, Waiver("one", "It is right.")])),
    )


@st.composite
def items(draw: st.DrawFn) -> list[Checked | Unread]:
    found: list[Checked | Unread] = []
    for i in range(draw(st.integers(0, 3))):
        if draw(st.integers(0, 4)) == 0:
            found.append(Unread(draw(WORDS), "feed.jsonl", draw(WORDS), 3))
            continue
        name = draw(st.sampled_from([f"story {i}é.md", f"a{i}"]))
        document = article(
            draw(WORDS), draw(st.sampled_from(["", "A headline"])), name, name if ".md" in name else "feed.jsonl"
        )
        found.append(Checked(document, results=tuple(draw(st.lists(results(document), max_size=4)))))
    return found


LOOKS = st.tuples(st.booleans(), st.sampled_from(["error", "unsure", "skipped"]), st.booleans()).map(
    lambda drawn: Look(every=drawn[0], fail_on=drawn[1], inline=drawn[2])
)
MISTAKES = [Mistake("rules/a.facts.yml", 3, 5, "‘ecpect’ is no key.", "Did you mean ‘expect’?", "    ecpect: a = b", 6)]
