"""Units by the words for them. quantulum3's data files are the authority on names and symbols; they are read as data, since importing the
package costs two seconds. Our own tables add currencies, conversion factors and the spellings of the press."""

import importlib.util
import json
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from copydesk.amounts import ONE, PERCENT, PLAIN, ZERO, Unit, dimension
from copydesk.lexicon.conversions import EXTRA, FACTORS, OFFSETS, PREFIXES
from copydesk.lexicon.currencies import COINS, CURRENCIES, SAME, SIGNS
from copydesk.lexicon.spellings import JOINED_LETTERS, LETTERS, NOUNS, SPELLINGS, WORDS_TOO

IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "penny": "pennies",
    "henry": "henries",
    "hertz": "hertz",
}
MADE_BY_PER = frozenset({"/", "per", "a", "an", "each", "every"})
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
MINUS = frozenset({"-", "−", "–"})
# "$3 a share", "40 miles an hour": what a rate may be per, behind "a", besides units of time.
PER = frozenset(
    "share barrel gallon litre liter pound ounce ton tonne person head unit bushel mile kilometre kilometer piece ticket game match household night"
    " seat vote square acre hectare kilo gram week visit trip ride bottle pack dose student customer user worker plate case copy child family patient"
    " employee subscriber car vehicle item".split()
)
# "Fijian dollar": many nations have one.
SHARED_NAMES = frozenset("dollar franc peso rupee krone krona dinar lira shilling rial crown".split())
TIME_NAMES = frozenset("second minute hour day week month year decade century quarter night game".split())
# "$6 billion a year earlier" is no rate.
ELAPSED = frozenset("earlier later ago before after old".split())
LONGEST = 5


class Tokens(Protocol):
    """What is read of a page."""

    words: list[str]
    lower: list[str]

    def joined(self, i: int) -> bool: ...


class Index(NamedTuple):
    """Spelled names in lower case, symbols as written, and the first words of all of them."""

    names: dict[str, str]
    symbols: dict[str, str]
    first: dict[str, int]


@lru_cache(maxsize=1)
def _data() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """quantulum3's units and entities, without importing it; nothing where it is not installed."""
    spec = importlib.util.find_spec("quantulum3")
    if spec is None or spec.origin is None:
        return {}, {}
    folder = Path(spec.origin).parent
    units, entities = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in ("units", "entities")
    )
    return units, entities


# ---------------------------------------------------------------- names


@lru_cache(maxsize=1)
def index() -> Index:
    """All ways to write a unit. What SPELLINGS says goes first; then names; then surfaces and symbols, times before angles."""
    names, symbols = dict(SPELLINGS), dict[str, str]()
    units, _ = _data()
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
    first: dict[str, int] = {}
    for key in (*names, *symbols, *LETTERS):
        head, _, rest = key.partition(" ")
        first[head] = max(first.get(head, 0), rest.count(" ") + 1 if rest else 0)
    return Index(names, symbols, first)


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
    out = "".join(char if char.isalnum() or char in " ²³" else f" {char} " for char in surface)
    return " ".join(out.split())


def _plurals(key: str) -> list[str]:
    """ "miles per hour", "square miles", "feet", "degrees celsius"."""
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


# ---------------------------------------------------------------- units and their dimensions


@lru_cache(maxsize=4096)
def unit(name: str) -> Unit:
    """The unit of a quantulum3 name, a currency of ours, or a rate made of two ("dollar per barrel", "count per minute")."""
    if name in ("", "dimensionless"):
        return PLAIN
    if name == "percentage":
        return PERCENT
    if name in CURRENCIES or name in COINS:
        whole, parts = COINS.get(name, (SAME.get(name, name), 1))
        return Unit(name, ((whole, 1),), ONE / parts)
    if name in EXTRA:
        return Unit(name, EXTRA[name], Decimal(FACTORS[name]))
    known = _known(name)
    if known is not None:
        return known
    above, per, below = name.partition(" per ")
    return per_unit(unit(above), unit(below)) if per else Unit(name, ((name, 1),))


def _known(name: str) -> Unit | None:
    """A unit of quantulum3's, prefixed or not."""
    units, _ = _data()
    entry = units.get(name)
    if entry is None:
        return _prefixed(name)
    powers, factor = _powers(entry["entity"]), FACTORS.get(name)
    if factor is not None:
        return Unit(name, dimension(powers), Decimal(factor), OFFSETS.get(name, ZERO))
    if not entry["dimensions"]:
        return Unit(name, ((name, 1),))
    product = ONE
    for part in entry["dimensions"]:
        product *= unit(part["base"]).factor ** part["power"]
    return Unit(name, dimension(powers), product)


def _prefixed(name: str) -> Unit | None:
    units, _ = _data()
    for spoken, power in PREFIXES.values():
        base = name.removeprefix(spoken)
        if base != name and base in units:
            plain = unit(base)
            return Unit(name, plain.dimension, plain.factor * Decimal(10) ** power)
    square = {"square ": 2, "cubic ": 3}
    for word, power in square.items():
        base = name.removeprefix(word)
        if base != name and base:
            plain = unit(base)
            return Unit(name, dimension({d: p * power for d, p in plain.dimension}), plain.factor**power)
    return None


