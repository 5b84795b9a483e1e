"""One slip told by two rules: the sharper of them tells it, and the other becomes a note.

A rule of one's own knows what its story is about. One that looks for a relation in any story, and finds the same statements clashing, adds
nothing that an editor has to do.
"""

from collections.abc import Iterable

from copydesk.model import Result, Rule

LEVELS = ("note", "warning", "error")


def told_once(results: list[Result], rules: Iterable[Rule]) -> list[Result]:
    """The results, with those failures of rules over relations as notes that point at all that a failure of a higher level points at."""
    failed = [(result, _places(result)) for result in results if result.outcome == "fail" and result.places]
    if len({result.level for result, _ in failed}) < 2:
        return results
    general = {rule.name for rule in rules if all(selector.relation for selector in rule.find)}
    again = {
        id(result): sharper.rule
        for result, places in failed
        for sharper, fewer in failed
        if result.rule in general and fewer <= places and LEVELS.index(result.level) < LEVELS.index(sharper.level)
    }
    return [_as_note(result, again[id(result)]) if id(result) in again else result for result in results]


def _as_note(result: Result, rule: str) -> Result:
    return result._replace(level="note", message=f"{result.message} (Told by [{rule}], too.)")


def _places(result: Result) -> set[tuple[int, int, int]]:
    return {(*place.span, id(place.document)) for place in result.places}
