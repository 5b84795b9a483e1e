"""The job summary of a GitHub workflow: Markdown of at most 1 MiB, the count first, then every finding, the worst articles first."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from copydesk.errors import Mistake
from copydesk.model import Checked, Look, Report, Unread
from copydesk.report._prose import entry, literal, name, shown
from copydesk.report._remarks import SEVERITIES, levels, remarks

# GitHub refuses a summary of more than 1 MiB. A little is left for what says so, and for other tools of the same step.
MOST = 1_000_000


class Section(NamedTuple):
    """One article with findings: how many of each severity, worst first, and its text."""

    counts: tuple[int, ...]
    order: int
    text: str


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    sections: list[Section] = []
    articles, held, dropped = 0, 0, 0
    for item in items:
        articles += 1
        one = section(item, look, articles)
        if one is not None:
            # What is left out for its size is only counted: a run over an archive is not held in memory.
            kept = held + len(one.text) <= 4 * MOST
            held += len(one.text) if kept else 0
            dropped += not kept
            sections.append(one if kept else one._replace(text=""))
        yield ""
    yield from page(sections, articles)


def section(item: Checked | Unread, look: Look, order: int) -> Section | None:
    found = [remark.severity for remark in remarks(item, look)]
    if not found:
        return None
    lines = [f"- **error** {literal(item.error)}\n"] if isinstance(item, Unread) else []
    if isinstance(item, Checked):
        lines = [line for result in shown(item, look) for line in entry(result)]
    counts = tuple(found.count(severity) for severity in SEVERITIES)
    return Section(counts, order, f"\n### {name(item)}\n\n{''.join(lines)}")


def page(sections: Sequence[Section], articles: int) -> Iterator[str]:
    counts = tuple(map(sum, zip(*(one.counts for one in sections), strict=True))) or (0, 0, 0)
    said = levels(counts) or "nothing to look at"
    head = f"## Does the story hold up? {said} in {articles:,} article{'s' * (articles != 1)}\n"
    yield head
    size, left = len(head.encode()), 0
    for one in sorted(sections, key=lambda one: ([-count for count in one.counts], one.order)):
        length = len(one.text.encode("utf-8", "backslashreplace"))
        if one.text and size + length <= MOST and not left:
            yield one.text
            size += length
        else:
            left += 1
    if left:
        yield f"\n… and {left:,} more article{'s' * (left != 1)} with findings: a summary holds no more.\n"


def mistakes(found: Sequence[Mistake]) -> Iterator[str]:
    yield "## Nothing was checked: the rules are broken\n\n"
    size = 0
    for i, one in enumerate(found):
        line = f"- {literal(f'{one.path}:{one.line}:{one.column}: {one.what} {one.hint}'.strip())}\n"
        size += len(line.encode("utf-8", "backslashreplace"))
        if size > MOST:
            yield f"\n… and {len(found) - i:,} more mistakes.\n"
            return
        yield line


REPORT = Report("job summary of a GitHub workflow: Markdown, at most 1 MiB", results, broken=mistakes)
