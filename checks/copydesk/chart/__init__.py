"""A story's times as a picture: one file here a form, and its name is the word users write (`copydesk timeline --format svg`)."""

from importlib import import_module
from pathlib import Path

from copydesk.chart._stops import Chart


def names() -> list[str]:
    """Every form there is, `text` first."""
    found = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    return sorted(found, key=lambda name: name != "text")


def chart(name: str) -> Chart:
    """The form of this name. Its file is imported when it is asked for."""
    found: Chart = import_module(f"{__name__}.{name}").CHART
    return found
