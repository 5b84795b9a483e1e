"""What a slip is, and the words of a fact that one may fall on."""

import re
from collections.abc import Iterator, Mapping

from copydesk.late import late
from copydesk.model import Fact, Span
from copydesk.named import NamedTuple
from copydesk.typed import Literal

SlipKind = Literal[
    "digit", "swap", "tenfold", "word", "scale", "unit", "currency", "weekday", "month", "day", "year", "hour", "half-day"
]  # fmt: skip

# A number with its separators, a word (p.m. and km/h too), or the sign of a currency.
TOKEN = late(
    r"\d+(?:[.,:]\d+)*|[ap]\.\s?m\b\.?|km/h|[^\W\d_]+|[$£€¥]",
    re.IGNORECASE,
)


class Slip(NamedTuple):
    """One change of an article's words.

    kind   what sort of slip it is
    span   the words that it falls on, in the document's text: part of a fact
    words  what stands there then
    """

    kind: SlipKind
    span: Span
    words: str


def tokens(fact: Fact) -> list["re.Match[str]"]:
    """The numbers, words and signs of a fact, placed in the text of its document."""
    return list(TOKEN.finditer(fact.document.text, fact.span.start, fact.span.end))


def put(kind: SlipKind, token: "re.Match[str]", words: str) -> Slip:
    return Slip(kind, Span(*token.span()), words)


def looked_up(token: "re.Match[str]", tables: Mapping[SlipKind, Mapping[str, str]]) -> Iterator[Slip]:
    """What the tables give for a word, in the capitals that it has."""
    word = token.group()
    for kind, table in tables.items():
        other = table.get(word.lower())
        if other:
            yield put(kind, token, in_capitals_of(word, other))


def in_capitals_of(model: str, word: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word.capitalize() if model[:1].isupper() else word
