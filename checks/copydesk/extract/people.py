"""Which people a figure counts: killed, injured, missing, …; whether it is a part of another figure, or another event's."""

from copydesk.model import Fact
from copydesk.tokens import Page


def assign(page: Page, facts: list[Fact]) -> list[Fact]:
    return facts
