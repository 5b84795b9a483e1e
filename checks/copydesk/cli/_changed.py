"""`--changed-since REV`: of the articles that are named, those that git says were changed."""

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from copydesk.cli import _git
from copydesk.errors import UsageError
from copydesk.model import Unread
from copydesk.read import STDIN, expand

OPTION = "--changed-since"
git = partial(_git.text, option=OPTION)


def changed(paths: Iterable[str], rules: Sequence[str], rev: str) -> list[str]:
    """The files of these paths that differ from where the current branch left REV, and those that git doesn't keep: not yet, or because
    they are ignored, in a repository inside this one or outside of it.

    Every one of them, if a rule file changed too: a new rule may speak of any article. Raises UsageError where git can't say.
    """
    named = list(paths)
    touched = since(rev)
    if any(touches(touched, rule) for rule in rules):
        return named
    kept = tracked()
    found: list[str] = []
    for path in named:
        for source in expand(path):
            if isinstance(source, Unread):
                found.append(path)  # a wrong path is told as ever
            elif source == STDIN or (whole := Path(source).resolve()) in touched or str(whole) not in kept:
                found.append(source)
    return list(dict.fromkeys(found))


def touches(touched: frozenset[Path], rule: str) -> bool:
    """Is a rule file, or one in a folder of rules, among them?"""
    whole = Path(rule).resolve()
    return any(path == whole or path.is_relative_to(whole) for path in touched)


def tracked() -> frozenset[str]:
    """Whole paths of all files that git keeps in this repository."""
    root = _git.root(OPTION)
    names = git("ls-files", "-z", "--full-name", str(root)).split("\0")
    return frozenset(os.path.join(root, name) for name in names)


def since(rev: str) -> frozenset[Path]:
    """Whole paths of all files of the repository that changed."""
    root, mine = _git.root(OPTION), _git.commit(rev, OPTION)
    try:
        base = git("merge-base", mine, "HEAD").strip()
    except UsageError:
        base = mine  # no common past, as in a shallow clone
    names = git("diff", "--name-only", "-z", "--diff-filter=d", base, "--")
    unknown = git("ls-files", "--others", "--exclude-standard", "-z", "--full-name", str(root))
    return frozenset((root / name).resolve() for name in (names + unknown).split("\0") if name)
