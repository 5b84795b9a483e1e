"""The job summary of a GitHub workflow: Markdown of at most 1 MiB, the count first, then every finding, the worst first, and of articles too."""

from collections.abc import Iterable, Iterator, Sequence

from copydesk.errors import Mistake
from copydesk.model import Checked, Look, Report, Unread
from copydesk.named import NamedTuple
from copydesk.report._prose import entry, literal, name, shown
from copydesk.report._remarks import SEVERITIES, levels, remarks, severity

# GitHub refuses a summary of more than 1 MiB. A little is left for what says so, and for other tools of the same step.
MOST = 1_000_000


class Section(NamedTuple):
    """One article with findings: how many of each severity, worst first, and its text."""

    counts: tuple[int, ...]
    order: int
    text: str


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    sections: list[Section] = []
    articles = held = 0
    for item in items:
        articles += 1
        one = section(item, look, articles)
        if one is not None:
            sections.append(one)
            held += len(one.text)
        if held > 4 * MOST:  # a run over an archive is not held in memory: what would not be shown is only counted
            sections = bared(sections)
            held = sum(len(one.text) for one in sections)
        yield ""
    yield from page(sections, articles)


def section(item: Checked | Unread, look: Look, order: int) -> Section | None:
    found = [remark.severity for remark in remarks(item, look)]
    if not found:
        return None
    lines = [f"- **error** {literal(item.error)}\n"] if isinstance(item, Unread) else []
    if isinstance(item, Checked):
        worst = sorted(shown(item, look), key=lambda result: SEVERITIES.index(severity(result, look)))
        lines = [line for result in worst for line in entry(result)]
    counts = tuple(found.count(severity) for severity in SEVERITIES)
    return Section(counts, order, f"\n### {name(item)}\n\n{''.join(lines)}")


def worst_first(sections: Iterable[Section]) -> list[Section]:
    return sorted(sections, key=lambda one: ([-count for count in one.counts], one.order))


def bared(sections: Sequence[Section]) -> list[Section]:
    """The texts of the worst articles, as many as are shown, and of the others the counts."""
    found, size = [], 0
    for one in worst_first(sections):
        found.append(one if size <= MOST else one._replace(text=""))
        size += len(one.text)
    return found


def page(sections: Sequence[Section], articles: int) -> Iterator[str]:
    counts = tuple(map(sum, zip(*(one.counts for one in sections), strict=True))) or (0, 0, 0)
    said = levels(counts) or "nothing to look at"
    yield f"## Does the story hold up? {said} in {articles:,} article{'s' * (articles != 1)}\n"
    room, ordered = MOST, worst_first(sections)
    for i, one in enumerate(ordered):
        text = fitting(one.text, room)
        yield text
        room -= size_of(text)
        if text != one.text or not text:
            left = len(ordered) - i - bool(text)
            more = f"{left:,} more article{'s' * (left != 1)} with findings" if left else "more findings"
            yield f"\n… and {more}: a summary holds no more.\n"
            return


def fitting(text: str, room: int) -> str:
    """As many whole findings of an article as there is room for."""
    if size_of(text) <= room:
        return text
    head, *entries = text.split("\n- ")
    kept = head
    for one in entries:
        if size_of(f"{kept}\n- {one}\n") > room:
            return f"{kept}\n" if kept != head else ""
        kept += f"\n- {one}"
    return kept


def size_of(words: str) -> int:
    return len(words.encode("utf-8", "backslashreplace"))


def mistakes(found: Sequence[Mistake]) -> Iterator[str]:
    yield "## Nothing was checked: the rules are broken\n\n"
    size = 0
    for i, one in enumerate(found):
        line = f"- {literal(f'{one.path}:{one.line}:{one.column}: {one.what} {one.hint}'.strip())}\n"
        size += size_of(line)
        if size > MOST:
            yield f"\n… and {len(found) - i:,} more mistakes.\n"
            return
        yield line


REPORT = Report("job summary of a GitHub workflow: Markdown, at most 1 MiB", results, broken=mistakes)
