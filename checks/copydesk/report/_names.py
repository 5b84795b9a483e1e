"""What articles and findings are called in reports: names that say which file, and that stay the same from run to run."""

import os

from copydesk.model import Checked, Document, Result, Unread

# Where the built-in packs lie: beside the package's own files in a wheel, two folders above in a checkout.
PACKAGE = os.path.dirname(os.path.dirname(__file__))
PACKS = (os.path.join(PACKAGE, "rules"), os.path.join(os.path.dirname(os.path.dirname(PACKAGE)), "rules"))


def from_here(path: str) -> str:
    """A path below the current folder as it is named from there."""
    return path.removeprefix(os.path.join(os.getcwd(), "")).removeprefix("./")


def rule_file(path: str) -> str:
    """A rule file as it is named from here; one of the built-in packs the same wherever copydesk is installed."""
    folder, name = os.path.split(path)
    return f"rules/{name}" if folder in PACKS else from_here(path)


def article_name(item: Checked | Unread | Document) -> str:
    """story.md; of an article among many in a file news.jsonl#a1, or news.jsonl:5 where it has no name of its own."""
    one = item.document if isinstance(item, Checked) else item
    alone = one.id == one.path or one.path == "-" or one.id.startswith(f"{one.path}:")
    return one.id if alone else f"{one.path}#{one.id}"


def stable(document: Document, result: Result) -> str:
    """The result's own fingerprint, told apart by article: no line numbers, so that it survives edits elsewhere."""
    inside = "" if document.id == document.path else document.id
    return digest(from_here(document.path), inside, result.fingerprint)


def digest(*words: str) -> str:
    try:
        from _blake2 import blake2b  # where hashlib has it from, which loads all of OpenSSL besides
    except ImportError:
        from hashlib import blake2b

    return blake2b("\0".join(words).encode("utf-8", "backslashreplace"), digest_size=16).hexdigest()
