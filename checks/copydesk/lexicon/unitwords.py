"""The words for units on a page: names and plurals, symbols, squares and cubes, rates ("miles an hour", "$3 a
share")."""

from collections.abc import Mapping
from functools import lru_cache

from copydesk import kept
from copydesk.amounts import Unit
from copydesk.lexicon.conversions import PREFIXES
from copydesk.lexicon.currencies import CURRENCIES, SIGNS
from copydesk.lexicon.spellings import ABBREVIATIONS, JOINED_LETTERS, LETTERS, NO_UNITS, NOUNS, SPELLINGS, WORDS_TOO
from copydesk.lexicon.units import data, edition, is_money, noun_unit, per_unit, unit
from copydesk.named import NamedTuple
from copydesk.typed import Any, Protocol

IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "penny": "pennies",
    "henry": "henries",
    "hertz": "hertz",
}
MADE_BY_PER = frozenset({"/", "per", "a", "an", "each", "every"})
# "$3 a share", "40 miles an hour": what a rate may be per, behind "a", besides units of time.
PER = frozenset(
    "share barrel gallon litre liter pound ounce ton tonne person head unit bushel mile kilometre kilometer piece ticket game match household night"
    " seat vote square acre hectare kilo gram week visit trip ride bottle pack dose student customer user worker plate case copy child family patient"
    " employee subscriber car vehicle item".split()
)
# So many words may stand between "tonnes of" and "a year".
MEASURED_WORDS = 3
NOT_EACH = frozenset("lot few little bit time total while day week month year decade half third quarter".split())
CLOSING: tuple[list[str], ...] = ([], ["."], [","], [";"], [")"], ["and"], ["or"])
TIME_NAMES = frozenset("second minute hour day week month year decade century quarter night game".split())
# "$6 billion a year earlier" is no rate.
TIME = (("time", 1),)
ELAPSED = frozenset("earlier later ago before after old".split())
LONGEST = 5
# "2 1/2 in thick"
DIMENSIONS = frozenset("thick long wide high tall deep".split())
NOTHING: set[str] = set()
# What raises a length to an area or a volume, behind it.
POWERS = {
    "2": "square", "²": "square", "squared": "square", "3": "cubic", "³": "cubic", "cubed": "cubic", "^": ""
}  # fmt: skip


class Tokens(Protocol):
    """What is read of a page."""

    words: list[str]
    lower: list[str]

    def joined(self, i: int) -> bool: ...


class Index(NamedTuple):
    """Spelled names in lower case, symbols as written; and of those of several words, by the first, the second."""

    names: dict[str, str]
    symbols: dict[str, str]
    seconds: dict[str, set[str]]


