"""Units by their names: dimensions and conversion factors. quantulum3's data files are the authority on both names
and what they measure; they
are read as data, since importing the package costs two seconds. Our own tables add currencies, factors and what it
lacks."""

import importlib.util
import os
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from copydesk import kept
from copydesk.amounts import ONE, PERCENT, PLAIN, ZERO, Unit, dimension
from copydesk.lexicon.conversions import EXTRA, FACTORS, OFFSETS, PREFIXES
from copydesk.lexicon.currencies import COINS, CURRENCIES, SAME
from copydesk.typed import Any

# "Fijian dollar": many nations have one.
SHARED_NAMES = frozenset("dollar franc peso rupee krone krona dinar lira shilling rial crown".split())


@lru_cache(maxsize=1)
def data() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """quantulum3's units and entities, without importing it; nothing where it is not installed."""
    return kept.once("units", edition(), _read) if edition() else ({}, {})


@lru_cache(maxsize=1)
def edition() -> tuple[tuple[str, int, int], ...]:
    """quantulum3's data files, their sizes and when they changed; none where it is not installed."""
    spec = importlib.util.find_spec("quantulum3")
    if spec is None or spec.origin is None:
        return ()
    files = [os.path.join(os.path.dirname(spec.origin), f"{name}.json") for name in ("units", "entities")]
    return tuple((file, (state := os.stat(file)).st_size, state.st_mtime_ns) for file in files)


def _read() -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    import json
    from pathlib import Path

    units, entities = (json.loads(Path(file).read_text(encoding="utf-8")) for file, _, _ in edition())
    return units, entities


@lru_cache(maxsize=4096)
def unit(name: str) -> Unit:
    """The unit of a quantulum3 name, a currency of ours, or a rate made of two ("dollar per barrel", "count per
    minute")."""
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
    units, _ = data()
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
    units, _ = data()
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
    _, entities = data()
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


@lru_cache(maxsize=4096)
def is_money(value: Unit) -> bool:
    """Is it a currency or a coin, perhaps per something?"""
    name = value.name.partition(" per ")[0]
    return name in CURRENCIES or name.rpartition(" ")[2] in SHARED_NAMES


def is_time_rate(value: Unit) -> bool:
    return ("time", -1) in value.dimension


def is_time(value: Unit) -> bool:
    return value.dimension == (("time", 1),)
