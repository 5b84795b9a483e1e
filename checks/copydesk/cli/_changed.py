"""`--changed-since REV`: of the articles that are named, those that git says were changed."""

import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from copydesk.errors import UsageError
from copydesk.model import Unread
from copydesk.read import STDIN, expand


def changed(paths: Iterable[str], rules: Sequence[str], rev: str) -> list[str]:
    """The files of these paths that differ from where the current branch left REV, and those that git doesn't know yet.

    Every one of them, if a rule file changed too: a new rule may speak of any article. Raises UsageError where git can't say.
    """
    named = list(paths)
    touched = since(rev)
    if any(touches(touched, rule) for rule in rules):
        return named
    found: list[str] = []
    for path in named:
        for source in expand(path):
            if isinstance(source, Unread):
                found.append(path)  # a wrong path is told as ever
            elif source == STDIN or Path(source).resolve() in touched:
                found.append(source)
    return list(dict.fromkeys(found))


def touches(touched: frozenset[Path], rule: str) -> bool:
    """Is a rule file, or one in a folder of rules, among them?"""
    whole = Path(rule).resolve()
    return any(path == whole or path.is_relative_to(whole) for path in touched)


def since(rev: str) -> frozenset[Path]:
    """Whole paths of all files of the repository that changed."""
    if rev.startswith("-"):
        raise UsageError(f"{rev} is no revision.")
    root = Path(git("rev-parse", "--show-toplevel").rstrip("\n"))
    try:
        base = git("merge-base", rev, "HEAD").strip()
    except UsageError:
        base = git("rev-parse", "--verify", f"{rev}^{{commit}}").strip()  # no common past, as in a shallow clone
    names = git("diff", "--name-only", "-z", "--diff-filter=d", base, "--")
    unknown = git("ls-files", "--others", "--exclude-standard", "-z", "--full-name", str(root))
    return frozenset((root / name).resolve() for name in (names + unknown).split("\0") if name)


def git(*words: str) -> str:
    try:
        done = subprocess.run(["git", *words], capture_output=True, check=False)
    except OSError as error:
        raise UsageError(f"--changed-since needs git: {error.strerror or error}.") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"git can't say what changed: {said[0] if said else 'it gives no reason'}.")
    return done.stdout.decode("utf-8", "surrogateescape")
