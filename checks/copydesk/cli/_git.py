"""git, asked for what commands need to know of the past."""

import subprocess
from pathlib import Path

from copydesk.errors import UsageError


def git(*words: str, option: str, given: bytes | None = None) -> bytes:
    """What git prints. Raises UsageError, with the option that needs it, where there is no git or it refuses."""
    try:
        done = subprocess.run(["git", *words], input=given, capture_output=True, check=False)
    except OSError as error:
        raise UsageError(f"{option} needs git: {error.strerror or error}.") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise UsageError(f"{option}: git says: {said[0] if said else 'nothing, and fails'}.")
    return done.stdout


def text(*words: str, option: str) -> str:
    return git(*words, option=option).decode("utf-8", "surrogateescape")


def root(option: str) -> Path:
    """The folder of the repository that the current folder lies in."""
    return Path(text("rev-parse", "--show-toplevel", option=option).rstrip("\n")).resolve()


def commit(rev: str, option: str) -> str:
    """The full name of the commit that a revision means. Raises UsageError for one that means none."""
    if rev.startswith("-"):
        raise UsageError(f"{rev} is no revision.")
    try:
        return text("rev-parse", "--verify", "--quiet", f"{rev}^{{commit}}", option=option).strip()
    except UsageError as error:
        raise UsageError(f"{option}: there is no revision {rev!r} in this repository.") from error