class Spacing(dict[int, str]):
    """For `str.translate`: a space around every sign."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = char if char.isalnum() or char in " ²³" else f" {char} "
        return self[code]


SPACING = Spacing()


# ---------------------------------------------------------------- names


@lru_cache(maxsize=1)
def index() -> Index:
    return Index(*kept.once("unit-words", edition(), _every_word))


def _every_word() -> tuple[dict[str, str], dict[str, str], dict[str, set[str]]]:
    """All ways to write a unit. What SPELLINGS says goes first; then names; then surfaces and symbols, times before
    angles."""
    names, symbols = dict(SPELLINGS), dict[str, str]()
    units, _ = data()
    for name in units:
        if name not in NOUNS:
            _add(names, name, name)
    for name, entry in sorted(units.items(), key=lambda item: item[1]["entity"] in ("angle", "currency")):
        if entry["entity"] == "currency":
            continue
        for surface in entry.get("surfaces") or ():
            if surface not in NOUNS:
                _add(names, surface, name)
        for symbol in entry["symbols"]:
            if len(symbol) > 1:
                symbols.setdefault(_spaced(symbol), name)
                symbols.setdefault(_spaced(symbol.replace("µ", "μ")), name)
        for prefix in entry.get("prefixes") or ():
            _add_prefixed(names, symbols, name, entry, prefix)
    for name, (_, spoken) in CURRENCIES.items():
        for surface in spoken.split("|"):
            names.setdefault(surface, name if surface != "pound" else "pound-mass")
            _add(names, surface, name if surface != "pound" else "pound-mass")
    plain = dict(names)
    for key, name in plain.items():
        for form in _plurals(key):
            names.setdefault(form, name)
    seconds: dict[str, set[str]] = {}
    for key in (*names, *symbols):
        if " " in key:
            first, second, *_ = key.split(" ", 2)
            seconds.setdefault(first, set()).add(second)
    return names, symbols, seconds


def _add(names: dict[str, str], surface: str, name: str) -> None:
    names.setdefault(_spaced(surface.lower()), name)


def _add_prefixed(
    names: dict[str, str], symbols: dict[str, str], name: str, entry: Mapping[str, Any], prefix: str
) -> None:
    spoken, _ = PREFIXES[prefix]
    for surface in entry.get("surfaces") or ():
        _add(names, spoken + surface, spoken + name)
    for symbol in entry["symbols"]:
        symbols.setdefault(prefix + symbol, spoken + name)
        if prefix == "µ":
            symbols.setdefault("μ" + symbol, spoken + name)


def _spaced(surface: str) -> str:
    """As tokens with spaces between: "km / h", "light - year"."""
    return surface if surface.isalnum() else " ".join(surface.translate(SPACING).split())


def _plurals(key: str) -> list[str]:
    """ "miles per hour", "square miles", "feet", "degrees celsius"."""
    if key.isalpha():
        return [_plural(key)] if len(key) > 2 else []
    words = key.split(" ")
    forms = []
    for at in {0, len(words) - 1, max(0, words.index("per") - 1) if "per" in words else 0}:
        if len(words[at]) > 2 and words[at].isalpha():
            forms.append(" ".join((*words[:at], _plural(words[at]), *words[at + 1 :])))
    return forms


def _plural(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


# ---------------------------------------------------------------- reading


def unit_at(tokens: Tokens, at: int, joined: bool) -> tuple[Unit, int] | None:
    """The unit whose words begin at token `at` ("km/h", "barrels per day", "dollars a share"), and its last token.

    joined   it touches the number before it, as single letters and signs must
    """
    found = _simple(tokens, at, joined)
    if found is None:
        return None
    name, last = found
    return _rates(tokens, unit(name), last)


def currency_named(word: str) -> Unit | None:
    """The currency of a word ("euro"); None for any other word."""
    name = index().names.get(word)
    found = unit(name) if name is not None else None
    return found if found is not None and is_money(found) else None


def rate_at(tokens: Tokens, value: Unit, last: int) -> tuple[Unit, int]:
    """A unit already known (money by its sign) with the rate that follows token `last`, if any."""
    return _rates(tokens, value, last)


def _rates(tokens: Tokens, value: Unit, last: int) -> tuple[Unit, int]:
    """With "per hour", "/h", "a month" behind it."""
    lower, n = tokens.lower, len(tokens.lower)
    if lower[last + 1 : last + 2] == ["of"]:
        return _rate_of(tokens, value, last), last
    for _ in range(2):
        at = _next(tokens, last)
        if at + 1 >= n or lower[at] not in MADE_BY_PER:
            break
        link, at = lower[at], _next(tokens, at)
        below = _simple(tokens, at, joined=link == "/")
        if link in ("per", "/"):
            if below is None and (link == "/" or not lower[at].isalpha()):
                break
            part = (unit(below[0]), below[1]) if below else (noun_unit(lower[at]), at)
        elif below is not None and (
            below[0] in TIME_NAMES or below[0] in PER or lower[below[1]] in PER or is_money(value)
        ):
            part = unit(below[0]), below[1]
        elif is_money(value) and (lower[at] in PER or _is_each(lower, at)):
            part = noun_unit(lower[at]), at
        else:
            break
        elapsed = part[0].dimension == TIME and link != "/"
        if elapsed and part[1] + 1 < n and lower[part[1] + 1] in ELAPSED:
            break
        value, last = per_unit(value, part[0]), part[1]
    return value, last


def _rate_of(tokens: Tokens, value: Unit, last: int) -> Unit:
    """ "900 tonnes of carbon dioxide a year": the time stands behind what is measured."""
    lower = tokens.lower
    for at in range(last + 3, min(last + 3 + MEASURED_WORDS, len(lower) - 1)):
        if lower[at] in ("a", "an", "per") and lower[at + 1] in TIME_NAMES:
            return value if ELAPSED.intersection(lower[at + 2 : at + 3]) else per_unit(value, unit(lower[at + 1]))
        if not lower[at].isalpha():
            break
    return value


def _is_each(lower: list[str], at: int) -> bool:
    """ "£3.20 a meal.": a noun with which the clause ends."""
    return lower[at].isalpha() and lower[at] not in NOT_EACH and lower[at + 1 : at + 2] in CLOSING


def _next(tokens: Tokens, i: int) -> int:
    """The token behind token i, over a hyphen that touches both ("40-mile-an-hour")."""
    hyphen = i + 2 < len(tokens.lower) and tokens.lower[i + 1] == "-" and tokens.joined(i) and tokens.joined(i + 1)
    return i + 1 + hyphen


def _simple(tokens: Tokens, at: int, joined: bool) -> tuple[str, int] | None:
    """The longest name or symbol at `at`."""
    names, symbols, seconds = index()
    words, lower = tokens.words, tokens.lower
    word, small = words[at], lower[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if following == "-" and at + 2 < len(words) and tokens.joined(at) and tokens.joined(at + 1):
        name = names.get(f"{small} {lower[at + 2]}")  # square-foot
        if name is not None:
            return name, at + 2
    if word == "in" and following == "." and (at + 2 == len(words) or words[at + 2][0].islower()):
        return "inch", at + 1
    if word == "in" and following in DIMENSIONS:
        return "inch", at
    if small in seconds or word in seconds:
        longer = seconds.get(small, NOTHING) | seconds.get(word, NOTHING)
        if following in longer or following.lower() in longer:
            for end in range(min(at + LONGEST, len(words) - 1), at, -1):
                key = " ".join(words[at : end + 1])
                name = symbols.get(key) or names.get(key.lower())
                if name is not None:
                    return _powered(tokens, name, end)
    name = _one_word(names, symbols, word, small, joined)
    return _powered(tokens, name, at) if name is not None else None


def _one_word(names: dict[str, str], symbols: dict[str, str], word: str, small: str, joined: bool) -> str | None:
    if len(word) == 1:
        name = LETTERS.get(word)
        return name if name is not None and (joined or word not in JOINED_LETTERS) else names.get(word)
    if (word in WORDS_TOO or word in ABBREVIATIONS) and not (joined and word not in NO_UNITS):
        return None
    return SPELLINGS.get(word) or symbols.get(word) or names.get(small)


def _powered(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    """ "m2", "km 2" joined, "m squared", "m ^ 2": square and cubic lengths."""
    words, at = tokens.words, end + 1
    following = words[at] if at < len(words) else ""
    if following not in POWERS or unit(name).dimension != (("length", 1),):
        return name, end
    if following == "^":
        at += 1
        power = POWERS.get(words[at]) if at < len(words) else None
    else:
        power = POWERS[following] if tokens.joined(end) or following.isalpha() else None
    return (f"{power} {name}", at) if power else (name, end)


def spellings() -> list[str]:
    """All words for units, for "did you mean"."""
    table = index()
    return [*table.names, *table.symbols, *SIGNS]
