"""The count of a run: what was checked, what was not, and the exit code that follows from it."""

from collections.abc import Iterable, Iterator, Sequence

from copydesk.model import Checked, FailOn, Rule, Unread

NAMED_AT_MOST = 5
PAST = {"pass": "passed", "skip": "skipped"}
# Told only where there are some.
RARE = ("note", "waived")
# What fails a run, and what to say when there is none of it.
FAILS: dict[FailOn, tuple[str, ...]] = {
    "error": ("error",),
    "warning": ("error", "warning"),
    "unsure": ("error", "warning", "unsure"),
    "skipped": ("error", "warning", "unsure", "skip"),
    "never": (),
}
NOTHING: dict[FailOn, str] = {
    "error": "no errors",
    "warning": "no errors, no warnings",
    "unsure": "nothing fails at --fail-on unsure",
    "skipped": "nothing fails at --fail-on skipped",
    "never": "nothing fails at --fail-on never",
}


def counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """Some of these, in brackets."""
    more = [f"{len(names) - NAMED_AT_MOST} more"] if len(names) > NAMED_AT_MOST else []
    return f" ({', '.join([*names[:NAMED_AT_MOST], *more])})" if names else ""


class Tally:
    """Goes along with a run of `check`.

    own    names of the user's own rules: those that found nothing are named; of the built-in ones there are always many
    allow_none  it is no failure if no rule applied to any article
    lost   articles that waivers are for, and that are not there
    """

    def __init__(
        self,
        rules: Sequence[Rule],
        own: frozenset[str],
        fail_on: FailOn,
        allow_none: bool = False,
        lost: Sequence[str] = (),
    ) -> None:
        self.rules, self.own, self.fail_on, self.allow_none, self.lost = rules, own, fail_on, allow_none, lost
        self.articles = self.unread = self.failing = 0
        self.found: set[str] = set()
        self.words: dict[str, int] = dict.fromkeys(("error", "warning", "note", "unsure", "pass", "skip", "waived"), 0)

    def watch(self, items: Iterable[Checked | Unread]) -> Iterator[Checked | Unread]:
        for item in items:
            if isinstance(item, Unread):
                self.unread += 1
            else:
                self.add(item)
            yield item

    def add(self, item: Checked) -> None:
        self.articles += 1
        for result in item.results:
            word = result.level if result.outcome == "fail" else result.outcome
            self.words["waived" if result.waived else word] += 1
            self.failing += result.fails(self.fail_on)
            if result.outcome != "skip":
                self.found.add(result.rule)

    @property
    def exit_code(self) -> int:
        if self.unread:
            return 2
        if self.failing:
            return 1
        return 0 if self.found or self.allow_none else 5

    def line(self) -> str:
        """The last line of a run."""
        words = self.words
        parts = [self.worded(word) for word in words if word not in RARE or words[word]]
        checked = (
            f"Checked {counted(self.articles, 'article')} with {counted(len(self.rules), 'rule')}: {', '.join(parts)}."
        )
        return " ".join(filter(None, (checked, self.not_checked(), f"Exit code {self.exit_code}: {self.reason()}.")))

    def not_checked(self) -> str:
        silent = [rule.name for rule in self.rules if rule.name not in self.found] if self.articles else []
        names = listed([name for name in silent if name in self.own])
        parts = [f"{counted(self.unread, 'article')} could not be read"] if self.unread else []
        parts += [f"{counted(len(silent), 'rule')} found nothing to check{names}"] if silent else []
        if self.lost:
            parts += [f"{counted(len(self.lost), 'waiver')} of articles that are not there{listed(self.lost)}"]
        return f"Not checked: {'; '.join(parts)}." if parts else ""

    def reason(self) -> str:
        failing = ", ".join(self.worded(word) for word in FAILS[self.fail_on] if self.words[word])
        if self.unread:
            return f"{counted(self.unread, 'article')} could not be read{', beside ' if self.failing else ''}{failing}"
        if self.failing:
            return failing
        if not self.found:
            return "nothing was checked, no rule applied to any article"
        return NOTHING[self.fail_on]

    def worded(self, word: str) -> str:
        """2 errors, 1 unsure, 3 skipped, 4 passed."""
        number = self.words[word]
        return counted(number, word) if word in ("error", "warning", "note") else f"{number:,} {PAST.get(word, word)}"
