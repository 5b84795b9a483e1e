"""Which paths a glob means, as settings and the configuration of pytest write it."""

import re

PIECES = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def fits(glob: str, path: str) -> bool:
    """Does it mean a path? `**/` is any folders or none, `*` and `?` stay within a name."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", glob.removeprefix("./"))
    whole = "".join(PIECES.get(part, re.escape(part)) for part in parts)
    return re.fullmatch(whole, path) is not None
