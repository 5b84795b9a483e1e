"""SARIF 2.1.0, for code scanning: a result at one place, the other statements as related locations; what could not be checked as
notifications (OASIS Standard, Static Analysis Results Interchange Format Version 2.1.0, 27 March 2020)."""

from collections.abc import Iterable, Iterator, Sequence

from copydesk import __version__
from copydesk.errors import Mistake
from copydesk.model import Checked, Look, Report, Rule, Unread
from copydesk.report._records import encode
from copydesk.report._remarks import Once, Remark, Spot, broken, remarks, unread, uri
from copydesk.typed import Any

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# GitHub shows 100 locations of a result and 20 tags of a rule, and refuses what has more.
LOCATIONS, TAGS = 99, 20
# Section 3.27.9: what is no failure has the level "none".
KINDS = {"fail": "fail", "unsure": "review", "pass": "pass", "skip": "notApplicable"}


def results(items: Iterable[Checked | Unread], look: Look) -> Iterator[str]:
    index = {rule.name: i for i, rule in enumerate(look.rules)}
    yield head(look.rules)
    once, notifications, between = Once(), list[dict[str, Any]](), ""
    for item in items:
        if isinstance(item, Unread):
            notifications.append(notification(unread(item)))
            yield ""
            continue
        records = [encode(record(remark, index, once)) for remark in seen(item, look)]
        yield "".join(f"{',' if i else between}\n{one}" for i, one in enumerate(records))
        between = "," if records else between
    yield foot(notifications)


def mistakes(found: Sequence[Mistake]) -> Iterator[str]:
    yield head(())
    yield foot([notification(remark) for remark in broken(found)], "toolConfigurationNotifications")


def head(rules: Sequence[Rule]) -> str:
    driver = {
        "name": "copydesk",
        "semanticVersion": __version__,
        "shortDescription": text("Does the story hold up?"),
        "rules": [descriptor(rule) for rule in rules],
    }
    run = f'{{"tool": {encode({"driver": driver})}, "columnKind": "unicodeCodePoints", "results": ['
    return f'{{"$schema": {encode(SCHEMA)}, "version": "2.1.0", "runs": [\n{run}'


def foot(notifications: list[dict[str, Any]], kind: str = "toolExecutionNotifications") -> str:
    invocation: dict[str, Any] = {"executionSuccessful": not notifications}
    if notifications:
        invocation[kind] = notifications
    return f'\n], "invocations": [{encode(invocation)}]}}\n]}}\n'


def descriptor(rule: Rule) -> dict[str, Any]:
    """A rule as code scanning lists it; its help is what it says, why, and what it expects."""
    expected = "; ".join(expectation.text for expectation in rule.expect)
    parts = [rule.say, rule.why, f"Expected: {expected}" if expected else ""]
    markdown = [f"**{rule.say}**", rule.why, f"Expected: `{expected}`" if expected else ""]
    record: dict[str, Any] = {
        "id": rule.name,
        "shortDescription": text(rule.say),
        "fullDescription": text(rule.why or rule.say),
        "help": {
            "text": doubled("\n\n".join(filter(None, parts))),
            "markdown": doubled("\n\n".join(filter(None, markdown))),
        },
        "defaultConfiguration": {"level": rule.level},
    }
    if rule.link.startswith(("http://", "https://")):
        record["helpUri"] = rule.link
    if rule.tags:
        record["properties"] = {"tags": list(dict.fromkeys(rule.tags))[:TAGS]}
    return record


def seen(item: Checked, look: Look) -> Iterator[Remark]:
    """The remarks, and what is waived too: SARIF has a word for it."""

    yield from remarks(item, look)
    for result in item.results:
        if result.waived and result.outcome in ("fail", "unsure"):
            bare = Checked(item.document, results=(result._replace(waived=None),))
            yield from (remark._replace(result=result) for remark in remarks(bare, look))


def record(remark: Remark, index: dict[str, int], once: Once) -> dict[str, Any]:
    outcome = remark.result.outcome if remark.result else "fail"
    first, *others = remark.spots
    found: dict[str, Any] = {"ruleId": remark.rule}
    if remark.rule in index:
        found["ruleIndex"] = index[remark.rule]
    found |= {
        "kind": KINDS[outcome],
        "level": remark.severity if outcome == "fail" else "none",
        "message": text(remark.message),
        "locations": [location(first)],
        "partialFingerprints": {"copydesk/v1": once(remark.fingerprint)},
    }
    if others:
        found["relatedLocations"] = [location(one, i) for i, one in enumerate(others[:LOCATIONS], 1)]
    waived = remark.result.waived if remark.result else None
    if waived:
        source = "external" if waived.article else "inSource"
        found["suppressions"] = [{"kind": source, "justification": waived.because}]
    return found


def location(at: Spot, number: int = 0) -> dict[str, Any]:
    """A place. Of an article among many in a file the line is that of the file, and the place in it a logical location."""
    there = at.region
    region: dict[str, Any] = {"startLine": there.line}
    if at.words and not at.inside:
        region |= {"startColumn": there.column, "endLine": there.end_line, "endColumn": there.end_column}
        region["snippet"] = {"text": at.words}
    found: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": uri(at.path)}, "region": region}}
    if at.inside:
        found["logicalLocations"] = [{"fullyQualifiedName": at.inside}]
    if number:
        found |= {"id": number, "message": text(at.understood or at.words or "the article")}
    elif at.understood:
        found["message"] = text(at.understood)
    return found


def notification(remark: Remark) -> dict[str, Any]:
    return {
        "descriptor": {"id": remark.rule},
        "level": "error",
        "message": text(remark.message),
        "locations": [location(remark.spots[0])],
    }


def text(words: str) -> dict[str, str]:
    return {"text": doubled(words)}


def doubled(words: str) -> str:
    """Braces are placeholders in the messages of SARIF (3.11.5), unless doubled."""
    return words.replace("{", "{{").replace("}", "}}")


REPORT = Report("SARIF 2.1.0, for code scanning", results, broken=mistakes)
