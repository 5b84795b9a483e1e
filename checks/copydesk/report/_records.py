"""The shapes that JSON reports share: the keys of the JSON Lines contract, and a few more."""

from collections.abc import Mapping
from decimal import Decimal
from json import JSONEncoder

from copydesk.amounts import Amount
from copydesk.model import Checked, Document, Fact, Place, Result, Unread, Waiver
from copydesk.moments import Moment
from copydesk.report._names import stable
from copydesk.typed import Any

# What a summary counts.
COUNTED = ("pass", "fail", "unsure", "skip", "waived")
# Beyond this many digits a whole number is no figure of an article any more; a float says as much.
DIGITS_AT_MOST = 60
# Kinds whose value is a time: their figures stand in `timex`, unless TIMEX3 has no word for them (milliseconds).
TIMES = ("date", "time", "duration", "set")

# Lone surrogates, which JSON can name but UTF-8 can't write, are escaped by the stream that this is written to.
encode = JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode


def fact_record(fact: Fact) -> dict[str, Any]:
    """FACT of the contract, with what, who and where besides."""
    document, value = fact.document, fact.value
    field, start, end = document.source_span(fact.span)
    amount = value if isinstance(value, Amount) and (fact.kind not in TIMES or fact.timex is None) else None
    record: dict[str, Any] = {
        "kind": fact.kind,
        "field": field,
        "start": start,
        "end": end,
        "text": document.sources[field][start:end],
        "low": number(amount.low) if amount else None,
        "high": number(amount.high) if amount else None,
        "bound": bound(value),
        "unit": unit(fact, amount),
        "role": fact.role,
        "timex": fact.timex,
        "of": " ".join(fact.of) or None,
        "speaker": fact.speaker,
        "block": fact.block,
        "quoted": fact.quoted,
        "part": fact.part,
        "some": fact.some,
        "other": fact.other,
    }
    return record


def unit(fact: Fact, amount: Amount | None) -> str | None:
    """The canonical unit; of a count, the singular noun counted."""
    if amount is not None and amount.unit.name:
        return amount.unit.name
    if fact.kind == "age":
        return "year"
    return " ".join(fact.of) or None if fact.kind in ("count", "number") else None


def bound(value: Amount | Moment | None) -> str:
    if isinstance(value, Moment):
        return "~" if value.about and value.bound == "=" else value.bound
    return value.bound if value else "="


def number(value: Decimal) -> int | float | None:
    """A figure as JSON writes numbers: whole where it is whole."""
    if not value.is_finite():
        return None
    if value.adjusted() < DIGITS_AT_MOST and value == value.to_integral_value():
        return int(value)
    as_float = float(value)
    return as_float if abs(as_float) != float("inf") else None


def place_record(place: Place) -> dict[str, Any]:
    document = place.document
    field, start, end = document.source_span(place.span)
    found = document.locate(place.span.start)
    text = document.sources[field][start:end]
    record = {"field": field, "start": start, "end": end, "text": text, "understood": place.understood}
    printed = [box._asdict() for box in document.boxes(place.span)]
    return record | {"line": found.line, "column": found.column} | ({"boxes": printed} if printed else {})


def result_record(result: Result, document: Document) -> dict[str, Any]:
    """RESULT of the contract, with what the rule says and where it stands."""
    record: dict[str, Any] = {
        "rule": result.rule,
        "outcome": result.outcome,
        "level": result.level,
        "message": result.message,
        "places": [place_record(place) for place in result.places],
        "fingerprint": stable(document, result),
        "say": result.say,
        "expected": result.expected,
    }
    more = {"repairs": list(result.repairs), "link": result.link, "waived": waiver_record(result.waived)}
    return record | {key: value for key, value in more.items() if value}


def waiver_record(waiver: Waiver | None) -> dict[str, Any]:
    if waiver is None:
        return {}
    until = waiver.until.isoformat() if waiver.until else ""
    record = {"because": waiver.because, "by": waiver.by, "until": until, "path": waiver.path, "line": waiver.line}
    return {key: value for key, value in record.items() if value}


def checked_record(item: Checked | Unread, every: bool) -> dict[str, Any]:
    """One article's results. `every`: passes, skips and waived ones too."""
    if isinstance(item, Unread):
        return unread_record(item)
    shown = [result for result in item.results if every or result.told]
    return {
        "id": item.document.id,
        "path": item.document.path,
        "results": [result_record(result, item.document) for result in shown],
        "summary": counts([item]),
    }


def facts_record(item: Checked | Unread) -> dict[str, Any]:
    """One article's facts, and the toll of its own event. Scores, which the contract does not count among the figures, stand
    in a list of their own."""
    if isinstance(item, Unread):
        return unread_record(item)
    toll: Mapping[str, int] | None = item.toll
    facts = [fact_record(fact) for fact in item.facts if fact.kind != "score"]
    scores = [fact_record(fact) for fact in item.facts if fact.kind == "score"]
    document = item.document
    record = {
        "id": document.id,
        "path": document.path,
        "facts": facts,
        "toll": dict(toll) if toll is not None else None,
    }
    return record | ({"scores": scores} if scores else {})


def unread_record(item: Unread) -> dict[str, Any]:
    return {"id": item.id, "error": item.error, "path": item.path, "line": item.line}


def counts(items: list[Checked]) -> dict[str, int]:
    """How many results came out how; waived ones are counted apart."""
    found = dict.fromkeys(COUNTED, 0)
    for item in items:
        for result in item.results:
            found["waived" if result.waived else result.outcome] += 1
    return found
