"""Whose words a fact stands in: its speaker, and whether it is inside quotation marks."""

from copydesk.model import Fact
from copydesk.tokens import Page


def attribute(page: Page, facts: list[Fact]) -> list[Fact]:
    return facts
