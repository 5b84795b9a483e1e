"""Free English under `expect`, answered with the nearest sentence of the grammar, filled in with the rule's own names.

What is offered can be read: it is tried before it is told.
"""

import re
from collections.abc import Iterator, Mapping

from copydesk.named import NamedTuple
from copydesk.rulebook import sentences, sorts
from copydesk.rulebook.notes import nearest
from copydesk.rulebook.sentences import ReadFigure, Unread
from copydesk.rulebook.sorts import Sort

Sorts = Mapping[str, Sort | Mapping[str, Sort]]

LATER = frozenset("after later following afterwards since follows followed".split())
EARLIER = frozenset("before earlier prior previously precedes preceded precede ago".split())
SAME = frozenset(
    "agree agrees same equal equals match matches identical consistent every everywhere always change alike".split()
)
TOTAL = frozenset("total totals sum sums add adds added together plus altogether makes make".split())
ADDED = TOTAL - {"makes", "make"}
LESS = frozenset("minus without".split())
APART = frozenset("between apart gap difference".split())
ABOUT = frozenset("about around roughly approximately some circa nearly".split())
NOT = frozenset("never not no cannot nor".split())
SIGNS = (
    (frozenset("least minimum".split()), ">="),
    (frozenset("most maximum".split()), "<="),
    (frozenset("more greater above over exceeds exceed larger higher bigger".split()), ">"),
    (frozenset("less fewer below under smaller lower".split()), "<"),
)  # fmt: skip
OPPOSITE = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "=": "!="}
# Words of sentences that nobody writes who knows the grammar.
TELLTALES = (SAME | TOTAL | LESS | APART | NOT | frozenset(
    "should must be are was were has have had there they it than from took place happened come comes check sure right correct later earlier exceeds exceed".split()
)) - frozenset("agree add sum between".split())  # fmt: skip
WORD = re.compile(r"[^\s,;:!?()]+")
# No part of a figure, though the reader of figures would read over them.
NO_FIGURE = ABOUT | LATER | EARLIER | TELLTALES | {"the", "people", "in", "on", "at"}
# "the day after", "a week later": as many as one. "The second" is the next one.
ONE = re.compile(r"\b(?:(?:the|an?)\s+(?=(?:minute|hour|day|week|month|year)\b)|a\s+(?=second\b))", re.IGNORECASE)
LONGEST = 5


class Said(NamedTuple):
    """What was understood of a sentence: the names in it, in its order; the words that are none; the figures."""

    names: list[str]
    words: frozenset[str]
    figures: list[str]

    @property
    def about(self) -> str:
        return "about " if self.words & ABOUT else ""

    @property
    def sign(self) -> str:
        found = next((sign for words, sign in SIGNS if self.words & words), "=")
        return OPPOSITE[found] if self.words & NOT else found


def is_english(text: str, names: Sorts) -> bool:
    """Has a sentence words that tell of a writer who doesn't know the grammar?"""
    return any(word.lower() in TELLTALES and word not in names for word in WORD.findall(text))


def shape(text: str, names: Sorts, figure: ReadFigure) -> str:
    """The sentence that the writer most likely meant; empty where none can be read."""
    said = _said(ONE.sub("1 ", text), names, figure)
    return next((each for each in _candidates(said, names) if _can_be_read(each, names, figure)), "")


def _can_be_read(sentence: str, names: Sorts, figure: ReadFigure) -> bool:
    try:
        sorts.Checker(sentences.read(sentence, names, figure), names).check()
    except Unread:
        return False
    return True


def _candidates(said: Said, names: Sorts) -> Iterator[str]:
    """Sentences that may be meant, the likeliest first."""
    known = [name for name in names if isinstance(names[name], Sort)]
    moments = [name for name in known if getattr(names[name], "family", "") == "moment"]
    figures = [name for name in said.names if name in known and name not in moments]
    if len(moments) > 1 and not figures:
        yield from _of_times(said, [name for name in said.names if name in moments], moments)
    parts = [name for name in said.names if "." in name]
    if not known or parts:
        yield from _of_parts(said, names, parts)
    yield from _of_figures(said, figures or [name for name in said.names if name in known] or known)


def _of_times(said: Said, mentioned: list[str], moments: list[str]) -> Iterator[str]:
    """Of two times: which comes first, and by how much."""
    later = bool(said.words & LATER) or not said.words & EARLIER
    first, second = _two(mentioned, moments, later)
    if "same" in said.words:
        yield f"{first} is on {second}"
    if said.figures:
        length = said.figures[0]
        if said.words & APART:
            early, late = (first, second) if len(mentioned) > 1 else moments[:2]
            yield f"{late} is {said.about}{length} after {early}"
        if said.sign != "=":
            late, early = (first, second) if later else (second, first)
            yield f"{late} - {early} {said.sign} {length}"
        yield f"{first} is {said.about}{length} {'after' if later else 'before'} {second}"
    if said.words & (LATER | EARLIER):
        yield f"{first} is {'after' if later else 'before'} {second}"
    yield f"{moments[0]} is before {moments[1]}"


