"""Free English under `expect`, answered with the nearest sentence of the grammar, filled in with the rule's own names."""

import re
from collections.abc import Mapping

from copydesk.rulebook.notes import nearest
from copydesk.rulebook.sentences import ReadFigure
from copydesk.rulebook.sorts import Sort

LATER = frozenset("after later following afterwards since".split())
EARLIER = frozenset("before earlier prior previously precedes preceded precede ago".split())
EQUAL = frozenset("agree agrees same equal equals match matches identical consistent every everywhere".split())
TOTAL = frozenset("total totals sum sums add adds added together plus altogether".split())
ABOUT = frozenset("about around roughly approximately some circa nearly".split())
SIGNS = (
    (frozenset("least minimum".split()), ">="),
    (frozenset("most maximum".split()), "<="),
    (frozenset("more greater above over exceeds exceed larger higher bigger".split()), ">"),
    (frozenset("less fewer below under smaller lower".split()), "<"),
)
WORD = re.compile(r"[^\s,;:!?()]+")
NOT = frozenset("never not no cannot nor".split())
OPPOSITE = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "=": "!="}
LONGEST = 5


def shape(text: str, sorts: Mapping[str, Sort | Mapping[str, Sort]], figure: ReadFigure) -> str:
    """The sentence that the writer most likely meant; empty if the rule has no names to fill in."""
    words = [word.strip(".'\"") for word in WORD.findall(text)]
    lower = {word.lower() for word in words}
    names = _names(words, sorts)
    if not names:
        return ""
    moments = [
        name for name in names if isinstance(sort := sorts[name.partition(".")[0]], Sort) and sort.family == "moment"
    ]
    quantity = _figure(words, figure)
    about = "about " if lower & ABOUT else ""
    if len(moments) > 1:
        first, second = moments[0], moments[1]
        side = "before" if lower & EARLIER and not lower & LATER else "after"
        return (
            f"{first} is {about}{quantity} {side} {second}"
            if quantity
            else f"{first} is {side if lower & (LATER | EARLIER) else 'before'} {second}"
        )
    return _of_figures(names, lower, quantity, about)


def _of_figures(names: list[str], lower: set[str], quantity: str, about: str) -> str:
    sign = next((sign for words, sign in SIGNS if lower & words), "=")
    sign = OPPOSITE[sign] if lower & NOT else sign
    if len(names) > 2 or (len(names) == 2 and lower & TOTAL):
        return (
            f"{' + '.join(names[:-1])} = {names[-1]}"
            if len(names) > 2
            else f"{names[0]} + {names[1]} = {quantity or '100'}"
        )
    if len(names) == 2:
        return f"{names[0]} and {names[1]} agree" if lower & EQUAL else f"{names[0]} {sign} {names[1]}"
    if lower & TOTAL and quantity:
        return f"{names[0]} add up to {quantity}"
    if quantity:
        return f"{names[0]} is {about}{quantity}" if sign == "=" else f"{names[0]} {sign} {quantity}"
    return f"{names[0]} agree"


def _names(words: list[str], sorts: Mapping[str, Sort | Mapping[str, Sort]]) -> list[str]:
    """The rule's names: those that the sentence mentions, in its order, then the rest."""
    known = list(sorts)
    found: list[str] = []
    for word in words:
        name = word if word in known else nearest(word.lower(), known) if len(word) > 3 else ""
        if name and name not in found:
            found.append(name)
    chosen = found if len(found) > 1 or len(known) == 1 else found + [name for name in known if name not in found]
    dotted: list[str] = []
    for name in chosen:
        parts = sorts[name]
        dotted += [name] if isinstance(parts, Sort) else [f"{name}.{part}" for part in parts]
    return dotted


def _figure(words: list[str], figure: ReadFigure) -> str:
    """The first, longest figure with a unit in a sentence; failing that, the first bare one."""
    bare = ""
    for first in range(len(words)):
        if words[first].lower() in ABOUT or not _numeric(words[first], figure):
            continue
        for last in range(min(len(words), first + LONGEST), first, -1):
            text = " ".join(words[first:last])
            if words[last - 1].lower() in LATER | EARLIER | {"apart"}:
                continue
            amount = figure(text)
            if amount is None:
                continue
            if amount.unit.name or amount.unit.dimension:
                return text
            bare = bare or (text if last == first + 1 else "")
    return bare


def _numeric(word: str, figure: ReadFigure) -> bool:
    return word[:1].isdigit() or not word[:1].isalpha() or figure(word) is not None
