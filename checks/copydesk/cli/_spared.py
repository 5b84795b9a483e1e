"""What no report may be written over: what the run reads, and what is called like an article, a rule file or settings."""

import argparse
import os
from collections.abc import Iterable

from copydesk.errors import UsageError
from copydesk.read import suffix, suffixes

# Formats of reports that go by a suffix which articles have, too.
CALLED: dict[str, tuple[str, ...]] = {
    ".md": ("markdown", "summary"),
    ".markdown": ("markdown", "summary"),
    ".html": ("html",),
    ".htm": ("html",),
    ".json": ("json", "jsonl", "sarif", "gitlab", "rdjson"),
    ".jsonl": ("jsonl", "rdjson"),
    ".ndjson": ("jsonl", "rdjson"),
    ".csv": ("csv",),
    ".xml": ("junit", "checkstyle"),
}
PLAIN = (".txt", ".text")
SETTINGS = (".yml", ".yaml", ".toml")


def spare(args: argparse.Namespace, more: Iterable[str] = ()) -> None:
    """Raises UsageError where a report would take the place of what is no report; `more` is read besides what the command line names.

    A shell makes `--output a/*.md` into `--output a/one.md a/two.md …`, and the first of the articles would be gone.
    """
    form = getattr(args, "format", None)
    targets = [(form, args.output)] if form and args.output else []
    targets += [(form, path) for form, _, path in (one.partition("=") for one in getattr(args, "report", ()))]
    read = [*more, *(path for name in ("paths", "rules", "corpus") for path in getattr(args, name, ()))]
    read += filter(None, (getattr(args, name, None) for name in ("against", "waivers", "config")))
    for form, path in targets:
        if not os.path.isfile(path):
            continue
        if any(os.path.isfile(one) and os.path.samefile(one, path) for one in read):
            raise UsageError(f"{path} is read in this run: a report would take its place. Write it to another file.")
        ending = suffix(path)
        if ending in (*suffixes(), *SETTINGS) and ending not in PLAIN and form not in CALLED.get(ending, ()):
            raise UsageError(
                f"{path} is there already and no {form} report by its name: it may be an article or rules. "
                "Write to another file, or delete it first."
            )
