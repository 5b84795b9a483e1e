"""JUnit XML, for CI: a suite an article, a case a rule. What would not fail the run is told as output, not as a failure."""

from collections.abc import Iterable, Iterator

from copydesk.model import Checked, Look, Report, Result, Unread
from copydesk.report._finding import finding, waived
from copydesk.report._names import article_name
from copydesk.report._xml import escaped, text


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="copydesk">\n'
    for item in items:
        yield "".join(unread(item) if isinstance(item, Unread) else suite(item, look))
    yield "</testsuites>\n"


def unread(item: Unread) -> Iterator[str]:
    name = escaped(article_name(item))
    yield f'  <testsuite name="{name}" tests="1" failures="0" errors="1" skipped="0">\n'
    yield f'    <testcase classname="{name}" name="read" file="{escaped(item.path)}" line="{item.line}">\n'
    yield f'      <error message="{escaped(item.error)}"/>\n    </testcase>\n  </testsuite>\n'


def suite(item: Checked, look: Look) -> Iterator[str]:
    failures = sum(result.fails(look.fail_on) for result in item.results)
    skipped = sum(is_skipped(result, look) for result in item.results)
    name = escaped(article_name(item))
    yield f'  <testsuite name="{name}" tests="{len(item.results)}" failures="{failures}" errors="0" skipped="{skipped}">\n'
    for result in item.results:
        yield from case(item, result, look)
    yield "  </testsuite>\n"


def case(item: Checked, result: Result, look: Look) -> Iterator[str]:
    document, line = item.document, item.document.line
    if result.places and document.id == document.path:
        line = document.file_line(result.places[0].span.start)
    name, rule = escaped(article_name(item)), escaped(result.rule)
    yield f'    <testcase classname="{name}" name="{rule}" file="{escaped(document.path)}" line="{line}"'
    told = text("".join(finding(result, document))) if result.outcome != "pass" else ""
    kind = escaped(result.level if result.outcome == "fail" else result.outcome)
    if result.fails(look.fail_on):
        yield f'>\n      <failure type="{kind}" message="{escaped(result.message)}">{told}</failure>\n    </testcase>\n'
    elif is_skipped(result, look):
        why = f"waived: {waived(result.waived)}" if result.waived else result.message
        yield f'>\n      <skipped message="{escaped(why)}"/>\n    </testcase>\n'
    elif told:
        yield f">\n      <system-out>{told}</system-out>\n    </testcase>\n"
    else:
        yield "/>\n"


def is_skipped(result: Result, look: Look) -> bool:
    """Skipped, or waived: JUnit has no other word for what is there and does not count."""
    return result.waived is not None or (result.outcome == "skip" and not result.fails(look.fail_on))


REPORT = Report("JUnit XML, for CI", results)
