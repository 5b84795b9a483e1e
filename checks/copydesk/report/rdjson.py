"""rdjson, which reviewdog turns into review comments. Its columns count UTF-8 bytes, from 1."""

from collections.abc import Iterable, Iterator, Sequence

from copydesk.errors import Mistake
from copydesk.model import Checked, Look, Report, Unread
from copydesk.report._records import encode
from copydesk.report._remarks import Remark, Spot, broken, remarks, told
from copydesk.typed import Any

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    yield from whole(list(remarks(item, look)) for item in items)


def mistakes(found: Sequence[Mistake]) -> Iterator[str]:
    yield from whole([list(broken(found))])


def whole(groups: Iterable[list[Remark]]) -> Iterator[str]:
    between = ""
    yield '{"source": {"name": "copydesk"}, "diagnostics": ['
    for group in groups:
        yield "".join(f"{',' if i else between}\n{encode(record(one))}" for i, one in enumerate(group))
        between = "," if group else between
    yield "\n]}\n"


def record(remark: Remark) -> dict[str, Any]:
    first, *others = remark.spots
    code = {"value": remark.rule}
    if remark.result and remark.result.link:
        code["url"] = remark.result.link
    found: dict[str, Any] = {
        "message": told(remark, besides=False),
        "location": location(first),
        "severity": SEVERITIES[remark.severity],
        "code": code,
    }
    if others:
        found["related_locations"] = [
            {"message": one.understood or one.words, "location": location(one)} for one in others
        ]
    return found


def location(at: Spot) -> dict[str, Any]:
    there = at.region
    if at.inside or not at.words:
        return {"path": at.path, "range": {"start": {"line": there.line}}}
    start = {"line": there.line, "column": there.bytes[0]}
    return {"path": at.path, "range": {"start": start, "end": {"line": there.end_line, "column": there.bytes[1]}}}


REPORT = Report("rdjson, for reviewdog", results, broken=mistakes)
