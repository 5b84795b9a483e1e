"""GitLab's code quality report: a JSON array, every finding with a fingerprint of its own, since of two that are the same only one is shown."""

from collections.abc import Iterable, Iterator, Sequence

from copydesk.errors import Mistake
from copydesk.model import Checked, Look, Report, Unread
from copydesk.report._records import encode
from copydesk.report._remarks import BROKEN, UNREAD, Once, Remark, broken, remarks, told
from copydesk.typed import Any

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    yield from array(list(remarks(item, look)) for item in items)


def mistakes(found: Sequence[Mistake]) -> Iterator[str]:
    yield from array([list(broken(found))])


def array(groups: Iterable[list[Remark]]) -> Iterator[str]:
    once, between = Once(), ""
    yield "["
    for group in groups:
        yield "".join(f"{',' if i else between}\n{encode(record(one, once))}" for i, one in enumerate(group))
        between = "," if group else between
    yield "\n]\n"


def record(remark: Remark, once: Once) -> dict[str, Any]:
    at = remark.spots[0]
    lines = {"begin": at.region.line, "end": at.region.end_line}
    return {
        "description": told(remark),
        "check_name": remark.rule,
        "fingerprint": once(remark.fingerprint),
        "severity": "critical" if remark.rule in (UNREAD, BROKEN) else SEVERITIES[remark.severity],
        "location": {"path": at.path, "lines": lines},
    }


REPORT = Report("code quality report of GitLab", results, broken=mistakes)
