"""Which blocks of a page are the article, as trafilatura sees it. It gives no places, and sets white space and marks anew: so its words only
choose among the blocks of our own tree, which know where they stand."""

import re
from collections.abc import Callable
from importlib.util import find_spec

from copydesk.late import late
from copydesk.read._prose import Found
from copydesk.read._tree import Element

# What users write where a selector could stand.
NAME = "trafilatura"
NEEDS = "Choosing the article with trafilatura needs a package of its own: pip install 'copydesk[web]'."
OTHERWISE = "Name the article with --select and a CSS selector."
NOTHING = f"trafilatura finds no article on this page. {OTHERWISE}"
# It takes a second for some ten thousand tags.
MOST_TAGS, MOST = 12_000, 4 * 1024 * 1024
TOO_MANY = f"It has more than {MOST_TAGS:,} tags, too many for trafilatura. {OTHERWISE}"
# Words shorter than this, in letters, may stand anywhere: they must be a line of their own.
TELLING = 20
NO_LETTER = late(r"[\W_]+")


class CanNotChoose(ValueError):
    """Why not, and what to do."""


def chooser(source: str, root: Element) -> Callable[[Found], bool]:
    """Is a block of the page a part of its article? Raises CanNotChoose."""
    if find_spec(NAME) is None:
        raise CanNotChoose(NEEDS)
    if len(source) > MOST or sum(1 for _ in root.elements()) > MOST_TAGS:
        raise CanNotChoose(TOO_MANY)
    text = extracted(source)
    parts = {letters(part) for line in text.splitlines() for part in (line, *line.split("|"))} - {""}
    if not parts:
        raise CanNotChoose(NOTHING)
    whole = "\n".join(map(letters, text.splitlines()))

    def chosen(block: Found) -> bool:
        said = letters("".join(words.text for words in block.words))
        return said in parts or (len(said) >= TELLING and said in whole)

    return chosen


def letters(words: str) -> str:
    return NO_LETTER.sub("", words).casefold()


def extracted(source: str) -> str:
    """The text of the article, a block a line; empty where there is none. Nothing is fetched."""
    import logging

    from trafilatura import extract

    logging.getLogger(NAME).setLevel(logging.CRITICAL)
    # Characters that are no XML make lxml refuse the page; they are no words either.
    clean = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", " ", source)
    try:
        return extract(clean, include_comments=False, include_tables=True, output_format="txt") or ""
    except Exception as error:  # whatever a page makes it stumble over, the run goes on
        raise CanNotChoose(f"trafilatura can't read this page ({type(error).__name__}). {OTHERWISE}") from error
