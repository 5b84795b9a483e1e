"""Articles made of nothing but mentions, and facts built by hand, so that the judge is tested apart from the readers."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from copydesk.amounts import Amount
from copydesk.extract.figures.phrase import read_phrase
from copydesk.model import Document, Fact, Rule, Span
from copydesk.moments import UNKNOWN_DAY, YEAR, Moment
from copydesk.read import compose
from copydesk.rulebook import load


def moment(text: str) -> Moment:
    """A day, a minute of a day, or a clock time without a day: 2025-06-01, 2025-06-01T10:44, T10:44."""
    if text.startswith("T"):
        clock = datetime.fromisoformat(f"2000-01-01{text}")
        start = UNKNOWN_DAY.replace(hour=clock.hour, minute=clock.minute)
        return Moment(start, start + timedelta(minutes=1), "minute", text, year_known=False, day_known=False)
    start = datetime.fromisoformat(text)
    length = timedelta(minutes=1) if "T" in text else timedelta(days=1)
    return Moment(start, start + length, "minute" if "T" in text else "day", text)


def value(kind: str, text: str) -> Amount | Moment:
    """What a fact of this kind says in these words."""
    if kind in ("date", "time", "moment"):
        return moment(text)
    amount = read_phrase(text)
    assert amount is not None, text
    return amount._replace(unit=YEAR) if kind == "age" else amount


def article(mentions: Sequence[tuple[str, str, str]]) -> tuple[Document, list[Fact]]:
    """An article of these (what is counted, kind, words), a sentence each, and its facts."""
    document = compose("case", "; ".join(words for *_, words in mentions) + ".", path="case.md")
    facts, at = [], 0
    for of, kind, words in mentions:
        span = Span(at, at + len(words))
        real: Any = ("time" if "T" in words else "date") if kind == "moment" else kind
        facts.append(Fact(real, span, document, value(kind, words), of=(of,), sentence=span))
        at += len(words) + 2
    return document, facts


def rule(folder: Path, find: Mapping[str, str], expect: str | Sequence[str], **keys: str) -> Rule:
    """A rule over these names, each with its keys, read from a file like any other."""
    path = folder / "case.facts.yml"
    sentences = [expect] if isinstance(expect, str) else expect
    lines = ["version: 1", "rules:", "  - id: case", "    say: The case holds.", "    find:"]
    lines += [f"      {name}: {{{keys_of_name}}}" for name, keys_of_name in find.items()]
    lines += ["    expect:", *(f"      - '{sentence}'" for sentence in sentences)]
    lines += [f"    {key}: {text}" for key, text in keys.items()]
    path.write_text("\n".join(lines) + "\n")
    (read,) = load([path])
    return read
