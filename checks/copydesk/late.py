"""Regular expressions that are compiled when they are first needed: most stories need a few of some hundreds, and compiling takes long.

An expression may say which `words` it can't do without: where none of them stands in what is searched, it can't match, and that is told
without compiling it.
"""

import re
import sys
from collections.abc import Iterator

from copydesk.compiled import expression
from copydesk.typed import cast

# As numbers: a flag of `re` takes a hundred times as long to put together or to ask.
ANY_CAPITALS = int(re.IGNORECASE)
OVER_LINES = int(re.IGNORECASE | re.VERBOSE)


def late(text: str, flags: int = 0, words: str = "") -> "re.Pattern[str]":
    """What `re.compile` gives, later. A mistake in the expression shows at its first use.

    words   whatever matches holds one of these (words or parts of words, in small letters if the expression takes any capitals)
    """
    return cast("re.Pattern[str]", _Late(text, flags, words))


def pattern(text: str, words: str = "") -> "re.Pattern[str]":
    """One written over several lines, in any capitals."""
    return late(text, OVER_LINES, words)


def stems(*alternations: str) -> str:
    """What the words of alternations begin with, as `words` of a pattern that can't do without them: "(?:rose|rises?|cut\\w*)" of
    "rose rise cut"."""
    options = "|".join(each.removeprefix("(?:").removesuffix(")") for each in alternations).split("|")
    return " ".join(dict.fromkeys(map(_stem, options)))


def _stem(option: str) -> str:
    """Up to the first sign that is no letter; what is before a question mark or a star may be missing."""
    letters = next((at for at, sign in enumerate(option) if not sign.isalpha()), len(option))
    return option[: letters - (option[letters : letters + 1] in ("?", "*"))]


class _Late:
    """Takes over methods of its compiled expression, and its text, at the first use that can't be answered without it."""

    _each_word: list[str]

    def __init__(self, text: str, flags: int, words: str) -> None:
        self._asked = text, int(flags)
        self._words = words

    def __getattr__(self, name: str) -> object:
        """What is worked out when it is first asked for."""
        if name == "_each_word":
            value: object = self._words.split()
        elif name in _TAKEN:
            value = getattr(self._compiled(), name)
        else:
            raise AttributeError(name)
        vars(self)[name] = value
        return value

    def _compiled(self) -> "re.Pattern[str]":
        compiled = expression(*self._asked)
        own = vars(self)
        own["_compiled"] = lambda: compiled
        own["match"], own["fullmatch"] = compiled.match, compiled.fullmatch
        # A search in vain takes longer than to see that none of the words is there; to look at one place does not.
        if not self._words:
            own["search"], own["finditer"] = compiled.search, compiled.finditer
        return compiled

    def match(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> "re.Match[str] | None":
        return None if self._lacking(string, pos, endpos) else self._compiled().match(string, pos, endpos)

    def search(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> "re.Match[str] | None":
        return None if self._lacking(string, pos, endpos) else self._compiled().search(string, pos, endpos)

    def fullmatch(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> "re.Match[str] | None":
        return None if self._lacking(string, pos, endpos) else self._compiled().fullmatch(string, pos, endpos)

    def finditer(self, string: str, pos: int = 0, endpos: int = sys.maxsize) -> "Iterator[re.Match[str]]":
        return iter(()) if self._lacking(string, pos, endpos) else self._compiled().finditer(string, pos, endpos)

    def _lacking(self, string: str, pos: int, endpos: int) -> bool:
        """Does none of the words stand there?"""
        if not self._words:
            return False
        text = string[pos:endpos]
        if self._asked[1] & ANY_CAPITALS:
            text = _small(text)
        return not any(map(text.__contains__, self._each_word))


# The text that was searched last, and it in small letters: many expressions are tried on one, and putting it in small letters takes as long
# as many a search. One pair, so that threads don't get each other's.
_last = [("", "")]


def _small(text: str) -> str:
    last, small = _last[0]
    if text is not last:
        small = text.lower()
        _last[0] = text, small
    return small


# The rest of what is asked of expressions here.
_TAKEN = frozenset({"findall", "split", "sub", "pattern", "flags"})
