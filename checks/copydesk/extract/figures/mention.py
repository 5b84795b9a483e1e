"""A figure found on a page, before it becomes a fact."""

from typing import NamedTuple

from copydesk.amounts import Amount
from copydesk.model import FactKind, Span
from copydesk.tokens import Page


class Mention(NamedTuple):
    """first, last: its tokens, hedge and unit included. of: what is counted. part: "three of them"."""

    kind: FactKind
    first: int
    last: int
    amount: Amount
    of: tuple[str, ...] = ()
    timex: str | None = None
    part: bool = False

    def span(self, page: Page) -> Span:
        return page.span(self.first, self.last)


def behind(page: Page, last: int) -> int:
    """The token behind a number, over one hyphen ("10-mile", "5-percent"); -1 at the end of the text."""
    at = last + 1
    lower = page.lower
    if at + 1 < len(lower) and lower[at] in ("-", "‐", "‑", "–") and page.joined(last) and page.joined(at):
        at += 1
    if lower[at : at + 1] == ["of"] and lower[at + 1 : at + 2] in (["a"], ["an"]):  # three quarters of a mile
        at += 2
    return at if at < len(lower) else -1
