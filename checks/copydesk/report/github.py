"""Annotations of a GitHub workflow: the worst first, and no more than are shown.

GitHub shows ten annotations of a level in a step and drops the rest in silence: the tenth says how many more there are. The job summary
(`--report summary=…`) has them all.
"""

from collections.abc import Iterable, Iterator, Sequence

from copydesk.errors import Mistake
from copydesk.model import Checked, Look, Report, Unread
from copydesk.report._remarks import BROKEN, SEVERITIES, UNREAD, Remark, broken, remarks, told

SHOWN = 10
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY = {**DATA, ":": "%3A", ",": "%2C"}


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    kept: dict[str, list[Remark]] = {name: [] for name in SEVERITIES}
    counts = dict.fromkeys(SEVERITIES, 0)
    for item in items:
        for remark in remarks(item, look):
            add(kept[remark.severity], remark)
            counts[remark.severity] += 1
        yield ""
    for name in SEVERITIES:
        yield from annotations(kept[name], counts[name] - len(kept[name]))


def mistakes(found: Sequence[Mistake]) -> Iterator[str]:
    yield from annotations(list(broken(found[:SHOWN])), len(found[SHOWN:]))


def add(kept: list[Remark], remark: Remark) -> None:
    """What can't be read or judged at all comes before findings."""
    if remark.rule in (UNREAD, BROKEN):
        kept.insert(sum(one.rule == remark.rule for one in kept), remark)
        del kept[SHOWN:]
    elif len(kept) < SHOWN:
        kept.append(remark)


def annotations(kept: Sequence[Remark], more: int) -> Iterator[str]:
    for i, remark in enumerate(kept, 1):
        yield annotation(remark, more if i == len(kept) else 0)


def annotation(remark: Remark, more: int) -> str:
    at = remark.spots[0]
    there = at.region
    where: dict[str, str | int] = {"file": at.path, "line": there.line}
    if at.words and not at.inside:
        where |= {"endLine": there.end_line}
        if there.end_line == there.line:
            where |= {"col": there.column, "endColumn": max(there.column, there.end_column - 1)}
    where["title"] = f"copydesk: {remark.rule.rpartition('/')[2]}"
    properties = ",".join(f"{name}={escaped(str(value), PROPERTY)}" for name, value in where.items())
    word = COMMANDS[remark.severity]
    behind = f"\n… and {more:,} more {word}{'s' * (more != 1)}, not shown here." if more else ""
    return f"::{word} {properties}::{escaped(told(remark) + behind, DATA)}\n"


def escaped(words: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in words)


REPORT = Report("annotations of a GitHub workflow: the ten worst a level", results, broken=mistakes)
