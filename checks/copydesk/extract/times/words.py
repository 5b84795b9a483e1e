"""Expressions that one word or a fixed phrase makes: "yesterday", "now", "the near future", "daily", "nineteen
ninety-six"."""

from copydesk.extract.times import years
from copydesk.extract.times.reading import Block, Clock, Fixed, Found, Turn, bare
from copydesk.lexicon.calendar import DAYS_FROM_NOW, FREQUENCIES, REFERENCES, SINGULAR, SMALL

# These are adjectives before a noun ("the past president"), and times before anything else.
NOUN_ALONE = frozenset({("the", "past"), ("the", "future"), ("the", "present")})
# After a figure these make a rate of it, up to so many tokens on ("10,000 new units annually").
YEARLY, RATE_REACH = frozenset({"annually", "yearly"}), 3
# "Today's world" is that of this age, not of this day.
AGE_OF = frozenset("world society youth generation economy standards terms environment children teenagers".split())
BEFORE_HOUR = frozenset({"at", "around", "about", "by", "until", "from"})
PROGRAMMES = frozenset({"programme", "program", "show", "newspaper", "podcast"})
AFTER_NOUN = frozenset(
    "and to when but with as is has was will of for in they he she it we i you there the his its their that if"
    " because while so not or are were had have"
    " without by on at from than could would should may might".split()
)


def _by_telling_word() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """The fixed phrases by their longest word, with its place in them; longer phrases first."""
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for words in sorted(REFERENCES, key=len, reverse=True):
        at = max(range(len(words)), key=lambda k: len(words[k]))
        table.setdefault(words[at], []).append((words, at))
    return table


BY_WORD = _by_telling_word()


def day_word(block: Block, i: int) -> Found | None:
    """today, yesterday, tomorrow, tonight."""
    word = bare(block.lower[i])
    when = Turn(SINGULAR["day"], DAYS_FROM_NOW[word])
    if block.word(i)[0].isupper() and block.word(i - 1).isupper():
        return None  # USA Today
    if block.word(i)[0].isupper() and (block.lower[i + 1] in PROGRAMMES or block.lower[i + 2] in PROGRAMMES):
        return None  # "the Today programme"
    if word != block.lower[i] and block.lower[i + 1] in AGE_OF:
        return None
    cut = len(block.lower[i]) - len(word)
    if word == "tonight":
        said = block.lower[i - 1] if block.lower[i - 2] in BEFORE_HOUR else ""
        hour = int(said) if said.isdecimal() else SMALL.get(said, 0)
        if 5 <= hour < 12:  # "at eight tonight"
            return Found(i - 1, i, "time", when, Clock(hour + 12, 0, half=True), cut=cut)
        return Found(i, i, "time", when, Clock(part="NI", half=True), cut=cut)
    return Found(i, i, "date", when, cut=cut)


def reference(block: Block, i: int) -> Found | None:
    """now, recently, the past, the near future: the longest expression about its telling word, token i."""
    lower = block.lower
    for words, at in BY_WORD[lower[i]]:
        first = i - at
        if first >= 0 and tuple(lower[first : first + len(words)]) == words:
            last = first + len(words) - 1
            if words == ("now",) and (
                block.word(i) == "Now" and lower[i + 1] == "," or lower[i + 1] == "-" and block.joined(i)
            ):
                return None  # "Now, he says": it only goes on; and "the now-cancelled deal"
            if words in NOUN_ALONE and lower[last + 1][:1].isalpha() and lower[last + 1] not in AFTER_NOUN:
                return None
            return Found(first, last, "date", Fixed(REFERENCES[words]))
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
    if word in YEARLY and any(block.number_before(at) is not None for at in range(i - RATE_REACH, i)):
        return None  # "20% annually" is a rate
    if word not in FREQUENCIES or block.word(i)[0].isupper() and i > 0 and block.word(i + 1)[:1].isupper():
        return None
    return Found(i, i, "set", Fixed(FREQUENCIES[word]))


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