@lru_cache(maxsize=512)
def _powers_of(entity: str) -> tuple[tuple[str, int], ...]:
    _, entities = _data()
    parts = entities.get(entity, {}).get("dimensions") or ()
    if not parts:
        return () if entity == "dimensionless" else ((entity, 1),)
    powers: dict[str, int] = {}
    for part in parts:
        for base, power in _powers_of(part["base"]):
            powers[base] = powers.get(base, 0) + power * part["power"]
    return tuple(powers.items())


def _powers(entity: str) -> dict[str, int]:
    """The base dimensions of one of quantulum3's entities: speed is length by time."""
    return dict(_powers_of(entity))


def per_unit(above: Unit, below: Unit) -> Unit:
    """ "miles" and "hour" make miles per hour."""
    powers = dict(above.dimension)
    for base, power in below.dimension:
        powers[base] = powers.get(base, 0) - power
    return Unit(f"{above.name or 'count'} per {below.name}", dimension(powers), above.factor / below.factor)


def noun_unit(noun: str) -> Unit:
    """What is counted, as a unit to be per: "per person"."""
    return Unit(noun, ((noun, 1),))


def is_money(value: Unit) -> bool:
    """Is it a currency or a coin, perhaps per something?"""
    name = value.name.partition(" per ")[0]
    return name in CURRENCIES or name.rpartition(" ")[2] in SHARED_NAMES


def is_time_rate(value: Unit) -> bool:
    return ("time", -1) in value.dimension


def is_time(value: Unit) -> bool:
    return value.dimension == (("time", 1),)


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


def _rates(tokens: Tokens, value: Unit, last: int) -> tuple[Unit, int]:
    """With "per hour", "/h", "a month" behind it."""
    lower, n = tokens.lower, len(tokens.lower)
    for _ in range(2):
        if last + 2 >= n or lower[last + 1] not in MADE_BY_PER:
            break
        link = lower[last + 1]
        below = _simple(tokens, last + 2, joined=link == "/")
        if link in ("per", "/"):
            if below is None and (link == "/" or not lower[last + 2].isalpha()):
                break
            part = (unit(below[0]), below[1]) if below else (noun_unit(lower[last + 2]), last + 2)
        elif below is not None and (below[0] in TIME_NAMES or below[0] in PER or lower[below[1]] in PER):
            part = unit(below[0]), below[1]
        elif lower[last + 2] in PER and is_money(value):
            part = noun_unit(lower[last + 2]), last + 2
        else:
            break
        if part[1] + 1 < n and lower[part[1] + 1] in ELAPSED and link != "/":
            break
        value, last = per_unit(value, part[0]), part[1]
    return value, last


def rate_at(tokens: Tokens, value: Unit, last: int) -> tuple[Unit, int]:
    """A unit already known (money by its sign) with the rate that follows token `last`, if any."""
    return _rates(tokens, value, last)


def _simple(tokens: Tokens, at: int, joined: bool) -> tuple[str, int] | None:
    """The longest name or symbol at `at`."""
    table = index()
    words, lower = tokens.words, tokens.lower
    word = words[at]
    if word == "in" and words[at + 1 : at + 2] == ["."] and (at + 2 == len(words) or words[at + 2][0].islower()):
        return "inch", at + 1
    reach = max(table.first.get(lower[at], -1), table.first.get(word, -1))
    if reach < 0:
        return None
    for end in range(min(at + reach, at + LONGEST, len(words) - 1), at - 1, -1):
        name = _named(table, words[at : end + 1], lower[at : end + 1], joined)
        if name is not None:
            return _powered(tokens, name, end)
    return None


def _named(table: Index, words: list[str], lower: list[str], joined: bool) -> str | None:
    if len(words) == 1:
        word = words[0]
        if len(word) == 1:
            name = LETTERS.get(word)
            return name if name is not None and (joined or word not in JOINED_LETTERS) else table.names.get(word)
        if word in WORDS_TOO and not joined:
            return None
        return SPELLINGS.get(word) or table.symbols.get(word) or table.names.get(lower[0])
    key = " ".join(words)
    return table.symbols.get(key) or table.names.get(key.lower())


def _powered(tokens: Tokens, name: str, end: int) -> tuple[str, int]:
    """ "m2", "km 2" joined: square and cubic lengths."""
    words = tokens.words
    if (
        end + 1 < len(words)
        and tokens.joined(end)
        and words[end + 1] in ("2", "3", "²", "³")
        and unit(name).dimension == (("length", 1),)
    ):
        return ("square " if words[end + 1] in "2²" else "cubic ") + name, end + 1
    if end + 1 < len(words) and words[end + 1] in ("squared", "cubed") and unit(name).dimension == (("length", 1),):
        return ("square " if words[end + 1] == "squared" else "cubic ") + name, end + 1
    if (
        end + 2 < len(words)
        and words[end + 1] == "^"
        and words[end + 2] in ("2", "3")
        and unit(name).dimension == (("length", 1),)
    ):
        return ("square " if words[end + 2] == "2" else "cubic ") + name, end + 2
    return name, end


def spellings() -> list[str]:
    """All words for units, for "did you mean"."""
    table = index()
    return [*table.names, *table.symbols, *SIGNS]
