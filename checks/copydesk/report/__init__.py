"""From results to text: one file here a format, and its name is the word users write (`--format junit`)."""

from importlib import import_module
from pathlib import Path

from copydesk.model import Report


def names() -> list[str]:
    """Every format there is, `text` first."""
    found = sorted(
        path.stem for path in Path(__file__).parent.iterdir() if path.suffix == ".py" and path.stem[0] != "_"
    )
    return sorted(found, key=lambda name: name != "text")


def report(name: str) -> Report:
    """The format of this name. Its file is imported when it is asked for."""
    found: Report = import_module(f"{__name__}.{name}").REPORT
    return found
