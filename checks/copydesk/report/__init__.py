"""From results to text: one file here a format, and its name is the word users write (`--format junit`)."""

import os
from importlib import import_module

from copydesk.model import Report

# The formats that facts have, too.
FACTS = ("text", "csv", "json", "jsonl")


def names() -> list[str]:
    """Every format there is, `text` first."""
    files = os.listdir(os.path.dirname(__file__))
    found = (file.removesuffix(".py") for file in files if file.endswith(".py") and file[0] != "_")
    return sorted(found, key=lambda name: (name != "text", name))


def report(name: str) -> Report:
    """The format of this name. Its file is imported when it is asked for."""
    found: Report = import_module(f"{__name__}.{name}").REPORT
    return found
