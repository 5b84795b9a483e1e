"""What can go wrong outside an article: one root, few children; each says what, where, and what to do."""

from copydesk.named import NamedTuple


class CopydeskError(Exception):
    """Root of all errors that are the user's to mend. Exit code 2."""


class UsageError(CopydeskError):
    """A wrong option or path on the command line."""


class UnreadableArticle(CopydeskError):
    """An article that can't be read: what is wrong, which file, and what to do."""

    def __init__(self, path: str, what: str, hint: str = "") -> None:
        self.path, self.what, self.hint = path, what, hint
        super().__init__(f"{path}: {what}" + (f" {hint}" if hint else ""))


class Mistake(NamedTuple):
    """One mistake in a rule file. `line` and `column` count from 1, in code points; `width` is how much the caret underlines."""

    path: str
    line: int
    column: int
    what: str
    hint: str = ""
    excerpt: str = ""
    width: int = 1

    def __str__(self) -> str:
        head = f"{self.path}:{self.line}:{self.column}: {self.what}"
        lines = [head]
        if self.excerpt:
            lines += [
                f"{self.line:>5} | {self.excerpt}",
                f"      | {' ' * (self.column - 1)}{'^' * max(1, self.width)}",
            ]
        if self.hint:
            lines.append(f"      = {self.hint}")
        return "\n".join(lines)


class BrokenRules(CopydeskError):
    """A rule file with mistakes: all of them, in file order."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = mistakes
        super().__init__("\n".join(str(mistake) for mistake in mistakes))