def _two(mentioned: list[str], moments: list[str], later: bool) -> tuple[str, str]:
    """The one that is spoken of, and the other."""
    if len(mentioned) > 1:
        return mentioned[0], mentioned[1]
    first = mentioned[0] if mentioned else moments[1 if later else 0]
    return first, next(name for name in moments if name != first)


def _of_parts(said: Said, names: Sorts, parts: list[str]) -> Iterator[str]:
    """Of a relation: its parts that are named, or what was said and what it should be."""
    if len(parts) > 1:
        yield f"{parts[0]} {said.sign} {parts[1]}"
    for name, of in names.items():
        if isinstance(of, Sort):
            continue
        stated = next((part for part in ("bare", *of) if part in of and part != "expected"), "")
        other = "expected" if "expected" in of else next((part for part in of if part != stated), "")
        if len(parts) == 1 and said.figures:
            yield f"{parts[0]} {said.sign} {said.figures[0]}"
        yield f"{name}.{stated} = {name}.{other}"


def _of_figures(said: Said, names: list[str]) -> Iterator[str]:
    if len(names) > 2:
        yield from _of_sums(said, names)
    if len(names) == 2:
        if said.words & ADDED:
            yield f"{names[0]} + {names[1]} = {said.figures[0] if said.figures else '100'}"
        if said.words & SAME and not said.words & NOT:
            yield f"{names[0]} and {names[1]} agree"
        yield f"{names[0]} {said.sign} {names[1]}"
    if not names:
        return
    if len(said.figures) > 1 and "between" in said.words:
        yield f"{names[0]} is between {said.figures[0]} and {said.figures[1]}"
    if said.figures:
        if said.words & ADDED:
            yield f"{names[0]} add up to {said.figures[0]}"
        if said.sign != "=":
            yield f"{names[0]} {said.sign} {said.figures[0]}"
        yield f"{names[0]} is {said.about}{said.figures[0]}"
    if "positive" in said.words:
        yield f"{names[0]} > 0"
    yield f"{names[0]} agree"


def _of_sums(said: Said, names: list[str]) -> Iterator[str]:
    """Three figures or more: the total is the one that is called so, or stands last."""
    if said.words & LESS:
        yield f"{' - '.join(names[:-1])} = {names[-1]}"
    total = next((name for name in names if name.lower() in ("total", "all", "whole", "sum", "overall", "altogether")), names[-1])  # fmt: skip
    yield f"{' + '.join(name for name in names if name != total)} = {total}"


# ---------------------------------------------------------------- what stands in the sentence


def _said(text: str, names: Sorts, figure: ReadFigure) -> Said:
    words = [word.strip(".'\"") or word for word in WORD.findall(text)]
    spelled = {name: name for name in names}
    for name, of in names.items():
        spelled.update({} if isinstance(of, Sort) else {part: f"{name}.{part}" for part in of})
    found: list[str] = []
    others: list[str] = []
    for word in words:
        name = _meant(word, spelled)
        if not name:
            others.append(word.lower())
        elif name not in found:
            found.append(name)
    return Said(found, frozenset(others), _figures(words, figure, spelled))


def _meant(word: str, spelled: Mapping[str, str]) -> str:
    """The name, or part of a name, that a word is or is a slip of."""
    if word in spelled:
        return spelled[word]
    if "." in word and word.partition(".")[2] in spelled:
        return word
    if len(word) < 4 or word.lower() in TELLTALES | ABOUT | LATER | EARLIER:
        return ""
    close = nearest(word.lower(), list(spelled))
    return spelled[close] if close else ""


def _figures(words: list[str], figure: ReadFigure, spelled: Mapping[str, str]) -> list[str]:
    """The figures of a sentence, each as long as it can be read; those with a unit first, unless none has."""
    bare: list[str] = []
    with_unit: list[str] = []
    at = 0
    while at < len(words):
        last = next((last for last in range(min(len(words), at + LONGEST), at, -1) if _is_figure(words[at:last], figure, spelled)), at)  # fmt: skip
        if last > at:
            text = " ".join(words[at:last])
            amount = figure(text)
            (with_unit if amount and (amount.unit.name or amount.unit.dimension) else bare).append(text)
        at = max(last, at + 1)
    return with_unit or bare


def _is_figure(words: list[str], figure: ReadFigure, spelled: Mapping[str, str]) -> bool:
    lower = [word.lower() for word in words]
    if any(word in spelled for word in words) or not NO_FIGURE.isdisjoint(lower):
        return False
    if lower[0][:1].isalpha() and lower[0] not in ("a", "an") and figure(words[0]) is None:
        return False
    return figure(" ".join(words)) is not None
