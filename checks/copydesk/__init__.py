"""copydesk: does the story hold up?

    import copydesk

    checked = copydesk.check("story.md", rules="rules/")
    for result in checked.results:
        print(result.outcome, result.message)

Names of the API are imported when they are first used, so that `import copydesk` costs nothing.
"""

# Type checkers take it for true; importing typing would take longer than everything else here.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from copydesk.api import articles as articles
    from copydesk.api import check as check
    from copydesk.errors import BrokenRules as BrokenRules
    from copydesk.errors import CopydeskError as CopydeskError
    from copydesk.errors import UnreadableArticle as UnreadableArticle
    from copydesk.model import Checked as Checked
    from copydesk.model import Document as Document
    from copydesk.model import Fact as Fact
    from copydesk.model import Result as Result
    from copydesk.model import Rule as Rule
    from copydesk.model import Unread as Unread
    from copydesk.read import read as read

__version__ = "0.1.0"

# Where each name of the API stands; an empty place is a folder of that name.
_PLACES = {
    "articles": "api",
    "check": "api",
    "read": "",
    "BrokenRules": "errors",
    "CopydeskError": "errors",
    "UnreadableArticle": "errors",
    "Checked": "model",
    "Document": "model",
    "Fact": "model",
    "Result": "model",
    "Rule": "model",
    "Unread": "model",
}


if not TYPE_CHECKING:

    def __getattr__(name):
        if name not in _PLACES:
            raise AttributeError(f"module 'copydesk' has no attribute {name!r}")
        from importlib import import_module

        place = _PLACES[name]
        return getattr(import_module(f"copydesk.{place}"), name) if place else import_module(f"copydesk.{name}")


def __dir__() -> list[str]:
    return sorted([*globals(), *_PLACES])
