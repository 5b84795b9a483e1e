"""Checkstyle's XML, which Jenkins and many editors read: a file an article, an error a finding."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from copydesk.errors import Mistake
from copydesk.model import Checked, Look, Report, Unread
from copydesk.report._remarks import Remark, broken, remarks, told
from copydesk.report._xml import escaped

SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    yield from whole(list(remarks(item, look)) for item in items)


def mistakes(found: Sequence[Mistake]) -> Iterator[str]:
    yield from whole([list(broken(found))])


def whole(groups: Iterable[list[Remark]]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="4.3">\n'
    for group in groups:
        yield "".join(file(path, ones) for path, ones in groupby(group, key=lambda one: one.spots[0].path))
    yield "</checkstyle>\n"


def file(path: str, found: Iterable[Remark]) -> str:
    return f'  <file name="{escaped(path)}">\n{"".join(map(error, found))}  </file>\n'


def error(remark: Remark) -> str:
    at = remark.spots[0].region
    place = f'line="{at.line}" column="{at.column}" severity="{SEVERITIES[remark.severity]}"'
    return f'    <error {place} message="{escaped(told(remark))}" source="{escaped(remark.rule)}"/>\n'


REPORT = Report("XML in the form of Checkstyle", results, broken=mistakes)
