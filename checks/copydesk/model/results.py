"""What comes of a run: of each article its results, and for each of them whether somebody let it stand."""

from collections.abc import Mapping
from datetime import date

from copydesk.amounts import Outcome
from copydesk.model.article import Document, Fact, Span
from copydesk.model.rules import Level
from copydesk.named import NamedTuple
from copydesk.typed import Literal

FailOn = Literal["error", "warning", "unsure", "skipped", "never"]


class Place(NamedTuple):
    """One of the clashing statements: where it stands, and what was understood ("Sat 31 May 22:44")."""

    span: Span
    understood: str
    document: Document


class Waiver(NamedTuple):
    """A finding that somebody looked at and lets stand.

    rule     id or name of the rule that it is for
    because  the reason; without one a waiver hides nothing
    until    the last day that it is good for; `unread` is what stands there instead of a date
    article  path of the article, with `#id` behind it for one of many in a file; empty for a comment in the article itself
    facts    the texts of the facts of the finding; None for every finding of that rule
    path, line  where it stands
    field, at   of a comment: the field of the source, and the offset in it
    """

    rule: str
    because: str = ""
    by: str = ""
    until: date | None = None
    unread: str = ""
    article: str = ""
    facts: tuple[str, ...] | None = None
    path: str = ""
    line: int = 0
    field: str = ""
    at: int = 0


class Result(NamedTuple):
    """What one rule says of one article. One that is `waived` stands as it was found, and fails no run."""

    rule: str
    outcome: Outcome
    level: Level
    message: str
    places: tuple[Place, ...] = ()
    fingerprint: str = ""
    say: str = ""
    expected: str = ""
    rule_path: str = ""
    rule_line: int = 0
    repairs: tuple[str, ...] = ()
    link: str = ""
    waived: Waiver | None = None

    @property
    def told(self) -> bool:
        """Is it a finding for an editor to look at: a failure, or unsure, that nobody let stand?"""
        return self.outcome in ("fail", "unsure") and self.waived is None

    def fails(self, fail_on: FailOn = "error") -> bool:
        """Does it fail a run? A note never does; `unsure` and `skipped` ask for all that is above them too."""
        if fail_on == "never" or self.level == "note" or self.waived:
            return False
        if self.outcome == "fail":
            return self.level == "error" or fail_on != "error"
        also = {"unsure": ("unsure",), "skipped": ("unsure", "skip")}
        return self.outcome in also.get(fail_on, ())


class Checked(NamedTuple):
    """One article after the whole flow."""

    document: Document
    facts: tuple[Fact, ...] = ()
    results: tuple[Result, ...] = ()
    toll: Mapping[str, int] | None = None


class Unread(NamedTuple):
    """An article that could not be read: it keeps its place in every report."""

    id: str
    path: str
    error: str
    line: int = 1
