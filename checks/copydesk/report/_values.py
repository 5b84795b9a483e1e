"""What was understood of a fact, in few words."""

from decimal import Decimal

from copydesk.amounts import Amount
from copydesk.model import Fact
from copydesk.moments import Moment

SIGNS = {"=": "", "<=": "≤ ", ">=": "≥ ", "~": "about "}


def value(fact: Fact) -> str:
    """≥ 7, 10–20, 2025-05-31T22:50."""
    said = fact.value
    if isinstance(said, Amount) and fact.kind not in ("duration", "set"):
        low, high = figure(said.low), figure(said.high)
        return SIGNS.get(said.bound, f"{said.bound} ") + (low if low == high else f"{low}–{high}")
    bound = said.bound if said else "="
    if isinstance(said, Moment) and said.about and bound == "=":
        bound = "~"
    return SIGNS.get(bound, f"{bound} ") + (fact.timex or "?")


def figure(number: Decimal) -> str:
    """1,200,000 and 0.5, never 1.2E+6."""
    if not number.is_finite() or number.adjusted() > 60:
        return str(number)
    return f"{number.normalize():,f}"


def unit(fact: Fact) -> str:
    """The unit of a figure; a duration's stands in its value."""
    amount = fact.value if isinstance(fact.value, Amount) else None
    return amount.unit.name if amount and fact.kind != "duration" else ""


def role(fact: Fact) -> str:
    """Killed, injured, …, and whether it is a part, only some of them, or belongs to another event."""
    notes = [word for word, on in (("part", fact.part), ("some", fact.some), ("other event", fact.other)) if on]
    return ", ".join(filter(None, [fact.role, *notes]))


def speaker(fact: Fact) -> str:
    return fact.speaker or ("(quoted)" if fact.quoted else "")
