"""Expressions that one word or a fixed phrase makes: "yesterday", "now", "the near future", "daily", "nineteen ninety-six"."""

from copydesk.extract.times import years
from copydesk.extract.times.reading import Block, Clock, Fixed, Found, Turn, bare
from copydesk.lexicon.calendar import DAYS_FROM_NOW, FREQUENCIES, REFERENCES, SINGULAR


def day_word(block: Block, i: int) -> Found | None:
    """today, yesterday, tomorrow, tonight."""
    word = bare(block.lower[i])
    when = Turn(SINGULAR["day"], DAYS_FROM_NOW[word])
    cut = len(block.lower[i]) - len(word)
    if word == "tonight":
        return Found(i, i, "time", when, Clock(part="NI", half=True), cut=cut)
    return Found(i, i, "date", when, cut=cut)


def reference(block: Block, i: int) -> Found | None:
    """now, recently, the past, the near future: the longest expression that begins or ends here."""
    for words in STARTS[block.lower[i]]:
        if tuple(block.lower[i : i + len(words)]) == words:
            if words in (("the", "past"), ("the", "future"), ("the", "present")) and block.lower[i + 2] not in (
                "",
                ".",
                ",",
                ";",
                ")",
                "and",
                "to",
                "when",
                "but",
                '"',
                "”",
                "with",
                "as",
                "is",
                "has",
                "of",
            ):
                return None
            return Found(i, i + len(words) - 1, "date", Fixed(REFERENCES[words]))
    return None


def frequency(block: Block, i: int) -> Found | None:
    word = block.lower[i]
    if block.lower[i - 1] == "-" and block.lower[i - 2] in ("semi", "bi"):
        return Found(
            i - 2,
            i,
            "set",
            Fixed(
                {"annual": "P6M", "annually": "P6M", "weekly": "P2W", "monthly": "P2M"}.get(word) or FREQUENCIES[word]
            ),
        )
    if word not in FREQUENCIES or block.word(i)[0].isupper() and i > 0 and block.word(i + 1)[:1].isupper():
        return None
    return Found(i, i, "set", Fixed(FREQUENCIES[word]))


STARTS: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(REFERENCES, key=len, reverse=True):
    STARTS.setdefault(_words[0], []).append(_words)


def spoken_year(block: Block, i: int) -> Found | None:
    """A year in words: "in nineteen ninety-six", "the year two thousand"."""
    found = years.spoken_year(block, i)
    before = block.lower[i - 1]
    if (
        found is None
        or block.lower[i] == "two"
        and before not in ("year", "in", "since", "until", "by")
        or block.lower[i] == "twenty"
        and before not in ("in", "of", "since", "year")
    ):
        return None
    first = i - 1 - (block.lower[i - 2] == "the") if before == "year" else i
    return Found(first, found[1], "date", Fixed(f"{found[0]:04}"))
