"""TAP, the Test Anything Protocol, version 14: a test a rule and article. What would not fail the run is ok, with what was found below."""

from collections.abc import Iterable, Iterator

from copydesk.model import Checked, Look, Report, Result, Unread
from copydesk.report._finding import safe
from copydesk.report._names import article_name
from copydesk.report._records import encode, result_record
from copydesk.report._remarks import UNREAD
from copydesk.typed import Any


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    yield "TAP version 14\n"
    number = 0
    for item in items:
        if isinstance(item, Unread):
            tests = [
                (
                    False,
                    f"{article_name(item)}: {UNREAD}",
                    "",
                    {"message": item.error, "path": item.path, "line": item.line},
                )
            ]
        else:
            tests = [test(item, result, look) for result in item.results]
        lines = []
        for ok, name, directive, more in tests:
            number += 1
            lines.append(f"{'ok' if ok else 'not ok'} {number} - {named(name)}{directive}\n{block(more)}")
        yield "".join(lines)
    yield f"1..{number}{'' if number else ' # SKIP there were no articles'}\n"


def test(item: Checked, result: Result, look: Look) -> tuple[bool, str, str, dict[str, Any]]:
    """Whether it is ok, its name, a directive, and what to say below it."""
    name = f"{article_name(item)}: {result.rule}"
    failing = result.fails(look.fail_on)
    if result.outcome == "skip" and not failing:
        return True, name, f" # SKIP {named(result.message)}", {}
    return not failing, name, "", {} if result.outcome == "pass" else result_record(result, item.document)


def named(words: str) -> str:
    """On one line, with the hash and the backslash escaped, which begin directives."""
    return safe(" ".join(words.split())).replace("\\", "\\\\").replace("#", "\\#")


def block(more: dict[str, Any]) -> str:
    """A block of YAML, of which JSON is a part."""
    if not more:
        return ""
    return "  ---\n" + "".join(f"  {key}: {encode(value)}\n" for key, value in more.items()) + "  ...\n"


REPORT = Report("TAP, the Test Anything Protocol", results)
