"""One page that needs nothing from anywhere: the story with every fact marked, what was found in its margin, its times in order.

Style and script stand in the folder `_page`. A content security policy names both by their hashes, so that no article can bring its own.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from copydesk import __version__
from copydesk.model import Checked, Look, Report, Result, Unread
from copydesk.report._margin import facts, notes, quiet, times
from copydesk.report._marked import html, marks, story
from copydesk.report._names import article_name, from_here
from copydesk.report._remarks import at_level

PAGE = Path(__file__).parent / "_page"
NAMED = ("error", "warning", "unsure", "note")


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    head, tail = page().split("{{articles}}")
    yield head
    for number, item in enumerate(items, 1):
        name = f"a{number}"
        yield "".join(unread(item, name) if isinstance(item, Unread) else article(item, name))
    yield tail


def page() -> str:
    """The page around the articles."""
    style, script = ((PAGE / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    whole = (PAGE / "page.html").read_text(encoding="utf-8")
    parts = {"version": __version__, "style-hash": hashed(style), "script-hash": hashed(script)}
    for name, words in (parts | {"style": style, "script": script}).items():
        whole = whole.replace(f"{{{{{name}}}}}", words)
    return whole


def hashed(words: str) -> str:
    """As a content security policy names what it lets run (W3C, Content Security Policy Level 3, 2.3.1)."""
    return f"sha256-{b64encode(sha256(words.encode()).digest()).decode()}"


def article(item: Checked, name: str) -> Iterator[str]:
    found = sorted((one for one in item.results if one.outcome in ("fail", "unsure")), key=first_place)
    yield f'<article class="proof" id="{name}" aria-labelledby="{name}-name">\n'
    yield from slug(item, found, name)
    yield '<div class="sheet">\n<div class="story" dir="auto">\n'
    yield from story(item, marks(item, found, name))
    yield "</div>\n"
    yield from notes(item, found, name)
    yield '</div>\n<div class="below">\n'
    yield from times(item, found, name)
    yield from facts(item, name)
    yield from quiet(item, "skip", "found nothing to check")
    yield "</div>\n</article>\n"


def first_place(result: Result) -> tuple[int, int]:
    """Findings are numbered in the order of the story; those that stand nowhere come last."""
    return min(((place.span.start, place.span.end) for place in result.places), default=(1 << 60, 0))


def slug(item: Checked, found: list[Result], name: str) -> Iterator[str]:
    """What it is, and how it came out."""
    document = item.document
    dated = f"published {document.date}" if document.date else "no date of publication"
    name_shown = from_here(article_name(item))
    where = "" if document.id == document.path else f"{html(document.path)}:{document.line}, "
    yield f'<header class="slug"><h2 id="{name}-name">{html(name_shown)}</h2> <small>{where}{html(dated)}</small>\n'
    live = [at_level(result) for result in found if not result.waived]
    counts = [
        f'<b class="{word}">{live.count(word)} {word}{"s" * (live.count(word) != 1 and word != "unsure")}</b>'
        for word in NAMED
        if word in live
    ]
    outcomes = [result.outcome for result in item.results]
    passed, skipped = outcomes.count("pass"), outcomes.count("skip")
    tone, said = verdict(live, passed)
    others = f"{passed:,} rule{'s' * (passed != 1)} passed, {skipped:,} found nothing to check"
    counted = f'<span class="counts">{", ".join(counts)}</span>' if counts else '<span class="counts"></span>'
    yield f'<p class="verdict {tone}"><strong>{said}</strong> {counted} <small>{others}</small></p></header>\n'


def verdict(live: list[str], passed: int) -> tuple[str, str]:
    """The answer to the question that the page asks. A rule that found nothing has not passed."""
    if "error" in live:
        return "error", "It does not hold up."
    if "warning" in live:
        return "warning", "Look again."
    if live:
        return "unsure", "Nothing clashes for certain."
    return ("pass", "It holds up.") if passed else ("skip", "There was nothing to check.")


def unread(item: Unread, name: str) -> Iterator[str]:
    yield f'<article class="proof" id="{name}" aria-labelledby="{name}-name">\n<header class="slug"><h2 id="{name}-name">{html(article_name(item))}</h2>\n'
    yield f'<p class="verdict error"><strong>It could not be read.</strong></p></header>\n<p class="unread">{html(item.error)}</p>\n</article>\n'


REPORT = Report("one page that needs nothing: the story marked, findings in its margin", results)
